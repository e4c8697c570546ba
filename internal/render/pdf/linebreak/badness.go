package linebreak

// Classes of lines by how far their glue is set from its natural width. Lines
// of classes that are not neighbours look uneven together.
const (
	tight = iota
	decent
	loose
	veryLoose
	classes = 4
)

// The badness from which a line is no longer decent, and no longer loose.
const (
	limitDecent = 12
	limitLoose  = 99
)

// badness returns about 100·(slack/give)³, or infinite, by TeX's formula.
// Unlike TeX's it goes on growing well beyond what looks good, so that of two
// very loose lines the less loose wins. Slack is not negative.
func badness(slack, give int) int {
	if slack == 0 {
		return 0
	}
	if give <= 0 || slack/give > 20 {
		return infinite
	}
	r := int64(297) * int64(slack) / int64(give)
	return int(min((r*r*r+1<<17)/(1<<18), infinite))
}

func looseness(bad int) int {
	switch {
	case bad > limitLoose:
		return veryLoose
	case bad > limitDecent:
		return loose
	default:
		return decent
	}
}

func tightness(bad int) int {
	if bad > limitDecent {
		return tight
	}
	return decent
}
