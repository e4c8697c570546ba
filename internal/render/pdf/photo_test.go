package pdf_test

import (
	"bytes"
	"compress/zlib"
	"image"
	"image/jpeg"
	"io"
	"strings"
	"testing"

	"soknad/internal/picture"
	"soknad/internal/render/pdf/object"
)

// unpacked undoes zlib.
func unpacked(t *testing.T, data []byte) []byte {
	t.Helper()
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestPhotos holds that an image of the applicant's is painted once as large
// as its pixels ask for and once as wide as the page, from one object, as a
// figure that says what it shows, and that the file claims what it keeps.
func TestPhotos(t *testing.T) {
	var file bytes.Buffer
	if err := jpeg.Encode(&file, image.NewGray(image.Rect(0, 0, 9, 9)), nil); err != nil {
		t.Fatal(err)
	}
	d := body("Før.\n\n![Et lite kart](images/a.png)\n\n![Et bredt kart](images/b.jpg)\n\n![Igjen](images/a.png)\n")
	d.Pictures = map[string]*picture.Picture{
		"images/a.png": picture.Of(image.NewRGBA(image.Rect(0, 0, 150, 75))),
		"images/b.jpg": {Width: 9000, Height: 900, Gray: true, JPEG: file.Bytes()},
	}
	made, err := laid(t, d).Paint()
	if err != nil || len(made.Faults) > 0 || claimed(t, made.Data) != "PDF/UA-1 PDF/A-2a" {
		t.Fatalf("the error is %v, the faults %v", err, made.Faults)
	}
	page := pagesOf(read(t, made.Data))[0]
	content := string(object.StreamOf(page["Contents"]).Data)
	for _, want := range []string{"72 0 0 36 ", "439.28 0 0 43.93 78 "} {
		if !strings.Contains(content, "q\n"+want) {
			t.Errorf("nothing is painted %q:\n%s", want, content)
		}
	}
	images := object.DictOf(object.DictOf(page["Resources"])["XObject"])
	small, wide := object.StreamOf(images["Image1"]), object.StreamOf(images["Image2"])
	if len(images) != 3 || object.StreamOf(images["Image3"]) != small {
		t.Errorf("the page has the images %v", images)
	}
	if object.NameOf(small.Dict["ColorSpace"]) != "DeviceRGB" || len(unpacked(t, small.Data)) != 3*150*75 {
		t.Errorf("the small image is %v", small.Dict)
	}
	if object.NameOf(wide.Dict["Filter"]) != "DCTDecode" || !bytes.Equal(wide.Data, file.Bytes()) {
		t.Errorf("the wide image is %v", wide.Dict)
	}
}
