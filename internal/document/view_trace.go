package document

import (
	"fmt"
	"slices"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// trace says what the flow from inputs to activities shows. Without inputs it
// says nothing.
func (v *view) trace() []fields {
	all := []fields{}
	if len(v.project.Inputs) == 0 {
		return all
	}
	sources := v.sources()
	for _, o := range v.origins() {
		aims := []fields{}
		for _, m := range o.aims {
			aims = append(aims, fields{"title": escape(v.aimTitle(m)), "activities": v.servedBy(m)})
		}
		all = append(all, fields{
			"title": escape(o.title), "inputs": v.cameFrom(o), "from": v.fromWhere(sources, o.inputs), "goals": aims,
		})
	}
	return all
}

// cameFrom says how many inputs an origin had; of what can have none it says
// nothing when there are none.
func (v *view) cameFrom(o origin) string {
	if !o.chosen && len(o.inputs) == 0 {
		return ""
	}
	return v.inputsOf(len(o.inputs))
}

func (v *view) aimTitle(m aim) string {
	if m.goal == nil {
		return v.word("no-goal")
	}
	return m.goal.Title
}

// servedBy lists the activities that serve a goal, those too that stand with
// another.
func (v *view) servedBy(m aim) string {
	var numbers []string
	for _, a := range v.shown() {
		if slices.Contains(m.activities, a) || m.goal != nil && slices.Contains(a.Goals, m.goal.ID) {
			numbers = append(numbers, v.numberOf(a.ID))
		}
	}
	return strings.Join(numbers, ", ")
}

// inputsOf says a number of inputs.
func (v *view) inputsOf(n int) string {
	if n == 1 {
		return v.word("one-input")
	}
	return fmt.Sprintf(v.word("so-many-inputs"), i18n.Number(int64(n), v.lang))
}

// fromWhere says how many of some inputs came from each source.
func (v *view) fromWhere(sources []inputSource, inputs []*model.Input) string {
	var parts []string
	for _, s := range sources {
		if n := s.among(inputs); n > 0 {
			parts = append(parts, escape(s.title)+": "+i18n.Number(int64(n), v.lang))
		}
	}
	return strings.Join(parts, "; ")
}

// An inputSource is a workshop, or what is outside of all of them.
type inputSource struct {
	title  string
	inputs map[*model.Input]bool
}

// sources are the workshops that inputs came from, and what is outside of
// them.
func (v *view) sources() []inputSource {
	all := []inputSource{}
	of := map[string]int{}
	for _, w := range v.project.Workshops {
		of[w.ID] = len(all)
		all = append(all, inputSource{title: w.Title, inputs: map[*model.Input]bool{}})
	}
	outside := len(all)
	all = append(all, inputSource{title: v.word("outside-workshops"), inputs: map[*model.Input]bool{}})
	for i := range v.project.Inputs {
		in := &v.project.Inputs[i]
		at, ok := of[in.Workshop]
		if !ok {
			at = outside
		}
		all[at].inputs[in] = true
	}
	return slices.DeleteFunc(all, func(s inputSource) bool { return len(s.inputs) == 0 })
}

// among counts the inputs of a source that are among some.
func (s inputSource) among(inputs []*model.Input) int {
	n := 0
	for _, in := range inputs {
		if s.inputs[in] {
			n++
		}
	}
	return n
}
