package preview_test

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/preview"
	"soknad/internal/source"
	"soknad/internal/status"
	"soknad/templates"
)

const host = "127.0.0.1:8422"

// application is a description with a name that is hostile, a slip, a section
// with a link that leads nowhere, and one participant without a number.
func application() fstest.MapFS {
	return fstest.MapFS{
		"application.yaml": {Data: []byte(`application:
  title: "Klynge <script>alert(1)</script>"
  call: arena-2012
  language: nb
  period: {start: 2012-09-01, months: 36}
focus_areas:
  - {id: sortering, title: Sortering som tar vare på steinen, priority: 1}
activities:
  - {id: prove, title: Prøvesortering i to brudd, focus_area: sortring, start: 2012-09-01, end: 2013-06-30}
participants:
  - {id: berg, name: "Berg <img src=x onerror=alert(1)> AS", kind: core-company, org_number: "123456789", interest: Stein}
`)},
		"sections/background.md":    {Data: []byte("Det begynte i bruddet.\n\nSe [kartet](javascript:alert(1)) og <b onclick=x>det</b>.\n\nSlik er det.\n")},
		"participants/<i>x</i>.yml": {Data: []byte("risks: \"ingen <script>\"\n")},
	}
}

// stateOf is the state of an application.
func stateOf(t *testing.T, files fstest.MapFS) preview.State {
	t.Helper()
	r, err := pipeline.Check(pipeline.Job{Files: files, Packs: templates.FS()})
	if err != nil {
		t.Fatal(err)
	}
	return preview.State{
		Home:     r.Call.Home,
		Document: r.Document, Extents: r.Extents(), Project: r.Project, Findings: r.Findings, Sources: r.Sources(),
		Status: status.Of(status.Input{Project: r.Project, Call: r.Call, Findings: r.Findings, Extents: r.Extents()}),
	}
}

func siteOf(t *testing.T, s preview.State) *preview.Site {
	t.Helper()
	site, err := preview.New(preview.Options{
		Lang: i18n.EN, Hosts: []string{host, "localhost:8422"},
		Editor: func(file string, at source.Position) string { return "vscode://file/a/" + file + ":" + at.String() },
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := site.Show(s); err != nil {
		t.Fatal(err)
	}
	return site
}

func ask(site *preview.Site, method, host, path string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, nil)
	r.Host = host
	w := httptest.NewRecorder()
	site.ServeHTTP(w, r)
	return w
}

func page(t *testing.T, site *preview.Site, path string) string {
	t.Helper()
	w := ask(site, "GET", host, path)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: status %d: %s", path, w.Code, w.Body)
	}
	return w.Body.String()
}

// TestAnswers holds what is served, and that every answer, a refusal too, tells
// the browser what it may load.
func TestAnswers(t *testing.T) {
	site := siteOf(t, stateOf(t, application()))
	for _, tt := range []struct {
		method, host, path string
		status             int
		kind               string
	}{
		{"GET", host, "/", 200, "text/html; charset=utf-8"},
		{"HEAD", "localhost:8422", "/", 200, "text/html; charset=utf-8"},
		{"GET", "LOCALHOST:8422", "/style.css", 200, "text/css; charset=utf-8"},
		{"GET", host, "/script.js", 200, "text/javascript; charset=utf-8"},
		{"GET", host, "/icon.svg", 200, "image/svg+xml"},
		{"GET", host, "/figures/gantt.svg?7", 200, "image/svg+xml"},
		{"GET", host, "/source/application.yaml", 200, "text/html; charset=utf-8"},
		{"HEAD", host, "/events", 200, "text/event-stream"},

		{"GET", "rebound.example", "/", 421, "text/plain; charset=utf-8"},
		{"GET", "rebound.example:8422", "/events", 421, "text/plain; charset=utf-8"},
		{"GET", "127.0.0.1", "/", 421, "text/plain; charset=utf-8"},
		{"GET", "127.0.0.1:8423", "/source/application.yaml", 421, "text/plain; charset=utf-8"},
		{"GET", "", "/", 421, "text/plain; charset=utf-8"},

		{"POST", host, "/", 405, "text/plain; charset=utf-8"},
		{"DELETE", host, "/source/application.yaml", 405, "text/plain; charset=utf-8"},
		{"OPTIONS", host, "/events", 405, "text/plain; charset=utf-8"},

		{"GET", host, "/figures/nowhere.svg", 404, "text/plain; charset=utf-8"},
		{"GET", host, "/application.yaml", 404, "text/plain; charset=utf-8"},
		{"GET", host, "/source/", 404, "text/plain; charset=utf-8"},
		{"GET", host, "/source/preview_test.go", 404, "text/plain; charset=utf-8"},
		{"GET", host, "/source/%2e%2e/%2e%2e/etc/passwd", 404, "text/plain; charset=utf-8"},
		{"GET", host, "/source//etc/passwd", 307, ""},
	} {
		w := ask(site, tt.method, tt.host, tt.path)
		if w.Code != tt.status || tt.kind != "" && w.Header().Get("Content-Type") != tt.kind {
			t.Errorf("%s %s of %q: status %d, %s", tt.method, tt.path, tt.host, w.Code, w.Header().Get("Content-Type"))
		}
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
				"base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
			"Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
		} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s %s of %q: %s is %q", tt.method, tt.path, tt.host, name, got)
			}
		}
	}
}

