package model

// find returns the first entity with an id, and whether there is one.
func find[T any](all []T, id string, idOf func(*T) string) (*T, bool) {
	for i := range all {
		if id != "" && idOf(&all[i]) == id {
			return &all[i], true
		}
	}
	return nil, false
}

// Participant returns the participant with an id.
func (p *Project) Participant(id string) (*Participant, bool) {
	return find(p.Participants, id, func(e *Participant) string { return e.ID })
}

// Goal returns the goal with an id.
func (p *Project) Goal(id string) (*Goal, bool) {
	return find(p.Goals, id, func(e *Goal) string { return e.ID })
}

// Activity returns the activity with an id.
func (p *Project) Activity(id string) (*Activity, bool) {
	return find(p.Activities, id, func(e *Activity) string { return e.ID })
}

// FocusArea returns the focus area with an id.
func (p *Project) FocusArea(id string) (*FocusArea, bool) {
	return find(p.FocusAreas, id, func(e *FocusArea) string { return e.ID })
}

// Challenge returns the challenge with an id.
func (p *Project) Challenge(id string) (*Challenge, bool) {
	return find(p.Challenges, id, func(e *Challenge) string { return e.ID })
}

// Workshop returns the workshop with an id.
func (p *Project) Workshop(id string) (*Workshop, bool) {
	return find(p.Workshops, id, func(e *Workshop) string { return e.ID })
}

// Stage returns the stage of the value chain with an id.
func (p *Project) Stage(id string) (*Stage, bool) {
	return find(p.ValueChain, id, func(e *Stage) string { return e.ID })
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
