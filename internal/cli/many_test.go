package cli

import (
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// TestParts holds that every folder is in just one part, whatever the order in
// which the folders are given.
func TestParts(t *testing.T) {
	dirs := []string{"f", "b", "./a", "e", "c", "d", "a/", "g"}
	for of := 1; of <= 9; of++ {
		var all []string
		for part := 1; part <= of; part++ {
			var s shard
			if err := s.Set(fmt.Sprintf("%d/%d", part, of)); err != nil {
				t.Fatal(err)
			}
			chosen := s.choose(dirs)
			slices.Reverse(dirs)
			if again := s.choose(dirs); !slices.Equal(chosen, again) {
				t.Errorf("part %s is %v, then %v", &s, chosen, again)
			}
			all = append(all, chosen...)
		}
		slices.Sort(all)
		if want := []string{"a", "b", "c", "d", "e", "f", "g"}; !slices.Equal(all, want) {
			t.Errorf("%d parts have %v", of, all)
		}
	}
}

// TestWatching holds that what is said of long work changes as it goes on.
func TestWatching(t *testing.T) {
	screen := &terminal{written: make(chan struct{}, 9)}
	ring := make(chan time.Time)
	o := &options{world: World{Stderr: screen, After: func(time.Duration) <-chan time.Time { return ring }}}
	var done atomic.Int32
	o.watching(func() string { return fmt.Sprintf("%d of 2", done.Load()) }, func() {
		for range 2 {
			done.Add(1)
			ring <- time.Time{}
			<-screen.written
		}
	})
	if want := "\r\x1b[K1 of 2 ." + "\r\x1b[K2 of 2 .." + "\r\x1b[K"; screen.String() != want {
		t.Errorf("the terminal shows %q, want %q", screen.String(), want)
	}
}
