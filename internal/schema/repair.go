package schema

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"soknad/internal/lazyregexp"
)

// Each function below answers what a person most likely meant, or "".

var (
	wholeNumber   = lazyregexp.New(`^-?[0-9]{1,15}$`)
	decimalNumber = lazyregexp.New(`^-?[0-9]{1,12}\.[0-9]{1,6}$`)
	dottedGroups  = lazyregexp.New(`^[0-9]{1,3}(\.[0-9]{3})+$`)
	decimalComma  = lazyregexp.New(`^-?[0-9]+,[0-9]+$`)
	otherBase     = lazyregexp.New(`^0[xXoObB][0-9a-fA-F]+$`)
	currency      = lazyregexp.New(`(?i)^(kr\.?|nok)|(kr\.?|kroner|nok|,-|,–)$`)
)

// meantInt reads a whole number as people write amounts: "1 234 567",
// "kr 150.000,-", "1_000", "15O000".
func meantInt(text string) string {
	text = amount(text)
	if dottedGroups().MatchString(text) {
		text = strings.ReplaceAll(text, ".", "")
	}
	if wholeNumber().MatchString(text) {
		return plainDigits(text)
	}
	return otherNotation(text)
}

// otherNotation reads what programs write: 1e3, 0x1F, 0o17, 0b11.
func otherNotation(text string) string {
	if n, err := strconv.ParseInt(text, 0, 64); err == nil {
		return strconv.FormatInt(n, 10)
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || x != math.Trunc(x) || math.Abs(x) > 1e15 {
		return ""
	}
	return strconv.FormatFloat(x, 'f', 0, 64)
}

// meantNumber reads a number that may have decimals.
func meantNumber(text string) string {
	text = amount(text)
	text = strings.TrimSuffix(text, "%")
	if decimalComma().MatchString(text) {
		text = strings.Replace(text, ",", ".", 1)
	}
	if wholeNumber().MatchString(text) {
		return plainDigits(text)
	}
	if decimalNumber().MatchString(text) {
		return text
	}
	return otherNotation(text)
}

// amount removes the currency, what groups digits, and letters that were
// taken for digits.
func amount(text string) string {
	text = strings.TrimSpace(text)
	text = currency().ReplaceAllString(text, "")
	text = strings.TrimSpace(currency().ReplaceAllString(strings.TrimSpace(text), ""))
	text = strings.NewReplacer(
		" ", "", "\u00a0", "", "\u202f", "", "\u2009", "", "_", "", "'", "").Replace(text)
	if otherBase().MatchString(text) {
		return text
	}
	return digitsForLetters(text)
}

// digitsForLetters reads o and l as 0 and 1 in what is otherwise digits.
func digitsForLetters(text string) string {
	if !strings.ContainsAny(text, "0123456789") {
		return text
	}
	return strings.NewReplacer("o", "0", "O", "0", "l", "1", "I", "1").Replace(text)
}

func plainDigits(text string) string {
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	text = strings.TrimLeft(text, "0")
	if text == "" {
		return "0"
	}
	return sign + text
}

var (
	norwegianDate = lazyregexp.New(`^([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})$`)
	wordyDate     = lazyregexp.New(`^([0-9]{1,2})\.? ([\p{L}]+) ([0-9]{4})$`)
	looseISODate  = lazyregexp.New(`^([0-9]{4})[-./ ]?([0-9]{1,2})[-./ ]?([0-9]{1,2})(T.*| [0-9].*)?$`)
)

// meantDate reads a day as people write it: "31.03.2012", "31. mars 2012",
// "2012-3-31", "20120331".
func meantDate(text string) string {
	year, month, day := dateParts(strings.TrimSpace(text))
	date := fmt.Sprintf("%04s-%02s-%02s", year, month, day)
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return ""
	}
	return date
}

func dateParts(text string) (year, month, day string) {
	if m := wordyDate().FindStringSubmatch(text); m != nil {
		return m[3], monthNumber(m[2]), m[1]
	}
	text = digitsForLetters(text)
	if m := norwegianDate().FindStringSubmatch(text); m != nil {
		return m[3], m[2], m[1]
	}
	if m := looseISODate().FindStringSubmatch(text); m != nil {
		return m[1], m[2], m[3]
	}
	return "", "", ""
}

func monthNumber(name string) string {
	stems := []string{"jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "de"}
	for i, stem := range stems {
		if strings.HasPrefix(strings.ToLower(name), stem) {
			return fmt.Sprintf("%02d", i+1)
		}
	}
	return ""
}

// lastOfMonth returns the last day of the month of a date that has too many
// days, such as 2012-02-30, or "".
func lastOfMonth(text string) string {
	year, month, day := dateParts(text)
	first, err := time.Parse(time.DateOnly, fmt.Sprintf("%04s-%02s-01", year, month))
	if err != nil || len(day) != 2 || day < "29" {
		return ""
	}
	return first.AddDate(0, 1, -1).Format(time.DateOnly)
}

// meantForm tries what people forget, against the form that is asked for:
// capitals, a leading zero, hyphens in an id, forward slashes in a path.
func meantForm(s shape, text string) string {
	if !s.hasForm() || text == "" {
		return ""
	}
	for _, try := range []string{
		strings.TrimSpace(text),
		strings.ToUpper(text),
		"0" + text,
		strings.ReplaceAll(text, `\`, "/"),
		Slug(text),
	} {
		if try != "" && try != text && s.accepts(try) {
			return try
		}
	}
	return ""
}

// meantBool reads yes and no in Norwegian.
func meantBool(text string) string {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "ja", "sann", "sant", "1":
		return "true"
	case "nei", "usann", "usant", "0":
		return "false"
	}
	return ""
}
