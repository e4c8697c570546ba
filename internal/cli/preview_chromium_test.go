//go:build chromium

package cli

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The tests of this file look at the preview with a browser:
//
//	go test -tags chromium ./internal/cli
//
// The browser is that of SOKNAD_CHROMIUM, or else chromium on the path.

// A browser shows one preview, and keeps what is wrong with it.
type browser struct {
	*previewed
	ctx        context.Context
	complaints chan string
}

func open(t testing.TB, p *previewed) *browser {
	t.Helper()
	program := os.Getenv("SOKNAD_CHROMIUM")
	if program == "" {
		program = "chromium"
	}
	path, err := exec.LookPath(program)
	if err != nil {
		t.Fatal(err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.WindowSize(1400, 1000), chromedp.Flag("disable-component-update", true))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocated, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocated)
	t.Cleanup(cancel)
	b := &browser{previewed: p, ctx: ctx, complaints: make(chan string, 999)}
	if err := chromedp.Listen(ctx, b.hear); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	b.run(chromedp.Navigate(p.url))
	return b
}

// hear keeps errors, messages on the console, what the browser refuses, and
// requests for anything that is not the preview.
func (b *browser) hear(event any) {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.complaints <- e.ExceptionDetails.Text
	case *runtime.EventConsoleAPICalled:
		b.complaints <- "on the console: " + string(e.Type)
	case *log.EventEntryAdded:
		b.complaints <- e.Entry.Text + " " + e.Entry.URL
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, b.url) {
			b.complaints <- "it asks for " + e.Request.URL
		}
	}
}

// content holds that the browser has had nothing to complain of.
func (b *browser) content() {
	b.Helper()
	for len(b.complaints) > 0 {
		b.Errorf("the browser complains: %s", <-b.complaints)
	}
}

func (b *browser) run(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// until waits until an expression is true, on this page or on one that the
// browser is on its way to.
func (b *browser) until(expression string) {
	b.Helper()
	var is bool
	var err error
	for end := time.Now().Add(longEnough); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		is, err = chromedp.Run(b.ctx, chromedp.Evaluate[bool]("Boolean("+expression+")"))
		if is && err == nil {
			return
		}
	}
	b.Fatalf("%s does not come: %v", expression, err)
}

// does runs a script.
func does(script string) chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](script)
}

// value returns what an expression is.
func value[T any](b *browser, expression string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return v
}

// section writes the text of a section.
func (b *browser) section(id, text string) {
	b.Helper()
	name := filepath.Join(b.dir, "sections", id+".md")
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
}

// is holds what an expression is.
func (b *browser) is(expression, want string) {
	b.Helper()
	if got := value[string](b, expression); got != want {
		b.Errorf("%s is %q, want %q", expression, got, want)
	}
}

const (
	title = `document.querySelector("h1").textContent`
	state = `document.getElementById("page:news").className`
)

// TestPageFollowsTheFiles holds that a page that is open shows what is saved
// without being loaded anew, keeps its place, and keeps the document while a
// file cannot be read.
func TestPageFollowsTheFiles(t *testing.T) {
	b := open(t, startPreview(t, "DIR"))
	b.until(title + `.startsWith("Skiferklynga")`)
	b.run(does(`window.same = true; document.getElementById("15-budsjett").scrollIntoView()`))
	place := `Math.round(document.getElementById("15-budsjett").getBoundingClientRect().top)`
	before := value[int](b, place)

	b.replace("title: Skiferklynga", "title: Steinklynga")
	b.replace("    tolv månader og", "    tolv\n\n    månader\n\n    og")
	b.until(`[...document.querySelectorAll("p")].some((p) => p.textContent === "månader")`)
	b.is(title, "Steinklynga i Kvikkdalen")
	b.is("String(window.same)", "true")
	if after := value[int](b, place); after != before {
		t.Errorf("what stood %d pixels below the top stands %d below it", before, after)
	}

	// A section that comes and goes is put in its place; the others stay.
	headings := `[...document.querySelectorAll("article h2")].map((h) => h.textContent.replace(/^[0-9]+ /, "")).join("|")`
	were := value[string](b, headings)
	b.run(does(`document.querySelector("article section.cover").kept = true`))
	b.section("position", "Vi står støtt.\n")
	b.until(`document.body.textContent.includes("Vi står støtt.")`)
	if n := strings.Count(value[string](b, headings), "|"); n != strings.Count(were, "|")+1 {
		t.Errorf("there are %d headings", n+1)
	}
	b.section("position", "")
	b.until(`!document.body.textContent.includes("Vi står støtt.")`)
	b.is(headings, were)
	b.is(`String(document.querySelector("article section.cover").kept)`, "true")

	b.replace("vision: Kvar", "vision: [Kvar")
	b.until(state + `=== "broken"`)
	b.is(title, "Steinklynga i Kvikkdalen")
	if text := value[string](b, `document.querySelector(".findings").textContent`); !strings.Contains(text, "[YML") {
		t.Errorf("the findings are %q", text)
	}
	b.replace("vision: [Kvar", "vision: Kvar")
	b.until(state + `=== ""`)
	b.content()

	b.end()
	b.until(state + `=== "broken"`)
}

