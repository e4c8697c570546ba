package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/preview"
	"soknad/internal/report"
	"soknad/internal/source"
	"soknad/internal/status"
)

// usualPort is where people find the preview, unless it is taken.
const usualPort = 8422

// breath is how long the pages wait, so that browsers can paint the text while
// nothing else is done.
const breath = 150 * time.Millisecond

// previewOptions are what preview can be told.
type previewOptions struct {
	options
	port   int
	chosen bool // the port was asked for
	editor formatFlag

	good    *pipeline.Document // the latest that lacked nothing, nil when none has been so
	extents []pipeline.Extent  // of the latest pages
}

func newPreview(w World) *cobra.Command {
	o := &previewOptions{
		options: options{world: w},
		editor:  formatFlag{name: "none", names: []string{"none", "vscode", "vscodium", "zed"}},
	}
	c := &cobra.Command{
		Use:   "preview [DIR]",
		Short: "Show an application in the browser while it is written",
		Long: "preview shows the application in DIR, or in the current folder, as a web page that follows what is saved: the document,\n" +
			"the findings beside the text they are about, the status, and the pages that each section takes. It is there for this\n" +
			"machine only, and writes nothing. When the files cannot be read for a while, the last document stays.\n\n" +
			"Exit status: 0 it was ended by Ctrl-C, 2 the command line is wrong, 3 the work could not be done.",
		Args: takes(0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			o.dir, o.chosen = folder(args), c.Flags().Changed("port")
			return o.preview()
		},
	}
	f := c.Flags()
	f.IntVar(&o.port, "port", usualPort, "the port to serve at; when the usual one is taken, it is another")
	f.Var(&o.editor, "editor", "link places to this editor, too: vscode, vscodium, zed or none")
	f.Var(&o.variant, "variant", "show the full application, or a public one")
	f.Var(&o.today, "today", "the day to count from, as YYYY-MM-DD (default: today)")
	o.registerLang(f)
	return c
}

func (o *previewOptions) preview() error {
	if o.port < 0 || o.port > 65535 {
		return i18n.Errorf("%d is no port: it is a number up to 65535", o.port)
	}
	if _, err := o.job(); err != nil {
		return err // The command line will not be better the next time.
	}
	if err := o.leave(); err != nil {
		return err
	}
	listener, err := o.listen()
	if err != nil {
		return failure{err}
	}
	site, err := preview.New(preview.Options{Lang: o.language(), Hosts: hostsOf(listener), Editor: o.opener()})
	if err != nil {
		return failure{errors.Join(err, listener.Close())}
	}
	interrupted, stop := o.world.Interrupted()
	defer stop()
	return o.serveSite(interrupted, listener, site)
}

// listen takes a port that only this machine can reach.
func (o *previewOptions) listen() (net.Listener, error) {
	l, err := net.Listen("tcp", address(o.port))
	if err != nil && !o.chosen {
		l, err = net.Listen("tcp", address(0))
	}
	if err != nil {
		return nil, i18n.Errorf("the port %d cannot be used: %v; choose another by --port", o.port, i18n.Bare(err))
	}
	return l, nil
}

func address(port int) string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(port)) }

// hostsOf lists the names of a server on this machine.
func hostsOf(l net.Listener) []string {
	address := l.Addr().String()
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		return []string{address}
	}
	return []string{address, net.JoinHostPort("localhost", port)}
}

// opener returns what makes the address that opens an editor at a place, nil
// when no editor was asked for.
func (o *previewOptions) opener() func(string, source.Position) string {
	dir, err := filepath.Abs(o.dir)
	if err != nil || o.editor.name == "none" {
		return nil
	}
	return func(file string, at source.Position) string {
		name := filepath.ToSlash(filepath.Join(dir, filepath.FromSlash(file)))
		u := url.URL{Scheme: o.editor.name, Host: "file", Path: "/" + strings.TrimPrefix(name, "/")}
		return fmt.Sprintf("%s:%d:%d", &u, at.Line, at.Column)
	}
}

