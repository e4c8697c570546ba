package object_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"soknad/internal/render/pdf/object"
)

func deflated(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

// A file that unpacks to much more than anybody would send is refused, and the
// reader stays small.
func TestABombIsRefused(t *testing.T) {
	t.Parallel()
	half := deflated(make([]byte, 40<<20))
	refuses(t, classic("<</Type /Catalog>>", stream("/Filter /FlateDecode", half), stream("/Filter [/Fl /Fl]", deflated(half))), "more than 64 MiB")
}

// TestImagesStayPacked holds that images may unpack to more than is kept of a
// file, though not to anything, and that a damaged one is seen.
func TestImagesStayPacked(t *testing.T) {
	t.Parallel()
	packed := deflated(make([]byte, 100<<20))
	image := func(data []byte) string { return stream("/Subtype /Image /Filter /Fl", data) }
	f := read(t, classic("<</Type /Catalog>>", image(packed), image(packed)))
	if s := object.StreamOf(f.Objects[1]); f.Repaired || !bytes.Equal(s.Data, packed) || object.NameOf(s.Dict["Filter"]) != "FlateDecode" {
		t.Errorf("repaired %t, the image is %v", f.Repaired, s.Dict)
	}
	if !read(t, classic("<</Type /Catalog>>", image(packed[:len(packed)/2]))).Repaired {
		t.Error("an image that is cut off is not seen")
	}
	many := []string{"<</Type /Catalog>>"}
	for range 11 {
		many = append(many, image(packed))
	}
	refuses(t, classic(many...), "the images of the file hold more than 1024 MiB")
}

// TestSkim holds that a file is told in the same way when nothing of its streams
// is kept.
func TestSkim(t *testing.T) {
	for _, data := range [][]byte{[]byte(typed), holding("/Filter /FlateDecode", deflated([]byte("x"))[:5]), []byte("%PDF-1 1 0 obj<</Type/Catalog>>")} {
		whole, err := object.Read(data)
		skimmed, again := object.Skim(data)
		if err != nil || again != nil || whole.Repaired != skimmed.Repaired || whole.Encrypted != skimmed.Encrypted || len(whole.Objects) != len(skimmed.Objects) {
			t.Fatalf("%q: %v and %v", data, err, again)
		}
		for _, o := range skimmed.Objects {
			if s := object.StreamOf(o); s != nil && s.Data != nil {
				t.Errorf("of object %d, %d bytes are kept", o.Number, len(s.Data))
			}
		}
	}
}

// TestImagesKeepTheirParameters holds that an image says how its numbers are
// foretold, whether that stands in a list or not: without it the image is noise.
func TestImagesKeepTheirParameters(t *testing.T) {
	for _, filter := range []string{
		"/Filter /FlateDecode /DecodeParms <</Predictor 15>>", "/Filter [/Fl] /DecodeParms [<</Predictor 15>>]",
		"/Filter [/FlateDecode] /DecodeParms <</Predictor 15>>",
	} {
		f := read(t, classic("<</Type /Catalog>>", stream("/Subtype /Image "+filter, deflated([]byte("x")))))
		s := object.StreamOf(f.Objects[1])
		if object.NameOf(s.Dict["Filter"]) != "FlateDecode" || object.DictOf(s.Dict["DecodeParms"])["Predictor"] != 15 {
			t.Errorf("%s becomes %v", filter, s.Dict)
		}
	}
	f := read(t, classic("<</Type /Catalog>>", stream("/Subtype /Image /Filter [/Fl] /DecodeParms [null]", deflated([]byte("x")))))
	if s := object.StreamOf(f.Objects[1]); s.Dict["DecodeParms"] != nil {
		t.Errorf("parameters come of nothing: %v", s.Dict)
	}
}

func TestDeepNestingIsRefused(t *testing.T) {
	refuses(t, classic("<</Type /Catalog /A "+strings.Repeat("[", 200)+">>"), "more than 100 deep")
	refuses(t, classic("<</Type /Catalog /A "+strings.Repeat("<</A", 1_000_000)), "more than 100 deep")
	whole(t, classic("<</Type /Catalog /A "+strings.Repeat("[", 99)+strings.Repeat("]", 99)+">>"))
}

func TestTooManyObjectsAreRefused(t *testing.T) {
	b := begin()
	b.object(1, "<</Type /Catalog>>")
	at := b.Len()
	rows := deflated(make([]byte, 1_000_001))
	b.object(2, stream("/Type /XRef /Root 1 0 R /Filter /FlateDecode /W [1 0 0] /Size 2000000", rows))
	refuses(t, b.end(at), "more than 1000000 objects")
}

func TestTooManyValuesAreRefused(t *testing.T) {
	t.Parallel()
	b := begin()
	packed := deflated([]byte("1 0 <</Type /Catalog /A [" + strings.Repeat("0 ", 9_000_000) + "]>>"))
	b.object(2, stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", packed))
	refuses(t, b.Bytes(), "more than 2000000 values")
}

// Objects that are parts of each other would make a small file a large one.
func TestObjectsThatOverlapAreRefused(t *testing.T) {
	b := begin()
	b.object(1, "<</Type /Catalog>>")
	for n := 2; n < 3000; n++ {
		b.at[n] = b.Len()
		fmt.Fprintf(b, "%d 0 obj (", n)
	}
	for n := 2; n < 3000; n++ {
		b.WriteString(strings.Repeat(" ", 100) + ")endobj ")
	}
	refuses(t, b.end(b.table(2999, "/Root 1 0 R")), "overlap")
}

// An object stream that lists one long object under many numbers does not make
// it many.
func TestAnObjectUnderManyNumbersIsRefused(t *testing.T) {
	t.Parallel()
	var index strings.Builder
	for n := range 40_000 {
		fmt.Fprintf(&index, "%d 0 ", n+3)
	}
	data := index.String() + "(" + strings.Repeat("a", 1<<20) + ")"
	b := begin()
	b.object(1, "<</Type /Catalog>>")
	b.object(2, stream(fmt.Sprintf("/Type /ObjStm /N 40000 /First %d", index.Len()), []byte(data)))
	refuses(t, b.Bytes(), "more than 64 MiB")
}
