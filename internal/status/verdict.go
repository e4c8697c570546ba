package status

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/i18n"
)

// mostNext is how many things to do are listed.
const mostNext = 5

// judge collects what speaks against sending the application today.
func (s *Status) judge(in Input) {
	against := func(format string, args ...any) { s.Reasons = append(s.Reasons, i18n.Msg(format, args...)) }
	if in.Call == nil {
		against("the call is not known")
	}
	switch s.Findings.Errors {
	case 0:
	case 1:
		against("1 error is open")
	default:
		against("%d errors are open", s.Findings.Errors)
	}
	if !s.Deadline.Day.IsZero() && s.DaysLeft() < 0 {
		against("the deadline has passed")
	}
	if n := len(s.owing("answer")); n > 0 {
		against("not everybody who was asked has answered; missing: %d", n)
	}
}

// next lists what to do first: errors, then what others must do, since that
// takes longest, then what is weak.
func (s *Status) next(in Input) {
	s.open(in.Findings, diag.Error)
	for _, what := range []string{"answer", "interest", "contribution", "signature", "letter"} {
		if names := s.owing(what); len(names) > 0 {
			s.do(i18n.Msg("ask for %s: %s", awaitedWords{what}, listed(names)), "")
		}
	}
	s.open(in.Findings, diag.Warning)
}

// owing lists the names of those that something is awaited from.
func (s *Status) owing(what string) []string {
	var names []string
	for _, q := range s.Participants {
		if slices.Contains(q.WaitingFor, what) {
			names = append(names, q.Name)
		}
	}
	return names
}

// open lists findings of a severity among the things to do. Those that say the
// same, such as that something is still to be filled in, are one thing.
func (s *Status) open(list diag.List, severity diag.Severity) {
	at := map[string]int{} // where in Next they are, or would be
	for _, d := range list {
		if d.Severity != severity {
			continue
		}
		said := string(d.Code) + d.Message.In(i18n.EN)
		i, again := at[said]
		if !again {
			at[said] = len(s.Next)
			s.do(d.Message, d.Span.String())
		} else if i < len(s.Next) {
			s.Next[i].More++
		}
	}
}

// do adds something to do, while there is room.
func (s *Status) do(words i18n.Message, place string) {
	if len(s.Next) < mostNext {
		s.Next = append(s.Next, Action{Words: words, Place: place})
	}
}

// listed is a list of names, said as a sentence does.
type listed []string

// In says the list.
func (n listed) In(l i18n.Lang) string { return i18n.List(n, l) }

// awaitedWords is a list of what is awaited, said in the reader's language.
type awaitedWords []string

// In says the list.
func (a awaitedWords) In(l i18n.Lang) string {
	all := make([]string, len(a))
	for i, slug := range a {
		all[i] = awaitedWord(slug).In(l)
	}
	return i18n.List(all, l)
}

func awaitedWord(slug string) i18n.Message {
	switch slug {
	case "answer":
		return i18n.Msg("an answer")
	case "interest":
		return i18n.Msg("its interest")
	case "contribution":
		return i18n.Msg("its contribution")
	case "signature":
		return i18n.Msg("its signature")
	default:
		return i18n.Msg("its letter")
	}
}
