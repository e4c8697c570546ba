package cli_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"soknad/internal/cli"
	"soknad/internal/diag"
	"soknad/internal/pipeline"
	"soknad/templates"
)

// TestOutputIsHarmless holds that no command prints a line that a CI runner
// obeys, or a character that a terminal does, whatever the names and titles of
// an application are, and its files.
func TestOutputIsHarmless(t *testing.T) {
	minimal, err := filepath.Abs("../../examples/minimal")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	called(t, minimal, dir, "::error::ond ##[error]ond")
	t.Chdir(dir)
	for _, command := range []string{
		"validate", "assemble --draft", "assemble --draft --annexes attach", "status", "status --format markdown",
		"status --format json", "trace", "trace sortering", "trace --format mermaid sortering", "trace --format dot sortering",
		"rank", "diff " + minimal, "diff --format markdown " + minimal, "letters", "calls calls/own",
		"validate --report json", "validate --report sarif", "validate --report junit", "validate --report github",
		"check-pdf build/application.pdf",
	} {
		var out bytes.Buffer
		world := cli.World{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }, Now: func() time.Time {
			return time.Date(2012, time.March, 1, 0, 0, 0, 0, time.UTC)
		}}
		if status := cli.Main(strings.Fields(command), world); status > 1 || out.Len() == 0 && status == 0 {
			t.Errorf("%s ends with status %d: %s", command, status, out.String())
		}
		harmless(t, command, out.String())
	}
}

// called makes an application like another one in which every name and title is
// the same, and so are the names of some files.
func called(t *testing.T, like, dir, name string) {
	t.Helper()
	r, err := pipeline.ReadDescription(pipeline.Job{Files: os.DirFS(like), Packs: templates.FS()})
	if err != nil {
		t.Fatal(err)
	}
	var edits []diag.Edit
	for _, text := range r.Project.Texts() {
		if at := text.Field.Span(); !strings.HasSuffix(text.Field.Path, ".email") && !strings.HasSuffix(text.Field.Path, ".phone") && !text.Markdown {
			edits = append(edits, diag.Edit{Span: at, New: `"` + name + `"`})
		}
	}
	files := diag.Edited(edits)
	files[name+"\u061c\x1b.yaml"] = []byte("risks: [{id: r, titel: x}]\n")
	pack, err := fs.ReadFile(templates.FS(), "arena/2012/call.yaml")
	if err != nil {
		t.Fatal(err)
	}
	files["calls/own/call.yaml"] = bytes.ReplaceAll(pack, []byte("Bakgrunn"), []byte(name))
	for file, text := range files {
		file = filepath.Join(dir, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Skip(err) // Windows has no such names.
		}
	}
}

// harmless holds that a text has no line that a runner obeys, and no character
// that a terminal does.
func harmless(t *testing.T, command, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(strings.TrimSpace(line), "::") && !ours.MatchString(line) || strings.Contains(line, "##[") {
			t.Errorf("%s: a runner obeys %q", command, line)
		}
		if i := strings.IndexFunc(line, obeyed); i >= 0 {
			t.Errorf("%s: a terminal obeys %q", command, line)
		}
	}
}

// ours are the commands that annotate lines.
var ours = regexp.MustCompile(`^::(error|warning|notice) title=[A-Z]{3}[0-9]{3},file=`)

func obeyed(r rune) bool {
	return r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r))
}
