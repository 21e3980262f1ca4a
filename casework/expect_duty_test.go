package casework

import (
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// TestExpectedDuties: an example says which duties to tell are open or fulfilled, and whom ladders have told.
func TestExpectedDuties(t *testing.T) {
	notices := func(ids ...agreement.NoticeID) []agreement.NoticeID { return ids }
	roles := func(ids ...agreement.RoleID) []agreement.RoleID { return ids }
	request := agreement.Move{Step: "request", By: by("requesting", "prosecutor")}
	executed := []agreement.Move{
		request,
		{Step: "authorise", By: by("requested", "judge")},
		{Step: "execute", By: by("requested", "prosecutor")},
	}
	told := append(executed[:3:3], agreement.Move{Step: "tell", By: by("requested", "prosecutor")})
	for _, x := range []struct {
		name   string
		change func(*agreement.Expect)
		want   string // of the only finding; "": none
	}{
		{"owed", func(x *agreement.Expect) { x.Given, x.Owes = executed, notices("the person concerned") }, ""},
		{"not begun", func(x *agreement.Expect) { x.Owes = notices("the person concerned") }, "should be owed and is not"},
		{"owed no more", func(x *agreement.Expect) { x.Given, x.Owes = told, notices("the person concerned") }, "should be owed and is not"},
		{"kept", func(x *agreement.Expect) { x.Given, x.Kept = told, notices("the person concerned") }, ""},
		{"not kept", func(x *agreement.Expect) { x.Given, x.Kept = executed, notices("the person concerned") }, "should have been told and has not"},
		{"no ladder yet", func(x *agreement.Expect) { x.At, x.Told = period("P8D"), roles("prosecutor") }, "should have told the"},
		{"told by a ladder", func(x *agreement.Expect) { x.At, x.Told = period("P10D"), roles("prosecutor") }, ""},
		{"told somebody else", func(x *agreement.Expect) { x.At, x.Told = period("P10D"), roles("prosecutor", "judge") }, "should have told the"},
		{"nobody asks whom it told", func(x *agreement.Expect) { x.At, x.State = period("P10D"), "requested" }, ""},
	} {
		t.Run(x.name, func(t *testing.T) {
			m := compiled(t, "../agreement/testdata/excerpt.md")
			p := m.Procedure("assistance")
			p.Steps = append(p.Steps, agreement.Step{ID: "tell", Article: "7", By: []agreement.Actor{by("requested", "prosecutor")}, From: states("executed")})
			p.Notices[0].By = "tell"
			e := agreement.Expect{Title: "it", Article: "7", Procedure: "assistance", Given: []agreement.Move{request}}
			x.change(&e)
			m.Expects = []agreement.Expect{e}
			found := Expectations(m.Build())
			switch {
			case x.want == "" && len(found) != 0:
				t.Errorf("%v", found)
			case x.want != "" && (len(found) != 1 || !strings.Contains(found[0].Message, x.want)):
				t.Errorf("%v, want %q", found, x.want)
			}
		})
	}
}

// TestExpectedOpenings: an example in which nothing has happened says which acts open a case.
func TestExpectedOpenings(t *testing.T) {
	open := agreement.Move{Step: "request", By: by("requesting", "prosecutor")}
	wrong := agreement.Move{Step: "request", By: by("requesting", "judge"), Because: string(fault.WrongRole)}
	late := agreement.Move{Step: "execute", By: by("requested", "prosecutor"), Because: string(fault.WrongState)}
	for _, x := range []struct {
		name             string
		permits, refuses []agreement.Move
		want             string // of the only finding; "": none
	}{
		{"it opens", []agreement.Move{open, open}, nil, ""},
		{"it does not", []agreement.Move{open}, []agreement.Move{wrong, late}, ""},
		{"it should not", nil, []agreement.Move{open}, "is permitted"},
		{"it should", []agreement.Move{wrong}, nil, "should be permitted"},
		{"nothing at all", nil, nil, "nothing has happened"},
	} {
		m := compiled(t, "../agreement/testdata/excerpt.md")
		m.Expects = []agreement.Expect{{Title: "it", Article: "7", Procedure: "assistance", Permits: x.permits, Refuses: x.refuses}}
		found := Expectations(m)
		switch {
		case x.want == "" && len(found) != 0:
			t.Errorf("%s: %v", x.name, found)
		case x.want != "" && (len(found) != 1 || !strings.Contains(found[0].Message, x.want)):
			t.Errorf("%s: %v, want %q", x.name, found, x.want)
		}
	}
}
