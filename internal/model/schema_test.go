package model_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"soknad/internal/call"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/schema"
)

// TestSchemaAndModelAgree holds the vocabulary together in both directions:
// every key of the schema is a field of the model, and the reverse.
func TestSchemaAndModelAgree(t *testing.T) {
	agree(t, schema.Application, reflect.TypeFor[model.Project](), "sections")
	agree(t, schema.Call, reflect.TypeFor[call.Call]())
}

// agree compares a schema with a struct; keys that have no field of their own
// because they are decoded otherwise are named apart.
func agree(t *testing.T, kind schema.Kind, root reflect.Type, apart ...string) {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(schema.Source(kind), &doc); err != nil {
		t.Fatal(err)
	}
	c := comparer{t: t, defs: doc["$defs"].(map[string]any)}
	for _, key := range apart {
		delete(doc["properties"].(map[string]any), key)
	}
	c.compare(string(kind), doc, root)
	if c.fields < 50 {
		t.Errorf("only %d fields of %s were compared", c.fields, kind)
	}
}

type comparer struct {
	t      *testing.T
	defs   map[string]any
	fields int
}

func (c *comparer) compare(at string, s map[string]any, typ reflect.Type) {
	c.t.Helper()
	properties, _ := c.resolve(s)["properties"].(map[string]any)
	fields := fieldsOf(typ)
	for _, key := range slices.Sorted(maps.Keys(properties)) {
		field, ok := fields[key]
		if !ok {
			c.t.Errorf("the schema knows %s.%s, the model does not", at, key)
			continue
		}
		c.fields++
		c.value(at+"."+key, properties[key].(map[string]any), field)
	}
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		if properties[key] == nil {
			c.t.Errorf("the model knows %s.%s, the schema does not", at, key)
		}
	}
}

// value compares what stands below a key.
func (c *comparer) value(at string, s map[string]any, typ reflect.Type) {
	c.t.Helper()
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	s = c.resolve(s)
	switch {
	case typ == reflect.TypeFor[time.Time]() || typ == reflect.TypeFor[i18n.Text]():
	case typ.Kind() == reflect.Slice:
		items, ok := s["items"].(map[string]any)
		if !ok {
			c.t.Errorf("%s is a list in the model and none in the schema", at)
			return
		}
		c.value(at+"[]", items, typ.Elem())
	case typ.Kind() == reflect.Struct:
		c.compare(at, s, typ)
	case s["properties"] != nil || s["items"] != nil:
		c.t.Errorf("%s is %s in the model and has parts in the schema", at, typ)
	}
}

// resolve follows a reference.
func (c *comparer) resolve(s map[string]any) map[string]any {
	ref, ok := s["$ref"].(string)
	if !ok {
		return s
	}
	return c.resolve(c.defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any))
}

// fieldsOf returns the types of a struct's fields by key, with those of the
// structs it embeds.
func fieldsOf(typ reflect.Type) map[string]reflect.Type {
	fields := map[string]reflect.Type{}
	for i := range typ.NumField() {
		f := typ.Field(i)
		if f.Anonymous {
			maps.Copy(fields, fieldsOf(f.Type))
		}
		if key := f.Tag.Get("key"); key != "" {
			fields[key] = f.Type
		}
	}
	return fields
}
