package i18n_test

import (
	"testing"
	"time"

	"soknad/internal/i18n"
)

func TestNumbers(t *testing.T) {
	tests := []struct{ got, want string }{
		{i18n.Number(0, i18n.NB), "0"},
		{i18n.Number(999, i18n.NB), "999"},
		{i18n.Number(1234567, i18n.NB), "1\u00a0234\u00a0567"},
		{i18n.Number(-1000, i18n.NN), "−1\u00a0000"},
		{i18n.Number(1234567, i18n.EN), "1,234,567"},
		{i18n.Decimal(1.5, 2, i18n.NB), "1,5"},
		{i18n.Decimal(2, 2, i18n.NB), "2"},
		{i18n.Decimal(-0.25, 2, i18n.NB), "−0,25"},
		{i18n.Decimal(1234.5, 1, i18n.EN), "1,234.5"},
		{i18n.Percent(0.515, i18n.NB), "51,5\u00a0%"},
		{i18n.Percent(0.5, i18n.EN), "50.0%"},
		{i18n.Kroner(150000).In(i18n.NB), "150\u00a0000\u00a0kroner"},
		{i18n.Kroner(150000).In(i18n.EN), "NOK\u00a0150,000"},
		{i18n.Share(0.5).In(i18n.NN), "50,0\u00a0%"},
		{i18n.OrgNumber("940155223"), "940\u00a0155\u00a0223"},
		{i18n.OrgNumber("94015"), "94015"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func day(y int, m time.Month, d int) time.Time {
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func TestDates(t *testing.T) {
	tests := []struct{ got, want string }{
		{i18n.Date(day(2012, 3, 31)).In(i18n.NB), "31.\u00a0mars 2012"},
		{i18n.LongDate(day(2012, 3, 31), i18n.EN), "31\u00a0March 2012"},
		{i18n.ShortDate(day(2012, 3, 31), i18n.NN), "31.03.2012"},
		{i18n.ShortDate(day(2012, 3, 31), i18n.EN), "2012-03-31"},
		{i18n.DateRange(day(2012, 1, 24), day(2012, 1, 25), i18n.NB), "24.–25.\u00a0januar 2012"},
		{i18n.DateRange(day(2012, 1, 24), day(2012, 1, 25), i18n.EN), "24–25\u00a0January 2012"},
		{i18n.DateRange(day(2012, 1, 24), day(2012, 1, 24), i18n.NB), "24.\u00a0januar 2012"},
		{i18n.DateRange(day(2012, 1, 31), day(2012, 2, 1), i18n.NB), "31.\u00a0januar–1.\u00a0februar 2012"},
		{i18n.DateRange(day(2011, 12, 31), day(2012, 1, 1), i18n.NB), "31.\u00a0desember 2011–1.\u00a0januar 2012"},
		{i18n.MonthYear(day(2012, 9, 1), i18n.NB), "september\u00a02012"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestList(t *testing.T) {
	for want, items := range map[string][]string{
		"":          nil,
		"a":         {"a"},
		"a og b":    {"a", "b"},
		"a, b og c": {"a", "b", "c"},
	} {
		if got := i18n.List(items, i18n.NB); got != want {
			t.Errorf("List(%q) = %q, want %q", items, got, want)
		}
	}
	if got, want := i18n.List([]string{"a", "b"}, i18n.EN), "a and b"; got != want {
		t.Errorf("in English: %q, want %q", got, want)
	}
}

func TestTextFallsBackToTheNearestLanguage(t *testing.T) {
	text := i18n.Text{NB: "bokmål", EN: "English"}
	if got := text.In(i18n.NN); got != "bokmål" {
		t.Errorf("Nynorsk falls back to %q, want the Bokmål", got)
	}
	if text.Has(i18n.NN) || !text.Has(i18n.NB) {
		t.Error("Has is wrong")
	}
	if got := (i18n.Text{NN: "nynorsk"}).In(i18n.EN); got != "nynorsk" {
		t.Errorf("English falls back to %q", got)
	}
}

func TestParseLang(t *testing.T) {
	if l, ok := i18n.ParseLang("nn"); !ok || l != i18n.NN {
		t.Errorf("ParseLang(nn) = %q, %t", l, ok)
	}
	if _, ok := i18n.ParseLang("no"); ok {
		t.Error("no is not one of the two Norwegian forms (F222) and must not parse")
	}
}

func TestMessage(t *testing.T) {
	m := i18n.Msg("the total is %s, not %s", i18n.Kroner(1000), i18n.Kroner(900))
	if got, want := m.In(i18n.EN), "the total is NOK\u00a01,000, not NOK\u00a0900"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if m.IsZero() || !(i18n.Message{}).IsZero() {
		t.Error("IsZero is wrong")
	}
}

// TestWordsAreComplete holds that every word of the document is said in every
// language: a document in Nynorsk never falls back to Bokmål.
func TestWordsAreComplete(t *testing.T) {
	for key, text := range i18n.Words() {
		for _, l := range i18n.Langs() {
			if !text.Has(l) {
				t.Errorf("the word %q is missing in %s", key, l)
			}
		}
	}
}
