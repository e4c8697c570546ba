package picture

import (
	"bytes"
	"compress/zlib"
	"image"
	"image/color"
	"image/draw"
)

// Pixels returns the numbers from the top left, eight bits each; nil when there
// is a JPEG. What was transparent is on white.
func (p *Picture) Pixels() []byte {
	m := p.kept()
	if m == nil {
		return nil
	}
	row, bounds := rows(m), m.Bounds()
	pixels := make([]byte, 0, len(row(bounds.Min.Y))*bounds.Dy())
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		pixels = append(pixels, row(y)...)
	}
	return pixels
}

// Packed returns what Pixels does as zlib packs it, a row at a time, so that a
// large image is never unpacked twice.
func (p *Picture) Packed() []byte {
	m := p.kept()
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	row, bounds := rows(m), m.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		_, _ = z.Write(row(y)) // A buffer takes whatever it is given.
	}
	_ = z.Close()
	return out.Bytes()
}

// rows returns a function that returns the numbers of a row, until it is called
// again.
func rows(m image.Image) func(y int) []byte {
	left, width := m.Bounds().Min.X, m.Bounds().Dx()
	var row []byte
	switch m := m.(type) {
	case *image.Gray:
		return func(y int) []byte { return m.Pix[m.PixOffset(left, y):][:width] }
	case *image.Paletted:
		shown := palette(m.Palette)
		return func(y int) []byte {
			row = row[:0]
			for _, i := range m.Pix[m.PixOffset(left, y):][:width] {
				row = append(row, shown[i][:]...)
			}
			return row
		}
	default:
		flat := image.NewRGBA(image.Rect(0, 0, width, 1))
		return func(y int) []byte {
			row = appendOnWhite(row[:0], flat, m, image.Pt(left, y))
			return row
		}
	}
}

// palette lays each of an image's few colors on white once.
func palette(colors color.Palette) (shown [256][3]byte) {
	flat := image.NewRGBA(image.Rect(0, 0, 1, 1))
	for i, c := range colors {
		copy(shown[i][:], appendOnWhite(nil, flat, image.NewUniform(c), image.Point{}))
	}
	return shown
}

// appendOnWhite lays on white as much of an image as fits another, which is
// drawn over, and adds its numbers to others.
func appendOnWhite(numbers []byte, flat *image.RGBA, m image.Image, from image.Point) []byte {
	draw.Draw(flat, flat.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(flat, flat.Rect, m, from, draw.Over)
	for i := 0; i < len(flat.Pix); i += 4 {
		numbers = append(numbers, flat.Pix[i:i+3]...)
	}
	return numbers
}
