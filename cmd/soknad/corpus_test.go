//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"
)

// TestCorpus runs every file of a folder that SOKNAD_CORPUS names through the
// program, each as a part of an application, with bounds on time and memory, and
// prints what it came to: YAML and JSON as descriptions, Markdown as a section,
// images in a section, PDFs as annexes.
func TestCorpus(t *testing.T) {
	corpus := os.Getenv("SOKNAD_CORPUS")
	if corpus == "" {
		t.Skip("SOKNAD_CORPUS names no folder")
	}
	rows := map[string]*tally{}
	err := filepath.WalkDir(corpus, func(name string, d os.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		kind := kindOf(name)
		if kind == "" {
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if rows[kind] == nil {
			rows[kind] = &tally{}
		}
		rows[kind].add(t, name, data, tried(t, kind, filepath.Ext(name), data))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	out := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "kind\tfiles\tno finding\tfindings\tslowest\tmost memory")
	for _, kind := range []string{"yaml", "markdown", "image", "pdf"} {
		if r := rows[kind]; r != nil {
			fmt.Fprintf(out, "%s\t%d\t%d\t%d\t%v\t%d MB\n", kind, r.files, r.statuses[0], r.statuses[1], r.slowest.Round(time.Millisecond), r.most>>20)
		}
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
}

// kindOf returns what a file is in an application, by the end of its name.
func kindOf(name string) string {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case slices.Contains([]string{".yaml", ".yml", ".json"}, ext):
		return "yaml"
	case ext == ".md":
		return "markdown"
	case slices.Contains([]string{".png", ".jpg", ".jpeg", ".gif"}, ext):
		return "image"
	case ext == ".pdf":
		return "pdf"
	default:
		return ""
	}
}

// tried runs the program on an application that a file is a part of.
func tried(t *testing.T, kind, ext string, data []byte) []measured {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../examples/minimal")); err != nil {
		t.Fatal(err)
	}
	switch kind {
	case "yaml":
		writeFile(t, filepath.Join(dir, "corpus.yaml"), data)
	case "markdown":
		writeFile(t, filepath.Join(dir, "sections", "background.md"), data)
	case "image":
		writeFile(t, filepath.Join(dir, "images", "corpus"+ext), data)
		writeFile(t, filepath.Join(dir, "sections", "background.md"), []byte("![bilde](images/corpus"+ext+")\n"))
	case "pdf":
		writeFile(t, filepath.Join(dir, "annexes", "corpus.pdf"), data)
		writeFile(t, filepath.Join(dir, "corpus.yaml"), []byte("annexes: [{id: corpus, kind: other, title: Korpus, file: annexes/corpus.pdf}]\n"))
	}
	made := []measured{measure(t, dir, "validate"), measure(t, dir, "assemble", "--draft", "--annexes", "merge")}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	return made
}

// A tally is what the files of a kind came to.
type tally struct {
	files    int
	statuses [2]int
	slowest  time.Duration
	most     int64
}

// add holds a file's runs within their bounds, and counts them. A finding may
// show a stack trace that the file itself is about.
func (r *tally) add(t *testing.T, name string, data []byte, runs []measured) {
	t.Helper()
	const trace = "goroutine "
	r.files++
	for _, m := range runs {
		if m.status > 1 || m.status < 0 || strings.Contains(m.out, trace) && !strings.Contains(string(data), trace) {
			t.Errorf("%s: status %d: %s", name, m.status, m.out[:min(len(m.out), 500)])
			continue
		}
		if m.took > 20*time.Second || m.peak > 512<<20 {
			t.Errorf("%s: %v and %d MB", name, m.took, m.peak>>20)
		}
		r.slowest, r.most = max(r.slowest, m.took), max(r.most, m.peak)
	}
	r.statuses[min(max(runs[0].status, 0), 1)]++
}
