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
	hits  map[hitKey]*hits
	opens map[openKey]time.Time // the latest opening of a case by a party
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

type hitKey struct {
	bundle int
	ct     *contract
	reg    agreement.RegisterID
	query  agreement.QueryID
	asker  agreement.PartyID
}

type hits struct {
	n     int
	first time.Time
	made  time.Time
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

func (t *tally) hit(r *queryRun, reg *agreement.Register, q *agreement.Query, asker agreement.PartyID) {
	k := hitKey{r.b.index, r.ct, reg.ID, q.ID, asker}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.hits == nil {
		t.hits = map[hitKey]*hits{}
	}
	h := t.hits[k]
	if h == nil {
		h = &hits{first: r.asked.Sent.Time, made: r.b.header.Made}
		t.hits[k] = h
	}
	h.n++
	if r.asked.Sent.Before(h.first) {
		h.first = r.asked.Sent.Time
	}
}

// opened notes that a party opened a case of a procedure.
func (t *tally) opened(ct *contract, c *casework.Case) {
	if c == nil || len(c.Taken) == 0 {
		return
	}
	k := openKey{ct, c.Procedure.ID, c.Taken[0].Party}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.opens == nil {
		t.opens = map[openKey]time.Time{}
	}
	if c.Opened.After(t.opens[k]) {
		t.opens[k] = c.Opened
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
	reported := map[hitKey]bool{}
	for k, h := range t.hits {
		q := k.ct.model.Register(k.reg).Query(k.query)
		k.bundle = 0
		// Which case follows which hit is nowhere written; that none at all follows can be seen.
		opened := t.opens[openKey{k.ct, q.Opens, k.asker}]
		if reported[k] || !opened.Before(h.first.Add(-a.opts.Skew)) || h.made.Before(h.first.Add(a.opts.Destroy)) {
			continue
		}
		reported[k] = true
		a.col.add(Finding{
			Code: UnreviewedHit, Severity: Irregular, Party: k.asker, Agreement: k.ct.model.ID, Article: q.Article, At: h.first,
			Message: sprintf("%d hits of %s/%s, the first at %s, and %s opened no case of %s after it", h.n, k.reg, k.query, formatTime(h.first), k.asker, q.Opens),
		})
	}
}
