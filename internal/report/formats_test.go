package report_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/i18n"
	"soknad/internal/report"
)

// fixable is a list whose findings carry cures, in characters that take more
// than one byte and more than one code unit.
func fixable() diag.List {
	l := list()
	at := l[0].Span
	l[0].Fix(at, "utvinning", "write %q", "utvinning")
	return l
}

func rules() []report.Rule {
	return []report.Rule{
		{Code: "REF001", Name: "unknown-reference", Title: "an id refers to something that is not written", Severity: diag.Error, Help: "# REF001\n"},
		{Code: "YML001", Name: "not-yaml", Title: "a file cannot be read as YAML", Severity: diag.Error},
	}
}

func TestFormats(t *testing.T) {
	for name, writer := range map[string]func(*bytes.Buffer) report.Writer{
		"json.json":   func(b *bytes.Buffer) report.Writer { return report.JSON{W: b, Lang: i18n.EN} },
		"github.txt":  func(b *bytes.Buffer) report.Writer { return report.GitHub{W: b, Lang: i18n.EN, Dir: "soknader/nord"} },
		"sarif.sarif": func(b *bytes.Buffer) report.Writer { return sarif(b) },
		"junit.xml":   func(b *bytes.Buffer) report.Writer { return report.JUnit{W: b, Lang: i18n.EN} },
	} {
		t.Run(name, func(t *testing.T) {
			var out, none bytes.Buffer
			if err := writer(&out).Write(fixable()); err != nil {
				t.Fatal(err)
			}
			golden.File(t, "testdata/"+name, out.Bytes())
			if err := writer(&none).Write(nil); err != nil {
				t.Fatal(err)
			}
			golden.File(t, "testdata/none-"+name, none.Bytes())
		})
	}
}

func sarif(b *bytes.Buffer) report.SARIF {
	return report.SARIF{W: b, Lang: i18n.EN, Dir: "søknader/nord", Version: "0.1.0", Rules: rules()}
}

// TestSARIFIsValid holds the log against the published schema.
func TestSARIFIsValid(t *testing.T) {
	text, err := os.ReadFile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []diag.List{nil, fixable()} {
		var out bytes.Buffer
		if err := sarif(&out).Write(l); err != nil {
			t.Fatal(err)
		}
		log, err := jsonschema.UnmarshalJSON(&out)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(log); err != nil {
			t.Error(err)
		}
	}
}

func TestJSONIsJSON(t *testing.T) {
	var out bytes.Buffer
	if err := (report.JSON{W: &out, Lang: i18n.EN}).Write(fixable()); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Version  int
		Counts   map[string]int
		Findings []struct {
			Fixes []struct{ Edits []struct{ Text string } }
		}
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Version != report.JSONVersion || got.Counts["error"] != 2 || got.Findings[0].Fixes[0].Edits[0].Text != "utvinning" {
		t.Errorf("read back as %+v", got)
	}
}

func TestJUnitIsXML(t *testing.T) {
	var out bytes.Buffer
	if err := (report.JUnit{W: &out, Lang: i18n.EN}).Write(fixable()); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
	}
	if err := xml.Unmarshal(out.Bytes(), &got); err != nil || got.Tests != 6 || got.Failures != 2 {
		t.Errorf("%d tests, %d failures: %v", got.Tests, got.Failures, err)
	}
}

// TestGitHubIsEscaped holds that no text can become a command of its own.
func TestGitHubIsEscaped(t *testing.T) {
	var out bytes.Buffer
	l := fixable()
	l[0].Message = i18n.Msg("a\n::set-output name=x::y, 100 %%\r##[error]z")
	if err := (report.GitHub{W: &out, Lang: i18n.EN, Dir: "a,b:c"}).Write(l[:1]); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(out.String(), "\n"); got != 1 {
		t.Errorf("one finding takes %d lines:\n%s", got, out.String())
	}
	if strings.Contains(out.String(), "##[") || !strings.Contains(out.String(), "file=a%2Cb%3Ac/activities.yaml") {
		t.Errorf("the command is %s", out.String())
	}
}

// TestErrors holds that no format swallows the error of its stream.
func TestErrors(t *testing.T) {
	for _, w := range []report.Writer{
		report.Text{W: broken{}}, report.JSON{W: broken{}}, report.GitHub{W: broken{}}, report.SARIF{W: broken{}}, report.JUnit{W: broken{}},
	} {
		if err := w.Write(fixable()); !errors.Is(err, errBroken) {
			t.Errorf("%T gives %v", w, err)
		}
	}
}

var errBroken = errors.New("the stream is broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }
