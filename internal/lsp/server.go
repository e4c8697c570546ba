package lsp

import (
	"slices"
	"strings"

	"soknad/internal/i18n"
)

// A server is what there is to know between two messages.
type server struct {
	config   Config
	handlers map[string]handler
	lang     i18n.Lang
	can      capabilities // of the editor

	ready, down, exited bool

	roots        []string             // the folders that the editor has open
	documents    map[string]*document // by path
	applications map[string]*application

	send []any // what the message at hand is answered with
}

func newServer(c Config) *server {
	return &server{
		config: c, handlers: handlers(), lang: c.Lang,
		documents: map[string]*document{}, applications: map[string]*application{},
	}
}

// initialize takes note of the folders and the language.
func (s *server) initialize(p initializeParams) (any, error) {
	s.ready = true
	s.can = p.Capabilities
	if l, ok := langOf(p.Locale); ok && !s.config.Insist {
		s.lang = l
	}
	folders := p.Folders
	if len(folders) == 0 && p.RootURI != "" {
		folders = []folderID{{p.RootURI}}
	}
	s.open(folders)
	return initializeResult{
		Capabilities: map[string]any{
			"positionEncoding": "utf-16",
			"textDocumentSync": map[string]any{"openClose": true, "change": 2, "save": map[string]any{}},
			"workspace": map[string]any{
				"workspaceFolders": map[string]any{"supported": true, "changeNotifications": true},
			},
			"codeActionProvider": map[string]any{"codeActionKinds": []string{quickFix}},
			"completionProvider": map[string]any{"triggerCharacters": []string{" ", "[", "{"}},
			"hoverProvider":      true,
			"definitionProvider": true,
			"referencesProvider": true,
			"renameProvider":     map[string]any{"prepareProvider": true},
		},
		Info: map[string]string{"name": "soknad", "version": s.config.Version},
	}, nil
}

// langOf returns the language of a locale such as nb-NO. The old name no
// stands for Bokmål.
func langOf(locale string) (i18n.Lang, bool) {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(locale, "_", "-")), "-")
	if code == "no" {
		return i18n.NB, true
	}
	return i18n.ParseLang(code)
}

// initialized asks the editor to tell when files change on the disk that are
// read: the description, its texts and the annexes.
func (s *server) initialized(struct{}) {
	if !s.can.Workspace.WatchedFiles.Dynamic {
		return
	}
	files := map[string]any{"watchers": []any{map[string]string{"globPattern": "**/*.{yaml,yml,md,pdf}"}}}
	s.send = append(s.send, request{"2.0", "watch", "client/registerCapability", map[string]any{
		"registrations": []any{map[string]any{"id": "watch", "method": "workspace/didChangeWatchedFiles", "registerOptions": files}},
	}})
}

// shutdown ends the work; only exit may follow.
func (s *server) shutdown(struct{}) (any, error) {
	s.down = true
	return nil, nil
}

func (s *server) didChangeFolders(p didChangeFoldersParams) {
	for _, f := range p.Event.Removed {
		if dir, ok := pathOf(f.URI); ok {
			s.roots = slices.DeleteFunc(s.roots, func(root string) bool { return root == dir })
		}
	}
	s.open(p.Event.Added)
}

// open takes note of folders that the editor has opened.
func (s *server) open(folders []folderID) {
	for _, f := range folders {
		if dir, ok := pathOf(f.URI); ok && !slices.Contains(s.roots, dir) {
			s.roots = append(s.roots, dir)
		}
	}
	s.regroup()
}
