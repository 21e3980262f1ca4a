package casework

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

func TestSees(t *testing.T) {
	begun := start.Add(time.Hour)
	due := begun.Add(48 * time.Hour)
	requested := open(t, fixture(), start)
	measure := requested.do("act-at-once", begun)
	executed := requested.do("authorise", begun).do("execute", begun.Add(time.Hour))
	for _, x := range []struct {
		name  string
		c     run
		party agreement.PartyID
		role  agreement.RoleID
		field agreement.FieldID
		at    time.Time
		code  fault.Code
	}{
		{"the giver's role", requested, arland, "prosecutor", "facts", begun, ""},
		{"another role of the giver's party", requested, arland, "officer", "facts", begun, fault.NotShared},
		{"by a share", requested, belmark, "judge", "facts", begun, ""},
		{"no share with this role", requested, belmark, "officer", "facts", begun, fault.NotShared},
		{"a share with the role of the other side", requested, arland, "judge", "facts", begun, fault.NotShared},
		{"a field without a share", requested, belmark, "judge", "note", begun, fault.NotShared},
		{"not given yet", requested, arland, "prosecutor", "evidence", begun, fault.NotShared},
		{"no such field", requested, arland, "prosecutor", "motive", begun, fault.FieldUnknown},
		{"from a state on", measure, arland, "prosecutor", "evidence", due, ""},
		{"its giver", measure, belmark, "prosecutor", "evidence", due, ""},
		{"a role the party does not fill", measure, arland, "clerk", "reasons", due, fault.NotShared},
		{"a role of any side", measure, secretariat, "clerk", "reasons", due, ""},
		{"sealed before home says so", measure, arland, "prosecutor", "evidence", due.Add(micro), fault.Sealed},
		{"sealed to its giver as well", measure, belmark, "prosecutor", "evidence", due.Add(micro), fault.Sealed},
		{"at the end of the grace", measure, arland, "prosecutor", "evidence", due.Add(day), fault.Sealed},
		{"destroyed before home says so", measure, arland, "prosecutor", "evidence", due.Add(day + micro), fault.Erased},
		{"sealed and recorded", measure.at(due.Add(time.Hour)), arland, "prosecutor", "evidence", due.Add(time.Hour), fault.Sealed},
		{"destroyed and recorded", measure.at(due.Add(2 * day)), arland, "prosecutor", "evidence", due.Add(2 * day), fault.Erased},
		{"what the clock does not name", measure.at(due.Add(2 * day)), belmark, "judge", "facts", due.Add(2 * day), ""},
		{"upheld in time", measure.do("uphold", due), arland, "prosecutor", "evidence", due.Add(10 * day), ""},
		{"at the end of the keeping time", executed, arland, "prosecutor", "evidence", instant("2027-04-13T14:00:00Z"), ""},
		{"after the keeping time", executed, arland, "prosecutor", "evidence", instant("2027-04-13T14:00:00.000001Z"), fault.Erased},
	} {
		t.Run(x.name, func(t *testing.T) {
			err := x.c.Sees(Actor{Party: x.party, Role: x.role}, x.field, x.at)
			if fault.CodeOf(err) != x.code {
				t.Fatalf("got %v, want %q", err, x.code)
			}
			if e, ok := err.(*fault.Error); ok && e.Article != "7" {
				t.Errorf("article %q", e.Article)
			}
		})
	}
	s, err := measure.Grant(Actor{Party: arland, Role: "prosecutor"}, "evidence", due)
	if err != nil || s == nil || s.Handling != "no onward transfer" {
		t.Errorf("the share is %v, %v", s, err)
	}
	if s, err := measure.Grant(Actor{Party: belmark, Role: "prosecutor"}, "evidence", due); err != nil || s != nil {
		t.Errorf("the giver's share is %v, %v", s, err)
	}
}

func TestEntitled(t *testing.T) {
	begun := start.Add(time.Hour)
	r := open(t, fixture(), start).do("act-at-once", begun)
	for p, want := range map[agreement.PartyID]string{
		arland:      "[assessment_proportionality evidence facts reasons urgency]",
		belmark:     "[assessment_proportionality evidence facts reasons urgency]",
		secretariat: "[reasons]",
	} {
		if got := fmt.Sprint(r.Entitled(p, begun)); got != want {
			t.Errorf("%s: %s, want %s", p, got, want)
		}
	}
	late := begun.Add(48*time.Hour + micro)
	if got := r.Entitled(arland, late); slices.Contains(got, "evidence") {
		t.Errorf("a node may receive what is sealed: %v", got)
	}
}

func TestOptions(t *testing.T) {
	begun := start.Add(time.Hour)
	requested := open(t, fixture(), start)
	measure := requested.do("act-at-once", begun)
	names := func(c run, p agreement.PartyID, r agreement.RoleID, person Pseudonym, at time.Time) string {
		got := ""
		for _, o := range c.Options(Actor{Party: p, Role: r, Person: person}, at) {
			got += string(o.Step.ID) + " "
		}
		return got
	}
	for _, x := range []struct {
		name   string
		c      run
		party  agreement.PartyID
		role   agreement.RoleID
		person Pseudonym
		at     time.Time
		want   string
	}{
		{"the judge", requested, belmark, "judge", "", begun, "prolong authorise refuse "},
		{"the judge of the other side", requested, arland, "judge", "", begun, ""},
		{"a role in general", requested, arland, "prosecutor", "", begun, "endorse answer "},
		{"the same person again", requested, arland, "prosecutor", "requesting/prosecutor", begun, "answer "},
		{"a judge who asked", requested, belmark, "judge", "requesting/prosecutor", begun, ""},
		{"a role of any party", requested, secretariat, "clerk", "", begun, "remark "},
		{"in time", measure, belmark, "judge", "", begun.Add(48 * time.Hour), "uphold "},
		{"too late, recorded or not", measure, belmark, "judge", "", begun.Add(48*time.Hour + micro), ""},
		{"after the silence of the decision", requested, belmark, "judge", "", start.Add(9 * day), "authorise refuse "},
	} {
		t.Run(x.name, func(t *testing.T) {
			if got := names(x.c, x.party, x.role, x.person, x.at); got != x.want {
				t.Errorf("got %q, want %q", got, x.want)
			}
		})
	}
}

