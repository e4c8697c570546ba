package model

import (
	"reflect"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// A Text is something that a person wrote to be read in the document.
type Text struct {
	// Value is the text: one plain line, or Markdown.
	Value    string
	Markdown bool

	part func(start, end int) source.Span
}

// Part returns where a part of the text was written, given as half-open byte
// offsets into Value.
func (t Text) Part(start, end int) source.Span { return t.part(start, end) }

// Span returns where the text was written.
func (t Text) Span() source.Span { return t.part(0, len(t.Value)) }

// Texts lists every text of the project: the fields of all entities in the
// order of the vocabulary, then the sections' prose.
func (p *Project) Texts() []Text {
	texts := textsOf(reflect.ValueOf(p).Elem(), nil)
	for _, prose := range p.Prose {
		texts = append(texts, Text{Value: prose.Text, Markdown: true, part: prose.Part})
	}
	return texts
}

func textsOf(v reflect.Value, texts []Text) []Text {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			texts = textsOf(v.Index(i), texts)
		}
	case reflect.Struct:
		if hasOrigin(v) {
			texts = fieldTexts(v, texts)
		}
	}
	return texts
}

func fieldTexts(v reflect.Value, texts []Text) []Text {
	origin := v.FieldByName("Origin").Interface().(syntax.Origin)
	for i := range v.NumField() {
		field := v.Type().Field(i)
		key, kind := field.Tag.Get("key"), field.Tag.Get("text")
		switch {
		case key == "":
		case kind == "":
			texts = textsOf(v.Field(i), texts)
		case v.Field(i).String() != "":
			texts = append(texts, Text{
				Value:    v.Field(i).String(),
				Markdown: kind == "prose",
				part:     origin.Node(key).Part,
			})
		}
	}
	return texts
}
