package node

import (
	"container/list"
	"context"
	"slices"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// file is one case at this node, loaded: what the acts so far, replayed through the engine, amount
// to. Its lock is held from the question what is permitted to the commit that says it happened.
type file struct {
	mu   sync.Mutex
	d    *deal // the version under which the case is now
	id   casework.CaseID
	row  store.CaseFile
	have bool           // there is a row
	c    *casework.Case // nil before the opening act, and in the agreement case

	// Where the last entry left the case, see put: what home took before a move may come after it.
	base  *casework.Case
	based *deal

	received time.Time // of the last receipt: receipts never go back in time
	mine     []held    // disclosures that this party gave
	sent     map[sentKey]bool
	dispute  string     // why this node holds the history for wrong; ""
	wrong    fault.Code // the code of that
	untrue   error      // what an author committed to as a coarser value that does not follow from the exact one; nil
	broken   error      // why something that is kept here cannot be read, though nobody erased it; nil
	element  *list.Element
}

// held is a disclosure that is kept here.
type held struct {
	act   seal.Digest
	field agreement.FieldID
}

type sentKey struct {
	held
	party agreement.PartyID
}

// fileCache keeps the cases that were used last.
type fileCache struct {
	mu    sync.Mutex
	files map[casework.CaseID]*file
	order *list.List
}

const maxFiles = 4096

// withFile runs fn on a loaded case under its lock.
func (n *Node) withFile(ctx context.Context, d *deal, id casework.CaseID, fn func(f *file) error) error {
	f := n.files.get(d, id)
	f.mu.Lock()
	for !n.files.holds(f) { // forgotten while this waited for the lock: what it says may be out of date
		f.mu.Unlock()
		f = n.files.get(d, id)
		f.mu.Lock()
	}
	defer f.mu.Unlock()
	if f.row.ID == "" {
		if err := n.load(ctx, f); err != nil {
			n.files.drop(id)
			return err
		}
	}
	if f.d.id != d.id || (id == f.d.caseID) != (id == d.caseID) {
		return fault.New(fault.WrongModel, "the case %s belongs to another agreement", id)
	}
	if f.c == nil && !f.have {
		f.d, f.based = d, d
	}
	if f.c != nil {
		n.carry(f, n.Now())
		f.refresh()
	}
	return fn(f)
}

// forget makes the next use load the case again: after an erasure, or a commit whose outcome is not known.
func (n *Node) forget(id casework.CaseID) { n.files.drop(id) }

func (fc *fileCache) get(d *deal, id casework.CaseID) *file {
	fc.mu.Lock()
	defer fc.mu.Unlock()
	if fc.files == nil {
		fc.files, fc.order = map[casework.CaseID]*file{}, list.New()
	}
	if f, ok := fc.files[id]; ok {
		fc.order.MoveToFront(f.element)
		return f
	}
	f := &file{d: d, id: id}
	f.element = fc.order.PushFront(id)
	fc.files[id] = f
	for e := fc.order.Back(); len(fc.files) > maxFiles && e != nil; {
		prev := e.Prev()
		old := fc.files[e.Value.(casework.CaseID)]
		if old.mu.TryLock() { // one that is in use stays
			delete(fc.files, old.id)
			fc.order.Remove(e)
			old.mu.Unlock()
		}
		e = prev
	}
	return f
}

// holds says whether a file is the one that the cache gives out.
func (fc *fileCache) holds(f *file) bool {
	fc.mu.Lock()
	defer fc.mu.Unlock()
	return fc.files[f.id] == f
}

// loaded gives a case that is here and that nobody works on, without loading it or making it one that was used last.
func (fc *fileCache) loaded(d *deal, id casework.CaseID) (c *casework.Case, ok bool) {
	fc.mu.Lock()
	f := fc.files[id]
	fc.mu.Unlock()
	if f == nil || !f.mu.TryLock() {
		return nil, false
	}
	defer f.mu.Unlock()
	return f.c, fc.holds(f) && f.row.ID != "" && f.d == d
}

func (fc *fileCache) drop(id casework.CaseID) {
	fc.mu.Lock()
	defer fc.mu.Unlock()
	if f, ok := fc.files[id]; ok {
		delete(fc.files, id)
		fc.order.Remove(f.element)
	}
}

// kept is what the database has of a case.
type kept struct {
	row         store.CaseFile
	have        bool // there is a row
	acts        []store.Act
	disclosures []store.Disclosure
	sent        []store.Sent
	wrong       *dispute
	forked      bool
}

// keptOf reads a case. One that is not there yet is read too: as nothing.
func keptOf(ctx context.Context, tx *store.Tx, d *deal, id casework.CaseID) (k kept, err error) {
	row, err := tx.GetCase(ctx, id)
	if store.Missing(err) {
		k.row = store.CaseFile{ID: id, Agreement: d.textHash}
		return k, nil
	} else if err != nil {
		return k, err
	}
	if k, err = historyOf(ctx, tx, row); err != nil {
		return k, err
	}
	if k.sent, err = tx.ListCaseSent(ctx, id); err != nil {
		return k, err
	}
	if _, err = tx.GetMeta(ctx, caseForkKey(id)); store.Missing(err) {
		return k, nil
	}
	k.forked = err == nil
	return k, err
}

// historyOf reads what it takes to see where a case stands, and no more.
func historyOf(ctx context.Context, tx *store.Tx, row store.CaseFile) (k kept, err error) {
	id := row.ID
	k.row, k.have = row, true
	for after := int64(0); ; {
		page, err := tx.ListTakenActs(ctx, store.ListTakenActsParams{CaseID: id, After: after, MaxRows: 500})
		if err != nil {
			return k, err
		}
		k.acts = append(k.acts, page...)
		if len(page) < 500 {
			break
		}
		after = page[len(page)-1].Number
	}
	if k.disclosures, err = tx.ListCaseDisclosures(ctx, id); err != nil {
		return k, err
	}
	k.wrong, err = keptDispute(ctx, tx, id)
	return k, err
}

// load replays a case from the database.
func (n *Node) load(ctx context.Context, f *file) error {
	var k kept
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		k, err = keptOf(ctx, tx, f.d, f.id)
		return err
	})
	if err != nil {
		return err
	}
	return n.replay(f, &k)
}

