package node

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// FilingProof is a file by which anyone can verify offline, with the text of the agreement and nothing else, that something
// was filed here, and when. It does not say what, nor who: its digest is of an act with salted commitments.
func (n *Node) FilingProof(ctx context.Context, code string) ([]byte, error) {
	f, err := n.OpenFiling(ctx, code)
	if err != nil {
		return nil, err
	}
	d, first, err := n.firstAct(ctx, f)
	if err != nil {
		return nil, err
	}
	if err := n.maySign(); err != nil {
		return nil, err
	}
	entry, err := n.prove(ctx, d, uint64(first.Log))
	if fault.CodeOf(err) == fault.Conflict { // no checkpoint covers it yet
		if _, err = n.checkpoint(ctx, d); err != nil {
			return nil, err
		}
		entry, err = n.prove(ctx, d, uint64(first.Log))
	}
	if err != nil {
		return nil, err
	}
	text, err := entry.Encode()
	if err != nil {
		return nil, err
	}
	certificates, err := n.certificates(ctx, d, entry.Checkpoint)
	if err != nil {
		return nil, err
	}
	made := n.Now()
	if made.Before(first.Act.Made.Time) {
		made = first.Act.Made.Time
	}
	s, err := seal.SignFilingProof(seal.FilingProof{
		Agreement: d.textHash, Certificates: certificates, Digest: first.Digest, Entry: string(text), Made: sealTime(made), Party: string(n.party),
		Received: first.Act.Made, World: n.world,
	}, n.home.Sign)
	if err != nil {
		return nil, err
	}
	return s.Encode(), nil
}

// FilingContent is what opens the digest of the proof: the signed act and the fields with their salts, for whoever filed to
// keep and to show to whom they choose. What was destroyed meanwhile is not in it.
func (n *Node) FilingContent(ctx context.Context, code string) ([]byte, error) {
	f, err := n.OpenFiling(ctx, code)
	if err != nil {
		return nil, err
	}
	d, first, err := n.firstAct(ctx, f)
	if err != nil {
		return nil, err
	}
	out := &seal.FilingContent{Disclosures: []string{}, Type: seal.TypeFilingContent}
	var rows []store.Disclosure
	err = n.db.View(ctx, func(tx *store.Tx) error {
		act, err := tx.GetAct(ctx, first.Digest)
		if err != nil {
			return err
		}
		out.Act = string(act.Body)
		rows, err = tx.ListDisclosures(ctx, first.Digest)
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(rows, func(a, b store.Disclosure) int { return cmpString(string(a.Field), string(b.Field)) })
	for _, r := range rows {
		text, err := n.revealText(r)
		if fault.CodeOf(err) == fault.Erased {
			continue
		} else if err != nil {
			return nil, err
		}
		out.Disclosures = append(out.Disclosures, text)
	}
	if b := out.Encode(); len(b) > 0 {
		return b, nil
	}
	return nil, fault.New(fault.Internal, "what was filed under %s cannot be written", d.id)
}

// firstAct is the act that opened the case, as this node signed and logged it.
func (n *Node) firstAct(ctx context.Context, f *Filing) (*deal, *ActView, error) {
	for i := range f.Acts {
		a := &f.Acts[i]
		if agreement.PartyID(a.Act.Party) != n.party || a.Act.Kind != seal.KindStep {
			continue
		}
		if a.Log < 0 {
			return nil, nil, fault.New(fault.Conflict, "the filing is not in the log yet").Mend("look again in a moment")
		}
		d, err := n.dealOf(a.Act.Agreement) // each version has a log of its own
		return d, a, err
	}
	return nil, nil, fault.New(fault.NotFound, "this case was not opened at this node")
}

// certificates are what the keys of this node and of those who cosigned a note stand on: what the party keys, which the
// agreement names, have said of them.
func (n *Node) certificates(ctx context.Context, d *deal, note string) ([]string, error) {
	names, err := ledger.Cosigners([]byte(note))
	if err != nil {
		return nil, err
	}
	parties := []string{string(n.party)}
	for _, p := range d.parties {
		if slices.Contains(names, ledger.Origin(n.world, d.model.LogName(), string(p))) {
			parties = append(parties, string(p))
		}
	}
	out := []string{}
	put := func(st *seal.SignedStatement) {
		said, err := seal.DecodeStatement([]byte(st.Statement))
		if err != nil {
			return
		}
		of := ""
		switch said := said.(type) {
		case *seal.NodeCertificate:
			of = said.Party
		case *seal.Revocation:
			if hs := d.ring().Holders(said.Key); len(hs) == 0 || hs[0].Key.Kind() != seal.KeyNode && hs[0].Key.Kind() != seal.KeySeal {
				return
			}
			of = said.Party
		}
		if text := string(st.Encode()); slices.Contains(parties, of) && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	err = n.db.View(ctx, func(tx *store.Tx) error {
		out = []string{}
		peers, err := tx.ListPeers(ctx, d.textHash)
		if err != nil {
			return err
		}
		for _, p := range peers {
			var c Card
			if err := json.Unmarshal(p.Card, &c); err != nil {
				return fault.New(fault.Internal, "the card of %s is damaged", p.Party).Wrap(err)
			}
			st, err := seal.DecodeSignedStatement([]byte(c.Certificate))
			if err != nil {
				return err
			}
			put(st)
		}
		for after := int64(0); ; {
			acts, err := tx.ListTakenActs(ctx, store.ListTakenActsParams{CaseID: d.caseID, After: after, MaxRows: evidencePage})
			if err != nil {
				return err
			}
			for _, a := range acts {
				s, err := seal.DecodeSignedAct(a.Body)
				if err != nil || s.Act.Step != string(StepCertify) && s.Act.Step != string(StepRevoke) {
					continue
				}
				if st, err := seal.DecodeSignedStatement([]byte(s.Act.Statement)); err == nil {
					put(st)
				}
			}
			if len(acts) < evidencePage {
				return nil
			}
			after = acts[len(acts)-1].Number
		}
	})
	return out, err
}

// Known are the agreements under which this node can examine a file, every version.
func (n *Node) Known() []audit.Known {
	var out []audit.Known
	for _, d := range n.allDeals() {
		d.mu.Lock()
		signed := map[agreement.PartyID]time.Time{}
		for p, at := range d.signed {
			signed[p] = at
		}
		d.mu.Unlock()
		out = append(out, audit.Known{Text: d.text, Model: d.model, Ring: d.ring().Clone(), Signed: signed})
	}
	return out
}
