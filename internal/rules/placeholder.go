package rules

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"soknad/internal/diag"
)

var placeholder = &Rule{
	Code: "TXT001", Name: "placeholder", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "a placeholder is left in a text",
	Check: func(p *Pass) {
		placeholders := regexp.MustCompile("^(?:" + placeholderPattern + ")")
		for _, t := range p.Project.Texts() {
			for _, at := range placeholdersIn(t.Value, placeholders) {
				words := strings.Join(strings.Fields(t.Value[at[0]:at[1]]), " ")
				p.Reportf(t.Part(at[0], at[1]), "the placeholder %q is left in the text", words).
					Hint("write what belongs here, or delete it")
			}
		}
	},
}

// placeholdersIn returns the byte offsets of the placeholders of a text.
func placeholdersIn(text string, pattern *regexp.Regexp) [][]int {
	var found [][]int
	for _, at := range scan(text, beginsPlaceholder, pattern) {
		if isWord(text, at[0], at[1]) {
			found = append(found, at)
		}
	}
	return found
}

// beginsPlaceholder reports whether a placeholder may begin at a byte of a
// text, as far as two letters tell, and the one before.
func beginsPlaceholder(text string, at int) bool {
	if at+1 >= len(text) {
		return false
	}
	switch string([]byte{text[at] | 0x20, text[at+1] | 0x20}) { // in small letters
	case "to", "tb", "te", "fi", "fy", "lo", "bl", "sk", "se", "ko", "kj", "wr", "in", "co", "xx":
		return !goesOn(text[:at], text[at:])
	}
	return text[at] == '?' && text[at+1] == '?' || text[at] == '['
}

// placeholderPattern matches what people write where a text is to come later,
// in Bokmål, Nynorsk and English. Left out is what an application may well say
// of its own work, such as "to be completed" or "to be decided".
const placeholderPattern = `(?i)` +
	`TODO|TBD|TBA|TBC|FIXME|x{3,}|lorem\s+ipsum|\?{3,}|\[\s*(?:…|\.{3})\s*\]` +
	`|fylles\s+(?:ut|inn)|fyllast\s+(?:ut|inn)|blir\s+fylt\s+(?:ut|inn)|fyll\s+(?:ut|inn)` +
	`|skriv\s+her|set(?:t|tes|jast)?\s+inn\s+her|tekst\s+(?:kommer|kjem)` +
	`|kommer\s+se(?:i)?nere|kjem\s+sein(?:a|e)re` +
	`|to\s+be\s+(?:determined|written|filled\s+in)|(?:write|insert)\s+(?:text\s+)?here|coming\s+soon`

// isWord reports whether a part of a text does not go on as a longer word. The
// boundaries of package regexp know no letters beyond z.
func isWord(text string, start, end int) bool {
	return !goesOn(text[:start], text[start:end]) && !goesOn(text[start:end], text[end:])
}

// goesOn reports whether a word that ends one text goes on in the next.
func goesOn(text, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(next)
	return isWordRune(last) && isWordRune(first)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
