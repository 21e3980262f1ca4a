package casework

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

func compiled(t testing.TB, path string) *agreement.Model {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m, findings := agreement.Compile(filepath.Base(path), text)
	if m == nil {
		t.Fatalf("%s does not compile:\n%s", path, findings)
	}
	return m
}

// The examples of every agreement that we ship come out.
func TestExpectationsComeOut(t *testing.T) {
	for _, path := range []string{"testdata/passage.md", "../agreement/testdata/excerpt.md", "../bench/northgate.md"} {
		m := compiled(t, path)
		if len(m.Expects) == 0 {
			t.Errorf("%s has no example", path)
		}
		for _, f := range Expectations(m) {
			t.Errorf("%s: %s", path, f)
		}
	}
}

// What does not come out is found and says so.
func TestExpectationsThatDoNotComeOut(t *testing.T) {
	by := func(side agreement.SideID, role agreement.RoleID) agreement.Actor {
		return agreement.Actor{Side: side, Role: role}
	}
	notify := agreement.Move{Step: "notify", By: by("notifying", "planner"), Gives: map[agreement.FieldID]any{"trucks": 2.0}}
	object := agreement.Move{Step: "object", By: by("notified", "liaison")}
	because := func(mv agreement.Move, code fault.Code) []agreement.Move {
		mv.Because = string(code)
		return []agreement.Move{mv}
	}
	missing := object
	missing.Gives = map[agreement.FieldID]any{"reasons": nil}
	for _, x := range []struct {
		name   string
		change func(*agreement.Expect)
		want   string // of the only finding; "": none
	}{
		{"as it is", func(*agreement.Expect) {}, ""},
		{"another state", func(x *agreement.Expect) { x.State = "objected" }, `should stand in "objected"`},
		{"no such procedure", func(x *agreement.Expect) { x.Procedure = "amnesty" }, "no procedure"},
		{"nothing given", func(x *agreement.Expect) { x.Given = nil }, "nothing has happened"},
		{"who may open", func(x *agreement.Expect) {
			x.Given, x.Permits, x.Refuses = nil, []agreement.Move{notify}, because(object, fault.WrongState)
		}, ""},
		{"who may not", func(x *agreement.Expect) { x.Given, x.Refuses = nil, because(notify, fault.WrongRole) }, "should be refused, but is permitted"},
		{"given what is forbidden", func(x *agreement.Expect) { x.Given[0].Gives = map[agreement.FieldID]any{"trucks": 21.0} }, `given act 1, "notify", is refused`},
		{"refused, not permitted", func(x *agreement.Expect) { x.Permits = []agreement.Move{{Step: "go", By: by("notifying", "planner")}} }, `"go" should be permitted`},
		{"permitted, not refused", func(x *agreement.Expect) { x.Refuses = because(object, fault.WrongRole) }, `"object" should be refused, but is permitted`},
		{"refused for another reason", func(x *agreement.Expect) { x.Refuses = because(missing, fault.WrongRole) }, "but is because of reasons-missing"},
		{"a field left out", func(x *agreement.Expect) { x.Refuses = because(missing, fault.ReasonsMissing) }, ""},
		{"at the end of a time limit the act is in time", func(x *agreement.Expect) {
			x.At, x.Permits, x.State = period("P2D"), []agreement.Move{object}, "acknowledged"
		}, ""},
		{"not destroyed", func(x *agreement.Expect) { x.Erased = []agreement.FieldID{"route"} }, "route should be destroyed"},
		{"not seen", func(x *agreement.Expect) { x.Sees = []agreement.Seen{{Field: "route", By: by("", "observer")}} }, "should see route"},
		{"not hidden", func(x *agreement.Expect) {
			x.Hidden = []agreement.Seen{{Field: "route", By: by("notified", "liaison")}}
		}, "should not see route"},
		{"hidden from who cannot hold the role", func(x *agreement.Expect) {
			x.Hidden = []agreement.Seen{{Field: "route", By: by("notified", "observer")}}
		}, ""},
	} {
		t.Run(x.name, func(t *testing.T) {
			m := compiled(t, "testdata/passage.md")
			e := agreement.Expect{Title: "it", Article: "3", Procedure: "movement", Given: []agreement.Move{notify}}
			x.change(&e)
			m.Expects = []agreement.Expect{e}
			got := Expectations(m)
			if x.want == "" {
				if len(got) != 0 {
					t.Fatalf("found %v", got)
				}
				return
			}
			if len(got) != 1 || !strings.Contains(got[0].Message, x.want) {
				t.Fatalf("found %v, want one with %q", got, x.want)
			}
			if f := got[0]; f.Article != "3" || f.Line != m.Clause("3").Line || f.Mend == "" || f.Severity != agreement.SeverityError || f.Code != CodeExpectation {
				t.Errorf("%+v", f)
			}
		})
	}
}

