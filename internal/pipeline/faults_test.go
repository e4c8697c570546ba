package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// The sets of outputs that replace each other. Each is told from the others by
// what is in its files, and each has a file that another lacks.
func outputs(set string) []File {
	long := strings.Repeat(set+"\n", 3000)
	files := []File{{Name: "a.md", Data: []byte("# " + set)}, {Name: "a.pdf", Data: []byte(long)}, {Name: "figures/f.svg", Data: []byte(set)}}
	for _, own := range map[string][]string{"old": {"figures/old.svg", "old.json"}, "new": {"figures/new.svg", "new.json"}}[set] {
		files = append(files, File{Name: own, Data: []byte(set + own)})
	}
	return files
}

// faulty is a disk on which the operation with a number fails, or ends the
// program. Half of a text is written before its writing fails.
type faulty struct {
	disk
	left *int
	fail func() error
}

func (f faulty) due() error {
	if *f.left--; *f.left == 0 {
		return f.fail()
	}
	return nil
}

func (f faulty) MkdirAll(name string, mode fs.FileMode) error {
	return errors.Join(f.due(), f.disk.MkdirAll(name, mode))
}

func (f faulty) Create(name string) (sink, error) {
	if err := f.due(); err != nil {
		return nil, err
	}
	s, err := f.disk.Create(name)
	return faultySink{s, f}, err
}

func (f faulty) ReadFile(name string) ([]byte, error) {
	if err := f.due(); err != nil {
		return nil, err
	}
	return f.disk.ReadFile(name)
}

func (f faulty) Rename(from, to string) error {
	if err := f.due(); err != nil {
		return err
	}
	return f.disk.Rename(from, to)
}

func (f faulty) Remove(name string) error {
	if err := f.due(); err != nil {
		return err
	}
	return f.disk.Remove(name)
}

type faultySink struct {
	sink
	f faulty
}

func (s faultySink) Write(p []byte) (int, error) {
	for i, half := range [][]byte{p[:len(p)/2], p[len(p)/2:]} {
		if err := s.f.due(); err != nil {
			return i * (len(p) / 2), err
		}
		if _, err := s.sink.Write(half); err != nil {
			return 0, err
		}
	}
	return len(p), nil
}

// Sync waits for nothing: a killed program does not take the disk with it.
func (s faultySink) Sync() error  { return s.f.due() }
func (s faultySink) Close() error { return errors.Join(s.sink.Close(), s.f.due()) }

// killAt is the variable that makes the test's program write the new set and
// be killed: the number of an operation, and the folder.
const killAt = "SOKNAD_TEST_KILL_AT"

// TestMain lets the test's program be the one that is killed.
func TestMain(m *testing.M) {
	if at, dir, ok := strings.Cut(os.Getenv(killAt), " "); ok {
		left, err := strconv.Atoi(at)
		if err == nil {
			err = inFolder(dir, func(d disk) error { return writeSet(faulty{d, &left, killed}, outputs("new")) })
		}
		if err != nil {
			panic(err)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// killed ends the program as kill -9 does, and never returns.
func killed() error {
	p, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = p.Kill()
	}
	if err != nil {
		panic(err)
	}
	select {}
}

func inFolder(dir string, work func(disk) error) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	return locked(root, dir, work)
}

// TestKilled kills a program at each operation of writing a set over another:
// where there was none before, over an older set, and over what a run that was
// killed in the midst of moving its files left behind.
func TestKilled(t *testing.T) {
	points := 0
	for name, before := range map[string]func(t *testing.T, dir string){
		"first":             func(*testing.T, string) {},
		"over an older set": func(t *testing.T, dir string) { mustWrite(t, dir, "old") },
		"over a killed run": func(t *testing.T, dir string) {
			mustWrite(t, dir, "old")
			run(t, dir, 60)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			before(t, dir)
			for at := 1; ; at++ {
				in := copied(t, dir)
				if finished := run(t, in, at); finished {
					break
				}
				points++
				afterKill(t, in, fmt.Sprintf("killed at %d", at))
			}
		})
	}
	t.Logf("killed %d times", points)
	if points < 200 {
		t.Errorf("the program was killed %d times only", points)
	}
}

// run writes the new set in a program of its own that is killed at an
// operation, and reports whether it ended before.
func run(t *testing.T, dir string, at int) (finished bool) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), fmt.Sprintf("%s=%d %s", killAt, at, dir))
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || len(out) > 0) {
		t.Fatalf("%v: %s", err, out)
	}
	return err == nil
}

