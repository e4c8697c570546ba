package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"soknad/internal/cli"
	"soknad/internal/golden"
)

// A reader is somebody who does what the guide for coordinators says, from an
// empty folder, in the order that it says it. What a fence says behind its
// three marks is what is to be done with the block:
//
//	console             run what stands behind "$ "; the rest is what the terminal then shows
//	console images/x.svg  the same, and the picture is what the terminal shows
//	sh                  run every line
//	yaml goals.yaml     write the file; any other language but these does the same
//	diff goals.yaml     in the file, write the lines with + in the place of those with -
type reader struct {
	*testing.T
	docs string // the folder of the guide
	text []string
}

// TestGuide does what the guide says, and holds what the terminal shows against
// what the guide shows. An ellipsis there stands for anything, and alone on a
// line for any number of lines.
func TestGuide(t *testing.T) {
	docs := filepath.Join(top(t), "docs")
	name := filepath.Join(docs, "veiledning.md")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	r := &reader{T: t, docs: docs, text: strings.SplitAfter(string(text), "\n")}
	t.Chdir(t.TempDir())
	var done strings.Builder
	for len(r.text) > 0 {
		done.WriteString(r.next())
	}
	if done.String() == string(text) {
		return
	}
	if !golden.Update() {
		t.Error("the guide does not show what happens; -update writes what does")
	} else if err := os.WriteFile(name, []byte(done.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// next reads a line, or a block and does what it says. It returns what the
// guide should say.
func (r *reader) next() string {
	line := r.text[0]
	r.text = r.text[1:]
	fence, isFence := strings.CutPrefix(line, "```")
	if !isFence {
		return line
	}
	end := slices.Index(r.text, "```\n")
	if end < 0 {
		r.Fatalf("the block %q does not end", line)
	}
	block := r.text[:end]
	r.text = r.text[end+1:]
	return line + r.do(strings.Fields(fence), block) + "```\n"
}

// do does what a block says, and returns what the block should say.
func (r *reader) do(fence, block []string) string {
	said := strings.Join(block, "")
	if len(fence) == 0 || len(fence) > 2 || len(fence) == 1 && fence[0] != "console" && fence[0] != "sh" {
		r.Fatalf("nobody knows what to do with this block:\n%s", said)
	}
	switch fence[0] {
	case "console":
		return r.console(fence[1:], block)
	case "sh":
		for _, line := range block {
			r.run(strings.TrimSpace(line), nil, false)
		}
	case "diff":
		r.edit(fence[1], block)
	default:
		r.write(fence[1], said)
	}
	return said
}

// console runs commands and returns them with what they show, as the block says
// it where that is the same.
func (r *reader) console(picture, block []string) string {
	var said, shown strings.Builder
	for len(block) > 0 {
		command, isCommand := strings.CutPrefix(block[0], "$ ")
		if !isCommand {
			r.Fatalf("no command shows %q", block[0])
		}
		end := 1
		for end < len(block) && !strings.HasPrefix(block[end], "$ ") {
			end++
		}
		want := strings.Join(block[1:end], "")
		got := r.run(strings.TrimSpace(command), answers(want), len(picture) > 0)
		said.WriteString(block[0])
		shown.WriteString(block[0] + got)
		block = block[end:]
		switch {
		case len(picture) > 0:
		case matches(want, got):
			said.WriteString(want)
		default:
			r.Logf("%sshows\n%sand the guide says\n%s", command, got, want)
			said.WriteString(got)
		}
	}
	if len(picture) > 0 {
		golden.File(r.T, filepath.Join(r.docs, picture[0]), terminalPicture(shown.String()))
	}
	return said.String()
}

// answers takes what somebody answers out of an interview: what stands behind
// the brackets with the answer that Enter gives.
func answers(transcript string) []string {
	var all []string
	for _, m := range regexp.MustCompile(`(?m)^.* \[.*\]: (.*)$`).FindAllStringSubmatch(transcript, -1) {
		all = append(all, m[1])
	}
	return all
}

// matches reports whether a text is what the guide shows of it. Hard spaces are
// as good as others, which people can type.
func matches(want, got string) bool {
	soft := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
	want, got = soft.Replace(want), soft.Replace(got)
	pattern := regexp.QuoteMeta(want)
	pattern = regexp.MustCompile(`(?m)^…\n`).ReplaceAllString(pattern, `(?:.*\n)*`)
	pattern = strings.ReplaceAll(pattern, "…", ".*")
	return regexp.MustCompile("^" + pattern + "$").MatchString(got)
}

// run runs a command and returns what the terminal shows.
func (r *reader) run(command string, typed []string, color bool) string {
	words := shellWords(command)
	switch words[0] {
	case "cd":
		r.Chdir(words[1])
		return ""
	case "soknad":
		return r.soknad(words[1:], typed, color)
	case "git":
		c := exec.Command("git", words[1:]...)
		c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "LC_ALL=C")
		out, err := c.CombinedOutput()
		if err != nil {
			r.Fatalf("%s: %v\n%s", command, err, out)
		}
		return string(out)
	}
	r.Fatalf("the guide runs %q, which is neither soknad nor git", command)
	return ""
}

// shellWords splits a command at spaces that do not stand in quotes.
func shellWords(command string) []string {
	var words []string
	for _, w := range regexp.MustCompile(`(?:[^\s"]|"[^"]*")+`).FindAllString(command, -1) {
		words = append(words, strings.ReplaceAll(w, `"`, ""))
	}
	return words
}

// soknad runs the program on a terminal in Bokmål. A command that goes on until
// Ctrl-C gets it when it has said its first line.
func (r *reader) soknad(args, typed []string, color bool) string {
	var screen bytes.Buffer
	ctx, interrupt := context.WithCancel(context.Background())
	defer interrupt()
	var stdout io.Writer = &screen
	if args[0] == "preview" {
		args, stdout = append(args, "--port", "0"), interrupting{&screen, interrupt}
	}
	status := cli.Main(args, cli.World{
		Stdin: &typing{lines: typed, screen: &screen}, Interactive: true,
		Stdout: stdout, Stderr: &screen, Advised: true, Color: color,
		Getenv: func(name string) string { return map[string]string{"LANG": "nb_NO.UTF-8"}[name] },
		Now:    func() time.Time { return time.Date(2012, 2, 10, 12, 0, 0, 0, time.UTC) },
		Wait:   time.After,
		Interrupted: func() (context.Context, context.CancelFunc) {
			return context.WithCancel(ctx)
		},
		Build: cli.Build{Version: "1.0.0"},
	})
	shown := filepath.ToSlash(screen.String())
	if status > 1 {
		r.Errorf("soknad %s ends with status %d:\n%s", strings.Join(args, " "), status, shown)
	}
	return regexp.MustCompile(`127\.0\.0\.1:\d+`).ReplaceAllString(shown, "127.0.0.1:8422")
}

// edit writes lines of a file anew, which must stand there once.
func (r *reader) edit(name string, block []string) {
	var old, current strings.Builder
	for _, line := range block {
		switch line[0] {
		case '-':
			old.WriteString(line[1:])
		case '+':
			current.WriteString(line[1:])
		default:
			old.WriteString(line[1:])
			current.WriteString(line[1:])
		}
	}
	text, err := os.ReadFile(name)
	if err != nil {
		r.Fatal(err)
	}
	if n := strings.Count(string(text), old.String()); n != 1 {
		r.Fatalf("%s holds this %d times:\n%s", name, n, old.String())
	}
	r.write(name, strings.Replace(string(text), old.String(), current.String(), 1))
}

func (r *reader) write(name, text string) {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		r.Fatal(err)
	}
}

// typing is somebody who answers at a terminal, which shows what is typed.
type typing struct {
	lines  []string
	screen io.Writer
}

// Read gives one line; somebody with no more to answer presses Enter.
func (t *typing) Read(into []byte) (int, error) {
	line := "\n"
	if len(t.lines) > 0 {
		line, t.lines = t.lines[0]+"\n", t.lines[1:]
	}
	if _, err := io.WriteString(t.screen, line); err != nil {
		return 0, err
	}
	return copy(into, line), nil
}

// interrupting presses Ctrl-C when a line was written.
type interrupting struct {
	io.Writer
	interrupt func()
}

func (i interrupting) Write(text []byte) (int, error) {
	defer i.interrupt()
	return i.Writer.Write(text)
}
