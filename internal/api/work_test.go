package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/seal"
)

func TestWorkOfTheDay(t *testing.T) {
	ctx := context.Background()
	s := newStage(t)
	nils, ivo, pia := s.as("belmark", "nils"), s.as("arland", "ivo"), s.as("arland", "pia")
	vantor, oren, maud := s.as("belmark", "vantor"), s.as("belmark", "oren"), s.as("secretariat", "maud")

	me := must(ivo.Me(ctx))(t)
	if me.ID != "ivo" || me.Party != "arland" || me.World != "exercise" || len(me.Roles["northgate"]) != 1 || me.FormToken != "" {
		t.Fatalf("%+v", me)
	}
	law := must(ivo.Agreement(ctx, "northgate"))(t)
	model := must(ivo.Model(ctx, "northgate"))(t)
	if string(seal.DigestOf(model)) != law.ModelHash || string(seal.DigestOf([]byte(law.Text))) != law.TextHash || !law.InForce || len(law.Signed) != 3 {
		t.Fatalf("the hashes are not those of what is given: %+v", law)
	}

	// Registers belong to their editors.
	list := "number,issuing_state,kind,reported,circumstances\nB1234567,XB,passport,2026-02-11,\n"
	if _, err := oren.Import(ctx, "northgate", "stolen_documents", strings.NewReader(list)); err == nil {
		t.Fatal("a prosecutor loads the register")
	} else {
		want(t, err, fault.WrongRole, "2")
	}
	_, err := nils.Import(ctx, "northgate", "stolen_documents", strings.NewReader(list+"B2,Belmark,passport,yesterday,\n"))
	if fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "list.csv:3:") {
		t.Fatalf("a wrong list: %v", err)
	}
	done := must(nils.Import(ctx, "northgate", "stolen_documents", strings.NewReader(list)))(t)
	if done.Entries != 1 || done.Version == "" {
		t.Fatalf("%+v", done)
	}
	var out bytes.Buffer
	if err := nils.Export(ctx, "northgate", "stolen_documents", &out); err != nil || !strings.Contains(out.String(), "B1234567,XB,passport") {
		t.Fatalf("%v: %s", err, &out)
	}
	if err := nils.Export(ctx, "northgate", "watch_list", &out); fault.CodeOf(err) != fault.NotFound {
		t.Fatalf("an empty register: %v", err)
	}
	if err := nils.Export(ctx, "northgate", "nothing", &out); fault.CodeOf(err) != fault.NoSuchStep {
		t.Fatalf("a register that is none: %v", err)
	}

	// Questions, one and many.
	check := client.Check{Agreement: "northgate", Register: "stolen_documents", Query: "document", Purpose: "border-control", Match: map[string]string{"number": "b 1234567", "issuing_state": "XB"}}
	answer := must(ivo.Check(ctx, check))(t)
	if len(answer.Answers) != 1 || len(answer.Answers[0].Hits) != 1 || answer.Answers[0].Hits[0].Fields["kind"] != "passport" || answer.Answers[0].Opens != "hit" {
		t.Fatalf("%+v", answer)
	}
	for _, holder := range []string{"", "belmark"} {
		m := client.Manifest{Holder: holder}
		for i := range 200 {
			c := check
			c.Match = map[string]string{"number": fmt.Sprintf("N%d", i), "issuing_state": "XB"}
			if i == 42 {
				c = check
			}
			if i == 43 {
				c.Purpose = ""
			}
			m.Checks = append(m.Checks, c)
		}
		got := must(ivo.Manifest(ctx, m))(t)
		for i, r := range got.Results {
			hits := 0
			for _, a := range r.Answers {
				hits += len(a.Hits)
			}
			if i == 42 && hits != 1 || i != 42 && hits != 0 || (i == 43) != (r.Problem != nil) {
				t.Fatalf("holder %q, question %d: %+v", holder, i, r)
			}
		}
		if p := got.Results[43].Problem; p.Code != string(fault.PurposeMissing) || p.Article != "2" {
			t.Fatalf("%+v", p)
		}
	}

	// A case, from the request to the answer.
	opened := must(pia.Open(ctx, request(), ""))(t)
	if opened.State != "requested" || opened.Number != 1 || len(opened.Options) == 0 {
		t.Fatalf("%+v", opened)
	}
	if o := opened.Options[0]; o.Fields == nil || o.Step != "withdraw" {
		t.Fatalf("%+v", opened.Options)
	}
	id := opened.Case
	if l := must(pia.Ledger(ctx, "northgate", 1000))(t); slices.ContainsFunc(l.Entries, func(e client.LogEntry) bool { return e.Kind == "read" }) {
		t.Fatal("to act was logged as a reading")
	}
	s.await(func() bool {
		v, err := vantor.Case(ctx, id)
		return err == nil && v.State == "requested" && v.Values["facts"] != nil
	})
	v := must(vantor.Case(ctx, id))(t)
	if w := v.Withheld["person"]; w == nil || w.Code != string(fault.NotShared) || w.Article != "7" {
		t.Fatalf("the person: %+v, values %v", w, v.Values)
	}
	_, err = vantor.Field(ctx, id, "person")
	want(t, err, fault.NotShared, "7")
	if f := must(vantor.Field(ctx, id, "measure"))(t); f.Value != "location of one telephone" {
		t.Fatalf("%+v", f)
	}
	reasons := map[string]any{"reasons": "necessary"}
	_, err = oren.Act(ctx, id, client.Step{Step: "authorise", Values: reasons}, "")
	want(t, err, fault.WrongRole, "7")
	_, err = oren.Act(ctx, id, client.Step{Step: "execute", Values: map[string]any{"evidence": "x"}}, "")
	want(t, err, fault.WrongState, "7")

	// One key is one act, also for twenty who come at once.
	var wg sync.WaitGroup
	var mu sync.Mutex
	acts := map[string]int{}
	for range 20 {
		wg.Go(func() {
			r, err := vantor.Act(ctx, id, client.Step{Step: "authorise", Values: reasons}, "the-one-decision")
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err == nil:
				acts[r.Act]++
			case fault.CodeOf(err) != fault.Conflict && fault.CodeOf(err) != fault.WrongState:
				t.Errorf("%v", err)
			}
		})
	}
	wg.Wait()
	again := must(vantor.Act(ctx, id, client.Step{Step: "authorise", Values: reasons}, "the-one-decision"))(t)
	if len(acts) != 1 || acts[again.Act] == 0 || again.Number != 2 {
		t.Fatalf("%v, then %+v", acts, again)
	}
	must(oren.Act(ctx, id, client.Step{Step: "execute", Values: map[string]any{"evidence": "at Quell"}}, ""))(t)
	s.await(func() bool { f, err := pia.Field(ctx, id, "evidence"); return err == nil && f.Value == "at Quell" })
	_, err = maud.Case(ctx, id)
	want(t, err, fault.NotFound, "")

	// The log, and what it proves.
	v = must(vantor.Case(ctx, id))(t)
	if len(v.Acts) != 3 || !v.Acts[1].Personal || v.Acts[1].Log < 0 {
		t.Fatalf("%+v", v.Acts)
	}
	s.await(func() bool {
		l, err := vantor.Ledger(ctx, "northgate", 5)
		return err == nil && int64(l.CheckpointSize) > v.Acts[1].Log
	})
	if note := must(vantor.Checkpoint(ctx, "northgate"))(t); !bytes.Contains(note, []byte("northgate/belmark")) {
		t.Fatalf("%s", note)
	}
	if proof := must(vantor.Proof(ctx, "northgate", uint64(v.Acts[1].Log)))(t); !bytes.Contains(proof, []byte(`"entente/proof/1"`)) {
		t.Fatalf("%s", proof)
	}

	// Evidence is the auditor's.
	want(t, ivo.Evidence(ctx, "northgate", &out), fault.WrongRole, "5")
	out.Reset()
	if err := maud.Evidence(ctx, "northgate", &out); err != nil {
		t.Fatal(err)
	}
	if _, err := audit.Replay(ctx, []audit.Input{{Name: "secretariat", From: &out}}, audit.Options{}); err != nil {
		t.Fatal(err)
	}
}

