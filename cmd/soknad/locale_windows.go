package main

import "golang.org/x/sys/windows"

// locale returns the language that somebody has chosen for Windows, such as
// nb-NO: there it stands in no environment variable.
func locale() string {
	chosen, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(chosen) == 0 {
		return "" // The program then speaks English, as it does wherever it is not told.
	}
	return chosen[0]
}