// passage is a notified convoy, with the values that change says.
func passage(t *testing.T, change ...func(*Move)) run {
	t.Helper()
	m := compiled(t, "testdata/passage.md")
	p := m.Procedure("movement")
	sides := map[agreement.SideID]agreement.PartyID{"notifying": arland, "notified": belmark}
	mv := sampleMove(m, p, sides, "notify", start)
	for _, f := range change {
		f(&mv)
	}
	c, err := Open(m, "c", "movement", sides, mv)
	if err != nil {
		t.Fatal(err)
	}
	return run{t, c}
}

func quota(n float64) func(*Move) {
	return func(m *Move) { m.Facts = map[string]any{"quota:convoys": n} }
}

func unread(f agreement.FieldID) func(*Move) {
	return func(m *Move) { delete(m.Values, f) }
}

func attested(m *Move) { m.Attested = true }

func TestConditions(t *testing.T) {
	h := start.Add(time.Hour)
	refused := func(name string, c *Case, err error, code fault.Code) {
		t.Helper()
		if fault.CodeOf(err) != code || (err != nil && c != nil) {
			t.Errorf("%s: %v, want %q", name, err, code)
		}
		if e, ok := err.(*fault.Error); ok && e.Article != "3" {
			t.Errorf("%s: article %q", name, e.Article)
		}
	}
	take := func(r run, id agreement.StepID, at time.Time, change ...func(*Move)) (*Case, error) {
		mv := r.move(id, at)
		for _, f := range change {
			f(&mv)
		}
		return r.Settled(at).Take(mv)
	}
	r := passage(t, with("cargo", "open"))
	c, err := take(r, "acknowledge", h)
	refused("not fulfilled", c, err, fault.ConditionUnmet)
	blind := passage(t, unread("cargo"))
	c, err = take(blind, "acknowledge", h)
	refused("not open here", c, err, fault.ConditionUnread)
	c, err = take(blind, "acknowledge", h, attested)
	refused("not open here, but home's receipt stands", c, err, "")
	c, err = take(r, "acknowledge", h, attested)
	refused("a receipt does not make it true", c, err, fault.ConditionUnmet)

	acknowledged := passage(t).do("acknowledge", h)
	c, err = take(acknowledged, "go", h)
	refused("an outside fact that the act does not record", c, err, fault.ConditionUnread)
	c, err = take(acknowledged, "go", h, quota(2))
	refused("an outside fact against it", c, err, fault.ConditionUnmet)

	away := acknowledged.do("go", h, quota(1))
	late := h.Add(13 * time.Hour)
	c, err = take(away, "arrive", h.Add(12*time.Hour))
	refused("in time", c, err, "")
	c, err = take(away, "arrive", late)
	refused("reads what is restricted", c, err, fault.Sealed)
	c, err = take(away, "arrive", late, attested)
	refused("reads what is restricted, whoever says otherwise", c, err, fault.Sealed)
	c, err = take(away, "arrive", late, proved(late.Add(-time.Hour)))
	refused("done before the restriction", c, err, "")
	c, err = take(away, "abort", late)
	refused("reads nothing", c, err, "")
}

