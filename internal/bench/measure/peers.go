package main

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// typstScript makes a PDF by Typst's native module for Node.
//
//go:embed peers/typst.mjs
var typstScript []byte

// marotoSource is a program that writes pieces by maroto.
//
//go:embed peers/maroto.go.txt
var marotoSource []byte

// What is fetched, in the versions that were last looked at.
const (
	typstModule  = "@myriaddreamin/typst-ts-node-compiler@0.7.0"
	marotoModule = "github.com/johnfercher/maroto/v2@v2.3.3"
)

// peers are the other programs that are there.
type peers struct {
	typst, maroto string // their folders
	fonts         string
	installed     []string
	missing       []string // what is not measured, and why
}

// findPeers looks for other programs, and fetches the two that a registry has.
func findPeers(tools string) peers {
	var p peers
	fonts, err := filepath.Abs("internal/render/pdf/fonts")
	p.fonts = fonts
	p.miss("fonts", err)
	p.typst, err = fetchTypst(filepath.Join(tools, "typst"))
	p.miss("Typst", err)
	p.maroto, err = buildMaroto(filepath.Join(tools, "maroto"))
	p.miss("maroto v2", err)
	for _, name := range []string{"pandoc", "groff", "weasyprint", "chromium"} {
		if _, err := exec.LookPath(name); err != nil {
			p.miss(name, errors.New("it is not installed"))
			continue
		}
		p.installed = append(p.installed, name)
	}
	return p
}

// miss remembers what is not measured.
func (p *peers) miss(name string, err error) {
	if err != nil {
		p.missing = append(p.missing, fmt.Sprintf("%s (%s)", name, strings.TrimSpace(strings.SplitN(err.Error(), "\n", 2)[0])))
	}
}

// fetchTypst puts Typst's module into a folder.
func fetchTypst(dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(dir, "typst.mjs"), typstScript, 0o644); err != nil {
		return "", err
	}
	return dir, in(dir, "npm", "install", "--no-save", "--no-audit", "--no-fund", typstModule)
}

// buildMaroto builds the program that uses maroto, as a module of its own.
func buildMaroto(dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	err := errors.Join(os.WriteFile(filepath.Join(dir, "main.go"), marotoSource, 0o644), in(dir, "go", "mod", "init", "maroto"))
	if err == nil {
		err = in(dir, "go", "get", marotoModule)
	}
	if err == nil {
		err = in(dir, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", "maroto", ".")
	}
	return dir, err
}

// in runs a command in a folder.
func in(dir string, command ...string) error {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", command[0], err, out)
	}
	return nil
}

// has reports whether programs are installed.
func (p *peers) has(names ...string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(p.installed, name) })
}

// lacks reports whether something could not be fetched.
func (p *peers) lacks(name string) bool {
	return slices.ContainsFunc(p.missing, func(s string) bool { return strings.HasPrefix(s, name+" ") })
}

// contestants are the other programs at a size: the fast ones at any but the
// largest, the others at the smallest.
func (p *peers) contestants(s *subject) []contestant {
	var all []contestant
	if len(p.installed)+len(p.missing) == 0 || s.scale > 10 {
		return nil
	}
	if out := s.path("maroto.pdf"); !p.lacks("maroto v2") {
		font := filepath.Join(p.fonts, "LibertinusSerif_400Regular.ttf")
		all = append(all, contestant{"maroto v2", []string{filepath.Join(p.maroto, "maroto"), s.pieces, font, out}, out})
	}
	if out := s.path("typst.pdf"); !p.lacks("Typst") {
		script := filepath.Join(p.typst, "typst.mjs")
		all = append(all, contestant{"Typst, tagged", []string{"node", script, s.work, s.typst, p.fonts, out}, out})
	}
	if s.scale > 1 {
		return all
	}
	return append(all, p.slow(s)...)
}

// slow are the programs that take long.
func (p *peers) slow(s *subject) []contestant {
	var all []contestant
	if out := s.path("groff.ps"); p.has("pandoc", "groff") {
		pipe := `pandoc -f gfm+footnotes -t ms -s "$0" | groff -k -t -ms -Tps > "$1"`
		all = append(all, contestant{"pandoc to groff -ms (PostScript)", []string{"sh", "-c", pipe, s.markdown, out}, out})
	}
	if out := s.path("chromium.pdf"); p.has("chromium") {
		all = append(all, contestant{"Chromium, from HTML", []string{
			"chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
			"--disable-sync", "--no-first-run", "--user-data-dir=" + s.path("chromium"), "--print-to-pdf=" + out, "file://" + s.html,
		}, out})
	}
	if out := s.path("weasyprint.pdf"); p.has("weasyprint") {
		all = append(all, contestant{"weasyprint, from HTML", []string{"weasyprint", s.html, out}, out})
	}
	return all
}
