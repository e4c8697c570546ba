package pdf

import (
	"slices"
	"strings"

	"soknad/internal/parallel"
	"soknad/internal/render/pdf/check"
	"soknad/internal/render/pdf/object"
)

// A Painted is a layout as a PDF.
type Painted struct {
	Data []byte
	// Claims are the standards that the file says it keeps. It says so only
	// of those that the checker finds no fault with.
	Claims []check.Profile
	// Faults are what keeps it from claiming the others.
	Faults []Fault
}

// A Fault keeps a PDF from a standard.
type Fault struct {
	// Breaks are the standards that the file does not keep for it.
	Breaks []check.Profile
	// Annex is the number of the annex whose page is at fault, from 1, or 0
	// when the fault is the document's own.
	Annex int
	// Page is the page of the annex, or else of the document, from 1, or 0
	// when the fault is on no page.
	Page    int
	Clause  check.Clause
	Message string // in English, as the standards speak
}

// standards returns what the file is to keep: PDF/A-3 allows other files
// inside, and PDF/A-2 does not.
func (f *finisher) standards() []check.Profile {
	if len(f.attachments) > 0 {
		return []check.Profile{check.UA1, check.A3a}
	}
	return []check.Profile{check.UA1, check.A2a}
}

// deliver writes the file with its claims, and holds it against them. When it
// does not keep a standard, it is written again without that claim.
func (f *finisher) deliver() (*Painted, error) {
	wanted := f.standards()
	p := &Painted{}
	found, err := p.write(f, wanted)
	if err != nil {
		return nil, err
	}
	for _, each := range found {
		p.Faults = append(p.Faults, f.fault(each, wanted))
	}
	if p.Claims = p.kept(wanted); len(p.Claims) < len(wanted) {
		f.claim(p.Claims)
		p.Data, err = f.file.Write()
	}
	return p, err
}

// write writes the file with its claims, and holds it against them at the same
// time.
func (p *Painted) write(f *finisher, wanted []check.Profile) ([]check.Finding, error) {
	f.claim(wanted)
	numbered, err := f.file.Enumerate()
	if err != nil {
		return nil, err
	}
	judged := *f.file
	judged.ID = [2]object.String{given, given}
	var found []check.Finding
	parallel.Both(
		func() { p.Data, err = numbered.Write() },
		func() { found = check.File(&judged, wanted...) },
	)
	return found, err
}

// given stands for the identifiers that a file gets when it is written.
const given = "given when written"

// claim says in the file which standards it keeps.
func (f *finisher) claim(standards []check.Profile) {
	f.packet.Value, f.file.Info.Value = f.metadata(standards), f.info(standards)
}

// kept returns the standards that no fault breaks.
func (p *Painted) kept(wanted []check.Profile) []check.Profile {
	return slices.DeleteFunc(slices.Clone(wanted), func(s check.Profile) bool {
		return slices.ContainsFunc(p.Faults, func(f Fault) bool { return slices.Contains(f.Breaks, s) })
	})
}

// fault says whose a finding of the checker is.
func (f *finisher) fault(found check.Finding, wanted []check.Profile) Fault {
	made := Fault{Page: found.Page, Clause: found.Clause, Message: found.Message}
	for _, s := range wanted {
		if found.Clause.Binds(s) {
			made.Breaks = append(made.Breaks, s)
		}
	}
	if a := f.annexed[found.Page]; a != nil {
		made.Annex, made.Page = a.number, a.page
	}
	return made
}

// claims says in the metadata which standards the file keeps (ISO 19005-2,
// 6.6.4; ISO 14289-1, 5).
func claims(standards []check.Profile) string {
	var x strings.Builder
	for _, s := range standards {
		switch s {
		case check.UA1:
			x.WriteString(claimUA)
		case check.A2a:
			x.WriteString(strings.ReplaceAll(claimA, "PART", "2"))
		case check.A3a:
			x.WriteString(strings.ReplaceAll(claimA, "PART", "3"))
		}
	}
	return x.String()
}

const claimA = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>PART</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
`

// claimUA also describes its property, which PDF/A does not know (ISO 19005-2,
// 6.6.2.3).
const claimUA = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`
