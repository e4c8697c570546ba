package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"gopkg.in/yaml.v3"
)

// TestReproducibleBuild holds that two builds of one source, in two folders,
// are the same program, byte for byte.
func TestReproducibleBuild(t *testing.T) {
	r := newRunner(t)
	var programs [2][]byte
	for i := range programs {
		source := sourceRepository(t, r)
		program := filepath.Join(t.TempDir(), "soknad")
		r.must(t, `CGO_ENABLED=0 go build -C '`+source+`' -trimpath -buildvcs=false -o '`+program+`' ./cmd/soknad`)
		var err error
		if programs[i], err = os.ReadFile(program); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(programs[0], programs[1]) {
		t.Error("two builds differ")
	}
	if bytes.Contains(programs[0], []byte(os.TempDir()+string(os.PathSeparator)+"Test")) {
		t.Error("the program knows where it was built")
	}
}

// TestRelease holds what a release must be built with.
func TestRelease(t *testing.T) {
	var c struct {
		Builds []struct {
			Env, Flags, Goos, Goarch []string
			Main                     string
			ModTimestamp             string `yaml:"mod_timestamp"`
		}
		SBOMs []struct{ Artifacts string } `yaml:"sboms"`
	}
	readYAML(t, ".goreleaser.yaml", &c)
	b := c.Builds[0]
	for what, has := range map[string][2]any{
		"no C":                 {b.Env, []string{"CGO_ENABLED=0"}},
		"no paths":             {b.Flags, []string{"-trimpath"}},
		"three systems":        {b.Goos, []string{"linux", "darwin", "windows"}},
		"two processors":       {b.Goarch, []string{"amd64", "arm64"}},
		"the commit's time":    {b.ModTimestamp, "{{ .CommitTimestamp }}"},
		"a bill of materials":  {len(c.SBOMs), 1},
		"the program's folder": {b.Main, "./cmd/soknad"},
	} {
		got, err := yaml.Marshal(has[0])
		if err != nil {
			t.Fatal(err)
		}
		want, err := yaml.Marshal(has[1])
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
}
