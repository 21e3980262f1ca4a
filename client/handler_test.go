package client_test

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/api"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/world"
	"github.com/entente-net/entente/ledger"
)

// scene is a world of real nodes with the real handler before each.
type scene struct {
	*world.Inside
	t    *testing.T
	desk map[agreement.PartyID]*httptest.Server
}

func newScene(t *testing.T) *scene {
	t.Helper()
	text, err := os.ReadFile("../bench/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	w, err := world.NewInside(context.Background(), world.Plan{
		Dir: filepath.Join(t.TempDir(), "world"), Text: text, Start: time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatalf("%v: %v", err, errors.Unwrap(err))
	}
	t.Cleanup(w.Close)
	s := &scene{Inside: w, t: t, desk: map[agreement.PartyID]*httptest.Server{}}
	for p, m := range w.Members {
		s.desk[p] = httptest.NewServer(api.Handler(m.Node, api.Options{}))
		t.Cleanup(s.desk[p].Close)
	}
	return s
}

// as gives a client of a person who holds these roles.
func (s *scene) as(p agreement.PartyID, id auth.PersonID, roles ...agreement.RoleID) *client.Client {
	s.t.Helper()
	ctx := context.Background()
	if _, err := s.Enrol(ctx, p, id, string(id), roles...); err != nil {
		s.t.Fatal(err)
	}
	token, _, err := s.Node(p).Auth().Begin(ctx, id, auth.KindBearer, time.Now(), 0)
	if err != nil {
		s.t.Fatal(err)
	}
	c, err := client.New(s.desk[p].URL, token, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return c
}

func question(number string) client.Check {
	return client.Check{Agreement: "northgate", Register: "stolen_documents", Query: "document", Purpose: "border-control", Match: map[string]string{"number": number, "issuing_state": "XB"}}
}

func opening(number string) client.Opening {
	return client.Opening{Agreement: "northgate", Procedure: "hit", Step: client.Step{Step: "open", Values: map[string]any{
		"register": "stolen documents", "number": number, "answer": "passport",
	}}}
}

// Every method, against the real handler.
func TestEveryMethod(t *testing.T) {
	ctx := t.Context()
	s := newScene(t)
	ivo, rita, maud := s.as("arland", "ivo", "officer"), s.as("belmark", "rita", "registrar"), s.as("secretariat", "maud", "auditor")

	me, err := ivo.Me(ctx)
	if err != nil || me.ID != "ivo" || me.World != "exercise" || !me.Now.Equal(s.Now()) {
		t.Fatalf("%+v, %v", me, err)
	}
	list, err := ivo.Agreements(ctx)
	if err != nil || len(list.Agreements) != 1 || list.Agreements[0].Text != "" {
		t.Fatalf("%+v, %v", list, err)
	}
	law, err := ivo.Agreement(ctx, "northgate")
	if err != nil || law.Text != string(s.Text) || len(law.Parties) != 3 {
		t.Fatalf("%v", err)
	}
	if m, err := ivo.Model(ctx, "northgate"); err != nil || !bytes.HasPrefix(m, []byte("{")) {
		t.Fatalf("%v", err)
	}

	lines := "number,issuing_state,kind,reported,circumstances\nB1,XB,passport,2026-02-11,on a train\n"
	imported, err := rita.Import(ctx, "northgate", "stolen_documents", strings.NewReader(lines))
	if err != nil || imported.Entries != 1 {
		t.Fatalf("%+v, %v", imported, err)
	}
	var out bytes.Buffer
	if err := rita.Export(ctx, "northgate", "stolen_documents", &out); err != nil || !strings.Contains(out.String(), "B1,XB,passport") {
		t.Fatalf("%s, %v", &out, err)
	}
	again, err := rita.Import(ctx, "northgate", "stolen_documents", &out)
	if err != nil || again.Version != imported.Version {
		t.Fatalf("what was exported comes back as another version: %+v, %v", again, err)
	}
	checked, err := ivo.Check(ctx, question("b-1"))
	if err != nil || len(checked.Answers) != 1 || len(checked.Answers[0].Hits) != 1 {
		t.Fatalf("%+v, %v", checked, err)
	}
	many, err := ivo.Manifest(ctx, client.Manifest{Checks: []client.Check{question("B1"), question("B2"), {Agreement: "northgate", Register: "stolen_documents", Query: "document", Match: map[string]string{}}}})
	if err != nil || len(many.Results) != 3 || many.Results[0].Problem != nil || many.Results[2].Problem == nil || many.Results[2].Problem.Code != string(fault.PurposeMissing) {
		t.Fatalf("%+v, %v", many, err)
	}

	opened, err := ivo.Open(ctx, opening("B1"), "one-and-the-same")
	if err != nil || opened.Number != 1 || opened.State != "queried" {
		t.Fatalf("%+v, %v", opened, err)
	}
	if twice, err := ivo.Open(ctx, opening("B1"), "one-and-the-same"); err != nil || twice.Act != opened.Act || twice.Case != opened.Case {
		t.Fatalf("%+v, %v", twice, err)
	}
	if other, err := ivo.Open(ctx, opening("B1"), ""); err != nil || other.Case == opened.Case {
		t.Fatalf("%+v, %v", other, err)
	}
	compare := client.Step{Step: "compare", Values: map[string]any{"comparison": "another", "reasons": "the photograph"}}
	prepared, err := ivo.Prepare(ctx, opened.Case, compare)
	if err != nil || prepared.Case != opened.Case || prepared.Prepared == "" {
		t.Fatalf("%+v, %v", prepared, err)
	}
	if res, err := ivo.Act(ctx, opened.Case, client.Step{Step: "compare", Prepared: prepared.Prepared}, ""); err != nil || res.State != "compared" {
		t.Fatalf("%+v, %v", res, err)
	}
	if pre, err := ivo.PrepareOpening(ctx, opening("B1")); err != nil || pre.Case == "" {
		t.Fatalf("%+v, %v", pre, err)
	}
	c, err := ivo.Case(ctx, opened.Case)
	if err != nil || len(c.Acts) != 2 || c.Values["number"] != "B1" || c.Home != "arland" {
		t.Fatalf("%+v, %v", c, err)
	}
	if f, err := ivo.Field(ctx, opened.Case, "number"); err != nil || f.Value != "B1" {
		t.Fatalf("%+v, %v", f, err)
	}
	cases, err := ivo.Cases(ctx, "", 1)
	if err != nil || len(cases.Cases) != 1 || cases.Next == "" {
		t.Fatalf("%+v, %v", cases, err)
	}
	rest, err := ivo.Cases(ctx, cases.Next, 0)
	if err != nil || len(rest.Cases) != 1 || rest.Cases[0].ID == cases.Cases[0].ID || rest.Next != "" {
		t.Fatalf("%+v, %v", rest, err)
	}

	index := c.Acts[0].Log
	if err := s.Await(ctx, func() (bool, error) {
		l, err := ivo.Ledger(ctx, "northgate", 10)
		return err == nil && int64(l.CheckpointSize) > index && len(l.Entries) > 0 && len(l.Entries) <= 10, err
	}); err != nil {
		t.Fatal(err)
	}
	note, err := ivo.Checkpoint(ctx, "northgate")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ledger.ReadCheckpoint(note); err != nil {
		t.Fatal(err)
	}
	b, err := ivo.Proof(ctx, "northgate", uint64(index))
	if err != nil {
		t.Fatal(err)
	}
	if p, err := ledger.DecodeProof(b); err != nil || p.Kind != ledger.KindAct {
		t.Fatalf("%+v, %v", p, err)
	}
	out.Reset()
	if err := maud.Evidence(ctx, "northgate", &out); err != nil || !bytes.HasPrefix(out.Bytes(), []byte("{")) {
		t.Fatalf("%.100s, %v", &out, err)
	}
	if err := ivo.Evidence(ctx, "northgate", &out); fault.CodeOf(err) != fault.WrongRole {
		t.Fatalf("evidence is the auditor's: %v", err)
	}
}

func TestWhoIsNobodyAnyMore(t *testing.T) {
	ctx := t.Context()
	s := newScene(t)
	ivo := s.as("arland", "ivo", "officer")
	if _, err := ivo.Me(ctx); err != nil {
		t.Fatal(err)
	}
	err := s.Node("arland").EnrolPerson(ctx, auth.Person{ID: "ivo", Name: "Ivo", Disabled: true, Roles: map[agreement.ID][]agreement.RoleID{"northgate": {"officer"}}})
	if err != nil {
		t.Fatal(err)
	}
	for name, call := range map[string]func() error{
		"me":    func() error { _, err := ivo.Me(ctx); return err },
		"check": func() error { _, err := ivo.Check(ctx, question("B1")); return err },
		"open":  func() error { _, err := ivo.Open(ctx, opening("B1"), ""); return err },
		"cases": func() error { _, err := ivo.Cases(ctx, "", 0); return err },
		"log":   func() error { _, err := ivo.Ledger(ctx, "northgate", 1); return err },
	} {
		if err := call(); fault.CodeOf(err) != fault.Unauthorised {
			t.Errorf("%s, of who is disabled: %v", name, err)
		}
	}

	// Who looks after the node sees nothing of what is in it.
	err = s.Node("arland").EnrolPerson(ctx, auth.Person{ID: "ada", Name: "Ada", Admin: true, Roles: map[agreement.ID][]agreement.RoleID{}})
	if err != nil {
		t.Fatal(err)
	}
	token, _, err := s.Node("arland").Auth().Begin(ctx, "ada", auth.KindBearer, time.Now(), 0)
	if err != nil {
		t.Fatal(err)
	}
	ada, err := client.New(s.desk["arland"].URL, token, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for name, call := range map[string]func() error{
		"check": func() error { _, err := ada.Check(ctx, question("B1")); return err },
		"manifest": func() error {
			_, err := ada.Manifest(ctx, client.Manifest{Checks: []client.Check{question("B1")}})
			return err
		},
		"open":     func() error { _, err := ada.Open(ctx, opening("B1"), ""); return err },
		"cases":    func() error { _, err := ada.Cases(ctx, "", 0); return err },
		"log":      func() error { _, err := ada.Ledger(ctx, "northgate", 1); return err },
		"evidence": func() error { return ada.Evidence(ctx, "northgate", &out) },
		"register": func() error { return ada.Export(ctx, "northgate", "stolen_documents", &out) },
	} {
		if err := call(); fault.CodeOf(err) != fault.Forbidden {
			t.Errorf("%s, for the administrator: %v", name, err)
		}
	}
	if out.Len() > 0 {
		t.Errorf("the administrator was given %d bytes", out.Len())
	}
}

func TestWhereATokenGoes(t *testing.T) {
	for _, address := range []string{"http://node.example:8080", "http://10.0.0.1", "http://[2001:db8::1]:80", "http://127.0.0.1.example"} {
		if _, err := client.New(address, "token", nil); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: in clear over the net: %v", address, err)
		}
	}
	for _, address := range []string{"https://node.example", "http://127.0.0.1:8080", "http://[::1]:80", "http://localhost:8080/"} {
		if _, err := client.New(address, "token", nil); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
	elsewhere := 0
	third := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { elsewhere++ }))
	defer third.Close()
	for _, status := range []int{301, 302, 303, 307, 308} {
		first := httptest.NewServer(http.RedirectHandler(third.URL, status))
		c, err := client.New(first.URL, "token", nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.Check(t.Context(), question("B1")); err == nil {
			t.Errorf("%d is an answer", status)
		}
		first.Close()
	}
	if elsewhere != 0 {
		t.Errorf("%d requests went elsewhere", elsewhere)
	}
}
