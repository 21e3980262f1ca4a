package audit

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// contract is one agreement's text with what follows from it: the model, compiled again here, and the
// keys that chain to the keys that the text names.
type contract struct {
	digest   seal.Digest // of the text
	model    *agreement.Model
	hash     seal.Digest // of the model
	ring     *seal.KeyRing
	nodeKeys map[agreement.PartyID][]seal.PublicKey
	ratified map[agreement.PartyID]bool
	signed   map[agreement.PartyID]time.Time // when the depositary took the signature, once the agreement's own case was replayed
	heads    map[seal.Digest]bool            // the receipts of the agreement's own case, once it was replayed
	ownCase  casework.CaseID
	days     []foundDay                     // what the depositary found on days of renewal and of phases, in its order
	over     map[agreement.ProcedureID]bool // whose cases are counted for a fact that decides something
	moving   bool                           // steps of some case can decide what is in force
	disputes bool                           // and whether a silence has its effect
}

// trusting is the standing by which the cases of the agreement are replayed, one by one: what other cases decide is judged
// once all have been (see stands).
func (ct *contract) trusting() *casework.Standing {
	if ct.moving {
		return casework.Trusting()
	}
	return nil
}

type contracts map[seal.Digest]*contract

// compile compiles every text once, and makes the ring of the keys that it names.
func (c contracts) compile(a *auditor) {
	for _, b := range a.bundles {
		for _, t := range b.texts {
			if c[t.digest] != nil {
				continue
			}
			ct := &contract{
				digest: t.digest, ownCase: AgreementCase(t.digest), nodeKeys: map[agreement.PartyID][]seal.PublicKey{},
				ratified: map[agreement.PartyID]bool{},
			}
			c[t.digest] = ct
			m, findings := agreement.Compile(t.name, []byte(t.text))
			if m == nil {
				why := ""
				if len(findings) > 0 {
					why = ": " + findings[0].Message
				}
				a.col.add(Finding{
					Code: fault.AgreementOpen, Severity: Breach, Party: b.header.Party,
					Message: "the text " + string(t.digest) + " is no agreement" + why,
				})
				continue
			}
			ct.model, ct.hash = m, seal.DigestFrom(m.Hash())
			ct.disputes = slices.ContainsFunc(m.Procedures, func(p agreement.Procedure) bool { return p.Discrepancy })
			ct.moving = len(m.Phases) > 0 || m.Renewal != nil && !m.Renewal.Unless.IsZero() ||
				slices.ContainsFunc(m.Procedures, func(p agreement.Procedure) bool { return casework.Moves(m, &p) })
			_, ct.over = reads(m)
			ct.ring = ring(a, ct)
			a.col.count(func(n *Counts) { n.Agreements++ })
		}
	}
}

func ring(a *auditor, ct *contract) *seal.KeyRing {
	m := ct.model
	r := seal.NewKeyRing(m.World, string(m.ID))
	bad := func(p *agreement.Party, err error) {
		a.col.add(Finding{
			Code: fault.CodeOf(err), Severity: Breach, Party: p.ID, Agreement: m.ID, Article: p.Article,
			Message: "a key that the agreement names cannot be used: " + err.Error(),
		})
	}
	for i := range m.Parties {
		p := &m.Parties[i]
		if err := r.AddParty(string(p.ID), p.Key); err != nil {
			bad(p, err)
		}
		for _, au := range p.Authorities {
			if au.Key == "" {
				continue
			}
			if err := r.AddAuthority(string(p.ID), string(au.ID), au.Key); err != nil {
				bad(p, err)
			}
		}
	}
	for i := range m.Roles {
		if role := &m.Roles[i]; role.Enrolled != "" {
			r.Enrols(string(role.ID), string(role.Enrolled))
		}
	}
	return r
}

