package preview

import (
	"soknad/internal/diag"
	"soknad/internal/report"
	"soknad/internal/source"
)

// A listing is a file of the description, line by line.
type listing struct {
	Say   words
	Name  string
	Lines []line
}

// A line of a file, and the findings that are about it.
type line struct {
	ID       string
	Number   int
	Text     string
	Findings []finding
}

// sourceContent makes what the page of a file shows.
func (s *Site) sourceContent(now *shown, f *source.File) (rendered, error) {
	l := lister{site: s, now: now}
	about := map[int]diag.List{}
	for _, d := range now.state.Findings {
		if !d.Span.IsZero() && d.Span.File.Name == f.Name {
			first := d.Span.First().Line
			about[first] = append(about[first], d)
		}
	}
	c := listing{Say: wordsIn(saying(s.options.Lang)), Name: report.Printable(f.Name)}
	for n := 1; n <= f.Lines(); n++ {
		c.Lines = append(c.Lines, line{lineID(n), n, report.Printable(string(f.Line(n))), l.findings(about[n])})
	}
	page, err := s.execute("source.tmpl", c)
	return rendered{page, false}, err
}
