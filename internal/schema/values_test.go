package schema_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"soknad/internal/golden"
	"soknad/internal/schema"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// TestValues holds what is made of values in every kind of field: that leading
// zeros, yes and no, decimals, dates and what is empty are never read as
// something else without a finding. Each line of the table is a kind of field,
// what is written there, what it means, and the findings.
func TestValues(t *testing.T) {
	fields := []struct{ kind, head, tail, path string }{
		{"text", "activities: [{id: a, title: ", "}]", "activities.0.title"},
		{"digits", "participants: [{id: p, name: x, kind: company, municipality: ", "}]", "participants.0.municipality"},
		{"amount", "budget: {costs: [{category: travel, year: 2012, amount: ", "}]}", "budget.costs.0.amount"},
		{"yes or no", "participants: [{id: p, name: x, kind: company}]\napplication: {title: t, call: c, language: nb, sample: ", "}", "application.sample"},
		{"date", "workshops: [{id: w, title: t, start: ", "}]", "workshops.0.start"},
	}
	written := []string{
		"NO", "yes", `"NO"`, "true", "1.5", "-.INF", "012", "1850", "099", "+4791234567", "1_000", "0x1F", "1e3", "1 234", "1.234,50",
		"1.10", "2012-03-31", "2012-3-1", "2012-02-30", "31.03.2012", "12:30", "~", "null", "", `""`, "18446744073709551616", ".nan", "-0", `"301"`,
	}
	var table strings.Builder
	for _, f := range fields {
		for _, w := range written {
			value, codes := meant(t, f.head+w+f.tail, strings.Split(f.path, "."))
			fmt.Fprintf(&table, "%-9s | %-20s | %-22s | %s\n", f.kind, w, value, codes)
		}
	}
	golden.File(t, "testdata/values.txt", []byte(table.String()))
}

// meant returns what a description means at a path, and the codes of its
// findings.
func meant(t *testing.T, text string, path []string) (value, codes string) {
	t.Helper()
	root, list := syntax.Parse(source.NewFile("a.yaml", []byte(text+"\n")))
	root, found := schema.Validate(schema.Application, root)
	list.Add(found...)
	for _, key := range path {
		if root == nil {
			break
		}
		if key == "0" {
			root = root.Items[0]
			continue
		}
		root = root.Lookup(key)
	}
	var all []string
	for _, d := range list {
		if d.Message.Args == nil || d.Message.Args[0] != "application" {
			all = append(all, string(d.Code))
		}
	}
	slices.Sort(all)
	if root == nil || root.Kind == syntax.Broken {
		return "–", strings.Join(all, " ")
	}
	return fmt.Sprintf("%s %q", kinds()[root.Kind], root.Value), strings.Join(all, " ")
}

func kinds() map[syntax.Kind]string {
	return map[syntax.Kind]string{
		syntax.Null: "nothing", syntax.Bool: "yes/no", syntax.Int: "whole", syntax.Float: "decimal", syntax.Odd: "odd", syntax.String: "text",
	}
}
