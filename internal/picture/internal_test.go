package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"testing"
)

// TestPrintColours holds that a JPEG in the colours of print is made one in
// those of screens.
func TestPrintColours(t *testing.T) {
	p := ofJPEG(nil, image.NewCMYK(image.Rect(0, 0, 8, 4)))
	made, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := made.(*image.YCbCr); !ok || p.Width != 8 || p.Height != 4 {
		t.Errorf("it is a %T of %d by %d", made, p.Width, p.Height)
	}
}
