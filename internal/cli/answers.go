package cli

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"soknad/internal/call"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/scaffold"
)

const dayLayout = time.DateOnly

// mostMonths is the longest project that can be described.
const mostMonths = 120

// check refuses answers that no application can be made of.
func check(c *call.Call, a scaffold.Answers) error {
	most := mostMonths
	if n, known := c.Duration.MonthsMax.Known(); known {
		most = int(n)
	}
	if a.Months < 1 || a.Months > most {
		return i18n.Errorf("a project of this call lasts from 1 to %d months, not %d", most, a.Months)
	}
	if len(a.FocusAreas) == 0 {
		return i18n.Errorf("there must be a focus area")
	}
	names := append([]string{a.Title, a.Contract}, a.FocusAreas...)
	for _, p := range a.Partners {
		names = append(names, p.Name)
	}
	for _, name := range names {
		if strings.ContainsAny(name, "\n\r") || utf8.RuneCountInString(name) > 300 {
			return i18n.Errorf("%.20q… is no name: it is longer than a line", name)
		}
	}
	return nil
}

// partners reads partners as NAME or NAME=KIND.
func partners(written []string) ([]scaffold.Partner, error) {
	var all []scaffold.Partner
	for _, s := range written {
		name, kind, named := strings.Cut(s, "=")
		if !named {
			kind = "company"
		}
		if !slices.Contains(model.Kinds(), kind) {
			return nil, i18n.Errorf("a partner's kind can be %s, not %q", strings.Join(model.Kinds(), ", "), kind)
		}
		all = append(all, scaffold.Partner{Name: strings.TrimSpace(name), Kind: kind})
	}
	return all, nil
}

// written writes partners as partners reads them.
func written(all []scaffold.Partner) string {
	var words []string
	for _, p := range all {
		words = append(words, p.Name+"="+p.Kind)
	}
	return strings.Join(words, ", ")
}
