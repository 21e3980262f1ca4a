package node

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// cases writes the agreement cases, then all others in the order of their names, each under the version under which it began.
func (x *evidence) cases() error {
	own := slices.Clone(x.all)
	slices.SortFunc(own, func(a, b *deal) int { return cmp.Compare(a.caseID, b.caseID) })
	for _, x.d = range own {
		if err := x.oneCase(x.d.caseID); err != nil {
			return err
		}
	}
	lists := make([]caseNames, len(x.all))
	for i, d := range x.all {
		lists[i] = caseNames{d: d}
	}
	for {
		x.d = nil
		var next casework.CaseID
		for i := range lists {
			id, err := lists[i].peek(x)
			if err != nil {
				return err
			}
			if id != "" && (x.d == nil || id < next) { // of a case that moved the first version that has acts of it
				x.d, next = lists[i].d, id
			}
		}
		if x.d == nil {
			return nil
		}
		for i := range lists {
			lists[i].drop(next)
		}
		if err := x.oneCase(next); err != nil {
			return err
		}
	}
}

// caseNames pages through the names of the cases of which there are acts under one version.
type caseNames struct {
	d     *deal
	page  []casework.CaseID
	after casework.CaseID
	ended bool
}

// peek gives the next name, "" at the end.
func (l *caseNames) peek(x *evidence) (casework.CaseID, error) {
	for len(l.page) == 0 && !l.ended {
		page, err := x.tx.ListCasesOfActs(x.ctx, store.ListCasesOfActsParams{Agreement: l.d.textHash, After: l.after, MaxRows: evidencePage})
		if err != nil {
			return "", err
		}
		if l.ended = len(page) < evidencePage; len(page) > 0 {
			l.after = page[len(page)-1]
		}
		l.page = slices.DeleteFunc(page, func(id casework.CaseID) bool { return id == l.d.caseID })
	}
	if len(l.page) == 0 {
		return "", nil
	}
	return l.page[0], nil
}

func (l *caseNames) drop(id casework.CaseID) {
	if len(l.page) > 0 && l.page[0] == id {
		l.page = l.page[1:]
	}
}

// place is an act that has a receipt, on its way into the bundle.
type place struct {
	number     uint64
	act        store.Act
	signed     *seal.SignedAct
	deliveries bool // forks bring none: nothing was given on them
}

func (x *evidence) oneCase(id casework.CaseID) error {
	if err := x.w.Case(id, x.d.textHash); err != nil {
		return err
	}
	acts, err := x.tx.ListActs(x.ctx, id)
	if err != nil {
		return err
	}
	places, err := x.places(id, acts)
	if err != nil {
		return err
	}
	sent, err := x.sent(id)
	if err != nil {
		return err
	}
	for _, p := range places {
		if err := x.entry(p); err != nil {
			return err
		}
		if !p.deliveries {
			continue
		}
		if err := x.deliveries(p, sent[p.act.Digest]); err != nil {
			return err
		}
	}
	for _, a := range acts {
		if a.Status == store.ActQueued && a.Mine && len(a.Receipt) == 0 {
			if err := x.pending(a); err != nil {
				return err
			}
		}
	}
	for _, a := range acts {
		if a.Status == store.ActRefused {
			if err := x.refused(a); err != nil {
				return err
			}
		}
	}
	return x.verdicts(id)
}

// places are the acts with a receipt in the order of their numbers, those of a fork beside each other. What is
// so damaged that it is no act any more cannot be written: its place stays empty, and the audit names it.
func (x *evidence) places(id casework.CaseID, acts []store.Act) ([]place, error) {
	var list []place
	add := func(a store.Act, deliveries bool) {
		s, err := seal.DecodeSignedAct(a.Body)
		var rec *seal.SignedReceipt
		if err == nil {
			rec, err = seal.DecodeSignedReceipt(a.Receipt)
		}
		if err == nil && len(a.Relay) > 0 {
			_, err = seal.DecodeSignedRelay(a.Relay)
		}
		if err != nil {
			x.n.log.Error("an act is damaged and left out of the evidence", "case", id, "number", a.Number, "err", err)
			return
		}
		list = append(list, place{number: rec.Receipt.Number, act: a, signed: s, deliveries: deliveries})
	}
	for _, a := range acts {
		if len(a.Receipt) > 0 {
			add(a, true)
		}
	}
	forks, err := x.tx.GetMeta(x.ctx, caseForkKey(id))
	if err != nil && !store.Missing(err) {
		return nil, err
	}
	for _, line := range metaLines(forks) {
		p, err := seal.DecodePost(line)
		if err != nil || p.Act == nil || p.Receipt == nil {
			x.n.log.Error("the proof of a fork is damaged and left out of the evidence", "case", id, "err", err)
			continue
		}
		add(store.Act{
			Digest: p.Act.Digest(), CaseID: id, Kind: p.Act.Act.Kind, Body: p.Act.Encode(), Receipt: p.Receipt.Encode(), ReceiptDigest: p.Receipt.Digest(),
		}, false)
	}
	slices.SortStableFunc(list, func(a, b place) int { return cmp.Compare(a.number, b.number) })
	return list, nil
}

// kindsOfActs are the leaves that an act itself stands in.
var kindsOfActs = []ledger.Kind{ledger.KindAct, ledger.KindLapse, ledger.KindErasure, ledger.KindSignature}

