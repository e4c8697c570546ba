package main

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"soknad/internal/cli"
	"soknad/internal/golden"
)

// The measures of a picture of a terminal, in pixels.
const (
	wide, high = 8.43, 20 // a character, a line
	margin     = 20.0
	baseline   = 28
	widest     = 110 // characters on a line, before it is broken as a terminal does
)

// ink is how a terminal shows text after a sequence that chooses colours.
type ink struct{ color, weight string }

func inks() map[string]ink {
	const plain = "#e6e8eb"
	return map[string]ink{
		"0": {plain, "400"}, "1": {plain, "700"}, "2": {"#8b949e", "400"}, "1;31": {"#ff7b72", "700"},
		"32": {"#7ee787", "400"}, "1;33": {"#e3b341", "700"}, "34": {"#79c0ff", "400"},
	}
}

// A run is text of one ink.
type run struct {
	ink
	text string
}

// terminalPicture draws what a terminal shows as SVG. A reader who does not see
// it has the text of the picture.
func terminalPicture(shown string) []byte {
	lines := terminalLines(shown)
	columns := 0
	for _, line := range lines {
		columns = max(columns, width(line))
	}
	w, h := 2*margin+wide*float64(columns), high*len(lines)+36
	var svg strings.Builder
	fmt.Fprintf(&svg, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0f %d" role="img">`+"\n", w, h, w, h)
	svg.WriteString(`<rect width="100%" height="100%" rx="8" fill="#161b22"/>` + "\n")
	svg.WriteString(`<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace" font-size="14">` + "\n")
	for i, line := range lines {
		fmt.Fprintf(&svg, `<text y="%d">`, baseline+high*i)
		x := 0
		for _, r := range line {
			n := utf8.RuneCountInString(r.text)
			fmt.Fprintf(&svg, `<tspan x="%.1f" fill="%s" font-weight="%s" textLength="%.1f">`, margin+wide*float64(x), r.color, r.weight, wide*float64(n))
			xml.EscapeText(&svg, []byte(strings.ReplaceAll(r.text, " ", "\u00a0"))) // Spaces would run together.
			svg.WriteString(`</tspan>`)
			x += n
		}
		svg.WriteString("</text>\n")
	}
	svg.WriteString("</g></svg>\n")
	return []byte(svg.String())
}

func width(line []run) int {
	n := 0
	for _, r := range line {
		n += utf8.RuneCountInString(r.text)
	}
	return n
}

// terminalLines takes what was written apart into lines of runs.
func terminalLines(shown string) [][]run {
	sequence := regexp.MustCompile(`\x1b\[([0-9;]*)m`)
	now := inks()["0"]
	var lines [][]run
	for text := range strings.Lines(shown) {
		text = strings.TrimSuffix(text, "\n")
		var line []run
		put := func(s string) {
			for _, r := range s {
				if width(line) == widest {
					lines, line = append(lines, line), nil
				}
				if len(line) == 0 || line[len(line)-1].ink != now {
					line = append(line, run{ink: now})
				}
				line[len(line)-1].text += string(r)
			}
		}
		for {
			at := sequence.FindStringSubmatchIndex(text)
			if at == nil {
				break
			}
			put(text[:at[0]])
			now = inks()[text[at[2]:at[3]]]
			text = text[at[1]:]
		}
		put(text)
		lines = append(lines, line)
	}
	return lines
}

// TestFindingPicture draws the picture of the README: two slips in the big
// example.
func TestFindingPicture(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "nord")
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(top(t), "examples", "mineralklynge-nord"))); err != nil {
		t.Fatal(err)
	}
	for name, slip := range map[string][2]string{
		"activities/2-foredling.yaml": {"focus_area: foredling", "focus_area: fordeling"},
		"participants/bergforsk.yaml": {`municipality: "1805"`, "municipality: 1805"},
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(strings.Replace(string(text), slip[0], slip[1], 1)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	picture := filepath.Join(top(t), "docs", "finding.svg")
	t.Chdir(dir)
	var out, notices strings.Builder
	cli.Main([]string{"validate"}, cli.World{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &notices, Color: true,
		Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Time{} },
	})
	golden.File(t, picture, terminalPicture("$ soknad validate\n"+out.String()))
}
