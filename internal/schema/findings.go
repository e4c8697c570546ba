package schema

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"soknad/internal/diag"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// The codes of findings about structure.
const (
	codeUnknownKey diag.Code = "SCH001" // a key that does not exist
	codeMissingKey diag.Code = "SCH002" // a key that must be there
	codeType       diag.Code = "SCH003" // another kind of value is wanted
	codeEnum       diag.Code = "SCH004" // not one of the legal values
	codeForm       diag.Code = "SCH005" // written in another form
	codeRange      diag.Code = "SCH006" // too small, too large, too long
	codeQuotes     diag.Code = "SCH007" // text that must stand in quotes
	codeOneOf      diag.Code = "SCH008" // keys that do not go together
	codeEmpty      diag.Code = "SCH009" // a key without a value
)

func (c *checker) add(code diag.Code, at source.Ranger, format string, args ...any) *diag.Diagnostic {
	d := diag.New(code, diag.Error, at, format, args...)
	c.list.Add(d)
	return d
}

func (c *checker) unknownKeys(v violation) {
	m := mend{rename: map[*syntax.Node]string{}}
	k := &keys{violation: v, written: map[string]*syntax.Field{}, given: map[keyInFile]bool{}}
	isUnknown := map[string]bool{}
	for _, name := range v.keys {
		isUnknown[name] = true
	}
	for i := range v.node.Fields {
		k.written[v.node.Fields[i].Key.Value] = &v.node.Fields[i]
	}
	for i := range v.node.Fields {
		f := &v.node.Fields[i]
		if !isUnknown[f.Key.Value] {
			continue
		}
		meant := c.unknownKey(k, f)
		m.rename[f.Key] = meant
		k.given[keyInFile{meant, f.Key.Span().File}] = true
		m.partial = m.partial || meant == ""
	}
	c.mends[v.node] = m
}

// unknownKey reports a key and returns the one that was meant, or "".
func (c *checker) unknownKey(k *keys, f *syntax.Field) string {
	key := f.Key
	if len(k.shape.keys()) == 0 {
		c.add(codeForm, key, "%q cannot be an id", visible(key.Value)).
			Hint("an id has small letters a to z, digits and hyphens")
		return ""
	}
	d := c.add(codeUnknownKey, key, "there is no key %q here", visible(key.Value))
	if k.node != c.root && slices.Contains(c.schema.shape.keys(), key.Value) {
		c.misplaced = true
		d.Hint("%q is a key of its own: delete the spaces before it, and as many on the lines below it", key.Value)
		return ""
	}
	free := k.free(f)
	nearest := diag.Nearest(key.Value, free)
	if nearest != "" {
		d.Hint("did you mean %q?", nearest).Fix(key, nearest, "write %q", nearest)
		return nearest
	}
	for _, missing := range k.missing(f) {
		d.Hint("is it %q? That is missing here", missing)
	}
	if len(free) == 0 {
		d.Hint("delete it: every key that can stand here is written already")
	} else {
		d.Hint("the keys that can stand here are: %s", join(free))
	}
	return ""
}

// visible shows the no-break spaces and the characters without any width in a
// text, which cannot be seen.
func visible(text string) string {
	var shown strings.Builder
	for _, r := range text {
		switch {
		case r == '\u00a0':
			shown.WriteString("<no-break space>")
		case unicode.Is(unicode.Cf, r):
			fmt.Fprintf(&shown, "<U+%04X>", r)
		default:
			shown.WriteRune(r)
		}
	}
	return shown.String()
}

func (c *checker) missingKeys(v violation) {
	if v.node.Truncated {
		return
	}
	var at source.Ranger = syntax.OriginOf(v.node)
	if v.node == c.root {
		at = v.node // What the whole description lacks is no fault of its first key.
	}
	for _, key := range v.keys {
		c.add(codeMissingKey, at, "%q is missing here", key).
			Hint("%s: %s", key, v.shape.below(key).description())
	}
	c.mends[v.node] = mend{missing: v.keys}
}

func (c *checker) oneOf(v violation) {
	if v.node.Truncated {
		return
	}
	c.add(codeOneOf, syntax.OriginOf(v.node), "give either %s", v.shape.alternatives())
	c.mends[v.node] = mend{partial: true}
}

