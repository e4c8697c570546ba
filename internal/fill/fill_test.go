package fill_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"text/template"

	"soknad/internal/fill"
)

// functions are a few that stand for those of a document.
func functions() template.FuncMap {
	return template.FuncMap{
		"join":  fill.Join,
		"say":   fill.Sprintf,
		"twice": func(s string) string { return s + s },
		"fail":  func() (string, error) { return "", errors.New("no such thing") },
	}
}

func data() map[string]any {
	return map[string]any{"name": "Berg", "list": []string{"a", "b"}, "rows": []map[string]any{{"n": 1}, {"n": 2}}}
}

func execute(text string) (string, error) {
	return new(fill.Meter).Execute("mal.md.tmpl", text, functions(), data())
}

func TestExecute(t *testing.T) {
	for text, want := range map[string]string{
		"": "",
		"{{ .name }} {{- range .rows }} {{ .n }}{{ else }}none{{ end }}":            "Berg 1 2",
		"{{ range $i, $r := .rows }}{{ if eq $i 1 }}{{ break }}{{ end }}x{{ end }}": "x",
		`{{ define "a" }}[{{ . }}]{{ end }}{{ template "a" .name }}`:                "[Berg]",
		`{{ block "b" .list }}{{ join . "-" }}{{ end }}`:                            "a-b",
		`{{ printf "%s: %3d" .name 7 }}{{ print 1 2 }}{{ println "x" }}`:            "Berg:   71 2x\n",
		`{{ with .name }}{{ len . }}{{ index $.list 1 }}{{ slice . 1 }}{{ end }}`:   "4berg",
		`{{ say "%[2]v %[1]v" "a" "b" }}{{ twice "x" | twice }}`:                    "b axxxx",
		"{{ with false }}x{{ else with .name }}{{ . }}{{ end }}":                    "Berg",
	} {
		got, err := execute(text)
		if err != nil || got != want {
			t.Errorf("%s: %q %v, want %q", text, got, err, want)
		}
	}
}

// hostile are templates that go too far, each with where: the line and the
// byte of the action.
func hostile() map[string]struct {
	text  string
	limit error
	place string
} {
	type h = struct {
		text  string
		limit error
		place string
	}
	nested := strings.Repeat("{{ if 1 }}", 2000) + strings.Repeat("{{ end }}", 2000)
	elses := "{{ if 0 }}" + strings.Repeat("{{ else if 0 }}", 2000) + "{{ end }}"
	var fan strings.Builder
	for i := range 40 {
		fmt.Fprintf(&fan, "{{ define \"f%d\" }}{{ template \"f%d\" }}{{ template \"f%d\" }}{{ end }}\n", i, i+1, i+1)
	}
	fan.WriteString(`{{ define "f40" }}x{{ end }}{{ template "f0" }}`)
	return map[string]h{
		"endless":           {"a\n{{ range 10000000000 }}{{ end }}", fill.ErrSteps, "2:9"},
		"endless inside":    {"{{ range 100000 }}{{ range 100000 }}{{ end }}{{ end }}", fill.ErrSteps, "1:27"},
		"endless in else":   {"{{ range 0 }}{{ else }}{{ range 10000000000 }}{{ end }}{{ end }}", fill.ErrSteps, "1:32"},
		"fans out":          {fan.String(), fill.ErrSteps, "38:18"},
		"calls itself":      {"{{ define \"a\" }}\n {{ template \"a\" }}{{ end }}{{ template \"a\" }}", fill.ErrCalls, "2:13"},
		"calls its file":    {`{{ template "mal.md.tmpl" . }}`, fill.ErrCalls, "1:12"},
		"calls in a ring":   {`{{ define "a" }}{{ template "b" }}{{ end }}{{ define "b" }}{{ template "a" }}{{ end }}{{ template "b" }}`, fill.ErrCalls, ""},
		"too large":         {strings.Repeat("x", fill.MaxSource+1), fill.ErrSource, "1:0"},
		"a million blocks":  {strings.Repeat("{{if 1}}", 1_000_000), fill.ErrSource, "1:0"},
		"nested":            {nested, fill.ErrNesting, "1:1006"},
		"nested in else":    {elses, fill.ErrNesting, ""},
		"writes":            {"{{ range 100000 }}{{ $.name }}" + strings.Repeat("skriver", 10) + "{{ end }}", fill.ErrOutput, "1:9"},
		"doubles":           {"{{ $s := \"xx\" }}\n{{ range 60 }}{{ $s = print $s $s }}{{ end }}", fill.ErrText, "2:22"},
		"doubles by format": {`{{ $s := "xx" }}{{ range 60 }}{{ $s = printf "%s%s" $s $s }}{{ end }}`, fill.ErrText, ""},
		"says it again":     {`{{ $s := "xx" }}{{ range 60 }}{{ $s = say "%[1]s%[1]s" $s }}{{ end }}`, fill.ErrText, ""},
		"doubles by ours":   {`{{ $s := "xx" }}{{ range 60 }}{{ $s = twice $s }}{{ end }}`, fill.ErrText, ""},
		"joins":             {`{{ $s := print "` + strings.Repeat("x", 200_000) + `" }}{{ $s = print $s $s $s }}{{ join .list $s }}`, fill.ErrText, ""},
		"long again and again": {
			`{{ $s := print "` + strings.Repeat("x", 200_000) + `" }}{{ range 10000 }}{{ $t := twice $s }}{{ end }}`, fill.ErrSteps, ""},
	}
}

