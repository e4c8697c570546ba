package lsp

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// TestStaleFindings holds that what a check found is thrown away when the
// texts have changed while it ran, and that the next check tells of them.
func TestStaleFindings(t *testing.T) {
	disk := fstest.MapFS{"app/application.yaml": {Data: []byte("application: {}\n")}}
	e := &editor{t: t, disk: disk, shown: map[string]string{}, server: newServer(Config{Folders: inMemory{disk}, Lang: i18n.EN})}
	e.talk(`>> initialize {"rootUri": "file:///app"}` + "\n" + `>> textDocument/didOpen app/application.yaml` + "\n")
	stale := e.server.nextWork().do()
	e.talk(`>> textDocument/didChange app/application.yaml {"text": "application: 1"}` + "\n")
	if replies := e.server.settle(stale); replies != nil {
		t.Errorf("of a text that has changed since, it was told: %v", replies)
	}
	fresh := e.server.nextWork().do()
	replies := e.server.settle(fresh)
	if len(replies) != 1 || !strings.Contains(shown(t, replies[0]), `"SCH`) {
		t.Errorf("of the text as it is now, it was told: %v", replies)
	}
	if e.server.nextWork() != nil {
		t.Error("there is more to check when all is checked")
	}
	e.talk(`>> textDocument/didClose app/application.yaml` + "\n")
	gone := e.server.nextWork().do()
	e.talk(`>> workspace/didChangeWorkspaceFolders {"event": {"removed": [{"uri": "file:///app"}]}}` + "\n")
	if replies := e.server.settle(gone); replies != nil {
		t.Errorf("of an application that was closed, it was told: %v", replies)
	}
}

func TestServe(t *testing.T) {
	frame := func(body string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body) }
	hello := frame(`{"id":1,"method":"initialize","params":{}}`)
	bye := frame(`{"id":2,"method":"shutdown"}`) + frame(`{"method":"exit"}`)
	large := fmt.Sprintf("Content-Length: %d\r\n\r\n", maxMessage+1)
	tests := map[string]struct {
		in, says, fails string
	}{
		"a whole life":           {in: hello + bye, says: `"id":2,"result":null`},
		"exit without shutdown":  {in: hello + frame(`{"method":"exit"}`), fails: ErrNotShutDown.Error()},
		"the input ends":         {in: hello, fails: ErrNotShutDown.Error()},
		"the input ends in time": {in: hello + frame(`{"id":2,"method":"shutdown"}`)},
		"it ends in a message":   {in: "Content-Length: 9\r\n\r\n{}", fails: ErrNotShutDown.Error()},
		"other header lines":     {in: "content-length:  2\nContent-Type: x\r\n\r\n{}" + bye, says: "no method", fails: ErrNotShutDown.Error()},
		"no length":              {in: "Content-Type: x\r\n\r\n{}", fails: "no Content-Length"},
		"a length below nothing": {in: "Content-Length: -1\r\n\r\n", fails: "is no length"},
		"a length of words":      {in: "Content-Length: ten\r\n\r\n", fails: "is no length"},
		"too long a header line": {in: strings.Repeat("x", maxHeader+1) + "\r\n", fails: "buffer full"},
		"too many header lines":  {in: strings.Repeat("a: b\r\n", maxHeaderLines+1), fails: "too many header lines"},
		"too large a message":    {in: hello + large + strings.Repeat(" ", maxMessage+1) + bye, says: errTooLarge.Error()},
		"very deep JSON":         {in: hello + frame(strings.Repeat("[", 100000)) + bye, says: "-32700"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			err := Serve(strings.NewReader(tt.in), &out, Config{Folders: inMemory{fstest.MapFS{}}})
			if (err == nil) != (tt.fails == "") || err != nil && !strings.Contains(err.Error(), tt.fails) {
				t.Errorf("it ends with %v, want %q", err, tt.fails)
			}
			if !strings.Contains(out.String(), tt.says) {
				t.Errorf("it says %q, want %q", out.String(), tt.says)
			}
		})
	}
}

