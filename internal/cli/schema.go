package cli

import (
	"github.com/spf13/cobra"

	"soknad/internal/i18n"
	"soknad/internal/schema"
)

func newSchema(w World) *cobra.Command {
	o := &options{world: w, lang: languageFlag{i18n.EN}}
	c := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the description, for editors",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			if _, err := w.Stdout.Write(schema.In(schema.Application, o.language())); err != nil {
				return failure{err}
			}
			return nil
		},
	}
	c.Flags().Var(&o.lang, "lang", "describe the keys in nb, nn or en")
	return c
}
