package audit_test

import (
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/audit/synth"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// TestFork lets home show each side another history: both signed, both logged, both cosigned.
func TestFork(t *testing.T) {
	f := world(t, 13)
	f.whole()
	c := f.open("ordinary")
	f.do(c, f.judge("authorise"))
	before, engine := c.Entries, c.Engine
	f.do(c, prosecutor("execute", map[agreement.FieldID]any{"evidence": "as Belmark keeps it"}))
	f.do(c, prosecutor("inform", map[agreement.FieldID]any{"told": "this"}))
	mine := c.Entries

	c.Entries, c.Engine = before[:len(before):len(before)], engine
	f.do(c, prosecutor("execute", map[agreement.FieldID]any{"evidence": "as Arland was told"}))
	f.do(c, prosecutor("inform", map[agreement.FieldID]any{"told": "that"}))
	f.settle(time.Hour)
	other := f.w.Bundle(synth.Arland, f.w.Now)
	c.Entries = mine
	home := f.w.Bundle(synth.Belmark, f.w.Now)

	w := want{code: fault.Forked, party: synth.Belmark, c: c, number: 3, step: "execute"}
	f.only(f.replay(home, other), w)
	f.only(f.replay(other, home), w)
	f.clean(f.replay(home)) // one face alone is well formed: that is why others are witnesses
	f.clean(f.replay(other))
}

// TestProvedInGrace: a judge's act at 47:59 that arrives after the end of the time still counts.
func TestProvedInGrace(t *testing.T) {
	f := world(t, 17)
	c := f.urgent()
	done := c.Engine.Entered["in-force"].Add(48*time.Hour - time.Minute)
	f.w.Tick(50 * time.Hour)
	if _, err := f.w.Lapse(c); err != nil { // sealed from use at once
		t.Fatal(err)
	}
	x := f.judge("uphold")
	x.Made, x.Held = done.Add(-time.Minute), done
	x.Edit = func(a *seal.Act) { a.Basis = c.Entries[1].Receipt.Digest() } // the lapse has not reached the judge
	f.do(c, x)
	if c.Engine.State != "upheld" {
		t.Fatalf("the case stands in %q", c.Engine.State)
	}
	f.settle(time.Hour)
	home, other := f.both()
	r := f.replay(home, other)
	f.clean(r)
	if r.Verified.Relays != 1 {
		t.Fatalf("%d pieces of relay evidence were verified", r.Verified.Relays)
	}

	t.Run("evidence of another instant", func(t *testing.T) {
		f := world(t, 17)
		c := f.urgent()
		f.w.Tick(50 * time.Hour)
		if _, err := f.w.Lapse(c); err != nil {
			t.Fatal(err)
		}
		x := f.judge("uphold")
		x.Made, x.Held = f.w.Now.Add(-time.Hour), f.w.Now.Add(-time.Hour)
		x.EditReceipt = at(done.Add(-time.Minute))
		x.Anyway = true
		f.do(c, x)
		f.settle(time.Hour)
		home, other := f.both()
		r := f.replay(home, other)
		if len(r.Findings) == 0 || r.Findings[0].Code != audit.BackDated && r.Findings[0].Code != fault.ClockLapsed {
			t.Fatalf("%v", r.Findings)
		}
	})
}

// TestErasure: what was destroyed is listed as such, and what only the destroyed could show is told
// apart from what was verified.
func TestErasure(t *testing.T) {
	f := world(t, 19)
	kept := f.whole()
	c := f.urgent()
	f.w.Tick(80 * time.Hour)
	f.ok(f.w.Settle(c))
	f.settle(48 * time.Hour)
	home, other := f.both()
	r := f.replay(home, other)
	f.clean(r)
	if r.Verified.Lapses != 2 || r.Verified.Erasures != 2 || r.Verified.ErasedFields != 1 {
		t.Fatalf("%+v", r.Verified)
	}

	// A year later everything is gone, the urgency too that the measure's condition read.
	f.w.Tick(366 * 24 * time.Hour)
	f.ok(f.w.Settle(c))
	f.ok(f.w.Settle(kept))
	f.settle(48 * time.Hour)
	home, other = f.both()
	r = f.replay(home, other)
	f.clean(r)
	if len(r.Attested) != 1 || r.Attested[0].Code != audit.ConditionUnseen || r.Attested[0].Number != 2 || r.Attested[0].Party != synth.Belmark {
		t.Fatalf("%v", r.Attested)
	}

	// With a verdict that its holder logged before, the same rests on that holder's word.
	v := &audit.Verdict{
		Agreement: f.w.Digest, Case: c.ID, Head: c.Entries[1].Receipt.Digest(), Made: f.w.Now, Model: f.w.Hash, Number: 2,
		Party: synth.Belmark, Result: audit.VerdictKept,
	}
	home.Case(c.ID).Verdicts = []*audit.Verdict{v}
	r = f.replay(home, other)
	f.clean(r)
	if len(r.Unverifiable) != 0 || len(r.Attested) != 2 {
		t.Fatalf("%v %v", r.Unverifiable, r.Attested)
	}
	v.Number = 3
	f.only(f.replay(home, other), want{code: audit.BrokenChain, party: synth.Belmark, c: c, number: 3})
}

func TestUnanswered(t *testing.T) {
	f := world(t, 23)
	c := f.open("ordinary")
	f.w.Tick(time.Minute)
	f.ok(f.w.Send(c, request("ordinary")))
	f.settle(2 * time.Hour)
	_, other := f.both()
	r := f.replay(other)
	f.clean(r)
	if len(r.Attested) != 1 || r.Attested[0].Code != audit.Unresponsive || r.Attested[0].Party != synth.Arland || r.Verified.Pending != 1 {
		t.Fatalf("%v", r.Attested)
	}
}

func TestTextsAndKeys(t *testing.T) {
	f := world(t, 29)
	f.whole()
	f.settle(time.Hour)
	home, _ := f.both()

	var without [][]byte
	for _, s := range home.Statements {
		if !contains(s, "ratification", "arland") {
			without = append(without, s)
		}
	}
	all := home.Statements
	home.Statements = without
	f.only(f.replay(home), want{code: audit.NotRatified, party: synth.Arland, article: "1"})
	home.Statements = all

	home.Header.World = agreement.WorldReal
	f.only(f.replay(home), want{code: fault.WrongWorld, party: synth.Belmark})
	home.Header.World = agreement.WorldExercise

	// Another text: nothing that was signed under the first is judged by it.
	home.Text = append([]byte("Preamble.\n\n"), home.Text...)
	r := f.replay(home)
	if len(r.Unverifiable) == 0 || r.Verified.Acts != 0 {
		t.Fatalf("%+v", r)
	}
	home.Text = []byte("# No agreement\n")
	r = f.replay(home)
	if len(r.Findings) != 1 || r.Findings[0].Code != fault.AgreementOpen {
		t.Fatalf("%+v", r.Findings)
	}
}

// TestForkInOneBundle: a party that was shown both faces brings both receipts.
func TestForkInOneBundle(t *testing.T) {
	f := world(t, 47)
	c := f.whole()
	f.settle(time.Hour)
	_, other := f.both()
	p := other.Case(c.ID)
	r, err := seal.DecodeSignedReceipt(p.Entries[2].Receipt)
	f.ok(err)
	r.Receipt.Act = c.Entries[0].Act.Digest()
	second, err := seal.SignReceipt(r.Receipt, f.w.Nodes[synth.Belmark].Sign)
	f.ok(err)
	face := audit.Entry{Signed: c.Entries[0].Act.Encode(), Receipt: second.Encode()}
	p.Entries = append(p.Entries[:3:3], append([]audit.Entry{face}, p.Entries[3:]...)...)
	f.only(f.replay(other), want{code: fault.Forked, party: synth.Belmark, c: c, number: 3, step: "execute"})
}

// TestRevokedSince: what a key signed before it was revoked counts, if somebody else saw it in time.
func TestRevokedSince(t *testing.T) {
	for name, seen := range map[string]bool{"cosigned before": true, "cosigned after": false} {
		t.Run(name, func(t *testing.T) {
			f := world(t, 61)
			f.whole()
			if seen {
				f.settle(10 * time.Minute)
			}
			f.w.Tick(time.Hour)
			f.ok(f.w.Forge(&seal.Revocation{
				From: seal.TimeOf(f.w.Now), Key: f.w.Nodes[synth.Belmark].Judge.ID(), Party: "belmark", Reason: "lost", Type: seal.TypeRevocation,
				World: agreement.WorldExercise,
			}, f.w.Nodes[synth.Belmark].Registry))
			f.settle(24 * time.Hour)
			home, other := f.both()
			r := f.replay(home, other)
			f.clean(r)
			if seen && len(r.Attested) != 0 || !seen && (len(r.Attested) != 1 || r.Attested[0].Code != audit.RevokedSince || r.Attested[0].Number != 2) {
				t.Fatalf("%v", r.Attested)
			}
			c := f.open("ordinary")
			f.do(c, f.judge("authorise"))
			f.settle(time.Hour)
			home, other = f.both()
			f.only(f.replay(home, other), want{code: fault.PersonalInvalid, party: synth.Belmark, c: c, number: 2, step: "authorise"})
		})
	}
}

// TestNotAccused: a bundle is not blamed for what it could not have.
func TestNotAccused(t *testing.T) {
	f := world(t, 67)
	c := f.open("ordinary")
	f.settle(time.Hour)
	early, _ := f.both() // home's bundle, made before what follows
	f.do(c, f.judge("authorise"))
	f.settle(time.Hour)
	_, late := f.both()
	f.clean(f.replay(early, late))

	// Made while the receipt was being given.
	early.Header.Made = c.Entries[1].Receipt.Receipt.Received.Add(10 * time.Millisecond)
	f.clean(f.replay(early, late))
	early.Header.Made = late.Header.Made
	r := f.replay(early, late)
	if len(r.Findings) != 2 || r.Findings[0].Code != audit.ShortLog || r.Findings[1].Code != audit.DroppedEntry || r.Findings[1].Number != 2 {
		t.Fatalf("%v", r.Findings)
	}
}

// TestHeadOfTheAgreement: an act that rests on an unknown entry of the agreement's own case is told apart.
func TestHeadOfTheAgreement(t *testing.T) {
	f := world(t, 71)
	c := f.open("ordinary")
	x := f.judge("authorise")
	x.Edit = func(a *seal.Act) { a.Head = c.Entries[0].Receipt.Digest() }
	f.do(c, x)
	f.settle(time.Hour)
	home, other := f.both()
	r := f.replay(home, other)
	f.clean(r)
	if len(r.Unverifiable) != 1 || r.Unverifiable[0].Code != audit.NotJudged || r.Unverifiable[0].Number != 2 {
		t.Fatalf("%v", r.Unverifiable)
	}
}
