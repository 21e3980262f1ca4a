package audit_test

import (
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/audit/synth"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

func contains(b []byte, words ...string) bool {
	for _, w := range words {
		if !strings.Contains(string(b), w) {
			return false
		}
	}
	return true
}

// review opens the procedure that a hit must open.
func (f *fixture) review() {
	f.Helper()
	f.w.Tick(time.Minute)
	c, err := f.w.Open("review", map[agreement.SideID]agreement.PartyID{"checking": synth.Arland, "holding": synth.Belmark}, synth.Action{
		Step: "open", Side: "checking", Party: synth.Arland, Role: "officer", Values: map[agreement.FieldID]any{"finding": "looks the same"},
	})
	f.ok(err)
	f.do(c, synth.Action{Step: "decide", Side: "checking", Party: synth.Arland, Role: "officer", Person: "p-second"})
	f.do(c, synth.Action{Step: "inform", Side: "checking", Party: synth.Arland, Role: "officer"})
}

func (f *fixture) ask(q seal.Question, reveals map[string]any) {
	f.Helper()
	f.w.Tick(time.Second)
	f.ok(f.w.Ask(synth.Arland, synth.Belmark, q, reveals))
}

func TestQueries(t *testing.T) {
	hit := map[string]any{"reported": "2026-02-01"}
	arland, belmark := synth.Arland, synth.Belmark
	for name, x := range map[string]struct {
		do    func(f *fixture)
		after time.Duration
		want  *want
	}{
		"honest": {do: func(f *fixture) {
			for range 4 {
				f.ask(synth.Question("X1"), nil)
			}
			f.ask(synth.Question("X2"), hit)
			f.review()
		}},
		"without a purpose": {do: func(f *fixture) {
			q := synth.Question("X1")
			q.Purpose = ""
			f.ask(q, nil)
		}, want: &want{code: fault.PurposeMissing, party: arland, article: "4"}},
		"for another purpose": {do: func(f *fixture) {
			q := synth.Question("X1")
			q.Purpose = "criminal-justice"
			f.ask(q, nil)
		}, want: &want{code: fault.PurposeWrong, party: arland, article: "4"}},
		"by another role": {do: func(f *fixture) {
			q := synth.Question("X1")
			q.Role = "prosecutor"
			f.ask(q, nil)
		}, want: &want{code: fault.WrongRole, party: arland, article: "4"}},
		"a query that is not there": {do: func(f *fixture) {
			q := synth.Question("X1")
			q.Query = "everything"
			f.ask(q, nil)
		}, want: &want{code: fault.NoSuchStep, party: arland}},
		"by a field that the clause does not compare": {do: func(f *fixture) {
			q := synth.Question("X1")
			q.Match[0].Field = "remarks"
			f.ask(q, nil)
		}, want: &want{code: fault.FieldUnknown, party: arland, article: "4"}},
		"more often than the cap": {do: func(f *fixture) {
			for range 21 {
				f.ask(synth.Question("X1"), nil)
			}
		}, want: &want{code: fault.CapReached, party: arland, article: "4"}},
		"an answer reveals too much": {do: func(f *fixture) {
			f.ask(synth.Question("X1"), map[string]any{"remarks": "known to us"})
			f.review()
		}, want: &want{code: audit.BeyondReveals, party: belmark, article: "4"}},
		"a hit that nobody reviews": {do: func(f *fixture) {
			f.ask(synth.Question("X1"), hit)
		}, after: 30 * time.Hour, want: &want{code: audit.UnreviewedHit, severity: audit.Irregular, party: arland, article: "4"}},
		"a trace that is kept too long": {do: func(f *fixture) {
			f.ask(synth.Question("X1"), nil)
		}, after: 400 * 24 * time.Hour, want: &want{code: audit.KeptTooLong, party: belmark, article: "4"}},
	} {
		t.Run(name, func(t *testing.T) {
			f := world(t, 31)
			x.do(f)
			f.settle(x.after + time.Minute)
			home, other := f.both()
			list := []*synth.Bundle{home, other}
			if x.want != nil && x.want.code == audit.KeptTooLong {
				list = list[:1]
			}
			r := f.replay(list...)
			if x.want == nil {
				f.clean(r)
				if r.Verified.Questions != 10 || r.Verified.Answers != 10 {
					t.Fatalf("%+v", r.Verified)
				}
				return
			}
			f.onlyQuery(r, *x.want)
		})
	}
}

// onlyQuery asserts the finding, which each bundle that shows the letter may report.
func (f *fixture) onlyQuery(r *audit.Report, w want) {
	f.Helper()
	if len(r.Findings) != 1 {
		f.Fatalf("%d findings: %v", len(r.Findings), r.Findings)
	}
	x := r.Findings[0]
	if w.severity == "" {
		w.severity = audit.Breach
	}
	if x.Code != w.code || x.Party != w.party || x.Severity != w.severity || x.Article != w.article || x.Message == "" {
		f.Fatalf("the finding is %+v, expected %+v", x, w)
	}
}

func TestQueryLetters(t *testing.T) {
	for name, tamper := range map[string]func(q *audit.Query) fault.Code{
		"another question than the one that was signed": func(q *audit.Query) fault.Code {
			x := synth.Question("X9")
			x.Nonce = strings.Repeat("A", 22)
			q.Asked.Items, q.Opened = [][]byte{x.Encode()}, nil
			return fault.BadSignature
		},
		"an item is left out": func(q *audit.Query) fault.Code {
			q.Asked.Items, q.Opened = [][]byte{}, nil
			return fault.Malformed
		},
		"the items are gone": func(q *audit.Query) fault.Code {
			q.Asked.Items, q.Reply.Items = nil, nil
			return ""
		},
		"the signature is another": func(q *audit.Query) fault.Code {
			q.Asked.Signature = strings.Repeat("A", 86)
			return fault.BadSignature
		},
		"an opening shows something else": func(q *audit.Query) fault.Code {
			q.Opened[0].Index++
			return audit.LeafMissing
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := world(t, 37)
			f.ask(synth.Question("X1"), nil)
			f.settle(time.Minute)
			home, _ := f.both()
			code := tamper(&home.Queries[0])
			r := f.replay(home)
			if code == "" {
				f.clean(r)
				return
			}
			if len(r.Findings) != 1 || r.Findings[0].Code != code {
				t.Fatalf("%v, expected %s", r.Findings, code)
			}
		})
	}
}
