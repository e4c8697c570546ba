package picture_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"soknad/internal/picture"
)

// drawn is an image of 2 by 1: red, and half a blue.
func drawn() *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	m.Set(0, 0, color.NRGBA{R: 255, A: 255})
	m.Set(1, 0, color.NRGBA{B: 255, A: 128})
	return m
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestTransparentIsOnWhite(t *testing.T) {
	p, err := picture.Read(pngOf(t, drawn()))
	if err != nil {
		t.Fatal(err)
	}
	if want := []byte{255, 0, 0, 127, 127, 255}; p.Width != 2 || p.Height != 1 || p.Gray || !bytes.Equal(p.Pixels(), want) {
		t.Errorf("%d by %d, gray %t, pixels %v, want %v", p.Width, p.Height, p.Gray, p.Pixels(), want)
	}
}

func TestKinds(t *testing.T) {
	gray := image.NewGray(image.Rect(0, 0, 3, 2))
	gray.Pix[4] = 7
	if p, err := picture.Read(pngOf(t, gray)); err != nil || !p.Gray || !bytes.Equal(p.Pixels(), gray.Pix) {
		t.Errorf("a gray PNG is %+v (%v)", p, err)
	}
	deep := image.NewNRGBA64(image.Rect(0, 0, 1, 1))
	deep.Set(0, 0, color.NRGBA64{R: 0xffff, G: 0x8000, A: 0xffff})
	if p, err := picture.Read(pngOf(t, deep)); err != nil || !bytes.Equal(p.Pixels(), []byte{255, 128, 0}) {
		t.Errorf("a PNG of 16 bits is %+v (%v)", p, err)
	}
	var out bytes.Buffer
	if err := gif.Encode(&out, drawn(), nil); err != nil {
		t.Fatal(err)
	}
	if p, err := picture.Read(out.Bytes()); err != nil || p.Width != 2 || len(p.Pixels()) != 6 {
		t.Errorf("a GIF is %+v (%v)", p, err)
	}
	data := jpegOf(t, drawn())
	if p, err := picture.Read(data); err != nil || !bytes.Equal(p.JPEG, data) || p.Pixels() != nil {
		t.Errorf("a JPEG is %+v (%v)", p, err)
	}
	if p, err := picture.Read(jpegOf(t, gray)); err != nil || !p.Gray || p.JPEG == nil {
		t.Errorf("a gray JPEG is %+v (%v)", p, err)
	}
}

// turned puts an orientation into a JPEG, written in an order of bytes.
func turned(data []byte, orientation uint16, order binary.AppendByteOrder, mark string) []byte {
	exif := append([]byte("Exif\x00\x00"), mark...)
	exif = order.AppendUint16(exif, 42)
	exif = order.AppendUint32(exif, 8)
	exif = order.AppendUint16(exif, 1)
	exif = order.AppendUint16(exif, 0x0112)
	exif = order.AppendUint16(exif, 3)
	exif = order.AppendUint32(exif, 1)
	exif = order.AppendUint16(exif, orientation)
	exif = order.AppendUint16(exif, 0)
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2))
	return append(append(append([]byte{}, data[:2]...), append(segment, exif...)...), data[2:]...)
}

// TestTurned turns an image whose corners differ in every way there is, and
// holds which corner comes to the top left and the top right.
func TestTurned(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 32, 16))
	corner := func(x, y int) color.RGBA {
		return color.RGBA{R: uint8(x / 16 * 255), G: uint8(y / 8 * 255), B: 128, A: 255}
	}
	for y := range 16 {
		for x := range 32 {
			m.Set(x, y, corner(x, y))
		}
	}
	data := jpegOf(t, m)
	// Red is to the right in what is stored, green below.
	for orientation, want := range map[uint16][2]string{
		1: {"--", "r-"}, 2: {"r-", "--"}, 3: {"rg", "-g"}, 4: {"-g", "rg"},
		5: {"--", "-g"}, 6: {"-g", "--"}, 7: {"rg", "r-"}, 8: {"r-", "rg"},
	} {
		for _, file := range [][]byte{
			turned(data, orientation, binary.BigEndian, "MM"), turned(data, orientation, binary.LittleEndian, "II"),
		} {
			p, err := picture.Read(file)
			if err != nil {
				t.Fatal(err)
			}
			shown, err := jpeg.Decode(bytes.NewReader(p.JPEG))
			if err != nil {
				t.Fatal(err)
			}
			if w := shown.Bounds().Dx(); w != p.Width || (w == 16) != (orientation > 4) {
				t.Errorf("turned %d, it is %d wide and said to be %d", orientation, w, p.Width)
			}
			got := [2]string{letters(shown.At(2, 2)), letters(shown.At(p.Width-3, 2))}
			if got != want {
				t.Errorf("turned %d, the corners are %v, want %v", orientation, got, want)
			}
		}
	}
}

func letters(c color.Color) string {
	s := []byte("--")
	r, g, _, _ := c.RGBA()
	if r > 0x8000 {
		s[0] = 'r'
	}
	if g > 0x8000 {
		s[1] = 'g'
	}
	return string(s)
}

// TestNothingIsSaidOfThePhotographer holds that what a camera writes into a
// photo is in neither of the files that are made of it.
func TestNothingIsSaidOfThePhotographer(t *testing.T) {
	data := turned(jpegOf(t, drawn()), 1, binary.BigEndian, "MM")
	comment := []byte("\xff\xfe\x00\x0aNarvik 1")
	data = append(append(append([]byte{}, data[:2]...), comment...), data[2:]...)
	p, err := picture.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range [][]byte{p.JPEG, p.File} {
		if bytes.Contains(file, []byte("Exif")) || bytes.Contains(file, []byte("Narvik")) {
			t.Error("the photo still says where it was taken")
		}
		if _, err := jpeg.Decode(bytes.NewReader(file)); err != nil {
			t.Error(err)
		}
	}
}

func TestFaults(t *testing.T) {
	whole := jpegOf(t, image.NewRGBA(image.Rect(0, 0, 90, 90)))
	large := pngOf(t, drawn())
	binary.BigEndian.PutUint32(large[16:], 100_000)
	binary.BigEndian.PutUint32(large[20:], 100_000)
	binary.BigEndian.PutUint32(large[29:], crc32.ChecksumIEEE(large[12:29]))
	for name, test := range map[string]struct {
		data []byte
		want error
	}{
		"text":      {[]byte("Ikke noe bilde"), picture.ErrFormat},
		"nothing":   {nil, picture.ErrFormat},
		"cut off":   {whole[:len(whole)/2], picture.ErrDamaged},
		"cut PNG":   {pngOf(t, drawn())[:40], picture.ErrDamaged},
		"of pixels": {large, picture.ErrLarge},
		"of bytes":  {make([]byte, picture.MaxSize+1), picture.ErrLarge},
	} {
		if _, err := picture.Read(test.data); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
}

// FuzzRead holds that no bytes make reading panic, and that what is read is as
// large as it says.
func FuzzRead(f *testing.F) {
	f.Add(pngOf(f, drawn()))
	f.Add(turned(jpegOf(f, drawn()), 6, binary.BigEndian, "MM"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<12 {
			return
		}
		p, err := picture.Read(data)
		if err != nil {
			return
		}
		numbers := 3 * p.Width * p.Height
		if p.Gray {
			numbers /= 3
		}
		if p.JPEG == nil && len(p.Pixels()) != numbers {
			t.Errorf("%d by %d, gray %t: %d numbers", p.Width, p.Height, p.Gray, len(p.Pixels()))
		}
	})
}
