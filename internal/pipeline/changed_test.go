package pipeline

import "testing"

// TestNoGit holds that where git is not installed it is said, and not how it was
// looked for.
func TestNoGit(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := ChangedSince(t.TempDir(), "HEAD")
	if want := "git is not installed, and only git knows what the files were before"; err == nil || err.Error() != want {
		t.Errorf("the error is %v, want %q", err, want)
	}
}
