package lsp

import (
	"net/url"
	"path"
	"strings"
)

// pathOf returns the slash-separated path of a file's URI, and whether the
// URI is a file's. On Windows the path begins with the letter of the drive.
func pathOf(uri string) (string, bool) {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || !strings.HasPrefix(u.Path, "/") {
		return "", false
	}
	p := path.Clean(u.Path)
	if hasDrive(p) {
		p = p[1:]
	}
	if u.Host != "" && u.Host != "localhost" {
		p = "//" + u.Host + p
	}
	return p, true
}

// hasDrive reports whether a path begins as /c:/ does.
func hasDrive(p string) bool {
	return len(p) > 2 && p[2] == ':' && (p[1]|0x20) >= 'a' && (p[1]|0x20) <= 'z'
}

// uriOf returns the URI of a path.
func uriOf(p string) string {
	u := url.URL{Scheme: "file", Path: p}
	if host, rest, ok := strings.Cut(strings.TrimPrefix(p, "//"), "/"); ok && strings.HasPrefix(p, "//") {
		u.Host, u.Path = host, "/"+rest
	} else if !strings.HasPrefix(p, "/") {
		u.Path = "/" + p
	}
	return u.String()
}

// within returns the name of a file in a folder, and whether it lies there.
func within(dir, file string) (name string, ok bool) {
	return strings.CutPrefix(file, strings.TrimSuffix(dir, "/")+"/")
}

// A finder finds the applications of files, and looks at each folder once.
type finder struct {
	*server
	begins map[string]bool // by folder
}

// applicationOf returns the folder of the application that a file belongs to:
// the nearest above it that begins a description, or "". One looks no higher
// than the folder that the editor has open, and without such a folder no
// higher than the one above the file's own.
func (f finder) applicationOf(file string) string {
	highest := f.highest(file)
	for dir := path.Dir(file); ; dir = path.Dir(dir) {
		if f.isBegun(dir) {
			return dir
		}
		if len(dir) <= len(highest) {
			return ""
		}
	}
}

// isBegun reports whether a description begins in a folder.
func (f finder) isBegun(dir string) bool {
	begun, known := f.begins[dir]
	if !known {
		begun = f.config.Folders.Begins(dir, f.textsIn(dir))
		f.begins[dir] = begun
	}
	return begun
}

// highest returns the highest folder that a file's application can be.
func (s *server) highest(file string) string {
	highest := ""
	for _, root := range s.roots {
		if _, ok := within(root, file); ok && (highest == "" || len(root) < len(highest)) {
			highest = root
		}
	}
	if highest == "" {
		return path.Dir(path.Dir(file))
	}
	return highest
}

// textsIn returns the open texts of a folder, by their names in it.
func (s *server) textsIn(dir string) map[string][]byte {
	texts := map[string][]byte{}
	for file, d := range s.documents {
		if name, ok := within(dir, file); ok {
			texts[name] = d.text
		}
	}
	return texts
}
