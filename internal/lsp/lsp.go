// Package lsp is a language server: it tells an editor what is wrong while
// somebody types, what an id or a key means, and where it is written.
//
// It speaks the Language Server Protocol 3.17 and knows nothing of the disk:
// whoever starts it hands over how folders are looked at. Messages are met
// one by one, in the order they came. Only the findings are made beside that,
// from a copy of the texts, whenever there is nothing else to do; what comes
// out is thrown away when the texts have changed meanwhile.
package lsp

import (
	"errors"
	"io"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/parallel"
)

// ErrNotShutDown says that the editor went away without the request
// "shutdown", which the protocol wants an exit status of 1 for.
var ErrNotShutDown = errors.New("the editor left without saying so")

// Folders looks at folders on the disk, in which some files have other texts:
// those that the editor has open, by their names in the folder. Its methods
// can be called at the same time.
type Folders interface {
	// Begins reports whether a file that stands directly in a folder begins
	// the description of an application.
	Begins(dir string, texts map[string][]byte) bool
	// Read reads the application in a folder, and finds no more than what
	// keeps it from being read. It is quick.
	Read(dir string, texts map[string][]byte) (Application, error)
	// Check reads the application in a folder and finds everything that is
	// wrong with it and its document.
	Check(dir string, texts map[string][]byte) (Application, error)
}

// An Application is what an editor is told about.
type Application struct {
	Project  *model.Project
	Call     *call.Call // nil when it is not known
	Calls    []string   // the calls that come with soknad
	Findings diag.List
}

// Config says how to serve.
type Config struct {
	Folders Folders
	// Lang is the language to speak when the editor names none that soknad
	// knows, or in any case if Insist is true.
	Lang   i18n.Lang
	Insist bool
	// Version is the version of soknad.
	Version string
}

// queueLength is how many messages are read ahead of the one that is met.
const queueLength = 64

// Serve meets messages until the editor leaves. The error is ErrNotShutDown,
// or about the streams, or a panic beside.
func Serve(in io.Reader, out io.Writer, c Config) error {
	s := newServer(c)
	queue := make(chan frame, queueLength)
	go func() {
		if p := parallel.Caught(func() { readAll(in, queue) }); p != nil {
			queue <- frame{err: p}
		}
	}()
	var running chan outcome
	for !s.exited {
		if running == nil && len(queue) == 0 {
			running = start(s.nextWork())
		}
		var replies []any
		select {
		case f := <-queue:
			if f.err != nil && !errors.Is(f.err, errTooLarge) {
				return leaving(f.err, s)
			}
			replies = s.meet(f)
		case o := <-running:
			if o.panic != nil {
				return o.panic
			}
			running, replies = nil, s.settle(o)
		}
		for _, m := range replies {
			if err := writeFrame(out, m); err != nil {
				return err
			}
		}
	}
	return leaving(nil, s)
}

// A frame is a message that was read, or why it could not be.
type frame struct {
	body []byte
	err  error
}

// readAll reads messages until one cannot be read.
func readAll(in io.Reader, queue chan<- frame) {
	r := newFrameReader(in)
	for {
		body, err := r.next()
		queue <- frame{body, err}
		if err != nil && !errors.Is(err, errTooLarge) {
			return
		}
	}
}

// start does work beside everything else, if there is any.
func start(w *work) chan outcome {
	if w == nil {
		return nil
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		o.panic = parallel.Caught(func() { o = w.do() })
		done <- o
	}()
	return done
}

// meet meets a message, also one that was too large to read.
func (s *server) meet(f frame) []any {
	if f.err != nil {
		return []any{refusal{"2.0", nil, &rpcError{invalidRequest, f.err.Error()}}}
	}
	return s.handle(f.body)
}

// leaving returns how serving ended. The end of the input is not an error in
// itself, but the editor should have said that it was coming.
func leaving(err error, s *server) error {
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return err
	case !s.down:
		return ErrNotShutDown
	}
	return nil
}
