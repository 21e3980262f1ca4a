package audit

import (
	"errors"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// caseRun is the audit of one case, from what every bundle says about it.
type caseRun struct {
	a     *auditor
	ct    *contract // the text under which the case is, as far as the replay has come
	began *contract // that under which it began
	key   caseKey
	job   uint32
	views []*view
	list  []*entry // the merged history, in the order of numbers

	states   []*casework.Case // after each entry; nil where the replay could not go on
	findings []Finding
	counts   Counts
	gap      bool // an entry is missing: what follows cannot be replayed
	lapsed   bool // a lapse is missing: erasures that would follow from it are not reported once more
	handed   map[handed]bool
	slim     *casework.Case // of the case what stands needs of it
	forkAt   time.Time      // from when on home had two histories; zero: never
}

// view is one bundle's part of the case.
type view struct {
	b          *stream
	entries    []*entry
	disclosed  []disclosed
	deliveries []Delivery
	pending    []Pending
	refused    []Refused
	verdicts   []judged
}

type disclosed struct {
	number uint64
	value  string
	field  agreement.FieldID // once it was held against its act
}

type judged struct {
	Verdict
	opened []Opening
}

// entry is one place of the case as one bundle has it.
type entry struct {
	view    *view
	number  uint64
	opened  []Opening
	act     *seal.SignedAct
	receipt *seal.SignedReceipt
	relay   *seal.SignedRelay
	actSum  seal.Digest // of the signed act
	sum     seal.Digest // of the signed receipt
	changed bool        // the act is not the one that the receipt names
	doubted bool        // its receipt does not verify
	inTree  bool        // its receipt is proved by home's log, or by another bundle's copy that was
	values  map[agreement.FieldID]any
}

func (e *entry) received() time.Time { return e.receipt.Receipt.Received.Time }

// hit is the question whose hit the act follows, as it says; "" where it names none.
func (e *entry) hit() seal.Digest {
	if e.act == nil {
		return ""
	}
	return e.act.Act.Hit
}

// counts is when the act counts as done, as home says.
func (e *entry) counts() time.Time { return e.receipt.Receipt.Proved.Time }

// find adds a finding, located in this case.
func (r *caseRun) find(f Finding) {
	f.Case = r.key.id
	if r.ct.model != nil {
		f.Agreement = r.ct.model.ID
	}
	r.findings = append(r.findings, f)
}

// breach adds a breach at an entry.
func (r *caseRun) breach(e *entry, code fault.Code, by agreement.PartyID, format string, args ...any) {
	r.find(Finding{
		Code: code, Severity: Breach, Party: by, Number: e.number, Step: stepOf(e), At: e.received(),
		Message: sprintf(format, args...),
	})
}

func stepOf(e *entry) agreement.StepID {
	if e.act == nil {
		return ""
	}
	return agreement.StepID(e.act.Act.Step)
}

// auditCase does all that one case needs and hands the results over.
func (a *auditor) auditCase(key caseKey, parts []*part) error {
	ct := a.contracts[key.of]
	if ct == nil || ct.model == nil {
		a.col.add(Finding{
			Code: NotJudged, Severity: Unverifiable, Case: key.id,
			Message: "the case is under the text " + string(key.of) + ", which the bundles do not bring",
		})
		return nil
	}
	r := &caseRun{a: a, ct: ct, began: ct, key: key, job: a.names.add(key.id, ct)}
	for _, p := range parts {
		v, err := r.decode(p)
		if err != nil {
			return p.bundle.named(err)
		}
		r.views = append(r.views, v)
	}
	r.merge()
	r.verify()
	if key.own {
		r.statements()
	} else {
		r.open()
		r.replay()
		r.silence()
		r.sharing()
		r.duties()
		if len(r.states) > 0 {
			a.tally.opened(r.began, r.states[0], r.list[0].hit())
		}
		r.moved()
		r.countable()
	}
	r.unanswered()
	r.refusals()
	r.verdicts()
	r.counts.Cases++
	a.col.add(r.findings...)
	a.col.count(func(n *Counts) { n.add(&r.counts) })
	return nil
}

// decode reads one bundle's lines. An error is for the form of the file; an object within a line that
// cannot be read is a finding.
func (r *caseRun) decode(p *part) (*view, error) {
	v := &view{b: p.bundle}
	for i := range p.lines {
		l := p.line(i)
		var err error
		switch l.Kind {
		case KindEntry:
			var raw Entry
			if raw, err = l.entry(); err == nil {
				if e := r.entry(v, raw, l.No); e != nil {
					v.entries = append(v.entries, e)
				}
			}
		case KindDisclosure:
			var d disclosed
			d.number, d.value, err = l.disclosure()
			v.disclosed = append(v.disclosed, d)
		case KindDelivery:
			var d Delivery
			d, err = l.delivery()
			v.deliveries = append(v.deliveries, d)
		case KindPending:
			var x Pending
			x, err = l.pending()
			v.pending = append(v.pending, x)
		case KindRefused:
			var x Refused
			x, err = l.refused()
			v.refused = append(v.refused, x)
		case KindVerdict:
			var x judged
			x.Verdict, x.opened, err = l.verdict()
			v.verdicts = append(v.verdicts, x)
		}
		if err != nil {
			return nil, at(l.No, err)
		}
	}
	return v, nil
}

// entry reads the signed objects of one line; nil where not even its place is known.
func (r *caseRun) entry(v *view, raw Entry, no int) *entry {
	unreadable := func(what string, number uint64, err error) {
		r.find(Finding{
			Code: fault.CodeOf(err), Severity: Breach, Party: v.b.header.Party, Number: number,
			Message: "the " + what + " on line " + itoa(no) + " of the bundle cannot be read: " + err.Error(),
		})
	}
	e := &entry{view: v, opened: raw.Opened}
	var err error
	if e.receipt, err = seal.DecodeSignedReceipt(raw.Receipt); err != nil {
		unreadable("receipt", 0, err)
		r.gap = true
		return nil
	}
	e.number = e.receipt.Receipt.Number
	e.sum, e.actSum = seal.DigestOf(raw.Receipt), seal.DigestOf(raw.Signed)
	if e.act, err = seal.DecodeSignedAct(raw.Signed); err != nil {
		unreadable("act", e.number, err)
		e.changed = true
	} else if e.actSum != e.receipt.Receipt.Act {
		r.breach(e, ChangedAct, v.b.header.Party, "the act that %s stored as number %d is not the one that %s received: it was changed",
			v.b.header.Party, e.number, e.receipt.Receipt.Home)
		e.changed = true
	}
	if raw.Relay != nil {
		if e.relay, err = seal.DecodeSignedRelay(raw.Relay); err != nil {
			unreadable("relay evidence", e.number, err)
		}
	}
	return e
}

// shown holds one opening against the bundle's log, and says what it opens there.
func (r *caseRun) shown(v *view, o Opening, sum seal.Digest) (*logState, bool) {
	l := v.b.logs[o.Log]
	commitment, err := sum.Sum()
	if l == nil || err != nil {
		return l, false
	}
	leaf := ledger.Opening{Kind: ledger.Kind(o.What), Salt: o.Salt, Commitment: commitment}.LeafHash()
	return l, l.holds(o.Index, leaf)
}

func (r *caseRun) missing(v *view, o Opening, number uint64, what string) {
	r.find(Finding{
		Code: LeafMissing, Severity: Breach, Party: v.b.header.Party, Number: number, Log: o.Log, Index: index(o.Index),
		Message: "the log does not hold the " + what + " where the bundle says it stands",
	})
}

// numberOf finds the merged entry with a number.
func (r *caseRun) at(number uint64) (int, *entry) {
	i, ok := slices.BinarySearchFunc(r.list, number, func(e *entry, n uint64) int {
		switch {
		case e.number < n:
			return -1
		case e.number > n:
			return 1
		}
		return 0
	})
	if !ok {
		return -1, nil
	}
	return i, r.list[i]
}

func faultOf(err error) *fault.Error {
	var f *fault.Error
	if errors.As(err, &f) {
		return f
	}
	return fault.New(fault.Internal, "%s", err.Error())
}
