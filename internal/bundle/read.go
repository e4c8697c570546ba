package bundle

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"strings"

	"soknad/internal/i18n"
)

// What a bundle may hold at most. A reader may refuse a larger file unread.
const (
	MaxSize  = 512 << 20
	MaxFiles = 5000
)

// maxManifest bounds what is decoded as JSON.
const maxManifest = 8 << 20

// A Bundle is a bundle that was read.
type Bundle struct {
	Manifest Manifest
	// Files are the contents, by name, without the manifest.
	Files map[string][]byte

	data []byte
	zip  *zip.Reader
}

// Read reads a bundle. Its files may be others than the manifest says: Faults
// tells.
func Read(data []byte) (*Bundle, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if errors.Is(err, zip.ErrFormat) {
		return nil, i18n.Errorf("zip: not a valid zip file")
	}
	if err != nil {
		return nil, err
	}
	if len(z.File) > MaxFiles {
		return nil, i18n.Errorf("it holds %d files, more than %d", len(z.File), MaxFiles)
	}
	b := &Bundle{Files: map[string][]byte{}, data: data, zip: z}
	room := MaxSize
	for _, f := range z.File {
		if err := b.add(f, &room); err != nil {
			return nil, i18n.Errorf("%s: %v", f.Name, err)
		}
	}
	return b, b.readManifest()
}

// add reads a file of the zip, within the room that is left.
func (b *Bundle) add(f *zip.File, room *int) error {
	if err := checkName(f.Name); err != nil && f.Name != ManifestName {
		return err
	}
	if _, twice := b.Files[f.Name]; twice {
		return i18n.Errorf("it is there twice")
	}
	if f.Method != zip.Store || f.UncompressedSize64 != f.CompressedSize64 {
		return i18n.Errorf("it is compressed, and a bundle's files are not")
	}
	if f.UncompressedSize64 > uint64(*room) {
		return i18n.Errorf("the files are more than %d bytes", MaxSize)
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close() // Nothing was written.
	data, err := io.ReadAll(io.LimitReader(r, int64(*room)))
	if err != nil {
		return err
	}
	*room -= len(data)
	b.Files[f.Name] = data
	return nil
}

// checkName holds a name within the bundle, on every system.
func checkName(name string) error {
	if !fs.ValidPath(name) || name == "." || name == ManifestName || strings.ContainsAny(name, "\\:\x00") {
		return i18n.Errorf("a file of a bundle cannot be called %q", name)
	}
	return nil
}

func (b *Bundle) readManifest() error {
	text, ok := b.Files[ManifestName]
	if !ok || len(text) > maxManifest {
		return i18n.Errorf("it has no manifest that can be read")
	}
	delete(b.Files, ManifestName)
	if err := json.Unmarshal(text, &b.Manifest); err != nil {
		return i18n.Errorf("%s: %v", ManifestName, err)
	}
	if b.Manifest.Version != Version {
		return i18n.Errorf("it is a bundle of version %d, and only %d can be read", b.Manifest.Version, Version)
	}
	return nil
}

// Folder returns one of the bundle's folders, or an error when there is no
// such folder.
func (b *Bundle) Folder(name string) (fs.FS, error) {
	if info, err := fs.Stat(b.zip, name); err != nil || !info.IsDir() {
		return nil, i18n.Errorf("it has no folder %s", name)
	}
	return fs.Sub(b.zip, name)
}

// Whole reports whether the zip is, byte for byte, what Write makes of its
// files: nothing stands before, between or behind them.
func (b *Bundle) Whole() bool {
	again, err := Write(b.Manifest, b.Files)
	return err == nil && bytes.Equal(again, b.data)
}
