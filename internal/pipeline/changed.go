package pipeline

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/source"
)

// A lineRange is a range of lines, both ends included, counted from 1.
type lineRange struct{ first, last int }

// Changes are the lines of a folder that changed, by file name.
type Changes map[string][]lineRange

// ChangedSince asks git which lines of a folder's files changed since a
// revision, files that git does not know yet included.
func ChangedSince(dir, revision string) (Changes, error) {
	if err := checkRevision(revision); err != nil {
		return nil, err
	}
	diff := diffReader{changes: Changes{}}
	err := git(dir, &diff, "diff", "--unified=0", "--inter-hunk-context=0", "--no-color", "--no-ext-diff", "--no-textconv",
		"--no-renames", "--relative", "--src-prefix=a/", "--dst-prefix=b/", revision, "--", ".")
	if err != nil {
		return nil, err
	}
	var others bytes.Buffer
	if err := git(dir, &others, "ls-files", "--others", "--exclude-standard", "-z"); err != nil {
		return nil, err
	}
	for _, name := range strings.Split(others.String(), "\x00") {
		if name != "" {
			diff.changes[name] = []lineRange{{first: 1, last: 1 << 30}}
		}
	}
	return diff.changes, nil
}

// checkRevision refuses what git would take for an option.
func checkRevision(revision string) error {
	if strings.HasPrefix(revision, "-") {
		return i18n.Errorf("%q is no revision", revision)
	}
	return nil
}

// git runs the git program in a folder, which writes to out. A stranger's
// commit can hold what git takes for a repository with a configuration of its
// own, which may name programs to start: git is told to look at none that has
// no .git. What watches the files is not started either, and nothing is
// refreshed in the repository.
func git(dir string, out io.Writer, args ...string) error {
	command := exec.Command("git", append([]string{"--no-optional-locks", "-c", "core.quotePath=false",
		"-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false"}, args...)...)
	command.Dir = dir
	var complaint bytes.Buffer
	command.Stdout, command.Stderr = out, &complaint
	err := command.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return i18n.Errorf("git is not installed, and only git knows what the files were before")
	}
	if err != nil {
		line, _, _ := strings.Cut(complaint.String(), "\n")
		return fmt.Errorf("git %s: %w: %s", args[0], err, line)
	}
	return nil
}

var hunk = regexp.MustCompile(`^@@ -[0-9]+(?:,([0-9]+))? \+([0-9]+)(?:,([0-9]+))? @@`)

// longestHeader is how much of a line of a diff is looked at: the names of
// files are shorter, and lines of the files themselves need not be kept.
const longestHeader = 32 << 10

// A diffReader reads, from what is written to it, which lines of the new files
// a diff without context names.
type diffReader struct {
	changes Changes
	name    string // of the file that the hunks are of, "" when it is gone
	left    int    // how many lines of the hunk are still to come
	line    []byte // the beginning of the line that is being written
}

// Write reads a part of a diff.
func (r *diffReader) Write(part []byte) (int, error) {
	n := len(part)
	for {
		line, rest, ended := bytes.Cut(part, []byte("\n"))
		r.line = append(r.line, line[:min(len(line), longestHeader-len(r.line))]...)
		if !ended {
			return n, nil
		}
		r.read(string(r.line))
		r.line, part = r.line[:0], rest
	}
}

// read reads a line. Those of a hunk are the files' own, whatever they look
// like.
func (r *diffReader) read(line string) {
	switch {
	case strings.HasPrefix(line, "\\"): // There is no line break at the end of the file.
	case r.left > 0:
		r.left--
	case strings.HasPrefix(line, "+++ "):
		r.name = newName(line)
	default:
		r.readHunk(hunk.FindStringSubmatch(line))
	}
}

// newName returns the name in the line that begins a file's part of a diff, ""
// when the file is gone. Git ends a name that has spaces with a tab, and quotes
// one that has stranger characters.
func newName(line string) string {
	name := strings.TrimSuffix(strings.TrimPrefix(line, "+++ "), "\t")
	if strings.HasPrefix(name, `"`) {
		if plain, err := strconv.Unquote(name); err == nil {
			name = plain
		}
	}
	name, there := strings.CutPrefix(name, "b/")
	if !there {
		return ""
	}
	return name
}

// readHunk reads the line that begins a hunk. Where lines only went, those
// around the gap count as changed.
func (r *diffReader) readHunk(m []string) {
	if m == nil {
		return
	}
	first, _ := strconv.Atoi(m[2])
	count := hunkLines(m[3])
	r.left = hunkLines(m[1]) + count
	if count == 0 {
		count = 2
	}
	r.changes[r.name] = append(r.changes[r.name], lineRange{first: first, last: first + count - 1})
}

// hunkLines reads how many lines a hunk has, which is not said when it is one.
func hunkLines(digits string) int {
	if digits == "" {
		return 1
	}
	n, _ := strconv.Atoi(digits)
	return n
}

// Touch reports whether a finding stands on lines that changed, or a place
// that took part in it does.
func (c Changes) Touch(d *diag.Diagnostic) bool {
	return c.at(d.Span) || slices.ContainsFunc(d.Related, func(r diag.Related) bool { return c.at(r.Span) })
}

func (c Changes) at(s source.Span) bool {
	if s.IsZero() {
		return false
	}
	first, last := s.First().Line, s.Last().Line
	ranges := c[s.File.Name] // in the order of the lines
	i := sort.Search(len(ranges), func(i int) bool { return first <= ranges[i].last })
	return i < len(ranges) && ranges[i].first <= last
}