// TestPageOfAFileThatGoes holds that the page of a file that is removed says that
// it may be old, until the file is there again.
func TestPageOfAFileThatGoes(t *testing.T) {
	b := open(t, startPreview(t, "DIR"))
	b.section("position", "Vi står støtt.\n")
	b.until(`document.body.textContent.includes("Vi står støtt.")`)
	b.run(chromedp.Navigate(b.url + "source/sections/position.md"))
	b.is(title, "sections/position.md")
	b.until(state + `=== ""`)
	if err := os.Remove(filepath.Join(b.dir, "sections", "position.md")); err != nil {
		t.Fatal(err)
	}
	b.until(state + `=== "broken"`)
	b.section("position", "Vi står støtt no.\n")
	b.until(state + `=== "" && document.body.textContent.includes("Vi står støtt no.")`)
}

// TestTextCannotRun holds that a hostile text is shown as it was written, does
// nothing, and is no reason for the browser to refuse anything: there is
// nothing to refuse.
func TestTextCannotRun(t *testing.T) {
	b := open(t, startPreview(t, "DIR"))
	hostile := `<script>window.run = 1</script><img src=x onerror='window.run = 2'>`
	b.replace("title: Skiferklynga i Kvikkdalen", `title: "`+hostile+`"`)
	b.replace("    tolv månader", "    "+hostile+" [tolv](javascript:window.run=3) <svg onload='window.run=4'></svg> månader")
	b.until(title + `.startsWith("<script>")`)
	b.is(title, hostile)
	b.until(`document.body.textContent.includes("månader")`)
	b.is(`String(window.run)`, "undefined")
	b.is(`String(document.querySelectorAll("script").length)`, "1")
	b.is(`String(document.querySelectorAll("article svg, [onerror], [onload], [style], a[href^=javascript]").length)`, "0")
	b.content()
}

// TestKeyboard holds that the document, the findings and their lines can be
// reached without a mouse.
func TestKeyboard(t *testing.T) {
	b := open(t, startPreview(t, "DIR"))
	b.replace("    focus_area: sortering", "    focus_area: sortring")
	b.replace("vision: Kvar", "vision: Innan 2014 skal kvar")
	b.until(`document.querySelectorAll(".findings > li").length === 2`)

	b.run(chromedp.KeyEvent(kb.Tab))
	b.is(`document.activeElement.getAttribute("href")`, "#page:document")
	b.is(`String(document.activeElement.getBoundingClientRect().left >= 0)`, "true")
	b.run(chromedp.KeyEvent(kb.Enter))
	b.until(`document.activeElement.id === "page:document"`)

	b.run(chromedp.KeyEvent("n"))
	b.is(`document.activeElement.id`, "finding:1")
	b.run(chromedp.KeyEvent("n"))
	b.is(`document.activeElement.id`, "finding:2")
	b.run(chromedp.KeyEvent("p"))
	b.is(`document.activeElement.id`, "finding:1")
	b.run(chromedp.Click(chromedp.CSS(`[id="page:letters"]`)), chromedp.KeyEvent("n"))
	b.run(does(`document.activeElement.blur()`), chromedp.KeyEvent("n"))
	b.is(`document.activeElement.tagName`, "BODY")

	b.run(does(`document.getElementById("finding:1").querySelector("a").focus()`), chromedp.KeyEvent(kb.Enter))
	b.until(`location.pathname === "/source/application.yaml"`)
	b.until(`document.querySelector(":target > code")?.textContent.startsWith("vision: Innan 2014")`)
	b.content()
}

