package lsp

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// openExample opens every YAML file of an example in an editor, so that there
// is an application with much to ask about.
func openExample(t *testing.T, name string) *editor {
	t.Helper()
	disk := fstest.MapFS{}
	example := os.DirFS(path.Join("..", "..", "examples", name))
	err := fs.WalkDir(example, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(file, "want/") {
			return err
		}
		text, err := fs.ReadFile(example, file)
		disk[path.Join("app", file)] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	e := &editor{t: t, disk: disk, shown: map[string]string{}, server: newServer(Config{Folders: inMemory{disk}, Lang: i18n.EN})}
	e.talk(`>> initialize {"rootUri": "file:///app"}` + "\n")
	for file := range disk {
		e.server.documents["/"+file] = &document{uri: uriOf("/" + file), text: disk[file].Data}
	}
	e.server.regroup()
	return e
}

// mentions lists the mentions of the example as it is now.
func (e *editor) mentions() []model.Mention {
	return e.server.readOf("/app/application.yaml").current.Project.Mentions()
}

func at(m model.Mention) atPosition {
	span := word(m.At)
	return atPosition{documentID{URI: uriOf("/app/" + span.File.Name)}, positionOf(span.File.Text, span.End)}
}

// TestEveryID holds that wherever the big example names something, the editor
// offers its id, says what it is and knows where it is written.
func TestEveryID(t *testing.T) {
	e := openExample(t, "mineralklynge-nord")
	defined := map[string]location{}
	var named []model.Mention
	for _, m := range e.mentions() {
		if m.Defines {
			defined[m.Kind+" "+m.ID] = location{uriOf("/app/" + m.At.Span().File.Name), rangeOf(word(m.At))}
		} else {
			named = append(named, m)
		}
	}
	if len(named) < 400 {
		t.Errorf("the example names only %d things", len(named))
	}
	for i, m := range named {
		if i%4 != 0 {
			continue // Enough of each kind are left.
		}
		offered, err := e.server.completion(at(m))
		items, _ := offered.([]completionItem)
		if !slices.ContainsFunc(items, func(i completionItem) bool { return i.Label == m.ID && i.Detail != "" }) {
			t.Errorf("%s: the %s %q is not offered: %v %v", m.At.Span(), m.Kind, m.ID, offered, err)
		}
		if said, err := e.server.hover(at(m)); said == nil || !strings.Contains(said.(hoverResult).Contents.Value, "**") {
			t.Errorf("%s: of the %s %q it is said: %v %v", m.At.Span(), m.Kind, m.ID, said, err)
		}
		if place, err := e.server.definition(at(m)); place != defined[m.Kind+" "+m.ID] {
			t.Errorf("%s: the %s %q is written at %v: %v", m.At.Span(), m.Kind, m.ID, place, err)
		}
	}
}

// TestRenameLosesNothing holds that after something of each kind has been
// given another id, everything names it that named it before.
func TestRenameLosesNothing(t *testing.T) {
	e := openExample(t, "mineralklynge-nord")
	done := map[string]bool{}
	for _, m := range e.mentions() {
		if done[m.Kind] || !m.Defines {
			continue
		}
		done[m.Kind] = true
		id := "nytt-" + m.ID
		now := slices.IndexFunc(e.mentions(), func(o model.Mention) bool { return o.Defines && o.Kind == m.Kind && o.ID == m.ID })
		edit, err := e.server.rename(renameParams{at(e.mentions()[now]), id})
		if err != nil {
			t.Fatalf("the %s %q: %v", m.Kind, m.ID, err)
		}
		before := e.count(m.Kind, m.ID)
		e.apply(edit.(workspaceEdit))
		if left, after := e.count(m.Kind, m.ID), e.count(m.Kind, id); left != 0 || after != before {
			t.Errorf("the %s %q was named %d times; now it is named %d times, and by its new id %d times", m.Kind, m.ID, before, left, after)
		}
	}
	if len(done) < 10 {
		t.Errorf("only %d kinds of thing were renamed", len(done))
	}
}

// count returns how many places name an id.
func (e *editor) count(kind, id string) int {
	n := 0
	for _, m := range e.mentions() {
		if m.Kind == kind && m.ID == id {
			n++
		}
	}
	return n
}

// apply does to the editor's texts what an edit says, from the end of each.
func (e *editor) apply(edit workspaceEdit) {
	for uri, edits := range edit.Changes {
		slices.SortFunc(edits, func(a, b textEdit) int {
			if a.Range.Start.before(b.Range.Start) {
				return 1
			}
			return -1
		})
		p := didChangeParams{Document: documentID{URI: uri}}
		for _, d := range edits {
			p.Changes = append(p.Changes, change{&d.Range, d.NewText})
		}
		e.server.didChange(p)
	}
}
