package rules

import (
	"path"
	"slices"

	"soknad/internal/diag"
)

var unknownCall = &Rule{
	Code: "CAL001", Name: "unknown-call", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "the call is not known",
	Check: func(p *Pass) {
		name := p.Project.Application.Call
		if p.Call != nil || name == "" {
			return
		}
		// No fix: another year is another call, not a slip of the pen.
		d := p.Reportf(p.Project.Application.At("call"), "there is no call %q", name)
		if nearest := p.nearestCall(name); nearest != "" {
			d.Hint("did you mean %q?", nearest)
		}
		d.Hint("the calls that come with soknad are: %s", joined(p.Calls))
		if len(p.OwnCalls) > 0 {
			d.Hint("the folders of your application that hold a call are: %s", joined(p.OwnCalls))
		} else {
			d.Hint("or name a folder of your application that holds a call.yaml")
		}
	},
}

// nearestCall returns the call that was likely meant; one's own may be named
// without the folders around it.
func (p *Pass) nearestCall(name string) string {
	if nearest := diag.Nearest(name, slices.Concat(p.OwnCalls, p.Calls)); nearest != "" {
		return nearest
	}
	for _, own := range p.OwnCalls {
		if diag.Nearest(path.Base(name), []string{path.Base(own)}) != "" {
			return own
		}
	}
	return ""
}
