package status

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"soknad/internal/call"
	"soknad/internal/document"
	"soknad/internal/i18n"
)

// A Table is a part of the status as people read it.
type Table struct {
	Title string
	Rows  [][]string
}

// WriteText writes the status for a terminal of 80 columns.
func (s *Status) WriteText(w io.Writer, l i18n.Lang) error {
	var out strings.Builder
	for i, t := range s.Tables(l) {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(strings.Join(wrapped(t.Title, columns), "\n  ") + "\n")
		widths := t.widths()
		for _, row := range t.Rows {
			for _, line := range folded(row, widths) {
				out.WriteString("  " + strings.TrimRight(line, " ") + "\n")
			}
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// WriteMarkdown writes the status for a comment or a page.
func (s *Status) WriteMarkdown(w io.Writer, l i18n.Lang) error {
	var out strings.Builder
	for i, t := range s.Tables(l) {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString("### " + document.Literal(t.Title) + "\n\n")
		for _, row := range t.Rows {
			cells := make([]string, len(row))
			for j, cell := range row {
				cells[j] = document.Literal(cell)
			}
			out.WriteString("- " + strings.TrimRight(strings.Join(cells, " · "), " ·") + "\n")
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// Tables makes the parts that people read: the verdict first, and last what to
// do next.
func (s *Status) Tables(l i18n.Lang) []Table {
	say := saying(l)
	all := []Table{s.verdict(say, l), s.moneyTable(say, l), s.sectionTable(say, l)}
	if len(s.Participants) > 0 {
		all = append(all, s.participantTable(say, l))
	}
	if len(s.Criteria) > 0 {
		all = append(all, s.criterionTable(say, l))
	}
	return append(all, s.nextTable(say, l))
}

// A sayer says a message in the language of the reader.
type sayer func(format string, args ...any) string

func saying(l i18n.Lang) sayer {
	return func(format string, args ...any) string { return i18n.Msg(format, args...).In(l) }
}

func (s *Status) verdict(say sayer, l i18n.Lang) Table {
	t := Table{Title: say("%s can be sent", s.Title)}
	if !s.Submittable() {
		t.Title = say("%s cannot be sent yet", s.Title)
	}
	for _, r := range s.Reasons {
		t.Rows = append(t.Rows, []string{say("because"), r.In(l)})
	}
	t.Rows = append(t.Rows,
		[]string{say("call"), s.callWords(say)},
		[]string{say("deadline"), s.deadlineWords(say)},
		[]string{say("findings"), say("errors: %d, warnings: %d, notes: %d; silenced with a reason: %d",
			s.Findings.Errors, s.Findings.Warnings, s.Findings.Notes, s.Findings.Silenced)})
	return t
}

// callWords names the call and says how well it is known.
func (s *Status) callWords(say sayer) string {
	switch s.CallStatus {
	case call.Official:
		return say("%s, from its own documents", s.Call)
	case call.Partial:
		return say("%s, known only in part", s.Call)
	case "":
		return s.Call
	default:
		return say("%s, reconstructed", s.Call)
	}
}

func (s *Status) deadlineWords(say sayer) string {
	day := i18n.Date(s.Deadline.Day)
	switch left := s.DaysLeft(); {
	case s.Deadline.Day.IsZero():
		return say("not known")
	case left < 0:
		return say("%s, which has passed", day)
	case left == 0:
		return say("%s, which is today", day)
	case left == 1:
		return say("%s, which is tomorrow", day)
	default:
		return say("%s, in %d days", day, left)
	}
}

func (s *Status) moneyTable(say sayer, l i18n.Lang) Table {
	m := s.Money
	return Table{Title: say("Money"), Rows: [][]string{
		{say("costs"), m.Costs.In(l)},
		{say("financing"), m.Financing.In(l)},
		{say("applied for"), m.Applied.In(l)},
		{say("public money"), say("%s, %s of the costs", m.Public, m.PublicShare())},
		{say("own cash"), m.OwnCash.In(l)},
		{say("own effort"), m.OwnEffort.In(l)},
	}}
}

func (s *Status) sectionTable(say sayer, l i18n.Lang) Table {
	t := Table{Title: say("Sections")}
	if s.Pages > 0 {
		t.Title = say("Sections, %d pages in all", s.Pages)
	}
	for _, c := range s.Sections {
		size := ""
		if c.Words > 0 {
			size = c.sizeWords(say)
		}
		t.Rows = append(t.Rows, []string{c.ID, size, c.pageWords(say), c.limitWords(say)})
	}
	return t
}

// Limits says of each section that the call limits how much of the limit is
// used, and what would be cut.
func (s *Status) Limits(l i18n.Lang) []string {
	say := saying(l)
	var lines []string
	for _, c := range s.Sections {
		if words := c.limitWords(say); words != "" {
			lines = append(lines, c.Title.In(l)+": "+c.pageWords(say)+", "+words)
		}
	}
	return lines
}

func (c Section) pageWords(say sayer) string {
	switch c.Pages {
	case 0:
		return "–"
	case 1:
		return say("1 page")
	default:
		return say("%d pages", c.Pages)
	}
}

// sizeWords says how much is written. Where the call limits the characters,
// limitWords counts them.
func (c Section) sizeWords(say sayer) string {
	words := say("%d words", c.Words)
	if c.Words == 1 {
		words = say("1 word")
	}
	if c.MaxCharacters != nil {
		return words
	}
	return say("%s, %d characters", words, c.Characters)
}

// limitWords says how much of the call's limits is used, and what is over.
func (c Section) limitWords(say sayer) string {
	var parts []string
	if most := c.MaxCharacters; most != nil {
		parts = append(parts, say("%d of %d characters", c.Characters, *most))
		if over := c.Characters - *most; over > 0 {
			parts = append(parts, say("%d would be cut", over))
		}
	}
	if most := c.MaxPages; most != nil {
		parts = append(parts, say("page limit: %d", *most))
	}
	return strings.Join(parts, ", ")
}

func (s *Status) participantTable(say sayer, l i18n.Lang) Table {
	signed, partners := s.signed()
	t := Table{Title: say("Participants: %d of %d partners signed", signed, partners)}
	for _, q := range s.Participants {
		if len(q.WaitingFor) > 0 {
			t.Rows = append(t.Rows, []string{q.Name, say("waiting for %s", awaitedWords(q.WaitingFor))})
		}
	}
	return t
}

func (s *Status) criterionTable(say sayer, l i18n.Lang) Table {
	t := Table{}
	answered := 0
	for _, c := range s.Criteria {
		if c.Answered {
			answered++
		} else {
			t.Rows = append(t.Rows, []string{c.Title.In(l), say("nothing answers it")})
		}
	}
	t.Title = say("Criteria: %d of %d answered", answered, len(s.Criteria))
	return t
}

func (s *Status) nextTable(say sayer, l i18n.Lang) Table {
	t := Table{Title: say("What to do next")}
	for i, a := range s.Next {
		words := a.Words.In(l)
		if where := a.where(say); where != "" {
			words = fmt.Sprintf("%s (%s)", words, where)
		}
		t.Rows = append(t.Rows, []string{strconv.Itoa(i+1) + ".", words})
	}
	if len(s.Next) == 0 {
		t.Rows = append(t.Rows, []string{say("let somebody who has not seen it read it aloud")})
	}
	return t
}

// where says the first place of an action, and how many there are beside it.
func (a Action) where(say sayer) string {
	switch a.More {
	case 0:
		return a.Place
	case 1:
		return say("%s, and 1 more place", a.Place)
	default:
		return say("%s, and %d more places", a.Place, a.More)
	}
}
