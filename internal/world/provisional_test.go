package world

import (
	"bytes"
	"context"
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
)

// Before the first day two parties that both apply Article 7 assist each other; what they do not both apply is not in
// force, and the audit, which has the text alone, comes to the same.
func TestAnArticleThatTwoPartiesApplyEarly(t *testing.T) {
	ctx := context.Background()
	t.Parallel()
	text := unportrayed(model(t))
	was := len(text)
	text = bytes.Replace(text, []byte(`starts     = "2026-03-01"`), []byte(`starts     = "2026-12-01"`), 1)
	early := func(party, articles string) string {
		return "declaration \"" + party + "-early\" {\n  title       = \"Provisional application\"\n  party       = party." + party +
			"\n  kind        = \"provisional\"\n  text        = \"We apply this early.\"\n  provisional = " + articles + "\n  made        = \"2026-01-15\"\n}\n\n"
	}
	text = insert(t, text, "procedure \"complaint\" {\n", early("arland", `["3", "7"]`)+early("belmark", `["7"]`))
	if len(text) <= was || !bytes.Contains(text, []byte("2026-12-01")) {
		t.Fatal("the model's text has changed")
	}
	p := &play{Inside: newWorld(t, text, node.Config{}), t: t}
	p.people()
	id := p.asked("ordinary")
	p.do("belmark", p.vantor, id, "authorise", because("necessary"))
	_, err := p.Node("arland").Step(ctx, p.officer, node.StepRequest{
		Agreement: p.Agreement, Procedure: "hit", Step: "open", Values: fields{"register": "stolen documents", "number": "P1", "issuing_state": "XB", "answer": "x"},
	})
	refused(t, "a review that one of two applies", err, fault.NotInForce, "3")
	p.pass(time.Second)
	r := replay(t, p.bundle("arland"), p.bundle("belmark"), p.bundle("secretariat"))
	if len(r.Findings) > 0 {
		t.Errorf("%s", printed(r))
	}
}
