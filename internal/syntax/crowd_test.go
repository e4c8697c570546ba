package syntax_test

import (
	"strings"
	"testing"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// TestCrowd holds that very many hidden characters are a few findings, which
// cure them all.
func TestCrowd(t *testing.T) {
	for name, text := range map[string]string{
		"themselves": "a: " + strings.Repeat("x\u202e", 1000) + "\n",
		"as escapes": "a: \"" + strings.Repeat(`x\u202e`, 1000) + "\"\n",
	} {
		_, list := syntax.Parse(source.NewFile("a.yaml", []byte(text)))
		if len(list) != 200 || !strings.HasSuffix(golden.Story(list), "hint: more like it below in this file: 800\n") {
			t.Errorf("%s: %d findings, the last is %s", name, len(list), golden.Story(list[len(list)-1:]))
		}
		texts, _ := diag.Fixed(list)
		if strings.Contains(string(texts["a.yaml"]), "202e") || strings.Contains(string(texts["a.yaml"]), "\u202e") {
			t.Errorf("%s: cured it is %q", name, texts["a.yaml"])
		}
	}
}
