package document

import (
	"slices"
	"strings"

	"soknad/internal/model"
)

// Variant says for whom a document is made.
type Variant uint8

// The variants.
const (
	Full   Variant = iota // the funder: everything that has a place in a document
	Public                // anybody: no contact details, rates, or sums of single participants (F290–F292)
)

// Variants lists the names of the variants in their order, as the command
// line says them.
func Variants() []string { return []string{"full", "public"} }

// String returns the variant's name.
func (v Variant) String() string { return Variants()[v] }

// An Omission is something that a variant of the document does not say.
type Omission struct {
	// Word is the key of the word that names it.
	Word string
	// Fields are the paths of the fields that it is written in, such as
	// "participants.contact.email".
	Fields []string
	// Counted says that the fields still count in sums that the document
	// shows, so that only the single amounts are left out.
	Counted bool

	variants []Variant
	// only narrows the omission to some of the fields; nil does not.
	only func(model.Field) bool
}

// Has reports whether a field belongs to what is left out.
func (o Omission) Has(f model.Field) bool {
	return slices.Contains(o.Fields, f.Path) && (o.only == nil || o.only(f))
}

// Omissions lists what a variant leaves out. Every other field of the
// description has a place in the templates that come with soknad; a test
// holds it.
func Omissions(v Variant) []Omission {
	return slices.DeleteFunc(omissions(), func(o Omission) bool { return !slices.Contains(o.variants, v) })
}

func omissions() []Omission {
	both, public := []Variant{Full, Public}, []Variant{Public}
	return []Omission{
		{Word: "left-out.ids", variants: both, Fields: []string{
			"value_chain.id", "workshops.id", "inputs.id", "challenges.id", "focus_areas.id", "goals.id", "activities.id",
			"activities.milestones.id", "participants.id", "budget.financing.id", "risks.id", "annexes.id",
		}},
		{Word: "left-out.controls", variants: both, Fields: []string{
			"application.call", "application.submission.sketch", "goals.indicators.direction", "activities.declared_total",
			"budget.declared_total", "budget.vat", "budget.aid_basis", "budget.earlier_aid.year", "budget.earlier_aid.amount", "application.style", "application.hyphenation", "participants.language",
			"goals.answers_as_of", "activities.answers_as_of",
		}},
		{Word: "left-out.declined", variants: both, only: declined, Fields: []string{
			"participants.interest", "participants.value_chain", "participants.employees", "participants.kind", "participants.contribution.text",
		}},
		{Word: "left-out.email", variants: public, Fields: []string{"application.contact.email", "participants.contact.email"}},
		{Word: "left-out.phone", variants: public, Fields: []string{"application.contact.phone", "participants.contact.phone"}},
		{Word: "left-out.bridging", variants: public, Fields: []string{"budget.bridging.amount", "budget.bridging.reason"}},
		{Word: "left-out.cash", variants: public, Counted: true, Fields: []string{
			"participants.contribution.cash.amount", "participants.contribution.cash.year",
		}},
		{Word: "left-out.hours", variants: public, Counted: true, Fields: []string{
			"participants.contribution.hours.hours", "participants.contribution.hours.rate", "participants.contribution.hours.year",
		}},
		{Word: "left-out.basis", variants: public, Counted: true, Fields: []string{
			"activities.costs.participant", "activities.costs.hours", "activities.costs.rate",
			"budget.costs.participant", "budget.costs.hours", "budget.costs.rate",
		}},
		{Word: "left-out.private", variants: public, Counted: true, only: private, Fields: []string{
			"budget.financing.funder", "budget.financing.status", "budget.financing.letter",
			"budget.financing.amounts.amount", "budget.financing.amounts.year",
		}},
	}
}

func declined(f model.Field) bool { return f.Beside("commitment.status") == model.Declined }

func private(f model.Field) bool { return f.Beside("kind") == model.OtherPrivate }

// LeftOut counts the fields of a project that a variant leaves out, in the
// order of Omissions; what was not written is not counted.
func LeftOut(p *model.Project, v Variant) []int {
	all := Omissions(v)
	counts := make([]int, len(all))
	for _, f := range p.Fields() {
		if i := slices.IndexFunc(all, func(o Omission) bool { return o.Has(f) }); i >= 0 {
			counts[i]++
		}
	}
	return counts
}

// leftOut makes the section that lists what a public variant leaves out and
// the full one does not.
func (a *assembler) leftOut() part {
	var b strings.Builder
	b.WriteString(a.view.word("left-out-note") + "\n\n")
	counts := LeftOut(a.input.Project, a.input.Variant)
	for i, o := range Omissions(a.input.Variant) {
		if counts[i] > 0 && !slices.Contains(o.variants, Full) {
			b.WriteString("- " + a.view.word(o.Word) + "\n")
		}
	}
	return part{id: "left-out", title: a.view.word("left-out"), filled: plainly(strings.TrimSpace(b.String()))}
}
