package pdf

import (
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"soknad/internal/document"
)

// ShowsAll reports whether it is certain, before a document is laid out, that
// nothing in it would be Missing or Unsupported. It says no where only the
// layout can tell, so that it is never wrong to lay out what it says no to.
func (r *Renderer) ShowsAll(d *document.Document) bool {
	if d == nil || d.Root == nil || !r.Style.HasRoom() {
		return false
	}
	look := &looker{setter: &setter{doc: d, source: d.Text, anchors: d.Headings()}, certain: true}
	_ = ast.Walk(d.Root, look.node)
	return look.certain && hasShapes(d)
}

// A looker goes through a document as a setter does, and sets nothing.
type looker struct {
	*setter
	certain bool
	passage bool // within one in another language, as far as is known
}

func (l *looker) node(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if n.Type() == ast.TypeBlock || n.Kind() == ast.KindImage {
		l.passage = false
	}
	if entering && !l.isPainted(n) {
		l.certain = false
		return ast.WalkStop, nil
	}
	return ast.WalkContinue, nil
}

// isPainted reports whether it is certain that a node is painted as what it is,
// apart from the nodes below it.
func (l *looker) isPainted(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Document, *ast.Heading, *ast.Paragraph, *ast.TextBlock, *ast.List, *ast.ListItem, *ast.Blockquote, *ast.CodeBlock,
		*ast.FencedCodeBlock, *ast.ThematicBreak, *ast.LinkReferenceDefinition, *ast.Text, *ast.Emphasis, *ast.CodeSpan:
		return true
	case *extension.Table, *extension.TableHeader, *extension.TableRow, *extension.TableCell,
		*extension.FootnoteList, *extension.Footnote, *extension.FootnoteLink, *extension.FootnoteBacklink:
		return true
	case *ast.HTMLBlock:
		return isComment(l.htmlOf(n))
	case *ast.RawHTML:
		return l.isTag(string(n.Segments.Value(l.source)))
	case *ast.Link:
		_, ok := l.target(n.Destination)
		return ok
	case *ast.AutoLink:
		_, ok := l.autoTarget(n)
		return ok
	case *ast.Image:
		return l.doc.Shows(n) && l.standsAlone(n)
	default:
		return false
	}
}

// isTag reports whether a tag is a comment, or opens or ends a passage in
// another language.
func (l *looker) isTag(tag string) bool {
	switch {
	case document.PassageLang(tag) != "":
		l.passage = true
		return true
	case tag == "</span>" && l.passage:
		l.passage = false
		return true
	default:
		return isComment(tag)
	}
}

// standsAlone reports whether an image is set as a block of its own, which it
// is in a paragraph that is not the subtitle of a cover.
func (l *looker) standsAlone(n *ast.Image) bool {
	kind := n.Parent().Kind()
	if kind != ast.KindParagraph && kind != ast.KindTextBlock {
		return false
	}
	for _, s := range l.doc.Sections {
		if at := position(n); s.Start <= at && at < s.End {
			return s.Role == document.Body
		}
	}
	return len(l.doc.Sections) == 0
}
