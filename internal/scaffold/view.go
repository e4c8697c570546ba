package scaffold

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"soknad/internal/call"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/schema"
)

// A view is what the templates see.
type view struct {
	Title, Call, Language    string
	Start, End, Planned      string
	Baseline, Effect         string
	Months, Year             int
	YearEnds                 []string // the last day of the project in each year
	Contract, Participant    participant
	Participants             []participant
	FocusAreas               []focusArea
	Funder                   string
	StrategicAreas           []named
	CostCategories, Criteria []named
	Section                  *section
}

type participant struct{ ID, Name, OrgNumber, Kind, Role string }

type focusArea struct {
	ID, Name, GoalID, ActivityID string
	Rank                         int
}

type named struct{ ID, Name, Question string }

// A section is a text of the applicant's own that a section of the call asks
// for.
type section struct {
	Title, Guidance, Limit string
	// Wanted says whether the application is wrong without it.
	Wanted bool
}

const day = time.DateOnly

func (s *scaffold) view(a Answers) *view {
	end := a.Start.AddDate(0, a.Months, -1)
	v := &view{
		Title: a.Title, Call: a.Call, Language: string(a.Language), Months: a.Months, Year: a.Start.Year(),
		Start: a.Start.Format(day), End: end.Format(day), Effect: end.AddDate(1, 0, 0).Format(day),
		Baseline: a.Start.AddDate(0, 0, -1).Format(day), Funder: s.call.About.Funder,
	}
	if d := deadline(s.call); !d.IsZero() {
		v.Planned = d.Format(day)
	}
	for year := a.Start.Year(); year < end.Year(); year++ {
		v.YearEnds = append(v.YearEnds, time.Date(year, time.December, 31, 0, 0, 0, 0, time.UTC).Format(day))
	}
	v.YearEnds = append(v.YearEnds, v.End)
	v.FocusAreas = focusAreas(a.FocusAreas)
	v.Participants = s.participants(a)
	v.Contract = v.Participants[0]
	v.StrategicAreas, v.CostCategories = s.named(s.call.StrategicAreas), s.named(s.call.CostCategories)
	for _, c := range s.call.Criteria {
		v.Criteria = append(v.Criteria, named{ID: c.ID, Name: c.Title.In(s.lang), Question: c.Title.In(s.lang) + ": " + c.Question.In(s.lang)})
	}
	return v
}

func (s *scaffold) named(list []call.Named) []named {
	var all []named
	for _, n := range list {
		all = append(all, named{ID: n.ID, Name: n.Title.In(s.lang)})
	}
	return all
}

func focusAreas(names []string) []focusArea {
	var all []focusArea
	taken := map[string]bool{}
	for i, name := range names {
		id := newID(name, "focus-area", taken)
		all = append(all, focusArea{ID: id, Name: name, GoalID: "goal-" + id, ActivityID: "activity-" + id, Rank: i + 1})
	}
	return all
}

// participants lists the contract partner, the other partners, and one without
// a name for each class of actors that the call asks for and that is missing.
func (s *scaffold) participants(a Answers) []participant {
	partners := append([]Partner{{Name: a.Contract, Kind: model.CoreCompany}}, a.Partners...)
	roles := make([]string, len(partners), len(partners)+len(s.call.Consortium.ActorClasses))
	for _, class := range s.call.Consortium.ActorClasses {
		if len(class.Kinds) == 0 || slices.ContainsFunc(partners, func(p Partner) bool { return slices.Contains(class.Kinds, p.Kind) }) {
			continue
		}
		role := ""
		if class.Supporters {
			role = model.Supporter
		}
		partners, roles = append(partners, Partner{Name: todo + " (" + class.Title.In(s.lang) + ")", Kind: class.Kinds[0]}), append(roles, role)
	}
	var all []participant
	taken := map[string]bool{}
	for i, p := range partners {
		role := model.Partner
		if roles[i] != "" {
			role = roles[i]
		}
		all = append(all, participant{
			ID: newID(p.Name, p.Kind, taken), Name: p.Name, OrgNumber: synthetic(i), Kind: p.Kind, Role: role,
		})
	}
	return all
}

// newID makes an id of a name, or of a word and a number where the name gives
// none.
func newID(name, word string, taken map[string]bool) string {
	id := ""
	if !strings.Contains(name, todo) {
		id = schema.Slug(name)
	}
	for n := 1; id == "" || len(id) > schema.MaxID-len("activity-") || taken[id]; n++ {
		id = word + "-" + strconv.Itoa(n)
	}
	taken[id] = true
	return id
}

// synthetic returns the organisation number that stands until the real one is
// written: right in its digits, but beginning with 3 as no real one does.
func synthetic(n int) string {
	for first := 310000000/10 + n*10; ; first++ {
		digits := strconv.Itoa(first)
		if check, ok := model.OrgNumber(digits + "0").CheckDigit(); ok {
			return digits + string(check)
		}
	}
}

// section returns the text that a section of the call asks for, nil when it
// asks for none.
func (s *scaffold) section(c *call.Section) *section {
	if c.Prose == call.ProseNone || c.ID == "summary" {
		return nil
	}
	text := &section{Title: c.Title.In(s.lang), Guidance: c.Guidance.In(s.lang), Wanted: c.WantsProse() && (c.Required || c.Expected)}
	switch {
	case c.Limit.Characters != nil:
		text.Limit = i18n.Msg("at most %d characters, spaces included", *c.Limit.Characters).In(s.lang)
	case c.Limit.Pages != nil:
		text.Limit = i18n.Msg("page limit: %d", *c.Limit.Pages).In(s.lang)
	}
	return text
}
