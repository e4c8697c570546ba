package style

import (
	"soknad/internal/diag"
	"soknad/internal/syntax"
)

// codeCramped is held here, while a style is read; package rules has its page.
const codeCramped diag.Code = "PAG004"

// cramped reports a style whose pages have no room for text, at the first of the
// keys it writes that take the room.
func cramped(root *syntax.Node) *diag.Diagnostic {
	at := root
	for _, key := range []string{"indent", "page", "margins"} {
		if f := root.Field(key); f != nil {
			at = f.Key
		}
	}
	return diag.New(codeCramped, diag.Error, at, "the page, its margins and the indent leave no room for text").
		Hint("the text needs 140 points or more of the page's width, and as many of its height")
}
