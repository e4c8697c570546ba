package pipeline_test

import (
	"encoding/binary"
	"maps"
	"slices"
	"testing"

	"soknad/internal/pipeline"
	"soknad/internal/source"
)

// TestMemory holds that what is remembered of a folder changes nothing of what
// is found in it, while its files become those of another, one after another.
func TestMemory(t *testing.T) {
	folder, memory := invented([]byte{1}), &pipeline.Memory{}
	n := 12
	if testing.Short() {
		n = 3
	}
	for i := range n {
		next := invented(binary.BigEndian.AppendUint64(nil, uint64(i)))
		for j, name := range slices.Sorted(maps.Keys(next)) {
			folder[name] = next[name]
			if j%3 > 0 {
				continue // More than one file may change at once.
			}
			remembering := job(folder)
			remembering.Memory = memory
			again, err := pipeline.Check(remembering)
			if err != nil {
				t.Fatal(err)
			}
			same(t, check(t, folder), again)
		}
	}
}

// TestMemoryKeepsFiles holds that only a file that has changed is read anew.
func TestMemoryKeepsFiles(t *testing.T) {
	folder := files("application.yaml", "application: {title: Berg}\n", "goals.yaml", "goals: []\n")
	remembering := job(folder)
	remembering.Memory = &pipeline.Memory{}
	read := func() map[string]*source.File {
		r, err := pipeline.ReadDescription(remembering)
		if err != nil {
			t.Fatal(err)
		}
		byName := map[string]*source.File{}
		for _, f := range r.Sources() {
			byName[f.Name] = f
		}
		return byName
	}
	before := read()
	folder["goals.yaml"].Data = []byte("goals: [{id: a}]\n")
	after := read()
	if before["application.yaml"] != after["application.yaml"] {
		t.Error("what has not changed is another file")
	}
	if before["goals.yaml"] == after["goals.yaml"] {
		t.Error("what has changed is the same file")
	}
}
