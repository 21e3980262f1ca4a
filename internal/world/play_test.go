package world

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/store"
)

var all = []agreement.PartyID{"arland", "belmark", "secretariat"}

type fields = map[agreement.FieldID]any

// play is a world with the people of all offices in it.
type play struct {
	*Inside
	t *testing.T

	pia, contact, officer, second, supervisor node.Who // of Arland
	vantor, judge2, oren, registrar           node.Who // of Belmark
	ombud                                     node.Who // of the secretariat
}

func begun(t *testing.T) *play {
	t.Helper()
	t.Parallel() // each world waits most of the time
	p := &play{Inside: northgate(t), t: t}
	p.people()
	return p
}

func (p *play) people() {
	p.pia = p.must(p.t, "arland", "pia", "prosecutor")
	p.contact = p.must(p.t, "arland", "anna", "contact-point")
	p.officer = p.must(p.t, "arland", "olaf", "officer")
	p.second = p.must(p.t, "arland", "sofia", "officer")
	p.supervisor = p.must(p.t, "arland", "sven", "supervisor")
	p.vantor = p.must(p.t, "belmark", "vantor", "judge")
	p.judge2 = p.must(p.t, "belmark", "wanda", "judge")
	p.oren = p.must(p.t, "belmark", "oren", "prosecutor")
	p.registrar = p.must(p.t, "belmark", "rita", "registrar")
	p.ombud = p.must(p.t, "secretariat", "omar", "ombudsperson")
	p.quiet() // the enrolments are in the agreement case everywhere
}

// open opens a case and waits until all its parties have it.
func (p *play) open(party agreement.PartyID, who node.Who, proc agreement.ProcedureID, step agreement.StepID, v fields) casework.CaseID {
	p.t.Helper()
	res, err := p.Node(party).Step(context.Background(), who, node.StepRequest{Agreement: p.Agreement, Procedure: proc, Step: step, Values: v})
	if err != nil {
		p.t.Fatalf("%s/%s: %v", proc, step, err)
	}
	p.level(res.Case)
	return res.Case
}

func (p *play) do(party agreement.PartyID, who node.Who, id casework.CaseID, step agreement.StepID, v fields, ground ...string) {
	p.t.Helper()
	res, err := p.Node(party).Step(context.Background(), who, node.StepRequest{Case: id, Step: step, Values: v, Ground: strings.Join(ground, "")})
	if err != nil {
		p.t.Fatalf("%s: %v", step, err)
	}
	if res.Number == 0 {
		p.t.Fatalf("%s: home has not answered: %+v", step, res)
	}
	p.level(id)
}

func because(s string) fields { return fields{"reasons": s} }

// level waits until every node that has the case has all of it.
func (p *play) level(id casework.CaseID) {
	p.t.Helper()
	err := p.Await(context.Background(), func() (bool, error) {
		var have []int64
		for _, m := range p.Members {
			if m.Serving == nil {
				continue
			}
			err := m.DB.View(context.Background(), func(tx *store.Tx) error {
				row, err := tx.GetCase(context.Background(), id)
				if err == nil {
					have = append(have, row.Number)
				}
				if store.Missing(err) {
					return nil
				}
				return err
			})
			if err != nil {
				return false, err
			}
		}
		level := len(have) > 1
		for _, n := range have {
			level = level && n == have[0]
		}
		return level, nil
	})
	if err != nil {
		p.t.Fatalf("the case %s is not the same everywhere: %v", id, err)
	}
}

// pass lets time pass, everywhere at once, and waits until all that was due has happened.
func (p *play) pass(d time.Duration) {
	p.t.Helper()
	if err := p.SetClock(context.Background(), p.Now().Add(d)); err != nil {
		p.t.Fatalf("%v: %v", err, fault.CodeOf(err))
	}
	p.quiet()
}

// quiet waits until nothing is under way: no post waits, and every log is cosigned to its end by every node that runs.
func (p *play) quiet() {
	p.t.Helper()
	ctx := context.Background()
	why := ""
	err := p.Await(ctx, func() (bool, error) {
		for _, m := range p.Members {
			if m.Serving == nil {
				continue
			}
			if err := m.Node.Tend(ctx); err != nil {
				return false, err
			}
			err := m.DB.View(ctx, func(tx *store.Tx) error {
				waiting, err := tx.CountOutbox(ctx)
				why = ""
				for _, w := range waiting {
					if other := p.Members[w.Peer]; other.Serving != nil {
						why = string(m.Party) + " has post for " + string(w.Peer)
					}
				}
				return err
			})
			if err != nil || why != "" {
				return false, err
			}
			v, err := m.Node.Ledger(ctx, p.Agreement, 1)
			if err != nil {
				return false, err
			}
			if v.CheckpointSize != v.Size {
				why = "no checkpoint at the end of the log of " + string(m.Party)
				return false, nil
			}
			for _, other := range p.Members {
				if other.Serving != nil && other != m && v.Cosigned[other.Party].Size != v.Size {
					why = string(other.Party) + " has not cosigned the log of " + string(m.Party)
					return false, nil
				}
			}
		}
		return true, nil
	})
	if err != nil {
		p.t.Fatalf("the world does not come to rest (%s): %v", why, err)
	}
}

