package invent

import (
	"strings"
)

// words returns some words as an application has them.
func words(c *Chance, n int) string {
	some := make([]string, n)
	for i := range some {
		some[i] = pick(c, "Malmen", "på", "Ørtangen", "blåbær", "skal", "berekraft", "og", "verdikjede", "áššu", "2012", "mer–enn", "næring",
			"forskning", "«best»", "Nord", "i", "10 %", "samarbeid", "gåhttjat", "øre", "kompetanse", "the", "ijs", "a_b", "R&D", "F&U", "(utvinning)")
	}
	return strings.Join(some, " ")
}

// sectionIDs are ids of sections that calls ask for.
func sectionIDs() []string { return []string{"background", "summary", "potential", "goals"} }

// Nasty returns texts that mean something to a terminal, a runner of tests, a
// reader of YAML, Markdown or HTML, a spreadsheet, or a typesetter.
func Nasty() []string {
	return []string{
		"\x1b[31mrød\x1b[0m", "\x1b]8;;https://ond.example\x1b\\her\x1b]8;;\x1b\\", "\u202egnp.tob", "\u2066skjult\u2069", "a\u200bb", "\ufeff", "\u0085", "\u2028linje",
		"::error file=a.go,line=1::ond", "\n::set-output name=x::y", "##[error]ond", "%0A::warning::x",
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- skjult -->", "</td></table>", "&lt;b&gt;", "&#x202e;",
		"[klikk](javascript:alert(1))", "[fil](file:///etc/passwd)", "![x](../../../../etc/passwd)", "![x](images/finnes-ikke.png)", "<https://ond.example>",
		"[x]: javascript:x", "[^1]", "[^1]: note", "| a | b |\n|---|---|\n| `|` | x |", "```\n<b>", "~~~", "# Tittel", "Tittel\n===", "- [ ] x", "1) en", "***",
		"=1+1", "@SUM(A1)", "-cmd|' /C calc'!A0", "+4791234567", "\t=1", "＝1+1",
		"{{.Title}}", "{{range 10}}x{{end}}", "{{", "$(id)", "`id`", "${{ secrets.X }}",
		"*merke", "&anker tekst", "!!python/object x", "!%0A::error::x tekst", "<<: {a: 1}", "? [x]\n: 1", "%YAML 1.1", "--- >\n x", "...", "a: b: c", "a #b", "'", "\"", "]", "}", "|", ">-", "@", "`",
		"<<<<<<< HEAD", "=======", ">>>>>>> gren",
		"😀🏔️👩‍🔬", "e\u0301\u0301\u0301\u0301", "漢字", "مرحبا", "\U0010ffff", "\ufffd", "\x00", "\xff\xfe", "S\xf8r",
		"012", "1e3", "0x1F", "1_000", "1.5", "~", "null", "NO", "yes", "12:30", "2012-02-30", ".nan", "99999999999999999999", "-0",
		"../../etc/passwd", "/proc/self/environ", "CON", "nul.tar.gz", "a:b", "a.", strings.Repeat("x", 300), strings.Repeat("lang ", 400),
		strings.Repeat("> ", 70) + "dypt", strings.Repeat("- ", 70) + "dypt", strings.Repeat("*a _b ", 300), strings.Repeat("[", 90), strings.Repeat("|a", 90) + "\n" + strings.Repeat("|-", 90),
		"\u00ad", "\u00a0", " ", "\t", "\r", "", "a\r\nb",
	}
}
