package node

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/keystore"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/internal/register"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// asked is one question on its way.
type asked struct {
	item  []byte // canonical bytes of the seal.Question
	query *agreement.Query
}

// told is its answer, verified.
type told struct {
	question seal.Digest
	answer   *seal.Answer
}

// askers hold one coalescer for each agreement and holder.
type askers struct {
	mu sync.Mutex
	m  map[askerKey]*peer.Coalescer[asked, told]
}

type askerKey struct {
	text   seal.Digest
	holder agreement.PartyID
}

func (n *Node) asker(d *deal, holder agreement.PartyID) *peer.Coalescer[asked, told] {
	n.askers.mu.Lock()
	defer n.askers.mu.Unlock()
	if n.askers.m == nil {
		n.askers.m = map[askerKey]*peer.Coalescer[asked, told]{}
	}
	k := askerKey{d.textHash, holder}
	if n.askers.m[k] == nil {
		n.askers.m[k] = peer.NewCoalescer(n.cfg.Flights, n.cfg.Batch, func(ctx context.Context, batch []asked) ([]told, error) {
			ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
			defer cancel()
			return n.sendQuestions(ctx, d, holder, batch)
		})
	}
	return n.askers.m[k]
}

// Ask puts a question to a register's other holders. It is refused here where the agreement does not
// permit it; the holder asks the same again.
func (n *Node) Ask(ctx context.Context, who Who, req AskRequest) ([]AskResult, error) {
	d, reg, q, holders, err := n.mayAsk(who, &req)
	if err != nil {
		return nil, err
	}
	out := make([]AskResult, 0, len(holders))
	for _, holder := range holders {
		item, err := n.question(d, reg, q, holder, who, &req)
		if err != nil {
			return nil, err
		}
		start := time.Now()
		t, err := n.asker(d, holder).Ask(ctx, asked{item: item, query: q})
		if err != nil {
			return nil, err
		}
		r, err := result(q, holder, t)
		if err != nil {
			return nil, err
		}
		r.Took = time.Since(start)
		out = append(out, r)
	}
	return out, nil
}

// MaxManifest is how many questions a manifest may have.
const MaxManifest = seal.MaxItems

// AskMany puts a manifest of questions to one holder in one letter. Each is answered or refused for
// itself: results and errors are in the order of the questions.
func (n *Node) AskMany(ctx context.Context, who Who, holder agreement.PartyID, reqs []AskRequest) ([]AskResult, []error, error) {
	if len(reqs) == 0 || len(reqs) > MaxManifest {
		return nil, nil, fault.New(fault.TooLarge, "a manifest has 1 to %d questions, not %d", MaxManifest, len(reqs)).Mend("send it in parts")
	}
	results, errs := make([]AskResult, len(reqs)), make([]error, len(reqs))
	batch, places := make([]asked, 0, len(reqs)), make([]int, 0, len(reqs))
	var first *deal
	for i := range reqs {
		reqs[i].Holder = holder
		d, reg, q, _, err := n.mayAsk(who, &reqs[i])
		if err == nil && first != nil && d != first {
			err = fault.New(fault.Invalid, "a manifest is asked under one agreement")
		}
		var item []byte
		if err == nil {
			item, err = n.question(d, reg, q, holder, who, &reqs[i])
		}
		if err != nil {
			errs[i] = err
			continue
		}
		first = d
		batch, places = append(batch, asked{item: item, query: q}), append(places, i)
	}
	if len(batch) == 0 {
		return results, errs, nil
	}
	start := time.Now()
	answers, err := n.sendQuestions(ctx, first, holder, batch)
	if err != nil {
		return nil, nil, err
	}
	took := time.Since(start)
	for j, i := range places {
		if results[i], errs[i] = result(batch[j].query, holder, answers[j]); errs[i] == nil {
			results[i].Took = took
		}
	}
	return results, errs, nil
}

