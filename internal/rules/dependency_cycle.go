package rules

import (
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/model"
	"soknad/internal/source"
)

var dependencyCycle = &Rule{
	Code: "TIM008", Name: "dependency-cycle", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "activities wait for each other",
	Check: func(p *Pass) {
		for _, circle := range p.Project.Dependencies().Circles() {
			if len(circle) == 1 {
				p.Reportf(dependency(circle[0], circle[0]), "activity %q depends on itself", circle[0].ID).
					Hint("delete it from depends_on")
				continue
			}
			p.reportCircle(circle)
		}
	},
}

// reportCircle points at the dependency that closes the circle and relates
// the others.
func (p *Pass) reportCircle(circle []*model.Activity) {
	last := circle[len(circle)-1]
	d := p.Reportf(dependency(last, circle[0]), "activities depend on each other in a circle: %s", pathOf(circle)).
		Hint("delete the one of these dependencies that the work can do without")
	for i, a := range circle[:len(circle)-1] {
		d.Relate(dependency(a, circle[i+1]), "%q depends on %q", a.ID, circle[i+1].ID)
	}
}

// dependency returns where an activity says that it depends on another one.
func dependency(a, on *model.Activity) source.Ranger {
	return a.Item("depends_on", slices.Index(a.DependsOn, on.ID))
}

// pathOf writes a circle as a path that ends where it began.
func pathOf(circle []*model.Activity) string {
	var path strings.Builder
	for _, a := range circle {
		path.WriteString(a.ID + " → ")
	}
	return path.String() + circle[0].ID
}
