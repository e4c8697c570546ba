package lsp

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/templates"
)

// TestTalks holds what the server says to an editor. Each archive in testdata
// holds the files of a disk below /, and a talk: every line that begins with
// > is a message, and below it stands what was said to it.
//
//	> METHOD [FILE] ["TEXT"] [PARAMETERS]
//
// FILE becomes the message's textDocument. TEXT stands in the file, as the
// editor has it; its places marked | become the message's position, or its
// range when there are two. PARAMETERS are JSON. Nothing is checked before a
// message that begins with >> has been met.
func TestTalks(t *testing.T) {
	for name, archive := range golden.Archives(t, "testdata") {
		t.Run(name, func(t *testing.T) {
			e := newEditor(t, archive)
			for i, f := range archive.Files {
				if f.Name == "talk" {
					archive.Files[i].Data = e.talk(string(f.Data))
				}
			}
			golden.File(t, name, txtar.Format(archive))
		})
	}
}

// An editor is one end of a talk.
type editor struct {
	t      *testing.T
	server *server
	disk   fstest.MapFS
	shown  map[string]string // what the editor shows, by file name
}

func newEditor(t *testing.T, archive *txtar.Archive) *editor {
	disk := fstest.MapFS{}
	for _, f := range archive.Files {
		if f.Name != "talk" {
			disk[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return &editor{t: t, disk: disk, shown: map[string]string{}, server: newServer(Config{Folders: inMemory{disk}, Lang: i18n.EN, Version: "1.2.3"})}
}

// inMemory is a disk whose root is /.
type inMemory struct{ disk fstest.MapFS }

func (m inMemory) folder(dir string, texts map[string][]byte) fs.FS {
	below, err := fs.Sub(m.disk, path.Join(".", dir))
	if err != nil {
		panic(err)
	}
	return pipeline.Overlay(below, texts)
}

func (m inMemory) Begins(dir string, texts map[string][]byte) bool {
	return pipeline.IsApplication(m.folder(dir, texts))
}

func (m inMemory) Read(dir string, texts map[string][]byte) (Application, error) {
	return m.look(dir, texts, pipeline.ReadDescription)
}

func (m inMemory) Check(dir string, texts map[string][]byte) (Application, error) {
	return m.look(dir, texts, pipeline.CheckDescription)
}

func (m inMemory) look(dir string, texts map[string][]byte, check func(pipeline.Job) (*pipeline.Result, error)) (Application, error) {
	r, err := check(pipeline.Job{Files: m.folder(dir, texts), Packs: templates.FS()})
	if err != nil {
		return Application{}, err
	}
	return Application{Project: r.Project, Call: r.Call, Calls: []string{"arena-2012"}, Findings: slices.DeleteFunc(r.Findings, lacking)}, nil
}

// lacking reports whether a finding is one of the many that small applications
// have because most of what a call asks for is not in them.
func lacking(d *diag.Diagnostic) bool {
	return !slices.Contains([]string{"YML", "SCH", "REF", "TIM"}, string(d.Code[:3]))
}

// talk says every message of a talk anew, and returns it with what was said
// to them.
func (e *editor) talk(text string) []byte {
	var out bytes.Buffer
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		message, isMessage := strings.CutPrefix(line, ">")
		if !isMessage {
			if line == "" || strings.HasPrefix(line, "#") {
				fmt.Fprintln(&out, line)
			}
			continue
		}
		fmt.Fprintln(&out, line)
		message, more := strings.CutPrefix(message, ">")
		replies := e.server.handle(e.message(strings.TrimSpace(message)))
		for w := e.server.nextWork(); w != nil && !more; w = e.server.nextWork() {
			replies = append(replies, e.server.settle(w.do())...)
		}
		for _, r := range replies {
			out.WriteString(shown(e.t, r))
		}
	}
	return out.Bytes()
}

var spoken = regexp.MustCompile(`^(\S+)(?: ([^\s{"]+))?(?: ("(?:[^"\\]|\\.)*"))?(?: (\{.*))?$`)

// message makes a message of a line.
func (e *editor) message(line string) []byte {
	m := spoken.FindStringSubmatch(line)
	if m == nil || !strings.ContainsAny(m[1][:1], "abcdefghijklmnopqrstuvwxyz$") {
		return []byte(line)
	}
	method, file := m[1], m[2]
	params := map[string]any{}
	if m[4] != "" {
		if err := json.Unmarshal([]byte(m[4]), &params); err != nil {
			e.t.Fatalf("%s: %v", line, err)
		}
	}
	if file != "" {
		params["textDocument"] = map[string]any{"uri": uriOf("/" + file)}
	}
	e.act(method, file, params)
	if m[3] != "" {
		e.point(file, m[3], params)
	}
	message := map[string]any{"jsonrpc": "2.0", "method": method, "params": params}
	if !strings.Contains(method, "/did") && method != "initialized" && method != "exit" {
		message["id"] = 1
	}
	body, err := json.Marshal(message)
	if err != nil {
		e.t.Fatal(err)
	}
	return body
}

// act does to the editor's texts and to the disk what a message tells of. The
// parameter "disk" writes a file, and "text" shows another text.
func (e *editor) act(method, file string, params map[string]any) {
	if text, ok := params["disk"].(string); ok {
		e.disk[file] = &fstest.MapFile{Data: []byte(text)}
	} else if _, ok := params["disk"]; ok {
		delete(e.disk, file)
	}
	switch method {
	case "textDocument/didOpen":
		text, ok := params["text"].(string)
		if !ok {
			text = string(e.disk[file].Data)
		}
		e.shown[file] = text
		params["textDocument"] = map[string]any{"uri": uriOf("/" + file), "version": 1, "text": text}
	case "textDocument/didChange":
		if text, ok := params["text"].(string); ok {
			e.shown[file] = text
			params["contentChanges"] = []any{map[string]any{"text": text}}
		}
		params["textDocument"] = map[string]any{"uri": uriOf("/" + file), "version": 2}
	}
}

// point adds the position or the range of a marked text to the parameters.
func (e *editor) point(file, quoted string, params map[string]any) {
	marked, err := strconv.Unquote(quoted)
	text, ok := e.shown[file]
	if !ok {
		text = string(e.disk[file].Data)
	}
	parts := strings.Split(marked, "|")
	at := strings.Index(text, strings.Join(parts, ""))
	if err != nil || at < 0 || len(parts) < 2 {
		e.t.Fatalf("%s does not stand in %s as it is now, with a mark:\n%s", quoted, file, text)
	}
	first := positionOf([]byte(text), at+len(parts[0]))
	params["position"] = first
	if len(parts) == 3 {
		params["range"] = textRange{first, positionOf([]byte(text), at+len(parts[0])+len(parts[1]))}
	}
}

var ranges = regexp.MustCompile(`\{"start":\{"line":(\d+),"character":(\d+)\},"end":\{"line":(\d+),"character":(\d+)\}\}`)

// shown writes a message from the server for people: ranges as 3:17-3:25, and
// each entry of the list it is about on a line of its own.
func shown(t *testing.T, message any) string {
	var out strings.Builder
	entry := func(indent string, v any) {
		var b bytes.Buffer
		encoder := json.NewEncoder(&b)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(v); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%s%s", indent, ranges.ReplaceAllString(b.String(), `"$1:$2-$3:$4"`))
	}
	switch m := message.(type) {
	case answer:
		list := reflect.ValueOf(m.Result)
		if list.Kind() != reflect.Slice {
			entry("< ", m.Result)
			break
		}
		fmt.Fprintln(&out, "<")
		for i := range list.Len() {
			entry("  ", list.Index(i).Interface())
		}
	case refusal:
		entry("< error ", m.Error)
	case notification:
		p, ok := m.Params.(publishParams)
		if !ok {
			entry("< "+m.Method+" ", m.Params)
			break
		}
		fmt.Fprintf(&out, "< %s\n", strings.TrimPrefix(p.URI, "file:///"))
		for _, d := range p.Diagnostics {
			entry("  ", d)
		}
	case request:
		entry("< "+m.Method+" ", m.Params)
	}
	return out.String()
}
