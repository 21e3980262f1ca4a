package world

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

// Everybody here has a valid login.

func TestRefusalsCiteTheArticle(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.register()
	arlandJudge := p.must(t, "arland", "jan", "judge")
	both := p.must(t, "arland", "bo", "officer", "supervisor")
	id := p.asked("ordinary")
	p.quiet()
	before := p.standing(all...)

	take := func(party agreement.PartyID, who node.Who, req node.StepRequest) error {
		t.Helper()
		_, err := p.Node(party).Step(ctx, who, req)
		return err
	}
	for _, x := range []struct {
		what    string
		party   agreement.PartyID
		who     node.Who
		req     node.StepRequest
		code    fault.Code
		article string
	}{
		{"a prosecutor signs what a judge must", "belmark", p.oren, node.StepRequest{Step: "authorise", Values: because("x")}, fault.WrongRole, "7"},
		{"a prosecutor calls himself a judge", "belmark", p.oren, node.StepRequest{Step: "authorise", Role: "judge", Values: because("x")}, fault.WrongRole, "7"},
		{"the asking side's own judge decides", "arland", arlandJudge, node.StepRequest{Step: "authorise", Values: because("x")}, fault.WrongSide, "7"},
		{"the asking side's judge claims the other side", "arland", arlandJudge, node.StepRequest{Step: "authorise", Side: "requested", Values: because("x")}, fault.SideUnbound, "7"},
		{"a side that is not there", "arland", p.pia, node.StepRequest{Step: "withdraw", Side: "bench"}, fault.WrongSide, "7"},
		{"the answering side withdraws the request", "belmark", p.oren, node.StepRequest{Step: "withdraw"}, fault.WrongSide, "7"},
		{"executed before it is authorised", "belmark", p.oren, node.StepRequest{Step: "execute", Values: fields{"evidence": "x"}}, fault.WrongState, "7"},
		{"an opening in an open case", "arland", p.pia, node.StepRequest{Step: "request", Values: request("ordinary")}, fault.WrongState, "7"},
		{"a review before the urgent measure", "belmark", p.vantor, node.StepRequest{Step: "uphold", Values: because("x")}, fault.WrongState, "7"},
		{"urgent without urgency", "belmark", p.oren, node.StepRequest{Step: "act-at-once", Values: fields{"evidence": "x", "reasons": "y"}}, fault.ConditionUnmet, "7"},
		{"without reasons", "belmark", p.vantor, node.StepRequest{Step: "authorise"}, fault.ReasonsMissing, "7"},
		{"without a ground", "belmark", p.vantor, node.StepRequest{Step: "refuse", Values: because("x")}, fault.GroundUnknown, "7"},
		{"upon a ground of one's own", "belmark", p.vantor, node.StepRequest{Step: "refuse", Ground: "no time", Values: because("x")}, fault.GroundUnknown, "7"},
		{"with a field that the step does not give", "belmark", p.vantor, node.StepRequest{Step: "authorise", Values: fields{"reasons": "x", "person": "y"}}, fault.FieldUnknown, "7"},
		{"a step that is not there", "belmark", p.vantor, node.StepRequest{Step: "pardon"}, fault.NoSuchStep, "7"},
	} {
		x.req.Case = id
		refused(t, x.what, take(x.party, x.who, x.req), x.code, x.article)
	}
	open := func(what string, who node.Who, v fields, code fault.Code) {
		t.Helper()
		refused(t, what, take("arland", who, node.StepRequest{Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: v}), code, "7")
	}
	part := request("ordinary")
	delete(part, "measure")
	open("a request without the measure", p.pia, part, fault.FieldMissing)
	part = request("whenever")
	open("an urgency of one's own", p.pia, part, fault.FieldInvalid)
	part = request("ordinary")
	part["assessment_proportionality"] = map[string]any{"milder": "yes", "weight": "yes"}
	open("although a milder measure would do", p.pia, part, fault.ConditionUnmet)
	delete(part, "assessment_proportionality")
	open("without the test of proportionality", p.pia, part, fault.FieldMissing)
	open("by a judge", arlandJudge, request("ordinary"), fault.WrongRole)
	refused(t, "of oneself", take("arland", p.pia, node.StepRequest{
		Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary"), Sides: map[agreement.SideID]agreement.PartyID{"requested": "arland"},
	}), fault.SideUnbound, "7")

	// Who is no side of the case does not have it.
	refused(t, "the ombudsperson looks", second(p.Node("secretariat").Case(ctx, p.ombud, id)), fault.NotFound, "")
	refused(t, "the ombudsperson acts", take("secretariat", p.ombud, node.StepRequest{Case: id, Step: "withdraw"}), fault.NotFound, "")

	if after := p.standing(all...); after != before {
		t.Fatalf("something changed:\n%s\nbefore:\n%s", after, before)
	}

	// Four eyes are two people, in whatever role and by whatever login.
	review := p.open("arland", both, "hit", "open", fields{"register": "stolen documents", "number": "P1234567", "issuing_state": "XB", "answer": "reported"})
	p.do("arland", both, review, "compare", fields{"comparison": "the same", "reasons": "the photograph"})
	before = p.standing("arland")
	for _, role := range []agreement.RoleID{"officer", "supervisor", ""} {
		refused(t, "the first officer confirms as "+string(role), take("arland", both, node.StepRequest{Case: review, Step: "confirm", Role: role, Values: because("x")}), fault.SamePerson, "3")
	}
	refused(t, "the first officer confirms by another login", take("arland", p.login("arland", "bo"), node.StepRequest{Case: review, Step: "confirm", Role: "supervisor", Values: because("x")}), fault.SamePerson, "3")
	if after := p.standing("arland"); after != before {
		t.Fatalf("something changed:\n%s\nbefore:\n%s", after, before)
	}
	p.do("arland", p.supervisor, review, "confirm", because("the same face"))

	p.do("belmark", p.vantor, id, "refuse", because("no"), "essential interests")
	p.do("arland", p.pia, id, "contest", fields{"contention": "they are not"})
	refused(t, "the first judge is the second", take("belmark", p.login("belmark", "vantor"), node.StepRequest{Case: id, Step: "affirm-refusal", Ground: "essential interests", Values: because("x")}), fault.SamePerson, "7")
	p.do("belmark", p.judge2, id, "affirm-refusal", because("they are"), "essential interests")
	clean(t, p.bundles(all...))
}

