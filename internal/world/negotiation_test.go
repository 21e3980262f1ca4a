package world

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

var trio = []agreement.PartyID{"arland", "belmark", "secretariat"}

const (
	eightDays = `within  = "P8D"`
	tenDays   = `within  = "P10D"`
)

// ownLine is what a party keeps to itself: a name, the condition and the words.
var ownLine = struct{ name, condition, words string }{
	"holiday-courts", `draft.procedures.all(p, p.id != "assistance" || p.clocks.all(c, c.id != "decision" || period_days(c.within) >= 9))`,
	"our courts are closed for eight days at a time",
}

// toSignature lets the three negotiate the excerpt, with a number in brackets and a comment, until it is in force.
func (r *round) toSignature() string {
	r.t.Helper()
	id := r.open("arland", r.text, "belmark", "secretariat")
	for _, p := range trio {
		r.say(p, id, node.DraftMove{Kind: seal.DispatchAgree, Articles: []agreement.Article{negotiation.Frame, "1", "8", "9"}})
		r.level(id, trio...)
	}
	r.say("belmark", id, node.DraftMove{Kind: seal.DispatchBracket, Article: "7", From: eightDays, To: tenDays})
	r.level(id, trio...)
	v := r.view("secretariat", id)
	if got := v.Bracketed["7"]; statusOf(v, "7") != negotiation.StatusBracketed || !strings.Contains(got, "[Arland: "+eightDays+"] [Belmark: "+tenDays+"]") {
		r.t.Errorf("%s", got)
	}
	r.say("secretariat", id, node.DraftMove{Kind: seal.DispatchComment, Article: "7", From: "within eight days", Words: "The prose says so too."})
	r.level(id, trio...)
	r.say("arland", id, node.DraftMove{Kind: seal.DispatchAccept, Bracket: negotiation.Short(v.Brackets[0].Dispatch)})
	r.level(id, trio...)
	for _, p := range trio {
		r.say(p, id, node.DraftMove{Kind: seal.DispatchAgree})
		r.level(id, trio...)
	}
	for _, p := range trio {
		r.sign(p, id)
		r.await("the signature of "+string(p), id, func(v *node.NegotiationView) bool { return slices.Contains(v.Signed, p) }, trio...)
	}
	r.await("concluded", id, func(v *node.NegotiationView) bool { return v.Concluded == v.Current.Hash }, trio...)
	for _, p := range trio {
		if err := Await(context.Background(), 30*time.Second, func() (bool, error) {
			a, err := r.seats[p].Node.Agreement(context.Background(), "northgate")
			return err == nil && a.InForce && string(a.Text) == exchange(r.t, r.text, eightDays, tenDays), err
		}); err != nil {
			r.t.Fatalf("%s: %v", p, err)
		}
	}
	return id
}

