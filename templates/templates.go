// Package templates holds the call packs that come with soknad, and the
// section templates that packs share.
//
// A pack is a folder <programme>/<year> with a call.yaml and, where it needs
// its own, sections/<name>.md.tmpl. A template that a pack lacks is taken from
// the shared folder sections. The folder letters holds the template of the
// commitment sheets, the folder style how the PDF looks, the folder init the
// files of a new application.
package templates

import (
	"embed"
	"io/fs"
)

//go:embed arena sections letters init style
var files embed.FS

// FS returns the packs and the shared templates.
func FS() fs.FS { return files }
