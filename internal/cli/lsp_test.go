package cli_test

import (
	"bufio"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"soknad/internal/cli"
)

// TestLanguageServer speaks the protocol over pipes, as an editor does, about
// files on the disk.
func TestLanguageServer(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Søknad nr. 1")
	description := "application: {title: T, call: arena-2012, language: nb}\ngoals: [{id: a, level: main, title: T, parent: b-c-d}]\n"
	write(t, filepath.Join(dir, "application.yaml"), description)
	uri := "file://" + strings.NewReplacer(" ", "%20", "ø", "%C3%B8").Replace(filepath.ToSlash(dir))

	e := speak(t, "lsp", "--lang", "nn", "--stdio")
	e.says(`{"id":1,"method":"initialize","params":{"rootUri":"` + uri + `","locale":"en"}}`)
	e.hears(`"serverInfo":{"name":"soknad"`)
	e.hears(`"REF001"`, `målet \"b-c-d\" finst ikkje`)
	e.says(`{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"` + uri + `/application.yaml","version":7,"text":"application: {title: T, call: arena-2012, language: klingon}"}}}`)
	e.hears(`"version":7`, `klingon`)
	e.says(`{"id":2,"method":"shutdown"}`)
	e.hears(`"id":2,"result":null`)
	e.says(`{"method":"exit"}`)
	if status := <-e.status; status != 0 {
		t.Errorf("the exit status is %d, want 0", status)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "application.yaml")); err != nil || string(got) != description {
		t.Errorf("the file on the disk became %q (%v)", got, err)
	}
}

// TestLanguageServerLeft holds the exit status of an editor that goes away,
// and of one that speaks another protocol.
func TestLanguageServerLeft(t *testing.T) {
	for in, want := range map[string]int{"": 1, "GET / HTTP/1.1\r\n\r\n": 3} {
		status := cli.Main([]string{"lsp"}, world(strings.NewReader(in), io.Discard))
		if status != want {
			t.Errorf("after %q the exit status is %d, want %d", in, status, want)
		}
	}
}

// A speaker is an editor that has started soknad.
type speaker struct {
	t      *testing.T
	in     io.Writer
	out    *textproto.Reader
	status chan int
}

func speak(t *testing.T, args ...string) *speaker {
	in, toServer := io.Pipe()
	fromServer, out := io.Pipe()
	e := &speaker{t, toServer, textproto.NewReader(bufio.NewReader(fromServer)), make(chan int, 1)}
	go func() {
		e.status <- cli.Main(args, world(in, out))
		out.Close()
	}()
	return e
}

func world(in io.Reader, out io.Writer) cli.World {
	return cli.World{Stdin: in, Stdout: out, Stderr: io.Discard, Getenv: func(string) string { return "" }}
}

func (e *speaker) says(body string) {
	e.t.Helper()
	if _, err := fmt.Fprintf(e.in, "Content-Length: %d\r\n\r\n%s", len(body), body); err != nil {
		e.t.Fatal(err)
	}
}

// hears waits for a message that holds all words.
func (e *speaker) hears(words ...string) {
	e.t.Helper()
	for {
		header, err := e.out.ReadMIMEHeader()
		if err != nil {
			e.t.Fatalf("nothing was said of %q: %v", words, err)
		}
		length, err := strconv.Atoi(header.Get("Content-Length"))
		if err != nil {
			e.t.Fatal(err)
		}
		body := make([]byte, length)
		if _, err := io.ReadFull(e.out.R, body); err != nil {
			e.t.Fatal(err)
		}
		holds := true
		for _, w := range words {
			holds = holds && strings.Contains(string(body), w)
		}
		if holds {
			return
		}
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
