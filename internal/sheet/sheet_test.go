package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"soknad/internal/sheet"
)

// formats are the ways in which a table is written.
func formats(t sheet.Table) map[string]func() ([]byte, error) {
	return map[string]func() ([]byte, error){
		"csv":  func() ([]byte, error) { return sheet.CSV(t) },
		"xlsx": func() ([]byte, error) { return sheet.XLSX(t) },
	}
}

// TestReadBack holds that a table reads as it was written, also where a text
// looks like a formula, and that the same table gives the same bytes.
func TestReadBack(t *testing.T) {
	texts := []string{
		"Ål & Ørret", "=1+1", "+47 76 94 00 00", "-5", "@navn", "'=1", "''+", "'sitat'", "\tinnrykk", "to\nlinjer", `"a";b,c`, "0301", "1850",
	}
	table := sheet.Table{Name: "Ark"}
	var want [][]string
	for _, text := range texts {
		table.Rows = append(table.Rows, []sheet.Cell{sheet.Text(text), sheet.Number(25000)})
		want = append(want, []string{text, "25000"})
	}
	for name, made := range formats(table) {
		data, err := made()
		if err != nil {
			t.Fatal(err)
		}
		again, err := made()
		if err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: the same table gives other bytes (%v)", name, err)
		}
		got, err := sheet.Read(data)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s reads as %q (%v), want %q", name, got, err, want)
		}
	}
}

// TestNothingRuns holds that no text of a table is a formula to a
// spreadsheet.
func TestNothingRuns(t *testing.T) {
	table := sheet.Table{Name: "Ark", Rows: [][]sheet.Cell{{sheet.Text("=HYPERLINK(1)"), sheet.Text("@SUM(1)"), sheet.Text("\r=1")}}}
	data, err := sheet.CSV(table)
	if err != nil || !strings.HasPrefix(string(data), "\ufeff'=HYPERLINK(1);'@SUM(1);\"'\r=1\"") {
		t.Errorf("the CSV is %q (%v)", data, err)
	}
	data, err = sheet.XLSX(table)
	if err != nil {
		t.Fatal(err)
	}
	if xml := part(t, data, "xl/worksheets/sheet1.xml"); strings.Contains(xml, "<f>") {
		t.Errorf("a text became a formula: %s", xml)
	}
}

// TestFormulas holds that totals stay live.
func TestFormulas(t *testing.T) {
	data, err := sheet.XLSX(sheet.Table{Name: "Ark", Rows: [][]sheet.Cell{{sheet.Number(1)}, {sheet.Sum(1, "SUM(A1:A1)")}}})
	if err != nil {
		t.Fatal(err)
	}
	if xml := part(t, data, "xl/worksheets/sheet1.xml"); !strings.Contains(xml, "<f>SUM(A1:A1)</f>") {
		t.Errorf("there is no formula in %s", xml)
	}
}

func TestBounds(t *testing.T) {
	for name, data := range map[string]string{
		"bytes":   strings.Repeat("a", sheet.MaxBytes+1),
		"rows":    strings.Repeat("a\n", 10_001),
		"columns": strings.Repeat(";", 200),
	} {
		if _, err := sheet.Read([]byte(data)); !errors.Is(err, sheet.ErrTooLarge) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
	if _, err := sheet.Read([]byte("navn\nBl\xe5b\xe6r\n")); !errors.Is(err, sheet.ErrNotUTF8) {
		t.Errorf("Latin-1: the error is %v", err)
	}
	if _, err := sheet.Read(bomb(t)); err == nil {
		t.Error("a file that unpacks to far more than it is was read")
	}
}

// bomb makes a workbook whose first sheet unpacks to more than is read.
func bomb(t *testing.T) []byte {
	t.Helper()
	data, err := sheet.XLSX(sheet.Table{Name: "Ark", Rows: [][]sheet.Cell{{sheet.Number(1)}}})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		if err := w.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	extra, err := w.Create("xl/media/large.bin")
	if err != nil {
		t.Fatal(err)
	}
	for range 65 {
		if _, err := extra.Write(make([]byte, 1<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// part returns a file of a workbook.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestColumns(t *testing.T) {
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 27: "AB", 701: "ZZ", 702: "AAA"} {
		if got := sheet.Column(n); got != want {
			t.Errorf("column %d is %s, want %s", n, got, want)
		}
	}
}

// FuzzRead holds that no file makes reading fail otherwise than with an
// error, and that what is read can be written and read back.
func FuzzRead(f *testing.F) {
	seeds, err := filepath.Glob("testdata/seeds/*")
	if err != nil || len(seeds) == 0 {
		f.Fatal("there are no seeds", err)
	}
	for _, name := range seeds {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := sheet.Read(data)
		if err != nil {
			return
		}
		table := sheet.Table{Name: "Ark"}
		for _, row := range rows {
			cells := []sheet.Cell{}
			for _, text := range row {
				cells = append(cells, sheet.Text(text))
			}
			table.Rows = append(table.Rows, cells)
		}
		if _, err := sheet.CSV(table); err != nil {
			t.Errorf("what was read cannot be written: %v", fmt.Sprint(err))
		}
	})
}
