package pipeline_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/pipeline"
	"soknad/internal/render/markdown"
	"soknad/templates"
)

func files(pairs ...string) fstest.MapFS {
	m := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return m
}

func check(t *testing.T, from fs.FS) *pipeline.Result {
	t.Helper()
	r, err := pipeline.Check(pipeline.Job{Files: from, Packs: templates.FS()})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestWhatIsRead holds which files are a part of the description.
func TestWhatIsRead(t *testing.T) {
	r := check(t, files(
		"application.yaml", "application: {title: Berg, call: arena-2012, language: nb}\n",
		"b/goals.yml", "goals: [{id: b, level: sub, title: B}]\n",
		"a/goals.yaml", "goals: [{id: a, level: main, title: A}]\n",
		".hidden.yaml", "goals: [{id: hidden, level: main, title: X}]\n",
		".git/x.yaml", "goals: [{id: git, level: main, title: X}]\n",
		"build/x.yaml", "goals: [{id: build, level: main, title: X}]\n",
		"templates/x.yaml", "goals: [{id: templates, level: main, title: X}]\n",
		"calls/own/call.yaml", "call: {id: own}\n",
		"calls/own/more.yaml", "goals: [{id: pack, level: main, title: X}]\n",
		"notes.txt", "goals: [",
		"sections/background.md", "Tekst.\n",
		"other/potential.md", "Ikke en seksjon.\n",
	))
	if got := r.Project.IDs("goal"); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("the goals are %v", got)
	}
	if len(r.Project.Prose) != 1 || r.Project.Prose[0].ID != "background" {
		t.Errorf("the texts are %v", r.Project.Prose)
	}
}

func TestNothingToRead(t *testing.T) {
	_, err := pipeline.Check(pipeline.Job{Files: files("README.md", "Hei"), Packs: templates.FS()})
	if !errors.Is(err, pipeline.ErrEmpty) {
		t.Errorf("the error is %v", err)
	}
}

// TestTooLarge holds that nothing is said of what may stand in a file that is
// too large to be read.
func TestTooLarge(t *testing.T) {
	r := check(t, files(
		"activities.yaml", "activities: [{id: a-kurs, title: Kurs, lead: berg, goals: [g-hoved]}]\n",
		"application.yaml", "vision: "+strings.Repeat("x", 1<<20),
	))
	want := "application.yaml:1:1-1 error YML008 the file is larger than 1 MB, the most that is read\n\thint: move a part of it into a file of its own\n"
	if got := golden.Story(r.Findings); got != want {
		t.Errorf("the findings are\n%s", got)
	}
}

// TestBadTexts holds that section files are looked at byte by byte too.
func TestBadTexts(t *testing.T) {
	r := check(t, files(
		"application.yaml", "application: {title: Berg, call: arena-2012, language: nb}\n",
		"sections/background.md", "S\xf8r \x1b[31m\n",
		"sections/potential.md", strings.Repeat("x", 1<<20+1),
	))
	story := golden.Story(r.Findings)
	for _, want := range []string{
		"sections/background.md:1:2-3 error YML002", "sections/background.md:1:5-6 error YML003",
		"sections/potential.md:1:1-1 error YML008",
	} {
		if !strings.Contains(story, want) {
			t.Errorf("there is no %q in\n%s", want, story)
		}
	}
}

// TestOwnPack holds that a folder of the application can be its call, and
// that what is wrong with it is found.
func TestOwnPack(t *testing.T) {
	r := check(t, files(
		"application.yaml", "application: {title: Berg, call: calls/own, language: nb}\n",
		"calls/own/call.yaml", "call: {id: own, programme: P, title: {nb: Egen}, year: 2012, funder: F, status: officially}\n"+
			"sections: [{id: background, title: {nb: Bakgrunn}, source: s, confidence: seen}]\ncost_categories: []\n",
		"calls/own/sections/background.md.tmpl", "Fra malen.\n",
	))
	if r.Call == nil || r.Call.About.ID != "own" {
		t.Fatal("the call is not read")
	}
	if got := golden.Story(r.Findings); !strings.HasPrefix(got[strings.Index(got, "calls/own"):], "calls/own/call.yaml:1:81-91 error SCH004") {
		t.Errorf("the findings are\n%s", got)
	}
	if !strings.Contains(string(r.Document.Text), "Fra malen.") {
		t.Errorf("the text is\n%s", r.Document.Text)
	}
}

