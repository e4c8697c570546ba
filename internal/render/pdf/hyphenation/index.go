package hyphenation

import "strings"

// An index finds patterns by their letters. It is an open hash table whose
// slots hold where in the text a pattern begins, plus one.
type index struct {
	text    string
	slots   []uint32 // a power of two of them, at most half in use
	longest int      // letters of the longest pattern, in bytes
}

func newIndex(text string) *index {
	x := &index{text: text, slots: make([]uint32, tableSize(strings.Count(text, "\n")))}
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if end > start && text[start] != '%' {
			x.add(start, end)
		}
		start = end + 1
	}
	return x
}

func tableSize(patterns int) int {
	size := 16
	for size < 2*patterns {
		size *= 2
	}
	return size
}

// add enters the pattern text[start:end].
func (x *index) add(start, end int) {
	h, letters := hashSeed, 0
	for i := start; i < end; i++ {
		if c := x.text[i]; !isLevel(c) {
			h = hash(h, c)
			letters++
		}
	}
	x.longest = max(x.longest, letters)
	slot := int(h) & (len(x.slots) - 1)
	for x.slots[slot] != 0 {
		slot = (slot + 1) & (len(x.slots) - 1)
	}
	x.slots[slot] = uint32(start) + 1
}

// levels returns for each byte of a dotted word the highest level that any
// pattern gives to the gap before it; odd levels are points of division.
func (x *index) levels(dotted string) []byte {
	levels := make([]byte, len(dotted)+1)
	for start := range len(dotted) {
		h := hashSeed
		for end := start; end < len(dotted) && end-start < x.longest; end++ {
			h = hash(h, dotted[end])
			if pattern, ok := x.find(h, dotted[start:end+1]); ok {
				raise(levels[start:], pattern)
			}
		}
	}
	return levels
}

// find returns the pattern with the given letters, of which h is the hash.
func (x *index) find(h uint32, letters string) (pattern string, ok bool) {
	for slot := int(h) & (len(x.slots) - 1); x.slots[slot] != 0; slot = (slot + 1) & (len(x.slots) - 1) {
		if pattern, ok := match(x.text[x.slots[slot]-1:], letters); ok {
			return pattern, true
		}
	}
	return "", false
}

// match reports whether text begins with a line that has just these letters,
// and returns that line.
func match(text, letters string) (line string, ok bool) {
	n := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c == '\n' || c == '\r':
			return text[:i], n == len(letters)
		case isLevel(c):
		case n == len(letters) || letters[n] != c:
			return "", false
		default:
			n++
		}
	}
	return text, n == len(letters)
}

// raise lifts levels to those of a pattern that matches at their beginning.
func raise(levels []byte, pattern string) {
	gap := 0
	for i := range len(pattern) {
		if c := pattern[i]; isLevel(c) {
			levels[gap] = max(levels[gap], c-'0')
		} else {
			gap++
		}
	}
}

func isLevel(c byte) bool { return c >= '0' && c <= '9' }

// hashSeed and hash are 32-bit FNV-1a.
const hashSeed uint32 = 2166136261

func hash(h uint32, c byte) uint32 { return (h ^ uint32(c)) * 16777619 }
