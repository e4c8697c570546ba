package preview

import (
	"encoding/hex"
	"hash/fnv"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"soknad/internal/document"
	"soknad/internal/render/svg"
)

// An image is a figure or a picture of the document.
type image struct {
	kind string // its media type
	data []byte
}

// imagesOf lists the images of a document by the names it gives them. Pictures
// that a browser could take for anything else are not among them.
func imagesOf(d *document.Document) map[string]image {
	images := map[string]image{}
	if d == nil {
		return images
	}
	for name, f := range d.Figures {
		images[name] = image{"image/svg+xml", svg.Render(f, d.Title)}
	}
	for name, p := range d.Pictures {
		kind := http.DetectContentType(p.File)
		if slices.Contains([]string{"image/png", "image/jpeg", "image/gif"}, kind) {
			images[name] = image{kind, p.File}
		}
	}
	return images
}

// address is where the site serves an image. It has another one when it looks
// otherwise, so that a page which is open shows the new one.
func (i image) address(name string) string { return "/" + pathOf(name) + "?" + sumOf(i.data) }

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

func (i image) serve(w http.ResponseWriter) {
	w.Header().Set("Content-Type", i.kind)
	_, _ = w.Write(i.data) // Whoever asked may have left.
}

// sorted lists the keys of a map.
func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