// TestServeFails holds that an editor that hears nothing is not talked to.
func TestServeFails(t *testing.T) {
	in := strings.NewReader("Content-Length: 2\r\n\r\n{}")
	if err := Serve(in, deaf{}, Config{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("the error is %v", err)
	}
}

type deaf struct{}

func (deaf) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestPaths(t *testing.T) {
	for uri, want := range map[string]string{
		"file:///a/b%20c/%C3%A5.yaml":       "/a/b c/å.yaml",
		"file://localhost/a/../b":           "/b",
		"file:///c%3A/Users/a.yaml":         "c:/Users/a.yaml",
		"file:///C:/Users/a.yaml":           "C:/Users/a.yaml",
		"file://server/share/a.yaml":        "//server/share/a.yaml",
		"untitled:Untitled-1":               "",
		"file:a.yaml":                       "",
		"https://soknad.example/a.yaml":     "",
		"file:///a/%zz":                     "",
		"vscode-notebook-cell:/a/b.yaml#x0": "",
	} {
		got, ok := pathOf(uri)
		if got != want || ok != (want != "") {
			t.Errorf("pathOf(%q) = %q, %t, want %q", uri, got, ok, want)
		}
		if !ok {
			continue
		}
		if back, ok := pathOf(uriOf(got)); back != got || !ok {
			t.Errorf("pathOf(uriOf(%q)) = %q", got, back)
		}
	}
}

func TestLocales(t *testing.T) {
	for locale, want := range map[string]i18n.Lang{
		"nb": i18n.NB, "nb-NO": i18n.NB, "no": i18n.NB, "NN_no": i18n.NN, "en-US": i18n.EN, "fr": "", "": "",
	} {
		if got, ok := langOf(locale); ok != (want != "") || ok && got != want {
			t.Errorf("langOf(%q) = %q, %t, want %q", locale, got, ok, want)
		}
	}
}

func TestPositions(t *testing.T) {
	const text = "\xef\xbb\xbfå: 1\r\nb: 🦪x\rc\n\n"
	for at, want := range map[string]position{
		"å": {0, 0}, "1": {0, 3}, "\r\n": {0, 4}, "b": {1, 0}, "🦪": {1, 3}, "x": {1, 5}, "\rc": {1, 6}, "c": {2, 0}, "\n\n": {2, 1},
	} {
		offset := strings.Index(text, at)
		if got := positionOf([]byte(text), offset); got != want {
			t.Errorf("positionOf %q = %v, want %v", at, got, want)
		}
		if got := offsetOf([]byte(text), want); got != offset {
			t.Errorf("offsetOf(%v) = %d, want %d", want, got, offset)
		}
	}
	for p, want := range map[position]int{
		{-1, -1}: 3, {0, 99}: 8, {1, 4}: strings.Index(text, "🦪"), {99, 0}: len(text), {4, 0}: len(text), {3, 5}: len(text) - 1,
	} {
		if got := offsetOf([]byte(text), p); got != want {
			t.Errorf("offsetOf(%v) = %d, want %d", p, got, want)
		}
	}
}

// FuzzPosition holds that a position leads back to the place it was made of,
// and that editing at any position changes nothing else.
func FuzzPosition(f *testing.F) {
	f.Add("å: 1\r\nb: 🦪\rc\n", 7, 1, 4)
	f.Add("\xef\xbb\xbfa\n", 0, 0, 0)
	f.Add("\xff\xfe\n\r\n\r", 1, -3, 1<<40)
	f.Fuzz(func(t *testing.T, text string, offset, line, character int) {
		p := positionOf([]byte(text), offset)
		if back := positionOf([]byte(text), offsetOf([]byte(text), p)); back != p {
			t.Fatalf("the position %v leads back to %v", p, back)
		}
		lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
		if p.Line >= len(lines) || p.Character > len(utf16.Encode([]rune(lines[p.Line]))) {
			t.Fatalf("the position %v is outside the text", p)
		}
		at := position{line, character}
		got := changed([]byte(text), change{Range: &textRange{at, position{0, 0}}, Text: "+"})
		i := offsetOf([]byte(text), at)
		if want := text[:i] + "+" + text[i:]; string(got) != want {
			t.Fatalf("the text became %q, want %q", got, want)
		}
	})
}

// FuzzMessages holds that whatever an editor sends, it is answered with
// messages, and nothing else.
func FuzzMessages(f *testing.F) {
	frame := func(body string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body) }
	hello := frame(`{"id":1,"method":"initialize","params":{"rootUri":"file:///app"}}`)
	open := frame(`{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///app/a.yaml","text":"application: {}\ngoals: 1"}}}`)
	edit := frame(`{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///app/a.yaml"},"contentChanges":[{"range":{"start":{"line":-1,"character":9},"end":{"line":0,"character":3}},"text":"å"}]}}`)
	for _, method := range slices.Sorted(maps.Keys(handlers())) {
		f.Add([]byte(hello + open + edit + frame(`{"id":"x","method":"`+method+`","params":{"textDocument":{"uri":"file:///app/a.yaml"},"position":{"line":0,"character":14}}}`)))
	}
	f.Add([]byte("Content-Length: 99999999999999999999\r\n\r\n"))
	f.Add([]byte(hello + frame(`{"id":null,"method":null,"params":null}`) + frame(`[]`) + frame("\xff")))
	f.Fuzz(func(t *testing.T, in []byte) {
		var out bytes.Buffer
		_ = Serve(bytes.NewReader(in), &out, Config{Folders: nothing{}})
		r := newFrameReader(bufio.NewReader(&out))
		for {
			body, err := r.next()
			if err != nil {
				if !errors.Is(err, io.EOF) {
					t.Fatalf("what it said is no message: %v", err)
				}
				return
			}
			if !json.Valid(body) || !bytes.HasPrefix(body, []byte(`{"jsonrpc":"2.0"`)) {
				t.Fatalf("it said %q", body)
			}
		}
	})
}

// nothing is a disk on which applications say nothing.
type nothing struct{}

func (nothing) Begins(string, map[string][]byte) bool { return true }

func (nothing) Read(string, map[string][]byte) (Application, error) {
	return Application{Project: &model.Project{}}, nil
}

func (n nothing) Check(dir string, texts map[string][]byte) (Application, error) {
	return n.Read(dir, texts)
}
