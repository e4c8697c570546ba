package object

import (
	"errors"
	"fmt"
)

// A raster says how the bytes of a stream are rows of samples (ISO 32000-1,
// table 8).
type raster struct{ predictor, colours, bits, columns int }

// stride is the bytes of a row, step those of a pixel, at least one.
func (r raster) stride() int { return (r.colours*r.bits*r.columns + 7) / 8 }
func (r raster) step() int   { return (r.colours*r.bits + 7) / 8 }

func rasterOf(parameters Dict) (raster, error) {
	r := raster{predictor: 1, colours: 1, bits: 8, columns: 1}
	for key, field := range map[Name]*int{"Predictor": &r.predictor, "Colors": &r.colours, "BitsPerComponent": &r.bits, "Columns": &r.columns} {
		if n, ok := IntOf(parameters[key]); ok {
			*field = n
		}
	}
	if r.colours < 1 || r.colours > 64 || r.columns < 1 || r.columns > 1<<24 {
		return r, errors.New("a predictor has rows of no sensible width")
	}
	switch r.bits {
	case 1, 2, 4, 8, 16:
		return r, nil
	}
	return r, fmt.Errorf("a predictor has samples of %d bits", r.bits)
}

// unpredict undoes what a predictor did; data may be changed.
func unpredict(data []byte, parameters Dict) ([]byte, error) {
	r, err := rasterOf(parameters)
	switch {
	case r.predictor == 1:
		return data, nil
	case err != nil:
		return nil, err
	case r.predictor == 2:
		return untiff(data, r), nil
	case r.predictor >= 10 && r.predictor <= 15:
		return unpng(data, r)
	}
	return nil, fmt.Errorf("there is no predictor %d", r.predictor)
}

// unpng undoes the filters of PNG, which the first byte of each row names. A
// last row that is cut short is decoded as far as it goes.
func unpng(data []byte, r raster) ([]byte, error) {
	out := make([]byte, 0, len(data))
	above := make([]byte, min(r.stride(), len(data)))
	for len(data) > 1 {
		row := data[1:min(len(data), r.stride()+1)]
		if err := unfilter(data[0], row, above, r.step()); err != nil {
			return out, err
		}
		out = append(out, row...)
		data, above = data[1+len(row):], row
	}
	return out, nil
}

// unfilter undoes the filter of one row in place (PNG, clause 9).
func unfilter(kind byte, row, above []byte, step int) error {
	if kind > 4 {
		return fmt.Errorf("a row has the PNG filter %d, which there is not", kind)
	}
	for i := range row {
		var left, corner byte
		if i >= step {
			left, corner = row[i-step], above[i-step]
		}
		switch kind {
		case 1:
			row[i] += left
		case 2:
			row[i] += above[i]
		case 3:
			row[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			row[i] += paeth(left, above[i], corner)
		}
	}
	return nil
}

// paeth returns which of its neighbours a byte is likely most like.
func paeth(left, above, corner byte) byte {
	p := int(left) + int(above) - int(corner)
	toLeft, toAbove, toCorner := distance(p, left), distance(p, above), distance(p, corner)
	switch {
	case toLeft <= toAbove && toLeft <= toCorner:
		return left
	case toAbove <= toCorner:
		return above
	}
	return corner
}

func distance(p int, b byte) int {
	return max(p-int(b), int(b)-p)
}

// untiff adds to each sample the one to its left of the same colour, row by
// row (TIFF 6.0, section 14).
func untiff(data []byte, r raster) []byte {
	for rest := data; len(rest) > 0; {
		row := rest[:min(len(rest), r.stride())]
		addLeft(row, r)
		rest = rest[len(row):]
	}
	return data
}

func addLeft(row []byte, r raster) {
	samples := len(row) * 8 / r.bits
	for i := r.colours; i < samples; i++ {
		put(row, i, r.bits, get(row, i, r.bits)+get(row, i-r.colours, r.bits))
	}
}

// get returns a sample of a row.
func get(row []byte, i, bits int) int {
	if bits == 16 {
		return int(row[2*i])<<8 | int(row[2*i+1])
	}
	at := i * bits
	return int(row[at/8]) >> (8 - bits - at%8) & (1<<bits - 1)
}

// put sets a sample of a row; what does not fit in it is lost.
func put(row []byte, i, bits, v int) {
	if bits == 16 {
		row[2*i], row[2*i+1] = byte(v>>8), byte(v)
		return
	}
	at := i * bits
	shift, mask := 8-bits-at%8, 1<<bits-1
	row[at/8] = row[at/8]&^byte(mask<<shift) | byte(v&mask<<shift)
}
