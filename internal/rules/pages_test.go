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
	"soknad/internal/i18n"
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
			found := checkWrong(t, r, name, page)
			for _, l := range []i18n.Lang{i18n.NB, i18n.NN} {
				checkTranslation(t, r, l, page, found)
			}
		})
	}
}

// TestBooks holds that the books in docs are all pages, after a table of the
// rules.
func TestBooks(t *testing.T) {
	for _, b := range []struct {
		lang              i18n.Lang
		name, title, head string
	}{
		{i18n.EN, "rules.md", "# The rules\n\n" +
			"Every finding of soknad, with its meaning, reason and cure. `soknad explain CODE` shows the same. This file is made of the\n" +
			"pages in internal/rules by the tests.\n", "| code | severity | finds |"},
		{i18n.NB, "regler.md", "# Reglene\n\n" +
			"Alle funn som soknad gjør, med hva de betyr, hvorfor de er der, og hvordan de rettes. `soknad explain` fulgt av koden viser det\n" +
			"samme. Testene lager denne filen av sidene i internal/rules.\n", "| kode | alvor | funn |"},
		{i18n.NN, "reglar.md", "# Reglane\n\n" +
			"Alle funn som soknad gjer, med kva dei betyr, kvifor dei er der, og korleis dei blir retta. `soknad explain` følgd av koden viser\n" +
			"det same. Testane lagar denne fila av sidene i internal/rules.\n", "| kode | alvor | funn |"},
	} {
		var table, pages strings.Builder
		for _, r := range rules.All() {
			anchor := strings.ToLower(string(r.Code)) + "-" + r.Name
			fmt.Fprintf(&table, "| [%s](#%s) | %s | %s |\n", r.Code, anchor, i18n.Msg(r.Severity.String()).In(b.lang), i18n.Msg(r.Title).In(b.lang))
			pages.WriteString("\n" + strings.ReplaceAll(strings.ReplaceAll(r.Page(b.lang), "\n## ", "\n### "), "# "+string(r.Code), "## "+string(r.Code)))
		}
		golden.File(t, filepath.Join("..", "..", "docs", b.name), []byte(b.title+"\n"+b.head+"\n|---|---|---|\n"+table.String()+pages.String()))
	}
}

func checkWrong(t *testing.T, r *rules.Rule, name, page string) diag.List {
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
	return list
}

// sourced matches the fact that a page gives as a rule's source, and codes.
var sourced = regexp.MustCompile("\\bF[0-9]{3}\\b|`[^`\n]+`")

// checkTranslation holds that a page in another language says the same: it has
// the same headings but for the right example, names the same sources and the
// same code, and shows the same findings.
func checkTranslation(t *testing.T, r *rules.Rule, l i18n.Lang, page string, found diag.List) {
	t.Helper()
	name := filepath.Join(string(l), stem(r)+".md")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Error(err)
		return
	}
	said := string(data)
	var headings []string
	for _, label := range rules.Labels() {
		if label != "Right" {
			headings = append(headings, i18n.Msg(label).In(l))
		}
	}
	if got := headingsOf(said); !slices.Equal(got, headings) {
		t.Errorf("%s has the headings %q, want %q", name, got, headings)
	}
	for _, label := range []string{"Meaning", "Why", "Cure"} {
		want := names(section(page, label))
		if got := names(section("\n"+said, i18n.Msg(label).In(l))); !slices.Equal(got, want) {
			t.Errorf("%s names under %q %q, want %q", name, i18n.Msg(label).In(l), got, want)
		}
	}
	was := block(said, "text")
	golden.File(t, name, []byte(strings.Replace(said, "```text\n"+was+"```", "```text\n"+inPack.ReplaceAllString(golden.StoryIn(found, l), "$1")+"```", 1)))
}

// names lists the sources and the code in a text, each once.
func names(text string) []string {
	all := sourced.FindAllString(text, -1)
	slices.Sort(all)
	return slices.Compact(all)
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
