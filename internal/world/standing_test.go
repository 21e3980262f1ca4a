package world

import (
	"context"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
)

// reworded lets every node's model say something more than the text of the model agreement, before anything
// happens under it.
func (p *play) reworded(change func(m *agreement.Model)) {
	p.t.Helper()
	for party := range p.Members {
		v, err := p.Node(party).Agreement(context.Background(), p.Agreement)
		if err != nil {
			p.t.Fatal(err)
		}
		change(v.Model)
	}
}

func TestAStepThatErasesDestroysOnBothNodes(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.reworded(func(m *agreement.Model) {
		m.Procedure("assistance").Step("uphold").Erases = []agreement.FieldID{"evidence"}
	})
	asking, acting, judge, id := urgent(t, p.Inside)
	p.do("belmark", judge, id, "uphold", because("upheld, and the evidence was obtained beyond the measure"))
	p.pass(time.Second) // the clocks of this world stand still while nothing passes
	for party, who := range map[agreement.PartyID]node.Who{"arland": asking, "belmark": acting} {
		err := p.Await(ctx, func() (bool, error) {
			v, err := p.Node(party).Case(ctx, who, id)
			if err != nil {
				return false, err
			}
			attested := 0
			for _, a := range v.Acts {
				if a.Act.Kind == "erased" && a.Status == "taken" {
					attested++
				}
			}
			return attested == 2, nil
		})
		if err != nil {
			t.Fatalf("%s: the destruction is not attested by both: %v", party, err)
		}
		if _, err := p.Node(party).Field(ctx, who, id, "evidence"); fault.CodeOf(err) != fault.Erased {
			t.Fatalf("%s: %v", party, err)
		}
		if v, err := p.Node(party).Field(ctx, who, id, "facts"); err != nil || v != "two lorries" {
			t.Fatalf("%s: the request itself must stay: %v, %v", party, v, err)
		}
		if found := bytesOf(t, p.Members[party].Dir, secret); len(found) > 0 {
			t.Fatalf("%s: the value is in %v", party, found)
		}
	}
	// What is given anew afterwards is another value, and stays.
	p.do("belmark", acting, id, "execute", fields{"evidence": "the telephone was at Quell"})
	p.awaitField(t, "arland", asking, id, "evidence", "the telephone was at Quell")
	p.pass(time.Hour)
	p.awaitField(t, "arland", asking, id, "evidence", "the telephone was at Quell")
}

