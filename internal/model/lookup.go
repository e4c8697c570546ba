package model

import "sync"

// An index finds the entities of one kind by their ids. It is made when it is
// first asked, and the entities may not change from then on.
type index struct {
	once sync.Once
	at   map[string]int // the first entity with each id
}

// find returns the first entity with an id, and whether there is one.
func find[T any](x *index, all []T, id string, idOf func(*T) string) (*T, bool) {
	x.once.Do(func() {
		x.at = make(map[string]int, len(all))
		for i := range all {
			if _, known := x.at[idOf(&all[i])]; !known {
				x.at[idOf(&all[i])] = i
			}
		}
	})
	i, ok := x.at[id]
	if !ok || id == "" {
		return nil, false
	}
	return &all[i], true
}

// Participant returns the participant with an id.
func (p *Project) Participant(id string) (*Participant, bool) {
	return find(&p.indices.participants, p.Participants, id, func(e *Participant) string { return e.ID })
}

// Goal returns the goal with an id.
func (p *Project) Goal(id string) (*Goal, bool) {
	return find(&p.indices.goals, p.Goals, id, func(e *Goal) string { return e.ID })
}

// Activity returns the activity with an id.
func (p *Project) Activity(id string) (*Activity, bool) {
	return find(&p.indices.activities, p.Activities, id, func(e *Activity) string { return e.ID })
}

// FocusArea returns the focus area with an id.
func (p *Project) FocusArea(id string) (*FocusArea, bool) {
	return find(&p.indices.focusAreas, p.FocusAreas, id, func(e *FocusArea) string { return e.ID })
}

// Challenge returns the challenge with an id.
func (p *Project) Challenge(id string) (*Challenge, bool) {
	return find(&p.indices.challenges, p.Challenges, id, func(e *Challenge) string { return e.ID })
}

// Workshop returns the workshop with an id.
func (p *Project) Workshop(id string) (*Workshop, bool) {
	return find(&p.indices.workshops, p.Workshops, id, func(e *Workshop) string { return e.ID })
}

// Stage returns the stage of the value chain with an id.
func (p *Project) Stage(id string) (*Stage, bool) {
	return find(&p.indices.valueChain, p.ValueChain, id, func(e *Stage) string { return e.ID })
}

// Partners lists the participants that are partners and have not declined.
func (p *Project) Partners() []*Participant {
	var partners []*Participant
	for i := range p.Participants {
		q := &p.Participants[i]
		if q.IsPartner() && q.Commitment.Status != Declined {
			partners = append(partners, q)
		}
	}
	return partners
}

// Supporters lists the participants that back the project without being
// partners (F012) and have not declined.
func (p *Project) Supporters() []*Participant {
	var supporters []*Participant
	for i := range p.Participants {
		if q := &p.Participants[i]; q.Role == Supporter && q.Commitment.Status != Declined {
			supporters = append(supporters, q)
		}
	}
	return supporters
}
