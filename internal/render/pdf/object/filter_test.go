package object_test

import (
	"bytes"
	"compress/lzw"
	"fmt"
	"math/rand/v2"
	"testing"

	"soknad/internal/render/pdf/object"
)

// decoded reads a stream with a dictionary and returns it.
func decoded(t *testing.T, dict string, data []byte) *object.Stream {
	t.Helper()
	return object.StreamOf(catalog(whole(t, holding(dict, data)))["S"])
}

func TestFiltersAreTakenOff(t *testing.T) {
	for name, c := range map[string]struct {
		dict string
		data []byte
		want string
	}{
		"none":           {"/Filter []", []byte("hei"), "hei"},
		"flate":          {"/Filter /FlateDecode", deflated([]byte("hei")), "hei"},
		"hexadecimal":    {"/Filter /ASCIIHexDecode", []byte("68 65\n69>"), "hei"},
		"odd digits":     {"/Filter /ASCIIHexDecode", []byte("68657>"), "hep"},
		"base 85":        {"/Filter /ASCII85Decode", []byte("<~87cUR\nDZ~>"), "Hello"},
		"base 85 zeroes": {"/Filter /ASCII85Decode", []byte("z~>"), "\x00\x00\x00\x00"},
		"two":            {"/Filter [/AHx /FlateDecode] /DecodeParms [null null]", fmt.Appendf(nil, "%x>", deflated([]byte("hei"))), "hei"},
		"lzw":            {"/Filter /LZWDecode", []byte("\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01"), "-----A---B"},
		"empty":          {"/Filter /FlateDecode", nil, ""},
	} {
		s := decoded(t, c.dict, c.data)
		if string(s.Data) != c.want || s.Dict["Filter"] != nil || s.Dict["DecodeParms"] != nil {
			t.Errorf("%s: the stream is %q with %v", name, s.Data, s.Dict)
		}
	}
}

// noise is text enough to fill the table of LZW more than once.
func noise(n int) []byte {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(r.IntN(7) * r.IntN(11))
	}
	return out
}

// TestLargeStreams holds that a large stream is decoded as a small one is, and
// that what comes before its damage is kept.
func TestLargeStreams(t *testing.T) {
	want := noise(400_000)
	packed := deflated(want)
	if len(packed) < 150_000 {
		t.Fatalf("%d bytes are not large", len(packed))
	}
	if s := decoded(t, "/Filter /FlateDecode", packed); !bytes.Equal(s.Data, want) {
		t.Errorf("%d bytes are decoded", len(s.Data))
	}
	f := read(t, holding("/Filter /FlateDecode", packed[:len(packed)/2]))
	if s := object.StreamOf(catalog(f)["S"]); !f.Repaired || len(s.Data) < 100_000 || !bytes.HasPrefix(want, s.Data) {
		t.Errorf("repaired %t, and %d bytes are kept", f.Repaired, len(s.Data))
	}
}

func TestLZWWithAndWithoutEarlyChange(t *testing.T) {
	want := noise(60_000)
	var late bytes.Buffer
	w := lzw.NewWriter(&late, lzw.MSB, 8)
	w.Write(want)
	w.Close()
	if s := decoded(t, "/Filter /LZWDecode /DecodeParms <</EarlyChange 0>>", late.Bytes()); !bytes.Equal(s.Data, want) {
		t.Errorf("without early change %d bytes are decoded", len(s.Data))
	}
	if s := decoded(t, "/Filter /LZWDecode", packedEarly(want)); !bytes.Equal(s.Data, want) {
		t.Errorf("with early change %d bytes are decoded", len(s.Data))
	}
}

// packedEarly encodes as Adobe's writers did: codes grow one entry early, and
// the table is cleared when it is full.
func packedEarly(data []byte) []byte {
	var out []byte
	bits, held := 0, 0
	put := func(code, width int) {
		for held, bits = held<<width|code, bits+width; bits >= 8; bits -= 8 {
			out = append(out, byte(held>>(bits-8)))
		}
		held &= 1<<bits - 1
	}
	table, width, prefix := map[string]int{}, 9, ""
	code := func(s string) int {
		if len(s) == 1 {
			return int(s[0])
		}
		return table[s]
	}
	put(256, width)
	for i := range data {
		longer := prefix + string(data[i:i+1])
		if _, ok := table[longer]; ok || len(longer) == 1 {
			prefix = longer
			continue
		}
		put(code(prefix), width)
		table[longer] = 258 + len(table)
		prefix = string(data[i : i+1])
		if next := 258 + len(table); next == 512 || next == 1024 || next == 2048 {
			width++
		}
		if len(table) == 4095-258 {
			put(256, width)
			table, width = map[string]int{}, 9
		}
	}
	put(code(prefix), width)
	put(257, width)
	put(0, 7)
	return out
}

