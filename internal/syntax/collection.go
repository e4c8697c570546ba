package syntax

import (
	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"soknad/internal/diag"
	"soknad/internal/lazyregexp"
)

func (p *parser) sequence(n *yaml.Node, start, depth int) *Node {
	items := make([]*Node, 0, min(len(n.Content), maxNodes-p.nodes+1))
	end := start + 1
	for _, c := range n.Content {
		item := p.node(c, depth+1)
		items = append(items, item)
		end = max(end, item.span.End)
		if p.nodes > maxNodes {
			break // Nothing more is read, and one broken item says so.
		}
	}
	if n.Style&yaml.FlowStyle != 0 {
		end = flowEnd(p.text, end, ']')
	}
	return &Node{Kind: Sequence, Items: items, span: p.file.Span(start, end)}
}

func (p *parser) mapping(n *yaml.Node, start, depth int) *Node {
	fields := make([]Field, 0, len(n.Content)/2)
	seen := make(map[string]*Node, len(n.Content)/2)
	end := start
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := p.node(n.Content[i], depth+1)
		value := p.node(n.Content[i+1], depth+1)
		end = max(end, key.span.End, value.span.End)
		if n.Style&yaml.FlowStyle != 0 && p.isCents(fields, key, value) {
			last := &fields[len(fields)-1]
			whole := p.file.Span(last.Value.span.Start, key.span.End)
			last.Value = &Node{Kind: String, Value: string(whole.Text()), span: whole}
			continue
		}
		if p.usable(n.Content[i], key, seen) {
			fields = append(fields, Field{Key: key, Value: value})
		}
	}
	if n.Style&yaml.FlowStyle != 0 {
		end = flowEnd(p.text, max(end, start+1), '}')
	}
	return &Node{Kind: Mapping, Fields: fields, span: p.file.Span(start, end)}
}

var (
	kroner = lazyregexp.New(`(?i)^(?:kr\.?|nok)?[ \x{a0}]?[0-9][0-9 .\x{a0}]*$`)
	cents  = lazyregexp.New(`^(?:[-–]+|[0-9]+)(?: ?kr\.?| ?kroner)?$`)
)

// isCents reports whether a key of a mapping in braces is the end of the amount
// before it, as in {amount: 600,-}: the comma is followed by no space, and the
// key has no value.
func (p *parser) isCents(before []Field, key, value *Node) bool {
	if len(before) == 0 || value.Kind != Null || value.span.Start != value.span.End || key.Style != Plain {
		return false
	}
	amount := before[len(before)-1].Value
	between := p.text[min(amount.span.End, key.span.Start):key.span.Start]
	return string(between) == "," && amount.IsScalar() && amount.Style == Plain &&
		kroner().MatchString(amount.Value) && cents().MatchString(key.Value)
}

// usable reports a key that is no text, a merge key, or a repeat.
func (p *parser) usable(n *yaml.Node, key *Node, seen map[string]*Node) bool {
	switch {
	case key.Kind == Broken:
		return false
	case n.Kind != yaml.ScalarNode || key.Kind == Null:
		p.list.Add(diag.New(codeSyntax, diag.Error, key, "a key must be a word").
			Hint("a text that holds a colon, a bracket or a question mark must stand in quotes"))
		return false
	case n.Tag == "!!merge":
		p.list.Add(diag.New(codeAnchor, diag.Error, key, "the merge key << is not allowed here").
			Hint("write the keys themselves again"))
		return false
	}
	name := norm.NFC.String(key.Value)
	if first, ok := seen[name]; ok {
		p.list.Add(diag.New(codeDuplicate, diag.Error, key, "the key %q is written twice", key.Value).
			Relate(first, "it was written here first").
			Hint("keep one of the two"))
		return false
	}
	seen[name] = key
	return true
}

// flowEnd returns the offset just after the bracket that closes a flow
// collection whose last child ends at from.
func flowEnd(text []byte, from int, closer byte) int {
	for at := skipBlanks(text, from); at < len(text); at = skipBlanks(text, at+1) {
		switch text[at] {
		case closer:
			return at + 1
		case ',', ':', '?':
		default:
			return from
		}
	}
	return from
}
