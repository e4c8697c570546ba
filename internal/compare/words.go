package compare

import (
	"slices"
	"strings"
)

// Words are words that follow each other in two texts, and what became of
// them.
type Words struct {
	// Change is Added, Removed, or "" for words that both texts have.
	Change Change
	Text   string
}

// maxCells bounds the work of comparing two texts: beyond it all that differs
// between their ends is shown as replaced.
const maxCells = 4 << 20

// wordByWord compares two texts. Runs of white space are one space.
func wordByWord(old, current string) []Words {
	a, b := strings.Fields(old), strings.Fields(current)
	before := 0
	for before < min(len(a), len(b)) && a[before] == b[before] {
		before++
	}
	after := 0
	for after < min(len(a), len(b))-before && a[len(a)-1-after] == b[len(b)-1-after] {
		after++
	}
	var r run
	r.add("", a[:before]...)
	r.between(a[before:len(a)-after], b[before:len(b)-after])
	r.add("", a[len(a)-after:]...)
	return r.words
}

// A run is a comparison in the making.
type run struct{ words []Words }

// add adds words, to those before them when the same became of both.
func (r *run) add(change Change, words ...string) {
	if len(words) == 0 {
		return
	}
	said := strings.Join(words, " ")
	if n := len(r.words); n > 0 && r.words[n-1].Change == change {
		r.words[n-1].Text += " " + said
		return
	}
	r.words = append(r.words, Words{change, said})
}

// between adds what lies between the ends that two texts share, by their
// longest common subsequence.
func (r *run) between(a, b []string) {
	if len(a)*len(b) > maxCells {
		r.add(Removed, a...)
		r.add(Added, b...)
		return
	}
	common := longest(a, b)
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			r.add("", a[i])
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			r.add(Removed, a[i])
			i++
		default:
			r.add(Added, b[j])
			j++
		}
	}
	r.words = gathered(r.words)
}

// longest returns how many words the rests of two texts from each pair of
// places have in common, in order.
func longest(a, b []string) [][]int32 {
	common := make([][]int32, len(a)+1)
	for i := range common {
		common[i] = make([]int32, len(b)+1)
	}
	for i, word := range slices.Backward(a) {
		for j := range slices.Backward(b) {
			if word == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	return common
}

// gathered puts what was removed in one place before what was added there.
func gathered(words []Words) []Words {
	var r run
	for i := 0; i < len(words); {
		if words[i].Change == "" {
			r.add("", words[i].Text)
			i++
			continue
		}
		end := i
		for end < len(words) && words[end].Change != "" {
			end++
		}
		for _, change := range []Change{Removed, Added} {
			for _, w := range words[i:end] {
				if w.Change == change {
					r.add(change, w.Text)
				}
			}
		}
		i = end
	}
	return r.words
}
