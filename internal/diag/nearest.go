package diag

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Nearest returns the candidate that a person most likely meant when writing
// word, or "" when none is near enough: within a third of the longer word's
// letters. Case and Unicode form do not count as differences; between equally
// near candidates the earlier wins.
func Nearest(word string, candidates []string) string {
	best, bestDistance := "", -1
	for _, c := range candidates {
		d := distance(fold(word), fold(c))
		if d > allowance(word, c) {
			continue
		}
		if bestDistance < 0 || d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

func fold(s string) []rune { return []rune(strings.ToLower(norm.NFC.String(s))) }

// allowance is the number of slips that still count as the same word.
func allowance(a, b string) int {
	longer := max(len([]rune(a)), len([]rune(b)))
	return max(longer/3, 1)
}

// distance counts the insertions, deletions, substitutions and swaps of
// neighbours that turn a into b (optimal string alignment).
func distance(a, b []rune) int {
	before := make([]int, len(b)+1)
	row := make([]int, len(b)+1)
	next := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(next[j-1]+1, row[j]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
