package node_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

// own enrols a judge whose key the node has never had.
func (s *staged) own(t *testing.T, id auth.PersonID) (node.Who, seal.PrivateKey) {
	t.Helper()
	n := s.Node("belmark")
	err := n.EnrolPerson(t.Context(), auth.Person{ID: id, Name: string(id), Roles: map[agreement.ID][]agreement.RoleID{s.Agreement: {"judge"}}})
	if err != nil {
		t.Fatal(err)
	}
	key, err := node.NewRoleKey(agreement.WorldExercise)
	if err != nil {
		t.Fatal(err)
	}
	authority, err := s.Members["belmark"].Home.AuthorityKey("court-registry")
	if err != nil {
		t.Fatal(err)
	}
	cert, err := node.MakeRoleCertificate(s.Agreement, "belmark", "judge", "court-registry", key.PublicKey(), seal.CustodyPerson, authority, n.Now())
	if err != nil {
		t.Fatal(err)
	}
	if err := n.EnrolRoleKey(t.Context(), s.Agreement, id, "judge", cert); err != nil {
		t.Fatal(err)
	}
	who, err := n.Auth().Person(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return who, key
}

func TestAStepUnderAnOwnKey(t *testing.T) {
	s := together(t)
	n := s.Node("belmark")
	judge, key := s.own(t, "olga")
	other, otherKey := s.own(t, "otto")
	stranger, err := node.NewRoleKey(agreement.WorldExercise)
	if err != nil {
		t.Fatal(err)
	}
	id := s.requested(t)
	req := because(id, "authorise")
	if _, err := n.Step(t.Context(), judge, req); fault.CodeOf(err) != fault.PersonalMissing {
		t.Fatalf("without her signature: %v", err)
	}
	prepare := func() (*node.Preparation, *seal.Act) {
		t.Helper()
		p, err := n.Prepare(t.Context(), judge, req)
		if err != nil {
			t.Fatal(err)
		}
		a, err := seal.DecodeAct(p.Act)
		if err != nil || !bytes.Equal(a.Encode(), p.Act) || a.Case != string(id) || a.Step != "authorise" || len(p.Outflows) == 0 {
			t.Fatalf("%+v, %v", p, err)
		}
		return p, a
	}
	sign := func(a *seal.Act, key seal.PrivateKey) *seal.Personal {
		t.Helper()
		p, err := seal.SignPersonal(a, key)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	for name, signed := range map[string]func(a *seal.Act) *seal.Personal{
		"another's key":  func(a *seal.Act) *seal.Personal { return sign(a, otherKey) },
		"a stranger's":   func(a *seal.Act) *seal.Personal { return sign(a, stranger) },
		"no signature":   func(*seal.Act) *seal.Personal { return nil },
		"another act":    func(a *seal.Act) *seal.Personal { b := *a; b.Step = "refuse"; return sign(&b, key) },
		"another's name": func(a *seal.Act) *seal.Personal { p := sign(a, key); p.Key = otherKey.ID(); return p },
		"half of it":     func(a *seal.Act) *seal.Personal { p := sign(a, key); p.Signature = p.Signature[:10]; return p },
		"another way":    func(a *seal.Act) *seal.Personal { p := sign(a, key); p.Algorithm = "none"; return p },
	} {
		p, a := prepare()
		res, err := n.Step(t.Context(), judge, node.StepRequest{Prepared: p.Name, Personal: signed(a)})
		if err == nil {
			t.Fatalf("%s: taken: %+v", name, res)
		}
		switch fault.CodeOf(err) {
		case fault.PersonalInvalid, fault.PersonalMissing, fault.UnknownKey, fault.BadSignature, fault.Malformed:
		default:
			t.Errorf("%s: %v", name, err)
		}
	}
	p, a := prepare()
	good := node.StepRequest{Prepared: p.Name, Personal: sign(a, key)}
	if _, err := n.Step(t.Context(), other, good); fault.CodeOf(err) != fault.NotFound {
		t.Fatalf("another person takes what she prepared: %v", err)
	}
	if res, err := n.Step(t.Context(), judge, good); err != nil || res.State != "authorised" {
		t.Fatalf("%+v, %v", res, err)
	}
	if _, err := n.Step(t.Context(), judge, good); fault.CodeOf(err) != fault.NotFound {
		t.Fatalf("taken twice: %v", err)
	}
	err = s.Await(t.Context(), func() (bool, error) {
		v, err := s.Node("arland").Case(t.Context(), s.pia, id)
		return err == nil && len(v.Acts) == 2 && v.Acts[1].Personal, err
	})
	if err != nil {
		t.Fatalf("the other side does not take it: %v", err)
	}
}

func TestCertificatesThatAreNotForThePerson(t *testing.T) {
	s := together(t)
	n := s.Node("belmark")
	home := s.Members["belmark"].Home
	key, err := node.NewRoleKey(agreement.WorldExercise)
	if err != nil {
		t.Fatal(err)
	}
	authority, err := home.AuthorityKey("court-registry")
	if err != nil {
		t.Fatal(err)
	}
	party, err := home.PartyKey()
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := s.Members["arland"].Home.AuthorityKey("court-registry")
	if err != nil {
		t.Fatal(err)
	}
	for name, x := range map[string]struct {
		party     agreement.PartyID
		role      agreement.RoleID
		authority agreement.AuthorityID
		by        seal.PrivateKey
		person    auth.PersonID
	}{
		"of another role":         {"belmark", "prosecutor", "court-registry", authority, "vantor"},
		"of another party":        {"arland", "judge", "court-registry", foreign, "vantor"},
		"by the party itself":     {"belmark", "judge", "court-registry", party, "vantor"},
		"by another's authority":  {"belmark", "judge", "court-registry", foreign, "vantor"},
		"for who is no judge":     {"belmark", "judge", "court-registry", authority, "oren"},
		"for who is not here":     {"belmark", "judge", "court-registry", authority, "nobody"},
		"by nobody's authority":   {"belmark", "judge", "harbour-office", authority, "vantor"},
		"signed by the key named": {"belmark", "judge", "court-registry", key, "vantor"},
	} {
		cert, err := node.MakeRoleCertificate(s.Agreement, x.party, x.role, x.authority, key.PublicKey(), seal.CustodyPerson, x.by, n.Now())
		if err != nil {
			continue // not even made
		}
		if err := n.EnrolRoleKey(t.Context(), s.Agreement, x.person, "judge", cert); err == nil || fault.CodeOf(err) == fault.Internal {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is bound to the day and to the clock: a world of its own, since the clocks move.
func TestMidnightAndTheLifeOfDrafts(t *testing.T) {
	const most = 5
	s := alone(t, func(text []byte) []byte {
		return bytes.Replace(text, []byte("cap     = 2000000"), []byte("cap     = 5"), 1) // of the query document
	})
	asks := 0
	ask := func() error {
		asks++
		_, err := s.Node("arland").Ask(t.Context(), s.ivo, document(fmt.Sprint("P", asks)))
		return err
	}
	usedUp := func(when string) {
		t.Helper()
		if err := ask(); fault.CodeOf(err) != fault.CapReached || !strings.Contains(err.Error(), "Article 2") {
			t.Fatalf("%s the cap should be used up: %v", when, err)
		}
	}
	for range most {
		if err := ask(); err != nil {
			t.Fatal(err)
		}
	}
	usedUp("after five")
	// A manifest is answered or refused question by question, and other queries have caps of their own.
	other := node.AskRequest{Agreement: s.Agreement, Register: "watch_list", Query: "number", Purpose: "border-control", Match: map[agreement.FieldID]string{"document": "P1"}}
	_, errs, err := s.Node("arland").AskMany(t.Context(), s.ivo, "belmark", []node.AskRequest{document("P1"), other})
	if err != nil || fault.CodeOf(errs[0]) != fault.CapReached || errs[1] != nil {
		t.Fatalf("%v, %v", errs, err)
	}
	if err := s.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	if err := s.Start(t.Context(), "belmark"); err != nil {
		t.Fatal(err)
	}
	usedUp("after a restart")

	// A draft lives for a quarter of an hour.
	var drafts []string
	for range 2 {
		p, err := s.Node("arland").Prepare(t.Context(), s.ivo, hitOn("P1"))
		if err != nil {
			t.Fatal(err)
		}
		if want := s.Now().Add(15 * time.Minute); !p.Expires.Equal(want) {
			t.Fatalf("it expires at %s, not at %s", p.Expires, want)
		}
		drafts = append(drafts, p.Name)
	}
	if err := s.SetClock(t.Context(), s.Now().Add(15*time.Minute)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Node("arland").Step(t.Context(), s.ivo, node.StepRequest{Prepared: drafts[0]}); err != nil {
		t.Fatalf("in its last moment: %v", err)
	}
	if err := s.SetClock(t.Context(), s.Now().Add(time.Second)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Node("arland").Step(t.Context(), s.ivo, node.StepRequest{Prepared: drafts[1]}); fault.CodeOf(err) != fault.NotFound {
		t.Fatalf("after its time: %v", err)
	}

	// Midnight is that of the agreement's zone, two hours before that of UTC.
	midnight := time.Date(2026, 6, 1, 22, 0, 0, 0, time.UTC)
	if err := s.SetClock(t.Context(), midnight.Add(-time.Second)); err != nil {
		t.Fatal(err)
	}
	usedUp("a second before midnight")
	if err := s.SetClock(t.Context(), midnight); err != nil {
		t.Fatal(err)
	}
	for i := range most {
		if err := ask(); err != nil {
			t.Fatalf("question %d of the new day: %v", i, err)
		}
	}
	usedUp("on the new day")
	if err := s.SetClock(t.Context(), midnight.Add(2*time.Hour)); err != nil { // of UTC
		t.Fatal(err)
	}
	usedUp("at another zone's midnight")
}
