package model

import (
	"time"

	"soknad/internal/i18n"
	"soknad/internal/syntax"
)

// A Workshop is a gathering of the actors.
type Workshop struct {
	syntax.Origin
	ID         string    `key:"id"`
	Title      string    `key:"title" text:"line"`
	Start      time.Time `key:"start"`
	End        time.Time `key:"end"`
	Place      string    `key:"place" text:"line"`
	Attendance *int      `key:"attendance"`
}

// An Input is one thing that somebody said.
type Input struct {
	syntax.Origin
	ID       string   `key:"id"`
	Workshop string   `key:"workshop" ref:"workshop"`
	From     string   `key:"from" text:"line"`
	Text     string   `key:"text" text:"prose"`
	Decision Decision `key:"decision"`
}

// The ways an input can be decided.
const (
	Used    = "used"
	Merged  = "merged"
	Dropped = "dropped"
)

// A Decision says what became of an input.
type Decision struct {
	syntax.Origin
	Status    string `key:"status"`
	FocusArea string `key:"focus_area" ref:"focus area"`
	Into      string `key:"into" ref:"input"`
	Reason    string `key:"reason" text:"prose"`
}

// A Challenge is something that holds the industry back.
type Challenge struct {
	syntax.Origin
	ID   string `key:"id"`
	Text string `key:"text" text:"prose"`
}

// A FocusArea is an area the project concentrates on.
type FocusArea struct {
	syntax.Origin
	ID            string `key:"id"`
	Title         string `key:"title" text:"line"`
	Priority      int    `key:"priority"`
	Reason        string `key:"reason" text:"prose"`
	StrategicArea string `key:"strategic_area"`
}

// The levels of a goal.
const (
	Main   = "main"
	Sub    = "sub"
	Result = "result"
	Effect = "effect"
)

// A Goal is something the project is to reach.
type Goal struct {
	syntax.Origin
	ID          string      `key:"id"`
	Level       string      `key:"level"`
	Parent      string      `key:"parent" ref:"goal"`
	Title       string      `key:"title" text:"line"`
	Description string      `key:"description" text:"prose"`
	FocusAreas  []string    `key:"focus_areas" ref:"focus area"`
	Owner       string      `key:"owner" ref:"participant"`
	Indicators  []Indicator `key:"indicators"`

	// AnswersAsOf holds the fingerprints of what the goal answers, by id, as
	// they were when somebody last looked.
	AnswersAsOf map[string]string `key:"answers_as_of"`
}

// An Indicator is a number that shows how far a goal is reached.
type Indicator struct {
	syntax.Origin
	Name      string   `key:"name" text:"line"`
	Unit      string   `key:"unit" text:"line"`
	Direction string   `key:"direction"`
	Baseline  Baseline `key:"baseline"`
	Target    Target   `key:"target"`
}

// Decrease is the direction of an indicator whose lower numbers are better.
const Decrease = "decrease"

// A Baseline is where an indicator stands before the project.
type Baseline struct {
	syntax.Origin
	Value  float64   `key:"value"`
	Date   time.Time `key:"date"`
	Source string    `key:"source" text:"line"`
}

// A Target is where an indicator is to stand, and when.
type Target struct {
	syntax.Origin
	Value float64   `key:"value"`
	Date  time.Time `key:"date"`
}

// An Activity is something the project does.
type Activity struct {
	syntax.Origin
	ID            string        `key:"id"`
	Title         string        `key:"title" text:"line"`
	Description   string        `key:"description" text:"prose"`
	FocusArea     string        `key:"focus_area" ref:"focus area"`
	Goals         []string      `key:"goals" ref:"goal"`
	Answers       []string      `key:"answers" ref:"challenge"`
	Lead          string        `key:"lead" ref:"participant"`
	Participants  []Part        `key:"participants"`
	Start         time.Time     `key:"start"`
	End           time.Time     `key:"end"`
	DependsOn     []string      `key:"depends_on" ref:"activity"`
	Milestones    []Milestone   `key:"milestones"`
	Deliverables  []Deliverable `key:"deliverables"`
	Costs         []Cost        `key:"costs"`
	DeclaredTotal i18n.Kroner   `key:"declared_total"`

	// AnswersAsOf is as that of a goal.
	AnswersAsOf map[string]string `key:"answers_as_of"`
}

// A Part is a participant's part in an activity.
type Part struct {
	syntax.Origin
	ID   string `key:"id" ref:"participant"`
	Role string `key:"role" text:"line"`
}

// A Milestone is a day on which something must be in place.
type Milestone struct {
	syntax.Origin
	ID    string    `key:"id"`
	Title string    `key:"title" text:"line"`
	Date  time.Time `key:"date"`
}

// A Deliverable is something that an activity hands over.
type Deliverable struct {
	syntax.Origin
	Title string    `key:"title" text:"line"`
	Date  time.Time `key:"date"`
}

// A Risk is something that could go wrong.
type Risk struct {
	syntax.Origin
	ID          string `key:"id"`
	Title       string `key:"title" text:"line"`
	Probability int    `key:"probability"`
	Consequence int    `key:"consequence"`
	Measures    string `key:"measures" text:"prose"`
	Owner       string `key:"owner" ref:"participant"`
}

// Level returns probability times consequence, 1 to 25 (F281), or 0 when one
// of them is not known.
func (r *Risk) Level() int { return r.Probability * r.Consequence }

// A Criterion says where one of the call's criteria is answered.
type Criterion struct {
	syntax.Origin
	ID         string   `key:"id"`
	AnsweredIn []string `key:"answered_in"`
}

// An Annex is a document that is sent with the application.
type Annex struct {
	syntax.Origin
	ID    string `key:"id"`
	Kind  string `key:"kind"`
	Title string `key:"title" text:"line"`
	File  string `key:"file"`
}

// Organisation says who steers, who leads, and what binds the partners.
type Organisation struct {
	syntax.Origin
	SteeringGroup  SteeringGroup  `key:"steering_group"`
	ProjectManager ProjectManager `key:"project_manager"`
	Agreement      Agreement      `key:"agreement"`
}

// A SteeringGroup takes the strategic decisions.
type SteeringGroup struct {
	syntax.Origin
	Chair   string   `key:"chair" text:"line"`
	Members []Member `key:"members"`
}

// A Member is a member of the steering group.
type Member struct {
	syntax.Origin
	Name        string `key:"name" text:"line"`
	Participant string `key:"participant" ref:"participant"`
}

// A ProjectManager leads the project day by day.
type ProjectManager struct {
	syntax.Origin
	Name        string `key:"name" text:"line"`
	Participant string `key:"participant" ref:"participant"`
	CV          string `key:"cv"`
}

// An Agreement is what binds the partners.
type Agreement struct {
	syntax.Origin
	Status string `key:"status"`
	File   string `key:"file"`
}
