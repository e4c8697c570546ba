package schema

import (
	"fmt"
	"net/netip"
	"strings"
	"time"
)

// A format is a form of text that JSON Schema has a name for.
type format string

const (
	formatDate  format = "date"
	formatEmail format = "email"
)

// UnmarshalText knows the formats that the schemas use.
func (f *format) UnmarshalText(name []byte) error {
	*f = format(name)
	if *f != formatDate && *f != formatEmail {
		return fmt.Errorf("there is no format %q", name)
	}
	return nil
}

// accepts reports whether a text has the form; every text has the zero format.
func (f format) accepts(text string) bool {
	switch f {
	case formatDate:
		_, err := time.Parse(time.DateOnly, text)
		return err == nil
	case formatEmail:
		return isEmail(text)
	default:
		return true
	}
}

// isEmail knows the addresses of RFC 5321, section 4.1.2, within the lengths
// of its section 4.5.3.
func isEmail(text string) bool {
	at := strings.LastIndexByte(text, '@')
	if at < 0 || at > 64 || len(text) > 254 {
		return false
	}
	mailbox, domain := text[:at], text[at+1:]
	return isMailbox(mailbox) && (isHost(domain) || isAddress(domain))
}

func isMailbox(name string) bool {
	if len(name) > 1 && strings.HasPrefix(name, `"`) && strings.HasSuffix(name, `"`) {
		return !strings.ContainsAny(name[1:len(name)-1], `\"`)
	}
	if strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".") || strings.Contains(name, "..") {
		return false
	}
	return !strings.ContainsFunc(name, func(r rune) bool {
		return !isLetterOrDigit(r) && !strings.ContainsRune(".!#$%&'*+-/=?^_`{|}~", r)
	})
}

// isAddress reports whether a domain is the number of a machine in brackets.
func isAddress(domain string) bool {
	if !strings.HasPrefix(domain, "[") || !strings.HasSuffix(domain, "]") {
		return false
	}
	number, isSix := strings.CutPrefix(domain[1:len(domain)-1], "IPv6:")
	address, err := netip.ParseAddr(number)
	return err == nil && address.Is4() != isSix && address.Zone() == ""
}

func isHost(domain string) bool {
	domain = strings.TrimSuffix(domain, ".")
	if len(domain) > 253 {
		return false
	}
	for label := range strings.SplitSeq(domain, ".") {
		if !isLabel(label) {
			return false
		}
	}
	return true
}

func isLabel(label string) bool {
	if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
		return false
	}
	return !strings.ContainsFunc(label, func(r rune) bool { return !isLetterOrDigit(r) && r != '-' })
}

func isLetterOrDigit(r rune) bool { return 'A' <= r && r <= 'Z' || isIDLetter(r) }
