package document

import (
	"index/suffixarray"
	"slices"
	"strings"
	"unicode"

	"soknad/internal/model"
)

// Lost lists the texts of a project that stand nowhere in its document,
// although its variant leaves nothing of the kind out. Only letters and
// digits are compared, since a text may be indented, joined to one line, or
// given headings of another level. What the call has no section for is not
// listed, and nothing is where a template made no text.
func (d *Document) Lost(p *model.Project) []model.Text {
	if d.unfilled {
		return nil
	}
	s := newSearch(lettersOf(string(d.Text)))
	omissions := Omissions(d.Variant)
	var lost []model.Text
	for _, t := range p.Texts() {
		if slices.ContainsFunc(omissions, func(o Omission) bool { return o.Has(t.Field) }) {
			continue
		}
		if _, isID := p.Participant(t.Value); !isID && !s.finds(lettersOf(t.Value)) {
			lost = append(lost, t)
		}
	}
	return lost
}

// letters are the letters and digits of a text, and where among them its words
// begin.
type letters struct {
	text  string
	words []int
}

// lettersOf returns the letters and digits of a text, without the labels of
// its footnotes, which texts that become one may have to change.
func lettersOf(text string) letters {
	if strings.Contains(text, "[^") {
		text = reference().ReplaceAllString(text, "")
	}
	var l letters
	var all strings.Builder
	all.Grow(len(text))
	within := false
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			within = false
			continue
		}
		if !within {
			l.words = append(l.words, all.Len())
			within = true
		}
		all.WriteRune(r)
	}
	l.text = all.String()
	return l
}

// A search looks for many parts of one text. Nearly all of them begin with two
// words that stand in it as words, so it goes where those stand.
type search struct {
	text string
	// first is the first place of each beginning, and next the next one after
	// each word, both counted from 1; 0 is nowhere.
	first map[beginning]int32
	next  []int32
	words []int

	missed int // parts that begin nowhere as words
	any    *suffixarray.Index
}

// mostMissed is how many parts are searched for from one end of the text to
// the other before an index of every letter is made.
const mostMissed = 32

// A beginning is the letters of a text's first two words, or of its only one.
type beginning struct{ one, two string }

// beginningAt returns the beginning of what begins with word i.
func (l letters) beginningAt(i int) beginning {
	at := func(i int) int {
		if i < len(l.words) {
			return l.words[i]
		}
		return len(l.text)
	}
	return beginning{l.text[at(i):at(i+1)], l.text[at(i+1):at(i+2)]}
}

func newSearch(in letters) *search {
	s := &search{text: in.text, words: in.words, first: make(map[beginning]int32, len(in.words)), next: make([]int32, len(in.words))}
	for i := len(in.words) - 1; i >= 0; i-- {
		b := in.beginningAt(i)
		s.next[i] = s.first[b]
		s.first[b] = int32(i + 1)
		s.first[beginning{one: b.one}] = int32(i + 1)
	}
	return s
}

// finds reports whether the letters of a part stand in the text, whatever words
// they make there.
func (s *search) finds(part letters) bool {
	if len(part.words) == 0 {
		return true
	}
	for i := s.first[part.beginningAt(0)]; i > 0; i = s.next[i-1] {
		if strings.HasPrefix(s.text[s.words[i-1]:], part.text) {
			return true
		}
	}
	if s.missed++; s.missed <= mostMissed {
		return strings.Contains(s.text, part.text)
	}
	if s.any == nil {
		s.any = suffixarray.New([]byte(s.text))
	}
	return len(s.any.Lookup([]byte(part.text), 1)) > 0
}