// mayAsk asks the agreement whether the person may put this question, and to whom.
func (n *Node) mayAsk(who Who, req *AskRequest) (*deal, *agreement.Register, *agreement.Query, []agreement.PartyID, error) {
	fail := func(err error) (*deal, *agreement.Register, *agreement.Query, []agreement.PartyID, error) {
		return nil, nil, nil, nil, err
	}
	if err := who.Content(); err != nil {
		return fail(err)
	}
	if err := n.maySign(); err != nil {
		return fail(err)
	}
	d, err := n.deal(req.Agreement)
	if err != nil {
		return fail(err)
	}
	reg := d.model.Register(req.Register)
	if reg == nil {
		return fail(fault.New(fault.NoSuchStep, "the agreement has no register %q", req.Register).Mend("see its articles for what it has"))
	}
	q := reg.Query(req.Query)
	if q == nil {
		return fail(fault.Refuse(fault.NoSuchStep, string(reg.Article), "the register %s has no query %q", reg.ID, req.Query).Mend("see the article for its queries"))
	}
	held := who.RolesIn(d.id)
	for _, r := range q.By {
		if req.Role == "" && slices.Contains(held, r) {
			req.Role = r
		}
	}
	if req.Role == "" && len(held) > 0 {
		req.Role = held[0]
	}
	if !slices.Contains(held, req.Role) {
		return fail(fault.Refuse(fault.WrongRole, string(q.Article), "you hold no role that may ask this").Mend("these roles may: %v", q.By))
	}
	now := n.Now()
	if err := d.inForce(now); err != nil {
		return fail(err)
	}
	if err := d.stand().May(d.model, q, casework.Actor{Party: n.party, Role: req.Role}, req.Purpose, now); err != nil {
		return fail(err)
	}
	if req.Holder != "" && (!slices.Contains(reg.Holders, req.Holder) || req.Holder == n.party) {
		return fail(fault.Refuse(fault.WrongSide, string(q.Article), "%s is not another holder of the register", req.Holder))
	}
	var holders []agreement.PartyID
	for _, h := range reg.Holders { // those between whom and this party the article is in force
		if h == n.party || req.Holder != "" && h != req.Holder {
			continue
		}
		if why := d.stand().MayAsk(d.model, q, casework.Actor{Party: n.party, Role: req.Role}, h, req.Purpose, now); why != nil {
			err = why
			continue
		}
		holders = append(holders, h)
	}
	if len(holders) == 0 {
		return fail(err)
	}
	return d, reg, q, holders, nil
}

// question makes the canonical bytes of one question to one holder.
func (n *Node) question(d *deal, reg *agreement.Register, q *agreement.Query, holder agreement.PartyID, who Who, req *AskRequest) ([]byte, error) {
	values := make(map[agreement.FieldID]any, len(req.Match))
	for f, v := range req.Match {
		values[f] = v
	}
	match, err := register.Question(q, d.model.Record(reg.Record), values)
	if err != nil {
		return nil, err
	}
	nonce, err := seal.NewNonce(n.cfg.Random)
	if err != nil {
		return nil, err
	}
	day := n.Now().In(d.model.Location()).Format(time.DateOnly)
	question := seal.Question{
		Match: match, Nonce: nonce, Person: string(n.people.QueryPseudonym(who, string(holder), day)), Purpose: string(req.Purpose),
		Query: string(q.ID), Register: string(reg.ID), Role: string(req.Role),
	}
	return question.Encode(), nil
}

// result reads an answer for the person who asked.
func result(q *agreement.Query, holder agreement.PartyID, t told) (AskResult, error) {
	r := AskResult{Question: t.question, Holder: holder, Opens: q.Opens, Article: q.Article}
	if ref := t.answer.Refused; ref != nil {
		return r, &fault.Error{Code: fault.Code(ref.Code), Article: ref.Article, Message: ref.Message, Remedy: ref.Remedy}
	}
	for _, h := range t.answer.Hits {
		v := HitView{Entry: h.Entry, Version: h.Version, Fields: map[agreement.FieldID]any{}}
		for _, text := range h.Reveals {
			disc, err := seal.ParseDisclosure(text)
			if err != nil {
				return r, err
			}
			if !slices.Contains(q.Reveals, agreement.FieldID(disc.Field)) {
				return r, fault.Refuse(fault.NotShared, string(q.Article), "%s revealed the field %s, which the query does not", holder, disc.Field)
			}
			v.Fields[agreement.FieldID(disc.Field)] = disc.Value
		}
		r.Hits = append(r.Hits, v)
	}
	return r, nil
}

