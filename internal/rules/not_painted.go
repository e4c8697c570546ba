package rules

import (
	"bytes"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/source"
)

var notPainted = &Rule{
	Code: "PAG002", Name: "not-painted", Since: "0.1.0", Severity: diag.Error, Needs: LaidOut,
	Title: "a part of a text cannot be shown in the PDF",
	Check: func(p *Pass) {
		for _, u := range p.Pages.Unsupported {
			p.notPainted(u)
		}
	},
}

func (p *Pass) notPainted(u Unsupported) {
	switch words := p.words(u); {
	case strings.HasPrefix(words, "</"): // the end of what was reported where it begins
	case u.Kind == "HTMLBlock" || u.Kind == "RawHTML":
		p.Reportf(p.written(words), "HTML is left out of the PDF").
			Hint("write it in Markdown; if the character < is meant, write \\<")
	case u.Kind == "Image":
		p.imageNotPainted(words)
	case u.Kind == "Link":
		p.Reportf(p.written(words), "this link leads nowhere").
			Hint("let it lead to an address that begins with https://, http:// or mailto:, or to a heading, as in [the budget](#17-budsjett)")
	default:
		p.Reportf(p.written(words), "this cannot be shown in the PDF")
	}
}

// imageNotPainted reports an image that could be shown elsewhere; what cannot
// be shown at all has been reported.
func (p *Pass) imageNotPainted(words string) {
	images := document.Images(words)
	if len(images) == 0 {
		return
	}
	if _, err := p.PictureOf(images[0].Destination); err == nil {
		p.Reportf(p.written(words), "an image cannot be shown in the middle of other things").
			Hint("give it a paragraph of its own, with an empty line before and after")
	}
}

// words returns what stands in the document where something cannot be
// painted, as far as it stands on one line.
func (p *Pass) words(u Unsupported) string {
	line, _, _ := bytes.Cut(p.Document.Text[u.Offset:], []byte("\n"))
	last := map[string]string{"RawHTML": ">", "Link": ")", "Image": ")"}[u.Kind]
	if i := bytes.Index(line, []byte(last)); i > 0 {
		line = line[:i+1]
	}
	return strings.TrimSpace(string(line))
}

// written returns where a person wrote words of the document: in the first
// text that has them, or at least their beginning.
func (p *Pass) written(words string) source.Ranger {
	for n := len(words); n > 0; n /= 2 {
		for _, text := range p.Project.Texts() {
			if i := strings.Index(text.Value, words[:n]); i >= 0 && text.Markdown {
				return text.Part(i, i+n)
			}
		}
	}
	return p.Project.Place("application")
}
