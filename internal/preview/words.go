package preview

import "soknad/internal/i18n"

// A sayer says a message in the language of the pages.
type sayer func(format string, args ...any) string

func saying(l i18n.Lang) sayer {
	return func(format string, args ...any) string { return i18n.Msg(format, args...).In(l) }
}

// words are what the pages say whatever they show.
type words struct {
	Preview, Skip, SkipToSide, Findings, Elsewhere, Contents, Status, Counting, NoDocument string
	Previous, Next, Keys, Back, Source, Lost                                               string
}

func wordsIn(say sayer) words {
	return words{
		Preview:    say("preview"),
		Skip:       say("Skip to the document"),
		SkipToSide: say("Skip to contents and status"),
		Findings:   say("Findings"),
		Elsewhere:  say("Findings about nothing that the document shows"),
		Contents:   say("Contents"),
		Status:     say("Status"),
		Counting:   say("The pages are being counted."),
		NoDocument: say("There is no document to show."),
		Previous:   say("Previous finding"),
		Next:       say("Next finding"),
		Keys:       say("keys n and p"),
		Back:       say("To the document"),
		Source:     say("Lines of the file"),
		Lost:       say("The preview has ended, or cannot be reached. What stands below may be old."),
	}
}
