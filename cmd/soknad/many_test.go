package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// manyFolders are the applications of the repository that the examples of
// docs/many.md run in; the third has a slip.
func manyFolders() []string { return []string{"aurland", "bremanger", "eid", "florø", "vik"} }

// newManyRunner makes a repository with many applications, and soknad's source
// in .soknad.
func newManyRunner(t *testing.T) *runner {
	t.Helper()
	r := newRunner(t)
	for _, name := range manyFolders() {
		if err := os.CopyFS(filepath.Join(r.dir, "calls", "2012", name), os.DirFS(filepath.Join(r.dir, "søknad"))); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(top(t), filepath.Join(r.dir, ".soknad")); err != nil {
		t.Fatal(err)
	}
	r.must(t, `sed -i.bak 's/^  title: /  titel: /' calls/2012/eid/application.yaml && rm calls/2012/eid/*.bak`)
	return r
}

// examplesOf reads the blocks of YAML in a page of the documentation.
func examplesOf(t *testing.T, page string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(top(t), "docs", page))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllSubmatch(text, -1) {
		all = append(all, string(m[1]))
	}
	return all
}

// holdParts holds that the parts together wrote each sound application once,
// and that just the part with the slip failed.
func holdParts(t *testing.T, r *runner, parts []string, succeeded []bool) {
	t.Helper()
	together := strings.Join(parts, "")
	for _, name := range manyFolders() {
		if name == "eid" {
			continue
		}
		if n := strings.Count(together, "wrote calls/2012/"+name+"/build/application.pdf"); n != 1 {
			t.Errorf("%s was written %d times:\n%s", name, n, together)
		}
		r.must(t, `[ -s 'calls/2012/`+name+`/build/application.pdf' ]`)
	}
	for i, ok := range succeeded {
		if hasSlip := strings.Contains(parts[i], "SCH001"); hasSlip == ok {
			t.Errorf("part %d, with the slip %t, succeeded %t:\n%s", i+1, hasSlip, ok, parts[i])
		}
	}
	if !strings.Contains(together, "SCH001") || slices.Index(succeeded, true) < 0 {
		t.Errorf("the slip is found nowhere, or all parts failed:\n%s", together)
	}
}

// TestMatrix runs the workflow for GitHub of docs/many.md, part by part.
func TestMatrix(t *testing.T) {
	r := newManyRunner(t)
	var workflow struct {
		Jobs map[string]struct {
			Strategy struct {
				Matrix struct{ Part []int } `yaml:"matrix"`
			} `yaml:"strategy"`
			Steps []step `yaml:"steps"`
		} `yaml:"jobs"`
	}
	if err := yaml.Unmarshal([]byte(examplesOf(t, "many.md")[0]), &workflow); err != nil {
		t.Fatal(err)
	}
	job := workflow.Jobs["applications"]
	r.env = append(r.env, "RUNNER_TEMP="+t.TempDir())
	var parts []string
	var succeeded []bool
	for _, part := range job.Strategy.Matrix.Part {
		out, ok := "", true
		for _, s := range job.Steps {
			var env []string
			for name, value := range s.Env {
				env = append(env, name+"="+strings.ReplaceAll(value, "${{ matrix.part }}", fmt.Sprint(part)))
			}
			printed, did := r.sh("bash", s.Run, env...)
			out, ok = out+printed, ok && did
		}
		parts, succeeded = append(parts, out), append(succeeded, ok)
	}
	holdParts(t, r, parts, succeeded)
}

// TestParallel runs the job for GitLab of docs/many.md, part by part.
func TestParallel(t *testing.T) {
	r := newManyRunner(t)
	var jobs struct {
		Applications struct {
			Parallel int      `yaml:"parallel"`
			Script   []string `yaml:"script"`
		} `yaml:"applications"`
	}
	if err := yaml.Unmarshal([]byte(examplesOf(t, "many.md")[1]), &jobs); err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	r.must(t, `go build -C '`+top(t)+`' -o '`+bin+`/soknad' ./cmd/soknad && rm .soknad && ln -s '`+bin+`' .soknad`)
	var parts []string
	var succeeded []bool
	for i := range jobs.Applications.Parallel {
		out, ok := r.sh("sh", strings.Join(jobs.Applications.Script, "\n"),
			fmt.Sprintf("CI_NODE_INDEX=%d", i+1), fmt.Sprintf("CI_NODE_TOTAL=%d", jobs.Applications.Parallel))
		parts, succeeded = append(parts, out), append(succeeded, ok)
	}
	holdParts(t, r, parts, succeeded)
}
