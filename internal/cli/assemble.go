package cli

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
)

// making says how to make the outputs of a checked application.
type making struct {
	draft   bool
	annexes formatFlag
}

func newMaking() making {
	return making{annexes: formatFlag{name: "list", names: []string{"list", "merge", "attach"}}}
}

func (m *making) register(c *cobra.Command) {
	c.Flags().Var(&m.annexes, "annexes", "list the annexes, merge their pages into the PDF, or attach them to it")
	c.Flags().BoolVar(&m.draft, "draft", false, "write a draft even when there are errors")
}

// refuses reports whether there is nothing to be made of an application.
func (m *making) refuses(r *pipeline.Result) bool {
	return r.Document == nil || !m.draft && r.Findings.Worst() == diag.Error
}

// prepare makes the document what was asked for: a draft or not, and with its
// annexes.
func (m *making) prepare(job pipeline.Job, r *pipeline.Result) error {
	if m.draft {
		if err := r.Draft(job); err != nil {
			return err
		}
	}
	switch m.annexes.name {
	case "merge":
		return r.MergeAnnexes(job)
	case "attach":
		return r.AttachAnnexes(job)
	default:
		return nil // The document lists them.
	}
}

// assembleOptions are what assemble can be told beside what validate can.
type assembleOptions struct {
	options
	making
	out   string
	embed bool
	stale bool   // say what is stale, and write nothing
	watch bool   // write again after each change
	again string // the command line that writes it
}

func newAssemble(w World) *cobra.Command {
	o := &assembleOptions{options: options{world: w}, making: newMaking()}
	c := &cobra.Command{
		Use:     "assemble [DIR...]",
		Aliases: []string{"build"},
		Short:   "Check an application and write it as Markdown and PDF",
		Long: "assemble checks the application in DIR, or in the current folder, and writes application.md, application.pdf and\n" +
			"figures/*.svg to build/ there. When there are errors it writes nothing, unless --draft is given: then every page\n" +
			"says that it is a draft, and the open findings are listed at the end. With --check it writes nothing, and says which\n" +
			"outputs there are not what it would write. With --watch it writes again whenever something in DIR changes, until it is\n" +
			"ended by Ctrl-C, and says so in one line; when there are errors, it reports them and leaves the outputs as they were.\n\n" +
			"Several applications are assembled side by side, each to its own build/, and their findings are one report; one that\n" +
			"fails does not stop the others. --shard spreads them over several machines.\n\n" +
			"--variant public writes application-public.md and application-public.pdf to build/public/ instead: without e-mail\n" +
			"addresses, phone numbers, hourly rates and what single participants pay or work. It ends with a list of what is left\n" +
			"out, and so does the run; left-out.json lists it for programs.\n\n" +
			"Exit status: 0 all is well, 1 there are findings, 2 the command line is wrong, 3 the work could not be done.",
		RunE: func(c *cobra.Command, args []string) error {
			if o.isMany(args) {
				return o.assembleEach(c, args)
			}
			o.dir, o.again = folder(args), refreshing(c, args)
			return o.assemble()
		},
	}
	o.options.register(c)
	o.making.register(c)
	o.registerShard(c.Flags())
	c.Flags().StringVar(&o.out, "out", "", "the folder to write to (default: build, in DIR)")
	c.Flags().Var(&o.variant, "variant", "write the full application, or a public one")
	c.Flags().BoolVar(&o.embed, "embed-sources", false, "put the description, the Markdown and the findings inside the PDF")
	c.Flags().BoolVar(&o.stale, "check", false, "write nothing, and exit with status 1 when the outputs are not what would be written")
	c.Flags().BoolVar(&o.watch, "watch", false, "write again whenever something changes, until Ctrl-C")
	return c
}

func (o *assembleOptions) assemble() error {
	switch err := o.agree(); {
	case err != nil:
		return err
	case o.watch:
		return o.assembleOnChange()
	default:
		return o.assembleOnce()
	}
}

// agree holds that what was asked for goes together.
func (o *assembleOptions) agree() error {
	switch {
	case o.variant.Variant == pipeline.Public && (o.embed || o.annexes.name != "list"):
		return i18n.Errorf("a public document cannot hold the sources or the annexes: they may say what it leaves out")
	case o.watch && o.stale:
		return i18n.Errorf("--check writes nothing, so there is nothing to watch for")
	default:
		return nil
	}
}

