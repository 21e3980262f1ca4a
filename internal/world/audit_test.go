package world

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/store"
)

func TestAuditOfHonestHistoriesFindsNothing(t *testing.T) {
	p := begun(t)
	p.register()
	p.ask("P1234567", 1)
	p.ask("P0000000", 0)

	confirmed := p.hit("the same")
	p.do("arland", p.second, confirmed, "confirm", because("the same face"))
	p.do("arland", p.supervisor, confirmed, "ask-correction", fields{"error": "the document was found again"})
	p.do("belmark", p.registrar, confirmed, "retain", because("it was not"))
	p.do("arland", p.officer, confirmed, "inform", fields{"told": "that the document is kept"})
	cleared := p.hit("another")
	p.do("arland", p.supervisor, cleared, "clear", because("another person"))
	lapsed := p.hit("cannot be said")
	p.pass(16 * time.Minute)
	p.state("arland", lapsed, "lapsed")

	granted := p.asked("ordinary")
	p.do("belmark", p.vantor, granted, "authorise", because("necessary and proportionate"))
	p.do("belmark", p.oren, granted, "execute", fields{"evidence": "the telephone was at Quell"})

	refused := p.asked("ordinary")
	p.do("belmark", p.vantor, refused, "refuse", because("essential interests are touched"), "essential interests")
	p.do("arland", p.pia, refused, "contest", fields{"contention": "they are not"})
	p.do("belmark", p.judge2, refused, "affirm-refusal", because("they are"), "essential interests")

	questioned := p.asked("ordinary")
	p.do("belmark", p.vantor, questioned, "ask", fields{"question": "which telephone?"})
	p.pass(26 * time.Hour)
	p.do("arland", p.pia, questioned, "clarify", fields{"clarification": "the red one"})
	p.do("belmark", p.vantor, questioned, "authorise", because("now it is clear"))
	withdrawn := p.asked("ordinary")
	p.do("arland", p.pia, withdrawn, "withdraw", nil)
	unanswered := p.asked("ordinary")
	p.do("belmark", p.vantor, unanswered, "ask", fields{"question": "why?"})

	upheld := p.asked("danger to life")
	p.do("belmark", p.oren, upheld, "act-at-once", fields{"evidence": "a cellar", "reasons": "a life"})
	p.pass(47 * time.Hour)
	p.do("belmark", p.vantor, upheld, "uphold", because("a life was in danger"))
	p.do("belmark", p.oren, upheld, "execute", fields{"evidence": "the cellar and what was in it"})

	destroyed := p.asked("danger to life")
	p.do("belmark", p.oren, destroyed, "act-at-once", fields{"evidence": secret, "reasons": "a life"})
	p.pass(48 * time.Hour)
	p.pass(time.Second)
	clean(t, p.bundles(all...)) // sealed, in its grace
	p.pass(24*time.Hour + time.Second)
	p.state("belmark", destroyed, "not-upheld")

	complaint := p.open("arland", p.contact, "complaint", "file", fields{"complainant": "Ilyan Dessar", "grievance": "my house was searched", "asks": "reasons"})
	p.do("secretariat", p.ombud, complaint, "ask-file", nil)
	p.do("arland", p.contact, complaint, "give-file", fields{"file": "one page"})
	p.do("secretariat", p.ombud, complaint, "uphold", fields{"order": "give the reasons", "reasons": "none were given"})
	p.do("arland", p.contact, complaint, "tell", fields{"told": "that it was upheld"})
	p.do("arland", p.contact, complaint, "remedy", fields{"done": "the reasons were given"})

	for _, id := range []casework.CaseID{granted, upheld, destroyed} {
		p.do("belmark", p.oren, id, "tell", fields{"told": "what was done"})
	}
	p.do("belmark", p.oren, questioned, "execute", fields{"evidence": "it was off"})
	p.do("belmark", p.oren, questioned, "tell", fields{"told": "what was done"})
	b := p.bundles(all...)
	r := clean(t, b)
	for party, evidence := range b {
		for _, value := range []string{"Ilyan Dessar", "two lorries", secret, "my house was searched"} {
			if bytes.Contains(evidence, []byte(value)) {
				t.Errorf("the evidence of %s shows %q", party, value)
			}
		}
	}
	for what, n := range map[string]uint64{
		"personal signatures": r.Verified.Personal, "receipts in a tree": r.Verified.ReceiptsInTree, "lapses": r.Verified.Lapses, "erasures": r.Verified.Erasures,
		"deliveries": r.Verified.Deliveries, "questions": r.Verified.Questions, "answers": r.Verified.Answers, "cosignatures": r.Verified.Cosignatures,
	} {
		if n == 0 {
			t.Errorf("the audit verified no %s:\n%s", what, printed(r))
		}
	}
	if r.Verified.Disclosures != 0 {
		t.Errorf("%d disclosures are in the bundles", r.Verified.Disclosures)
	}

	// After the keeping times everything is destroyed, and attested.
	p.pass(9 * 24 * time.Hour)
	p.state("arland", unanswered, "withdrawn")
	p.pass(366 * 24 * time.Hour)
	p.pass(366 * 24 * time.Hour)
	for _, id := range []casework.CaseID{confirmed, cleared, lapsed, granted, refused, questioned, withdrawn, unanswered, upheld, destroyed} {
		p.level(id)
	}
	r = clean(t, p.bundles(all...))
	if len(r.Attested) == 0 {
		t.Error("nobody attested what was found before the destruction")
	}
	if r.Verified.Questions != 0 || r.Verified.Letters == 0 {
		t.Errorf("%d questions of %d letters are still shown after their time", r.Verified.Questions, r.Verified.Letters)
	}
	if testing.Verbose() {
		t.Log(printed(r))
	}
}

