// Package model holds the entities of a cluster project as plain values that
// know where they were written.
//
// A Project is decoded from a tree that the schema has agreed to, so decoding
// cannot fail. References that miss their mark by a slip are taken to mean
// the nearest id, and everything that could not be read is remembered, so
// that one mistake is one finding.
package model

import (
	"slices"
	"strings"
	"sync"
	"time"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// A Project is everything that the description says.
type Project struct {
	syntax.Origin
	Application  Application   `key:"application"`
	Vision       string        `key:"vision" text:"prose"`
	ValueChain   []Stage       `key:"value_chain"`
	Workshops    []Workshop    `key:"workshops"`
	Inputs       []Input       `key:"inputs"`
	Challenges   []Challenge   `key:"challenges"`
	FocusAreas   []FocusArea   `key:"focus_areas"`
	Goals        []Goal        `key:"goals"`
	Activities   []Activity    `key:"activities"`
	Participants []Participant `key:"participants"`
	Organisation Organisation  `key:"organisation"`
	Budget       Budget        `key:"budget"`
	Risks        []Risk        `key:"risks"`
	Criteria     []Criterion   `key:"criteria"`
	Annexes      []Annex       `key:"annexes"`

	// Prose holds the sections' texts by section id, from the description
	// and from files.
	Prose []Prose
	// References lists every id that refers to another entity, as written.
	References []Reference

	indices struct {
		participants, goals, activities, focusAreas, challenges, workshops, valueChain, inputs index
	}
	root     *syntax.Node
	texts    func() []Text   // collects the texts once
	entities func() []Entity // collects what has an id once, nil while that is decoded
	broken   []string        // paths of what could not be used, such as "activities.costs"
}

// Application says what is applied for, by whom and for which period.
type Application struct {
	syntax.Origin
	Title           string     `key:"title" text:"line"`
	Acronym         string     `key:"acronym" text:"line"`
	Summary         string     `key:"summary" text:"prose"`
	Call            string     `key:"call"`
	Style           string     `key:"style"`
	Hyphenation     []string   `key:"hyphenation"`
	Language        string     `key:"language"`
	ContractPartner string     `key:"contract_partner" ref:"participant"`
	Contact         Contact    `key:"contact"`
	Period          Period     `key:"period"`
	Submission      Submission `key:"submission"`
	// PriorityWeights says how much the priorities of each kind of
	// participant count in the ranking of the focus areas.
	PriorityWeights PriorityWeights `key:"priority_weights"`
	// Sample says that people, companies and numbers are invented.
	Sample bool `key:"sample"`
}

// PriorityWeights are weights by kind of participant; nil is not said.
type PriorityWeights struct {
	syntax.Origin
	CoreCompany          *int `key:"core-company"`
	Company              *int `key:"company"`
	Research             *int `key:"research"`
	Education            *int `key:"education"`
	Public               *int `key:"public"`
	Capital              *int `key:"capital"`
	InterestOrganisation *int `key:"interest-organisation"`
}

// A Contact is a person to ask.
type Contact struct {
	syntax.Origin
	Name  string `key:"name" text:"line"`
	Email string `key:"email" text:"line"`
	Phone string `key:"phone" text:"line"`
}

// A Period is a number of whole months from a day.
type Period struct {
	syntax.Origin
	Start  time.Time `key:"start"`
	Months int       `key:"months"`
}

// End returns the last day of the period, zero when its start or its length
// is not known.
func (p Period) End() time.Time {
	if p.Start.IsZero() || p.Months == 0 {
		return time.Time{}
	}
	return p.Start.AddDate(0, p.Months, -1)
}

// Submission says when the application is planned to be sent.
type Submission struct {
	syntax.Origin
	Planned time.Time `key:"planned"`
	Sketch  time.Time `key:"sketch"`
}

// Decode makes a project of a description's tree and the texts of its section
// files, by section id.
func Decode(root *syntax.Node, sections map[string]*source.File) *Project {
	p := &Project{root: root}
	syntax.Decode(root, p)
	p.Prose = proseOf(root.Lookup("sections"), sections)
	p.texts = sync.OnceValue(p.collectTexts)
	p.broken = slices.Compact(slices.Sorted(slices.Values(brokenPaths(root, "", nil))))
	p.link()
	p.entities = sync.OnceValue(p.collectEntities)
	return p
}

// Intact reports whether everything at and below the paths, such as
// "activities.costs", could be read and refers to what exists. A rule that
// adds up a part of the description, or looks for what it lacks, has nothing
// to say while a piece of that part is missing.
func (p *Project) Intact(paths ...string) bool {
	return !slices.ContainsFunc(p.broken, func(broken string) bool {
		return slices.ContainsFunc(paths, func(path string) bool {
			return within(broken, path) || within(path, broken)
		})
	})
}

// breaks says that something at a path refers to what does not exist. Many a
// list is broken in one way, which is remembered once.
func (p *Project) breaks(path string) {
	if !slices.Contains(p.broken, path) {
		p.broken = append(p.broken, path)
	}
}

// within reports whether a path is another one or lies below it. Everything
// lies below the root "".
func within(path, other string) bool {
	return other == "" || path == other || strings.HasPrefix(path, other+".")
}

// brokenPaths adds the paths of nodes that could not be used to paths.
func brokenPaths(n *syntax.Node, path string, paths []string) []string {
	if n.Kind == syntax.Broken {
		return append(paths, path)
	}
	if n.Truncated {
		paths = append(paths, path)
	}
	for _, f := range n.Fields {
		paths = brokenPaths(f.Value, strings.TrimPrefix(path+"."+f.Key.Value, "."), paths)
	}
	for _, item := range n.Items {
		paths = brokenPaths(item, path, paths)
	}
	return paths
}
