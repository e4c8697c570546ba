package schema

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/lazyregexp"
)

// Description says what a key means, in English: the key of a mapping or of
// the items of a list, such as "goals.indicators.baseline". It is "" when
// there is no such key, or nothing to say of it.
func Description(k Kind, key string) string {
	at := schemaOf(k).shape
	for i, name := range strings.Split(key, ".") {
		if i > 0 && at.wants(typeArray) {
			at = at.below("-")
		}
		at = at.below(name)
	}
	return at.description()
}

var described = lazyregexp.New(`("(?:title|description)": )("(?:[^"\\]|\\.)*")`)

// Descriptions lists what a schema says of its keys, and what it calls them,
// in English.
func Descriptions(k Kind) []string {
	var all []string
	for _, m := range described().FindAllSubmatch(Source(k), -1) {
		all = append(all, unquoted(m[2]))
	}
	return all
}

// In returns a schema that speaks a language to those who write by it.
func In(k Kind, l i18n.Lang) []byte {
	return described().ReplaceAllFunc(Source(k), func(found []byte) []byte {
		m := described().FindSubmatch(found)
		english := unquoted(m[2])
		var out bytes.Buffer
		e := json.NewEncoder(&out)
		e.SetEscapeHTML(false)
		if e.Encode(i18n.Msg(strings.ReplaceAll(english, "%", "%%")).In(l)) != nil {
			return found
		}
		return slices.Concat(m[1], bytes.TrimSpace(out.Bytes()))
	})
}

// unquoted reads a string of a schema. What is none is a broken build, which
// every test catches.
func unquoted(quoted []byte) string {
	var s string
	if err := json.Unmarshal(quoted, &s); err != nil {
		return ""
	}
	return s
}
