package bundle

import (
	"bytes"
	"maps"
	"slices"
	"strings"
)

// A Verdict says how a file of a bundle stands to the manifest, and to what
// its inputs come to when they are made into an application again.
type Verdict uint8

// The verdicts.
const (
	Same     Verdict = iota + 1
	Differs          // the inputs now come to something else
	Altered          // it is not the file that the manifest lists
	Missing          // the manifest lists it, or the inputs come to it, and it is not there
	Unlisted         // it is there, and the manifest does not list it
	Unmade           // the inputs do not come to such a file
)

// A Judged is a file with its verdict.
type Judged struct {
	Name    string
	Verdict Verdict
}

// Judge holds every file against the manifest, and the outputs against those
// made again, by name.
func (b *Bundle) Judge(again map[string][]byte) []Judged {
	listed := map[string]Entry{}
	names := map[string]bool{}
	for _, e := range b.Manifest.Files {
		listed[e.Name], names[e.Name] = e, true
	}
	for name := range b.Files {
		names[name] = true
	}
	for name := range again {
		names[name] = true
	}
	var all []Judged
	for _, name := range slices.Sorted(maps.Keys(names)) {
		made, isMade := again[name]
		verdict := b.held(name, listed)
		switch {
		case verdict != Same || isInput(name):
		case !isMade:
			verdict = Unmade
		case !bytes.Equal(made, b.Files[name]):
			verdict = Differs
		}
		all = append(all, Judged{Name: name, Verdict: verdict})
	}
	return all
}

// held holds a file against the manifest.
func (b *Bundle) held(name string, listed map[string]Entry) Verdict {
	data, there := b.Files[name]
	e, isListed := listed[name]
	switch {
	case !there:
		return Missing
	case !isListed:
		return Unlisted
	case e != entry(name, data):
		return Altered
	default:
		return Same
	}
}

func isInput(name string) bool {
	return strings.HasPrefix(name, Inputs+"/") || strings.HasPrefix(name, Templates+"/")
}
