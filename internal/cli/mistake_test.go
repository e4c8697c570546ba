package cli

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"soknad/internal/i18n"
	"soknad/internal/pipeline"
)

const stopped = "a mistake in soknad, and not in your files, has stopped the work"

// TestMistakeWhileWatching holds that a mistake of whoever listens to the folder
// ends the work, in which nothing would be noticed any more.
func TestMistakeWhileWatching(t *testing.T) {
	r := startIn(t, World{Now: time.Now, Wait: func(time.Duration) <-chan time.Time { panic("nobody waits") }}, "assemble", "--watch", "DIR")
	r.wait("wrote")
	r.replace("nyttig.", "til nytte.")
	r.wait(stopped + " (nobody waits)")
	if status := <-r.ended; status != statusFailure {
		t.Errorf("the status is %d", status)
	}
}

// TestMistakeWhilePreviewing holds that a mistake is said where the preview was
// started and on the page, which is there for the next text.
func TestMistakeWhilePreviewing(t *testing.T) {
	looks := 0
	p := &previewed{versions: make(chan string, 99)}
	p.running = startIn(t, World{Wait: time.After, Now: func() time.Time {
		if looks++; looks == 1 {
			panic("the clock has stopped")
		}
		return time.Now()
	}}, "preview", "--port", "0", "--lang", "en", "DIR")
	_, line := p.said(" is at http://")
	_, p.url, _ = strings.Cut(strings.TrimSuffix(line, "; Ctrl-C ends it"), " is at ")
	p.wait(stopped + " (the clock has stopped)")
	p.listen()
	p.shows(stopped)
	p.replace("title: Skiferklynga", "title: Steinklynga")
	p.shows("<h1 id=\"steinklynga-i-kvikkdalen\">")
	p.end()
}

// TestMistakeWhileAnswering holds that a mistake in an answer is said, and shows
// nobody where it happened.
func TestMistakeWhileAnswering(t *testing.T) {
	var said bytes.Buffer
	o := &previewOptions{options: options{world: World{Stderr: &said, Getenv: func(string) string { return "" }}}}
	server := httptest.NewUnstartedServer(nil)
	server.Config = o.server(t.Context(), http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("no page") }))
	server.Start()
	defer server.Close()
	answer, err := http.Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusInternalServerError || !strings.HasPrefix(string(page), stopped+" (no page)") {
		t.Errorf("%s: %q, %v", answer.Status, page, err)
	}
	if !strings.HasPrefix(said.String(), "soknad: "+stopped+" (no page)") || strings.Contains(said.String(), "goroutine") {
		t.Errorf("it says %q", said.String())
	}
}

// TestMistakeWhileTyping holds that an editor is told of a mistake in a check,
// as an error of it.
func TestMistakeWhileTyping(t *testing.T) {
	o := &options{world: World{Getenv: func(string) string { return "" }}}
	_, err := (&folders{options: o, memories: map[string]*pipeline.Memory{}}).look(t.TempDir(), nil, func(pipeline.Job) (*pipeline.Result, error) { panic("no text is like this") })
	if !isMistake(err) || !strings.HasPrefix(i18n.Say(err, i18n.NB), "en feil i soknad, ikke i filene dine, har stanset arbeidet (no text is like this)") {
		t.Errorf("the error is %v", err)
	}
}

// TestMistakeInOneOfMany holds that the others are done, and that it is said of
// which application it is.
func TestMistakeInOneOfMany(t *testing.T) {
	var out, said bytes.Buffer
	asked := atomic.Int32{}
	status := Main([]string{"validate", "../../examples/minimal", "../../examples/mineralklynge-nord"}, World{Stdout: &out, Stderr: &said, Getenv: func(name string) string {
		if name == "SOURCE_DATE_EPOCH" && asked.Add(1) == 2 {
			panic("nobody knows the date")
		}
		return ""
	}})
	if n := strings.Count(said.String(), ": "+stopped+" (nobody knows the date)"); status != statusFailure || n != 1 || !strings.Contains(said.String(), "1 of 2 applications") {
		t.Errorf("the status is %d, and it says %q", status, said.String())
	}
}

// A silent is what nobody can read from.
type silent struct{}

func (silent) Read([]byte) (int, error) { panic("nobody speaks") }

// TestMistakeWhileListening holds that a mistake beside the language server ends
// it as any other does.
func TestMistakeWhileListening(t *testing.T) {
	var said bytes.Buffer
	status := Main([]string{"lsp"}, World{Stdin: silent{}, Stdout: io.Discard, Stderr: &said, Getenv: func(string) string { return "" }})
	if status != statusFailure || !strings.HasPrefix(said.String(), "soknad: "+stopped+" (nobody speaks)") {
		t.Errorf("the status is %d, and it says %q", status, said.String())
	}
}
