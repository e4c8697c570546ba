package check

import (
	"soknad/internal/render/pdf/object"
)

// toUnicode reads which characters the codes of a font stand for (ISO 32000-1,
// 9.10.3). What makes no sense in it maps nothing.
func toUnicode(data []byte) map[int]string {
	m := map[int]string{}
	// The operators before damage count; codes after it have no character.
	_ = object.Operators(data, func(op string, args []object.Object) error {
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				from, okFrom := args[i].(object.String)
				to, okTo := args[i+1].(object.String)
				if okFrom && okTo {
					m[code(from)] = utf16Text(string(to))
				}
			}
		case "endbfrange":
			for i := 0; i+2 < len(args); i += 3 {
				enter(m, args[i], args[i+1], args[i+2])
			}
		}
		return nil
	})
	return m
}

// enter enters a range of codes. The codes may differ in their last byte only,
// and so may the characters.
func enter(m map[int]string, first, last, to object.Object) {
	low, okLow := first.(object.String)
	high, okHigh := last.(object.String)
	if !okLow || !okHigh || len(low) == 0 || len(low) != len(high) || low[:len(low)-1] != high[:len(high)-1] {
		return
	}
	list, isList := to.(object.Array)
	base, _ := to.(object.String)
	for i := range code(high) - code(low) + 1 {
		switch {
		case isList && i < len(list):
			s, _ := list[i].(object.String)
			m[code(low)+i] = utf16Text(string(s))
		case !isList && len(base) > 1 && int(base[len(base)-1])+i < 256:
			s := []byte(base)
			s[len(s)-1] += byte(i)
			m[code(low)+i] = utf16Text(string(s))
		}
	}
}

// code returns the number that a string is as a code.
func code(s object.String) int {
	n := 0
	for i := range min(len(s), 4) {
		n = n<<8 | int(s[i])
	}
	return n
}
