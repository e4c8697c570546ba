package status

import (
	"encoding/json"
	"io"
	"time"

	"soknad/internal/i18n"
)

// jsonVersion is raised when a field of the JSON changes its meaning or goes;
// new fields may come without it.
const jsonVersion = 1

// The JSON's shape; docs/formats.md describes it.
type (
	jsonStatus struct {
		Version      int               `json:"version"`
		Title        string            `json:"title"`
		Call         string            `json:"call"`
		CallStatus   string            `json:"callStatus"`
		Today        string            `json:"today"`
		Deadline     *jsonDeadline     `json:"deadline"`
		Submittable  bool              `json:"submittable"`
		Reasons      []string          `json:"reasons"`
		Findings     jsonFindings      `json:"findings"`
		Money        jsonMoney         `json:"money"`
		Pages        int               `json:"pages"`
		Sections     []jsonSection     `json:"sections"`
		Participants []jsonParticipant `json:"participants"`
		Criteria     []jsonCriterion   `json:"criteria"`
		Next         []jsonAction      `json:"next"`
	}
	jsonDeadline struct {
		Day        string `json:"day"`
		Time       string `json:"time,omitempty"`
		Confidence string `json:"confidence"`
		DaysLeft   int    `json:"daysLeft"`
	}
	jsonFindings struct {
		Errors   int `json:"errors"`
		Warnings int `json:"warnings"`
		Notes    int `json:"notes"`
		Silenced int `json:"silenced"`
	}
	jsonMoney struct {
		Costs       i18n.Kroner `json:"costs"`
		Financing   i18n.Kroner `json:"financing"`
		Applied     i18n.Kroner `json:"applied"`
		Public      i18n.Kroner `json:"public"`
		PublicShare float64     `json:"publicShare"`
		OwnCash     i18n.Kroner `json:"ownCash"`
		OwnEffort   i18n.Kroner `json:"ownEffort"`
	}
	jsonSection struct {
		ID            string `json:"id"`
		Title         string `json:"title"`
		Required      bool   `json:"required"`
		Words         int    `json:"words"`
		Characters    int    `json:"characters"`
		Units         int    `json:"utf16Units"`
		MaxCharacters *int   `json:"maxCharacters"`
		Pages         int    `json:"pages"`
		MaxPages      *int   `json:"maxPages"`
	}
	jsonParticipant struct {
		ID         string   `json:"id"`
		Name       string   `json:"name"`
		Partner    bool     `json:"partner"`
		Commitment string   `json:"commitment"`
		WaitingFor []string `json:"waitingFor"`
	}
	jsonCriterion struct {
		ID       string `json:"id"`
		Title    string `json:"title"`
		Answered bool   `json:"answered"`
	}
	jsonAction struct {
		Text  string `json:"text"`
		Place string `json:"place,omitempty"`
		More  int    `json:"more,omitempty"`
	}
)

// WriteJSON writes the status for programs. Lists are never null.
func (s *Status) WriteJSON(w io.Writer, l i18n.Lang) error {
	m := s.Money
	j := jsonStatus{
		Version: jsonVersion, Title: s.Title, Call: s.Call, CallStatus: s.CallStatus, Today: s.Today.Format(time.DateOnly),
		Submittable: s.Submittable(), Reasons: []string{},
		Findings: jsonFindings(s.Findings), Pages: s.Pages,
		Money:    jsonMoney{m.Costs, m.Financing, m.Applied, m.Public, float64(m.PublicShare()), m.OwnCash, m.OwnEffort},
		Sections: []jsonSection{}, Participants: []jsonParticipant{}, Criteria: []jsonCriterion{}, Next: []jsonAction{},
	}
	if d := s.Deadline; !d.Day.IsZero() {
		j.Deadline = &jsonDeadline{d.Day.Format(time.DateOnly), d.Time, d.Confidence, s.DaysLeft()}
	}
	for _, r := range s.Reasons {
		j.Reasons = append(j.Reasons, r.In(l))
	}
	for _, c := range s.Sections {
		j.Sections = append(j.Sections, jsonSection{c.ID, c.Title.In(l), c.Required, c.Words, c.Characters, c.Units, c.MaxCharacters, c.Pages, c.MaxPages})
	}
	for _, q := range s.Participants {
		j.Participants = append(j.Participants, jsonParticipant{q.ID, q.Name, q.Partner, q.Commitment, append([]string{}, q.WaitingFor...)})
	}
	for _, c := range s.Criteria {
		j.Criteria = append(j.Criteria, jsonCriterion{c.ID, c.Title.In(l), c.Answered})
	}
	for _, a := range s.Next {
		j.Next = append(j.Next, jsonAction{a.Words.In(l), a.Place, a.More})
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(j)
}
