package casework

import (
	"fmt"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

func owed(list []Erasure) string {
	s := ""
	for _, e := range list {
		s += fmt.Sprint(e.Clock, e.Fields, e.All, " ")
	}
	return s
}

// attest lets a party say that it destroyed the first thing that it owes.
func (r run) attest(p agreement.PartyID, at time.Time) run {
	r.t.Helper()
	e := r.ErasuresOf(p, at)
	if len(e) == 0 {
		r.t.Fatalf("%s owes nothing", p)
	}
	a := Attestation{Party: p, All: e[0].All, Received: at, Signer: "x"}
	if !e[0].All {
		a.Fields = e[0].Fields
	}
	n, err := r.Attest(a)
	if err != nil {
		r.t.Fatal(err)
	}
	return run{r.t, n}
}

func TestErasuresOfAClock(t *testing.T) {
	begun := start.Add(time.Hour)
	gone := begun.Add(72 * time.Hour)
	r := open(t, fixture(), start).do("act-at-once", begun)
	if got := r.Erasures(gone); len(got) != 0 {
		t.Errorf("owed in the grace: %s", owed(got))
	}
	// Whether home has recorded the silence or not.
	for _, c := range []run{r, r.at(gone.Add(-time.Hour)), r.at(gone.Add(micro))} {
		got := c.Erasures(gone.Add(micro))
		if owed(got) != "review[evidence] false " || !got[0].Due.Equal(gone) || got[0].Article != "7" {
			t.Errorf("owed %+v", got)
		}
	}
	n := r.at(gone.Add(micro)).attest(arland, gone.Add(time.Minute))
	if got := owed(n.ErasuresOf(arland, gone.Add(day))); got != "" {
		t.Errorf("arland still owes %s", got)
	}
	if owed(n.Erasures(gone.Add(day))) == "" || owed(n.ErasuresOf(belmark, gone.Add(day))) == "" {
		t.Error("belmark owes nothing")
	}
	n = n.attest(belmark, gone.Add(time.Hour)).attest(secretariat, gone.Add(time.Hour))
	if got := owed(n.Erasures(gone.Add(day))); got != "" {
		t.Errorf("still owed: %s", got)
	}
	if n.Number != 7 || n.Taken[5].Phase != PhaseErased || n.Taken[5].Party != belmark || n.State != "not-upheld" {
		t.Errorf("%d %+v", n.Number, n.Taken)
	}
}

// What is obtained and destroyed a second time is owed a second time.
func TestErasuresAreOwedEachTime(t *testing.T) {
	m := silent(agreement.Clock{Silence: agreement.SilenceErase, Erases: fields("note"), Grace: period("P1D"), To: "after"})
	r := open(t, m, start).do("note", start.Add(day)).at(start.Add(12 * day)).in("after")
	first := r.Taken[len(r.Taken)-1].At
	r = r.attest(arland, start.Add(12*day)).do("back", start.Add(13*day)).do("note", start.Add(14*day)).at(start.Add(30 * day)).in("after")
	if got := owed(r.ErasuresOf(arland, start.Add(30*day))); got != "reply[note] false " {
		t.Errorf("arland owes %s", got)
	}
	if got := owed(r.ErasuresOf(belmark, start.Add(30*day))); got != "reply[note] false reply[note] false " {
		t.Errorf("belmark owes %s", got)
	}
	// Asked about an earlier instant, what came later is not owed yet.
	if got := owed(r.ErasuresOf(belmark, first)); got != "" {
		t.Errorf("owed at the end of the grace: %s", got)
	}
	if got := owed(r.ErasuresOf(belmark, start.Add(20*day))); got != "reply[note] false " {
		t.Errorf("owed before the second time: %s", got)
	}
}

func TestErasuresAfterTheKeepingTime(t *testing.T) {
	begun := start.Add(time.Hour)
	r := open(t, fixture(), start).do("authorise", begun).do("execute", begun.Add(time.Hour))
	end := instant("2027-04-13T14:00:00Z")
	if got := r.Erasures(end); len(got) != 0 {
		t.Errorf("owed too early: %s", owed(got))
	}
	if next := r.Next(); !next.Equal(end.Add(micro)) {
		t.Errorf("next %s", next)
	}
	got := r.Erasures(end.Add(micro))
	if owed(got) != "[assessment_proportionality evidence facts reasons urgency] true " || !got[0].Due.Equal(end) {
		t.Errorf("owed %+v", got)
	}
	a := r.attest(arland, end.Add(day))
	if !a.NextOf(arland).IsZero() || a.NextOf(belmark).IsZero() || a.Next().IsZero() {
		t.Errorf("next of arland %s, belmark %s, all %s", a.NextOf(arland), a.NextOf(belmark), a.Next())
	}
	b := a.attest(belmark, end.Add(day)).attest(secretariat, end.Add(day))
	if len(b.Values) != 0 || len(b.Erased) != 5 || !b.Next().IsZero() || len(b.Erasures(end.Add(2*day))) != 0 {
		t.Errorf("values %v, next %s", b.Values, b.Next())
	}
	if len(r.Values) == 0 {
		t.Error("the case before lost its values")
	}
}

// The keeping time counts from the last entry: work that is taken up again keeps its file.
func TestKeepCountsFromTheLastEntry(t *testing.T) {
	m := silent(agreement.Clock{Silence: agreement.SilenceLapse, To: "after"})
	p := &m.Procedures[0]
	p.Keep = &agreement.Keep{Article: "7", For: period("P30D"), After: states("away")}
	r := open(t, m, start).do("leave", start.Add(day)).do("back", start.Add(2*day)).do("leave", start.Add(3*day))
	if got := r.Erasures(start.Add(33 * day)); len(got) != 0 {
		t.Errorf("owed %s", owed(got))
	}
	if got := r.Erasures(start.Add(33*day + micro)); len(got) != 1 {
		t.Errorf("owed %s", owed(got))
	}
}

func TestAttestRefuses(t *testing.T) {
	begun := start.Add(time.Hour)
	r := open(t, fixture(), start).do("act-at-once", begun)
	late := begun.Add(100 * time.Hour)
	for _, x := range []struct {
		name string
		c    run
		a    Attestation
		code fault.Code
	}{
		{"a stranger", r.at(late), Attestation{Party: "elsewhere", Fields: fields("evidence"), Received: late}, fault.SideUnbound},
		{"not destroyed by anything", r.at(late), Attestation{Party: arland, Fields: fields("facts"), Received: late}, fault.Conflict},
		{"before the silence is final", r.at(begun.Add(50 * time.Hour)), Attestation{Party: arland, Fields: fields("evidence"), Received: begun.Add(50 * time.Hour)}, fault.Conflict},
		{"never given", r.at(late), Attestation{Party: arland, Fields: fields("question"), Received: late.AddDate(2, 0, 0)}, fault.Conflict},
		{"nothing", r.at(late), Attestation{Party: arland, Received: late}, fault.Invalid},
		{"the whole case too early", r.at(late), Attestation{Party: arland, All: true, Received: late}, fault.Conflict},
	} {
		if _, err := x.c.Attest(x.a); fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v, want %s", x.name, err, x.code)
		}
	}
}
