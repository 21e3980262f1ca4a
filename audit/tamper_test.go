package audit_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/audit/synth"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// want is the one finding that a wrong must lead to.
type want struct {
	code     fault.Code
	severity audit.Severity // "": breach
	party    agreement.PartyID
	c        *synth.Case // nil: not in a case
	number   uint64
	step     agreement.StepID
	article  agreement.Article
	log      string
	index    uint64 // where log is set
}

// only asserts that the report holds exactly this finding.
func (f *fixture) only(r *audit.Report, w want) {
	f.Helper()
	var b bytes.Buffer
	f.ok(r.WriteText(&b))
	if len(r.Findings) != 1 {
		f.Fatalf("%d findings, one is expected (%s):\n%s", len(r.Findings), w.code, b.String())
	}
	x := r.Findings[0]
	if w.severity == "" {
		w.severity = audit.Breach
	}
	if x.Code != w.code || x.Severity != w.severity || x.Party != w.party || x.Number != w.number || x.Log != w.log {
		f.Fatalf("the finding is %+v\nexpected %+v\n%s", x, w, b.String())
	}
	if w.step != "" && x.Step != w.step || w.article != "" && x.Article != w.article {
		f.Fatalf("the finding is %+v\nexpected %+v", x, w)
	}
	if w.log != "" && (x.Index == nil || *x.Index != w.index) {
		f.Fatalf("the finding is at %v, expected index %d: %s", x.Index, w.index, x)
	}
	id := casework.CaseID("")
	if w.c != nil {
		id = w.c.ID
	}
	if x.Case != id || x.Message == "" || x.Agreement != "synthetic" {
		f.Fatalf("the finding does not name its place: %+v", x)
	}
	f.Log(x.String())
}

// settle lets an hour pass and has all logs signed and cosigned.
func (f *fixture) settle(d time.Duration) {
	f.Helper()
	f.w.Tick(d)
	f.ok(f.w.Checkpoint())
}

// edit changes what a bundle stores of an act.
func edit(e *audit.Entry, change func(*seal.SignedAct)) {
	s, err := seal.DecodeSignedAct(e.Signed)
	if err != nil {
		panic(err)
	}
	change(s)
	e.Signed = s.Encode()
}

