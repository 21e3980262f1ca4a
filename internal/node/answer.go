package node

import (
	"context"
	"crypto/sha256"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/register"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

func sum256(b []byte) [32]byte { return sha256.Sum256(b) }

// counted is how often a query was asked in a letter.
type counted struct {
	register agreement.RegisterID
	query    *agreement.Query
	n        int64
}

// answer is the holder's office: each question of a letter is answered or refused for itself, and
// questions and answers are durable and logged before the asker hears anything.
func (n *Node) answer(ctx context.Context, d *deal, from agreement.PartyID, l *seal.Letter) ([]byte, error) {
	if err := n.maySign(); err != nil {
		return nil, err
	}
	now := n.Now()
	questions := make([]*seal.Question, len(l.Items))
	var counts []counted
	var longest *agreement.Query
	for i, raw := range l.Items {
		q, err := seal.DecodeQuestion(raw)
		if err != nil {
			return nil, err
		}
		questions[i] = q
		if reg := d.model.Register(agreement.RegisterID(q.Register)); reg != nil {
			if def := reg.Query(agreement.QueryID(q.Query)); def != nil {
				if longest == nil || longer(def.Keep, longest.Keep) {
					longest = def
				}
				counts = count(counts, reg.ID, def)
			}
		}
	}
	if longest == nil {
		return nil, fault.New(fault.NoSuchStep, "no register of this agreement answers these questions").Mend("see the agreement for its registers and queries")
	}
	day := now.In(d.model.Location()).Format(time.DateOnly)
	over, note, err := n.reserve(ctx, d, from, day, counts)
	if err != nil {
		return nil, err
	}
	answered := false
	defer func() {
		if !answered {
			n.release(note) // the database knows nothing of it
		}
	}()
	items := make([][]byte, len(questions))
	for i, q := range questions {
		a := seal.Answer{Hits: []seal.Hit{}, Question: seal.DigestOf(l.Items[i])}
		if a.Nonce, err = seal.NewNonce(n.cfg.Random); err != nil {
			return nil, err
		}
		if a.Hits, err = n.lookUp(d, from, q, now, over); err != nil {
			e := asFault(err)
			a.Hits, a.Refused = []seal.Hit{}, &seal.Refused{Article: e.Article, Code: string(e.Code), Message: e.Message, Remedy: e.Remedy}
		}
		items[i] = a.Encode()
	}
	nonce, err := seal.NewNonce(n.cfg.Random)
	if err != nil {
		return nil, err
	}
	back, err := seal.BuildLetter(seal.Envelope{
		Agreement: d.textHash, From: string(n.party), Kind: seal.LetterAnswers, Nonce: nonce, Re: l.Digest(), Sent: sealTime(n.Now()), To: string(from), World: n.world,
	}, items, n.home.Sign)
	if err != nil {
		return nil, err
	}
	compartment, expires := traceKey(d, longest, now)
	if err := n.oweTrace(ctx, compartment, expires); err != nil {
		return nil, err
	}
	in, inRun, err := n.keepLetter(d, l, store.Incoming, from, compartment, expires)
	if err != nil {
		return nil, err
	}
	out, outRun, err := n.keepLetter(d, back, store.Outgoing, from, compartment, expires)
	if err != nil {
		return nil, err
	}
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		for _, row := range []store.AddEnvelopeParams{in, out} {
			added, err := tx.AddEnvelope(ctx, row)
			if err != nil {
				return err
			}
			if added == 0 {
				return fault.New(fault.Replayed, "this letter was here before").Mend("ask anew")
			}
		}
		for _, r := range note {
			if err := tx.AddQueryCount(ctx, r); err != nil {
				return err
			}
		}
		return n.logged(tx, inRun, outRun)
	})
	if err != nil {
		return nil, err
	}
	answered = true
	return back.Encode(), nil
}

func count(counts []counted, reg agreement.RegisterID, q *agreement.Query) []counted {
	for i := range counts {
		if counts[i].query == q {
			counts[i].n++
			return counts
		}
	}
	return append(counts, counted{reg, q, 1})
}

// caps count the questions of the day. The database holds what is reserved, in blocks, and memory what is used of it: a
// cap costs no look into the database, and a node that is killed forgets at most that part of a block was left.
type caps struct {
	mu  sync.Mutex
	day map[capKey]*capUse
}

type capKey struct {
	text     seal.Digest
	day      string
	from     agreement.PartyID
	register agreement.RegisterID
	query    agreement.QueryID
}

type capUse struct{ used, reserved int64 }

// capBlock is how many questions are reserved at once.
const capBlock = 256

