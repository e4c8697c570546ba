package object_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"soknad/internal/render/pdf/object"
)

// FuzzRead holds that no bytes make the reader panic or run on, and that what
// is read can be written, read again and written to the same bytes.
func FuzzRead(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		first, err := object.Read(data)
		if err != nil || first.Encrypted {
			return
		}
		once := write(t, first)
		if twice := write(t, read(t, once)); !bytes.Equal(once, twice) {
			t.Errorf("written first\n%q\nand then\n%q", once, twice)
		}
	})
}

func seeds(f *testing.F) [][]byte {
	written, err := sample(0).Write()
	if err != nil {
		f.Fatal(err)
	}
	b := begin()
	b.object(1, "<</Type /Catalog /A 3 0 R>>")
	b.object(2, stream("/Type /ObjStm /N 1 /First 4", []byte("3 0 (hidden)")))
	hidden := b.Len()
	b.object(4, stream("/Type /XRef /W [1 1 1] /Index [3 1] /Size 4 /Root 1 0 R", []byte{2, 2, 0}))
	return [][]byte{
		[]byte(typed), []byte(typed)[:200], written, written[:len(written)-40], b.end(hidden),
		holding("/Filter /LZWDecode", []byte("\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01")),
		holding("/Filter [/AHx /A85] /DecodeParms [null <<>>]", []byte("38 37 63 7E 3E>")),
		holding("/Filter /FlateDecode /DecodeParms <</Predictor 15 /Columns 2 /Colors 3>>", deflated([]byte("\x01\x01\x02\x03\x01\x01\x01"))),
		holding("/Filter /FlateDecode /DecodeParms <</Predictor 2 /Columns 4 /BitsPerComponent 4>>", deflated([]byte("\x11\x1f"))),
		[]byte("%PDF-1 1 0 obj<</Type/Catalog/A 1 0 R/B[2 0 R 0 0 R]>>endobj 2 0 obj 3 0 R endobj 3 0 obj 2 0 R trailer<</Root 1 0 R/Prev 0>>"),
	}
}

// FuzzOperators holds that no content makes the scanner panic or run on, and
// that operations follow each other and lie in the content.
func FuzzOperators(f *testing.F) {
	for _, seed := range []string{
		"q 1 0 0 1 72 .5 cm /P<</MCID 0>>BDC BT/F1 12 Tf[(a)-20(b)]TJ(c)' ET EMC Q",
		"BI /W 2 /H 2 /BPC 8 /CS /G ID \nEI EI Q", "BI /L 9 /F /Fl ID ab EI q cEI\nQ", "BI /F [/A85] ID 87cUR~>EI\nQ",
		"BI /CS [/I /RGB 1 <00>] /W 99999999 /H 99999999 /BPC 8 ID x EI", "(a\\", "<4", "/P<</MCID 7>>BDC /#50 <</MCID 7>> BDC/P<</MCID 7.>>BDC /P<</MCID7>>BDC/P<</MCID 7/A 1>>BDC /P<< /MCID 007 >> BDC/P<</MCID -7>>BDC", "[(a\\)b)-12(c)1.(d)]TJ[()]TJ[]TJ[/N]TJ 1[(a)]TJ[(a", "1 2 Td +1 2 Td (a)Td 3 4 cm 1. Q 5 Q", "[[[<<", "%", "/#4", "1 0 R ] >>", "--.+5-3 1..2",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		skimmedIsRead(t, content)
		last := 0
		_ = object.Operations(content, func(o object.Operation) error {
			if o.Operator == "" || o.Start < last || o.End <= o.Start || o.End > len(content) {
				t.Errorf("%q is at %d to %d after %d", o.Operator, o.Start, o.End, last)
			}
			last = o.End
			return nil
		})
	})
}

// skimmedIsRead holds that who skims a content is told what it holds, or the
// same error.
func skimmedIsRead(t *testing.T, content []byte) {
	t.Helper()
	var read, skimmed []string
	err := object.Operators(content, func(op string, operands []object.Object) error {
		read = append(read, concerning(op, operands))
		return nil
	})
	skimming := object.Skimmer{
		Passes: passes,
		Shows: func(parts [][]byte) {
			skimmed = append(skimmed, fmt.Sprintf("TJ %q", parts))
		},
		Marks: func(tag object.Name, mcid int) {
			skimmed = append(skimmed, concerning("BDC", []object.Object{tag, object.Dict{"MCID": mcid}}))
		},
		Each: func(op string, operands []object.Object) { skimmed = append(skimmed, concerning(op, operands)) },
	}.Read(content)
	if fmt.Sprint(skimming) != fmt.Sprint(err) || !slices.Equal(read, skimmed) {
		t.Errorf("%q has %q, error %v; skimmed it has %q, error %v", content, read, err, skimmed, skimming)
	}
}

func passes(op string) bool { return op == "cm" || op == "Td" || op == "Q" }

// concerning is an operation without what does not concern who skims.
func concerning(op string, operands []object.Object) string {
	var parts [][]byte
	shown := op == "TJ" && len(operands) == 1 && operands[0] != nil
	if shown {
		operands, shown = object.ArrayOf(operands[0]), object.ArrayOf(operands[0]) != nil
	}
	numbers := true
	for _, o := range operands {
		switch o := o.(type) {
		case int, float64:
		case object.String:
			parts, numbers = append(parts, []byte(o)), false
		default:
			shown, numbers = false, false
		}
	}
	switch {
	case shown:
		return fmt.Sprintf("TJ %q", parts)
	case passes(op) && numbers:
		return op
	default:
		return fmt.Sprintf("%s %v", op, operands)
	}
}