func TestUnknownCall(t *testing.T) {
	for _, name := range []string{"arena-2022", "../arena", "/etc", ".", "a//b"} {
		r := check(t, files("application.yaml", "application: {title: Berg, call: \""+name+"\", language: nb}\n"))
		if r.Call != nil || r.Document != nil {
			t.Errorf("the call %q exists", name)
		}
		if got := golden.Story(r.Findings); !strings.Contains(got, "CAL001") {
			t.Errorf("%q gives\n%s", name, got)
		}
	}
}

func TestCalls(t *testing.T) {
	names, err := pipeline.Calls(templates.FS())
	if err != nil || !slices.Equal(names, []string{"arena-2012", "arena-2021"}) {
		t.Errorf("the calls are %v: %v", names, err)
	}
}

// TestEveryPack holds that the packs that come with soknad are right, and
// that every source they cite is listed.
func TestEveryPack(t *testing.T) {
	names, err := pipeline.Calls(templates.FS())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		r := check(t, files("application.yaml", "application: {title: Berg, call: "+name+", language: nn}\n"))
		for _, d := range r.Findings {
			if strings.HasPrefix(d.Span.File.Name, "templates/") {
				t.Errorf("%s", golden.Story(r.Findings))
			}
		}
		for i := range r.Call.Sections {
			s := &r.Call.Sections[i]
			if cited := r.Call.Cite(s.Provenance); cited == s.Source {
				t.Errorf("%s: the source %s of section %s is not listed", name, s.Source, s.ID)
			}
			if s.Title.NB == "" || s.Title.NN == "" || s.Title.EN == "" || s.Guidance.NB == "" || s.Guidance.NN == "" || s.Guidance.EN == "" {
				t.Errorf("%s: section %s is not said in all languages", name, s.ID)
			}
		}
	}
}

// TestNotRegular holds that a pipe in the place of a file is reported, and is
// not waited for.
func TestNotRegular(t *testing.T) {
	from := files("application.yaml", "application: {title: Berg, call: arena-2012, language: nb}\n")
	from["pipe.yaml"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	want := "pipe.yaml:1:1-1 error YML011 this is no file that can be read\n"
	if got := golden.Story(check(t, from).Findings); !strings.HasPrefix(got, want) {
		t.Errorf("the findings are\n%s", got)
	}
}

// TestConfined holds that a link out of the application's folder is not
// followed.
func TestConfined(t *testing.T) {
	dir := t.TempDir()
	secret := filepath.Join(t.TempDir(), "secret.yaml")
	for name, text := range map[string]string{
		filepath.Join(dir, "application.yaml"): "application: {title: Berg, call: arena-2012, language: nb}\n",
		secret:                                 "vision: hemmelig\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(secret, filepath.Join(dir, "link.yaml")); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	r, err := pipeline.CheckDescription(pipeline.Job{Files: root.FS(), Packs: templates.FS()})
	if err != nil {
		t.Fatal(err)
	}
	if got := golden.Story(r.Findings); !strings.HasPrefix(got, "link.yaml:1:1-1 error YML011 ") || r.Project.Vision != "" {
		t.Errorf("the vision is %q and the findings are\n%s", r.Project.Vision, got)
	}
}

func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "build")
	set := []markdown.File{{Name: "a.md", Data: []byte("en")}, {Name: "figures/b.svg", Data: []byte("to")}}
	write(t, dir, set)
	if got := list(t, dir); got != ".lock a.md figures/b.svg manifest.json" {
		t.Errorf("the folder holds %s", got)
	}
	golden.File(t, filepath.Join("testdata", "manifest.json"), read(t, filepath.Join(dir, "manifest.json")))

	// A later set takes away what the earlier one wrote, and nothing else.
	if err := os.WriteFile(filepath.Join(dir, "mine.txt"), []byte("mitt"), 0o644); err != nil {
		t.Fatal(err)
	}
	write(t, dir, []markdown.File{{Name: "a.md", Data: []byte("tre")}})
	if got := list(t, dir); got != ".lock a.md manifest.json mine.txt" {
		t.Errorf("the folder holds %s", got)
	}
}

