package syntax_test

import (
	"fmt"
	"strings"
	"testing"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// findings writes findings as "line:column-end CODE message", one a line.
func findings(list diag.List) string {
	list.Sort()
	var lines []string
	for _, d := range list {
		first, last := d.Span.First(), d.Span.Last()
		end := last.String()
		if first.Line == last.Line {
			end = fmt.Sprint(last.Column)
		}
		lines = append(lines, fmt.Sprintf("%s-%s %s %s", first, end, d.Code, d.Message.In(i18n.EN)))
	}
	return strings.Join(lines, "\n")
}

func parse(text string) (*syntax.Node, diag.List) {
	return syntax.Parse(source.NewFile("a.yaml", []byte(text)))
}

// TestMistakes holds where each mistake in the YAML itself is found, for the
// mistakes whose place the library gets wrong or does not give at all.
func TestMistakes(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a colon in text on the first line", "tittel: Kurs: del 2\n",
			"1:13-14 YML001 a colon with a space after it cannot stand in text without quotes"},
		{"a colon at the end of a text", "a: 1\ntitle: Vi spør:\n",
			"2:15-16 YML001 a colon with a space after it cannot stand in text without quotes"},
		{"an open bracket", "a: 1\nb: [x, y\nc: 2\nd: 3\n",
			"2:4-5 YML001 the bracket that opens here is never closed"},
		{"a bracket closed by the other kind", "a: {x: 1, y: 2]\nb: 1\n",
			"1:15-16 YML001 this bracket closes nothing"},
		{"an open quote", "a: 1\nb: \"abc\nc: 2\nd: 3\n",
			"2:4-5 YML001 the quote that opens here is never closed"},
		{"an open single quote", "a: 1\nb: 'Berg og sånn\nc: 2\n",
			"2:4-5 YML001 the quote that opens here is never closed"},
		{"text after a quote", "t: \"Berg\" og stein\n",
			"1:11-19 YML001 there is text after the closing quote"},
		{"a line too little indented", "a:\n  b: 1\n  c: 2\n d: 3\ne: 4\n",
			"4:2-6 YML001 this line does not fit under the lines above"},
		{"a key below a list entry that is text", "list:\n- x\n    key: 1\nb: 2\n",
			"3:5-11 YML001 this line does not fit under the lines above"},
		{"a key inside text that goes on", "text: Vi trenger\n  dette: ja\nb: 1\n",
			"2:3-12 YML001 this line does not fit under the lines above"},
		{"a tab", "a: 1\nb:\n\tc: 2\nd: 3\n", "3:1-2 YML001 a tab cannot indent"},
		{"a tab on the first line", "\ta: 1\n", "1:1-2 YML001 a tab cannot indent"},
		{"a hyphen after an amount in braces", "a: {b: 100 000,- , c: 1}\nd: 1\n", "1:8-17 YML001 an amount has digits only"},
		{"no colon", "a: 1\ntitle Min\nb: 2\n", "2:1-6 YML001 there is no colon after the key \"title\""},
		{"no space after the colon", "a: 1\ntitle:Min\nb: 2\n", "2:6-7 YML001 there must be a space after the colon"},
		{"an unknown alias", "b: *x\n", "1:4-6 YML001 a text cannot begin with *"},
		{"emphasis at the start", "t: *viktig* tekst\n", "1:4-18 YML001 a text cannot begin with *"},
		{"an at sign", "t: @berg\n", "1:4-9 YML001 a text cannot begin with @"},
		{"text on the line of a block", "t: | tekst\n  mer\n", "1:4-11 YML001 after | the text must begin on the next line"},
		{"an unmerged conflict", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\nc: 4\n",
			"2:1-13 YML001 two versions of the file have not been merged here"},
		{"a conflict without an end", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n",
			"2:1-13 YML001 two versions of the file have not been merged here"},
		{"a key without a word", "a: 1\n: 2\n", "2:1-4 YML001 this line does not fit under the lines above"},
		{"the first key indented", " a: 1\nb: 2\n", "1:1-2 YML001 this key is indented, and those below it are not"},
		{"a list below the first key indented", " a:\n   - x\nb: 2\n", "1:1-2 YML001 this key is indented, and those below it are not"},
		{"no space after the hyphen", "a:\n  -id: x\n   title: y\nb: 2\n", "2:3-4 YML001 there must be a space after the hyphen"},
		{"no space after the hyphen of a later entry", "a:\n  - id: x\n    title: y\n  -id: z\n    title: y\n",
			"4:3-4 YML001 there must be a space after the hyphen"},
		{"no space after a hyphen at the margin", "a:\n-id: x\n  title: y\n", "2:1-2 YML001 there must be a space after the hyphen"},
		{"no space before a brace", "a:\n  -{id: x}\n", "2:3-4 YML001 there must be a space after the hyphen"},
		{"a hyphen in a text that goes on", "a: |\n  -id: x\n\n  -id: y\n b: 1\n", "5:2-6 YML001 this line does not fit under the lines above"},
		{"no-break spaces before a key", "a:\n  b: 1\n\u00a0 c: 2\n  d: 3\n", "3:1-3 YML001 a no-break space cannot indent"},
		{"no-break spaces before the first key", "a:\n  \u00a0b:\n    c: 2\n   d: 3\n", "2:3-4 YML001 a no-break space cannot indent"},
		{"a no-break space after a hyphen", "a:\n  -\u00a0b: 1\n    c: 2\nd: 3\n", "2:4-5 YML001 a no-break space cannot indent"},
		{"no-break spaces in a text", "a: |\n  x\n  \u00a0 b: 2\n", ""},
		{"a backslash", "a: \"C:\\Vi\"\nb: 2\n", "1:7-9 YML001 \\V means nothing between double quotes"},
		{"a backslash in braces", "a: {b: \"\\t\", c: \"\\xg\"}\n", "1:18-20 YML001 \\x means nothing between double quotes"},
		{"a backslash further down", "a:\n  b: \"x\n    \\q\"\nc: 2\n", "3:5-7 YML001 \\q means nothing between double quotes"},
		{"a backslash at the end", "a: \"x\\", "1:6-7 YML001 \\ means nothing between double quotes"},
		{"text after the end", "a: 1\n...\nb: 2\n", "2:1-4 YML007 the description ends here; everything after it would be left out"},
		{"text beside the end", "a: 1\n... b\n", "2:1-6 YML007 the description ends here; everything after it would be left out"},
		{"an end", "a: 1\n...\n# b\n", ""},
		{"an end and a second document", "a: 1\n...\n---\nb: 2\n",
			"3:1-4 YML007 a second document begins here; everything after it would be left out"},
		{"an end in a text", "a: |\n  x\n  ...\n  y\n", ""},
		{"a list as a key", "? [a]\n: 2\n", "1:3-6 YML001 a key must be a word"},
		{"two mistakes", "list:\n  - id: a\n    title: x: y\n  - id: b\n    title: ok\n  - id: c\n    t: [a\nother: 1\n",
			"3:13-14 YML001 a colon with a space after it cannot stand in text without quotes\n" +
				"7:8-9 YML001 the bracket that opens here is never closed"},

		{"a mistake below a quoted text of many lines", "a: \"x\n" + strings.Repeat("  y\n", 9) + "  z\"\nb: c: d\ne: 1\n",
			"12:5-6 YML001 a colon with a space after it cannot stand in text without quotes"},
		{"an alias", "a: &x 1\nb: *x\n",
			"1:4-6 YML005 the anchor &x is not allowed here\n2:4-6 YML005 the alias *x is not allowed here"},
		{"a merge key", "<<: {a: 2}\nc: 3\n", "1:1-3 YML005 the merge key << is not allowed here"},
		{"a tag", "b: !viktig tekst\n", "1:4-11 YML006 the tag !viktig is not allowed here"},
		{"a second document", "a: 1\n---\nb: 2\n",
			"2:1-4 YML007 a second document begins here; everything after it would be left out"},
		{"a number sign that cuts a text", "c: Vei 1 #2\n", "1:10-12 YML009 #2 is read as a comment and left out of the text"},
		{"a comment", "c: Vei 1 # to\nd: 1 #3\n", ""},
		{"a key twice", "id: a\ntitle: b\nid: c\n", "3:1-3 YML004 the key \"id\" is written twice"},
		{"a key twice in two Unicode forms", "å: 1\na\u030a: 2\n", "2:1-3 YML004 the key \"a\u030a\" is written twice"},

		{"Windows-1252", "a: 1\nb: 2\nnavn: S\xf8r og \xe5s\n", "3:8-9 YML002 the byte 0xF8 is not UTF-8"},
		{"UTF-16", "\xff\xfea\x00:\x00", "1:1-3 YML002 the file is UTF-16, not UTF-8"},
		{"UTF-16 without a mark", "a\x00:\x00 \x001\x00", "1:1-3 YML002 the file is UTF-16, not UTF-8"},
		{"a line separator", "a: x\u2028b: 2\nc: 3\n", "1:5-6 YML003 there is a hidden character here: line separator (U+2028)"},
		{"an escape character", "a: x\x1b[31m\n", "1:5-6 YML003 there is a hidden character here: escape (U+001B)"},
		{"a lone carriage return", "a: x\rb: 2\n", "1:5-6 YML003 there is a hidden character here: carriage return (U+000D)"},
		{"an escape character as an escape", "a: \"x\\e[31m\"\n", "1:6-8 YML003 there is a hidden character here: escape (U+001B)"},
		{"a carriage return as an escape", "a: \"x\\ry\"\n", "1:4-10 YML003 there is a hidden character here: carriage return (U+000D)"},
		{"text that runs backwards as an escape", "\"a\\u202e\": x\n", "1:3-9 YML003 there is a hidden character here: right-to-left override (U+202E)"},
		{"text that runs backwards", "a: \u202etekst\n", "1:4-5 YML003 there is a hidden character here: right-to-left override (U+202E)"},
		{"a byte order mark inside", "a: 1\n\ufeffb: 2\n", "2:1-2 YML003 there is a hidden character here: byte order mark (U+FEFF)"},
		{"a control character without a name", "a: x\x01\n", "1:5-6 YML003 there is a hidden character here: U+0001"},
		{"carriage returns for line ends", "a: x\rb: 2\rc: 3\r", "1:5-6 YML003 there is a hidden character here: carriage return (U+000D)"},
		{"next lines for line ends", "a: x\u0085b: 2\u0085", "1:5-6 YML003 there is a hidden character here: next line (U+0085)"},
		{"letters that nobody sees", "a: x\U000e0041\u061cy\n", "1:5-6 YML003 there is a hidden character here: U+E0041\n1:6-7 YML003 there is a hidden character here: Arabic letter mark (U+061C)"},
		{"a space without width in a word", "a: x\u200by\n", "1:5-6 YML003 there is a hidden character here: zero width space (U+200B)"},
		{"a soft hyphen in a word", "a\u00adb: 1\u00ad2\n",
			"1:2-3 YML003 there is a hidden character here: soft hyphen (U+00AD)\n" +
				"1:7-8 YML003 there is a hidden character here: soft hyphen (U+00AD)"},
		{"a soft hyphen in prose", "a: Mineral\u00adklyngen vår\n", ""},
		{"nothing", "", ""},
		{"only comments", "# hei\n\n# hopp\n", ""},
		{"Windows line ends and a byte order mark", "\xef\xbb\xbfa: 1\r\nå: [\r\n", "2:4-5 YML001 the bracket that opens here is never closed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := parse(tt.text)
			if got := findings(list); got != tt.want {
				t.Errorf("%q gives\n%s\nwant\n%s", tt.text, got, tt.want)
			}
		})
	}
}

