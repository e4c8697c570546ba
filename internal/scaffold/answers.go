package scaffold

import (
	"time"

	"soknad/internal/call"
	"soknad/internal/i18n"
)

// Answers are what a new application is made from.
type Answers struct {
	Title    string
	Call     string // the name of the call pack
	Language i18n.Lang
	// Start is the first day of the project.
	Start  time.Time
	Months int
	// Contract is the partner that signs the contract with the programme.
	Contract   string
	FocusAreas []string
	// Partners are the others; those of a kind that the call asks for and
	// that is not among them are added without a name.
	Partners []Partner
	// CI says what checks every commit: github, gitlab, forgejo, or "" for
	// nothing.
	CI string
}

// A Partner is a participant by its name and kind.
type Partner struct{ Name, Kind string }

// usualMonths is how long a project lasts where the call does not say.
const usualMonths = 36

// Defaults returns the answers of somebody who only says the call and the
// language.
func Defaults(c *call.Call, name string, l i18n.Lang) Answers {
	months := usualMonths
	if most, known := c.Duration.MonthsMax.Known(); known {
		months = int(most)
	}
	return Answers{
		Title: i18n.Msg("The cluster […]").In(l), Call: name, Language: l,
		Start: start(c), Months: months, Contract: todo + " AS", FocusAreas: []string{todo},
	}
}

// start returns the first of a month with time to get ready for: two months
// after the decision, or three after the deadline.
func start(c *call.Call) time.Time {
	day := time.Date(c.About.Year, time.July, 1, 0, 0, 0, 0, time.UTC)
	if d := deadline(c); !d.IsZero() {
		day = d.AddDate(0, 1, 0)
	}
	if !c.Decision.Value.IsZero() {
		day = c.Decision.Value
	}
	return time.Date(day.Year(), day.Month()+3, 1, 0, 0, 0, 0, time.UTC)
}

// deadline returns the last day to send the application, zero when it is not
// known.
func deadline(c *call.Call) time.Time {
	step, ok := c.Step(call.Application)
	if !ok {
		return time.Time{}
	}
	return step.Deadline.Value
}
