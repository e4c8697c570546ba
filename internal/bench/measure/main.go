// Command measure times soknad and what it is held against, as whole processes
// and in turn, and writes the table of docs/performance.md. scripts/bench
// builds everything and starts it.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

// options are what the command line says.
type options struct {
	tools  string // the folder of the programs
	runs   int    // that are counted, after one that is not
	scales []int  // 0 is the big example
	peers  bool
	doc    string // the file that holds the table, or "" to print it
	// prepare is the size to make, or -1 to measure. What is large is made in
	// a process of its own, because the system counts the memory of a process
	// that starts another as the other's too.
	prepare int
}

func run() error {
	o, err := parse()
	if err != nil {
		return err
	}
	if o.prepare >= 0 {
		return newSubject(o.tools, o.prepare).prepare(filepath.Join(o.tools, "soknad"))
	}
	meter := newMeter(o)
	report, err := meter.measure()
	if err != nil {
		return err
	}
	if o.doc == "" {
		_, err := os.Stdout.WriteString(report)
		return err
	}
	return insert(o.doc, report)
}

func parse() (options, error) {
	var o options
	var scales string
	flag.IntVar(&o.prepare, "prepare", -1, "only make what is measured at this size; the program starts itself so")
	flag.StringVar(&o.tools, "tools", "", "the folder of the programs that scripts/bench builds")
	flag.IntVar(&o.runs, "runs", 5, "how often each is run, after a first time that is not counted")
	flag.StringVar(&scales, "scales", "0,1,10,100", "the sizes, 1 being forty participants; 0 is the big example")
	flag.BoolVar(&o.peers, "peers", true, "measure other programs too, where they are installed")
	flag.StringVar(&o.doc, "doc", "", "the file to write the table into (default: standard output)")
	flag.Parse()
	for s := range strings.SplitSeq(scales, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			return o, fmt.Errorf("the scale %q is not a number", s)
		}
		o.scales = append(o.scales, n)
	}
	if o.tools == "" || o.runs < 1 || flag.NArg() > 0 {
		return o, errors.New("start it with scripts/bench, which builds what it measures")
	}
	var err error
	o.tools, err = filepath.Abs(o.tools)
	return o, err
}

// The table stands between these lines of the file.
const (
	begin = "<!-- measured: begin -->\n"
	end   = "<!-- measured: end -->\n"
)

// insert puts the table into a file, between its marks.
func insert(name, report string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	before, rest, ok := strings.Cut(string(text), begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return fmt.Errorf("%s does not hold the marks %q and %q", name, strings.TrimSpace(begin), strings.TrimSpace(end))
	}
	return os.WriteFile(name, []byte(before+begin+"\n"+report+"\n"+end+after), 0o644)
}
