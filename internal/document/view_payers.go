package document

import "soknad/internal/model"

// A payer is someone who pays, apart from the participants, as the document
// shows it.
type payer struct {
	name         string // plain text
	kind, status string // kind is "" where the name says it
	amounts      model.Yearly
}

// payers lists who pays. A public document takes all private ones together,
// since what a single company gives is its own matter.
func (v *view) payers() []payer {
	var all []payer
	hidden := model.Yearly{}
	for i := range v.project.Budget.Financing {
		s := &v.project.Budget.Financing[i]
		if v.hides(s) {
			hidden.Add(s.Yearly())
			continue
		}
		all = append(all, payer{
			name: s.Funder, kind: " (" + v.enum("financing", s.Kind) + ")", status: v.enum("status", s.Status), amounts: s.Yearly(),
		})
	}
	if len(hidden) > 0 {
		all = append(all, payer{name: v.word("other-private-sources"), amounts: hidden})
	}
	return all
}

// hides reports whether a source is not named in this variant.
func (v *view) hides(s *model.Source) bool {
	return v.variant == Public && s.Kind == model.OtherPrivate
}