// bundle collects the evidence of one node.
func (p *play) bundle(party agreement.PartyID) []byte {
	p.t.Helper()
	var b bytes.Buffer
	if err := p.Node(party).Evidence(context.Background(), p.Agreement, &b); err != nil {
		p.t.Fatalf("the evidence of %s: %v", party, err)
	}
	return b.Bytes()
}

func (p *play) bundles(parties ...agreement.PartyID) map[agreement.PartyID][]byte {
	p.t.Helper()
	p.quiet()
	out := map[agreement.PartyID][]byte{}
	for _, party := range parties {
		out[party] = p.bundle(party)
	}
	return out
}

// replay audits bundles.
func replay(t *testing.T, bundles ...[]byte) *audit.Report {
	t.Helper()
	var in []audit.Input
	for i, b := range bundles {
		in = append(in, audit.Input{Name: "bundle " + string(rune('1'+i)), From: bytes.NewReader(b)})
	}
	r, err := audit.Replay(context.Background(), in, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func printed(r *audit.Report) string {
	var b strings.Builder
	if err := r.WriteText(&b); err != nil {
		return err.Error()
	}
	return b.String()
}

// clean wants no finding, from each bundle alone and from all together.
func clean(t *testing.T, bundles map[agreement.PartyID][]byte) *audit.Report {
	t.Helper()
	var every [][]byte
	for p, b := range bundles {
		every = append(every, b)
		if r := replay(t, b); !r.Kept() {
			t.Errorf("the bundle of %s alone:\n%s", p, printed(r))
		}
	}
	r := replay(t, every...)
	if !r.Kept() {
		t.Errorf("all together:\n%s", printed(r))
	}
	if r.Omitted > 0 {
		t.Errorf("%d findings are left out", r.Omitted)
	}
	return r
}

const stolen = `number,issuing_state,kind,reported,circumstances
P1234567,XB,passport,2026-02-03,taken on a train
P7654321,XB,identity card,2026-03-04,
`

// register lets Belmark hold a register of stolen documents.
func (p *play) register() {
	p.t.Helper()
	done, err := p.Node("belmark").Import(context.Background(), p.Agreement, "stolen_documents", node.ImportCSV, "stolen.csv", strings.NewReader(stolen))
	if err != nil || done.Entries != 2 {
		p.t.Fatalf("the register: %+v, %v", done, err)
	}
}

func (p *play) ask(number string, hits int) {
	p.t.Helper()
	res, err := p.Node("arland").Ask(context.Background(), p.officer, node.AskRequest{
		Agreement: p.Agreement, Register: "stolen_documents", Query: "document", Purpose: "border-control",
		Match: map[agreement.FieldID]string{"number": number, "issuing_state": "XB"},
	})
	if err != nil || len(res) != 1 || len(res[0].Hits) != hits {
		p.t.Fatalf("%s: %+v, %v", number, res, err)
	}
}

// hit plays the review of a hit up to its comparison.
func (p *play) hit(comparison string) casework.CaseID {
	p.t.Helper()
	p.ask("P1234567", 1)
	id := p.open("arland", p.officer, "hit", "open", fields{
		"register": "stolen documents", "number": "P1234567", "issuing_state": "XB", "answer": "passport, reported 2026-02-03",
	})
	p.do("arland", p.officer, id, "compare", fields{"comparison": comparison, "reasons": "the photograph"})
	return id
}

func (p *play) asked(urgency string) casework.CaseID {
	p.t.Helper()
	return p.open("arland", p.pia, "assistance", "request", request(urgency))
}

// knows is somebody of a party who has a part in the case, and may know where it stands.
func (p *play) knows(party agreement.PartyID, id casework.CaseID) node.Who {
	people := map[agreement.PartyID][]node.Who{"arland": {p.pia, p.officer, p.contact}, "belmark": {p.oren, p.registrar}, "secretariat": {p.ombud}}[party]
	for _, who := range people {
		if may, err := p.Node(party).MayKnow(context.Background(), who, id); err == nil && may[id] {
			return who
		}
	}
	return people[0]
}

func (p *play) state(party agreement.PartyID, id casework.CaseID, want agreement.StateID) {
	p.t.Helper()
	got := agreement.StateID("nothing")
	err := p.Await(context.Background(), func() (bool, error) {
		if o, err := p.Node(party).Outline(context.Background(), p.knows(party, id), id); err == nil {
			got = o.State
		}
		return got == want, nil
	})
	if err != nil {
		p.t.Fatalf("%s: case %s is in %q, not %q: %v", party, id, got, want, err)
	}
}
