package audit

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/ledger"
)

type seenLine struct {
	Seen
	no int
}

// logWorld is what all bundles together say about logs, by origin.
type logWorld struct {
	owner  map[string]owner
	marks  map[string][]mark
	bounds map[string]*bounds
}

type owner struct {
	party agreement.PartyID
	ct    *contract
}

// origins names the log of every party of every agreement.
func (a *auditor) origins() {
	a.world = logWorld{owner: map[string]owner{}, marks: map[string][]mark{}, bounds: map[string]*bounds{}}
	for _, ct := range a.contracts {
		if ct.model == nil {
			continue
		}
		for i := range ct.model.Parties {
			p := ct.model.Parties[i].ID
			a.world.owner[ledger.Origin(ct.model.World, ct.model.LogName(), string(p))] = owner{p, ct}
		}
	}
}

func index(n uint64) *uint64 { return &n }

// checkpoints verifies the checkpoints of a bundle's own logs, and those of others that it saw.
func (a *auditor) checkpoints(b *stream) {
	for _, name := range b.logOrder {
		l := b.logs[name]
		o, known := a.world.owner[name]
		if ct := a.contracts[l.Agreement]; ct == nil || ct.model == nil {
			continue // that the text is missing or no agreement has been said
		}
		if !known || o.party != l.Party || o.ct.digest != l.Agreement {
			a.col.add(Finding{
				Code: fault.UnknownKey, Severity: Breach, Party: l.Party, Log: name,
				Message: "the log is not named as the agreement " + string(l.Agreement) + " has it",
			})
			continue
		}
		for _, n := range l.notes {
			m, ok := a.note(b, name, n.note, o)
			if ok {
				l.own = append(l.own, m)
			}
		}
		l.notes = nil
	}
	prev := map[string]mark{}
	for _, s := range b.seen {
		o, known := a.world.owner[s.Log]
		if !known {
			a.col.add(Finding{
				Code: NotJudged, Severity: Unverifiable, Party: b.header.Party, Log: s.Log,
				Message: "a checkpoint is of a log that belongs to no agreement in these bundles",
			})
			continue
		}
		m, ok := a.note(b, s.Log, s.Note, o)
		if !ok {
			continue
		}
		m.by, m.when, m.made = string(b.header.Party), s.When, b.header.Made
		if before, any := prev[s.Log]; any && len(s.Proof) > 0 {
			if err := ledger.CheckConsistency(s.Proof, before.size, before.root, m.size, m.root); err != nil {
				// Whoever brings a proof that proves nothing has not shown that there is none: only the leaves do.
				a.col.add(Finding{
					Code: NotJudged, Severity: Unverifiable, Party: b.header.Party, Agreement: o.ct.model.ID, Log: s.Log, Index: index(m.size), At: s.When,
					Message: fmt.Sprintf("the proof that %s brings does not show that the log of %d leaves extends the one of %d leaves", m.by, m.size, before.size),
				})
			}
		}
		prev[s.Log] = m
		a.world.marks[s.Log] = append(a.world.marks[s.Log], m)
	}
	b.seen = nil
}

// note verifies one checkpoint under the keys that its party has had, and its cosignatures.
func (a *auditor) note(b *stream, name, text string, o owner) (mark, bool) {
	raw := []byte(text)
	var why error
	for _, key := range o.ct.nodeKeys[o.party] {
		c, err := ledger.OpenCheckpoint(raw, name, key.Ed25519())
		if err == nil {
			a.col.count(func(n *Counts) { n.Checkpoints++ })
			a.cosigned(raw, name, c, o)
			return mark{size: c.Size, root: c.Root}, true
		}
		if why == nil || fault.CodeOf(err) == fault.BadSignature {
			why = err
		}
	}
	if why == nil {
		why = fault.New(fault.UnknownKey, "no node key of %s is certified", o.party)
	}
	f := Finding{
		Code: fault.CodeOf(why), Severity: Breach, Party: b.header.Party, Agreement: o.ct.model.ID, Log: name,
		Message: "a checkpoint does not count: " + why.Error(),
	}
	if c, err := ledger.ReadCheckpoint(raw); err == nil {
		f.Index = index(c.Size)
	}
	a.col.add(f)
	return mark{}, false
}

