package parallel

import (
	"fmt"
	"runtime/debug"
	"sync"
)

// A Panic is a panic that was caught. Whoever cannot do anything about it
// panics with it again, or returns it as an error.
type Panic struct {
	Value any
	// Stack is where it began, which may be in a goroutine that is no more.
	Stack []byte
}

// Error says what it was and where it began. It is not for people who use the
// program.
func (p *Panic) Error() string { return fmt.Sprintf("%v\n\n%s", p.Value, p.Stack) }

// Caught does something and returns its panic, nil when it did not panic. A
// stack that overflows and the like cannot be caught.
func Caught(do func()) (p *Panic) {
	defer func() {
		switch value := recover().(type) {
		case nil:
		case *Panic:
			p = value
		default:
			p = &Panic{value, debug.Stack()}
		}
	}()
	do()
	return nil
}

// panics keeps the panic of the part with the lowest number.
type panics struct {
	lock   sync.Mutex
	lowest int
	kept   *Panic
}

// keep keeps a panic of a part; nil is none.
func (p *panics) keep(part int, caught *Panic) {
	if caught == nil {
		return
	}
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.kept == nil || part < p.lowest {
		p.lowest, p.kept = part, caught
	}
}

// again panics with what was kept, if anything.
func (p *panics) again() {
	if p.kept != nil {
		panic(p.kept)
	}
}
