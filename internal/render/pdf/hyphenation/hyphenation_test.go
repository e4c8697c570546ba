package hyphenation_test

import (
	"os"
	"strings"
	"testing"

	"soknad/internal/i18n"
	"soknad/internal/render/pdf/hyphenation"
)

func divided(lang i18n.Lang, word string) string {
	points := hyphenation.For(lang).Points(word)
	for i := len(points) - 1; i >= 0; i-- {
		word = word[:points[i]] + "-" + word[points[i]:]
	}
	return word
}

func TestPoints(t *testing.T) {
	tests := []struct {
		lang i18n.Lang
		want string
	}{
		{i18n.NB, "forsk-nings-rå-det"},
		{i18n.NB, "gjen-nom-fø-rings-evne"},
		{i18n.NB, "til-skudds-ord-ning"},
		{i18n.NB, "men-neske-ret-tig-hets-or-ga-ni-sa-sjon"},
		{i18n.NB, "For-ret-nings-plan"},
		{i18n.NB, "ÅR-SAKS-SAM-MEN-HENG"},
		{i18n.NN, "verk-semda"},
		{i18n.EN, "hy-phen-a-tion"},
		{i18n.EN, "de-vel-op-ment"},
	}
	for _, tt := range tests {
		if got := divided(tt.lang, strings.ReplaceAll(tt.want, "-", "")); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.lang, got, tt.want)
		}
	}
}

// TestExceptions holds that they come before the patterns, and that the two
// Norwegian forms have their own.
func TestExceptions(t *testing.T) {
	tests := []struct {
		lang i18n.Lang
		want string
	}{
		{i18n.NB, "at-ten-de"},
		{i18n.NN, "att-en-de"},
		{i18n.NB, "Kam-tsjat-ka"},
		{i18n.NB, "polis"},
		{i18n.EN, "uni-ver-sity"},
	}
	for _, tt := range tests {
		if got := divided(tt.lang, strings.ReplaceAll(tt.want, "-", "")); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.lang, got, tt.want)
		}
	}
}

// TestShortEnds holds that two letters at least stay before a hyphen and
// three after it, counted as letters and not as bytes.
func TestShortEnds(t *testing.T) {
	for _, word := range []string{"", "å", "ære", "også", "\xff\xfe\xfd\xfc\xfb", "İstanbulİ"} {
		if got := hyphenation.For(i18n.NB).Points(word); got != nil {
			t.Errorf("%q is divided at %d", word, got)
		}
	}
	for _, word := range []string{"æreløshetene", "påbudene", "mineralnæringa"} {
		for _, p := range hyphenation.For(i18n.NB).Points(word) {
			if before, after := len([]rune(word[:p])), len([]rune(word[p:])); before < 2 || after < 3 {
				t.Errorf("%s is divided %d letters from its start and %d from its end", word, before, after)
			}
		}
	}
}

// TestEveryPatternIsFound holds the table against a plain search: each point
// must be what the pattern with the highest level says, and no other.
func TestEveryPatternIsFound(t *testing.T) {
	levels := plainPatterns(t, "no.patterns.txt")
	for _, word := range strings.Fields("samarbeidsavtalen mineralkarakterisering bærekraftsmål utlysningstekst " +
		"leverandørindustrien kompetansehevingstiltakene økonomisjefen åpenbaring prosjektleder") {
		want := plainPoints(levels, word)
		if got := divided(i18n.NB, word); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// plainPatterns reads patterns as pairs of letters and levels.
func plainPatterns(t *testing.T, name string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	patterns := map[string]string{}
	for _, line := range strings.Split(string(text), "\n") {
		if !strings.HasPrefix(line, "%") {
			patterns[strings.Map(withoutDigits, line)] = line
		}
	}
	return patterns
}

func withoutDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return -1
	}
	return r
}

func plainPoints(patterns map[string]string, word string) string {
	letters := []rune("." + word + ".")
	highest := make([]int, len(letters)+1)
	for start := range letters {
		for end := start + 1; end <= len(letters); end++ {
			gap := start
			for _, r := range patterns[string(letters[start:end])] {
				if r >= '0' && r <= '9' {
					highest[gap] = max(highest[gap], int(r-'0'))
				} else {
					gap++
				}
			}
		}
	}
	var b strings.Builder
	for i, r := range letters[1 : len(letters)-1] {
		if i >= 2 && len(letters)-2-i >= 3 && highest[i+1]%2 == 1 {
			b.WriteByte('-')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func FuzzPoints(f *testing.F) {
	f.Add("gjennomføringsevne")
	f.Add("ÆØÅ\xff")
	f.Fuzz(func(t *testing.T, word string) {
		last := 0
		for _, p := range hyphenation.For(i18n.NB).Points(word) {
			if p <= last || p >= len(word) {
				t.Fatalf("%q is divided at %d after %d", word, p, last)
			}
			last = p
		}
	})
}

func BenchmarkPoints(b *testing.B) {
	language := hyphenation.For(i18n.NB)
	for b.Loop() {
		language.Points("gjennomføringsevne")
	}
}
