package syntax

import "soknad/internal/diag"

// A crowd adds findings of one kind to the list of a file. Of very many it adds
// the first, and the last of these speaks for all that follow, and cures them.
type crowd struct {
	last        *diag.Diagnostic
	hints       int // of the last
	added, more int
}

// add adds a finding and returns the one that speaks for it.
func (c *crowd) add(list *diag.List, d *diag.Diagnostic) *diag.Diagnostic {
	const most = 200
	if c.added < most {
		list.Add(d)
		c.last, c.hints = d, len(d.Hints)
		c.added++
		return d
	}
	c.more++
	c.last.Hints = c.last.Hints[:c.hints]
	c.last.Hint("more like it below in this file: %d", c.more)
	if len(d.Fixes) > 0 && len(c.last.Fixes) > 0 {
		c.last.Fixes[0].Edits = append(c.last.Fixes[0].Edits, d.Fixes[0].Edits...)
	}
	return c.last
}
