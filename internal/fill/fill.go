// Package fill runs templates that a stranger may have written. They see a
// small fixed set of functions, cannot call methods by name, and use no more
// than a meter allows: the limits count what is done, never seconds, so that
// a template that goes too far does so at the same place on every machine.
package fill

import (
	"errors"
	"strings"
	"text/template"
	"text/template/parse"
)

// The limits. Those of steps and output hold for all that one meter counts,
// and are wider for a large description.
const (
	MaxSource  = 256 << 10 // bytes of one template
	MaxNesting = 100       // of blocks inside each other
	MaxCalls   = 100       // of templates inside each other
	MaxSteps   = 1_000_000 // pieces of templates that are filled in
	MaxOutput  = 4 << 20   // bytes that templates write
	MaxText    = 1 << 20   // bytes of one text that a function makes
)

// The ways to go too far.
var (
	ErrSource  = errors.New("the template is too large")
	ErrNesting = errors.New("blocks stand too deep inside each other")
	ErrCalls   = errors.New("templates call each other too deep")
	ErrSteps   = errors.New("the templates take too many steps")
	ErrOutput  = errors.New("the templates write too much")
	ErrText    = errors.New("a text becomes too long")
)

// A Fault is what is wrong with a template, at a place in it.
type Fault struct {
	Line int // from 1
	Byte int // in the line, from 0
	// Words say what is wrong, as text/template says it.
	Words string
	// Limit is the limit that was reached, nil for any other mistake.
	Limit error
}

// Error says what is wrong.
func (f *Fault) Error() string { return f.Words }

// Unwrap returns the limit that was reached.
func (f *Fault) Unwrap() error { return f.Limit }

// How much wider the limits are for each byte of a description that is larger
// than most.
const (
	usual         = 1 << 20
	stepsPerByte  = 1
	outputPerByte = 4
)

// A Meter counts what the templates of one document use. The zero Meter has
// counted nothing.
type Meter struct {
	// Described is how many bytes the description has, which the templates
	// may all go through.
	Described int

	steps, written, calls int
	at                    int   // the byte of the template that is being filled in
	reached               error // the limit that was reached
}

// Spent reports whether a limit on all templates together was reached, so
// that no more of them should be filled.
func (m *Meter) Spent() bool { return m.steps > m.Steps() || m.written > m.Output() }

// Steps returns how many steps all templates together may take.
func (m *Meter) Steps() int { return MaxSteps + stepsPerByte*max(0, m.Described-usual) }

// Output returns how many bytes all templates together may write.
func (m *Meter) Output() int { return MaxOutput + outputPerByte*max(0, m.Described-usual) }

// Execute fills a template. Its error is a Fault.
func (m *Meter) Execute(name, text string, functions template.FuncMap, data any) (string, error) {
	m.at, m.calls, m.reached = 0, 0, nil
	t, err := m.parse(name, text, functions)
	if err != nil {
		return "", m.fault(name, text, err)
	}
	out := &limited{meter: m}
	if err := t.Execute(out, data); err != nil {
		return "", m.fault(name, text, err)
	}
	return out.String(), nil
}

// parse reads a template, and puts into it the calls that count its steps.
func (m *Meter) parse(name, text string, functions template.FuncMap) (*template.Template, error) {
	if len(text) > MaxSource {
		return nil, m.stop(ErrSource)
	}
	functions = m.bounded(functions)
	trees, err := parse.Parse(name, text, "", "", functions, ours())
	if err != nil {
		return nil, err
	}
	t := template.New(name).Option("missingkey=error").Funcs(functions).Funcs(m.counters())
	for defined, tree := range trees {
		if at, ok := install(tree.Root); !ok {
			m.at = at
			return nil, m.stop(ErrNesting)
		}
		if _, err := t.AddParseTree(defined, tree); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// ours are the functions of text/template that a template may call as they
// are. Those that make texts are replaced, and the others, such as call, are
// not there.
func ours() map[string]any {
	names := map[string]any{}
	for _, name := range []string{"and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "len", "index", "slice"} {
		names[name] = true // Only the name counts for package parse.
	}
	return names
}

// stop remembers which limit was reached first.
func (m *Meter) stop(limit error) error {
	if m.reached == nil {
		m.reached = limit
	}
	return limit
}

// limited keeps what templates write, until they write too much.
type limited struct {
	strings.Builder
	meter *Meter
}

// Write keeps more text.
func (l *limited) Write(p []byte) (int, error) {
	if l.meter.written += len(p); l.meter.written > l.meter.Output() {
		return 0, l.meter.stop(ErrOutput)
	}
	return l.Builder.Write(p)
}