// cosigned takes the cosignatures of other parties: their word on when the log had this size.
func (a *auditor) cosigned(raw []byte, name string, c ledger.Checkpoint, o owner) {
	by, err := ledger.Cosigners(raw)
	if err != nil {
		return
	}
	for _, who := range by {
		w, known := a.world.owner[who]
		if !known || who == name || w.ct != o.ct {
			continue
		}
		for _, key := range o.ct.nodeKeys[w.party] {
			at, err := ledger.VerifyCosignature(raw, who, key.Ed25519())
			if err != nil {
				continue
			}
			a.col.count(func(n *Counts) { n.Cosignatures++ })
			bo := a.world.bounds[name]
			if bo == nil {
				bo = &bounds{}
				a.world.bounds[name] = bo
			}
			bo.list = append(bo.list, bound{c.Size, at})
			break
		}
	}
}

// witness holds what was seen of each log against what its node shows, as far as that can be done
// before the leaves are read, and prepares the rest.
func (a *auditor) witness() {
	for _, b := range a.bundles {
		for _, name := range b.logOrder {
			a.world.marks[name] = append(a.world.marks[name], b.logs[name].own...)
		}
	}
	for name, marks := range a.world.marks {
		slices.SortStableFunc(marks, func(x, y mark) int { return cmp.Compare(x.size, y.size) })
		o := a.world.owner[name]
		for i := 1; i < len(marks); i++ {
			if x, y := marks[i-1], marks[i]; x.size == y.size && x.root != y.root {
				a.col.add(Finding{
					Code: ForkedLog, Severity: Breach, Party: o.party, Agreement: o.ct.model.ID, Log: name, Index: index(x.size),
					Message: fmt.Sprintf("the node signed two different logs of %d leaves: one as %s has it, one as %s has it", x.size, whose(x, o), whose(y, o)),
				})
				a.forked(name)
				break
			}
		}
		if bo := a.world.bounds[name]; bo != nil {
			bo.sort()
		}
	}
	for _, b := range a.bundles {
		for _, name := range b.logOrder {
			sizes := make([]uint64, 0, len(a.world.marks[name]))
			for _, m := range a.world.marks[name] {
				sizes = append(sizes, m.size)
			}
			l := b.logs[name]
			l.builder = ledger.NewTreeBuilder(sizes...)
			l.bounds = a.world.bounds[name]
		}
	}
}

func whose(m mark, o owner) string {
	if m.by == "" {
		return string(o.party) + " itself"
	}
	return m.by
}

// forked remembers that a log's two faces have been reported: its roots are not reported once more.
func (a *auditor) forked(name string) {
	if a.twofaced == nil {
		a.twofaced = map[string]bool{}
	}
	a.twofaced[name] = true
}

