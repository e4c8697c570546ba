package pipeline

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"soknad/internal/diag"
)

// codeName is the code of a name that is not the same on every machine.
const codeName diag.Code = "YML012"

// A listing is the files and folders that an application's folder holds, without
// those that are hidden or no part of a description.
type listing struct {
	all    []string
	folded map[string]string // the first name of those that are alike
	found  diag.List
}

// add looks at the name of a file or a folder.
func (n *listing) add(name string) {
	n.all = append(n.all, name)
	if d := unportable(name); d != nil {
		n.found.Add(d)
	}
	key := alike(name)
	if first, ok := n.folded[key]; ok {
		n.found.Add(diag.New(codeName, diag.Warning, unseen(name), "on Windows and macOS this file and %q are the same", first).
			Hint("give one of them another name"))
		return
	}
	n.folded[key] = name
}

// called returns the name of the file that a name means when case and the form
// of letters do not count, and whether there is one.
func (n *listing) called(name string) (string, bool) {
	is, ok := n.folded[alike(name)]
	return is, ok
}

// alike returns what names have in common that are one on some machines: they
// differ in capital letters, or in how an å is put together.
func alike(name string) string { return cases.Fold().String(norm.NFC.String(name)) }

// unportable says why a name cannot be used on Windows, and what would help;
// nil when it can.
func unportable(name string) *diag.Diagnostic {
	base := path.Base(name)
	stem, _, _ := strings.Cut(base, ".")
	switch {
	case isDevice(strings.ToUpper(strings.TrimRight(stem, " "))):
		return diag.New(codeName, diag.Warning, unseen(name), "on Windows this name is that of a device").Hint("give the file another name")
	case strings.HasSuffix(base, ".") || strings.HasSuffix(base, " "):
		return diag.New(codeName, diag.Warning, unseen(name), "on Windows no name ends in a full stop or a space").Hint("take it away at the end of the name")
	case strings.ContainsFunc(base, isForbidden):
		return diag.New(codeName, diag.Warning, unseen(name), "on Windows no name holds a character such as : or ?").Hint("write a hyphen in its place")
	case len(base) > maxName:
		return diag.New(codeName, diag.Warning, unseen(name), "the name is too long for some machines").Hint("give the file a shorter name")
	default:
		return nil
	}
}

func isForbidden(r rune) bool { return unicode.IsControl(r) || strings.ContainsRune(`<>:"\|?*`, r) }

// maxName is the longest name, in bytes; what a file is called while it is
// written is longer.
const maxName = 200

// isDevice reports whether Windows keeps a name for itself.
func isDevice(stem string) bool {
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		if number, ok := strings.CutPrefix(stem, port); ok && len([]rune(number)) == 1 && strings.Contains("123456789¹²³", number) {
			return true
		}
	}
	return false
}
