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
	file, err := object.Skim(data)
	switch {
	case err != nil:
		return 0, ErrDamaged
	case file.Encrypted:
		return 0, ErrEncrypted
	case file.Repaired:
		return 0, ErrDamaged
	}
	pages = len(pagesBelow(object.DictOf(file.Root)["Pages"], map[object.Object]bool{}, nil))
	if pages == 0 {
		return 0, ErrDamaged
	}
	return pages, nil
}
