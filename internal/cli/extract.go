package cli

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"soknad/internal/i18n"
	"soknad/internal/pipeline"
)

func newExtract(w World) *cobra.Command {
	return &cobra.Command{
		Use:   "extract FILE.pdf [DIR]",
		Short: "Take out the files inside a PDF",
		Long: "extract writes the files inside FILE.pdf, which assemble --embed-sources put there, byte for byte to DIR, or else to a\n" +
			"folder named after the PDF. It writes over nothing.",
		Args: takes(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := strings.TrimSuffix(args[0], ".pdf") + "-sources"
			if len(args) > 1 {
				dir = args[1]
			}
			return extract(w, args[0], dir)
		},
	}
}

func extract(w World, name, dir string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return failure{err}
	}
	names, err := pipeline.Extract(data, dir)
	if err != nil {
		return failure{i18n.Errorf("%s: %v", name, err)}
	}
	for _, n := range names {
		if _, err := fmt.Fprintln(w.output("text"), n); err != nil {
			return failure{err}
		}
	}
	return nil
}
