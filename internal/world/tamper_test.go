package world

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// Whoever owns a node can write into its database and has its keys. These tests do.

// tamper stops a node, lets fn write into its database, and starts it again.
func (p *play) tamper(party agreement.PartyID, fn func(x *owner)) {
	p.t.Helper()
	if err := p.Stop(party); err != nil {
		p.t.Fatal(err)
	}
	dir := p.Members[party].Dir
	db, err := sql.Open("sqlite", filepath.Join(dir, node.FileDatabase))
	if err != nil {
		p.t.Fatal(err)
	}
	home, err := node.OpenHome(dir)
	if err != nil {
		p.t.Fatal(err)
	}
	fn(&owner{t: p.t, db: db, home: home, dir: dir})
	if err := db.Close(); err != nil {
		p.t.Fatal(err)
	}
	if err := p.Start(context.Background(), party); err != nil {
		p.t.Fatal(err)
	}
}

// owner is somebody with a node's database and keys in hand.
type owner struct {
	t    *testing.T
	db   *sql.DB
	home *node.Home
	dir  string
}

// exec runs a statement that must change something.
func (o *owner) exec(query string, args ...any) {
	o.t.Helper()
	r, err := o.db.Exec(query, args...)
	if err != nil {
		o.t.Fatalf("%s: %v", query, err)
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 {
		o.t.Fatalf("%s changed %d rows: %v", query, n, err)
	}
}

func (o *owner) read(query string, args []any, into ...any) {
	o.t.Helper()
	if err := o.db.QueryRow(query, args...).Scan(into...); err != nil {
		o.t.Fatalf("%s: %v", query, err)
	}
}

// entry reads an act with its receipt.
func (o *owner) entry(id casework.CaseID, number int) (*seal.SignedAct, *seal.SignedReceipt) {
	o.t.Helper()
	var body, receipt []byte
	o.read("SELECT body, receipt FROM act WHERE case_id = $1 AND number = $2 AND status = 'taken'", []any{id, number}, &body, &receipt)
	s, err := seal.DecodeSignedAct(body)
	if err != nil {
		o.t.Fatal(err)
	}
	r, err := seal.DecodeSignedReceipt(receipt)
	if err != nil {
		o.t.Fatal(err)
	}
	return s, r
}

// forgetLock removes the checkpoint lock, which would tell the node that its database is not what it signed.
func (o *owner) forgetLock() {
	o.t.Helper()
	if err := os.Remove(filepath.Join(o.dir, "checkpoint.lock")); err != nil {
		o.t.Fatal(err)
	}
}

// blamed wants this finding, and nobody but the one who did it named by any.
func blamed(t *testing.T, r *audit.Report, code fault.Code, by agreement.PartyID, id casework.CaseID, number uint64) audit.Finding {
	t.Helper()
	var found *audit.Finding
	for i, f := range r.Findings {
		if f.Party != by {
			t.Errorf("%s is named, who did nothing: %s", f.Party, f)
		}
		if found == nil && f.Code == code && f.Case == id && f.Number == number {
			found = &r.Findings[i]
		}
	}
	if found == nil {
		t.Fatalf("no finding %s by %s in the case %q, number %d:\n%s", code, by, id, number, printed(r))
	}
	return *found
}

// granted plays a request from its opening to the answer: three entries.
func (p *play) granted() casework.CaseID {
	p.t.Helper()
	id := p.asked("ordinary")
	p.do("belmark", p.vantor, id, "authorise", because("necessary and proportionate"))
	p.do("belmark", p.oren, id, "execute", fields{"evidence": "the telephone was at Quell"})
	return id
}

func TestAuditFindsAChangedAct(t *testing.T) {
	p := begun(t)
	id := p.asked("ordinary")
	p.do("belmark", p.vantor, id, "refuse", because("no"), "essential interests")
	honest := p.bundles("arland")["arland"]
	p.tamper("belmark", func(o *owner) {
		s, _ := o.entry(id, 2)
		changed := bytes.Replace(s.Encode(), []byte("essential interests"), []byte("political offence"), 1)
		o.exec("UPDATE act SET body = $1 WHERE digest = $2", changed, s.Digest())
	})
	lying := p.bundle("belmark")
	blamed(t, replay(t, lying), audit.ChangedAct, "belmark", id, 2)
	blamed(t, replay(t, honest, lying), audit.ChangedAct, "belmark", id, 2)
}

func TestAuditFindsADamagedAct(t *testing.T) {
	p := begun(t)
	id := p.granted()
	honest := p.bundles("belmark")["belmark"]
	p.tamper("arland", func(o *owner) {
		o.exec("UPDATE act SET body = $1 WHERE case_id = $2 AND number = 2", []byte{0xff, '{'}, id)
	})
	blamed(t, replay(t, p.bundle("arland")), audit.DroppedEntry, "arland", id, 2)
	blamed(t, replay(t, honest, p.bundle("arland")), audit.DroppedEntry, "arland", id, 2)
}

func TestAuditFindsADroppedEntry(t *testing.T) {
	p := begun(t)
	id := p.granted()
	honest := p.bundles("belmark")["belmark"]
	p.tamper("arland", func(o *owner) {
		o.exec("DELETE FROM act WHERE case_id = $1 AND number = 2", id)
	})
	lying := p.bundle("arland")
	blamed(t, replay(t, lying), audit.DroppedEntry, "arland", id, 2)
	blamed(t, replay(t, honest, lying), audit.DroppedEntry, "arland", id, 2)
}

func TestAuditFindsADroppedLastEntry(t *testing.T) {
	p := begun(t)
	id := p.granted()
	p.pass(time.Second)
	honest := p.bundles("arland")["arland"]
	p.tamper("belmark", func(o *owner) {
		_, last := o.entry(id, 3)
		o.exec("DELETE FROM act WHERE case_id = $1 AND number = 3", id)
		o.exec("UPDATE case_file SET number = 2, last_receipt = $1, state = 'authorised' WHERE id = $2", last.Receipt.Before, id)
	})
	// Alone it looks like a case that has not gone on; the other side holds the receipt.
	blamed(t, replay(t, honest, p.bundle("belmark")), audit.DroppedEntry, "belmark", id, 3)
}

func TestAuditFindsABackDatedReceipt(t *testing.T) {
	p := begun(t)
	id := p.asked("ordinary")
	honest := p.bundles("arland")["arland"]
	p.tamper("belmark", func(o *owner) {
		_, r := o.entry(id, 1)
		was := r.Digest()
		early := seal.TimeOf(r.Receipt.Received.Add(-48 * time.Hour))
		r.Receipt.Received, r.Receipt.Proved = early, early
		again, err := seal.SignReceipt(r.Receipt, o.home.Sign)
		if err != nil {
			o.t.Fatal(err)
		}
		o.exec("UPDATE act SET receipt = $1, receipt_digest = $2 WHERE receipt_digest = $3", again.Encode(), again.Digest(), was)
		o.exec("UPDATE case_file SET last_receipt = $1 WHERE id = $2", again.Digest(), id)
	})
	lying := p.bundle("belmark")
	blamed(t, replay(t, lying), audit.BackDated, "belmark", id, 1)
	blamed(t, replay(t, honest, lying), fault.Forked, "belmark", id, 1)
}

func TestAuditFindsAClockThatWasSetBack(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	officer := p.must(t, "belmark", "bela", "officer")
	p.granted()
	p.quiet() // the others have cosigned what is older
	if err := p.Node("belmark").SetClock(ctx, p.Now().Add(-48*time.Hour), true); err != nil {
		t.Fatal(err)
	}
	res, err := p.Node("belmark").Step(ctx, officer, node.StepRequest{
		Agreement: p.Agreement, Procedure: "hit", Step: "open", Values: fields{"register": "watch list", "number": "P1", "answer": "listed"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Node("belmark").SetClock(ctx, p.Now(), true); err != nil {
		t.Fatal(err)
	}
	p.level(res.Case)
	b := p.bundles("arland", "belmark")
	f := blamed(t, replay(t, b["belmark"]), audit.BackDated, "belmark", res.Case, 1)
	if f.Log != "entente-exercise/northgate/belmark" || f.Index == nil {
		t.Errorf("not located in the log: %s", f)
	}
	blamed(t, replay(t, b["arland"], b["belmark"]), audit.BackDated, "belmark", res.Case, 1)
}

// rewrite puts another leaf in the place of the receipt of an entry, and makes the tree of it anew.
func (o *owner) rewrite(id casework.CaseID, number int) (index uint64) {
	o.t.Helper()
	_, r := o.entry(id, number)
	var at int64
	var log string
	o.read("SELECT log, first FROM leaf_run WHERE ref = $1", []any{r.Digest()}, &log, &at)
	var b []byte
	o.read("SELECT frontier FROM log WHERE id = $1", []any{log}, &b)
	f, err := ledger.ParseFrontier(b)
	if err != nil {
		o.t.Fatal(err)
	}
	if f.Size() >= ledger.TileWidth {
		o.t.Fatal("the log is longer than this test can rewrite")
	}
	leaves := f.Partial()[0].Hashes
	leaves[at][0] ^= 1
	n := ledger.NewFrontier()
	n.Append(leaves)
	root := n.Root()
	o.exec("UPDATE log SET root = $1, frontier = $2 WHERE id = $3", root[:], n.Bytes(), log)
	o.exec("UPDATE leaf_run SET ref = '' WHERE log = $1 AND first = $2", log, at)
	return uint64(at)
}

func TestAuditFindsARewrittenLog(t *testing.T) {
	p := begun(t)
	id := p.granted()
	p.quiet()
	var at uint64
	p.tamper("belmark", func(o *owner) { at = o.rewrite(id, 2) })
	// The node finds it out itself, and signs nothing more; what it signed before says the same.
	if _, err := p.Node("belmark").Step(context.Background(), p.oren, node.StepRequest{Case: id, Step: "tell", Values: fields{"told": "x"}}); fault.CodeOf(err) != fault.StoreBehind {
		t.Fatalf("a node with a rewritten log signs: %v", err)
	}
	f := blamed(t, replay(t, p.bundle("belmark")), audit.RewrittenLog, "belmark", "", 0)
	if f.Log != "entente-exercise/northgate/belmark" || f.Index == nil || *f.Index <= at {
		t.Errorf("leaf %d was rewritten; the finding says %s", at, f)
	}
}

func TestAuditFindsALogThatWasRewrittenAndSignedAgain(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	id := p.granted()
	p.quiet()
	var at uint64
	p.tamper("belmark", func(o *owner) {
		at = o.rewrite(id, 2)
		o.exec("DELETE FROM checkpoint")
		o.exec("DELETE FROM cosignature")
		o.forgetLock()
	})
	lying := p.bundle("belmark")
	if r := replay(t, lying); !r.Kept() {
		t.Logf("alone:\n%s", printed(r))
	}
	forked := func() (bool, error) {
		err := p.Members["arland"].DB.View(ctx, func(tx *store.Tx) error {
			_, err := tx.GetMeta(ctx, "fork/northgate/belmark")
			return err
		})
		return err == nil, err
	}
	if err := p.Await(ctx, forked); err != nil {
		t.Fatalf("the witness did not notice: %v", err)
	}
	witness := p.bundle("arland")
	r := replay(t, witness, lying)
	f := blamed(t, r, oneOf(r, audit.ForkedLog, audit.RewrittenLog), "belmark", "", 0)
	if f.Log != "entente-exercise/northgate/belmark" || f.Index == nil || *f.Index <= at {
		t.Errorf("leaf %d was rewritten; the finding says %s", at, f)
	}
	// Both faces are signed: where they have one size, the witness needs nobody else to show it.
	blamed(t, replay(t, witness), audit.ForkedLog, "belmark", "", 0)
}

func oneOf(r *audit.Report, codes ...fault.Code) fault.Code {
	for _, f := range r.Findings {
		for _, c := range codes {
			if f.Code == c {
				return c
			}
		}
	}
	return codes[0]
}

func TestAuditFindsAForkedCase(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	id := p.asked("ordinary")
	p.quiet()
	// Belmark sets its node back to before the judge's decision, and lets another judge decide otherwise.
	old := filepath.Join(t.TempDir(), "old.db")
	if err := p.Members["belmark"].DB.Backup(ctx, old); err != nil {
		t.Fatal(err)
	}
	p.do("belmark", p.vantor, id, "authorise", because("necessary and proportionate"))
	p.quiet()
	if err := p.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	dir := p.Members["belmark"].Dir
	for _, name := range []string{"-wal", "-shm"} {
		_ = os.Remove(filepath.Join(dir, node.FileDatabase+name))
	}
	if err := os.Rename(old, filepath.Join(dir, node.FileDatabase)); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "checkpoint.lock")); err != nil {
		t.Fatal(err)
	}
	if err := p.Start(ctx, "belmark"); err != nil {
		t.Fatal(err)
	}
	res, err := p.Node("belmark").Step(ctx, p.judge2, node.StepRequest{Case: id, Step: "refuse", Values: because("no"), Ground: "essential interests"})
	if err != nil || res.Number != 2 {
		t.Fatalf("%+v, %v", res, err)
	}
	var v *node.CaseView
	err = p.Await(ctx, func() (bool, error) {
		v, err = p.Node("arland").Case(ctx, p.pia, id)
		return err == nil && v.Dispute != "", err
	})
	if err != nil {
		t.Fatalf("Arland did not notice the fork: %v", err)
	}
	arland, belmark := p.bundle("arland"), p.bundle("belmark")
	blamed(t, replay(t, arland), fault.Forked, "belmark", id, 2)
	blamed(t, replay(t, arland, belmark), fault.Forked, "belmark", id, 2)

	// The proof outlives a restart.
	if err := p.Stop("arland"); err != nil {
		t.Fatal(err)
	}
	if err := p.Start(ctx, "arland"); err != nil {
		t.Fatal(err)
	}
	if v, err := p.Node("arland").Case(ctx, p.pia, id); err != nil || v.Dispute == "" {
		t.Errorf("after a restart the dispute is forgotten: %v", err)
	}
	blamed(t, replay(t, p.bundle("arland")), fault.Forked, "belmark", id, 2)
}

func TestAuditFindsAForgedJudge(t *testing.T) {
	for name, sign := range map[string]func(t *testing.T, a *seal.Act) *seal.Personal{
		"without a signature": func(*testing.T, *seal.Act) *seal.Personal { return nil },
		"by a key that no registry enrolled": func(t *testing.T, a *seal.Act) *seal.Personal {
			key, err := node.NewRoleKey(agreement.WorldExercise)
			if err != nil {
				t.Fatal(err)
			}
			s, err := seal.SignPersonal(a, key)
			if err != nil {
				t.Fatal(err)
			}
			return s
		},
	} {
		t.Run(name, func(t *testing.T) { forgedJudge(t, sign) })
	}
}

// forgedJudge lets Belmark's node invent its judge's decision, take it as home, and send it to Arland.
func forgedJudge(t *testing.T, sign func(*testing.T, *seal.Act) *seal.Personal) {
	p := begun(t)
	model := p.granted()
	id := p.asked("ordinary")
	p.quiet()
	p.tamper("belmark", func(o *owner) {
		template, _ := o.entry(model, 2)
		_, first := o.entry(id, 1)
		a := template.Act
		a.Case, a.Basis, a.Gives = string(id), first.Digest(), []seal.Commitment{a.Gives[0]}
		s, err := seal.CountersignAct(a, sign(t, &a), o.home.Sign)
		if err != nil {
			t.Fatal(err)
		}
		r := first.Receipt
		r.Act, r.Before, r.Number = s.Digest(), first.Digest(), 2
		r.Received = seal.TimeOf(r.Received.Add(time.Second))
		r.Proved = r.Received
		rec, err := seal.SignReceipt(r, o.home.Sign)
		if err != nil {
			t.Fatal(err)
		}
		o.exec(`INSERT INTO act (digest, case_id, agreement, kind, status, number, author, mine, body, receipt, receipt_digest, received)
			VALUES ($1, $2, $3, 'step', 'taken', 2, 'belmark', 1, $4, $5, $6, $7)`,
			s.Digest(), id, a.Agreement, s.Encode(), rec.Encode(), rec.Digest(), r.Received.UnixMicro())
		o.exec("UPDATE case_file SET number = 2, last_receipt = $1, state = 'authorised' WHERE id = $2", rec.Digest(), id)
		o.exec("INSERT INTO outbox (agreement, peer, kind, ref, not_before, attempts, created) VALUES ($1, 'arland', 'receipt', $2, 0, 0, 1)", a.Agreement, s.Digest())
	})
	p.level(id)
	b := p.bundles("arland", "belmark")
	for _, r := range []*audit.Report{replay(t, b["arland"]), replay(t, b["belmark"]), replay(t, b["arland"], b["belmark"])} {
		blamed(t, r, oneOf(r, fault.PersonalMissing, fault.PersonalInvalid), "belmark", id, 2)
	}
}

func TestAuditFindsAFieldThatWentWithoutAShare(t *testing.T) {
	p := begun(t)
	id := p.asked("ordinary") // before the decision nobody in Belmark may know who it is about
	honest := p.bundles("belmark")["belmark"]
	p.tamper("arland", func(o *owner) {
		s, r := o.entry(id, 1)
		o.exec("INSERT INTO sent (act, field, party, case_id, at) VALUES ($1, 'person', 'belmark', $2, $3)", s.Digest(), id, r.Receipt.Received.UnixMicro())
	})
	lying := p.bundle("arland")
	for _, r := range []*audit.Report{replay(t, lying), replay(t, honest, lying)} {
		if f := blamed(t, r, fault.NotShared, "arland", id, 1); f.Article != "7" {
			t.Errorf("the finding cites Article %q: %s", f.Article, f)
		}
	}
}

func TestAuditFindsWhoDestroyedNothing(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	id := p.asked("danger to life")
	p.do("belmark", p.oren, id, "act-at-once", fields{"evidence": secret, "reasons": "a life"})
	p.awaitField(t, "arland", p.pia, id, "evidence", secret)
	p.quiet()
	if err := p.Stop("arland"); err != nil { // and it stays away, with what it got
		t.Fatal(err)
	}
	p.pass(48*time.Hour + time.Second)
	p.pass(24*time.Hour + time.Second)
	if r := replay(t, p.bundle("belmark")); !r.Kept() {
		t.Fatalf("it has a day to destroy it:\n%s", printed(r))
	}
	p.pass(25 * time.Hour)
	blamed(t, replay(t, p.bundle("belmark")), audit.NotErased, "arland", id, 0)

	// The silence is destroyed when it comes back: late, and attested.
	if err := p.Start(ctx, "arland"); err != nil {
		t.Fatal(err)
	}
	p.quiet()
	p.level(id)
	if r := replay(t, p.bundle("belmark"), p.bundle("arland")); !r.Kept() {
		t.Fatalf("after it came back:\n%s", printed(r))
	}
}

func TestAuditFindsWhoWasNotTold(t *testing.T) {
	p := begun(t)
	told, deferred := p.granted(), p.granted()
	p.do("belmark", p.vantor, deferred, "defer", because("he would flee"))
	p.pass(29 * 24 * time.Hour)
	clean(t, p.bundles("arland", "belmark"))
	p.pass(2 * 24 * time.Hour)
	b := p.bundles("arland", "belmark")
	r := replay(t, b["arland"], b["belmark"])
	blamed(t, r, audit.NotNotified, "belmark", told, 0)
	for _, f := range r.Findings {
		if f.Case == deferred {
			t.Errorf("a judge put it off: %s", f)
		}
	}
	p.pass(150 * 24 * time.Hour) // as far as it can be put off
	b = p.bundles("arland", "belmark")
	blamed(t, replay(t, b["arland"], b["belmark"]), audit.NotNotified, "belmark", deferred, 0)
}

func TestAuditFindsAHitThatNobodyReviewed(t *testing.T) {
	p := begun(t)
	p.register()
	p.ask("P1234567", 1)
	p.pass(25 * time.Hour)
	b := p.bundles("arland", "belmark")
	blamed(t, replay(t, b["arland"], b["belmark"]), audit.UnreviewedHit, "arland", "", 0)
}
