package desk

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/web"
)

// audits are the runs of this process, one for each agreement; the last report stays until the next run.
type audits struct {
	mu  sync.Mutex
	all map[agreement.ID]*run
}

// run is one audit: of this node's evidence, and of what the auditor brought of others.
type run struct {
	dir   string
	files []string
	begun time.Time
	done  chan struct{}
	view  web.AuditView // whole once done is closed
}

// soon is how long a person waits at the screen for a short run.
const soon = 3 * time.Second

// Audit gives the state of the last run.
func (d *desk) Audit(ctx context.Context, _ web.Viewer, id agreement.ID) (*web.AuditView, error) {
	m, err := d.model(id)
	if err != nil {
		return nil, err
	}
	m = d.in(speak(ctx), m)
	out := &web.AuditView{Agreement: id, Title: m.Title, Tongue: m.Tongue(), Zone: m.Location()}
	d.audits.mu.Lock()
	r := d.audits.all[id]
	d.audits.mu.Unlock()
	if r == nil {
		out.Limits = audit.Limits()
		return out, nil
	}
	select {
	case <-r.done:
		v := r.view
		v.Agreement, v.Title, v.Tongue, v.Zone = out.Agreement, out.Title, out.Tongue, out.Zone
		return &v, nil
	default:
		out.Running = true
		return out, nil
	}
}

// Run collects this node's evidence, takes the bundles that were brought along, and replays all of them
// together. A run under way is left to end.
func (d *desk) Run(ctx context.Context, v web.Viewer, id agreement.ID, others []web.Upload) error {
	if _, err := d.model(id); err != nil {
		return err
	}
	r := &run{done: make(chan struct{}), begun: d.n.Now()}
	d.audits.mu.Lock()
	if d.audits.all == nil {
		d.audits.all = map[agreement.ID]*run{}
	}
	if now := d.audits.all[id]; now != nil && !now.over() {
		d.audits.mu.Unlock()
		return fault.New(fault.Conflict, "an audit of this agreement is running").Mend("wait until it has ended")
	}
	d.audits.all[id] = r
	d.audits.mu.Unlock()
	if err := r.keep(others); err != nil {
		r.fail(err)
		return err
	}
	go d.replay(r, id, speak(ctx)) //nolint:contextcheck // it goes on when the page is left
	select {
	case <-r.done:
	case <-time.After(soon):
	case <-ctx.Done():
	}
	return nil
}

func (r *run) over() bool {
	select {
	case <-r.done:
		return true
	default:
		return false
	}
}

func (r *run) fail(err error) {
	r.view = web.AuditView{Ran: r.begun, Failed: err, Limits: audit.Limits()}
	r.clean()
	close(r.done)
}

func (r *run) clean() {
	if r.dir != "" {
		_ = os.RemoveAll(r.dir) // temporary; the machine clears what is left
	}
}

