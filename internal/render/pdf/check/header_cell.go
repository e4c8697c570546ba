package check

import (
	"soknad/internal/render/pdf/object"
)

// headersAreFound is PDF/UA-1 7.5-1: the header cells of a table say which cells
// they speak of, or all cells say which headers speak of them. Tables that are
// not regular are not judged.
func headersAreFound(d *document, say report) {
	for _, t := range d.tables {
		if t.fault.kind != isRegular {
			continue
		}
		if bare := unscoped(t.rows); bare != nil && !cellsNameHeaders(t.rows) {
			say(bare.at(), "A header cell of a table does not say which cells it speaks of (Scope).")
		}
	}
}

// unscoped returns the first header cell without a scope, or nil.
func unscoped(rows []*element) *element {
	for _, row := range rows {
		for _, cell := range row.cells() {
			if cell.is == "TH" && object.NameOf(cell.attribute("Table", "Scope")) == "" {
				return cell
			}
		}
	}
	return nil
}

// cellsNameHeaders reports whether every cell names header cells of the table.
func cellsNameHeaders(rows []*element) bool {
	ids := map[string]bool{}
	for _, row := range rows {
		for _, cell := range row.cells() {
			if cell.is == "TH" {
				ids[words(cell.dict["ID"])] = true
			}
		}
	}
	delete(ids, "")
	for _, row := range rows {
		for _, cell := range row.cells() {
			if cell.is == "TD" && !cell.names(ids) {
				return false
			}
		}
	}
	return true
}

// names reports whether a cell names headers, all of them among some.
func (e *element) names(ids map[string]bool) bool {
	headers := object.ArrayOf(e.attribute("Table", "Headers"))
	for _, o := range headers {
		if !ids[words(o)] {
			return false
		}
	}
	return len(headers) > 0
}
