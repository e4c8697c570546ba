package model

import (
	"cmp"
	"time"

	"soknad/internal/i18n"
	"soknad/internal/syntax"
)

// The roles of a participant.
const (
	Partner   = "partner"
	Supporter = "supporter"
)

// The kinds of participant.
const (
	CoreCompany          = "core-company"
	Company              = "company"
	Research             = "research"
	Education            = "education"
	Public               = "public"
	Capital              = "capital"
	InterestOrganisation = "interest-organisation"
)

// Kinds lists the kinds of participant in the order they are shown.
func Kinds() []string {
	return []string{CoreCompany, Company, Research, Education, Public, Capital, InterestOrganisation}
}

// The states of a commitment.
const (
	Invited    = "invited"
	Interested = "interested"
	Committed  = "committed"
	Signed     = "signed"
	Declined   = "declined"
)

// A Stage is one stage of the industry's value chain.
type Stage struct {
	syntax.Origin
	ID    string `key:"id"`
	Title string `key:"title" text:"line"`
}

// A Participant is a partner or a supporter of the project.
type Participant struct {
	syntax.Origin
	ID           string         `key:"id"`
	Name         string         `key:"name" text:"line"`
	OrgNumber    string         `key:"org_number"`
	Country      string         `key:"country"`
	Kind         string         `key:"kind"`
	Role         string         `key:"role"`
	ValueChain   []string       `key:"value_chain" ref:"stage"`
	Municipality string         `key:"municipality"`
	IndustryCode string         `key:"industry_code"`
	Employees    *int           `key:"employees"`
	Contact      Contact        `key:"contact"`
	Language     string         `key:"language"` // of letters to it
	Interest     string         `key:"interest" text:"prose"`
	Contribution Contribution   `key:"contribution"`
	Priorities   map[string]int `key:"priorities" ref:"focus area"`
	Commitment   Commitment     `key:"commitment"`
}

// Contribution is what a participant brings.
type Contribution struct {
	syntax.Origin
	Text  string       `key:"text" text:"prose"`
	Cash  []YearAmount `key:"cash"`
	Hours []YearHours  `key:"hours"`
}

// YearAmount is an amount in a calendar year.
type YearAmount struct {
	syntax.Origin
	Year   int         `key:"year"`
	Amount i18n.Kroner `key:"amount"`
}

// YearHours is work in a calendar year, in hours at a rate in kroner an hour.
type YearHours struct {
	syntax.Origin
	Year  int         `key:"year"`
	Hours int64       `key:"hours"`
	Rate  i18n.Kroner `key:"rate"`
}

// Value returns what the work is worth.
func (h YearHours) Value() i18n.Kroner { return i18n.Kroner(h.Hours) * h.Rate }

// Commitment says how far a participant has bound itself.
type Commitment struct {
	syntax.Origin
	Status string    `key:"status"`
	Date   time.Time `key:"date"`
	Letter string    `key:"letter"`
}

// Called returns the participant's name, or its id when the name could not be
// read.
func (p *Participant) Called() string { return cmp.Or(p.Name, p.ID) }

// IsPartner reports whether the participant is a partner, which it is when
// nothing is said of its role. A role that could not be read is neither that
// of a partner nor that of a supporter.
func (p *Participant) IsPartner() bool { return p.Role == Partner || p.Node("role") == nil }

// IsBusiness reports whether the participant is a company.
func (p *Participant) IsBusiness() bool { return p.Kind == CoreCompany || p.Kind == Company }

// IsAcademy reports whether the participant does research or educates.
func (p *Participant) IsAcademy() bool { return p.Kind == Research || p.Kind == Education }

// IsCore reports whether the participant is one of the leading companies that
// the cluster is built around (F070, F094).
func (p *Participant) IsCore() bool { return p.Kind == CoreCompany }

// IsNorwegian reports whether the participant is registered in Norway, which
// it is when no country is given. Nothing is known of a country that could
// not be read.
func (p *Participant) IsNorwegian() bool { return p.Country == "NO" || p.Node("country") == nil }

// Cash returns what the participant pays, by year.
func (p *Participant) Cash() Yearly {
	y := Yearly{}
	for _, c := range p.Contribution.Cash {
		y[c.Year] += c.Amount
	}
	return y
}

// Effort returns what the participant's hours are worth, by year.
func (p *Participant) Effort() Yearly {
	y := Yearly{}
	for _, h := range p.Contribution.Hours {
		y[h.Year] += h.Value()
	}
	return y
}

// Brings reports whether a participant has said what it brings, in words,
// money or hours. What could not be read may have said it.
func (p *Participant) Brings() bool {
	n := p.Node("contribution")
	if n == nil {
		return !p.Lacks("contribution")
	}
	return len(brokenPaths(n, "", nil)) > 0 || !p.Contribution.Lacks("text") ||
		p.Cash().Total() > 0 || p.Effort().Total() > 0
}
