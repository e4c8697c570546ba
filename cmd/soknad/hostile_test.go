//go:build unix

package main

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A measured is what running soknad once came to.
type measured struct {
	status int
	out    string
	took   time.Duration
	peak   int64 // of memory, in bytes
}

// measure runs soknad in a folder, and ends it after a while.
func measure(t *testing.T, dir string, args ...string) measured {
	t.Helper()
	var out bytes.Buffer
	c := exec.CommandContext(t.Context(), "soknad", args...)
	c.Dir, c.Stdout, c.Stderr = dir, &out, &out
	start := time.Now()
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	peak := c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
	if runtime.GOOS != "darwin" {
		peak *= 1024 // everybody else counts kilobytes
	}
	return measured{c.ProcessState.ExitCode(), out.String(), time.Since(start), peak}
}

// A bounded is a command line and how much memory it may take, in bytes.
type bounded struct {
	args []string
	most int64
}

// TestHostileFolder holds that a folder of ten megabytes, in which every file is
// as bad as its limits let it be, is answered by findings, and in how much
// memory. Where SOKNAD_LONG is set, commands that take a minute are run too.
func TestHostileFolder(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes its time")
	}
	dir := t.TempDir()
	size := 0
	all := hostile(t)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		size += len(all[name])
		writeFile(t, filepath.Join(dir, name), all[name])
	}
	if size < 9<<20 || size > 11<<20 {
		t.Errorf("the folder has %d bytes", size)
	}
	commands := []bounded{{[]string{"validate"}, 450 << 20}}
	if os.Getenv("SOKNAD_LONG") != "" {
		commands = append(commands, bounded{[]string{"assemble", "--draft", "--annexes", "merge"}, 450 << 20}, bounded{[]string{"status"}, 450 << 20})
	}
	for _, c := range commands {
		args := c.args
		m := measure(t, dir, args...)
		t.Logf("%v: status %d, %v, %d MB", args, m.status, m.took, m.peak>>20)
		if m.status != 1 || strings.Contains(m.out, "goroutine ") {
			t.Errorf("%v ends with status %d: %s", args, m.status, m.out[:min(2000, len(m.out))])
		}
		if m.peak > c.most {
			t.Errorf("%v takes %d MB", args, m.peak>>20)
		}
	}
}

func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// hostile makes the files of a hostile folder.
func hostile(t *testing.T) map[string][]byte {
	t.Helper()
	const mega = 1 << 20
	full := func(head, again, tail string) []byte {
		return []byte(head + strings.Repeat(again, (mega-len(head)-len(tail))/len(again)) + tail)
	}
	prose := "![a](images/a.png) ![b](images/b.png) ![c](images/c.png) ![d](images/d.jpg) ![e](images/e.jpg)\n\n"
	files := map[string][]byte{
		"application.yaml": []byte("application: {title: Ond, call: arena-2012, language: nb}\nannexes:\n" +
			"  - {id: a, kind: cv, title: A, file: annexes/a.pdf}\n  - {id: b, kind: cv, title: B, file: annexes/b.pdf}\n" +
			"  - {id: c, kind: cv, title: C, file: annexes/c.pdf}\n"),
		"many.yaml":              full("inputs:\n", "- {id: i, text: x, by: y}\n", ""),
		"wrong.yaml":             full("goals:\n", "- a: 1\n", ""),
		"deep.yaml":              full("risks:\n", strings.Repeat("[", 60)+strings.Repeat("]", 60)+",\n", ""),
		"long.yaml":              full("vision: \"", "ord \\u202e", "\"\n"),
		"unread.yaml":            full("a: b: c\n", "x: y: z\n\t- [\n", ""),
		"sections/background.md": full(prose, "*a_ **b `c [d](e) ", ""),
		"sections/potential.md":  full(strings.Repeat("|a", 60)+"\n"+strings.Repeat("|-", 60)+"\n", "|\n", ""),
		"sections/summary.md":    full("", strings.Repeat("> ", 30)+"x\n\n", ""),
		"images/a.png":           pngOf(t, image.NewNRGBA(image.Rect(0, 0, 5000, 5000))),
		"images/b.png":           pngOf(t, image.NewNRGBA64(image.Rect(0, 0, 5000, 5000))),
		"images/c.png":           pngOf(t, image.NewGray(image.Rect(0, 0, 5000, 5000))),
		"images/d.jpg":           jpegOf(t, image.NewYCbCr(image.Rect(0, 0, 5000, 5000), image.YCbCrSubsampleRatio444)),
		"images/e.jpg":           jpegOf(t, image.NewCMYK(image.Rect(0, 0, 5000, 5000))),
		"annexes/a.pdf":          bomb(t, "xref"),
		"annexes/c.pdf":          bomb(t, "broken"),
		"annexes/b.pdf":          []byte("%PDF-1.7\n" + strings.Repeat("1 0 obj[", 60000)),
	}
	return files
}

func pngOf(t *testing.T, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func jpegOf(t *testing.T, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// bomb makes a PDF whose streams unpack to far more than they are: the page's
// content and, where the file must be repaired to be read, the objects in it.
func bomb(t *testing.T, xref string) []byte {
	t.Helper()
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	for range 60 {
		if _, err := z.Write(bytes.Repeat([]byte(" "), 1<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	stream := func(dict string) string {
		return fmt.Sprintf("<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", dict, packed.Len(), packed.String())
	}
	var out, table strings.Builder
	out.WriteString("%PDF-1.7\n")
	for i, object := range []string{
		"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R>>",
		stream(""), stream("/Type /ObjStm /N 1 /First 4"),
	} {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	at := out.Len()
	fmt.Fprintf(&out, "%s\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6 /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", xref, table.String(), at)
	return []byte(out.String())
}
