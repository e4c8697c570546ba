package style

import (
	"math"

	"soknad/internal/diag"
	"soknad/internal/figure"
	"soknad/internal/source"
)

// codeFaint is held here, while a style is read; package rules has its page.
const codeFaint diag.Code = "TPL003"

// enough is the contrast that letters must have against white paper (WCAG 2.1,
// success criterion 1.4.3).
const enough = 4.5

// faint reports the colours of letters that are too faint.
func (l *look) faint() diag.List {
	var list diag.List
	judge := func(at source.Ranger, written string) {
		if contrast(color(written)) < enough {
			list.Add(diag.New(codeFaint, diag.Warning, at.Span(), "letters in the colour %q are too faint on white paper", written).
				Hint("choose a darker colour: the contrast must be 4.5 to 1 or more"))
		}
	}
	judge(l.Colors.At("accent"), l.Colors.Accent)
	for _, t := range l.letters() {
		judge(t.At("color"), t.Color)
	}
	return list
}

// letters lists how each kind of text is set.
func (l *look) letters() []letters {
	t := &l.Types
	return []letters{
		t.Body, t.Quote, t.Code, t.Table, t.Facts, t.Caption, t.Title, t.Subtitle, t.Notes, t.Heading2, t.Heading3, t.Heading4,
	}
}

// contrast is that of a colour to white, from 1 to 21 (WCAG 2.1, contrast
// ratio).
func contrast(c figure.Color) float64 {
	luminance := 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
	return 1.05 / (luminance + 0.05)
}

// linear undoes the gamma of a channel (WCAG 2.1, relative luminance).
func linear(channel uint8) float64 {
	x := float64(channel) / 255
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}