// replay makes a file of what was kept of its case.
func (n *Node) replay(f *file, k *kept) error {
	row, wrong := k.row, k.wrong
	f.have = k.have
	if row.Agreement != f.d.textHash {
		if d, err := n.dealOf(row.Agreement); err != nil || d.id != f.d.id || f.id == f.d.caseID {
			return fault.New(fault.NotFound, "there is no case %s under this agreement", f.id)
		}
	}
	f.base = nil
	f.c, f.mine, f.sent, f.dispute, f.wrong, f.received = nil, nil, map[sentKey]bool{}, "", "", time.Time{}
	f.broken, f.untrue = nil, nil
	values := map[seal.Digest]map[agreement.FieldID]any{}
	for _, s := range k.disclosures {
		if s.Giver {
			f.mine = append(f.mine, held{s.Act, s.Field})
		}
		d, err := n.reveal(s)
		if fault.CodeOf(err) == fault.Erased {
			continue // the commitment stays, the value is gone
		} else if err != nil {
			n.log.Error("a disclosure cannot be read", "case", f.id, "field", s.Field, "err", err)
			f.broken = asFault(err)
			continue
		}
		if values[s.Act] == nil {
			values[s.Act] = map[agreement.FieldID]any{}
		}
		values[s.Act][s.Field] = d.Value
	}
	for _, s := range k.sent {
		f.sent[sentKey{held{s.Act, s.Field}, s.Party}] = true
	}
	for _, a := range k.acts {
		act, err := seal.DecodeSignedAct(a.Body)
		if err != nil {
			return fault.New(fault.Internal, "the act %d of the case %s is damaged", a.Number, f.id).Wrap(err)
		}
		rec, err := seal.DecodeSignedReceipt(a.Receipt)
		if err != nil {
			return fault.New(fault.Internal, "the receipt %d of the case %s is damaged", a.Number, f.id).Wrap(err)
		}
		f.received = rec.Receipt.Received.Time
		if wrong != nil && rec.Receipt.Number >= wrong.Number && f.dispute == "" {
			f.dispute, f.wrong = wrong.Why, wrong.Code
		}
		if f.id == f.d.caseID && a.Number > f.d.now.Load().number {
			// Committed, though the line to the database broke before it said so.
			n.statementTaken(f.d, &act.Act, a.Number, a.ReceiptDigest, f.received)
		}
		if f.id == f.d.caseID || f.dispute != "" {
			continue
		}
		d, err := n.dealOf(rec.Receipt.Agreement)
		if err == nil {
			err = n.under(f, d, act.Act.Kind, f.received)
		}
		var next *casework.Case
		if err == nil {
			next, err = n.follow(f, act, &rec.Receipt, values[a.Digest])
		}
		if err != nil {
			f.dispute, f.wrong = asFault(err).Error(), asFault(err).Code
			continue
		}
		f.put(next, f.d)
	}
	f.doubt()
	if k.forked {
		f.dispute, f.wrong = forkedWords, fault.Forked
	}
	f.row = row
	return nil
}

