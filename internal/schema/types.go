package schema

import (
	"strings"

	"soknad/internal/lazyregexp"
	"soknad/internal/syntax"
)

// isLine reports whether the value must stand on one line.
func (s shape) isLine() bool {
	return !s.accepts("a\nb") && s.accepts("a b")
}

// wrongType reports a value of another kind than the schema asks for.
func (c *checker) wrongType(v violation) *syntax.Node {
	switch {
	case v.node.Kind == syntax.Null:
		c.empty(v)
		return &syntax.Node{}
	case v.shape.wants(typeArray):
		return c.notAList(v)
	case v.shape.wants(typeObject):
		return c.notAMapping(v)
	case !v.node.IsScalar():
		return c.notAScalar(v)
	case v.shape.isDate():
		return c.notADate(v)
	case v.shape.wants(typeString):
		return c.notQuoted(v)
	case v.shape.wants(typeBoolean):
		return c.notABool(v)
	default:
		return c.notANumber(v)
	}
}

func (c *checker) notAList(v violation) *syntax.Node {
	d := c.add(codeType, v.node, "%q must be a list", v.name)
	if v.node.Kind == syntax.Mapping {
		d.Hint("begin each entry with a hyphen and a space: \"- \"")
		return &syntax.Node{}
	}
	if v.shape.below("-").wants(typeObject) || v.node.Style == syntax.Literal || v.node.Style == syntax.Folded {
		d.Hint("begin each entry with a hyphen and a space: \"- \"")
		return &syntax.Node{}
	}
	written := "[" + string(v.node.Span().Text()) + "]"
	d.Hint("write %s", written).Fix(v.node, written, "write %s", written)
	return v.node.AsList()
}

func (c *checker) notAMapping(v violation) *syntax.Node {
	d := c.add(codeType, v.node, "%q must hold keys of its own", v.name)
	if keys := v.shape.keys(); len(keys) > 0 {
		d.Hint("the keys that can stand below it are: %s", join(keys))
	}
	return &syntax.Node{}
}

func (c *checker) notAScalar(v violation) *syntax.Node {
	format := "%q must be a text"
	switch {
	case v.shape.wants(typeInteger):
		format = "%q must be a whole number"
	case v.shape.wants(typeNumber):
		format = "%q must be a number"
	case v.shape.wants(typeBoolean):
		format = "%q must be true or false"
	}
	c.add(codeType, v.node, format, v.name).
		Hint("a text that begins with [ or { or holds a colon must stand in quotes")
	return &syntax.Node{}
}

// notQuoted reports text that YAML tools take for a number or a yes or no.
func (c *checker) notQuoted(v violation) *syntax.Node {
	written := asWritten(v.node.Value)
	format := "%s must stand in quotes, or it is read as a number"
	if v.node.Kind == syntax.Bool {
		format = "%s must stand in quotes, or it is read as yes or no"
	}
	c.add(codeQuotes, v.node, format, v.node.Value).
		Hint("write %s", written).
		Fix(v.node, written, "write %s", written)
	return v.node.WithScalar(syntax.String, v.node.Value)
}

func (c *checker) notABool(v violation) *syntax.Node {
	d := c.add(codeType, v.node, "%q must be true or false", v.name)
	meant := meantBool(v.node.Value)
	if meant == "" {
		return &syntax.Node{}
	}
	d.Hint("write %s", meant).Fix(v.node, meant, "write %s", meant)
	return v.node.WithScalar(syntax.Bool, meant)
}

func (c *checker) notANumber(v violation) *syntax.Node {
	format, meant, kind := "%q is not a number", meantNumber(v.node.Value), syntax.Float
	if v.shape.wants(typeInteger) {
		format, meant, kind = "%q is not a whole number", meantInt(v.node.Value), syntax.Int
	}
	d := c.add(codeType, v.node, format, v.node.Value)
	if meant == "" {
		d.Hint("%s: %s", v.name, v.shape.description())
		d.Hint("write digits only, such as 150000")
		return &syntax.Node{}
	}
	d.Hint("write %s", meant).Fix(v.node, meant, "write %s", meant)
	return v.node.WithScalar(kind, meant)
}

var bare = lazyregexp.New(`^[A-Za-zÆØÅæøå/][A-Za-zÆØÅæøå0-9_./-]*$`)

// asWritten writes a text as it must stand in YAML.
func asWritten(text string) string {
	if bare().MatchString(text) && !syntax.LooksLikeValue(text) {
		return text
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
