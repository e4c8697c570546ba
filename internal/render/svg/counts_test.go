package svg_test

import "soknad/internal/figure"

// kinds are those who take part, by what they are and where in the chain.
func kinds() figure.CountMatrix {
	row := func(label string, counts ...figure.Count) figure.CountRow {
		return figure.CountRow{Label: label, Counts: counts}
	}
	n := func(filled, open int) figure.Count { return figure.Count{Filled: filled, Open: open} }
	return figure.CountMatrix{
		Alt:     "Tretten partnere og tre støttespillere etter type og ledd i verdikjeden.",
		Corner:  "Type",
		Columns: []string{"Leting", "Utvinning", "Transport og utskiping", "I alt"},
		Rows: []figure.CountRow{
			row("Bedrift", n(2, 0), n(7, 0), n(2, 0), n(11, 0)),
			row("Forskning", n(1, 0), n(0, 0), n(1, 0), n(2, 0)),
			row("Interesseorganisasjon", n(0, 0), n(0, 0), n(0, 0), n(0, 3)),
		},
		Filled: "Partner", Open: "Støttespiller",
	}
}
