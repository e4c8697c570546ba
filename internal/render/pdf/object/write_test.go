package object_test

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"soknad/internal/render/pdf/object"
)

// sample is a file with a bit of everything. Its dictionaries are filled in the
// order that turn gives.
func sample(turn int) *object.File {
	text := &object.Indirect{Value: &object.Stream{Data: []byte("BT (Hei) Tj ET")}}
	meta := &object.Indirect{Value: &object.Stream{Dict: object.Dict{"Type": object.Name("Metadata")}, Data: []byte("<x/>"), Plain: true}}
	photo := &object.Indirect{Value: &object.Stream{Dict: object.Dict{"Filter": object.Name("DCTDecode")}, Data: []byte("\xff\xd8\xff")}}
	page, pages := &object.Indirect{}, &object.Indirect{}
	page.Value = filled(turn, object.Dict{
		"Type": object.Name("Page"), "Parent": pages, "Contents": text, "XObject": object.Dict{"Foto": photo},
		"MediaBox": object.Array{0, 0, 595.276, 841.89}, "Rotate": nil, "Lost": &object.Indirect{},
	})
	pages.Value = object.Dict{"Type": object.Name("Pages"), "Kids": object.Array{page}, "Count": 1}
	return &object.File{
		Root: &object.Indirect{Value: filled(turn, object.Dict{
			"Type": object.Name("Catalog"), "Pages": pages, "Metadata": meta, "Marked": true,
			"Lang": object.String("nb"), "Hull": object.Array{nil, &object.Indirect{}, 1},
		})},
		Info: &object.Indirect{Value: object.Dict{"Title": object.String("\xfe\xff\x00S\x00\xf8")}},
	}
}

// filled makes the same dictionary in another order.
func filled(turn int, from object.Dict) object.Dict {
	var names []object.Name
	for name := range from {
		names = append(names, name)
	}
	slices.Sort(names)
	d := object.Dict{}
	for i := range names {
		name := names[(i*7+turn)%len(names)]
		d[name] = from[name]
	}
	for name, value := range from {
		d[name] = value
	}
	return d
}

func TestTheSameObjectsGiveTheSameBytes(t *testing.T) {
	want := write(t, sample(0))
	for turn := range 20 {
		if got := write(t, sample(turn)); !bytes.Equal(got, want) {
			t.Fatalf("turn %d gives other bytes", turn)
		}
	}
}

func TestWhatIsWrittenIsReadAsItWas(t *testing.T) {
	first := write(t, sample(0))
	f := whole(t, first)
	if f.Version != "1.7" || len(f.ID[0]) != 16 || f.ID[0] != f.ID[1] || f.Encrypted {
		t.Errorf("the file says %q %x", f.Version, f.ID)
	}
	if got := object.DictOf(f.Info)["Title"]; got != object.String("\xfe\xff\x00S\x00\xf8") {
		t.Errorf("the title is %q", got)
	}
	page := object.DictOf(object.ArrayOf(object.DictOf(catalog(f)["Pages"])["Kids"])[0])
	if got := object.StreamOf(page["Contents"]); string(got.Data) != "BT (Hei) Tj ET" || got.Plain {
		t.Errorf("the text is %q, plain %v", got.Data, got.Plain)
	}
	photo := object.StreamOf(object.DictOf(page["XObject"])["Foto"])
	if object.ArrayOf(photo.Dict["Filter"]) != nil || string(photo.Data) != "\xff\xd8\xff" {
		t.Errorf("the photo is %v", photo)
	}
	if second := write(t, f); !bytes.Equal(second, first) {
		t.Error("writing what was read gives other bytes")
	}
}

