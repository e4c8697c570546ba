package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/i18n"
)

// JUnit writes findings as the results of a test run, which GitLab and other
// services show: a suite per file, and a case per finding. Errors are
// failures; the others are cases that passed with their words as output. A
// description without findings is one case that passed.
type JUnit struct {
	W    io.Writer
	Lang i18n.Lang
}

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
	Output  string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// Write writes the suites.
func (j JUnit) Write(list diag.List) error {
	suites := junitSuites{Name: "soknad"}
	for _, d := range list {
		name := fileOf(d)
		if n := len(suites.Suites); n == 0 || suites.Suites[n-1].Name != name {
			suites.Suites = append(suites.Suites, junitSuite{Name: name})
		}
		suites.add(&suites.Suites[len(suites.Suites)-1], j.testCase(d))
	}
	if len(list) == 0 {
		suites.Suites = []junitSuite{{Name: "soknad"}}
		suites.add(&suites.Suites[0], junitCase{Name: i18n.Msg("Nothing is wrong.").In(j.Lang), Class: "soknad"})
	}
	data, err := xml.MarshalIndent(suites, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(j.W, "%s%s\n", xml.Header, data)
	return err
}

func (s *junitSuites) add(suite *junitSuite, c junitCase) {
	suite.Cases = append(suite.Cases, c)
	suite.Tests++
	s.Tests++
	if c.Failure != nil {
		suite.Failures++
		s.Failures++
	}
}

func (j JUnit) testCase(d *diag.Diagnostic) junitCase {
	message := Printable(d.Message.In(j.Lang))
	c := junitCase{
		Name: fmt.Sprintf("%s %s: %s", d.Code, Printable(d.Span.String()), message), Class: fileOf(d), File: fileOf(d),
	}
	lines := []string{Printable(d.Span.String()) + ": " + message}
	for _, r := range d.Related {
		lines = append(lines, Printable(r.Span.String()+": "+r.Message.In(j.Lang)))
	}
	for _, hint := range hintsIn(d, j.Lang) {
		lines = append(lines, Printable(hint))
	}
	text := strings.Join(lines, "\n")
	if d.Severity == diag.Error {
		c.Failure = &junitFailure{Message: message, Type: string(d.Code), Text: text}
	} else {
		c.Output = text
	}
	return c
}

func fileOf(d *diag.Diagnostic) string {
	if d.Span.IsZero() {
		return "soknad"
	}
	return Printable(d.Span.File.Name)
}
