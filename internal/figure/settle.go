package figure

// A slot is room on a line for something that would best have its middle at
// a place.
type slot struct{ at, half float64 }

// settle returns the middles of slots, given in order, that stand side by
// side between two ends, each as near to its place as the others let it.
// Slots that are longer than the line together run over its far end.
func settle(slots []slot, low, high float64) []float64 {
	middles := make([]float64, len(slots)) // of slots without gaps, from 0 on
	gaps := make([]float64, len(slots))    // from there to the place of each
	length := 0.0
	for i, s := range slots {
		middles[i] = length + s.half
		gaps[i] = s.at - middles[i]
		length += 2 * s.half
	}
	for i, gap := range rising(gaps) {
		middles[i] += max(low, min(gap, high-length))
	}
	return middles
}

// rising returns the numbers nearest to the given ones that never fall: where
// they do, they become their mean.
func rising(numbers []float64) []float64 {
	type pool struct {
		sum   float64
		count int
	}
	mean := func(p pool) float64 { return p.sum / float64(p.count) }
	var pools []pool
	for _, n := range numbers {
		p := pool{n, 1}
		for len(pools) > 0 && mean(pools[len(pools)-1]) > mean(p) {
			last := pools[len(pools)-1]
			p = pool{last.sum + p.sum, last.count + p.count}
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, p)
	}
	var list []float64
	for _, p := range pools {
		for range p.count {
			list = append(list, mean(p))
		}
	}
	return list
}
