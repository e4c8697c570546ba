package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"soknad/internal/bench"
	"soknad/internal/bench/text"
)

// A subject is a description of a size, and its document's words for those
// that make nothing but a PDF of them.
type subject struct {
	scale    int
	dir      string
	markdown string
	typst    string
	html     string
	pieces   string
	work     string // the folder of what the programs write
}

// path returns the name of a file among what the programs write.
func (s *subject) path(name string) string { return filepath.Join(s.work, name) }

// name says what a subject is.
func (s *subject) name() string {
	if s.scale == 0 {
		return "The big example"
	}
	return fmt.Sprintf("%d×", s.scale)
}

// example is the big example, as seen from where scripts/bench starts.
const example = "examples/mineralklynge-nord"

// newSubject says where a description of a scale and its words are.
func newSubject(tools string, scale int) *subject {
	at := filepath.Join(tools, fmt.Sprintf("work-%d", scale))
	return &subject{
		scale: scale, dir: filepath.Join(at, "application"), work: at, markdown: filepath.Join(at, "words.md"),
		typst: filepath.Join(at, "words.typ"), html: filepath.Join(at, "words.html"), pieces: filepath.Join(at, "words.txt"),
	}
}

// prepare makes a description, and lets soknad make its Markdown, from which
// the words of all others are taken.
func (s *subject) prepare(soknad string) error {
	if err := s.write(); err != nil {
		return err
	}
	if err := in(".", soknad, "assemble", s.dir); err != nil {
		return err
	}
	return s.writeWords()
}

// write writes the description.
func (s *subject) write() error {
	if s.scale > 0 {
		return bench.Write(s.dir, bench.Corpus(s.scale))
	}
	err := os.CopyFS(s.dir, os.DirFS(example))
	return errors.Join(err, os.RemoveAll(filepath.Join(s.dir, "build")), os.RemoveAll(filepath.Join(s.dir, "want")))
}

// images are the lines of Markdown that show an image. The others do not get
// them: they are to write the words.
var images = regexp.MustCompile(`(?m)^!\[.*\]\(.*\)$`)

// writeWords writes the document's words in the forms that the others read.
func (s *subject) writeWords() error {
	delivered, err := os.ReadFile(filepath.Join(s.dir, "build", "application.md"))
	if err != nil {
		return err
	}
	words := images.ReplaceAll(delivered, nil)
	pieces := text.Pieces(words)
	html, err := text.HTML(words)
	return errors.Join(err,
		os.WriteFile(s.markdown, words, 0o644),
		os.WriteFile(s.html, html, 0o644),
		os.WriteFile(s.typst, []byte(typst(pieces)), 0o644),
		os.WriteFile(s.pieces, []byte(lines(pieces)), 0o644))
}
