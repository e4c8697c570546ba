package pdf

import (
	"bytes"
	"fmt"

	"soknad/internal/render/pdf/object"
)

// A form is a page of another file, made into one thing that can be painted
// (ISO 32000-1, 8.10).
type form struct {
	stream        *object.Stream
	width, height float64 // points, after the page is turned as it is shown
}

// newForm makes a form of a page: its content without the marks of its own
// structure, and what its annotations look like, signatures among them.
func newForm(page object.Dict) form {
	box := rectangle(inherited(page, "MediaBox"))
	if crop := inherited(page, "CropBox"); crop != nil {
		box = rectangle(crop)
	}
	resources := object.Dict{}
	for key, value := range object.DictOf(inherited(page, "Resources")) {
		if key != "Properties" { // of marked content, which is taken out
			resources[key] = value
		}
	}
	content := unmarked(contentOf(page["Contents"]))
	content = appearances(page, resources, content)
	unmarkForms(resources, map[*object.Stream]bool{})
	turn, _ := object.IntOf(inherited(page, "Rotate"))
	matrix, width, height := turned(box, ((turn%360)+360)%360)
	return form{
		stream: &object.Stream{
			Dict: object.Dict{
				"Type": object.Name("XObject"), "Subtype": object.Name("Form"), "Resources": resources,
				"BBox": object.Array{box[0], box[1], box[2], box[3]}, "Matrix": matrix,
			},
			Data: content,
		},
		width: width, height: height,
	}
}

// fit returns how a form is scaled, never up, and how far to the right it
// stands, to fit a page.
func (f form) fit(width, height float64) (scale, x float64) {
	scale = min(1, width/f.width, height/f.height)
	return scale, (width - scale*f.width) / 2
}

// highest is how many parents of a page are asked for what it inherits.
const highest = 50

// inherited returns what a page says, or the nearest node above it (ISO
// 32000-1, 7.7.3.4).
func inherited(page object.Dict, key object.Name) object.Object {
	for range highest {
		if page == nil {
			return nil
		}
		if value := object.Resolve(page[key]); value != nil {
			return value
		}
		page = object.DictOf(page["Parent"])
	}
	return nil
}

// rectangle returns the corners of a rectangle, lower left first. What is none
// is A4.
func rectangle(o object.Object) [4]float64 {
	var r [4]float64
	array := object.ArrayOf(o)
	if len(array) != 4 {
		return [4]float64{0, 0, 595.28, 841.89}
	}
	for i := range r {
		switch v := object.Resolve(array[i]).(type) {
		case int:
			r[i] = float64(v)
		case float64:
			r[i] = v
		}
	}
	r[0], r[2] = min(r[0], r[2]), max(r[0], r[2])
	r[1], r[3] = min(r[1], r[3]), max(r[1], r[3])
	if r[2]-r[0] < 1 || r[3]-r[1] < 1 {
		return [4]float64{0, 0, 595.28, 841.89}
	}
	return r
}

// turned returns the matrix that turns a page as it is shown and moves its
// lower left corner to the origin, and how large it then is.
func turned(box [4]float64, degrees int) (matrix object.Array, width, height float64) {
	w, h := box[2]-box[0], box[3]-box[1]
	switch degrees {
	case 90:
		return object.Array{0, -1, 1, 0, -box[1], box[2]}, h, w
	case 180:
		return object.Array{-1, 0, 0, -1, box[2], box[3]}, w, h
	case 270:
		return object.Array{0, 1, -1, 0, box[3], -box[0]}, h, w
	default:
		return object.Array{1, 0, 0, 1, -box[0], -box[1]}, w, h
	}
}

// contentOf joins the content streams of a page.
func contentOf(contents object.Object) []byte {
	if s := object.StreamOf(contents); s != nil {
		return s.Data
	}
	var all [][]byte
	for _, part := range object.ArrayOf(contents) {
		if s := object.StreamOf(part); s != nil {
			all = append(all, s.Data)
		}
	}
	return bytes.Join(all, []byte("\n"))
}

