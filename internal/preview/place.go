package preview

import (
	"bytes"
	"strings"
	"unicode"

	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/model"
	"soknad/internal/render/html"
)

// A spot is a block of the document, by its number in its section.
type spot struct{ section, block int }

// nowhere is the spot of findings about no text that the document shows.
func nowhere() spot { return spot{-1, -1} }

// place says beside which block each finding stands.
func place(s State, sections []html.Section) map[spot]diag.List {
	placed := map[spot]diag.List{}
	p := placer{state: s, sections: sections}
	for _, d := range s.Findings {
		at := p.spot(d)
		placed[at] = append(placed[at], d)
	}
	return placed
}

// A placer looks for the text that findings are about.
type placer struct {
	state    State
	sections []html.Section
}

// spot finds the text that a finding is about: a line of a section's own text,
// or else what the description says nearest to the place, or else the beginning
// of the section that is made from it.
func (p placer) spot(d *diag.Diagnostic) spot {
	if p.state.Project == nil || d.Span.IsZero() || len(p.sections) == 0 {
		return nowhere()
	}
	if prose, ok := p.prose(d); ok {
		return p.inProse(d, prose.ID)
	}
	for _, text := range p.state.Project.Around(d.Span) {
		if at, ok := p.find(text); ok {
			return at
		}
	}
	return p.home(d)
}

// home finds the section that the part of the description with the finding is
// most at home in.
func (p placer) home(d *diag.Diagnostic) spot {
	if p.state.Home == nil {
		return nowhere()
	}
	return p.beginning(p.state.Home(p.state.Project.Part(d.Span)))
}

// beginning is the first block of a section.
func (p placer) beginning(id string) spot {
	for i, s := range p.sections {
		if id != "" && s.ID == id && len(s.Blocks) > 0 {
			return spot{i, 0}
		}
	}
	return nowhere()
}

// prose returns the section's own text that a finding is about.
func (p placer) prose(d *diag.Diagnostic) (model.Prose, bool) {
	for _, prose := range p.state.Project.Prose {
		at := prose.Span()
		// A file is another one when something in it was blanked.
		if at.File.Name == d.Span.File.Name && at.Start <= d.Span.Start && d.Span.End <= at.End {
			return prose, true
		}
	}
	return model.Prose{}, false
}

// inProse finds the line that a finding is about in the section that shows it;
// where the line reads otherwise there, it is the section itself.
func (p placer) inProse(d *diag.Diagnostic, id string) spot {
	line := strings.Trim(string(d.Span.File.Line(d.Span.First().Line)), "#>-*+ \t")
	for i, s := range p.sections {
		if s.ID != id {
			continue
		}
		for j, b := range s.Blocks {
			if line != "" && bytes.Contains(p.text(b), []byte(line)) {
				return spot{i, j}
			}
		}
	}
	return p.beginning(id)
}

func (p placer) text(b html.Block) []byte { return p.state.Document.Text[b.Start:max(b.Start, b.End)] }

// shortest is how many letters and digits a text must have to be looked for. A
// placeholder has fewer, and says nothing of where it stands.
const shortest = 3

// find finds the block that shows a text. Its first line is enough. One that
// it names goes before one that lists it, and that before any other.
func (p placer) find(text string) (at spot, found bool) {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if lettersIn(line) < shortest {
		return nowhere(), false
	}
	best := 0
	for i, s := range p.sections {
		if s.Role == document.Contents {
			continue
		}
		for j, b := range s.Blocks {
			if fit := fitness(b); fit > best && p.shows(b, line) {
				at, best = spot{i, j}, fit
			}
		}
	}
	return at, best > 0
}

func lettersIn(line string) int {
	n := 0
	for _, r := range line {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// shows reports whether a line stands in a block, as Markdown or as plain text.
func (p placer) shows(b html.Block, line string) bool {
	text := p.text(b)
	return bytes.Contains(text, []byte(line)) || bytes.Contains(text, []byte(document.Escape(line)))
}

// fitness says how likely a block is about what it shows.
func fitness(b html.Block) int {
	switch {
	case b.Heading:
		return 3
	case b.Table:
		return 2
	default:
		return 1
	}
}
