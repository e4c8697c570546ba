package cli

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"soknad/internal/i18n"
)

// paths lists how every command is written, without the program's name.
func paths(t *testing.T) [][]string {
	t.Helper()
	root := newRoot(World{})
	if err := (&help{}).install(root); err != nil {
		t.Fatal(err)
	}
	root.InitDefaultCompletionCmd()
	var all [][]string
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		all = append(all, strings.Fields(c.CommandPath())[1:])
		for _, below := range c.Commands() {
			walk(below)
		}
	}
	walk(root)
	return all
}

// shown runs a command line where the locale and the terminal are so, and
// returns what it prints.
func shown(t *testing.T, locale string, columns int, args ...string) string {
	t.Helper()
	var out, complaints bytes.Buffer
	w := World{Stdout: &out, Stderr: &complaints, Columns: columns, Locale: locale, Getenv: func(string) string { return "" }}
	if status := Main(args, w); status != statusOK || complaints.Len() > 0 {
		t.Fatalf("%q ends with status %d: %s", args, status, complaints.String())
	}
	return out.String()
}

// TestHelpIsTranslated holds that the page of every command says in Norwegian
// what it says in English, whichever way it is asked for.
func TestHelpIsTranslated(t *testing.T) {
	texts, err := HelpTexts()
	if err != nil {
		t.Fatal(err)
	}
	if len(paths(t)) < 20 || len(texts) < 150 {
		t.Fatalf("there are only %d commands and %d texts", len(paths(t)), len(texts))
	}
	for _, l := range []i18n.Lang{i18n.NB, i18n.NN} {
		for _, path := range paths(t) {
			page := shown(t, "", 0, append(path, "--help", "--lang", string(l))...)
			holdTranslated(t, page, texts, l)
			for _, args := range [][]string{append([]string{"help", "--lang", string(l)}, path...), slices.Concat([]string{"--lang", string(l)}, path, []string{"--help"})} {
				if got := shown(t, "", 0, args...); got != page {
					t.Errorf("%q shows another page:\n%s", args, got)
				}
			}
			if got := shown(t, string(l)+"-NO", 0, append(path, "-h")...); got != page {
				t.Errorf("where %s is spoken, %q shows another page:\n%s", l, path, got)
			}
		}
	}
}

// holdTranslated holds that no text is left in English on a page. Words that are
// part of names are not looked for.
func holdTranslated(t *testing.T, page string, texts []string, l i18n.Lang) {
	t.Helper()
	flat := strings.Join(strings.Fields(page), " ")
	for _, text := range texts {
		english, _, _ := strings.Cut(text, "%s")
		if strings.Contains(english, " ") && i18n.Msg(text).Translation(l) != text && strings.Contains(flat, english) {
			t.Errorf("in %s it says %q:\n%s", l, english, page)
		}
	}
}

// TestHelpFits holds that no line of help is wider than the terminal, that a
// wide one is used, and that the columns are even whatever letters they hold.
func TestHelpFits(t *testing.T) {
	for columns, want := range map[int]int{0: 80, 80: 79, 100: 99, 200: 110} {
		widest := 0
		for _, path := range paths(t) {
			for line := range strings.Lines(shown(t, "nb-NO", columns, append(path, "--help")...)) {
				widest = max(widest, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")))
			}
		}
		if widest > want || widest < want-2 {
			t.Errorf("on a terminal of %d columns, %d are used, want %d", columns, widest, want)
		}
	}
	page := shown(t, "nb-NO", 0, "status", "--help")
	for _, row := range []string{"      --format format   skriv ", "      --lang språk      språket ", "  -h, --help            vis "} {
		if !strings.Contains(page, "\n"+row) {
			t.Errorf("there is no line that begins with %q:\n%s", row, page)
		}
	}
}

// TestHelpOfLanguage holds whose --lang counts: what schema is asked to write in
// another language is asked for in that language.
func TestHelpOfLanguage(t *testing.T) {
	if page := shown(t, "nn-NO", 0, "schema", "--help"); !strings.Contains(page, "\nBruk:\n") {
		t.Errorf("the language of the machine is not spoken:\n%s", page)
	}
	if page := shown(t, "nn-NO", 0, "schema", "--help", "--lang", "en"); !strings.Contains(page, "\nUsage:\n") {
		t.Errorf("the language that was asked for is not spoken:\n%s", page)
	}
}

// TestHelpFails holds that a page that cannot be shown, or that there is not, is
// told by the status.
func TestHelpFails(t *testing.T) {
	var complaints bytes.Buffer
	w := World{Stdout: full{}, Stderr: &complaints, Getenv: func(string) string { return "" }}
	for want, args := range map[int][]string{statusFailure: {"status", "--help"}, statusUsage: {"help", "valider"}} {
		if status := Main(args, w); status != want {
			t.Errorf("%q ends with status %d, want %d: %s", args, status, want, complaints.String())
		}
	}
}

// full is a disk that is full.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }
