// Package schema holds a tree of YAML against a JSON Schema and turns what
// does not fit into findings in plain words.
//
// The schemas are written by hand and read by editors too. The library says
// which keyword failed where; every word a person reads is made here, from
// the schema's own titles, examples and values.
package schema

import (
	"bytes"
	_ "embed" // The schemas are part of the program.
	"fmt"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
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
	application = sync.OnceValue(func() *jsonschema.Schema { return compile(applicationJSON) })
	call        = sync.OnceValue(func() *jsonschema.Schema { return compile(callJSON) })
	style       = sync.OnceValue(func() *jsonschema.Schema { return compile(styleJSON) })
)

func compiled(k Kind) *jsonschema.Schema {
	switch k {
	case Call:
		return call()
	case Style:
		return style()
	default:
		return application()
	}
}

// compile compiles the part of an embedded schema that a whole folder must
// meet. A schema that does not compile is a broken build, which every test
// catches.
func compile(text []byte) *jsonschema.Schema {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		panic(fmt.Sprintf("schema: embedded schema: %v", err))
	}
	const url = "soknad:schema"
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(url, doc); err != nil {
		panic(fmt.Sprintf("schema: embedded schema: %v", err))
	}
	return c.MustCompile(url + "#/$defs/complete")
}
