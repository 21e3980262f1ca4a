package node

import (
	"context"
	"encoding/json"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// facts are the outside facts that whoever takes a step states, sorted by name: how much of each quota is used, by the
// cases that this node knows. Indicators and funds home states (found). What nobody can find nobody states, and the step
// is refused as unread.
func (n *Node) facts(d *deal, c *casework.Case, step *agreement.Step, now time.Time) []seal.Fact {
	names := slices.Clone(step.When.Facts)
	for _, q := range d.model.Drawn(step) {
		names = append(names, casework.FactQuota(q.ID))
	}
	slices.Sort(names)
	facts := []seal.Fact{}
	opener := n.party
	if c != nil {
		opener = c.Opener(n.party)
	}
	for _, name := range slices.Compact(names) {
		id, quota := strings.CutPrefix(name, casework.FactQuota(""))
		q := d.model.Quota(agreement.QuotaID(id))
		if !quota || q == nil {
			continue
		}
		facts = append(facts, seal.Fact{Name: name, Value: strconv.Itoa(d.stand().Used(d.model, q, n.party, opener, now))})
	}
	return facts
}

// homeFacts are the outside facts that home states with its receipt of an act, nil where there are none.
func homeFacts(f *file, a *seal.Act) []string {
	p := f.d.model.Procedure(agreement.ProcedureID(a.Procedure))
	if a.Kind != seal.KindStep || p == nil {
		return nil
	}
	step := p.Step(agreement.StepID(a.Step))
	if step == nil {
		return nil
	}
	return casework.HomeFacts(f.d.model, step)
}

// counting keeps acts apart whose order decides what is counted: one for which home counts waits for those that have
// their instant already, and those that come after it wait for it. The caller holds the lock of its case, and calls
// what this gives back when its act is committed. Nothing that is done meanwhile waits for the lock of another case.
func (d *deal) counting(alone bool) (done func()) {
	if alone {
		d.count.Lock()
		return d.count.Unlock
	}
	d.count.RLock()
	return d.count.RUnlock
}

// found states outside facts as they were just before an instant, by what this node knows, sorted by name; what comes to
// nothing is not stated.
func (n *Node) found(ctx context.Context, d *deal, names []string, at time.Time) ([]seal.Fact, error) {
	var facts []seal.Fact
	k := &knowledge{n: n, ctx: ctx, d: d, cases: map[agreement.ProcedureID][]*casework.Case{}}
	known := casework.Known{Cases: k.of, Entries: k.entries, Standing: d.stand()}
	for _, name := range names {
		value, _, ok := known.Find(d.model, name, at)
		if k.err != nil {
			return nil, k.err
		}
		if !ok {
			continue
		}
		if b, err := seal.Canonical(json.Number(value)); err == nil { // what no reader of JSON keeps exactly is not stated
			facts = append(facts, seal.Fact{Name: name, Value: string(b)})
		}
	}
	return facts, nil
}

// silenceFacts are the outside facts for the step that a silence would take, as they were just before its end, for the
// act and for the engine.
func (n *Node) silenceFacts(ctx context.Context, f *file, l *casework.Lapse) ([]seal.Fact, error) {
	stated := []seal.Fact{}
	cl := f.c.Procedure.Clock(l.Clock)
	step := f.c.Procedure.Step(cl.Takes)
	if step == nil || cl.Silence != agreement.SilenceProceed || l.Phase != casework.PhaseFinal {
		return stated, nil
	}
	names := casework.HomeFacts(f.d.model, step)
	if len(names) == 0 {
		return stated, nil
	}
	done := f.d.counting(true)
	found, err := n.found(ctx, f.d, names, l.At)
	done()
	if err != nil {
		return nil, err
	}
	l.Facts, err = factsOf(found)
	return append(stated, found...), err
}

// knowledge is what this node can count.
type knowledge struct {
	n     *Node
	ctx   context.Context
	d     *deal
	cases map[agreement.ProcedureID][]*casework.Case
	err   error
}

// of gives the cases of a procedure that are here. The lock of no case is waited for: a case whose lock somebody holds is
// read from what is committed.
func (k *knowledge) of(p agreement.ProcedureID) iter.Seq[*casework.Case] {
	if _, read := k.cases[p]; !read && k.err == nil {
		k.cases[p] = []*casework.Case{}
		k.err = k.n.eachCase(k.ctx, k.d, func(row store.CaseFile) error {
			if row.Procedure != p {
				return nil
			}
			c, err := k.n.peek(k.ctx, k.d, row.ID)
			if c != nil {
				k.cases[p] = append(k.cases[p], c)
			}
			return err
		})
	}
	return slices.Values(k.cases[p])
}

// peek reads a case without waiting for its lock.
func (n *Node) peek(ctx context.Context, d *deal, id casework.CaseID) (*casework.Case, error) {
	if c, ok := n.files.loaded(d, id); ok {
		return c, nil
	}
	fresh := &file{d: d, id: id}
	if err := n.load(ctx, fresh); err != nil {
		return nil, err
	}
	return fresh.c, nil
}

// entries gives the entries of a register that this party holds, with the instant at which each was added; false where the
// indicator counts questions, or entries of a register that this party does not hold.
func (k *knowledge) entries(x *agreement.Indicator) (iter.Seq[casework.Entry], bool) {
	reg := k.d.model.Register(x.Register)
	if reg == nil || x.Query != "" || !holds(reg, k.n.party) {
		return nil, false
	}
	return func(yield func(casework.Entry) bool) {
		for after := ""; ; {
			var rows []store.RegisterEntry
			err := k.n.db.View(k.ctx, func(tx *store.Tx) error {
				var err error
				rows, err = tx.ListRegisterEntries(k.ctx, store.ListRegisterEntriesParams{Agreement: k.d.textHash, Register: reg.ID, After: after, MaxRows: 2000})
				return err
			})
			if err != nil {
				k.err = err
				return
			}
			for _, r := range rows {
				v, err := decodeJSON(string(r.Body))
				values, ok := v.(map[string]any)
				if err != nil || !ok {
					k.err = fault.New(fault.Internal, "an entry of the register %s is damaged", reg.ID).Wrap(err)
					return
				}
				e := casework.Entry{Values: make(map[agreement.FieldID]any, len(values)), At: r.Added.Time()}
				for f, v := range values {
					e.Values[agreement.FieldID(f)] = v
				}
				if r.Struck == 0 && !yield(e) {
					return
				}
			}
			if len(rows) < 2000 {
				return
			}
			after = rows[len(rows)-1].Entry
		}
	}, true
}

// eachCase gives every case of an agreement that is here, in the order of their names.
func (n *Node) eachCase(ctx context.Context, d *deal, do func(store.CaseFile) error) error {
	for after := casework.CaseID(""); ; {
		var page []store.CaseFile
		err := n.db.View(ctx, func(tx *store.Tx) error {
			var err error
			page, err = tx.ListCasesOfAgreement(ctx, store.ListCasesOfAgreementParams{Agreement: d.textHash, After: after, MaxRows: 500})
			return err
		})
		if err != nil {
			return err
		}
		for _, row := range page {
			after = row.ID
			if err := do(row); err != nil {
				return err
			}
		}
		if len(page) < 500 {
			return nil
		}
	}
}
