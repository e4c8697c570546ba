package schema

import (
	"encoding/json"
	"fmt"

	"soknad/internal/syntax"
)

// types are the types of JSON that a value may have; none means any.
type types uint8

const (
	typeNull types = 1 << iota
	typeBoolean
	typeInteger
	typeNumber
	typeString
	typeArray
	typeObject
)

// UnmarshalJSON reads one type or a list of them.
func (t *types) UnmarshalJSON(text []byte) error {
	names := make([]string, 1)
	if json.Unmarshal(text, &names[0]) != nil {
		if err := json.Unmarshal(text, &names); err != nil {
			return err
		}
	}
	for _, name := range names {
		one := typeNamed(name)
		if one == 0 {
			return fmt.Errorf("there is no type %q", name)
		}
		*t |= one
	}
	return nil
}

func typeNamed(name string) types {
	switch name {
	case "null":
		return typeNull
	case "boolean":
		return typeBoolean
	case "integer":
		return typeInteger
	case "number":
		return typeNumber
	case "string":
		return typeString
	case "array":
		return typeArray
	case "object":
		return typeObject
	default:
		return 0
	}
}

// typesOf returns the types that a node has. What YAML tools read as a number
// in some odd form has none, so that it never passes for text or number; and a
// number with a decimal point is never whole, though JSON Schema would have it
// so when nothing but zeros follow the point.
func typesOf(n *syntax.Node) types {
	switch n.Kind {
	case syntax.Bool:
		return typeBoolean
	case syntax.Int:
		return typeInteger | typeNumber
	case syntax.Float:
		return typeNumber
	case syntax.Odd:
		return 0
	case syntax.String:
		return typeString
	case syntax.Mapping:
		return typeObject
	case syntax.Sequence:
		return typeArray
	default:
		return typeNull
	}
}