// value reports what is wrong with a value, and mends it where it is plain
// what was meant.
func (c *checker) value(v violation) {
	meant := &syntax.Node{}
	switch v.keyword {
	case keyType:
		meant = c.wrongType(v)
	case keyEnum:
		meant = c.wrongEnum(v)
	case keyPattern, keyFormat:
		meant = c.wrongForm(v)
	case keyMinimum, keyMaximum:
		c.wrongRange(v)
	case keyExclusiveMinimum:
		c.add(codeRange, v.node, "%q must be more than %g", v.name, v.shape.above())
	case keyMaxLength:
		c.add(codeRange, v.node, "%q is %d characters long; the most is %d", v.name, v.length, v.most)
		meant = v.node
	default:
		c.empty(v)
	}
	if meant == v.node {
		c.kept[v.node] = true
		return
	}
	if meant.Kind == syntax.Broken {
		meant = v.node.WithScalar(syntax.Broken, "")
	}
	c.settled[meant] = true
	for _, item := range meant.Items {
		c.settled[item] = true
	}
	c.mends[v.node] = mend{replace: meant}
}

// empty reports a key whose value was left out; a list item is shown where
// it stands, a field at its key.
func (c *checker) empty(v violation) {
	at := v.node
	if v.field != nil && v.node.Span().Start == v.node.Span().End {
		at = v.field
	}
	c.add(codeEmpty, at, "%q is empty", v.name).
		Hint("%s: %s", v.name, v.shape.description()).
		Hint("write a value after the colon, or delete the line")
}

func (c *checker) wrongRange(v violation) {
	least, greatest := v.shape.bounds()
	switch {
	case greatest == "":
		c.add(codeRange, v.node, "%q must be %s or more", v.name, least)
	case least == "":
		c.add(codeRange, v.node, "%q must be %s or less", v.name, greatest)
	default:
		c.add(codeRange, v.node, "%q must be from %s to %s", v.name, least, greatest)
	}
}

func (c *checker) wrongEnum(v violation) *syntax.Node {
	if v.node.Kind == syntax.Null {
		c.empty(v)
		return &syntax.Node{}
	}
	d := c.add(codeEnum, v.node, "%q cannot be %q", v.name, v.node.Value)
	nearest := diag.Nearest(v.node.Value, v.shape.values())
	if nearest != "" {
		d.Hint("did you mean %q?", nearest).Fix(v.node, nearest, "write %q", nearest)
	}
	d.Hint("it can be: %s", join(v.shape.values()))
	if nearest == "" {
		return &syntax.Node{}
	}
	return v.node.WithScalar(syntax.String, nearest)
}

// wrongForm reports text that is not written as the schema asks.
func (c *checker) wrongForm(v violation) *syntax.Node {
	if v.shape.isDate() {
		return c.notADate(v)
	}
	if v.shape.isLine() && strings.Contains(v.node.Value, "\n") {
		c.add(codeForm, v.node, "%q must be a single line", v.name)
		return v.node.WithScalar(syntax.String, strings.Join(strings.Fields(v.node.Value), " "))
	}
	if list := v.shape.refersTo(); list != "" && !strings.Contains(v.node.Value, "\n") {
		return c.wrongReference(v, list)
	}
	d := c.add(codeForm, v.node, "%q cannot be written \"%s\"", v.name, visible(v.node.Value))
	if meant := meantForm(v.shape, v.node.Value); meant != "" {
		d.Hint("write %s", asWritten(meant)).Fix(v.node, asWritten(meant), "write %s", asWritten(meant))
		return v.node.WithScalar(syntax.String, meant)
	}
	d.Hint("%s: %s", v.name, v.shape.description())
	if example := v.shape.example(); example != "" {
		d.Hint("write it like this: %s", asWritten(example))
	}
	return &syntax.Node{}
}

func (c *checker) notADate(v violation) *syntax.Node {
	d := c.add(codeForm, v.node, "%q is not a date", v.node.Value)
	if meant := meantDate(v.node.Value); meant != "" {
		d.Hint("write %s", meant).Fix(v.node, meant, "write %s", meant)
		return v.node.WithScalar(syntax.String, meant)
	}
	if last := lastOfMonth(v.node.Value); last != "" {
		d.Hint("the month ends on %s", last)
		return &syntax.Node{}
	}
	d.Hint("write the year, the month and the day: %s", v.shape.example())
	return &syntax.Node{}
}
