package cli

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"soknad/internal/call"
	"soknad/internal/i18n"
	"soknad/internal/report"
	"soknad/internal/scaffold"
)

// A question is something that init asks for.
type question struct {
	text    i18n.Message
	instead string             // the answer of somebody who only presses Enter
	take    func(string) error // takes an answer, or says what is wrong with it
}

// first are the questions that the others depend on.
func (o *initOptions) first() []question {
	return []question{
		{i18n.Msg("The document's language (nb, nn or en)"), o.language.String(), o.language.Set},
		{i18n.Msg("The call applied to"), o.call, func(s string) error {
			o.call = s
			_, err := readPack(s)
			return err
		}},
	}
}

// rest are the other questions.
func (o *initOptions) rest(c *call.Call, a *scaffold.Answers) []question {
	return []question{
		{i18n.Msg("The cluster's name"), a.Title, textInto(&a.Title)},
		{i18n.Msg("The first day of the project"), a.Start.Format(dayLayout), func(s string) error {
			err := o.start.Set(s)
			a.Start = o.start.Time
			return err
		}},
		{i18n.Msg("How many months it lasts"), strconv.Itoa(a.Months), func(s string) (err error) {
			if a.Months, err = strconv.Atoi(s); err != nil {
				return i18n.Errorf("it is a whole number")
			}
			return check(c, *a)
		}},
		{i18n.Msg("The partner that signs the contract with the programme"), a.Contract, textInto(&a.Contract)},
		{i18n.Msg("Focus areas, the most important first, with commas between"), strings.Join(a.FocusAreas, ", "), func(s string) error {
			a.FocusAreas = items(s)
			return check(c, *a)
		}},
		{i18n.Msg("Other partners, with commas between; those that are no companies with their kind, as in Fjellforsk=research, Kvikkdal kommune=public"), written(a.Partners),
			func(s string) (err error) {
				a.Partners, err = partners(items(s))
				return err
			}},
		{i18n.Msg("Check every commit on github, gitlab or forgejo"), o.ci.name, o.ci.Set},
	}
}

func textInto(to *string) func(string) error {
	return func(s string) error {
		*to = s
		return nil
	}
}

// items splits a list with commas between.
func items(s string) []string {
	var all []string
	for _, item := range strings.Split(s, ",") {
		if item = strings.TrimSpace(item); item != "" {
			all = append(all, item)
		}
	}
	return all
}

// An interview asks questions on one stream and reads the answers on another.
// The nil interview asks nothing.
type interview struct {
	in   *bufio.Scanner
	out  io.Writer
	lang i18n.Lang
}

func newInterview(w World, l i18n.Lang) *interview {
	return &interview{in: bufio.NewScanner(w.Stdin), out: w.Stderr, lang: l}
}

// all asks questions. When there is no more to read, the answers are those of
// somebody who only presses Enter.
func (v *interview) all(questions []question) error {
	if v == nil {
		return nil
	}
	for _, q := range questions {
		if err := v.ask(q); err != nil {
			return err
		}
	}
	return nil
}

// ask asks until there is an answer that can be taken.
func (v *interview) ask(q question) error {
	for {
		fmt.Fprintf(v.out, "%s [%s]: ", q.text.In(v.lang), report.Printable(q.instead))
		if !v.in.Scan() {
			fmt.Fprintln(v.out)
			return v.in.Err()
		}
		answer := strings.TrimSpace(v.in.Text())
		if answer == "" {
			return nil
		}
		err := q.take(answer)
		if err == nil {
			return nil
		}
		fmt.Fprintln(v.out, report.Printable(i18n.Say(err, v.lang)))
	}
}
