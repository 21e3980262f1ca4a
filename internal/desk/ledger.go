package desk

import (
	"context"
	"fmt"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

const (
	newestEntries = 40
	newestReads   = 30
)

// Ledger shows this node's log of an agreement.
func (d *desk) Ledger(ctx context.Context, v web.Viewer, id agreement.ID) (*web.LedgerView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	own, err := d.model(id)
	if err != nil {
		return nil, err
	}
	m := d.in(speak(ctx), own)
	l, err := d.n.Ledger(ctx, id, 0)
	if err != nil {
		return nil, err
	}
	out := &web.LedgerView{
		Agreement: id, Title: m.Title, Tongue: m.Tongue(), Origin: l.Origin, Zone: m.Location(), Size: l.Size, Root: l.Root, Checkpoint: l.Checkpoint, Signed: l.At,
		Cosigned: cosigned(m, d.n.Party(), l),
	}
	if out.Seen, err = d.seen(ctx, m); err != nil {
		return nil, err
	}
	entries, err := d.n.Entries(ctx, id, newestEntries)
	if err != nil {
		return nil, err
	}
	var about []casework.CaseID
	for _, e := range entries {
		about = append(about, e.Case)
	}
	may, err := d.n.MayKnow(ctx, who, about...)
	if err != nil {
		return nil, err
	}
	t := speak(ctx)
	for _, e := range entries {
		if e.Case != "" && !may[e.Case] {
			e.Case, e.Act = "", nil // that it is there is for everybody, what it is about is not
		}
		out.Entries = append(out.Entries, entry(t, m, e))
	}
	out.Reads, err = d.reads(ctx, t, who, m)
	return out, err
}

func (d *desk) seen(ctx context.Context, m *agreement.Model) ([]web.Witnessed, error) {
	seen, err := d.n.Witnessed(ctx, m.ID)
	if err != nil {
		return nil, err
	}
	var out []web.Witnessed
	for i := range m.Parties {
		p := m.Parties[i].ID
		if p == d.n.Party() {
			continue
		}
		w := web.Witnessed{Of: partyRef(m, p)}
		if j := slices.IndexFunc(seen, func(s node.Witnessed) bool { return s.Party == p }); j >= 0 {
			w.Size, w.At, w.Held = seen[j].Size, seen[j].At, !seen[j].Forked
		}
		out = append(out, w)
	}
	return out, nil
}

// entry says what an entry stands for.
func entry(t tongue, m *agreement.Model, e node.Entry) web.EntryView {
	v := web.EntryView{Index: e.Index, Count: e.Count, At: e.At, Kind: t.say("entry." + string(e.Kind)), Leaf: string(e.Leaf)}
	what := ""
	if e.Act != nil {
		what = actWords(t, m, e.Act)
		if p := m.Procedure(agreement.ProcedureID(e.Act.Procedure)); p != nil && e.Case != "" {
			v.Case = caseRef(m, e.Case, p.ID)
		}
	}
	if r := m.Register(e.About); r != nil {
		what = titled(r.Title, r.ID)
	}
	if e.Case != "" && v.Case.ID == "" {
		v.Case = web.CaseRef{ID: e.Case, Reference: reference(e.Case)}
	}
	if what != "" && e.Kind != ledger.KindErasure {
		v.Kind = t.say("entry.of", "kind", v.Kind, "what", what)
	}
	return v
}

func actWords(t tongue, m *agreement.Model, a *seal.Act) string {
	p := m.Procedure(agreement.ProcedureID(a.Procedure))
	switch {
	case a.Kind == seal.KindStatement:
		return t.say("statement." + a.Step)
	case a.Kind == seal.KindFound:
		return t.say("found." + a.Step)
	case p == nil:
		return ""
	case a.Kind == seal.KindLapse:
		if cl := p.Clock(agreement.ClockID(a.Clock)); cl != nil {
			return clockTitle(cl)
		}
		return inWords(a.Clock)
	case a.Step != "":
		return stepTitle(p, agreement.StepID(a.Step))
	}
	return ""
}

// reads are who looked at personal fields: all of it to an auditor, to everybody else their own.
func (d *desk) reads(ctx context.Context, t tongue, who node.Who, m *agreement.Model) ([]web.ReadView, error) {
	all, err := d.n.Reads(ctx, m.ID, newestReads)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	people, err := d.n.Auth().People(ctx)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(r node.Read) bool { return r.Person != who.ID && !who.Holds(m.ID, roleAuditor) })
	var about []casework.CaseID
	for _, r := range all {
		about = append(about, r.Case)
	}
	may, err := d.n.MayKnow(ctx, who, about...)
	if err != nil {
		return nil, err
	}
	var out []web.ReadView
	for _, r := range all {
		p := m.Procedure(r.Procedure)
		if p == nil || !may[r.Case] {
			continue
		}
		x := web.ReadView{At: r.At, Case: caseRef(m, r.Case, p.ID), Field: labels(m, p, []agreement.FieldID{r.Field}, t.code)[0]}
		for _, p := range people {
			if p.ID == r.Person {
				x.Person = p.Name
				for _, role := range p.RolesIn(m.ID) {
					x.Role = roleTitle(m, role)
				}
			}
		}
		out = append(out, x)
	}
	return out, nil
}

// Proof is a file that anyone can verify offline: of one entry of this node's log.
func (d *desk) Proof(ctx context.Context, v web.Viewer, id agreement.ID, index uint64) (*web.File, error) {
	if _, err := d.who(ctx, v); err != nil {
		return nil, err
	}
	b, err := d.n.Prove(ctx, id, index)
	if err != nil {
		return nil, err
	}
	return &web.File{Name: fmt.Sprintf("proof-%s-%d.json", id, index), Media: "application/json", Data: b}, nil
}

// ActProof is the same for an act of a case.
func (d *desk) ActProof(ctx context.Context, v web.Viewer, id casework.CaseID, number uint64) (*web.File, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	of, acts, err := d.n.Acts(ctx, who, id)
	if err != nil {
		return nil, err
	}
	for _, a := range acts {
		if a.Number == number && a.Log >= 0 {
			return d.Proof(ctx, v, of, uint64(a.Log))
		}
	}
	return nil, fault.New(fault.NotFound, "the act %d of this case is not in the log yet", number).Mend("look again in a moment")
}