// TestWriteFails holds that a failure leaves the old set whole and nothing
// unfinished behind.
func TestWriteFails(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, []markdown.File{{Name: "a.md", Data: []byte("en")}})
	before := list(t, dir)

	// A file stands where a folder must be.
	err := pipeline.Write(dir, []markdown.File{{Name: "a.md", Data: []byte("to")}, {Name: "a.md/b.svg", Data: []byte("x")}})
	if err == nil {
		t.Fatal("there is no error")
	}
	if got := list(t, dir); got != before {
		t.Errorf("the folder holds %s, want %s", got, before)
	}
	if got := string(read(t, filepath.Join(dir, "a.md"))); got != "en" {
		t.Errorf("the old file is %q", got)
	}

	// A folder that is not empty stands where a file must be.
	if err := os.MkdirAll(filepath.Join(dir, "c.md", "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	err = pipeline.Write(dir, []markdown.File{{Name: "c.md", Data: []byte("x")}})
	if err == nil || !strings.Contains(err.Error(), "c.md") {
		t.Errorf("the error is %v", err)
	}
	if got := list(t, dir); got != before {
		t.Errorf("the folder holds %s, want %s", got, before)
	}
	if err := pipeline.Write(filepath.Join(dir, "a.md"), nil); err == nil {
		t.Error("a file was taken for a folder")
	}
}

// TestWriteFailsHalfway holds that a set of which one file cannot be moved
// gives back those that were.
func TestWriteFailsHalfway(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, []markdown.File{{Name: "a.md", Data: []byte("en")}})
	if err := os.MkdirAll(filepath.Join(dir, "c.pdf", "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	err := pipeline.Write(dir, []markdown.File{{Name: "a.md", Data: []byte("to")}, {Name: "b.md", Data: []byte("ny")}, {Name: "c.pdf", Data: []byte("x")}})
	if err == nil {
		t.Fatal("there is no error")
	}
	if got := string(read(t, filepath.Join(dir, "a.md"))); got != "en" {
		t.Errorf("the old file is %q", got)
	}
	if got := list(t, dir); got != ".lock a.md manifest.json" {
		t.Errorf("the folder holds %s", got)
	}
}

// TestWriteBuildIsConfined holds that a link out of the application's folder
// is not followed.
func TestWriteBuildIsConfined(t *testing.T) {
	application, outside := t.TempDir(), t.TempDir()
	set := []markdown.File{{Name: "a.md", Data: []byte("en")}}
	if err := pipeline.WriteBuild(application, "", set); err != nil {
		t.Fatal(err)
	}
	if got := list(t, application); got != "build/.lock build/a.md build/manifest.json" {
		t.Errorf("the application holds %s", got)
	}
	build := filepath.Join(application, "build")
	if err := os.RemoveAll(build); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, build); err != nil {
		t.Skip("links cannot be made here")
	}
	if err := pipeline.WriteBuild(application, "", set); err == nil {
		t.Error("the link was followed")
	}
	if got := list(t, outside); got != "" {
		t.Errorf("outside there is %s", got)
	}
}

// TestWriteBuildFollowsNoLink holds that outputs are written through no link
// inside the application either, in which a forged list of outputs would have
// what is not ours swept away, and that a lock that is a link makes nothing
// where it leads.
func TestWriteBuildFollowsNoLink(t *testing.T) {
	application, outside := t.TempDir(), filepath.Join(t.TempDir(), "made")
	set := []markdown.File{{Name: "a.md", Data: []byte("en")}}
	precious := filepath.Join(application, "sections", "goals.md")
	forged := []byte(`{"version":1,"files":{"goals.md":""}}`)
	err := errors.Join(os.MkdirAll(filepath.Dir(precious), 0o755), os.WriteFile(precious, nil, 0o644),
		os.WriteFile(filepath.Join(application, "sections", "manifest.json"), forged, 0o644))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("sections", filepath.Join(application, "build")); err != nil {
		t.Skip("links cannot be made here")
	}
	if err := pipeline.WriteBuild(application, "", set); err == nil {
		t.Error("the link was followed")
	}
	if err := pipeline.SettleBuild(application, ""); err == nil {
		t.Error("the link was followed to settle what is there")
	}
	if got := list(t, application); !strings.Contains(got, "sections/goals.md") || strings.Contains(got, "a.md ") {
		t.Errorf("the application holds %s", got)
	}
	build := filepath.Join(application, "build")
	err = errors.Join(os.Remove(build), os.Mkdir(build, 0o755), os.Symlink(outside, filepath.Join(build, ".lock")))
	if err != nil {
		t.Fatal(err)
	}
	if err := pipeline.WriteBuild(application, "", set); err != nil {
		t.Error(err)
	}
	if _, err := os.Lstat(outside); err == nil {
		t.Error("the lock was made where the link leads")
	}
}

// TestForgedLists holds that what names files that no output can be called says
// nothing, and keeps nobody from writing.
func TestForgedLists(t *testing.T) {
	for _, forged := range []string{`{"version":1,"whole":true,"files":{"../a.yaml":""},"gone":["../a.yaml"]}`, `{"gone":[".lock"]}`, `{"files":{"/a":""}}`} {
		for _, name := range []string{".journal", "manifest.json"} {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, name), []byte(forged), 0o644); err != nil {
				t.Fatal(err)
			}
			write(t, dir, []markdown.File{{Name: "a.md", Data: []byte("en")}})
			if got := list(t, dir); got != ".lock a.md manifest.json" {
				t.Errorf("with %s as %s, the folder holds %s", forged, name, got)
			}
		}
	}
}

