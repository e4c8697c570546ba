package object_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"soknad/internal/render/pdf/object"
)

// A book is a file under construction: what it holds, and where.
type book struct {
	bytes.Buffer
	at map[int]int
}

func begin() *book {
	b := &book{at: map[int]int{}}
	b.WriteString("%PDF-1.4\n")
	return b
}

// object writes an object with a number and notes where it is.
func (b *book) object(number int, text string) {
	b.at[number] = b.Len()
	fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", number, text)
}

// table writes a cross-reference table of objects 0 to last and a trailer, and
// returns where the table is. Objects that were not written are free.
func (b *book) table(last int, trailer string) int {
	at := b.Len()
	fmt.Fprintf(b, "xref\n0 %d\n0000000000 65535 f \n", last+1)
	for n := 1; n <= last; n++ {
		if at, ok := b.at[n]; ok {
			fmt.Fprintf(b, "%010d 00000 n \n", at)
		} else {
			b.WriteString("0000000000 00000 f \n")
		}
	}
	fmt.Fprintf(b, "trailer\n<</Size %d %s>>\n", last+1, trailer)
	return at
}

func (b *book) end(table int) []byte {
	fmt.Fprintf(b, "startxref\n%d\n%%%%EOF\n", table)
	return b.Bytes()
}

// classic is a whole file with a cross-reference table; the first object is
// the catalog.
func classic(objects ...string) []byte {
	b := begin()
	for i, text := range objects {
		b.object(i+1, text)
	}
	return b.end(b.table(len(objects), "/Root 1 0 R"))
}

// stream is the text of a stream.
func stream(dict string, data []byte) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// holding is a file whose catalog has one stream, under S.
func holding(dict string, data []byte) []byte {
	return classic("<</Type /Catalog /S 2 0 R>>", stream(dict, data))
}

func read(t *testing.T, data []byte) *object.File {
	t.Helper()
	f, err := object.Read(data)
	if err != nil {
		t.Fatalf("not read: %v", err)
	}
	return f
}

// whole reads a file that needs no repair.
func whole(t *testing.T, data []byte) *object.File {
	t.Helper()
	f := read(t, data)
	if f.Repaired {
		t.Error("a sound file is called repaired")
	}
	return f
}

func write(t *testing.T, f *object.File) []byte {
	t.Helper()
	data, err := f.Write()
	if err != nil {
		t.Fatalf("not written: %v", err)
	}
	return data
}

func catalog(f *object.File) object.Dict { return object.DictOf(f.Root) }

// refuses holds that reading fails and that the message says why.
func refuses(t *testing.T, data []byte, why string) {
	t.Helper()
	if _, err := object.Read(data); err == nil || !strings.Contains(err.Error(), why) {
		t.Errorf("the error is %v, which does not say %q", err, why)
	}
}
