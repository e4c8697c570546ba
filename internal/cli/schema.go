package cli

import (
	"github.com/spf13/cobra"

	"soknad/internal/schema"
)

func newSchema(w World) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the description, for editors",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if _, err := w.Stdout.Write(schema.Source(schema.Application)); err != nil {
				return failure{err}
			}
			return nil
		},
	}
}
