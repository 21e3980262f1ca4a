package node

import (
	"context"
	"crypto/rand"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// draft is an act before its signatures, with what it discloses.
type draft struct {
	act         seal.Act
	disclosures []seal.Disclosure
	values      map[agreement.FieldID]any
	deal        *deal
	id          casework.CaseID
	who         Who
	step        *agreement.Step
	outflows    []casework.Outflow
	expires     time.Time
	once        string
}

// drafts keeps prepared acts until their person has signed; not durable: whoever waits too long
// prepares again.
type drafts struct {
	mu   sync.Mutex
	open map[string]*draft
}

const (
	draftLife = 15 * time.Minute
	maxDrafts = 10_000
)

func (ds *drafts) put(d *draft, now time.Time) (string, error) {
	ds.mu.Lock()
	defer ds.mu.Unlock()
	if ds.open == nil {
		ds.open = map[string]*draft{}
	}
	for name, o := range ds.open {
		if now.After(o.expires) {
			delete(ds.open, name)
		}
	}
	if len(ds.open) >= maxDrafts {
		return "", fault.New(fault.Unavailable, "too many acts wait for a signature").Mend("try again in a few minutes")
	}
	name := hexOf(random(16))
	ds.open[name] = d
	return name, nil
}

func (ds *drafts) take(name string, who Who, now time.Time) (*draft, error) {
	ds.mu.Lock()
	defer ds.mu.Unlock()
	d, ok := ds.open[name]
	if !ok || d.who.ID != who.ID || now.After(d.expires) {
		return nil, fault.New(fault.NotFound, "there is no such act waiting for your signature").Mend("prepare it again")
	}
	delete(ds.open, name)
	return d, nil
}

// Prepare makes the act that a step would be, for the person's own key to sign elsewhere.
func (n *Node) Prepare(ctx context.Context, who Who, req StepRequest) (*Preparation, error) {
	dr, err := n.draft(ctx, who, req)
	if err != nil {
		return nil, err
	}
	dr.expires = n.Now().Add(draftLife)
	name, err := n.drafts.put(dr, n.Now())
	if err != nil {
		return nil, err
	}
	return &Preparation{Name: name, Act: dr.act.Encode(), Expires: dr.expires, Outflows: dr.outflows}, nil
}

// Preview says what a step would lead to, or why it is refused, and does nothing.
func (n *Node) Preview(ctx context.Context, who Who, req StepRequest) ([]casework.Outflow, error) {
	dr, err := n.draft(ctx, who, req)
	if err != nil {
		return nil, err
	}
	return dr.outflows, nil
}

// Step takes a step: refused at once where this node sees that it is not permitted, otherwise signed,
// made durable, and taken or refused by the case's home.
func (n *Node) Step(ctx context.Context, who Who, req StepRequest) (*StepResult, error) {
	if err := n.maySign(); err != nil {
		return nil, err
	}
	if req.Once != "" {
		if done, err := n.doneOnce(ctx, who, req); done != nil || err != nil {
			return done, err
		}
	}
	var dr *draft
	var err error
	if req.Prepared != "" {
		dr, err = n.drafts.take(req.Prepared, who, n.Now())
	} else {
		dr, err = n.draft(ctx, who, req)
	}
	if err != nil {
		return nil, err
	}
	dr.once = req.Once
	personal := req.Personal
	if dr.step.Personal && personal == nil {
		if personal, err = n.inCustody(who, dr); err != nil {
			return nil, err
		}
	}
	signed, err := seal.CountersignAct(dr.act, personal, n.home.Sign)
	if err != nil {
		return nil, err
	}
	if err := n.checkPersonal(dr, signed); err != nil {
		return nil, err
	}
	return n.submit(ctx, dr, signed)
}

// inCustody signs with the role key that this node keeps for the person: only in an exercise.
func (n *Node) inCustody(who Who, dr *draft) (*seal.Personal, error) {
	missing := fault.Refuse(fault.PersonalMissing, string(dr.step.Article), "this step needs your own signature").
		Mend("prepare the act, sign it with your role key, and send it with the signature")
	if n.world != agreement.WorldExercise {
		return nil, missing
	}
	key, err := n.home.RoleKey(string(who.ID), agreement.RoleID(dr.act.Role))
	if err != nil {
		return nil, missing.Wrap(err)
	}
	return seal.SignPersonal(&dr.act, key)
}

// checkPersonal holds the personal signature to the person: certified for the role, and this person's
// and nobody else's.
func (n *Node) checkPersonal(dr *draft, s *seal.SignedAct) error {
	signers, err := seal.VerifyAct(s, dr.deal.ring.Load(), n.Now())
	if err != nil {
		return err
	}
	if signers.Person == nil {
		return nil
	}
	own, err := n.roleKeyOf(dr.deal.id, dr.who.ID, agreement.RoleID(s.Act.Role))
	if err != nil || own != s.Personal.Key {
		return fault.Refuse(fault.PersonalInvalid, string(dr.step.Article), "the signature is by another person's role key").
			Mend("sign with the key that was enrolled for you").Wrap(err)
	}
	return nil
}

// draft makes an act of a request, and asks the engine whether it is permitted now.
func (n *Node) draft(ctx context.Context, who Who, req StepRequest) (*draft, error) {
	if err := who.Content(); err != nil {
		return nil, err
	}
	d, err := n.dealFor(ctx, req)
	if err != nil {
		return nil, err
	}
	now := n.Now()
	if err := d.inForce(now); err != nil {
		return nil, err
	}
	id := req.Case
	if id == "" {
		id = newCaseID()
	}
	var dr *draft
	err = n.withFile(ctx, d, id, func(f *file) error {
		var err error
		dr, err = n.draftIn(f, who, req, now)
		return err
	})
	if req.Case == "" {
		n.files.drop(id) // nothing is there until it is submitted
	}
	return dr, err
}

func (n *Node) dealFor(ctx context.Context, req StepRequest) (*deal, error) {
	if req.Agreement != "" || req.Case == "" {
		return n.deal(req.Agreement)
	}
	return n.dealOfCase(ctx, req.Case)
}

func (n *Node) dealOfCase(ctx context.Context, id casework.CaseID) (*deal, error) {
	var row store.CaseFile
	err := n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		row, err = tx.GetCase(ctx, id)
		return err
	})
	if err != nil {
		if fault.CodeOf(err) == fault.NotFound {
			return nil, fault.New(fault.NotFound, "there is no case %s here", id).Mend("look it up in the list of cases")
		}
		return nil, err
	}
	return n.dealOf(row.Agreement)
}

