package invent

import (
	"strings"
)

// Markdown returns a text of some blocks.
func Markdown(c *Chance, care Care) string {
	blocks := make([]string, 1+c.Below(4))
	for i := range blocks {
		blocks[i] = block(c)
		if care == Hostile && c.Once(4) {
			blocks[i] = pick(c, Nasty()...)
		}
	}
	written := strings.Join(blocks, "\n\n")
	if care == Hostile {
		return written
	}
	return strings.TrimSpace(written) + pick(c, "", "\n")
}

func block(c *Chance) string {
	switch c.Below(9) {
	case 0:
		return strings.Repeat("#", 1+c.Below(4)) + " " + words(c, 3)
	case 1:
		return "- " + inline(c) + "\n- " + inline(c) + "\n  1. " + inline(c)
	case 2:
		return "1. " + inline(c) + "\n2. " + inline(c)
	case 3:
		return "> " + inline(c)
	case 4:
		return "| Hva | Hvem |\n|---|--:|\n| " + words(c, 2) + " | " + words(c, 1) + " |"
	case 5:
		return "Se noten[^a].\n\n[^a]: " + words(c, 5)
	default:
		return inline(c) + "\n" + inline(c)
	}
}

func inline(c *Chance) string {
	said := words(c, 3+c.Below(9))
	return said + pick(c, "", "", " *"+words(c, 1)+"*", " **"+words(c, 2)+"**", " [lenke](https://example.no/a)", " `kode`", " https://example.no", " x\\", "  ")
}