// traceKey names the key under which what was asked of whom is kept until its day.
func traceKey(d *deal, q *agreement.Query, now time.Time) (store.Compartment, store.Micros) {
	expires := d.model.After(q.Keep, now)
	// By whole days, so that one key serves all that is asked in a day.
	day := expires.In(d.model.Location()).AddDate(0, 0, 1)
	end := time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, d.model.Location())
	return store.Compartment("trace/" + string(d.log) + "/" + string(q.ID) + "/" + end.Format(time.DateOnly)), store.MicrosOf(end)
}

// keepLetter makes the row and the log entries of a letter of questions or answers: the signed head in
// clear, the items under the trace's key, an entry for each item.
func (n *Node) keepLetter(d *deal, l *seal.Letter, direction store.Direction, other agreement.PartyID, c store.Compartment, expires store.Micros) (store.AddEnvelopeParams, *store.Run, error) {
	digest := l.Digest()
	size := 0
	for _, item := range l.Items {
		size += len(item) + 1
	}
	plain := make([]byte, 0, size)
	commitments := make([][32]byte, len(l.Items))
	for i, item := range l.Items {
		plain = append(append(plain, item...), '\n')
		commitments[i] = sum256(item)
	}
	ciphertext, err := n.vault.Encrypt(keystore.Compartment(c), []byte(digest), plain)
	if err != nil {
		return store.AddEnvelopeParams{}, nil, err
	}
	kind := ledger.KindQuestion
	if l.Envelope.Kind == seal.LetterAnswers {
		kind = ledger.KindAnswer
	}
	run, err := n.entries(d, kind, letterRef(store.MicrosOf(l.Envelope.Sent.Time), digest), c, commitments)
	head := append(append(l.Envelope.Encode(), '\n'), l.Signature...)
	return store.AddEnvelopeParams{
		Digest: digest, Agreement: d.textHash, Peer: other, Direction: direction, Kind: l.Envelope.Kind, Re: l.Envelope.Re, Head: head, Items: ciphertext,
		Compartment: c, Sent: store.MicrosOf(l.Envelope.Sent.Time), Expires: expires,
	}, run, err
}

// letterRef is by what a letter's log entries are found: in the order of time, so that entering a new one at the end costs
// little however many there are.
func letterRef(sent store.Micros, digest seal.Digest) string {
	return fmt.Sprintf("letter/%016x/%s", int64(sent), strings.TrimPrefix(string(digest), "sha256:")[:16])
}

