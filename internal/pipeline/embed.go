package pipeline

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"soknad/internal/i18n"
	"soknad/internal/render/markdown"
	"soknad/internal/render/pdf"
	"soknad/internal/source"
)

// FindingsName is the name of the findings inside the PDF.
const FindingsName = "findings.json"

// Embed puts what the document was made of inside its PDF: the description,
// the sections' texts, the Markdown that says the same, and the findings, given
// as JSON. The sources are read again, byte for byte.
func (r *Result) Embed(job Job, findings []byte) error {
	in, err := read(job.Files)
	if err != nil {
		return err
	}
	for _, f := range in.yaml {
		r.Layout.Attach(embedded(f, "application/yaml", "A part of the description that the document was made from"))
	}
	for _, id := range slices.Sorted(maps.Keys(in.sections)) {
		r.Layout.Attach(embedded(in.sections[id], "text/markdown", "The applicant's own text of a section"))
	}
	r.Layout.Attach(
		pdf.Attachment{Name: MarkdownName, Type: "text/markdown", Relation: pdf.Alternative, Data: r.Document.Text,
			Description: "The same text as Markdown"},
		pdf.Attachment{Name: FindingsName, Type: "application/json", Relation: pdf.Supplement, Data: findings,
			Description: "What soknad found when it made the document"})
	return nil
}

func embedded(f *source.File, mediaType, description string) pdf.Attachment {
	return pdf.Attachment{Name: f.Name, Type: mediaType, Relation: pdf.FromSource, Data: f.Text, Description: description}
}

// Extract writes the files inside a PDF below a folder, which it makes, and
// returns their names. It writes over nothing, and nothing outside the folder.
func Extract(data []byte, dir string) (names []string, err error) {
	files, err := pdf.Attachments(data)
	if err != nil {
		return nil, ofPDF(err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	for _, f := range files {
		if !filepath.IsLocal(filepath.FromSlash(f.Name)) {
			return nil, i18n.Errorf("the file %q inside the PDF would be written outside the folder", f.Name)
		}
		if _, err := root.Lstat(f.Name); !errors.Is(err, fs.ErrNotExist) {
			return nil, i18n.Errorf("%s is there already", path.Join(filepath.ToSlash(dir), f.Name))
		}
	}
	for _, f := range files {
		if err := replace(folder{root}, markdown.File{Name: f.Name, Data: f.Data}); err != nil {
			return nil, err
		}
		names = append(names, f.Name)
	}
	return names, nil
}
