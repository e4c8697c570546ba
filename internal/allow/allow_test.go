package allow_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"soknad/internal/allow"
	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

const yaml = `goals: # soknad: allow GOA001 because the main goal comes on Monday
  - id: a
    # soknad: allow REF001, REF002 until 2012-03-20 because it is late
    focus_areas:
    - x

    - y
    owner: z
  # soknad: allow GOA007 because nobody knows the baseline
  # An ordinary comment.
  - id: b
    level: sub
  - id: c # soknad: allow GOA006
    text: |
      # soknad: allow TXT001 because this is text
# soknad: alow REF001
# soknad: allow REF001 until monday because it is wrong
# soknad: allow REF001 because nothing follows
`

// TestStacked holds that silences one above another speak of the same block.
func TestStacked(t *testing.T) {
	text := strings.Repeat("# soknad: allow GOA001 because it is so\n\n", 20_000) + "goals:\n- id: a\n- id: b\nrisks: []\n"
	f := source.NewFile("a.yaml", []byte(text))
	root, _ := syntax.Parse(f)
	all, _ := allow.InComments(syntax.Comments(f, root))
	if len(all) != 20_000 {
		t.Fatalf("%d silences", len(all))
	}
	for i, a := range all {
		if a.First != 40_001 || a.Last != 40_003 {
			t.Fatalf("silence %d speaks of %d to %d", i, a.First, a.Last)
		}
	}
}

// TestInComments holds which lines a silence speaks of.
func TestInComments(t *testing.T) {
	f := source.NewFile("a.yaml", []byte(yaml))
	root, _ := syntax.Parse(f)
	all, list := allow.InComments(syntax.Comments(f, root))
	want := []string{
		"[GOA001] 1–1 the main goal comes on Monday",
		"[REF001 REF002] 4–7 it is late",
		"[GOA007] 11–12 nobody knows the baseline",
		"[REF001] 19–19 nothing follows",
	}
	for i, a := range all {
		if got := fmt.Sprintf("%v %d–%d %s", a.Codes, a.First, a.Last, a.Reason); i >= len(want) || got != want[i] {
			t.Errorf("silence %d is %s", i, got)
		}
	}
	if len(all) != len(want) {
		t.Errorf("%d silences, want %d", len(all), len(want))
	}
	const findings = `a.yaml:13:11-33 error ALW002 this silence gives no reason, and silences nothing
	hint: add "because" and the reason
a.yaml:16:1-22 error ALW001 this is not how a finding is silenced
	hint: write it like this: soknad: allow REF001 until 2012-03-20 because the partner joins on Monday
a.yaml:17:1-56 error ALW001 this is not how a finding is silenced
	hint: write it like this: soknad: allow REF001 until 2012-03-20 because the partner joins on Monday
`
	if got := golden.Story(list); got != findings {
		t.Errorf("the findings are\n%s", got)
	}
}

func TestInMarkdown(t *testing.T) {
	f := source.NewFile("a.md", []byte("<!-- soknad: allow TXT001 because it is a quotation -->\nFørste linje\nandre linje\n\nNy. <!-- soknad: allow TXT003 because of this -->\n"))
	all, list := allow.InMarkdown(f)
	if len(all) != 2 || len(list) != 0 {
		t.Fatalf("%d silences, %d findings", len(all), len(list))
	}
	if all[0].First != 2 || all[0].Last != 3 || all[1].First != 5 || all[1].Last != 5 {
		t.Errorf("they speak of %d–%d and %d–%d", all[0].First, all[0].Last, all[1].First, all[1].Last)
	}
}

func TestApply(t *testing.T) {
	f := source.NewFile("a.yaml", []byte(yaml))
	root, _ := syntax.Parse(f)
	all, _ := allow.InComments(syntax.Comments(f, root))
	at := func(words string) source.Span {
		i := strings.Index(yaml, words)
		return f.Span(i, i+len(words))
	}
	list := diag.List{
		diag.New("GOA001", diag.Error, at("goals"), "silenced on its line"),
		diag.New("REF001", diag.Error, at("- y"), "silenced in its block"),
		diag.New("REF003", diag.Error, at("x\n"), "another code"),
		diag.New("REF001", diag.Error, at("z"), "after the block"),
	}
	tests := []struct {
		today    string
		silenced int
		want     []string
	}{
		{"", 2, []string{"REF003", "REF001", "ALW004", "ALW004"}},
		{"2012-03-20", 2, []string{"REF003", "REF001", "ALW004", "ALW004"}},
		{"2012-03-21", 1, []string{"REF001", "REF003", "REF001", "ALW003", "ALW004", "ALW004"}},
	}
	for _, tt := range tests {
		var today time.Time
		if tt.today != "" {
			day, err := time.Parse(time.DateOnly, tt.today)
			if err != nil {
				t.Fatal(err)
			}
			today = day
		}
		kept, silenced := allow.Apply(list, all, today, func(diag.Code) bool { return false })
		var codes []string
		for _, d := range kept {
			codes = append(codes, string(d.Code))
		}
		if silenced != tt.silenced || strings.Join(codes, " ") != strings.Join(tt.want, " ") {
			t.Errorf("on %q %d are silenced, and %v are kept", tt.today, silenced, codes)
		}
	}
}

// TestUndecided holds that a silence may be needed yet when its rule could not
// look.
func TestUndecided(t *testing.T) {
	f := source.NewFile("a.yaml", []byte("a: 1 # soknad: allow REF001 because of x\nb: 2 # soknad: allow CAL004, BUD001 because of y\n"))
	root, _ := syntax.Parse(f)
	all, _ := allow.InComments(syntax.Comments(f, root))
	kept, _ := allow.Apply(nil, all, time.Time{}, func(c diag.Code) bool { return c == "BUD001" })
	if len(kept) != 1 || kept[0].Code != "ALW004" || kept[0].Span.First().Line != 1 {
		t.Errorf("the findings are\n%s", golden.Story(kept))
	}
}
