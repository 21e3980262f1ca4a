package casework

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// texts are those of the stories about an amendment, compiled anew with changes: pairs of what stands there and what is to.
func texts(t *testing.T, first, second []string) (one, two *agreement.Model) {
	t.Helper()
	read := func(file string, change []string) *agreement.Model {
		b, err := os.ReadFile("../e2e/scenarios/texts/" + file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(b)
		for i := 0; i < len(change); i += 2 {
			if !strings.Contains(text, change[i]) {
				t.Fatalf("%s has no %q", file, change[i])
			}
			text = strings.Replace(text, change[i], change[i+1], 1)
		}
		m, fs := agreement.Compile(file, []byte(text))
		if m == nil {
			t.Fatal(fs)
		}
		return m
	}
	return read("records-1.md", first), read("records-2.md", second)
}

// askedAt is a request that was made at an instant.
func askedAt(t *testing.T, m *agreement.Model, at time.Time) *Case {
	t.Helper()
	c, err := Open(m, "case", "request", map[agreement.SideID]agreement.PartyID{"asking": arland, "asked": belmark}, Move{
		Step: "ask", Side: "asking", Party: arland, Role: "prosecutor", Person: "p", Received: at,
		Gives: fields("record", "pages"), Values: map[agreement.FieldID]any{"record": "r", "pages": 100.0},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func judges(step agreement.StepID, at time.Time, gives ...agreement.FieldID) Move {
	mv := Move{Step: step, Side: "asked", Party: belmark, Role: "judge", Person: "j", Received: at, Gives: gives, Values: map[agreement.FieldID]any{}}
	for _, f := range gives {
		mv.Values[f] = "x"
	}
	return mv
}

func clocksOf(c *Case) string {
	var out []string
	for _, r := range c.Clocks {
		out = append(out, fmt.Sprintf("%s %s %s", r.Clock, r.Status, r.Due.Sub(c.Moved)))
	}
	return strings.Join(out, ", ")
}

var turnOfYear = instant("2026-12-31T23:00:00Z")

// The ends of clocks after a move, counted from it.
func TestClocksMove(t *testing.T) {
	const decision = "within  = \"P20D\""
	for name, x := range map[string]struct {
		first, second []string
		asked         time.Duration // before the move
		paused        time.Duration // from so long before the move on; 0: never
		want          string
	}{
		"a shorter time, from when it began":           {asked: 240 * time.Hour, want: "decision runs 240h0m0s, receipt runs 120h0m0s"},
		"a shorter time that is over: the old end":     {asked: 25 * 24 * time.Hour, want: "decision runs 120h0m0s, receipt runs 120h0m0s"},
		"a shorter time that is over: from the move":   {second: []string{decision, "within  = \"P3D\""}, asked: 10 * 24 * time.Hour, want: "decision runs 72h0m0s, receipt runs 120h0m0s"},
		"a time that ends with the move":               {asked: 20 * 24 * time.Hour, want: "decision runs 240h0m0s, receipt runs 120h0m0s"},
		"a longer time":                                {second: []string{decision, "within  = \"P60D\""}, asked: 240 * time.Hour, want: "decision runs 1200h0m0s, receipt runs 120h0m0s"},
		"another name: one ends and another begins":    {second: []string{"clock \"decision\"", "clock \"ruling\"", "pauses = [clock.decision]", "pauses = [clock.ruling]", "resumes = [clock.decision]", "resumes = [clock.ruling]"}, asked: 240 * time.Hour, want: "receipt runs 120h0m0s, ruling runs 480h0m0s"},
		"one that no longer runs in the state":         {second: []string{"starts  = entering(\"received\", \"confirmed\")", "starts  = entering(\"confirmed\")"}, asked: 240 * time.Hour, want: "decision stopped 480h0m0s, receipt runs 120h0m0s"},
		"a pause goes on":                              {asked: 240 * time.Hour, paused: 24 * time.Hour, want: "decision runs 240h0m0s, receipt runs 120h0m0s"},
		"a pause that nothing could end ends":          {second: []string{"    resumes = [clock.decision]\n", "", "    pauses = [clock.decision]\n", "", "    max     = \"P20D\"\n", ""}, asked: 240 * time.Hour, paused: 24 * time.Hour, want: "decision runs 264h0m0s, receipt runs 120h0m0s"},
		"working days, by the calendar of the new one": {second: []string{decision, "within  = \"20 working days\""}, asked: 240 * time.Hour, want: "decision runs 432h0m0s, receipt runs 120h0m0s"},
	} {
		t.Run(name, func(t *testing.T) {
			one, two := texts(t, x.first, x.second)
			c := askedAt(t, one, turnOfYear.Add(-x.asked))
			if x.paused != 0 {
				var err error
				if c, err = c.Take(judges("enquire", turnOfYear.Add(-x.paused), "question")); err != nil {
					t.Fatal(err)
				}
			}
			n, err := c.Move(two, turnOfYear)
			if err != nil {
				t.Fatal(err)
			}
			if got := clocksOf(n); got != x.want {
				t.Errorf("%s, want %s", got, x.want)
			}
			if c.Model != one || c.State != "asked" || n.State != "received" || n.Before != c || len(c.Taken) != len(n.Taken) || n.Taken[0].To != "received" || c.Taken[0].To != "asked" {
				t.Error("the case before changed, or the new one is not its like")
			}
		})
	}
}

// A pause that went on over the move is added to the new time when it ends.
func TestPauseOverAMove(t *testing.T) {
	one, two := texts(t, nil, nil)
	c := askedAt(t, one, turnOfYear.Add(-240*time.Hour))
	c, err := c.Take(judges("enquire", turnOfYear.Add(-24*time.Hour), "question"))
	if err == nil {
		c, err = c.Move(two, turnOfYear)
	}
	if err == nil {
		c, err = c.Take(Move{Step: "answer", Side: "asking", Party: arland, Role: "prosecutor", Person: "p", Received: turnOfYear.Add(48 * time.Hour)})
	}
	if err != nil {
		t.Fatal(err)
	}
	if got := clocksOf(c); got != "decision runs 312h0m0s, receipt runs 120h0m0s" {
		t.Error(got)
	}
}

// What keeps a case from moving.
func TestCasesThatDoNotMove(t *testing.T) {
	one, two := texts(t, nil, nil)
	at := turnOfYear
	open := askedAt(t, one, at.Add(-240*time.Hour))
	over, err := open.Take(judges("grant", at.Add(-time.Hour)))
	if err != nil {
		t.Fatal(err)
	}
	late := askedAt(t, one, at.Add(-31*24*time.Hour))
	change := func(pairs ...string) *agreement.Model { _, m := texts(t, nil, pairs); return m }
	for name, x := range map[string]struct {
		c    *Case
		to   *agreement.Model
		code fault.Code
	}{
		"a silence that is not recorded":  {late, two, fault.Conflict},
		"one that is over":                {over, two, fault.Conflict},
		"to a text that amends another":   {open, change("    version = \"1\"", "    version = \"0\""), fault.Conflict},
		"to its own text":                 {open, one, fault.Conflict},
		"to a text that leaves it behind": {open, change("states = { \"asked\" = \"received\" }", "cases = \"stay\""), fault.Conflict},
		"to a text without its state":     {open, change("      states = { \"asked\" = \"received\" }\n", "      states = { \"filed\" = \"received\" }\n"), fault.WrongState},
		"to a text with another home":     {open, change("home   = side.asked", "home   = side.asking"), fault.SideUnbound},
		"to a text without its field":     {open, change("field \"record\"", "field \"file\"", "gives = [\"record\", \"pages\"]", "gives = [\"file\", \"pages\"]", "fields  = [\"record\", \"pages\"]", "fields  = [\"file\", \"pages\"]"), fault.FieldUnknown},
	} {
		if n, err := x.c.Move(x.to, at); fault.CodeOf(err) != x.code || n != nil {
			t.Errorf("%s: %v, want %s", name, err, x.code)
		}
	}
	if err := open.Fits(two); err != nil {
		t.Error(err)
	}
	if err := open.Fits(one); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("its own text, which amends nothing: %v", err)
	}
	if _, ok := open.MovesAt(two, open.Opened); ok {
		t.Error("a case moves that was opened when the text was in force")
	}
}

// Carried makes every move that is due, once, in the order in which the texts came into force, and waits for silences.
func TestCarried(t *testing.T) {
	one, two := texts(t, nil, nil)
	_, three := texts(t, nil, []string{"version    = \"2\"", "version    = \"3\"", "    version = \"1\"", "    version = \"2\"", "states = { \"asked\" = \"received\" }", "states = { \"received\" = \"received\" }"})
	later := []Successor{{three, turnOfYear.Add(-time.Hour)}, {two, turnOfYear}} // the third was in force before the second
	c := askedAt(t, one, turnOfYear.Add(-240*time.Hour))
	if n := c.Carried(turnOfYear.Add(-1), later); n != c || !c.NextMove(later).Equal(turnOfYear) {
		t.Errorf("it moves at %s", c.NextMove(later))
	}
	n := c.Carried(turnOfYear, later)
	if n.Model != three || !n.Moved.Equal(turnOfYear) || n.Before.Model != two || n.Before.Before != c || n.Carried(turnOfYear.AddDate(1, 0, 0), later) != n {
		t.Errorf("it is under version %s since %s", n.Model.Version, n.Moved)
	}
	waits := askedAt(t, one, turnOfYear.Add(-31*24*time.Hour))
	if waits.Carried(turnOfYear.Add(time.Hour), later) != waits {
		t.Error("it moves before the silence is recorded")
	}
	lapsed, err := waits.Lapse(waits.Due(turnOfYear)[0])
	if err != nil || lapsed.Carried(turnOfYear.Add(time.Hour), later) != lapsed || !lapsed.NextMove(later).IsZero() {
		t.Errorf("a case that is over moves: %v", err)
	}
	// What home took after the instant, not knowing, moves it after that.
	taken, err := c.Take(judges("enquire", turnOfYear.Add(time.Hour), "question"))
	if err != nil || !taken.NextMove(later).Equal(turnOfYear.Add(time.Hour)) {
		t.Errorf("it moves at %s (%v)", taken.NextMove(later), err)
	}
	if got := InForceFrom(two, turnOfYear.Add(-time.Hour)); !got.Equal(turnOfYear) {
		t.Errorf("in force from %s", got)
	}
	if got := InForceFrom(two, turnOfYear.Add(time.Hour)); !got.Equal(turnOfYear.Add(time.Hour)) {
		t.Errorf("signed late, in force from %s", got)
	}
}

// After the move the history is judged by both texts: who acted before is remembered, and what was done keeps its meaning.
func TestHistoryOfAMovedCase(t *testing.T) {
	one, two := texts(t, nil, []string{"    from = [\"received\", \"confirmed\"]\n    to   = \"granted\"", "    from       = [\"received\", \"confirmed\"]\n    other_than = step.enquire\n    to   = \"granted\""})
	c := askedAt(t, one, turnOfYear.Add(-240*time.Hour))
	c, err := c.Take(judges("enquire", turnOfYear.Add(-time.Hour), "question"))
	if err == nil {
		c, err = c.Move(two, turnOfYear)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Take(judges("grant", turnOfYear.Add(time.Hour))); fault.CodeOf(err) != fault.SamePerson {
		t.Errorf("four eyes: %v", err)
	}
	mv := judges("grant", turnOfYear.Add(time.Hour))
	mv.Person, mv.Proved = "another", turnOfYear.Add(-time.Minute)
	n, err := c.Take(mv)
	if err != nil || !n.Taken[2].At.Equal(turnOfYear) {
		t.Errorf("an act under the new text counts at %s, before the case was under it (%v)", n.Taken[2].At, err)
	}
	if err := c.Sees(Actor{Party: secretariat, Role: "registrar"}, "pages", turnOfYear); err != nil {
		t.Errorf("the new text opens the field: %v", err)
	}
	if err := c.Before.Sees(Actor{Party: secretariat, Role: "registrar"}, "pages", turnOfYear); fault.CodeOf(err) != fault.NotShared {
		t.Errorf("the old one did not: %v", err)
	}
	if !slices.Contains(c.Entitled(secretariat, turnOfYear), "pages") {
		t.Error("and its node may have it")
	}
	end, ok := n.keepEnds()
	if !ok || !end.Equal(turnOfYear.AddDate(1, 0, 0)) {
		t.Errorf("kept until %s", end)
	}
}

// A duty to tell that the new text adds begins with it, and one that it shortens leaves time to fulfil it.
func TestDutiesMove(t *testing.T) {
	notice := func(within string) string {
		return "  keep {\n    for   = \"P1Y\"\n    after = [\"granted\", \"refused\", \"lapsed\"]\n  }\n\n  notify \"the archive\" {\n    within = \"" + within + "\"\n    after  = [%s]\n  }\n"
	}
	const keep = "  keep {\n    for   = \"P1Y\"\n    after = [\"granted\", \"refused\", \"lapsed\"]\n  }\n"
	was, is := fmt.Sprintf(notice("P12D"), `"asked"`), fmt.Sprintf(notice("P4D"), `"received"`)
	for name, x := range map[string]struct {
		first, second []string
		since, due    time.Duration
	}{
		"new":     {nil, []string{keep, is}, 0, 96 * time.Hour},
		"shorter": {[]string{keep, was}, []string{keep, is}, -240 * time.Hour, 48 * time.Hour},
		"longer":  {[]string{keep, is[:strings.Index(is, "after  = [")] + "after  = [\"asked\"]\n  }\n"}, []string{keep, fmt.Sprintf(notice("P12D"), `"received"`)}, -240 * time.Hour, -144 * time.Hour},
	} {
		one, two := texts(t, x.first, x.second)
		c, err := askedAt(t, one, turnOfYear.Add(-240*time.Hour)).Move(two, turnOfYear)
		if err != nil {
			t.Fatal(err)
		}
		d := c.Notices()
		if len(d) != 1 || d[0].Since.Sub(turnOfYear) != x.since || d[0].Due.Sub(turnOfYear) != x.due {
			t.Errorf("%s: %+v", name, d)
		}
	}
}
