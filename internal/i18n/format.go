package i18n

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// nbsp is the no-break space that holds a number and its unit together.
const nbsp = "\u00a0"

// Number writes a whole number with grouped thousands: by no-break spaces in
// Norwegian (F210), by commas in English.
func Number(n int64, l Lang) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	separator := nbsp
	if l == EN {
		separator = ","
	}
	return sign + strings.Join(groups(digits, 3), separator)
}

// groups cuts s into groups of n counted from its end.
func groups(s string, n int) []string {
	var parts []string
	for len(s) > n {
		parts = append([]string{s[len(s)-n:]}, parts...)
		s = s[:len(s)-n]
	}
	return append([]string{s}, parts...)
}

// Decimal writes a number with at most the given count of decimals, trailing
// zeros dropped, and a decimal comma in Norwegian (F211).
func Decimal(x float64, decimals int, l Lang) string {
	s := strconv.FormatFloat(x, 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(s, ".")
	fraction = strings.TrimRight(fraction, "0")
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return s
	}
	text := Number(n, l)
	if n == 0 && strings.HasPrefix(whole, "-") && fraction != "" {
		text = "−0"
	}
	if fraction == "" {
		return text
	}
	return text + decimalMark(l) + fraction
}

func decimalMark(l Lang) string {
	if l == EN {
		return "."
	}
	return ","
}

// Percent writes a share, where 1 is the whole, with one decimal: "51,5 %" in
// Norwegian (F219), "51.5%" in English.
func Percent(share float64, l Lang) string {
	s := strings.Replace(strconv.FormatFloat(share*100, 'f', 1, 64), ".", decimalMark(l), 1)
	if l == EN {
		return s + "%"
	}
	return s + nbsp + "%"
}

// Kroner is an amount in whole Norwegian kroner, which says itself as
// "150 000 kroner" (F212) or "NOK 150,000".
type Kroner int64

// In says the amount in a language.
func (k Kroner) In(l Lang) string {
	if l == EN {
		return "NOK" + nbsp + Number(int64(k), l)
	}
	return Number(int64(k), l) + nbsp + "kroner"
}

// Share is a part of a whole, where 1 is all of it, that says itself as a
// percentage.
type Share float64

// In says the share in a language.
func (s Share) In(l Lang) string { return Percent(float64(s), l) }

// Date is a day that says itself in words: "31. mars 2012" (F214).
type Date time.Time

// In says the date in a language.
func (d Date) In(l Lang) string { return LongDate(time.Time(d), l) }

// LongDate writes a day in words, kept together by no-break spaces.
func LongDate(t time.Time, l Lang) string {
	if l == EN {
		return fmt.Sprintf("%d%s%s %d", t.Day(), nbsp, Month(t.Month(), l), t.Year())
	}
	return fmt.Sprintf("%d.%s%s %d", t.Day(), nbsp, Month(t.Month(), l), t.Year())
}

// ShortDate writes a day in figures for tables: "31.03.2012" in Norwegian,
// "2012-03-31" in English.
func ShortDate(t time.Time, l Lang) string {
	if l == EN {
		return t.Format(time.DateOnly)
	}
	return t.Format("02.01.2006")
}

// DateRange writes a period from one day to another with an en dash and
// without repeating what is the same (F216): "24.–25. januar 2012".
func DateRange(from, to time.Time, l Lang) string {
	stop := "."
	if l == EN {
		stop = ""
	}
	switch {
	case from.Equal(to):
		return LongDate(from, l)
	case from.Year() != to.Year():
		return LongDate(from, l) + "–" + LongDate(to, l)
	case from.Month() != to.Month():
		return fmt.Sprintf("%d%s%s%s–%s", from.Day(), stop, nbsp, Month(from.Month(), l), LongDate(to, l))
	default:
		return fmt.Sprintf("%d%s–%s", from.Day(), stop, LongDate(to, l))
	}
}

// MonthYear writes a month of a year: "september 2012".
func MonthYear(t time.Time, l Lang) string {
	return Month(t.Month(), l) + nbsp + strconv.Itoa(t.Year())
}

// Month returns a month's name; month names are lower case in Norwegian.
func Month(m time.Month, l Lang) string {
	if l == EN {
		return m.String()
	}
	return [...]string{
		"januar", "februar", "mars", "april", "mai", "juni", "juli",
		"august", "september", "oktober", "november", "desember",
	}[m-1]
}

// OrgNumber writes an organisation number in groups of three (F218);
// anything that is not nine characters long is left as it is.
func OrgNumber(s string) string {
	if len(s) != 9 {
		return s
	}
	return strings.Join(groups(s, 3), nbsp)
}

// List joins words as a sentence does: "a, b og c".
func List(items []string, l Lang) string {
	and := "og"
	if l == EN {
		and = "and"
	}
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	default:
		last := len(items) - 1
		return strings.Join(items[:last], ", ") + " " + and + " " + items[last]
	}
}
