package node

import (
	"context"
	"crypto/rand"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// Handle takes a letter from another node and gives the letter that answers it (peer.Handler).
func (n *Node) Handle(ctx context.Context, from agreement.PartyID, letter []byte) ([]byte, error) {
	if err := n.maySign(); err != nil {
		return nil, err // not even that it has taken something: what it took would be lost with this database
	}
	l, err := seal.DecodeLetter(letter)
	if err != nil {
		return nil, err
	}
	env := &l.Envelope
	if env.Kind == seal.LetterDraft {
		return n.takeDrafts(ctx, from, l)
	}
	d, err := n.dealOf(env.Agreement)
	if err != nil {
		return nil, err
	}
	if err := n.checkEnvelope(d, from, l); err != nil {
		return nil, err
	}
	n.heard.Store(from, n.Now())
	switch env.Kind {
	case seal.LetterQuestions:
		return n.answer(ctx, d, from, l)
	case seal.LetterPost:
		return n.takePost(ctx, d, from, l)
	}
	return nil, fault.New(fault.Malformed, "a letter of the kind %q answers another; it cannot come first", env.Kind)
}

// checkEnvelope holds a letter to its line: signed by the party that the connection belongs to, for
// this node, now.
func (n *Node) checkEnvelope(d *deal, from agreement.PartyID, l *seal.Letter) error {
	return l.Verify(d.ring(), n.Now(), seal.Expect{To: string(n.party), From: string(from), Agreement: d.textHash, Skew: n.cfg.MaxSkew})
}

// takePost takes each item of a letter for itself, and acknowledges each: taken, or why not.
func (n *Node) takePost(ctx context.Context, d *deal, from agreement.PartyID, l *seal.Letter) ([]byte, error) {
	acks := make([][]byte, 0, len(l.Items))
	for _, raw := range l.Items {
		ack := seal.Ack{Digest: seal.DigestOf(raw)}
		if err := n.takeItem(ctx, d, from, raw); err != nil {
			e := asFault(err)
			if e.Code == fault.Internal {
				n.log.Error("an item of the post failed", "from", from, "err", err, "cause", e.Err)
			}
			ack.Code, ack.Article, ack.Message, ack.Remedy = string(e.Code), e.Article, e.Message, e.Remedy
		}
		acks = append(acks, ack.Encode())
	}
	return n.letter(d, from, seal.LetterAck, l.Envelope.Digest(), acks)
}

// letter signs a letter.
func (n *Node) letter(d *deal, to agreement.PartyID, kind string, re seal.Digest, items [][]byte) ([]byte, error) {
	return n.letterUnder(d.textHash, to, kind, re, items)
}

// letterUnder signs a letter under a text, or within a negotiation.
func (n *Node) letterUnder(text seal.Digest, to agreement.PartyID, kind string, re seal.Digest, items [][]byte) ([]byte, error) {
	if err := n.maySign(); err != nil {
		return nil, err
	}
	nonce, err := seal.NewNonce(rand.Reader) // of the envelope, which no log holds: whichever letter goes first takes nothing from cfg.Random
	if err != nil {
		return nil, err
	}
	l, err := seal.BuildLetter(seal.Envelope{
		Agreement: text, From: string(n.party), Kind: kind, Nonce: nonce, Re: re, Sent: sealTime(n.Now()), To: string(to), World: n.world,
	}, items, n.home.Sign)
	if err != nil {
		return nil, err
	}
	return l.Encode(), nil
}

func (n *Node) takeItem(ctx context.Context, d *deal, from agreement.PartyID, raw []byte) error {
	p, err := seal.DecodePost(raw)
	if err != nil {
		return err
	}
	switch {
	case p.RelayRequest:
		return n.relay(ctx, d, from, p)
	case p.Receipt != nil && p.Act != nil:
		return n.receive(ctx, d, p)
	case p.Act != nil:
		return n.receiveAct(ctx, d, p)
	case p.Sealed != nil:
		return n.receiveBundle(ctx, d, from, p.Sealed)
	case p.Refusal != nil:
		return n.receiveRefusal(ctx, d, p.Refusal)
	case p.Relay != nil:
		return n.receiveRelay(ctx, d, p.Relay)
	case p.Cosignature != "":
		return n.cosigned(ctx, d, from, p)
	case p.Checkpoint != "":
		return n.witness(ctx, d, from, p)
	case p.Catchup != nil:
		return n.catchUp(ctx, d, from, p.Catchup)
	}
	return fault.New(fault.Malformed, "an item of the post that carries nothing")
}

// receiveAct is home's door: an act of another party that asks for its place. Whatever becomes of it
// is durable before it is acknowledged, and an act that comes twice gets the same answer twice.
func (n *Node) receiveAct(ctx context.Context, d *deal, p *seal.Post) error {
	s := p.Act
	id, digest := casework.CaseID(s.Act.Case), s.Digest()
	if len(id) != 32 {
		return fault.New(fault.Malformed, "%.40q is no case", string(id))
	}
	return n.withFile(ctx, d, id, func(f *file) error {
		if home := f.homeOf(&s.Act); home != n.party {
			return fault.New(fault.NotHome, "the acts of this case are ordered by %s, not by %s", home, n.party)
		}
		known, err := n.again(ctx, d, digest)
		if known || err != nil {
			return err
		}
		in := &incoming{signed: s, digest: digest, relay: p.Relay}
		// What its author's node has not signed is nobody's act, and what comes beside an act says nothing against it:
		// neither gets a verdict.
		if err := n.authentic(d, s, n.Now()); err != nil && fault.CodeOf(err) != fault.PersonalInvalid {
			return err
		}
		if err := n.checkRelay(f, in, n.Now()); err != nil {
			return err
		}
		if p.Sealed != nil {
			if in.disclosures, err = n.openBundle(s, p.Sealed); err != nil {
				return err
			}
			in.values = valuesOf(in.disclosures)
		}
		if _, err := n.order(ctx, f, in); err != nil {
			return n.refuse(ctx, f, in, err)
		}
		return nil
	})
}

// again answers an act that has its verdict already by sending that verdict again.
func (n *Node) again(ctx context.Context, d *deal, digest seal.Digest) (bool, error) {
	known := false
	err := n.db.Update(ctx, func(tx *store.Tx) error {
		known = false
		act, err := tx.GetAct(ctx, digest)
		if store.Missing(err) || err == nil && act.Status == store.ActQueued {
			return nil
		} else if err != nil {
			return err
		}
		known = true
		kind := outReceipt
		if act.Status == store.ActRefused {
			kind = outRefusal
		}
		if _, err := tx.DoneOutboxRef(ctx, store.DoneOutboxRefParams{Peer: act.Author, Ref: string(digest), Kind: kind}); err != nil {
			return err
		}
		return tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: d.textHash, Peer: act.Author, Kind: kind, Ref: string(digest), Created: store.MicrosOf(n.Now())})
	})
	return known, err
}