// certify takes the statements of all bundles. Revocations come last: they need the key they revoke.
func (a *auditor) certify() {
	type signed struct {
		b  *stream
		of *contract
		s  *seal.SignedStatement
	}
	var later []signed
	take := func(x signed) {
		st, err := x.of.ring.Add(x.s)
		if err != nil {
			// Nobody is held to a statement that does not count; whoever relies on it is found by that.
			a.col.add(Finding{
				Code: fault.CodeOf(err), Severity: Unverifiable, Party: x.b.header.Party, Agreement: x.of.model.ID,
				Message: "a statement in the bundle does not count: " + err.Error(),
			})
			return
		}
		a.col.count(func(n *Counts) { n.Statements++ })
		x.of.note(st)
	}
	seen := map[string]bool{}
	for _, b := range a.bundles {
		for _, line := range b.statements {
			ct := a.contracts[line.of]
			if ct == nil || ct.model == nil || seen[string(line.of)+string(line.signed)] {
				continue
			}
			seen[string(line.of)+string(line.signed)] = true
			s, err := seal.DecodeSignedStatement(line.signed)
			if err != nil {
				a.col.add(Finding{
					Code: fault.CodeOf(err), Severity: Unverifiable, Party: b.header.Party, Agreement: ct.model.ID,
					Message: "the statement on line " + itoa(line.no) + " cannot be read: " + err.Error(),
				})
				continue
			}
			x := signed{b, ct, s}
			if st, err := seal.DecodeStatement([]byte(s.Statement)); err == nil {
				if _, revokes := st.(*seal.Revocation); revokes {
					later = append(later, x)
					continue
				}
			}
			take(x)
		}
		b.statements = nil
	}
	for _, x := range later {
		take(x)
	}
	a.ratified()
}

// note remembers what the ring does not tell: which node keys a party has had, and who ratified.
func (ct *contract) note(st seal.Statement) {
	switch st := st.(type) {
	case *seal.NodeCertificate:
		key, err := seal.ParsePublicKeyAs(st.Sign, seal.KeyNode, ct.model.World)
		p := agreement.PartyID(st.Party)
		if err == nil && !slices.ContainsFunc(ct.nodeKeys[p], func(k seal.PublicKey) bool { return k.ID() == key.ID() }) {
			ct.nodeKeys[p] = append(ct.nodeKeys[p], key)
		}
	case *seal.Ratification:
		if st.Agreement == ct.digest && st.Model == ct.hash {
			ct.ratified[agreement.PartyID(st.Party)] = true
		}
	}
}

// ratified asks for every party's signature under both hashes.
func (a *auditor) ratified() {
	for _, ct := range a.contracts {
		if ct.model == nil {
			continue
		}
		for i := range ct.model.Parties {
			if p := &ct.model.Parties[i]; !ct.ratified[p.ID] {
				a.col.add(Finding{
					Code: NotRatified, Severity: Breach, Party: p.ID, Agreement: ct.model.ID, Article: ct.model.Declared,
					Message: "no bundle holds this party's signature under the text " + string(ct.digest) + " and the model " + string(ct.hash),
				})
			}
		}
	}
}

// checkHeader holds what a bundle says about itself against the agreements in it.
func (a *auditor) checkHeader(b *stream) {
	for _, of := range b.header.Agreements {
		ct := a.contracts[of]
		switch {
		case ct == nil:
			a.col.add(Finding{
				Code: NotJudged, Severity: Unverifiable, Party: b.header.Party,
				Message: "the text " + string(of) + " is in none of the bundles: nothing under it can be judged",
			})
		case ct.model == nil:
		case ct.model.World != b.header.World:
			a.col.add(Finding{
				Code: fault.WrongWorld, Severity: Breach, Party: b.header.Party, Agreement: ct.model.ID,
				Message: "the bundle is marked " + worldName(b.header.World) + ", the agreement " + worldName(ct.model.World),
			})
		case ct.model.Party(b.header.Party) == nil:
			a.col.add(Finding{
				Code: fault.SideUnbound, Severity: Breach, Party: b.header.Party, Agreement: ct.model.ID,
				Message: "the bundle is of " + string(b.header.Party) + ", which is no party to the agreement",
			})
		}
	}
}

func worldName(w string) string {
	if w == agreement.WorldReal {
		return "real"
	}
	return w
}
