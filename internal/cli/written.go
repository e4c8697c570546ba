package cli

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/report"
	"soknad/internal/status"
)

// tellWritten says what was written, and what is to be known of it.
func (o *assembleOptions) tellWritten(result *pipeline.Result, faults []pipeline.Fault) {
	o.tell("wrote %s (%d pages) and %s", filepath.Join(o.folder(), result.PDFName()), result.Layout.Pages(),
		filepath.Join(o.folder(), result.TextName()))
	o.warn(faults)
	if o.variant.Variant == pipeline.Public {
		o.tellOmissions(result)
	}
	o.limits(result)
}

// limits says how much of the call's limits each section uses.
func (o *assembleOptions) limits(r *pipeline.Result) {
	s := status.Of(status.Input{Project: r.Project, Call: r.Call, Findings: r.Findings, Extents: r.Layout.Extents()})
	for _, line := range s.Limits(o.language()) {
		fmt.Fprintln(o.world.Stderr, report.Printable(line))
	}
}

// warn says which standards the PDF does not claim to keep, and for each file
// that is at fault one reason.
func (o *options) warn(faults []pipeline.Fault) {
	for _, file := range files(faults) {
		first, breaks, n := file[0], map[string]bool{}, len(file)-1
		for _, f := range file {
			for _, standard := range f.Breaks {
				breaks[standard] = true
			}
		}
		rest := i18n.Msg("")
		if n > 0 {
			rest = i18n.Msg(", and %d more", n)
		}
		o.tell("warning: the PDF does not claim %s because of %s: %s [%s]%s",
			strings.Join(slices.Sorted(maps.Keys(breaks)), ", "), pageOf(first), first.Message, first.Clause, rest)
	}
}

// pageOf says where a fault lies: page 0 is the whole file.
func pageOf(f pipeline.Fault) i18n.Message {
	if f.Page == 0 {
		return i18n.Msg("%s", f.File)
	}
	return i18n.Msg("%s, page %d", f.File, f.Page)
}

// files groups faults by the file that has them, in the order of the first.
func files(faults []pipeline.Fault) [][]pipeline.Fault {
	var all [][]pipeline.Fault
	at := map[string]int{}
	for _, f := range faults {
		i, ok := at[f.File]
		if !ok {
			i = len(all)
			at[f.File] = i
			all = append(all, nil)
		}
		all[i] = append(all[i], f)
	}
	return all
}

// tellOmissions says what a document leaves out.
func (o *assembleOptions) tellOmissions(result *pipeline.Result) {
	for _, omission := range result.Omissions() {
		if what, ok := i18n.Word("left-out."+omission.What, o.language()); ok {
			o.tell("left out: %s (fields: %d)", what, omission.Fields)
		}
	}
}
