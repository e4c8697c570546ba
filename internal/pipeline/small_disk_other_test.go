//go:build !linux

package pipeline

import "testing"

// smallDisk skips the test: a small disk is made on Linux only.
func smallDisk(t *testing.T, _ string) string {
	t.Skip("no disk can be made here")
	return ""
}

func makeReadOnly(*testing.T, string) {}
