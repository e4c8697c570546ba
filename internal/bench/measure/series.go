package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

// A sample is what one run of a program took.
type sample struct {
	wall, cpu time.Duration
	memory    int64 // at its peak, in bytes
}

// A series is what the counted runs of a program took, and what it wrote.
type series struct {
	contestant
	samples []sample
	pdf     pdf
}

// run runs a program once, as a whole process, without its last output there.
func (c contestant) run() (sample, error) {
	if c.output != "" {
		if err := os.RemoveAll(c.output); err != nil {
			return sample{}, err
		}
		if filepath.Base(filepath.Dir(c.output)) == "build" {
			if err := os.RemoveAll(filepath.Dir(c.output)); err != nil {
				return sample{}, err
			}
		}
	}
	var said bytes.Buffer
	cmd := exec.Command(c.command[0], c.command[1:]...)
	cmd.Stdout, cmd.Stderr = &said, &said
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return sample{}, fmt.Errorf("%w\n%s", err, said.Bytes())
	}
	s := sample{wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), memory: peak(cmd.ProcessState)}
	if c.output == "" {
		return s, nil
	}
	_, err := os.Stat(c.output)
	return s, err
}

// of takes one figure of each sample.
func (s series) of(figure func(sample) float64) []float64 {
	all := make([]float64, len(s.samples))
	for i, one := range s.samples {
		all[i] = figure(one)
	}
	return all
}

func wall(s sample) float64   { return s.wall.Seconds() }
func cpu(s sample) float64    { return s.cpu.Seconds() }
func memory(s sample) float64 { return float64(s.memory) }

// ratios divides the times of a series by those of another, round by round.
func (s series) ratios(by series) []float64 {
	all := s.of(wall)
	for i, other := range by.of(wall) {
		all[i] /= other
	}
	return all
}

// median returns the middle of some figures.
func median(all []float64) float64 {
	sorted := slices.Sorted(slices.Values(all))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
