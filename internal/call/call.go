// Package call says what a programme asks for in one call, read from data.
//
// A call is source too: it is parsed like the application, so that a finding
// can point at the applicant's line and at the call's. Every value names its
// source and how surely it is known; what is not known is absent, and a rule
// that would need it stays silent.
package call

import (
	"slices"
	"strings"
	"time"

	"soknad/internal/i18n"
	"soknad/internal/syntax"
)

// How well a call is known.
const (
	Official      = "official"
	Partial       = "partial"
	Reconstructed = "reconstructed"
)

// A Call is what a programme asks for.
type Call struct {
	syntax.Origin
	About          About       `key:"call"`
	Sources        []Source    `key:"sources"`
	Intake         Answer      `key:"intake"`
	Steps          []Step      `key:"steps"`
	Decision       Dated       `key:"decision"`
	Duration       Duration    `key:"duration"`
	Sections       []Section   `key:"sections"`
	StrategicAreas []Named     `key:"strategic_areas"`
	Criteria       []Criterion `key:"criteria"`
	CostCategories []Named     `key:"cost_categories"`
	Financing      Financing   `key:"financing"`
	Scope          Scope       `key:"scope"`
	Counties       Counties    `key:"counties"`
	Consortium     Consortium  `key:"consortium"`
	Annexes        []Annex     `key:"annexes"`
	// Words are sentences that the templates say, by key.
	Words map[string]i18n.Text `key:"words"`

	root *syntax.Node
}

// About says which call it is.
type About struct {
	syntax.Origin
	ID        string    `key:"id"`
	Programme string    `key:"programme"`
	Title     i18n.Text `key:"title"`
	Document  i18n.Text `key:"document"`
	Year      int       `key:"year"`
	Funder    string    `key:"funder"`
	Status    string    `key:"status"`
	Note      i18n.Text `key:"note"`
}

// A Source is where values of the call come from.
type Source struct {
	syntax.Origin
	ID    string `key:"id"`
	Title string `key:"title"`
	URL   string `key:"url"`
}

// Provenance says where a value comes from and how surely it is known.
type Provenance struct {
	Source     string `key:"source"`
	Confidence string `key:"confidence"`
	Note       string `key:"note"`
}

// A Number is a limit of the call; Value is nil when it is not known.
type Number struct {
	syntax.Origin
	Provenance
	Value *float64 `key:"value"`
}

// Known returns the number and whether it is known.
func (n Number) Known() (float64, bool) {
	if n.Value == nil {
		return 0, false
	}
	return *n.Value, true
}

// An Answer is a yes or no; Value is nil when it is not known.
type Answer struct {
	syntax.Origin
	Provenance
	Value *bool `key:"value"`
}

// Dated is a day; Value is zero when it is not known.
type Dated struct {
	syntax.Origin
	Provenance
	Value time.Time `key:"value"`
}

// A Deadline is the last day, and the clock time in Norway by which the
// application must have been received (F200); either may be unknown.
type Deadline struct {
	syntax.Origin
	Provenance
	Value time.Time `key:"value"`
	Time  string    `key:"time"`
}

// The steps of a call.
const (
	Sketch      = "sketch"
	Application = "application"
)

// A Step is something that is handed in.
type Step struct {
	syntax.Origin
	ID       string    `key:"id"`
	Title    i18n.Text `key:"title"`
	Required bool      `key:"required"`
	Deadline Deadline  `key:"deadline"`
}

// Duration says how long a project may last.
type Duration struct {
	syntax.Origin
	MonthsMax          Number `key:"months_max"`
	ExtensionMonthsMax Number `key:"extension_months_max"`
	SupportYearsMax    Number `key:"support_years_max"`
}

// The ways a section can want text of the applicant's own.
const (
	ProseRequired = "required"
	ProseOptional = "optional"
	ProseNone     = "none"
)

// A Section is one section of the document.
type Section struct {
	syntax.Origin
	Provenance
	ID       string    `key:"id"`
	Title    i18n.Text `key:"title"`
	Required bool      `key:"required"`
	Expected bool      `key:"expected"`
	Prose    string    `key:"prose"`
	Data     []string  `key:"data"`
	Limit    Limit     `key:"limit"`
	Template string    `key:"template"`
	Guidance i18n.Text `key:"guidance"`
	Appendix bool      `key:"appendix"`
}

// TemplateName returns the name of the section's template: its own, or else
// its id.
func (s *Section) TemplateName() string {
	if s.Template != "" {
		return s.Template
	}
	return s.ID
}

// A Limit says how long a section may be; nil is not known.
type Limit struct {
	syntax.Origin
	Characters *int `key:"characters"` // spaces included
	Pages      *int `key:"pages"`      // A4
}

// Named is something that the call names: a strategic area or a cost
// category.
type Named struct {
	syntax.Origin
	Provenance
	ID    string    `key:"id"`
	Title i18n.Text `key:"title"`
}

