package exchange

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// edits are the changes of files.
type edits struct {
	by  map[*source.File][]edit
	new map[string]string // texts of files that are not there yet, by name
}

// An edit puts a text in the place of another.
type edit struct {
	start, end int
	text       string
	depth      int // of what is put in; of two at one place the deeper stands first
}

func newEdits() edits {
	return edits{by: map[*source.File][]edit{}, new: map[string]string{}}
}

func (e edits) add(f *source.File, more edit) { e.by[f] = append(e.by[f], more) }

// texts returns the new texts of the files, by name.
func (e edits) texts() map[string][]byte {
	texts := map[string][]byte{}
	for f, all := range e.by {
		slices.SortStableFunc(all, func(a, b edit) int {
			return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.depth, a.depth))
		})
		var out bytes.Buffer
		at := 0
		for _, one := range all {
			out.Write(f.Text[at:one.start])
			out.WriteString(one.text)
			at = one.end
		}
		out.Write(f.Text[at:])
		texts[f.Name] = out.Bytes()
	}
	for name, text := range e.new {
		texts[name] = []byte(text)
	}
	return texts
}

// update gives fields of an entity their values: in the place of those they
// have, or after the entity's other fields.
func (e edits) update(entity *syntax.Node, values []value) {
	var missing []value
	for _, v := range values {
		first, rest, below := strings.Cut(v.path, ".")
		n := entity.Lookup(first)
		if n == nil || n.Kind == syntax.Null {
			missing = append(missing, v)
			continue
		}
		if below && n.Kind == syntax.Mapping {
			e.set(n, rest, v)
		} else {
			e.set(entity, first, v)
		}
	}
	if len(missing) == 0 {
		return
	}
	for field := range strings.SplitSeq(fields(missing), "\n") {
		key, _, _ := strings.Cut(field, ":")
		e.insert(entity, entity.Lookup(key), field)
	}
}

// set gives one key of a mapping a value.
func (e edits) set(mapping *syntax.Node, key string, v value) {
	n := mapping.Lookup(key)
	if n == nil || n.Kind == syntax.Null {
		e.insert(mapping, n, key+": "+encoded(v))
		return
	}
	s := n.Span()
	e.add(s.File, edit{start: s.Start, end: s.End, text: rewritten(n, v)})
}

// insert puts a field into a mapping, after its last one. A key that stands
// there without a value is given it.
func (e edits) insert(mapping, empty *syntax.Node, field string) {
	f := mapping.Span().File
	if empty != nil {
		_, text, _ := strings.Cut(field, ":")
		s := empty.Span()
		e.add(f, edit{start: s.Start, end: s.End, text: text})
		return
	}
	last := mapping.Fields[len(mapping.Fields)-1]
	end := last.Value.Span().End
	if isFlow(mapping) {
		e.add(f, edit{start: end, end: end, text: ", " + field, depth: 1 << 20})
		return
	}
	indent := columnOf(f, mapping.Fields[0].Key.Span().Start)
	e.line(f, end, strings.Repeat(" ", indent)+field, indent)
}

// line puts lines after the one that a place stands on. The place after a
// block of text is already on the next line.
func (e edits) line(f *source.File, at int, text string, depth int) {
	newline := "\n"
	if bytes.Contains(f.Text, []byte("\r\n")) {
		newline = "\r\n"
	}
	text = strings.ReplaceAll(text, "\n", newline)
	if at > 0 && f.Text[at-1] == '\n' {
		e.add(f, edit{start: at, end: at, text: text + newline, depth: depth})
		return
	}
	end := len(f.Text)
	if i := bytes.IndexByte(f.Text[at:], '\n'); i >= 0 {
		end = at + i + 1
		e.add(f, edit{start: end, end: end, text: text + newline, depth: depth})
		return
	}
	e.add(f, edit{start: end, end: end, text: newline + text + newline, depth: depth})
}

func isFlow(n *syntax.Node) bool {
	s := n.Span()
	return s.File.Text[s.Start] == '{' || s.File.Text[s.Start] == '['
}

// columnOf returns how many bytes stand before a place on its line.
func columnOf(f *source.File, at int) int {
	return at - (bytes.LastIndexByte(f.Text[:at], '\n') + 1)
}
