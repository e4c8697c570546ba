package cli

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"soknad/internal/call"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/scaffold"
	"soknad/templates"
)

// initOptions are what init can be told.
type initOptions struct {
	options
	title, call, contract string
	language              languageFlag
	start                 dayFlag
	months                int
	focusAreas, partners  []string
	ci                    formatFlag
	yes, ask              bool
}

func newInit(w World) *cobra.Command {
	o := &initOptions{options: options{world: w}, ci: formatFlag{names: []string{"github", "gitlab", "forgejo"}}}
	c := &cobra.Command{
		Use:   "init [DIR]",
		Short: "Begin a new application: commented files that validate",
		Long: "init writes the files of a new application to DIR, or to the current folder: YAML with the programme's guidance at each\n" +
			"key, a file per section that says what it must answer, and a schema that editors complete keys by. On a terminal it\n" +
			"asks first; each question has an answer of its own, and each is a flag too. What is to be filled in is written [\u2026],\n" +
			"and soknad validate finds it. Nothing is written over.\n\n" +
			"Exit status: 0 all is written, 2 the command line is wrong, 3 the work could not be done.",
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.dir = folder(args)
			return o.init()
		},
	}
	o.register(c.Flags())
	either(c, "yes", "ask")
	return c
}

func (o *initOptions) register(f *pflag.FlagSet) {
	f.StringVar(&o.title, "title", "", "the project's name, as it stands on the cover")
	f.StringVar(&o.call, "call", "arena-2012", "the call applied to; soknad calls lists them")
	f.Var(&o.language, "language", "the document's language: nb, nn or en (default: that of --lang or the locale, and nb for English ones)")
	f.Var(&o.start, "start", "the first day of the project, as YYYY-MM-DD (default: from the call)")
	f.IntVar(&o.months, "months", 0, "how many months the project lasts (default: from the call)")
	f.StringVar(&o.contract, "contract-partner", "", "the name of the partner that signs the contract with the programme")
	f.StringArrayVar(&o.focusAreas, "focus-area", nil, "the name of a focus area, the most important first; repeatable")
	f.StringArrayVar(&o.partners, "partner", nil, "the name of another partner, or NAME=KIND, such as Fjellforsk=research; repeatable")
	f.Var(&o.ci, "ci", "also write what checks every commit: github, gitlab or forgejo")
	f.BoolVar(&o.yes, "yes", false, "ask nothing")
	f.BoolVar(&o.ask, "ask", false, "ask even when standard input is no terminal")
	o.registerLang(f)
}

func (o *initOptions) init() error {
	o.assume()
	var ask *interview
	if !o.yes && (o.ask || o.world.Interactive) {
		ask = newInterview(o.world, o.options.language())
	}
	if err := ask.all(o.first()); err != nil {
		return failure{err}
	}
	c, err := readPack(o.call)
	if err != nil {
		return err
	}
	answers, err := o.answers(c)
	if err != nil {
		return err
	}
	if err := ask.all(o.rest(c, &answers)); err != nil {
		return failure{err}
	}
	if err := check(c, answers); err != nil {
		return err
	}
	answers.CI = o.ci.name
	return o.create(c, answers)
}

// assume chooses the document's language when none was asked for.
func (o *initOptions) assume() {
	switch {
	case o.language.Lang != "":
	case o.lang.Lang == "" && o.options.language() == i18n.EN:
		o.language.Lang = i18n.NB
	default:
		o.language.Lang = o.options.language()
	}
}

// readPack reads a call pack that comes with soknad.
func readPack(name string) (*call.Call, error) {
	c, _, err := pipeline.ReadCall(templates.FS(), templates.FS(), name)
	if err != nil {
		return nil, failure{err}
	}
	if c == nil {
		return nil, noCall(name)
	}
	return c, nil
}

// answers returns what the flags say, and the call's own where they do not.
func (o *initOptions) answers(c *call.Call) (scaffold.Answers, error) {
	a := scaffold.Defaults(c, o.call, o.language.Lang)
	if o.title != "" {
		a.Title = o.title
	}
	if !o.start.IsZero() {
		a.Start = o.start.Time
	}
	if o.months != 0 {
		a.Months = o.months
	}
	if o.contract != "" {
		a.Contract = o.contract
	}
	if len(o.focusAreas) > 0 {
		a.FocusAreas = o.focusAreas
	}
	var err error
	a.Partners, err = partners(o.partners)
	return a, err
}

// create writes the files and says what to do next.
func (o *initOptions) create(c *call.Call, a scaffold.Answers) error {
	made, err := scaffold.Files(templates.FS(), c, a)
	if err != nil {
		return failure{err}
	}
	var files []pipeline.File
	for _, f := range made {
		files = append(files, pipeline.File{Name: f.Name, Data: f.Data})
	}
	if err := pipeline.Create(o.dir, files); err != nil {
		return failure{err}
	}
	o.tell("wrote %d files to %s", len(files), o.dir)
	o.tell("next: soknad preview%s shows the application while you write", o.there())
	o.tell("or: soknad validate%s says what is missing", o.there())
	o.tell("or: soknad assemble%s makes the PDF", o.there())
	return nil
}