func (n *Node) draftIn(f *file, who Who, req StepRequest, now time.Time) (*draft, error) {
	d := f.d
	var p *agreement.Procedure
	sides := req.Sides
	switch {
	case f.c != nil:
		p, sides = f.c.Procedure, f.c.Sides
	case req.Case != "":
		return nil, fault.New(fault.NotFound, "there is no case %s here", req.Case).Mend("look it up in the list of cases")
	default:
		if p = d.model.Procedure(req.Procedure); p == nil {
			return nil, fault.New(fault.NoSuchStep, "the agreement has no procedure %q", req.Procedure).Mend("see its articles for what it has")
		}
	}
	step := p.Step(req.Step)
	if step == nil {
		return nil, fault.Refuse(fault.NoSuchStep, string(p.Article), "%s has no step %q", p.ID, req.Step).Mend("choose one of the steps that the article names")
	}
	role, side, err := actAs(d, p, step, who, n.party, sides, req)
	if err != nil {
		return nil, err
	}
	if f.c == nil {
		bound := map[agreement.SideID]agreement.PartyID{side: n.party}
		if side == "" {
			bound = map[agreement.SideID]agreement.PartyID{}
		}
		for s, party := range sides {
			bound[s] = party
		}
		sides = casework.Bind(d.model, p, bound)
	}
	dr := &draft{deal: d, id: f.id, who: who, step: step, values: req.Values}
	a := &dr.act
	*a = seal.Act{
		Agreement: d.textHash, Article: string(step.Article), Basis: f.row.LastReceipt, Case: string(f.id), Facts: []seal.Fact{},
		Gives: []seal.Commitment{}, Ground: req.Ground, Head: *d.head.Load(), Key: n.home.Sign.ID(), Kind: seal.KindStep, Made: sealTime(now),
		Model: d.modelHash, Party: string(n.party), Person: string(n.people.Pseudonym(who, f.id)), Procedure: string(p.ID),
		Role: string(role), Side: string(side), Sides: []seal.Binding{}, Step: string(step.ID), Type: seal.TypeAct, World: n.world,
	}
	if a.Nonce, err = seal.NewNonce(rand.Reader); err != nil {
		return nil, err
	}
	if f.c == nil {
		for s, party := range sides {
			a.Sides = append(a.Sides, seal.Binding{Party: string(party), Side: string(s)})
		}
		slices.SortFunc(a.Sides, func(x, y seal.Binding) int { return strings.Compare(x.Side, y.Side) })
	}
	for field, v := range req.Values {
		disclosure, commitment, err := seal.Commit(string(field), v, rand.Reader)
		if err != nil {
			return nil, err
		}
		dr.disclosures = append(dr.disclosures, disclosure)
		a.Gives = append(a.Gives, commitment)
	}
	slices.SortFunc(a.Gives, func(x, y seal.Commitment) int { return strings.Compare(x.Field, y.Field) })
	slices.SortFunc(dr.disclosures, func(x, y seal.Disclosure) int { return strings.Compare(x.Field, y.Field) })
	mv, err := moveOf(&seal.SignedAct{Act: *a}, req.Values)
	if err != nil {
		return nil, err
	}
	mv.Received, mv.Personal = notBefore(now, f.received), true // the signature is asked for when the act is signed
	next, err := f.apply(a, mv)
	if err != nil {
		return nil, err
	}
	if f.c != nil {
		for _, o := range f.c.Options(casework.Actor{Party: n.party, Role: role, Person: mv.Person}, now) {
			if o.Step.ID == step.ID && o.Side == side {
				dr.outflows = o.Shares
			}
		}
	} else {
		dr.outflows = opened(next, n.party, now)
	}
	return dr, nil
}