func second[T any](_ T, err error) error { return err }

// login is a person as another session of theirs finds them.
func (p *play) login(party agreement.PartyID, id auth.PersonID) node.Who {
	p.t.Helper()
	ctx := context.Background()
	svc := p.Node(party).Auth()
	token, _, err := svc.Begin(ctx, id, auth.KindCookie, p.Now(), time.Hour)
	if err != nil {
		p.t.Fatal(err)
	}
	who, _, err := svc.Authenticate(ctx, token, auth.KindCookie, p.Now())
	if err != nil {
		p.t.Fatal(err)
	}
	return who
}

func TestQuestionsAreRefusedCitingTheArticle(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.register()
	sent := p.Node("arland").LettersSent()
	right := node.AskRequest{
		Agreement: p.Agreement, Register: "stolen_documents", Query: "document", Purpose: "border-control",
		Match: map[agreement.FieldID]string{"number": "P1234567", "issuing_state": "XB"},
	}
	for _, x := range []struct {
		what    string
		who     node.Who
		change  func(r *node.AskRequest)
		code    fault.Code
		article string
	}{
		{"without a purpose", p.officer, func(r *node.AskRequest) { r.Purpose = "" }, fault.PurposeMissing, "2"},
		{"for another purpose", p.officer, func(r *node.AskRequest) { r.Purpose = "criminal-justice" }, fault.PurposeWrong, "2"},
		{"for a purpose that is not there", p.officer, func(r *node.AskRequest) { r.Purpose = "curiosity" }, fault.PurposeWrong, "2"},
		{"by a prosecutor", p.pia, func(*node.AskRequest) {}, fault.WrongRole, "2"},
		{"in a role of others", p.pia, func(r *node.AskRequest) { r.Role = "officer" }, fault.WrongRole, "2"},
		{"of oneself", p.officer, func(r *node.AskRequest) { r.Holder = "arland" }, fault.WrongSide, "2"},
		{"of one who holds none", p.officer, func(r *node.AskRequest) { r.Holder = "secretariat" }, fault.WrongSide, "2"},
		{"a query that is not there", p.officer, func(r *node.AskRequest) { r.Query = "everything" }, fault.NoSuchStep, "2"},
		{"half a question", p.officer, func(r *node.AskRequest) { r.Match = map[agreement.FieldID]string{"number": "P1234567"} }, fault.FieldMissing, "2"},
		{"by a field that is not compared", p.officer, func(r *node.AskRequest) {
			r.Match = map[agreement.FieldID]string{"number": "P1234567", "issuing_state": "XB", "kind": "passport"}
		}, fault.FieldUnknown, "2"},
	} {
		r := right
		x.change(&r)
		refused(t, x.what, second(p.Node("arland").Ask(ctx, x.who, r)), x.code, x.article)
		r = right
		r.Holder = "belmark"
		x.change(&r)
		if r.Holder != "belmark" {
			continue
		}
		_, errs, err := p.Node("arland").AskMany(ctx, x.who, "belmark", []node.AskRequest{r})
		if err != nil {
			t.Fatal(err)
		}
		refused(t, x.what+", in a manifest", errs[0], x.code, x.article)
	}
	if n := p.Node("arland").LettersSent(); n != sent {
		t.Errorf("%d letters went out", n-sent)
	}
	p.ask("P1234567", 1)
}

