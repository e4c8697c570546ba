package picture

import (
	"image"
	"image/color"
)

// maxWeight is how much memory an image may take while it is read, in bytes.
const maxWeight = 6 * MaxPixels

// weight returns about how much memory an image takes while it is read.
func weight(data []byte, config image.Config, format string) int {
	n := config.Width * config.Height
	if format == "jpeg" {
		return int(float64(n) * perPixel(data))
	}
	switch config.ColorModel {
	case color.RGBA64Model, color.NRGBA64Model:
		return 8 * n
	case color.RGBAModel, color.NRGBAModel:
		return 4 * n
	case color.Gray16Model:
		return 2 * n
	default:
		return n
	}
}

// perPixel returns how many bytes the pixel of a JPEG takes: one for each number
// that is kept of it, and four more where it comes in ever finer passes (ITU-T
// T.81, B.2.2). What cannot be followed is taken to be as heavy as can be.
func perPixel(data []byte) float64 {
	const heaviest = 4 * 5 // four numbers, in passes
	for marker, segment := range segments(data) {
		switch marker {
		case baseline, extended:
			return numbers(segment[said:])
		case progressive:
			return 5 * numbers(segment[said:])
		case startOfScan:
			return heaviest
		}
	}
	return heaviest
}

// numbers returns how many numbers are kept of a pixel, by the head of a frame:
// of colours fewer than of light.
func numbers(frame []byte) float64 {
	const head, each = 6, 3
	finest, sum := 1, 0
	for at := head; at+each <= len(frame); at += each {
		kept := int(frame[at+1]>>4) * int(frame[at+1]&15)
		finest, sum = max(finest, kept), sum+kept
	}
	return float64(sum) / float64(finest)
}