// serveSite serves a site that follows the folder, until somebody ends it.
func (o *previewOptions) serveSite(interrupted context.Context, l net.Listener, site *preview.Site) error {
	ctx, cancel := context.WithCancel(interrupted)
	defer cancel()
	server := o.server(ctx, site)
	served := make(chan error, 1)
	go func() {
		defer cancel()
		served <- o.world.caught(func() error { return server.Serve(l) })
	}()
	where := "http://" + l.Addr().String() + "/"
	fmt.Fprintln(o.world.Stdout, report.Printable(i18n.Msg("the preview is at %s; Ctrl-C ends it", where).In(o.language())))
	err := o.onEachChange(ctx, nil, func() {
		if err := errors.Join(o.showCaught(site), o.leave()); err != nil {
			o.complain(err)
		}
	})
	return errors.Join(err, ended(server.Close()), ended(<-served))
}

// server answers requests until the context ends.
func (o *previewOptions) server(ctx context.Context, site http.Handler) *http.Server {
	return &http.Server{
		Handler: o.answering(site), ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
}

// answering answers requests. A mistake is said to whoever asked, and where the
// preview was started.
func (o *previewOptions) answering(site http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := o.world.caught(func() error {
			site.ServeHTTP(w, r)
			return nil
		})
		if err != nil {
			o.complain(err)
			http.Error(w, i18n.Say(err, o.language()), http.StatusInternalServerError)
		}
	})
}

// ended returns an error of a server that did not end because it was told to.
func ended(err error) error {
	if err == nil || errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return failure{err}
}

// showCaught shows the application, or that soknad has made a mistake with it:
// what is written next may be met without.
func (o *previewOptions) showCaught(site *preview.Site) error {
	err := o.world.caught(func() error { return o.show(site) })
	if isMistake(err) {
		return errors.Join(err, site.Show(o.unreadable(err)))
	}
	return err
}

// show shows the application as it is now: first its text, then its pages.
func (o *previewOptions) show(site *preview.Site) error {
	job, err := o.job()
	if err != nil {
		return errors.Join(err, site.Show(o.unreadable(err)))
	}
	if job.Today.IsZero() {
		job.Today = day(o.world.Now())
	}
	text, err := pipeline.CheckText(job)
	if err != nil {
		return site.Show(o.unreadable(o.failed(err)))
	}
	state := o.state(job, text.Result)
	if err := site.Show(state); err != nil || state.Old || text.Document == nil {
		return err
	}
	<-o.world.Wait(breath)
	whole, err := text.CheckPages()
	if err != nil {
		return site.Show(o.unreadable(err))
	}
	o.extents = whole.Extents()
	return site.Show(o.state(job, whole))
}

// unreadable is the state of a folder that cannot be read.
func (o *previewOptions) unreadable(err error) preview.State {
	return o.withGood(preview.State{Failed: i18n.Msg("%s", err)})
}

// state is the state of an application that was checked. Until its pages are
// made, they are likely to be where they were.
func (o *previewOptions) state(job pipeline.Job, r *pipeline.Result) preview.State {
	s := preview.State{
		Document: r.Document, Extents: o.extents, Partial: r.Document != nil && !r.Whole(),
		Project: r.Project, Findings: r.Findings, Sources: r.Sources(),
		Status: status.Of(status.Input{
			Project: r.Project, Call: r.Call, Findings: r.Findings, Silenced: r.Silenced, Today: job.Today, Extents: o.extents,
		}),
	}
	if r.Call != nil {
		s.Home = r.Call.Home
	}
	if !r.Whole() {
		return o.withGood(s)
	}
	o.good = r.Document
	return s
}

// withGood puts the last document that lacked nothing in the place of one that
// does.
func (o *previewOptions) withGood(s preview.State) preview.State {
	if o.good != nil {
		s.Document, s.Extents, s.Old, s.Partial = o.good, o.extents, true, false
	}
	return s
}