// TestPipesAmongOutputs holds that no pipe where outputs are written is waited
// for: one that is to be read is said, and one in the way is taken away.
func TestPipesAmongOutputs(t *testing.T) {
	for name, want := range map[string]string{
		".journal": "this is no file that can be read", "manifest.json": "this is no file that can be read",
		"a.md": "this is no file that can be read", "a.md.unfinished": "",
	} {
		dir := t.TempDir()
		if err := exec.Command("mkfifo", filepath.Join(dir, name)).Run(); err != nil {
			t.Skip("pipes cannot be made here")
		}
		ended := make(chan error, 1)
		go func() {
			ended <- pipeline.Write(dir, []markdown.File{{Name: "a.md", Data: bytes.Repeat([]byte("en"), 1<<20)}})
		}()
		select {
		case err := <-ended:
			if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("%s: the error is %v", name, err)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%s is waited for", name)
		}
	}
}

func write(t *testing.T, dir string, set []markdown.File) {
	t.Helper()
	if err := pipeline.Write(dir, set); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// list names the files below a folder.
func list(t *testing.T, dir string) string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(names, " ")
}

// TestCure holds that the cures are applied until none is left, that nothing
// else changes, and that nothing is written before it is asked for.
func TestCure(t *testing.T) {
	dir := t.TempDir()
	const before = "# Merk\napplication: {titel: Berg, call: arena-2012, language: nb} # slutt\r\n" +
		"goals: [{id: g-hoved, level: main, title: A}]\nactivities:\n  - {id: a1, title: B, goals: g-hovd, start: 31.03.2012}\n"
	const after = "# Merk\napplication: {title: Berg, call: arena-2012, language: nb} # slutt\r\n" +
		"goals: [{id: g-hoved, level: main, title: A}]\nactivities:\n  - {id: a1, title: B, goals: [g-hoved], start: 2012-03-31}\n"
	name := filepath.Join(dir, "a.yaml")
	if err := os.WriteFile(name, []byte(before), 0o644); err != nil {
		t.Fatal(err)
	}
	all := func(*diag.Diagnostic) bool { return true }
	c, err := pipeline.Cure(pipeline.Job{Files: os.DirFS(dir), Packs: templates.FS()}, all)
	if err != nil {
		t.Fatal(err)
	}
	if c.Applied != 4 {
		t.Errorf("%d cures were applied", c.Applied)
	}
	if got := string(read(t, name)); got != before {
		t.Errorf("the file is written: %q", got)
	}
	patch, err := c.Diff()
	if err != nil || !strings.Contains(string(patch), "-application: {titel: Berg") || !strings.Contains(string(patch), "+++ b/a.yaml") {
		t.Errorf("the difference is\n%s: %v", patch, err)
	}
	names, err := c.Write(dir)
	if err != nil || !slices.Equal(names, []string{"a.yaml"}) {
		t.Errorf("written are %v: %v", names, err)
	}
	if got := string(read(t, name)); got != after {
		t.Errorf("the file is\n%q, want\n%q", got, after)
	}

	again, err := pipeline.Cure(pipeline.Job{Files: os.DirFS(dir), Packs: templates.FS()}, all)
	if err != nil || again.Applied != 0 {
		t.Errorf("once more, %d cures are applied: %v", again.Applied, err)
	}
}

func TestCureOnlyWhatIsAskedFor(t *testing.T) {
	from := files("a.yaml", "application: {titel: Berg, call: arena-2012, language: nbo}\n")
	c, err := pipeline.Cure(pipeline.Job{Files: from, Packs: templates.FS()}, func(d *diag.Diagnostic) bool { return d.Code == "SCH004" })
	if err != nil || c.Applied != 1 {
		t.Fatalf("%d cures: %v", c.Applied, err)
	}
	if patch, err := c.Diff(); err != nil || !strings.Contains(string(patch), "+application: {titel: Berg, call: arena-2012, language: nb}") {
		t.Errorf("the difference is\n%s: %v", patch, err)
	}
}
