package world

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

// Of two hits the audit says which one a case followed. Whoever has no part in the question learns nothing of it.
func TestWhichCaseFollowsWhichHit(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.register()
	ask := func(number string) seal.Digest {
		t.Helper()
		res, err := p.Node("arland").Ask(ctx, p.officer, node.AskRequest{
			Agreement: p.Agreement, Register: "stolen_documents", Query: "document", Purpose: "border-control", Match: map[agreement.FieldID]string{"number": number, "issuing_state": "XB"},
		})
		if err != nil || len(res) != 1 || len(res[0].Hits) != 1 {
			t.Fatalf("%+v, %v", res, err)
		}
		return res[0].Question
	}
	review := func(hit seal.Digest) error {
		_, err := p.Node("arland").Step(ctx, p.officer, node.StepRequest{
			Agreement: p.Agreement, Procedure: "hit", Step: "open", Hit: hit,
			Values: fields{"register": "stolen documents", "number": "P1234567", "issuing_state": "XB", "answer": "reported"},
		})
		return err
	}
	first, other := ask("P1234567"), ask("P7654321")
	if err := review(other); err != nil {
		t.Fatal(err)
	}
	refused(t, "a request that follows a hit", second(p.Node("arland").Step(ctx, p.pia, node.StepRequest{
		Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary"), Hit: first,
	})), fault.Invalid, "7")
	p.pass(time.Second)
	p.pass(30 * time.Hour)
	unreviewed := func() (list []audit.Finding) {
		for _, f := range replay(t, p.bundle("arland"), p.bundle("belmark")).Findings {
			if f.Code == audit.UnreviewedHit {
				list = append(list, f)
			}
		}
		return list
	}
	if got := unreviewed(); len(got) != 1 || got[0].Party != "arland" || got[0].Article != "2" || !strings.Contains(got[0].Message, "question 0 of stolen_documents/document was answered with 1 hits") {
		t.Errorf("%v", got)
	}
	if err := review(first); err != nil {
		t.Fatal(err)
	}
	p.pass(time.Second)
	if got := unreviewed(); len(got) != 0 {
		t.Errorf("%v", got)
	}
	if !bytes.Contains(p.bundle("belmark"), []byte(`"hit":"`+string(first)+`"`)) || bytes.Contains(p.bundle("secretariat"), []byte(first)) {
		t.Error("the hit is named to whoever has no part in the case, or not to who has")
	}
}
