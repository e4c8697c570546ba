package fonts

import _ "embed" // for the files below

// The TrueType files. They are shared by all who read them, and never written
// to.
var (
	//go:embed LibertinusSerif_400Regular.ttf
	serif []byte
	//go:embed LibertinusSerif_400Regular_Italic.ttf
	serifItalic []byte
	//go:embed LibertinusSerif_700Bold.ttf
	serifBold []byte
	//go:embed LibertinusSerif_700Bold_Italic.ttf
	serifBoldItalic []byte
	//go:embed SourceSans3_400Regular.ttf
	sans []byte
	//go:embed SourceSans3_400Regular_Italic.ttf
	sansItalic []byte
	//go:embed SourceSans3_700Bold.ttf
	sansBold []byte
	//go:embed SourceSans3_700Bold_Italic.ttf
	sansBoldItalic []byte
	//go:embed SourceCodePro_400Regular.ttf
	mono []byte
	//go:embed SourceCodePro_700Bold.ttf
	monoBold []byte
	//go:embed LiberationSans_400Regular.ttf
	liberation []byte
	//go:embed LiberationSans_400Regular_Italic.ttf
	liberationItalic []byte
	//go:embed LiberationSans_700Bold.ttf
	liberationBold []byte
	//go:embed LiberationSans_700Bold_Italic.ttf
	liberationBoldItalic []byte
)

// file returns the face's TrueType file.
func (f Face) file() []byte {
	switch f.Family {
	case Serif:
		return f.among(serif, serifItalic, serifBold, serifBoldItalic)
	case Sans:
		return f.among(sans, sansItalic, sansBold, sansBoldItalic)
	case Mono:
		return f.among(mono, mono, monoBold, monoBold)
	default:
		return f.among(liberation, liberationItalic, liberationBold, liberationBoldItalic)
	}
}

// among chooses the file of the face's weight and posture.
func (f Face) among(regular, italic, bold, boldItalic []byte) []byte {
	switch {
	case f.Bold && f.Italic:
		return boldItalic
	case f.Bold:
		return bold
	case f.Italic:
		return italic
	default:
		return regular
	}
}
