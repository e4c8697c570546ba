package bundle_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"

	"soknad/internal/bundle"
)

func files() map[string][]byte {
	return map[string][]byte{
		"application.md":            []byte("# Berg\n"),
		"inputs/application.yaml":   []byte("application: {title: Berg}\n"),
		"inputs/sections/utgård.md": []byte("Tekst.\n"),
		"templates/a/b/call.yaml":   []byte("call: {id: a-b}\n"),
	}
}

func write(t *testing.T, m bundle.Manifest, files map[string][]byte) []byte {
	t.Helper()
	data, err := bundle.Write(m, files)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func read(t *testing.T, data []byte) *bundle.Bundle {
	t.Helper()
	b, err := bundle.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestWhatIsWrittenIsRead holds that a bundle comes back as it was, folders
// included.
func TestWhatIsWrittenIsRead(t *testing.T) {
	data := write(t, bundle.Manifest{Tool: "1", Sent: "2012-03-30T14:10", Terms: bundle.Terms{Annexes: "list"}}, files())
	b := read(t, data)
	if b.Manifest.Sent != "2012-03-30T14:10" || b.Manifest.Terms.Annexes != "list" || len(b.Manifest.Files) != 4 {
		t.Errorf("the manifest is %+v", b.Manifest)
	}
	if !b.Whole() {
		t.Error("the bundle is not whole")
	}
	inputs, err := b.Folder(bundle.Inputs)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := fs.ReadFile(inputs, "sections/utgård.md"); err != nil || string(text) != "Tekst.\n" {
		t.Errorf("the text is %q, %v", text, err)
	}
	if _, err := b.Folder("figures"); err == nil {
		t.Error("a folder that is not there is")
	}
}

// TestNothingIsCompressed holds what makes the bytes the same under every
// version of a library: the contents stand in the zip as they are, without
// descriptors behind them and without times.
func TestNothingIsCompressed(t *testing.T) {
	data := write(t, bundle.Manifest{}, files())
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if f.Method != zip.Store || f.Flags&0x8 != 0 || f.Modified.Year() != 1980 || f.NonUTF8 {
			t.Errorf("%s: %+v", f.Name, f.FileHeader)
		}
	}
	want := "manifest.json application.md inputs/application.yaml inputs/sections/utgård.md templates/a/b/call.yaml"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("the files are %s", got)
	}
}

func TestJudge(t *testing.T) {
	data := write(t, bundle.Manifest{}, files())
	same := map[string][]byte{"application.md": files()["application.md"]}
	for _, test := range []struct {
		name    string
		alter   func(b *bundle.Bundle, again map[string][]byte)
		file    string
		verdict bundle.Verdict
	}{
		{"nothing", func(*bundle.Bundle, map[string][]byte) {}, "application.md", bundle.Same},
		{"an input", func(b *bundle.Bundle, _ map[string][]byte) { b.Files["inputs/application.yaml"][0]++ }, "inputs/application.yaml", bundle.Altered},
		{"an input taken out", func(b *bundle.Bundle, _ map[string][]byte) { delete(b.Files, "inputs/application.yaml") }, "inputs/application.yaml", bundle.Missing},
		{"a file put in", func(b *bundle.Bundle, _ map[string][]byte) { b.Files["inputs/x.yaml"] = nil }, "inputs/x.yaml", bundle.Unlisted},
		{"another output", func(_ *bundle.Bundle, again map[string][]byte) { again["application.md"] = []byte("x") }, "application.md", bundle.Differs},
		{"one output fewer", func(_ *bundle.Bundle, again map[string][]byte) { delete(again, "application.md") }, "application.md", bundle.Unmade},
		{"one output more", func(_ *bundle.Bundle, again map[string][]byte) { again["x.svg"] = nil }, "x.svg", bundle.Missing},
	} {
		b, again := read(t, bytes.Clone(data)), map[string][]byte{}
		for name, made := range same {
			again[name] = made
		}
		test.alter(b, again)
		for _, j := range b.Judge(again) {
			want := bundle.Same
			if j.Name == test.file {
				want = test.verdict
			}
			if j.Verdict != want {
				t.Errorf("%s: %s has the verdict %d, want %d", test.name, j.Name, j.Verdict, want)
			}
		}
	}
}

