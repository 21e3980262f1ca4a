package synth

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// ActsPerCase is how many acts each case of Stream has: request, authorise, execute, countersign, inform.
const ActsPerCase = 5

// leavesPerAct: the act and its receipt.
const leavesPerAct = 2

// Stream writes the bundle of the home of n acts (rounded up to whole cases), each with a signature and
// a receipt, without keeping them in memory: leaf hashes stand before cases in a bundle, so the cases go
// through scratch, which must be empty and is read back from its start.
func Stream(to io.Writer, scratch io.ReadWriteSeeker, seed uint64, n int) (acts int, err error) {
	w, err := New(seed)
	if err != nil {
		return 0, err
	}
	cases := (n + ActsPerCase - 1) / ActsPerCase
	home := w.Nodes[Belmark]
	spool := bufio.NewWriterSize(scratch, 1<<20)
	own := len(home.Log.Leaves)
	err = w.make(cases, uint64(own), func(c *streamed) error {
		for _, leaf := range c.leaves {
			home.Log.add(leaf)
		}
		return c.save(spool)
	})
	if err == nil {
		err = spool.Flush()
	}
	if err != nil {
		return 0, err
	}
	w.Now = caseStart(cases).Add(time.Minute)
	if err := w.Checkpoint(); err != nil {
		return 0, err
	}
	b := w.Bundle(Belmark, w.Now)
	if _, err := scratch.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	from := bufio.NewReaderSize(scratch, 1<<20)
	return cases * ActsPerCase, b.WriteThen(to, func(out *audit.Writer) error {
		for range cases {
			if err := copyCase(out, from, w.Digest); err != nil {
				return err
			}
		}
		return nil
	})
}

// streamed is one case ready to be written.
type streamed struct {
	id      casework.CaseID
	entries []audit.Entry
	given   []Disclosure
	sent    []audit.Delivery
	leaves  [][32]byte
}

func caseStart(i int) time.Time {
	return Start.Add(2*time.Hour + time.Duration(i)*ActsPerCase*time.Second)
}

// make signs the cases on all processors and hands them on in order.
func (w *World) make(cases int, first uint64, put func(*streamed) error) error {
	type slot chan *streamed
	slots := make(chan slot, 64)
	failed := make(chan error, 1)
	stop := make(chan struct{})
	go func() {
		defer close(slots)
		limit := make(chan struct{}, runtime.GOMAXPROCS(0))
		var wg sync.WaitGroup
		defer wg.Wait()
		for i := range cases {
			s := make(slot, 1)
			select {
			case slots <- s:
			case <-stop:
				return
			}
			limit <- struct{}{}
			wg.Go(func() {
				defer func() { <-limit }()
				c, err := w.script(i, first+uint64(i*ActsPerCase*leavesPerAct))
				if err != nil {
					select {
					case failed <- err:
					default:
					}
				}
				s <- c
			})
		}
	}()
	defer func() {
		close(stop)
		for range slots {
		}
	}()
	for s := range slots {
		c := <-s
		if c == nil {
			return <-failed
		}
		if err := put(c); err != nil {
			return err
		}
	}
	return nil
}