// TestHiddenInWord holds that a word is read without what is hidden in it, so
// that the same mistake is not told again.
func TestHiddenInWord(t *testing.T) {
	root, _ := parse("id: ab\u200bc\nye\u00adar: 20\u00ad12\nday: 2012-\ufeff06-30\ntext: 'a\u200bb'\n")
	for key, want := range map[string]string{"id": "abc", "year": "2012", "day": "2012-06-30", "text": "a   b"} {
		if n := root.Lookup(key); n == nil || n.Value != want {
			t.Errorf("%s: %v is not %q", key, n, want)
		}
	}
	if kind := root.Lookup("year").Kind; kind != syntax.Int {
		t.Errorf("the year is a %v", kind)
	}
}

// TestWhatIsLeft holds that a mistake costs no more than the entry it stands
// in, and that what lost a part knows it.
func TestWhatIsLeft(t *testing.T) {
	root, list := parse("list:\n  - id: a\n    title: x: y\n    more: 1\n  - id: b\nother: 1\n")
	if len(list) != 1 {
		t.Fatalf("%d findings", len(list))
	}
	items := root.Lookup("list").Items
	if len(items) != 2 || items[0].Lookup("id").Value != "a" || items[1].Lookup("id").Value != "b" {
		t.Fatalf("the list is %v", items)
	}
	if root.Truncated || root.Lookup("list").Truncated || !items[0].Truncated || items[1].Truncated {
		t.Error("the first entry lost a part, and nothing else did")
	}
	if items[0].Lookup("more") == nil {
		t.Error("the line after the mistake is lost")
	}
	if root.Lookup("other").Value != "1" {
		t.Error("the key after the list is lost")
	}
}

func TestLimits(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a file too long", strings.Repeat("# fyll\n", syntax.MaxFileSize/7+1), "YML008"},
		{"lists too deep", "a: " + strings.Repeat("[", 70) + strings.Repeat("]", 70) + "\n", "YML008"},
		{"too many values", "a: [" + strings.Repeat("1,", 100_001) + "1]\n", "YML008"},
		{"so deep that the library gives up", "a: " + strings.Repeat("[", 20_000) + "\n", "YML001"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := parse(tt.text)
			if len(list) != 1 || string(list[0].Code) != tt.want {
				t.Errorf("the findings are\n%s", findings(list))
			}
		})
	}
}

// TestManyMistakes holds that a file full of mistakes is given up on.
func TestManyMistakes(t *testing.T) {
	_, list := parse(strings.Repeat("a: b: c\n", 100))
	if len(list) > 25 {
		t.Errorf("%d findings", len(list))
	}
}
