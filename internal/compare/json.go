package compare

import (
	"encoding/json"
	"io"

	"soknad/internal/diag"
	"soknad/internal/i18n"
)

// jsonVersion is raised when a field of the JSON changes its meaning or goes.
const jsonVersion = 1

type (
	jsonChanges struct {
		Version      int          `json:"version"`
		Participants []jsonEntity `json:"participants"`
		Inputs       []jsonEntity `json:"inputs"`
		Challenges   []jsonEntity `json:"challenges"`
		FocusAreas   []jsonEntity `json:"focusAreas"`
		Goals        []jsonEntity `json:"goals"`
		Activities   []jsonEntity `json:"activities"`
		Money        jsonMoney    `json:"money"`
		Findings     jsonFindings `json:"findings"`
	}
	jsonEntity struct {
		ID     string      `json:"id"`
		Title  string      `json:"title"`
		Change Change      `json:"change"`
		Fields []jsonField `json:"fields"`
	}
	jsonField struct {
		Field  string     `json:"field"`
		Of     string     `json:"of,omitempty"`
		Old    Value      `json:"old"`
		New    Value      `json:"new"`
		Words  []jsonWord `json:"words,omitempty"`
		Months int        `json:"months,omitempty"`
	}
	jsonWord struct {
		Change Change `json:"change,omitempty"`
		Text   string `json:"text"`
	}
	jsonMoney struct {
		Costs      jsonAmount   `json:"costs"`
		Financing  jsonAmount   `json:"financing"`
		Activities []jsonAmount `json:"activities"`
		Categories []jsonAmount `json:"categories"`
		Sources    []jsonAmount `json:"sources"`
	}
	jsonAmount struct {
		ID    string      `json:"id,omitempty"`
		Title string      `json:"title"`
		Old   i18n.Kroner `json:"old"`
		New   i18n.Kroner `json:"new"`
	}
	jsonFindings struct {
		Appeared []jsonFinding `json:"appeared"`
		Vanished []jsonFinding `json:"vanished"`
	}
	jsonFinding struct {
		Code     diag.Code `json:"code"`
		Severity string    `json:"severity"`
		Message  string    `json:"message"`
		Place    string    `json:"place"`
	}
)

// WriteJSON writes the changes for other programs. Findings and names are said
// in a language; all else is the same in each.
func (c *Changes) WriteJSON(w io.Writer, l i18n.Lang) error {
	amount := func(a Amount) jsonAmount { return jsonAmount{a.ID, a.Title.In(l), a.Old, a.New} }
	finding := func(d *diag.Diagnostic) jsonFinding {
		return jsonFinding{d.Code, d.Severity.String(), d.Message.In(l), d.Span.String()}
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(jsonChanges{
		Version:      jsonVersion,
		Participants: each(c.Participants, entityJSON), Inputs: each(c.Inputs, entityJSON), Challenges: each(c.Challenges, entityJSON),
		FocusAreas: each(c.FocusAreas, entityJSON), Goals: each(c.Goals, entityJSON), Activities: each(c.Activities, entityJSON),
		Money: jsonMoney{
			Costs: amount(c.Money.Costs), Financing: amount(c.Money.Financing), Activities: each(c.Money.Activities, amount),
			Categories: each(c.Money.Categories, amount), Sources: each(c.Money.Sources, amount),
		},
		Findings: jsonFindings{Appeared: each(c.Appeared, finding), Vanished: each(c.Vanished, finding)},
	})
}

func entityJSON(e Entity) jsonEntity {
	return jsonEntity{e.ID, e.Title, e.Change, each(e.Fields, func(f Field) jsonField {
		j := jsonField{Field: f.Name, Of: f.Of, Old: f.Old, New: f.New, Months: f.Months}
		for _, w := range f.Words {
			j.Words = append(j.Words, jsonWord(w))
		}
		return j
	})}
}

// each makes a list that is never null.
func each[T, J any](all []T, of func(T) J) []J {
	made := make([]J, 0, len(all))
	for _, e := range all {
		made = append(made, of(e))
	}
	return made
}
