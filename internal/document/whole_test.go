package document_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"encoding/json"

	"soknad/internal/call"
	"soknad/internal/document"
	"soknad/internal/figure"
	"soknad/internal/model"
	"soknad/internal/schema"
	"soknad/templates"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestNothingIsLost holds the sixth law over the whole vocabulary: to change
// a field of a description in which every field is written changes the
// document, or the field is one of those that the variant leaves out. What is
// left out changes nothing, unless it counts in a sum.
func TestNothingIsLost(t *testing.T) {
	text, c := whole(t), arena2012(t)
	project := described(t, text)
	before := []*document.Document{made(t, project, c, document.Full), made(t, project, c, document.Public)}
	tried := map[string]bool{}
	for _, f := range project.Fields() {
		omitted, _ := omission(f, document.Public)
		key := fmt.Sprint(f.Path, omitted, f.Beside("commitment.status"), f.Beside("kind"))
		if tried[key] {
			continue
		}
		tried[key] = true
		other := described(t, changed(t, text, f))
		for _, v := range []document.Variant{document.Full, document.Public} {
			same := alike(before[v], made(t, other, c, v))
			omitted, counted := omission(f, v)
			if same && !omitted {
				t.Errorf("%s: the document does not say %s (%s)", v, f.Path, f.Value)
			}
			if !same && omitted && !counted {
				t.Errorf("%s: the document says %s (%s), which it must leave out", v, f.Path, f.Value)
			}
		}
	}
}

func alike(a, b *document.Document) bool {
	return string(a.Text) == string(b.Text) && reflect.DeepEqual(a.Figures, b.Figures)
}

// TestWholeIsWhole holds that the description of TestNothingIsLost has every
// field of the schema.
func TestWholeIsWhole(t *testing.T) {
	var written []string
	for _, f := range described(t, whole(t)).Fields() {
		written = append(written, f.Path)
	}
	paths := pathsOfSchema(t)
	if len(paths) < 100 {
		t.Fatalf("the schema has only %d fields", len(paths))
	}
	for _, path := range paths {
		if !slices.Contains(written, path) {
			t.Errorf("whole.yaml does not write %s", path)
		}
	}
	for _, v := range []document.Variant{document.Full, document.Public} {
		for _, o := range document.Omissions(v) {
			for _, path := range o.Fields {
				if !slices.Contains(paths, path) {
					t.Errorf("%s names %s, which is no field", o.Word, path)
				}
			}
		}
	}
}

// TestPublicIsPublic holds that a public document says nothing of what single
// participants pay, nor how to reach anybody, and says what it left out.
func TestPublicIsPublic(t *testing.T) {
	d := made(t, described(t, whole(t)), arena2012(t), document.Public)
	text := string(d.Text)
	for _, f := range d.Figures {
		text += "\n" + f.Alt
		for _, shape := range f.Shapes {
			if words, ok := shape.(figure.Text); ok {
				text += "\n" + words.Words
			}
		}
	}
	for _, secret := range []string{
		"@", "00 00 00 01", "25 000", "31 000", "| 5 000", "| 4 000", "590", "610", "| 210", "Sparebanken", "bank.pdf", "E-post", "Telefon",
	} {
		if strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), secret) {
			t.Errorf("the public document says %q", secret)
		}
	}
	for _, said := range []string{"30 000", "65 000", "- e-postadresser\n", "- telefonnumre\n", "Andre private kilder", "Arbeid i gruva."} {
		if !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), said) {
			t.Errorf("the public document does not say %q", said)
		}
	}
}

func omission(f model.Field, v document.Variant) (omitted, counted bool) {
	for _, o := range document.Omissions(v) {
		if o.Has(f) {
			return true, o.Counted
		}
	}
	return false, false
}

