package bench

import (
	"fmt"
	"strings"
)

// proseSections are the sections of the call that take a text of one's own.
func proseSections() []string {
	return strings.Fields(`activities additionality anchoring background budget communication continuation financing focus-areas
		goals interaction measurement organisation participants position potential resource-base risk sustainability`)
}

// sentence fills one of the patterns.
func (c *corpus) sentence() string {
	return c.fill(c.random.one(sentences()))
}

// fill replaces what stands in braces in a pattern.
func (c *corpus) fill(pattern string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		b.WriteString(c.slot(rest[0]))
		pattern = rest[len("x}"):]
	}
}

func (c *corpus) slot(kind byte) string {
	switch kind {
	case 'd':
		return c.compound(0)
	case 'D':
		return capital(c.compound(0))
	case 'p':
		return c.compound(1)
	case 'c', 'C':
		return c.somebody()
	case 'v':
		return c.random.one(deeds())
	case 't':
		return c.random.one(times())
	case 'n':
		return fmt.Sprint(3 + c.random.below(60))
	default:
		panic("a pattern has an unknown slot " + string(kind))
	}
}

// compound makes a word in one of its two forms.
func (c *corpus) compound(form int) string {
	all := heads()
	return c.random.one(firsts()) + all[c.random.below(len(all))][form]
}

// paragraph writes some sentences.
func (c *corpus) paragraph(sentences int) string {
	all := make([]string, sentences)
	for i := range all {
		all[i] = c.sentence()
	}
	return strings.Join(all, " ")
}

// section writes a section's text: a block for each unit of scale.
func (c *corpus) section() string {
	var b strings.Builder
	for block := range c.scale {
		if block > 0 {
			b.WriteString("\n")
		}
		c.block(&b, block+1)
	}
	return b.String()
}

// block writes headings, paragraphs, a list, a table and a footnote, some 470
// words in all.
func (c *corpus) block(b *strings.Builder, n int) {
	fmt.Fprintf(b, "## %s og %s\n\n%s\n\n", capital(c.compound(0)), c.compound(0), c.paragraph(4))
	fmt.Fprintf(b, "%s **%s** %s[^%d]\n\n", c.sentence(), capital(c.compound(1))+".", c.paragraph(3), n)
	for range 3 {
		fmt.Fprintf(b, "- *%s:* %s\n", capital(c.compound(0)), c.sentence())
	}
	fmt.Fprintf(b, "\n## %s\n\n%s\n\n", capital(c.compound(1)), c.paragraph(3))
	b.WriteString("| Tema | Hvem | Andel |\n|---|---|---:|\n")
	for range 4 {
		fmt.Fprintf(b, "| %s og %s | %s | %d %% |\n", capital(c.compound(1)), c.compound(1), c.somebody(), c.random.below(100))
	}
	fmt.Fprintf(b, "\n%s\n\n%s\n\n[^%d]: %s\n", c.paragraph(4), c.paragraph(3), n, c.sentence())
}
