// Package lazyregexp holds regular expressions back until somebody asks for them:
// to compile one takes longer than most uses of it.
package lazyregexp

import (
	"regexp"
	"sync"
)

// New returns a regular expression that is compiled when it is first asked for. An
// expression that is none panics then.
func New(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
