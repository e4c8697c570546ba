package watch

import (
	"path"
	"slices"
	"strings"
)

// isPassing reports whether a file, by its last name, is hidden, or one that
// editors write beside another while it is open or being saved.
func isPassing(name string) bool {
	return strings.HasPrefix(name, ".") ||
		strings.HasPrefix(name, "~$") || // Microsoft Office, LibreOffice
		strings.HasPrefix(name, "#") || // Emacs
		strings.HasSuffix(name, "~") || // Vim, Emacs, gedit
		name == "4913" || // Vim, which tries whether it may write
		slices.Contains([]string{".tmp", ".swp", ".swx", ".bak", ".part", ".unfinished"}, path.Ext(name))
}
