package check

import (
	"slices"
	"strings"
	"time"

	"soknad/internal/render/pdf/object"
)

// Claims returns the profiles that a file says it keeps, in its metadata.
func Claims(f *object.File) []Profile {
	p := packetOf(f)
	var all []Profile
	if p.first(pdfuaID, "part") == "1" {
		all = append(all, UA1)
	}
	switch p.first(pdfaID, "part") + p.first(pdfaID, "conformance") {
	case "2A":
		all = append(all, A2a)
	case "3A":
		all = append(all, A3a)
	}
	return all
}

// packetOf returns the metadata of a file, nil when it has none that can be
// read.
func packetOf(f *object.File) *packet {
	s := object.StreamOf(object.DictOf(f.Root)["Metadata"])
	if s == nil {
		return nil
	}
	p, err := readXMP(s.Data)
	if err != nil {
		return nil
	}
	return p
}

// metadata reads the metadata of a document, if it has any.
func (d *document) metadata() {
	o := d.catalog["Metadata"]
	d.packetAt = place{object: number(o)}
	if s := object.StreamOf(o); s != nil {
		d.packet, d.broken = readXMP(s.Data)
	}
}

// hasMetadata is PDF/UA-1 7.1-8 and PDF/A 6.6.2.1-1: the file has metadata.
func hasMetadata(d *document, say report) {
	if object.StreamOf(d.catalog["Metadata"]) == nil {
		say(d.root(), "The file has no metadata (Metadata of the catalog).")
	}
}

// metadataMakesSense is PDF/A 6.6.2.1-4: the metadata can be read.
func metadataMakesSense(d *document, say report) {
	if d.broken != nil {
		say(d.packetAt, "The metadata cannot be read: %v.", d.broken)
	}
}

// metadataIsDescribed is PDF/A 6.6.2.3.1-1: properties that PDF/A does not know
// are described by the metadata itself.
func metadataIsDescribed(d *document, say report) {
	if d.packet == nil {
		return
	}
	for _, space := range d.packet.undescribed() {
		say(d.packetAt, "The metadata has properties of %s and does not describe them (pdfaExtension).", space)
	}
}

// hasTitle is PDF/UA-1 7.1-9: the metadata has a title.
func hasTitle(d *document, say report) {
	if d.packet != nil && d.packet.first(dublinCore, "title") == "" {
		say(d.packetAt, "The metadata has no title (dc:title).")
	}
}

// accessibilityIsClaimed is PDF/UA-1 5-1: the metadata says that the file is
// PDF/UA.
func accessibilityIsClaimed(d *document, say report) {
	if d.packet != nil && d.packet.first(pdfuaID, "part") == "" {
		say(d.packetAt, "The metadata does not say that the file is PDF/UA (pdfuaid:part).")
	}
}

// accessibilityIsPart1 is PDF/UA-1 5-2: the metadata says which part it is.
func accessibilityIsPart1(d *document, say report) {
	if part := d.packet.first(pdfuaID, "part"); part != "" && part != "1" {
		say(d.packetAt, "The metadata says that the file is PDF/UA-%s and not PDF/UA-1.", part)
	}
}

// archiveIsClaimed is PDF/A 6.6.4-1: the metadata says that the file is PDF/A.
func archiveIsClaimed(d *document, say report) {
	if d.packet != nil && d.packet.first(pdfaID, "part") == "" {
		say(d.packetAt, "The metadata does not say that the file is PDF/A (pdfaid:part).")
	}
}

// archiveIsPart is PDF/A 6.6.4-2: the metadata says which part it is.
func archiveIsPart(want string) func(*document, report) {
	return func(d *document, say report) {
		if part := d.packet.first(pdfaID, "part"); part != "" && part != want {
			say(d.packetAt, "The metadata says that the file is PDF/A-%s and not PDF/A-%s.", part, want)
		}
	}
}

// archiveIsLevelA is PDF/A 6.6.4-3: the metadata says that the file is of level
// A.
func archiveIsLevelA(d *document, say report) {
	if d.packet.first(pdfaID, "part") == "" {
		return
	}
	if level := d.packet.first(pdfaID, "conformance"); level != "A" {
		say(d.packetAt, "The metadata says that the file is PDF/A of level %q and not A (pdfaid:conformance).", level)
	}
}

// infoAgrees is PDF/A 6.6.3-1: what the document information says, the metadata
// says too. veraPDF has no test for it in PDF/A-2 and PDF/A-3.
func infoAgrees(d *document, say report) {
	info := object.DictOf(d.file.Info)
	if d.packet == nil {
		return
	}
	pairs := []struct{ key, space, name string }{
		{"Title", dublinCore, "title"}, {"Author", dublinCore, "creator"}, {"Subject", dublinCore, "description"},
		{"Keywords", adobePDF, "Keywords"}, {"Producer", adobePDF, "Producer"}, {"Creator", basic, "CreatorTool"},
		{"CreationDate", basic, "CreateDate"}, {"ModDate", basic, "ModifyDate"},
	}
	for _, p := range pairs {
		said, ok := text(info[object.Name(p.key)])
		if ok && !agree(said, d.packet.all(p.space, p.name)) {
			say(place{object: number(d.file.Info)}, "The document information has the %s %q, and the metadata has not (%s).", p.key, said, p.name)
		}
	}
}

// agree reports whether the values of the metadata say what the document
// information says.
func agree(said string, values []string) bool {
	if slices.Contains(values, said) || said == strings.Join(values, ", ") || said == strings.Join(values, "; ") {
		return true
	}
	moment, ok := infoDate(said)
	if !ok || len(values) == 0 {
		return false
	}
	other, ok := xmpDate(values[0])
	return ok && moment.Equal(other)
}

// infoDate reads a date of PDF (ISO 32000-1, 7.9.4).
func infoDate(s string) (time.Time, bool) {
	s, ok := strings.CutPrefix(s, "D:")
	s = strings.ReplaceAll(s, "'", "")
	layouts := []string{"20060102150405Z0700", "20060102150405Z07", "20060102150405", "200601021504", "20060102", "200601", "2006"}
	return date(s, ok, layouts)
}

// xmpDate reads a date of XMP.
func xmpDate(s string) (time.Time, bool) {
	return date(s, true, []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02", "2006-01", "2006"})
}

// date reads a date in the first layout that fits.
func date(s string, ok bool, layouts []string) (time.Time, bool) {
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil && ok {
			return t.Truncate(time.Second), true
		}
	}
	return time.Time{}, false
}
