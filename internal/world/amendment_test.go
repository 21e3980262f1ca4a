package world

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

// amended lets all parties amend the agreement in force by a text, and waits until it is in force everywhere.
func (p *play) amended(text string) {
	p.t.Helper()
	p.concluded(text)
	p.inForce(text)
	p.quiet()
}

// inForce waits until a text is the one that is in force everywhere.
func (p *play) inForce(text string) {
	p.t.Helper()
	ctx := context.Background()
	for party, m := range p.Members {
		if m.Serving == nil {
			continue
		}
		err := p.Await(ctx, func() (bool, error) {
			v, err := m.Node.Agreement(ctx, p.Agreement)
			return err == nil && v.InForce && string(v.Text) == text, err
		})
		if err != nil {
			p.t.Fatalf("in force at %s: %v", party, err)
		}
	}
}

// concluded lets all parties sign a text that amends the agreement in force, and waits until every node has it.
func (p *play) concluded(text string) {
	p.t.Helper()
	ctx := context.Background()
	who := map[agreement.PartyID]node.Who{}
	for party, m := range p.Members {
		if err := m.Node.EnrolPerson(ctx, auth.Person{ID: "delegate", Name: "Delegate", Delegate: true}); err != nil {
			p.t.Fatal(err)
		}
		who[party] = p.login(party, "delegate")
	}
	id, err := p.Node("arland").OpenNegotiation(ctx, who["arland"], node.OpenRequest{Text: []byte(text), Amends: p.Agreement})
	if err != nil {
		p.t.Fatal(err)
	}
	each := func(what string, holds func(*node.NegotiationView) bool) {
		p.t.Helper()
		for party, m := range p.Members {
			err := p.Await(ctx, func() (bool, error) {
				v, err := m.Node.Negotiation(ctx, who[party], string(id))
				return err == nil && holds(v), err
			})
			if err != nil {
				p.t.Fatalf("%s at %s: %v", what, party, err)
			}
		}
	}
	each("heard of", func(*node.NegotiationView) bool { return true })
	for party, m := range p.Members {
		if _, err := m.Node.Say(ctx, who[party], string(id), node.DraftMove{Kind: seal.DispatchAgree}); err != nil {
			p.t.Fatal(err)
		}
	}
	each("agreed", func(v *node.NegotiationView) bool { return len(v.Obstacles) == 0 })
	for party, m := range p.Members {
		home, err := node.OpenHome(m.Dir)
		if err != nil {
			p.t.Fatal(err)
		}
		key, err := home.PartyKey()
		if err != nil {
			p.t.Fatal(err)
		}
		st, err := node.MakeRatification([]byte(text), party, key, m.Node.Now())
		if err != nil {
			p.t.Fatal(err)
		}
		if _, err := m.Node.Say(ctx, who[party], string(id), node.DraftMove{Kind: seal.DispatchSign, Statement: string(st.Encode())}); err != nil {
			p.t.Fatal(err)
		}
	}
	each("concluded", func(v *node.NegotiationView) bool { return v.Concluded == seal.DigestOf([]byte(text)) })
	each("signed", func(v *node.NegotiationView) bool { return v.InForce })
}

// An amendment comes into force: open cases end under the text under which they began, new ones begin under the new one, and the
// keys of judges, the registers and the audit go along.
func TestAnAgreementIsAmended(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.register()
	p.ask("P1234567", 1)
	before := p.asked("ordinary")
	old := string(p.Text)
	text := exchange(t, old, "  version    = \"1.0\"\n", "  version    = \"1.1\"\n")
	text = exchange(t, text, "  notice     = \"P90D\"\n\n", "  notice     = \"P90D\"\n\n  amends {\n    version = \"1.0\"\n    cases   = \"stay\"\n  }\n\n")
	text = strings.Replace(text, "withdraw upon ninety days' notice", "withdraw on ninety days' notice", 1)
	p.amended(text)

	after := p.asked("ordinary")
	for id, want := range map[any]string{before: "1.0", after: "1.1"} {
		lines, err := p.Node("belmark").Cases(ctx, p.oren, node.Cursor{}, 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			if any(l.ID) == id && l.Version != want {
				t.Errorf("the case stands under version %s, want %s", l.Version, want)
			}
		}
		if len(lines) != 2 {
			t.Errorf("%d cases", len(lines))
		}
	}
	// The judge's key counts in both: it was enrolled before there was a second text.
	p.do("belmark", p.vantor, before, "authorise", because("necessary and proportionate"))
	p.do("belmark", p.vantor, after, "authorise", because("necessary and proportionate"))
	p.do("belmark", p.oren, before, "execute", fields{"evidence": "the telephone was at Quell"})
	// A judge who is enrolled now can act in both too.
	judge := p.must(t, "belmark", "nils", "judge")
	p.quiet()
	late := p.asked("ordinary")
	p.do("belmark", judge, late, "refuse", because("no"), "essential interests")
	// The register came along.
	p.ask("P1234567", 1)
	p.ask("P9999999", 0)

	// Nothing begins under the text that was amended.
	e := p.enemy("arland")
	v, err := p.Node("belmark").Agreement(ctx, "northgate@1.0")
	if err != nil || string(v.Text) != old {
		t.Fatalf("the old version: %v", err)
	}
	e.text, e.model = v.TextHash, v.ModelHash
	a := e.act("", "request", "requesting", "prosecutor")
	a.Case, a.Basis = strings.Repeat("b", 32), ""
	a.Sides = []seal.Binding{{Party: "belmark", Side: "requested"}, {Party: "arland", Side: "requesting"}}
	values := e.gives(&a, request("ordinary"))
	s := e.sign(a)
	acked(t, "an opening under the amended text", e.post("belmark", &seal.Post{Act: s, Sealed: e.bundle(s, "belmark", values...), Type: seal.TypePost}), "", "")
	p.verdict(t, "an opening under the amended text", "belmark", s, fault.NotInForce, "1")
	if _, err := p.Node("arland").Agreement(ctx, "northgate@0.9"); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a version that never was: %v", err)
	}

	// Both versions are audited, each from every side: nothing is found. So it is after every node was started again.
	check := func() {
		t.Helper()
		for _, name := range []agreement.ID{"northgate@1.0", "northgate"} {
			var in []audit.Input
			for party, m := range p.Members {
				var b bytes.Buffer
				if err := m.Node.Evidence(ctx, name, &b); err != nil {
					t.Fatal(err)
				}
				in = append(in, audit.Input{Name: fmt.Sprint(name, " of ", party), From: &b})
			}
			r, err := audit.Replay(ctx, in, audit.Options{})
			if err != nil || len(r.Findings) > 0 {
				t.Errorf("the audit of %s: %v\n%s", name, err, printed(r))
			}
		}
	}
	check()
	for party := range p.Members {
		if err := p.Stop(party); err != nil {
			t.Fatal(err)
		}
		if err := p.Start(ctx, party); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.SetClock(ctx, p.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	check()
	p.do("belmark", p.oren, after, "execute", fields{"evidence": "the telephone was at Quell"})
	p.ask("P1234567", 1)
}
