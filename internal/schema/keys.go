package schema

import (
	"slices"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// keys are those of a mapping some of whose keys are unknown. What is written
// is looked up, so that a mapping of very many keys takes no time.
type keys struct {
	violation
	written map[string]*syntax.Field
	given   map[keyInFile]bool // what other unknown keys were taken for
}

// A keyInFile is a key together with the file it is written in: each file may
// go on with a list.
type keyInFile struct {
	name string
	file *source.File
}

// free lists the keys that the mapping may still be given in the place of one
// of its fields.
func (k *keys) free(instead *syntax.Field) []string {
	var free []string
	for _, name := range k.shape.keys() {
		written := k.written[name]
		mayStand := written == nil || k.shape.below(name).wants(typeArray) && goesOn(written.Value, instead)
		if mayStand && !k.given[keyInFile{name, instead.Key.Span().File}] {
			free = append(free, name)
		}
	}
	return free
}

// missing lists the keys that the mapping must have and has not, and that may
// have been meant by one of its fields.
func (k *keys) missing(instead *syntax.Field) []string {
	var missing []string
	for _, name := range k.shape.required() {
		if k.written[name] == nil && !k.given[keyInFile{name, instead.Key.Span().File}] {
			missing = append(missing, name)
		}
	}
	return missing
}

// goesOn reports whether a list that is written in other files may go on with
// a field of this one.
func goesOn(list *syntax.Node, f *syntax.Field) bool {
	if list.Kind != syntax.Sequence || list.Span().File == f.Key.Span().File {
		return false
	}
	return !slices.ContainsFunc(list.Items, func(item *syntax.Node) bool {
		return item.Span().File == f.Key.Span().File
	})
}
