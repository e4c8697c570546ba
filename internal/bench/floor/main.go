// Command floor is the least that making a document can take: it reads the
// description in a folder, parses its YAML and a Markdown with the document's
// words, and writes the words with subset fonts, line below line, each as long
// as so many letters. All that can be done at once is, and no memory is ever
// given back.
package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"github.com/go-pdf/fpdf"

	"soknad/internal/bench/reading"
	"soknad/internal/bench/text"
	"soknad/internal/render/pdf/fonts"
)

func main() {
	debug.SetGCPercent(-1)
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "floor: say the folder, the Markdown with the words, and the PDF to write")
		os.Exit(1)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, "floor:", err)
		os.Exit(1)
	}
}

func run(dir, markdown, out string) error {
	read := make(chan error, 1)
	go func() {
		_, err := reading.Description(dir)
		read <- err
	}()
	opened := make(chan *page, 1)
	go func() { opened <- newPage() }()
	source, err := os.ReadFile(markdown)
	if err != nil {
		return err
	}
	pieces := text.Pieces(source)
	p := <-opened
	for _, piece := range pieces {
		p.write(piece)
	}
	if err := <-read; err != nil {
		return err
	}
	return p.pdf.OutputFileAndClose(out)
}

// The sizes of a page and its lines, in points.
const (
	margin  = 56
	bottom  = 786
	leading = 14
	letters = 88 // in a line
)

// A page is where the next line goes.
type page struct {
	pdf *fpdf.Fpdf
	y   float64
}

func newPage() *page {
	p := &page{pdf: fpdf.New("P", "pt", "A4", ""), y: bottom}
	p.pdf.AddUTF8FontFromBytes("serif", "", fonts.Face{Family: fonts.Serif}.Data())
	p.pdf.AddUTF8FontFromBytes("sans", "", fonts.Face{Family: fonts.Sans}.Data())
	p.pdf.AddUTF8FontFromBytes("sans", "B", fonts.Face{Family: fonts.Sans, Bold: true}.Data())
	return p
}

// write writes a piece; the cells of a row stand one after another.
func (p *page) write(piece text.Piece) {
	switch {
	case piece.Rows != nil:
		for _, row := range piece.Rows {
			p.lines("sans", "", strings.Join(row, "  "))
		}
	case piece.Level > 0:
		p.lines("sans", "B", piece.Words)
	default:
		p.lines("serif", "", piece.Words)
	}
}

// lines writes words in lines of so many letters.
func (p *page) lines(family, style, words string) {
	p.pdf.SetFont(family, style, 10)
	for words != "" {
		var line string
		line, words = cut(words)
		if p.y += leading; p.y > bottom {
			p.pdf.AddPage()
			p.y = margin
		}
		p.pdf.Text(margin, p.y, line)
	}
}

// cut cuts a line off words, at a space where there is one.
func cut(words string) (line, rest string) {
	if len(words) <= letters {
		return words, ""
	}
	if at := strings.LastIndexByte(words[:letters], ' '); at > 0 {
		return words[:at], words[at+1:]
	}
	at := letters
	for !utf8.RuneStart(words[at]) {
		at--
	}
	return words[:at], words[at:]
}