// must lets a call of two results stand in an expression.
func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func (s *stage) await(holds func() bool) {
	s.t.Helper()
	for end := time.Now().Add(20 * time.Second); !holds(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatal("it did not come about")
		}
	}
}

func TestPagesOfCases(t *testing.T) {
	ctx := context.Background()
	s := newStage(t)
	ivo := s.as("arland", "ivo")
	opened := map[string]bool{}
	for i := range 7 {
		r := must(ivo.Open(ctx, hit(fmt.Sprintf("B%d", i)), ""))(t)
		opened[r.Case] = true
	}
	for _, limit := range []int{1, 2, 3, 7, 8} {
		seen := map[string]bool{}
		pages := 0
		for cursor := ""; ; pages++ {
			page := must(ivo.Cases(ctx, cursor, limit))(t)
			for _, c := range page.Cases {
				if seen[c.ID] || !opened[c.ID] {
					t.Fatalf("limit %d: the case %s again, or never opened", limit, c.ID)
				}
				seen[c.ID] = true
			}
			if len(page.Cases) > limit {
				t.Fatalf("limit %d: a page of %d", limit, len(page.Cases))
			}
			if cursor = page.Next; cursor == "" {
				break
			}
		}
		if len(seen) != len(opened) || pages > len(opened)/limit+1 {
			t.Fatalf("limit %d: %d of %d cases on %d pages", limit, len(seen), len(opened), pages+1)
		}
	}
	if page := must(s.as("secretariat", "maud").Cases(ctx, "", 10))(t); len(page.Cases) != 0 {
		t.Fatalf("the auditor's node holds %d cases of others", len(page.Cases))
	}
}

