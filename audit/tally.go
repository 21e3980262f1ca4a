package audit

import (
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// tally counts across the whole of the bundles what no single case or letter can show.
type tally struct {
	mu    sync.Mutex
	asked map[capKey]int
	hits  map[seal.Digest]*hit // by the question
	opens map[openKey]*opens
	said  map[letterKey]found
	over  uint64
}

// letterKey is what is wrong with an item of a letter: the bundles of both ends show it, and it is
// reported once.
type letterKey struct {
	letter seal.Digest
	nth    int // of the question; -1: the letter
	code   fault.Code
	by     agreement.PartyID
}

type found struct {
	bundle int
	f      Finding
}

// say keeps a finding for the end, as the first of the bundles that show it locates it.
func (t *tally) say(limit int, k letterKey, bundle int, f Finding) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.said == nil {
		t.said = map[letterKey]found{}
	}
	old, again := t.said[k]
	switch {
	case !again && len(t.said) >= limit:
		t.over++
	case !again || bundle < old.bundle:
		t.said[k] = found{bundle, f}
	}
}

type capKey struct {
	bundle int // both ends may show the same letter: each bundle is counted for itself
	ct     *contract
	reg    agreement.RegisterID
	query  agreement.QueryID
	asker  agreement.PartyID
	day    string
}

// hit is a question that was answered with one or more hits, each of which opens the same procedure.
type hit struct {
	ct     *contract
	reg    agreement.RegisterID
	query  agreement.QueryID
	asker  agreement.PartyID
	at     time.Time
	made   time.Time // of the bundle that says most about what followed
	n      int
	letter seal.Digest
	nth    int
}

// opens are the cases of a procedure that a party opened.
type opens struct {
	after  map[seal.Digest]bool // those that name the hit that they follow
	latest time.Time            // of those that name none
}

type openKey struct {
	ct    *contract
	proc  agreement.ProcedureID
	party agreement.PartyID
}

func (t *tally) question(r *queryRun, reg *agreement.Register, q *agreement.Query, asker agreement.PartyID) {
	if q.Cap == 0 {
		return
	}
	k := capKey{r.b.index, r.ct, reg.ID, q.ID, asker, r.asked.Sent.In(r.ct.model.Location()).Format(time.DateOnly)}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.asked == nil {
		t.asked = map[capKey]int{}
	}
	t.asked[k]++
}

func (t *tally) hit(r *queryRun, reg *agreement.Register, q *agreement.Query, question seal.Digest, nth, n int, asker agreement.PartyID) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.hits == nil {
		t.hits = map[seal.Digest]*hit{}
	}
	h := t.hits[question]
	if h == nil {
		h = &hit{ct: r.ct, reg: reg.ID, query: q.ID, asker: asker, at: r.asked.Sent.Time, n: n, letter: r.asked.Digest(), nth: nth}
		t.hits[question] = h
	}
	if r.b.header.Made.After(h.made) {
		h.made = r.b.header.Made
	}
}

// opened notes that a party opened a case of a procedure, and after which hit.
func (t *tally) opened(ct *contract, c *casework.Case, after seal.Digest) {
	if c == nil || len(c.Taken) == 0 {
		return
	}
	k := openKey{ct, c.Procedure.ID, c.Taken[0].Party}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.opens == nil {
		t.opens = map[openKey]*opens{}
	}
	o := t.opens[k]
	if o == nil {
		o = &opens{after: map[seal.Digest]bool{}}
		t.opens[k] = o
	}
	if after != "" {
		o.after[after] = true
	} else if c.Opened.After(o.latest) {
		o.latest = c.Opened
	}
}

// close reports what the counts come to.
func (t *tally) close(a *auditor) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, x := range t.said {
		a.col.add(x.f)
	}
	a.col.omit(t.over)
	said := map[capKey]bool{}
	for k, n := range t.asked {
		q := k.ct.model.Register(k.reg).Query(k.query)
		k.bundle = 0
		if n <= q.Cap || said[k] {
			continue
		}
		said[k] = true
		a.col.add(Finding{
			Code: fault.CapReached, Severity: Breach, Party: k.asker, Agreement: k.ct.model.ID, Article: q.Article,
			Message: sprintf("%s asked %s/%s %d times on %s; the cap is %d a day", k.asker, k.reg, k.query, n, k.day, q.Cap),
		})
	}
	for question, h := range t.hits {
		q := h.ct.model.Register(h.reg).Query(h.query)
		o := t.opens[openKey{h.ct, q.Opens, h.asker}]
		if o == nil {
			o = &opens{}
		}
		// A case that names no hit may follow any before it: which one is nowhere written.
		if o.after[question] || !o.latest.Before(h.at.Add(-a.opts.Skew)) || h.made.Before(h.at.Add(a.opts.Destroy)) {
			continue
		}
		a.col.add(Finding{
			Code: UnreviewedHit, Severity: Irregular, Party: h.asker, Agreement: h.ct.model.ID, Article: q.Article, At: h.at,
			Message: sprintf("question %d of %s/%s was answered with %d hits at %s, and %s opened no case of %s after it (letter %s)", h.nth, h.reg, h.query, h.n, formatTime(h.at), h.asker, q.Opens, h.letter),
		})
	}
}