// Silence takes a step only where its condition holds; who cannot read it says so.
func TestSilenceUnderACondition(t *testing.T) {
	later := start.Add(3 * day)
	passage(t).at(later).in("acknowledged")
	passage(t, with("cargo", "open")).at(later).in("notified")
	blind := passage(t, unread("cargo"))
	due := blind.Due(later)
	if len(due) != 1 {
		t.Fatalf("due %v", due)
	}
	if _, err := blind.Lapse(due[0]); fault.CodeOf(err) != fault.ConditionUnread {
		t.Errorf("judged blindly: %v", err)
	}
	due[0].Attested, due[0].Unmet = true, true
	n, err := blind.Lapse(due[0])
	if err != nil || n.State != "notified" {
		t.Errorf("home's receipt that the step was not taken: %v", err)
	}
	due[0].Unmet = false
	n, err = blind.Lapse(due[0])
	if err != nil || n.State != "acknowledged" || n.Taken[1].Takes != "acknowledge" {
		t.Errorf("home's receipt that it was: %v", err)
	}
	r := passage(t, with("cargo", "open"))
	if n, err = r.Lapse(due[0]); err != nil || n.State != "notified" || n.Taken[1].Takes != "" {
		t.Errorf("home's receipt against what can be read: %v", err)
	}
	if blind.Settled(later) != blind.Case {
		t.Error("settled beyond what can be judged")
	}
	m := compiled(t, "testdata/passage.md")
	if got := fmt.Sprint(m.Procedure("movement").Clock("objection").Silence); got != "proceed" {
		t.Error(got)
	}
}

func TestConditionOfAShare(t *testing.T) {
	observer := Actor{Party: secretariat, Role: "observer"}
	h := start.Add(time.Hour)
	if err := passage(t, with("trucks", 12.0)).Sees(observer, "cargo", h); err != nil {
		t.Error(err)
	}
	for _, r := range []run{passage(t, with("trucks", 2.0)), passage(t, unread("trucks"), attested)} {
		if err := r.Sees(observer, "cargo", h); fault.CodeOf(err) != fault.NotShared {
			t.Errorf("seen: %v", err)
		}
	}
}

func TestOptionsUnderAConditon(t *testing.T) {
	h := start.Add(time.Hour)
	offers := func(r run, a Actor) string {
		got := ""
		for _, o := range r.Options(a, h) {
			got += string(o.Step.ID) + " "
		}
		return got
	}
	liaison, planner := Actor{Party: belmark, Role: "liaison"}, Actor{Party: arland, Role: "planner"}
	if got := offers(passage(t), liaison); got != "acknowledge object " {
		t.Errorf("cleared: %s", got)
	}
	if got := offers(passage(t, with("cargo", "open")), liaison); got != "object " {
		t.Errorf("open: %s", got)
	}
	if got := offers(passage(t, unread("cargo")), liaison); got != "acknowledge object " {
		t.Errorf("not open here: %s", got)
	}
	if got := offers(passage(t).do("acknowledge", h), planner); got != "go " {
		t.Errorf("an outside fact: %s", got)
	}
}

// Every type of field has a sample that fits it.
func TestSamplesFit(t *testing.T) {
	m := frame()
	var all []agreement.Field
	for _, ty := range []agreement.Type{
		agreement.TypeText, agreement.TypeName, agreement.TypeDate, agreement.TypeTime, agreement.TypeNumber, agreement.TypeAmount,
		agreement.TypeQuantity, agreement.TypeCountry, agreement.TypeDocument, agreement.TypePerson, agreement.TypeIdentifier,
		agreement.TypeChoice, agreement.TypeYesNo, agreement.TypePoint, agreement.TypeLine, agreement.TypeArea, agreement.TypeFile,
	} {
		f := agreement.Field{ID: "x", Type: ty, Choices: []string{"a", "b"}, Required: true}
		all = append(all, f)
		f.Type, f.Of = agreement.TypeList, ty
		all = append(all, f)
	}
	m.Records = append(m.Records, agreement.Record{ID: "inner", Fields: []agreement.Field{{ID: "n", Type: agreement.TypeNumber, Required: true}, {ID: "f", Type: agreement.TypeFile}}})
	all = append(all, agreement.Field{ID: "x", Type: agreement.TypeRecord, Record: "inner"},
		agreement.Field{ID: "x", Type: agreement.TypeList, Of: agreement.TypeRecord, Record: "inner"})
	m.Build()
	all = append(all, *m.ProcedureField(&agreement.Procedure{}, "assessment_proportionality"), *m.ProcedureField(&agreement.Procedure{}, "reasons"))
	for i := range all {
		if err := m.CheckValue(&all[i], Sample(m, &all[i])); err != nil {
			t.Errorf("%s of %s: %v", all[i].Type, all[i].Of, err)
		}
	}
}
