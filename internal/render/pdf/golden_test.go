package pdf_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"soknad/internal/document"
	"soknad/internal/golden"
	"soknad/internal/render/pdf"
	"soknad/internal/render/pdf/fonts"
)

// TestLayouts sets the Markdown files of each archive as the sections of one
// document and compares its pages with what the archive wants. Items without
// an owner are marked with a tilde.
func TestLayouts(t *testing.T) {
	for name, archive := range golden.Archives(t, "testdata") {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			d := assembled(parts(archive)...)
			d.Mark = "Utkast"
			golden.Want(t, name, archive, "want", printed(laid(t, d), d))
		})
	}
}

func parts(archive *txtar.Archive) []part {
	var all []part
	for _, f := range archive.Files {
		if id, ok := strings.CutSuffix(f.Name, ".md"); ok {
			all = append(all, part{id, string(f.Data)})
		}
	}
	return all
}

// printed writes pages for people to read: a line an item, in points.
func printed(l *pdf.Layout, d *document.Document) string {
	var b strings.Builder
	for n := 1; n <= l.Pages(); n++ {
		fmt.Fprintf(&b, "page %d\n", n)
		dots := 0
		for _, item := range l.Page(n).Items {
			if isDot(item) {
				dots++
				continue
			}
			if dots > 0 {
				fmt.Fprintf(&b, "~ %d dots\n", dots)
				dots = 0
			}
			fmt.Fprintf(&b, "%s %s\n", ownership(item), described(item.Mark))
		}
	}
	for _, e := range l.Extents() {
		fmt.Fprintf(&b, "section %s: pages %d–%d\n", e.Section, e.FirstPage, e.LastPage)
	}
	for _, m := range l.Missing() {
		fmt.Fprintf(&b, "missing %q at %d\n", m.Rune, m.Offset)
	}
	for _, u := range l.Unsupported() {
		line, _, _ := strings.Cut(string(d.Text[u.Offset:]), "\n")
		fmt.Fprintf(&b, "unsupported %s: %s\n", u.Kind, line)
	}
	return b.String()
}

// isDot reports whether an item is a dot of a leader.
func isDot(item pdf.Item) bool {
	rect, ok := item.Mark.(pdf.Rect)
	return ok && item.Owner == nil && rect.W < pdf.Point
}

func ownership(item pdf.Item) string {
	if item.Owner == nil {
		return "~"
	}
	return " "
}

func described(m pdf.Mark) string {
	at := func(x, y pdf.Length) string { return fmt.Sprintf("%.1f %.1f", points(x), points(y)) }
	switch m := m.(type) {
	case pdf.Run:
		return fmt.Sprintf("%s %s %s %q%s", at(m.X, m.Y), letter(m.Face), m.Size, m.Words, stretched(m))
	case pdf.Rect:
		return fmt.Sprintf("%s rect %s pattern %d", at(m.X, m.Y), at(m.W, m.H), m.Pattern)
	case pdf.Line:
		return fmt.Sprintf("%s line to %s", at(m.X1, m.Y1), at(m.X2, m.Y2))
	case pdf.Polygon:
		return fmt.Sprintf("%s polygon", at(m.Points[0].X, m.Points[0].Y))
	case pdf.Link:
		return fmt.Sprintf("%s link %s to %s", at(m.X, m.Y), at(m.W, m.H), m.URI)
	default:
		return fmt.Sprintf("%T", m)
	}
}

func points(l pdf.Length) float64 { return float64(l) / pdf.Point }

// stretched says how much a run's spaces were widened.
func stretched(r pdf.Run) string {
	if r.Extra == 0 {
		return ""
	}
	return fmt.Sprintf(" %+.1f", points(r.Extra))
}

// letter names a face: sans-bold, serif-italic.
func letter(f fonts.Face) string {
	name := [...]string{"serif", "sans", "mono"}[f.Family]
	if f.Bold {
		name += "-bold"
	}
	if f.Italic {
		name += "-italic"
	}
	return name
}
