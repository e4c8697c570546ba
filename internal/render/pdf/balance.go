package pdf

// A balance moves width between the columns of a table that cannot have what
// they like, until no move makes the table lower.
type balance struct {
	widths, low []Length
	// lengths are the widths of the cells of each row, each on one line.
	lengths [][]Length
}

// finest is the part of the table's width that is moved in the last round;
// rounds before it move twice as much.
const finest = 64

// settle moves width as long as it pays, first much at a time, then little.
func (b *balance) settle() {
	for part := 8; part <= finest; part *= 2 {
		step := sum(b.widths) / Length(part)
		for range finest {
			if !b.move(step) {
				break
			}
		}
	}
}

// move takes a step of width from the column that misses it least and gives
// it to the one that gains most, if that makes the table lower.
func (b *balance) move(step Length) bool {
	gains, losses := b.effects(step)
	to := 0
	for i, gain := range gains {
		if gain > gains[to] {
			to = i
		}
	}
	from := -1
	for i, loss := range losses {
		if i != to && b.widths[i]-step >= b.low[i] && (from < 0 || loss < losses[from]) {
			from = i
		}
	}
	return from >= 0 && gains[to] > losses[from] && b.lowers(from, to, step)
}

// lowers moves a step between two columns, or leaves all as it is if the
// table does not become lower: effects on one row are reckoned one by one and
// need not add up.
func (b *balance) lowers(from, to int, step Length) bool {
	before := b.height()
	b.widths[from], b.widths[to] = b.widths[from]-step, b.widths[to]+step
	if b.height() < before {
		return true
	}
	b.widths[from], b.widths[to] = b.widths[from]+step, b.widths[to]-step
	return false
}

// height returns how high the table is, in thousandths of a line.
func (b *balance) height() int {
	sum := 0
	for _, row := range b.lengths {
		_, height, _ := b.highest(row)
		sum += height
	}
	return sum
}

// effects returns for each column how much lower the table is if it gets a
// step, and how much higher if it loses one, in thousandths of a line.
func (b *balance) effects(step Length) (gains, losses []int) {
	gains, losses = make([]int, len(b.widths)), make([]int, len(b.widths))
	for _, row := range b.lengths {
		highest, height, second := b.highest(row)
		gains[highest] += height - max(second, linesOf(row[highest], b.widths[highest]+step))
		for i, length := range row {
			losses[i] += max(linesOf(length, b.widths[i]-step)-height, 0)
		}
	}
	return gains, losses
}

// highest returns the cell that makes a row as high as it is, and how high
// the row and the next highest cell are.
func (b *balance) highest(row []Length) (at, height, second int) {
	for i, length := range row {
		switch lines := linesOf(length, b.widths[i]); {
		case lines > height:
			at, height, second = i, lines, height
		case lines > second:
			second = lines
		}
	}
	return at, height, second
}

// wrapping is what it costs, in thousandths of a line, to break an entry that
// could stand on one line.
const wrapping = 700

// linesOf estimates how high a text is, in thousandths of a line.
func linesOf(length, width Length) int {
	if length <= width {
		return 1000
	}
	return int(1000*length/max(width, 1)) + wrapping
}
