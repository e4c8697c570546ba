package preview

import (
	"embed"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// policy is what a browser may load and run for these pages: what they are made
// of, and nothing that stands in them.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

//go:embed assets
var assets embed.FS

// A resource is what is served as it is: a page, what pages are made of, or an
// image of the document.
type resource struct {
	kind string // its media type
	data []byte
}

func (r resource) serve(w http.ResponseWriter) {
	w.Header().Set("Content-Type", r.kind)
	_, _ = w.Write(r.data) // Whoever asked may have left.
}

// ServeHTTP answers a request. A request for a name that is not ours is refused
// before anything else.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	if !slices.Contains(s.options.Hosts, strings.ToLower(r.Host)) {
		http.Error(w, "this is not the name of this server", http.StatusMisdirectedRequest)
		return
	}
	s.mux.ServeHTTP(w, r)
}

func (s *Site) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.servePage)
	mux.HandleFunc("GET /source/{name...}", s.serveSource)
	mux.HandleFunc("GET /events", s.serveEvents)
	mux.HandleFunc("GET /{name...}", s.serveImageNamed)
	for name, kind := range map[string]string{
		"style.css": "text/css; charset=utf-8", "script.js": "text/javascript; charset=utf-8", "icon.svg": "image/svg+xml",
	} {
		mux.HandleFunc("GET /"+name, func(w http.ResponseWriter, _ *http.Request) {
			data, err := assets.ReadFile("assets/" + name)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			resource{kind, data}.serve(w)
		})
	}
	return mux
}

func (s *Site) servePage(w http.ResponseWriter, _ *http.Request) {
	now, _ := s.latest()
	s.serveLayout(w, now, now.main)
}

func (s *Site) serveSource(w http.ResponseWriter, r *http.Request) {
	now, _ := s.latest()
	f := now.sources[r.PathValue("name")]
	if f == nil {
		http.NotFound(w, r)
		return
	}
	c, err := s.sourceContent(now, f)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.serveLayout(w, now, c)
}

func (s *Site) serveImageNamed(w http.ResponseWriter, r *http.Request) {
	now, _ := s.latest()
	image, ok := now.images[r.PathValue("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	image.serve(w)
}

// serveEvents tells the version that is shown, and each that comes after it,
// until whoever asked has left.
func (s *Site) serveEvents(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	for {
		now, changed := s.latest()
		if _, err := fmt.Fprintf(w, "retry: 500\ndata: %s\n\n", now.version); err != nil {
			return
		}
		if err := http.NewResponseController(w).Flush(); err != nil {
			return
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}
