package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"soknad/internal/bench/text"
)

func TestInsert(t *testing.T) {
	name := filepath.Join(t.TempDir(), "performance.md")
	if err := os.WriteFile(name, []byte("above\n"+begin+"old\n"+end+"below\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := insert(name, "new\n"); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if want := "above\n" + begin + "\nnew\n\n" + end + "below\n"; string(got) != want {
		t.Errorf("the file is %q, want %q", got, want)
	}
	if err := os.WriteFile(name, []byte("no marks"), 0o644); err != nil {
		t.Fatal(err)
	}
	if insert(name, "new\n") == nil {
		t.Error("a file without marks was written")
	}
}

// TestDocument holds that the document has a place for the table.
func TestDocument(t *testing.T) {
	doc, err := os.ReadFile("../../../docs/performance.md")
	if err != nil {
		t.Fatal(err)
	}
	if before, after, ok := strings.Cut(string(doc), begin); !ok || before == "" || !strings.Contains(after, end) {
		t.Error("docs/performance.md has no place for the table")
	}
}

func TestRatios(t *testing.T) {
	fast := series{samples: []sample{{wall: 2 * time.Second}, {wall: 4 * time.Second}, {wall: 2 * time.Second}}}
	slow := series{samples: []sample{{wall: 3 * time.Second}, {wall: 12 * time.Second}, {wall: 4 * time.Second}}}
	if got := spread(slow.ratios(fast), ratio); got != "2.00 (1.50–3.00)" {
		t.Errorf("the ratios are %s", got)
	}
	if got := median([]float64{4, 1, 3, 2}); got != 2.5 {
		t.Errorf("the median is %v", got)
	}
}

func TestBenchmarkLines(t *testing.T) {
	for line, want := range map[string]stage{
		"BenchmarkStages/1x/read+rules-2 \t  3\t 354435478 ns/op\t28334117 B/op\t  436104 allocs/op": {"1×", "read+rules", 0.354435478, 28334117, 436104},
		"BenchmarkExample/assemble \t  3\t 1000000 ns/op\t28 B/op\t  4 allocs/op":                    {"the big example", "assemble", 0.001, 28, 4},
	} {
		m := benchmark.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("%q is not understood", line)
		}
		if got, err := stageOf(m); err != nil || got != want {
			t.Errorf("%q is %+v, %v", line, got, err)
		}
	}
}

// TestWords holds that the others get the same words.
func TestWords(t *testing.T) {
	pieces := text.Pieces([]byte("# A \"title\"\n\nWords in *italics*.\n\n| a | b |\n|---|---|\n| c | d\\\\e |\n"))
	if got, want := lines(pieces), "A \"title\"\nWords in italics.\na\tb\nc\td\\\\e\n"; got != want {
		t.Errorf("the lines are %q, want %q", got, want)
	}
	got := typst(pieces)
	for _, want := range []string{"= #\"A \\\"title\\\"\"\n", "#\"Words in italics.\"\n", "#table(columns: 2, table.header(\"a\", \"b\"), \"c\", "} {
		if !strings.Contains(got, want) {
			t.Errorf("%q does not hold %q", got, want)
		}
	}
}
