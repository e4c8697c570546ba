package linebreak_test

import (
	"slices"
	"strings"
	"testing"

	lb "soknad/internal/render/pdf/linebreak"
)

// items makes a paragraph of words ten units a letter; "-" inside a word is a
// place to hyphenate, "|" a forced break.
func items(text string) []lb.Item {
	var list []lb.Item
	for i, word := range strings.Fields(text) {
		if word == "|" {
			list = append(list, end()...)
			continue
		}
		if i > 0 {
			list = append(list, lb.Item{Kind: lb.Glue, Width: 10, Stretch: 5, Shrink: 3})
		}
		for n, part := range strings.Split(word, "-") {
			if n > 0 {
				list = append(list, lb.Item{Kind: lb.Penalty, Width: 10, Cost: 50, Hyphen: true})
			}
			list = append(list, lb.Item{Kind: lb.Box, Width: 10 * len(part)})
		}
	}
	return append(list, end()...)
}

func end() []lb.Item {
	return []lb.Item{
		{Kind: lb.Penalty, Cost: lb.Forbidden},
		{Kind: lb.Glue, Stretch: lb.Fill},
		{Kind: lb.Penalty, Cost: lb.Forced},
	}
}

// widths returns the natural widths of lines.
func widths(list []lb.Item, lines []lb.Line) []int {
	var all []int
	for _, l := range lines {
		width := 0
		if list[l.Break].Kind == lb.Penalty {
			width = list[l.Break].Width
		}
		for _, item := range list[l.First:l.Break] {
			if item.Kind != lb.Penalty {
				width += item.Width
			}
		}
		all = append(all, width)
	}
	return all
}

func TestLines(t *testing.T) {
	tests := []struct {
		name, text string
		width      int
		want       []int
	}{
		{"one line", "aaa bbb", 100, []int{70}},
		{"breaks at spaces", "aaaa bbbb cccc dddd", 90, []int{90, 90}},
		{"looks ahead: a greedy first line would leave the second too loose",
			"aaaa bb cc dddd eeeeeee ffff", 100, []int{70, 70, 70, 40}},
		{"hyphenates and counts the hyphen", "aaaa bbbb-bbbb cccc", 100, []int{100, 90}},
		{"no hyphen where words do", "aaaa bbbb cc-cc dddd", 90, []int{90, 90}},
		{"forced breaks", "aaa | bbb | ccc", 100, []int{30, 30, 30}},
		{"a box wider than the line", "aaaaaaaaaaaaaaa bb", 50, []int{150, 20}},
		{"nothing", "", 50, []int{0}},
	}
	for _, tt := range tests {
		list := items(tt.text)
		lines, ok := lb.Lines(list, tt.width, lb.Any)
		if got := widths(list, lines); !ok || !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, %t, want %v", tt.name, got, ok, tt.want)
		}
	}
}

func TestTolerance(t *testing.T) {
	list := items("aaaa bbbbbbbbb cccc") // the first line is as loose as can be
	if lines, ok := lb.Lines(list, 100, 200); ok {
		t.Errorf("a line that cannot be stretched is accepted: %v", lines)
	}
	if _, ok := lb.Lines(list, 100, lb.Any); !ok {
		t.Error("Any does not accept it")
	}
	if _, ok := lb.Lines(items("aaaa bbbb cccc dddd"), 90, 1); !ok {
		t.Error("perfect lines are refused")
	}
}

// TestHyphensInARow holds that a second hyphen costs more than a looser line.
func TestHyphensInARow(t *testing.T) {
	list := items("aa aa aa aa aa aa aa c-cccc aaa aaa aa aa aa c-cccc aaa aa aa aa aa aa aa aa aa")
	lines, _ := lb.Lines(list, 230, lb.Any)
	for i := 1; i < len(lines); i++ {
		if list[lines[i-1].Break].Hyphen && list[lines[i].Break].Hyphen {
			t.Errorf("lines %d and %d both end in a hyphen", i, i+1)
		}
	}
}

// TestLinesBalance tries every way to break short paragraphs and holds
// that none has a lower sum of squared gaps, which is what looks best as long
// as all else is equal.
func TestLinesBalance(t *testing.T) {
	list := items("aaa bb cccc dd eeeee fff gg hhhh iii jj kkkk ll mmm nnnn oo")
	const width = 150
	lines, ok := lb.Lines(list, width, lb.Any)
	if !ok {
		t.Fatal("no lines")
	}
	got := unevenness(widths(list, lines), width)
	if want := leastUneven(list, width); got > want {
		t.Errorf("lines %v have unevenness %d, the best %d", widths(list, lines), got, want)
	}
}

// unevenness is the sum of the cubes of what every line but the last lacks.
func unevenness(lines []int, width int) int {
	sum := 0
	for _, w := range lines[:len(lines)-1] {
		gap := max(width-w, w-width)
		sum += gap * gap * gap
	}
	return sum
}

func leastUneven(list []lb.Item, width int) int {
	var words []int
	for _, item := range list {
		if item.Kind == lb.Box {
			words = append(words, item.Width)
		}
	}
	best := 1 << 60
	for breaks := range 1 << (len(words) - 1) {
		lines := []int{words[0]}
		for i, w := range words[1:] {
			if breaks>>i&1 == 1 {
				lines = append(lines, w)
			} else {
				lines[len(lines)-1] += 10 + w
			}
		}
		if slices.Max(lines) <= width && lines[len(lines)-1] > 0 {
			best = min(best, unevenness(lines, width))
		}
	}
	return best
}

func FuzzLines(f *testing.F) {
	f.Add("aaa bb-cc d", 50, 100)
	f.Add("| a | bbbbbbbbbbbbbb |", 10, lb.Any)
	f.Fuzz(func(t *testing.T, text string, width, tolerance int) {
		list := items(text)
		lines, ok := lb.Lines(list, width%1000, tolerance)
		if !ok {
			return
		}
		next := 0
		for _, l := range lines {
			if l.First < next || l.Break < l.First || l.Break >= len(list) {
				t.Fatalf("line %v after item %d", l, next)
			}
			for _, skipped := range list[next:l.First] {
				if skipped.Kind == lb.Box {
					t.Fatalf("a box before line %v is lost", l)
				}
			}
			next = l.Break
		}
		if next != len(list)-1 {
			t.Fatalf("the last line ends at %d of %d", next, len(list))
		}
	})
}

func BenchmarkLines(b *testing.B) {
	list := items(strings.Repeat("Klyngen skal gjøre mineral-næringen i stand til å ut-vikle nye produk-ter ", 20))
	for b.Loop() {
		lb.Lines(list, 800, 200)
	}
}
