package figure_test

import (
	"testing"
	"time"

	"soknad/internal/figure"
)

// fuzzed makes a plan of any bytes: each five of them are a row, whose label
// is a part of the words.
func fuzzed(words string, from, days int, width, height float64, rows []byte) figure.Gantt {
	start := time.Date(2012, time.September, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, from)
	g := figure.Gantt{
		Alt: words, Width: width, MaxHeight: height, From: start, To: start.AddDate(0, 0, days),
		Quarters: [4]string{"K1", words, "", "K4"}, Milestone: words, Dependency: "b", Outside: "u", Continued: words,
	}
	for ; len(rows) >= 5; rows = rows[5:] {
		if len(g.Groups) == 0 || rows[0]%8 == 0 {
			g.Groups = append(g.Groups, figure.GanttGroup{Title: words[:int(rows[1])%(len(words)+1)]})
		}
		group := &g.Groups[len(g.Groups)-1]
		r := figure.GanttRow{
			ID: string(rows[0]%16 + 'a'), Label: words[:int(rows[2])%(len(words)+1)],
			Start: start.AddDate(0, 0, int(rows[1])*5-50), After: []string{string(rows[3]%16 + 'a'), string(rows[4]%16 + 'a')},
		}
		r.End = r.Start.AddDate(0, 0, int(rows[2])*4-20)
		for i := range rows[4] % 4 {
			mark := words[:int(rows[3]+i)%(len(words)+1)]
			r.Milestones = append(r.Milestones, figure.Milestone{Date: r.End.AddDate(0, 0, -int(i)*7), Mark: mark})
		}
		group.Rows = append(group.Rows, r)
	}
	return g
}

// FuzzGantt holds that no input makes the builder panic or draw unsoundly.
func FuzzGantt(f *testing.F) {
	f.Add("Kartlegging av behov", 0, 1095, 460.0, 640.0, []byte("\x00\x20\x20\x01\x02\x01\x10\x30\x00\x03\x02\x10\x90\x01\x01"))
	f.Add("ÆØÅ\u00ad\xff\u0000 – lang-bindestrek/", -4000, -3, 0.0, 0.0, []byte("00000aaaaa99999zzzzz"))
	f.Add("", 0, 0, -1.0, 1.0, []byte("\xff\xff\xff\xff\xff"))
	f.Add("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", 30, 31, 300.0, 150.0, []byte("\x01\x10\xff\x02\x03\x02\x10\xff\x01\x03\x03\x00\xff\x02\x03"))
	f.Fuzz(func(t *testing.T, words string, from, days int, width, height float64, rows []byte) {
		if len(words) > 4000 || len(rows) > 400 {
			t.Skip("large")
		}
		figures := fuzzed(words, from%1e6, days%1e6, width, height, rows).Draw()
		sound(t, figures...)
		for _, f := range figures {
			left, right := grid(f)
			for _, b := range bars(f) {
				if b.X < left-0.01 && left < right || b.X+b.W > right+0.01 {
					t.Errorf("the bar %v leaves the grid %.2f–%.2f", b, left, right)
				}
			}
		}
	})
}
