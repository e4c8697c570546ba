// Package sheet reads and writes tables as CSV and XLSX, with the same bytes
// for the same table, and without ever writing a text that a spreadsheet
// would run as a formula.
package sheet

import (
	"fmt"
	"strings"

	"soknad/internal/i18n"
)

// The bounds of what is read. A table of an application is far below them.
const (
	MaxBytes   = 10 << 20
	maxRows    = 10_000
	maxColumns = 200
	maxUnzip   = 64 << 20
)

// ErrTooLarge says that a table is beyond what is read.
var ErrTooLarge = i18n.Errorf("the table is too large: at most 10 MB, 10000 rows and 200 columns are read")

// A Cell is a text, a whole number or a formula.
type Cell struct {
	Text     string // of a number its digits, which CSV holds
	IsNumber bool
	// Formula is what a spreadsheet computes the number from, such as
	// "SUM(A1:A3)"; CSV holds the number.
	Formula string
}

// A Table is a sheet: rows of cells, the first of which names the columns.
type Table struct {
	Name string
	Rows [][]Cell
}

// Text makes a cell of a text.
func Text(s string) Cell { return Cell{Text: s} }

// Number makes a cell of a whole number.
func Number(n int64) Cell { return Cell{Text: fmt.Sprint(n), IsNumber: true} }

// Sum makes a cell that a spreadsheet computes.
func Sum(n int64, formula string) Cell {
	return Cell{Text: fmt.Sprint(n), IsNumber: true, Formula: formula}
}

// neutral puts an apostrophe before a text that a spreadsheet would take for
// a formula, and before one that looks as if that had been done already, so
// that plain takes away exactly what neutral put there.
func neutral(s string) string {
	if isRisky(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// plain returns the text that a cell was made of.
func plain(s string) string {
	if strings.HasPrefix(s, "'") && isRisky(strings.TrimLeft(s, "'")) {
		return s[1:]
	}
	return s
}

func isRisky(s string) bool { return s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) }

// Read reads the first sheet of a file, XLSX or CSV, as texts. Rows are as long
// as they are written.
func Read(data []byte) ([][]string, error) {
	if len(data) > MaxBytes {
		return nil, ErrTooLarge
	}
	read := readCSV
	if strings.HasPrefix(string(data[:min(2, len(data))]), "PK") {
		read = readXLSX
	}
	rows, err := read(data)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if len(row) > maxColumns {
			return nil, ErrTooLarge
		}
		for i := range row {
			row[i] = plain(row[i])
		}
	}
	return rows, nil
}