func TestOptionShowsFormAndWhatLeaves(t *testing.T) {
	begun := start.Add(time.Hour)
	r := open(t, fixture(), start)
	for _, o := range r.Options(Actor{Party: belmark, Role: "prosecutor"}, begun) {
		if o.Step.ID != "act-at-once" {
			continue
		}
		form := ""
		for _, in := range o.Fields {
			form += fmt.Sprint(in.Field.ID, ":", in.Required, " ")
		}
		flows := ""
		for _, f := range o.Shares {
			flows += fmt.Sprint(f.Share.ID, ": ", f.Fields, " to ", f.Role, " of ", f.Party, "; ")
		}
		if o.Side != asked || form != "evidence:true reasons:true " {
			t.Errorf("side %s, form %s", o.Side, form)
		}
		want := "the answer: [evidence] to prosecutor of arland; reasons: [reasons] to prosecutor of arland; reasons: [reasons] to clerk of secretariat; "
		if flows != want {
			t.Errorf("leaves %s\nwant   %s", flows, want)
		}
		return
	}
	t.Fatal("not offered")
}

// What leaves: to other roles of one's own party as well, values that are given anew, and nothing under a
// condition that does not hold.
func TestOutflows(t *testing.T) {
	h := start.Add(time.Hour)
	flows := func(r run, a Actor, id agreement.StepID) string {
		for _, o := range r.Options(a, h) {
			if o.Step.ID == id {
				got := ""
				for _, f := range o.Shares {
					got += fmt.Sprint(f.Fields, " to ", f.Role, " of ", f.Party, "; ")
				}
				return got
			}
		}
		return "not offered"
	}
	r := open(t, fixture(), start)
	if got := flows(r, Actor{Party: arland, Role: "prosecutor"}, "answer"); got != "[facts] to judge of belmark; [facts] to prosecutor of belmark; " {
		t.Errorf("given anew: %s", got)
	}
	m := fixture()
	s := m.Procedures[0].Share("the answer")
	s.With = append(s.With, by(asked, "judge"), by(asked, "prosecutor"))
	if got := flows(open(t, m, start), Actor{Party: belmark, Role: "prosecutor"}, "act-at-once"); got != "[evidence] to prosecutor of arland; [evidence] to judge of belmark; [reasons] to prosecutor of arland; [reasons] to clerk of secretariat; " {
		t.Errorf("to one's own party: %s", got)
	}
	small, unknown := passage(t, with("trucks", 2.0)), passage(t, unread("trucks"), attested)
	liaison := Actor{Party: belmark, Role: "liaison"}
	if got := flows(small, liaison, "acknowledge"); got != "" {
		t.Errorf("under a condition that does not hold: %s", got)
	}
	if got := flows(unknown, liaison, "acknowledge"); got != "[cargo] to observer of secretariat; " {
		t.Errorf("under a condition that cannot be known: %s", got)
	}
}

func TestOpenings(t *testing.T) {
	m := fixture()
	got := Openings(m, Actor{Party: arland, Role: "prosecutor"}, start)
	if len(got) != 1 || got[0].Step.ID != "request" || got[0].Side != asking || len(got[0].Fields) != 4 || got[0].Fields[2].Required {
		t.Errorf("%+v", got)
	}
	for _, a := range []Actor{{Party: arland, Role: "judge"}, {Party: secretariat, Role: "prosecutor"}} {
		if got := Openings(m, a, start); len(got) != 0 {
			t.Errorf("%v may open %+v", a, got)
		}
	}
	if got := Openings(m, Actor{Party: arland, Role: "prosecutor"}, instant("2029-03-01T00:00:00Z")); len(got) != 0 {
		t.Errorf("after the end: %+v", got)
	}
}

func TestNotices(t *testing.T) {
	begun := start.Add(time.Hour)
	r := open(t, fixture(), start)
	if got := r.Notices(); len(got) != 0 {
		t.Errorf("owed already: %+v", got)
	}
	m := fixture()
	m.Procedures[0].Step("remark").From = states("executed", "requested")
	// A remark of before tells nobody what came after.
	n := open(t, m, start).do("remark", start.Add(time.Minute)).do("authorise", begun).do("execute", begun.Add(time.Hour))
	got := n.Notices()
	since := begun.Add(time.Hour)
	if len(got) != 1 || !got[0].Since.Equal(since) || !got[0].Due.Equal(since.Add(30*day)) || !got[0].Done.IsZero() ||
		!got[0].Latest.Equal(period("P180D").AddTo(since, m.Location())) { // beyond the end of summer time
		t.Errorf("%+v", got)
	}
	if got = n.do("remark", since.Add(10*day)).Notices(); !got[0].Done.Equal(since.Add(10 * day)) {
		t.Errorf("%+v", got)
	}
}
