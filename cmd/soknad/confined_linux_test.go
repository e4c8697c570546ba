package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"soknad/internal/golden"
)

// opened finds the names that a program opened, in what strace says.
var opened = regexp.MustCompile(`open(?:at)?\((?:AT_FDCWD|\d+)?(?:<([^>]*)>)?,? ?"([^"]*)", ([A-Z_|]+).*\) = \d+<([^>]*)>`)

// TestConfinedForReal looks at what the program asks of the system: it opens
// files of the application and of its outputs and a few of the system's own,
// opens no socket, and starts nothing. What stands in its environment and beside
// the application is in none of its outputs.
func TestConfinedForReal(t *testing.T) {
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace is not installed")
	}
	if golden.WatchesRaces() {
		t.Skip("the race detector reads the environment itself")
	}
	above := t.TempDir()
	dir := filepath.Join(above, "nord")
	if err := os.CopyFS(dir, os.DirFS("../../examples/mineralklynge-nord")); err != nil {
		t.Fatal(err)
	}
	const canary = "hemmelig-9f31c2ab"
	beside := filepath.Join(above, "secret.md")
	writeText(t, beside, canary)
	writeText(t, filepath.Join(dir, "sections", "background.md"), "![x](images/../../secret.md) ![y](/etc/passwd) {{env \"SECRET\"}} ${SECRET}\n")
	if err := os.Symlink(beside, filepath.Join(dir, "sections", "link.md")); err != nil {
		t.Fatal(err)
	}
	trace := filepath.Join(above, "trace")
	command := exec.Command("strace", "-f", "-y", "-qq", "-e", "trace=open,openat,socket,connect,execve,fork,vfork", "-o", trace, "soknad", "assemble", "--draft", "--embed-sources", dir)
	command.Env = append(os.Environ(), "SECRET="+canary, "GOTRACEBACK=none")
	said, _ := command.CombinedOutput()
	if !bytes.Contains(said, []byte("wrote ")) {
		t.Fatalf("nothing is written: %s", said)
	}
	calls, err := os.ReadFile(trace)
	if err != nil {
		t.Skip("strace may not look here: ", err)
	}
	asked(t, string(calls), dir)
	without(t, filepath.Join(dir, "build"), canary)
	if bytes.Contains(said, []byte(canary)) {
		t.Errorf("it is said aloud: %s", said)
	}
}

// asked holds what may be asked of the system.
func asked(t *testing.T, calls, dir string) {
	t.Helper()
	files := 0
	for line := range strings.Lines(calls) {
		if strings.Contains(line, "socket(") || strings.Contains(line, "connect(") {
			t.Errorf("it opens a socket: %s", line)
		}
		if strings.Contains(line, "execve(") && !strings.Contains(line, "/soknad\"") {
			t.Errorf("it starts %s", line)
		}
		m := opened.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		name, writes := m[4], strings.Contains(m[3], "O_WRONLY") || strings.Contains(m[3], "O_RDWR")
		switch {
		case strings.HasPrefix(name, filepath.Join(dir, "build")):
		case writes:
			t.Errorf("it writes %s", name)
		case strings.HasPrefix(name, dir):
			files++
		case !runtimes.MatchString(name):
			t.Errorf("it reads %s", name)
		}
	}
	if files < 20 {
		t.Errorf("only %d files of the application are seen to be opened", files)
	}
}

// runtimes are the files that Go's runtime and the loader look at in every
// program.
var runtimes = regexp.MustCompile(`^(/sys/kernel/mm/transparent_hugepage/.*|/sys/fs/cgroup/.*|/proc/\d+/(maps|cgroup|mountinfo)|/etc/ld\.so\.cache|/(usr/)?lib/.*|/etc/localtime|/usr/share/zoneinfo/.*)$`)

// without holds that no file below a folder holds a word.
func without(t *testing.T, dir, word string) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		text, err := os.ReadFile(name)
		if bytes.Contains(text, []byte(word)) {
			t.Errorf("%s tells it", name)
		}
		return err
	})
	if err != nil || files < 3 {
		t.Errorf("%d outputs: %v", files, err)
	}
}

func writeText(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
