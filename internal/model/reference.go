package model

import (
	"reflect"
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// A Reference is an id that some entity gives for another one.
type Reference struct {
	Kind string // what it should be: "goal", "focus area", "participant" …
	ID   string // as written
	// Meant is the id that exists: ID itself, the nearest one when ID is a
	// slip of it, or "".
	Meant string
	// Taken says that the reference is a key, and that Meant stands beside
	// it already.
	Taken bool
	At    source.Ranger
}

// An Entity is anything that has an id.
type Entity struct {
	Kind string
	ID   string
	At   source.Ranger // its id
}

// EntityKinds lists what an entity can be, as messages say it.
func EntityKinds() []string {
	return []string{
		"stage", "workshop", "input", "challenge", "focus area", "goal", "activity", "participant",
		"source of financing", "risk", "annex",
	}
}

// Entities lists everything that has an id of its own, in the order written.
// They are collected once it is decoded, when they are first asked for.
func (p *Project) Entities() []Entity {
	if p.entities == nil {
		return p.collectEntities()
	}
	return p.entities()
}

func (p *Project) collectEntities() []Entity {
	var all []Entity
	add := func(kind, id string, o syntax.Origin) {
		if id != "" {
			all = append(all, Entity{Kind: kind, ID: id, At: o.At("id")})
		}
	}
	for _, e := range p.ValueChain {
		add("stage", e.ID, e.Origin)
	}
	for _, e := range p.Workshops {
		add("workshop", e.ID, e.Origin)
	}
	for _, e := range p.Inputs {
		add("input", e.ID, e.Origin)
	}
	for _, e := range p.Challenges {
		add("challenge", e.ID, e.Origin)
	}
	for _, e := range p.FocusAreas {
		add("focus area", e.ID, e.Origin)
	}
	for _, e := range p.Goals {
		add("goal", e.ID, e.Origin)
	}
	for _, e := range p.Activities {
		add("activity", e.ID, e.Origin)
	}
	for _, e := range p.Participants {
		add("participant", e.ID, e.Origin)
	}
	for _, e := range p.Budget.Financing {
		add("source of financing", e.ID, e.Origin)
	}
	for _, e := range p.Risks {
		add("risk", e.ID, e.Origin)
	}
	for _, e := range p.Annexes {
		add("annex", e.ID, e.Origin)
	}
	return all
}

// link resolves every reference: the entity is given the id that exists, and
// the reference is remembered as it was written.
func (p *Project) link() {
	l := linker{project: p, ids: map[string][]string{}}
	for _, e := range p.Entities() {
		l.ids[e.Kind] = append(l.ids[e.Kind], e.ID)
	}
	l.walk(reflect.ValueOf(p).Elem(), "")
}

type linker struct {
	project *Project
	ids     map[string][]string // by kind
}

// walk resolves the references of a struct and of all structs below it.
func (l *linker) walk(v reflect.Value, path string) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		key := field.Tag.Get("key")
		if key == "" {
			continue
		}
		below := strings.TrimPrefix(path+"."+key, ".")
		if kind := field.Tag.Get("ref"); kind != "" {
			l.field(v, i, kind, below)
			continue
		}
		l.into(v.Field(i), below)
	}
}

func (l *linker) into(v reflect.Value, path string) {
	switch {
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			l.into(v.Index(i), path)
		}
	case v.Kind() == reflect.Struct && hasOrigin(v):
		l.walk(v, path)
	}
}

func hasOrigin(v reflect.Value) bool {
	_, ok := v.Type().FieldByName("Origin")
	return ok
}

// field resolves one field that holds an id, a list of ids, or a map by id.
func (l *linker) field(v reflect.Value, i int, kind, path string) {
	origin := v.FieldByName("Origin").Interface().(syntax.Origin)
	key := v.Type().Field(i).Tag.Get("key")
	switch f := v.Field(i); f.Kind() {
	case reflect.String:
		f.SetString(l.resolve(kind, f.String(), path, origin.At(key)))
	case reflect.Slice:
		for j := range f.Len() {
			f.Index(j).SetString(l.resolve(kind, f.Index(j).String(), path, origin.Item(key, j)))
		}
	case reflect.Map:
		l.keys(f, kind, path, origin.Node(key))
	}
}

// keys resolves the keys of a map, in the order they were written.
func (l *linker) keys(m reflect.Value, kind, path string, n *syntax.Node) {
	if n == nil {
		return
	}
	for _, f := range n.Fields {
		key := reflect.ValueOf(f.Key.Value)
		value := m.MapIndex(key)
		meant := l.resolve(kind, f.Key.Value, path, f.Key)
		if !value.IsValid() || meant == f.Key.Value {
			continue
		}
		if n.Field(meant) != nil {
			l.project.References[len(l.project.References)-1].Taken = true
			continue
		}
		m.SetMapIndex(key, reflect.Value{})
		m.SetMapIndex(reflect.ValueOf(meant), value)
	}
}

// resolve returns the id that a reference means, or the reference itself when
// nothing is near it.
func (l *linker) resolve(kind, id, path string, at source.Ranger) string {
	if id == "" {
		return ""
	}
	r := Reference{Kind: kind, ID: id, Meant: id, At: at}
	if !slices.Contains(l.ids[kind], id) {
		r.Meant = diag.Nearest(id, l.ids[kind])
	}
	l.project.References = append(l.project.References, r)
	if r.Meant == "" {
		l.project.breaks(path)
		return id
	}
	return r.Meant
}

// IDs lists the ids of a kind of entity.
func (p *Project) IDs(kind string) []string {
	var ids []string
	for _, e := range p.Entities() {
		if e.Kind == kind {
			ids = append(ids, e.ID)
		}
	}
	return ids
}
