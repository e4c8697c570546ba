package rules

// spent lists the parts of the description that the sums of costs are made
// of.
func spent() []string {
	return []string{
		"activities.costs.year", "activities.costs.amount", "activities.costs.hours", "activities.costs.rate",
		"budget.costs.year", "budget.costs.amount", "budget.costs.hours", "budget.costs.rate",
	}
}

// paid lists the parts of the description that the sums of financing are made
// of. Who has declined pays nothing.
func paid() []string {
	return []string{
		"budget.financing.kind", "budget.financing.amounts",
		"participants.contribution.cash", "participants.contribution.hours", "participants.commitment.status",
	}
}
