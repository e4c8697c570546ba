package pdf

import (
	"fmt"
	"strings"
	"time"

	"soknad/internal/render/pdf/check"
	"soknad/internal/render/pdf/object"
	"soknad/internal/render/pdf/structure"
)

// producer names the program in the document's properties.
const producer = "soknad"

// info makes the document information. It says the same as the metadata (ISO
// 19005-2, 6.6.3), and names the kind of PDF/A where Poppler looks for it.
func (f *finisher) info(standards []check.Profile) object.Dict {
	date := pdfDate(dated(f.doc))
	dict := object.Dict{"Producer": object.String(producer), "CreationDate": date, "ModDate": date}
	for key, text := range map[object.Name]string{"Title": f.title, "Subject": f.subject, "Author": f.author} {
		if text != "" {
			dict[key] = structure.Text(text)
		}
	}
	for _, s := range standards {
		if s == check.A2a || s == check.A3a {
			dict["GTS_PDFA1Version"] = object.String(s.String())
		}
	}
	return dict
}

// pdfDate writes a moment as PDF does (ISO 32000-1, 7.9.4).
func pdfDate(t time.Time) object.String {
	return object.String(t.UTC().Format("D:20060102150405") + "+00'00'")
}

// metadata makes the XMP packet (ISO 16684-1) with the claims of some
// standards. It is not compressed, so that it can be found without a reader of
// PDF.
func (f *finisher) metadata(standards []check.Profile) *object.Stream {
	day := dated(f.doc).UTC().Format("2006-01-02T15:04:05Z")
	var x strings.Builder
	x.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\"" +
		" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"" +
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n")
	fmt.Fprintf(&x, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", xml(f.title))
	if f.author != "" {
		fmt.Fprintf(&x, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", xml(f.author))
	}
	if f.subject != "" {
		fmt.Fprintf(&x, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n", xml(f.subject))
	}
	fmt.Fprintf(&x, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", f.doc.Lang)
	fmt.Fprintf(&x, "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n", day, day)
	fmt.Fprintf(&x, "<pdf:Producer>%s</pdf:Producer>\n</rdf:Description>\n", producer)
	x.WriteString(claims(standards))
	x.WriteString("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return &object.Stream{
		Dict: object.Dict{"Type": object.Name("Metadata"), "Subtype": object.Name("XML")}, Data: []byte(x.String()), Plain: true,
	}
}

// xml escapes a text for XML.
func xml(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}
