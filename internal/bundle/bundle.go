// Package bundle is the one zip that holds what was sent, written in one
// canonical way and read with suspicion.
//
// Files are stored, not compressed: the same files give the same bytes under
// every version of every library, and a bundle cannot unfold to more than it
// is. The manifest names every other file with its size and SHA-256.
package bundle

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash/crc32"
	"io/fs"
	"maps"
	"slices"

	"soknad/internal/i18n"
)

// Version is the version of the shape of a bundle. It grows when a field of
// the manifest or a folder changes its meaning or goes.
const Version = 1

// ManifestName is the name of the manifest in the zip, where it comes first.
const ManifestName = "manifest.json"

// The folders of a bundle.
const (
	Inputs    = "inputs"    // what was read of the application's folder
	Templates = "templates" // what was read of the call packs and their templates
)

// Terms say what, beside its files, an application was made from: the same
// files under the same terms give the same outputs.
type Terms struct {
	Language string `json:"language"`        // of the findings
	Date     string `json:"date,omitempty"`  // the day the document speaks from, when it was given
	Today    string `json:"today,omitempty"` // the day silences were held against, when it was given
	Annexes  string `json:"annexes"`         // list, merge or attach
	Draft    bool   `json:"draft"`           // whether the document says that it is a draft
}

// A Manifest says what a bundle is and lists its files, by name.
type Manifest struct {
	Version int     `json:"version"`
	Tool    string  `json:"tool"` // the version of soknad that made it
	Title   string  `json:"title"`
	Call    string  `json:"call"`
	Sent    string  `json:"sent,omitempty"` // when it was sent, as told
	Terms   Terms   `json:"terms"`
	Files   []Entry `json:"files"`
}

// An Entry is a file as the manifest knows it.
type Entry struct {
	Name   string `json:"name"`
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"`
}

// Write makes a bundle of files, by name. What the manifest given says of
// files is not looked at.
func Write(m Manifest, files map[string][]byte) ([]byte, error) {
	m.Version, m.Files = Version, []Entry{}
	names := slices.Sorted(maps.Keys(files))
	size := 0
	for _, name := range names {
		if err := checkName(name); err != nil {
			return nil, err
		}
		m.Files = append(m.Files, entry(name, files[name]))
		size += len(files[name])
	}
	if size > MaxSize || len(names) >= MaxFiles {
		return nil, i18n.Errorf("%d files of %d bytes are too much for a bundle", len(names), size)
	}
	manifest, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	if err := store(z, ManifestName, append(manifest, '\n')); err != nil {
		return nil, err
	}
	for _, name := range names {
		if err := store(z, name, files[name]); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func entry(name string, data []byte) Entry {
	return Entry{Name: name, Size: len(data), SHA256: Sum(data)}
}

// Sum returns the SHA-256 of data in hexadecimal.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

const (
	utf8Name   = 0x800    // the flag that says a name is UTF-8
	firstOf80  = 1<<5 | 1 // 1 January 1980, the first day that a zip can say
	storedSpec = 20       // the version of the zip format that reading it takes
	permission = fs.FileMode(0o644)
)

// store puts a file into a zip as it is, with its size before it.
func store(z *zip.Writer, name string, data []byte) error {
	h := &zip.FileHeader{
		Name: name, Method: zip.Store, Flags: utf8Name, ReaderVersion: storedSpec, ModifiedDate: firstOf80,
		CRC32: crc32.ChecksumIEEE(data), CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data)),
	}
	h.SetMode(permission)
	w, err := z.CreateRaw(h)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}
