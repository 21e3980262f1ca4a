package node

import (
	"context"
	"io"
	"iter"
	"strings"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/register"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// registers are the data sets that this party holds, with their indexes in memory.
type registers struct {
	mu   sync.RWMutex
	live map[registerKey]*register.Live
	load sync.Mutex // one import at a time
}

type registerKey struct {
	text seal.Digest
	id   agreement.RegisterID
}

func (r *registers) of(text seal.Digest, id agreement.RegisterID) *register.Live {
	r.mu.RLock()
	l := r.live[registerKey{text, id}]
	r.mu.RUnlock()
	if l != nil {
		return l
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.live == nil {
		r.live = map[registerKey]*register.Live{}
	}
	k := registerKey{text, id}
	if r.live[k] == nil {
		r.live[k] = &register.Live{}
	}
	return r.live[k]
}

// heldRegister finds a register of an agreement that this party holds.
func (n *Node) heldRegister(id agreement.ID, reg agreement.RegisterID) (*deal, *agreement.Register, *agreement.Record, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, nil, nil, err
	}
	def := d.model.Register(reg)
	if def == nil {
		return nil, nil, nil, fault.New(fault.NoSuchStep, "the agreement has no register %q", reg).Mend("see its articles for what it has")
	}
	for _, h := range def.Holders {
		if h == n.party {
			return d, def, d.model.Record(def.Record), nil
		}
	}
	return nil, nil, nil, fault.Refuse(fault.WrongSide, string(def.Article), "%s does not hold the register %s", n.party, reg)
}

// ImportFormat names how a list is written.
type ImportFormat string

// The formats of lists.
const (
	ImportCSV ImportFormat = "csv"
	ImportSDN ImportFormat = "sdn" // OFAC's files: a folder or its sdn.csv
)

// Imported is what an import did.
type Imported struct {
	Entries  int
	Version  string
	Findings register.Findings
	Took     time.Duration
}

// Import exchanges the whole data set of a register for a list: all of it, or, where anything is wrong
// with it, nothing.
func (n *Node) Import(ctx context.Context, id agreement.ID, reg agreement.RegisterID, format ImportFormat, name string, r io.Reader) (*Imported, error) {
	start := time.Now()
	d, def, rec, err := n.heldRegister(id, reg)
	if err != nil {
		return nil, err
	}
	var entries iter.Seq2[register.Entry, error]
	switch format {
	case ImportCSV:
		entries = register.FromCSV(name, r, def, rec)
	case ImportSDN:
		entries = register.FromSDN(name, def, rec)
	default:
		return nil, fault.New(fault.Invalid, "lists of the format %q cannot be read", format).Mend("csv or sdn")
	}
	n.regs.load.Lock()
	defer n.regs.load.Unlock()
	set, findings, err := register.Load(def, rec, "", entries)
	if err != nil {
		return &Imported{Findings: findings}, err
	}
	if err := n.putRegister(ctx, d, def, set, name); err != nil {
		return nil, err
	}
	n.regs.of(d.textHash, def.ID).Swap(set)
	return &Imported{Entries: set.Len(), Version: set.Version(), Findings: findings, Took: time.Since(start)}, nil
}

// putRegister makes a data set durable in one transaction, which the log records by the set's version.
func (n *Node) putRegister(ctx context.Context, d *deal, def *agreement.Register, set *register.Set, source string) error {
	run, err := n.entry(d, ledger.KindRegister, "register/"+string(def.ID)+"/"+set.Version(), seal.DigestOf([]byte(string(def.ID)+"\n"+set.Version())))
	if err != nil {
		return err
	}
	now := n.Now()
	at := store.MicrosOf(now)
	var expires store.Micros
	if !def.Keep.IsZero() {
		expires = store.MicrosOf(d.model.After(def.Keep, now))
	}
	return n.db.Update(ctx, func(tx *store.Tx) error {
		rows := make([]store.RegisterEntry, 0, set.Len())
		for entry, body := range set.Bodies() {
			rows = append(rows, store.RegisterEntry{
				Agreement: d.textHash, Register: def.ID, Entry: entry, KeyHash: []byte{}, Body: body, Version: set.Version(), Added: at, Expires: expires,
			})
		}
		if err := tx.PutRegisterEntries(ctx, rows); err != nil {
			return err
		}
		if _, err := tx.DeleteOtherVersions(ctx, store.DeleteOtherVersionsParams{Agreement: d.textHash, Register: def.ID, Version: set.Version()}); err != nil {
			return err
		}
		if err := tx.PutRegisterVersion(ctx, store.PutRegisterVersionParams{
			Agreement: d.textHash, Register: def.ID, Version: set.Version(), Entries: int64(set.Len()), Loaded: at, Source: clip(source, 120),
		}); err != nil {
			return err
		}
		return n.logged(tx, run)
	})
}

// ExportRegister writes the data set as CSV.
func (n *Node) ExportRegister(_ context.Context, id agreement.ID, reg agreement.RegisterID, w io.Writer) error {
	d, def, _, err := n.heldRegister(id, reg)
	if err != nil {
		return err
	}
	set := n.regs.of(d.textHash, def.ID).Set()
	if set == nil {
		return fault.New(fault.NotFound, "the register %s holds nothing yet", reg).Mend("import a list first")
	}
	return set.ExportCSV(w)
}

// loadRegisters builds the indexes from the database.
func (n *Node) loadRegisters(ctx context.Context, d *deal) error {
	for i := range d.model.Registers {
		def := &d.model.Registers[i]
		var version store.RegisterVersion
		var set *register.Set
		err := n.db.View(ctx, func(tx *store.Tx) error {
			var err error
			version, err = tx.GetRegisterVersion(ctx, store.GetRegisterVersionParams{Agreement: d.textHash, Register: def.ID})
			if err != nil {
				return err
			}
			set, _, err = register.Load(def, d.model.Record(def.Record), version.Version, register.Parsed(bodies(ctx, tx, d.textHash, def.ID)))
			return err
		})
		if fault.CodeOf(err) == fault.NotFound {
			continue
		} else if err != nil {
			return err
		}
		n.regs.of(d.textHash, def.ID).Swap(set)
	}
	return nil
}

func bodies(ctx context.Context, tx *store.Tx, text seal.Digest, id agreement.RegisterID) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for after := ""; ; {
			rows, err := tx.ListRegisterEntries(ctx, store.ListRegisterEntriesParams{Agreement: text, Register: id, After: after, MaxRows: 2000})
			if err != nil {
				yield(nil, err)
				return
			}
			for _, r := range rows {
				if r.Struck == 0 && !yield(r.Body, nil) {
					return
				}
			}
			if len(rows) < 2000 {
				return
			}
			after = rows[len(rows)-1].Entry
		}
	}
}

