package invent

import (
	"fmt"
	"strings"

	"soknad/internal/schema"
)

// Care says how well what is invented is written.
type Care uint8

// The kinds of care.
const (
	Sound   Care = iota // by the schema throughout
	Hurried             // with the slips that people make
	Hostile             // with what an attacker would try
)

// A maker makes the values of one schema.
type maker struct {
	*Chance
	care Care
	root *rule
	left int // how many values may still be made
}

func newMaker(c *Chance, care Care, k schema.Kind) *maker {
	return &maker{Chance: c, care: care, root: rulesOf(k), left: pick(c, 20, 60, 200, 600)}
}

// slips reports whether this is to be written wrongly.
func (m *maker) slips() bool {
	switch m.care {
	case Hurried:
		return m.Once(40)
	case Hostile:
		return m.Once(9)
	default:
		return false
	}
}

// make makes a value for a place of the schema. The path is that of the keys
// that lead to it, with the numbers of the entries of lists.
func (m *maker) make(at *rule, path []string) *value {
	m.left--
	r, list := m.root.resolve(at)
	if m.slips() {
		return m.slip(r, path)
	}
	switch {
	case list != "":
		return &value{text: m.id(list)}
	case len(r.Enum) > 0:
		return &value{text: pick(m.Chance, r.Enum...)}
	case len(r.Type) == 0:
		return &value{text: m.string(r, path)}
	default:
		return m.typed(r, path)
	}
}

// typed makes a value of one of the types that can stand at a place.
func (m *maker) typed(r *rule, path []string) *value {
	switch pick(m.Chance, r.Type...) {
	case "object":
		return m.mapping(r, path)
	case "array":
		return m.list(r, path)
	case "boolean":
		return &value{kind: bare, text: pick(m.Chance, "true", "false")}
	case "null":
		return &value{kind: bare, text: "null"}
	case "integer", "number":
		return &value{kind: bare, text: m.number(r)}
	default:
		return &value{text: m.string(r, path)}
	}
}

func (m *maker) mapping(r *rule, path []string) *value {
	v := &value{kind: mapping}
	for _, key := range r.keys(m.Chance, m.thinned(path)) {
		v.with(m.key(key), m.make(r.Properties[key], append(path[:len(path):len(path)], key)))
	}
	for _, below := range r.ByPattern {
		for i := range m.Below(4) {
			key := fmt.Sprintf("focus-areas-%d", i)
			if len(path) > 0 && path[0] == "sections" {
				key = sectionIDs()[i]
			}
			v.with(m.key(key), m.make(below, append(path[:len(path):len(path)], key)))
		}
	}
	if m.slips() {
		m.disturb(v, r)
	}
	return v
}

// thinned says how few of the fields that may be left out a mapping gets: the
// deeper it stands the fewer, and next to none when enough is made.
func (m *maker) thinned(path []string) int {
	if m.left <= 0 {
		return 500
	}
	return len(path)
}

func (m *maker) list(r *rule, path []string) *value {
	v := &value{kind: list}
	for i := range 1 + m.Below(4) {
		if m.left <= 0 && i > 0 {
			break
		}
		v.items = append(v.items, m.make(r.Items, append(path[:len(path):len(path)], fmt.Sprint(i))))
	}
	return v
}

// number returns one that the schema allows, often one of its ends.
func (m *maker) number(r *rule) string {
	least, top := int64(r.Minimum), r.Maximum
	if r.Above != nil {
		least = int64(*r.Above) + 1
	}
	if top == 0 {
		top = 1000
	}
	switch m.Below(6) {
	case 0:
		return fmt.Sprint(least)
	case 1:
		return fmt.Sprint(int64(top))
	case 2, 3:
		if len(r.Examples) > 0 {
			return fmt.Sprint(r.Examples[0])
		}
	}
	return fmt.Sprint(least + int64(m.Below(200))*(int64(top)-least)/200)
}

// string returns a text that the schema allows.
func (m *maker) string(r *rule, path []string) string {
	switch {
	case strings.Join(path, ".") == "application.call":
		return pick(m.Chance, "arena-2012", "arena-2012", "arena-2021", ownCall)
	case strings.Join(path, ".") == "application.style":
		return pick(m.Chance, "standard", "liberation", ownStyle)
	case len(path) == 3 && path[2] == "id":
		return numbered(path[0], path[1])
	case r.Format == "date":
		return fmt.Sprintf("%d-%02d-%02d", 2010+m.Below(8), 1+m.Below(12), 1+m.Below(28))
	case r.Format == "email":
		return pick(m.Chance, "kari@berg.example", "ola.nordmann+x@fjord.example")
	case strings.HasPrefix(r.Pattern, "^https"):
		return "https://example.no/" + fmt.Sprint(m.Below(9))
	case len(r.Examples) > 0:
		return fmt.Sprint(pick(m.Chance, r.Examples...))
	case r.Pattern == "" && r.MaxLength == 0:
		return Markdown(m.Chance, m.care)
	default:
		return m.line(r.MaxLength)
	}
}

// id returns the id of an entity of a list; often the list has it.
func (m *maker) id(list string) string { return numbered(list, fmt.Sprint(m.Below(3))) }

// numbered is the id of an entry of a list.
func numbered(list, entry string) string {
	return strings.ReplaceAll(list, "_", "-") + "-" + entry
}

// line returns a text of one line, of at most so many characters.
func (m *maker) line(most int) string {
	line := words(m.Chance, 1+m.Below(7))
	if m.care == Hostile && m.Once(3) {
		line += strings.ReplaceAll(pick(m.Chance, Nasty()...), "\n", " ")
	}
	if runes := []rune(line); most > 0 && len(runes) > most {
		line = string(runes[:most])
	}
	return strings.TrimSpace(line)
}

// key returns a key, or what somebody writes in its place.
func (m *maker) key(key string) string {
	if !m.slips() {
		return key
	}
	i := m.Below(len(key))
	switch m.Below(6) {
	case 0:
		return key[:i] + key[i+1:]
	case 1:
		return key[:i] + key[i:i+1] + key[i:]
	case 2:
		return strings.ToUpper(key[:1]) + key[1:]
	case 3:
		return key[:i] + "\u00a0" + key[i:]
	case 4:
		return "å" + key
	default:
		return pick(m.Chance, Nasty()...)
	}
}
