package document

import (
	"bytes"

	"soknad/internal/diag"
	"soknad/internal/fill"
	"soknad/internal/source"
)

// The codes of findings about a section's template: a mistake in it, and one
// that goes beyond a limit.
const (
	codeTemplate diag.Code = "TPL001"
	codeBeyond   diag.Code = "TPL005"
)

// finding says what is wrong with a template, filled by a meter.
func finding(f *source.File, fault *fill.Fault, meter *fill.Meter) *diag.Diagnostic {
	at := placeOf(f, fault)
	switch fault.Limit {
	case nil:
		return diag.New(codeTemplate, diag.Error, at, "the template cannot be filled: %s", fault.Words)
	case fill.ErrSource:
		return diag.New(codeBeyond, diag.Error, f.Span(0, 0), "the template is larger than %d bytes", fill.MaxSource).
			Hint("put texts where the description has them; a template only arranges them")
	case fill.ErrNesting:
		return diag.New(codeBeyond, diag.Error, at, "more than %d blocks stand inside each other", fill.MaxNesting).
			Hint("end a block before the next one begins")
	case fill.ErrCalls:
		return diag.New(codeBeyond, diag.Error, at, "more than %d templates call each other here", fill.MaxCalls).
			Hint("let no template call itself without an end")
	case fill.ErrSteps:
		return diag.New(codeBeyond, diag.Error, at, "the templates take more than %d steps", meter.Steps()).
			Hint("let each range go through a list of the description, and through no more than it must")
	case fill.ErrOutput:
		return diag.New(codeBeyond, diag.Error, at, "the templates write more than %d bytes", meter.Output()).
			Hint("let each range go through a list of the description, and through no more than it must")
	default:
		return diag.New(codeBeyond, diag.Error, at, "a text becomes longer than %d bytes here", fill.MaxText).
			Hint("write texts one after another, instead of making one of them")
	}
}

// placeOf returns the place of a fault: from where it is to the end of the
// line, and for a limit that was reached the whole action that reached it.
func placeOf(f *source.File, fault *fill.Fault) source.Span {
	line := f.Line(fault.Line)
	start := f.Offset(source.Position{Line: fault.Line, Column: 1})
	from, to := min(fault.Byte, len(line)), len(line)
	if fault.Limit != nil {
		from = max(bytes.LastIndex(line[:from], []byte("{{")), 0)
		if i := bytes.Index(line[from:], []byte("}}")); i >= 0 {
			to = from + i + len("}}")
		}
	}
	return f.Span(start+from, start+to)
}
