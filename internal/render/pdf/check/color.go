package check

import (
	"encoding/binary"
	"slices"

	"soknad/internal/render/pdf/object"
)

// devices are colour spaces that mean nothing without a device (ISO 32000-1,
// 8.6.4).
type devices uint8

const (
	deviceGray devices = 1 << iota
	deviceRGB
	deviceCMYK
)

// A colorUse is a use of a device's colours on a page.
type colorUse struct {
	device devices
	page   int
}

// color takes down that something is painted in colours of devices.
func (r *run) color(used devices) {
	for _, one := range [...]devices{deviceGray, deviceRGB, deviceCMYK} {
		if used&one != 0 {
			r.colors[colorUse{one, r.at.page}] = true
		}
	}
}

// deepestSpace is how many colour spaces may be within one another.
const deepestSpace = 8

// space returns the devices that a colour space needs.
func (r *run) space(o object.Object) devices { return r.spaceWithin(o, 0) }

func (r *run) spaceWithin(o object.Object, depth int) devices {
	if depth > deepestSpace {
		return 0
	}
	list := object.ArrayOf(o)
	if len(list) == 0 {
		return r.named(object.NameOf(o), depth)
	}
	inner := operands(list)
	switch name := inner.name(0); name {
	case "Indexed", "I", "Pattern":
		return r.spaceWithin(inner.at(1), depth+1)
	case "Separation", "DeviceN":
		return r.spaceWithin(inner.at(2), depth+1)
	default:
		if len(list) == 1 {
			return r.named(name, depth+1)
		}
	}
	return 0
}

// named returns the devices that a named colour space needs: none when the
// resources say what the device's colours are (ISO 32000-1, 8.6.5.6).
func (r *run) named(name object.Name, depth int) devices {
	device, instead := devices(0), object.Name("")
	switch name {
	case "DeviceGray", "G":
		device, instead = deviceGray, "DefaultGray"
	case "DeviceRGB", "RGB":
		device, instead = deviceRGB, "DefaultRGB"
	case "DeviceCMYK", "CMYK":
		device, instead = deviceCMYK, "DefaultCMYK"
	case "":
		return 0
	default:
		return r.spaceWithin(r.resource("ColorSpace", name), depth+1)
	}
	if exists(r.resource("ColorSpace", instead)) {
		return 0
	}
	return device
}

// intents lists the output intents that are PDF/A's.
func (d *document) intents() []object.Dict {
	var all []object.Dict
	for _, o := range object.ArrayOf(d.catalog["OutputIntents"]) {
		if dict := object.DictOf(o); object.NameOf(dict["S"]) == "GTS_PDFA1" {
			all = append(all, dict)
		}
	}
	return all
}

// intended returns the colour space of the profile that PDF/A's output intent
// names, such as "RGB ", or "". It is not sound when the profile makes no sense
// and could be one of any colours.
func (d *document) intended() (space string, sound bool) {
	for _, intent := range d.intents() {
		to := intent["DestOutputProfile"]
		if !exists(to) {
			continue
		}
		s := object.StreamOf(to)
		if invalidProfile(s) != "" {
			return "", false
		}
		return string(s.Data[16:20]), true
	}
	return "", true
}

// profileHeader is how long the header of an ICC profile is (ICC.1:2001-04, 6.1).
const profileHeader = 128

// profileIsValid is PDF/A 6.2.3-1: the output profile is one of a printer or a
// monitor, in gray, RGB or CMYK, of a version before 5.
func profileIsValid(d *document, say report) {
	for _, o := range object.ArrayOf(d.catalog["OutputIntents"]) {
		to := object.DictOf(o)["DestOutputProfile"]
		if !exists(to) {
			continue
		}
		if why := invalidProfile(object.StreamOf(to)); why != "" {
			say(place{object: number(to)}, "The colour profile of the output intent %s.", why)
		}
	}
}

// invalidProfile says what is wrong with a profile, or "".
func invalidProfile(s *object.Stream) string {
	if s == nil {
		return "is no stream"
	}
	data := s.Data
	if len(data) < profileHeader || string(data[36:40]) != "acsp" || int(binary.BigEndian.Uint32(data)) != len(data) {
		return "is no ICC profile or is damaged"
	}
	if class := string(data[12:16]); class != "prtr" && class != "mntr" {
		return "is neither that of a printer nor that of a monitor"
	}
	components := map[string]int{"GRAY": 1, "RGB ": 3, "CMYK": 4}[string(data[16:20])]
	if components == 0 {
		return "is of colours other than gray, RGB and CMYK"
	}
	if n, _ := object.IntOf(s.Dict["N"]); n != components {
		return "has another number of colours than its N says"
	}
	if data[8] >= 5 {
		return "is of a version that PDF 1.7 does not know"
	}
	return ""
}

// profilesAgree is PDF/A 6.2.3-2: all output intents have the same profile.
func profilesAgree(d *document, say report) {
	var first *object.Stream
	for _, o := range object.ArrayOf(d.catalog["OutputIntents"]) {
		s := object.StreamOf(object.DictOf(o)["DestOutputProfile"])
		if first != nil && s != nil && s != first {
			say(d.root(), "The output intents name different colour profiles.")
		}
		if first == nil {
			first = s
		}
	}
}

// colorsAreIntended is PDF/A 6.2.4.3-2, -3 and -4: the colours of a device are
// used only when the output intent says how they look.
func colorsAreIntended(device devices, name string, intents ...string) func(*document, report) {
	return func(d *document, say report) {
		if intended, sound := d.intended(); !sound || slices.Contains(intents, intended) {
			return
		}
		for use := range d.colors {
			if use.device == device {
				say(place{page: use.page}, "Page %d is painted in %s, and no output intent says how that looks.", use.page, name)
			}
		}
	}
}
