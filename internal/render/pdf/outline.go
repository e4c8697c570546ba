package pdf

import (
	"soknad/internal/render/pdf/object"
	"soknad/internal/render/pdf/structure"
)

// A bookmark is an entry of the outline, with those below it.
type bookmark struct {
	*heading
	below []*bookmark
}

// bookmarks makes the outline's tree of the headings of levels 2 and 3.
func (f *finisher) bookmarks() []*bookmark {
	var top []*bookmark
	for _, h := range f.headings {
		switch {
		case h.words == "" || h.page == 0 || h.level < 2 || h.level > 3:
		case h.level == 2 || len(top) == 0:
			top = append(top, &bookmark{heading: h})
		default:
			last := top[len(top)-1]
			last.below = append(last.below, &bookmark{heading: h})
		}
	}
	return top
}

// outline makes the outline (ISO 32000-1, 12.3.3). Its first level is shown,
// the second is folded.
func (f *finisher) outline() *object.Indirect {
	top := f.bookmarks()
	root := &object.Indirect{}
	dict := object.Dict{"Type": object.Name("Outlines"), "Count": len(top)}
	f.chain(dict, root, top)
	root.Value = dict
	return root
}

// chain makes the entries of a level and hangs them below their parent.
func (f *finisher) chain(parent object.Dict, at *object.Indirect, entries []*bookmark) {
	made := make([]*object.Indirect, len(entries))
	for i, b := range entries {
		made[i] = &object.Indirect{}
		dict := object.Dict{"Title": structure.Text(b.words), "Parent": at, "Dest": f.view(b.heading)}
		if len(b.below) > 0 {
			dict["Count"] = -len(b.below)
			f.chain(dict, made[i], b.below)
		}
		made[i].Value = dict
	}
	for i := range made {
		if i > 0 {
			object.DictOf(made[i])["Prev"] = made[i-1]
			object.DictOf(made[i-1])["Next"] = made[i]
		}
	}
	if len(made) > 0 {
		parent["First"], parent["Last"] = made[0], made[len(made)-1]
	}
}
