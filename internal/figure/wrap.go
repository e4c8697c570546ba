package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// softHyphen marks where a word may be broken; it is never drawn itself.
const softHyphen = '\u00ad'

// clean makes words fit for one line: valid UTF-8, one space where there
// was any run of white space, and no characters that cannot be seen except
// soft hyphens and no-break spaces.
func clean(words string) string {
	words = strings.Map(func(r rune) rune {
		switch {
		case r == softHyphen, r == '\u00a0', r == '\u202f':
			return r
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError, unicode.In(r, unicode.Cc, unicode.Cf, unicode.Cs, unicode.Co):
			return -1
		}
		return r
	}, words)
	var list []string
	for word := range strings.SplitSeq(words, " ") {
		if word = strings.Trim(word, "\u00a0\u202f\u00ad"); word != "" {
			list = append(list, word)
		}
	}
	return strings.Join(list, " ")
}

// A piece is a part of a text that stays on one line.
type piece struct {
	words string
	joint string // stands after it when the line goes on: a space or nothing
	mark  string // stands after it when the line ends: a hyphen or nothing
}

// pieces cuts clean words where a line may end: at spaces and soft hyphens,
// and after hyphens, dashes and slashes inside a word.
func pieces(words string) []piece {
	var list []piece
	start := 0
	for i, r := range words {
		end := i + utf8.RuneLen(r)
		switch {
		case r == ' ' && start == i && list != nil:
			list[len(list)-1].joint = " "
		case r == ' ':
			list = append(list, piece{words: words[start:i], joint: " "})
		case r == softHyphen && start < i:
			list = append(list, piece{words: words[start:i], mark: "-"})
		case i > start && strings.ContainsRune("-/–—", r):
			list = append(list, piece{words: words[start:end]})
		case r == softHyphen:
		default:
			continue
		}
		start = end
	}
	if start < len(words) {
		list = append(list, piece{words: words[start:]})
	}
	return list
}

// cut breaks a piece that is wider than a line between any two characters.
func (p piece) cut(s style, width float64) []piece {
	var parts []piece
	for s.width(p.words+p.mark) > width {
		n := s.fitting(p.words, "-", width)
		if n >= len(p.words) {
			break
		}
		parts = append(parts, piece{words: p.words[:n], mark: "-"})
		p.words = p.words[n:]
	}
	return append(parts, p)
}

// fitting returns how many bytes of words, one character at least, fit a
// width together with what stands after them.
func (s style) fitting(words, after string, width float64) int {
	used := s.width(after)
	for i, r := range words {
		used += s.width(string(r))
		if used > width && i > 0 {
			return i
		}
	}
	return len(words)
}

// wrap breaks words into at most so many lines of a width in points. Words
// that need more are shortened with an ellipsis; no words are no lines.
func wrap(words string, s style, width float64, most int) []string {
	words = clean(words)
	if words == "" {
		return nil
	}
	var lines []string
	var last piece
	line := ""
	for _, whole := range pieces(words) {
		for _, p := range whole.cut(s, width) {
			if next := line + last.joint + p.words; line == "" || s.width(next+p.mark) <= width {
				line = next
			} else {
				lines = append(lines, line+last.mark)
				line = p.words
			}
			last = p
		}
		if len(lines) > most {
			break
		}
	}
	return shorten(append(lines, line), s, width, most)
}

// shorten keeps the first lines and says by an ellipsis that there were more.
func shorten(lines []string, s style, width float64, most int) []string {
	if len(lines) <= most {
		return lines
	}
	end := lines[most-1]
	if s.width(end+"…") > width {
		end = end[:s.fitting(end, "…", width)]
	}
	lines[most-1] = strings.TrimRight(end, " -–—/") + "…"
	return lines[:most]
}

// widestPiece returns the width of what must stay on one line.
func (s style) widestPiece(words string) float64 {
	most := 0.0
	for _, p := range pieces(clean(words)) {
		most = max(most, s.width(p.words+p.mark))
	}
	return most
}

// balanced breaks words like wrap, into lines as even as can be, without
// cutting a word for it.
func balanced(words string, s style, width float64, most int) []string {
	lines := wrap(words, s, width, most)
	least := s.widestPiece(words)
	if len(lines) < 2 || least > width || len(wrap(words, s, width, most+1)) > most {
		return lines
	}
	const halvings = 6
	for range halvings {
		middle := (least + width) / 2
		if even := wrap(words, s, middle, len(lines)+1); len(even) > len(lines) {
			least = middle
		} else {
			lines, width = even, middle
		}
	}
	return lines
}
