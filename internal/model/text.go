package model

import (
	"reflect"
	"strings"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// A Text is something that a person wrote to be read in the document.
type Text struct {
	// Value is the text: one plain line, or Markdown.
	Value    string
	Markdown bool
	// Field is where it stands in the description. Its path is "sections"
	// and the section's id for the text of a section.
	Field Field

	part func(start, end int) source.Span
}

// Part returns where a part of the text was written, given as half-open byte
// offsets into Value.
func (t Text) Part(start, end int) source.Span { return t.part(start, end) }

// Span returns where the text was written.
func (t Text) Span() source.Span { return t.part(0, len(t.Value)) }

// Texts lists every text of the project: the fields of all entities in the
// order of the vocabulary, then the sections' prose. They are collected once,
// when they are first asked for.
func (p *Project) Texts() []Text { return p.texts() }

func (p *Project) collectTexts() []Text {
	texts := textsOf(reflect.ValueOf(p).Elem(), Field{entity: p.Origin}, nil)
	for _, prose := range p.Prose {
		texts = append(texts, Text{
			Value: prose.Text, Markdown: true, Field: Field{Path: "sections." + prose.ID, node: prose.node}, part: prose.Part,
		})
	}
	return texts
}

// textsOf adds the texts at and below a field to texts.
func textsOf(v reflect.Value, at Field, texts []Text) []Text {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			if item := v.Index(i); item.Kind() == reflect.Struct && hasOrigin(item) {
				at.entity = originOf(item)
				texts = textsOf(item, at, texts)
			}
		}
	case reflect.Struct:
		if hasOrigin(v) {
			texts = fieldTexts(v, at, texts)
		}
	}
	return texts
}

// mayHoldTexts reports whether there can be texts below a field that is none.
func mayHoldTexts(t reflect.Type) bool {
	return t.Kind() == reflect.Slice || t.Kind() == reflect.Struct
}

func originOf(v reflect.Value) syntax.Origin {
	return v.FieldByName("Origin").Interface().(syntax.Origin)
}

func fieldTexts(v reflect.Value, at Field, texts []Text) []Text {
	origin := originOf(v)
	for i := range v.NumField() {
		field := v.Type().Field(i)
		key, kind := field.Tag.Get("key"), field.Tag.Get("text")
		if key == "" || kind == "" && !mayHoldTexts(field.Type) {
			continue
		}
		below := Field{Path: strings.TrimPrefix(at.Path+"."+key, "."), Value: v.Field(i).String(), entity: at.entity}
		switch {
		case kind == "":
			texts = textsOf(v.Field(i), below, texts)
		case v.Field(i).String() != "":
			below.node = origin.Node(key)
			texts = append(texts, Text{
				Value: v.Field(i).String(), Markdown: kind == "prose", Field: below, part: below.node.Places(),
			})
		}
	}
	return texts
}
