package document

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"soknad/internal/picture"
)

// An Image is an image in a piece of Markdown.
type Image struct {
	Destination string
	// Words say what the image shows, as plain text.
	Words string
	// Start and End are the half-open range of bytes where it stands.
	Start, End int
}

// Images lists the images in a piece of Markdown, in the order they stand.
func Images(markdown string) []Image {
	if !strings.Contains(markdown, "![") {
		return nil // Most texts have none, and parsing takes its time.
	}
	text := []byte(markdown)
	var all []Image
	eachImage(parseMarkdown(text), func(n *ast.Image) {
		start := n.Pos()
		end := start + len("![](") + len(n.Destination)
		if i := bytes.IndexByte(text[min(end, len(text)):], ')'); i >= 0 {
			end += i + 1
		}
		all = append(all, Image{string(n.Destination), strings.TrimSpace(PlainText(n, text)), start, min(end, len(text))})
	})
	return all
}

// Shows reports whether the document has the image that a node names: a
// drawing, or an image of the applicant's.
func (d *Document) Shows(n *ast.Image) bool {
	name := string(n.Destination)
	return d.Figures[name] != nil || d.Pictures[name] != nil
}

func eachImage(root ast.Node, each func(*ast.Image)) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if image, ok := n.(*ast.Image); ok {
			each(image)
		}
		eachImage(n, each)
	}
}

// pictures reads the images of the text that are not its figures. What cannot
// be read is left out; a rule says so.
func (a *assembler) pictures(d *Document) map[string]*picture.Picture {
	all := map[string]*picture.Picture{}
	eachImage(d.Root, func(n *ast.Image) {
		name := string(n.Destination)
		if d.Figures[name] != nil || a.input.PictureOf == nil {
			return
		}
		if p, err := a.input.PictureOf(name); err == nil {
			all[name] = p
		}
	})
	return all
}
