package pdf_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"soknad/internal/golden"
	"soknad/internal/render/pdf/object"
	"soknad/internal/render/pdf/structure"
)

// TestStructure holds the structure of a document with everything in it, as a
// reader of the file finds it.
func TestStructure(t *testing.T) {
	d := assembled(
		part{"cover", "# Tittel\n\nUndertittel\n\n| | |\n|---|---|\n| **Søker** | Berg AS |\n| **Beløp** | |\n\n"},
		part{"contents", "## Innhold\n\n- [1 Mål](#1-mål)\n  - [1.1 Effekt](#11-effekt)\n\n"},
		part{"goals", "## 1 Mål\n\nMålene er [her](https://example.no) og *der*. Se `kode`.\n\n### 1.1 Effekt\n\n" +
			"- en\n- to\n  1. tre\n\n> Sitat\n\n```\nkode\n```\n\n---\n\n![Tidsplan](figures/small.svg)\n\n" +
			"| År | Beløp |\n|---|--:|\n| 2012 | 5 |\n| 2013 | |\n"},
	)
	file := read(t, painted(t, d))
	var out strings.Builder
	tell(&out, object.DictOf(object.DictOf(file.Root)["StructTreeRoot"])["K"], 0)
	golden.File(t, filepath.Join("testdata", "structure.txt"), []byte(out.String()))
}

// tell writes an element and what it is made of, a line each.
func tell(out *strings.Builder, o object.Object, depth int) {
	indent := strings.Repeat("  ", depth)
	switch k := object.Resolve(o).(type) {
	case int:
		fmt.Fprintf(out, "%smark %d\n", indent, k)
	case object.Array:
		for _, kid := range k {
			tell(out, kid, depth)
		}
	case object.Dict:
		switch object.NameOf(k["Type"]) {
		case "OBJR":
			words, _ := object.DictOf(k["Obj"])["Contents"].(object.String)
			fmt.Fprintf(out, "%sannotation %s\n", indent, structure.Plain(words))
			return
		case "MCR":
			fmt.Fprintf(out, "%smark %v of another page\n", indent, k["MCID"])
			return
		}
		fmt.Fprintf(out, "%s%s%s\n", indent, k["S"], attributes(k))
		if k["K"] != nil {
			tell(out, k["K"], depth+1)
		}
	}
}

func attributes(element object.Dict) string {
	var all strings.Builder
	for _, key := range []object.Name{"Lang", "Alt"} {
		if element[key] != nil {
			words, _ := element[key].(object.String)
			fmt.Fprintf(&all, " %s=%s", key, structure.Plain(words))
		}
	}
	a := object.DictOf(element["A"])
	for _, key := range []object.Name{"Scope", "ListNumbering", "BBox"} {
		if a[key] != nil {
			fmt.Fprintf(&all, " %s=%v", key, a[key])
		}
	}
	return all.String()
}
