package model

import "strings"

// An OrgNumber is a Norwegian organisation number, as somebody wrote it.
type OrgNumber string

// An OrgNumberFault says which rule an organisation number breaks.
type OrgNumberFault uint8

// The rules, in the order in which Fault looks at them.
const (
	NoFault         OrgNumberFault = iota
	NotNineDigits                  // a digit is missing, or there is one too many
	WrongFirstDigit                // neither 8 or 9 (F242) nor, for a synthetic number, 2 or 3 (F243, F244)
	NoCheckDigit                   // no last digit can follow the first eight
	WrongCheckDigit                // another last digit follows from the first eight
	MoreThanDigits                 // the digits are right, but something stands between or around them
)

// Fault returns the first rule that the number breaks. Every slip in a single
// digit, and every swap of two neighbours, breaks one.
func (n OrgNumber) Fault() OrgNumberFault {
	digits := n.Digits()
	if len(digits) != 9 {
		return NotNineDigits
	}
	check, ok := n.CheckDigit()
	switch {
	case !strings.ContainsRune("8923", rune(digits[0])):
		return WrongFirstDigit
	case !ok:
		return NoCheckDigit
	case check != digits[8]:
		return WrongCheckDigit
	case digits != string(n):
		return MoreThanDigits
	default:
		return NoFault
	}
}

// HasRightDigits reports whether the number's nine digits can be a legal
// unit's, whatever stands between them.
func (n OrgNumber) HasRightDigits() bool {
	fault := n.Fault()
	return fault == NoFault || fault == MoreThanDigits
}

// IsSynthetic reports whether the number is one of those that are made up for
// tests: right in all else, but beginning with 2 or 3 (F243, F244).
func (n OrgNumber) IsSynthetic() bool {
	return n.HasRightDigits() && strings.ContainsRune("23", rune(n.Digits()[0]))
}

// Digits returns the digits of the number without what groups them.
func (n OrgNumber) Digits() string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, string(n))
}

// CheckDigit returns the ninth digit that follows from the first eight, and
// whether there is one. The weights and the remainder 1, which no digit
// answers, are those of the Brønnøysund Register Centre (F240).
func (n OrgNumber) CheckDigit() (digit byte, ok bool) {
	digits := n.Digits()
	if len(digits) < 8 {
		return 0, false
	}
	sum := 0
	for i, weight := range [...]int{3, 2, 7, 6, 5, 4, 3, 2} {
		sum += weight * int(digits[i]-'0')
	}
	switch rest := sum % 11; rest {
	case 0:
		return '0', true
	case 1:
		return 0, false
	default:
		return byte('0' + 11 - rest), true
	}
}

// Registration returns the country in which a participant is registered and
// its number there, without what groups the digits. The number is empty when
// it is not given or cannot be right.
func (p *Participant) Registration() (country, number string) {
	if !p.IsNorwegian() {
		return p.Country, strings.Join(strings.Fields(p.OrgNumber), "")
	}
	if n := OrgNumber(p.OrgNumber); n.HasRightDigits() {
		return "NO", n.Digits()
	}
	return "NO", ""
}
