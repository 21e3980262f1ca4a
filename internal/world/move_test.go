package world

import (
	"bytes"
	"context"
	"os"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// moving is a world under the first text of the stories, in which the second has been signed by all and is not in force yet.
type moving struct {
	*play
	text string // the second

	asker, judge, registrar node.Who // of Arland, of Belmark, of the secretariat
}

var newYear = time.Date(2026, 12, 31, 23, 0, 0, 0, time.UTC) // midnight in Paris

func records(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile("../../e2e/scenarios/texts/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func beforeTheMove(t *testing.T) *moving {
	t.Helper()
	t.Parallel()
	w := newWorld(t, records(t, "records-1.md"), node.Config{RelayAfter: time.Second})
	p := &moving{play: &play{Inside: w, t: t}}
	p.at(time.Date(2026, 12, 20, 9, 0, 0, 0, time.UTC))
	p.asker = p.must(t, "arland", "pia", "prosecutor")
	p.judge = p.must(t, "belmark", "vera", "judge")
	p.registrar = p.must(t, "secretariat", "rita", "registrar")
	return p
}

func (p *moving) sign() {
	p.t.Helper()
	m, fs := agreement.Compile("one.md", p.Text)
	if m == nil {
		p.t.Fatal(fs)
	}
	keys := map[agreement.PartyID]agreement.PartyKeys{}
	for _, x := range m.Parties {
		keys[x.ID] = agreement.PartyKeys{Key: x.Key}
	}
	text, err := agreement.WithKeys(records(p.t, "records-2.md"), keys)
	if err != nil {
		p.t.Fatal(err)
	}
	p.text = string(text)
	p.concluded(p.text)
	p.quiet()
}

func (p *moving) request(pages int) casework.CaseID {
	p.t.Helper()
	return p.open("arland", p.asker, "request", "ask", fields{"record": "the file of 1998", "pages": float64(pages)})
}

func (p *moving) line(party agreement.PartyID, who node.Who, id casework.CaseID) *node.Outline {
	p.t.Helper()
	o, err := p.Node(party).Outline(context.Background(), who, id)
	if err != nil {
		p.t.Fatalf("%s: %v", party, err)
	}
	return o
}

func (p *moving) stands(id casework.CaseID, version string, state agreement.StateID) {
	p.t.Helper()
	for party, who := range map[agreement.PartyID]node.Who{"arland": p.asker, "belmark": p.judge} {
		if p.Members[party].Serving == nil {
			continue
		}
		if o := p.line(party, who, id); o.Version != version || o.State != state {
			p.t.Errorf("at %s the case is under version %s in state %s, want %s, %s", party, o.Version, o.State, version, state)
		}
	}
}

func (p *moving) audited() {
	p.t.Helper()
	ctx := context.Background()
	p.quiet()
	for _, name := range []agreement.ID{"records@1", "records"} {
		var in []audit.Input
		for party, m := range p.Members {
			var b bytes.Buffer
			if err := m.Node.Evidence(ctx, name, &b); err != nil {
				p.t.Fatal(err)
			}
			if r := replay(p.t, b.Bytes()); !r.Kept() {
				p.t.Errorf("%s of %s alone:\n%s", name, party, printed(r))
			}
			in = append(in, audit.Input{Name: string(party), From: &b})
		}
		r, err := audit.Replay(ctx, in, audit.Options{})
		if err != nil || len(r.Findings) > 0 {
			p.t.Errorf("the audit of %s: %v\n%s", name, err, printed(r))
		}
	}
}

// A case is open when the new text comes into force: it goes on under it, at both nodes alike, and is decided under it. A case of
// another procedure stays. The audit of both texts finds nothing.
func TestAnOpenCaseMoves(t *testing.T) {
	p := beforeTheMove(t)
	moves := p.request(100)
	large := p.request(300)
	over := p.request(10)
	p.do("belmark", p.judge, over, "grant", nil)
	stays := p.open("arland", p.asker, "complaint", "complain", fields{"grievance": "no answer"})
	p.do("belmark", p.judge, moves, "enquire", fields{"question": "which volume?"})
	p.do("arland", p.asker, moves, "answer", nil)
	p.sign()
	p.stands(moves, "1", "asked")
	p.at(newYear.Add(-time.Second))
	p.stands(moves, "1", "asked")
	p.at(newYear.Add(time.Minute))
	p.inForce(p.text)

	p.stands(moves, "2", "received")
	p.stands(large, "2", "received")
	p.stands(over, "1", "granted")
	if o := p.line("arland", p.asker, stays); o.Version != "1" || o.State != "filed" {
		t.Errorf("the complaint is under version %s in %s", o.Version, o.State)
	}
	for _, party := range []agreement.PartyID{"arland", "belmark"} {
		who := map[agreement.PartyID]node.Who{"arland": p.asker, "belmark": p.judge}[party]
		for _, r := range p.line(party, who, large).Clocks {
			want := map[agreement.ClockID]time.Time{"decision": time.Date(2027, 1, 9, 9, 0, 0, 0, time.UTC), "receipt": newYear.AddDate(0, 0, 5)}[r.Clock]
			if d := r.Due.Sub(want); d < 0 || d > time.Minute {
				t.Errorf("at %s the clock %s ends %s, want %s", party, r.Clock, r.Due, want)
			}
		}
	}
	p.do("belmark", p.judge, moves, "confirm", nil)
	p.do("belmark", p.judge, moves, "grant", nil)
	_, err := p.Node("belmark").Step(context.Background(), p.judge, node.StepRequest{Case: large, Step: "grant"})
	if fault.CodeOf(err) != fault.ConditionUnmet {
		t.Errorf("three hundred pages: %v", err)
	}
	p.do("secretariat", p.registrar, stays, "decide", nil)
	p.stands(moves, "2", "granted")
	fresh := p.request(20)
	p.stands(fresh, "2", "received")
	p.audited()

	for party := range p.Members {
		if err := p.Stop(party); err != nil {
			t.Fatal(err)
		}
		if err := p.Start(context.Background(), party); err != nil {
			t.Fatal(err)
		}
	}
	p.at(time.Date(2027, 1, 9, 10, 0, 0, 0, time.UTC))
	p.stands(large, "2", "lapsed")
	p.stands(moves, "2", "granted")
	p.do("belmark", p.judge, fresh, "refuse", because("no"))
	p.audited()
}

// A node that was down over midnight, and in whose time a limit of the old text ran out, records that silence first and moves then;
// an act that names the old text is refused.
func TestACaseMovesWhileNodesAreDown(t *testing.T) {
	ctx := context.Background()
	p := beforeTheMove(t)
	p.at(time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC).AddDate(0, 0, 20))
	open := p.request(100)
	p.sign()
	e := p.enemy("arland")
	old := e.act(open, "answer", "asking", "prosecutor")
	for _, party := range []agreement.PartyID{"arland", "belmark"} {
		if err := p.Stop(party); err != nil {
			t.Fatal(err)
		}
	}
	p.at(newYear.Add(8 * time.Hour))
	if err := p.Start(ctx, "belmark"); err != nil {
		t.Fatal(err)
	}
	if err := p.Start(ctx, "arland"); err != nil {
		t.Fatal(err)
	}
	p.quiet()
	p.stands(open, "2", "received")
	s := e.sign(old)
	acked(t, "an act under the old text", e.post("belmark", &seal.Post{Act: s, Type: seal.TypePost}), "", "")
	p.verdict(t, "an act under the old text", "belmark", s, fault.WrongModel, "2")
	p.do("belmark", p.judge, open, "grant", nil)
	p.audited()
}

// A text that is signed after its first day is in force from the last signature, and moves the cases then.
func TestACaseMovesWhenTheLastSigns(t *testing.T) {
	p := beforeTheMove(t)
	p.at(newYear.AddDate(0, 0, 20))
	open := p.request(100)
	p.sign()
	p.stands(open, "1", "asked")
	p.pass(time.Minute)
	p.inForce(p.text)
	p.quiet()
	p.stands(open, "2", "received")
	p.do("belmark", p.judge, open, "confirm", nil)
	p.audited()
}

// An act that the depositary held before the move counts under the old text, though home comes to it after: it is as if it had come in
// time. And home goes on without the amendment only to be found out.
func TestWhatWasHeldBeforeTheMoveCounts(t *testing.T) {
	ctx := context.Background()
	p := beforeTheMove(t)
	p.at(time.Date(2026, 12, 30, 9, 0, 0, 0, time.UTC))
	open := p.request(100)
	p.do("belmark", p.judge, open, "enquire", fields{"question": "which volume?"})
	p.sign()
	p.at(newYear.Add(-time.Hour))
	if err := p.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	res, err := p.Node("arland").Step(ctx, p.asker, node.StepRequest{Case: open, Step: "answer"})
	if err != nil || !res.Queued {
		t.Fatalf("%+v, %v", res, err)
	}
	row := func() (act store.Act) {
		t.Helper()
		if err := p.Members["arland"].DB.View(ctx, func(tx *store.Tx) (err error) {
			act, err = tx.GetAct(ctx, res.Act)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return act
	}
	if err := p.Await(ctx, func() (bool, error) { return len(row().Relay) > 0, nil }); err != nil {
		t.Fatalf("the depositary has not said that it holds the act: %v", err)
	}
	p.at(newYear.Add(time.Hour))
	if err := p.Start(ctx, "belmark"); err != nil {
		t.Fatal(err)
	}
	if err := p.Await(ctx, func() (bool, error) { return row().Status == store.ActTaken, nil }); err != nil {
		t.Fatalf("the act is %s: %v", row().Status, err)
	}
	p.level(open)
	p.stands(open, "2", "received")
	for _, r := range p.line("belmark", p.judge, open).Clocks {
		if r.Clock == "decision" && !r.Paused.IsZero() {
			t.Errorf("the pause goes on: %+v", r)
		}
	}
	p.audited()
}
