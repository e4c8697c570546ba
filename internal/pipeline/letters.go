package pipeline

import (
	"fmt"

	"soknad/internal/document"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/render/markdown"
)

// LettersDir is the folder of the commitment sheets, below BuildDir.
const LettersDir = "letters"

// Letters makes a commitment sheet, as Markdown and PDF, for each of some
// participants; without ids for all that have not declined, and with them one
// index sheet for the coordinator.
func (r *Result) Letters(job Job, ids []string) ([]markdown.File, error) {
	to, err := r.addressees(ids)
	if err != nil {
		return nil, err
	}
	var files []markdown.File
	index := "# " + document.Escape(r.Project.Application.Title) + "\n\n"
	for _, q := range to {
		made, err := r.letter(job, q)
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
		index += r.indexed(q)
	}
	if len(ids) == 0 {
		files = append(files, markdown.File{Name: "index.md", Data: []byte(index)})
	}
	return files, nil
}

// indexed writes a participant's line of the index: ticked when it has signed,
// with how far it has bound itself.
func (r *Result) indexed(q *model.Participant) string {
	lang, _ := i18n.ParseLang(r.Project.Application.Language)
	box, state := " ", ""
	if q.Commitment.Status == model.Signed {
		box = "x"
	}
	if said, ok := i18n.Word("commitment."+q.Commitment.Status, lang); ok {
		state = " – " + said
	}
	return fmt.Sprintf("- [%s] [%s](%s.pdf)%s\n", box, document.Escape(q.Called()), q.ID, state)
}

// addressees lists the participants with some ids, or all that are still
// there.
func (r *Result) addressees(ids []string) ([]*model.Participant, error) {
	if r.Call == nil {
		return nil, i18n.Errorf("the call is not known")
	}
	var to []*model.Participant
	for _, id := range ids {
		q, ok := r.Project.Participant(id)
		if !ok {
			return nil, i18n.Errorf("there is no participant %q", id)
		}
		to = append(to, q)
	}
	for i := range r.Project.Participants {
		q := &r.Project.Participants[i]
		if len(ids) == 0 && q.ID != "" && q.Commitment.Status != model.Declined {
			to = append(to, q)
		}
	}
	return to, nil
}

// letter makes the two files of a participant's sheet.
func (r *Result) letter(job Job, q *model.Participant) ([]markdown.File, error) {
	d, found, err := document.Letter(r.input(job), q)
	if err != nil {
		return nil, err
	}
	if d == nil || len(found) > 0 {
		return nil, i18n.Errorf("the letter to %q cannot be made: its template is missing or wrong", q.ID)
	}
	l, err := r.layout(d)
	if err != nil {
		return nil, err
	}
	painted, err := l.Paint()
	if err != nil {
		return nil, err
	}
	return []markdown.File{{Name: q.ID + ".md", Data: d.Text}, {Name: q.ID + ".pdf", Data: painted.Data}}, nil
}