// faults lists what would keep somebody from using a page: text that can hardly
// be told from what is behind it, images and tables that do not say what they
// are, links and buttons without words, and text that is wider than the window.
const faults = `(() => {
  const all = [];
  const say = (what, e) => all.push(what + ": " + e.outerHTML.slice(0, 120));
  const parse = (color) => color.match(/[\d.]+/g).map(Number);
  const channel = (c) => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  for (const e of document.querySelectorAll("body *")) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) || !e.checkVisibility()) continue;
    const [a, b] = [luminance(parse(getComputedStyle(e).color)), luminance(behind(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) say("contrast " + ((a + 0.05) / (b + 0.05)).toFixed(1), e);
  }
  for (const e of document.querySelectorAll("img:not([alt])")) say("no alternative", e);
  for (const e of document.querySelectorAll("img")) if (!e.naturalWidth) say("not loaded", e);
  for (const e of document.querySelectorAll("article img[alt='']")) if (!e.parentElement.querySelector("figcaption")) say("no words", e);
  for (const e of document.querySelectorAll("table")) if (!e.querySelector("th[scope]")) say("no header", e);
  for (const e of document.querySelectorAll("a, button, summary"))
    if (!e.textContent.trim() && !e.getAttribute("aria-label")) say("no words", e);
  for (const e of document.querySelectorAll("section[aria-labelledby], nav[aria-labelledby]"))
    if (!document.getElementById(e.getAttribute("aria-labelledby"))) say("no name", e);
  for (const e of document.querySelectorAll("a[href^='#']"))
    if (!document.getElementById(decodeURIComponent(e.hash.slice(1)))) say("leads nowhere", e);
  for (const id of [...document.querySelectorAll("[id]")].map((e) => e.id))
    if (document.querySelectorAll("[id='" + CSS.escape(id) + "']").length > 1) all.push("twice: " + id);
  if (document.querySelectorAll("main").length !== 1 || document.querySelectorAll("h1").length !== 1) all.push("one main, one h1");
  if (document.documentElement.scrollWidth > innerWidth) all.push("wider than the window: " + document.documentElement.scrollWidth);
  return all;
})()`

// paint asks for the colours of day or night.
func (b *browser) paint(scheme string) {
	b.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	if err != nil {
		b.Fatal(err)
	}
}

// TestEverybodyCanUseIt holds that the pages of both examples, one of them with
// findings of every severity, have no faults, by day and by night, on a telephone
// and on a desk.
func TestEverybodyCanUseIt(t *testing.T) {
	for _, dir := range []string{"DIR", "../../examples/mineralklynge-nord"} {
		b := open(t, startPreview(t, dir))
		paths := []string{"", "source/application.yaml"}
		if dir == "DIR" {
			b.replace("    focus_area: sortering", "    focus_area: sortring")
			b.replace("vision: Kvar", "vision: Innan 2014 skal kvar")
			b.until(`document.querySelectorAll(".findings > li").length === 2`)
		}
		for _, scheme := range []string{"light", "dark"} {
			for _, width := range []int64{400, 1000, 1400} {
				for _, path := range paths {
					b.paint(scheme)
					b.run(
						chromedp.EmulateViewport(width, 900), chromedp.Navigate(b.url+path),
						does(`document.querySelectorAll("details").forEach((d) => { d.open = true; })`),
					)
					for _, fault := range value[[]string](b, faults) {
						t.Errorf("%s/%s, %s, %d pixels wide: %s", dir, path, scheme, width, fault)
					}
				}
			}
		}
		b.content()
		b.end()
	}
}
