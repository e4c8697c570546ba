package rules

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/picture"
	"soknad/internal/source"
)

var unusableImage = &Rule{
	Code: "TXT011", Name: "unusable-image", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "an image is not there or cannot be shown",
	Check: func(p *Pass) {
		p.eachImage(func(at source.Span, image document.Image) {
			name := image.Destination
			_, err := p.PictureOf(name)
			if is := p.imageCalled(name); is != "" {
				p.misnamed(at, name, is)
			} else if err != nil {
				p.imageFault(at, name, err)
			}
		})
	},
}

// imageCalled returns what the image is called that a name means when capital
// letters and the forms of letters do not count, "" when it is called that.
func (p *Pass) imageCalled(name string) string {
	if slices.Contains(p.Images, name) {
		return ""
	}
	for _, folder := range []string{"sections/", ""} {
		if is, there := p.Called(folder + name); there && slices.Contains(p.Images, strings.TrimPrefix(is, folder)) {
			return strings.TrimPrefix(is, folder)
		}
	}
	return ""
}

// imageFault says why an image cannot be shown.
func (p *Pass) imageFault(at source.Span, name string, err error) {
	switch {
	case strings.Contains(name, ":"):
		p.Reportf(at, "images are not fetched from other places").
			Hint("save the image in the folder images of the application, and name it as images/map.png")
	case errors.Is(err, fs.ErrNotExist):
		d := p.Reportf(at, "there is no image %q", name)
		if nearest := diag.Nearest(name, p.Images); nearest != "" {
			d.Hint("did you mean %q?", nearest)
		} else {
			d.Hint("save the image in the folder images of the application, and name it as images/map.png")
		}
	case errors.Is(err, picture.ErrLarge):
		p.Reportf(at, "the image %q is too large", name).
			Hint("save it smaller: a page shows no more than 2500 pixels across")
	case errors.Is(err, picture.ErrFormat):
		p.Reportf(at, "the image %q is no PNG, JPEG or GIF", name).
			Hint("open it and save it as PNG, or a photo as JPEG")
	default:
		p.Reportf(at, "the image %q is damaged", name).
			Hint("open it, look whether all of it is there, and save it anew")
	}
}