// sendQuestions asks a batch in one letter. Both the letter and its answer are durable and logged here
// before anybody hears the answer.
func (n *Node) sendQuestions(ctx context.Context, d *deal, holder agreement.PartyID, batch []asked) ([]told, error) {
	items := make([][]byte, len(batch))
	longest := batch[0].query
	for i := range batch {
		items[i] = batch[i].item
		if longer(batch[i].query.Keep, longest.Keep) {
			longest = batch[i].query
		}
	}
	nonce, err := seal.NewNonce(n.cfg.Random)
	if err != nil {
		return nil, err
	}
	now := n.Now()
	l, err := seal.BuildLetter(seal.Envelope{
		Agreement: d.textHash, From: string(n.party), Kind: seal.LetterQuestions, Nonce: nonce, Sent: sealTime(now), To: string(holder), World: n.world,
	}, items, n.home.Sign)
	if err != nil {
		return nil, err
	}
	compartment, expires := traceKey(d, longest, now)
	if err := n.oweTrace(ctx, compartment, expires); err != nil {
		return nil, err
	}
	row, run, err := n.keepLetter(d, l, store.Outgoing, holder, compartment, expires)
	if err != nil {
		return nil, err
	}
	if err := n.addLetters(ctx, []store.AddEnvelopeParams{row}, []*store.Run{run}); err != nil {
		return nil, err
	}
	line := n.lineTo(holder)
	if line == nil {
		return nil, fault.New(fault.PeerAway, "no line leads to %s", holder)
	}
	n.letters.Add(1)
	answer, err := line.client.Load().Send(ctx, l.Encode())
	if err != nil {
		return nil, err
	}
	back, err := seal.OpenLetter(answer, d.ring(), n.Now(), seal.Expect{
		To: string(n.party), From: string(holder), Agreement: d.textHash, Kind: seal.LetterAnswers, Re: row.Digest, Skew: n.cfg.MaxSkew,
	})
	if err != nil {
		return nil, err
	}
	if len(back.Items) != len(batch) {
		return nil, fault.New(fault.Malformed, "%s answered %d of %d questions", holder, len(back.Items), len(batch))
	}
	n.heard.Store(holder, n.Now())
	// Answers name their questions, and may stand in any order.
	answers := make(map[seal.Digest]*seal.Answer, len(batch))
	for _, raw := range back.Items {
		a, err := seal.DecodeAnswer(raw)
		if err != nil {
			return nil, err
		}
		answers[a.Question] = a
	}
	out := make([]told, len(batch))
	for i := range items {
		out[i].question = seal.DigestOf(items[i])
		if out[i].answer = answers[out[i].question]; out[i].answer == nil {
			return nil, fault.New(fault.Malformed, "%s left a question unanswered", holder)
		}
	}
	row, run, err = n.keepLetter(d, back, store.Incoming, holder, compartment, expires)
	if err != nil {
		return nil, err
	}
	return out, n.addLetters(ctx, []store.AddEnvelopeParams{row}, []*store.Run{run})
}

// addLetters is one transaction. A letter that is there already was replayed.
func (n *Node) addLetters(ctx context.Context, rows []store.AddEnvelopeParams, runs []*store.Run) error {
	return n.db.Update(ctx, func(tx *store.Tx) error {
		for _, r := range rows {
			added, err := tx.AddEnvelope(ctx, r)
			if err != nil {
				return err
			}
			if added == 0 {
				return fault.New(fault.Replayed, "this letter was here before").Mend("ask anew")
			}
		}
		return n.logged(tx, runs...)
	})
}

// oweTrace makes durable, before a key is used for the first time, until when what is under it may be kept: the sweeper
// finds what is due among duties, and need not look through letters.
func (n *Node) oweTrace(ctx context.Context, c store.Compartment, expires store.Micros) error {
	if _, owed := n.traces.Load(c); owed {
		return nil
	}
	err := n.db.Update(ctx, func(tx *store.Tx) error {
		_, err := tx.AddErasure(ctx, store.AddErasureParams{Compartment: c, Due: expires})
		return err
	})
	if err == nil {
		n.traces.Store(c, true)
		n.stirred.Store(true)
	}
	return err
}

func (n *Node) lineTo(p agreement.PartyID) *line {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return n.clients[p]
}

func longer(a, b agreement.Period) bool {
	from := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	return a.AddTo(from, time.UTC).After(b.AddTo(from, time.UTC))
}

// eraseTrace destroys what was asked of whom, at the end of its time: the signed heads and the hashes in
// the log stay, and from them nothing can be read.
func (n *Node) eraseTrace(ctx context.Context, c store.Compartment) error {
	if err := n.vault.Destroy(keystore.Compartment(c)); err != nil {
		return err
	}
	return n.db.Update(ctx, func(tx *store.Tx) error {
		if _, err := tx.ClearEnvelopeItems(ctx, c); err != nil {
			return err
		}
		if _, err := tx.FinishErasure(ctx, store.FinishErasureParams{Compartment: c, Done: store.MicrosOf(n.Now())}); err != nil {
			return err
		}
		_, err := tx.BlindLeafRuns(ctx, c)
		return err
	})
}
