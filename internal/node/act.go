package node

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

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
	if req.Once == "" {
		return n.step(ctx, who, req)
	}
	if done, err := n.doneOnce(ctx, who, req); done != nil || err != nil {
		return done, err
	}
	res, err := n.step(ctx, who, req)
	if err != nil { // the same request may have been under way, and was first
		if done, derr := n.doneOnce(ctx, who, req); done != nil {
			return done, derr
		}
	}
	return res, err
}

func (n *Node) step(ctx context.Context, who Who, req StepRequest) (*StepResult, error) {
	var dr *draft
	var err error
	if req.Prepared != "" && who.Filer == nil {
		dr, err = n.drafts.take(req.Prepared, who, n.Now())
	} else {
		dr, err = n.draft(ctx, who, req)
	}
	if err != nil {
		return nil, err
	}
	return n.sign(ctx, who, dr, req)
}

// sign signs a draft and submits it.
func (n *Node) sign(ctx context.Context, who Who, dr *draft, req StepRequest) (*StepResult, error) {
	dr.once = req.Once
	personal := req.Personal
	if dr.step.Personal && personal == nil {
		var err error
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
	signers, err := seal.VerifyAct(s, dr.deal.ring(), n.Now())
	if err != nil {
		return err
	}
	if signers.Person == nil {
		return nil
	}
	own, err := n.roleKeysOf(dr.deal.id, dr.who.ID, agreement.RoleID(s.Act.Role))
	if err != nil || !slices.Contains(own, s.Personal.Key) {
		return fault.Refuse(fault.PersonalInvalid, string(dr.step.Article), "the signature is by another person's role key").
			Mend("sign with the key that was enrolled for you").Wrap(err)
	}
	return nil
}

// submit makes a signed act durable and lets home decide: here and now where this node is home.
func (n *Node) submit(ctx context.Context, dr *draft, s *seal.SignedAct) (*StepResult, error) {
	digest := s.Digest()
	res := &StepResult{Case: dr.id, Act: digest}
	wait := n.waiters.on(digest)
	defer n.waiters.off(digest, wait)
	var elsewhere bool
	err := n.withFile(ctx, dr.deal, dr.id, func(f *file) error {
		if s.Act.Agreement != f.d.textHash { // the case moved while the act was being signed
			return f.elsewhere(dr.deal.model.Version)
		}
		if home := f.homeOf(&s.Act); home == n.party {
			in := &incoming{signed: s, digest: digest, disclosures: dr.disclosures, values: dr.values, mine: true, once: onceKey(dr.who, dr.once), filing: dr.filing}
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
		if n.cfg.Deliver != nil {
			if err := n.cfg.Deliver(ctx); err != nil {
				return nil, err
			}
		}
		if err := n.await(ctx, wait, res); err != nil {
			return nil, err
		}
	}
	err = n.withFile(ctx, dr.deal, dr.id, func(f *file) error {
		if f.c != nil {
			res.State = f.c.State
			res.Options = n.optionsOf(f, dr.who)
		}
		return nil
	})
	return res, err
}

// answerTime is how long a person waits at the screen for home's answer; the act goes on without them.
const answerTime = 5 * time.Second

// await waits for home's answer to an act under way.
func (n *Node) await(ctx context.Context, wait <-chan verdict, res *StepResult) error {
	patience := answerTime
	if n.cfg.Deliver != nil {
		patience = 0 // what was to come has come
	}
	t := time.NewTimer(patience)
	defer t.Stop()
	select {
	case v := <-wait:
		return v.told(res)
	default:
	}
	select {
	case v := <-wait:
		return v.told(res)
	case <-t.C:
		res.Queued = true
	case <-ctx.Done():
		res.Queued = true
	case <-n.running.Done():
		res.Queued = true
	}
	return nil
}

// told is what home's answer is to the person at the screen.
func (v verdict) told(res *StepResult) error {
	if r := v.refusal; r != nil {
		return &fault.Error{Code: fault.Code(r.Code), Article: r.Article, Message: r.Message, Remedy: r.Remedy}
	}
	res.Number = v.number
	return nil
}

// queue keeps an act whose home is elsewhere, with what goes along for home to judge it by.
func (n *Node) queue(ctx context.Context, f *file, dr *draft, s *seal.SignedAct, digest seal.Digest) error {
	p := f.d.model.Procedure(agreement.ProcedureID(s.Act.Procedure))
	home := f.homeOf(&s.Act)
	var kept []concealed
	for _, disc := range dr.disclosures {
		row, err := n.conceal(p, f.id, digest, disc, true)
		if err != nil {
			return err
		}
		kept = append(kept, row)
	}
	mv, err := moveOf(f.d.model, s, dr.values, nil)
	if err != nil {
		return err
	}
	now := n.Now()
	mv.Received, mv.Awaits = notBefore(now, f.received), dr.step.Money != nil || len(homeFacts(f, &s.Act)) > 0
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
		if err := putFiling(ctx, tx, dr.filing); err != nil {
			return err
		}
		if _, err := tx.AddAct(ctx, store.AddActParams{
			Digest: digest, CaseID: f.id, Agreement: f.d.textHash, Kind: s.Act.Kind, Status: store.ActQueued, Author: n.party, Mine: true,
			Body: s.Encode(), Received: at,
		}); err != nil {
			return err
		}
		for _, row := range kept {
			if _, err := n.keep(ctx, tx, row); err != nil {
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
