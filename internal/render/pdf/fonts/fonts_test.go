package fonts_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"soknad/internal/render/pdf/fonts"
)

func faces() []fonts.Face {
	var all []fonts.Face
	for _, family := range fonts.Families() {
		for _, bold := range []bool{false, true} {
			for _, italic := range []bool{false, true} {
				all = append(all, fonts.Face{Family: family, Bold: bold, Italic: italic})
			}
		}
	}
	return all
}

// TestFacesSayWhatTheApplicantsWrite holds that no letter of the languages of
// the North, and no sign of a budget, falls back to another face.
func TestFacesSayWhatTheApplicantsWrite(t *testing.T) {
	const needed = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ" +
		"áčđŋšŧžÁČĐŊŠŦŽéèêëóòôöüäñïß0123456789.,:;!?%&()/–—-«»“”’…•§°×±≤≥−€ \u00a0\u00ad"
	for _, face := range faces() {
		font := fonts.Open(face)
		for r := rune(' '); r <= '~'; r++ {
			if !font.Has(r) {
				t.Errorf("%+v lacks %q, which is looked for nowhere", face, r)
			}
		}
		for _, r := range needed {
			if !font.Has(r) || font.Advance(r) <= 0 {
				t.Errorf("%+v lacks %q", face, r)
			}
		}
		if font.Has('\U0001F600') || font.Has(-1) {
			t.Errorf("%+v claims characters that it lacks", face)
		}
		if font.Advance('\U0001F600') != 0 || font.Kern('V', -1) != 0 || font.Kern(-1, 'V') != 0 {
			t.Errorf("%+v gives room to characters that it lacks", face)
		}
	}
}

// TestDigitsAreEquallyWide is what lets numbers stand in columns.
func TestDigitsAreEquallyWide(t *testing.T) {
	for _, face := range []fonts.Face{
		{Family: fonts.Sans}, {Family: fonts.Sans, Bold: true}, {Family: fonts.Liberation}, {Family: fonts.Liberation, Bold: true},
	} {
		font := fonts.Open(face)
		for digit := '1'; digit <= '9'; digit++ {
			if got, want := font.Advance(digit), font.Advance('0'); got != want {
				t.Errorf("%+v: %q is %d wide, 0 is %d", face, digit, got, want)
			}
		}
	}
}

func TestMeasures(t *testing.T) {
	serif := fonts.Open(fonts.Face{})
	if got := serif.Advance(' '); got != 250 {
		t.Errorf("the space is %d wide", got)
	}
	for range 2 { // the second time from memory
		if got := serif.Kern('A', 'V'); got != -112 {
			t.Errorf("A and V are kerned by %d", got)
		}
		if got := serif.Advance('Ж'); got != 889 {
			t.Errorf("Ж is %d wide", got)
		}
	}
	if got := serif.Kern('1', '1'); got != 0 {
		t.Errorf("digits are kerned by %d", got)
	}
	mono := fonts.Open(fonts.Face{Family: fonts.Mono})
	if mono.Advance('i') != mono.Advance('W') || mono.Kern('A', 'V') != 0 {
		t.Error("the monospaced face is not monospaced")
	}
}

func TestDataIsACopy(t *testing.T) {
	for _, face := range faces() {
		first := face.Data()
		first[0] ^= 0xff
		if second := face.Data(); second[0] == first[0] {
			t.Errorf("%+v: writing into the data changes it for the next", face)
		}
	}
	upright, italic := fonts.Face{Family: fonts.Mono}, fonts.Face{Family: fonts.Mono, Italic: true}
	if !bytes.Equal(upright.Data(), italic.Data()) {
		t.Error("the monospaced face has no italics, so the upright stands in")
	}
}

// TestReadmeNamesTheFiles holds that the fonts are those whose licences and
// checksums the README gives.
func TestReadmeNamesTheFiles(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".ttf") {
			continue
		}
		data, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		if line := hex.EncodeToString(sum[:]) + "  " + f.Name(); !strings.Contains(string(readme), line) {
			t.Errorf("the README does not say %q", line)
		}
	}
}