// opened is what the fields of a fresh case are shared as.
func opened(c *casework.Case, self agreement.PartyID, now time.Time) []casework.Outflow {
	var out []casework.Outflow
	for i := range c.Procedure.Shares {
		s := &c.Procedure.Shares[i]
		for _, with := range s.With {
			party := c.Sides[with.Side]
			var fields []agreement.FieldID
			for _, f := range s.Fields {
				if _, given := c.Given[f]; given && party != "" && c.Sees(casework.Actor{Party: party, Role: with.Role}, f, now) == nil {
					fields = append(fields, f)
				}
			}
			if len(fields) > 0 {
				out = append(out, casework.Outflow{Share: s, Party: party, Role: with.Role, Fields: fields})
			}
		}
	}
	return out
}

// actAs finds as what a person takes a step: the role must be theirs, and the party on the side.
func actAs(d *deal, p *agreement.Procedure, step *agreement.Step, who Who, party agreement.PartyID, sides map[agreement.SideID]agreement.PartyID, req StepRequest) (agreement.RoleID, agreement.SideID, error) {
	held := who.RolesIn(d.id)
	if req.Role != "" && !slices.Contains(held, req.Role) {
		return "", "", fault.Refuse(fault.WrongRole, string(step.Article), "you do not hold the role %s", req.Role).Mend("act in a role of your own")
	}
	for _, by := range step.By {
		if req.Role != "" && by.Role != req.Role || !slices.Contains(held, by.Role) {
			continue
		}
		if req.Side != "" && by.Side != req.Side {
			continue
		}
		if bound, ok := sides[by.Side]; by.Side != "" && ok && bound != party {
			continue
		}
		return by.Role, by.Side, nil
	}
	// None fits. The engine words the refusal, for the role and side that come nearest.
	role, side := req.Role, req.Side
	if role == "" && len(held) > 0 {
		role = held[0]
	}
	if side == "" {
		for s, bound := range sides {
			if bound == party && (side == "" || s < side) {
				side = s
			}
		}
		if side == "" && len(step.By) > 0 {
			side = step.By[0].Side
		}
	}
	if role == "" {
		return "", "", fault.Refuse(fault.WrongRole, string(step.Article), "you hold no role under this agreement").Mend("ask whoever looks after the node to enter your role")
	}
	if p.Side(side) == nil && len(p.Sides) > 0 {
		return "", "", fault.Refuse(fault.WrongSide, string(step.Article), "%s has no side %q", p.ID, side).Mend("see the article for its sides")
	}
	return role, side, nil
}

