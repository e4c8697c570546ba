package cli

import (
	"testing"

	"soknad/internal/i18n"
)

// TestLanguage holds which language is spoken, by the environment and else by
// the machine.
func TestLanguage(t *testing.T) {
	tests := []struct {
		environment map[string]string
		machine     string
		want        i18n.Lang
	}{
		{map[string]string{"LANG": "nb_NO.UTF-8"}, "", i18n.NB},
		{map[string]string{"LANG": "no_NO"}, "", i18n.NB},
		{map[string]string{"LANG": "nn"}, "", i18n.NN},
		{map[string]string{"LC_ALL": "C", "LANG": "nb_NO.UTF-8"}, "", i18n.EN},
		{map[string]string{"LANG": "nn_NO"}, "nb-NO", i18n.NN},
		{nil, "nb-NO", i18n.NB},
		{nil, "nn-NO", i18n.NN},
		{nil, "sv-SE", i18n.EN},
		{nil, "", i18n.EN},
	}
	for _, tt := range tests {
		o := &options{world: World{Getenv: func(name string) string { return tt.environment[name] }, Locale: tt.machine}}
		if got := o.language(); got != tt.want {
			t.Errorf("%v and %q: %s, want %s", tt.environment, tt.machine, got, tt.want)
		}
	}
}
