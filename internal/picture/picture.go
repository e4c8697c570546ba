// Package picture reads the images that people put into their texts, and makes
// of them what a PDF can hold: JPEG as it is where readers of PDF understand
// it, everything else as plain pixels.
package picture

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/draw"
	_ "image/gif" // The decoder of GIF, of which the first picture is shown.
	"image/jpeg"
	_ "image/png" // The decoder of PNG.
)

// MaxPixels is how many pixels an image may have: those of a camera's photo.
const MaxPixels = 25_000_000

// MaxSize is how many bytes the file of an image may have.
const MaxSize = 20 << 20

// What can be wrong with an image.
var (
	ErrFormat  = errors.New("it is no PNG, JPEG or GIF")
	ErrDamaged = errors.New("it is damaged")
	ErrLarge   = errors.New("it is too large")
)

// A Picture is an image of at least one pixel.
type Picture struct {
	Width, Height int // in pixels
	// Gray says that there is one number a pixel and not three: red, green
	// and blue.
	Gray bool
	// File is the image's file; a JPEG lacks what cameras write into it, such
	// as where it was taken.
	File []byte
	// JPEG is the file when it can be shown as it is, or else nil.
	JPEG []byte
	// Pixels are the numbers from the top left, eight bits each, when there
	// is no JPEG. What was transparent is on white.
	Pixels []byte
}

// Read reads an image whole, so that one that is cut off is not taken for a
// sound one. The error is one of those above.
func Read(data []byte) (*Picture, error) {
	if len(data) > MaxSize {
		return nil, ErrLarge
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat):
		return nil, ErrFormat
	case err != nil || config.Width <= 0 || config.Height <= 0:
		return nil, ErrDamaged
	case config.Width > MaxPixels/config.Height:
		return nil, ErrLarge
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, ErrDamaged
	}
	p := shown(data, decoded, format)
	p.File = data
	if p.JPEG != nil {
		p.File = p.JPEG
	}
	return p, nil
}

// shown makes a picture of an image that was decoded.
func shown(data []byte, decoded image.Image, format string) *Picture {
	if format == "jpeg" {
		return ofJPEG(data, decoded)
	}
	return pixels(decoded)
}

// ofJPEG keeps a JPEG as it is, unless it is in the colours of print, which
// say nothing without their printer, or is to be turned, which readers of PDF
// do not do.
func ofJPEG(data []byte, decoded image.Image) *Picture {
	turned := orientation(data)
	bounds := decoded.Bounds()
	switch decoded.(type) {
	case *image.Gray, *image.YCbCr:
		if turned == upright {
			_, gray := decoded.(*image.Gray)
			return &Picture{Width: bounds.Dx(), Height: bounds.Dy(), Gray: gray, JPEG: bare(data)}
		}
	}
	made := turn(decoded, turned)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, made, &jpeg.Options{Quality: 92}); err != nil {
		return pixels(made)
	}
	return &Picture{Width: made.Bounds().Dx(), Height: made.Bounds().Dy(), JPEG: out.Bytes()}
}

// pixels lays an image on white.
func pixels(m image.Image) *Picture {
	bounds := m.Bounds()
	p := &Picture{Width: bounds.Dx(), Height: bounds.Dy()}
	if gray, ok := m.(*image.Gray); ok {
		p.Gray = true
		for y := range p.Height {
			p.Pixels = append(p.Pixels, gray.Pix[y*gray.Stride:][:p.Width]...)
		}
		return p
	}
	flat := image.NewRGBA(image.Rect(0, 0, p.Width, p.Height))
	draw.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), m, bounds.Min, draw.Over)
	p.Pixels = make([]byte, 0, 3*p.Width*p.Height)
	for i := 0; i < len(flat.Pix); i += 4 {
		p.Pixels = append(p.Pixels, flat.Pix[i:i+3]...)
	}
	return p
}