// submit makes a signed act durable and lets home decide: here and now where this node is home.
func (n *Node) submit(ctx context.Context, dr *draft, s *seal.SignedAct) (*StepResult, error) {
	digest := s.Digest()
	res := &StepResult{Case: dr.id, Act: digest}
	wait := n.waiters.on(digest)
	defer n.waiters.off(digest, wait)
	var elsewhere bool
	err := n.withFile(ctx, dr.deal, dr.id, func(f *file) error {
		if home := f.homeOf(&s.Act); home == n.party {
			in := &incoming{signed: s, digest: digest, disclosures: dr.disclosures, values: dr.values, mine: true, once: onceKey(dr.who, dr.once)}
			rec, err := n.order(ctx, f, in)
			if err != nil {
				return err
			}
			res.Number = rec.Receipt.Number
			return nil
		}
		elsewhere = true
		return n.queue(ctx, f, dr, s, digest)
	})
	if err != nil {
		return nil, err
	}
	if elsewhere {
		n.wakeLines(dr.deal.parties...)
		if err := n.await(ctx, wait, res); err != nil {
			return nil, err
		}
	}
	err = n.withFile(ctx, dr.deal, dr.id, func(f *file) error {
		if f.c != nil {
			res.State = f.c.State
			for _, role := range dr.who.RolesIn(dr.deal.id) {
				res.Options = append(res.Options, f.c.Options(casework.Actor{Party: n.party, Role: role, Person: n.people.Pseudonym(dr.who, f.id)}, n.Now())...)
			}
		}
		return nil
	})
	return res, err
}

// answerTime is how long a person waits at the screen for home's answer; the act goes on without them.
const answerTime = 5 * time.Second

// await waits for home's answer to an act under way.
func (n *Node) await(ctx context.Context, wait <-chan verdict, res *StepResult) error {
	t := time.NewTimer(answerTime)
	defer t.Stop()
	select {
	case v := <-wait:
		if v.refusal != nil {
			r := v.refusal
			return (&fault.Error{Code: fault.Code(r.Code), Article: r.Article, Message: r.Message, Remedy: r.Remedy})
		}
		res.Number = v.number
	case <-t.C:
		res.Queued = true
	case <-ctx.Done():
		res.Queued = true
	case <-n.running.Done():
		res.Queued = true
	}
	return nil
}

// queue keeps an act whose home is elsewhere, with what goes along for home to judge it by.
func (n *Node) queue(ctx context.Context, f *file, dr *draft, s *seal.SignedAct, digest seal.Digest) error {
	p := f.d.model.Procedure(agreement.ProcedureID(s.Act.Procedure))
	home := f.homeOf(&s.Act)
	var kept []store.AddDisclosureParams
	for _, disc := range dr.disclosures {
		row, err := n.conceal(p, f.id, digest, disc, true)
		if err != nil {
			return err
		}
		kept = append(kept, row)
	}
	mv, err := moveOf(s, dr.values)
	if err != nil {
		return err
	}
	now := n.Now()
	mv.Received = notBefore(now, f.received)
	next, err := f.apply(&s.Act, mv)
	if err != nil {
		return err
	}
	with := next.Entitled(home, now)
	run, err := n.entry(f.d, ledger.KindAct, string(digest), digest)
	if err != nil {
		return err
	}
	at := store.MicrosOf(now)
	once := onceKey(dr.who, dr.once)
	err = n.db.Update(ctx, func(tx *store.Tx) error {
		if err := putOnce(ctx, tx, once, digest); err != nil {
			return err
		}
		if _, err := tx.AddAct(ctx, store.AddActParams{
			Digest: digest, CaseID: f.id, Agreement: f.d.textHash, Kind: s.Act.Kind, Status: store.ActQueued, Author: n.party, Mine: true,
			Body: s.Encode(), Received: at,
		}); err != nil {
			return err
		}
		for _, row := range kept {
			if _, err := tx.AddDisclosure(ctx, row); err != nil {
				return err
			}
			if slices.Contains(with, row.Field) {
				if _, err := tx.AddSent(ctx, store.AddSentParams{Act: digest, Field: row.Field, Party: home, CaseID: f.id, At: at}); err != nil {
					return err
				}
			}
		}
		if err := n.logged(tx, run); err != nil {
			return err
		}
		return tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: f.d.textHash, Peer: home, Kind: outAct, Ref: string(digest), Created: at})
	})
	if err != nil {
		n.forget(f.id)
		return err
	}
	for _, row := range kept {
		f.mine = append(f.mine, held{digest, row.Field})
		if slices.Contains(with, row.Field) {
			f.sent[sentKey{held{digest, row.Field}, home}] = true
		}
	}
	return nil
}