// A Criterion is one thing the application is judged by.
type Criterion struct {
	syntax.Origin
	Provenance
	ID       string    `key:"id"`
	Title    i18n.Text `key:"title"`
	Question i18n.Text `key:"question"`
	Weight   *float64  `key:"weight"` // per cent
}

// Financing holds the rules about money: shares in per cent, rates in kroner
// an hour, amounts in kroner or euro as the names say.
type Financing struct {
	syntax.Origin
	PublicShareMax           Number `key:"public_share_max"`
	OwnShareMin              Number `key:"own_share_min"`
	OwnCashMin               Number `key:"own_cash_min"`
	HourlyRateMax            Number `key:"hourly_rate_max"`
	HourlyRateDocumentedMax  Number `key:"hourly_rate_documented_max"`
	HourlyRateSoleProprietor Number `key:"hourly_rate_sole_proprietor"`
	SalarySharePerMille      Number `key:"salary_share_per_mille"`
	HoursPerYearMax          Number `key:"hours_per_year_max"`
	GrantPerYearMin          Number `key:"grant_per_year_min"`
	GrantPerYearMax          Number `key:"grant_per_year_max"`
	NotificationEUR          Number `key:"notification_eur"`
	DeMinimisEUR             Number `key:"de_minimis_eur"`
	Payout                   Payout `key:"payout"`
	NOKPerEUR                Rate   `key:"nok_per_eur"`
}

// A Payout says when a grant is paid out: shares of it in per cent (F161).
// What is neither paid in advance nor on the way is held back to the end.
type Payout struct {
	syntax.Origin
	Advance Number `key:"advance"`
	Interim Number `key:"interim"`
	// InterimAt is the share of the costs that must have been paid before the
	// interim payment, in per cent.
	InterimAt Number `key:"interim_at"`
}

// A Rate is a rate of exchange on a day.
type Rate struct {
	Number
	Date time.Time `key:"date"`
}

// Scope says how much a project should take on.
type Scope struct {
	syntax.Origin
	FocusAreasMax Number `key:"focus_areas_max"`
	SubGoalsMax   Number `key:"sub_goals_max"`
}

// Counties are the county numbers of the call's year, the first two digits of
// a municipality number (F255, F259); Value is nil when they are not known.
type Counties struct {
	syntax.Origin
	Provenance
	Value []string `key:"value"`
}

// Consortium says who must take part.
type Consortium struct {
	syntax.Origin
	LeadShareMax Number       `key:"lead_share_max"`
	SignedMin    Number       `key:"signed_min"`
	ActorClasses []ActorClass `key:"actor_classes"`
}

// An ActorClass is a class of actors that must be among the partners.
type ActorClass struct {
	syntax.Origin
	Provenance
	ID         string    `key:"id"`
	Title      i18n.Text `key:"title"`
	Kinds      []string  `key:"kinds"`
	Supporters bool      `key:"supporters"`
}

// An Annex is a document that is to be sent; Required is nil when that is not
// known.
type Annex struct {
	syntax.Origin
	Provenance
	Kind     string `key:"kind"`
	Required *bool  `key:"required"`
}

// Decode makes a call of a pack's tree.
func Decode(root *syntax.Node) *Call {
	c := &Call{root: root}
	syntax.Decode(root, c)
	return c
}

// Section returns the section with an id, and whether there is one.
func (c *Call) Section(id string) (*Section, bool) {
	for i := range c.Sections {
		if c.Sections[i].ID == id {
			return &c.Sections[i], true
		}
	}
	return nil, false
}

// Home returns the id of the section that a part of the description, by its key,
// is most at home in: the one that bears its name, or else the first that is
// made from it; "" when none is.
func (c *Call) Home(part string) string {
	id := ""
	for i := range c.Sections {
		s := &c.Sections[i]
		if !slices.Contains(s.Data, part) {
			continue
		}
		if s.ID == strings.ReplaceAll(part, "_", "-") {
			return s.ID
		}
		if id == "" {
			id = s.ID
		}
	}
	return id
}

// Step returns the step with an id, and whether there is one.
func (c *Call) Step(id string) (*Step, bool) {
	for i := range c.Steps {
		if c.Steps[i].ID == id {
			return &c.Steps[i], true
		}
	}
	return nil, false
}

// LimitsPages reports whether the call says how many pages a section may take.
func (c *Call) LimitsPages() bool {
	return slices.ContainsFunc(c.Sections, func(s Section) bool { return s.Limit.Pages != nil })
}

// Cite says in words where a value comes from: the source's id and title.
func (c *Call) Cite(p Provenance) string {
	for _, s := range c.Sources {
		if s.ID == p.Source {
			return s.ID + ": " + s.Title
		}
	}
	return p.Source
}
