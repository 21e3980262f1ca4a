package bench

import (
	"cmp"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/world"
)

// DeskOptions of `entente bench desk`.
type DeskOptions struct {
	Model []byte        // an agreement with the procedure hit, as bench/northgate.md
	Cases int           // that the node has
	For   time.Duration // for which each page is asked
}

// DeskReport is what `entente bench desk` prints.
type DeskReport struct {
	Cores  int        `json:"cores"`
	Cases  int        `json:"cases"`
	Fsync  float64    `json:"fsync_us"` // of 4 KiB appended, median: a page that logs what was read waits for one
	Bare   float64    `json:"bare_us"`  // an answer of two bytes over the same line, median: the limit
	Pages  []PageTime `json:"pages"`
	Portal PageTime   `json:"portal"` // asked without a pause by eight at once
}

// PageTime is how one page was served.
type PageTime struct {
	Name   string  `json:"name"`
	Asked  int     `json:"asked"`
	P50    float64 `json:"p50_ms"`
	P95    float64 `json:"p95_ms"`
	P99    float64 `json:"p99_ms"`
	Second float64 `json:"a_second"`
	CPU    float64 `json:"cpu_ms"` // of the whole process for one page, whoever asks included
	Bytes  int     `json:"gzip_bytes"`
}

// The demands: see docs/claims.md.
const (
	deskP95    = 30.0
	portalRate = 500.0
)

// Kept says whether all pages keep what is claimed.
func (r *DeskReport) Kept() bool {
	return r.Portal.Second >= portalRate && !slices.ContainsFunc(r.Pages, func(p PageTime) bool { return p.P95 >= deskP95 })
}

// Print writes the report for people.
func (r *DeskReport) Print(w io.Writer) {
	_, _ = fmt.Fprintf(w, "%d cores, %d cases, fsync %.0f µs, a bare answer %.0f µs\n", r.Cores, r.Cases, r.Fsync, r.Bare)
	for _, p := range append(slices.Clone(r.Pages), r.Portal) {
		_, _ = fmt.Fprintf(w, "%-22s %6d asked, p50 %5.1f ms, p95 %5.1f ms, p99 %5.1f ms, %6.0f a second, %5.1f ms of a core, %6.1f kB\n", p.Name, p.Asked, p.P50, p.P95, p.P99, p.Second, p.CPU, float64(p.Bytes)/1000)
	}
	slowest := slices.MaxFunc(r.Pages, func(a, b PageTime) int { return cmp.Compare(a.P95, b.P95) })
	_, _ = fmt.Fprintf(w, "%d cases: slowest page of the desk %s, p95 %.1f ms; portal %.0f pages a second\n", r.Cases, slowest.Name, slowest.P95, r.Portal.Second)
}