// openedAct gives the openings of an act's leaves, and of its relay evidence where it has some.
func (x *evidence) openedAct(a store.Act) ([]audit.Opening, error) {
	kinds := kindsOfActs
	if len(a.Relay) > 0 {
		kinds = append(slices.Clone(kinds), ledger.KindRelay)
	}
	return x.openedBy(string(a.Digest), kinds...)
}

func (x *evidence) entry(p place) error {
	opened, err := x.openedAct(p.act)
	if err != nil {
		return err
	}
	receipt, err := x.openedBy(string(p.act.ReceiptDigest), ledger.KindReceipt)
	if err != nil {
		return err
	}
	return x.w.Entry(audit.Entry{Opened: append(opened, receipt...), Signed: p.act.Body, Receipt: p.act.Receipt, Relay: some(p.act.Relay)})
}

// some gives nil for what is empty: databases differ in what they make of none.
func some(b []byte) []byte {
	if len(b) == 0 {
		return nil
	}
	return b
}

// sent gives who got which field of which act.
func (x *evidence) sent(id casework.CaseID) (map[seal.Digest][]store.Sent, error) {
	rows, err := x.tx.ListCaseSent(x.ctx, id)
	if err != nil {
		return nil, err
	}
	by := map[seal.Digest][]store.Sent{}
	for _, r := range rows {
		by[r.Act] = append(by[r.Act], r)
	}
	return by, nil
}

// deliveries writes which fields of an act went from here to whom, or came here from its author: one line
// for each party and instant.
func (x *evidence) deliveries(p place, rows []store.Sent) error {
	bundles, err := x.bundles(p.act.Digest)
	if err != nil {
		return err
	}
	for len(rows) > 0 {
		first := rows[0]
		d := audit.Delivery{Number: p.number, Party: first.Party, Way: audit.Sent, When: first.At.Time(), Values: []string{}}
		if first.Party == x.n.party {
			d.Way, d.Party, d.Sealed = audit.Received, agreement.PartyID(p.signed.Act.Party), bundles[first.At]
		}
		rest := rows[:0:0]
		for _, r := range rows {
			if r.Party != first.Party || r.At != first.At {
				rest = append(rest, r)
				continue
			}
			for _, g := range p.signed.Act.Gives {
				if g.Field == string(r.Field) {
					d.Values = append(d.Values, g.Digest)
				}
			}
		}
		rows = rest
		if err := x.w.Delivery(d); err != nil {
			return err
		}
	}
	return nil
}

// bundles gives, by the instant at which each came, the sealed bundles of an act that arrived here by
// themselves; "" where two came at one instant.
func (x *evidence) bundles(act seal.Digest) (map[store.Micros]seal.Digest, error) {
	runs, err := x.tx.ListLeafRunsByRef(x.ctx, string(act))
	if err != nil {
		return nil, err
	}
	by := map[store.Micros]seal.Digest{}
	for _, run := range runs {
		if x.logs[run.Log] == "" || ledger.Kind(run.Kind) != ledger.KindPublication || len(run.Commitments) != sha256.Size {
			continue
		}
		digest := seal.DigestFrom([sha256.Size]byte(run.Commitments))
		if _, two := by[run.At]; two {
			digest = ""
		}
		by[run.At] = digest
	}
	return by, nil
}

func (x *evidence) pending(a store.Act) error {
	if _, err := seal.DecodeSignedAct(a.Body); err != nil {
		x.n.log.Error("an act is damaged and left out of the evidence", "case", a.CaseID, "act", a.Digest, "err", err)
		return nil
	}
	opened, err := x.openedAct(a)
	if err != nil {
		return err
	}
	return x.w.Pending(audit.Pending{Opened: opened, Signed: a.Body, Relay: some(a.Relay)})
}

func (x *evidence) refused(a store.Act) error {
	_, err := seal.DecodeSignedAct(a.Body)
	if err == nil {
		_, err = seal.DecodeSignedRefusal(a.Refusal)
	}
	if err != nil {
		x.n.log.Error("a refusal is damaged and left out of the evidence", "case", a.CaseID, "act", a.Digest, "err", err)
		return nil
	}
	opened, err := x.openedBy(string(a.Digest), append(slices.Clone(kindsOfActs), ledger.KindRefusal)...)
	if err != nil {
		return err
	}
	return x.w.Refused(audit.Refused{Opened: opened, Signed: a.Body, Refusal: a.Refusal})
}

// verdicts writes what this node found of the case before it destroyed what the replay reads.
func (x *evidence) verdicts(id casework.CaseID) error {
	kept, err := x.tx.GetMeta(x.ctx, verdictKey(id))
	if store.Missing(err) {
		return nil
	} else if err != nil {
		return err
	}
	runs, err := x.tx.ListLeafRunsByRef(x.ctx, verdictKey(id))
	if err != nil {
		return err
	}
	for _, line := range metaLines(kept) {
		v, err := readVerdict(line)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(line)
		var opened []audit.Opening
		for _, run := range runs {
			if ledger.Kind(run.Kind) == ledger.KindVerdict && bytes.Equal(run.Commitments, sum[:]) {
				opened = append(opened, x.opened(run)...)
			}
		}
		if err := x.w.Verdict(v, opened); err != nil {
			return err
		}
	}
	return nil
}
