package document

import "soknad/internal/lazyregexp"

var passageTag = lazyregexp.New(`^<span lang="([a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*)">$`)

// PassageLang returns the language of the passage that a tag opens, which is
// the only one that a text may have, "" for any other tag.
func PassageLang(tag string) string {
	if m := passageTag().FindStringSubmatch(tag); m != nil {
		return m[1]
	}
	return ""
}
