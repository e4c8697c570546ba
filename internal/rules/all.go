package rules

// All returns every rule, ordered by code.
func All() []*Rule {
	return []*Rule{
		unknownReference,
		duplicateID,
	}
}
