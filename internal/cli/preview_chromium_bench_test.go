//go:build chromium

package cli

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"time"
)

// watched notes, in milliseconds of the clock, when what has changed in the
// document stands painted on the screen.
const watched = `new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => { window.painted = Date.now(); })))
	.observe(document.getElementById("page:document"), { childList: true, subtree: true })`

// BenchmarkSaved measures how long it is, with a document of a hundred pages
// open in a browser, from the moment a text is saved until it is painted. No
// more than 300 ms is aimed at.
//
//	go test -tags chromium -run '^$' -bench Saved -benchtime 30x ./internal/cli
func BenchmarkSaved(b *testing.B) {
	dir := b.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../examples/mineralklynge-nord")); err != nil {
		b.Fatal(err)
	}
	page := open(b, startPreview(b, dir))
	page.dir = dir
	page.until(title + `.startsWith("Mineralklynge")`)
	page.run(does(watched))
	var took []float64
	for i := 0; b.Loop(); i++ {
		time.Sleep(time.Second) // What came of the last change is over.
		page.run(does(`window.painted = 0`))
		saved := time.Now()
		words := fmt.Sprintf("Dette er forsøk %d på %d.", i, saved.UnixNano())
		page.section("background", words+"\n")
		page.until(fmt.Sprintf(`window.painted && document.body.textContent.includes("%s")`, words))
		took = append(took, value[float64](page, `window.painted`)-float64(saved.UnixMicro())/1000)
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2], "ms/median")
	b.ReportMetric(took[len(took)-1], "ms/worst")
	b.ReportMetric(0, "ns/op")
}
