package rules

import (
	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/source"
)

var tangledText = &Rule{
	Code: "TXT012", Name: "tangled-text", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a text is too tangled to be read as Markdown",
	Check: func(p *Pass) {
		for _, text := range p.Project.Texts() {
			if !text.Markdown {
				continue
			}
			if e := document.Beyond(text.Value); e != nil {
				p.tangled(text.Part(e.Start, e.End), e.Bound)
			}
		}
	},
}

// tangled says which bound a text goes beyond, and how it comes back.
func (p *Pass) tangled(at source.Span, bound document.Bound) {
	switch bound {
	case document.Containers:
		p.Reportf(at, "more than %d lists and quotations stand inside each other", document.MaxContainers).
			Hint("end some of them, or write the text without")
	case document.Marks:
		p.Reportf(at, "more than %d of the marks *, _ and [ stand in one paragraph", document.MaxMarks).
			Hint("put a blank line between paragraphs, and a backslash before a mark that is only a mark")
	case document.Columns:
		p.Reportf(at, "the table has more than %d columns", document.MaxColumns).
			Hint("make several tables of it")
	case document.Cells:
		p.Reportf(at, "the tables of the text have more than %d cells", document.MaxCells).
			Hint("put a part of it among the annexes")
	case document.BlankLines:
		p.Reportf(at, "the text has more than %d blank lines", document.MaxBlankLines).
			Hint("leave out blank lines that follow each other")
	case document.Length:
		p.Reportf(at, "the paragraph is longer than %d bytes", document.MaxParagraph).
			Hint("put a blank line between paragraphs")
	case document.Blocks:
		p.Reportf(at, "the text has more than %d lists and quotations", document.MaxBlocks).
			Hint("put a part of it among the annexes")
	default:
		p.Reportf(at, "the text has more than %d footnotes, or targets of links", document.MaxNotes).
			Hint("write them where they belong in the text")
	}
}
