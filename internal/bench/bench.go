// Package bench measures soknad: it makes descriptions of any size, always the
// same for the same size, for benchmarks and for the guard over what the work
// allocates. Its folders hold the programs that soknad is held against; none
// of this is a part of soknad.
package bench

import (
	"os"
	"path/filepath"
)

// A File is a file of a corpus: a name below the application's folder, and its
// contents.
type File struct {
	Name string
	Data []byte
}

// Corpus makes an application without errors, as many times as large as one of
// 40 participants, 10 goals, 25 activities, 45 inputs and some 9 000 words of
// prose. There are eight focus areas at any scale, because each is a column of
// the table of interests, and a ranking of hundreds would be none.
func Corpus(scale int) []File {
	c := &corpus{scale: scale, random: seed}
	c.plan()
	return c.files()
}

// What there is in one unit of scale.
const (
	participantsPerUnit = 40
	goalsPerUnit        = 10
	activitiesPerUnit   = 25
	inputsPerUnit       = 45
	risksPerUnit        = 9
)

// Write writes a corpus below a folder.
func Write(dir string, files []File) error {
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
