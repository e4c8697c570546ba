package invent

// A value is one of a description before it is written: a mapping, a list, or a
// scalar.
type value struct {
	kind   kind
	fields []field
	items  []*value
	text   string
}

type field struct {
	key   string
	value *value
}

type kind uint8

const (
	text    kind = iota // text, which is written so that it stays text
	bare                // what must stand without quotes: a number, a yes or no
	mapping             // keys and values
	list                // values
)

// with returns the mapping with a field behind the others.
func (v *value) with(key string, below *value) *value {
	v.fields = append(v.fields, field{key, below})
	return v
}

// every calls a function for the value and all below it.
func (v *value) every(do func(*value)) {
	do(v)
	for _, f := range v.fields {
		f.value.every(do)
	}
	for _, item := range v.items {
		item.every(do)
	}
}
