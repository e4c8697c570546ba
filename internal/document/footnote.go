package document

import (
	"fmt"
	"strings"

	extension "github.com/yuin/goldmark/extension/ast"

	"soknad/internal/lazyregexp"
)

// footnotes knows which labels of footnotes are taken: texts that were written
// apart become one, and each may have begun with [^1].
type footnotes map[string]bool

// apart gives the footnotes of a text labels that no text before it has.
func (f footnotes) apart(markdown string) string {
	if !strings.Contains(markdown, "[^") {
		return markdown // Most texts have none, and parsing takes its time.
	}
	renamed := map[string]string{}
	for _, label := range labelsIn(markdown) {
		renamed[label] = f.free(label)
	}
	return reference().ReplaceAllStringFunc(markdown, func(s string) string {
		if name, ok := renamed[s[len("[^"):len(s)-1]]; ok {
			return "[^" + name + "]"
		}
		return s
	})
}

var reference = lazyregexp.New(`\[\^[^\]\s]+\]`)

// labelsIn lists the labels of the footnotes that a text has.
func labelsIn(markdown string) []string {
	var labels []string
	for n := parseMarkdown([]byte(markdown)).FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != extension.KindFootnoteList {
			continue
		}
		for note := n.FirstChild(); note != nil; note = note.NextSibling() {
			labels = append(labels, string(note.(*extension.Footnote).Ref))
		}
	}
	return labels
}

// free takes a label that is not taken, which is the one asked for or begins
// with it.
func (f footnotes) free(label string) string {
	name := label
	for n := 2; f[name]; n++ {
		name = fmt.Sprintf("%s-%d", label, n)
	}
	f[name] = true
	return name
}
