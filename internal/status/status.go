// Package status says how far an application is from being sent: its
// sections, its participants, the call's criteria, the money, the findings
// that are open, the days that are left, and one verdict with its reasons.
package status

import (
	"strings"
	"time"
	"unicode/utf8"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

// Input is what a status is made of.
type Input struct {
	Project *model.Project
	// Call is nil when it is not known.
	Call *call.Call
	// Extents is nil when no document could be made.
	Extents []document.Extent
	// Findings are those that nothing silences.
	Findings diag.List
	Silenced int
	// Today is the day that the deadline is counted from.
	Today time.Time
}

// A Status says how far an application has come.
type Status struct {
	Title      string
	Call       string
	CallStatus string // official, partial or reconstructed; "" when the call is not known
	Today      time.Time
	Deadline   Deadline
	Findings   Findings
	Sections   []Section
	// Pages is how many pages the document has, 0 when there is none.
	Pages        int
	Participants []Participant
	Criteria     []Criterion
	Money        Money
	// Next are the most pressing things to do, five at most.
	Next []Action
	// Reasons say why the application cannot be sent; it can when there are
	// none.
	Reasons []i18n.Message
}

// Submittable reports whether nothing that is known speaks against sending.
func (s *Status) Submittable() bool { return len(s.Reasons) == 0 }

// A Deadline is the last day to send, zero when the call does not say.
type Deadline struct {
	Day  time.Time
	Time string // the clock time in Norway, "" when it is not known
	// Confidence says how surely the day is known.
	Confidence string
}

// DaysLeft returns the whole days from today to the deadline, negative when
// it has passed.
func (s *Status) DaysLeft() int {
	return int(s.Deadline.Day.Sub(s.Today).Round(time.Hour).Hours() / 24)
}

// Findings counts what is open, by severity, and what is silenced.
type Findings struct{ Errors, Warnings, Notes, Silenced int }

// A Section says how much of a section is written.
type Section struct {
	ID       string
	Title    i18n.Text
	Required bool
	// Characters and Words count the applicant's own text, in runes and in
	// words between spaces.
	Characters, Words int
	// Units counts the same text in UTF-16 code units, as portals do.
	Units int
	// MaxCharacters and MaxPages are the call's limits, nil when it gives none.
	MaxCharacters, MaxPages *int
	// Pages is how many pages the section takes, 0 when it has none.
	Pages int
}

// A Participant says what is still awaited from somebody.
type Participant struct {
	ID, Name   string
	Partner    bool
	Commitment string // "" when nothing is said
	// WaitingFor lists what is missing, as slugs: answer, interest,
	// contribution, signature, letter.
	WaitingFor []string
}

// signed counts the partners that have signed, and all of them.
func (s *Status) signed() (signed, partners int) {
	for _, q := range s.Participants {
		if !q.Partner {
			continue
		}
		partners++
		if q.Commitment == model.Signed {
			signed++
		}
	}
	return signed, partners
}

// A Criterion says whether one of the call's criteria is answered.
type Criterion struct {
	ID       string
	Title    i18n.Text
	Answered bool
}

// Money holds the sums of the whole period, in kroner.
type Money struct {
	Costs, Financing, Applied, Public, OwnCash, OwnEffort i18n.Kroner
}

// PublicShare returns the part of the costs that public money pays, 0 when
// there are no costs.
func (m Money) PublicShare() i18n.Share {
	if m.Costs == 0 {
		return 0
	}
	return i18n.Share(float64(m.Public) / float64(m.Costs))
}

// An Action is something to do next.
type Action struct {
	Words i18n.Message
	// Place is where, as "file:line:column", "" when it is nowhere.
	Place string
	// More is how many other places it is to be done at.
	More int
}

// Of makes the status of an application.
func Of(in Input) *Status {
	s := &Status{
		Title: in.Project.Application.Title, Call: in.Project.Application.Call, Today: in.Today,
		Findings: Findings{
			Errors: in.Findings.Count(diag.Error), Warnings: in.Findings.Count(diag.Warning),
			Notes: in.Findings.Count(diag.Note), Silenced: in.Silenced,
		},
		Participants: participants(in.Project),
		Money:        money(in.Project),
	}
	for _, e := range in.Extents {
		s.Pages = max(s.Pages, e.LastPage)
	}
	if in.Call != nil {
		s.CallStatus = in.Call.About.Status
		s.Deadline = deadline(in.Call)
		s.Sections = sections(in)
		s.Criteria = criteria(in)
	}
	s.judge(in)
	s.next(in)
	return s
}

func deadline(c *call.Call) Deadline {
	step, ok := c.Step(call.Application)
	if !ok {
		return Deadline{}
	}
	return Deadline{Day: step.Deadline.Value, Time: step.Deadline.Time, Confidence: step.Deadline.Confidence}
}

func sections(in Input) []Section {
	pages := map[string]int{}
	for _, e := range in.Extents {
		pages[e.Section] = e.LastPage - e.FirstPage + 1
	}
	var all []Section
	for i := range in.Call.Sections {
		c := &in.Call.Sections[i]
		text, _ := in.Project.SectionText(c.ID)
		written := strings.TrimSpace(text.Text)
		all = append(all, Section{
			ID: c.ID, Title: c.Title, Required: c.Required,
			Characters: utf8.RuneCountInString(written), Words: len(strings.Fields(written)), Units: units(written),
			MaxCharacters: c.Limit.Characters, MaxPages: c.Limit.Pages, Pages: pages[c.ID],
		})
	}
	return all
}

// units counts UTF-16 code units: two for a character beyond the first plane.
func units(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}

func participants(p *model.Project) []Participant {
	var all []Participant
	for i := range p.Participants {
		q := &p.Participants[i]
		if q.Commitment.Status == model.Declined {
			continue
		}
		all = append(all, Participant{
			ID: q.ID, Name: q.Called(), Partner: q.IsPartner(), Commitment: q.Commitment.Status, WaitingFor: awaited(q),
		})
	}
	return all
}

// awaited lists what a participant still owes the application.
func awaited(q *model.Participant) []string {
	var missing []string
	add := func(what string, is bool) {
		if is {
			missing = append(missing, what)
		}
	}
	c := q.Commitment
	add("answer", c.Status == model.Invited || c.Lacks("status"))
	add("interest", q.Lacks("interest"))
	add("contribution", !q.Brings())
	add("signature", q.IsPartner() && (c.Status == model.Interested || c.Status == model.Committed))
	add("letter", (c.Status == model.Committed || c.Status == model.Signed) && c.Lacks("letter"))
	return missing
}

func criteria(in Input) []Criterion {
	answered := map[string]bool{}
	for _, c := range in.Project.Criteria {
		answered[c.ID] = len(c.AnsweredIn) > 0
	}
	var all []Criterion
	for i := range in.Call.Criteria {
		c := &in.Call.Criteria[i]
		all = append(all, Criterion{ID: c.ID, Title: c.Title, Answered: answered[c.ID]})
	}
	return all
}

func money(p *model.Project) Money {
	return Money{
		Costs: p.CostYearly().Total(), Financing: p.FinancingYearly().Total(), Applied: p.AppliedYearly().Total(),
		Public: p.PublicYearly().Total(), OwnCash: p.OwnCash().Total(), OwnEffort: p.OwnEffort().Total(),
	}
}
