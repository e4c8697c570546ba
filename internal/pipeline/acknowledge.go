package pipeline

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

// An UnknownID is an id that no goal or activity has that answers something.
type UnknownID struct {
	ID string
	// Nearest is the id that was likely meant, "" when none is near.
	Nearest string
}

// Error says what is wrong, in English.
func (e *UnknownID) Error() string { return e.In(i18n.EN) }

// In says what is wrong in a language.
func (e *UnknownID) In(l i18n.Lang) string {
	if e.Nearest != "" {
		return i18n.Msg("no goal or activity that answers something has the id %q; did you mean %q?", e.ID, e.Nearest).In(l)
	}
	return i18n.Msg("no goal or activity that answers something has the id %q", e.ID).In(l)
}

// ErrUnreadable says that a record cannot be brought up to date because of
// how it was written.
var ErrUnreadable = i18n.Errorf("the record answers_as_of cannot be read; soknad validate says why")

// Acknowledge writes on the records of goals and activities what they answer
// now, and nothing but that: all of it, or nothing. It returns the names of
// the files that changed.
func Acknowledge(job Job, dir string, ids []string) (names []string, err error) {
	r, err := CheckDescription(job)
	if err != nil {
		return nil, err
	}
	edits, err := acknowledged(r.Project, ids)
	if err != nil {
		return nil, err
	}
	files := &overlay{FS: job.Files, texts: diag.Edited(edits)}
	if err := files.agrees(job, ids); err != nil {
		return nil, err
	}
	return files.write(dir)
}

// acknowledged returns the edits that bring the records of some goals and
// activities up to date.
func acknowledged(p *model.Project, ids []string) ([]diag.Edit, error) {
	all := p.Answering()
	for _, id := range ids {
		if !slices.ContainsFunc(all, func(a model.Answering) bool { return a.ID == id }) {
			return nil, &UnknownID{ID: id, Nearest: diag.Nearest(id, p.AnsweringIDs())}
		}
	}
	var edits []diag.Edit
	for _, a := range all {
		if !slices.Contains(ids, a.ID) {
			continue
		}
		more, ok := a.Acknowledge()
		if !ok {
			return nil, i18n.Errorf("%s: %v", a.Span(), ErrUnreadable)
		}
		edits = append(edits, more...)
	}
	return edits, nil
}

// agrees reads the texts that are about to be written, and refuses when the
// records in them do not say what is answered.
func (o *overlay) agrees(job Job, ids []string) error {
	job.Files = o
	r, err := CheckDescription(job)
	if err != nil {
		return err
	}
	for _, a := range r.Project.Answering() {
		if slices.Contains(ids, a.ID) && (a.Record == nil || len(a.Suspects()) > 0) {
			return i18n.Errorf("%s: %v", a.Span(), ErrUnreadable)
		}
	}
	return nil
}
