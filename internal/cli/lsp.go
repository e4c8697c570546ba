package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"

	"soknad/internal/lsp"
	"soknad/internal/pipeline"
	"soknad/templates"
)

func newLSP(w World) *cobra.Command {
	o := &options{world: w}
	c := &cobra.Command{
		Use:   "lsp",
		Short: "Serve an editor: findings while typing, completion, what an id is",
		Long: "lsp speaks the Language Server Protocol on standard input and output. An editor starts it; docs/editors.md says how.\n\n" +
			"Exit status: 0 the editor left as it should, 1 it left without saying so, 2 the command line is wrong, 3 the work could not be done.",
		Args: takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			return o.serve()
		},
	}
	c.Flags().Var(&o.lang, "lang", "speak nb, nn or en (default: the editor's language, or that of the locale)")
	c.Flags().Var(&o.today, "today", "the day that silences with an end are held against, as YYYY-MM-DD (default: none)")
	// Editors' libraries add this by themselves.
	c.Flags().Bool("stdio", true, "speak on standard input and output, which is the only way")
	return c
}

// errLeft ends serving an editor that left without saying so, with the status
// that the protocol asks for.
var errLeft = fmt.Errorf("%w: %w", lsp.ErrNotShutDown, errFindings)

func (o *options) serve() error {
	err := lsp.Serve(o.world.Stdin, o.world.Stdout, lsp.Config{
		Folders: &folders{options: o, memories: map[string]*pipeline.Memory{}}, Lang: o.language(), Insist: o.lang.Lang != "", Version: o.world.Build.Version,
	})
	switch {
	case errors.Is(err, lsp.ErrNotShutDown):
		return errLeft
	case err != nil:
		return failure{err}
	}
	return nil
}

// folders shows the language server the disk.
type folders struct {
	options *options

	mutex    sync.Mutex
	memories map[string]*pipeline.Memory // by folder
}

// memory is what was read of a folder before.
func (f *folders) memory(dir string) *pipeline.Memory {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if f.memories[dir] == nil {
		f.memories[dir] = &pipeline.Memory{}
	}
	return f.memories[dir]
}

// Begins reports whether the description of an application begins in a folder.
func (f *folders) Begins(dir string, texts map[string][]byte) bool {
	root, err := os.OpenRoot(filepath.FromSlash(dir))
	if err != nil {
		return false
	}
	defer root.Close()
	return pipeline.IsApplication(pipeline.Overlay(root.FS(), texts))
}

// Read reads an application.
func (f *folders) Read(dir string, texts map[string][]byte) (lsp.Application, error) {
	return f.look(dir, texts, pipeline.ReadDescription)
}

// Check reads an application and finds everything that is wrong with it.
func (f *folders) Check(dir string, texts map[string][]byte) (lsp.Application, error) {
	return f.look(dir, texts, pipeline.Validate)
}

func (f *folders) look(dir string, texts map[string][]byte, check func(pipeline.Job) (*pipeline.Result, error)) (lsp.Application, error) {
	root, err := os.OpenRoot(filepath.FromSlash(dir))
	if err != nil {
		return lsp.Application{}, err
	}
	defer root.Close()
	packs := templates.FS()
	job := pipeline.Job{
		Files: pipeline.Overlay(root.FS(), texts), Packs: packs, Today: f.options.today.Time, Memory: f.memory(dir),
	}
	var result *pipeline.Result
	// Whoever types goes on to type, and the next text may be met without the mistake.
	err = f.options.world.caught(func() (err error) {
		result, err = check(job)
		return err
	})
	if err != nil {
		return lsp.Application{}, err
	}
	calls, err := pipeline.Calls(packs)
	return lsp.Application{Project: result.Project, Call: result.Call, Calls: calls, Findings: result.Findings}, err
}
