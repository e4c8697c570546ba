package i18n

import (
	"encoding/json"
	"maps"
	"testing"
)

// TestCatalogs holds that the catalogs are read as what they say in JSON.
func TestCatalogs(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		read map[string]Text
	}{"messages.json": {messagesJSON, messages()}, "words.json": {wordsJSON, words()}} {
		var want map[string]Text
		if err := json.Unmarshal([]byte(c.text), &want); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !maps.Equal(c.read, want) {
			t.Errorf("%s is read as something else than it says: write it as json.MarshalIndent does, two spaces deep", name)
			for key, text := range want {
				if c.read[key] != text {
					t.Errorf("%q is %+v, want %+v", key, c.read[key], text)
				}
			}
		}
	}
}
