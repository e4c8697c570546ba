package html

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"soknad/internal/document"
)

// inline writes a node that stands inside a block.
func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.words(n)
	case *ast.String:
		w.text(string(n.Value))
	case *ast.Emphasis:
		w.around(n, emphasis(n.Level))
	case *ast.CodeSpan:
		w.around(n, "code")
	case *ast.Link:
		w.link(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Image:
		w.image(n, document.PlainText(n, w.doc.Text))
	case *ast.RawHTML:
		w.rawHTML(n)
	case *extension.FootnoteLink:
		w.reference(n)
	case *extension.FootnoteBacklink:
		w.open("a", attribute{"href", "#" + refID(n.Index, n.RefIndex)}, attribute{"role", "doc-backlink"})
		w.text("↩")
		w.close("a")
	default:
		w.children(n)
	}
}

func emphasis(level int) string {
	if level >= 2 {
		return "strong"
	}
	return "em"
}

// words writes text, in which escapes and entities stand for characters unless
// it is code.
func (w *writer) words(n *ast.Text) {
	text := n.Segment.Value(w.doc.Text)
	if n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
		html.DefaultWriter.RawWrite(w.out, text)
	} else {
		html.DefaultWriter.Write(w.out, text)
	}
	switch {
	case n.HardLineBreak():
		w.open("br")
	case n.SoftLineBreak():
		w.text("\n")
	}
}

// link writes a link that leads to a heading of the document, to the web or to
// a mailbox. Of any other only the words are written.
func (w *writer) link(n *ast.Link) {
	if to := w.target(n.Destination); to != "" {
		w.around(n, "a", attribute{"href", to})
	} else {
		w.children(n)
	}
}

func (w *writer) autoLink(n *ast.AutoLink) {
	destination := n.URL(w.doc.Text)
	if n.AutoLinkType == ast.AutoLinkEmail {
		destination = append([]byte("mailto:"), destination...)
	}
	to := w.target(destination)
	if to != "" {
		w.open("a", attribute{"href", to})
	}
	w.text(string(n.Label(w.doc.Text)))
	if to != "" {
		w.close("a")
	}
}

// target returns where a destination leads, "" when it leads nowhere that is
// followed.
func (w *writer) target(destination []byte) string {
	text := string(util.URLEscape(destination, true))
	if anchor, ok := strings.CutPrefix(text, "#"); ok {
		if name, err := url.PathUnescape(anchor); err == nil && w.headings.Has(name) {
			return "#" + anchor
		}
		return ""
	}
	u, err := url.Parse(text)
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https", "mailto":
		return text
	default:
		return ""
	}
}

// image writes an image that the document has, with its size, so that the page
// need not move when it comes. A figure says itself what it shows, of a picture
// it is said. Of any other image the words are written.
func (w *writer) image(n *ast.Image, said string) {
	name := string(n.Destination)
	src := attribute{"src", w.source(name)}
	if f := w.doc.Figures[name]; f != nil {
		w.open("img", src, attribute{"alt", f.Alt}, number("width", int(f.Width+0.5)), number("height", int(f.Height+0.5)))
	} else if p := w.doc.Pictures[name]; p != nil {
		w.open("img", src, attribute{"alt", said}, number("width", p.Width), number("height", p.Height))
	} else {
		w.children(n)
	}
}

// reference writes the mark of a footnote.
func (w *writer) reference(n *extension.FootnoteLink) {
	w.open("sup")
	w.open("a", attribute{"id", refID(n.Index, n.RefIndex)}, attribute{"href", "#" + noteID(n.Index)}, attribute{"role", "doc-noteref"})
	w.text(strconv.Itoa(n.Index))
	w.close("a")
	w.close("sup")
}

// rawHTML writes the one tag that a text can have, which says that a passage is
// in another language, and leaves out all others.
func (w *writer) rawHTML(n *ast.RawHTML) {
	tag := string(n.Segments.Value(w.doc.Text))
	if lang := document.PassageLang(tag); lang != "" {
		w.open("span", attribute{"lang", lang})
		w.passages++
	} else if tag == "</span>" && w.passages > 0 {
		w.close("span")
		w.passages--
	}
}
