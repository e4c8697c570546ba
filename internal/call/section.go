package call

// WantsProse reports whether the section, when it is required, must have text
// of the applicant's own: because the call says so, or because there is
// nothing else that it could be made from.
func (s *Section) WantsProse() bool {
	return s.Prose == ProseRequired || s.Prose != ProseNone && len(s.Data) == 0
}
