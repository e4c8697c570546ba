// Package trace shows where an entity of a project comes from and what it
// leads to: as a tree for people, and as a graph for other programs.
package trace

import (
	"fmt"
	"io"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// maxTitle is how much of a title a line shows, in runes.
const maxTitle = 60

// A Writer writes traces in a language.
type Writer struct {
	W    io.Writer
	Lang i18n.Lang
}

// Node writes what a node comes from and what it leads to, each as a tree. A
// node that the tree has shown already is named, and not unfolded again.
func (w Writer) Node(n *model.TraceNode) error {
	t := &tree{lang: w.Lang, shown: map[*model.TraceNode]bool{}}
	fmt.Fprintf(&t.out, "%s\n", t.line(n))
	if len(n.From) > 0 {
		fmt.Fprintf(&t.out, "%s\n", t.say("comes from"))
		t.below(n, up, "  ")
	}
	if len(n.To) > 0 {
		fmt.Fprintf(&t.out, "%s\n", t.say("leads to"))
		t.shown = map[*model.TraceNode]bool{}
		t.below(n, down, "  ")
	}
	t.stops(n)
	_, err := io.WriteString(w.W, t.out.String())
	return err
}

// A tree is text in the making.
type tree struct {
	lang  i18n.Lang
	shown map[*model.TraceNode]bool
	out   strings.Builder
}

// up and down are the two ways to go through the trace.
func up(n *model.TraceNode) []*model.TraceNode   { return n.From }
func down(n *model.TraceNode) []*model.TraceNode { return n.To }

func (t *tree) below(n *model.TraceNode, next func(*model.TraceNode) []*model.TraceNode, indent string) {
	t.shown[n] = true
	all := next(n)
	for i, k := range all {
		branch, deeper := "├─ ", "│  "
		if i == len(all)-1 {
			branch, deeper = "└─ ", "   "
		}
		again := ""
		if t.shown[k] && len(next(k)) > 0 {
			again = " …"
		}
		fmt.Fprintf(&t.out, "%s%s%s%s\n", indent, branch, t.line(k), again)
		if again == "" {
			t.below(k, next, indent+deeper)
		}
	}
}

// line says what a node is: its kind, id and title, with months and kroner
// where it has them.
func (t *tree) line(n *model.TraceNode) string {
	parts := []string{i18n.Msg(n.Kind).In(t.lang), n.ID}
	if n.Kind == "cost" {
		_, category, _ := strings.Cut(n.ID, "/")
		parts = []string{t.say("cost"), category}
	} else if n.Title != "" {
		parts = append(parts, "– "+shortened(n.Title))
	}
	said := strings.Join(parts, " ")
	switch {
	case n.Months == 1:
		said += ", " + t.say("1 month")
	case n.Months > 1:
		said += ", " + i18n.Msg("%d months", n.Months).In(t.lang)
	}
	if n.Kroner != 0 {
		said += ", " + n.Kroner.In(t.lang)
	}
	return said
}

func shortened(title string) string {
	runes := []rune(title)
	if len(runes) <= maxTitle {
		return title
	}
	return strings.TrimSpace(string(runes[:maxTitle-1])) + "…"
}

func (t *tree) say(words string) string { return i18n.Msg(words).In(t.lang) }

// stops says where the way to the kroner stops, when it does not get there.
func (t *tree) stops(n *model.TraceNode) {
	if reaches(n, map[*model.TraceNode]bool{}) {
		return
	}
	fmt.Fprintf(&t.out, "%s\n", t.say("it stops before any money"))
}

// reaches reports whether a node leads to something that costs or pays, or is
// that itself.
func reaches(n *model.TraceNode, seen map[*model.TraceNode]bool) bool {
	if n.Kroner != 0 {
		return true
	}
	if seen[n] {
		return false
	}
	seen[n] = true
	for _, k := range n.To {
		if reaches(k, seen) {
			return true
		}
	}
	return false
}

// Holes writes where the chain breaks off, in both directions.
func (w Writer) Holes(holes []model.Hole) error {
	t := &tree{lang: w.Lang}
	if len(holes) == 0 {
		fmt.Fprintf(&t.out, "%s\n", t.say("Everything comes from something and leads to something."))
	}
	for _, h := range holes {
		words := t.say("leads to nothing")
		if h.Start {
			words = t.say("comes from nothing")
		}
		fmt.Fprintf(&t.out, "%s: %s: %s\n", h.At.Span(), t.line(h.TraceNode), words)
	}
	_, err := io.WriteString(w.W, t.out.String())
	return err
}
