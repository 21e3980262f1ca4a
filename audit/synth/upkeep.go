package synth

import (
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/seal"
)

// declare puts a statement into the agreement's own case.
func (w *World) declare(s *seal.SignedStatement) error {
	st, err := seal.DecodeStatement([]byte(s.Statement))
	if err != nil {
		return err
	}
	party := Secretariat
	switch st := st.(type) {
	case *seal.NodeCertificate:
		party = agreement.PartyID(st.Party)
	case *seal.RoleCertificate:
		party = agreement.PartyID(st.Party)
	case *seal.Ratification:
		party = agreement.PartyID(st.Party)
	}
	a := w.blank(w.Own, party, seal.KindStatement)
	a.Procedure, a.Step, a.Statement = "agreement", "declare", string(s.Encode())
	return w.enter(w.Own, a, Action{Party: party}, nil)
}

// Lapse lets home record the next silence that is due. It says whether there was one.
func (w *World) Lapse(c *Case) (bool, error) {
	due := c.Engine.Due(w.Now)
	if len(due) == 0 {
		return false, nil
	}
	n, err := c.Engine.Lapse(due[0])
	if err != nil {
		return false, err
	}
	c.Engine = n
	return true, w.RecordLapse(c, due[0], c.home)
}

// RecordLapse writes a lapse into the history whether it is due or not.
func (w *World) RecordLapse(c *Case, l casework.Lapse, by agreement.PartyID) error {
	a := w.blank(c, by, seal.KindLapse)
	a.Procedure, a.Clock, a.Phase = string(c.Engine.Procedure.ID), string(l.Clock), string(l.Phase)
	a.Article = string(c.Engine.Procedure.Clock(l.Clock).Article)
	if end := casework.EndFact(c.Engine.Procedure.Clock(l.Clock), l.At); end != "" {
		a.Facts = append(a.Facts, seal.Fact{Name: casework.FactEnd(l.Clock), Value: end})
	}
	return w.enter(c, a, Action{Party: by}, nil)
}

// Destroy lets a party destroy what it owes to destroy by now, and attest it.
func (w *World) Destroy(c *Case, p agreement.PartyID) error {
	for _, er := range c.Engine.ErasuresOf(p, w.Now) {
		a := w.blank(c, p, seal.KindErased)
		a.Procedure = string(c.Engine.Procedure.ID)
		at := casework.Attestation{Party: p, All: er.All, Received: w.Now}
		if er.All {
			a.Phase = "all"
		} else {
			at.Fields = er.Fields
			for _, f := range er.Fields {
				a.Gives = append(a.Gives, seal.Commitment{Field: string(f)})
			}
		}
		n, err := c.Engine.Attest(at)
		if err != nil {
			return err
		}
		c.Engine = n
		c.gone[p] = append(c.gone[p], er.Fields...)
		c.goneAll[p] = c.goneAll[p] || er.All
		if err := w.enter(c, a, Action{Party: p}, nil); err != nil {
			return err
		}
	}
	return nil
}

// Settle records every silence that is due and destroys what is owed, on all nodes.
func (w *World) Settle(c *Case) error {
	for {
		more, err := w.Lapse(c)
		if err != nil {
			return err
		}
		if !more {
			break
		}
	}
	for _, p := range c.Engine.Parties() {
		if err := w.Destroy(c, p); err != nil {
			return err
		}
	}
	return nil
}

// holds says whether a party's node still has the disclosure of a field of an entry.
func (w *World) holds(c *Case, e *Entry, p agreement.PartyID, f string) bool {
	if field, _ := casework.FieldOf(agreement.FieldID(f)); c.goneAll[p] || slices.Contains(c.gone[p], field) {
		return false
	}
	return e.Act.Act.Party == string(p) || e.went(p, f)
}

// Send leaves an act without an answer: home is away.
func (w *World) Send(c *Case, x Action) error {
	a, disclosed, err := w.act(c, c.Engine.Procedure.ID, x)
	if err != nil {
		return err
	}
	signed, err := seal.SignAct(a, w.Nodes[x.Party].Sign, x.Key)
	if err != nil {
		return err
	}
	c.Pending = append(c.Pending, &Entry{Act: signed, Disclosures: disclosed})
	return nil
}

// Refuse lets home refuse an act with a code.
func (w *World) Refuse(c *Case, x Action, code string) error {
	a, _, err := w.act(c, c.Engine.Procedure.ID, x)
	if err != nil {
		return err
	}
	if x.Edit != nil {
		x.Edit(&a)
	}
	signed, err := seal.SignAct(a, w.Nodes[x.Party].Sign, x.Key)
	if err != nil {
		return err
	}
	no, err := seal.SignRefusal(seal.Refusal{
		Act: signed.Digest(), Agreement: w.Digest, Case: string(c.ID), Code: code, Home: string(c.home), Message: "no", Received: seal.TimeOf(w.Now),
		World: w.Model.World,
	}, w.Nodes[c.home].Sign)
	c.Refused = append(c.Refused, &Refused{Act: signed, Refusal: no})
	return err
}

// Forge puts a statement among those that the bundles bring, whether it counts or not.
func (w *World) Forge(st seal.Statement, key seal.PrivateKey) error {
	s, err := seal.SignStatement(st, key)
	if err == nil {
		w.statements = append(w.statements, s.Encode())
	}
	return err
}

// Drop lets a field vanish from a party's node without a word about it.
func (w *World) Drop(c *Case, p agreement.PartyID, f agreement.FieldID) {
	c.gone[p] = append(c.gone[p], f)
}

// Keep lets a party have kept what it said that it destroyed.
func (w *World) Keep(c *Case, p agreement.PartyID) {
	c.gone[p], c.goneAll[p] = nil, false
}
