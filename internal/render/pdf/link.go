package pdf

import (
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

func (in *inliner) link(n *ast.Link, v voice) {
	uri, ok := in.target(n.Destination)
	if !ok {
		in.refuse("Link", position(n))
	}
	in.children(n, in.linked(v, uri, n))
}

func (in *inliner) autoLink(n *ast.AutoLink, v voice) {
	uri, ok := in.autoTarget(n)
	if !ok {
		in.refuse("AutoLink", position(n))
	}
	v.verbatim = true
	in.say(in.literal(n.Label(in.source), n.Pos()), in.linked(v, uri, n))
}

// autoTarget returns where an address in the text leads, as target does.
func (s *setter) autoTarget(n *ast.AutoLink) (uri string, ok bool) {
	destination := n.URL(s.source)
	if n.AutoLinkType == ast.AutoLinkEmail {
		destination = append([]byte("mailto:"), destination...)
	}
	return s.target(destination)
}

func (in *inliner) linked(v voice, uri string, owner ast.Node) voice {
	if uri != "" {
		v.uri, v.color, v.owner = uri, in.Accent, owner
	}
	return v
}

// target returns where a destination leads, and whether it leads to a heading
// of the document or to the web or a mailbox; other schemes can run programs
// or read files, and are not followed.
func (s *setter) target(destination []byte) (uri string, ok bool) {
	text := string(util.URLEscape(destination, true))
	if anchor, ok := strings.CutPrefix(text, "#"); ok {
		anchor, err := url.PathUnescape(anchor)
		if err != nil || !s.anchors.Has(anchor) {
			return "", false
		}
		return "#" + anchor, true
	}
	scheme, _, found := strings.Cut(text, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
		if found && isASCII(text) {
			return text, true
		}
	}
	return "", false
}

// isASCII reports whether s has printable ASCII characters only.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
