package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/parallel"
	"soknad/internal/report"
	"soknad/templates"
)

// A finished is what came of the work on one application among several. What
// would have been printed is kept, so that it stands together.
type finished struct {
	dir      string
	findings diag.List // those that were asked for, in files below dir
	notice   string
	said     bytes.Buffer
	err      error
}

// isMany reports whether the work is on several applications, or on a part of
// them, of which none or one can be left.
func (o *options) isMany(args []string) bool { return len(args) > 1 || o.shard.of > 0 }

// each does the work on several applications, as many at once as there are
// processors. One that fails does not stop the others. The findings of all are
// one report, and the worst of all is the exit status.
func (o *options) each(args []string, work func(options) error) error {
	if err := o.knownCodes(); err != nil {
		return err
	}
	if _, err := epoch(o.world.Getenv("SOURCE_DATE_EPOCH")); err != nil {
		return err
	}
	dirs := o.shard.choose(args)
	all := make([]finished, len(dirs))
	var done atomic.Int64
	o.watching(func() string {
		return i18n.Msg("applications done: %d of %d", done.Load(), len(all)).In(o.language())
	}, func() {
		parallel.Each(len(all), func(i int) {
			all[i].dir = dirs[i]
			o.one(&all[i], work)
			done.Add(1)
		})
	})
	return o.sumUp(all)
}

// one does the work on one application.
func (o *options) one(f *finished, work func(options) error) {
	one := *o
	one.dir, one.gathered = f.dir, f
	one.world.Stderr, one.world.After = &f.said, nil
	f.err = one.world.caught(func() error { return work(one) })
}

// gather keeps the findings of one application among several.
func (o *options) gather(list diag.List) { o.gathered.findings = list.Renamed(o.inFolder) }

// inFolder names a file of the application as seen from where the program was
// started. What comes with soknad is in no folder.
func (o *options) inFolder(name string) string {
	if o.isShipped(name) {
		return name
	}
	return path.Join(filepath.ToSlash(filepath.Clean(o.dir)), name)
}

// isShipped reports whether a file is one of soknad's own, which the
// application has not in its place.
func (o *options) isShipped(name string) bool {
	own, below := strings.CutPrefix(name, "templates/")
	if !below {
		return false
	}
	if _, err := fs.Stat(templates.FS(), own); err != nil {
		return false
	}
	_, err := o.root.Stat(name)
	return err != nil
}

// sumUp says what was said of each application, reports all findings, and
// says with which status to end.
func (o *options) sumUp(all []finished) error {
	var list diag.List
	failed, wrong, stale := 0, 0, false
	for i := range all {
		f := &all[i]
		o.repeat(f, all[:i])
		list.Add(f.findings...)
		var failure failure
		switch {
		case errors.As(f.err, &failure):
			failed++
		case errors.Is(f.err, errFindings):
			stale = true
		case f.err != nil:
			return f.err
		}
		if len(f.findings) > 0 {
			wrong++
		}
	}
	list.Sort()
	whole := *o
	whole.dir = "."
	err := whole.end(list)
	if err == nil && stale {
		err = errFindings
	}
	o.tell("applications: %d, with findings: %d", len(all), wrong)
	if failed > 0 {
		return failure{i18n.Errorf("%d of %d applications could not be worked on", failed, len(all))}
	}
	return err
}

// repeat says what was said of an application, each line with its folder. What
// is known of a call is said once.
func (o *options) repeat(f *finished, before []finished) {
	w := report.Harmless(o.world.Stderr)
	if f.notice != "" && !slices.ContainsFunc(before, func(b finished) bool { return b.notice == f.notice }) {
		fmt.Fprintln(w, f.notice)
	}
	for line := range strings.Lines(f.said.String()) {
		fmt.Fprintf(w, "%s: %s", f.dir, line)
	}
	var failure failure
	if errors.As(f.err, &failure) {
		fmt.Fprintf(w, "%s: %s\n", f.dir, report.Printable(i18n.Say(f.err, o.language())))
	}
}
