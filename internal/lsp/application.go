package lsp

import (
	"errors"
	"maps"
	"slices"

	"soknad/internal/i18n"
	"soknad/internal/parallel"
)

// An application is a folder that the editor is told about.
type application struct {
	dir string
	// revision counts the changes of its files; checked is the revision that
	// the findings are of, read the one that current is of.
	revision, checked, read int

	current Application
	broken  bool              // soknad's own mistake was told of
	told    map[string]string // what was told of each file, by name
}

// changed takes note that a file is not what it was.
func (s *server) changed(file string) {
	for dir, a := range s.applications {
		if _, ok := within(dir, file); ok {
			a.revision++
		}
	}
	s.regroup()
}

// regroup finds out which applications there are: those in the folders that
// the editor has open, and those of the open files. What was told of others is
// taken back.
func (s *server) regroup() {
	wanted, find := map[string]bool{}, finder{s, map[string]bool{}}
	for _, root := range s.roots {
		if find.isBegun(root) {
			wanted[root] = true
		}
	}
	for file, d := range s.documents {
		if d.application = find.applicationOf(file); d.application != "" {
			wanted[d.application] = true
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(s.applications)) {
		if !wanted[dir] {
			s.tell(s.applications[dir], nil)
			delete(s.applications, dir)
		}
	}
	for dir := range wanted {
		if s.applications[dir] == nil {
			s.applications[dir] = &application{dir: dir, revision: 1, told: map[string]string{}}
		}
	}
}

// A work is to check an application as it is at one moment.
type work struct {
	of       *application
	revision int
	texts    map[string][]byte
	folders  Folders
}

// An outcome is what a work came to.
type outcome struct {
	*work
	application Application
	err         error
	panic       *parallel.Panic // of the work itself
}

// nextWork returns what is to be checked next, nil when all is.
func (s *server) nextWork() *work {
	for _, dir := range slices.Sorted(maps.Keys(s.applications)) {
		if a := s.applications[dir]; a.checked != a.revision && !s.down {
			return &work{a, a.revision, s.textsIn(dir), s.config.Folders}
		}
	}
	return nil
}

// do checks the application. It touches nothing that the server changes.
func (w *work) do() outcome {
	checked, err := w.folders.Check(w.of.dir, w.texts)
	return outcome{work: w, application: checked, err: err}
}

// settle tells what a check found, unless the texts have changed since it
// began: the next check will tell of those.
func (s *server) settle(o outcome) []any {
	a := o.of
	if s.applications[a.dir] != a || a.revision != o.revision {
		return nil
	}
	s.send = nil
	s.explain(a, o.err)
	a.checked, a.read, a.current = o.revision, o.revision, o.application
	s.tell(a, a.current.Findings)
	return s.send
}

// explain says why an application could not be read, if it could not. A mistake
// of soknad's own is shown, once until there is none.
func (s *server) explain(a *application, err error) {
	var mistake *parallel.Panic
	isMistake := errors.As(err, &mistake)
	if isMistake && !a.broken {
		s.show("window/showMessage", 1, err)
	} else if err != nil {
		s.log(err)
	}
	a.broken = isMistake
}

// log writes to the editor's log what only whoever looks for it wants to know.
func (s *server) log(err error) { s.show("window/logMessage", 2, err) }

// show shows an error in one of the protocol's ways: as an error, which is kind 1,
// or as a warning, which is kind 2.
func (s *server) show(method string, kind int, err error) {
	s.send = append(s.send, notification{"2.0", method, map[string]any{"type": kind, "message": i18n.Say(err, s.lang)}})
}

// readOf returns the application that an open document belongs to, as its
// texts are now whether or not they have been checked. It is nil when there is
// none, or when it cannot be read.
func (s *server) readOf(file string) *application {
	d := s.documents[file]
	if d == nil || s.applications[d.application] == nil {
		return nil
	}
	a := s.applications[d.application]
	if a.read != a.revision {
		current, err := s.config.Folders.Read(a.dir, s.textsIn(a.dir))
		s.explain(a, err)
		a.current, a.read = current, a.revision
	}
	if a.current.Project == nil {
		return nil
	}
	return a
}
