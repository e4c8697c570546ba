package rules

import "soknad/internal/diag"

// The rules of this file are held before any other: YML by packages syntax and
// pipeline, SCH by package schema, ALW by package allow, PAG by package style,
// TPL by packages document and style. They stand here so that every finding has
// a page and stories, and can be chosen by its code like any other.
var (
	notYaml = &Rule{
		Code: "YML001", Name: "not-yaml", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a file cannot be read as YAML",
	}
	notUtf8 = &Rule{
		Code: "YML002", Name: "not-utf8", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a file is not UTF-8",
	}
	hiddenCharacter = &Rule{
		Code: "YML003", Name: "hidden-character", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a hidden character stands in a file",
	}
	duplicateKey = &Rule{
		Code: "YML004", Name: "duplicate-key", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a key is written twice",
	}
	anchor = &Rule{
		Code: "YML005", Name: "anchor", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "an anchor, an alias or a merge key is used",
	}
	tag = &Rule{
		Code: "YML006", Name: "tag", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a tag is used",
	}
	secondDocument = &Rule{
		Code: "YML007", Name: "second-document", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a second document begins in a file",
	}
	overLimit = &Rule{
		Code: "YML008", Name: "over-limit", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a file is too large or too deep",
	}
	textCutByComment = &Rule{
		Code: "YML009", Name: "text-cut-by-comment", Since: "0.1.0", Severity: diag.Warning, Needs: Read,
		Title: "a text is cut off by a comment",
	}
	writtenInTwoFiles = &Rule{
		Code: "YML010", Name: "written-in-two-files", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "the same thing is written in two files",
	}
	unreadableFile = &Rule{
		Code: "YML011", Name: "unreadable-file", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a file is there and cannot be read",
	}
	nameNotPortable = &Rule{
		Code: "YML012", Name: "name-not-portable", Since: "0.1.0", Severity: diag.Warning, Needs: Read,
		Title: "the name of a file is not the same on every machine",
	}
	unknownKey = &Rule{
		Code: "SCH001", Name: "unknown-key", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "there is no such key",
	}
	missingKey = &Rule{
		Code: "SCH002", Name: "missing-key", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a key that must be there is missing",
	}
	wrongKind = &Rule{
		Code: "SCH003", Name: "wrong-kind", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "another kind of value is wanted",
	}
	notAChoice = &Rule{
		Code: "SCH004", Name: "not-a-choice", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a value is not one of those to choose from",
	}
	wrongForm = &Rule{
		Code: "SCH005", Name: "wrong-form", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a value is written in another form",
	}
	outOfRange = &Rule{
		Code: "SCH006", Name: "out-of-range", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a number is too small or too large",
	}
	needsQuotes = &Rule{
		Code: "SCH007", Name: "needs-quotes", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a text must stand in quotes",
	}
	eitherOr = &Rule{
		Code: "SCH008", Name: "either-or", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "keys are given that do not go together",
	}
	emptyValue = &Rule{
		Code: "SCH009", Name: "empty-value", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a key has no value",
	}
	silenceMalformed = &Rule{
		Code: "ALW001", Name: "silence-malformed", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a silence is not written as it must be",
	}
	silenceWithoutReason = &Rule{
		Code: "ALW002", Name: "silence-without-reason", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "a silence gives no reason",
	}
	silenceExpired = &Rule{
		Code: "ALW003", Name: "silence-expired", Since: "0.1.0", Severity: diag.Warning, Needs: Read,
		Title: "a silence is past its day",
	}
	silenceUnused = &Rule{
		Code: "ALW004", Name: "silence-unused", Since: "0.1.0", Severity: diag.Warning, Needs: Read,
		Title: "a silence silences nothing",
	}
	templateNotFilled = &Rule{
		Code: "TPL001", Name: "template-not-filled", Since: "0.1.0", Severity: diag.Error, Needs: Assembled,
		Title: "a template cannot be filled",
	}
	templateBeyondLimit = &Rule{
		Code: "TPL005", Name: "template-beyond-limit", Since: "0.1.0", Severity: diag.Error, Needs: Assembled,
		Title: "a template goes beyond a limit",
	}
	faintLetters = &Rule{
		Code: "TPL003", Name: "faint-letters", Since: "0.1.0", Severity: diag.Warning, Needs: Read,
		Title: "the letters of a style are too faint",
	}
	crampedPage = &Rule{
		Code: "PAG004", Name: "cramped-page", Since: "0.1.0", Severity: diag.Error, Needs: Read,
		Title: "the pages of a style have no room for text",
	}
)
