package check_test

import (
	"fmt"
	"strings"
	"testing"

	"soknad/internal/render/pdf/check"
)

// BenchmarkFile checks the sound file with as much more content as an
// application of a hundred pages has.
func BenchmarkFile(b *testing.B) {
	line := "/Artifact BMC BT /F 11 Tf 20 740.25 Td [" + strings.Repeat("<00020003> -7.5 ", 40) + "] TJ ET EMC\n"
	more := story{"more", []change{{
		from: []string{"/Artifact << /Type /Pagination >> BDC"},
		to:   []string{strings.Repeat(line, 4000) + "/Artifact << /Type /Pagination >> BDC"},
	}}}
	file := read(b, more.apply(b, sound(b)))
	b.ReportAllocs()
	for b.Loop() {
		if found := check.File(file, check.UA1, check.A3a); len(found) > 0 {
			b.Fatal(fmt.Sprint(found))
		}
	}
}
