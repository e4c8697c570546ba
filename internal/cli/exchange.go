package cli

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/sheet"
)

// exchangeOptions are what export and import can be told.
type exchangeOptions struct {
	options
	format formatFlag
	out    string
	dryRun bool
}

func newExport(w World) *cobra.Command {
	o := &exchangeOptions{options: options{world: w}, format: formatFlag{name: "xlsx", names: []string{"xlsx", "csv"}}}
	c := &cobra.Command{
		Use:   "export " + names(pipeline.Exported()) + " [DIR]",
		Short: "Write a part of the description as a spreadsheet",
		Long: "export writes a part of the description in DIR, or in the current folder, as XLSX with live formulas, or as CSV.\n" +
			"Texts that a spreadsheet would take for formulas begin with an apostrophe, which import takes away again.",
		Args: takes(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			o.dir = folder(args[1:])
			return o.export(args[0])
		},
	}
	c.Flags().Var(&o.format, "format", "write xlsx or csv")
	c.Flags().StringVar(&o.out, "out", "", "the file to write (default: the part's name, in the current folder; - is standard output)")
	o.registerLang(c.Flags())
	return c
}

func newImport(w World) *cobra.Command {
	o := &exchangeOptions{options: options{world: w}}
	c := &cobra.Command{
		Use:   "import " + names(pipeline.Imported()) + " FILE [DIR]",
		Short: "Take the rows of a spreadsheet into the description",
		Long: "import takes the rows of a CSV or XLSX file into the description in DIR, or in the current folder. The first row names\n" +
			"the columns, in Norwegian or English. Rows with an id that is there already are updated, others are added; empty cells\n" +
			"change nothing. Comments, order and everything else stay as they are.\n\n" +
			"Exit status: 0 all is well, 1 the table has mistakes and nothing is written, 2 the command line is wrong, 3 the work\n" +
			"could not be done.",
		Args: takes(2, 3),
		RunE: func(_ *cobra.Command, args []string) error {
			o.dir = folder(args[2:])
			return o.take(args[0], args[1])
		},
	}
	c.Flags().BoolVar(&o.dryRun, "dry-run", false, "write nothing, and show what would change")
	o.registerLang(c.Flags())
	return c
}

// names joins the names of what can be exchanged.
func names(kinds []pipeline.Exchanged) string {
	all := make([]string, len(kinds))
	for i, k := range kinds {
		all[i] = string(k)
	}
	return strings.Join(all, "|")
}

// kind reads the name of what is to be exchanged.
func kind(name string, known []pipeline.Exchanged) (pipeline.Exchanged, error) {
	if k := pipeline.Exchanged(name); slices.Contains(known, k) {
		return k, nil
	}
	return "", i18n.Errorf("%q cannot be exchanged; it can be %s", name, names(known))
}

func (o *exchangeOptions) export(name string) error {
	k, err := kind(name, pipeline.Exported())
	if err != nil {
		return err
	}
	job, err := o.job()
	if err != nil {
		return err
	}
	data, err := pipeline.Export(job, k, o.format.name)
	if err != nil {
		return o.failed(err)
	}
	if o.out == "-" {
		if _, err := o.world.Stdout.Write(data); err != nil {
			return failure{err}
		}
		return nil
	}
	if o.out == "" {
		o.out = name + "." + o.format.name
	}
	if err := pipeline.WriteFile(o.out, data); err != nil {
		return failure{err}
	}
	o.tell("wrote %s", o.out)
	if slices.Contains(pipeline.Imported(), k) {
		o.advise("next: change the rows, and soknad import %s%s%s takes them back", name, argument(o.out), o.there())
	}
	return nil
}

// take takes a table into the description.
func (o *exchangeOptions) take(name, file string) error {
	k, err := kind(name, pipeline.Imported())
	if err != nil {
		return err
	}
	data, err := readTable(file)
	if err != nil {
		return failure{err}
	}
	job, err := o.job()
	if err != nil {
		return err
	}
	in, err := pipeline.Read(job, k, data)
	if err != nil {
		return o.failed(err)
	}
	o.tellProblems(file, in)
	if in.Fails() {
		o.tell("nothing was written")
		return errFindings
	}
	return o.finish(in)
}

// tellProblems says what of a table cannot be taken in, each at its cell or
// row.
func (o *exchangeOptions) tellProblems(file string, in *pipeline.Import) {
	for _, p := range in.Problems {
		place := fmt.Sprint(p.Row)
		if p.Column > 0 {
			place = sheet.Address(p.Row-1, p.Column-1)
		}
		o.tell("%s: %s: %s", file, place, p.Message)
	}
}

// finish writes what an import changes, or shows it.
func (o *exchangeOptions) finish(in *pipeline.Import) error {
	if o.dryRun {
		diff, err := in.Diff()
		if err == nil {
			_, err = o.world.Stdout.Write(diff)
		}
		if err != nil {
			return failure{err}
		}
		return nil
	}
	written, err := in.Write(o.dir)
	if err != nil {
		return failure{err}
	}
	o.tell("%d updated, %d added", in.Updated, in.Added)
	for _, name := range written {
		o.tell("wrote %s", name)
	}
	if len(written) > 0 {
		o.advise("next: soknad validate%s", o.there())
	}
	return nil
}

// readTable reads a file, and no more of it than shows that it is too large.
func readTable(name string) (data []byte, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, sheet.MaxBytes+1))
}
