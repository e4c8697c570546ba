package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"soknad/internal/lazyregexp"
)

// A part is a schema or a piece of one. Its fields are the keywords of JSON
// Schema, draft 2020-12, that the schemas use: one that has no field here
// cannot be used in them, so that none is passed over in silence.
type part struct {
	// Read by people and by other tools; no value is held against these.
	Dialect     string `json:"$schema"`
	ID          string `json:"$id"`
	Title       string `json:"title"`
	Description string `json:"description"`
	Examples    []any  `json:"examples"`

	Defs map[string]*part `json:"$defs"`
	Ref  string           `json:"$ref"`

	Type   types    `json:"type"`
	Enum   []string `json:"enum"`
	Format format   `json:"format"`
	Not    *part    `json:"not"`
	AnyOf  []*part  `json:"anyOf"`
	OneOf  []*part  `json:"oneOf"`

	Properties        map[string]*part `json:"properties"`
	PatternProperties map[string]*part `json:"patternProperties"`
	Others            *bool            `json:"additionalProperties"`
	Required          []string         `json:"required"`
	MinProperties     int              `json:"minProperties"`
	Items             *part            `json:"items"`

	MinLength        int      `json:"minLength"`
	MaxLength        *int     `json:"maxLength"`
	Pattern          string   `json:"pattern"`
	Minimum          *float64 `json:"minimum"`
	Maximum          *float64 `json:"maximum"`
	ExclusiveMinimum *float64 `json:"exclusiveMinimum"`

	// Worked out when the whole schema is there.
	definition string    // the name below $defs
	ref        *part     // the part that $ref names
	shape      shape     // this part and those it refers to
	matches    matcher   // the pattern
	keyed      []pattern // patternProperties, in the order of their patterns
}

// A pattern says what stands under the keys that match it.
type pattern struct {
	matches matcher
	part    *part
}

// read reads a schema and resolves what it refers to.
func read(text []byte) (*part, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	root := &part{}
	if err := d.Decode(root); err != nil {
		return nil, err
	}
	for name, def := range root.Defs {
		def.definition = name
	}
	if err := root.each(func(p *part) error { return root.link(p) }); err != nil {
		return nil, err
	}
	return root, root.each((*part).chain)
}

// each calls a function with a part and all parts that are written inside it.
func (p *part) each(do func(*part) error) error {
	if err := do(p); err != nil {
		return err
	}
	inside := slices.Concat(p.AnyOf, p.OneOf, slices.Collect(maps.Values(p.Defs)),
		slices.Collect(maps.Values(p.Properties)), slices.Collect(maps.Values(p.PatternProperties)))
	for _, in := range append(inside, p.Not, p.Items) {
		if in == nil {
			continue
		}
		if err := in.each(do); err != nil {
			return err
		}
	}
	return nil
}

// link finds what a part of the root refers to, and prepares its patterns.
func (root *part) link(p *part) error {
	if name, ok := strings.CutPrefix(p.Ref, "#/$defs/"); ok {
		p.ref = root.Defs[name]
	} else if p.Ref == "#" {
		p.ref = root
	}
	if p.Ref != "" && p.ref == nil {
		return fmt.Errorf("there is no %q", p.Ref)
	}
	if p.Pattern != "" {
		p.matches = matching(p.Pattern)
	}
	for _, keys := range slices.Sorted(maps.Keys(p.PatternProperties)) {
		p.keyed = append(p.keyed, pattern{matching(keys), p.PatternProperties[keys]})
	}
	return nil
}

// chain lists the part and those it refers to, the nearest first.
func (p *part) chain() error {
	for at := p; at != nil; at = at.ref {
		if slices.Contains(p.shape, at) {
			return fmt.Errorf("%q leads back to where it stands", p.Ref)
		}
		p.shape = append(p.shape, at)
	}
	return nil
}

// A matcher reports whether a text has the form of a pattern.
type matcher func(string) bool

// matching returns the matcher of a pattern, which is compiled when it is
// first asked. Nearly every text is a line or an id: these two are told at
// a tenth of the cost.
func matching(pattern string) matcher {
	switch pattern {
	case linePattern:
		return isLine
	case idPattern:
		return isID
	}
	compiled := lazyregexp.New(pattern)
	return func(text string) bool { return compiled().MatchString(text) }
}

const (
	linePattern = `^[^\n]*$`
	idPattern   = `^[a-z0-9]+(-[a-z0-9]+)*$`
)

func isLine(text string) bool { return !strings.Contains(text, "\n") }

func isID(text string) bool {
	inWord := false
	for i := range len(text) {
		c := text[i]
		if c == '-' && !inWord || c != '-' && !isIDLetter(rune(c)) {
			return false
		}
		inWord = c != '-'
	}
	return inWord
}

func isIDLetter(r rune) bool { return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' }
