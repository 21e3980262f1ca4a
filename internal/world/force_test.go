package world

import (
	"context"
	"crypto/rand"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/keystore"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

const vehicles = `plate,issuing_state,make,reported
NG4711,XB,grey van of a rare make,2026-05-30
`

const listed = `entry,name,kind,document,issuing_state,programme
E1,Orlan Veskit,individual,V7777777,XB,Order 9
`

// at sets all clocks to an instant and waits until what was due has happened.
func (p *play) at(t time.Time) {
	p.t.Helper()
	p.pass(t.Sub(p.Now()))
}

func instant(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

func (p *play) load(party agreement.PartyID, reg agreement.RegisterID, csv string) {
	p.t.Helper()
	done, err := p.Node(party).Import(context.Background(), p.Agreement, reg, node.ImportCSV, "list.csv", strings.NewReader(csv))
	if err != nil || done.Entries != 1 {
		p.t.Fatalf("%s: %+v, %v", reg, done, err)
	}
}

func (p *play) plate() ([]node.AskResult, error) {
	return p.Node("arland").Ask(context.Background(), p.officer, node.AskRequest{
		Agreement: p.Agreement, Register: "stolen_vehicles", Query: "plate", Purpose: "border-control",
		Match: map[agreement.FieldID]string{"plate": "NG4711", "issuing_state": "XB"},
	})
}

func (p *play) passport() (int, error) {
	res, err := p.Node("arland").Ask(context.Background(), p.officer, node.AskRequest{
		Agreement: p.Agreement, Register: "watch_list", Query: "passport", Purpose: "border-control",
		Match: map[agreement.FieldID]string{"document": "V7777777", "issuing_state": "XB"},
	})
	if err != nil {
		return 0, err
	}
	return len(res[0].Hits), nil
}

// Article 4 of the model agreement is a pilot that ends on 28 February 2027, at midnight of UTC+02:00.
func TestAnArticleEndsAtMidnightOfItsZone(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.load("belmark", "stolen_vehicles", vehicles)
	p.register()
	p.at(instant("2027-02-28T21:59:59Z"))
	res, err := p.plate()
	if err != nil || len(res) != 1 || len(res[0].Hits) != 1 {
		t.Fatalf("a second before midnight: %+v, %v", res, err)
	}
	p.ask("P1234567", 1) // of Article 2, whose trace is kept for longer
	review := p.open("arland", p.officer, "hit", "open", fields{"register": "stolen vehicles", "number": "NG4711", "issuing_state": "XB", "answer": "grey van"})

	p.at(instant("2027-02-28T22:00:00Z"))
	_, err = p.plate()
	refused(t, "at midnight", err, fault.ArticleEnded, "4")
	e := p.enemy("arland") // whose node does not refuse it
	nonce, err := seal.NewNonce(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	q := seal.Question{
		Match: []seal.Match{{Field: "issuing_state", Value: "XB"}, {Field: "plate", Value: "NG4711"}}, Nonce: nonce, Person: "someone",
		Purpose: "border-control", Query: "plate", Register: "stolen_vehicles", Role: "officer",
	}
	raw, err := e.dial("belmark").Send(ctx, e.letter(e.envelope("belmark", seal.LetterQuestions), q.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	l, err := seal.DecodeLetter(raw)
	if err != nil {
		t.Fatal(err)
	}
	if a, err := seal.DecodeAnswer(l.Items[0]); err != nil || a.Refused == nil || fault.Code(a.Refused.Code) != fault.ArticleEnded || a.Refused.Article != "4" || len(a.Hits) > 0 {
		t.Errorf("the holder answers at midnight: %+v, %v", a, err)
	}
	p.ask("P1234567", 1) // the other articles go on

	// The review that was begun is brought to its end.
	p.do("arland", p.officer, review, "compare", fields{"comparison": "another", "reasons": "the van is blue"})
	p.do("arland", p.supervisor, review, "clear", because("it is"))

	// Its duties go on: the trace is destroyed after ninety days, on both sides, and a proof of it says so.
	index, found, err := p.Node("arland").QuestionEntry(ctx, p.Agreement, res[0].Question)
	if err != nil || !found {
		t.Fatalf("the question's entry: %v", err)
	}
	if _, err := p.Node("arland").Prove(ctx, p.Agreement, index); err != nil {
		t.Fatalf("a proof of the question: %v", err)
	}
	p.at(instant("2027-05-29T21:59:59Z"))
	for _, party := range []agreement.PartyID{"arland", "belmark"} {
		p.traces(party, "plate", 4, true)
	}
	p.at(instant("2027-05-31T00:00:00Z"))
	for _, party := range []agreement.PartyID{"arland", "belmark"} {
		p.traces(party, "plate", 4, false)
		p.traces(party, "document", 4, true)
	}
	refused(t, "a proof of a question that is destroyed", second(p.Node("arland").Prove(ctx, p.Agreement, index)), fault.Erased, "")

	// The entry goes after two years, although nobody may ask about it any more.
	p.entries("belmark", "stolen_vehicles", 1)
	p.at(begin.AddDate(2, 0, 0).Add(-time.Second))
	p.entries("belmark", "stolen_vehicles", 1)
	p.at(begin.AddDate(2, 0, 0).Add(time.Second))
	p.entries("belmark", "stolen_vehicles", 0)
	if found := bytesOf(t, p.Members["belmark"].Dir, "grey van of a rare make"); len(found) > 0 {
		t.Errorf("the entry is in %v", found)
	}
	clean(t, p.bundles(all...))
}

// traces wants what was asked and answered by a query to be readable, or destroyed: of at least one and at most so
// many letters.
func (p *play) traces(party agreement.PartyID, query string, most int, readable bool) {
	p.t.Helper()
	ctx := context.Background()
	vault, err := keystore.Open(filepath.Join(p.Members[party].Dir, node.DirVault))
	if err != nil {
		p.t.Fatal(err)
	}
	defer func() { _ = vault.Close() }()
	seen := 0
	err = p.Members[party].DB.View(ctx, func(tx *store.Tx) error {
		rows, err := tx.ListEnvelopes(ctx, store.ListEnvelopesParams{Agreement: p.enemy(party).text, MaxRows: 100})
		if err != nil {
			return err
		}
		logs, err := tx.ListLogs(ctx)
		if err != nil {
			return err
		}
		log, err := tx.ListLeafRuns(ctx, store.ListLeafRunsParams{Log: logs[0].ID, MaxRows: 2000})
		if err != nil {
			return err
		}
		for _, r := range rows {
			if !strings.Contains(string(r.Compartment), "/"+query+"/") {
				continue
			}
			seen++
			_, derr := vault.Decrypt(keystore.Compartment(r.Compartment), []byte(r.Digest), r.Items)
			var runs []store.LeafRun
			for _, run := range log {
				if strings.HasSuffix(run.Ref, "/"+strings.TrimPrefix(string(r.Digest), "sha256:")[:16]) {
					runs = append(runs, run)
				}
			}
			if readable && (len(r.Items) == 0 || derr != nil || len(runs) != 1 || len(runs[0].Seed) == 0) {
				p.t.Errorf("%s: a letter of %s is gone too early: %v", party, query, derr)
			}
			if !readable && (len(r.Items) > 0 || fault.CodeOf(derr) != fault.Erased || len(runs) != 1 || len(runs[0].Seed) > 0 || len(runs[0].Commitments) > 0) {
				p.t.Errorf("%s: a letter of %s is there after its time: %v, %+v", party, query, derr, runs)
			}
			if len(r.Head) == 0 {
				p.t.Errorf("%s: the head of a letter of %s is gone", party, query)
			}
		}
		return nil
	})
	if err != nil || seen == 0 || seen > most {
		p.t.Errorf("%s: %d letters of %s: %v", party, seen, query, err)
	}
}

// entries wants so many entries in a register's rows.
func (p *play) entries(party agreement.PartyID, reg agreement.RegisterID, want int) {
	p.t.Helper()
	ctx := context.Background()
	var rows []store.RegisterEntry
	err := p.Members[party].DB.View(ctx, func(tx *store.Tx) (err error) {
		rows, err = tx.ListRegisterEntries(ctx, store.ListRegisterEntriesParams{Agreement: p.enemy(party).text, Register: reg, MaxRows: 10})
		return err
	})
	if err != nil || len(rows) != want {
		p.t.Errorf("%s holds %d entries of %s, not %d: %v", party, len(rows), reg, want, err)
	}
}

func TestAnEntryIsStruckWhenItsTimeIsOver(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.load("belmark", "watch_list", listed)
	end := begin.AddDate(2, 0, 0)
	p.at(end.Add(-time.Second))
	if hits, err := p.passport(); err != nil || hits != 1 {
		t.Fatalf("on the last day: %d hits, %v", hits, err)
	}
	size := p.logSize("belmark")
	p.at(end.Add(time.Second))
	if hits, err := p.passport(); err != nil || hits != 0 {
		t.Fatalf("after it: %d hits, %v", hits, err)
	}
	p.entries("belmark", "watch_list", 0)
	if p.logSize("belmark") <= size {
		t.Error("the log does not say that the register changed")
	}
	var out strings.Builder
	if err := p.Node("belmark").ExportRegister(ctx, p.Agreement, "watch_list", io.Writer(&out)); err != nil || strings.Contains(out.String(), "Orlan") {
		t.Errorf("the export: %v\n%s", err, out.String())
	}
	if found := bytesOf(t, p.Members["belmark"].Dir, "Orlan Veskit"); len(found) > 0 {
		t.Errorf("the name is in %v", found)
	}
	p.again("belmark")
	if hits, err := p.passport(); err != nil || hits != 0 {
		t.Fatalf("after a restart: %d hits, %v", hits, err)
	}
	clean(t, p.bundles(all...))
}

// unrenewed is the model agreement without its renewal: it ends.
func unrenewed(t *testing.T) []byte {
	t.Helper()
	text := model(t)
	out := regexp.MustCompile(`(?s)\n  renewal \{.*?\n  \}\n`).ReplaceAll(text, nil)
	out = regexp.MustCompile(`It is renewed for one year at a time, unless\nan established violation is unresolved on the day of renewal\.`).ReplaceAll(out, nil)
	if len(out) > len(text)-200 {
		t.Fatal("the model's text has changed: mend the test")
	}
	return out
}

func TestTheAgreementEndsAndItsDutiesGoOn(t *testing.T) {
	ctx := context.Background()
	t.Parallel()
	p := &play{Inside: newWorld(t, unrenewed(t), node.Config{}), t: t}
	p.people()
	p.register()
	p.at(instant("2029-02-28T21:59:59Z"))
	p.ask("P1234567", 1)
	id := p.asked("ordinary")
	review := p.open("arland", p.officer, "hit", "open", fields{"register": "stolen documents", "number": "P1234567", "issuing_state": "XB", "answer": "reported"})

	p.at(instant("2029-02-28T22:00:00Z"))
	v, err := p.Node("arland").Agreement(ctx, p.Agreement)
	if err != nil || v.InForce || v.Why == "" {
		t.Errorf("the agreement: in force %v, %q, %v", v.InForce, v.Why, err)
	}
	_, err = p.Node("arland").Ask(ctx, p.officer, node.AskRequest{
		Agreement: p.Agreement, Register: "stolen_documents", Query: "document", Purpose: "border-control", Match: map[agreement.FieldID]string{"number": "P1234567", "issuing_state": "XB"},
	})
	refused(t, "a question", err, fault.NotInForce, "2")
	refused(t, "a request", second(p.Node("arland").Step(ctx, p.pia, node.StepRequest{Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary")})), fault.NotInForce, "7")
	refused(t, "a review", second(p.Node("arland").Step(ctx, p.officer, node.StepRequest{
		Agreement: p.Agreement, Procedure: "hit", Step: "open", Values: fields{"register": "stolen documents", "number": "P1", "issuing_state": "XB", "answer": "x"},
	})), fault.NotInForce, "3")
	e := p.enemy("arland")
	a := e.act("", "request", "requesting", "prosecutor")
	a.Case, a.Basis = strings.Repeat("c", 32), ""
	a.Sides = []seal.Binding{{Party: "belmark", Side: "requested"}, {Party: "arland", Side: "requesting"}}
	e.gives(&a, request("ordinary"))
	s := e.sign(a)
	acked(t, "a request by a node that does not refuse it", e.post("belmark", &seal.Post{Act: s, Type: seal.TypePost}), "", "")
	p.verdict(t, "a request by a node that does not refuse it", "belmark", s, fault.NotInForce, "7")

	// What was begun is brought to its end; a remedy may still be sought.
	p.do("arland", p.officer, review, "compare", fields{"comparison": "another", "reasons": "another face"})
	p.do("arland", p.supervisor, review, "clear", because("it is"))
	p.do("belmark", p.vantor, id, "authorise", because("necessary"))
	p.do("belmark", p.oren, id, "execute", fields{"evidence": "the telephone was at Quell"})
	p.awaitField(t, "arland", p.pia, id, "evidence", "the telephone was at Quell")
	complaint := p.open("arland", p.contact, "complaint", "file", fields{"complainant": "Ilyan Dessar", "grievance": "my house was searched", "asks": "reasons"})
	p.do("secretariat", p.ombud, complaint, "dismiss", because("reasons were given"))
	p.do("belmark", p.oren, id, "tell", fields{"told": "what was done"})
	p.do("arland", p.contact, complaint, "tell", fields{"told": "the answer"})
	clean(t, p.bundles(all...))

	// And what was kept is destroyed in its time, on both nodes, and attested.
	p.at(p.Now().AddDate(1, 0, 1))
	p.destroyed(id, "7")
	p.destroyed(review, "3")
	p.at(p.Now().AddDate(1, 0, 1))
	refused(t, "the complaint's file", second(p.Node("secretariat").Field(ctx, p.ombud, complaint, "grievance")), fault.Erased, "8")
	clean(t, p.bundles(all...))
}

func TestACaseIsDestroyedWhenItsKeepingTimeIsOver(t *testing.T) {
	p := begun(t)
	id := p.granted()
	p.awaitField(t, "arland", p.pia, id, "evidence", "the telephone was at Quell")
	p.do("belmark", p.oren, id, "tell", fields{"told": "what was done"})
	acts := p.last("arland", id).Number
	over := p.Now().AddDate(1, 0, 0)
	p.at(over) // to the very instant it is kept
	p.awaitField(t, "arland", p.pia, id, "evidence", "the telephone was at Quell")
	p.at(over.Add(time.Second))
	p.destroyed(id, "7")
	for _, party := range []agreement.PartyID{"arland", "belmark"} {
		if n := p.last(party, id).Number; n != acts+2 {
			t.Errorf("%s: the acts stay, and two say that it is destroyed: %d of %d", party, n, acts+2)
		}
	}
	p.again("arland")
	p.again("belmark")
	p.destroyed(id, "7")
	if n := p.last("belmark", id).Number; n != acts+2 {
		t.Errorf("after a restart it is destroyed once more: %d acts", n)
	}
	clean(t, p.bundles(all...))
}

// destroyed wants a case of the two states to be destroyed whole on both nodes, each of which says so.
func (p *play) destroyed(id casework.CaseID, article string) {
	p.t.Helper()
	ctx := context.Background()
	for _, party := range []agreement.PartyID{"arland", "belmark"} {
		v, err := p.Node(party).Case(ctx, p.knows(party, id), id)
		if err != nil {
			p.t.Fatal(err)
		}
		if len(v.Values) > 0 {
			p.t.Errorf("%s still shows %v", party, v.Values)
		}
		for f, why := range v.Withheld {
			refused(p.t, string(party)+", the field "+string(f), why, fault.Erased, article)
		}
		said := map[string]bool{}
		for _, a := range v.Acts {
			if a.Act.Kind == seal.KindErased && a.Act.Phase == "all" && a.Status == "taken" {
				said[a.Act.Party] = true
			}
		}
		if !said["arland"] || !said["belmark"] {
			p.t.Errorf("%s knows of the destruction by %v", party, said)
		}
		err = p.Members[party].DB.View(ctx, func(tx *store.Tx) error {
			rows, err := tx.ListCaseDisclosures(ctx, id)
			if len(rows) > 0 {
				p.t.Errorf("%s keeps %d disclosures", party, len(rows))
			}
			return err
		})
		if err != nil {
			p.t.Fatal(err)
		}
		vault, err := keystore.Open(filepath.Join(p.Members[party].Dir, node.DirVault))
		if err != nil {
			p.t.Fatal(err)
		}
		gone, err := vault.Destroyed(keystore.Compartment("case/" + string(id)))
		if err != nil || !gone {
			p.t.Errorf("%s still has the key of the case: %v", party, err)
		}
		_ = vault.Close()
	}
}
