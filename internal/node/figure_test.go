package node_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/indicator"
	"github.com/entente-net/entente/internal/node"
)

// figures of a node once everything is counted.
func (s *staged) figures(t *testing.T, p agreement.PartyID) *node.Figures {
	t.Helper()
	f, err := s.Node(p).Figures(t.Context(), s.Agreement)
	if err != nil {
		t.Fatal(err)
	}
	if f.Behind != 0 {
		t.Fatalf("%d cases are behind", f.Behind)
	}
	return f
}

func clockOf(f *indicator.Tables, p agreement.ProcedureID, c agreement.ClockID) indicator.ClockSeries {
	for _, x := range f.Clocks {
		if x.Procedure == p && x.Clock == c {
			return x
		}
	}
	return indicator.ClockSeries{}
}

// The figures follow the acts, are told to the public in pools of enough alone, and a release of them never changes.
func TestFiguresAndTheirReleases(t *testing.T) {
	s := alone(t, nil)
	month := indicator.MonthOf(s.Now(), s.figures(t, "belmark").Model.Location())
	var ids []casework.CaseID
	for range 7 {
		ids = append(ids, s.requested(t))
	}
	p := s.figures(t, "belmark").Procedures
	if len(p) != 1 || p[0].Procedure.ID != "assistance" || p[0].Months[month].Opened != 7 {
		t.Fatalf("%+v", p)
	}
	clock := p[0].Procedure.Clocks[0].ID
	if k := p[0].Months[month].Clocks[clock]; k == nil || k.Running != 7 || k.Ended() != 0 {
		t.Fatalf("%s: %+v", clock, k)
	}
	if err := s.SetClock(t.Context(), s.Now().Add(26*time.Hour)); err != nil {
		t.Fatal(err)
	}
	answer := func(list []casework.CaseID) {
		for _, id := range list {
			if _, err := s.Node("belmark").Step(t.Context(), s.vantor, because(id, "authorise")); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Rest(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	answer(ids[:4])
	few := clockOf(s.figures(t, "belmark").Public(month), "assistance", clock)
	if few.All.Ended != 0 || !few.Rest || few.Running != -1 {
		t.Fatalf("four answers are told to the public: %+v", few)
	}
	whole := clockOf(s.Node("belmark").Seen(s.vantor, s.figures(t, "belmark"), month), "assistance", clock)
	if whole.All.Ended != 4 || whole.All.InTime != 4 || whole.Running != 3 || whole.All.Median != 26*60 {
		t.Fatalf("the judge sees %+v", whole)
	}
	nobody := &auth.Person{ID: "nobody", Party: "arland"}
	if other := clockOf(s.Node("arland").Seen(nobody, s.figures(t, "arland"), month), "assistance", clock); other.All.Ended != 0 {
		t.Fatalf("who has no part in it sees %+v", other)
	}
	answer(ids[4:6])
	if six := clockOf(s.figures(t, "belmark").Public(month), "assistance", clock); six.All.Ended != 6 || six.All.InTime != 6 {
		t.Fatalf("six answers: %+v", six)
	}
	s.release(t, month, clock)
}

func (s *staged) release(t *testing.T, month indicator.Month, clock agreement.ClockID) {
	t.Helper()
	n, m := s.Node("belmark"), s.figures(t, "belmark").Model
	if err := s.SetClock(t.Context(), month.Next().Begins(m.Location()).Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if err := s.Rest(t.Context()); err != nil {
		t.Fatal(err)
	}
	if due, err := n.ReleaseDue(t.Context(), m.ID); err != nil || !due {
		t.Fatalf("due: %t, %v", due, err)
	}
	first, err := n.Publish(t.Context(), m.ID, 0, "")
	if err != nil {
		t.Fatal(err)
	}
	if k := clockOf(&first.Tables, "assistance", clock); first.Number != 1 || first.Until != month || k.All.Ended != 7 || k.All.InTime != 6 {
		t.Fatalf("%d, until %s: %+v", first.Number, first.Until, k) // the seventh ran out meanwhile
	}
	if due, err := n.ReleaseDue(t.Context(), m.ID); err != nil || due {
		t.Fatalf("due again: %t, %v", due, err)
	}
	for _, wrong := range []struct {
		corrects int
		note     string
	}{{2, "of one that is not there"}, {1, ""}, {0, "of none"}} {
		if _, err := n.Publish(t.Context(), m.ID, wrong.corrects, wrong.note); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%+v: %v", wrong, err)
		}
	}
	second, err := n.Publish(t.Context(), m.ID, 1, "One was counted twice.")
	if err != nil || second.Number != 2 || second.Corrects != 1 {
		t.Fatalf("%+v, %v", second, err)
	}
	list, err := n.Releases(t.Context(), m.ID)
	if err != nil || len(list) != 2 || !bytes.Equal(list[0].Body, first.Body) || list[0].Digest != first.Digest || bytes.Equal(list[1].Body, first.Body) {
		t.Fatalf("%d releases, %v", len(list), err)
	}
	log, err := n.Ledger(t.Context(), m.ID, 1000)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, e := range log.Entries {
		if e.Kind == "publication" && e.Ref == "release/northgate/1" {
			found++
		}
	}
	if found != 1 {
		t.Fatalf("the release stands %d times in the log", found)
	}
	if csv := string(first.CSV()); !bytes.Contains([]byte(csv), []byte("clock,")) || bytes.Count([]byte(csv), []byte("\n")) < 3 {
		t.Fatalf("%s", csv)
	}
}