// TestTextStaysText holds that nothing that people wrote is anything but text
// on a page: there is one script, no style and no handler, whatever it says.
func TestTextStaysText(t *testing.T) {
	files := application()
	site := siteOf(t, stateOf(t, files))
	paths := []string{"/"}
	for name := range files {
		paths = append(paths, "/source/"+strings.NewReplacer("<", "%3C", ">", "%3E", "/i", "%2Fi").Replace(name))
	}
	for _, path := range paths {
		text := page(t, site, path)
		if n := len(regexp.MustCompile(`(?i)<script`).FindAllString(text, -1)); n != 1 {
			t.Errorf("%s has %d scripts", path, n)
		}
		if m := regexp.MustCompile(`(?i)<[a-z][^>]*\s(style|on[a-z]+)\s*=|<(img src=x|b|i|iframe|object|base|form|style)\b[^>]*>|(href|src)="(javascript|data)[^"]*"`).FindString(text); m != "" {
			t.Errorf("%s has %s", path, m)
		}
	}
	if text := page(t, site, "/"); !strings.Contains(text, "Klynge &lt;script&gt;alert(1)&lt;/script&gt;</h1>") {
		t.Error("the title does not read as it was written")
	}
}

// beside returns the findings that stand beside a text of the document: their
// places, in the row that begins with the text.
func beside(text, words string) []string {
	for _, row := range strings.Split(text, `<div class="row`)[1:] {
		_, html, _ := strings.Cut(row, `<div class="text">`)
		if !regexp.MustCompile(`^\s*<[^>]*>(<strong>)?` + regexp.QuoteMeta(words)).MatchString(html) {
			continue
		}
		var places []string
		for _, m := range regexp.MustCompile(`<p class="place"><a href="[^"]*">([^<]*)<`).FindAllStringSubmatch(html, -1) {
			places = append(places, m[1])
		}
		return places
	}
	return nil
}

// TestPlaceholdersAreNoPlaces holds that a finding about one placeholder does
// not stand beside another, but at the section that its part is made into.
func TestPlaceholdersAreNoPlaces(t *testing.T) {
	files := application()
	files["application.yaml"].Data = []byte(strings.NewReplacer(`"Klynge <script>alert(1)</script>"`, `"[…]"`, "Prøvesortering i to brudd", `"[…]"`).
		Replace(string(files["application.yaml"].Data)))
	text := page(t, siteOf(t, stateOf(t, files)), "/")
	if !strings.Contains(text, "[…]</h1>") {
		t.Fatal("the title is no placeholder")
	}
	for _, at := range beside(text, "[…]") {
		if strings.HasPrefix(at, "application.yaml:9:") {
			t.Errorf("beside the title stands a finding about an activity: %s", at)
		}
	}
	heading := regexp.MustCompile(`[0-9]+ Aktiviteter og handlingsplan`).FindString(text)
	if found := beside(text, heading); !slices.Contains(found, "application.yaml:9:25") {
		t.Errorf("beside %q stand %q", heading, found)
	}
}

// TestFindingsStandBesideTheText holds that a finding is beside the text that
// it is about: the paragraph of a section's text, the heading of an activity,
// or where the document names a participant.
func TestFindingsStandBesideTheText(t *testing.T) {
	state := stateOf(t, application())
	text := page(t, siteOf(t, state), "/")
	for words, place := range map[string]string{
		"Se kartet":                                  "sections/background.md:3:",
		"A1 Prøvesortering i to brudd":               "application.yaml:9:",
		"Berg &lt;img src=x onerror=alert(1)&gt; AS": "application.yaml:11:",
	} {
		found := beside(text, words)
		if !slices.ContainsFunc(found, func(s string) bool { return strings.HasPrefix(s, place) }) {
			t.Errorf("beside %q stand %q, and nothing of %s", words, found, place)
		}
	}
	if n := strings.Count(text, `<p class="place">`); n != len(state.Findings) {
		t.Errorf("the page has %d findings, the application %d", n, len(state.Findings))
	}
	for _, words := range []string{"Slik er det.", "Det begynte i bruddet."} {
		if found := beside(text, words); len(found) > 0 {
			t.Errorf("beside %q, which is right, stand %q", words, found)
		}
	}
}

