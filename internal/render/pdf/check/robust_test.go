package check_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"soknad/internal/golden"
	"soknad/internal/render/pdf/check"
	"soknad/internal/render/pdf/object"
)

// FuzzFile holds that no file that can be read makes the checker panic or run
// on, that what it finds is in the file, and that it finds the same again.
func FuzzFile(f *testing.F) {
	f.Add([]byte(sound(f)))
	names, err := filepath.Glob(filepath.Join("testdata", "*.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(stories(archive)[1].apply(f, sound(f))))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := object.Read(data)
		if err != nil {
			return
		}
		found := check.File(file, check.Profiles()...)
		for _, one := range found {
			if !within(file, one) {
				t.Errorf("found where nothing is: %v", one)
			}
		}
		if again := check.File(read(t, string(data)), check.Profiles()...); !slices.Equal(found, again) {
			t.Errorf("found first\n%s\nand then\n%s", list(found), list(again))
		}
	})
}

// within reports whether a finding is in a file.
func within(file *object.File, f check.Finding) bool {
	return f.Page >= 0 && (f.Object == 0 ||
		slices.ContainsFunc(file.Objects, func(o *object.Indirect) bool { return o.Number == f.Object }))
}

// TestSameEveryTime holds that nothing depends on the order of maps. What has
// only a few findings can hardly show that.
func TestSameEveryTime(t *testing.T) {
	const few = 5
	tried := 0
	for _, archive := range golden.Archives(t, "testdata") {
		for _, s := range stories(archive) {
			text := s.apply(t, sound(t))
			if first := check.File(read(t, text), check.Profiles()...); len(first) > few {
				same(t, s.name, text, first)
				tried++
			}
		}
	}
	if tried == 0 {
		t.Error("no story has findings enough")
	}
}

func same(t *testing.T, name, text string, first []check.Finding) {
	t.Helper()
	for range 20 {
		if again := check.File(read(t, text), check.Profiles()...); !slices.Equal(first, again) {
			t.Fatalf("%s: found first\n%s\nand then\n%s", name, list(first), list(again))
		}
	}
}

// TestDeep holds that structures that are deeper than those of any document
// come to an end, and that what lies behind the deepest level that is read is
// not passed over in silence.
func TestDeep(t *testing.T) {
	const levels = 20_000
	for name, c := range map[string]struct{ from, to, link, last, clause string }{
		"elements":  {"56 0 R 57 0 R", "1000 0 R 56 0 R 57 0 R", "<< /S /Div /P last 0 R /K next 0 R >>", "<< /S /Div >>", "ISO 32000-1 14.7.2-1"},
		"actions":   {"/S /GoTo /D", "/Next 1000 0 R /S /GoTo /D", "<< /S /URI /Next next 0 R >>", "<< /S /Launch >>", "PDF/A-3 6.5.1-1"},
		"bookmarks": {"/Count 1", "/First 1000 0 R", "<< /Next next 0 R >>", "<< /A << /S /Launch >> >>", ""},
		"pages":     {"/Kids [ 3 0 R 4 0 R ]", "/Kids [ 3 0 R 4 0 R 1000 0 R ]", "<< /Kids [ next 0 R ] >>", "<< /AA << >> >>", "PDF/A-3 6.5.2-2"},
		"names":     {"/Names [ (data.txt)", "/Kids [ 1000 0 R ] /Names [ (data.txt)", "<< /Kids [ next 0 R ] >>", "<< /Names [ (b) << /EF << >> >> ] >>", "PDF/A-3 6.8-3"},
		"forms":     {"/XObject << /Form 16 0 R", "/XObject << /Form 1000 0 R", "<< /Subtype /Form /Resources << /XObject << /X next 0 R >> >> >> stream\n/X Do\nendstream", "<< >>", ""},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(sound(t), c.from, c.to, 1)
			var chain strings.Builder
			for n := range levels {
				link := strings.NewReplacer("next", fmt.Sprint(1001+n), "last", fmt.Sprint(999+n)).Replace(c.link)
				fmt.Fprintf(&chain, "%d 0 obj %s endobj\n", 1000+n, link)
			}
			fmt.Fprintf(&chain, "%d 0 obj %s endobj\ntrailer", 1000+levels, c.last)
			found := check.File(read(t, strings.Replace(text, "trailer", chain.String(), 1)), check.Profiles()...)
			if c.clause != "" && !slices.ContainsFunc(found, func(f check.Finding) bool { return string(f.Clause) == c.clause }) {
				t.Errorf("nothing is found against %s:\n%s", c.clause, list(found))
			}
		})
	}
}
