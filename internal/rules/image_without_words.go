package rules

import (
	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/source"
)

var imageWithoutWords = &Rule{
	Code: "TXT010", Name: "image-without-words", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "an image says in no words what it shows",
	Check: func(p *Pass) {
		p.eachImage(func(at source.Span, image document.Image) {
			if image.Words == "" {
				p.Reportf(at, "this image says in no words what it shows").
					Hint("write the words between the brackets: ![Map of the mines in Nordland](%s)", image.Destination)
			}
		})
	},
}

// eachImage visits the images of the applicant's texts.
func (p *Pass) eachImage(visit func(at source.Span, image document.Image)) {
	for _, text := range p.Project.Texts() {
		if !text.Markdown {
			continue
		}
		for _, image := range document.Images(text.Value) {
			visit(text.Part(image.Start, image.End), image)
		}
	}
}