// reserve takes the letter's questions from what is left of the day. It gives the queries of which too little is left,
// and what the database must note before the letter is answered.
func (n *Node) reserve(ctx context.Context, d *deal, from agreement.PartyID, day string, counts []counted) (over map[*agreement.Query]bool, note []store.AddQueryCountParams, err error) {
	n.caps.mu.Lock()
	defer n.caps.mu.Unlock()
	over = map[*agreement.Query]bool{}
	for _, c := range counts {
		if c.query.Cap == 0 {
			continue
		}
		k := capKey{d.textHash, day, from, c.register, c.query.ID}
		use := n.caps.day[k]
		if use == nil {
			if use, err = n.reserved(ctx, k); err != nil {
				return nil, nil, err
			}
		}
		most := int64(c.query.Cap)
		if use.used+c.n > most {
			over[c.query] = true
			continue
		}
		if use.used += c.n; use.used > use.reserved {
			more := min(max(capBlock, use.used-use.reserved), most-use.reserved)
			use.reserved += more
			note = append(note, store.AddQueryCountParams{Agreement: k.text, Day: day, Party: from, Register: k.register, Query: k.query, N: more})
		}
	}
	return over, note, nil
}

// release takes back what a letter reserved that was not answered, so that the next one notes it. What it used stays
// used: a cap errs on the side of asking less.
func (n *Node) release(note []store.AddQueryCountParams) {
	n.caps.mu.Lock()
	defer n.caps.mu.Unlock()
	for _, r := range note {
		if use := n.caps.day[capKey{r.Agreement, r.Day, r.Party, r.Register, r.Query}]; use != nil {
			use.reserved -= r.N
		}
	}
}

// reserved begins a day's count with what the database says was reserved before.
func (n *Node) reserved(ctx context.Context, k capKey) (*capUse, error) {
	use := &capUse{}
	err := n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		use.used, err = tx.GetQueryCount(ctx, store.GetQueryCountParams{Agreement: k.text, Day: k.day, Party: k.from, Register: k.register, Query: k.query})
		return err
	})
	use.reserved = use.used
	if err != nil {
		return nil, err
	}
	if n.caps.day == nil {
		n.caps.day = map[capKey]*capUse{}
	}
	for o := range n.caps.day { // yesterday's go
		if o.day < k.day {
			delete(n.caps.day, o)
		}
	}
	n.caps.day[k] = use
	return use, nil
}

// lookUp answers one question by the rules of the agreement.
func (n *Node) lookUp(d *deal, from agreement.PartyID, q *seal.Question, now time.Time, over map[*agreement.Query]bool) ([]seal.Hit, error) {
	if err := n.superseded(d); err != nil {
		return nil, err
	}
	if err := d.inForce(now); err != nil {
		return nil, err
	}
	reg := d.model.Register(agreement.RegisterID(q.Register))
	if reg == nil {
		return nil, fault.New(fault.NoSuchStep, "the agreement has no register %q", q.Register)
	}
	def := reg.Query(agreement.QueryID(q.Query))
	if def == nil {
		return nil, fault.Refuse(fault.NoSuchStep, string(reg.Article), "the register has no query %q", q.Query)
	}
	if err := d.stand().MayAsk(d.model, def, casework.Actor{Party: from, Role: agreement.RoleID(q.Role)}, n.party, agreement.PurposeID(q.Purpose), now); err != nil {
		return nil, err
	}
	if !holds(reg, n.party) {
		return nil, fault.Refuse(fault.WrongSide, string(def.Article), "%s does not hold the register %s", n.party, reg.ID)
	}
	if over[def] {
		return nil, fault.Refuse(fault.CapReached, string(def.Article), "the %d questions of this kind that a party may ask in a day are used up", def.Cap).
			Mend("ask again after midnight of the agreement's zone")
	}
	rec := d.model.Record(reg.Record)
	if err := register.CheckMatch(def, rec, q.Match); err != nil {
		return nil, err
	}
	set := n.regs.of(d.textHash, reg.ID).Set()
	hits := []seal.Hit{}
	if set == nil {
		return hits, nil
	}
	for _, e := range set.Lookup(def, q.Match) {
		h := seal.Hit{Entry: e.ID, Version: set.Version(), Reveals: []string{}}
		for _, f := range def.Reveals {
			v, ok := e.Fields[f]
			if !ok {
				continue
			}
			disc, _, err := seal.Commit(string(f), v, n.cfg.Random)
			if err != nil {
				return nil, err
			}
			text, err := disc.Text()
			if err != nil {
				return nil, err
			}
			h.Reveals = append(h.Reveals, text)
		}
		hits = append(hits, h)
	}
	return hits, nil
}

func holds(reg *agreement.Register, p agreement.PartyID) bool {
	for _, h := range reg.Holders {
		if h == p {
			return true
		}
	}
	return false
}