func TestPredictorsAreUndone(t *testing.T) {
	for name, c := range map[string]struct {
		parameters string
		data, want string
	}{
		"png none":         {"/Predictor 10 /Columns 3", "\x00abc", "abc"},
		"png sub":          {"/Predictor 11 /Columns 3", "\x01\x01\x01\x01", "\x01\x02\x03"},
		"png up":           {"/Predictor 12 /Columns 2", "\x02\x05\x06\x02\x01\x01", "\x05\x06\x06\x07"},
		"png average":      {"/Predictor 13 /Columns 2", "\x03\x08\x08\x03\x01\x01", "\x08\x0c\x05\x09"},
		"png paeth":        {"/Predictor 14 /Columns 2", "\x02\x0a\x14\x04\x01\x01", "\x0a\x14\x0b\x15"},
		"png pixels":       {"/Predictor 15 /Columns 2 /Colors 3", "\x01\x01\x02\x03\x01\x01\x01", "\x01\x02\x03\x02\x03\x04"},
		"png cut short":    {"/Predictor 15 /Columns 4", "\x00abcd\x02\x01", "abcdb"},
		"tiff bytes":       {"/Predictor 2 /Columns 3 /Colors 1", "\x01\x01\x01\x05\xff\x01", "\x01\x02\x03\x05\x04\x05"},
		"tiff colours":     {"/Predictor 2 /Columns 2 /Colors 2", "\x01\x10\x01\x01", "\x01\x10\x02\x11"},
		"tiff nibbles":     {"/Predictor 2 /Columns 4 /BitsPerComponent 4", "\x11\x1f", "\x12\x32"},
		"tiff sixteen":     {"/Predictor 2 /Columns 2 /BitsPerComponent 16", "\x00\xff\x00\x01", "\x00\xff\x01\x00"},
		"no predictor":     {"/Predictor 1 /Columns 0", "abc", "abc"},
		"tiff single bits": {"/Predictor 2 /Columns 8 /BitsPerComponent 1", "\xc1", "\x81"},
	} {
		s := decoded(t, "/Filter /FlateDecode /DecodeParms <<"+c.parameters+">>", deflated([]byte(c.data)))
		if string(s.Data) != c.want {
			t.Errorf("%s: %x, want %x", name, s.Data, c.want)
		}
	}
}

func TestFiltersOfImagesStayOn(t *testing.T) {
	s := decoded(t, "/Filter [/ASCIIHexDecode /CCITTFaxDecode] /DecodeParms [null <</K -1>>]", []byte("00 11>"))
	parameters := object.ArrayOf(s.Dict["DecodeParms"])
	if string(s.Data) != "\x00\x11" || fmt.Sprint(s.Dict["Filter"]) != "[CCITTFaxDecode]" || len(parameters) != 1 || object.DictOf(parameters[0])["K"] != -1 {
		t.Errorf("the stream is %q with %v", s.Data, s.Dict)
	}
	for _, name := range []string{"DCTDecode", "JPXDecode", "JBIG2Decode", "Crypt"} {
		if s := decoded(t, "/Filter /"+name, []byte("x")); string(s.Data) != "x" || s.Dict["Filter"] != object.Name(name) || s.Plain {
			t.Errorf("%s: the stream is %q with %v", name, s.Data, s.Dict)
		}
	}
}

func TestADamagedStreamIsAsLongAsItMakesSense(t *testing.T) {
	packed := deflated(noise(20_000))
	f := read(t, holding("/Filter /FlateDecode", packed[:len(packed)/2]))
	s := object.StreamOf(catalog(f)["S"])
	if !f.Repaired || len(s.Data) == 0 || !bytes.HasPrefix(noise(20_000), s.Data) {
		t.Errorf("repaired is %v, and %d bytes are left", f.Repaired, len(s.Data))
	}
	f = read(t, holding("/Filter /FlateDecode", []byte("no flate")))
	s = object.StreamOf(catalog(f)["S"])
	if !f.Repaired || string(s.Data) != "no flate" || s.Dict["Filter"] != object.Name("FlateDecode") {
		t.Errorf("repaired is %v, and the stream is %q with %v", f.Repaired, s.Data, s.Dict)
	}
}
