package node

import (
	"context"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/register"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// listed is a change of registers that an act made, on its way into the act's own transaction.
type listed struct {
	n     *Node
	d     *deal
	sets  []*listedSet
	since store.Micros
}

// listedSet is what changes in one register.
type listedSet struct {
	def    *agreement.Register
	next   *register.Set
	add    []register.Entry
	strike []string
	run    *store.Run
}

// listing makes the changes that the latest acts of a case ask for in the registers that this party holds: its own acts
// alone, since nobody else writes in its data. What cannot be entered (no key, a value that does not fit, an
// entry to strike that is not there) is left out and logged: the act stands, and its effect is nothing. The caller
// ends it with done, whatever comes.
func (n *Node) listing(f *file, effects []casework.Effect) (*listed, error) {
	var own []casework.Effect
	for _, e := range effects {
		if e.Kind != casework.EffectAdds && e.Kind != casework.EffectStrikes || e.Party != n.party {
			continue
		}
		if def := f.d.model.Register(agreement.RegisterID(e.Target)); def != nil && slices.Contains(def.Holders, n.party) {
			own = append(own, e)
		}
	}
	if len(own) == 0 {
		return nil, nil
	}
	n.regs.load.Lock()
	l := &listed{n: n, d: f.d, since: store.MicrosOf(n.Now())}
	for _, e := range own {
		if err := l.take(e); err != nil {
			n.log.Error("a register could not be changed as the act says", "case", f.id, "register", e.Target, "effect", e.Kind, "err", err)
		}
	}
	for _, s := range l.sets {
		version := s.next.Version()
		run, err := n.entry(f.d, ledger.KindRegister, "register/"+string(s.def.ID)+"/"+version, seal.DigestOf([]byte(string(s.def.ID)+"\n"+version)))
		if err != nil {
			n.regs.load.Unlock()
			return nil, err
		}
		s.run = run
	}
	return l, nil
}

// take adds one effect.
func (l *listed) take(e casework.Effect) error {
	def := l.d.model.Register(agreement.RegisterID(e.Target))
	rec := l.d.model.Record(def.Record)
	i := slices.IndexFunc(l.sets, func(s *listedSet) bool { return s.def == def })
	before := l.n.regs.of(l.d.textHash, def.ID).Set()
	if i >= 0 {
		before = l.sets[i].next
	}
	if before == nil {
		var err error
		if before, _, err = register.Load(def, rec, "", register.Parsed(func(func([]byte, error) bool) {})); err != nil {
			return err
		}
	}
	fields := map[agreement.FieldID]any{}
	for f, v := range e.Values {
		fields[f] = v
	}
	id, err := register.KeyID(def, rec, fields)
	if err != nil {
		return err
	}
	s := &listedSet{def: def}
	if i >= 0 {
		s = l.sets[i]
	}
	if e.Kind == casework.EffectStrikes {
		if s.next, err = before.With(nil, []string{id}); err == nil {
			s.strike = append(s.strike, id)
		}
	} else {
		entry := register.Entry{ID: id, Fields: fields}
		body, cerr := entry.Canonical()
		if cerr != nil {
			return cerr
		}
		if entry, err = register.ParseEntry(body); err != nil { // numbers as a list holds them
			return err
		}
		if s.next, err = before.With([]register.Entry{entry}, nil); err == nil {
			s.add = append(s.add, entry)
		}
	}
	if err != nil {
		if i >= 0 {
			s.next = before
		}
		return err
	}
	if i < 0 {
		l.sets = append(l.sets, s)
	}
	return nil
}

// put makes the changes durable, within the transaction of the act that made them.
func (l *listed) put(ctx context.Context, tx *store.Tx) error {
	if l == nil {
		return nil
	}
	for _, s := range l.sets {
		for _, id := range s.strike {
			if _, err := tx.DeleteRegisterEntry(ctx, store.DeleteRegisterEntryParams{Agreement: l.d.textHash, Register: s.def.ID, Entry: id}); err != nil {
				return err
			}
		}
		var expires store.Micros
		if !s.def.Keep.IsZero() {
			expires = store.MicrosOf(l.d.model.After(s.def.Keep, l.since.Time()))
		}
		var rows []store.RegisterEntry
		for _, e := range s.add {
			if _, there := s.next.Entry(e.ID); !there {
				continue // the same act struck it again
			}
			body, err := e.Canonical()
			if err != nil {
				return err
			}
			rows = append(rows, store.RegisterEntry{
				Agreement: l.d.textHash, Register: s.def.ID, Entry: e.ID, KeyHash: []byte{}, Body: body, Version: s.next.Version(), Added: l.since, Expires: expires,
			})
		}
		if err := tx.PutRegisterEntries(ctx, rows); err != nil {
			return err
		}
		if err := tx.PutRegisterVersion(ctx, store.PutRegisterVersionParams{
			Agreement: l.d.textHash, Register: s.def.ID, Version: s.next.Version(), Entries: int64(s.next.Len()), Loaded: l.since, Source: "case",
		}); err != nil {
			return err
		}
		if err := l.n.logged(tx, s.run); err != nil {
			return err
		}
	}
	return nil
}

// done ends the change: the data sets are exchanged where it is durable, and stay as they were where it is not.
func (l *listed) done(err error) {
	if l == nil {
		return
	}
	defer l.n.regs.load.Unlock()
	if err != nil {
		if fault.CodeOf(err) != fault.Conflict {
			l.n.log.Error("a register stays as it was, since its act was not made durable", "err", err)
		}
		return
	}
	for _, s := range l.sets {
		l.n.regs.of(l.d.textHash, s.def.ID).Swap(s.next)
	}
}