func (n *Node) expired(ctx context.Context, now time.Time) (gone []store.ListExpiredEntriesRow, err error) {
	err = n.db.View(ctx, func(tx *store.Tx) error {
		gone, err = tx.ListExpiredEntries(ctx, store.ListExpiredEntriesParams{Now: store.MicrosOf(now), MaxRows: 1000})
		return err
	})
	return gone, err
}

// expireEntries strikes what a register may no longer keep.
func (n *Node) expireEntries(ctx context.Context, now time.Time) error {
	gone, err := n.expired(ctx, now)
	if err != nil || len(gone) == 0 {
		return err
	}
	n.regs.load.Lock()
	defer n.regs.load.Unlock()
	if gone, err = n.expired(ctx, now); err != nil { // somebody else may have struck them, or loaded the list anew
		return err
	}
	byRegister := map[registerKey][]string{}
	for _, g := range gone {
		k := registerKey{g.Agreement, g.Register}
		byRegister[k] = append(byRegister[k], g.Entry)
	}
	for k, entries := range byRegister {
		d, err := n.dealOf(k.text)
		if err != nil {
			return err
		}
		def := d.model.Register(k.id)
		live := n.regs.of(k.text, k.id)
		next, err := live.Set().With(nil, entries)
		if err != nil {
			return err
		}
		run, err := n.entry(d, ledger.KindRegister, "register/"+string(k.id)+"/"+next.Version(), seal.DigestOf([]byte(string(k.id)+"\n"+next.Version())))
		if err != nil {
			return err
		}
		err = n.db.Update(ctx, func(tx *store.Tx) error {
			for _, e := range entries {
				if _, err := tx.DeleteRegisterEntry(ctx, store.DeleteRegisterEntryParams{Agreement: k.text, Register: k.id, Entry: e}); err != nil {
					return err
				}
			}
			if err := tx.PutRegisterVersion(ctx, store.PutRegisterVersionParams{
				Agreement: k.text, Register: def.ID, Version: next.Version(), Entries: int64(next.Len()), Loaded: store.MicrosOf(now), Source: "expiry",
			}); err != nil {
				return err
			}
			return n.logged(tx, run)
		})
		if err != nil {
			return err
		}
		live.Swap(next)
	}
	return n.db.Scrub(ctx)
}

func clip(s string, most int) string {
	if len(s) > most {
		s = s[:most]
	}
	return strings.ToValidUTF8(s, "") // a file's name may be any bytes, and a cut may go through a letter
}
