// Package check judges whether a PDF file keeps the rules of PDF/UA-1 (ISO
// 14289-1), PDF/A-2a and PDF/A-3a (ISO 19005-2 and 19005-3) that a machine can
// judge from the file's objects.
//
// The clauses are numbered as veraPDF numbers its tests. Rules of ISO 32000-1
// that both standards build on, such as that structure and content lead to
// each other, are named by their clause there and belong to every profile.
// What only the bytes of a file show, such as its header, is not judged, nor
// what only people can judge. A fault is reported where it is, not again in
// everything that follows from it.
package check

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"soknad/internal/render/pdf/object"
)

// A Clause names a standard and a rule of it as veraPDF does, such as
// "PDF/UA-1 7.1-3" or "PDF/A-2 6.6.2.1-1".
type Clause string

// Binds reports whether a profile demands that a clause be kept: its own
// clauses do, and those of ISO 32000-1.
func (c Clause) Binds(p Profile) bool {
	standard, _ := c.split()
	return standard == p.standard() || standard == base
}

// base is the standard that the others build on.
const base = "ISO 32000-1"

// A Profile is a set of rules that a file can claim to keep.
type Profile uint8

// The profiles.
const (
	UA1 Profile = iota // PDF/UA-1
	A2a                // PDF/A-2a
	A3a                // PDF/A-3a
)

// Profiles returns all profiles.
func Profiles() []Profile { return []Profile{UA1, A2a, A3a} }

// ProfileOf returns the profile of a name, in capitals or not, and whether
// there is one.
func ProfileOf(name string) (Profile, bool) {
	i := slices.IndexFunc(Profiles(), func(p Profile) bool { return strings.EqualFold(p.String(), name) })
	return Profile(max(i, 0)), i >= 0
}

// String returns the profile's name.
func (p Profile) String() string {
	return [...]string{"PDF/UA-1", "PDF/A-2a", "PDF/A-3a"}[p]
}

// standard returns the name that the profile's clauses begin with.
func (p Profile) standard() string {
	return [...]string{"PDF/UA-1", "PDF/A-2", "PDF/A-3"}[p]
}

// A Finding is a fault of a file.
type Finding struct {
	Clause Clause
	// Page is the page that the fault is on, from 1, or 0 when it is on none.
	Page int
	// Object is the number of the object that is at fault, or 0 when it has
	// none.
	Object int
	// Message says in plain English what is wrong and where.
	Message string
}

// File returns everything in which a file breaks the rules of the profiles, in
// the order of clauses, pages and objects. Of one clause no more than twenty
// findings are listed; the last of them says how many there are besides.
func File(f *object.File, profiles ...Profile) []Finding {
	d, judged := load(f), rules()
	if f.Encrypted {
		judged = encryptionRules()
	}
	var all []Finding
	for _, r := range judged {
		clauses := r.clauses(profiles)
		if len(clauses) == 0 {
			continue
		}
		r.check(d, func(at place, format string, args ...any) {
			for _, c := range clauses {
				all = append(all, Finding{c, at.page, at.object, fmt.Sprintf(format, args...)})
			}
		})
	}
	return limit(arrange(all))
}

// Clauses returns the clauses that File judges under the profiles, in the
// order in which it reports them.
func Clauses(profiles ...Profile) []Clause {
	var all []Clause
	for _, r := range rules() {
		all = append(all, r.clauses(profiles)...)
	}
	slices.SortFunc(all, compareClauses)
	return slices.Compact(all)
}

// arrange sorts findings and takes out repeats.
func arrange(all []Finding) []Finding {
	slices.SortFunc(all, func(a, b Finding) int {
		return cmp.Or(
			compareClauses(a.Clause, b.Clause), cmp.Compare(a.Page, b.Page),
			cmp.Compare(a.Object, b.Object), strings.Compare(a.Message, b.Message),
		)
	})
	return slices.Compact(all)
}

// most is how many findings of one clause are listed.
const most = 20

// limit leaves out what is more than anybody would read of one clause.
func limit(sorted []Finding) []Finding {
	var kept []Finding
	for len(sorted) > 0 {
		n := 1
		for n < len(sorted) && sorted[n].Clause == sorted[0].Clause {
			n++
		}
		kept = append(kept, sorted[:min(n, most)]...)
		if n > most {
			kept[len(kept)-1].Message += fmt.Sprintf(" There are %d more findings of this clause.", n-most)
		}
		sorted = sorted[n:]
	}
	return kept
}

// compareClauses orders clauses by standard and then by number, so that 7.9
// comes before 7.10.
func compareClauses(a, b Clause) int {
	standardA, numberA := a.split()
	standardB, numberB := b.split()
	return cmp.Or(strings.Compare(standardA, standardB), slices.Compare(numberA, numberB))
}

// split returns the standard of a clause and the numbers that its own is made
// of.
func (c Clause) split() (standard string, numbers []int) {
	at := strings.LastIndexByte(string(c), ' ')
	for part := range strings.FieldsFuncSeq(string(c[at+1:]), func(r rune) bool { return r == '.' || r == '-' }) {
		n, _ := strconv.Atoi(part)
		numbers = append(numbers, n)
	}
	return string(c[:max(at, 0)]), numbers
}

// A place is where a fault is: a page from 1 and an object's number, 0 when
// there is none.
type place struct{ page, object int }

// A report takes down a fault.
type report func(at place, format string, args ...any)

// A rule is a check and the clauses that ask for it, by the standard's own
// number; a standard that does not ask has "".
type rule struct {
	iso, ua, a2, a3 string
	check           func(*document, report)
}

// clauses returns the rule's clauses under some profiles.
func (r rule) clauses(profiles []Profile) []Clause {
	var all []Clause
	for _, p := range profiles {
		if number := [...]string{r.ua, r.a2, r.a3}[p]; number != "" {
			all = append(all, Clause(p.standard()+" "+number))
		}
	}
	if r.iso != "" && len(profiles) > 0 {
		all = append(all, Clause(base+" "+r.iso))
	}
	slices.Sort(all)
	return slices.Compact(all)
}
