package cli

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// A previewed is a preview that runs, and who listens to it.
type previewed struct {
	*running
	url      string
	versions chan string
}

func startPreview(t testing.TB, args ...string) *previewed {
	t.Helper()
	p := &previewed{running: start(t, append([]string{"preview", "--port", "0", "--lang", "en"}, args...)...), versions: make(chan string, 99)}
	_, line := p.said(" is at http://")
	p.url = regexp.MustCompile(`http://[^;]*`).FindString(line)
	return p
}

func (p *previewed) get(path string) string {
	p.Helper()
	answer, err := http.Get(p.url + path)
	if err != nil {
		p.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		p.Fatalf("%s: %s, %v", path, answer.Status, err)
	}
	return string(body)
}

// listen begins to listen to the versions that are told.
func (p *previewed) listen() {
	answer, err := http.Get(p.url + "events")
	if err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() { answer.Body.Close() })
	go func() {
		for s := bufio.NewScanner(answer.Body); s.Scan(); {
			if v, ok := strings.CutPrefix(s.Text(), "data: "); ok {
				p.versions <- v
			}
		}
	}()
}

// shows waits until the page holds some words, and returns it.
func (p *previewed) shows(words string) string {
	p.Helper()
	for {
		select {
		case <-p.versions:
			if page := p.get(""); strings.Contains(page, words) {
				return page
			}
		case <-time.After(longEnough):
			p.Fatalf("the page does not come to hold %q", words)
		}
	}
}

// TestPreview holds that the page follows the files, and keeps the document
// while they cannot be read.
func TestPreview(t *testing.T) {
	p := startPreview(t, "DIR")
	p.listen()
	p.shows("<h1 id=\"skiferklynga-i-kvikkdalen\">")
	p.replace("title: Skiferklynga", "title: Steinklynga")
	p.shows("<h1 id=\"steinklynga-i-kvikkdalen\">")

	p.replace("vision: Kvar", "vision: [Kvar")
	page := p.shows("The document below is from before.")
	if !strings.Contains(page, "<h1 id=\"steinklynga-i-kvikkdalen\">") || !strings.Contains(page, "[YML") {
		t.Error("while a file cannot be read, the page lacks the document or the finding")
	}

	p.replace("vision: [Kvar", "vision: Kvar einaste")
	p.shows("Kvar einaste stein")
	if page := p.get("source/application.yaml"); !strings.Contains(page, "vision: Kvar einaste stein") {
		t.Error("the file is not shown as it is")
	}

	name := filepath.Join(p.dir, "application.yaml")
	if err := os.Rename(name, name+".bak"); err != nil {
		t.Fatal(err)
	}
	p.shows("What stands below is from before.")
	if _, err := os.Stat(filepath.Join(p.dir, "build")); !os.IsNotExist(err) {
		t.Errorf("it wrote something: %v", err)
	}
	p.end()
}

// TestPreviewBeginsBroken holds that a description which cannot be read from
// the beginning is shown as far as it can be, and says so.
func TestPreviewBeginsBroken(t *testing.T) {
	r := start(t, "version")
	<-r.ended
	r.replace("vision: Kvar", "vision: [Kvar")
	p := startPreview(t, r.dir)
	p.listen()
	p.shows("The document below lacks what cannot be read.")
	p.end()
}

// TestPreviewIsHereOnly holds that the preview can be reached by this machine's
// own name alone, and that a port which was asked for is taken or refused.
func TestPreviewIsHereOnly(t *testing.T) {
	p := startPreview(t, "DIR")
	at, _, _ := strings.Cut(strings.TrimPrefix(p.url, "http://"), "/")
	address, port, err := net.SplitHostPort(at)
	if err != nil || !net.ParseIP(address).IsLoopback() {
		t.Errorf("it listens at %s", at)
	}
	request, err := http.NewRequest("GET", p.url, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Host = "rebound.example:" + port
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("another name is answered with %s", answer.Status)
	}
	again := start(t, "preview", "--port", port, "DIR")
	again.wait("soknad: the port " + port + " cannot be used: ")
	if status := <-again.ended; status != statusFailure {
		t.Errorf("a port that is taken: status %d", status)
	}
	p.end()
}
