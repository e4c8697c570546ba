package picture

import (
	"bytes"
	"compress/zlib"
	"image"
	"image/color"
	"image/draw"
)

// Packed returns what Pixels does as zlib packs it, a row at a time, so that a
// large image is never unpacked twice.
func (p *Picture) Packed() []byte {
	m := p.kept()
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	row := rows(m)
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		_, _ = z.Write(row(y)) // A buffer takes whatever it is given.
	}
	_ = z.Close()
	return out.Bytes()
}

// rows returns a function that returns the numbers of a row, until it is called
// again.
func rows(m image.Image) func(y int) []byte {
	bounds := m.Bounds()
	if gray, ok := m.(*image.Gray); ok {
		return func(y int) []byte { return gray.Pix[gray.PixOffset(bounds.Min.X, y):][:bounds.Dx()] }
	}
	flat := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), 1))
	row := make([]byte, 0, 3*bounds.Dx())
	return func(y int) []byte {
		draw.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
		draw.Draw(flat, flat.Bounds(), m, image.Pt(bounds.Min.X, y), draw.Over)
		row = row[:0]
		for i := 0; i < len(flat.Pix); i += 4 {
			row = append(row, flat.Pix[i:i+3]...)
		}
		return row
	}
}
