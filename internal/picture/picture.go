// Package picture reads the images that people put into their texts, and makes
// of them what a PDF can hold: JPEG as it is where readers of PDF understand
// it, everything else as plain pixels.
package picture

import (
	"bytes"
	"errors"
	"image"
	_ "image/gif" // The decoder of GIF, of which the first picture is shown.
	"image/jpeg"
	_ "image/png" // The decoder of PNG.

	"soknad/internal/heap"
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
	// File is the image's file, without what cameras and programs write into
	// it, such as where it was taken.
	File []byte
	// JPEG is the file when it can be shown as it is, or else nil.
	JPEG []byte

	image  image.Image // when there is no JPEG, and it is small
	weight int         // in bytes, while it is read
}

// small is how many pixels an image may have to be kept unpacked. A large one is
// read again when it is painted, so that many of them take no more memory than
// one.
const small = 1_000_000

// Of makes a picture of an image.
func Of(m image.Image) *Picture {
	_, gray := m.(*image.Gray)
	return &Picture{Width: m.Bounds().Dx(), Height: m.Bounds().Dy(), Gray: gray, image: m}
}

// IsLarge reports whether the pixels are better written packed.
func (p *Picture) IsLarge() bool { return p.JPEG == nil && p.Width*p.Height > small }

// kept returns the image, nil when there is a JPEG.
func (p *Picture) kept() image.Image {
	if p.JPEG != nil || p.image != nil {
		return p.image
	}
	heap.MakeRoom(p.weight)
	m, _, err := image.Decode(bytes.NewReader(p.File))
	if err != nil {
		return image.NewGray(image.Rect(0, 0, p.Width, p.Height)) // Read has seen that it can be read.
	}
	return m
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
	weighs := weight(data, config, format)
	if weighs > maxWeight {
		return nil, ErrLarge
	}
	heap.MakeRoom(weighs)
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, ErrDamaged
	}
	p := shown(data, decoded, format)
	if p.File == nil {
		return nil, ErrDamaged
	}
	if p.IsLarge() {
		p.image, p.weight = nil, weighs
	}
	return p, nil
}

// shown makes a picture of an image that was decoded.
func shown(data []byte, decoded image.Image, format string) *Picture {
	p := Of(decoded)
	switch format {
	case "jpeg":
		p = ofJPEG(data, decoded)
		p.File = p.JPEG
	case "png":
		p.File = barePNG(data)
	default:
		p.File = bareGIF(data)
	}
	return p
}

// ofJPEG keeps a JPEG as it is, unless it is in the colours of print, which
// say nothing without their printer, is to be turned, which readers of PDF do
// not do, or says what cannot be followed.
func ofJPEG(data []byte, decoded image.Image) *Picture {
	turned := orientation(data)
	bounds := decoded.Bounds()
	switch decoded.(type) {
	case *image.Gray, *image.YCbCr:
		if bare := bareJPEG(data); turned == upright && bare != nil {
			_, gray := decoded.(*image.Gray)
			return &Picture{Width: bounds.Dx(), Height: bounds.Dy(), Gray: gray, JPEG: bare}
		}
	}
	made := turn(decoded, turned)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, made, &jpeg.Options{Quality: 92}); err != nil {
		return Of(made)
	}
	return &Picture{Width: made.Bounds().Dx(), Height: made.Bounds().Dy(), JPEG: out.Bytes()}
}