// openBundle opens what came sealed for this node with an act.
func (n *Node) openBundle(s *seal.SignedAct, sealed *seal.SealedBundle) ([]seal.Disclosure, error) {
	b, err := seal.OpenBundle(sealed, n.home.Seal)
	if err != nil {
		return nil, err
	}
	if b.From != s.Act.Party || b.To != string(n.party) {
		return nil, fault.New(fault.Forbidden, "a bundle from %s to %s with an act of %s", b.From, b.To, s.Act.Party)
	}
	byField, err := seal.CheckBundle(b, s)
	if err != nil {
		return nil, err
	}
	out := make([]seal.Disclosure, 0, len(byField))
	for _, g := range s.Act.Gives {
		if d, ok := byField[g.Field]; ok {
			out = append(out, d)
		}
	}
	return out, nil
}

// heldIn is the digest of what a bundle opened to: the texts of its disclosures, one to a line, in the order of the act. It
// commits the recipient to what came, not to the envelope, which nobody can open again.
func heldIn(ds []seal.Disclosure) seal.Digest {
	var b []byte
	for _, d := range ds {
		if text, err := d.Text(); err == nil {
			b = append(append(b, text...), '\n')
		}
	}
	return seal.DigestOf(b)
}

func valuesOf(ds []seal.Disclosure) map[agreement.FieldID]any {
	v := make(map[agreement.FieldID]any, len(ds))
	for _, d := range ds {
		v[agreement.FieldID(d.Field)] = d.Value
	}
	return v
}

