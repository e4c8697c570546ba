package model_test

import (
	"testing"

	"soknad/internal/model"
)

func TestOrgNumberFault(t *testing.T) {
	tests := map[model.OrgNumber]model.OrgNumberFault{
		// F247: the Brønnøysund registers, NAV, Digdir.
		"974760673": model.NoFault,
		"889640782": model.NoFault,
		"991825827": model.NoFault,
		"889640781": model.WrongCheckDigit,
		// F243: synthetic.
		"310211036": model.NoFault,
		"312701103": model.NoFault,
		"313513580": model.NoFault,
		"314270320": model.NoFault,
		// F241: the register's own example, which is no real number (F242).
		"123456785": model.WrongFirstDigit,
		"000000000": model.WrongFirstDigit,
		// The sum of 80000040 is 24 + 12 = 36, and 36 divided by 11 leaves 3.
		"800000408": model.NoFault,
		// The sum of 80000070 is 24 + 21 = 45, and 45 divided by 11 leaves 1.
		"800000700": model.NoCheckDigit,
		"800000701": model.NoCheckDigit,
		// Written otherwise than as nine digits.
		"974 760 673":      model.MoreThanDigits,
		"974\u00a0760 673": model.MoreThanDigits,
		"NO974760673MVA":   model.MoreThanDigits,
		"889 640 781":      model.WrongCheckDigit,
		"97476067":         model.NotNineDigits,
		"9747606733":       model.NotNineDigits,
		"":                 model.NotNineDigits,
		"ukjent":           model.NotNineDigits,
		"９７４７６０６７３":        model.NotNineDigits,
	}
	for n, want := range tests {
		if got := n.Fault(); got != want {
			t.Errorf("%q breaks rule %d, want %d", n, got, want)
		}
	}
}

// TestOrgNumberFindsEverySlip holds what the weights are chosen for.
func TestOrgNumberFindsEverySlip(t *testing.T) {
	const right = "974760673"
	for i := range right {
		for digit := byte('0'); digit <= '9'; digit++ {
			slip := []byte(right)
			slip[i] = digit
			if n := model.OrgNumber(slip); string(n) != right && n.HasRightDigits() {
				t.Errorf("%s passes for %s", n, right)
			}
		}
		if i > 0 && right[i] != right[i-1] {
			swapped := []byte(right)
			swapped[i-1], swapped[i] = swapped[i], swapped[i-1]
			if n := model.OrgNumber(swapped); n.HasRightDigits() {
				t.Errorf("%s passes for %s", n, right)
			}
		}
	}
}

func TestCheckDigit(t *testing.T) {
	tests := map[model.OrgNumber]byte{
		"12345678":  '5', // F241
		"123456785": '5',
		"889640781": '2',
		"31351358":  '0', // nothing is left over
		"800 000 7": 0,   // too few
		"80000070":  0,   // 1 is left over
	}
	for n, want := range tests {
		got, ok := n.CheckDigit()
		if got != want || ok != (want != 0) {
			t.Errorf("the check digit of %q is %q, %t; want %q", n, got, ok, want)
		}
	}
}

func TestSynthetic(t *testing.T) {
	for n, want := range map[model.OrgNumber]bool{
		"310211036":   true,
		"310 211 036": true,
		"310211037":   false, // not even synthetic
		"974760673":   false,
		"":            false,
	} {
		if got := n.IsSynthetic(); got != want {
			t.Errorf("IsSynthetic of %q is %t", n, got)
		}
	}
}

func TestRegistration(t *testing.T) {
	tests := []struct {
		participant     model.Participant
		country, number string
	}{
		{model.Participant{OrgNumber: "974 760 673"}, "NO", "974760673"},
		{model.Participant{OrgNumber: "974760674"}, "NO", ""},
		{model.Participant{}, "NO", ""},
	}
	for _, tt := range tests {
		if country, number := tt.participant.Registration(); country != tt.country || number != tt.number {
			t.Errorf("%q is registered as %q %q", tt.participant.OrgNumber, country, number)
		}
	}
}
