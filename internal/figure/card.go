package figure

// A card is a box with words in it: what it is in bold, and what it says
// below. Its form tells cards apart without colour.
type card struct {
	form  form
	width float64
	least float64  // the height at least
	pad   float64  // above and below the words
	head  string   // one line, may be empty
	words []string // lines
}

// A form is how a card looks.
type form uint8

const (
	plainCard  form = iota // square corners, white
	darkCard               // white words on a dark ground
	tintedCard             // a light ground
	barredCard             // a bar along the left edge
	roundCard              // round corners, white
	ringedCard             // round corners and a double rim
)

// Measures of a card, in points.
const (
	cardPad     = 3.5 // above and below the words, unless a card is tight
	cardSide    = 6.0 // beside them
	cardBar     = 3.0
	cardRing    = 2.0 // between the two rims
	cardRound   = 8.0
	cardLeading = 9.0
)

// newCard breaks words for a card of a width, into so many lines at most.
func newCard(f form, head, words string, width float64, most int) card {
	k := card{form: f, width: width, pad: cardPad}
	k.head = first(wrap(head, k.headStyle(), k.room(), 1))
	k.words = balanced(words, k.style(), k.room(), most)
	return k
}

// room is the width that is left for words.
func (k card) room() float64 { return k.width - k.side() - cardSide }

// side is the distance from the left edge to the words.
func (k card) side() float64 {
	switch k.form {
	case barredCard:
		return cardSide + cardBar
	case ringedCard:
		return cardSide + cardRing
	default:
		return cardSide
	}
}

func (k card) style() style { return style{7.5, false, k.ink()} }

func (k card) headStyle() style { return style{7, true, k.ink()} }

func (k card) ink() Color {
	if k.form == darkCard {
		return white()
	}
	return ink()
}

// lines counts the lines of a card, its head among them.
func (k card) lines() int {
	if k.head == "" {
		return len(k.words)
	}
	return 1 + len(k.words)
}

// height is what the card needs.
func (k card) height() float64 { return max(k.least, float64(k.lines())*cardLeading+2*k.pad) }

// paint draws the card with its upper left corner at x, y.
func (k card) paint(x, y float64) []Shape { return append(k.ground(x, y, k.height()), k.say(x, y)...) }

// say sets the words of a card whose upper left corner is at x, y.
func (k card) say(x, y float64) []Shape {
	var shapes []Shape
	x, y = x+k.side(), y+k.pad+cardLeading/2
	if k.head != "" {
		shapes = append(shapes, k.headStyle().around(x, y, Start, lineOf(k.head))...)
		y += cardLeading
	}
	for _, words := range k.words {
		shapes = append(shapes, k.style().around(x, y, Start, lineOf(words))...)
		y += cardLeading
	}
	return shapes
}

// ground draws the box of a card at a height.
func (k card) ground(x, y, height float64) []Shape {
	rim, navy := ink(), lookOf(0).color
	box := Rect{X: x, Y: y, W: k.width, H: height, Fill: white(), Stroke: &rim}
	switch k.form {
	case darkCard:
		box.Fill, box.Stroke = navy, &navy
	case tintedCard:
		box.Fill = tint()
	case barredCard:
		return []Shape{box, Rect{X: x, Y: y, W: cardBar, H: height, Fill: navy}}
	case roundCard:
		box.Radius = cardRound
	case ringedCard:
		box.Radius = cardRound
		return []Shape{box, inset(box, cardRing)}
	}
	return []Shape{box}
}

// inset is the outline of a rectangle some way inside it.
func inset(r Rect, by float64) Rect {
	return Rect{
		X: r.X + by, Y: r.Y + by, W: r.W - 2*by, H: r.H - 2*by,
		Fill: *r.Stroke, Stroke: r.Stroke, Pattern: Hollow, Radius: max(0, r.Radius-by),
	}
}