// receive follows home: an act with its receipt takes its place here too.
func (n *Node) receive(ctx context.Context, d *deal, p *seal.Post) error {
	s, rec := p.Act, p.Receipt
	r := &rec.Receipt
	digest := s.Digest()
	if r.Act != digest || r.Case != s.Act.Case || r.Agreement != d.textHash || s.Act.Agreement != d.textHash {
		return fault.New(fault.Malformed, "the receipt is of another act")
	}
	id := casework.CaseID(r.Case)
	return n.withFile(ctx, d, id, func(f *file) error {
		if f.c == nil && id != d.caseID && r.Number > 1 {
			// The opening was left behind on the way; without it nobody can say whose case this is.
			if _, err := seal.VerifyReceipt(rec, d.ring(), r.Received.Time); err != nil {
				return err
			}
			if err := n.askCatchUp(ctx, f, agreement.PartyID(r.Home)); err != nil {
				return err
			}
			return fault.New(fault.Conflict, "act %d of the case came before its opening", r.Number).Mend("what lies between has been asked for")
		}
		if home := f.homeOf(&s.Act); string(home) != r.Home {
			return fault.New(fault.NotHome, "a receipt of %s in a case that %s orders", r.Home, home)
		}
		if _, err := seal.VerifyReceipt(rec, d.ring(), r.Received.Time); err != nil {
			return err
		}
		if ahead := r.Received.Sub(n.Now()); ahead > n.cfg.MaxSkew {
			// Taken at its word, home could let time pass that has not passed.
			return fault.New(fault.ClockSkew, "the receipt says %s, the clock here %s", r.Received.Format(time.RFC3339), n.Now().Format(time.RFC3339)).
				Mend("set the clocks of both nodes by a common source")
		}
		switch {
		case r.Number <= uint64(f.row.Number):
			return n.sameOrFork(ctx, f, s, rec)
		case r.Number > uint64(f.row.Number)+1 || r.Before != f.row.LastReceipt:
			if r.Number == uint64(f.row.Number)+1 {
				return n.fork(ctx, f, s, rec)
			}
			if err := n.askCatchUp(ctx, f, agreement.PartyID(r.Home)); err != nil {
				return err
			}
			return fault.New(fault.Conflict, "act %d of the case came before act %d", r.Number, f.row.Number+1).Mend("what lies between has been asked for")
		}
		in := &incoming{signed: s, digest: digest, relay: p.Relay, mine: s.Act.Party == string(n.party), d: d}
		if err := n.under(f, d, s.Act.Kind, r.Received.Time); fault.CodeOf(err) == fault.Conflict {
			return err
		} else if err != nil {
			return n.disputed(ctx, f, in, rec, err)
		}
		if err := n.authentic(d, s, r.Received.Time); fault.CodeOf(err) == fault.Conflict {
			return err
		} else if err != nil {
			return n.disputed(ctx, f, in, rec, err)
		}
		if err := n.checkTimes(f, in, r); err != nil {
			return n.disputed(ctx, f, in, rec, err)
		}
		if f.id == d.caseID {
			if err := n.tryOwn(d, &s.Act, r.Received.Time); err != nil {
				return n.disputed(ctx, f, in, rec, err)
			}
			return n.commitTaken(ctx, f, in, rec, nil)
		}
		if f.dispute != "" && f.wrong != fault.Forked && f.wrong != fault.Commitment {
			return n.commitTaken(ctx, f, in, rec, f.c) // nothing is built on what is held for wrong
		}
		values, err := n.valuesKept(ctx, digest)
		if err != nil {
			return err
		}
		next, err := n.follow(f, s, r, values)
		if err != nil {
			return n.disputed(ctx, f, in, rec, err)
		}
		f.doubt()
		return n.commitTaken(ctx, f, in, rec, next)
	})
}

// valuesKept are the values of an act that are here already: of an own act, or of a bundle that was quicker.
func (n *Node) valuesKept(ctx context.Context, act seal.Digest) (map[agreement.FieldID]any, error) {
	var rows []store.Disclosure
	err := n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		rows, err = tx.ListDisclosures(ctx, act)
		return err
	})
	v := map[agreement.FieldID]any{}
	for _, row := range rows {
		if d, err := n.reveal(row); err == nil {
			v[row.Field] = d.Value
		}
	}
	return v, err
}

// disputed keeps an act that home took and that this node holds for wrong: nothing is built on it, and
// the audit finds it.
func (n *Node) disputed(ctx context.Context, f *file, in *incoming, rec *seal.SignedReceipt, why error) error {
	n.log.Error("home took an act that is not permitted", "case", f.id, "number", rec.Receipt.Number, "why", why)
	if f.c == nil && f.id != f.d.caseID {
		return why // an opening that is wrong opens nothing here
	}
	if err := n.keepDispute(ctx, f.id, rec.Receipt.Number, why); err != nil {
		return err
	}
	if f.dispute == "" {
		f.dispute, f.wrong = asFault(why).Error(), asFault(why).Code
	}
	return n.commitTaken(ctx, f, in, rec, f.c)
}

// sameOrFork: a receipt for a place that is taken is either the one that is here, or proof of a fork.
func (n *Node) sameOrFork(ctx context.Context, f *file, s *seal.SignedAct, rec *seal.SignedReceipt) error {
	var at store.Act
	err := n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		at, err = tx.GetActAt(ctx, store.GetActAtParams{CaseID: f.id, Number: int64(rec.Receipt.Number)})
		return err
	})
	if err != nil {
		return err
	}
	if at.ReceiptDigest == rec.Digest() {
		return nil
	}
	return n.fork(ctx, f, s, rec)
}