// The excerpt of the language's description goes from a draft to signature, and one side's red line is nowhere but at home.
func TestTheExcerptIsNegotiated(t *testing.T) {
	r := newRound(t, trio...)
	r.meet()
	b := r.seats["belmark"]
	if err := b.Node.AddRedLine(t.Context(), b.who, ownLine.name, ownLine.condition, ownLine.words); err != nil {
		t.Fatal(err)
	}
	id := r.toSignature()

	// The red line was held against every version as it arrived: crossed by the first, held by the second.
	outcomes := map[negotiation.Outcome]int{}
	v := r.view("belmark", id)
	for _, l := range v.RedLines {
		outcomes[l.Outcome]++
	}
	if outcomes[negotiation.Holds] != 1 {
		t.Errorf("the last version: %+v", v.RedLines)
	}
	if got := r.view("arland", id); len(got.RedLines) != 0 {
		t.Errorf("arland sees %+v", got.RedLines)
	}

	var places []struct {
		where string
		bytes []byte
	}
	look := func(where string, b []byte) {
		places = append(places, struct {
			where string
			bytes []byte
		}{where, b})
	}
	r.mu.Lock()
	heard := 0
	for i, x := range r.wire {
		look(fmt.Sprintf("letter %d from %s to %s", i, x.from, x.to), append(slices.Clone(x.bytes), x.err...))
		if bytes.Contains(x.bytes, []byte("kind \\\"decision\\\"")) || bytes.Contains(x.bytes, []byte(`"kind":"bracket"`)) {
			heard++
		}
	}
	r.mu.Unlock()
	if heard == 0 {
		t.Fatal("the record of the wire shows nothing of the negotiation: it proves nothing")
	}
	for _, p := range trio {
		var out bytes.Buffer
		if err := r.seats[p].Node.Evidence(t.Context(), "northgate", &out); err != nil {
			t.Fatal(err)
		}
		report, err := audit.Replay(t.Context(), []audit.Input{{Name: string(p), From: bytes.NewReader(out.Bytes())}}, audit.Options{})
		if err != nil || len(report.Findings) > 0 {
			t.Errorf("the audit of %s: %+v, %v", p, report.Findings, err)
		}
		look("the evidence of "+string(p), out.Bytes())
		if err := r.seats[p].Node.Dispatches(t.Context(), r.seats[p].who, id, func(b []byte) error { look("a dispatch at "+string(p), b); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range trio {
		r.stop(p)
	}
	look("the database of arland", r.database("arland"))
	look("the database of the secretariat", r.database("secretariat"))
	for _, needle := range []string{ownLine.name, ownLine.words, "holiday", "closed for eight", "period_days", "courts are"} {
		for _, x := range places {
			if bytes.Contains(x.bytes, []byte(needle)) {
				t.Errorf("%q is in %s", needle, x.where)
			}
		}
		if !bytes.Contains(r.database("belmark"), []byte(needle)) {
			t.Errorf("%q is not in its own database either: the search finds nothing", needle)
		}
	}
}

// Nobody can tell from what a node sends whether its red line was crossed, or whether it has one.
func TestARedLineChangesNothingOnTheWire(t *testing.T) {
	trace := func(condition string) []string {
		r := newRound(t, trio...)
		r.meet()
		if condition != "" {
			b := r.seats["belmark"]
			if err := b.Node.AddRedLine(t.Context(), b.who, "line", condition, ""); err != nil {
				t.Fatal(err)
			}
		}
		id := r.open("arland", r.text, "belmark", "secretariat")
		if condition != "" {
			r.await("the check", id, func(v *node.NegotiationView) bool { return len(v.RedLines) == 1 }, "belmark")
		}
		r.say("secretariat", id, words(seal.DispatchComment, "a word"))
		r.level(id, trio...)
		r.mu.Lock()
		defer r.mu.Unlock()
		var out []string
		for _, x := range r.wire {
			if x.from != "belmark" && x.to != "belmark" {
				continue
			}
			l, err := seal.DecodeLetter(x.bytes)
			if err != nil {
				t.Fatal(err)
			}
			line := fmt.Sprint(x.from, " to ", x.to, " ", l.Envelope.Kind, " ", len(l.Items), " ", x.err)
			for _, item := range l.Items {
				if a, err := seal.DecodeAck(item); err == nil {
					line += " ack " + a.Code + a.Message
				} else if d, err := seal.DecodeSignedDispatch(item); err == nil {
					line += " " + d.Dispatch.Kind + " of " + d.Dispatch.Party
				}
			}
			out = append(out, line)
		}
		slices.Sort(out)
		return out
	}
	none, held, crossed := trace(""), trace("draft.parties.size() == 3"), trace("draft.parties.size() == 4")
	if len(none) < 4 || !slices.Equal(none, held) || !slices.Equal(held, crossed) {
		t.Errorf("without one:\n%s\nheld:\n%s\ncrossed:\n%s", strings.Join(none, "\n"), strings.Join(held, "\n"), strings.Join(crossed, "\n"))
	}
}
