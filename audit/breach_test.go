package audit_test

import (
	"crypto/sha256"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/audit/synth"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// anyway makes an action that nobody asked the engine about.
func anyway(x synth.Action) synth.Action {
	x.Anyway = true
	return x
}

// stranger is a role key that follows from a word.
func stranger(t *testing.T, word string) seal.PrivateKey {
	t.Helper()
	seed := sha256.Sum256([]byte(word))
	k, err := seal.GenerateKey(seal.KeyRole, agreement.WorldExercise, &repeat{seed[:], 0})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

type repeat struct {
	b []byte
	i int
}

func (r *repeat) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.b[r.i%len(r.b)]
		r.i++
	}
	return len(p), nil
}

// TestBreach plays one wrong at a time, all of it signed, receipted and logged as if it were right,
// and lets both sides' bundles be audited.
func TestBreach(t *testing.T) {
	arland, belmark := synth.Arland, synth.Belmark
	for name, do := range map[string]func(f *fixture) want{
		"a prosecutor decides instead of the judge": func(f *fixture) want {
			c := f.open("ordinary")
			x := anyway(f.judge("authorise"))
			x.Role, x.Person = "prosecutor", "p-belmark-prosecutor"
			x.Key = seal.PrivateKey{}
			f.do(c, x)
			return want{code: fault.WrongRole, party: belmark, c: c, number: 2, step: "authorise", article: "2"}
		},
		"a step of the other side": func(f *fixture) want {
			c := f.open("ordinary")
			x := anyway(f.judge("authorise"))
			x.Party, x.Key, x.Side = arland, f.w.Nodes[arland].Judge, "requesting"
			f.do(c, x)
			return want{code: fault.WrongSide, party: arland, c: c, number: 2, step: "authorise"}
		},
		"a step from the wrong state, and the case goes on from there": func(f *fixture) want {
			c := f.open("ordinary")
			f.do(c, anyway(prosecutor("execute", map[agreement.FieldID]any{"evidence": "taken without leave"})))
			f.do(c, anyway(prosecutor("inform", map[agreement.FieldID]any{"told": "that it was taken"})))
			return want{code: fault.WrongState, party: belmark, c: c, number: 2, step: "execute"}
		},
		"a measure at once without the danger that permits it": func(f *fixture) want {
			c := f.open("ordinary")
			f.do(c, anyway(prosecutor("act-at-once", map[agreement.FieldID]any{"evidence": "in haste"})))
			f.do(c, anyway(f.judge("uphold")))
			return want{code: fault.ConditionUnmet, party: belmark, c: c, number: 2, step: "act-at-once"}
		},
		"a judge's signature is missing": func(f *fixture) want {
			c := f.open("ordinary")
			x := anyway(f.judge("authorise"))
			x.Key = seal.PrivateKey{}
			f.do(c, x)
			return want{code: fault.PersonalMissing, party: belmark, c: c, number: 2, step: "authorise"}
		},
		"a judge's signature is another's": func(f *fixture) want {
			c := f.open("ordinary")
			x := anyway(f.judge("authorise"))
			x.Key = stranger(f.T, "nobody enrolled me")
			f.do(c, x)
			return want{code: fault.PersonalInvalid, party: belmark, c: c, number: 2, step: "authorise"}
		},
		"a judge of the other party signs": func(f *fixture) want {
			c := f.open("ordinary")
			x := anyway(f.judge("authorise"))
			x.Key = f.w.Nodes[arland].Judge
			f.do(c, x)
			return want{code: fault.PersonalInvalid, party: belmark, c: c, number: 2, step: "authorise"}
		},
		"a judge's key is enrolled by the party itself": func(f *fixture) want {
			key := stranger(f.T, "the ministry enrolled me")
			f.ok(f.w.Forge(f.w.Enrolment(belmark, key.PublicKey(), ""), f.w.Nodes[belmark].Party))
			c := f.open("ordinary")
			x := anyway(f.judge("authorise"))
			x.Key = key
			f.do(c, x)
			return want{code: fault.PersonalInvalid, party: belmark, c: c, number: 2, step: "authorise"}
		},
		"one person in both pairs of eyes": func(f *fixture) want {
			c := f.open("ordinary")
			f.do(c, f.judge("authorise"))
			f.do(c, prosecutor("execute", map[agreement.FieldID]any{"evidence": "found"}))
			f.do(c, anyway(prosecutor("countersign", nil)))
			return want{code: fault.SamePerson, party: belmark, c: c, number: 4, step: "countersign"}
		},
		"a judge who is not independent": func(f *fixture) want {
			c := f.open("danger to life")
			x := prosecutor("act-at-once", map[agreement.FieldID]any{"evidence": "found"})
			x.Person = "p-one"
			f.do(c, x)
			y := anyway(f.judge("uphold"))
			y.Person = "p-one"
			f.do(c, y)
			return want{code: fault.NotIndependent, party: belmark, c: c, number: 3, step: "uphold"}
		},
		"reasons are missing": func(f *fixture) want {
			c := f.open("ordinary")
			x := anyway(f.judge("authorise"))
			x.Values = nil
			f.do(c, x)
			return want{code: fault.ReasonsMissing, party: belmark, c: c, number: 2, step: "authorise"}
		},
		"a ground outside the closed list": func(f *fixture) want {
			c := f.open("ordinary")
			x := anyway(f.judge("refuse"))
			x.Ground = "no wish to"
			f.do(c, x)
			return want{code: fault.GroundUnknown, party: belmark, c: c, number: 2, step: "refuse"}
		},
		"a step that the agreement does not have": func(f *fixture) want {
			c := f.open("ordinary")
			f.do(c, anyway(prosecutor("confiscate", nil)))
			return want{code: fault.NoSuchStep, party: belmark, c: c, number: 2, step: "confiscate"}
		},
		"an act that is marked real in an exercise": func(f *fixture) want {
			c := f.open("danger to life")
			x := prosecutor("act-at-once", map[agreement.FieldID]any{"evidence": "found"})
			x.Edit = func(a *seal.Act) { a.World = agreement.WorldReal }
			var err error
			x.NodeKey, err = seal.GenerateKey(seal.KeyNode, agreement.WorldReal, &repeat{[]byte("real"), 0})
			f.ok(err)
			f.do(c, x)
			return want{code: fault.WrongWorld, party: belmark, c: c, number: 2, step: "act-at-once"}
		},
		"a node key that nobody certified": func(f *fixture) want {
			c := f.open("danger to life")
			x := prosecutor("act-at-once", map[agreement.FieldID]any{"evidence": "found"})
			var err error
			x.NodeKey, err = seal.GenerateKey(seal.KeyNode, agreement.WorldExercise, &repeat{[]byte("new"), 0})
			f.ok(err)
			f.do(c, x)
			return want{code: fault.UnknownKey, party: belmark, c: c, number: 2, step: "act-at-once"}
		},
		"another model than the text makes": func(f *fixture) want {
			c := f.open("ordinary")
			x := f.judge("authorise")
			x.Edit = func(a *seal.Act) { a.Model = f.w.Digest }
			f.do(c, x)
			return want{code: fault.WrongModel, party: belmark, c: c, number: 2, step: "authorise"}
		},
		"another party's node signs": func(f *fixture) want {
			c := f.open("ordinary")
			f.do(c, f.judge("authorise"))
			x := prosecutor("execute", map[agreement.FieldID]any{"evidence": "found"})
			x.Edit = func(a *seal.Act) { a.Party = string(belmark) }
			x.Anyway, x.Party = true, synth.Secretariat
			f.do(c, x)
			return want{code: fault.UnknownKey, party: belmark, c: c, number: 3, step: "execute"}
		},
		"the receipt is dated back before the one before it": func(f *fixture) want {
			c := f.open("ordinary")
			f.do(c, f.judge("authorise"))
			x := prosecutor("execute", map[agreement.FieldID]any{"evidence": "found"})
			early := f.w.Now.Add(-90 * time.Second)
			x.EditReceipt = at(early)
			f.do(c, x)
			return want{code: audit.BackDated, party: belmark, c: c, number: 3, step: "execute"}
		},
		"the author dates an act before its basis": func(f *fixture) want {
			c := f.open("ordinary")
			x := f.judge("authorise")
			x.Made = f.w.Now.Add(-2 * time.Hour)
			f.do(c, x)
			return want{code: audit.BackDated, party: belmark, c: c, number: 2, step: "authorise"}
		},
		"home dates a receipt before the act was made": func(f *fixture) want {
			c := f.open("ordinary")
			f.w.Tick(3 * time.Hour)
			x := f.judge("authorise")
			x.EditReceipt = at(f.w.Now.Add(-2 * time.Hour))
			f.do(c, x)
			return want{code: audit.BackDated, party: belmark, c: c, number: 2, step: "authorise"}
		},
		"home dates act and receipt back, and its log betrays it": func(f *fixture) want {
			c := f.open("ordinary")
			f.w.Tick(5 * time.Hour)
			f.open("ordinary") // another case, later, but before in the log
			x := f.judge("authorise")
			x.Made = f.w.Now.Add(-4 * time.Hour)
			x.EditReceipt = at(f.w.Now.Add(-4 * time.Hour))
			f.do(c, x)
			o := f.w.Bundle(belmark, f.w.Now).Case(c.ID).Entries[1].Opened[1]
			return want{code: audit.BackDated, party: belmark, c: c, number: 2, log: o.Log, index: o.Index}
		},
		"a receipt is younger than the cosignature that covers it": func(f *fixture) want {
			c := f.open("ordinary")
			x := f.judge("authorise")
			x.EditReceipt = at(f.w.Now.Add(26 * time.Hour))
			f.do(c, x)
			o := f.w.Bundle(belmark, f.w.Now).Case(c.ID).Entries[1].Opened[1]
			return want{code: audit.BackDated, party: belmark, c: c, number: 2, step: "authorise", log: o.Log, index: o.Index}
		},
		"somebody else than home gives the receipt": func(f *fixture) want {
			c := f.open("ordinary")
			x := f.judge("authorise")
			x.EditReceipt = func(r *seal.Receipt) { r.Home = string(arland) }
			f.do(c, x)
			return want{code: fault.NotHome, party: arland, c: c, number: 2, step: "authorise"}
		},
		"a receipt does not name the one before": func(f *fixture) want {
			c := f.open("ordinary")
			f.do(c, f.judge("authorise"))
			x := prosecutor("execute", map[agreement.FieldID]any{"evidence": "found"})
			x.EditReceipt = func(r *seal.Receipt) { r.Before = c.Entries[0].Receipt.Digest() }
			f.do(c, x)
			f.do(c, prosecutor("inform", map[agreement.FieldID]any{"told": "all"}))
			return want{code: audit.BrokenChain, party: belmark, c: c, number: 3, step: "execute"}
		},
		"a lapse before its time": func(f *fixture) want {
			c := f.open("ordinary")
			f.w.Tick(time.Hour)
			f.ok(f.w.RecordLapse(c, casework.Lapse{Clock: "decision", Phase: casework.PhaseFinal}, belmark))
			return want{code: audit.LapseEarly, party: belmark, c: c, number: 2, step: "decision"}
		},
		"a lapse of a clock that does not run": func(f *fixture) want {
			c := f.open("ordinary")
			f.ok(f.w.RecordLapse(c, casework.Lapse{Clock: "review", Phase: casework.PhaseSealed}, belmark))
			return want{code: audit.LapseEarly, party: belmark, c: c, number: 2, step: "review"}
		},
		"a lapse that the other side records": func(f *fixture) want {
			c := f.open("ordinary")
			f.w.Tick(9 * 24 * time.Hour)
			due := c.Engine.Due(f.w.Now)
			f.ok(f.w.RecordLapse(c, due[0], arland))
			return want{code: fault.NotHome, party: arland, c: c, number: 2}
		},
		"a clock ran out and nothing was recorded": func(f *fixture) want {
			c := f.open("ordinary")
			f.w.Tick(9 * 24 * time.Hour)
			return want{code: audit.LapseMissing, party: belmark, c: c, step: "decision", article: "2"}
		},
		"a step after a clock ran out, and nothing was recorded": func(f *fixture) want {
			c := f.open("ordinary")
			f.w.Tick(9 * 24 * time.Hour)
			f.do(c, anyway(f.judge("authorise")))
			return want{code: audit.LapseMissing, party: belmark, c: c, number: 2, step: "decision"}
		},
		"a judge upholds too late": func(f *fixture) want {
			c := f.urgent()
			f.w.Tick(49 * time.Hour)
			more, err := f.w.Lapse(c)
			f.ok(err)
			if !more {
				f.Fatal("no lapse was due")
			}
			f.do(c, anyway(f.judge("uphold")))
			f.w.Tick(time.Hour)
			return want{code: fault.ClockLapsed, party: belmark, c: c, number: 4, step: "uphold"}
		},
		"what was to be destroyed is not attested": func(f *fixture) want {
			c := f.urgent()
			f.w.Tick(80 * time.Hour)
			for range 2 {
				_, err := f.w.Lapse(c)
				f.ok(err)
			}
			f.ok(f.w.Destroy(c, belmark))
			f.w.Drop(c, arland, "evidence")
			f.w.Tick(48 * time.Hour)
			return want{code: audit.NotErased, party: arland, c: c, step: "review"}
		},
		"what was to be destroyed is attested, and still held": func(f *fixture) want {
			c := f.urgent()
			f.w.Tick(80 * time.Hour)
			f.ok(f.w.Settle(c))
			f.w.Keep(c, arland)
			f.w.Tick(48 * time.Hour)
			return want{code: audit.KeptTooLong, party: arland, c: c, number: 2, step: "act-at-once"}
		},
		"the person is not told": func(f *fixture) want {
			c := f.open("ordinary")
			f.do(c, f.judge("authorise"))
			f.do(c, prosecutor("execute", map[agreement.FieldID]any{"evidence": "found"}))
			f.w.Tick(31 * 24 * time.Hour)
			return want{code: audit.NotNotified, party: belmark, c: c, step: "inform", article: "2"}
		},
		"the person is told late": func(f *fixture) want {
			c := f.open("ordinary")
			f.do(c, f.judge("authorise"))
			f.do(c, prosecutor("execute", map[agreement.FieldID]any{"evidence": "found"}))
			f.w.Tick(31 * 24 * time.Hour)
			f.do(c, prosecutor("inform", map[agreement.FieldID]any{"told": "all"}))
			return want{code: audit.NotNotified, severity: audit.Irregular, party: belmark, c: c, step: "inform"}
		},
		"home refuses what is permitted": func(f *fixture) want {
			c := f.open("ordinary")
			f.w.Tick(time.Minute)
			f.ok(f.w.Refuse(c, f.judge("authorise"), string(fault.WrongState)))
			return want{code: audit.WronglyRefused, severity: audit.Irregular, party: belmark, c: c, step: "authorise"}
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := world(t, 11)
			f.whole()
			w := do(f)
			f.settle(10 * time.Minute)
			home, other := f.both()
			f.only(f.replay(home, other), w)
		})
	}
}

// at lets a receipt say another instant.
func at(t time.Time) func(*seal.Receipt) {
	return func(r *seal.Receipt) { r.Received, r.Proved = seal.TimeOf(t), seal.TimeOf(t) }
}
