package model

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"soknad/internal/syntax"
)

// An Answer is something that was said and that a goal or an activity
// answers: a focus area, a challenge, or an input behind a focus area.
type Answer struct {
	// Kind is as Entity.Kind.
	Kind, ID string
	// Fingerprint is another when what was said is another, and only then:
	// line breaks and indentation, quotes and the order of the files do not
	// count.
	Fingerprint string
	At          syntax.Origin
}

// An Answering is a goal or an activity with what it answers.
type Answering struct {
	syntax.Origin
	// Kind is as Entity.Kind.
	Kind, ID string
	// Record holds the fingerprints of what it answers, by id, as they were
	// when somebody last looked; nil when nobody keeps one.
	Record map[string]string
	// Answers are the focus areas, the challenges, and then the inputs.
	Answers []Answer
	// anchor is the field that says what is answered.
	anchor string
}

// recordKey is the field of a goal or an activity that holds its record.
const recordKey = "answers_as_of"

// Answering lists the goals and the activities that answer something.
func (p *Project) Answering() []Answering {
	return p.answering(func(syntax.Origin) bool { return true })
}

// Recorded lists those of Answering on which somebody keeps a record. What the
// others answer is not looked for, which can be much: every input behind their
// focus areas.
func (p *Project) Recorded() []Answering {
	return p.answering(func(o syntax.Origin) bool { return o.Node(recordKey) != nil })
}

// answering lists what answers something, of the goals and activities that are
// asked for.
func (p *Project) answering(asked func(syntax.Origin) bool) []Answering {
	var all []Answering
	said := p.saidByFocusAreas()
	for i := range p.Goals {
		g := &p.Goals[i]
		if !asked(g.Origin) {
			continue
		}
		all = append(all, Answering{Origin: g.Origin, Kind: "goal", ID: g.ID, Record: g.AnswersAsOf, Answers: p.answers(said, g.FocusAreas, nil), anchor: "focus_areas"})
	}
	for i := range p.Activities {
		a := &p.Activities[i]
		if !asked(a.Origin) {
			continue
		}
		answering := Answering{Origin: a.Origin, Kind: "activity", ID: a.ID, Record: a.AnswersAsOf, Answers: p.answers(said, []string{a.FocusArea}, a.Answers), anchor: "focus_area"}
		if len(a.Answers) > 0 {
			answering.anchor = "answers"
		}
		all = append(all, answering)
	}
	return slices.DeleteFunc(all, func(a Answering) bool { return a.ID == "" || len(a.Answers) == 0 })
}

// said is what a focus area says, and the inputs behind it.
type said struct {
	itself Answer
	behind []Answer
}

// saidByFocusAreas tells for each focus area what it says.
func (p *Project) saidByFocusAreas() map[string]said {
	all := map[string]said{}
	inputs := p.InputsByFocusArea()
	for i := range p.FocusAreas {
		f := &p.FocusAreas[i]
		if _, told := all[f.ID]; told {
			continue // The first is the one that is meant.
		}
		var s said
		texts := []string{f.Title, f.Reason}
		for _, in := range inputs[f.ID] {
			if in.ID == "" {
				continue
			}
			texts = append(texts, in.ID)
			s.behind = append(s.behind, Answer{Kind: "input", ID: in.ID, Fingerprint: fingerprint(in.Text), At: in.Origin})
		}
		s.itself = Answer{Kind: "focus area", ID: f.ID, Fingerprint: fingerprint(texts...), At: f.Origin}
		all[f.ID] = s
	}
	return all
}

// answers lists what focus areas and challenges say, each once, and the
// inputs behind the focus areas.
func (p *Project) answers(by map[string]said, focusAreas, challenges []string) []Answer {
	var direct, behind []Answer
	for _, id := range focusAreas {
		if s, ok := by[id]; ok && id != "" {
			direct, behind = append(direct, s.itself), append(behind, s.behind...)
		}
	}
	for _, id := range challenges {
		if c, ok := p.Challenge(id); ok {
			direct = append(direct, Answer{Kind: "challenge", ID: id, Fingerprint: fingerprint(c.Text), At: c.Origin})
		}
	}
	return onePerID(append(direct, behind...))
}

// onePerID joins the answers that have the same id, which things of different
// kinds may have.
func onePerID(answers []Answer) []Answer {
	var all []Answer
	at := make(map[string]int, len(answers))
	for _, a := range answers {
		i, known := at[a.ID]
		switch {
		case !known:
			at[a.ID] = len(all)
			all = append(all, a)
		case all[i].Kind != a.Kind:
			all[i].Fingerprint = fingerprint(all[i].Fingerprint, a.Fingerprint)
		}
	}
	return all
}

// InputsByFocusArea lists the inputs that went into each focus area, those
// merged into one of them included, in the order of their ids.
func (p *Project) InputsByFocusArea() map[string][]*Input {
	all := map[string][]*Input{}
	for i := range p.Inputs {
		into := p.WentInto(&p.Inputs[i])
		all[into] = append(all[into], &p.Inputs[i])
	}
	for _, inputs := range all {
		slices.SortStableFunc(inputs, func(a, b *Input) int { return cmp.Compare(a.ID, b.ID) })
	}
	return all
}

// WentInto returns the focus area that an input, or the one it was merged
// into, was used for; "" when it was used for none.
func (p *Project) WentInto(in *Input) string {
	for range p.Inputs { // Inputs that are merged in a circle lead nowhere.
		switch in.Decision.Status {
		case Used:
			return in.Decision.FocusArea
		case Merged:
			into, ok := p.Input(in.Decision.Into)
			if !ok {
				return ""
			}
			in = into
		default:
			return ""
		}
	}
	return ""
}

// fingerprintBytes is how much of a hash a fingerprint keeps: a change goes
// unnoticed once in four thousand million.
const fingerprintBytes = 4

// fingerprint returns a short hash of texts, white space aside.
func fingerprint(texts ...string) string {
	h := sha256.New()
	for _, text := range texts {
		h.Write([]byte(strings.Join(strings.Fields(text), " ")))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:fingerprintBytes])
}
