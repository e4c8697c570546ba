package object_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"soknad/internal/render/pdf/object"
)

// A file as somebody would type it.
const typed = `%PDF-1.3
1 0 obj << /Type /Catalog /Pages 2 0 R /Name /A#20b /Gone 9 0 R
  /Text (a\(b\) (c) \101\7x\
d) /Hex <41 4 2 5> /Numbers [ 1 -2 +3 4. .5 -.5 --6 7-8 ] % a comment
>> endobj
2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
xref
0 3
0000000000 65535 f 
0000000009 00000 n 
0000000182 00000 n 
trailer <</Root 1 0 R/Size 3/Info<</Title(T)>>/ID[(one)<74776F>]>>
startxref
228
%%EOF`

func TestReadsAFileTypedByHand(t *testing.T) {
	f := whole(t, []byte(typed))
	c := catalog(f)
	for name, want := range map[object.Name]object.Object{
		"Name": object.Name("A b"), "Text": object.String("a(b) (c) A\axd"), "Hex": object.String("AB\x50"),
	} {
		if c[name] != want {
			t.Errorf("%s is %q, want %q", name, c[name], want)
		}
	}
	if got := fmt.Sprint(c["Numbers"]); got != "[1 -2 3 4 0.5 -0.5 -6 7]" {
		t.Errorf("the numbers are %s", got)
	}
	gone, ok := c["Gone"].(*object.Indirect)
	if !ok || gone.Value != nil || gone.Number != 9 {
		t.Errorf("a missing object is %v", c["Gone"])
	}
	if f.Version != "1.3" || f.ID != [2]object.String{"one", "two"} || object.DictOf(f.Info)["Title"] != object.String("T") {
		t.Errorf("the trailer is %q %q %v", f.Version, f.ID, f.Info)
	}
	if len(f.Objects) != 2 || f.Objects[1] != c["Pages"] {
		t.Errorf("the objects are %v", f.Objects)
	}
}

func TestAnUpdateCountsMoreThanWhatItUpdates(t *testing.T) {
	b := begin()
	b.object(1, "<</Type /Catalog /A 2 0 R /B 3 0 R>>")
	b.object(2, "(old)")
	b.object(3, "(deleted)")
	first := b.table(3, "/Root 1 0 R")
	b.end(first)
	b.object(2, "(new)")
	delete(b.at, 3)
	data := b.end(b.table(3, fmt.Sprintf("/Root 1 0 R /Prev %d", first)))
	f := whole(t, data)
	if a, gone := object.Resolve(catalog(f)["A"]), object.Resolve(catalog(f)["B"]); a != object.String("new") || gone != nil {
		t.Errorf("A is %v and B is %v", a, gone)
	}
}

func TestAChainThatComesBackEnds(t *testing.T) {
	b := begin()
	b.object(1, "<</Type /Catalog>>")
	at := b.Len()
	whole(t, b.end(b.table(1, fmt.Sprintf("/Root 1 0 R /Prev %d", at))))
}

// A hybrid file hides objects from older readers: its table calls them free,
// and a stream says where they are.
func TestAHybridFileHasItsHiddenObjects(t *testing.T) {
	b := begin()
	b.object(1, "<</Type /Catalog /A 3 0 R>>")
	b.object(2, stream("/Type /ObjStm /N 1 /First 4", []byte("3 0 (hidden)")))
	hidden := b.Len()
	b.object(4, stream("/Type /XRef /W [1 1 1] /Index [3 1] /Size 4", []byte{2, 2, 0}))
	data := b.end(b.table(4, fmt.Sprintf("/Root 1 0 R /XRefStm %d", hidden)))
	if got := object.Resolve(catalog(whole(t, data))["A"]); got != object.String("hidden") {
		t.Errorf("the hidden object is %v", got)
	}
}

func TestJunkBeforeTheHeader(t *testing.T) {
	data := append([]byte("From: Kari\r\n\r\n"), classic("<</Type /Catalog /A (a)>>")...)
	if f := read(t, data); catalog(f)["A"] != object.String("a") || f.Version != "1.4" {
		t.Errorf("the file is %v", f)
	}
}

