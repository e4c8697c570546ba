package rules

import (
	"slices"
	"strings"
	"unicode"

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
		for _, t := range p.Project.Texts() {
			if found, first := foreignIn(t.Value, foreign); len(found) >= fewestForeign {
				p.reportMixed(t, first, found)
			}
		}
	},
}

// foreignIn lists which foreign words a text has, each once, and the byte
// offsets of the first.
func foreignIn(text string, foreign map[string]bool) (found []string, first [2]int) {
	at := 0
	for written := range strings.FieldsFuncSeq(text, isNoLetter) {
		at += strings.Index(text[at:], written)
		if word := strings.ToLower(written); foreign[word] && !slices.Contains(found, word) {
			if found == nil {
				first = [2]int{at, at + len(written)}
			}
			found = append(found, word)
		}
		at += len(written)
	}
	return found, first
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }

func (p *Pass) reportMixed(t model.Text, first [2]int, found []string) {
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
func wordsOfTheOther(l i18n.Lang) map[string]bool {
	switch l {
	case i18n.NB:
		return setOf(
			"ikkje", "eit", "ein", "frå", "kva", "korleis", "kvifor", "kven", "berre", "saman", "vere", "noko", "nokre",
			"dei", "deira", "meir", "gjere", "seie", "sjølv", "verksemd", "verksemder", "auka", "framleis",
		)
	case i18n.NN:
		return setOf(
			"ikke", "fra", "hva", "hvordan", "hvorfor", "hvem", "hvor", "hvilke", "bare", "sammen", "være", "noe", "noen",
			"deres", "mer", "gjøre", "selv", "virksomhet", "virksomheter", "jeg", "også", "fortsatt",
		)
	default:
		return nil
	}
}

func setOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}