// keep puts what was brought along where it outlives the request.
func (r *run) keep(others []web.Upload) (err error) {
	if r.dir, err = os.MkdirTemp("", "entente-audit-"); err != nil {
		return fault.New(fault.StoreFull, "there is no room for the evidence").Mend("make room on the machine's disk").Wrap(err)
	}
	for i, u := range others {
		if err := r.keepOne(strconv.Itoa(i+1), u); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) keepOne(name string, u web.Upload) error {
	in, err := u.Open()
	if err != nil {
		return fault.New(fault.Invalid, "the file %s cannot be read", u.Name).Mend("choose it again").Wrap(err)
	}
	defer func() { _ = in.Close() }()
	return r.write(name, u.Name, func(w io.Writer) error {
		_, err := io.Copy(w, in)
		return err
	})
}

func (r *run) write(name, title string, fill func(io.Writer) error) error {
	path := filepath.Join(r.dir, name)
	f, err := os.Create(path)
	if err == nil {
		b := bufio.NewWriterSize(f, 1<<18)
		if err = fill(b); err == nil {
			err = b.Flush()
		}
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}
	if err != nil {
		if fault.CodeOf(err) != fault.Internal {
			return err
		}
		return fault.New(fault.StoreFull, "the evidence %s could not be put down", title).Mend("make room on the machine's disk").Wrap(err)
	}
	r.files = append(r.files, path)
	return nil
}

func (d *desk) replay(r *run, id agreement.ID, t tongue) {
	start := time.Now()
	ctx := context.Background()
	err := r.write("own", string(d.n.Party()), func(w io.Writer) error { return d.n.Evidence(ctx, id, w) })
	if err != nil {
		r.fail(err)
		return
	}
	var in []audit.Input
	var sizes []uint64
	for _, path := range r.files {
		f, err := os.Open(path)
		if err != nil {
			r.fail(err)
			return
		}
		defer func() { _ = f.Close() }()
		if s, err := f.Stat(); err == nil {
			sizes = append(sizes, uint64(s.Size()))
		}
		in = append(in, audit.Input{Name: filepath.Base(path), From: f})
	}
	report, err := audit.Replay(ctx, in, audit.Options{})
	if err != nil {
		r.fail(err)
		return
	}
	m, err := d.model(id)
	if err != nil {
		r.fail(err)
		return
	}
	r.view = reportView(t, d.in(t, m), report, sizes)
	r.view.Ran, r.view.Took = r.begun, time.Since(start)
	r.clean()
	close(r.done)
}

// Evidence writes the bundle that the run replays.
func (d *desk) Evidence(ctx context.Context, _ web.Viewer, id agreement.ID, w io.Writer) error {
	if _, err := d.model(id); err != nil {
		return err
	}
	return d.n.Evidence(ctx, id, w)
}

// reportView shows an audit's report.
func reportView(t tongue, m *agreement.Model, r *audit.Report, sizes []uint64) web.AuditView {
	v := web.AuditView{Limits: r.Limits}
	for i, b := range r.Bundles {
		out := web.BundleView{Party: partyRef(m, b.Party), Made: b.Made, Lines: uint64(b.Lines)}
		if i < len(sizes) {
			out.Bytes = sizes[i]
		}
		v.Bundles = append(v.Bundles, out)
	}
	c := r.Verified
	for _, x := range []struct {
		key string
		n   uint64
	}{
		{"agreements", c.Agreements},
		{"statements", c.Statements},
		{"cases", c.Cases},
		{"acts", c.Acts},
		{"personal", c.Personal},
		{"receipts", c.ReceiptsInTree + c.ReceiptsSigned},
		{"lapses", c.Lapses},
		{"erasures", c.Erasures},
		{"disclosures", c.Disclosures},
		{"deliveries", c.Deliveries},
		{"questions", c.Questions},
		{"answers", c.Answers},
		{"logs", c.Logs},
		{"checkpoints", c.Checkpoints},
		{"cosignatures", c.Cosignatures},
	} {
		if x.n > 0 {
			v.Verified = append(v.Verified, web.Verified{What: t.say("verified." + x.key), Count: x.n})
		}
	}
	if c.Leaves > 0 {
		v.Verified = append(v.Verified, web.Verified{What: t.say("verified.leaves"), Count: c.Opened, Of: c.Leaves})
	}
	for _, f := range r.Findings {
		if f.Severity == audit.Irregular {
			v.Irregular = append(v.Irregular, findingView(t, m, f))
		} else {
			v.Findings = append(v.Findings, findingView(t, m, f))
		}
	}
	for _, f := range r.Attested {
		v.Attested = append(v.Attested, findingView(t, m, f))
	}
	for _, f := range r.Unverifiable {
		v.Unverifiable = append(v.Unverifiable, findingView(t, m, f))
	}
	return v
}

func findingView(t tongue, m *agreement.Model, f audit.Finding) web.AuditFinding {
	v := web.AuditFinding{Code: string(f.Code), Article: f.Article, Message: f.Message, At: f.At}
	if f.Party != "" {
		v.Party = partyRef(m, f.Party)
	}
	if f.Case != "" {
		v.Case = web.CaseRef{ID: f.Case, Reference: reference(f.Case)}
	}
	switch {
	case f.Number > 0:
		v.Where = t.say("where.act", "number", web.NumberIn(t.code, f.Number))
	case f.Log != "" && f.Index != nil:
		v.Where = t.say("where.log", "log", f.Log, "index", web.NumberIn(t.code, *f.Index))
	case f.Log != "":
		v.Where = t.say("where.logonly", "log", f.Log)
	}
	return v
}
