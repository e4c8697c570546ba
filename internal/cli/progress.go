package cli

import (
	"fmt"
	"strings"
	"time"

	"soknad/internal/i18n"
	"soknad/internal/parallel"
)

// patience is how long somebody waits without wondering.
const patience = 500 * time.Millisecond

// clearLine takes away what stands on a terminal's line.
const clearLine = "\r\x1b[K"

// during does some work. When it takes longer than somebody at a terminal
// waits without wondering, a line says what goes on, and is gone when the work
// is done. The work itself prints nothing.
func (o *options) during(words string, work func() error) error {
	var err error
	o.watching(func() string { return i18n.Msg(words).In(o.language()) }, func() { err = work() })
	return err
}

// watching does the same for work of which there is more to say as it goes on.
func (o *options) watching(words func() string, work func()) {
	if o.world.After == nil {
		work()
		return
	}
	done := make(chan struct{})
	gone := parallel.Beside(func() { o.show(words, done) })
	defer func() {
		close(done)
		gone()
	}()
	work()
}

// show shows what goes on until the work is done, with one more full stop each
// second.
func (o *options) show(words func() string, done <-chan struct{}) {
	wait := patience
	for stops := 1; ; stops++ {
		select {
		case <-done:
			if stops > 1 {
				fmt.Fprint(o.world.Stderr, clearLine)
			}
			return
		case <-o.world.After(wait):
			fmt.Fprint(o.world.Stderr, clearLine+words()+" "+strings.Repeat(".", (stops-1)%20+1))
			wait = time.Second
		}
	}
}
