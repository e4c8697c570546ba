package document

import (
	"hash/maphash"
	"index/suffixarray"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	words []int32
}

// lettersOf returns the letters and digits of a text, without the labels of
// its footnotes, which texts that become one may have to change.
func lettersOf(text string) letters {
	if strings.Contains(text, "[^") {
		text = reference().ReplaceAllString(text, "")
	}
	l := letters{words: make([]int32, 0, len(text)/bytesOfWord+1)}
	all := make([]byte, 0, len(text))
	for len(text) > 0 {
		word := text
		if end := strings.IndexFunc(text, isNoLetter); end >= 0 {
			word = text[:end]
		}
		if word != "" {
			l.words = append(l.words, int32(len(all)))
			all = append(all, word...)
		}
		text = strings.TrimLeftFunc(text[len(word):], isNoLetter)
	}
	l.text = string(all)
	return l
}

// bytesOfWord is what a word takes at least, nearly always, with the space
// after it.
const bytesOfWord = 5

func isNoLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9')
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// A search looks for many parts of one text. Nearly all of them begin with words
// that stand in it as words, so it goes where those stand: four of them, or two
// or one where a part has no more.
type search struct {
	letters
	chains [3]chains // the words by their letters and those of the words that follow, from the longest

	missed int // parts that begin nowhere as words
	any    *suffixarray.Index
}

// mostMissed is how many parts are searched for from one end of the text to
// the other before an index of every letter is made.
const mostMissed = 32

func newSearch(in letters) *search {
	s := &search{letters: in}
	for at, words := range chained() {
		s.chains[at] = newChains(len(in.words))
		for i := len(in.words) - 1; i >= 0; i-- {
			s.chains[at].add(i, in.from(i, words))
		}
	}
	return s
}

// chained says how many words a place has in each of the chains.
func chained() [3]int { return [3]int{4, 2, 1} }

// near returns the words of the text that begin as a part does, and perhaps
// others of the same hash: the first, counted from 1, and those that follow it.
func (s *search) near(part letters) (first int32, next []int32) {
	for at, words := range chained() {
		if c := s.chains[at]; len(part.words) >= words {
			return c.first[c.at(part.from(0, words))], c.next
		}
	}
	return 0, nil
}

// from returns the letters of n words from word i on, or of those that are left.
func (l letters) from(i, n int) string {
	if i+n < len(l.words) {
		return l.text[l.words[i]:l.words[i+n]]
	}
	return l.text[l.words[i]:]
}

// chains lead from one word to the next of those whose letters have the same
// hash. Words are counted from 1; 0 ends a chain.
type chains struct {
	first, next []int32
	seed        maphash.Seed // the hashes differ from run to run; what is found does not
}

func newChains(words int) chains {
	return chains{make([]int32, words|1), make([]int32, words), maphash.MakeSeed()}
}

// at returns which chain is that of some letters.
func (c chains) at(letters string) int {
	return int(maphash.String(c.seed, letters) % uint64(len(c.first)))
}

func (c chains) add(word int, letters string) {
	first := &c.first[c.at(letters)]
	c.next[word], *first = *first, int32(word+1)
}

// finds reports whether the letters of a part stand in the text, whatever words
// they make there.
func (s *search) finds(part letters) bool {
	if len(part.words) == 0 {
		return true
	}
	first, next := s.near(part)
	for i := first; i > 0; i = next[i-1] {
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
