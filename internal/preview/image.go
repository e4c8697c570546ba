package preview

import (
	"encoding/hex"
	"hash/fnv"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"soknad/internal/document"
	"soknad/internal/render/svg"
)

// imagesOf lists the figures and pictures of a document by the names it gives
// them. Pictures that a browser could take for anything else are not among them.
func imagesOf(d *document.Document) map[string]resource {
	images := map[string]resource{}
	if d == nil {
		return images
	}
	for name, f := range d.Figures {
		images[name] = resource{"image/svg+xml", svg.Render(f, d.Title)}
	}
	for name, p := range d.Pictures {
		kind := http.DetectContentType(p.File)
		if slices.Contains([]string{"image/png", "image/jpeg", "image/gif"}, kind) {
			images[name] = resource{kind, p.File}
		}
	}
	return images
}

// address is where the site serves an image. It has another one when it looks
// otherwise, so that a page which is open shows the new one.
func (r resource) address(name string) string { return "/" + pathOf(name) + "?" + sumOf(r.data) }

// sumOf is another one for other data.
func sumOf(data []byte) string {
	sum := fnv.New64a()
	sum.Write(data)
	return hex.EncodeToString(sum.Sum(nil))
}

// pathOf writes the name of a file as a part of an address.
func pathOf(name string) string {
	parts := strings.Split(name, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return strings.Join(parts, "/")
}
