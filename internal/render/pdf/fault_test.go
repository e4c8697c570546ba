package pdf

import (
	"testing"

	"soknad/internal/document"
	"soknad/internal/render/pdf/fonts"
)

// TestPaintTurnsPanicsIntoErrors paints a character that fpdf panics at.
func TestPaintTurnsPanicsIntoErrors(t *testing.T) {
	l := &Layout{doc: &document.Document{}, style: DefaultStyle(), pages: []Page{{Items: []Item{
		{Mark: Run{Face: fonts.Face{}, Size: 10 * Point, Words: "😀"}},
	}}}}
	if data, err := l.Paint(); err == nil || data != nil {
		t.Errorf("%d bytes and the error %v", len(data), err)
	}
}

func TestNumbers(t *testing.T) {
	for l, want := range map[Length]string{
		0: "0", 1000: "1", 1004: "1", 1005: "1.01", 1500: "1.5", -1500: "-1.5", 4: "0", 123456: "123.46", -20: "-0.02",
	} {
		var c content
		if c.number(l); string(c.buf) != want {
			t.Errorf("%d is written %s, want %s", l, c.buf, want)
		}
	}
}

// TestJustificationLosesNothing holds that the parts of all spaces add up.
func TestJustificationLosesNothing(t *testing.T) {
	for _, slack := range []Length{0, 7, -7, 10001} {
		j := justification{slack: slack, spaces: 3}
		if sum := j.next() + j.next() + j.next(); sum != slack {
			t.Errorf("%d becomes %d", slack, sum)
		}
		s := spread{extra: slack, size: 10 * Point, spaces: 3}
		if sum := s.next() + s.next() + s.next() + s.next(); sum != int(slack)/10 {
			t.Errorf("%d becomes %d thousandths of an em", slack, sum)
		}
	}
}