// zipped makes a zip by hand, as somebody else would.
func zipped(t *testing.T, method uint16, names ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "/") {
			continue
		}
		text := "Tekst."
		if name == bundle.ManifestName {
			text = `{"version": 1}`
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestWhatIsRefused holds what a hostile zip is met with.
func TestWhatIsRefused(t *testing.T) {
	many := make([]string, bundle.MaxFiles)
	for i := range many {
		many[i] = strings.Repeat("x", i/100+1) + string(rune('a'+i%100))
	}
	for _, test := range []struct {
		why, says string
		data      []byte
	}{
		{"no zip", "not a valid zip", []byte("application: {}")},
		{"no manifest", "no manifest", zipped(t, zip.Store, "application.md")},
		{"compressed", "compressed", zipped(t, zip.Deflate, bundle.ManifestName)},
		{"out of the folder", "cannot be called", zipped(t, zip.Store, bundle.ManifestName, "../x")},
		{"from the root", "cannot be called", zipped(t, zip.Store, bundle.ManifestName, "/etc/passwd")},
		{"a drive", "cannot be called", zipped(t, zip.Store, bundle.ManifestName, "c:x")},
		{"backslashes", "cannot be called", zipped(t, zip.Store, bundle.ManifestName, `inputs\x`)},
		{"a folder", "cannot be called", zipped(t, zip.Store, bundle.ManifestName, "inputs/")},
		{"twice", "twice", zipped(t, zip.Store, bundle.ManifestName, "x", "x")},
		{"the manifest twice", "twice", zipped(t, zip.Store, bundle.ManifestName, bundle.ManifestName)},
		{"too many", "more than", zipped(t, zip.Store, append(many, bundle.ManifestName)...)},
	} {
		_, err := bundle.Read(test.data)
		if err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v", test.why, err)
		}
	}
}

// TestADamagedBundle holds that a flipped bit does not go unseen.
func TestADamagedBundle(t *testing.T) {
	data := write(t, bundle.Manifest{}, files())
	at := bytes.Index(data, []byte("# Berg"))
	data[at]++
	if _, err := bundle.Read(data); !errors.Is(err, zip.ErrChecksum) {
		t.Errorf("the error is %v", err)
	}
}

// TestSomethingBehindTheFiles holds that what a zip hides is seen.
func TestSomethingBehindTheFiles(t *testing.T) {
	data := write(t, bundle.Manifest{}, files())
	for _, hidden := range [][]byte{append([]byte("hidden"), data...), zipWithComment(t, data)} {
		if b := read(t, hidden); b.Whole() {
			t.Error("what is hidden is not seen")
		}
	}
}

// zipWithComment copies a zip and gives it a comment.
func zipWithComment(t *testing.T, data []byte) []byte {
	t.Helper()
	old, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range old.File {
		if err := z.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.SetComment("hidden"), z.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestNamesThatAreRefusedAreNotWritten(t *testing.T) {
	for _, name := range []string{"../x", "a\\b", bundle.ManifestName, ""} {
		if _, err := bundle.Write(bundle.Manifest{}, map[string][]byte{name: nil}); err == nil {
			t.Errorf("%q is written", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	data, err := bundle.Write(bundle.Manifest{}, files())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := bundle.Read(data)
		if err != nil {
			return
		}
		size := 0
		for _, text := range b.Files {
			size += len(text)
		}
		if size > bundle.MaxSize {
			t.Errorf("%d bytes became %d", len(data), size)
		}
		b.Whole()
		b.Judge(nil)
	})
}
