// Package reading reads a description and does nothing with it: what the
// programs that soknad is held against have in common.
package reading

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"gopkg.in/yaml.v3"
)

// Description reads the texts of a description, and parses its YAML on all
// processors. It returns how many values there are.
func Description(dir string) (int, error) {
	files, err := files(dir)
	if err != nil {
		return 0, err
	}
	counts, errs := make([]int, len(files)), make([]error, len(files))
	var wait sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for first := range workers {
		wait.Go(func() {
			for i := first; i < len(files); i += workers {
				counts[i], errs[i] = values(files[i])
			}
		})
	}
	wait.Wait()
	sum := 0
	for i, err := range errs {
		if err != nil {
			return 0, err
		}
		sum += counts[i]
	}
	return sum, nil
}

// files lists the texts of a description, as soknad finds them.
func files(dir string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "build" {
			return filepath.SkipDir
		}
		if ext := filepath.Ext(name); ext == ".yaml" || ext == ".md" {
			found = append(found, name)
		}
		return nil
	})
	return found, err
}

// values reads a text, and counts the values in it when it is YAML.
func values(name string) (int, error) {
	data, err := os.ReadFile(name)
	if err != nil || filepath.Ext(name) != ".yaml" {
		return 0, err
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return 0, err
	}
	return count(&root), nil
}

func count(n *yaml.Node) int {
	sum := 1
	for _, below := range n.Content {
		sum += count(below)
	}
	return sum
}
