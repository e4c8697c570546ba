package lsp

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"soknad/internal/i18n"
	"soknad/internal/parallel"
)

// mistaken is a disk on which every check panics.
type mistaken struct{ nothing }

func (mistaken) Check(string, map[string][]byte) (Application, error) { panic("no text is like this") }

// TestServePanics holds that a panic beside the server is one that its caller
// hears of.
func TestServePanics(t *testing.T) {
	in, editor := io.Pipe()
	defer in.Close()
	go func() {
		body := `{"id":1,"method":"initialize","params":{"rootUri":"file:///app"}}`
		fmt.Fprintf(editor, "Content-Length: %d\r\n\r\n%s", len(body), body)
	}()
	var p *parallel.Panic
	if err := Serve(in, io.Discard, Config{Folders: mistaken{}}); !errors.As(err, &p) || p.Value != "no text is like this" {
		t.Errorf("it ends with %v", err)
	}
}

// TestMistakesAreShown holds that a mistake of soknad's own is shown to whoever
// types, and not with each letter, and that other errors are for the log, in the
// editor's language.
func TestMistakesAreShown(t *testing.T) {
	disk := fstest.MapFS{"app/application.yaml": {Data: []byte("application: {}\n")}}
	e := &editor{t: t, disk: disk, shown: map[string]string{}, server: newServer(Config{Folders: inMemory{disk}, Lang: i18n.EN})}
	e.talk(`>> initialize {"rootUri": "file:///app", "locale": "nn"}` + "\n")
	mistake := fmt.Errorf("a mistake: %w", &parallel.Panic{Value: 1})
	for i, tt := range []struct {
		err  error
		said string
	}{
		{mistake, `window/showMessage {"message":"a mistake`}, {mistake, "window/logMessage {"},
		{i18n.Errorf("there is no YAML file in the folder"), `window/logMessage {"message":"det er inga YAML-fil i mappa"`}, {mistake, "window/showMessage {"},
	} {
		w := e.server.nextWork()
		replies := e.server.settle(outcome{work: w, err: tt.err})
		if len(replies) != 1 || !strings.Contains(shown(t, replies[0]), tt.said) {
			t.Errorf("%d: it says %v, want %s", i, replies, tt.said)
		}
		e.server.changed("/app/application.yaml")
	}
}
