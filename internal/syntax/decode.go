package syntax

import (
	"reflect"
	"strconv"
	"strings"
	"time"
)

// Decode fills a struct from a node, by the key tags of its fields. It cannot
// fail: a value that does not fit its field is left out, because the schema
// has already reported it. Structs that embed Origin are given theirs.
//
// A field is a string, a number, a bool, a time.Time (a day, in UTC), a
// struct, a slice, a map with string keys, or a pointer to one of these,
// which stays nil when nothing was written.
func Decode(n *Node, into any) {
	if n != nil {
		decode(n, reflect.ValueOf(into).Elem())
	}
}

func decode(n *Node, v reflect.Value) {
	switch v.Interface().(type) {
	case time.Time:
		if t, err := time.Parse(time.DateOnly, n.Value); err == nil {
			v.Set(reflect.ValueOf(t))
		}
		return
	case Origin:
		v.Set(reflect.ValueOf(Origin{node: n}))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		decodeStruct(n, v)
	case reflect.Slice:
		decodeSlice(n, v)
	case reflect.Map:
		decodeMap(n, v)
	case reflect.Pointer:
		decodePointer(n, v)
	default:
		decodeScalar(n, v)
	}
}

// decodeStruct gives a struct its origin even when nothing of it can be used,
// so that it is not taken for one that was never written.
func decodeStruct(n *Node, v reflect.Value) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Anonymous {
			decode(n, v.Field(i))
			continue
		}
		key := field.Tag.Get("key")
		if value := n.Lookup(key); key != "" && value != nil {
			decode(value, v.Field(i))
		}
	}
}

func decodeSlice(n *Node, v reflect.Value) {
	if n.Kind != Sequence {
		return
	}
	items := reflect.MakeSlice(v.Type(), 0, len(n.Items))
	for _, written := range n.Items {
		item := reflect.New(v.Type().Elem()).Elem()
		if written.Kind == Broken && item.Kind() == reflect.Struct {
			continue // An entity that was written nowhere would seem to lack everything.
		}
		decode(written, item)
		items = reflect.Append(items, item)
	}
	v.Set(items)
}

func decodeMap(n *Node, v reflect.Value) {
	if n.Kind != Mapping {
		return
	}
	m := reflect.MakeMapWithSize(v.Type(), len(n.Fields))
	for _, f := range n.Fields {
		if f.Value.Kind == Broken || f.Value.Kind == Null {
			continue
		}
		value := reflect.New(v.Type().Elem()).Elem()
		decode(f.Value, value)
		m.SetMapIndex(reflect.ValueOf(f.Key.Value), value)
	}
	v.Set(m)
}

func decodePointer(n *Node, v reflect.Value) {
	if n.Kind == Null || n.Kind == Broken {
		return
	}
	p := reflect.New(v.Type().Elem())
	decode(n, p.Elem())
	v.Set(p)
}

// decodeScalar keeps the zero value when the text is no such value. The white
// space that ends a block of text is not a part of it.
func decodeScalar(n *Node, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if n.IsScalar() && n.Kind != Null && n.Kind != Broken {
			v.SetString(strings.TrimRight(n.Value, " \t\n"))
		}
	case reflect.Int, reflect.Int64:
		if x, err := strconv.ParseInt(n.Value, 10, 64); err == nil && n.Kind == Int {
			v.SetInt(x)
		}
	case reflect.Float64:
		if x, err := strconv.ParseFloat(n.Value, 64); err == nil && (n.Kind == Int || n.Kind == Float) {
			v.SetFloat(x)
		}
	case reflect.Bool:
		v.SetBool(n.Kind == Bool && isTrueWord(n.Value))
	}
}
