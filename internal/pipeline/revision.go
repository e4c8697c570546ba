package pipeline

import (
	"archive/zip"
	"bytes"
	"io/fs"
)

// Revision returns a folder as it was at a git revision. It asks the git
// program, and writes nothing to the disk.
func Revision(dir, revision string) (fs.FS, error) {
	if err := checkRevision(revision); err != nil {
		return nil, err
	}
	var archive bytes.Buffer
	if err := git(dir, &archive, "archive", "--format=zip", "-0", revision); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(archive.Bytes()), int64(archive.Len()))
}
