//go:build !windows

package i18n

// ownReasons lists the reasons that only this system has.
func ownReasons() []reason { return nil }
