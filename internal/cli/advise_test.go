package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestAdvice holds that somebody at a terminal is told what to do next, and that
// nobody else is.
func TestAdvice(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vår søknad")
	advised := func(is bool, args ...string) string {
		var out, notices strings.Builder
		Main(append(args, "--lang", "en"), World{
			Stdin: strings.NewReader(""), Stdout: &out, Stderr: &notices, Advised: is,
			Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Time{} },
		})
		var next string
		for line := range strings.Lines(notices.String()) {
			if strings.HasPrefix(line, "next: ") {
				next = strings.TrimSpace(line)
			}
		}
		return strings.ReplaceAll(next, dir, "DIR")
	}
	advised(false, "init", dir, "--yes")
	for _, story := range []struct{ command, flag, want string }{
		{"validate", "--only=TXT001", `next: soknad status "DIR" says what matters most, and soknad validate "DIR" --only TXT001 shows one kind at a time`},
		{"validate", "--only=PAR008", "next: soknad explain PAR008 says more of that"},
		{"validate", "--only=REF001", `next: soknad assemble "DIR" makes the PDF`},
		{"assemble", "--only=REF001", `next: soknad status "DIR" says whether it can be sent`},
		{"letters", "--only=core-company-1", `next: send each its sheet, and write what comes back as commitment; soknad status "DIR" says who has not answered`},
		{"bundle", "--only=REF001", `next: send what is in it, and record it by soknad bundle "DIR" --sent with the day and the time`},
		{"bundle", "--sent=2012-03-30T14:10", `next: keep the folder sent with the application; soknad verify "DIR/sent/2012-03-30T1410.zip" proves what was in it`},
	} {
		if got := filepath.ToSlash(advised(true, story.command, dir, story.flag)); got != story.want {
			t.Errorf("%s %s says %q, want %q", story.command, story.flag, got, story.want)
		}
		if got := advised(false, story.command, dir, story.flag); got != "" {
			t.Errorf("%s %s says %q to nobody", story.command, story.flag, got)
		}
	}

	name := filepath.Join(dir, "activities.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(text), "focus_area: focus-area-1", "focus_area: focus-area-2", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, want := advised(true, "validate", dir), `next: soknad validate "DIR" --fix applies the cures that are safe (1)`; got != want {
		t.Errorf("a slip with a cure is met by %q, want %q", got, want)
	}
	if got, want := advised(true, "assemble", dir), `next: cure the errors, or see a draft in spite of them by soknad assemble "DIR" --draft`; got != want {
		t.Errorf("a document with errors is met by %q, want %q", got, want)
	}
}
