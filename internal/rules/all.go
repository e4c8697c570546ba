package rules

// All returns every rule, ordered by code.
func All() []*Rule {
	return []*Rule{
		tooFewSigned,
		participantWithoutInterest,
		participantWithoutContribution,
		commitmentWithoutLetter,
		missingActorClass,
		companiesNotMajority,
		orgNumber,
		syntheticOrgNumber,
		sameOrgNumber,
		missingOrgNumber,
		contractPartner,
		projectManager,
		steeringGroupChair,
		supporterCounted,
		unknownReference,
		duplicateID,
	}
}
