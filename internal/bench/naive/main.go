// Command naive turns a Markdown into a PDF as one would in an afternoon: with
// the library's own paragraphs and cells, and embedded fonts.
package main

import (
	"fmt"
	"os"

	"github.com/go-pdf/fpdf"

	"soknad/internal/bench/text"
	"soknad/internal/render/pdf/fonts"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "naive: say the Markdown and the PDF to write")
		os.Exit(1)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "naive:", err)
		os.Exit(1)
	}
}

func run(markdown, out string) error {
	source, err := os.ReadFile(markdown)
	if err != nil {
		return err
	}
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.AddUTF8FontFromBytes("serif", "", fonts.Face{Family: fonts.Serif}.Data())
	pdf.AddUTF8FontFromBytes("sans", "", fonts.Face{Family: fonts.Sans}.Data())
	pdf.AddUTF8FontFromBytes("sans", "B", fonts.Face{Family: fonts.Sans, Bold: true}.Data())
	pdf.AddPage()
	for _, p := range text.Pieces(source) {
		switch {
		case p.Rows != nil:
			for _, row := range p.Rows {
				tableRow(pdf, row)
			}
		case p.Level > 0:
			pdf.SetFont("sans", "B", float64(22-3*p.Level))
			pdf.MultiCell(0, 20, p.Words, "", "L", false)
		default:
			pdf.SetFont("serif", "", 10)
			pdf.MultiCell(0, 14, p.Words, "", "J", false)
			pdf.Ln(6)
		}
	}
	return pdf.OutputFileAndClose(out)
}

// tableRow writes a row of cells, each as wide as the others, and as high as it
// takes.
func tableRow(pdf *fpdf.Fpdf, row []string) {
	pdf.SetFont("sans", "", 9)
	width, height := pdf.GetPageSize()
	left, top, right, bottom := pdf.GetMargins()
	column := (width - left - right) / float64(len(row))
	lines := 1
	for _, words := range row {
		lines = max(lines, len(pdf.SplitText(words, column-2)))
	}
	y := pdf.GetY()
	if y+float64(lines)*12 > height-bottom {
		pdf.AddPage()
		y = top
	}
	for i, words := range row {
		pdf.SetXY(left+float64(i)*column, y)
		pdf.MultiCell(column, 12, words, "", "L", false)
	}
	pdf.SetXY(left, y+float64(lines)*12)
}