func TestWhatIsDamagedIsRepaired(t *testing.T) {
	sound := classic("<</Type /Catalog /A 2 0 R /S 3 0 R>>", "(a)", stream("", []byte("9 0 obj (no object)")), "<</Last true>>")
	written := write(t, sample(0))
	for name, data := range map[string][]byte{
		"wrong startxref":       bytes.Replace(sound, []byte("startxref\n"), []byte("startxref\n1"), 1),
		"no startxref":          bytes.Replace(sound, []byte("startxref"), []byte("startxxxx"), 1),
		"moved by some bytes":   bytes.Replace(sound, []byte("%PDF-1.4\n"), []byte("%PDF-1.4\n%%%%\n"), 1),
		"truncated":             sound[:bytes.Index(sound, []byte("4 0 obj"))+12],
		"truncated, no trailer": sound[:bytes.Index(sound, []byte("xref"))],
		"wrong length":          bytes.Replace(sound, []byte("/Length 19"), []byte("/Length 15"), 1),
		"object streams":        bytes.Replace(written, []byte("startxref\n"), []byte("startxref\n9"), 1),
	} {
		f := read(t, data)
		if !f.Repaired {
			t.Errorf("%s: it is not called repaired", name)
		}
		if name == "object streams" {
			if !bytes.Equal(write(t, f), written) {
				t.Errorf("%s: the repaired file is another", name)
			}
			continue
		}
		if got := object.Resolve(catalog(f)["A"]); got != object.String("a") {
			t.Errorf("%s: A is %v", name, got)
		}
		if got := object.StreamOf(catalog(f)["S"]); got == nil || string(got.Data) != "9 0 obj (no object)" {
			t.Errorf("%s: the stream is %v", name, got)
		}
		for _, i := range f.Objects {
			if i.Number == 9 {
				t.Errorf("%s: what stands in a stream is an object", name)
			}
		}
	}
}

func TestARepairedFileHasItsNewestObjects(t *testing.T) {
	b := begin()
	b.object(1, "<</Type /Catalog /A 2 0 R /B 3 0 R>>")
	b.object(2, "(old)")
	b.object(4, stream("/Type /ObjStm /N 2 /First 9", []byte("2 0 3 6  (mid) (mid)")))
	b.object(3, "(new)")
	f := read(t, b.Bytes())
	if a, n := object.Resolve(catalog(f)["A"]), object.Resolve(catalog(f)["B"]); a != object.String("mid") || n != object.String("new") {
		t.Errorf("A is %v and B is %v", a, n)
	}
}

func TestALengthMayBeAReference(t *testing.T) {
	f := whole(t, classic("<</Type /Catalog /S 2 0 R>>", "<</Length 3 0 R>>\nstream\nendstream endobj\nendstream", "16"))
	if got := object.StreamOf(catalog(f)["S"]); string(got.Data) != "endstream endobj" || got.Dict["Length"] != nil || !got.Plain {
		t.Errorf("the stream is %v", got)
	}
}

func TestAnEncryptedFileIsNoError(t *testing.T) {
	b := begin()
	b.object(1, "<</Type /Catalog /S 2 0 R>>")
	b.object(2, stream("/Filter /FlateDecode", []byte("secret")))
	f := whole(t, b.end(b.table(2, "/Root 1 0 R /Encrypt <</Filter /Standard>>")))
	s := object.StreamOf(catalog(f)["S"])
	if !f.Encrypted || string(s.Data) != "secret" || s.Dict["Filter"] != object.Name("FlateDecode") {
		t.Errorf("encrypted is %v, the stream is %v", f.Encrypted, s)
	}
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	refuses(t, nil, "not a PDF file")
	refuses(t, []byte("PK\x03\x04"), "not a PDF file")
	refuses(t, []byte("%PDF-1.7"), "no catalog")
	refuses(t, []byte(strings.Repeat(" ", 2000)+typed), "not a PDF file")
	refuses(t, classic("(no dictionary)"), "no catalog")
	refuses(t, classic("2 0 R", "1 0 R"), "no catalog")
}
