package cli

import (
	"slices"

	"soknad/internal/i18n"
	"soknad/internal/pipeline"
)

// variantFlag is a flag that names a variant of the document.
type variantFlag struct{ pipeline.Variant }

// Set reads the name of a variant.
func (f *variantFlag) Set(s string) error {
	i := slices.Index(pipeline.Variants(), s)
	if i < 0 {
		return i18n.Errorf("it can be full or public")
	}
	f.Variant = pipeline.Variant(i)
	return nil
}

// Type names the flag's value in the help.
func (f *variantFlag) Type() string { return "variant" }