// Act and receipt are kept for the audit.
func (n *Node) fork(ctx context.Context, f *file, s *seal.SignedAct, rec *seal.SignedReceipt) error {
	n.log.Error("two receipts for one place", "case", f.id, "number", rec.Receipt.Number, "home", rec.Receipt.Home)
	proof := &seal.Post{Act: s, Receipt: rec, Type: seal.TypePost}
	if err := n.db.Update(ctx, func(tx *store.Tx) error {
		return appendMeta(ctx, tx, caseForkKey(f.id), proof.Encode())
	}); err != nil {
		return err
	}
	f.dispute, f.wrong = forkedWords, fault.Forked
	return fault.New(fault.Forked, "%s gave place %d of the case to two acts", rec.Receipt.Home, rec.Receipt.Number).
		Mend("both receipts are kept as proof")
}

// receiveBundle keeps what a giver now lets this party see.
func (n *Node) receiveBundle(ctx context.Context, d *deal, from agreement.PartyID, sealed *seal.SealedBundle) error {
	if sealed.From != string(from) || sealed.To != string(n.party) || sealed.Agreement != d.textHash {
		return fault.New(fault.Forbidden, "a bundle from %s to %s on the line of %s", sealed.From, sealed.To, from)
	}
	var row store.Act
	err := n.db.View(ctx, func(tx *store.Tx) error {
		var err error
		row, err = tx.GetAct(ctx, sealed.Act)
		return err
	})
	if fault.CodeOf(err) == fault.NotFound {
		return fault.New(fault.Conflict, "the act to which the bundle belongs is not here yet").Mend("it comes from the case's home; the bundle is sent again")
	} else if err != nil {
		return err
	}
	s, err := seal.DecodeSignedAct(row.Body)
	if err != nil {
		return err
	}
	return n.withFile(ctx, d, row.CaseID, func(f *file) error {
		if f.c == nil {
			return fault.New(fault.Conflict, "the case is not open here yet").Mend("the bundle is sent again")
		}
		ds, err := n.openBundle(s, sealed)
		if err != nil {
			return err
		}
		may := n.mayReceive(f.c, ds, int(row.Number)-1)
		run, err := n.entry(d, ledger.KindPublication, string(sealed.Act), heldIn(ds))
		if err != nil {
			return err
		}
		var kept []concealed
		for _, disc := range ds {
			name := agreement.FieldID(disc.Field)
			if field, _ := casework.FieldOf(name); !contains(may, name) {
				if f.c.Erased[field].IsZero() {
					if mayOnce(f.c, n.party, name) {
						return fault.New(fault.Conflict, "the field %s is not open to %s yet", name, n.party).Mend("the bundle is sent again")
					}
					return fault.Refuse(fault.NotShared, string(f.c.Procedure.Article), "no share grants the field %s to %s now", name, n.party).
						Mend("send only what a share of the article names")
				}
				continue // erased meanwhile: it must not come back
			}
			row, err := n.conceal(f.c.Procedure, f.id, sealed.Act, disc, false)
			if fault.CodeOf(err) == fault.Erased {
				continue
			} else if err != nil {
				return err
			}
			kept = append(kept, row)
		}
		fresh := false
		err = n.db.Update(ctx, func(tx *store.Tx) error {
			fresh = false
			for _, row := range kept {
				added, err := n.keep(ctx, tx, row)
				if err != nil {
					return err
				}
				if added > 0 {
					fresh = true
					if err := n.noteReceived(ctx, tx, row.AddDisclosureParams, run.At); err != nil {
						return err
					}
				}
			}
			if !fresh {
				return nil // it came twice
			}
			return n.logged(tx, run)
		})
		if err == nil && fresh {
			n.forget(f.id) // the next look replays with what can be read now
		}
		return err
	})
}

// mayReceive are the fields that this party may hold once it has what comes with them: a field may be open because of what
// another one says that came in the same bundle. What opens others must itself be open.
func (n *Node) mayReceive(c *casework.Case, ds []seal.Disclosure, entry int) []agreement.FieldID {
	for known := map[agreement.FieldID]any{}; ; {
		may := c.Entitled(n.party, n.Now())
		before := len(known)
		for _, d := range ds {
			if field := agreement.FieldID(d.Field); contains(may, field) {
				known[field] = d.Value
			}
		}
		if len(known) == before {
			return may
		}
		c = c.Knowing(known, entry)
	}
}

// mayOnce says whether some share could ever open a field, or a coarser value of it, to a party: the act that opens it may
// still be on its way from home, since giver and home are two.
func mayOnce(c *casework.Case, p agreement.PartyID, name agreement.FieldID) bool {
	field, precision := casework.FieldOf(name)
	for i := range c.Procedure.Shares {
		s := &c.Procedure.Shares[i]
		if !contains(s.Fields, field) || s.Precision != "" && s.Precision != precision {
			continue
		}
		for _, w := range s.With {
			if w.Side == "" || c.Sides[w.Side] == p {
				return true
			}
		}
	}
	return false
}

func contains(list []agreement.FieldID, f agreement.FieldID) bool {
	for _, x := range list {
		if x == f {
			return true
		}
	}
	return false
}
