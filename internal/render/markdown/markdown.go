// Package markdown delivers a document as Markdown: its text byte for byte,
// with its figures as SVG files beside it.
package markdown

import (
	"maps"
	"slices"

	"soknad/internal/document"
	"soknad/internal/render/svg"
)

// TextName is the name of the Markdown file.
const TextName = "application.md"

// A File is an output with its slash-separated name.
type File struct {
	Name string
	Data []byte
}

// Render returns the Markdown file, the figures it shows and the applicant's
// own images, in the order of their names.
func Render(d *document.Document) []File {
	files := []File{{Name: TextName, Data: d.Text}}
	for _, name := range slices.Sorted(maps.Keys(d.Figures)) {
		files = append(files, File{Name: name, Data: svg.Render(d.Figures[name], d.Title)})
	}
	for _, name := range slices.Sorted(maps.Keys(d.Pictures)) {
		files = append(files, File{Name: name, Data: d.Pictures[name].File})
	}
	return files
}