func whole(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("testdata/whole.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func described(t *testing.T, text string) *model.Project {
	t.Helper()
	return model.Decode(tree(t, schema.Application, []txtar.File{{Name: "whole.yaml", Data: []byte(text)}}), nil)
}

// made makes the document of a description for a call.
func made(t *testing.T, p *model.Project, c *call.Call, v document.Variant) *document.Document {
	t.Helper()
	d, _ := assemble(t, document.Input{
		Project: p, Call: c, Variant: v,
		Templates: []document.Folder{{Name: "templates", Files: templates.FS()}},
	})
	return d
}

func arena2012(t testing.TB) *call.Call {
	t.Helper()
	pack, err := fs.ReadFile(templates.FS(), "arena/2012/call.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return call.Decode(tree(t, schema.Call, []txtar.File{{Name: "call.yaml", Data: pack}}))
}

var identifier = regexp.MustCompile(`^[a-z]+-[a-z0-9]+$`)

// changed writes a field anew, as another value that it may have. The id of
// an entity is written anew wherever it stands.
func changed(t *testing.T, text string, f model.Field) string {
	t.Helper()
	if strings.HasSuffix(f.Path, ".id") && f.Path != "activities.participants.id" && f.Path != "criteria.id" {
		return regexp.MustCompile(`\b`+regexp.QuoteMeta(f.Value)+`\b`).ReplaceAllString(text, f.Value+"9")
	}
	s := f.Span()
	written := text[s.Start:s.End]
	return text[:s.Start] + strings.Replace(written, f.Value, another(t, f.Value), 1) + text[s.End:]
}

// another returns a value of the same kind as one of whole.yaml.
func another(t *testing.T, value string) string {
	t.Helper()
	if other, ok := others()[value]; ok {
		return other
	}
	if day, err := time.Parse(time.DateOnly, value); err == nil {
		return day.AddDate(0, 0, 1).Format(time.DateOnly)
	}
	if n, err := strconv.Atoi(value); err == nil && !strings.HasPrefix(value, "0") {
		return fmt.Sprintf("%d", n-1)
	}
	if identifier.MatchString(value) {
		t.Fatalf("there is no other value for %q", value)
	}
	if strings.HasSuffix(value, "1") || strings.HasSuffix(value, "2") {
		return value[:len(value)-1] + "9"
	}
	return "B" + value
}

// others pairs the ids and choices of whole.yaml.
func others() map[string]string {
	pairs := map[string]string{
		"s-leting": "s-drift", "w-narvik": "w-bodo", "c-vinter": "c-avstand", "f-folk": "f-miljo", "g-hoved": "g-res",
		"a-1": "a-2", "p-berg": "p-uni", "i-3": "i-1", "resource-base": "position", "nb": "nn", "true": "false",
		"used": "dropped", "innovation": "competence", "increase": "decrease", "main": "sub", "result": "effect",
		"external-services": "travel", "own-effort": "personnel", "evaluation": "training", "core-company": "company",
		"partner": "supporter", "research": "education", "signed": "committed", "declined": "invited", "draft": "none",
		"grant": "other-public", "other-private": "other-public", "applied": "planned", "granted": "planned",
		"excluded": "included", "partnership-agreement": "other", "SE": "FI", "07.100": "07.290", "arena-2012": "arena-2021", "liberation": "standard",
		"merged": "used", "de-minimis": "cluster-scheme", "goals": "budget", "303060537": "384672132",
	}
	for a, b := range maps.Clone(pairs) {
		if _, ok := pairs[b]; !ok {
			pairs[b] = a
		}
	}
	return pairs
}

// pathsOfSchema lists the paths of all fields of the schema.
func pathsOfSchema(t *testing.T) []string {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(schema.Source(schema.Application), &doc); err != nil {
		t.Fatal(err)
	}
	var paths []string
	schemaPaths(doc, doc["$defs"].(map[string]any), "", &paths)
	return paths
}

func schemaPaths(s, defs map[string]any, path string, paths *[]string) {
	for {
		ref, ok := s["$ref"].(string)
		if !ok {
			break
		}
		s = defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	properties, _ := s["properties"].(map[string]any)
	for key, below := range properties {
		schemaPaths(below.(map[string]any), defs, strings.TrimPrefix(path+"."+key, "."), paths)
	}
	if items, ok := s["items"].(map[string]any); ok {
		schemaPaths(items, defs, path, paths)
	} else if properties == nil {
		*paths = append(*paths, path)
	}
}
