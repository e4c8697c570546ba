package cli

import (
	"io"

	"soknad/internal/report"
)

// output is where text of a format goes that names and titles of an application
// stand in: standard output, which may be a terminal or the log of a CI run.
func (w World) output(format string) io.Writer {
	if format == "json" {
		return report.HarmlessJSON(w.Stdout)
	}
	return report.Harmless(w.Stdout)
}