func TestASuspendedArticleAndItsWayBack(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.reworded(func(m *agreement.Model) {
		hit := m.Procedure("hit")
		hit.Step("compare").Suspends = []agreement.Article{"7"}
		hit.Step("clear").Restores = []agreement.Article{"7"}
	})
	request := func() error {
		_, err := p.Node("arland").Step(ctx, p.pia, node.StepRequest{Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary")})
		return err
	}
	id := p.asked("ordinary")
	review := p.open("arland", p.officer, "hit", "open", fields{"register": "stolen documents", "number": "P1234567", "issuing_state": "XB", "answer": "reported"})
	p.do("arland", p.officer, review, "compare", fields{"comparison": "another", "reasons": "another face"})
	p.pass(time.Second)
	refused(t, "a request under a suspended article", request(), fault.Suspended, "7")
	if s := p.Node("arland").Standing(p.Agreement); s.SuspendedBy("7", p.Now()) != review {
		t.Errorf("suspended by %q", s.SuspendedBy("7", p.Now()))
	}
	// A node that starts anew knows it from its cases.
	if err := p.Stop("arland"); err != nil {
		t.Fatal(err)
	}
	if err := p.Start(ctx, "arland"); err != nil {
		t.Fatal(err)
	}
	p.reworded(func(m *agreement.Model) {
		m.Procedure("hit").Step("compare").Suspends = []agreement.Article{"7"}
		m.Procedure("hit").Step("clear").Restores = []agreement.Article{"7"}
	})
	refused(t, "a request after the start", request(), fault.Suspended, "7")
	// Another case under the article rests as well, at a node that heard of the suspension from the other's receipt.
	_, err := p.Node("belmark").Step(ctx, p.vantor, node.StepRequest{Case: id, Step: "authorise", Values: because("necessary")})
	refused(t, "a step of another case", err, fault.Suspended, "7")
	p.do("arland", p.supervisor, review, "clear", because("it is another"))
	p.pass(time.Second)
	if err := request(); err != nil {
		t.Errorf("after the article was restored: %v", err)
	}
	p.do("belmark", p.vantor, id, "authorise", because("necessary"))
}

func TestWhatAStepAddsAQueryFinds(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.load("belmark", "stolen_documents", "number,issuing_state,kind,reported,circumstances\nP1234567,XB,passport,2026-02-03,\n")
	p.reworded(func(m *agreement.Model) {
		r := m.Record("assistance")
		r.Fields = append(r.Fields, m.Record("document_alert").Fields...)
		a := m.Procedure("assistance")
		a.Step("act-at-once").Gives = append(a.Step("act-at-once").Gives, "number", "issuing_state", "kind", "reported")
		a.Step("act-at-once").Adds = "stolen_documents"
		a.Step("uphold").Strikes = "stolen_documents"
		m.Build()
	})
	find := func(number string) int {
		t.Helper()
		res, err := p.Node("arland").Ask(ctx, p.officer, node.AskRequest{
			Agreement: p.Agreement, Register: "stolen_documents", Query: "document", Purpose: "border-control",
			Match: map[agreement.FieldID]string{"number": number, "issuing_state": "XB"},
		})
		if err != nil || len(res) != 1 {
			t.Fatalf("%+v, %v", res, err)
		}
		return len(res[0].Hits)
	}
	if find("P7777777") != 0 {
		t.Fatal("it is there before it was added")
	}
	reported := func(number string) casework.CaseID {
		id := p.asked("danger to life")
		p.do("belmark", p.oren, id, "act-at-once", fields{
			"evidence": "x", "reasons": "a life", "number": number, "issuing_state": "XB", "kind": "passport", "reported": "2026-06-01",
		})
		return id
	}
	id := reported("P7777777")
	reported("P8888888")
	if find("P7777777") != 1 || find("P8888888") != 1 || find("P1234567") != 1 {
		t.Fatal("what the steps added is not found, or what was there is not")
	}
	p.do("belmark", p.vantor, id, "uphold", because("upheld"))
	for range 2 { // at once, and at a node that starts anew
		if find("P7777777") != 0 || find("P8888888") != 1 || find("P1234567") != 1 {
			t.Fatal("what the step struck is found, or what it did not strike is not")
		}
		if err := p.Stop("belmark"); err != nil {
			t.Fatal(err)
		}
		if err := p.Start(ctx, "belmark"); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAQuotaIsCountedByWhoeverStatesIt(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.reworded(func(m *agreement.Model) {
		year, err := agreement.ParsePeriod("P1Y")
		if err != nil {
			t.Fatal(err)
		}
		m.Quotas = append(m.Quotas, agreement.Quota{ID: "measures", Article: "7", Number: 1, Per: year})
		m.Procedure("assistance").Step("authorise").Uses = "measures"
	})
	first, second := p.asked("ordinary"), p.asked("ordinary")
	p.do("belmark", p.vantor, first, "authorise", because("necessary"))
	p.pass(time.Second)
	_, err := p.Node("belmark").Step(ctx, p.vantor, node.StepRequest{Case: second, Step: "authorise", Values: because("necessary")})
	refused(t, "a second grant of one", err, fault.QuotaUsed, "7")
	for party, who := range map[agreement.PartyID]node.Who{"arland": p.pia, "belmark": p.oren} {
		v, err := p.Node(party).Case(ctx, who, first)
		if err != nil {
			t.Fatal(err)
		}
		if facts := v.Acts[1].Act.Facts; len(facts) != 1 || facts[0].Name != "quota:measures" || facts[0].Value != "0" {
			t.Errorf("%s: the act states %+v", party, facts)
		}
	}
	p.at(instant("2027-03-01T00:00:00Z")) // another year of the agreement
	p.do("belmark", p.vantor, second, "authorise", because("necessary"))
}
