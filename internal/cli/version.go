package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

// A Build says what the program was built from, as the go command stamped it.
type Build struct {
	// Version is the tag, or what stands for a commit without one, or
	// "(devel)".
	Version string
	// Commit is the commit, "" where it is not known.
	Commit string
	// Modified says whether the source was another than the commit's.
	Modified bool
	// Go is the version of Go that built it.
	Go string
	// Platform is the system and the processor it is for.
	Platform string
}

// String says the build in one line.
func (b Build) String() string {
	commit := b.Commit
	switch {
	case commit == "":
		commit = "commit unknown"
	case b.Modified:
		commit += ", modified"
	}
	return fmt.Sprintf("%s (%s, %s, %s)", b.Version, commit, b.Go, b.Platform)
}

func newVersion(w World) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version, and the commit it was built from",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			if _, err := fmt.Fprintln(w.Stdout, "soknad", w.Build); err != nil {
				return failure{err}
			}
			return nil
		},
	}
}