func TestFieldsThatNoShareGrants(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	id := p.asked("ordinary")
	p.awaitField(t, "belmark", p.oren, id, "facts", "two lorries")
	look := func(party agreement.PartyID, who node.Who, f agreement.FieldID) error {
		_, err := p.Node(party).Field(ctx, who, id, f)
		return err
	}
	refused(t, "the judge reads who it is about before deciding", look("belmark", p.vantor, "person"), fault.NotShared, "7")
	refused(t, "the prosecutor too", look("belmark", p.oren, "person"), fault.NotShared, "7")
	refused(t, "the registrar reads the facts", look("belmark", p.registrar, "facts"), fault.NotFound, "")
	refused(t, "the contact point of the asking side", look("arland", p.contact, "person"), fault.NotShared, "7")
	refused(t, "a field that is not there", look("arland", p.pia, "diary"), fault.FieldUnknown, "7")
	if found := bytesOf(t, p.Members["belmark"].Dir, "Ilyan Dessar"); len(found) > 0 {
		t.Errorf("the name is at Belmark: %v", found)
	}
	p.disclosed("belmark", id, "person", 0)
	v, err := p.Node("belmark").Case(ctx, p.vantor, id)
	if err != nil {
		t.Fatal(err)
	}
	if _, shown := v.Values["person"]; shown || fault.CodeOf(v.Withheld["person"]) != fault.NotShared {
		t.Errorf("the judge's page: %v, withheld %v", v.Values["person"], v.Withheld["person"])
	}
	p.do("belmark", p.vantor, id, "authorise", because("necessary"))
	p.awaitField(t, "belmark", p.oren, id, "person", "Ilyan Dessar")
	p.do("belmark", p.oren, id, "execute", fields{"evidence": "the telephone was at Quell"})
	p.awaitField(t, "arland", p.pia, id, "evidence", "the telephone was at Quell")
	refused(t, "the evidence, by the contact point", look("arland", p.contact, "evidence"), fault.NotShared, "7")
}

