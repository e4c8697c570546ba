// Package schema holds a tree of YAML against a JSON Schema and turns what
// does not fit into findings in plain words.
//
// The schemas are written by hand and read by editors too. They are held
// against the nodes themselves, by an evaluator that knows the keywords they
// use and no others; every word a person reads is made from the schema's own
// titles, examples and values.
package schema

import (
	"bytes"
	_ "embed" // The schemas are part of the program.
	"fmt"
	"sync"
)

// A Kind names a schema.
type Kind string

// The schemas.
const (
	Application Kind = "application" // the description of a project
	Call        Kind = "call"        // what a programme asks for
	Style       Kind = "style"       // how the PDF looks
)

//go:embed application.schema.json
var applicationJSON []byte

//go:embed call.schema.json
var callJSON []byte

//go:embed style.schema.json
var styleJSON []byte

// Source returns a schema as JSON Schema, draft 2020-12, for editors.
func Source(k Kind) []byte {
	switch k {
	case Call:
		return bytes.Clone(callJSON)
	case Style:
		return bytes.Clone(styleJSON)
	default:
		return bytes.Clone(applicationJSON)
	}
}

var (
	application = sync.OnceValue(func() *part { return complete(applicationJSON) })
	call        = sync.OnceValue(func() *part { return complete(callJSON) })
	style       = sync.OnceValue(func() *part { return complete(styleJSON) })
)

func schemaOf(k Kind) *part {
	switch k {
	case Call:
		return call()
	case Style:
		return style()
	default:
		return application()
	}
}

// complete reads the part of an embedded schema that a whole folder must meet.
// A schema that cannot be read is a broken build, which every test catches.
func complete(text []byte) *part {
	root, err := read(text)
	if err != nil {
		panic(fmt.Sprintf("schema: embedded schema: %v", err))
	}
	return root.Defs["complete"]
}
