// Package preview shows an application as web pages while it is written: the
// document, the findings beside the text they are about, how far it has come,
// and the files that it was made from.
//
// Whatever people have written is text on these pages and nothing else. What
// the pages may load comes from this package or was drawn by soknad, and a
// browser is told to refuse the rest.
package preview

import (
	"crypto/sha256"
	"encoding/hex"
	"html/template"
	"maps"
	"net/http"
	"slices"
	"sync"

	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/source"
	"soknad/internal/status"
)

// Options say how to show every state of an application.
type Options struct {
	// Lang is the language of the pages, as opposed to that of the document.
	Lang i18n.Lang
	// Hosts are the names under which the pages are asked for, such as
	// "127.0.0.1:8422". A request for another name comes from somebody else's
	// page, which has given this machine a name of its own.
	Hosts []string
	// Editor returns an address that opens an editor at a place of a file, or
	// ""; nil when there is none.
	Editor func(file string, at source.Position) string
}

// A State is what is known of an application at one moment.
type State struct {
	// Document is the latest that could be made, nil when none could.
	Document *document.Document
	// Extents say which pages its sections take, nil while nobody knows.
	Extents []document.Extent
	// Old says that the description has changed since the document was made and
	// cannot be read as it stands now.
	Old bool
	// Partial says that the document lacks what cannot be read.
	Partial bool
	// Home returns the section that a part of the description, by its key, is
	// most at home in, "" when none is; nil while no call is known.
	Home func(part string) (section string)
	// Project, Findings, Status and Sources are those of the description as it
	// stands now, nil when it cannot be read at all.
	Project  *model.Project
	Findings diag.List
	Status   *status.Status
	Sources  []*source.File
	// Failed says why the folder cannot be read, zero when it can.
	Failed i18n.Message
}

// A Site serves the latest state that it was shown.
type Site struct {
	options Options
	mux     *http.ServeMux
	pages   *template.Template

	mutex   sync.Mutex
	shown   *shown
	changed chan struct{} // closed when there is something else to show
}

// A shown is a state as it is served. It does not change.
type shown struct {
	state   State
	version string   // differs when anything that can be seen does
	main    rendered // the page of the document
	images  map[string]resource
	sources map[string]*source.File
}

// New makes a site that has nothing to show yet but an empty state.
func New(o Options) (*Site, error) {
	pages, err := templates()
	if err != nil {
		return nil, err
	}
	s := &Site{options: o, pages: pages, changed: make(chan struct{})}
	s.mux = s.routes()
	return s, s.Show(State{})
}

// Show shows another state from now on. Pages that are open learn of it, unless
// it looks as the one before.
func (s *Site) Show(state State) (err error) {
	next := &shown{state: state, images: imagesOf(state.Document), sources: sourcesOf(state)}
	if next.main, err = s.content(next); err != nil {
		return err
	}
	next.version = versionOf(next)
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.shown != nil && s.shown.version == next.version {
		return nil
	}
	s.shown = next
	close(s.changed)
	s.changed = make(chan struct{})
	return nil
}

// latest returns what is to be shown now, and what is closed when there is
// something else.
func (s *Site) latest() (*shown, <-chan struct{}) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.shown, s.changed
}

// versionOf names what can be seen.
func versionOf(s *shown) string {
	sum := sha256.New()
	sum.Write([]byte(newsOf(s.state, saying(i18n.EN))))
	sum.Write(s.main.html)
	for _, name := range slices.Sorted(maps.Keys(s.sources)) {
		sum.Write([]byte("\x00" + name + "\x00"))
		sum.Write(s.sources[name].Text)
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// sourcesOf lists the files that can be looked at: those of the description,
// and those that a finding speaks of.
func sourcesOf(state State) map[string]*source.File {
	files := map[string]*source.File{}
	add := func(f *source.File) {
		if f != nil && files[f.Name] == nil {
			files[f.Name] = f
		}
	}
	for _, f := range state.Sources {
		add(f)
	}
	for _, d := range state.Findings {
		add(d.Span.File)
		for _, r := range d.Related {
			add(r.Span.File)
		}
		for _, h := range d.Hints {
			add(h.Span.File)
		}
	}
	return files
}