// script plays one case to its end. Its place in the log follows from its number.
func (w *World) script(i int, index uint64) (*streamed, error) {
	// Ascending names, as a bundle has them; the agreement's own case stands before all others.
	c := &streamed{id: casework.CaseID(fmt.Sprintf("%016x%016x", uint64(i+1)<<32, uint64(i)*0x9e3779b97f4a7c15))}
	random := seeded(uint64(i)<<20 | 1)
	log := w.Nodes[Belmark].Log.Origin
	second := prosecutorOf(Belmark, "countersign", nil)
	second.Person = "p-second"
	judge := Action{
		Step: "authorise", Side: "requested", Party: Belmark, Role: "judge", Key: w.Nodes[Belmark].Judge,
		Values: map[agreement.FieldID]any{"reasons": "necessary and proportionate"},
	}
	local := &World{Digest: w.Digest, Hash: w.Hash, Model: w.Model, Now: caseStart(i), random: random, Nodes: w.Nodes}
	x := local.newCase(c.id)
	x.home = Belmark
	for n, act := range []Action{
		{Step: "request", Side: "requesting", Party: Arland, Role: "prosecutor", Values: map[agreement.FieldID]any{
			"offence": "theft of a tractor", "urgency": "ordinary",
		}},
		judge,
		prosecutorOf(Belmark, "execute", map[agreement.FieldID]any{"evidence": "found in a barn"}),
		second,
		prosecutorOf(Belmark, "inform", map[agreement.FieldID]any{"told": "that the barn was searched"}),
	} {
		a, disclosed, err := local.act(x, "assistance", act)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			a.Sides = []seal.Binding{{Party: string(Belmark), Side: "requested"}, {Party: string(Arland), Side: "requesting"}}
		}
		a.Head = w.Own.Entries[len(w.Own.Entries)-1].Receipt.Digest()
		key := seal.PrivateKey{}
		if n == 1 {
			key = act.Key
		}
		signed, err := seal.SignAct(a, w.Nodes[act.Party].Sign, key)
		if err != nil {
			return nil, err
		}
		e := &Entry{Act: signed}
		if err := local.receipt(x, e, nil); err != nil {
			return nil, err
		}
		x.Entries = append(x.Entries, e)
		line := audit.Entry{Signed: signed.Encode(), Receipt: e.Receipt.Encode()}
		for _, leaf := range []struct {
			kind ledger.Kind
			sum  seal.Digest
		}{{ledger.KindAct, seal.DigestOf(line.Signed)}, {ledger.KindReceipt, seal.DigestOf(line.Receipt)}} {
			o := audit.Opening{Log: log, Index: index, What: string(leaf.kind)}
			if _, err := random.Read(o.Salt[:]); err != nil {
				return nil, err
			}
			sum, err := leaf.sum.Sum()
			if err != nil {
				return nil, err
			}
			c.leaves = append(c.leaves, ledger.Opening{Kind: leaf.kind, Salt: o.Salt, Commitment: sum}.LeafHash())
			line.Opened = append(line.Opened, o)
			index++
		}
		c.entries = append(c.entries, line)
		c.note(uint64(n+1), signed, disclosed, local.Now)
		local.Tick(time.Second)
	}
	return c, nil
}

// note adds what home holds of an act, and what went over the line.
func (c *streamed) note(n uint64, s *seal.SignedAct, disclosed map[string]string, when time.Time) {
	var values []string
	for _, g := range s.Act.Gives {
		c.given = append(c.given, Disclosure{n, g.Field, disclosed[g.Field]})
		values = append(values, g.Digest)
	}
	if len(values) == 0 {
		return
	}
	way := audit.Sent
	if s.Act.Party == string(Arland) {
		way = audit.Received
	}
	c.sent = append(c.sent, audit.Delivery{Number: n, Party: Arland, Values: values, Way: way, When: when})
}

func prosecutorOf(p agreement.PartyID, step agreement.StepID, values map[agreement.FieldID]any) Action {
	return Action{Step: step, Side: "requested", Party: p, Role: "prosecutor", Values: values}
}

// save writes a case as an evidence bundle of its own would have it, with a length before it.
func (c *streamed) save(w *bufio.Writer) error {
	part := CasePart{ID: c.id, Entries: c.entries, Disclosures: c.given, Deliveries: c.sent}
	return part.spool(w)
}

func putBytes(w *bufio.Writer, b []byte) error {
	var n [4]byte
	binary.LittleEndian.PutUint32(n[:], uint32(len(b)))
	_, _ = w.Write(n[:]) // the error of a buffered writer stays until Flush
	_, err := w.Write(b)
	return err
}

func getBytes(r *bufio.Reader) ([]byte, error) {
	var n [4]byte
	if _, err := io.ReadFull(r, n[:]); err != nil {
		return nil, err
	}
	b := make([]byte, binary.LittleEndian.Uint32(n[:]))
	_, err := io.ReadFull(r, b)
	return b, err
}
