package pipeline

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"strings"

	"soknad/internal/i18n"
)

// Revision returns a folder as it was at a git revision. It asks the git
// program, and writes nothing to the disk.
func Revision(dir, revision string) (fs.FS, error) {
	if strings.HasPrefix(revision, "-") {
		return nil, i18n.Errorf("%q is no revision", revision)
	}
	archive, err := git(dir, "archive", "--format=zip", "-0", revision)
	if err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
}
