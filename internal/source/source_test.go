package source_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"soknad/internal/source"
)

func TestPosition(t *testing.T) {
	const text = "\xef\xbb\xbfå: 1\r\nbø: blå\n\ttab: 😀x\n"
	f := source.NewFile("a.yaml", []byte(text))
	tests := []struct {
		at   string
		want source.Position
	}{
		{"å", source.Position{Line: 1, Column: 1}},
		{"1", source.Position{Line: 1, Column: 4}},
		{"bø", source.Position{Line: 2, Column: 1}},
		{"blå", source.Position{Line: 2, Column: 5}},
		{"tab", source.Position{Line: 3, Column: 2}},
		{"x", source.Position{Line: 3, Column: 8}},
	}
	for _, tt := range tests {
		offset := index(text, tt.at)
		if got := f.Position(offset); got != tt.want {
			t.Errorf("Position of %q = %v, want %v", tt.at, got, tt.want)
		}
		want := tt.want
		if tt.at == "x" {
			want.Column++ // the emoji before it takes two code units
		}
		if got := f.CodeUnits(offset); got != want {
			t.Errorf("CodeUnits of %q = %v, want %v", tt.at, got, want)
		}
		if got := f.Offset(tt.want); got != offset {
			t.Errorf("Offset(%v) = %d, want %d", tt.want, got, offset)
		}
	}
}

func index(text, sub string) int {
	for i := range text {
		if len(text)-i >= len(sub) && text[i:i+len(sub)] == sub {
			return i
		}
	}
	return -1
}

func TestPositionOutsideTheFile(t *testing.T) {
	f := source.NewFile("a.yaml", []byte("ab\nc"))
	if got, want := f.Position(99), (source.Position{Line: 2, Column: 2}); got != want {
		t.Errorf("Position(99) = %v, want %v", got, want)
	}
	if got, want := f.Position(-1), (source.Position{Line: 1, Column: 1}); got != want {
		t.Errorf("Position(-1) = %v, want %v", got, want)
	}
	if got := f.Offset(source.Position{Line: 1, Column: 99}); got != 2 {
		t.Errorf("a column beyond its line gives offset %d, want 2", got)
	}
	if got := f.Offset(source.Position{Line: 9, Column: 1}); got != 4 {
		t.Errorf("a line beyond the file gives offset %d, want 4", got)
	}
	if got := f.Offset(source.Position{}); got != 0 {
		t.Errorf("the zero position gives offset %d, want 0", got)
	}
}

func TestLine(t *testing.T) {
	f := source.NewFile("a.yaml", []byte("\xef\xbb\xbffirst\r\nsecond\n"))
	for n, want := range map[int]string{0: "", 1: "first", 2: "second", 3: "", 4: ""} {
		if got := string(f.Line(n)); got != want {
			t.Errorf("Line(%d) = %q, want %q", n, got, want)
		}
	}
	if got := f.Lines(); got != 3 {
		t.Errorf("Lines() = %d, want 3", got)
	}
}

func TestSpan(t *testing.T) {
	a := source.NewFile("a.yaml", []byte("id: blå\n"))
	b := source.NewFile("b.yaml", []byte("id: x\n"))
	word := a.Span(4, 8)
	if got := string(word.Text()); got != "blå" {
		t.Errorf("Text() = %q", got)
	}
	if got := word.String(); got != "a.yaml:1:5" {
		t.Errorf("String() = %q", got)
	}
	if got, want := word.Last(), (source.Position{Line: 1, Column: 8}); got != want {
		t.Errorf("Last() = %v, want %v", got, want)
	}
	if !a.Span(0, 8).Contains(word) || word.Contains(a.Span(0, 8)) || b.Span(0, 8).Contains(word) {
		t.Error("Contains is wrong")
	}
	var nowhere source.Span
	if got := nowhere.String(); got != "-" || nowhere.Text() != nil {
		t.Errorf("the zero span says %q and has text %q", got, nowhere.Text())
	}
	inOrder := []source.Span{nowhere, a.Span(0, 2), a.Span(0, 8), word, b.Span(0, 1)}
	for i, s := range inOrder {
		for j, u := range inOrder {
			if got := s.Compare(u); sign(got) != sign(i-j) {
				t.Errorf("Compare(%d, %d) = %d", i, j, got)
			}
		}
	}
}

func sign(n int) int {
	return min(max(n, -1), 1)
}

// TestLongLines holds that columns are counted alike on lines of any length.
func TestLongLines(t *testing.T) {
	text := "æ\n" + strings.Repeat("aå😀\xff", 3000) + "\nb" + strings.Repeat("漢", 2000)
	f := source.NewFile("a.yaml", []byte(text))
	for offset := range len(text) {
		start := strings.LastIndexByte(text[:offset], '\n') + 1
		if got, want := f.Position(offset).Column, 1+utf8.RuneCountInString(text[start:offset]); got != want {
			t.Fatalf("byte %d is at column %d, want %d", offset, got, want)
		}
	}
}

func FuzzPosition(f *testing.F) {
	f.Add("å: 1\r\n\tb: 😀\n", 3)
	f.Add("\xef\xbb\xbfa\n", 0)
	f.Add("\xff\xfe", 1)
	f.Fuzz(func(t *testing.T, text string, offset int) {
		file := source.NewFile("f", []byte(text))
		p := file.Position(offset)
		if p.Line < 1 || p.Column < 1 || p.Line > file.Lines() {
			t.Fatalf("Position(%d) = %v is outside the file", offset, p)
		}
		back := file.Offset(p)
		if again := file.Position(back); again != p && !insideLineBreak(file, p) {
			t.Fatalf("Position(Offset(%v)) = %v", p, again)
		}
	})
}

// insideLineBreak reports whether p points into a \r\n or a rune, where two
// offsets share one column.
func insideLineBreak(f *source.File, p source.Position) bool {
	return p.Column > 1+len([]rune(string(f.Line(p.Line))))
}
