package pipeline

import (
	"bytes"
	"sync"

	"soknad/internal/parallel"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// A Memory keeps what the YAML files of a folder say from one run to the next,
// so that only those that have changed are parsed, where a folder is checked
// again and again. The zero Memory is empty, and a nil one remembers nothing.
type Memory struct {
	mutex sync.Mutex
	files map[string]remembered // by name
}

// A remembered is a file and what it says, alone.
type remembered struct {
	file *source.File
	said parsed
}

// parse parses YAML files into one tree. In the place of those that have not
// changed it puts the files that m remembers: places are compared by them.
func (m *Memory) parse(files []*source.File) parsed {
	alone := m.recall(files)
	parallel.Each(len(files), func(i int) {
		if alone[i].file == nil {
			alone[i] = remembered{files[i], parseOne(files[i])}
		}
	})
	m.keep(alone)
	var p parsed
	roots := make([]*syntax.Node, len(files))
	for i, a := range alone {
		files[i], roots[i] = a.file, a.said.root
		p.findings.Add(a.said.findings...)
		p.allowances = append(p.allowances, a.said.allowances...)
	}
	merged, found := syntax.Merge(roots)
	p.findings.Add(found...)
	p.root = merged
	return p
}

// recall returns what is known of files, nothing for those that are other than
// before.
func (m *Memory) recall(files []*source.File) []remembered {
	known := make([]remembered, len(files))
	if m == nil {
		return known
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	for i, f := range files {
		if was, ok := m.files[f.Name]; ok && bytes.Equal(was.file.Text, f.Text) {
			known[i] = was
		}
	}
	return known
}

// keep remembers these files, and no others.
func (m *Memory) keep(files []remembered) {
	if m == nil {
		return
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.files = map[string]remembered{}
	for _, f := range files {
		m.files[f.file.Name] = f
	}
}