func TestBrowserSession(t *testing.T) {
	ctx := context.Background()
	s := newStage(t)
	people := s.Node("arland").Auth()
	link, err := people.Link(ctx, "ivo", time.Now(), time.Hour, false)
	if err != nil {
		t.Fatal(err)
	}
	cookie, _, err := people.Login(ctx, link, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	head := []string{"Cookie", auth.CookieName("arland") + "=" + cookie}
	resp, b := s.send("arland", http.MethodGet, "/api/me", "", head...)
	var me client.Me
	if err := json.Unmarshal(b, &me); err != nil || resp.StatusCode != http.StatusOK || me.FormToken == "" {
		t.Fatalf("%d %s", resp.StatusCode, b)
	}
	body, err := json.Marshal(hit("B1"))
	if err != nil {
		t.Fatal(err)
	}
	resp, b = s.send("arland", http.MethodPost, "/api/cases", string(body), head...)
	s.problem(resp, b, http.StatusForbidden, fault.Forbidden)
	resp, b = s.send("arland", http.MethodPost, "/api/cases", string(body), append(head, "X-Form-Token", "x")...)
	s.problem(resp, b, http.StatusForbidden, fault.Forbidden)
	resp, b = s.send("arland", http.MethodPost, "/api/cases", string(body), append(head, "X-Form-Token", me.FormToken)...)
	if resp.StatusCode != http.StatusCreated {
		t.Fatalf("%d %s", resp.StatusCode, b)
	}
	// The cookie of one node is none at another.
	resp, b = s.send("belmark", http.MethodGet, "/api/me", "", head...)
	s.problem(resp, b, http.StatusUnauthorized, fault.Unauthorised)
}

func TestOwnKey(t *testing.T) {
	ctx := context.Background()
	s := newStage(t)
	home := s.Members["belmark"].Home
	key, err := home.RoleKey("vantor", "judge")
	if err != nil {
		t.Fatal(err)
	}
	pia, vantor, oren := s.as("arland", "pia"), s.as("belmark", "vantor"), s.as("belmark", "oren")
	opened := must(pia.Open(ctx, request(), ""))(t)
	s.await(func() bool { _, err := vantor.Case(ctx, opened.Case); return err == nil })
	step := client.Step{Step: "authorise", Values: map[string]any{"reasons": "necessary"}}
	prepared := must(vantor.Prepare(ctx, opened.Case, step))(t)
	act, err := seal.DecodeAct([]byte(prepared.Act))
	if err != nil {
		t.Fatal(err)
	}
	if act.Case != opened.Case || act.Step != "authorise" || string(act.Digest()) != prepared.Digest || prepared.Case != opened.Case || len(prepared.Shares) == 0 {
		t.Fatalf("%+v", prepared)
	}
	p, err := seal.SignPersonal(act, key)
	if err != nil {
		t.Fatal(err)
	}
	signed := client.Step{Step: "authorise", Prepared: prepared.Prepared, Personal: &client.Personal{Algorithm: p.Algorithm, Key: string(p.Key), Signature: p.Signature}}
	// What one person prepared, no other takes.
	_, err = oren.Act(ctx, opened.Case, signed, "")
	want(t, err, fault.NotFound, "")
	if r := must(vantor.Act(ctx, opened.Case, signed, ""))(t); r.State != "authorised" {
		t.Fatalf("%+v", r)
	}
	_, err = vantor.Act(ctx, opened.Case, signed, "")
	want(t, err, fault.NotFound, "") // a preparation is good once
	pre := must(pia.PrepareOpening(ctx, request()))(t)
	if pre.Case == "" || pre.Case == opened.Case {
		t.Fatalf("%+v", pre)
	}
	_, err = pia.Prepare(ctx, opened.Case, client.Step{Step: "withdraw", Prepared: pre.Prepared})
	want(t, err, fault.Invalid, "")
}
