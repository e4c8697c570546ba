package schema

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"soknad/internal/syntax"
)

// A keyword is one that a value can fail to meet.
type keyword string

const (
	keyType             keyword = "type"
	keyEnum             keyword = "enum"
	keyFormat           keyword = "format"
	keyNot              keyword = "not"
	keyAnyOf            keyword = "anyOf"
	keyOneOf            keyword = "oneOf"
	keyRequired         keyword = "required"
	keyUnknown          keyword = "additionalProperties"
	keyMinProperties    keyword = "minProperties"
	keyMinLength        keyword = "minLength"
	keyMaxLength        keyword = "maxLength"
	keyPattern          keyword = "pattern"
	keyMinimum          keyword = "minimum"
	keyMaximum          keyword = "maximum"
	keyExclusiveMinimum keyword = "exclusiveMinimum"
)

// A value is a node of a tree, and where in the tree it stands.
type value struct {
	node  *syntax.Node
	field *syntax.Node // the key of the node, nil in a list
	name  string       // the nearest key around the node
}

// A violation is one keyword that one value does not meet.
type violation struct {
	value
	shape   shape
	keyword keyword
	keys    []string // those that are missing or unknown
	most    int      // the length that is too much
	length  int
}

// violations lists what a tree does not meet, in the order written: the same
// one in every run.
func (p *part) violations(root *syntax.Node) []violation {
	var e evaluation
	e.check(value{node: root}, p, p.shape)
	return e.found
}

// An evaluation holds values against parts of a schema.
type evaluation struct{ found []violation }

func (e *evaluation) add(v violation) { e.found = append(e.found, v) }

// check holds a value against a part. Of a value of the wrong type, or with a
// wrong word, there is nothing more to say; of others each keyword has its say.
func (e *evaluation) check(v value, p *part, s shape) {
	switch {
	case p.Type != 0 && p.Type&typesOf(v.node) == 0:
		e.add(violation{value: v, shape: s, keyword: keyType})
		return
	case p.Enum != nil && (v.node.Kind != syntax.String || !slices.Contains(p.Enum, v.node.Value)):
		e.add(violation{value: v, shape: s, keyword: keyEnum})
		return
	case v.node.Kind == syntax.String && !p.Format.accepts(v.node.Value):
		e.add(violation{value: v, shape: s, keyword: keyFormat})
		return
	}
	if p.ref != nil {
		e.check(v, p.ref, s)
	}
	switch v.node.Kind {
	case syntax.Mapping:
		e.mapping(v, p, s)
	case syntax.Sequence:
		e.list(v, p)
	case syntax.String:
		e.text(v, p, s)
	case syntax.Int, syntax.Float:
		e.number(v, p, s)
	}
	e.conditions(v, p, s)
}

func (e *evaluation) mapping(v value, p *part, s shape) {
	if len(v.node.Fields) < p.MinProperties {
		e.add(violation{value: v, shape: s, keyword: keyMinProperties})
	}
	if missing := missing(v.node, p.Required); missing != nil {
		e.add(violation{value: v, shape: s, keyword: keyRequired, keys: missing})
	}
	var unknown []string
	for _, f := range v.node.Fields {
		if !e.field(f, p) && p.Others != nil && !*p.Others {
			unknown = append(unknown, f.Key.Value)
		}
	}
	if unknown != nil {
		e.add(violation{value: v, shape: s, keyword: keyUnknown, keys: unknown})
	}
}

// field holds a field against what a part says of its key, and reports whether
// it says anything.
func (e *evaluation) field(f syntax.Field, p *part) bool {
	v := value{f.Value, f.Key, f.Key.Value}
	property, known := p.Properties[v.name]
	if known {
		e.check(v, property, property.shape)
	}
	for _, k := range p.keyed {
		if k.matches(v.name) {
			known = true
			e.check(v, k.part, k.part.shape)
		}
	}
	return known
}

// missing lists the keys of a list that a mapping does not have.
func missing(n *syntax.Node, required []string) []string {
	var missing []string
	for _, key := range required {
		if !slices.ContainsFunc(n.Fields, func(f syntax.Field) bool { return f.Key.Value == key }) {
			missing = append(missing, key)
		}
	}
	return missing
}

func (e *evaluation) list(v value, p *part) {
	if p.Items == nil {
		return
	}
	for _, item := range v.node.Items {
		e.check(value{node: item, name: v.name}, p.Items, p.Items.shape)
	}
}

func (e *evaluation) text(v value, p *part, s shape) {
	if p.MinLength > 0 && utf8.RuneCountInString(v.node.Value) < p.MinLength {
		e.add(violation{value: v, shape: s, keyword: keyMinLength})
	}
	if p.MaxLength != nil && len(v.node.Value) > *p.MaxLength {
		if length := utf8.RuneCountInString(v.node.Value); length > *p.MaxLength {
			e.add(violation{value: v, shape: s, keyword: keyMaxLength, length: length, most: *p.MaxLength})
		}
	}
	if p.matches != nil && !p.matches(v.node.Value) {
		e.add(violation{value: v, shape: s, keyword: keyPattern})
	}
}

// number compares as floating point, which is exact: numbers have at most 18
// digits, and the bounds are whole and small.
func (e *evaluation) number(v value, p *part, s shape) {
	if p.Minimum == nil && p.Maximum == nil && p.ExclusiveMinimum == nil {
		return
	}
	x, err := strconv.ParseFloat(v.node.Value, 64)
	if err != nil {
		return // No Int and no Float is written so.
	}
	if p.Minimum != nil && x < *p.Minimum {
		e.add(violation{value: v, shape: s, keyword: keyMinimum})
	}
	if p.Maximum != nil && x > *p.Maximum {
		e.add(violation{value: v, shape: s, keyword: keyMaximum})
	}
	if p.ExclusiveMinimum != nil && x <= *p.ExclusiveMinimum {
		e.add(violation{value: v, shape: s, keyword: keyExclusiveMinimum})
	}
}

// conditions holds a value against parts that it must meet some of, or none.
func (e *evaluation) conditions(v value, p *part, s shape) {
	if p.Not != nil && e.meets(v, p.Not) {
		e.add(violation{value: v, shape: s, keyword: keyNot})
	}
	if p.AnyOf != nil && e.met(v, p.AnyOf) == 0 {
		e.add(violation{value: v, shape: s, keyword: keyAnyOf})
	}
	if p.OneOf != nil && e.met(v, p.OneOf) != 1 {
		e.add(violation{value: v, shape: s, keyword: keyOneOf})
	}
}

// met counts the parts that a value meets.
func (e *evaluation) met(v value, parts []*part) int {
	n := 0
	for _, p := range parts {
		if e.meets(v, p) {
			n++
		}
	}
	return n
}

// meets reports whether a value meets a part. What it finds amiss is not
// kept: it says less than the keyword that asked.
func (e *evaluation) meets(v value, p *part) bool {
	before := len(e.found)
	e.check(v, p, p.shape)
	meets := len(e.found) == before
	e.found = e.found[:before]
	return meets
}
