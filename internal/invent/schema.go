package invent

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"soknad/internal/schema"
)

// A rule is a part of a JSON Schema, as far as it says what may be written.
type rule struct {
	Ref        string           `json:"$ref"`
	Type       types            `json:"type"`
	Enum       []string         `json:"enum"`
	Properties map[string]*rule `json:"properties"`
	ByPattern  map[string]*rule `json:"patternProperties"`
	Required   []string         `json:"required"`
	Items      *rule            `json:"items"`
	OneOf      []*rule          `json:"oneOf"`
	Pattern    string           `json:"pattern"`
	Format     string           `json:"format"`
	AtLeast    int              `json:"minProperties"`
	MaxLength  int              `json:"maxLength"`
	Minimum    float64          `json:"minimum"`
	Above      *float64         `json:"exclusiveMinimum"`
	Maximum    float64          `json:"maximum"`
	Examples   []any            `json:"examples"`
	Defs       map[string]*rule `json:"$defs"`
}

// types are those that a value may have: one, or a list of them.
type types []string

// UnmarshalJSON reads a word or a list of words.
func (t *types) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*t = types{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(t))
}

var (
	application = sync.OnceValue(func() *rule { return read(schema.Application) })
	call        = sync.OnceValue(func() *rule { return read(schema.Call) })
	style       = sync.OnceValue(func() *rule { return read(schema.Style) })
)

func rulesOf(k schema.Kind) *rule {
	switch k {
	case schema.Call:
		return call()
	case schema.Style:
		return style()
	default:
		return application()
	}
}

// read reads a schema. One that cannot be read is a broken build, which every
// test catches.
func read(k schema.Kind) *rule {
	var root rule
	if err := json.Unmarshal(schema.Source(k), &root); err != nil {
		panic(fmt.Sprintf("invent: %s: %v", k, err))
	}
	root.Required = root.Defs["complete"].Required
	return &root
}

// resolve follows references, and says which list of the description the ids at
// the place come from: "" when it holds no id of another list.
func (root *rule) resolve(r *rule) (resolved *rule, list string) {
	for r.Ref != "" {
		name := strings.TrimPrefix(r.Ref, "#/$defs/")
		if of, ok := strings.CutSuffix(name, "_id"); ok {
			list = of
		}
		r = root.Defs[name]
	}
	return r, list
}

// keys lists the properties that are to be written: all that must be, and some
// of the others.
func (r *rule) keys(c *Chance, thinned int) []string {
	must := slices.Clone(r.Required)
	var not []string
	if len(r.OneOf) > 0 {
		chosen := c.Below(len(r.OneOf))
		for i, alternative := range r.OneOf {
			if i == chosen {
				must = append(must, alternative.Required...)
			} else {
				not = append(not, alternative.Required...)
			}
		}
	}
	var keys []string
	for _, key := range slices.Sorted(maps.Keys(r.Properties)) {
		if slices.Contains(must, key) || !slices.Contains(not, key) && c.Below(thinned+3) < 2 {
			keys = append(keys, key)
		}
	}
	if len(keys) < r.AtLeast {
		return slices.Sorted(maps.Keys(r.Properties))
	}
	if len(keys) > 0 {
		at := c.Below(len(keys))
		keys = slices.Concat(keys[at:], keys[:at])
	}
	return keys
}
