package rules

import (
	"regexp"
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

// fewestForeign is how many different words of the other form of Norwegian a
// text must have: one alone can be a name or a quotation.
const fewestForeign = 2

var mixedLanguage = &Rule{
	Code: "TXT007", Name: "mixed-language", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "Bokmål and Nynorsk are mixed",
	Check: func(p *Pass) {
		foreign := wordsOfTheOther(p.language())
		if foreign == nil {
			return
		}
		words := regexp.MustCompile(`\p{L}+`)
		for _, t := range p.Project.Texts() {
			var found []string
			var first []int
			for _, at := range words.FindAllStringIndex(t.Value, -1) {
				word := strings.ToLower(t.Value[at[0]:at[1]])
				if slices.Contains(foreign, word) && !slices.Contains(found, word) {
					found = append(found, word)
					if first == nil {
						first = at
					}
				}
			}
			if len(found) >= fewestForeign {
				p.reportMixed(t, first, found)
			}
		}
	},
}

func (p *Pass) reportMixed(t model.Text, first []int, found []string) {
	format := "the application is in Bokmål, and this text has words of Nynorsk: %s"
	if p.language() == i18n.NN {
		format = "the application is in Nynorsk, and this text has words of Bokmål: %s"
	}
	p.Reportf(t.Part(first[0], first[1]), format, joined(found)).
		Hint("write the text in one of the two, or choose the other as language: of the application")
}

// wordsOfTheOther lists common words that are written in only one of the two
// forms of Norwegian: those of the other form than a language, none for a
// language that is not Norwegian.
func wordsOfTheOther(l i18n.Lang) []string {
	switch l {
	case i18n.NB:
		return []string{
			"ikkje", "eit", "ein", "frå", "kva", "korleis", "kvifor", "kven", "berre", "saman", "vere", "noko", "nokre",
			"dei", "deira", "meir", "gjere", "seie", "sjølv", "verksemd", "verksemder", "auka", "framleis",
		}
	case i18n.NN:
		return []string{
			"ikke", "fra", "hva", "hvordan", "hvorfor", "hvem", "hvor", "hvilke", "bare", "sammen", "være", "noe", "noen",
			"deres", "mer", "gjøre", "selv", "virksomhet", "virksomheter", "jeg", "også", "fortsatt",
		}
	default:
		return nil
	}
}
