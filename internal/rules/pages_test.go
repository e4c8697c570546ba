package rules_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/rules"
)

// TestPages holds that each rule has a page with the same headings as every
// other, and that its examples do what the page says: the wrong one gives the
// findings that stand below it, the right one none.
func TestPages(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) {
			name := stem(r) + ".md"
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			page := string(data)
			if want := "# " + string(r.Code) + " " + r.Name + "\n"; !strings.HasPrefix(page, want) {
				t.Errorf("%s does not begin with %q", name, want)
			}
			if got := headingsOf(page); !slices.Equal(got, rules.Labels()) {
				t.Errorf("%s has the headings %q, want %q", name, got, rules.Labels())
			}
			if got := write("", check(t, r, example(section(page, "Right")), "example")); got != "" {
				t.Errorf("what %s calls right gives\n%s", name, got)
			}
			checkWrong(t, r, name, page)
		})
	}
}

// TestBook holds that docs/rules.md is all pages, after a table of the rules.
func TestBook(t *testing.T) {
	var table, pages strings.Builder
	for _, r := range rules.All() {
		anchor := strings.ToLower(string(r.Code)) + "-" + r.Name
		fmt.Fprintf(&table, "| [%s](#%s) | %s | %s |\n", r.Code, anchor, r.Severity, r.Title)
		pages.WriteString("\n" + strings.ReplaceAll(strings.ReplaceAll(r.Page(), "\n## ", "\n### "), "# "+string(r.Code), "## "+string(r.Code)))
	}
	golden.File(t, filepath.Join("..", "..", "docs", "rules.md"), []byte("# The rules\n\n"+
		"Every finding of soknad, with its meaning, reason and cure. `soknad explain CODE` shows the same. This file is made of the\n"+
		"pages in internal/rules by the tests.\n\n| code | severity | finds |\n|---|---|---|\n"+table.String()+pages.String()))
}

func checkWrong(t *testing.T, r *rules.Rule, name, page string) {
	t.Helper()
	wrong := section(page, "Wrong")
	list := check(t, r, example(wrong), "example")
	got := write("", list)
	curable := slices.ContainsFunc(list, func(d *diag.Diagnostic) bool { return len(d.Fixes) > 0 })
	if curable != strings.Contains(page, "validate --fix`") {
		t.Errorf("%s must say that validate --fix is a cure exactly when its finding carries one", name)
	}
	said := block(wrong, "text")
	if got == "" {
		t.Errorf("what %s calls wrong gives no finding", name)
	}
	golden.File(t, name, []byte(strings.Replace(page, "```text\n"+said+"```", "```text\n"+got+"```", 1)))
}

func headingsOf(page string) []string {
	var found []string
	for _, m := range regexp.MustCompile(`(?m)^## (.*)$`).FindAllStringSubmatch(page, -1) {
		found = append(found, m[1])
	}
	return found
}

// section returns what stands below a heading.
func section(page, heading string) string {
	_, after, _ := strings.Cut(page, "\n## "+heading+"\n")
	before, _, _ := strings.Cut(after, "\n## ")
	return before
}

// example makes a case of the YAML blocks of a section; a block's info string
// names its file, such as "yaml goals.yaml".
func example(section string) *txtar.Archive {
	archive := &txtar.Archive{}
	for _, m := range regexp.MustCompile("(?ms)^```(?:yaml|markdown|pdf) (\\S+)\n(.*?)^```$").FindAllStringSubmatch(section, -1) {
		archive.Files = append(archive.Files, txtar.File{Name: "example/" + m[1], Data: []byte(m[2])})
	}
	return archive
}

// block returns the content of the first block with an info string.
func block(section, info string) string {
	m := regexp.MustCompile("(?ms)^```" + info + "\n(.*?)^?```$").FindStringSubmatch(section)
	if m == nil {
		return ""
	}
	return m[1]
}
