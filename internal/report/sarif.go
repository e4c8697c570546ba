package report

import (
	"io"
	"net/url"
	"slices"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/source"
)

// SARIF writes findings in the Static Analysis Results Interchange Format,
// version 2.1.0, which code scanning services read.
type SARIF struct {
	W    io.Writer
	Lang i18n.Lang
	// Dir is put before file names: the application's folder as seen from
	// the root of the repository.
	Dir string
	// Version is the version of soknad.
	Version string
	// Rules describes the rules that findings can come from.
	Rules []Rule
}

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"`
	Short   sarifMessage  `json:"shortDescription"`
	Help    *sarifMessage `json:"help,omitempty"`
	Default sarifLevel    `json:"defaultConfiguration"`
}

type sarifLevel struct {
	Level string `json:"level"`
}

type sarifMessage struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex *int            `json:"ruleIndex,omitempty"`
	Level     string          `json:"level"`
	Message   sarifMessage    `json:"message"`
	Locations []sarifLocation `json:"locations"`
	Related   []sarifLocation `json:"relatedLocations,omitempty"`
	Fixes     []sarifFix      `json:"fixes,omitempty"`
}

type sarifLocation struct {
	ID       int            `json:"id,omitempty"`
	Physical *sarifPhysical `json:"physicalLocation,omitempty"`
	Message  *sarifMessage  `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

type sarifFix struct {
	Description sarifMessage  `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion  `json:"deletedRegion"`
	Inserted sarifMessage `json:"insertedContent"`
}

// Write writes one log with one run.
func (s SARIF) Write(list diag.List) error {
	run := sarifRun{
		Tool:       sarifTool{Driver: sarifDriver{Name: "soknad", Version: s.Version, Rules: s.rules()}},
		ColumnKind: "utf16CodeUnits",
		Results:    []sarifResult{},
	}
	for _, d := range list {
		run.Results = append(run.Results, s.result(d))
	}
	return writeJSON(s.W, sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run},
	})
}

func (s SARIF) rules() []sarifRule {
	rules := []sarifRule{}
	for _, r := range s.Rules {
		rule := sarifRule{
			ID: string(r.Code), Name: r.Name, Short: sarifMessage{Text: i18n.Msg(r.Title).In(s.Lang)},
			Default: sarifLevel{Level: r.Severity.String()},
		}
		if r.Help != "" {
			rule.Help = &sarifMessage{Text: r.Help, Markdown: r.Help}
		}
		rules = append(rules, rule)
	}
	return rules
}

func (s SARIF) result(d *diag.Diagnostic) sarifResult {
	r := sarifResult{RuleID: string(d.Code), Level: d.Severity.String(), Message: sarifMessage{Text: d.Message.In(s.Lang)}}
	if i := slices.IndexFunc(s.Rules, func(r Rule) bool { return r.Code == d.Code }); i >= 0 {
		r.RuleIndex = &i
	}
	for _, hint := range hintsIn(d, s.Lang) {
		r.Message.Text += "\n" + hint
	}
	r.Locations = []sarifLocation{{Physical: s.physical(d.Span)}}
	for i, related := range d.Related {
		r.Related = append(r.Related, sarifLocation{
			ID: i + 1, Physical: s.physical(related.Span), Message: &sarifMessage{Text: related.Message.In(s.Lang)},
		})
	}
	for _, fix := range d.Fixes {
		r.Fixes = append(r.Fixes, s.fix(fix))
	}
	return r
}

func (s SARIF) fix(f diag.Fix) sarifFix {
	fix := sarifFix{Description: sarifMessage{Text: f.Message.In(s.Lang)}}
	for _, e := range f.Edits {
		fix.Changes = append(fix.Changes, sarifChange{
			Artifact:     s.artifact(e.Span),
			Replacements: []sarifReplacement{{Deleted: regionOf(e.Span), Inserted: sarifMessage{Text: e.New}}},
		})
	}
	return fix
}

func (s SARIF) physical(at source.Span) *sarifPhysical {
	if at.IsZero() {
		return nil
	}
	return &sarifPhysical{Artifact: s.artifact(at), Region: regionOf(at)}
}

// artifact names a file as a URI relative to the root of the repository.
func (s SARIF) artifact(at source.Span) sarifArtifact {
	return sarifArtifact{URI: (&url.URL{Path: inDir(s.Dir, at.File.Name)}).EscapedPath()}
}

func regionOf(at source.Span) sarifRegion {
	first, last := at.File.CodeUnits(at.Start), at.File.CodeUnits(at.End)
	return sarifRegion{StartLine: first.Line, StartColumn: first.Column, EndLine: last.Line, EndColumn: last.Column}
}
