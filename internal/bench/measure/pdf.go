package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
)

// A pdf is what Poppler says of a PDF; what it is not there to say is zero.
type pdf struct {
	pages, words int
	tagged       bool
	size         int64
}

var (
	pageCount = regexp.MustCompile(`(?m)^Pages:\s+(\d+)`)
	isTagged  = regexp.MustCompile(`(?m)^Tagged:\s+yes`)
)

// inspect looks at what a program wrote.
func inspect(name string) pdf {
	var p pdf
	info, err := os.Stat(name)
	if err != nil {
		return p
	}
	p.size = info.Size()
	if filepath.Ext(name) != ".pdf" {
		return p
	}
	if out, err := exec.Command("pdfinfo", name).Output(); err == nil {
		p.tagged = isTagged.Match(out)
		if m := pageCount.FindSubmatch(out); m != nil {
			p.pages, _ = strconv.Atoi(string(m[1])) // digits, or it would not have matched
		}
	}
	if out, err := exec.Command("pdftotext", name, "-").Output(); err == nil {
		p.words = len(bytes.Fields(out))
	}
	return p
}
