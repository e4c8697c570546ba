package main

import (
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
)

// A stage is what a benchmark of internal/bench says of one.
type stage struct {
	size, name  string
	time, bytes float64
	allocations int64
}

// benchmark is a line that go test writes.
var benchmark = regexp.MustCompile(`(?m)^Benchmark(?:Stages/|Example)([^/]*)/(\S+?)(?:-\d+)?\s+\d+\s+(\d+) ns/op\s+(\d+) B/op\s+(\d+) allocs/op`)

// stages runs the benchmarks of internal/bench at the sizes.
func (m *meter) stages() ([]stage, error) {
	var all []stage
	for _, scale := range m.scales {
		pattern := "^BenchmarkExample$"
		if scale > 0 {
			pattern = fmt.Sprintf("^BenchmarkStages$/^%dx$", scale)
		}
		out, err := exec.Command("go", "test", "./internal/bench", "-timeout", "0", "-run", "^$", "-bench", pattern, "-benchtime", fmt.Sprintf("%dx", m.runs)).CombinedOutput()
		if err != nil {
			return nil, fmt.Errorf("go test: %w\n%s", err, out)
		}
		for _, line := range benchmark.FindAllStringSubmatch(string(out), -1) {
			one, err := stageOf(line)
			if err != nil {
				return nil, err
			}
			all = append(all, one)
		}
	}
	return all, nil
}

// stageOf reads what a line says.
func stageOf(line []string) (stage, error) {
	s := stage{size: strings.Replace(line[1], "x", "×", 1), name: line[2]}
	if s.size == "" {
		s.size = "the big example"
	}
	var figures [3]int64
	for i, digits := range line[3:] {
		n, err := strconv.ParseInt(digits, 10, 64)
		if err != nil {
			return s, err
		}
		figures[i] = n
	}
	s.time, s.bytes, s.allocations = float64(figures[0])/1e9, float64(figures[1]), figures[2]
	return s, nil
}
