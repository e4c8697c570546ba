package cli

import (
	"fmt"
	"strings"
	"time"

	"soknad/internal/i18n"
)

// patience is how long somebody waits without wondering.
const patience = 500 * time.Millisecond

// clearLine takes away what stands on a terminal's line.
const clearLine = "\r\x1b[K"

// during does some work. When it takes longer than somebody at a terminal
// waits without wondering, a line says what goes on, and is gone when the work
// is done. The work itself prints nothing.
func (o *options) during(words string, work func() error) error {
	if o.world.After == nil {
		return work()
	}
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		o.show(i18n.Msg(words).In(o.language()), done)
	}()
	defer func() {
		close(done)
		<-gone
	}()
	return work()
}

// show shows what goes on until the work is done, with one more full stop each
// second.
func (o *options) show(text string, done <-chan struct{}) {
	wait := patience
	for stops := 1; ; stops++ {
		select {
		case <-done:
			if stops > 1 {
				fmt.Fprint(o.world.Stderr, clearLine)
			}
			return
		case <-o.world.After(wait):
			fmt.Fprint(o.world.Stderr, clearLine+text+" "+strings.Repeat(".", (stops-1)%20+1))
			wait = time.Second
		}
	}
}
