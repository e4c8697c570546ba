package compare

import (
	"cmp"
	"strings"

	"soknad/internal/model"
)

func participantKind() kind[model.Participant] {
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
			f.numbers(word("priority"), o.Priorities, n.Priorities)
			return f
		},
	}
}

func roleOf(q *model.Participant) Value {
	return choiceOf("role", cmp.Or(q.Role, model.Partner))
}

func inputKind() kind[model.Input] {
	return kind[model.Input]{
		id:    func(in *model.Input) string { return in.ID },
		title: func(in *model.Input) string { return firstLine(in.Text) },
		fields: func(o, n *model.Input) fields {
			var f fields
			f.text(word("text"), o.Text, n.Text)
			f.value(word("decision"), "", outcomeOf(o.Decision), outcomeOf(n.Decision))
			f.value(word("focus area"), "", textOf(o.Decision.FocusArea), textOf(n.Decision.FocusArea))
			f.value(word("merged into"), "", textOf(o.Decision.Into), textOf(n.Decision.Into))
			f.text(word("reason"), o.Decision.Reason, n.Decision.Reason)
			return f
		},
	}
}

func challengeKind() kind[model.Challenge] {
	return kind[model.Challenge]{
		id:    func(c *model.Challenge) string { return c.ID },
		title: func(c *model.Challenge) string { return firstLine(c.Text) },
		fields: func(o, n *model.Challenge) fields {
			var f fields
			f.text(word("text"), o.Text, n.Text)
			return f
		},
	}
}

func focusAreaKind() kind[model.FocusArea] {
	return kind[model.FocusArea]{
		id:    func(a *model.FocusArea) string { return a.ID },
		title: func(a *model.FocusArea) string { return a.Title },
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

func goalKind() kind[model.Goal] {
	return kind[model.Goal]{
		id:    func(g *model.Goal) string { return g.ID },
		title: func(g *model.Goal) string { return g.Title },
		fields: func(o, n *model.Goal) fields {
			var f fields
			f.text(word("title"), o.Title, n.Title)
			f.text(word("description"), o.Description, n.Description)
			f.value(word("level"), "", choiceOf("level", o.Level), choiceOf("level", n.Level))
			f.value(word("parent"), "", textOf(o.Parent), textOf(n.Parent))
			f.value(word("owner"), "", textOf(o.Owner), textOf(n.Owner))
			f.list(word("focus area"), o.FocusAreas, n.FocusAreas)
			f.indicators(o.Indicators, n.Indicators)
			return f
		},
	}
}

func indicatorName(i *model.Indicator) string { return i.Name }

// indicators compares the indicators of a goal, by their names.
func (f *fields) indicators(old, current []model.Indicator) {
	for i := range current {
		n := &current[i]
		o := withID(old, n.Name, indicatorName)
		if o == nil {
			f.value(word("indicator"), "", nil, textOf(n.Name))
			continue
		}
		f.value(word("unit"), n.Name, textOf(o.Unit), textOf(n.Unit))
		f.value(word("baseline"), n.Name, measured(o, "baseline", o.Baseline.Value), measured(n, "baseline", n.Baseline.Value))
		f.value(word("target"), n.Name, measured(o, "target", o.Target.Value), measured(n, "target", n.Target.Value))
		f.day(word("target day"), n.Name, o.Target.Date, n.Target.Date)
	}
	for i := range old {
		if withID(current, old[i].Name, indicatorName) == nil {
			f.value(word("indicator"), "", textOf(old[i].Name), nil)
		}
	}
}

func measured(i *model.Indicator, field string, value float64) Value {
	if i.Lacks(field) {
		return nil
	}
	return number(value)
}

func activityKind() kind[model.Activity] {
	return kind[model.Activity]{
		id:    func(a *model.Activity) string { return a.ID },
		title: func(a *model.Activity) string { return a.Title },
		fields: func(o, n *model.Activity) fields {
			var f fields
			f.text(word("title"), o.Title, n.Title)
			f.text(word("description"), o.Description, n.Description)
			f.day(word("start"), "", o.Start, n.Start)
			f.day(word("end"), "", o.End, n.End)
			f.value(word("lead"), "", textOf(o.Lead), textOf(n.Lead))
			f.list(word("takes part"), partsOf(o), partsOf(n))
			f.value(word("focus area"), "", textOf(o.FocusArea), textOf(n.FocusArea))
			f.list(word("goal"), o.Goals, n.Goals)
			f.list(word("challenge"), o.Answers, n.Answers)
			f.list(word("depends on"), o.DependsOn, n.DependsOn)
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