func TestAuditOfRefusalsAndOfWhatWaits(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	id := p.asked("ordinary")
	// Arland does not hear that the judge has decided, and withdraws.
	p.Members["arland"].Proxy.Cut()
	if _, err := p.Node("belmark").Step(ctx, p.vantor, node.StepRequest{Case: id, Step: "authorise", Values: because("necessary")}); err != nil {
		t.Fatal(err)
	}
	hurry, cancel := context.WithTimeout(ctx, 200*time.Millisecond)
	defer cancel()
	res, err := p.Node("arland").Step(hurry, p.pia, node.StepRequest{Case: id, Step: "withdraw"})
	if err != nil || !res.Queued {
		t.Fatalf("%+v, %v", res, err)
	}
	err = p.Await(ctx, func() (bool, error) {
		refused := false
		err := p.Members["belmark"].DB.View(ctx, func(tx *store.Tx) error {
			a, err := tx.GetAct(ctx, res.Act)
			refused = a.Status == store.ActRefused
			return err
		})
		return refused, err
	})
	if err != nil {
		t.Fatalf("home did not refuse: %v", err)
	}
	p.Members["arland"].Proxy.Mend()
	p.level(id)

	// Then Belmark's node stops, and a request waits for it.
	clean(t, p.bundles(all...))
	if err := p.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	hurry, cancel = context.WithTimeout(ctx, 200*time.Millisecond)
	defer cancel()
	waits, err := p.Node("arland").Step(hurry, p.pia, node.StepRequest{Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary")})
	if err != nil || !waits.Queued {
		t.Fatalf("%+v, %v", waits, err)
	}
	p.pass(2 * time.Hour)
	r := clean(t, p.bundles("arland", "secretariat"))
	if r.Verified.Refusals != 1 || r.Verified.Pending != 1 {
		t.Errorf("%d refusals, %d pending acts:\n%s", r.Verified.Refusals, r.Verified.Pending, printed(r))
	}
	found := map[fault.Code]int{} // the condition of the judge's step, and that home has not answered
	for _, f := range r.Attested {
		found[f.Code]++
	}
	if found[audit.ConditionUnseen] != 1 || found[audit.Unresponsive] != 1 {
		t.Errorf("attested: %v", r.Attested)
	}
	if err := p.Start(ctx, "belmark"); err != nil {
		t.Fatal(err)
	}
	p.level(waits.Case)
	r = clean(t, p.bundles(all...))
	if r.Verified.Pending != 0 {
		t.Errorf("%d acts still wait", r.Verified.Pending)
	}
}

func TestAuditOfAnActThatTheDepositaryProved(t *testing.T) {
	ctx := context.Background()
	text := model(t)
	moved := bytes.Replace(text, []byte("record = record.assistance\n  home   = side.requested"), []byte("record = record.assistance\n  home   = side.requesting"), 1)
	if bytes.Equal(moved, text) {
		t.Fatal("the model's text has changed: mend the test")
	}
	p := &play{Inside: newWorld(t, moved, node.Config{RelayAfter: 50 * time.Millisecond}), t: t}
	p.people()
	id := p.asked("danger to life")
	p.awaitField(t, "belmark", p.oren, id, "urgency", "danger to life") // Arland is home: the values come after the act
	p.do("belmark", p.oren, id, "act-at-once", fields{"evidence": secret, "reasons": "a life"})
	p.awaitField(t, "arland", p.pia, id, "evidence", secret)
	p.quiet()
	due := p.Now().Add(48 * time.Hour)
	p.Members["arland"].Proxy.Cut()
	if err := p.SetClock(ctx, due.Add(-time.Minute)); err != nil {
		t.Fatal(err)
	}
	hurry, cancel := context.WithTimeout(ctx, 200*time.Millisecond)
	defer cancel()
	if res, err := p.Node("belmark").Step(hurry, p.vantor, node.StepRequest{Case: id, Step: "uphold", Values: because("a life was in danger")}); err != nil || !res.Queued {
		t.Fatalf("%+v, %v", res, err)
	}
	err := p.Await(ctx, func() (bool, error) {
		v, err := p.Node("belmark").Case(ctx, p.oren, id)
		return err == nil && v.Acts[len(v.Acts)-1].Relayed, err
	})
	if err != nil {
		t.Fatalf("no relay evidence came: %v", err)
	}
	if err := p.SetClock(ctx, due.Add(3*time.Hour)); err != nil {
		t.Fatal(err)
	}
	// While it is under way, the one who sent it shows who held it since when.
	if r := replay(t, p.bundle("belmark")); !r.Kept() || r.Verified.Pending != 1 {
		t.Errorf("%d pending:\n%s", r.Verified.Pending, printed(r))
	}
	p.Members["arland"].Proxy.Mend()
	p.state("arland", id, "measure-upheld")
	p.level(id)
	r := clean(t, p.bundles(all...))
	if r.Verified.Relays != 1 {
		t.Errorf("%d pieces of relay evidence were verified", r.Verified.Relays)
	}
}

// Evidence is collected while the nodes work: every bundle is one moment of its node, and bundles of different
// moments accuse nobody.
func TestAuditOfNodesAtWork(t *testing.T) {
	ctx := context.Background()
	w, err := NewInside(ctx, Plan{Dir: filepath.Join(t.TempDir(), "world"), Text: model(t)})
	if err != nil {
		t.Fatalf("%v: %v", err, errors.Unwrap(err))
	}
	t.Cleanup(w.Close)
	p := &play{Inside: w, t: t}
	p.people()
	p.register()
	stop := make(chan struct{})
	var work sync.WaitGroup
	work.Go(func() { // requests, some granted
		for n := 0; ; n++ {
			select {
			case <-stop:
				return
			default:
			}
			res, err := p.Node("arland").Step(ctx, p.pia, node.StepRequest{Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary")})
			if err != nil {
				t.Error(err)
				return
			}
			if n%2 == 0 {
				continue
			}
			if _, err := p.Node("belmark").Step(ctx, p.vantor, node.StepRequest{Case: res.Case, Step: "authorise", Values: because("necessary")}); err != nil {
				t.Error(err)
				return
			}
		}
	})
	work.Go(func() { // questions
		for {
			select {
			case <-stop:
				return
			default:
			}
			if _, err := p.Node("arland").Ask(ctx, p.officer, node.AskRequest{
				Agreement: p.Agreement, Register: "stolen_documents", Query: "document", Purpose: "border-control",
				Match: map[agreement.FieldID]string{"number": "P0000000", "issuing_state": "XB"},
			}); err != nil {
				t.Error(err)
				return
			}
		}
	})
	for range 5 {
		time.Sleep(150 * time.Millisecond)
		b := map[agreement.PartyID][]byte{}
		for _, party := range []agreement.PartyID{"belmark", "arland", "secretariat"} {
			b[party] = p.bundle(party)
		}
		if r := clean(t, b); t.Failed() || r.Verified.Questions == 0 {
			break
		}
	}
	close(stop)
	work.Wait()
	r := clean(t, p.bundles(all...))
	if r.Verified.Acts < 20 || r.Verified.Questions < 20 {
		t.Errorf("only %d acts and %d questions", r.Verified.Acts, r.Verified.Questions)
	}
	t.Logf("%d acts, %d questions", r.Verified.Acts, r.Verified.Questions)
}
