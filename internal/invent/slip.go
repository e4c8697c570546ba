package invent

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// slip makes a value that is not what the schema asks for at a place.
func (m *maker) slip(r *rule, path []string) *value {
	if m.care == Hostile && m.Once(2) {
		return m.hostile()
	}
	switch m.Below(7) {
	case 0:
		return &value{kind: bare, text: pick(m.Chance, "", "~", "null", "ja", "NO", "012", "1 234", "1.5", "kr 150.000,-", "1_000", "50%")}
	case 1:
		return &value{kind: list, items: []*value{{text: m.slug(r)}, {text: m.slug(r)}}}
	case 2:
		return (&value{kind: mapping}).with(pick(m.Chance, "id", "title", "amount", "navn"), &value{text: m.line(60)})
	case 3:
		return &value{text: pick(m.Chance, "31.03.2012", "2012-3-1", "2012-02-30", "mars 2012", "1. mars", "2012-03-31T10:00:00")}
	case 4:
		return &value{text: strings.ToUpper(m.slug(r))}
	case 5:
		return &value{text: m.slug(r)}
	default:
		return &value{text: m.line(0) + "\n" + m.line(0)}
	}
}

// disturb leaves out a field of a mapping, writes one twice, or adds one that
// may not go together with the others.
func (m *maker) disturb(v *value, r *rule) {
	if len(v.fields) == 0 {
		return
	}
	at := m.Below(len(v.fields))
	switch m.Below(3) {
	case 0:
		v.fields = slices.Delete(v.fields, at, at+1)
	case 1:
		v.with(v.fields[at].key, v.fields[at].value)
	default:
		for _, key := range slices.Sorted(maps.Keys(r.Properties)) {
			if !slices.ContainsFunc(v.fields, func(f field) bool { return f.key == key }) {
				v.with(key, &value{kind: bare, text: "2"})
				return
			}
		}
	}
}

// slug returns a word that looks like one of those that can stand at a place.
func (m *maker) slug(r *rule) string {
	if len(r.Enum) == 0 {
		return numbered(pick(m.Chance, "goals", "participants", "focus_areas", "søknad"), fmt.Sprint(m.Below(5)))
	}
	word := []rune(pick(m.Chance, r.Enum...))
	i := m.Below(len(word))
	return string(word[:i]) + pick(m.Chance, "", "x", "-", " ") + string(word[min(i+1, len(word)):])
}

// hostile makes a value of texts that mean something to somebody, or one that
// is very deep, very wide or very long.
func (m *maker) hostile() *value {
	switch m.Below(8) {
	case 0:
		return m.deep(2 + m.Below(100))
	case 1:
		return m.wide(2 + m.Below(250))
	case 2:
		return &value{text: strings.Repeat(pick(m.Chance, Nasty()...), 1+m.Below(20))}
	case 3:
		return &value{kind: bare, text: pick(m.Chance, Nasty()...)}
	default:
		return &value{text: pick(m.Chance, Nasty()...)}
	}
}

func (m *maker) deep(n int) *value {
	v := &value{text: "bunn"}
	for range n {
		if m.Once(2) {
			v = &value{kind: list, items: []*value{v}}
		} else {
			v = (&value{kind: mapping}).with(pick(m.Chance, "id", "a", "costs"), v)
		}
	}
	return v
}

func (m *maker) wide(n int) *value {
	v := &value{kind: mapping}
	for i := range n {
		v.with(fmt.Sprintf("%s%d", pick(m.Chance, "k", "id", "focus-areas-"), i), &value{text: "x"})
	}
	return v
}