// The beginning of a file does not depend on how anything is compressed, so it
// can be shown whole.
func TestTheBytesOfASmallFile(t *testing.T) {
	f := &object.File{Root: &object.Indirect{Value: &object.Stream{Plain: true, Data: []byte("x"), Dict: object.Dict{
		"Length": 99, "DecodeParms": object.Dict{}, "Zebra": 1, "Subtype": object.Name("A b#"), "Type": object.Name("T"),
		"Apple": object.Array{true, -3, 0.5, nil, object.String(`a(b)\`), object.String("\n"), object.Dict{}},
	}}}}
	want := "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + `1 0 obj
<</Type /T/Subtype /A#20b#23/Apple [true -3 0.5 null (a\(b\)\\) <0A> <<>>]/Length 1/Zebra 1>>
stream
x
endstream
endobj
2 0 obj
<</Type /XRef/Filter /FlateDecode/ID [`
	if got := write(t, f); !strings.HasPrefix(string(got), want) {
		t.Errorf("the file begins\n%.400q", got)
	}
}

// number writes a number and returns how.
func number(t *testing.T, x object.Object) string {
	t.Helper()
	f := &object.File{Root: &object.Indirect{Value: &object.Stream{Plain: true, Dict: object.Dict{"A": x}}}}
	_, rest, _ := strings.Cut(string(write(t, f)), "<</A ")
	text, _, _ := strings.Cut(rest, "/Length")
	return text
}

func TestNumbersAreWrittenInOneWay(t *testing.T) {
	for _, c := range []struct {
		x    object.Object
		want string
	}{
		{7, "7"}, {-7, "-7"}, {7.0, "7"}, {0.5, "0.5"}, {1.0 / 3, "0.333"}, {-2.71828, "-2.718"}, {595.2756, "595.276"},
		{math.Copysign(0, -1), "0"}, {-1e-12, "0"}, {72 + 1e-9, "72"}, {1e15, "1000000000000000"}, {0.0999999999, "0.1"},
		{1.0 / 2048, "0.00048828"}, {0.001, "0.001"}, {100.0, "100"},
	} {
		if got := number(t, c.x); got != c.want {
			t.Errorf("%v is written %s, want %s", c.x, got, c.want)
		}
	}
}

func TestAListOfManyLinksIsNoDepth(t *testing.T) {
	first := &object.Indirect{Value: object.Dict{}}
	for last, n := first, 0; n < 20_000; n++ {
		next := &object.Indirect{Value: object.Dict{"Prev": last}}
		last.Value.(object.Dict)["Next"] = next
		last = next
	}
	f := &object.File{Root: &object.Indirect{Value: object.Dict{"Type": object.Name("Catalog"), "First": first}}}
	data := write(t, f)
	if got := len(whole(t, data).Objects); got != 20_002 {
		t.Errorf("%d objects are read", got)
	}
	if got := bytes.Count(data, []byte("/Type /ObjStm")); got != 101 {
		t.Errorf("there are %d object streams for 20 002 objects of at most 200 each", got)
	}
}

// nested is an array in an array and so on.
func nested(depth int) object.Object {
	var o object.Object = 1
	for range depth {
		o = object.Array{o}
	}
	return o
}

func TestWhatCannotBeWrittenIsSaid(t *testing.T) {
	endless := object.Dict{}
	endless["Me"] = endless
	for name, c := range map[string]struct {
		value object.Object
		why   string
	}{
		"endless":       {endless, "more than 500 deep"},
		"deep":          {nested(500), "more than 500 deep"},
		"a Go value":    {int64(3), "int64 is no object"},
		"no number":     {math.NaN(), "no number"},
		"infinite":      {math.Inf(1), "no number"},
		"direct stream": {&object.Stream{}, "a stream has to be"},
	} {
		f := &object.File{Root: &object.Indirect{Value: object.Dict{"Type": object.Name("Catalog"), "A": c.value}}}
		if _, err := f.Write(); err == nil || !strings.Contains(err.Error(), c.why) || !strings.Contains(err.Error(), "Catalog") {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
	for name, f := range map[string]*object.File{"no catalog": {}, "encrypted": {Encrypted: true, Root: sample(0).Root}} {
		if data, err := f.Write(); err == nil {
			t.Errorf("%s: %d bytes are written", name, len(data))
		}
	}
}

func TestDeepIsAllowedUpToItsLimit(t *testing.T) {
	f := &object.File{Root: &object.Indirect{Value: object.Dict{"A": nested(498)}}}
	write(t, f)
}

func TestAReferenceToAReferenceIsTheLastOne(t *testing.T) {
	last := &object.Indirect{Value: object.Dict{"Leaf": true}}
	loop := &object.Indirect{}
	loop.Value = &object.Indirect{Value: loop}
	f := &object.File{Root: &object.Indirect{Value: object.Dict{
		"A": &object.Indirect{Value: last}, "B": last, "C": object.Array{loop},
	}}}
	got := whole(t, write(t, f))
	if len(got.Objects) != 2 || catalog(got)["A"] != catalog(got)["B"] {
		t.Errorf("%d objects are written", len(got.Objects))
	}
	if c := object.ArrayOf(catalog(got)["C"]); fmt.Sprint(c) != "[<nil>]" {
		t.Errorf("a reference that goes round is %v", c)
	}
}