// closeLog compares the rebuilt tree with every root that was signed.
func (a *auditor) closeLog(b *stream, l *logState) {
	if l.count != l.Size {
		a.col.add(Finding{
			Code: ShortLog, Severity: Breach, Party: l.Party, Log: l.Name, Index: index(l.count),
			Message: fmt.Sprintf("the bundle announces %d leaves of the log and gives %d", l.Size, l.count),
		})
	}
	l.ready()
	o, known := a.world.owner[l.Name]
	if !known {
		return
	}
	a.col.count(func(n *Counts) { n.Logs++; n.Leaves += l.count })
	f := Finding{Severity: Breach, Party: l.Party, Agreement: o.ct.model.ID, Log: l.Name}
	good, reported := uint64(0), a.twofaced[l.Name]
	for _, m := range a.world.marks[l.Name] {
		root, there := l.builder.RootAt(m.size)
		switch {
		case there && root == m.root:
			good = m.size
			if m.by == "" || !reported {
				l.covered = m.size // the checkpoint is the node's own word, whoever kept it
			}
		case there && !reported:
			reported = true
			f.Code, f.Index, f.At = RewrittenLog, index(m.size), m.when
			f.Message = fmt.Sprintf("the log was rewritten between the leaves %d and %d: its root is not the one that %s signed and %s holds",
				good, m.size, l.Party, whose(m, o))
			a.col.add(f)
		case !there && !reported && a.older(m, b):
			reported = true
			f.Code, f.Index, f.At = ShortLog, index(m.size), m.when
			f.Message = fmt.Sprintf("the log has %d leaves here, and %s signed one of %d, which %s holds", l.count, l.Party, m.size, whose(m, o))
			a.col.add(f)
		}
	}
	l.own, l.builder = nil, nil
	f.Severity, f.Index, f.At = Unverifiable, index(l.covered), time.Time{}
	if l.covered < l.count && !reported {
		f.Code = StaleCheckpoint
		f.Message = fmt.Sprintf("no checkpoint covers the last %d leaves yet", l.count-l.covered)
		a.col.add(f)
	}
	if l.count > 0 && (l.bounds == nil || len(l.bounds.list) == 0) {
		f.Code, f.Index = NotCosigned, nil
		f.Message = "no other party cosigned a checkpoint of this log: that it has no second face rests on its node"
		a.col.add(f)
	}
}

// older says whether a checkpoint was there when the bundle was made. The witness's clock may be behind, so
// that what was signed after the bundle seems to have been seen before.
func (a *auditor) older(m mark, b *stream) bool {
	return m.by == "" || !m.when.After(b.header.Made) &&
		(!m.made.After(b.header.Made) || m.when.Add(a.opts.Skew).Before(b.header.Made))
}

// closing says what can be said when everything is read.
func (a *auditor) closing() {
	for _, b := range a.bundles {
		for _, name := range b.logOrder {
			a.closingLog(b, b.logs[name])
		}
	}
	a.tally.close(a)
	a.stands.close(a)
}

func (a *auditor) closingLog(b *stream, l *logState) {
	o, known := a.world.owner[l.Name]
	if !known {
		return
	}
	var opened uint64
	for _, w := range l.opened {
		opened += uint64(bits.OnesCount64(w))
	}
	a.col.count(func(n *Counts) { n.Opened += opened })
	if left := l.count - opened; left > 0 {
		a.col.add(Finding{
			Code: NotOpened, Severity: Unverifiable, Party: l.Party, Agreement: o.ct.model.ID, Log: l.Name,
			Message: fmt.Sprintf("%d of %d leaves are not explained by the bundle: what they are about is not shown", left, l.count),
		})
	}
	l.clock.backDated(a.opts.Skew, func(job uint32, number, at uint64, claims, before time.Time) {
		id, ct := a.names.at(job)
		a.col.add(Finding{
			Code: BackDated, Severity: Breach, Party: l.Party, Agreement: ct.model.ID, Case: id, Number: number, Log: l.Name, Index: index(at), At: claims,
			Message: fmt.Sprintf("the receipt says %s, but stands in the log after one of %s", formatTime(claims), formatTime(before)),
		})
	})
}

// bounds are the instants by which other parties vouch that a log had a size.
type bounds struct{ list []bound }

type bound struct {
	size uint64
	at   time.Time
}

// sort keeps for each size the earliest instant by which that size, or a larger one, was cosigned.
func (b *bounds) sort() {
	slices.SortFunc(b.list, func(x, y bound) int { return cmp.Or(cmp.Compare(x.size, y.size), x.at.Compare(y.at)) })
	for i := len(b.list) - 2; i >= 0; i-- {
		if next := b.list[i+1].at; next.Before(b.list[i].at) {
			b.list[i].at = next
		}
	}
}

// latest is the instant by which the leaf at index was there.
func (b *bounds) latest(index uint64) (time.Time, bool) {
	if b == nil {
		return time.Time{}, false
	}
	i, _ := slices.BinarySearchFunc(b.list, index+1, func(x bound, size uint64) int { return cmp.Compare(x.size, size) })
	if i == len(b.list) {
		return time.Time{}, false
	}
	return b.list[i].at, true
}
