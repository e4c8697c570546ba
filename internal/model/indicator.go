package model

import "soknad/internal/syntax"

// Gain returns how much better the target is than the baseline, in the
// direction that counts as better, and whether both numbers are known.
func (i *Indicator) Gain() (gain float64, known bool) {
	if !hasNumber(i.Baseline.Origin) || !hasNumber(i.Target.Origin) {
		return 0, false
	}
	gain = i.Target.Value - i.Baseline.Value
	if i.Direction == Decrease {
		gain = -gain
	}
	return gain, true
}

// hasNumber reports whether a value was written that is a number: zero is one
// as well.
func hasNumber(o syntax.Origin) bool {
	n := o.Node("value")
	return n != nil && (n.Kind == syntax.Int || n.Kind == syntax.Float)
}
