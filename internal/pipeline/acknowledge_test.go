package pipeline_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"soknad/internal/pipeline"
	"soknad/templates"
)

const answered = `application: {title: Eksempel, call: arena-2012, language: nb}
inputs:
  - {id: i-1, text: Malmen fryser fast., decision: {status: used, focus_area: drift}}
  - {id: i-2, text: Toget står., decision: {status: used, focus_area: drift}}
challenges: [{id: stans, text: Det er for mye stans.}]
focus_areas: [{id: drift, title: Drift}]
`

// TestAcknowledge holds what ack writes in each way that a record can be
// written, with every fingerprint shown as F.
func TestAcknowledge(t *testing.T) {
	for name, c := range map[string]struct{ before, after string }{
		"in lines": {
			"activities:\n  - id: a\n    focus_area: drift # her\n    title: Å\n",
			"activities:\n  - id: a\n    focus_area: drift # her\n    answers_as_of:\n      drift: F\n      i-1: F\n      i-2: F\n    title: Å\n",
		},
		"after a list, at the end of the file": {
			"goals:\n- id: a\n  level: result\n  title: Å\n  focus_areas:\n  - drift",
			"goals:\n- id: a\n  level: result\n  title: Å\n  focus_areas:\n  - drift\n  answers_as_of:\n    drift: F\n    i-1: F\n    i-2: F",
		},
		"the field comes first": {
			"goals:\n  - focus_areas: [drift]\n    id: a\n    level: result\n    title: Å\n",
			"goals:\n  - focus_areas: [drift]\n    answers_as_of:\n      drift: F\n      i-1: F\n      i-2: F\n    id: a\n    level: result\n    title: Å\n",
		},
		"lines of Windows": {
			"activities:\r\n  - id: a\r\n    focus_area: drift\r\n    title: Å\r\n",
			"activities:\r\n  - id: a\r\n    focus_area: drift\r\n    answers_as_of:\r\n      drift: F\r\n      i-1: F\r\n      i-2: F\r\n    title: Å\r\n",
		},
		"in braces": {
			"activities:\n  - {id: a, focus_area: drift, title: Å}\n",
			"activities:\n  - {id: a, focus_area: drift, answers_as_of: {drift: F, i-1: F, i-2: F}, title: Å}\n",
		},
		"what is gone goes, what is new comes, inputs left out stay out": {
			"activities:\n  - id: a\n    focus_area: drift\n    answers: [stans]\n    answers_as_of:\n      i-9: \"00000000\" # borte\n      drift: \"00000000\" # her\n      # behold\n      i-2: '00000000'\n      i-8: \"00000000\"\n    title: Å\n",
			"activities:\n  - id: a\n    focus_area: drift\n    answers: [stans]\n    answers_as_of:\n      drift: F # her\n      # behold\n      i-2: F\n      stans: F\n    title: Å\n",
		},
		"the same in braces": {
			"activities:\n  - {id: a, focus_area: drift, answers: [stans], answers_as_of: {i-9: \"00000000\", i-7: \"00000000\", drift: \"00000000\", i-8: \"00000000\"}, title: Å}\n",
			"activities:\n  - {id: a, focus_area: drift, answers: [stans], answers_as_of: {drift: F, stans: F}, title: Å}\n",
		},
		"nothing is left": {
			"activities:\n  - id: a\n    focus_area: drift\n    answers_as_of:\n      i-9: \"00000000\"\n    title: Å\n",
			"activities:\n  - id: a\n    focus_area: drift\n    answers_as_of:\n      drift: F\n      i-1: F\n      i-2: F\n    title: Å\n",
		},
		"empty braces": {
			"activities: [{id: a, focus_area: drift, answers_as_of: {}, title: Å}]\n",
			"activities: [{id: a, focus_area: drift, answers_as_of: {drift: F, i-1: F, i-2: F}, title: Å}]\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "f.yaml")
			if err := os.WriteFile(file, []byte(answered+c.before), 0o644); err != nil {
				t.Fatal(err)
			}
			got := acknowledged(t, dir, file)
			if shown := fingerprints.ReplaceAllString(got, ": F"); shown != answered+c.after {
				t.Errorf("got\n%s", strings.TrimPrefix(shown, answered))
			}
			if again := acknowledged(t, dir, file); again != got {
				t.Errorf("a second look changes it to\n%s", again)
			}
		})
	}
}

var fingerprints = regexp.MustCompile(`: "[0-9a-f]{8}"`)

// acknowledged runs ack on the activity or goal a and returns the file.
func acknowledged(t *testing.T, dir, file string) string {
	t.Helper()
	job := pipeline.Job{Files: os.DirFS(dir), Packs: templates.FS()}
	if _, err := pipeline.Acknowledge(job, dir, []string{"a"}); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
