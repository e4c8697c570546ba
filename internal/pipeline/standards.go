package pipeline

import (
	"errors"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/render/pdf"
	"soknad/internal/render/pdf/check"
	"soknad/internal/render/pdf/object"
)

// A Fault is where a PDF breaks a standard such as PDF/UA-1.
type Fault struct {
	// Breaks names the standards that are broken; it is empty where only one
	// file and its claims are looked at.
	Breaks []string
	// File is the PDF, or the annex whose page is at fault.
	File string
	// Page is counted from 1 in File, 0 when the fault is on no page.
	Page int
	// Object is the number of the PDF object at fault, or 0.
	Object int
	// Clause is the rule that is broken, such as "PDF/UA-1 7.1-3".
	Clause string
	// Message says what is wrong, in English, as the standards do.
	Message string
}

// faults says whose faults a painted PDF has.
func (r *Result) faults(p *pdf.Painted) []Fault {
	var all []Fault
	for _, f := range p.Faults {
		file := PDFName
		if f.Annex > 0 {
			file = r.Project.Annexes[f.Annex-1].File
		}
		all = append(all, Fault{Breaks: names(f.Breaks), File: file, Page: f.Page, Clause: string(f.Clause), Message: f.Message})
	}
	return all
}

func names(profiles []check.Profile) []string {
	var all []string
	for _, p := range profiles {
		all = append(all, p.String())
	}
	return all
}

// Profiles returns the names of the standards that CheckPDF can hold a file
// against.
func Profiles() []string { return names(check.Profiles()) }

// ErrNoStandard says that a PDF cannot be held against a standard.
var ErrNoStandard = i18n.Errorf("there is no such standard")

// CheckPDF holds a PDF against standards: those that are asked for by name, or
// else those that it claims to keep, or else PDF/UA-1 and PDF/A-3a. It returns
// the standards and where the file breaks them. It is an error when the file
// cannot be read or a name is none of Profiles.
func CheckPDF(name string, data []byte, asked []string) (standards []string, faults []Fault, err error) {
	file, err := object.Read(data)
	if err != nil {
		return nil, nil, ofPDF(err)
	}
	profiles, err := chosen(file, asked)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range check.File(file, profiles...) {
		faults = append(faults, Fault{File: name, Page: f.Page, Object: f.Object, Clause: string(f.Clause), Message: f.Message})
	}
	return names(profiles), faults, nil
}

// ofPDF words why a PDF is of no use, where people meet it. How else a file can
// be damaged is for those who make such files.
func ofPDF(err error) error {
	switch {
	case errors.Is(err, object.ErrNotPDF):
		return i18n.Errorf("this is not a PDF file: it does not begin with %%PDF-")
	case errors.Is(err, pdf.ErrNoAttachments):
		return i18n.Errorf("there are no files inside the PDF")
	default:
		return err
	}
}

func chosen(file *object.File, asked []string) ([]check.Profile, error) {
	if len(asked) == 0 {
		if claims := check.Claims(file); len(claims) > 0 {
			return claims, nil
		}
		return []check.Profile{check.UA1, check.A3a}, nil
	}
	var all []check.Profile
	for _, name := range asked {
		p, ok := check.ProfileOf(name)
		if !ok {
			return nil, i18n.Errorf("%v: %q; choose of %s", ErrNoStandard, name, strings.Join(Profiles(), ", "))
		}
		all = append(all, p)
	}
	return all, nil
}
