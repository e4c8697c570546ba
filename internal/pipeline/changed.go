package pipeline

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"slices"
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
	diff, err := git(dir, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames", "--relative",
		"--src-prefix=a/", "--dst-prefix=b/", revision, "--", ".")
	if err != nil {
		return nil, err
	}
	changes := readDiff(diff)
	others, err := git(dir, "ls-files", "--others", "--exclude-standard", "-z")
	if err != nil {
		return nil, err
	}
	for _, name := range strings.Split(string(others), "\x00") {
		if name != "" {
			changes[name] = []lineRange{{first: 1, last: 1 << 30}}
		}
	}
	return changes, nil
}

// git runs the git program in a folder and returns what it prints.
func git(dir string, args ...string) ([]byte, error) {
	command := exec.Command("git", append([]string{"-c", "core.quotePath=false"}, args...)...)
	command.Dir = dir
	var complaint bytes.Buffer
	command.Stderr = &complaint
	out, err := command.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, i18n.Errorf("git is not installed, and only git knows what the files were before")
	}
	if err != nil {
		line, _, _ := strings.Cut(complaint.String(), "\n")
		return nil, fmt.Errorf("git %s: %w: %s", args[0], err, line)
	}
	return out, nil
}

var hunk = regexp.MustCompile(`^@@ -[0-9,]+ \+([0-9]+)(?:,([0-9]+))? @@`)

// readDiff reads which lines of the new files a diff without context names.
// Where lines only went, those around the gap count as changed.
func readDiff(diff []byte) Changes {
	changes := Changes{}
	name := ""
	for _, line := range strings.Split(string(diff), "\n") {
		if file, ok := strings.CutPrefix(line, "+++ b/"); ok {
			name = file
			continue
		}
		m := hunk.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		first, _ := strconv.Atoi(m[1])
		count := 1
		if m[2] != "" {
			count, _ = strconv.Atoi(m[2])
		}
		if count == 0 {
			count = 2
		}
		changes[name] = append(changes[name], lineRange{first: first, last: first + count - 1})
	}
	return changes
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
	return slices.ContainsFunc(c[s.File.Name], func(r lineRange) bool { return first <= r.last && r.first <= last })
}
