package compare

import (
	"io"
	"strings"

	"soknad/internal/document"
	"soknad/internal/i18n"
)

// WriteText writes the changes for a terminal: what was removed stands as
// [-this-], what was added as {+this+}.
func (c *Changes) WriteText(w io.Writer, l i18n.Lang) error {
	return c.write(w, l, style{
		title: func(t string) string { return t },
		head:  "  ", line: "      ",
		span: func(s span) string {
			return map[Change]string{Added: "{+" + s.text + "+}", Removed: "[-" + s.text + "-]", "": s.text}[s.change]
		},
	})
}

// WriteMarkdown writes the changes for a comment on a pull request.
func (c *Changes) WriteMarkdown(w io.Writer, l i18n.Lang) error {
	if _, err := io.WriteString(w, "## "+i18n.Msg("What has changed").In(l)+"\n\n"); err != nil {
		return err
	}
	return c.write(w, l, style{
		title: func(t string) string { return "### " + document.Literal(t) + "\n" },
		head:  "- ", line: "  - ",
		span: func(s span) string {
			t := document.Literal(s.text)
			return map[Change]string{Added: "**" + t + "**", Removed: "~~" + t + "~~", "": t}[s.change]
		},
	})
}

// A style is how a report is written.
type style struct {
	title      func(string) string
	head, line string
	span       func(span) string
}

func (c *Changes) write(w io.Writer, l i18n.Lang, s style) error {
	var out strings.Builder
	r := c.report(l)
	if len(r.blocks) == 0 {
		out.WriteString(r.say("Nothing has changed.") + "\n")
	}
	for i, b := range r.blocks {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(s.title(b.title) + "\n")
		for _, e := range b.entries {
			out.WriteString(s.entry(e))
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func (s style) entry(e entry) string {
	said := s.head + s.span(span{text: e.head}) + "\n"
	for _, line := range e.lines {
		said += s.line
		for _, part := range line {
			said += s.span(part)
		}
		said += "\n"
	}
	return said
}
