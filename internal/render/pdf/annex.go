package pdf

import (
	"bytes"
	"errors"

	"soknad/internal/render/pdf/object"
)

// Why an annex cannot be used.
var (
	ErrEncrypted = errors.New("it is encrypted")
	ErrDamaged   = errors.New("it is damaged")
	ErrNotPDF    = errors.New("it is no PDF")
)

// Inspect reports whether a PDF can be opened and read to its end by anybody:
// the error is one of ErrEncrypted, ErrDamaged and ErrNotPDF. It returns how
// many pages the PDF has.
func Inspect(data []byte) (pages int, err error) {
	if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
		return 0, ErrNotPDF
	}
	file, err := object.Read(data)
	switch {
	case err != nil:
		return 0, ErrDamaged
	case file.Encrypted:
		return 0, ErrEncrypted
	case file.Repaired:
		return 0, ErrDamaged
	}
	pages = countPages(object.DictOf(file.Root)["Pages"], map[object.Object]bool{})
	if pages == 0 {
		return 0, ErrDamaged
	}
	return pages, nil
}

// countPages counts the pages below a node of a page tree, each node once: a
// damaged tree can lead back into itself.
func countPages(node object.Object, seen map[object.Object]bool) int {
	at, ok := node.(*object.Indirect)
	dict := object.DictOf(node)
	if !ok || dict == nil || seen[at] {
		return 0
	}
	seen[at] = true
	if object.NameOf(dict["Type"]) == "Page" {
		return 1
	}
	n := 0
	for _, kid := range object.ArrayOf(dict["Kids"]) {
		n += countPages(kid, seen)
	}
	return n
}
