package cli

import (
	"context"
	"errors"
	"path"
	"path/filepath"
	"slices"
	"time"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/watch"
)

// quiet is how long nothing must happen until a change is over. An editor
// writes a file in several steps, and what stands between them is no text that
// anybody meant.
const quiet = 30 * time.Millisecond

// onEachChange does some work, and does it again after each change of the
// folder until the context ends. Files that the work writes are named, so that
// they are no changes.
func (o *options) onEachChange(ctx context.Context, written []string, work func()) error {
	outputs, err := o.amongOutputs(written)
	if err != nil {
		return err
	}
	folder, err := watch.Open(o.dir, watch.Options{
		Ignored: func(name string) bool { return slices.Contains(outputs, name) },
		Quiet:   func() <-chan time.Time { return o.world.Wait(quiet) },
	})
	if err != nil {
		return failure{err}
	}
	o.memory = &pipeline.Memory{}
	work()
	return errors.Join(o.follow(ctx, folder, work), folder.Close())
}

// follow does the work after each change.
func (o *options) follow(ctx context.Context, folder *watch.Folder, work func()) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case c := <-folder.Changes:
			switch {
			case errors.Is(c.Err, watch.ErrGone), isMistake(c.Err):
				return failure{c.Err}
			case c.Err != nil:
				o.tell("warning: later changes may not be noticed: %s", c.Err)
			}
			work()
		}
	}
}

// amongOutputs lists the folders and files of outputs by their names below the
// folder, those that stand there. The folder itself cannot be one of them: it
// would change by being written to.
func (o *options) amongOutputs(written []string) ([]string, error) {
	names := []string{pipeline.BuildDir}
	dir, err := resolved(o.dir)
	if err != nil {
		return nil, failure{err}
	}
	for _, name := range written {
		at, err := resolved(name)
		if err != nil {
			return nil, failure{err}
		}
		below, err := filepath.Rel(dir, at)
		switch {
		case err != nil || !filepath.IsLocal(below): // It stands elsewhere.
		case below == ".":
			return nil, i18n.Errorf("the outputs cannot be written to the folder that is watched; name one below it")
		default:
			names = append(names, path.Clean(filepath.ToSlash(below)))
		}
	}
	return names, nil
}

// resolved is the absolute name of a file without links. What is not there yet has
// the name that it will have.
func resolved(name string) (string, error) {
	name, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	found, err := filepath.EvalSymlinks(name)
	if err == nil {
		return found, nil
	}
	above := filepath.Dir(name)
	if above == name {
		return name, nil
	}
	above, err = resolved(above)
	return filepath.Join(above, filepath.Base(name)), err
}

// assembleOnChange assembles, and again after each change until somebody ends
// it. The first time it says as much as assemble does.
func (o *assembleOptions) assembleOnChange() error {
	if _, err := o.job(); err != nil {
		return err // The command line will not be better the next time.
	}
	if err := o.leave(); err != nil {
		return failure{err}
	}
	ctx, stop := o.world.Interrupted()
	defer stop()
	assemble := o.assembleOnce
	return o.onEachChange(ctx, o.written(), func() {
		var failed failure
		if err := errors.Join(o.world.caught(assemble), o.leave()); errors.As(err, &failed) {
			o.complain(failed)
		}
		assemble = o.assembleAgain
	})
}

// written lists what a run writes to.
func (o *assembleOptions) written() []string {
	all := []string{o.folder()}
	for _, r := range o.reports {
		if r.file != "" {
			all = append(all, r.file)
		}
	}
	return all
}

// assembleAgain assembles and says so in one line. Findings are reported where
// they keep it from being done, or where a report was asked for.
func (o *assembleOptions) assembleAgain() error {
	job, err := o.job()
	if err != nil {
		return err
	}
	r, err := o.rechecked(job)
	if err != nil {
		return err
	}
	if o.refuses(r) {
		return o.refuse(r)
	}
	files, _, err := o.made(job, r)
	if err == nil {
		err = o.deliver(files)
	}
	if err != nil {
		return failure{err}
	}
	o.tell("wrote %s (%d pages) and %s; errors: %d, warnings: %d, notes: %d", filepath.Join(o.folder(), r.PDFName()), r.Layout.Pages(),
		filepath.Join(o.folder(), r.TextName()), r.Findings.Count(diag.Error), r.Findings.Count(diag.Warning), r.Findings.Count(diag.Note))
	if len(o.reports) > 0 {
		return o.report(r.Findings)
	}
	return nil
}
