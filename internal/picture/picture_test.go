package picture_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"reflect"
	"slices"
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
	few := image.NewPaletted(drawn().Rect, color.Palette{drawn().At(0, 0), drawn().At(1, 0)})
	few.SetColorIndex(1, 0, 1)
	for _, m := range []image.Image{drawn(), few} {
		p, err := picture.Read(pngOf(t, m))
		if err != nil {
			t.Fatal(err)
		}
		if want := []byte{255, 0, 0, 127, 127, 255}; p.Width != 2 || p.Height != 1 || p.Gray || !bytes.Equal(p.Pixels(), want) {
			t.Errorf("%d by %d, gray %t, pixels %v, want %v", p.Width, p.Height, p.Gray, p.Pixels(), want)
		}
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
	exif = order.AppendUint16(exif, 2)
	for _, entry := range [][2]uint16{{0x0103, 6}, {0x0112, orientation}} {
		exif = order.AppendUint16(exif, entry[0])
		exif = order.AppendUint16(exif, 3)
		exif = order.AppendUint32(exif, 1)
		exif = order.AppendUint16(exif, entry[1])
		exif = order.AppendUint16(exif, 0)
	}
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

// TestNothingIsSaidOfThePhotographer holds that what cameras and programs write
// into an image, or behind its end, is in no file that is made of it, and that
// these are the same image.
func TestNothingIsSaidOfThePhotographer(t *testing.T) {
	for name, data := range telling(t) {
		p, err := picture.Read(append(data, "Narvik, behind the end"...))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want, _, err := image.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, file := range [][]byte{p.JPEG, p.File} {
			if file == nil {
				continue
			}
			if bytes.Contains(file, []byte("Exif")) || bytes.Contains(file, []byte("Narvik")) {
				t.Errorf("the %s still says where it was taken: %q", name, file)
			}
			if got, _, err := image.Decode(bytes.NewReader(file)); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("the %s is another image (%v)", name, err)
			}
		}
	}
}

// TestFilledUp holds that a JPEG whose markers have bytes before them that only
// fill up, which they may, is the same image.
func TestFilledUp(t *testing.T) {
	for _, orientation := range []uint16{1, 3} {
		data := turned(jpegOf(t, drawn()), orientation, binary.BigEndian, "MM")
		filled := slices.Concat(data[:2], []byte("\xff\xff"), data[2:])
		want, err := picture.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := picture.Read(filled); err != nil || !bytes.Equal(got.JPEG, want.JPEG) {
			t.Errorf("turned %d and filled up, it is another image (%v)", orientation, err)
		}
	}
}

// telling makes images that say where they were taken.
func telling(t testing.TB) map[string][]byte {
	t.Helper()
	photo := turned(jpegOf(t, drawn()), 1, binary.BigEndian, "MM")
	photo = slices.Concat(photo[:2], []byte("\xff\xfe\x00\x0aNarvik 1"), photo[2:])
	plain := pngOf(t, drawn())
	const ihdr = 8 + 12 + 13
	talk := slices.Concat(chunk("tEXt", "Comment\x00Narvik"), chunk("eXIf", "MM Narvik"), chunk("noWn", "Narvik"))
	var out bytes.Buffer
	film := &gif.GIF{LoopCount: 3}
	for range 2 {
		frame := image.NewPaletted(image.Rect(0, 0, 2, 1), color.Palette{color.Black, color.White})
		film.Image, film.Delay = append(film.Image, frame), append(film.Delay, 5)
	}
	if err := gif.EncodeAll(&out, film); err != nil {
		t.Fatal(err)
	}
	moving := out.Bytes()
	at := bytes.Index(moving, []byte("\x21\xff\x0bNETSCAPE"))
	if at < 0 {
		t.Fatal("the film has no loop")
	}
	talkGIF := []byte("\x21\xfe\x06Narvik\x00\x21\xff\x0bXMP DataXMP\x06Narvik\x00")
	return map[string][]byte{
		"JPEG": photo,
		"PNG":  slices.Concat(plain[:ihdr], talk, plain[ihdr:]),
		"GIF":  slices.Concat(moving[:at], talkGIF, moving[at:]),
	}
}

// chunk makes a chunk of a PNG.
func chunk(name, data string) []byte {
	made := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	made = append(made, name+data...)
	return binary.BigEndian.AppendUint32(made, crc32.ChecksumIEEE(made[4:]))
}

// TestEveryFrameStays holds that a GIF that moves still does.
func TestEveryFrameStays(t *testing.T) {
	p, err := picture.Read(telling(t)["GIF"])
	if err != nil {
		t.Fatal(err)
	}
	if film, err := gif.DecodeAll(bytes.NewReader(p.File)); err != nil || len(film.Image) != 2 || film.LoopCount != 3 || film.Delay[1] != 5 {
		t.Errorf("the film is %+v (%v)", film, err)
	}
}

// TestLargeIsReadAgain holds that an image that is not kept unpacked is painted
// all the same, packed as it would be unpacked.
func TestLargeIsReadAgain(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 1100, 1000))
	for i := range m.Pix {
		m.Pix[i] = uint8(i * i >> 7)
	}
	for name, m := range map[string]image.Image{"colours": m, "grays": image.NewGray(m.Rect), "small": drawn()} {
		p, err := picture.Read(pngOf(t, m))
		if err != nil {
			t.Fatal(err)
		}
		z, err := zlib.NewReader(bytes.NewReader(p.Packed()))
		if err != nil {
			t.Fatal(err)
		}
		unpacked, err := io.ReadAll(z)
		if want := picture.Of(m).Pixels(); err != nil || !bytes.Equal(unpacked, want) || !bytes.Equal(p.Pixels(), want) || p.IsLarge() != (name != "small") {
			t.Errorf("%s: %d numbers, want %d (%v)", name, len(unpacked), len(want), err)
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
		"of memory": {pngOf(t, image.NewNRGBA64(image.Rect(0, 0, 4900, 4900))), picture.ErrLarge},
		"passes":    {bytes.Replace(jpegOf(t, image.NewYCbCr(image.Rect(0, 0, 4900, 4900), image.YCbCrSubsampleRatio444)), []byte("\xff\xc0\x00\x11"), []byte("\xff\xc2\x00\x11"), 1), picture.ErrLarge},
		"of bytes":  {make([]byte, picture.MaxSize+1), picture.ErrLarge},
	} {
		if _, err := picture.Read(test.data); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
}

// FuzzRead holds that no bytes make reading panic, that what is read is as large
// as it says, and that its file reads as itself.
func FuzzRead(f *testing.F) {
	f.Add(pngOf(f, drawn()))
	f.Add(turned(jpegOf(f, drawn()), 6, binary.BigEndian, "MM"))
	f.Add(telling(f)["GIF"])
	f.Add(telling(f)["JPEG"])
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
		for _, file := range [][]byte{p.File, p.JPEG} {
			if again, err := picture.Read(file); file != nil && (err != nil || !bytes.Equal(again.File, p.File)) {
				t.Errorf("what was made of it is %v, and not the same once more", err)
			}
		}
		if p.JPEG == nil && len(p.Pixels()) != numbers {
			t.Errorf("%d by %d, gray %t: %d numbers", p.Width, p.Height, p.Gray, len(p.Pixels()))
		}
	})
}
