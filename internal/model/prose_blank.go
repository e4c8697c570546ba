package model

import "strings"

// IsBlank reports whether the text says nothing.
func (p Prose) IsBlank() bool { return strings.TrimSpace(p.Text) == "" }