func TestTampering(t *testing.T) {
	arland, belmark := synth.Arland, synth.Belmark
	type given struct {
		f    *fixture
		c    *synth.Case // in the middle of an honest history
		home *synth.Bundle
		peer *synth.Bundle
	}
	leaf := func(g given, n int) uint64 { return g.home.Case(g.c.ID).Entries[n-1].Opened[1].Index }
	for name, do := range map[string]func(g given) ([]*synth.Bundle, want){
		"a stored act is changed, and only its holder's bundle is there": func(g given) ([]*synth.Bundle, want) {
			edit(&g.home.Case(g.c.ID).Entries[1], func(s *seal.SignedAct) { s.Act.Person = "p-other" })
			return []*synth.Bundle{g.home}, want{code: audit.ChangedAct, party: belmark, c: g.c, number: 2, step: "authorise"}
		},
		"a stored act is changed, and the other side has it as it was": func(g given) ([]*synth.Bundle, want) {
			edit(&g.home.Case(g.c.ID).Entries[1], func(s *seal.SignedAct) { s.Act.Step = "refuse" })
			return []*synth.Bundle{g.home, g.peer}, want{code: audit.ChangedAct, party: belmark, c: g.c, number: 2, step: "refuse"}
		},
		"a stored receipt is changed": func(g given) ([]*synth.Bundle, want) {
			e := &g.peer.Case(g.c.ID).Entries[2]
			s, _ := seal.DecodeSignedReceipt(e.Receipt)
			s.Receipt.Received = seal.TimeOf(s.Receipt.Received.Add(-time.Second))
			s.Receipt.Proved = s.Receipt.Received
			e.Receipt = s.Encode()
			return []*synth.Bundle{g.peer}, want{code: fault.BadSignature, party: arland, c: g.c, number: 3, step: "execute"}
		},
		"an entry in the middle is dropped": func(g given) ([]*synth.Bundle, want) {
			p := g.home.Case(g.c.ID)
			p.Entries = append(p.Entries[:2:2], p.Entries[3:]...)
			return []*synth.Bundle{g.home}, want{code: audit.DroppedEntry, party: belmark, c: g.c, number: 3}
		},
		"the entry that opens a share is dropped": func(g given) ([]*synth.Bundle, want) {
			p := g.home.Case(g.c.ID)
			p.Entries = append(p.Entries[:1:1], p.Entries[2:]...)
			return []*synth.Bundle{g.home}, want{code: audit.DroppedEntry, party: belmark, c: g.c, number: 2}
		},
		"an entry in the middle is dropped by one of two": func(g given) ([]*synth.Bundle, want) {
			p := g.peer.Case(g.c.ID)
			p.Entries = append(p.Entries[:1:1], p.Entries[2:]...)
			return []*synth.Bundle{g.home, g.peer}, want{code: audit.DroppedEntry, party: arland, c: g.c, number: 2}
		},
		"home drops the last entry": func(g given) ([]*synth.Bundle, want) {
			p := g.home.Case(g.c.ID)
			p.Entries = p.Entries[:4]
			p.Disclosures = p.Disclosures[:len(p.Disclosures)-1]
			p.Deliveries = nil
			return []*synth.Bundle{g.home, g.peer}, want{code: audit.DroppedEntry, party: belmark, c: g.c, number: 5}
		},
		"home drops a whole case": func(g given) ([]*synth.Bundle, want) {
			for i, p := range g.home.Cases {
				if p.ID == g.c.ID {
					g.home.Cases = append(g.home.Cases[:i:i], g.home.Cases[i+1:]...)
					break
				}
			}
			return []*synth.Bundle{g.home, g.peer}, want{code: audit.DroppedEntry, party: belmark, c: g.c, number: 1}
		},
		"a node rewrites its log, and its peer saw the old one": func(g given) ([]*synth.Bundle, want) {
			f := g.f
			at := leaf(g, 3)
			size := uint64(len(f.w.Nodes[belmark].Log.Leaves))
			f.ok(f.w.Rewrite(belmark, int(at)))
			home := f.w.Bundle(belmark, f.w.Now)
			for _, p := range home.Cases { // it does not show what would betray it at once
				for i := range p.Entries {
					p.Entries[i].Opened = nil
				}
			}
			return []*synth.Bundle{home, g.peer}, want{code: audit.ForkedLog, party: belmark, log: f.w.Nodes[belmark].Log.Origin, index: size}
		},
		"a node rewrites its log, and shows no checkpoint of its own": func(g given) ([]*synth.Bundle, want) {
			f := g.f
			size := uint64(len(f.w.Nodes[belmark].Log.Leaves))
			f.ok(f.w.Rewrite(belmark, int(leaf(g, 3))))
			home := f.w.Bundle(belmark, f.w.Now)
			home.Checkpoints = nil
			for _, p := range home.Cases {
				for i := range p.Entries {
					p.Entries[i].Opened = nil
				}
			}
			return []*synth.Bundle{home, g.peer}, want{code: audit.RewrittenLog, party: belmark, log: f.w.Nodes[belmark].Log.Origin, index: size}
		},
		"a log's leaf is changed in the bundle": func(g given) ([]*synth.Bundle, want) {
			at := len(g.home.Leaves) - 1
			g.home.Leaves[at][7] ^= 4
			last := g.home.Cases[len(g.home.Cases)-1]
			for _, p := range g.home.Cases {
				for i := range p.Entries {
					for _, o := range p.Entries[i].Opened {
						if o.Index == uint64(at) {
							last = p
							p.Entries[i].Opened = nil
						}
					}
				}
			}
			_ = last
			return []*synth.Bundle{g.home}, want{code: audit.RewrittenLog, party: belmark, log: g.home.Log.Name, index: uint64(len(g.home.Leaves))}
		},
		"a log is cut off behind what others saw": func(g given) ([]*synth.Bundle, want) {
			n := len(g.home.Leaves) - 4
			g.home.Leaves, g.home.Log.Size = g.home.Leaves[:n], uint64(n)
			g.home.Checkpoints = g.home.Checkpoints[:1]
			for _, p := range g.home.Cases {
				for i := range p.Entries {
					p.Entries[i].Opened = nil
				}
			}
			return []*synth.Bundle{g.home, g.peer}, want{code: audit.ShortLog, party: belmark, log: g.home.Log.Name, index: uint64(n) + 4}
		},
		"an entry is not in the log that is said to hold it": func(g given) ([]*synth.Bundle, want) {
			o := &g.home.Case(g.c.ID).Entries[2].Opened[0]
			o.Salt[3] ^= 1
			return []*synth.Bundle{g.home}, want{code: audit.LeafMissing, party: belmark, c: g.c, number: 3, log: o.Log, index: o.Index}
		},
		"a disclosure is changed": func(g given) ([]*synth.Bundle, want) {
			p := g.home.Case(g.c.ID)
			for i := range p.Disclosures {
				if d := &p.Disclosures[i]; d.Field == "evidence" {
					x, _ := seal.ParseDisclosure(d.Value)
					x.Value = "found in the town hall"
					d.Value, _ = x.Text()
				}
			}
			return []*synth.Bundle{g.home}, want{code: fault.Commitment, party: belmark, c: g.c, number: 3, step: "execute"}
		},
		"a field went to somebody without a share, as the sender noted": func(g given) ([]*synth.Bundle, want) {
			p := g.home.Case(g.c.ID)
			lead := commitment(p.Entries[2], "lead")
			p.Deliveries = append(p.Deliveries, audit.Delivery{Number: 3, Party: arland, Values: []string{lead}, Way: audit.Sent, When: g.f.w.Now})
			return []*synth.Bundle{g.home, g.peer}, want{code: fault.NotShared, party: belmark, c: g.c, number: 3, step: "execute"}
		},
		"a field is held by somebody without a share": func(g given) ([]*synth.Bundle, want) {
			for _, d := range g.home.Case(g.c.ID).Disclosures {
				if d.Field == "lead" {
					p := g.peer.Case(g.c.ID)
					p.Disclosures = append(p.Disclosures, d)
				}
			}
			return []*synth.Bundle{g.peer}, want{code: fault.NotShared, party: belmark, c: g.c, number: 3, step: "execute"}
		},
		"what was delivered is nothing that was given": func(g given) ([]*synth.Bundle, want) {
			p := g.home.Case(g.c.ID)
			p.Deliveries = append(p.Deliveries, audit.Delivery{Number: 3, Party: arland, Values: []string{"AAAA"}, Way: audit.Sent, When: g.f.w.Now})
			return []*synth.Bundle{g.home}, want{code: fault.Commitment, party: belmark, c: g.c, number: 3, step: "execute"}
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := world(t, 7)
			f.whole()
			c := f.whole()
			f.whole()
			f.settle(time.Hour)
			home, peer := f.both()
			list, w := do(given{f, c, home, peer})
			f.only(f.replay(list...), w)
		})
	}
}

func commitment(e audit.Entry, field string) string {
	s, err := seal.DecodeSignedAct(e.Signed)
	if err != nil {
		panic(err)
	}
	for _, g := range s.Act.Gives {
		if g.Field == field {
			return g.Digest
		}
	}
	return ""
}
