package pipeline

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"soknad/internal/bundle"
	"soknad/internal/i18n"
	"soknad/internal/render/markdown"
)

const (
	// SentDir is the folder, in the application's, of the bundles that were
	// sent. It is there to be committed.
	SentDir = "sent"
	// SentName is the list of them, in that folder.
	SentName = "sent.json"
)

// SentLayout is how a moment of sending is written: the clock's where it was
// sent, as told and never read from a clock.
const SentLayout = "2006-01-02T15:04"

// maxSentList bounds what is read of the list of what was sent.
const maxSentList = 1 << 20

// A Sent is a bundle that was sent.
type Sent struct {
	Sent   string `json:"sent"` // the moment, as SentLayout
	File   string `json:"file"` // its name in the folder SentDir
	SHA256 string `json:"sha256"`
	Call   string `json:"call"`
	Draft  bool   `json:"draft"`
}

// sentList is the shape of SentName.
type sentList struct {
	Version int    `json:"version"`
	Bundles []Sent `json:"bundles"` // in the order they were recorded
}

// SentBundles lists what was sent, in the order it was recorded. Nothing sent
// is no error.
func SentBundles(files fs.FS) ([]Sent, error) {
	name := path.Join(SentDir, SentName)
	info, err := fs.Stat(files, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && info.Size() > maxSentList {
		err = i18n.Errorf("%s is larger than %d bytes", name, maxSentList)
	}
	if err != nil {
		return nil, err
	}
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	var list sentList
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, i18n.Errorf("%s: %v", name, err)
	}
	if list.Version != 1 {
		return nil, i18n.Errorf("%s is of version %d, and only 1 can be read", name, list.Version)
	}
	return list.Bundles, nil
}

// RecordSent puts a bundle that was sent into the folder for them and lists
// it, both or neither. A moment is recorded once: what was sent is never
// written over. It returns where the bundle is.
func RecordSent(application string, data []byte, m bundle.Manifest) (name string, err error) {
	root, err := os.OpenRoot(application)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	if err := noLinks(root, BuildDir, SentDir); err != nil {
		return "", err
	}
	if err := errors.Join(root.MkdirAll(BuildDir, 0o755), root.MkdirAll(SentDir, 0o755)); err != nil {
		return "", err
	}
	build, err := root.OpenRoot(BuildDir)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, build.Close()) }()
	unlock, err := lock(build, filepath.Join(application, BuildDir))
	if err != nil {
		return "", err
	}
	defer unlock()
	return recordSent(root, data, m)
}

func recordSent(root *os.Root, data []byte, m bundle.Manifest) (name string, err error) {
	file := strings.ReplaceAll(m.Sent, ":", "") + ".zip"
	name = path.Join(SentDir, file)
	if _, err := root.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
		return "", i18n.Errorf("%s is there already", name)
	}
	bundles, err := SentBundles(root.FS())
	if err != nil {
		return "", err
	}
	s := Sent{Sent: m.Sent, File: file, SHA256: bundle.Sum(data), Call: m.Call, Draft: m.Terms.Draft}
	list, err := json.MarshalIndent(sentList{Version: 1, Bundles: append(bundles, s)}, "", "  ")
	if err != nil {
		return "", err
	}
	return name, writeAll(folder{root}, []markdown.File{
		{Name: name, Data: data}, {Name: path.Join(SentDir, SentName), Data: append(list, '\n')},
	})
}
