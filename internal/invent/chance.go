// Package invent makes folders of descriptions by chance, for tests: as careful
// people write them, as people write them in a hurry, and as an attacker would.
//
// What it writes follows the schemas, so that most of it reaches the rules and
// the document, which random bytes never do. It has no state: the same bytes
// give the same folder. Only tests import it.
package invent

import (
	"crypto/sha256"
	"math/rand/v2"
)

// A Chance decides. Its choices are the bytes it is made of, one after another,
// so that a fuzzer that changes a byte changes a choice; when they are used up,
// what follows is drawn from their sum.
type Chance struct {
	bytes []byte
	rest  *rand.Rand
}

// New makes a Chance of bytes.
func New(bytes []byte) *Chance {
	return &Chance{bytes: bytes, rest: rand.New(rand.NewChaCha8(sha256.Sum256(bytes)))}
}

// Below returns a number from 0 to n-1.
func (c *Chance) Below(n int) int {
	if n <= 256 && len(c.bytes) > 0 {
		b := int(c.bytes[0])
		c.bytes = c.bytes[1:]
		return b % n
	}
	return c.rest.IntN(n)
}

// Once reports true one time in n.
func (c *Chance) Once(n int) bool { return c.Below(n) == n-1 }

// pick returns one of some values.
func pick[T any](c *Chance, from ...T) T { return from[c.Below(len(from))] }
