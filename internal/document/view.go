package document

import (
	"cmp"
	"strings"
	"time"

	"soknad/internal/call"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

// fields is what a template sees: plain maps, lists, words and numbers, all
// ready for Markdown, and no methods to call. Keys are those of the
// description where they stand for the same thing.
type fields = map[string]any

// A view turns a project into what templates see, in one language.
type view struct {
	project *model.Project
	call    *call.Call
	lang    i18n.Lang
	variant Variant
	years   []int                     // of costs and financing
	behind  map[string][]*model.Input // the inputs behind each focus area
	groups  []group
	numbers map[string]int // activities by id, numbered from 1 as they are shown
}

func newView(in Input, l i18n.Lang) *view {
	v := &view{project: in.Project, call: in.Call, lang: l, variant: in.Variant, years: in.Project.Years(), behind: in.Project.InputsByFocusArea(), numbers: map[string]int{}}
	v.groups = v.grouped()
	for _, g := range v.groups {
		for _, a := range g.activities {
			v.numbers[a.ID] = len(v.numbers) + 1
		}
	}
	return v
}

// title is what the document is called. A draft may have none yet, and PDF/UA
// asks for one.
func (v *view) title() string {
	return cmp.Or(strings.TrimSpace(v.project.Application.Title), v.word("untitled"))
}

// fields returns everything that a section's template may use, apart from the
// section itself.
func (v *view) fields() fields {
	a := &v.project.Application
	return fields{
		"title":            escape(v.title()),
		"acronym":          escape(a.Acronym),
		"summary":          a.Summary,
		"sample":           a.Sample,
		"public":           v.variant == Public,
		"vision":           v.project.Vision,
		"call":             v.aboutCall(),
		"applicant":        v.applicant(),
		"period":           v.period(),
		"submitted":        v.longDate(a.Submission.Planned),
		"workshops":        v.workshops(),
		"inputs":           v.inputs(),
		"challenges":       v.challenges(),
		"focus_areas":      v.focusAreas(),
		"trace":            v.trace(),
		"goals":            v.goals(),
		"indicators":       v.indicators(),
		"groups":           v.activityGroups(),
		"participants":     v.participants(),
		"partners":         v.list(v.project.Partners()),
		"supporters":       v.list(v.project.Supporters()),
		"own_cash":         v.ownCash(),
		"own_effort":       v.ownEffort(),
		"own_cash_total":   v.row(v.word("total"), v.project.OwnCash()),
		"own_effort_total": v.amount(v.project.OwnEffort().Total()),
		"kinds":            v.kinds(),
		"stages":           v.stages(),
		"interests":        v.interests(),
		"ranking":          v.ranking(),
		"organisation":     v.organisation(),
		"risks":            v.risks(),
		"years":            v.years,
		"budget":           v.budget(),
		"financing":        v.financing(),
		"costs":            v.costLines(),
		"who_pays":         v.whoPays(),
		"criteria":         v.criteria(),
		"annexes":          v.annexes(),
		"chain":            v.chain(),
	}
}

func (v *view) aboutCall() fields {
	about := &v.call.About
	return fields{
		"programme": escape(about.Programme),
		"title":     escape(about.Title.In(v.lang)),
		"document":  escape(about.Document.In(v.lang)),
		"funder":    escape(about.Funder),
		"year":      about.Year,
	}
}

func (v *view) applicant() fields {
	a := &v.project.Application
	f := fields{"name": "", "org_number": "", "contact": v.contact(a.Contact)}
	if q, ok := v.project.Participant(a.ContractPartner); ok {
		f["name"] = escape(q.Name)
		f["org_number"] = i18n.OrgNumber(q.OrgNumber)
	}
	return f
}

func (v *view) contact(c model.Contact) fields {
	f := fields{"name": escape(c.Name), "email": escape(c.Email), "phone": noBreak(escape(c.Phone))}
	if v.variant == Public {
		f["email"], f["phone"] = "", ""
	}
	return f
}

func (v *view) period() fields {
	p := v.project.Application.Period
	return fields{"dates": v.dates(p.Start, p.End()), "months": p.Months}
}

func (v *view) workshops() []fields {
	all := []fields{}
	for i := range v.project.Workshops {
		w := &v.project.Workshops[i]
		end := w.End
		if end.IsZero() {
			end = w.Start
		}
		all = append(all, fields{
			"title": escape(w.Title), "dates": v.dates(w.Start, end), "place": escape(w.Place),
			"attendance": v.optional(w.Attendance), "inputs": v.inputsFrom(w.ID),
		})
	}
	return all
}

func (v *view) inputsFrom(workshop string) int {
	n := 0
	for _, in := range v.project.Inputs {
		if in.Workshop == workshop {
			n++
		}
	}
	return n
}

// optional says a number that may be absent.
func (v *view) optional(n *int) string {
	if n == nil {
		return ""
	}
	return i18n.Number(int64(*n), v.lang)
}

// word says a word of the document; the key is known to exist.
func (v *view) word(key string) string {
	w, _ := i18n.Word(key, v.lang)
	return w
}

// enum says a value of an enumeration, "" when there is none.
func (v *view) enum(kind, value string) string {
	if value == "" {
		return ""
	}
	return v.word(kind + "." + value)
}

// dates says a period, or "" when its ends are not both known.
func (v *view) dates(from, to time.Time) string {
	if from.IsZero() || to.IsZero() {
		return ""
	}
	return i18n.DateRange(from, to, v.lang)
}

func (v *view) longDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return i18n.LongDate(t, v.lang)
}

func (v *view) shortDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return i18n.ShortDate(t, v.lang)
}

func (v *view) amount(k i18n.Kroner) string { return i18n.Number(int64(k), v.lang) }
