package pdf

import (
	"encoding/binary"
	"math"

	"soknad/internal/render/pdf/object"
)

// outputIntent says which red, green and blue are meant (ISO 19005-2, 6.2.3).
func outputIntent() object.Dict {
	return object.Dict{
		"Type": object.Name("OutputIntent"), "S": object.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": object.String("sRGB IEC61966-2.1"),
		"Info":                      object.String("sRGB IEC61966-2.1"),
		"DestOutputProfile":         &object.Indirect{Value: &object.Stream{Dict: object.Dict{"N": 3}, Data: profile()}},
	}
}

// profile makes an ICC profile of version 2 of sRGB (IEC 61966-2-1; ICC.1:2001-04).
func profile() []byte {
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", description("sRGB")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.7141)},
		{"rTRC", curve()}, {"gTRC", curve()}, {"bTRC", curve()},
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	start := 128 + 4 + 12*len(tags)
	for _, t := range tags {
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(start+len(data)))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
		data = append(data, t.data...)
		data = append(data, make([]byte, -len(data)&3)...)
	}
	return append(append(header(start+len(data)), table...), data...)
}

// header makes the first 128 bytes of a profile of some size.
func header(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	copy(h[8:], "\x02\x10\x00\x00mntrRGB XYZ ")
	copy(h[24:], "\x07\xdc\x00\x01\x00\x01") // made on 1 January 2012
	copy(h[36:], "acsp")
	copy(h[68:], xyz(0.9642, 1, 0.8249)[8:])
	return h
}

func description(name string) []byte {
	d := append([]byte("desc\x00\x00\x00\x00"), 0, 0, 0, byte(len(name)+1))
	d = append(d, name+"\x00"...)
	return append(d, make([]byte, 4+4+2+1+67)...)
}

// xyz makes a tag of one colour, in numbers of 16 bits before and 16 bits
// after the point.
func xyz(x, y, z float64) []byte {
	tag := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range [...]float64{x, y, z} {
		tag = binary.BigEndian.AppendUint32(tag, uint32(math.Round(v*65536)))
	}
	return tag
}

// curve makes sRGB's transfer curve at 256 points.
func curve() []byte {
	tag := append([]byte("curv\x00\x00\x00\x00"), 0, 0, 1, 0)
	for i := range 256 {
		v := float64(i) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		tag = binary.BigEndian.AppendUint16(tag, uint16(math.Round(v*65535)))
	}
	return tag
}
