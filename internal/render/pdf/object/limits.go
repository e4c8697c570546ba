package object

import (
	"errors"
	"fmt"
)

// What a file may ask of Read. A file that asks for more is refused, because
// it is more likely made to exhaust the reader than to be read.
const (
	maxDecoded = 64 << 20
	maxImages  = 1 << 30 // what its images unpack to, which is not kept
	maxObjects = 1_000_000
	maxValues  = 2_000_000
	maxNesting = 100
)

// excess is the error of a file that asks for too much. No other way of
// reading the file is then tried.
type excess string

func (e excess) Error() string { return string(e) }

func excessive(err error) bool {
	var e excess
	return errors.As(err, &e)
}

// A budget is what a file may still ask for.
type budget struct {
	decoded, images, objects, values, scanned int
}

// newBudget gives a file of some size its budget. Objects of a sound file do
// not overlap, so that all of them together are no longer than the file; some
// slack is for the damaged ones.
func newBudget(size int) *budget {
	return &budget{decoded: maxDecoded, images: maxImages, objects: maxObjects, values: maxValues, scanned: 4*size + 1<<20}
}

func (b *budget) decode(n int) error {
	if b.decoded -= n; b.decoded < 0 {
		return excess(fmt.Sprintf("the file holds more than %d MiB when decoded", maxDecoded>>20))
	}
	return nil
}

func (b *budget) image(n int) error {
	if b.images -= n; b.images < 0 {
		return excess(fmt.Sprintf("the images of the file hold more than %d MiB", maxImages>>20))
	}
	return nil
}

func (b *budget) entry() error {
	if b.objects--; b.objects < 0 {
		return excess(fmt.Sprintf("the file lists more than %d objects", maxObjects))
	}
	return nil
}

func (b *budget) value() error {
	if b.values--; b.values < 0 {
		return excess(fmt.Sprintf("the objects hold more than %d values", maxValues))
	}
	return nil
}

func (b *budget) scan(n int) error {
	if b.scanned -= n; b.scanned < 0 {
		return excess("the objects of the file overlap")
	}
	return nil
}
