package main

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
)

// A measured is what came out at one size.
type measured struct {
	subject          *subject
	checking, making []series
}

// write writes everything that was measured as Markdown.
func write(all []measured, stages []stage, missing []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Measured on %d cores (%s), %s, %s/%s. Medians, in parentheses the least and the most of the counted runs.\n",
		runtime.NumCPU(), processor(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if len(missing) > 0 {
		fmt.Fprintf(&b, "\nNot measured: %s.\n", strings.Join(missing, "; "))
	}
	for _, m := range all {
		fmt.Fprintf(&b, "\n### %s: checking\n\n", m.subject.name())
		checking(&b, m.checking)
		fmt.Fprintf(&b, "\n### %s: making the document\n\n", m.subject.name())
		making(&b, m.making)
	}
	growth(&b, all)
	if len(stages) > 0 {
		b.WriteString("\n### Stages\n\nOne process that has started; each stage holds those above it, but for the outputs, which are what is left when an\napplication is checked.\n\n")
		b.WriteString("| size | up to | time | memory allocated | allocations |\n|---|---|---:|---:|---:|\n")
		for _, s := range stages {
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %d |\n", s.size, s.name, seconds(s.time), megabytes(s.bytes), s.allocations)
		}
	}
	return b.String()
}

// checking writes the times of checking, held against reading and parsing.
func checking(b *strings.Builder, all []series) {
	b.WriteString("| | wall | CPU | peak memory | × reading and parsing |\n|---|---:|---:|---:|---:|\n")
	for _, s := range all {
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", s.name, spread(s.of(wall), seconds), seconds(median(s.of(cpu))),
			megabytes(slices.Max(s.of(memory))), spread(s.ratios(all[1]), ratio))
	}
}

// making writes the times of making a document, held against soknad's and the
// floor's.
func making(b *strings.Builder, all []series) {
	b.WriteString("| | wall | CPU | peak memory | × soknad | × floor | PDF |\n|---|---:|---:|---:|---:|---:|---|\n")
	for _, s := range all {
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s | %s |\n", s.name, spread(s.of(wall), seconds), seconds(median(s.of(cpu))),
			megabytes(slices.Max(s.of(memory))), spread(s.ratios(all[0]), ratio), spread(s.ratios(all[1]), ratio), s.pdf)
	}
}

// growth writes how the cost grows with the work.
func growth(b *strings.Builder, all []measured) {
	i := slices.IndexFunc(all, func(m measured) bool { return m.subject.scale == 1 })
	if i < 0 || all[len(all)-1].subject.scale <= 1 {
		return
	}
	b.WriteString("\n### Growth\n\nThe time of so many times the work, as times the time at 1×.\n\n| work | validate | assemble |\n|---:|---:|---:|\n")
	for _, m := range all {
		if m.subject.scale > 1 {
			fmt.Fprintf(b, "| %s | %s | %s |\n", m.subject.name(), ratio(grown(m.checking[2], all[i].checking[2])), ratio(grown(m.making[0], all[i].making[0])))
		}
	}
}

func grown(s, from series) float64 { return median(s.of(wall)) / median(from.of(wall)) }

// String says what a PDF is.
func (p pdf) String() string {
	if p.size == 0 {
		return "–"
	}
	words := fmt.Sprintf("%.1f MB", float64(p.size)/1e6)
	if p.words > 0 {
		words += fmt.Sprintf(", %d pages, %d words", p.pages, p.words)
	}
	if p.tagged {
		words += ", tagged"
	}
	return words
}

// spread writes the median of some figures, and the least and the most.
func spread(all []float64, say func(float64) string) string {
	return fmt.Sprintf("%s (%s–%s)", say(median(all)), say(slices.Min(all)), say(slices.Max(all)))
}

// seconds says a time so that three digits of it stand there.
func seconds(s float64) string {
	switch {
	case s < 0.01:
		return fmt.Sprintf("%.2f ms", s*1e3)
	case s < 0.1:
		return fmt.Sprintf("%.1f ms", s*1e3)
	case s < 1:
		return fmt.Sprintf("%.0f ms", s*1e3)
	default:
		return fmt.Sprintf("%.2f s", s)
	}
}

func ratio(r float64) string { return fmt.Sprintf("%.2f", r) }

func megabytes(n float64) string { return fmt.Sprintf("%.0f MB", n/1e6) }

// processor names the kind of processor, where the system says it.
func processor() string {
	data, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "of unknown kind"
	}
	for line := range strings.Lines(string(data)) {
		if name, ok := strings.CutPrefix(line, "model name"); ok {
			return strings.TrimLeft(strings.TrimSpace(name), ": ")
		}
	}
	return "of unknown kind"
}
