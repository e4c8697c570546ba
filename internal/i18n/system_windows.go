package i18n

import "syscall"

// The numbers of Windows for what other systems have a name for, or do not
// know: there, a file that one program has open can be taken away by another.
const (
	writeProtected   = syscall.Errno(19)
	sharingViolation = syscall.Errno(32)
	diskFull         = syscall.Errno(112)
	nameTooLong      = syscall.Errno(206)
	addressInUse     = syscall.Errno(10048)
)

// ownReasons lists the reasons that only this system has.
func ownReasons() []reason {
	return []reason{
		{writeProtected, Msg("nothing can be written there")},
		{sharingViolation, Msg("another program has it open; close it there")},
		{diskFull, Msg("the disk is full")},
		{nameTooLong, Msg("the name is too long")},
		{addressInUse, Msg("another program uses it")},
	}
}
