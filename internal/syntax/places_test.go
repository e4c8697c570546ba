package syntax_test

import (
	"strings"
	"testing"
	"time"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// TestPlaces holds that the places in a long text are those that are found one
// by one, however it is written.
func TestPlaces(t *testing.T) {
	words := strings.Repeat("blåbær og 'tyttebær' ", 800)
	for name, text := range map[string]string{
		"plain":   "a: " + words + "\n",
		"double":  `a: "` + strings.ReplaceAll(words, "og", `\x41\n`) + "\"\n",
		"single":  "a: '" + strings.ReplaceAll(words, "'", "''") + "'\n",
		"literal": "a: |\n" + strings.Repeat("  blåbær\n\n", 900),
		"folded":  "a: >\n" + strings.Repeat("  blåbær\n  og\n\n", 900),
	} {
		root, _ := syntax.Parse(source.NewFile("a.yaml", []byte(text)))
		n := root.Fields[0].Value
		places := n.Places()
		for at := 0; at < len(n.Value); at += 101 {
			if got, want := places(at, at+7), n.Part(at, at+7); got != want {
				t.Fatalf("%s: %d is at %s, want %s", name, at, got, want)
			}
		}
	}
}

// TestManyPlaces holds that very many places in one long text, and a text with
// a quote that is not closed, take no time to speak of.
func TestManyPlaces(t *testing.T) {
	begun := time.Now()
	root, _ := syntax.Parse(source.NewFile("a.yaml", []byte("a: |\n  "+strings.Repeat("TODO ", 150_000)+"\n")))
	places := root.Fields[0].Value.Places()
	for at := 0; at < 750_000; at += 50 {
		places(at, at+4)
	}
	_, list := syntax.Parse(source.NewFile("a.yaml", []byte("a: \""+strings.Repeat("b\n", 150_000))))
	if took := time.Since(begun); len(list) == 0 || took > 20*time.Second {
		t.Errorf("%d findings after %s", len(list), took)
	}
}
