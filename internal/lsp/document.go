package lsp

import (
	"slices"
)

// A document is a file that the editor has open.
type document struct {
	uri     string
	version int
	text    []byte
	// application is the folder of the application it belongs to, or "".
	application string
}

func (s *server) didOpen(p didOpenParams) {
	file, ok := pathOf(p.Document.URI)
	if !ok {
		return
	}
	s.documents[file] = &document{uri: p.Document.URI, version: p.Document.Version, text: []byte(p.Document.Text)}
	s.changed(file)
}

func (s *server) didChange(p didChangeParams) {
	file, _ := pathOf(p.Document.URI)
	d := s.documents[file]
	if d == nil {
		return
	}
	for _, c := range p.Changes {
		d.text = changed(d.text, c)
	}
	d.version = p.Document.Version
	s.changed(file)
}

// changed returns a text after a change, and leaves the old one as it was.
func changed(text []byte, c change) []byte {
	if c.Range == nil {
		return []byte(c.Text)
	}
	start, end := offsetOf(text, c.Range.Start), offsetOf(text, c.Range.End)
	return slices.Concat(text[:start], []byte(c.Text), text[max(start, end):])
}

func (s *server) didSave(p documentParams) {
	if file, ok := pathOf(p.Document.URI); ok {
		s.changed(file)
	}
}

func (s *server) didClose(p documentParams) {
	file, _ := pathOf(p.Document.URI)
	if s.documents[file] == nil {
		return
	}
	delete(s.documents, file)
	s.changed(file)
}

// didChangeFiles is told when files changed on the disk. Which ones does not
// matter: an application is always read as a whole.
func (s *server) didChangeFiles(struct{}) {
	for _, a := range s.applications {
		a.revision++
	}
	s.regroup()
}