// onceKey names a promise that one asking is one act.
func onceKey(who Who, once string) string {
	if once == "" || who == nil {
		return ""
	}
	return "once/" + string(who.ID) + "/" + once
}

func putOnce(ctx context.Context, tx *store.Tx, key string, digest seal.Digest) error {
	if key == "" {
		return nil
	}
	added, err := tx.AddMeta(ctx, store.AddMetaParams{Key: key, Value: []byte(digest)})
	if err == nil && added == 0 {
		return fault.New(fault.Conflict, "this has just been sent").Mend("look at the case: it is there")
	}
	return err
}

// doneOnce gives the result of an act that was asked for before under the same name.
func (n *Node) doneOnce(ctx context.Context, who Who, req StepRequest) (*StepResult, error) {
	var act store.Act
	err := n.db.View(ctx, func(tx *store.Tx) error {
		digest, err := tx.GetMeta(ctx, onceKey(who, req.Once))
		if err != nil {
			return err
		}
		act, err = tx.GetAct(ctx, seal.Digest(digest))
		return err
	})
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		return nil, nil
	case err != nil:
		return nil, err
	case act.Status == store.ActRefused:
		r, err := seal.DecodeSignedRefusal(act.Refusal)
		if err != nil {
			return nil, err
		}
		return nil, &fault.Error{Code: fault.Code(r.Refusal.Code), Article: r.Refusal.Article, Message: r.Refusal.Message, Remedy: r.Refusal.Remedy}
	}
	res := &StepResult{Case: act.CaseID, Act: act.Digest, Number: uint64(act.Number), Queued: act.Status == store.ActQueued}
	d, err := n.dealOf(act.Agreement)
	if err != nil {
		return nil, err
	}
	return res, n.withFile(ctx, d, act.CaseID, func(f *file) error {
		if f.c != nil {
			res.State = f.c.State
		}
		return nil
	})
}

// notBefore keeps the instants of a case in order even where a clock was set back.
func notBefore(now, last time.Time) time.Time {
	if now.After(last) {
		return now
	}
	return last.Add(time.Microsecond)
}

// waiters are people at the screen who wait for home's answer to their act.
type waiters struct {
	mu sync.Mutex
	m  map[seal.Digest][]chan verdict
}

type verdict struct {
	number  uint64
	refusal *seal.Refusal
}

func (w *waiters) on(d seal.Digest) chan verdict {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.m == nil {
		w.m = map[seal.Digest][]chan verdict{}
	}
	c := make(chan verdict, 1)
	w.m[d] = append(w.m[d], c)
	return c
}

func (w *waiters) off(d seal.Digest, c chan verdict) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.m[d] = slices.DeleteFunc(w.m[d], func(o chan verdict) bool { return o == c })
	if len(w.m[d]) == 0 {
		delete(w.m, d)
	}
}

func (w *waiters) tell(d seal.Digest, v verdict) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, c := range w.m[d] {
		select {
		case c <- v:
		default:
		}
	}
}
