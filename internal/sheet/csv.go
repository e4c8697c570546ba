package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"soknad/internal/i18n"
)

// byteOrderMark tells spreadsheets that a CSV file is UTF-8.
const byteOrderMark = "\ufeff"

// ErrNotUTF8 says that a CSV file is in another encoding.
var ErrNotUTF8 = i18n.Errorf("the file is not UTF-8: save it as CSV UTF-8, or as XLSX")

// CSV writes a table as CSV with semicolons, as spreadsheets in Norway read
// it, in UTF-8 with a byte order mark.
func CSV(t Table) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(byteOrderMark)
	w := csv.NewWriter(&out)
	w.Comma = ';'
	for _, row := range t.Rows {
		texts := make([]string, len(row))
		for i, c := range row {
			if texts[i] = c.Text; !c.IsNumber {
				texts[i] = neutral(c.Text)
			}
		}
		if err := w.Write(texts); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// readCSV reads CSV with semicolons, commas or tabs, whichever the first line
// has most of.
func readCSV(data []byte) ([][]string, error) {
	if !utf8.Valid(data) {
		return nil, ErrNotUTF8
	}
	text := strings.TrimPrefix(string(data), byteOrderMark)
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator(text)
	r.FieldsPerRecord = -1
	var rows [][]string
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, ofCSV(err)
		}
		if rows = append(rows, row); len(rows) > maxRows {
			return nil, ErrTooLarge
		}
	}
}

// ofCSV words what is wrong with a table: without a set number of columns only
// quotation marks can be.
func ofCSV(err error) error {
	var at *csv.ParseError
	if !errors.As(err, &at) {
		return err
	}
	return i18n.Errorf("line %d: a quotation mark is out of place: save the table as XLSX, or write the mark twice", at.StartLine)
}

func separator(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	best := ';'
	for _, r := range ",\t" {
		if strings.Count(line, string(r)) > strings.Count(line, string(best)) {
			best = r
		}
	}
	return best
}
