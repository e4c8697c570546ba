package pdf

import (
	"math/rand/v2"
	"testing"

	"soknad/internal/render/pdf/fonts"
)

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

// TestColumnsGetWhatTheyNeed holds that columns never get less than they
// need, never more than there is, and no more than they like while another
// lacks.
func TestColumnsGetWhatTheyNeed(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		low, high := make([]Length, 1+random.IntN(6)), []Length{}
		for i := range low {
			low[i] = Length(random.IntN(300))
			high = append(high, low[i]+Length(random.IntN(1000)*random.IntN(2)))
		}
		width := sum(low) + Length(random.IntN(1000))
		widths := shared(low, high, width)
		for i, w := range widths {
			if w < low[i] || sum(high) > width && w > high[i] {
				t.Fatalf("column %d of %v..%v gets %d of %d", i, low, high, w, width)
			}
		}
		if sum(widths) > width {
			t.Fatalf("%v..%v get %v of %d", low, high, widths, width)
		}
	}
}

// TestRunOperators holds the very bytes of a run: kerning as numbers, a
// justified space after its space, the bytes that PDF strings escape, and a
// font only where it changes.
func TestRunOperators(t *testing.T) {
	c := content{height: 100 * Point}
	serif := &typeface{Font: fonts.Open(fonts.Face{}), name: "F1"}
	c.run(Run{X: 10 * Point, Y: 20.5 * Point, Size: 10 * Point, Words: "AV čĨ b ", Extra: 2 * Point}, serif)
	c.run(Run{Size: 10 * Point, Words: "a"}, serif)
	c.run(Run{Size: 9.5 * Point, Words: "a"}, serif)
	want := "0 0 0 rg\nBT /F1 10 Tf 10 79.5 Td [(\x00A)112(\x00V\x00 )-100(\x01\\r\x01\\(\x00 )-100(\x00b\x00 )] TJ ET\n" +
		"BT 0 100 Td [(\x00a)] TJ ET\nBT /F1 9.5 Tf 0 100 Td [(\x00a)] TJ ET\n"
	if got := string(c.buf); got != want {
		t.Errorf("the run is %q, want %q", got, want)
	}
}

// TestBalanceLowersTables holds that moving width between columns makes a
// table lower, changes no sum and leaves every column what it needs.
func TestBalanceLowersTables(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	lower := 0
	for range 300 {
		low, high, lengths := crowded(random)
		width := sum(low) + (sum(high)-sum(low))/3
		b := balance{shared(low, high, width), low, lengths}
		before, total := b.height(), sum(b.widths)
		b.settle()
		if b.height() > before || sum(b.widths) != total {
			t.Fatalf("the height goes from %d to %d, the width from %d to %d", before, b.height(), total, sum(b.widths))
		}
		for i, w := range b.widths {
			if w < low[i] {
				t.Fatalf("column %d gets %d, needs %d", i, w, low[i])
			}
		}
		if b.height() < before {
			lower++
		}
	}
	if lower < 100 {
		t.Errorf("only %d of 300 tables became lower", lower)
	}
}

// crowded makes up the cells of a table and what its columns need and like.
func crowded(random *rand.Rand) (low, high []Length, lengths [][]Length) {
	columns := 2 + random.IntN(5)
	low, high = make([]Length, columns), make([]Length, columns)
	for range 1 + random.IntN(20) {
		var row []Length
		for i := range columns {
			row = append(row, Length(20+random.IntN(1+random.IntN(500))))
			low[i], high[i] = max(low[i], min(row[i], 60)), max(high[i], row[i])
		}
		lengths = append(lengths, row)
	}
	return low, high, lengths
}