// Desk measures how fast the pages of a node with many open cases are served over real HTTP: each page of the desk by two
// people at once, without a pause (closed loop), each time another case or place in a list where the page has one.
func Desk(ctx context.Context, o DeskOptions, progress io.Writer) (*DeskReport, error) {
	if o.Cases < 100 || o.Cases > 1_000_000 || o.For <= 0 || o.For > time.Hour {
		return nil, fault.New(fault.Invalid, "%d cases for %s; 100 to 1,000,000 cases, for up to an hour", o.Cases, o.For)
	}
	dir, err := os.MkdirTemp("", "entente-bench-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	rep := &DeskReport{Cores: runtime.NumCPU(), Cases: o.Cases, Fsync: fsync(dir)}
	w, err := world.NewInside(ctx, world.Plan{Dir: filepath.Join(dir, "world"), Text: o.Model})
	if err != nil {
		return nil, err
	}
	defer w.Close()
	if err := w.SetClock(ctx, w.Node("belmark").Now()); err != nil { // nothing lapses meanwhile
		return nil, err
	}
	for _, id := range []string{"first", "second"} {
		if _, err := w.Enrol(ctx, "belmark", auth.PersonID(id), "The "+id+" officer", "officer"); err != nil {
			return nil, err
		}
	}
	for _, p := range []agreement.PartyID{"secretariat", "arland"} {
		if err := w.Stop(p); err != nil { // what they do would be measured too
			return nil, err
		}
	}
	n := w.Node("belmark")
	began := time.Now()
	cases, err := fillCases(ctx, n, w.Agreement, o.Cases, progress)
	if err != nil {
		return nil, err
	}
	_, _ = fmt.Fprintf(progress, "%d cases in %s\n", len(cases), time.Since(began).Round(time.Second))
	for { // figures are counted in the background: a node in its daily work has no such backlog
		f, err := n.Figures(ctx, w.Agreement)
		if err != nil {
			return nil, err
		}
		if f.Behind == 0 {
			break
		}
		time.Sleep(time.Second)
	}
	_, _ = fmt.Fprintf(progress, "counted after %s\n", time.Since(began).Round(time.Second))
	site, stop, err := serveDesk(n)
	if err != nil {
		return nil, err
	}
	defer stop()
	if rep.Bare, err = bare(ctx, site+"/bare", o.For/4); err != nil {
		return nil, err
	}
	var people []*http.Client
	for _, id := range []string{"first", "second"} {
		c, err := loggedIn(ctx, n, auth.PersonID(id), site)
		if err != nil {
			return nil, err
		}
		people = append(people, c)
	}
	deep, err := deepPages(ctx, n, o.Cases)
	if err != nil {
		return nil, err
	}
	one := func(list []string) string { return list[rand.IntN(len(list))] }
	ids := make([]string, len(cases))
	for i, c := range cases {
		ids[i] = string(c)
	}
	law := string(w.Agreement)
	for _, page := range []struct {
		name string
		path func() string
	}{
		{"Today", func() string { return "/" }},
		{"Cases", func() string { return "/cases" }},
		{"Cases, deep", func() string { return "/cases?from=" + one(deep) }},
		{"Cases that wait", func() string { return "/cases?show=waiting&from=" + strconv.Itoa(rand.IntN(900)) }},
		{"Case", func() string { return "/cases/" + one(ids) }},
		{"Step", func() string { return "/cases/" + ids[2*rand.IntN(len(ids)/2)] + "/steps/compare" }}, // every other one waits for it
		{"Check", func() string { return "/check" }},
		{"Agreements", func() string { return "/agreements" }},
		{"Agreement", func() string { return "/agreements/" + law }},
		{"Ledger", func() string { return "/ledger/" + law }},
	} {
		t, err := askFor(ctx, people, page.name, func() string { return site + page.path() }, o.For)
		if err != nil {
			return nil, err
		}
		rep.Pages = append(rep.Pages, *t)
	}
	strangers := make([]*http.Client, 8)
	for i := range strangers {
		strangers[i] = &http.Client{Transport: &http.Transport{DisableCompression: true}}
	}
	t, err := askFor(ctx, strangers, "Portal", func() string { return site + "/public/" + law }, o.For)
	if err != nil {
		return nil, err
	}
	rep.Portal = *t
	return rep, nil
}

// fillCases opens cases of hits, and has every other one compared, so that it waits for a second person.
func fillCases(ctx context.Context, n *node.Node, id agreement.ID, many int, progress io.Writer) ([]casework.CaseID, error) {
	who, err := n.Auth().Person(ctx, "first")
	if err != nil {
		return nil, err
	}
	cases := make([]casework.CaseID, many)
	var next, failed atomic.Int64
	var first atomic.Pointer[error]
	var wg sync.WaitGroup
	for range 64 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := int(next.Add(1)) - 1; i < many && failed.Load() == 0; i = int(next.Add(1)) - 1 {
				if err := fillCase(ctx, n, who, id, i, &cases[i]); err != nil {
					failed.Add(1)
					first.CompareAndSwap(nil, &err)
					return
				}
				if i%10_000 == 9_999 {
					_, _ = fmt.Fprintf(progress, "%d cases\n", i+1)
				}
			}
		}()
	}
	wg.Wait()
	if err := first.Load(); err != nil {
		return nil, *err
	}
	return cases, ctx.Err()
}

func fillCase(ctx context.Context, n *node.Node, who node.Who, id agreement.ID, i int, into *casework.CaseID) error {
	r, err := n.Step(ctx, who, node.StepRequest{
		Agreement: id, Procedure: "hit", Step: "open", Sides: map[agreement.SideID]agreement.PartyID{"checking": "belmark", "holding": "arland"},
		Values: map[agreement.FieldID]any{"register": "stolen documents", "number": fmt.Sprintf("Q%09d", i), "issuing_state": "XA", "answer": "reported stolen"},
	})
	if err != nil {
		return err
	}
	*into = r.Case
	if i%2 == 0 {
		return nil
	}
	_, err = n.Step(ctx, who, node.StepRequest{
		Agreement: id, Case: r.Case, Step: "compare",
		Values: map[agreement.FieldID]any{"comparison": "the same", "reasons": "Name, date of birth and picture are those of the entry."},
	})
	return err
}

