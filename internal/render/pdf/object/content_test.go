package object_test

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"soknad/internal/render/pdf/object"
)

// told is a content stream as a list of its operators, one a line.
func told(t *testing.T, content string) string {
	t.Helper()
	var out strings.Builder
	err := object.Operators([]byte(content), func(op string, operands []object.Object) error {
		fmt.Fprintf(&out, "%s %v\n", op, operands)
		return nil
	})
	if err != nil {
		t.Fatalf("%q: %v", content, err)
	}
	return out.String()
}

func TestOperatorsWithTheirOperands(t *testing.T) {
	got := told(t, "q 1 0 0 1 72 .5 cm%c\n/P<</MCID 0>>BDC BT/F1 12 Tf[(a)-20(b)]TJ(c)'\nT* ET EMC Q n f* true 7")
	want := "q []\ncm [1 0 0 1 72 0.5]\nBDC [P map[MCID:0]]\nBT []\nTf [F1 12]\nTJ [[a -20 b]]\n' [c]\nT* []\nET []\nEMC []\nQ []\nn []\nf* []\n"
	if got != want {
		t.Errorf("the operators are\n%s", got)
	}
	if got := told(t, " % nothing"); got != "" {
		t.Errorf("nothing has the operators\n%s", got)
	}
}

func TestInlineImages(t *testing.T) {
	for name, c := range map[string]struct{ image, want string }{
		"size known":        {"/W 2 /H 2 /BPC 8 /CS /G ID \nEI EI", "\nEI "},
		"size by colours":   {"/W 1 /H 1 /BPC 8 /CS /RGB ID EI EI", "EI "},
		"a mask":            {"/W 9 /H 2 /IM true ID  EI EI", " EI "},
		"length said":       {"/L 9 /F /Fl ID ab EI q cEI", "ab EI q c"},
		"binary after EI":   {"/F /DCT ID ab EI \xff\xd8 EI", "ab EI \xff\xd8"},
		"letters around EI": {"/F /DCT ID FEIL EIER EI", "FEIL EIER"},
		"ascii":             {"/F /A85 ID 87cUR~>EI", "87cUR~>"},
		"empty":             {"/F /A85 ID EI", ""},
	} {
		var got object.Object
		var after string
		err := object.Operators([]byte("BI "+c.image+"\nQ"), func(op string, operands []object.Object) error {
			if op != "BI" {
				after += op
				return nil
			}
			got = operands[1]
			if object.DictOf(operands[0]) == nil {
				t.Errorf("%s: the dictionary is %v", name, operands[0])
			}
			return nil
		})
		if err != nil || got != object.String(c.want) || after != "Q" {
			t.Errorf("%s: the image is %q, then comes %q, the error is %v", name, got, after, err)
		}
	}
}

// Taking marked content out leaves every other byte as it was.
func TestOperationsCanBeCutOut(t *testing.T) {
	content := "q /P <</MCID 0>> BDC 0.0001234 0 0 1 0 0 cm\nBI /W 1 /H 1 /BPC 8 /CS /G ID x EI /Span BMC(a)Tj EMC EMC Q"
	var out strings.Builder
	kept := 0
	err := object.Operations([]byte(content), func(o object.Operation) error {
		switch o.Operator {
		case "BDC", "BMC", "EMC":
			out.WriteString(content[kept:o.Start])
			kept = o.End
		}
		return nil
	})
	out.WriteString(content[kept:])
	if want := "q  0.0001234 0 0 1 0 0 cm\nBI /W 1 /H 1 /BPC 8 /CS /G ID x EI (a)Tj   Q"; err != nil || out.String() != want {
		t.Errorf("what is left is\n%q\nand the error is %v", out.String(), err)
	}
}

func TestContentThatMakesNoSenseIsSaid(t *testing.T) {
	for content, why := range map[string]string{
		"q ] Q": "closes nothing", "(a Tj": "not closed", "<< /A >> BDC": "without a value", "[1 2 TJ": "stands where",
		"q ) Q": "closes nothing", "BI /W 1 ID xx": "no end", "<41": "not closed", "BI 3 4 ID x EI": "no name",
		strings.Repeat("[", 101): "more than 100 deep", "1 > 2": "closes nothing",
	} {
		err := object.Operators([]byte(content), func(string, []object.Object) error { return nil })
		if err == nil || !strings.Contains(err.Error(), why) || !strings.Contains(err.Error(), "at byte") {
			t.Errorf("%.20q: the error is %v, which does not say %q", content, err, why)
		}
	}
}

func TestTheErrorOfTheCallerIsReturned(t *testing.T) {
	enough := errors.New("enough")
	calls := 0
	err := object.Operators([]byte("q Q q Q"), func(string, []object.Object) error {
		calls++
		return enough
	})
	if err != enough || calls != 1 {
		t.Errorf("after %d calls the error is %v", calls, err)
	}
}

// TestNumbersAreNearest holds that a number is the float64 nearest to what is
// written, in whatever way it is read.
func TestNumbersAreNearest(t *testing.T) {
	for _, word := range []string{
		"0.1", "-0.3", "123.456", ".007", "-.5", "99999999999.999", "0.00000000000001", "9007199254740993.5", "0.30000000000000004",
	} {
		want, err := strconv.ParseFloat(word, 64)
		if err != nil {
			t.Fatal(err)
		}
		if got := told(t, word+" w"); got != fmt.Sprintf("w [%v]\n", want) {
			t.Errorf("%s is read as %s", word, got)
		}
	}
}