// follow gives the case after an act that home has taken. Here a condition that reads what is not
// open to this party counts as met: home has read it, and the audit will. A coarser value that does not follow from the exact
// one is its author's lie, which home may not have been able to see: the case goes on, see doubt.
func (n *Node) follow(f *file, s *seal.SignedAct, r *seal.Receipt, values map[agreement.FieldID]any) (*casework.Case, error) {
	mv, err := moveOf(f.d.model, s, values, r)
	if fault.CodeOf(err) == fault.Commitment {
		f.untrue = err
	} else if err != nil {
		return nil, err
	}
	mv.Received, mv.Attested = r.Received.Time, true
	if !r.Proved.IsZero() && r.Proved.Before(r.Received.Time) {
		mv.Proved = r.Proved.Time
	}
	next, err := f.apply(&s.Act, mv)
	return next, err
}

// doubt holds the history for wrong where an author lied about a coarser value; unlike a dispute about what home took, what
// follows is built on it.
func (f *file) doubt() {
	if f.untrue != nil && f.dispute == "" {
		f.dispute, f.wrong = asFault(f.untrue).Error(), fault.Commitment
	}
}

// apply is the engine's answer to an act.
func (f *file) apply(a *seal.Act, mv casework.Move) (*casework.Case, error) {
	switch a.Kind {
	case seal.KindStep:
		if f.c != nil {
			return f.c.Take(mv)
		}
		sides := map[agreement.SideID]agreement.PartyID{}
		for _, b := range a.Sides {
			sides[agreement.SideID(b.Side)] = agreement.PartyID(b.Party)
		}
		return f.d.stand().Open(f.d.model, f.id, agreement.ProcedureID(a.Procedure), sides, mv)
	case seal.KindLapse:
		if f.c == nil {
			return nil, fault.New(fault.NotFound, "a clock of a case that was never opened")
		}
		for _, l := range f.c.Due(mv.Received) {
			if string(l.Clock) == a.Clock && string(l.Phase) == a.Phase {
				// Home says in the act whether a step was taken by default: who cannot read the step's
				// condition follows its word.
				l.Attested, l.Unmet, l.Facts = mv.Attested, mv.Attested && a.Step == "", mv.Facts
				if mv.Attested { // and whether it knew of a dispute that lets the silence rest
					_, l.Rests = mv.Facts[casework.FactDispute(f.c.Procedure.Clock(l.Clock).Article)]
				}
				return f.c.Lapse(l)
			}
		}
		// A clock that counts from what is not open here ended when home says, if home may say so.
		if at, ok := casework.StatedEnd(mv.Facts[casework.FactEnd(agreement.ClockID(a.Clock))]); ok && mv.Attested && !at.After(mv.Received) {
			if l, ok := f.c.Unread(agreement.ClockID(a.Clock), casework.Phase(a.Phase), at); ok {
				l.Attested, l.Unmet = true, a.Step == ""
				_, l.Rests = mv.Facts[casework.FactDispute(f.c.Procedure.Clock(l.Clock).Article)]
				return f.c.Lapse(l)
			}
		}
		return nil, fault.New(fault.ClockLapsed, "the clock %s has not run out", a.Clock)
	case seal.KindErased:
		if f.c == nil {
			return nil, fault.New(fault.NotFound, "an erasure in a case that was never opened")
		}
		return f.c.Attest(casework.Attestation{Party: mv.Party, Fields: mv.Gives, All: a.Phase == phaseAll, Received: mv.Received, Signer: mv.Signer})
	}
	return nil, fault.New(fault.Malformed, "an act of the kind %q in a case", a.Kind)
}

