package node

import (
	"context"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// Agreements lists what this node is party to, by id. How it is kept (Kept) is left to Agreement.
func (n *Node) Agreements(ctx context.Context) ([]*AgreementView, error) {
	var out []*AgreementView
	for _, d := range n.currentDeals() {
		v, err := n.agreementView(ctx, d)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	slices.SortFunc(out, func(a, b *AgreementView) int { return cmpString(string(a.ID), string(b.ID)) })
	return out, nil
}

// Agreement gives one agreement and how it is kept here.
func (n *Node) Agreement(ctx context.Context, id agreement.ID) (*AgreementView, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	v, err := n.agreementView(ctx, d)
	if err != nil {
		return nil, err
	}
	f, err := n.Figures(ctx, d.id)
	if err != nil {
		return nil, err
	}
	v.Kept = f.kept()
	return v, nil
}

func (n *Node) agreementView(ctx context.Context, d *deal) (*AgreementView, error) {
	v := &AgreementView{
		ID: d.id, Model: d.model, TextHash: d.textHash, ModelHash: d.modelHash, Text: d.text,
		Signed: map[agreement.PartyID]time.Time{}, Cases: map[agreement.ProcedureID]map[agreement.StateID]int{},
	}
	d.mu.Lock()
	for p, at := range d.signed {
		v.Signed[p] = at
	}
	d.mu.Unlock()
	if err := d.inForce(n.Now()); err != nil {
		v.Why = err.Error()
	} else if err := d.stand().InForce(d.model, d.model.Declared, nil, n.Now()); err != nil {
		v.Why = err.Error()
	} else {
		v.InForce = true
	}
	err := n.db.View(ctx, func(tx *store.Tx) error {
		counts, err := n.tally.of(ctx, tx)
		if err != nil {
			return err
		}
		for c, many := range counts {
			if c.Agreement != d.textHash || c.Procedure == ProcedureAgreement {
				continue
			}
			if v.Cases[c.Procedure] == nil {
				v.Cases[c.Procedure] = map[agreement.StateID]int{}
			}
			v.Cases[c.Procedure][c.State] += many
		}
		return nil
	})
	return v, err
}

// Cursor is where a list goes on: the instant and id of its last line.
type Cursor struct {
	Before store.Micros
	ID     casework.CaseID
}

// Cases lists cases, those that moved last first.
func (n *Node) Cases(ctx context.Context, who Who, from Cursor, most int) ([]CaseLine, error) {
	if err := who.Content(); err != nil {
		return nil, err
	}
	rows, err := n.caseRows(ctx, from, min(max(most, 1), 500))
	if err != nil {
		return nil, err
	}
	list, err := n.glances(ctx, who, rows, from != Cursor{})
	return linesOf(list), err
}

func linesOf(list []*Outline) []CaseLine {
	out := make([]CaseLine, len(list))
	for i, o := range list {
		out[i] = o.CaseLine
	}
	return out
}

func (n *Node) lineOf(f *file, who Who) CaseLine {
	c := f.c
	l := CaseLine{
		ID: f.id, Agreement: f.d.id, Version: f.d.model.Version, Procedure: c.Procedure, State: c.State, Sides: c.Sides, Opened: c.Opened, Updated: f.row.Updated.Time(), Closed: c.Over(),
	}
	for _, r := range c.Clocks {
		if r.Status == casework.StatusRuns || r.Status == casework.StatusSealed {
			l.Clocks = append(l.Clocks, r)
		}
	}
	slices.SortStableFunc(l.Clocks, func(a, b casework.Running) int { return a.Due.Compare(b.Due) })
	l.Mine = slices.ContainsFunc(who.RolesIn(f.d.id), func(role agreement.RoleID) bool {
		return c.MayAct(casework.Actor{Party: n.party, Role: role, Person: n.people.Pseudonym(who, f.id)}, n.Now())
	})
	return l
}

// concerns says whether a person may know of the case: one of their roles has a part in it, or they audit.
func (f *file) concerns(who Who) bool {
	return f.c != nil && concerned(f.d, who, f.c.Procedure)
}

func concerned(d *deal, who Who, p *agreement.Procedure) bool {
	return slices.ContainsFunc(who.RolesIn(d.id), func(r agreement.RoleID) bool {
		return r == RoleAuditor || p != nil && casework.HasPart(d.model, p, r)
	})
}

// MayKnow says of which of these cases a person may know.
func (n *Node) MayKnow(ctx context.Context, who Who, ids ...casework.CaseID) (map[casework.CaseID]bool, error) {
	may := map[casework.CaseID]bool{}
	if who.Content() != nil {
		return may, nil
	}
	return may, n.db.View(ctx, func(tx *store.Tx) error {
		for _, id := range ids {
			if _, known := may[id]; known || id == "" {
				continue
			}
			row, err := tx.GetCase(ctx, id)
			if err != nil && !store.Missing(err) {
				return err
			}
			d, derr := n.dealOf(row.Agreement)
			may[id] = err == nil && derr == nil && id != d.caseID && concerned(d, who, d.model.Procedure(row.Procedure))
		}
		return nil
	})
}

// For leaves out what is counted of cases in which a person has no part.
func (n *Node) For(who Who, v *AgreementView) *AgreementView {
	d, err := n.deal(v.ID)
	if err != nil {
		return v
	}
	out := *v
	out.Cases, out.Kept = map[agreement.ProcedureID]map[agreement.StateID]int{}, nil
	for p, states := range v.Cases {
		if concerned(d, who, d.model.Procedure(p)) {
			out.Cases[p] = states
		}
	}
	for _, k := range v.Kept {
		if concerned(d, who, d.model.Procedure(k.Procedure)) {
			out.Kept = append(out.Kept, k)
		}
	}
	return &out
}

func (n *Node) optionsOf(f *file, who Who) []casework.Option {
	var out []casework.Option
	for _, role := range who.RolesIn(f.d.id) {
		for _, o := range f.c.Options(casework.Actor{Party: n.party, Role: role, Person: n.people.Pseudonym(who, f.id)}, n.Now()) {
			if openTo(who, o.Step) == nil && !slices.ContainsFunc(out, func(x casework.Option) bool { return x.Step.ID == o.Step.ID && x.Side == o.Side }) {
				out = append(out, o)
			}
		}
	}
	return out
}

// Case shows a case to a person: every act, and of the fields those that a share opens to one of the
// person's roles. Looking at personal fields is logged.
func (n *Node) Case(ctx context.Context, who Who, id casework.CaseID) (*CaseView, error) {
	if err := who.Content(); err != nil {
		return nil, err
	}
	d, err := n.dealOfCase(ctx, id)
	if err != nil {
		return nil, err
	}
	if id == d.caseID {
		return nil, fault.New(fault.NotFound, "there is no case %s here", id)
	}
	if len(who.RolesIn(d.id)) == 0 {
		return nil, fault.New(fault.Forbidden, "you hold no role under this agreement").Mend("ask whoever looks after the node to enter your role")
	}
	v := &CaseView{Values: map[agreement.FieldID]any{}, Withheld: map[agreement.FieldID]error{}}
	var read []agreement.FieldID
	err = n.withFile(ctx, d, id, func(f *file) error {
		if !f.concerns(who) {
			return fault.New(fault.NotFound, "there is no case %s here", id)
		}
		v.CaseLine, v.Case, v.Home, v.Dispute = n.lineOf(f, who), f.c, f.home(), f.dispute
		v.Options = n.optionsOf(f, who)
		for field := range f.c.Given {
			share, why := n.maySee(f, who, field)
			if why != nil {
				v.Withheld[field] = why
				continue
			}
			val, ok := f.shown(share, field)
			if !ok && f.broken != nil {
				v.Withheld[field] = f.broken
				continue
			}
			if !ok {
				v.Withheld[field] = fault.New(fault.PeerAway, "the giver has not sent the field %s yet", field).Mend("it comes as soon as the line is there")
				continue
			}
			v.Values[field] = val
			if def := d.model.ProcedureField(f.c.Procedure, field); def != nil && def.Class != agreement.ClassPublic && def.Class != agreement.ClassOfficial {
				read = append(read, field)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := n.noteRead(ctx, d, who, v.Case, read); err != nil {
		return nil, err
	}
	v.Acts, err = n.actsOf(ctx, d, id)
	for _, a := range v.Acts {
		if a.Status == string(store.ActQueued) {
			v.Queued++
		}
	}
	return v, err
}

// Field gives one field, or the refusal that cites the article.
func (n *Node) Field(ctx context.Context, who Who, id casework.CaseID, field agreement.FieldID) (any, error) {
	if err := who.Content(); err != nil {
		return nil, err
	}
	d, err := n.dealOfCase(ctx, id)
	if err != nil {
		return nil, err
	}
	var val any
	var c *casework.Case
	err = n.withFile(ctx, d, id, func(f *file) error {
		if !f.concerns(who) {
			return fault.New(fault.NotFound, "there is no case %s here", id)
		}
		if c = f.c; d.model.ProcedureField(f.c.Procedure, field) == nil {
			return fault.Refuse(fault.FieldUnknown, string(f.c.Procedure.Article), "the case has no field %q", field).Mend("see the article for its fields")
		}
		share, err := n.maySee(f, who, field)
		if err != nil {
			return err
		}
		var ok bool
		if val, ok = f.shown(share, field); !ok && f.broken != nil {
			return f.broken
		} else if !ok {
			return fault.New(fault.NotFound, "the field %s has not been given, or has not arrived yet", field)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return val, n.noteRead(ctx, d, who, c, []agreement.FieldID{field})
}

// maySee asks for each role of the person; the best answer counts. The share is that by which they see it, nil for who
// gave it.
func (n *Node) maySee(f *file, who Who, field agreement.FieldID) (*agreement.Share, error) {
	var why error
	var coarse *agreement.Share
	for _, role := range who.RolesIn(f.d.id) {
		share, err := f.c.Grant(casework.Actor{Party: n.party, Role: role, Person: n.people.Pseudonym(who, f.id)}, field, n.Now())
		if err == nil && (share == nil || share.Precision == "") {
			return share, nil
		}
		if err == nil {
			coarse = share
		} else if why == nil || fault.CodeOf(err) != fault.NotShared {
			why = err // sealed and erased say more than not shared
		}
	}
	if coarse != nil {
		if def := f.d.model.ProcedureField(f.c.Procedure, field); def == nil || !def.Coarsens(coarse.Precision) {
			return nil, fault.Refuse(fault.NotShared, string(coarse.Article), "nothing of the field %s can be shown no finer than %s", field, coarse.Precision)
		}
		return coarse, nil
	}
	if why == nil {
		why = fault.Refuse(fault.NotShared, string(f.c.Procedure.Article), "no share opens the field %s to you", field)
	}
	return nil, why
}

// shown is a value no finer than the share lets it be seen, false where it is not here: of the value itself where this node
// has it, otherwise what came as the coarser one.
func (f *file) shown(share *agreement.Share, field agreement.FieldID) (any, bool) {
	val, ok := f.c.Values[field]
	if share == nil || share.Precision == "" {
		return val, ok
	}
	if ok {
		return casework.Coarsen(f.d.model.ProcedureField(f.c.Procedure, field), val, share.Precision), true
	}
	val, ok = f.c.Coarse[casework.CoarseName(field, share.Precision)]
	return val, ok
}

// noteRead logs that staff looked at personal fields.
func (n *Node) noteRead(ctx context.Context, d *deal, who Who, c *casework.Case, fields []agreement.FieldID) error {
	if len(fields) == 0 {
		return nil
	}
	slices.Sort(fields)
	commitments := make([][32]byte, len(fields))
	pseudonym := n.people.Pseudonym(who, c.ID)
	for i, f := range fields {
		commitments[i] = sum256([]byte("read\n" + string(c.ID) + "\n" + string(f) + "\n" + string(pseudonym)))
	}
	run, err := n.entries(d, ledger.KindRead, "read/"+string(c.ID), "", commitments)
	if err != nil {
		return err
	}
	at := store.MicrosOf(n.Now())
	return n.db.Update(ctx, func(tx *store.Tx) error {
		for _, f := range fields {
			if err := tx.AddRead(ctx, store.AddReadParams{CaseID: c.ID, Field: f, Person: store.PersonID(who.ID), At: at}); err != nil {
				return err
			}
		}
		return n.logged(tx, run)
	})
}

// actsOf lists the acts of a case with where each stands in the log and who vouches for that.
func (n *Node) actsOf(ctx context.Context, d *deal, id casework.CaseID) ([]ActView, error) {
	var out []ActView
	err := n.db.View(ctx, func(tx *store.Tx) error {
		rows, err := tx.ListActs(ctx, id)
		if err != nil {
			return err
		}
		cosigned, err := tx.LastCosignatures(ctx, d.log)
		if err != nil {
			return err
		}
		for _, row := range rows {
			s, err := seal.DecodeSignedAct(row.Body)
			if err != nil {
				return fault.New(fault.Internal, "an act of the case is damaged").Wrap(err)
			}
			v := ActView{Digest: row.Digest, Number: uint64(row.Number), Act: s.Act, Personal: s.Personal != nil, Relayed: len(row.Relay) > 0, Status: string(row.Status), Log: -1}
			if len(row.Receipt) > 0 {
				r, err := seal.DecodeSignedReceipt(row.Receipt)
				if err != nil {
					return err
				}
				v.Received, v.Proved, v.Facts = r.Receipt.Received.Time, r.Receipt.Proved.Time, r.Receipt.Facts
			}
			if len(row.Refusal) > 0 {
				r, err := seal.DecodeSignedRefusal(row.Refusal)
				if err != nil {
					return err
				}
				v.Refusal = &r.Refusal
			}
			runs, err := tx.ListLeafRunsByRef(ctx, string(row.Digest))
			if err != nil {
				return err
			}
			for _, run := range runs {
				if run.Log == d.log && v.Log < 0 {
					v.Log = run.First
				}
			}
			for _, c := range cosigned {
				if v.Log >= 0 && c.Size > v.Log {
					v.Signed = append(v.Signed, c.Party)
				}
			}
			out = append(out, v)
		}
		slices.SortStableFunc(out, func(a, b ActView) int {
			x, y := a.Number, b.Number
			if x == 0 {
				x = 1 << 62
			}
			if y == 0 {
				y = 1 << 62
			}
			switch {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return 0
		})
		return nil
	})
	return out, err
}

func cmpString(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Undelivered is how many items of post have not been taken by the other side, checkpoints left out.
func (n *Node) Undelivered(ctx context.Context) (int, error) {
	total := 0
	err := n.db.View(ctx, func(tx *store.Tx) error {
		total = 0
		rows, err := tx.CountOutboxKinds(ctx)
		for _, r := range rows {
			if r.Kind != outCheckpoint && r.Kind != outStatic {
				total += int(r.N)
			}
		}
		return err
	})
	return total, err
}