// assembleEach assembles several applications, each to its own folder.
func (o *assembleOptions) assembleEach(c *cobra.Command, args []string) error {
	if o.watch || o.out != "" {
		return i18n.Errorf("--watch and --out take one application at a time")
	}
	if err := o.agree(); err != nil {
		return err
	}
	return o.each(args, func(one options) error {
		a := *o
		a.options, a.again = one, refreshing(c, []string{one.dir})
		return errors.Join(a.assembleOnce(), a.leave())
	})
}

func (o *assembleOptions) assembleOnce() error {
	if !o.stale {
		if err := o.settle(); err != nil {
			return failure{err}
		}
	}
	job, result, err := o.check()
	if err != nil {
		return err
	}
	if o.refuses(result) {
		err := o.refuse(result)
		o.adviseDraft(result, "assemble")
		return err
	}
	files, faults, err := o.made(job, result)
	if err != nil {
		return failure{err}
	}
	if o.stale {
		return errors.Join(o.report(result.Findings), o.compare(files))
	}
	if err := o.deliver(files); err != nil {
		return failure{err}
	}
	// What was written stands last, where people see it below a long list.
	err = o.report(result.Findings)
	o.tellWritten(result, faults)
	o.advise("next: soknad status%s says whether it can be sent", o.there())
	return err
}

// made makes what is to be written, as outputs does, and shows that it does.
func (o *assembleOptions) made(job pipeline.Job, r *pipeline.Result) (files []pipeline.File, faults []pipeline.Fault, err error) {
	err = o.during("making the document", func() (err error) {
		files, faults, err = o.outputs(job, r)
		return err
	})
	return files, faults, err
}

// outputs makes what is to be written, and says what is wrong with the PDF, as
// Outputs does.
func (o *assembleOptions) outputs(job pipeline.Job, r *pipeline.Result) ([]pipeline.File, []pipeline.Fault, error) {
	if err := o.prepare(job, r); err != nil {
		return nil, nil, err
	}
	if o.embed {
		if err := o.embedSources(job, r); err != nil {
			return nil, nil, err
		}
	}
	return r.Outputs()
}

// refuse reports the findings of an application of which nothing is made.
func (o *options) refuse(r *pipeline.Result) error {
	err := o.report(r.Findings)
	o.tell("nothing was written")
	return err
}

// embedSources puts what the document was made of inside its PDF.
func (o *assembleOptions) embedSources(job pipeline.Job, result *pipeline.Result) error {
	findings, err := o.findingsJSON(result)
	if err != nil {
		return err
	}
	return result.Embed(job, findings)
}

// findingsJSON writes all findings as JSON.
func (o *options) findingsJSON(r *pipeline.Result) ([]byte, error) {
	var out bytes.Buffer
	err := o.writer("json", &out).Write(r.Findings)
	return out.Bytes(), err
}

// folder returns the folder of the outputs.
func (o *assembleOptions) folder() string {
	if o.out != "" {
		return o.out
	}
	return filepath.Join(o.dir, pipeline.BuildDir, o.below())
}

// settle finishes or undoes what a run that was killed has left in the folder
// of the outputs, whether or not this one comes to write there.
func (o *assembleOptions) settle() error {
	if o.out != "" {
		return pipeline.Settle(o.out)
	}
	return pipeline.SettleBuild(o.dir, o.below())
}

// deliver writes the outputs.
func (o *assembleOptions) deliver(files []pipeline.File) error {
	if o.out != "" {
		return pipeline.Write(o.out, files)
	}
	return pipeline.WriteBuild(o.dir, o.below(), files)
}

// compare says which outputs are stale, and how to refresh them.
func (o *assembleOptions) compare(files []pipeline.File) error {
	stale, err := pipeline.Stale(o.folder(), files)
	if err != nil {
		return failure{err}
	}
	if len(stale) == 0 {
		o.tell("the outputs in %s are up to date", o.folder())
		return nil
	}
	for _, name := range stale {
		o.tell("%s is stale", filepath.Join(o.folder(), filepath.FromSlash(name)))
	}
	o.tell("refresh the outputs with: %s", o.again)
	return errFindings
}

// refreshing returns the command line that makes the same outputs and writes
// them.
func refreshing(c *cobra.Command, args []string) string {
	words := append([]string{c.CommandPath()}, args...)
	for _, name := range []string{"annexes", "draft", "embed-sources", "out", "today", "variant"} {
		if f := c.Flags().Lookup(name); f.Changed {
			words = append(words, "--"+name+"="+f.Value.String())
		}
	}
	return strings.Join(words, " ")
}

// below is the folder below that of the outputs: a public document has one of
// its own, so that neither takes the other's files away.
func (o *assembleOptions) below() string {
	if o.variant.Variant == pipeline.Full {
		return ""
	}
	return o.variant.String()
}
