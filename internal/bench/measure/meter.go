package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// A meter is where the programs run.
type meter struct {
	options
	peers peers
}

func newMeter(o options) *meter {
	m := &meter{options: o}
	if o.peers {
		m.peers = findPeers(o.tools)
	}
	return m
}

// measure measures at every size, and writes what came out.
func (m *meter) measure() (string, error) {
	var all []measured
	for _, scale := range m.scales {
		s := newSubject(m.tools, scale)
		if err := in(".", m.tool("measure"), "-tools", m.tools, "-prepare", fmt.Sprint(scale)); err != nil {
			return "", err
		}
		one, err := m.at(s)
		if err != nil {
			return "", err
		}
		all = append(all, one)
	}
	stages, err := m.stages()
	if err != nil {
		return "", err
	}
	return write(all, stages, m.peers.missing), nil
}

// at measures at one size.
func (m *meter) at(s *subject) (measured, error) {
	checking, err := m.compare(m.checkers(s))
	if err != nil {
		return measured{}, err
	}
	making, err := m.compare(m.makers(s))
	return measured{subject: s, checking: checking, making: making}, err
}

// A contestant is a program that is run again and again.
type contestant struct {
	name    string
	command []string
	output  string // what it writes, which is taken away before each run; "" for none
}

// checkers are the programs that check a description.
func (m *meter) checkers(s *subject) []contestant {
	return []contestant{
		{name: "an empty Go program", command: []string{m.tool("empty")}},
		{name: "read and parse the YAML", command: []string{m.tool("parse"), s.dir}},
		{name: "**soknad validate**", command: []string{m.tool("soknad"), "validate", s.dir}},
	}
}

// makers are the programs that make a document; the first two are what the
// others are held against.
func (m *meter) makers(s *subject) []contestant {
	floor, naive := s.path("floor.pdf"), s.path("naive.pdf")
	all := []contestant{
		{name: "**soknad assemble**", command: []string{m.tool("soknad"), "assemble", s.dir}, output: filepath.Join(s.dir, "build", "application.pdf")},
		{name: "the floor", command: []string{m.tool("floor"), s.dir, s.markdown, floor}, output: floor},
		{name: "goldmark to fpdf, naive", command: []string{m.tool("naive"), s.markdown, naive}, output: naive},
	}
	return append(all, m.peers.contestants(s)...)
}

func (m *meter) tool(name string) string { return filepath.Join(m.tools, name) }

// compare runs programs in turn: each once, then each again, so that whatever
// else the machine does falls on all of them.
func (m *meter) compare(all []contestant) ([]series, error) {
	results := make([]series, len(all))
	for i, c := range all {
		results[i] = series{contestant: c}
	}
	for round := range m.runs + 1 {
		for i, c := range all {
			one, err := c.run()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.name, err)
			}
			if round > 0 {
				results[i].samples = append(results[i].samples, one)
			}
		}
		fmt.Fprintf(os.Stderr, "round %d of %d\n", round, m.runs)
	}
	for i := range results {
		results[i].pdf = inspect(all[i].output)
	}
	return results, nil
}
