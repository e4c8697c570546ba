package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"soknad/internal/i18n"
	"soknad/internal/pipeline"
)

// pdfOptions are what check-pdf can be told.
type pdfOptions struct {
	options
	standards []string
}

func newCheckPDF(w World) *cobra.Command {
	o := &pdfOptions{options: options{world: w}}
	c := &cobra.Command{
		Use:   "check-pdf FILE.pdf",
		Short: "Check whether a PDF is accessible and can be archived",
		Long: "check-pdf holds FILE.pdf against what a machine can judge of PDF/UA-1 (ISO 14289-1), PDF/A-2a and PDF/A-3a (ISO 19005),\n" +
			"and says which clause is broken on which page and by which object. Without --standard it takes the standards that the\n" +
			"file claims to keep; a file that claims none is held against PDF/UA-1 and PDF/A-3a.\n\n" +
			"Exit status: 0 nothing is broken, 1 something is, 2 the command line is wrong, 3 the file cannot be read.",
		Args: takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error { return o.check(args[0]) },
	}
	c.Flags().StringSliceVar(&o.standards, "standard", nil, "hold it against these: "+strings.Join(pipeline.Profiles(), ", "))
	o.registerLang(c.Flags())
	return c
}

func (o *pdfOptions) check(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return failure{err}
	}
	standards, faults, err := pipeline.CheckPDF(name, data, o.standards)
	if errors.Is(err, pipeline.ErrNoStandard) {
		return err
	}
	if err != nil {
		return failure{i18n.Errorf("%s: %v", name, err)}
	}
	if len(faults) == 0 {
		o.tell("%s keeps what a machine can judge of %s", name, strings.Join(standards, ", "))
		return nil
	}
	for _, f := range faults {
		if _, err := fmt.Fprintln(o.world.output("text"), line(f)); err != nil {
			return failure{err}
		}
	}
	return errFindings
}

// line writes a fault as a line, with the places that it has.
func line(f pipeline.Fault) string {
	place := f.File
	if f.Page > 0 {
		place += fmt.Sprintf(": page %d", f.Page)
	}
	if f.Object > 0 {
		place += fmt.Sprintf(": object %d", f.Object)
	}
	return fmt.Sprintf("%s: %s [%s]", place, f.Message, f.Clause)
}
