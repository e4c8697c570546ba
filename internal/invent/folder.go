package invent

import (
	"fmt"
	"strings"

	"soknad/internal/schema"
)

// What an application of one's own can be told to use.
const (
	ownCall  = "calls/own"
	ownStyle = "own"
)

// YAML invents one file of a kind.
func YAML(c *Chance, care Care, k schema.Kind) []byte {
	m := newMaker(c, care, k)
	return m.file(m.make(m.root, nil))
}

// Folder invents the folder of an application: its files by name.
func Folder(c *Chance, care Care) map[string][]byte {
	m := newMaker(c, care, schema.Application)
	files := map[string][]byte{}
	for i, part := range m.parts(m.make(m.root, nil)) {
		if part.kind == mapping && len(part.fields) == 0 {
			continue
		}
		files[fmt.Sprintf("%c.yaml", 'a'+i)] = m.file(part)
	}
	for _, id := range sectionIDs() {
		if c.Once(6) {
			files["sections/"+id+".md"] = []byte(m.spoilt(Markdown(c, care)))
		}
	}
	files[ownCall+"/call.yaml"] = YAML(c, care, schema.Call)
	files["templates/style/"+ownStyle+".yaml"] = YAML(c, care, schema.Style)
	return files
}

// parts divides what a folder says among files; now and then a list goes on in
// the next file.
func (m *maker) parts(v *value) []*value {
	if v.kind != mapping {
		return []*value{v}
	}
	parts := make([]*value, 1+m.Below(3))
	for i := range parts {
		parts[i] = &value{kind: mapping}
	}
	for _, f := range v.fields {
		i := m.Below(len(parts))
		if n := len(f.value.items); n > 1 && i+1 < len(parts) {
			parts[i+1].with(f.key, &value{kind: list, items: f.value.items[n-1:]})
			f.value = &value{kind: list, items: f.value.items[:n-1]}
		}
		parts[i].with(f.key, f.value)
	}
	return parts
}

// file writes a value as a file, which can still be spoilt.
func (m *maker) file(v *value) []byte {
	if v.kind != mapping {
		return []byte(m.spoilt((&writer{Chance: m.Chance, care: m.care}).flow(v)))
	}
	return []byte(m.spoilt(document(m.Chance, m.care, v)))
}

// spoilt returns a text that has gone through a hasty or a hostile hand.
func (m *maker) spoilt(s string) string {
	if m.care == Sound || m.care == Hurried && !m.Once(6) {
		return s
	}
	for range m.Below(3) {
		s = m.spoiltOnce(s)
	}
	return s
}

func (m *maker) spoiltOnce(s string) string {
	if s == "" {
		return s
	}
	at := m.rest.IntN(len(s))
	line := strings.LastIndexByte(s[:at], '\n') + 1
	switch m.Below(9) {
	case 0:
		return s[:at] + s[at+1:] // a character is lost
	case 1:
		return s[:line] + "\t" + s[line:]
	case 2:
		return s[:line] + " " + s[line:]
	case 3:
		return s[:at] // the file was cut off
	case 4:
		return s[:line] + s[at:]
	case 5:
		return s[:at] + s[line:] // a part is there twice
	case 6:
		return s[:at] + pick(m.Chance, "\"", "'", "{", "[", ": ", " #", "- ", ",", "\n") + s[at:]
	case 7:
		return s[:line] + "<<<<<<< HEAD\n" + s[line:]
	default:
		if m.care != Hostile {
			return s
		}
		return s[:at] + pick(m.Chance, Nasty()...) + s[at:]
	}
}
