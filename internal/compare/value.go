package compare

import (
	"encoding/json"
	"strings"
	"time"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// A Value is what a field holds: it says itself to people, and writes itself
// for programs. Values of a kind are the same when they are equal.
type Value interface {
	i18n.Sayable
	json.Marshaler
}

type (
	text   string
	number float64
	kroner int64
	day    string // as YYYY-MM-DD
	// A choice is one of the slugs that the vocabulary knows for a field.
	choice struct{ field, slug string }
	// An outcome is what was decided about an input.
	outcome struct {
		slug string
		said word
	}
)

// In says the text as it is, on one line.
func (t text) In(i18n.Lang) string { return strings.Join(strings.Fields(string(t)), " ") }

// MarshalJSON writes the text.
func (t text) MarshalJSON() ([]byte, error) { return json.Marshal(string(t)) }

// In says the number.
func (n number) In(l i18n.Lang) string { return i18n.Decimal(float64(n), 6, l) }

// MarshalJSON writes the number.
func (n number) MarshalJSON() ([]byte, error) { return json.Marshal(float64(n)) }

// In says the amount.
func (k kroner) In(l i18n.Lang) string { return i18n.Kroner(k).In(l) }

// MarshalJSON writes whole kroner.
func (k kroner) MarshalJSON() ([]byte, error) { return json.Marshal(int64(k)) }

// In says the day in words.
func (d day) In(l i18n.Lang) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return i18n.LongDate(t, l)
}

// MarshalJSON writes the day as YYYY-MM-DD.
func (d day) MarshalJSON() ([]byte, error) { return json.Marshal(string(d)) }

// In says the choice as the document does.
func (c choice) In(l i18n.Lang) string {
	if said, ok := i18n.Word(c.field+"."+c.slug, l); ok {
		return said
	}
	return c.slug
}

// MarshalJSON writes the slug.
func (c choice) MarshalJSON() ([]byte, error) { return json.Marshal(c.slug) }

// In says the outcome.
func (o outcome) In(l i18n.Lang) string { return o.said.In(l) }

// MarshalJSON writes the slug.
func (o outcome) MarshalJSON() ([]byte, error) { return json.Marshal(o.slug) }

func textOf(s string) Value {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return text(s)
}

func choiceOf(field, slug string) Value {
	if slug == "" {
		return nil
	}
	return choice{field, slug}
}

func outcomeOf(d model.Decision) Value {
	switch d.Status {
	case model.Used:
		return outcome{d.Status, word("used")}
	case model.Merged:
		return outcome{d.Status, word("merged")}
	case model.Dropped:
		return outcome{d.Status, word("dropped")}
	}
	return nil
}

func dayOf(t time.Time) Value {
	if t.IsZero() {
		return nil
	}
	return day(t.Format(time.DateOnly))
}
