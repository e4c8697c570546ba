package rules

// All returns every rule, ordered by code.
func All() []*Rule {
	return []*Rule{
		sectionLength,
		missingCharacter,
		notPainted,
		sectionPages,
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
