package lsp

import (
	"fmt"
	"strings"
	"time"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// A card is what there is to know of an entity at a glance.
type card struct {
	lang  i18n.Lang
	title string
	facts []string
}

// cardOf makes the card of an entity.
func cardOf(p *model.Project, kind, id string, l i18n.Lang) card {
	c := card{lang: l}
	switch kind {
	case "activity":
		c.activity(p, id)
	case "participant":
		c.participant(p, id)
	case "goal":
		c.goal(p, id)
	case "focus area":
		c.focusArea(p, id)
	case "workshop":
		c.workshop(p, id)
	default:
		c.other(p, kind, id)
	}
	return c
}

// say adds a fact that stands in words.
func (c *card) say(format string, args ...any) {
	c.facts = append(c.facts, i18n.Msg(format, args...).In(c.lang))
}

// label adds a word of the document, such as a participant's kind.
func (c *card) label(key string) {
	if word, ok := i18n.Word(key, c.lang); ok {
		c.facts = append(c.facts, word)
	}
}

// days adds the days from one to another, as far as they are known.
func (c *card) days(from, to time.Time) {
	if from.IsZero() {
		return
	}
	if to.Before(from) {
		to = from
	}
	c.facts = append(c.facts, i18n.DateRange(from, to, c.lang))
}

// kroner adds an amount, if there is any.
func (c *card) kroner(k i18n.Kroner) {
	if k != 0 {
		c.facts = append(c.facts, k.In(c.lang))
	}
}

func (c *card) activity(p *model.Project, id string) {
	a, ok := p.Activity(id)
	if !ok {
		return
	}
	c.title = a.Title
	if lead, ok := p.Participant(a.Lead); ok {
		c.say("led by %s", lead.Called())
	}
	c.days(a.Start, a.End)
	c.kroner(a.CostOf().Total())
}

func (c *card) participant(p *model.Project, id string) {
	q, ok := p.Participant(id)
	if !ok {
		return
	}
	c.title = q.Name
	c.label("kind." + q.Kind)
	if q.IsPartner() {
		c.label("role." + model.Partner)
	} else {
		c.label("role." + q.Role)
	}
	c.label("commitment." + q.Commitment.Status)
	if brings := q.Cash().Total() + q.Effort().Total(); brings != 0 {
		c.say("brings %s", brings)
	}
}

func (c *card) goal(p *model.Project, id string) {
	g, ok := p.Goal(id)
	if !ok {
		return
	}
	c.title = g.Title
	c.label("level." + g.Level)
	if owner, ok := p.Participant(g.Owner); ok {
		c.say("owned by %s", owner.Called())
	}
}

func (c *card) focusArea(p *model.Project, id string) {
	f, ok := p.FocusArea(id)
	if !ok {
		return
	}
	c.title = f.Title
	if f.Priority != 0 {
		c.say("rank %d", f.Priority)
	}
	var cost i18n.Kroner
	for i := range p.Activities {
		if p.Activities[i].FocusArea == id {
			cost += p.Activities[i].CostOf().Total()
		}
	}
	c.kroner(cost)
}

func (c *card) workshop(p *model.Project, id string) {
	w, ok := p.Workshop(id)
	if !ok {
		return
	}
	c.title = w.Title
	c.days(w.Start, w.End)
	if w.Place != "" {
		c.facts = append(c.facts, w.Place)
	}
}

// other makes the card of an entity of which there is little to say.
func (c *card) other(p *model.Project, kind, id string) {
	switch kind {
	case "stage":
		if e, ok := p.Stage(id); ok {
			c.title = e.Title
		}
	case "challenge":
		if e, ok := p.Challenge(id); ok {
			c.title = firstLine(e.Text)
		}
	case "input":
		if e, ok := find(p.Inputs, func(e model.Input) bool { return e.ID == id }); ok {
			c.title = firstLine(e.Text)
		}
	case "source of financing":
		if e, ok := find(p.Budget.Financing, func(e model.Source) bool { return e.ID == id }); ok {
			c.title = e.Funder
			c.label("status." + e.Status)
			c.kroner(e.Yearly().Total())
		}
	case "risk":
		if e, ok := find(p.Risks, func(e model.Risk) bool { return e.ID == id }); ok {
			c.title = e.Title
		}
	case "annex":
		if e, ok := find(p.Annexes, func(e model.Annex) bool { return e.ID == id }); ok {
			c.title = e.Title
			c.label("annex." + e.Kind)
		}
	}
}

// find returns the first entity that is the one.
func find[E any](all []E, is func(E) bool) (E, bool) {
	for _, e := range all {
		if is(e) {
			return e, true
		}
	}
	var none E
	return none, false
}

// firstLine returns the first line of a text.
func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}

// markdown writes the card below a heading that says what it is of.
func (c *card) markdown(kind, id string) string {
	head := fmt.Sprintf("%s `%s`", i18n.Msg(kind).In(c.lang), id)
	if c.title != "" {
		head = fmt.Sprintf("**%s**  \n%s", escaped(c.title), head)
	}
	if len(c.facts) == 0 {
		return head
	}
	return head + "\n\n" + escaped(strings.Join(c.facts, " · "))
}

// line writes the facts in a line that goes on after what the card is of.
func (c *card) line() string {
	if len(c.facts) == 0 {
		return ""
	}
	return ": " + strings.Join(c.facts, " · ")
}

// escaped writes a text so that Markdown shows it as it is.
func escaped(text string) string {
	var out strings.Builder
	for _, r := range text {
		if strings.ContainsRune("\\`*_[]<>#&!|~", r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}
