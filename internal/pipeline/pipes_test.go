package pipeline_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/pipeline"
	"soknad/templates"
)

// watched is a folder in which nothing but files and folders may be opened:
// whoever opens a pipe waits for it for ever.
type watched struct {
	fs.FS
	t *testing.T
}

func (w watched) Open(name string) (fs.File, error) {
	if info, err := w.Stat(name); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		w.t.Errorf("the pipe %s is opened", name)
	}
	return w.FS.Open(name)
}

func (w watched) Stat(name string) (fs.FileInfo, error) { return fs.Stat(w.FS, name) }

// piped is an application with a pipe wherever a file is looked for.
func piped() fstest.MapFS {
	from := files(
		"application.yaml", "application: {title: Berg, call: calls/f, language: nb, style: egen}\n"+
			"annexes: [{id: a, kind: other, title: A, file: annexes/a.pdf}]\n",
		"sections/plan.md", "![b](images/b.png)\n",
		"calls/f/call.yaml", "call: {id: f, programme: F, title: {nb: F}, year: 2012, funder: F, status: partial}\n"+
			"sources: [{id: tekst, title: U}]\ncost_categories: []\n"+
			"sections: [{id: plan, title: {nb: Plan}, required: false, prose: none, data: [], limit: null, source: tekst, confidence: seen}]\n",
	)
	for _, name := range []string{
		"pipe.yaml", "sections/pipe.md", "annexes/a.pdf", "sections/images/b.png", "calls/f/sections/plan.md.tmpl",
		"calls/g/call.yaml", "templates/style/egen.yaml",
	} {
		from[name] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	}
	return from
}

// TestPipes holds that no pipe is waited for, whichever way a folder is read.
func TestPipes(t *testing.T) {
	job := pipeline.Job{Files: watched{piped(), t}, Packs: templates.FS()}
	r, err := pipeline.Check(job)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"pipe.yaml:1:1-1 error YML011", "calls/f/sections/plan.md.tmpl:1:1-1 error TPL001", "templates/style/egen.yaml:1:1-1 error YML011", "ANX002", "TXT011"} {
		if got := golden.Story(r.Findings); !strings.Contains(got, want) {
			t.Errorf("there is no %s among\n%s", want, got)
		}
	}
	if _, err := pipeline.Cure(job, func(*diag.Diagnostic) bool { return true }); err != nil {
		t.Error(err)
	}
	if _, err := pipeline.Check(pipeline.Keep(job).Job); err != nil {
		t.Error(err)
	}
}
