package fonts

import "encoding/binary"

// table returns a table of a TrueType file, nil when it has none.
func table(file []byte, tag string) []byte {
	for i := range u16(file, 4) {
		entry := file[12+16*i:]
		if string(entry[:4]) == tag {
			start := u32(entry, 8)
			return file[start : start+u32(entry, 12)]
		}
	}
	return nil
}

func u16(data []byte, at int) int { return int(binary.BigEndian.Uint16(data[at:])) }

func i16(data []byte, at int) int { return int(int16(binary.BigEndian.Uint16(data[at:]))) }

func u32(data []byte, at int) int { return int(binary.BigEndian.Uint32(data[at:])) }

func put16(data []byte, at, value int) { binary.BigEndian.PutUint16(data[at:], uint16(value)) }

// A named table is one that is written.
type named struct {
	tag  string
	data []byte
}

// fileOf writes tables, which are in the order of their tags, as a TrueType
// file. The sum of the whole stands in its head.
func fileOf(tables []named) []byte {
	file := directory(len(tables))
	head := 0
	for i, t := range tables {
		if t.tag == "head" {
			head = len(file)
		}
		entry := file[12+16*i:]
		copy(entry, t.tag)
		binary.BigEndian.PutUint32(entry[4:], checksum(t.data))
		binary.BigEndian.PutUint32(entry[8:], uint32(len(file)))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(t.data)))
		file = append(file, t.data...)
		file = append(file, make([]byte, -len(file)&3)...)
	}
	binary.BigEndian.PutUint32(file[head+8:], wholeSum-checksum(file))
	return file
}

// wholeSum is what the sum of a file comes to with the adjustment in its head.
const wholeSum = 0xb1b0afba

// directory makes the beginning of a file, with room for the entries of its
// tables. The numbers after that of the tables are for a binary search.
func directory(tables int) []byte {
	file := make([]byte, 12+16*tables)
	exponent := 0
	for 2<<exponent <= tables {
		exponent++
	}
	put16(file, 0, 1) // version 1.0
	put16(file, 4, tables)
	put16(file, 6, 16<<exponent)
	put16(file, 8, exponent)
	put16(file, 10, 16*tables-16<<exponent)
	return file
}

// checksum adds up data as numbers of four bytes, the last filled with zeros.
func checksum(data []byte) uint32 {
	sum := uint32(0)
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}
