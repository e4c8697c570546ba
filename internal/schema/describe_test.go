package schema_test

import (
	"encoding/json"
	"strings"
	"testing"

	"soknad/internal/i18n"
	"soknad/internal/schema"
)

func TestDescription(t *testing.T) {
	for key, want := range map[string]string{
		"application.title":            "The project's name, as it stands on the cover.",
		"goals.indicators.target.date": "The day it is to be reached.",
		"budget":                       "Costs of no single activity, and who pays.",
		"goals.colour":                 "",
		"nothing.title":                "",
	} {
		if got := schema.Description(schema.Application, key); !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%s is %q", key, got)
		}
	}
}

// TestIn holds that a schema in another language is the same schema.
func TestIn(t *testing.T) {
	var english, norwegian map[string]any
	if err := json.Unmarshal(schema.In(schema.Application, i18n.EN), &english); err != nil {
		t.Fatal(err)
	}
	text := schema.In(schema.Application, i18n.NB)
	if err := json.Unmarshal(text, &norwegian); err != nil {
		t.Fatal(err)
	}
	if len(english) != len(norwegian) || english["$id"] != norwegian["$id"] {
		t.Error("the schema is another one")
	}
	if !strings.Contains(string(text), `"description": "Prosjektperioden."`) || strings.Contains(string(text), "The project period.") {
		t.Error("the schema does not speak Norwegian")
	}
	if string(schema.In(schema.Application, i18n.EN)) != string(schema.Source(schema.Application)) {
		t.Error("in English the schema is not the source")
	}
}