func TestLimits(t *testing.T) {
	for name, h := range hostile() {
		t.Run(name, func(t *testing.T) {
			out, err := execute(h.text)
			var fault *fill.Fault
			if !errors.As(err, &fault) || !errors.Is(err, h.limit) || out != "" {
				t.Fatalf("%v and %d bytes, want %v", err, len(out), h.limit)
			}
			if got := fmt.Sprintf("%d:%d", fault.Line, fault.Byte); h.place != "" && got != h.place {
				t.Errorf("it is at %s, want %s", got, h.place)
			}
			if len(fault.Words) > 400 {
				t.Errorf("it takes %d bytes to say", len(fault.Words))
			}
		})
	}
}

// TestSprintf holds that a long text is refused before it is made.
func TestSprintf(t *testing.T) {
	again := strings.Repeat("%[1]s", 2000)
	if got, err := fill.Sprintf(again, strings.Repeat("x", 1000)); !errors.Is(err, fill.ErrText) || got != "" {
		t.Errorf("%d bytes and %v", len(got), err)
	}
}

// TestMistakes holds that what is no limit is said as text/template says it,
// and that the functions of a stranger are few.
func TestMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"{{ range .missing }}x{{ end }}":         `1:9 executing "mal.md.tmpl" at <.missing>: map has no entry for key "missing"`,
		"a\n{{ .missing }}":                      `2:3 executing "mal.md.tmpl" at <.missing>: map has no entry for key "missing"`,
		"{{ if }}":                               "1:0 missing value for if",
		"{{ fail }}":                             `1:3 executing "mal.md.tmpl" at <fail>: error calling fail: no such thing`,
		`{{ call .name }}`:                       `1:0 function "call" not defined`,
		`{{ html .name }}`:                       `1:0 function "html" not defined`,
		`{{ _tick 1 1 }}`:                        `1:0 function "_tick" not defined`,
		`{{ printf "%1000000d" 1 }}`:             `1:3 executing "mal.md.tmpl" at <printf "%1000000d" 1>: error calling printf: "%1000000d" is too wide`,
		`{{ printf "%*d" 99 1 }}`:                `1:3 executing "mal.md.tmpl" at <printf "%*d" 99 1>: error calling printf: "%*d" is too wide`,
		`{{ printf "%v" .rows }}`:                `1:3 executing "mal.md.tmpl" at <printf "%v" .rows>: error calling printf: only words and numbers can be printed`,
		"{{ " + strings.Repeat("å", 500) + " }}": `1:0 function "` + strings.Repeat("å", 145) + "…",
		`{{ print .rows }}`:                      `1:3 executing "mal.md.tmpl" at <print .rows>: error calling print: only words and numbers can be printed`,
		"{{ " + strings.Repeat("(", 20000):       "1:0 max expression depth exceeded",
	} {
		_, err := execute(text)
		var fault *fill.Fault
		if !errors.As(err, &fault) || fault.Limit != nil {
			t.Errorf("%.40s: %v", text, err)
			continue
		}
		if got := fmt.Sprintf("%d:%d %s", fault.Line, fault.Byte, fault.Words); got != want {
			t.Errorf("%.40s: %s, want %s", text, got, want)
		}
	}
}

// TestMeter holds that all templates of a document share what they may use.
func TestMeter(t *testing.T) {
	m := new(fill.Meter)
	const half = "{{ range 100000 }}{{ end }}"
	for i, wanted := range []error{nil, nil, fill.ErrSteps, fill.ErrSteps} {
		if _, err := m.Execute("mal.md.tmpl", half, nil, nil); !errors.Is(err, wanted) {
			t.Errorf("the template %d: %v, want %v", i+1, err, wanted)
		}
		if m.Spent() != (wanted != nil) {
			t.Errorf("after the template %d it is spent: %v", i+1, m.Spent())
		}
	}
}

// TestDescribed holds that templates may do more with a large description.
func TestDescribed(t *testing.T) {
	const steps, output = "{{ range 300000 }}{{ end }}", "{{ range 200000 }}Dette er en linje tekst.{{ end }}"
	for text, wanted := range map[string]error{steps: fill.ErrSteps, output: fill.ErrOutput} {
		if _, err := new(fill.Meter).Execute("mal.md.tmpl", text, nil, nil); !errors.Is(err, wanted) {
			t.Errorf("%s: %v, want %v", text, err, wanted)
		}
		m := fill.Meter{Described: 2 << 20}
		if _, err := m.Execute("mal.md.tmpl", text, nil, nil); err != nil || m.Spent() {
			t.Errorf("%s, with a large description: %v", text, err)
		}
	}
}

// TestSameEveryTime holds that a limit is reached at the same place each time.
func TestSameEveryTime(t *testing.T) {
	for _, name := range []string{"writes", "fans out", "long again and again"} {
		_, first := execute(hostile()[name].text)
		if _, again := execute(hostile()[name].text); fmt.Sprintf("%+v", again) != fmt.Sprintf("%+v", first) {
			t.Errorf("%s: %+v, then %+v", name, first, again)
		}
	}
}

// FuzzExecute holds that no template ends the program, and that what it does
// stays within the limits.
func FuzzExecute(f *testing.F) {
	for _, h := range hostile() {
		if len(h.text) < 1000 {
			f.Add(h.text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		out, err := execute(text)
		var fault *fill.Fault
		switch {
		case err == nil && len(out) > fill.MaxOutput:
			t.Errorf("it writes %d bytes", len(out))
		case err != nil && (!errors.As(err, &fault) || fault.Line < 1 || fault.Line > 1+strings.Count(text, "\n")):
			t.Errorf("%v has no place", err)
		}
	})
}