// phaseAll marks an attestation that the whole case was destroyed.
const phaseAll = "all"

// moveOf translates an act for the engine, with the outside facts that home's receipt states; nil where there is none yet. It is
// refused where a step's act does not commit to the coarser values that shares open of what it gives, or to others.
func moveOf(m *agreement.Model, s *seal.SignedAct, values map[agreement.FieldID]any, r *seal.Receipt) (casework.Move, error) {
	a := &s.Act
	mv := casework.Move{
		Step: agreement.StepID(a.Step), Side: agreement.SideID(a.Side), Party: agreement.PartyID(a.Party), Role: agreement.RoleID(a.Role),
		Person: casework.Pseudonym(a.Person), Ground: a.Ground, Personal: s.Personal != nil, Signer: string(a.Key),
	}
	var names []agreement.FieldID
	for _, g := range a.Gives {
		names = append(names, agreement.FieldID(g.Field))
	}
	var err error
	if mv.Facts, err = factsOf(a.Facts); err != nil {
		return mv, err
	}
	if a.Kind != seal.KindStep {
		mv.Gives = names
		return mv, nil
	}
	var stated map[string]any
	if r != nil {
		if stated, err = factsOf(r.Facts); err != nil {
			return mv, err
		}
	}
	mv.Facts = casework.Stated(mv.Facts, stated)
	err = mv.Commits(m, m.Procedure(agreement.ProcedureID(a.Procedure)), names, values)
	return mv, err
}

// factsOf reads outside facts; nil where there are none.
func factsOf(list []seal.Fact) (map[string]any, error) {
	if len(list) == 0 {
		return nil, nil
	}
	facts := make(map[string]any, len(list))
	for _, fact := range list {
		v, err := decodeJSON(fact.Value)
		if err != nil {
			return nil, fault.New(fault.Malformed, "the fact %q is not JSON", fact.Name)
		}
		facts[fact.Name] = v
	}
	return facts, nil
}

// others are the parties that must hold the case besides this one: those on its sides, and its home.
func (f *file) others(self agreement.PartyID) []agreement.PartyID {
	if f.id == f.d.caseID {
		return slices.DeleteFunc(slices.Clone(f.d.parties), func(p agreement.PartyID) bool { return p == self })
	}
	return slices.DeleteFunc(f.c.Parties(), func(p agreement.PartyID) bool { return p == self })
}

// home is the party that orders this case.
func (f *file) home() agreement.PartyID {
	if f.id == f.d.caseID {
		return f.d.model.Depositary
	}
	if f.c != nil {
		return f.c.Home()
	}
	return f.row.Home
}

// homeOf is the home of a case that this act would open, or of the one that is there.
func (f *file) homeOf(a *seal.Act) agreement.PartyID {
	if f.id == f.d.caseID || f.c != nil {
		return f.home()
	}
	p := f.d.model.Procedure(agreement.ProcedureID(a.Procedure))
	if p == nil {
		return ""
	}
	sides := map[agreement.SideID]agreement.PartyID{}
	for _, b := range a.Sides {
		sides[agreement.SideID(b.Side)] = agreement.PartyID(b.Party)
	}
	return casework.HomeOf(f.d.model, p, sides)
}
