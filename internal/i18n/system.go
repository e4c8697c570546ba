package i18n

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// A reason is why the system refuses something, in words that nobody has to
// look up.
type reason struct {
	is    error
	words Message
}

// reasons lists the reasons that people meet most. The numbers that only one
// system has are in a file of its own.
func reasons() []reason {
	return append(ownReasons(),
		reason{fs.ErrNotExist, Msg("there is no such file or folder")},
		reason{fs.ErrPermission, Msg("you have no access to it")},
		reason{fs.ErrExist, Msg("there is one already")},
		reason{syscall.ENOSPC, Msg("the disk is full")},
		reason{syscall.EROFS, Msg("nothing can be written there")},
		reason{syscall.ENAMETOOLONG, Msg("the name is too long")},
		reason{syscall.ENOTDIR, Msg("a file stands where a folder should")},
		reason{syscall.EISDIR, Msg("a folder stands where a file should")},
		reason{syscall.EADDRINUSE, Msg("another program uses it")},
	)
}

// ofSystem words an error of the system, after the name of the file that it is
// about. What is none of the reasons has no words, and neither has an error that
// somebody has put into other words.
func ofSystem(err error) Message {
	name := ""
	switch e := any(err).(type) {
	case *fs.PathError:
		name = e.Path
	case *os.LinkError:
		name = e.New
	default:
		return Message{}
	}
	why := wordsFor(err)
	if why.IsZero() {
		return why
	}
	return Msg("%s: %s", name, why)
}

// wordsFor returns the words for the reason of an error.
func wordsFor(err error) Message {
	for _, r := range reasons() {
		if errors.Is(err, r.is) || saysOnly(err, r.is) {
			return r.words
		}
	}
	return Message{}
}

// A bare error is one of which only the reason is said.
type bare struct{ error }

// Bare makes an error of the system say its reason alone, in a message that
// names the file itself.
func Bare(err error) error { return bare{err} }

// Unwrap returns the error itself.
func (b bare) Unwrap() error { return b.error }

// In says the reason in a language.
func (b bare) In(l Lang) string {
	if why := wordsFor(b.error); l != EN && !why.IsZero() {
		return why.In(l)
	}
	return Say(b.error, l)
}

// saysOnly reports whether an error gives a reason in the system's words alone,
// as os.OpenRoot does of a file.
func saysOnly(err, reason error) bool {
	var e *fs.PathError
	return errors.As(err, &e) && e.Err != nil && e.Err.Error() == reason.Error()
}
