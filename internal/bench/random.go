package bench

// seed is where every corpus begins.
const seed random = 20120124

// random is a source of numbers that is the same on every machine and in every
// release of Go (SplitMix64).
type random uint64

// below returns a number from 0 to n-1.
func (r *random) below(n int) int {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int((z ^ z>>31) % uint64(n))
}

// one returns one of some words.
func (r *random) one(words []string) string { return words[r.below(len(words))] }
