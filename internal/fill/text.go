package fill

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"text/template"

	"soknad/internal/lazyregexp"
)

// bytesPerStep is how much text a function takes or makes for one step.
const bytesPerStep = 16

// bounded returns functions together with those that print, all of which
// count the text they take and make.
func (m *Meter) bounded(functions template.FuncMap) template.FuncMap {
	all := template.FuncMap{}
	for name, f := range printers() {
		all[name] = m.counted(f)
	}
	for name, f := range functions {
		all[name] = m.counted(f)
	}
	return all
}

// printers stand for the functions of the same names that text/template has.
func printers() template.FuncMap {
	return template.FuncMap{
		"print":   func(args ...any) (string, error) { return fmt.Sprint(args...), plain(args) },
		"println": func(args ...any) (string, error) { return fmt.Sprintln(args...), plain(args) },
		"printf":  Sprintf,
	}
}

// counted makes a function count the text it takes and makes. A function that
// fails fails as before.
func (m *Meter) counted(f any) any {
	of := reflect.ValueOf(f)
	kind := of.Type()
	call := of.Call
	if kind.IsVariadic() {
		call = of.CallSlice
	}
	in := make([]reflect.Type, kind.NumIn())
	for i := range in {
		in[i] = kind.In(i)
	}
	results := []reflect.Type{kind.Out(0), reflect.TypeFor[error]()}
	return reflect.MakeFunc(reflect.FuncOf(in, results, kind.IsVariadic()), func(args []reflect.Value) []reflect.Value {
		made, err := reflect.Zero(results[0]), m.take(args)
		if err == nil {
			made, err = m.made(call(args))
		}
		return []reflect.Value{made, reflect.ValueOf(&err).Elem()}
	}).Interface()
}

// made counts the text among what a function returned: a value, and perhaps an
// error.
func (m *Meter) made(results []reflect.Value) (reflect.Value, error) {
	if len(results) > 1 && !results[1].IsNil() {
		return results[0], results[1].Interface().(error)
	}
	return results[0], m.take(results[:1])
}

// take counts the texts among values.
func (m *Meter) take(values []reflect.Value) error {
	total := 0
	for _, v := range values {
		total += size(v)
	}
	if total > MaxText {
		return m.stop(ErrText)
	}
	return m.Spend(1 + total/bytesPerStep)
}

// size is the length of the text in a value: a text itself, or a list of them.
func size(v reflect.Value) int {
	switch v.Kind() {
	case reflect.Interface:
		return size(v.Elem())
	case reflect.String:
		return v.Len()
	case reflect.Slice:
		n := 0
		for i := range v.Len() {
			n += size(v.Index(i))
		}
		return n
	default:
		return 0
	}
}

// directive matches what a format says of one argument.
var directive = lazyregexp.New(`%[^\pL%]*[\pL%]`)

// wide matches a directive that says how wide an argument is, in more than
// two digits or by another argument.
var wide = lazyregexp.New(`[*]|[0-9]{3}`)

// Sprintf formats words and numbers as fmt.Sprintf does, in bounds.
func Sprintf(format string, args ...any) (string, error) {
	if err := plain(args); err != nil {
		return "", err
	}
	longest := 100
	for _, a := range args {
		longest = max(longest, size(reflect.ValueOf(a)))
	}
	length := len(format)
	for _, d := range directive().FindAllString(format, -1) {
		if wide().MatchString(d) {
			return "", fmt.Errorf("%q is too wide", d)
		}
		length += longest
	}
	if length > MaxText {
		return "", ErrText
	}
	return fmt.Sprintf(format, args...), nil
}

// errNotPlain says that something else than words and numbers was printed.
var errNotPlain = errors.New("only words and numbers can be printed")

// plain reports whether values are words, numbers, yes and no.
func plain(values []any) error {
	for _, v := range values {
		switch k := reflect.ValueOf(v).Kind(); {
		case k == reflect.String, k >= reflect.Bool && k <= reflect.Float64:
		default:
			return errNotPlain
		}
	}
	return nil
}

// Join puts texts together as strings.Join does, in bounds.
func Join(texts []string, separator string) (string, error) {
	length := len(texts) * len(separator)
	for _, t := range texts {
		length += len(t)
	}
	if length > MaxText {
		return "", ErrText
	}
	return strings.Join(texts, separator), nil
}
