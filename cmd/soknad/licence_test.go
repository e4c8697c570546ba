package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// licences lists the modules that are a part of the program, and the licence
// that each must be given under. A module that is not here has not been looked
// at.
func licences() map[string]string {
	return map[string]string{
		"github.com/fsnotify/fsnotify":     "BSD",
		"github.com/go-pdf/fpdf":           "MIT",
		"github.com/klauspost/compress":    "Apache",
		"github.com/richardlehane/mscfb":   "Apache",
		"github.com/richardlehane/msoleps": "Apache",
		"github.com/rogpeppe/go-internal":  "BSD",
		"github.com/spf13/cobra":           "Apache",
		"github.com/spf13/pflag":           "BSD",
		"github.com/tiendc/go-deepcopy":    "MIT",
		"github.com/xuri/efp":              "BSD",
		"github.com/xuri/excelize/v2":      "BSD",
		"github.com/xuri/nfp":              "BSD",
		"github.com/yuin/goldmark":         "MIT",
		"golang.org/x/crypto":              "BSD",
		"golang.org/x/image":               "BSD",
		"golang.org/x/net":                 "BSD",
		"golang.org/x/sys":                 "BSD",
		"golang.org/x/term":                "BSD",
		"golang.org/x/text":                "BSD",
		"gopkg.in/yaml.v3":                 "Apache", // and MIT, file by file
	}
}

// TestLicences holds that what the program is made of may be given away with it.
func TestLicences(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	want, seen := licences(), map[string]bool{}
	for line := range strings.Lines(string(out)) {
		module, dir, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if module == "" || seen[module] {
			continue
		}
		seen[module] = true
		if got := licenceIn(dir); got == "" || got != want[module] {
			t.Errorf("%s is given under %q, want %q", module, got, want[module])
		}
	}
	for module := range want {
		if !seen[module] {
			t.Errorf("%s is no part of the program", module)
		}
	}
	fonts, err := filepath.Glob("../../internal/render/pdf/fonts/LICENSE-OFL-*.txt")
	if err != nil || len(fonts) != 4 {
		t.Errorf("the typefaces have the licences %v (%v)", fonts, err)
	}
}

// licenceIn returns the licence in a module's folder, "" when it is none of
// those that are known.
func licenceIn(dir string) string {
	names, err := filepath.Glob(filepath.Join(dir, "LICEN[CS]E*"))
	if err != nil || len(names) == 0 {
		return ""
	}
	text, err := os.ReadFile(names[0])
	if err != nil {
		return ""
	}
	for _, l := range []struct{ name, says string }{
		{"Apache", "Apache License"},
		{"BSD", "Redistribution and use in source and binary forms"},
		{"MIT", "Permission is hereby granted, free of charge"},
	} {
		if strings.Contains(string(text), l.says) {
			return l.name
		}
	}
	return ""
}