// TestLinksOfAFinding holds that a finding leads to its line, here and in an
// editor, and that the line is there with the finding below it.
func TestLinksOfAFinding(t *testing.T) {
	site := siteOf(t, stateOf(t, application()))
	text := page(t, site, "/")
	for _, want := range []string{
		`<a href="/source/sections/background.md#line:3">sections/background.md:3:4</a>`,
		`href="vscode://file/a/sections/background.md:3:4"`,
		`<a href="/source/participants/%3Ci%3Ex%3C/i%3E.yml#line:1">participants/&lt;i&gt;x&lt;/i&gt;.yml:1:8</a>`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not hold %s", want)
		}
	}
	file := page(t, site, "/source/sections/background.md")
	if !regexp.MustCompile(`(?s)<li id="line:3" class="found"><code>Se \[kartet\][^<]*</code>\s*<ul class="findings">.*sections/background.md:3:4`).MatchString(file) {
		t.Error("the file does not show the line with its finding")
	}
}

// TestHiddenCharactersAreShown holds that a file cannot look otherwise than it
// is.
func TestHiddenCharactersAreShown(t *testing.T) {
	files := application()
	files["sections/summary.md"] = &fstest.MapFile{Data: []byte("snu \u202etxet\n")}
	if text := page(t, siteOf(t, stateOf(t, files)), "/source/sections/summary.md"); !strings.Contains(text, "snu &lt;U&#43;202E&gt;txet") {
		t.Error("a character that turns the text is not shown")
	}
}

// TestPages holds that contents and status say which pages the sections take.
func TestPages(t *testing.T) {
	state := stateOf(t, application())
	if text := page(t, siteOf(t, state), "/"); !regexp.MustCompile(`<li><a href="#1-[^"]*" lang="nb">1 [^<]*</a> <span class="quiet">page \d+</span>`).MatchString(text) {
		t.Error("the contents do not say the page of the first section")
	}
	state.Extents = nil
	if text := page(t, siteOf(t, state), "/"); !strings.Contains(text, "The pages are being counted.") {
		t.Error("nothing says that the pages are not known yet")
	}
}

// TestNews holds what a page says first in each state, and that it shows the
// document that there is.
func TestNews(t *testing.T) {
	sound := stateOf(t, application())
	old, partial, failed, none := sound, sound, sound, preview.State{Project: sound.Project, Findings: sound.Findings}
	old.Old, partial.Partial, failed.Failed = true, true, i18n.Msg("%s", "no such folder")
	for words, state := range map[string]preview.State{
		`role="status">The document is as the files are: `:                                                           sound,
		`role="status" class="broken">The files cannot be read as they stand now (`:                                  old,
		`The document below lacks what cannot be read.`:                                                              partial,
		`role="status" class="broken">The folder cannot be read (no such folder). What stands below is from before.`: failed,
		`role="status" class="broken">There is no document yet: `:                                                    none,
	} {
		text := page(t, siteOf(t, state), "/")
		if !strings.Contains(text, words) {
			t.Errorf("the page does not say %q", words)
		}
		if shown := strings.Contains(text, "Det begynte i bruddet."); shown != (state.Document != nil) {
			t.Errorf("%q: the document is shown: %t", words, shown)
		}
	}
}

// TestEvents holds that whoever listens is told the version that is shown, and
// another one when something looks otherwise, but not the same again.
func TestEvents(t *testing.T) {
	state := stateOf(t, application())
	site := siteOf(t, state)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Host = host
		site.ServeHTTP(w, r)
	}))
	defer server.Close()
	answer, err := http.Get(server.URL + "/events")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	versions := make(chan string)
	go func() {
		for s := bufio.NewScanner(answer.Body); s.Scan(); {
			if v, ok := strings.CutPrefix(s.Text(), "data: "); ok {
				versions <- v
			}
		}
	}()
	next := func() string {
		select {
		case v := <-versions:
			return v
		case <-time.After(time.Minute):
			t.Fatal("no version is told")
			return ""
		}
	}
	first := next()
	if text := page(t, site, "/"); !strings.Contains(text, `<body data-version="`+first+`"`) {
		t.Errorf("the page is not of the version %s", first)
	}
	show := func(s preview.State) {
		if err := site.Show(s); err != nil {
			t.Fatal(err)
		}
	}
	show(state)
	state.Old = true
	show(state)
	if second := next(); second == first {
		t.Error("the version of another state is the same")
	}
	state.Old = false
	show(state)
	if third := next(); third != first {
		t.Errorf("the version of the first state is %s, and was %s", third, first)
	}
}
