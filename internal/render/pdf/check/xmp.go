package check

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// The namespaces of the metadata that the checks ask for.
const (
	rdf        = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	xmlNS      = "http://www.w3.org/XML/1998/namespace"
	dublinCore = "http://purl.org/dc/elements/1.1/"
	basic      = "http://ns.adobe.com/xap/1.0/"
	adobePDF   = "http://ns.adobe.com/pdf/1.3/"
	pdfaID     = "http://www.aiim.org/pdfa/ns/id/"
	pdfuaID    = "http://www.aiim.org/pdfua/ns/id/"
	extension  = "http://www.aiim.org/pdfa/ns/extension/"
	schema     = "http://www.aiim.org/pdfa/ns/schema#"
)

// A packet is the metadata of a file (XMP, ISO 16684-1): the values of its
// properties.
type packet struct {
	values map[xml.Name][]string
	// described are the namespaces that extension schemas describe.
	described map[string]bool
	// byDefault says that there is text in no language but the default.
	byDefault bool
}

// first returns the first value of a property, or "".
func (p *packet) first(space, name string) string {
	if p == nil || len(p.values[xml.Name{Space: space, Local: name}]) == 0 {
		return ""
	}
	return p.values[xml.Name{Space: space, Local: name}][0]
}

// all returns the values of a property.
func (p *packet) all(space, name string) []string {
	return p.values[xml.Name{Space: space, Local: name}]
}

// An xmpReader reads a packet. Properties are children of a Description that is
// a child of RDF; values of a list are two levels below their property.
type xmpReader struct {
	*packet
	path []xml.Name
	base int // the length of the path at RDF, 0 before it
	text strings.Builder
	list bool // whether the property at hand is a list
}

// readXMP reads a packet.
func readXMP(data []byte) (*packet, error) {
	r := &xmpReader{packet: &packet{values: map[xml.Name][]string{}, described: map[string]bool{}}}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			r.start(token)
		case xml.CharData:
			r.text.Write(token)
		case xml.EndElement:
			r.end(token)
		}
	}
	if r.base == 0 {
		return nil, errors.New("there is no rdf:RDF in it")
	}
	return r.packet, nil
}

// level returns how far below RDF the path is.
func (r *xmpReader) level() int {
	if r.base == 0 {
		return 0
	}
	return len(r.path) - r.base
}

func (r *xmpReader) start(e xml.StartElement) {
	r.path = append(r.path, e.Name)
	r.text.Reset()
	if r.base == 0 && e.Name == (xml.Name{Space: rdf, Local: "RDF"}) {
		r.base = len(r.path)
	}
	switch r.level() {
	case 1:
		for _, a := range e.Attr {
			if a.Name.Space != rdf && a.Name.Space != xmlNS && a.Name.Space != "xmlns" && a.Name.Space != "" {
				r.values[a.Name] = append(r.values[a.Name], a.Value)
			}
		}
	case 2:
		r.list = false
	case 4:
		r.list = true
		for _, a := range e.Attr {
			r.byDefault = r.byDefault || a.Name.Space == xmlNS && a.Name.Local == "lang" && a.Value == "x-default"
		}
	}
}

func (r *xmpReader) end(e xml.EndElement) {
	switch level := r.level(); {
	case level == 4 || level == 2 && !r.list:
		name := r.path[r.base+1]
		r.values[name] = append(r.values[name], strings.TrimSpace(r.text.String()))
	case e.Name == xml.Name{Space: schema, Local: "namespaceURI"}:
		r.described[strings.TrimSpace(r.text.String())] = true
	}
	r.text.Reset()
	if r.path = r.path[:len(r.path)-1]; len(r.path) < r.base {
		r.base = len(r.path) + 1
	}
}

// undescribed lists the namespaces of a packet's properties that are neither
// predefined nor described, in order.
func (p *packet) undescribed() []string {
	var all []string
	for name := range p.values {
		if !isPredefined(name.Space) && !p.described[name.Space] {
			all = append(all, name.Space)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// isPredefined reports whether the XMP Specification or PDF/A defines the
// properties of a namespace.
func isPredefined(space string) bool {
	switch space {
	case dublinCore, basic, adobePDF, pdfaID, extension,
		"http://ns.adobe.com/xap/1.0/rights/", "http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/xap/1.0/bj/",
		"http://ns.adobe.com/xap/1.0/t/pg/", "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
		"http://ns.adobe.com/photoshop/1.0/", "http://ns.adobe.com/camera-raw-settings/1.0/",
		"http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/", "http://ns.adobe.com/exif/1.0/aux/":
		return true
	}
	return false
}
