package pipeline

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"sync"

	"soknad/internal/picture"
)

// imagesDir is the folder of the applicant's images, beside the texts that
// show them or in the application's folder; in the outputs it is beside the
// Markdown.
const imagesDir = "images/"

// pictureIn returns a function that reads the images of texts, each once and
// one at a time; it may be called by several. An image stands below the folder
// images; the error is fs.ErrNotExist or one of package picture.
func pictureIn(files fs.FS, reading *sync.Mutex) func(destination string) (*picture.Picture, error) {
	type answer struct {
		picture *picture.Picture
		err     error
	}
	known := map[string]answer{}
	return func(destination string) (*picture.Picture, error) {
		reading.Lock()
		defer reading.Unlock()
		a, ok := known[destination]
		if !ok {
			a.picture, a.err = readPicture(files, destination)
			known[destination] = a
		}
		return a.picture, a.err
	}
}

func readPicture(files fs.FS, destination string) (*picture.Picture, error) {
	data, err := imageFile(files, destination)
	if err != nil {
		return nil, err
	}
	return picture.Read(data)
}

// imageFile returns the bytes of an image that a text names.
func imageFile(files fs.FS, destination string) ([]byte, error) {
	if !strings.HasPrefix(destination, imagesDir) || !fs.ValidPath(destination) {
		return nil, fs.ErrNotExist
	}
	for _, name := range []string{path.Join(sectionsDir, destination), destination} {
		info, err := fs.Stat(files, name)
		switch {
		case err != nil || !info.Mode().IsRegular():
			continue
		case info.Size() > picture.MaxSize:
			return nil, picture.ErrLarge
		}
		return fs.ReadFile(files, name)
	}
	return nil, fs.ErrNotExist
}

// images lists the names of the images that texts can show.
func images(files fs.FS) ([]string, error) {
	var names []string
	for _, dir := range []string{sectionsDir + "/" + imagesDir, imagesDir} {
		err := fs.WalkDir(files, strings.TrimSuffix(dir, "/"), func(name string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) || err != nil && linkIn(files)(name) {
				return fs.SkipAll // A finding tells of a link that leads out.
			}
			if err == nil && d.Type().IsRegular() {
				names = append(names, imagesDir+strings.TrimPrefix(name, dir))
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return names, nil
}
