package casework

import (
	"fmt"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// silent is a procedure with one clock of ten days on the state waiting: done ends the wait, note leaves
// it as it is, leave goes elsewhere, and resume leads out of wherever silence led.
func silent(cl agreement.Clock) *agreement.Model {
	m := frame()
	officer := []agreement.Actor{by(asked, "officer")}
	cl.ID, cl.Article, cl.Starts, cl.Within = "reply", "7", states("waiting"), period("P10D")
	cl.Owed = officer
	m.Procedures = []agreement.Procedure{{
		ID: "reply", Article: "7", Title: "Reply", Record: "file", Home: asked,
		Sides: []agreement.Side{{ID: asking, Any: []agreement.PartyID{arland}}, {ID: asked, Any: []agreement.PartyID{belmark}}},
		States: []agreement.State{
			{ID: "waiting"}, {ID: "done"}, {ID: "away"}, {ID: "after"}, {ID: "end", Final: true},
		},
		Steps: []agreement.Step{
			{ID: "open", Article: "7", By: []agreement.Actor{by(asking, "officer")}, To: "waiting", Gives: fields("facts", "evidence")},
			{ID: "done", Article: "7", By: officer, From: states("waiting", "after"), To: "done"},
			{ID: "note", Article: "7", By: officer, From: states("waiting", "after", "done"), Gives: fields("note")},
			{ID: "leave", Article: "7", By: officer, From: states("waiting", "after"), To: "away"},
			{ID: "back", Article: "7", By: officer, From: states("done", "away", "after"), To: "waiting"},
			{ID: "finish", Article: "7", By: officer, From: states("done", "away"), To: "end"},
		},
		Clocks: []agreement.Clock{cl},
		Shares: []agreement.Share{{ID: "all", Article: "7", Fields: fields("facts", "evidence", "note"), With: []agreement.Actor{by("", "officer")}}},
	}}
	return m.Build()
}

var (
	tenDays = start.Add(10 * day)
	viewer  = Actor{Party: belmark, Role: "officer"}
)

func TestSilenceLapse(t *testing.T) {
	r := open(t, silent(agreement.Clock{Silence: agreement.SilenceLapse, To: "after"}), start)
	n := r.at(tenDays.Add(time.Hour)).in("after")
	if !n.Entered["after"].Equal(tenDays) || n.clock("reply").Status != StatusLapsed {
		t.Errorf("%v %+v", n.Entered, n.Clocks)
	}
	n.do("done", tenDays.Add(day)).in("done")
	r = open(t, silent(agreement.Clock{Silence: agreement.SilenceLapse}), start)
	n = r.at(tenDays.Add(time.Hour)).in("waiting")
	if !n.Over() || !n.Closed.Equal(tenDays) || !n.Next().IsZero() {
		t.Errorf("not closed: %+v", n.Case)
	}
	n.refuses(fault.ClockLapsed, "done", tenDays.Add(day))
	// Final at once: whatever is proved comes too late afterwards.
	n.refuses(fault.ClockLapsed, "done", tenDays.Add(day), proved(tenDays))
}

func TestSilenceLapseKeepsWhatProtects(t *testing.T) {
	m := silent(agreement.Clock{Silence: agreement.SilenceLapse})
	p := &m.Procedures[0]
	p.Clocks = append(p.Clocks,
		agreement.Clock{ID: "destroy", Article: "7", Starts: states("waiting"), Within: period("P20D"), Silence: agreement.SilenceErase, Erases: fields("evidence"), Grace: period("P1D")},
		agreement.Clock{ID: "default", Article: "7", Starts: states("waiting"), Within: period("P20D"), Silence: agreement.SilenceProceed, Takes: "done"})
	n := open(t, m, start).at(start.Add(30 * day)).in("waiting")
	if n.Erased["evidence"].IsZero() || n.clock("default").Status != StatusStopped {
		t.Errorf("%v %+v", n.Erased, n.Clocks)
	}
}

func TestSilenceProceed(t *testing.T) {
	cl := agreement.Clock{Silence: agreement.SilenceProceed, Takes: "done"}
	n := open(t, silent(cl), start).at(tenDays.Add(micro)).in("done")
	if last := n.Taken[1]; last.Clock != "reply" || last.Step != "" || last.Takes != "done" || last.Person != "" || !last.At.Equal(tenDays) {
		t.Errorf("recorded as %+v", last)
	}
	n.do("finish", tenDays.Add(day)).in("end")
	// The step must be possible where the case stands: with stops of its own a clock can outlive its state.
	cl.Stops = states("end")
	n = open(t, silent(cl), start).do("leave", start.Add(day)).at(tenDays.Add(day)).in("away")
	if n.clock("reply").Status != StatusLapsed || len(n.Taken) != 3 {
		t.Errorf("%+v", n.Clocks)
	}
	// What the step does to other clocks, it does by default as well.
	m := silent(agreement.Clock{Silence: agreement.SilenceProceed, Takes: "done"})
	p := &m.Procedures[0]
	p.Step("done").Pauses = []agreement.ClockID{"other"}
	p.Clocks = append(p.Clocks, agreement.Clock{ID: "other", Article: "7", Starts: states("waiting"), Stops: states("end"), Within: period("P20D"), Silence: agreement.SilenceRemain})
	if got := open(t, m, start).at(tenDays.Add(day)).clock("other"); !got.Paused.Equal(tenDays) {
		t.Errorf("%+v", got)
	}
	// Silence does nothing under an article that has ended.
	m = silent(agreement.Clock{Silence: agreement.SilenceProceed, Takes: "done"})
	m.Procedures[0].Step("done").Article = "8"
	begin := instant("2026-06-25T12:00:00Z")
	open(t, m, begin).at(begin.Add(11 * day)).in("waiting")
}

func TestSilenceSuspend(t *testing.T) {
	r := open(t, silent(agreement.Clock{Silence: agreement.SilenceSuspend}), start)
	n := r.at(tenDays.Add(time.Hour)).in("waiting")
	n.refuses(fault.ClockLapsed, "note", tenDays.Add(day))
	n.do("note", tenDays.Add(day), proved(tenDays)) // done before
	d := n.do("done", tenDays.Add(day)).in("done").do("note", tenDays.Add(2*day))
	if got := d.clock("reply"); got.Status != StatusStopped || !got.Fired.Equal(tenDays) {
		t.Errorf("%+v", got)
	}
	// Only what stops the clock ends the suspension, where the clock says what does.
	m := silent(agreement.Clock{Silence: agreement.SilenceSuspend, Stops: states("done")})
	n = open(t, m, start).at(tenDays.Add(time.Hour))
	n.refuses(fault.ClockLapsed, "leave", tenDays.Add(day))
	n.do("done", tenDays.Add(day)).in("done")
	m = silent(agreement.Clock{Silence: agreement.SilenceSuspend, To: "after", Stops: states("done")})
	n = open(t, m, start).at(tenDays.Add(time.Hour)).in("after")
	n.refuses(fault.ClockLapsed, "leave", tenDays.Add(day))
	n.do("done", tenDays.Add(day)).in("done")
	// Where silence leads to a state of its own, that state is the suspension.
	open(t, silent(agreement.Clock{Silence: agreement.SilenceSuspend, To: "after"}), start).at(tenDays.Add(time.Hour)).
		in("after").do("leave", tenDays.Add(day)).in("away")
}

func TestSilenceExplain(t *testing.T) {
	r := open(t, silent(agreement.Clock{Silence: agreement.SilenceExplain, Extends: period("P5D")}), start)
	n := r.at(tenDays.Add(time.Hour)).in("waiting")
	if got := n.clock("reply"); got.Status != StatusRuns || !got.Extended || !got.Due.Equal(tenDays.Add(5*day)) || !got.Fired.Equal(tenDays) {
		t.Errorf("%+v", got)
	}
	n.do("done", tenDays.Add(5*day)).in("done")
	n = n.at(tenDays.Add(6 * day)).in("waiting")
	if got := n.clock("reply"); got.Status != StatusLapsed || !got.Fired.Equal(tenDays.Add(5*day)) || len(n.Taken) != 3 {
		t.Errorf("%+v %v", got, n.Taken)
	}
	if got := n.Due(tenDays.Add(100 * day)); len(got) != 0 {
		t.Errorf("due again: %v", got)
	}
	n.do("done", tenDays.Add(7*day)).in("done")
}

func TestSilenceRemain(t *testing.T) {
	r := open(t, fixture(), start)
	due := start.Add(8 * day)
	for at, want := range map[time.Duration]string{
		day: "", day + micro: "remind", 7 * day: "remind", 7*day + micro: "remind mediate",
	} {
		got := ""
		for _, d := range r.Ladders(due.Add(at)) {
			if got != "" {
				got += " "
			}
			got += d.Rung.ID
		}
		if got != want {
			t.Errorf("%s after the end: rungs %q, want %q", at, got, want)
		}
	}
	rungs := r.Ladders(due.Add(30 * day))
	if got := fmt.Sprint(rungs[0].Tells, rungs[1].Tells); got != "[{belmark judge }] [{secretariat clerk } {arland prosecutor }]" {
		t.Errorf("told: %s", got)
	}
	// The duty stays, and to fulfil it ends the ladder.
	n := r.at(due.Add(30*day)).do("authorise", due.Add(31*day)).in("authorised")
	if got := n.Ladders(due.Add(40 * day)); len(got) != 0 {
		t.Errorf("rungs go on: %v", got)
	}
}

func TestSilenceRestrict(t *testing.T) {
	cl := agreement.Clock{Silence: agreement.SilenceRestrict, Erases: fields("evidence")}
	r := open(t, silent(cl), start)
	seen := func(r run, at time.Time) fault.Code { return fault.CodeOf(r.Sees(viewer, "evidence", at)) }
	if seen(r, tenDays) != "" || seen(r, tenDays.Add(micro)) != fault.Sealed {
		t.Error("restricted at the wrong instant")
	}
	n := r.at(tenDays.Add(day)).in("waiting")
	if n.Values["evidence"] == nil || seen(n, tenDays.Add(day)) != fault.Sealed || n.Sees(viewer, "facts", tenDays.Add(day)) != nil {
		t.Error("must be kept, and only what is named restricted")
	}
	if d := n.do("done", tenDays.Add(2*day)); seen(d, tenDays.Add(3*day)) != "" {
		t.Error("what was owed is done, and still restricted")
	}
	// Only what stops the clock lifts the restriction, also where silence led elsewhere and the clock ran again.
	cl.To, cl.Stops = "after", states("done")
	n = open(t, silent(cl), start).at(tenDays.Add(day)).in("after")
	again := n.do("back", tenDays.Add(2*day)).do("leave", tenDays.Add(3*day))
	if seen(again, tenDays.Add(4*day)) != fault.Sealed {
		t.Error("lifted by leaving")
	}
	if d := n.do("done", tenDays.Add(2*day)); seen(d, tenDays.Add(3*day)) != "" {
		t.Error("not lifted")
	}
	// Where silence led away and nothing is said about what lifts it, nothing does.
	cl.Stops = nil
	n = open(t, silent(cl), start).at(tenDays.Add(day)).in("after").do("back", tenDays.Add(2*day)).do("done", tenDays.Add(3*day))
	if seen(n, tenDays.Add(4*day)) != fault.Sealed {
		t.Error("lifted by coming back")
	}
}

func TestSilenceErase(t *testing.T) {
	cl := agreement.Clock{Silence: agreement.SilenceErase, Erases: fields("evidence", "note"), Grace: period("P1D")}
	r := open(t, silent(cl), start)
	n := r.at(tenDays.Add(2 * day)).in("waiting")
	if fmt.Sprint(n.Taken[2].Erases) != "[evidence]" {
		t.Errorf("erased %v, and note was never given", n.Taken[2].Erases)
	}
	if fault.CodeOf(n.Sees(viewer, "evidence", tenDays.Add(2*day))) != fault.Erased {
		t.Error("not erased")
	}
	// What is given afterwards is another value.
	m := n.do("note", tenDays.Add(3*day))
	if err := m.Sees(viewer, "note", tenDays.Add(3*day)); err != nil {
		t.Error(err)
	}
	// A step that does not end the wait is free while the field is sealed.
	s := r.at(tenDays.Add(time.Hour)).do("note", tenDays.Add(2*time.Hour))
	if fault.CodeOf(s.Sees(viewer, "note", tenDays.Add(3*time.Hour))) != fault.Sealed {
		t.Error("given into a sealed field, and open")
	}
	s.refuses(fault.ClockLapsed, "leave", tenDays.Add(3*time.Hour))
}

// Silences fall in the order of their instants, then of the text.
func TestDueInOrder(t *testing.T) {
	m := silent(agreement.Clock{Silence: agreement.SilenceRemain, Ladder: "late"})
	p := &m.Procedures[0]
	for i, within := range []string{"P10D", "P9D"} {
		p.Clocks = append(p.Clocks, agreement.Clock{ID: agreement.ClockID(fmt.Sprint("c", i)), Article: "7", Starts: states("waiting"), Within: period(within), Silence: agreement.SilenceRemain, Ladder: "late"})
	}
	r := open(t, m, start)
	got := ""
	for _, l := range r.Due(tenDays.Add(micro)) {
		got += string(l.Clock) + " "
	}
	if got != "c1 reply c0 " {
		t.Errorf("in the order %s", got)
	}
	if _, err := r.Lapse(Lapse{Clock: "reply", Phase: PhaseFinal, At: tenDays}); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("out of order: %v", err)
	}
}

// An act that was done before a paused time ran out counts within the grace after its latest end, whether
// the sealing has been recorded by then or not.
func TestSilenceErasePaused(t *testing.T) {
	m := silent(agreement.Clock{Silence: agreement.SilenceErase, Erases: fields("evidence"), Grace: period("P1D"), To: "after", Max: period("P5D")})
	m.Procedures[0].Step("note").Pauses = []agreement.ClockID{"reply"}
	r := open(t, m.Build(), start).do("note", start.Add(day))
	latest := tenDays.Add(5 * day)
	late := r.move("done", latest.Add(2*time.Hour))
	late.Proved = latest.Add(-time.Hour)
	for name, c := range map[string]*Case{"unrecorded": r.Case, "recorded": r.Settled(late.Received)} {
		if n, err := c.Take(late); err != nil || n.State != "done" {
			t.Errorf("%s: %v", name, err)
		}
	}
	late.Received = latest.Add(day + time.Hour)
	_, err := r.Take(late)
	refuses(t, err, fault.ClockLapsed, "7")
}
