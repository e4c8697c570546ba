package i18n

import (
	_ "embed" // The catalogs are part of the program.
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed messages.json
var messagesJSON string

//go:embed words.json
var wordsJSON string

var (
	messages = sync.OnceValue(func() map[string]Text { return catalog(messagesJSON) })
	words    = sync.OnceValue(func() map[string]Text { return catalog(wordsJSON) })
)

// catalog reads an embedded catalog: JSON as it is formatted here, with a key
// and a language on a line of its own. Package encoding/json would take longer
// than to check an application; the tests hold that it reads the same.
func catalog(lines string) map[string]Text {
	c := make(map[string]Text, strings.Count(lines, ": {"))
	var key string
	var text Text
	for line := range strings.Lines(lines) {
		line = strings.TrimSuffix(strings.TrimSpace(line), ",")
		if name, isKey := strings.CutSuffix(line, ": {"); isKey {
			key, text = unquoted(name), Text{}
		} else if lang, said := cutLang(line); said != "" {
			text = text.with(lang, unquoted(said))
		} else if line == "}" && key != "" {
			c[key] = text
		}
	}
	return c
}

// cutLang splits a line such as "nb": "Bedrift" into the language and what is
// said in it. On a line with a bracket nothing is.
func cutLang(line string) (lang, said string) {
	const short = `"nb": `
	if len(line) <= len(short) {
		return "", ""
	}
	return line[:len(short)], line[len(short):]
}

// with returns a text that says something in a language as well.
func (t Text) with(lang, words string) Text {
	switch lang {
	case `"nb": `:
		t.NB = words
	case `"nn": `:
		t.NN = words
	case `"en": `:
		t.EN = words
	default:
		panic(fmt.Sprintf("i18n: embedded catalog: %s is no language", lang))
	}
	return t
}

// unquoted returns what a string of JSON says. A broken one is a broken build,
// which the package's tests catch.
func unquoted(s string) string {
	if len(s) >= 2 && !strings.Contains(s, `\`) {
		return s[1 : len(s)-1]
	}
	words, err := strconv.Unquote(s)
	if err != nil {
		panic(fmt.Sprintf("i18n: embedded catalog: %s: %v", s, err))
	}
	return words
}