func serveDesk(n *node.Node) (string, func(), error) {
	h, err := desk.New(n, desk.Options{Name: "bench"})
	if err != nil {
		return "", nil, err
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/bare", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "ok") })
	mux.Handle("/", h)
	server := &http.Server{Handler: mux, ReadHeaderTimeout: time.Minute}
	go func() { _ = server.Serve(ln) }()
	return "http://" + ln.Addr().String(), func() { _ = server.Close() }, nil
}

func loggedIn(ctx context.Context, n *node.Node, id auth.PersonID, site string) (*http.Client, error) {
	token, err := n.Auth().Link(ctx, id, time.Now(), 0, true)
	if err != nil {
		return nil, err
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	c := &http.Client{Jar: jar, Transport: &http.Transport{DisableCompression: true}}
	_, err = ask(ctx, c, site+"/login?token="+token)
	return c, err
}

// deepPages are cursors from all over the list of cases.
func deepPages(ctx context.Context, n *node.Node, many int) ([]string, error) {
	who, err := n.Auth().Person(ctx, "first")
	if err != nil {
		return nil, err
	}
	var out []string
	for from, at := (node.Cursor{}), 1; at < many; at += node.MaxPage {
		_, next, err := n.CasePage(ctx, who, from, node.MaxPage)
		if err != nil || next.ID == "" {
			return out, err
		}
		from = next
		out = append(out, strconv.Itoa(at+node.MaxPage)+"-"+next.String())
	}
	return out, nil
}

// bare is the median time of an answer that costs nothing.
func bare(ctx context.Context, address string, length time.Duration) (float64, error) {
	t, err := askFor(ctx, []*http.Client{{}, {}}, "bare", func() string { return address }, length)
	if err != nil {
		return 0, err
	}
	return t.P50 * 1000, nil
}

// askFor lets each client ask again as soon as it is answered. The first tenth is not counted.
func askFor(ctx context.Context, clients []*http.Client, name string, address func() string, length time.Duration) (*PageTime, error) {
	var mu sync.Mutex
	var times []time.Duration
	var broken error
	size, asked := 0, 0
	used := processCPU()
	warm, end := time.Now().Add(length/10), time.Now().Add(length)
	var wg sync.WaitGroup
	for _, c := range clients {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for now := time.Now(); now.Before(end); now = time.Now() {
				n, err := ask(ctx, c, address())
				took := time.Since(now)
				mu.Lock()
				if err != nil && broken == nil {
					broken = err
				}
				asked++
				if now.After(warm) {
					times, size = append(times, took), max(size, n)
				}
				stop := broken != nil
				mu.Unlock()
				if stop {
					return
				}
			}
		}()
	}
	wg.Wait()
	if broken != nil {
		return nil, fmt.Errorf("%s: %w", name, broken)
	}
	used = processCPU() - used
	slices.Sort(times)
	at := func(part float64) float64 {
		return float64(times[min(int(part*float64(len(times))), len(times)-1)]) / float64(time.Millisecond)
	}
	if len(times) == 0 {
		return nil, fault.New(fault.Internal, "%s was never answered", name)
	}
	return &PageTime{
		Name: name, Asked: len(times), P50: at(0.5), P95: at(0.95), P99: at(0.99), Second: float64(len(times)) / (length - length/10).Seconds(), Bytes: size,
		CPU: used.Seconds() * 1000 / float64(asked),
	}, nil
}

// ask reads a page as a browser does, compressed, and gives its size on the line.
func ask(ctx context.Context, c *http.Client, address string) (int, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, err
	}
	r.Header.Set("Accept-Encoding", "gzip")
	res, err := c.Do(r)
	if err != nil {
		return 0, err
	}
	defer func() { _ = res.Body.Close() }()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		return 0, err
	}
	if res.StatusCode != http.StatusOK {
		return 0, fault.New(fault.Internal, "%s answered %s: %s", res.Request.URL.Path, res.Status, plainStart(b))
	}
	return len(b), nil
}

func plainStart(b []byte) string {
	if z, err := gzip.NewReader(strings.NewReader(string(b))); err == nil {
		if text, err := io.ReadAll(z); err == nil {
			b = text
		}
	}
	if i := strings.Index(string(b), "<main"); i > 0 {
		b = b[i:]
	}
	return strconv.Quote(string(b[:min(len(b), 600)]))
}
