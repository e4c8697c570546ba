package cli

import (
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/report"
	"soknad/internal/rules"
)

// formats lists the formats of --report.
func formats() []string { return []string{"text", "json", "github", "sarif", "junit"} }

// A target is one --report: a format, and the file to write it to, or "" for
// standard output.
type target struct{ format, file string }

// targets is the flag --report, which can be given several times.
type targets []target

// Set reads FORMAT or FORMAT=FILE.
func (t *targets) Set(s string) error {
	format, file, _ := strings.Cut(s, "=")
	if !slices.Contains(formats(), format) {
		return i18n.Errorf("it can be %s, each with =FILE", strings.Join(formats(), ", "))
	}
	*t = append(*t, target{format: format, file: file})
	return nil
}

// String writes the flag as it was given.
func (t *targets) String() string {
	words := make([]string, len(*t))
	for i, r := range *t {
		words[i] = r.format
		if r.file != "" {
			words[i] += "=" + r.file
		}
	}
	return strings.Join(words, ",")
}

// Type names the flag's value in the help.
func (t *targets) Type() string { return "format[=file]" }

// write writes the findings in every format that was asked for, or else as
// text.
func (o *options) write(list diag.List) error {
	if len(o.reports) == 0 {
		return o.writer("text", o.world.Stdout).Write(list)
	}
	for _, r := range o.reports {
		if r.file == "" {
			if err := o.writer(r.format, o.world.Stdout).Write(list); err != nil {
				return err
			}
			continue
		}
		var out bytes.Buffer
		if err := o.writer(r.format, &out).Write(list); err != nil {
			return err
		}
		if err := pipeline.WriteFile(r.file, out.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

func (o *options) writer(format string, w io.Writer) report.Writer {
	dir := filepath.ToSlash(filepath.Clean(o.dir))
	switch format {
	case "json":
		return report.JSON{W: report.HarmlessJSON(w), Lang: o.language()}
	case "github":
		return report.GitHub{W: w, Lang: o.language(), Dir: dir}
	case "sarif":
		return report.SARIF{W: report.HarmlessJSON(w), Lang: o.language(), Dir: dir, Rules: described(o.language())}
	case "junit":
		return report.JUnit{W: report.HarmlessXML(w), Lang: o.language()}
	default:
		color := o.world.Color && w == o.world.Stdout && o.world.Getenv("NO_COLOR") == ""
		return report.Text{W: w, Lang: o.language(), Color: color}
	}
}

// described tells the formats for machines what the rules are.
func described(l i18n.Lang) []report.Rule {
	var all []report.Rule
	for _, r := range rules.All() {
		all = append(all, report.Rule{Code: r.Code, Name: r.Name, Title: i18n.Msg(r.Title).In(l), Severity: r.Severity, Help: r.Page(l)})
	}
	return all
}
