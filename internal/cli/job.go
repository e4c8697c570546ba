package cli

import (
	"errors"
	"os"
	"strconv"
	"time"

	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/templates"
)

// folder returns the folder that a command works on: its argument, or the
// current one.
func folder(args []string) string {
	if len(args) == 0 {
		return "."
	}
	return args[0]
}

// job describes the work on the folder, which stays open for it until it is
// left.
func (o *options) job() (pipeline.Job, error) {
	if err := o.knownCodes(); err != nil {
		return pipeline.Job{}, err
	}
	date, err := epoch(o.world.Getenv("SOURCE_DATE_EPOCH"))
	if err != nil {
		return pipeline.Job{}, err
	}
	if o.root, err = os.OpenRoot(o.dir); err != nil {
		return pipeline.Job{}, failure{err}
	}
	return pipeline.Job{Files: o.root.FS(), Packs: templates.FS(), Date: date, Today: o.today.Time, Variant: o.variant.Variant, Memory: o.memory}, nil
}

// leave closes the folder of the latest job. While a folder is open, nobody
// hears that it was removed.
func (o *options) leave() error {
	if o.root == nil {
		return nil
	}
	root := o.root
	o.root = nil
	if err := root.Close(); err != nil {
		return failure{err}
	}
	return nil
}

// check checks the application in the folder.
func (o *options) check() (pipeline.Job, *pipeline.Result, error) {
	job, err := o.job()
	if err != nil {
		return job, nil, err
	}
	result, err := o.checked(job)
	return job, result, err
}

// checked checks an application and says how well its call is known.
func (o *options) checked(job pipeline.Job) (*pipeline.Result, error) {
	result, err := o.rechecked(job)
	if err == nil {
		o.notice(result)
	}
	return result, err
}

// rechecked checks an application of which is said already how well its call
// is known.
func (o *options) rechecked(job pipeline.Job) (*pipeline.Result, error) {
	return o.checkedBy(pipeline.Check, job)
}

// checkedBy checks an application in one of the ways there are.
func (o *options) checkedBy(check func(pipeline.Job) (*pipeline.Result, error), job pipeline.Job) (*pipeline.Result, error) {
	var result *pipeline.Result
	err := o.during("checking the application", func() (err error) {
		result, err = check(job)
		return err
	})
	if err != nil {
		return nil, o.failed(err)
	}
	return result, nil
}

// described checks the description in the folder, and makes no document of it.
func (o *options) described() (pipeline.Job, *pipeline.Result, error) {
	job, err := o.job()
	if err != nil {
		return job, nil, err
	}
	result, err := pipeline.CheckDescription(job)
	if err != nil {
		return job, nil, o.failed(err)
	}
	return job, result, nil
}

// failed explains an error of checking.
func (o *options) failed(err error) error {
	if errors.Is(err, pipeline.ErrEmpty) {
		err = i18n.Errorf("%v; an application is described in files such as application.yaml", err)
		if o.gathered == nil {
			err = i18n.Errorf("%s: %v", o.dir, err)
		}
	}
	return failure{err}
}

// epoch reads SOURCE_DATE_EPOCH, the seconds since 1970 that reproducible
// builds give instead of the clock. It is zero when nothing is given.
func epoch(seconds string) (time.Time, error) {
	if seconds == "" {
		return time.Time{}, nil
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil || n < 0 || n > 253402300799 {
		return time.Time{}, i18n.Errorf("SOURCE_DATE_EPOCH is %q, not a number of seconds", seconds)
	}
	return time.Unix(n, 0).UTC(), nil
}
