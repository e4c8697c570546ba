package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"soknad/internal/cli"
)

// A step is a step of a workflow that runs commands.
type step struct {
	Name string            `yaml:"name"`
	Uses string            `yaml:"uses"`
	If   string            `yaml:"if"`
	Env  map[string]string `yaml:"env"`
	Run  string            `yaml:"run"`
}

// An action is the composite action at the top of the repository.
type action struct {
	Inputs map[string]struct {
		Default string `yaml:"default"`
	} `yaml:"inputs"`
	Runs struct {
		Steps []step `yaml:"steps"`
	} `yaml:"runs"`
}

// top is the top of the repository.
func top(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func readYAML(t *testing.T, name string, into any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(top(t), name))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(text, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// A runner runs the commands of a workflow in a shell.
type runner struct {
	dir  string
	env  []string
	temp string // holds the program from one run to the next, so that it is linked once
}

// newRunner makes a git repository with the small example in the folder søknad,
// committed.
func newRunner(t *testing.T) *runner {
	t.Helper()
	for _, tool := range []string{"git", "sh", "bash"} {
		if _, err := exec.LookPath(tool); err != nil || runtime.GOOS == "windows" {
			t.Skipf("%s is not installed", tool)
		}
	}
	if testing.Short() {
		t.Skip("it builds the program")
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "søknad"), os.DirFS(filepath.Join(top(t), "examples", "minimal"))); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "søknad", "build")); err != nil {
		t.Fatal(err)
	}
	r := &runner{dir: dir, temp: t.TempDir(), env: append(os.Environ(), "LC_ALL=C", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null")}
	r.must(t, `git init -q . && git config user.name Kari && git config user.email kari@berg.example`)
	r.must(t, `git commit -q --allow-empty -m before && git add -A && git commit -q -m first`)
	return r
}

// sh runs commands and returns what they print and whether they succeed.
func (r *runner) sh(shell, commands string, env ...string) (string, bool) {
	c := exec.Command(shell, "-e", "-c", commands)
	c.Dir, c.Env = r.dir, append(r.env[:len(r.env):len(r.env)], env...)
	out, err := c.CombinedOutput()
	return string(out), err == nil
}

func (r *runner) must(t *testing.T, commands string) string {
	t.Helper()
	out, ok := r.sh("sh", commands)
	if !ok {
		t.Fatalf("%s\n%s", commands, out)
	}
	return out
}

// run runs the action's steps with inputs, as a service would, and returns what
// they print and whether all succeed.
func (r *runner) run(t *testing.T, a action, inputs map[string]string) (string, bool) {
	t.Helper()
	temp := r.temp
	for _, name := range []string{"output", "summary"} {
		if err := os.RemoveAll(filepath.Join(temp, name)); err != nil {
			t.Fatal(err)
		}
	}
	env := []string{
		"GITHUB_ACTION_PATH=" + top(t), "RUNNER_TEMP=" + temp,
		"GITHUB_OUTPUT=" + filepath.Join(temp, "output"), "GITHUB_STEP_SUMMARY=" + filepath.Join(temp, "summary"),
	}
	printed, ok := "", true
	for _, s := range a.Runs.Steps {
		if s.Run == "" || !ok && s.If == "" || s.If == "${{ inputs.committed == 'true' }}" && inputs["committed"] != "true" {
			continue
		}
		if strings.Contains(s.Run, "${{") {
			t.Errorf("the step %q puts an expression into the shell", s.Name)
		}
		out, did := r.sh("bash", s.Run, append(a.environment(s, inputs), env...)...)
		printed, ok = printed+out, ok && did
	}
	for _, name := range []string{"output", "summary"} {
		text, err := os.ReadFile(filepath.Join(temp, name))
		if err == nil {
			printed += string(text)
		}
	}
	return printed, ok
}

// environment returns the variables that a step has by its inputs. One that is
// not given has its default, which is empty where it comes from an event: there
// is none.
func (a action) environment(s step, inputs map[string]string) []string {
	var all []string
	for name, value := range s.Env {
		input := strings.TrimSuffix(strings.TrimPrefix(value, "${{ inputs."), " }}")
		given, isGiven := inputs[input]
		if byDefault := a.Inputs[input].Default; !isGiven && !strings.HasPrefix(byDefault, "${{ github.event.") {
			given = byDefault
		}
		all = append(all, name+"="+given)
	}
	return all
}

// TestAction runs the steps of action.yml on an application that is right, on
// one with a slip, and on one whose committed outputs are stale.
func TestAction(t *testing.T) {
	r := newRunner(t)
	var a action
	readYAML(t, "action.yml", &a)
	inputs := map[string]string{"directory": "søknad"}

	out, ok := r.run(t, a, inputs)
	if !ok || !strings.Contains(out, "pdf=søknad/build/application.pdf") || !strings.Contains(out, "# Skiferklynga") {
		t.Fatalf("the run of a sound application says %t:\n%s", ok, out)
	}

	r.must(t, `! grep -q Utkast søknad/build/application.md`)
	inputs["committed"] = "true"
	if out, ok := r.run(t, a, inputs); !ok || !strings.Contains(out, "are up to date") {
		t.Errorf("outputs that are right: %t\n%s", ok, out)
	}
	r.must(t, `sed -i.bak 's/title: Skiferklynga/title: Steinklynga/' søknad/application.yaml && rm søknad/*.bak`)
	if out, ok := r.run(t, a, inputs); ok || !strings.Contains(out, "refresh the outputs with: soknad assemble søknad") {
		t.Errorf("stale outputs: %t\n%s", ok, out)
	}

	inputs["committed"] = "false"
	inputs["base"] = strings.TrimSpace(r.must(t, `git rev-parse HEAD`))
	r.must(t, `sed -i.bak 's/title: Prøvesortering/title: Storskalasortering/' søknad/application.yaml && rm søknad/*.bak`)
	out, ok = r.run(t, a, inputs)
	if !ok || !strings.Contains(out, "## What has changed\n\n### Activities") || !strings.Contains(out, "~~Prøvesortering~~ **Storskalasortering**") {
		t.Errorf("a change: %t\n%s", ok, out)
	}
	inputs["lang"] = "nb"
	r.env = append(r.env, "LC_ALL=")
	if out, ok := r.run(t, a, inputs); !ok || !strings.Contains(out, "## Endringer\n\n### Aktiviteter") {
		t.Errorf("a change in Bokmål: %t\n%s", ok, out)
	}
	inputs["lang"] = "en"
	for _, base := range []string{strings.TrimSpace(r.must(t, `git rev-parse HEAD~1`)), strings.Repeat("1", 40)} {
		inputs["base"] = base
		if out, ok := r.run(t, a, inputs); !ok || !strings.Contains(out, "There is nothing to compare with") {
			t.Errorf("a base without the application: %t\n%s", ok, out)
		}
	}
	for _, base := range []string{"", strings.Repeat("0", 40), "--output=x"} {
		inputs["base"] = base
		if out, ok := r.run(t, a, inputs); !ok || strings.Contains(out, "compare") || strings.Contains(out, "has changed") {
			t.Errorf("the base %q: %t\n%s", base, ok, out)
		}
	}

	r.must(t, `sed -i.bak 's/^  title: /  titel: /' søknad/application.yaml && rm søknad/*.bak`)
	if out, ok := r.run(t, a, inputs); ok || !strings.Contains(out, "::error title=SCH001,file=søknad/application.yaml,line=") || !strings.Contains(out, "pdf=") {
		t.Errorf("a slip: %t\n%s", ok, out)
	}
	r.must(t, `grep -q '^\*\*Utkast' søknad/build/application.md`)
}

// TestGitLab runs the commands of the template for GitLab, against a clone of
// this source.
func TestGitLab(t *testing.T) {
	r := newRunner(t)
	var jobs map[string]struct {
		Variables    map[string]string `yaml:"variables"`
		BeforeScript []string          `yaml:"before_script"`
		Script       []string          `yaml:"script"`
	}
	readYAML(t, "templates/ci/gitlab.yml", &jobs)
	source := sourceRepository(t, r)
	job := jobs[".soknad"]
	job.Variables["SOKNAD_SOURCE"], job.Variables["SOKNAD_DIRECTORY"] = source, "søknad"
	r.env = append(r.env, "CI_PROJECT_DIR="+r.dir)
	for name, value := range job.Variables {
		r.env = append(r.env, name+"="+value)
	}
	for _, command := range append(job.BeforeScript, job.Script...) {
		r.must(t, command)
	}
	r.must(t, `grep -q '<testsuite' soknad.xml && [ -s søknad/build/application.pdf ] && grep -q '^### Skiferklynga' soknad.md`)
	r.must(t, `! grep -q 'has changed' soknad.md`)

	r.must(t, `sed -i.bak 's/^  title: /  titel: /' søknad/application.yaml && rm søknad/*.bak`)
	base := strings.TrimSpace(r.must(t, `git rev-parse HEAD`))
	out, ok := r.sh("sh", strings.Join(job.Script, "\n"), "CI_MERGE_REQUEST_DIFF_BASE_SHA="+base)
	if ok || !strings.Contains(out, "SCH001") || !strings.Contains(out, "## What has changed\n\n### Findings that appeared") {
		t.Errorf("a slip: %t\n%s", ok, out)
	}
	r.must(t, `grep -q SCH001 soknad.xml`)
}

// sourceRepository commits this source to a repository of its own.
func sourceRepository(t *testing.T, r *runner) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"cmd", "internal", "templates"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(top(t), name))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(top(t), name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	elsewhere := &runner{dir: dir, env: r.env}
	elsewhere.must(t, `git init -q -b main . && git add -A && git -c user.name=Kari -c user.email=kari@berg.example commit -q -m source`)
	return dir
}