// afterKill holds what is promised of a folder in which a run was killed: it
// holds one set, at the latest once the next run looks at it, and the next run
// can write there.
func afterKill(t *testing.T, dir, when string) {
	t.Helper()
	_, err := os.Lstat(filepath.Join(dir, journalName))
	if errors.Is(err, fs.ErrNotExist) {
		oneSet(t, dir, early)
	}
	if err := Settle(dir); err != nil {
		t.Fatalf("%s: %v", when, err)
	}
	oneSet(t, dir, when)
	never := 0
	err = inFolder(dir, func(d disk) error { return writeSet(faulty{d, &never, nil}, outputs("new")) })
	if err != nil {
		t.Fatalf("%s: %v", when, err)
	}
	if got := oneSet(t, dir, when+" and written anew"); got != "new" {
		t.Errorf("%s and written anew, there is the set %q", when, got)
	}
}

// early is the moment at which a killed run has left files unfinished beside
// one set.
const early = "before anything else"

// oneSet holds that a folder holds one set of outputs, whole, and nothing
// else; it returns which, "" for none.
func oneSet(t *testing.T, dir, when string) string {
	t.Helper()
	has := contents(t, dir)
	if when == early {
		maps.DeleteFunc(has, func(name, _ string) bool { return strings.HasSuffix(name, unfinished) })
	}
	for _, set := range []string{"old", "new"} {
		files, _, err := listed(outputs(set))
		if err != nil {
			t.Fatal(err)
		}
		if same(has, files) {
			return set
		}
	}
	if len(has) > 0 {
		t.Errorf("%s, the folder holds a mixture: %q", when, slices.Sorted(maps.Keys(has)))
	}
	return ""
}

func same(has map[string]string, files []File) bool {
	for _, f := range files {
		if has[f.Name] != string(f.Data) {
			return false
		}
	}
	return len(has) == len(files)
}

// contents reads the files below a folder, without the lock.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	has := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == lockName {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		has[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return has
}

func copied(t *testing.T, dir string) string {
	t.Helper()
	to := t.TempDir()
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}

func mustWrite(t *testing.T, dir, set string) {
	t.Helper()
	if err := Write(dir, outputs(set)); err != nil {
		t.Fatal(err)
	}
}

// errFull stands for any error of a disk, such as that it is full.
var errFull = errors.New("no space left on device")

// TestFails lets each operation of writing a set fail by itself. The error is
// told, and the folder holds the old set, or the new one when only what is
// left of the old one could not be taken away.
func TestFails(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, "old")
	for at := 1; ; at++ {
		in, left := copied(t, dir), at
		err := inFolder(in, func(d disk) error {
			return writeSet(faulty{d, &left, func() error { return errFull }}, outputs("new"))
		})
		if left > 0 {
			break // There are no more operations.
		}
		when := fmt.Sprintf("failed at %d", at)
		if !errors.Is(err, errFull) {
			t.Errorf("%s: the error is %v", when, err)
		}
		afterKill(t, in, when)
	}
}

// TestFullDisk writes to a disk until it is full, where one can be made.
func TestFullDisk(t *testing.T) {
	dir := smallDisk(t, "96k")
	mustWrite(t, dir, "old")
	before := contents(t, dir)
	large := append(outputs("new"), File{Name: "b.pdf", Data: make([]byte, 1<<20)})
	if err := Write(dir, large); err == nil {
		t.Fatal("there is no error")
	}
	if after := contents(t, dir); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("the folder holds %.300q", after)
	}
	mustWrite(t, dir, "new")
	oneSet(t, dir, "after a full disk")
}

// TestReadOnly holds that what cannot be written is told, and left as it is.
func TestReadOnly(t *testing.T) {
	dir := smallDisk(t, "1m")
	mustWrite(t, dir, "old")
	makeReadOnly(t, dir)
	if err := Write(dir, outputs("new")); err == nil {
		t.Error("there is no error")
	}
	if got := oneSet(t, dir, "read-only"); got != "old" {
		t.Errorf("there is the set %q", got)
	}
}

// TestTwoAtOnce lets runs write to one folder at once: each set is whole, and
// at the end there is one.
func TestTwoAtOnce(t *testing.T) {
	dir := t.TempDir()
	var runs sync.WaitGroup
	for i := range 4 {
		runs.Go(func() {
			for range 10 {
				if err := Write(dir, outputs([]string{"old", "new"}[i%2])); err != nil {
					t.Error(err)
				}
			}
		})
	}
	runs.Wait()
	if oneSet(t, dir, "after runs at once") == "" {
		t.Error("there is no set")
	}
}
