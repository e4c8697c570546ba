package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"soknad/internal/i18n"
)

// A shard is the flag --shard: one part of so many; the zero one is all.
type shard struct{ part, of int }

// Set reads a part such as 2/4.
func (s *shard) Set(text string) error {
	part, of, _ := strings.Cut(text, "/")
	var err error
	var read shard
	if read.part, err = strconv.Atoi(part); err == nil {
		read.of, err = strconv.Atoi(of)
	}
	if err != nil || read.part < 1 || read.part > read.of {
		return i18n.Errorf("it is written such as 2/4, for the second of four parts")
	}
	*s = read
	return nil
}

// String writes the part as it was given, "" when none was.
func (s *shard) String() string {
	if s.of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.part, s.of)
}

// Type names the flag's value in the help.
func (s *shard) Type() string { return "part" }

// choose returns the folders of this part, in the order of their names and
// each once: of four parts the second has the second, the sixth and so on.
// Whoever gives all parts the same folders has each folder in just one part.
func (s *shard) choose(dirs []string) []string {
	all := make([]string, len(dirs))
	for i, dir := range dirs {
		all[i] = filepath.Clean(dir)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	if s.of == 0 {
		return all
	}
	var chosen []string
	for i := s.part - 1; i < len(all); i += s.of {
		chosen = append(chosen, all[i])
	}
	return chosen
}
