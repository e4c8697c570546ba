package report_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/invent"
	"soknad/internal/report"
	"soknad/internal/source"
)

// FuzzReports holds that no text of a file, and no name of one, becomes a
// command of a runner or a sequence of a terminal in any report, and that the
// reports for programs stay what they are.
func FuzzReports(f *testing.F) {
	for i, nasty := range invent.Nasty() {
		f.Add(nasty+"/"+nasty+".yaml", "x: "+nasty+"\n", nasty, i)
	}
	f.Fuzz(func(t *testing.T, name, text, word string, at int) {
		file := source.NewFile(name, []byte(text))
		at = max(0, min(at, len(text)))
		list := diag.List{diag.New("REF001", diag.Error, file.Span(at, len(text)), "%s", word).
			Relate(file.Span(0, at), "%s", word).Hint("%s", word).Fix(file.Span(at, at), word, "%s", word)}
		harmless(t, written(t, list, func(w io.Writer) report.Writer { return report.Text{W: w, Lang: i18n.EN} }))
		annotation := written(t, list, func(w io.Writer) report.Writer { return report.GitHub{W: w, Lang: i18n.EN, Dir: "x"} })
		command, rest, _ := strings.Cut(annotation, "\n")
		harmless(t, strings.TrimPrefix(command, "::error title=REF001,"))
		if rest != "" {
			t.Fatalf("one finding takes more than a line:\n%s", annotation)
		}
		forPrograms(t, list)
	})
}

func written(t *testing.T, list diag.List, writer func(io.Writer) report.Writer) string {
	t.Helper()
	var out bytes.Buffer
	if err := writer(&out).Write(list); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// harmless holds that a text has no line that a runner obeys, and no character
// that a terminal does.
func harmless(t *testing.T, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
			t.Fatalf("a runner obeys %q", line)
		}
		if i := strings.IndexFunc(line, obeyed); i >= 0 {
			t.Fatalf("a terminal obeys %q", line[i:])
		}
	}
}

func obeyed(r rune) bool {
	return r != '\t' && r != '\u00ad' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' || r == '\u200b')
}

// forPrograms holds that what programs read is JSON and XML.
func forPrograms(t *testing.T, list diag.List) {
	t.Helper()
	for _, text := range []string{
		written(t, list, func(w io.Writer) report.Writer { return report.JSON{W: w, Lang: i18n.EN} }),
		written(t, list, func(w io.Writer) report.Writer { return report.SARIF{W: w, Lang: i18n.EN, Rules: rules()} }),
	} {
		if !json.Valid([]byte(text)) {
			t.Fatalf("it is no JSON: %s", text)
		}
	}
	tests := xml.NewDecoder(strings.NewReader(written(t, list, func(w io.Writer) report.Writer { return report.JUnit{W: w, Lang: i18n.EN} })))
	for {
		_, err := tests.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("it is no XML: %v", err)
		}
	}
}
