package synth

import (
	"io"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/seal"
)

// Bundle is a party's evidence before it is written, open to be tampered with.
type Bundle struct {
	Header      audit.Header
	Name        string
	Text        []byte
	Statements  [][]byte
	Log         audit.Log
	Checkpoints []string
	Seen        []audit.Seen
	Leaves      [][32]byte
	Cases       []*CasePart
	Queries     []audit.Query
}

// CasePart is one case of it.
type CasePart struct {
	ID          casework.CaseID
	Entries     []audit.Entry
	Disclosures []Disclosure
	Deliveries  []audit.Delivery
	Pending     []audit.Pending
	Refused     []audit.Refused
	Verdicts    []*audit.Verdict
}

// Disclosure is a line of its kind.
type Disclosure struct {
	Number uint64
	Field  string
	Value  string
}

// Bundle gathers what a party holds.
func (w *World) Bundle(p agreement.PartyID, made time.Time) *Bundle {
	l := w.Nodes[p].Log
	b := &Bundle{
		Header: audit.Header{Party: p, World: w.Model.World, Made: made, Agreements: []seal.Digest{w.Digest}},
		Name:   w.Name, Text: w.Text, Statements: slices.Clone(w.statements),
		Log:         audit.Log{Name: l.Origin, Agreement: w.Digest, Party: p, Size: uint64(len(l.Leaves))},
		Checkpoints: slices.Clone(l.Checkpoints), Leaves: slices.Clone(l.Leaves), Seen: slices.Clone(l.Seen),
	}
	slices.SortStableFunc(b.Seen, func(x, y audit.Seen) int {
		if x.Log < y.Log {
			return -1
		} else if x.Log > y.Log {
			return 1
		}
		return 0
	})
	cases := append([]*Case{w.Own}, w.Cases...)
	slices.SortFunc(cases, func(x, y *Case) int {
		if audit.CaseLess(x.ID, w.Digest, y.ID, w.Digest) {
			return -1
		}
		return 1
	})
	for _, c := range cases {
		if slices.Contains(w.members(c), p) {
			b.Cases = append(b.Cases, w.part(c, p))
		}
	}
	for _, q := range w.Queries {
		if q.From != p && q.To != p {
			continue
		}
		way := audit.Sent
		if q.To == p {
			way = audit.Received
		}
		reply := letter(q.Reply)
		b.Queries = append(b.Queries, audit.Query{Opened: q.opened[p], Asked: letter(q.Asked), Reply: &reply, Way: way})
	}
	return b
}

func letter(l *seal.Letter) audit.Letter {
	return audit.Letter{Envelope: l.Envelope.Encode(), Signature: l.Signature, Items: l.Items}
}

func (w *World) part(c *Case, p agreement.PartyID) *CasePart {
	x := &CasePart{ID: c.ID}
	for i, e := range c.Entries {
		n := uint64(i + 1)
		line := audit.Entry{Opened: e.opened[p], Signed: e.Act.Encode(), Receipt: e.Receipt.Encode()}
		if e.Relay != nil {
			line.Relay = e.Relay.Encode()
		}
		x.Entries = append(x.Entries, line)
		for _, g := range e.Act.Act.Gives {
			if text, ok := e.Disclosures[g.Field]; ok && w.holds(c, e, p, g.Field) {
				x.Disclosures = append(x.Disclosures, Disclosure{n, g.Field, text})
			}
		}
		for _, d := range e.Deliveries {
			line := audit.Delivery{Number: n, Party: d.To, Way: audit.Sent, When: d.When}
			switch string(p) {
			case string(d.To):
				line.Way, line.Party = audit.Received, agreement.PartyID(e.Act.Act.Party)
			case e.Act.Act.Party:
			default:
				continue
			}
			for _, g := range e.Act.Act.Gives {
				if slices.Contains(d.Fields, g.Field) {
					line.Values = append(line.Values, g.Digest)
				}
			}
			x.Deliveries = append(x.Deliveries, line)
		}
	}
	for _, e := range c.Pending {
		if e.Act.Act.Party == string(p) {
			x.Pending = append(x.Pending, audit.Pending{Signed: e.Act.Encode()})
		}
	}
	for _, e := range c.Refused {
		x.Refused = append(x.Refused, audit.Refused{Signed: e.Act.Encode(), Refusal: e.Refusal.Encode()})
	}
	return x
}

// Case finds a case in the bundle.
func (b *Bundle) Case(id casework.CaseID) *CasePart {
	for _, c := range b.Cases {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// Write writes the bundle.
func (b *Bundle) Write(to io.Writer) error {
	return b.WriteThen(to, func(*audit.Writer) error { return nil })
}

// WriteThen writes the bundle with further cases after its own.
func (b *Bundle) WriteThen(to io.Writer, more func(*audit.Writer) error) error {
	w, err := audit.NewWriter(to, b.Header)
	if err != nil {
		return err
	}
	do := func(f func() error) {
		if err == nil {
			err = f()
		}
	}
	do(func() error { return w.Agreement(b.Name, b.Text) })
	for _, s := range b.Statements {
		do(func() error { return w.Statement(b.Log.Agreement, s) })
	}
	do(func() error { return w.Log(b.Log) })
	for _, c := range b.Checkpoints {
		do(func() error { return w.Checkpoint(c) })
	}
	for _, s := range b.Seen {
		do(func() error { return w.Seen(s) })
	}
	do(func() error { return w.Leaves(b.Log.Name, b.Leaves) })
	for _, c := range b.Cases {
		do(func() error { return c.write(w, b.Log.Agreement) })
	}
	do(func() error { return more(w) })
	for _, q := range b.Queries {
		do(func() error { return w.Query(q) })
	}
	do(w.Close)
	return err
}

func (c *CasePart) write(w *audit.Writer, of seal.Digest) error {
	err := w.Case(c.ID, of)
	do := func(f func() error) {
		if err == nil {
			err = f()
		}
	}
	for _, e := range c.Entries {
		do(func() error { return w.Entry(e) })
	}
	for _, d := range c.Disclosures {
		do(func() error { return w.Disclosure(d.Number, d.Value) })
	}
	for _, d := range c.Deliveries {
		do(func() error { return w.Delivery(d) })
	}
	for _, p := range c.Pending {
		do(func() error { return w.Pending(p) })
	}
	for _, r := range c.Refused {
		do(func() error { return w.Refused(r) })
	}
	for _, v := range c.Verdicts {
		do(func() error { return w.Verdict(v, nil) })
	}
	return err
}
