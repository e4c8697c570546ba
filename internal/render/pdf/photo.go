package pdf

import (
	"fmt"

	"soknad/internal/picture"
	"soknad/internal/render/pdf/object"
)

// photos are the applicant's images in a PDF: each once, and listed for the
// pages that show it.
type photos struct {
	objects map[string]*object.Indirect // by the name that the text gives
	on      map[int]object.Dict         // by the number of the page
}

// photo paints an image.
func (p *painter) photo(m Photo) {
	if p.photos.objects[m.Name] == nil {
		p.photos.objects[m.Name] = &object.Indirect{Value: photoObject(p.doc.Pictures[m.Name])}
	}
	page := p.marking.page + 1
	if p.photos.on[page] == nil {
		p.photos.on[page] = object.Dict{}
	}
	name := object.Name(fmt.Sprintf("Image%d", len(p.photos.on[page])+1))
	p.photos.on[page][name] = p.photos.objects[m.Name]
	p.content.op("q")
	p.content.place(m.Box)
	p.content.buf = fmt.Appendf(p.content.buf, "/%s Do Q\n", name)
}

// place makes a box the square that an image fills.
func (c *content) place(b Box) {
	for _, l := range [...]Length{b.W, 0, 0, b.H, b.X, c.height - b.Y - b.H} {
		c.number(l)
		c.buf = append(c.buf, ' ')
	}
	c.buf = append(c.buf, "cm "...)
}

// photoObject makes the object of an image (ISO 32000-1, 8.9.5).
func photoObject(p *picture.Picture) *object.Stream {
	s := &object.Stream{Dict: object.Dict{
		"Type": object.Name("XObject"), "Subtype": object.Name("Image"), "Width": p.Width, "Height": p.Height,
		"ColorSpace": object.Name("DeviceRGB"), "BitsPerComponent": 8,
	}}
	if p.Gray {
		s.Dict["ColorSpace"] = object.Name("DeviceGray")
	}
	switch {
	case p.JPEG != nil:
		s.Data, s.Dict["Filter"] = p.JPEG, object.Name("DCTDecode")
	case p.IsLarge():
		s.Data, s.Dict["Filter"] = p.Packed(), object.Name("FlateDecode")
	default:
		s.Data = p.Pixels()
	}
	return s
}

// paintWith lists the objects that a page paints in its resources, which
// otherwise it shares with all pages.
func paintWith(page *object.Indirect, objects object.Dict) {
	dict := object.DictOf(page)
	dict["Resources"] = object.Dict{"Font": object.DictOf(dict["Resources"])["Font"], "XObject": objects}
}
