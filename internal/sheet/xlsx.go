package sheet

import (
	"bytes"
	"errors"
	"strconv"

	"github.com/xuri/excelize/v2"

	"soknad/internal/i18n"
)

// XLSX writes tables as the sheets of one workbook. A spreadsheet computes its
// formulas anew when it opens it.
func XLSX(tables ...Table) (data []byte, err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	yes := true
	if err := f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}); err != nil {
		return nil, err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	for i, t := range tables {
		if err := addSheet(f, i, t.Name); err != nil {
			return nil, err
		}
		if err := write(f, t, bold); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// addSheet makes a sheet; a new workbook has its first one already.
func addSheet(f *excelize.File, i int, name string) error {
	if i == 0 {
		return f.SetSheetName(f.GetSheetName(0), name)
	}
	_, err := f.NewSheet(name)
	return err
}

func write(f *excelize.File, t Table, bold int) error {
	for r, row := range t.Rows {
		for c, cell := range row {
			if err := writeCell(f, t.Name, Address(r, c), cell); err != nil {
				return err
			}
		}
	}
	if err := f.SetRowStyle(t.Name, 1, 1, bold); err != nil {
		return err
	}
	return f.SetPanes(t.Name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

func writeCell(f *excelize.File, sheet, at string, c Cell) error {
	switch {
	case c.Formula != "":
		return f.SetCellFormula(sheet, at, c.Formula)
	case c.IsNumber:
		n, err := strconv.ParseInt(c.Text, 10, 64)
		if err != nil {
			return err
		}
		return f.SetCellInt(sheet, at, n)
	case c.Text == "":
		return nil
	default:
		return f.SetCellStr(sheet, at, neutral(c.Text))
	}
}

// Address names a cell by its row and column, both from 0: "B3".
func Address(row, column int) string { return Column(column) + strconv.Itoa(row+1) }

// Column names a column, counted from 0: "A", "AB".
func Column(n int) string {
	name := ""
	for n++; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// readXLSX reads the first sheet of a workbook, with numbers and dates as the
// numbers they are.
func readXLSX(data []byte) (rows [][]string, err error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxUnzip,
	})
	if err != nil {
		return nil, i18n.Errorf("the file cannot be read as XLSX: %v", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	sheets := f.GetSheetList()
	if len(sheets) == 0 {
		return nil, i18n.Errorf("the file has no sheet")
	}
	iterator, err := f.Rows(sheets[0])
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, iterator.Close()) }()
	for iterator.Next() {
		row, err := iterator.Columns()
		if err != nil {
			return nil, err
		}
		if rows = append(rows, row); len(rows) > maxRows {
			return nil, ErrTooLarge
		}
	}
	return rows, iterator.Error()
}
