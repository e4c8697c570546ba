package compare

import (
	"cmp"
	"strings"

	"soknad/internal/model"
)

func participantKind(b both) kind[model.Participant] {
	return kind[model.Participant]{
		id:    func(q *model.Participant) string { return q.ID },
		title: (*model.Participant).Called,
		fields: func(o, n *model.Participant) fields {
			var f fields
			f.text(word("name"), o.Name, n.Name)
			f.value(word("kind"), "", choiceOf("kind", o.Kind), choiceOf("kind", n.Kind))
			f.value(word("role"), "", roleOf(o), roleOf(n))
			f.value(word("commitment"), "", choiceOf("commitment", o.Commitment.Status), choiceOf("commitment", n.Commitment.Status))
			f.text(word("interest"), o.Interest, n.Interest)
			f.text(word("contribution"), o.Contribution.Text, n.Contribution.Text)
			f.value(word("cash"), "", kroner(o.Cash().Total()), kroner(n.Cash().Total()))
			f.value(word("own effort"), "", kroner(o.Effort().Total()), kroner(n.Effort().Total()))
			f.numbers(word("priority"), b, focusAreaCalled, o.Priorities, n.Priorities)
			return f
		},
	}
}

func roleOf(q *model.Participant) Value {
	return choiceOf("role", cmp.Or(q.Role, model.Partner))
}

func inputTitle(in *model.Input) string { return firstLine(in.Text) }

func inputKind(b both) kind[model.Input] {
	return kind[model.Input]{
		id:    func(in *model.Input) string { return in.ID },
		title: inputTitle,
		fields: func(o, n *model.Input) fields {
			var f fields
			f.text(word("text"), o.Text, n.Text)
			f.value(word("decision"), "", outcomeOf(o.Decision), outcomeOf(n.Decision))
			f.ref(word("focus area"), b, focusAreaCalled, o.Decision.FocusArea, n.Decision.FocusArea)
			f.ref(word("merged into"), b, inputCalled, o.Decision.Into, n.Decision.Into)
			f.text(word("reason"), o.Decision.Reason, n.Decision.Reason)
			return f
		},
	}
}

func challengeTitle(c *model.Challenge) string { return firstLine(c.Text) }

func challengeKind() kind[model.Challenge] {
	return kind[model.Challenge]{
		id:    func(c *model.Challenge) string { return c.ID },
		title: challengeTitle,
		fields: func(o, n *model.Challenge) fields {
			var f fields
			f.text(word("text"), o.Text, n.Text)
			return f
		},
	}
}

func focusAreaTitle(a *model.FocusArea) string { return a.Title }

func focusAreaKind() kind[model.FocusArea] {
	return kind[model.FocusArea]{
		id:    func(a *model.FocusArea) string { return a.ID },
		title: focusAreaTitle,
		fields: func(o, n *model.FocusArea) fields {
			var f fields
			f.value(word("rank"), "", rankOf(o), rankOf(n))
			f.text(word("title"), o.Title, n.Title)
			f.text(word("reason"), o.Reason, n.Reason)
			f.value(word("strategic area"), "", textOf(o.StrategicArea), textOf(n.StrategicArea))
			return f
		},
	}
}

func rankOf(a *model.FocusArea) Value {
	if a.Priority == 0 {
		return nil
	}
	return number(a.Priority)
}

func goalTitle(g *model.Goal) string { return g.Title }

func goalKind(b both) kind[model.Goal] {
	return kind[model.Goal]{
		id:    func(g *model.Goal) string { return g.ID },
		title: goalTitle,
		fields: func(o, n *model.Goal) fields {
			var f fields
			f.text(word("title"), o.Title, n.Title)
			f.text(word("description"), o.Description, n.Description)
			f.value(word("level"), "", choiceOf("level", o.Level), choiceOf("level", n.Level))
			f.ref(word("parent"), b, goalCalled, o.Parent, n.Parent)
			f.ref(word("owner"), b, participantCalled, o.Owner, n.Owner)
			f.refs(word("focus area"), b, focusAreaCalled, o.FocusAreas, n.FocusAreas)
			f.indicators(o.Indicators, n.Indicators)
			return f
		},
	}
}

func indicatorName(i *model.Indicator) string { return i.Name }

// indicators compares the indicators of a goal, by their names.
func (f *fields) indicators(old, current []model.Indicator) {
	before, left := pairs(old, current, indicatorName)
	for i := range current {
		n, o := &current[i], before[i]
		if o == nil {
			f.value(word("indicator"), "", nil, textOf(n.Name))
			continue
		}
		f.value(word("unit"), n.Name, textOf(o.Unit), textOf(n.Unit))
		f.value(word("baseline"), n.Name, measured(o, "baseline", o.Baseline.Value), measured(n, "baseline", n.Baseline.Value))
		f.value(word("target"), n.Name, measured(o, "target", o.Target.Value), measured(n, "target", n.Target.Value))
		f.day(word("target day"), n.Name, o.Target.Date, n.Target.Date)
	}
	for _, o := range left {
		f.value(word("indicator"), "", textOf(o.Name), nil)
	}
}

func measured(i *model.Indicator, field string, value float64) Value {
	if i.Lacks(field) {
		return nil
	}
	return number(value)
}

func activityTitle(a *model.Activity) string { return a.Title }

func activityKind(b both) kind[model.Activity] {
	return kind[model.Activity]{
		id:    func(a *model.Activity) string { return a.ID },
		title: activityTitle,
		fields: func(o, n *model.Activity) fields {
			var f fields
			f.text(word("title"), o.Title, n.Title)
			f.text(word("description"), o.Description, n.Description)
			f.day(word("start"), "", o.Start, n.Start)
			f.day(word("end"), "", o.End, n.End)
			f.ref(word("lead"), b, participantCalled, o.Lead, n.Lead)
			f.refs(word("takes part"), b, participantCalled, partsOf(o), partsOf(n))
			f.ref(word("focus area"), b, focusAreaCalled, o.FocusArea, n.FocusArea)
			f.refs(word("goal"), b, goalCalled, o.Goals, n.Goals)
			f.refs(word("challenge"), b, challengeCalled, o.Answers, n.Answers)
			f.refs(word("depends on"), b, activityCalled, o.DependsOn, n.DependsOn)
			f.dates(word("milestone"), milestonesOf(o), milestonesOf(n))
			f.dates(word("deliverable"), deliverablesOf(o), deliverablesOf(n))
			return f
		},
	}
}

func partsOf(a *model.Activity) []string {
	var ids []string
	for _, part := range a.Participants {
		ids = append(ids, part.ID)
	}
	return ids
}

// firstLine returns the first line of a text.
func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}
