package model

import "soknad/internal/source"

// Place returns the key of a part of the description, such as "organisation";
// where the part is not written, it is the project's title.
func (p *Project) Place(part string) source.Ranger {
	if p.Node(part) == nil {
		return p.Application.At("title")
	}
	return p.Key(part)
}
