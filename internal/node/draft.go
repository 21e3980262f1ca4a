package node

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
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
	filing      *store.AddFilingParams // of one who brings it without an account
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

// look gives a prepared act and leaves it where it is.
func (ds *drafts) look(name string, who Who, now time.Time) (*draft, error) {
	ds.mu.Lock()
	defer ds.mu.Unlock()
	d, ok := ds.open[name]
	if !ok || d.who.ID != who.ID || now.After(d.expires) {
		return nil, fault.New(fault.NotFound, "there is no such act waiting for your signature").Mend("prepare it again")
	}
	return d, nil
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

// draft makes an act of a request, and asks the engine whether it is permitted now.
func (n *Node) draft(ctx context.Context, who Who, req StepRequest) (*draft, error) {
	if err := mayDraft(who, req.Case); err != nil {
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
		if id, err = n.newCaseID(); err != nil {
			return nil, err
		}
	}
	var dr *draft
	err = n.withFile(ctx, d, id, func(f *file) error {
		var err error
		dr, err = n.draftIn(ctx, f, who, req, now)
		return err
	})
	if req.Case == "" {
		n.files.drop(id) // nothing is there until it is submitted
	}
	return dr, err
}

func (n *Node) dealFor(ctx context.Context, req StepRequest) (*deal, error) {
	if req.Case != "" { // a case is under its own version, whichever is in force
		return n.dealOfCase(ctx, req.Case)
	}
	return n.deal(req.Agreement)
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
	d, err := n.dealOf(row.Agreement)
	if err != nil || id == d.caseID || !n.leaving(d, n.Now()) {
		return d, err
	}
	return d, n.withFile(ctx, d, id, func(f *file) error {
		d = f.d
		return nil
	})
}

func (n *Node) draftIn(ctx context.Context, f *file, who Who, req StepRequest, now time.Time) (*draft, error) {
	d := f.d
	if f.broken != nil {
		return nil, f.broken
	}
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
	if err := openTo(who, step); err != nil {
		return nil, err
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
	dr := &draft{deal: d, id: f.id, who: who, step: step, values: casework.WithCoarser(d.model, p, req.Values)}
	a := &dr.act
	*a = seal.Act{
		Agreement: d.textHash, Article: string(step.Article), Basis: f.row.LastReceipt, Case: string(f.id), Facts: n.facts(d, f.c, step, now),
		Gives: []seal.Commitment{}, Ground: req.Ground, Head: d.head(), Key: n.home.Sign.ID(), Kind: seal.KindStep, Made: sealTime(now),
		Model: d.modelHash, Party: string(n.party), Person: string(n.people.Pseudonym(who, f.id)), Procedure: string(p.ID),
		Role: string(role), Side: string(side), Sides: []seal.Binding{}, Step: string(step.ID), Type: seal.TypeAct, World: n.world,
	}
	if a.Nonce, err = seal.NewNonce(n.cfg.Random); err != nil {
		return nil, err
	}
	if a.Hit = req.Hit; req.Hit != "" {
		if err := follows(d.model, f, p, step, req.Hit); err != nil {
			return nil, err
		}
	}
	if f.c == nil {
		for s, party := range sides {
			a.Sides = append(a.Sides, seal.Binding{Party: string(party), Side: string(s)})
		}
		slices.SortFunc(a.Sides, func(x, y seal.Binding) int { return strings.Compare(x.Side, y.Side) })
	}
	for _, name := range slices.Sorted(maps.Keys(dr.values)) {
		disclosure, commitment, err := seal.Commit(string(name), dr.values[name], n.cfg.Random)
		if err != nil {
			return nil, err
		}
		dr.disclosures = append(dr.disclosures, disclosure)
		a.Gives = append(a.Gives, commitment)
	}
	mv, err := moveOf(d.model, &seal.SignedAct{Act: *a}, dr.values, nil)
	if err != nil {
		return nil, err
	}
	mv.Received, mv.Personal = notBefore(now, f.received), true // the signature is asked for when the act is signed
	mv.Awaits = f.homeOf(a) != n.party && step.Money != nil
	if names := homeFacts(f, a); len(names) > 0 {
		if mv.Awaits = f.homeOf(a) != n.party; !mv.Awaits {
			stated, err := n.found(ctx, d, names, mv.Received)
			if err != nil {
				return nil, err
			}
			if mv, err = moveOf(d.model, &seal.SignedAct{Act: *a}, dr.values, &seal.Receipt{Facts: stated}); err != nil {
				return nil, err
			}
			mv.Received, mv.Personal = notBefore(now, f.received), true
		}
	}
	next, err := f.apply(a, mv)
	if err != nil {
		return nil, err
	}
	if err := n.fourEyes(ctx, f, a, mv, who, step); err != nil {
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

// fourEyes sees through delegations: where a step wants another person than an earlier one, or an independent one, whoever lent or borrowed a role counts as
// one with whom they did. The engine knows pseudonyms alone, and would take them for two; their own node knows better.
func (n *Node) fourEyes(ctx context.Context, f *file, a *seal.Act, mv casework.Move, who Who, step *agreement.Step) error {
	if f.c == nil {
		return nil
	}
	tied, err := n.people.Tied(ctx, who.ID, f.d.id)
	if err != nil {
		return err
	}
	for _, p := range tied {
		as := mv
		as.Person = n.people.Pseudonym(p, f.id)
		if _, err := f.apply(a, as); err != nil {
			return fault.Refuse(fault.CodeOf(err), string(step.Article), "you and somebody to whom you lent a role, or who lent you one, count as one person here, and one of you took part already").
				Mend("let somebody take this step who has no part in the delegation").Wrap(err)
		}
	}
	return nil
}

// follows says whether an act may name a hit: one that opens a case of a procedure that hits of some query open. Whether
// there was such a hit only the two ends of the question know, and the audit to which they show it.
func follows(m *agreement.Model, f *file, p *agreement.Procedure, step *agreement.Step, hit seal.Digest) error {
	opens := slices.ContainsFunc(m.Registers, func(r agreement.Register) bool {
		return slices.ContainsFunc(r.Queries, func(q agreement.Query) bool { return q.Opens == p.ID })
	})
	if f.c != nil || !opens || !hit.Valid() {
		return fault.Refuse(fault.Invalid, string(step.Article), "%s follows no hit", step.ID).Mend("name the question only where its hit opens the case")
	}
	return nil
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
				name := f
				if s.Precision != "" {
					name = casework.CoarseName(f, s.Precision)
				}
				if _, given := c.Given[f]; given && party != "" && c.MayHold(casework.Actor{Party: party, Role: with.Role}, name, now) == nil {
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