func TestNobodySignsWithAnothersKey(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	id := p.asked("ordinary")
	before := p.standing("arland", "belmark")
	n := p.Node("belmark")
	home := p.Members["belmark"].Home
	prepare := func() *node.Preparation {
		t.Helper()
		prep, err := n.Prepare(ctx, p.vantor, node.StepRequest{Case: id, Step: "authorise", Values: because("necessary")})
		if err != nil {
			t.Fatal(err)
		}
		return prep
	}
	key := func(person string, role agreement.RoleID) seal.PrivateKey {
		t.Helper()
		k, err := home.RoleKey(person, role)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	signed := func(b []byte, k seal.PrivateKey) *seal.Personal {
		t.Helper()
		a, err := seal.DecodeAct(b)
		if err != nil {
			t.Fatal(err)
		}
		s, err := seal.SignPersonal(a, k)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	send := func(who node.Who, prep *node.Preparation, s *seal.Personal) error {
		_, err := n.Step(ctx, who, node.StepRequest{Prepared: prep.Name, Personal: s})
		return err
	}
	prep := prepare()
	refused(t, "the other judge's key", send(p.vantor, prep, signed(prep.Act, key("wanda", "judge"))), fault.PersonalInvalid, "7")
	other, prep := prepare(), prepare()
	refused(t, "a signature under another act", send(p.vantor, prep, signed(other.Act, key("vantor", "judge"))), fault.PersonalInvalid, "7")
	prep = prepare()
	refused(t, "the other judge sends it", send(p.judge2, prep, signed(prep.Act, key("vantor", "judge"))), fault.NotFound, "")
	fresh, err := node.NewRoleKey(agreement.WorldExercise)
	if err != nil {
		t.Fatal(err)
	}
	prep = prepare()
	refused(t, "a key that nobody enrolled", send(p.vantor, prep, signed(prep.Act, fresh)), fault.PersonalInvalid, "7")
	prep = prepare()
	s := signed(prep.Act, key("vantor", "judge"))
	s.Signature = "A" + s.Signature[1:]
	if signed(prep.Act, key("vantor", "judge")).Signature == s.Signature {
		s.Signature = "B" + s.Signature[1:]
	}
	refused(t, "a changed signature", send(p.vantor, prep, s), fault.PersonalInvalid, "7")

	// Without the key there is no signature, and without a signature no decision.
	path := filepath.Join(home.Dir, "keys", "roles", "vantor.judge.key")
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	refused(t, "no key at hand", second(n.Step(ctx, p.vantor, node.StepRequest{Case: id, Step: "authorise", Values: because("necessary")})), fault.PersonalMissing, "7")
	prep = prepare()
	refused(t, "the signature left out", send(p.vantor, prep, nil), fault.PersonalMissing, "7")
	if err := os.WriteFile(path, kept, 0o600); err != nil {
		t.Fatal(err)
	}
	if after := p.standing("arland", "belmark"); after != before {
		t.Fatalf("something changed:\n%s\nbefore:\n%s", after, before)
	}
	prep = prepare()
	if err := send(p.vantor, prep, signed(prep.Act, key("vantor", "judge"))); err != nil {
		t.Fatal(err)
	}
	refused(t, "the same preparation twice", send(p.vantor, prep, signed(prep.Act, key("vantor", "judge"))), fault.NotFound, "")
	p.level(id)
	clean(t, p.bundles(all...))
}

func TestOfficesAndLogins(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	id := p.asked("ordinary")
	enrol := func(party agreement.PartyID, x auth.Person) error { return p.Node(party).EnrolPerson(ctx, x) }
	roles := func(r ...agreement.RoleID) map[agreement.ID][]agreement.RoleID {
		return map[agreement.ID][]agreement.RoleID{p.Agreement: r}
	}
	refused(t, "a judge who is a prosecutor", enrol("belmark", auth.Person{ID: "x", Name: "X", Roles: roles("judge", "prosecutor")}), fault.NotIndependent, "5")
	refused(t, "a judge becomes a prosecutor", enrol("belmark", auth.Person{ID: "vantor", Name: "Vantor", Roles: roles("judge", "prosecutor")}), fault.NotIndependent, "5")
	refused(t, "an ombudsperson of a Party", enrol("belmark", auth.Person{ID: "x", Name: "X", Roles: roles("ombudsperson")}), fault.WrongRole, "5")
	refused(t, "an auditor who is a clerk", enrol("secretariat", auth.Person{ID: "x", Name: "X", Roles: roles("auditor", "clerk")}), fault.NotIndependent, "5")
	refused(t, "an administrator with an office", enrol("belmark", auth.Person{ID: "x", Name: "X", Admin: true, Roles: roles("prosecutor")}), fault.Forbidden, "")
	if _, err := p.Node("belmark").Auth().Person(ctx, "x"); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("x is there: %v", err)
	}

	if err := enrol("belmark", auth.Person{ID: "adam", Name: "Adam", Admin: true}); err != nil {
		t.Fatal(err)
	}
	admin := p.login("belmark", "adam")
	if err := enrol("belmark", auth.Person{ID: "dora", Name: "Dora", Disabled: true, Roles: roles("prosecutor")}); err != nil {
		t.Fatal(err)
	}
	gone, err := p.Node("belmark").Auth().Person(ctx, "dora")
	if err != nil {
		t.Fatal(err)
	}
	if err := enrol("belmark", auth.Person{ID: "nina", Name: "Nina"}); err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		name string
		who  node.Who
		code fault.Code
	}{{"the administrator", admin, fault.Forbidden}, {"nobody", nil, fault.Unauthorised}, {"somebody who has left", gone, fault.Unauthorised}} {
		for what, err := range map[string]error{
			"a case":   second(p.Node("belmark").Case(ctx, x.who, id)),
			"a field":  second(p.Node("belmark").Field(ctx, x.who, id, "facts")),
			"the list": second(p.Node("belmark").Cases(ctx, x.who, node.Cursor{}, 10)),
			"a step":   second(p.Node("belmark").Step(ctx, x.who, node.StepRequest{Case: id, Step: "execute", Values: fields{"evidence": "x"}})),
			"a draft":  second(p.Node("belmark").Prepare(ctx, x.who, node.StepRequest{Case: id, Step: "execute", Values: fields{"evidence": "x"}})),
			"a query": second(p.Node("belmark").Ask(ctx, x.who, node.AskRequest{
				Agreement: p.Agreement, Register: "stolen_documents", Query: "document", Purpose: "border-control", Match: map[agreement.FieldID]string{"number": "1", "issuing_state": "XB"},
			})),
		} {
			refused(t, x.name+", "+what, err, x.code, "")
		}
	}
	nina := p.login("belmark", "nina")
	refused(t, "somebody without an office, a case", second(p.Node("belmark").Case(ctx, nina, id)), fault.Forbidden, "")
	refused(t, "somebody without an office, a field", second(p.Node("belmark").Field(ctx, nina, id, "facts")), fault.NotFound, "")
	refused(t, "somebody without an office, a step", second(p.Node("belmark").Step(ctx, nina, node.StepRequest{Case: id, Step: "execute"})), fault.WrongRole, "7")
	if lines, err := p.Node("belmark").Cases(ctx, nina, node.Cursor{}, 10); err != nil || len(lines) > 0 {
		t.Errorf("somebody without an office sees %d cases: %v", len(lines), err)
	}
	var none casework.CaseID = "00000000000000000000000000000000"
	refused(t, "a case that is not there", second(p.Node("belmark").Case(ctx, p.oren, none)), fault.NotFound, "")
	refused(t, "the agreement case as a case", second(p.Node("belmark").Case(ctx, p.oren, node.AgreementCase(p.enemy("arland").text))), fault.NotFound, "")
}
