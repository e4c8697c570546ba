package cli

import (
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"soknad/internal/bundle"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
)

// bundleName is the bundle's name below the folder of the outputs.
const bundleName = "application.zip"

// bundleOptions are what bundle can be told beside what validate can.
type bundleOptions struct {
	options
	making
	out  string
	sent sentFlag
}

func newBundle(w World) *cobra.Command {
	o := &bundleOptions{options: options{world: w}, making: newMaking()}
	c := &cobra.Command{
		Use:   "bundle [DIR]",
		Short: "Put what is sent, and all that it was made from, into one zip",
		Long: "bundle makes the application in DIR, or in the current folder, and writes build/application.zip there: the PDF, the\n" +
			"Markdown, the figures, the findings, every file that was read, the call pack, and a list of them with their SHA-256.\n" +
			"The same input gives the same bytes. When there are errors it writes nothing, unless --draft is given.\n\n" +
			"--sent records that the application was sent: the zip goes to sent/ instead, to be kept with the application, and\n" +
			"sent/sent.json lists it. soknad verify proves later what was in it.\n\n" +
			"Exit status: 0 all is well, 1 there are findings, 2 the command line is wrong, 3 the work could not be done.",
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.dir = folder(args)
			return o.bundle()
		},
	}
	o.options.register(c)
	o.making.register(c)
	c.Flags().StringVar(&o.out, "out", "", "the file to write (default: build/application.zip, in DIR)")
	c.Flags().Var(&o.sent, "sent", "record that it was sent at this moment, as YYYY-MM-DDThh:mm in the time of the place")
	either(c, "out", "sent")
	return c
}

func (o *bundleOptions) bundle() error {
	job, err := o.job()
	if err != nil {
		return err
	}
	kept := pipeline.Keep(job)
	result, err := o.checked(kept.Job)
	if err != nil {
		return err
	}
	if o.refuses(result) {
		err := o.refuse(result)
		o.adviseDraft(result, "bundle")
		return err
	}
	var outputs []pipeline.File
	var faults []pipeline.Fault
	err = o.during("making the document", func() (err error) {
		outputs, faults, err = o.outputs(kept.Job, result)
		return err
	})
	if err != nil {
		return failure{err}
	}
	name, sum, err := o.pack(kept, result, outputs)
	if err != nil {
		return failure{err}
	}
	err = o.report(result.Findings)
	o.warn(faults)
	o.tell("wrote %s (SHA-256 %s)", name, sum)
	o.adviseBundled(name)
	return err
}

// adviseBundled says what to do with a bundle.
func (o *bundleOptions) adviseBundled(name string) {
	if o.sent.IsZero() {
		o.advise("next: send what is in it, and record it by soknad bundle%s --sent with the day and the time", o.there())
		return
	}
	o.advise("next: keep the folder sent with the application; soknad verify%s proves what was in it", argument(name))
}

// pack puts the outputs and what they were made from into a bundle, and
// returns its name and its SHA-256.
func (o *bundleOptions) pack(kept *pipeline.Kept, r *pipeline.Result, outputs []pipeline.File) (name, sum string, err error) {
	m := o.manifest(kept.Job, r)
	data, err := kept.Bundle(m, outputs)
	if err != nil {
		return "", "", err
	}
	name, err = o.deliver(data, m)
	return name, bundle.Sum(data), err
}

// outputs makes the outputs of a checked application, its findings included,
// and says what is wrong with the PDF, as Outputs does.
func (o *bundleOptions) outputs(job pipeline.Job, r *pipeline.Result) ([]pipeline.File, []pipeline.Fault, error) {
	if err := o.prepare(job, r); err != nil {
		return nil, nil, err
	}
	files, faults, err := r.Outputs()
	if err != nil {
		return nil, nil, err
	}
	findings, err := o.findingsJSON(r)
	return append(files, pipeline.File{Name: pipeline.FindingsName, Data: findings}), faults, err
}

// manifest says what the bundle is.
func (o *bundleOptions) manifest(job pipeline.Job, r *pipeline.Result) bundle.Manifest {
	terms := bundle.Terms{Language: string(o.language()), Annexes: o.annexes.name, Draft: o.draft, Today: o.today.String()}
	if !job.Date.IsZero() {
		terms.Date = job.Date.Format(time.RFC3339)
	}
	return bundle.Manifest{
		Tool: o.world.Build.Version, Title: r.Project.Application.Title, Call: r.Project.Application.Call,
		Sent: o.sent.String(), Terms: terms,
	}
}

// deliver writes the bundle where it belongs, and returns its name.
func (o *bundleOptions) deliver(data []byte, m bundle.Manifest) (string, error) {
	switch {
	case m.Sent != "":
		name, err := pipeline.RecordSent(o.dir, data, m)
		return filepath.Join(o.dir, filepath.FromSlash(name)), err
	case o.out != "":
		return o.out, pipeline.WriteFile(o.out, data)
	default:
		name := filepath.Join(o.dir, pipeline.BuildDir, bundleName)
		return name, pipeline.AddBuild(o.dir, "", []pipeline.File{{Name: bundleName, Data: data}})
	}
}

// sentFlag is a flag that names the moment of sending.
type sentFlag struct{ time.Time }

// Set reads a moment as YYYY-MM-DDThh:mm.
func (f *sentFlag) Set(s string) error {
	moment, err := time.Parse(pipeline.SentLayout, s)
	if err != nil {
		return i18n.Errorf("it is written YYYY-MM-DDThh:mm")
	}
	f.Time = moment
	return nil
}

// String returns the moment, "" when none was given.
func (f *sentFlag) String() string {
	if f.IsZero() {
		return ""
	}
	return f.Format(pipeline.SentLayout)
}

// Type names the flag's value in the help.
func (f *sentFlag) Type() string { return "moment" }
