package cli

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/report"
	"soknad/internal/status"
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
	again string // the command line that writes it
}

func newAssemble(w World) *cobra.Command {
	o := &assembleOptions{options: options{world: w}, making: newMaking()}
	c := &cobra.Command{
		Use:     "assemble [DIR]",
		Aliases: []string{"build"},
		Short:   "Check an application and write it as Markdown and PDF",
		Long: "assemble checks the application in DIR, or in the current folder, and writes application.md, application.pdf and\n" +
			"figures/*.svg to build/ there. When there are errors it writes nothing, unless --draft is given: then every page\n" +
			"says that it is a draft, and the open findings are listed at the end. With --check it writes nothing, and says which\n" +
			"outputs there are not what it would write.\n\n" +
			"--variant public writes application-public.md and application-public.pdf to build/public/ instead: without e-mail\n" +
			"addresses, phone numbers, hourly rates and what single participants pay or work. It ends with a list of what is left\n" +
			"out, and so does the run; left-out.json lists it for programs.\n\n" +
			"Exit status: 0 all is well, 1 there are findings, 2 the command line is wrong, 3 the work could not be done.",
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			o.dir, o.again = folder(args), refreshing(c, args)
			return o.assemble()
		},
	}
	o.options.register(c)
	o.making.register(c)
	c.Flags().StringVar(&o.out, "out", "", "the folder to write to (default: build, in DIR)")
	c.Flags().Var(&o.variant, "variant", "write the full application, or a public one")
	c.Flags().BoolVar(&o.embed, "embed-sources", false, "put the description, the Markdown and the findings inside the PDF")
	c.Flags().BoolVar(&o.stale, "check", false, "write nothing, and exit with status 1 when the outputs are not what would be written")
	return c
}

func (o *assembleOptions) assemble() error {
	if o.variant.Variant == pipeline.Public && (o.embed || o.annexes.name != "list") {
		return errors.New("a public document cannot hold the sources or the annexes: they may say what it leaves out")
	}
	job, result, err := o.check()
	if err != nil {
		return err
	}
	if o.refuses(result) {
		return o.refuse(result)
	}
	var files []pipeline.File
	var faults []pipeline.Fault
	err = o.during("making the document", func() (err error) {
		files, faults, err = o.outputs(job, result)
		return err
	})
	if err != nil {
		return failure{err}
	}
	if o.stale {
		return errors.Join(o.report(result.Findings), o.compare(files))
	}
	if err := o.deliver(files); err != nil {
		return failure{err}
	}
	o.tellWritten(result, faults)
	return o.report(result.Findings)
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

// tellWritten says what was written, and what is to be known of it.
func (o *assembleOptions) tellWritten(result *pipeline.Result, faults []pipeline.Fault) {
	o.tell("wrote %s (%d pages) and %s", filepath.Join(o.folder(), result.PDFName()), result.Layout.Pages(),
		filepath.Join(o.folder(), result.TextName()))
	o.warn(faults)
	if o.variant.Variant == pipeline.Public {
		o.tellOmissions(result)
	}
	o.limits(result)
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

// limits says how much of the call's limits each section uses.
func (o *assembleOptions) limits(r *pipeline.Result) {
	s := status.Of(status.Input{Project: r.Project, Call: r.Call, Findings: r.Findings, Extents: r.Layout.Extents()})
	for _, line := range s.Limits(o.language()) {
		fmt.Fprintln(o.world.Stderr, report.Printable(line))
	}
}

// warn says which standards the PDF does not claim to keep, and for each file
// that is at fault one reason.
func (o *options) warn(faults []pipeline.Fault) {
	for _, file := range files(faults) {
		first, breaks, n := file[0], map[string]bool{}, len(file)-1
		for _, f := range file {
			for _, standard := range f.Breaks {
				breaks[standard] = true
			}
		}
		o.tell("warning: the PDF does not claim %s because of %s, page %d: %s [%s], and %d more",
			strings.Join(slices.Sorted(maps.Keys(breaks)), ", "), first.File, first.Page, first.Message, first.Clause, n)
	}
}

// files groups faults by the file that has them, in the order of the first.
func files(faults []pipeline.Fault) [][]pipeline.Fault {
	var all [][]pipeline.Fault
	at := map[string]int{}
	for _, f := range faults {
		i, ok := at[f.File]
		if !ok {
			i = len(all)
			at[f.File] = i
			all = append(all, nil)
		}
		all[i] = append(all[i], f)
	}
	return all
}

// below is the folder below that of the outputs: a public document has one of
// its own, so that neither takes the other's files away.
func (o *assembleOptions) below() string {
	if o.variant.Variant == pipeline.Full {
		return ""
	}
	return o.variant.String()
}

// tellOmissions says what a document leaves out.
func (o *assembleOptions) tellOmissions(result *pipeline.Result) {
	for _, omission := range result.Omissions() {
		if what, ok := i18n.Word("left-out."+omission.What, o.language()); ok {
			o.tell("left out: %s (%d fields)", what, omission.Fields)
		}
	}
}
