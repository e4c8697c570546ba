package cli

import (
	"strings"

	"soknad/internal/i18n"
)

// languageFlag is the flag --lang.
type languageFlag struct{ i18n.Lang }

// Set reads nb, nn or en.
func (f *languageFlag) Set(s string) error {
	l, ok := i18n.ParseLang(s)
	if !ok {
		return i18n.Errorf("it can be nb, nn or en")
	}
	f.Lang = l
	return nil
}

// String returns the language's code, "" when none was asked for.
func (f *languageFlag) String() string { return string(f.Lang) }

// Type names the flag's value in the help.
func (f *languageFlag) Type() string { return "language" }

// language returns the language to speak: the one that was asked for, or that
// of the environment's locale, or else of the machine's, or English.
func (o *options) language() i18n.Lang {
	if o.lang.Lang != "" {
		return o.lang.Lang
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := o.world.Getenv(name); locale != "" {
			return ofLocale(locale)
		}
	}
	return ofLocale(o.world.Locale)
}

// ofLocale returns the language of a locale such as nb_NO.UTF-8 or nb-NO, and
// English for any other. The old name no stands for Bokmål.
func ofLocale(locale string) i18n.Lang {
	code := strings.ToLower(locale)
	if end := strings.IndexAny(code, "_-."); end >= 0 {
		code = code[:end]
	}
	if code == "no" {
		return i18n.NB
	}
	l, _ := i18n.ParseLang(code)
	return l
}