// TestPreCommitHooks runs the entries of the hooks as pre-commit does: in the
// repository, with the program on the path.
func TestPreCommitHooks(t *testing.T) {
	r := newRunner(t)
	var hooks []struct {
		ID            string `yaml:"id"`
		Entry         string `yaml:"entry"`
		Language      string `yaml:"language"`
		Files         string `yaml:"files"`
		PassFilenames bool   `yaml:"pass_filenames"`
	}
	readYAML(t, ".pre-commit-hooks.yaml", &hooks)
	bin := t.TempDir()
	r.must(t, `go build -C '`+top(t)+`' -o '`+bin+`/soknad' ./cmd/soknad`)
	r.dir = filepath.Join(r.dir, "søknad")
	r.env = append(r.env, "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	r.must(t, `soknad assemble`)
	for _, h := range hooks {
		if h.Language != "golang" || h.PassFilenames {
			t.Errorf("the hook %s is %+v", h.ID, h)
		}
		if _, err := regexp.Compile(h.Files); err != nil {
			t.Error(err)
		}
		if out, ok := r.sh("sh", h.Entry); !ok {
			t.Errorf("%s refuses what is right:\n%s", h.ID, out)
		}
	}
	r.must(t, `printf 'mål:\n' >> application.yaml`)
	for _, h := range hooks {
		if out, ok := r.sh("sh", h.Entry); ok {
			t.Errorf("%s lets a slip pass:\n%s", h.ID, out)
		}
	}
}

// TestInitUsesTheAction holds that the workflows that init writes give the action
// inputs that it has.
func TestInitUsesTheAction(t *testing.T) {
	var a action
	readYAML(t, "action.yml", &a)
	for _, name := range []string{"github", "forgejo"} {
		text, err := os.ReadFile(filepath.Join(top(t), "templates", "init", "ci", name+".yml.tmpl"))
		if err != nil {
			t.Fatal(err)
		}
		_, workflow, _ := strings.Cut(string(text), "\n") // The first line is for the template.
		var w struct {
			Jobs map[string]struct {
				Steps []struct {
					Uses string         `yaml:"uses"`
					With map[string]any `yaml:"with"`
				} `yaml:"steps"`
			} `yaml:"jobs"`
		}
		if err := yaml.Unmarshal([]byte(workflow), &w); err != nil {
			t.Fatal(err)
		}
		used := false
		for _, s := range w.Jobs["application"].Steps {
			if !strings.HasSuffix(s.Uses, "<OWNER>/soknad@main") {
				continue
			}
			used = true
			for input := range s.With {
				if _, ok := a.Inputs[input]; !ok {
					t.Errorf("%s gives the input %q, which the action does not have", name, input)
				}
			}
		}
		if !used {
			t.Errorf("%s does not use the action", name)
		}
	}
}

// TestProblemMatcher holds the matcher's expression against what a run prints.
func TestProblemMatcher(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(top(t), ".github", "problem-matcher.json"))
	if err != nil {
		t.Fatal(err)
	}
	var m struct {
		ProblemMatcher []struct {
			Pattern []struct {
				Regexp                                      string
				File, Line, Column, Severity, Message, Code int
			}
		}
	}
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	p := m.ProblemMatcher[0].Pattern[0]
	pattern := regexp.MustCompile(p.Regexp)
	printed := printedBy(t, "validate", filepath.Join("testdata", "matcher"), "--lang", "en")
	found := map[string][]string{}
	for line := range strings.Lines(printed) {
		if groups := pattern.FindStringSubmatch(strings.TrimRight(line, "\n")); groups != nil {
			found[groups[p.Code]] = groups
		}
	}
	groups := found["SCH001"]
	if groups == nil {
		t.Fatalf("nothing is matched in\n%s", printed)
	}
	if groups[p.File] != "application.yaml" || groups[p.Line] != "2" || groups[p.Column] != "3" || groups[p.Severity] != "error" ||
		!strings.HasPrefix(groups[p.Message], "there is no key") {
		t.Errorf("what is matched is %q", groups)
	}
}

// printedBy runs the command line and returns what it prints to standard
// output.
func printedBy(t *testing.T, args ...string) string {
	t.Helper()
	var out, notices strings.Builder
	cli.Main(args, cli.World{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &notices,
		Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Time{} },
	})
	return out.String()
}