// unmarked returns a content without the operators of marked content: marks
// within those of our own structure would be two structures in one (PDF/UA-1,
// 7.1). Content that cannot be read is left as it is.
func unmarked(content []byte) []byte {
	var out bytes.Buffer
	from := 0
	err := object.Operations(content, func(o object.Operation) error {
		switch o.Operator {
		case "BMC", "BDC", "EMC", "MP", "DP":
			out.Write(content[from:o.Start])
			out.WriteByte('\n')
			from = o.End
		}
		return nil
	})
	if err != nil {
		return content
	}
	out.Write(content[from:])
	return out.Bytes()
}

// unmarkForms takes the marks out of the forms that resources name, and of
// those within them.
func unmarkForms(resources object.Dict, seen map[*object.Stream]bool) {
	for _, o := range object.DictOf(resources["XObject"]) {
		s := object.StreamOf(o)
		if s == nil || seen[s] || object.NameOf(s.Dict["Subtype"]) != "Form" {
			continue
		}
		seen[s] = true
		delete(s.Dict, "StructParent")
		delete(s.Dict, "StructParents")
		if s.Dict["Filter"] == nil {
			s.Data = unmarked(s.Data)
		}
		unmarkForms(object.DictOf(s.Dict["Resources"]), seen)
	}
}

// hiddenFlags are those of annotations that are not shown (ISO 32000-1,
// 12.5.3): hidden, and no view.
const hiddenFlags = 2 | 32

// appearances adds to a content what the page's annotations look like, so that
// stamps and signatures are seen (ISO 32000-1, 12.5.5).
func appearances(page, resources object.Dict, content []byte) []byte {
	forms := object.Dict{}
	for key, value := range object.DictOf(resources["XObject"]) {
		forms[key] = value
	}
	for i, o := range object.ArrayOf(page["Annots"]) {
		annotation := object.DictOf(o)
		flags, _ := object.IntOf(annotation["F"])
		look := lookOf(annotation)
		if look == nil || flags&hiddenFlags != 0 || annotation["Rect"] == nil {
			continue
		}
		name := object.Name(fmt.Sprintf("Annotation%d", i))
		forms[name] = &object.Indirect{Value: look}
		content = append(bytes.Clone(content), fitted(name, look, rectangle(annotation["Rect"]))...)
	}
	if len(forms) > 0 {
		resources["XObject"] = forms
	}
	return content
}

// lookOf returns the appearance of an annotation in the state it is in.
func lookOf(annotation object.Dict) *object.Stream {
	normal := object.DictOf(annotation["AP"])["N"]
	if s := object.StreamOf(normal); s != nil {
		return s
	}
	return object.StreamOf(object.DictOf(normal)[object.NameOf(annotation["AS"])])
}

// fitted paints an appearance so that its box fills a rectangle.
func fitted(name object.Name, look *object.Stream, into [4]float64) []byte {
	box := rectangle(look.Dict["BBox"])
	if matrix := object.ArrayOf(look.Dict["Matrix"]); len(matrix) == 6 {
		box = moved(box, matrix)
	}
	sx, sy := (into[2]-into[0])/(box[2]-box[0]), (into[3]-into[1])/(box[3]-box[1])
	return fmt.Appendf(nil, "\nq %.4f 0 0 %.4f %.3f %.3f cm /%s Do Q", sx, sy, into[0]-sx*box[0], into[1]-sy*box[1], name)
}

// moved returns the box around a rectangle after a matrix.
func moved(box [4]float64, matrix object.Array) [4]float64 {
	var m [6]float64
	for i := range m {
		switch v := object.Resolve(matrix[i]).(type) {
		case int:
			m[i] = float64(v)
		case float64:
			m[i] = v
		}
	}
	var corners object.Array
	x0, y0 := m[0]*box[0]+m[2]*box[1]+m[4], m[1]*box[0]+m[3]*box[1]+m[5]
	out := [4]float64{x0, y0, x0, y0}
	for _, c := range [3][2]float64{{box[2], box[1]}, {box[0], box[3]}, {box[2], box[3]}} {
		x, y := m[0]*c[0]+m[2]*c[1]+m[4], m[1]*c[0]+m[3]*c[1]+m[5]
		out = [4]float64{min(out[0], x), min(out[1], y), max(out[2], x), max(out[3], y)}
	}
	for _, v := range out {
		corners = append(corners, v)
	}
	return rectangle(corners)
}
