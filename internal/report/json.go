package report

import (
	"encoding/json"
	"io"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/source"
)

// JSONVersion is the version of the shape that JSON writes. It grows when a
// field changes its meaning or goes; new fields leave it as it is.
const JSONVersion = 1

// JSON writes findings as one JSON object:
//
//	version   1
//	counts    how many findings there are of each severity
//	findings  in reading order, each with
//	  code, severity, message
//	  place    file, line, column, endLine, endColumn
//	  related  other places that took part: message, place
//	  hints    what would help: message, and place where it has one
//	  fixes    cures, each alone enough: message, and edits of place and text
//
// Lines and columns count from 1, columns in characters; the end is just after
// the last character.
type JSON struct {
	W    io.Writer
	Lang i18n.Lang
}

type jsonReport struct {
	Version  int            `json:"version"`
	Counts   map[string]int `json:"counts"`
	Findings []jsonFinding  `json:"findings"`
}

type jsonFinding struct {
	Code     diag.Code  `json:"code"`
	Severity string     `json:"severity"`
	Message  string     `json:"message"`
	Place    *jsonPlace `json:"place"`
	Related  []jsonNote `json:"related"`
	Hints    []jsonNote `json:"hints"`
	Fixes    []jsonFix  `json:"fixes"`
}

type jsonPlace struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
}

type jsonNote struct {
	Message string     `json:"message"`
	Place   *jsonPlace `json:"place,omitempty"`
}

type jsonFix struct {
	Message string     `json:"message"`
	Edits   []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	Place *jsonPlace `json:"place"`
	Text  string     `json:"text"`
}

// Write writes the findings.
func (j JSON) Write(list diag.List) error {
	r := jsonReport{Version: JSONVersion, Counts: map[string]int{}, Findings: []jsonFinding{}}
	for _, s := range diag.Severities() {
		r.Counts[s.String()] = list.Count(s)
	}
	for _, d := range list {
		r.Findings = append(r.Findings, j.finding(d))
	}
	return writeJSON(j.W, r)
}

func (j JSON) finding(d *diag.Diagnostic) jsonFinding {
	f := jsonFinding{
		Code: d.Code, Severity: d.Severity.String(), Message: d.Message.In(j.Lang), Place: placeOf(d.Span),
		Related: []jsonNote{}, Hints: []jsonNote{}, Fixes: []jsonFix{},
	}
	for _, r := range d.Related {
		f.Related = append(f.Related, jsonNote{Message: r.Message.In(j.Lang), Place: placeOf(r.Span)})
	}
	for _, h := range d.Hints {
		f.Hints = append(f.Hints, jsonNote{Message: h.Message.In(j.Lang), Place: placeOf(h.Span)})
	}
	for _, x := range d.Fixes {
		fix := jsonFix{Message: x.Message.In(j.Lang)}
		for _, e := range x.Edits {
			fix.Edits = append(fix.Edits, jsonEdit{Place: placeOf(e.Span), Text: e.New})
		}
		f.Fixes = append(f.Fixes, fix)
	}
	return f
}

func placeOf(s source.Span) *jsonPlace {
	if s.IsZero() {
		return nil
	}
	first, last := s.First(), s.Last()
	return &jsonPlace{
		File: s.File.Name, Line: first.Line, Column: first.Column, EndLine: last.Line, EndColumn: last.Column,
	}
}

// writeJSON writes a value with two spaces of indentation and without
// escaping what only HTML minds.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
