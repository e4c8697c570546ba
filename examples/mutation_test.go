package examples_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/pipeline"
	"soknad/internal/source"
	"soknad/templates"
)

// A mutation is one mistake made in one line of the example.
type mutation struct {
	kind, file string
	line       int // counted from 1
	text       []byte
}

// A slip makes a mistake in a line, or returns the line as it is when it
// cannot be made there.
type slip struct {
	kind string
	make func(line string) string
}

// slips are the mistakes that people make, each in one line.
func slips() []slip {
	return []slip{
		{"a line deleted", func(l string) string {
			if !regexp.MustCompile(`^ +[a-z_]+: \S`).MatchString(l) || strings.HasSuffix(l, "|") || strings.HasSuffix(l, ">-") {
				return l
			}
			return ""
		}},
		{"an id renamed", replacing(`^( *- (?:\{)?id: [a-z0-9-]+)`, "${1}x")},
		{"a reference misspelt", replacing(`^( +(?:focus_area|lead|owner|parent|workshop|contract_partner|from): [a-z]{2})[a-z]([a-z-]+)$`, "$1$2")},
		{"a date in Norwegian", replacing(`([0-9]{4})-([0-9]{2})-([0-9]{2})`, "$3.$2.$1")},
		{"a date that does not exist", replacing(`([0-9]{4})-[0-9]{2}-[0-9]{2}`, "$1-13-41")},
		{"an amount with spaces", replacing(`(amount: [0-9]+)([0-9]{3})`, "$1 $2")},
		{"an amount in words", replacing(`amount: [0-9]+`, "amount: masse")},
		{"an amount that is another", replacing(`amount: ([0-9])`, "amount: 1$1")},
		{"a key misspelt", replacing(`^( +(?:- )?[a-z])[a-z]([a-z]{2,}: )`, "$1$2")},
		{"a value misspelt", replacing(`((?:kind|status|level|category): [a-z])[a-z]([a-z]+)`, "$1$2")},
		{"quotes forgotten", replacing(`: "([0-9. ]+)"`, ": $1")},
		{"a tab", replacing(`^ +`, "\t")},
		{"a quote or a bracket left open", replacing(`[\]"}]$`, "")},
		{"a line too far in", replacing(`^( +)([a-z_]+: )`, " $1$2")},
		{"no space after the colon", replacing(`^( +[a-z_]+:) `, "$1")},
	}
}

func replacing(pattern, with string) func(string) string {
	re := regexp.MustCompile(pattern)
	return func(l string) string {
		m := re.FindStringSubmatchIndex(l)
		if m == nil {
			return l
		}
		return l[:m[0]] + string(re.ExpandString(nil, with, l, m)) + l[m[1]:]
	}
}

// each is how many mutations are made of a kind, evenly spread.
const each = 20

// mutations makes the mutations of an example, the same in every run.
func mutations(files map[string][]byte) []mutation {
	var all []mutation
	for _, s := range slips() {
		var possible []mutation
		for _, name := range slices.Sorted(maps.Keys(files)) {
			lines := strings.Split(string(files[name]), "\n")
			for i, line := range lines {
				mutated := s.make(line)
				if mutated == line {
					continue
				}
				changed := slices.Clone(lines)
				changed[i] = mutated
				if mutated == "" {
					changed = slices.Delete(changed, i, i+1)
				}
				possible = append(possible, mutation{s.kind, name, i + 1, []byte(strings.Join(changed, "\n"))})
			}
		}
		for i := range min(each, len(possible)) {
			all = append(all, possible[i*len(possible)/min(each, len(possible))])
		}
	}
	return all
}

// TestOneMistakeIsOneFinding makes 300 single mistakes in the big example, and
// holds how many findings each gives and whether the first of them speaks of
// the line with the mistake.
func TestOneMistakeIsOneFinding(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	base := fstest.MapFS{}
	yaml := map[string][]byte{}
	err := fs.WalkDir(os.DirFS("mineralklynge-nord"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "want/") {
			return err
		}
		data, err := os.ReadFile(path.Join("mineralklynge-nord", name))
		base[name] = &fstest.MapFile{Data: data}
		if path.Ext(name) == ".yaml" {
			yaml[name] = data
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	all := mutations(yaml)
	found := make([]diag.List, len(all))
	var group sync.WaitGroup
	next := make(chan int)
	for range 2 {
		group.Go(func() {
			for i := range next {
				files := maps.Clone(base)
				files[all[i].file] = &fstest.MapFile{Data: all[i].text}
				r, err := pipeline.CheckDescription(pipeline.Job{Files: files, Packs: templates.FS()})
				if err != nil {
					t.Error(err)
					continue
				}
				found[i] = r.Findings
			}
		})
	}
	for i := range all {
		next <- i
	}
	close(next)
	group.Wait()
	judge(t, all, found)
}

// judge holds the figures, and writes those of each kind to a golden file.
func judge(t *testing.T, all []mutation, found []diag.List) {
	t.Helper()
	var counts []int
	var out bytes.Buffer
	fmt.Fprintf(&out, "%-32s %5s %5s %5s %5s %9s\n", "mistake", "none", "one", "two", "more", "elsewhere")
	unnamed := 0
	for _, s := range slips() {
		var by [4]int
		elsewhere := 0
		for i, m := range all {
			if m.kind != s.kind {
				continue
			}
			n := len(found[i])
			counts = append(counts, n)
			by[min(n, 3)]++
			if n > 0 && !names(found[i][0], m) {
				elsewhere++
				t.Logf("%s:%d %s\n%s", m.file, m.line, m.kind, golden.Story(found[i]))
			} else if n > 2 {
				t.Logf("%s:%d %s\n%s", m.file, m.line, m.kind, golden.Story(found[i]))
			}
		}
		unnamed += elsewhere
		fmt.Fprintf(&out, "%-32s %5d %5d %5d %5d %9d\n", s.kind, by[0], by[1], by[2], by[3], elsewhere)
	}
	slices.Sort(counts)
	median, ninety := counts[len(counts)/2], counts[len(counts)*9/10]
	fmt.Fprintf(&out, "\n%d mistakes: median %d, 90th percentile %d, first finding elsewhere %d\n", len(all), median, ninety, unnamed)
	golden.File(t, "mutations.txt", out.Bytes())
	if len(all) != 300 || median != 1 || ninety > 2 {
		t.Errorf("the figures are not good enough:\n%s", out.String())
	}
}

// names reports whether a finding speaks of the line with the mistake, or of
// the entry around a line that is gone.
func names(d *diag.Diagnostic, m mutation) bool {
	if d.Span.File.Name == m.file && near(d, m) {
		return true
	}
	return slices.ContainsFunc(d.Related, func(r diag.Related) bool { return on(r.Span, m) }) ||
		slices.ContainsFunc(d.Hints, func(h diag.Hint) bool { return on(h.Span, m) })
}

func on(s source.Span, m mutation) bool {
	return !s.IsZero() && s.File.Name == m.file && s.First().Line == m.line
}

func near(d *diag.Diagnostic, m mutation) bool {
	first, last := d.Span.First().Line, d.Span.Last().Line
	if first <= m.line && m.line <= last {
		return true
	}
	switch m.kind {
	case "a line deleted": // the entity that lacks it
		return first < m.line && m.line-first < 60
	case "a quote or a bracket left open": // where it was opened
		return first < m.line && m.line-first < 4
	}
	return false
}
