package node_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/world"
)

// begin is a Monday within the term of the model agreement; in its zone, two hours ahead of UTC, it is ten o'clock.
var begin = time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)

type values = map[agreement.FieldID]any

// people of all offices; each test of the shared world has its own cases.
type staged struct {
	*world.Inside
	pia, ivo, vantor, wanda, oren, registrar node.Who
}

func model() ([]byte, error) { return os.ReadFile("../../bench/northgate.md") }

func stageIn(dir string, text []byte) (*staged, error) {
	ctx := context.Background()
	w, err := world.NewInside(ctx, world.Plan{Dir: filepath.Join(dir, "world"), Text: text, Start: begin})
	if err != nil {
		return nil, err
	}
	s := &staged{Inside: w}
	for _, p := range []struct {
		to    *node.Who
		party agreement.PartyID
		id    auth.PersonID
		role  agreement.RoleID
	}{
		{&s.pia, "arland", "pia", "prosecutor"},
		{&s.ivo, "arland", "ivo", "officer"},
		{&s.vantor, "belmark", "vantor", "judge"},
		{&s.wanda, "belmark", "wanda", "judge"},
		{&s.oren, "belmark", "oren", "prosecutor"},
		{&s.registrar, "belmark", "rita", "registrar"},
	} {
		if *p.to, err = w.Enrol(ctx, p.party, p.id, string(p.id), p.role); err != nil {
			w.Close()
			return nil, err
		}
	}
	if _, err := w.Node("belmark").Import(ctx, w.Agreement, "stolen_documents", node.ImportCSV, "stolen.csv", strings.NewReader(stolen)); err != nil {
		w.Close()
		return nil, err
	}
	return s, w.Rest(ctx)
}

const stolen = `number,issuing_state,kind,reported,circumstances
P1234567,XB,passport,2026-02-03,taken on a train
P7654321,XB,identity card,2026-03-04,
`

var shared struct {
	once sync.Once
	dir  string
	s    *staged
	err  error
}

// together is the world of all tests that do not disturb one another.
func together(t *testing.T) *staged {
	t.Helper()
	shared.once.Do(func() {
		var text []byte
		if shared.dir, shared.err = os.MkdirTemp("", "entente-node-"); shared.err != nil {
			return
		}
		if text, shared.err = model(); shared.err == nil {
			shared.s, shared.err = stageIn(shared.dir, text)
		}
	})
	if shared.err != nil {
		t.Fatalf("%v: %v", shared.err, errors.Unwrap(shared.err))
	}
	return shared.s
}

func TestMain(m *testing.M) {
	code := m.Run()
	if shared.s != nil {
		shared.s.Close()
	}
	if shared.dir != "" {
		_ = os.RemoveAll(shared.dir)
	}
	os.Exit(code)
}

// alone is a world of one test's own.
func alone(t *testing.T, change func(text []byte) []byte) *staged {
	t.Helper()
	text, err := model()
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		was := text
		if text = change(text); bytes.Equal(was, text) {
			t.Fatal("the model's text has changed: mend the test")
		}
	}
	s, err := stageIn(t.TempDir(), text)
	if err != nil {
		t.Fatalf("%v: %v", err, errors.Unwrap(err))
	}
	t.Cleanup(s.Close)
	return s
}

func assistance(urgency string) node.StepRequest {
	return node.StepRequest{Agreement: "northgate", Procedure: "assistance", Step: "request", Values: values{
		"offence": map[string]any{"description": "smuggling of persons", "provision": "Penal Code 201", "punishable_in_both": true},
		"facts":   "two lorries", "measure": "location of one telephone", "person": "Ilyan Dessar", "urgency": urgency,
		"assessment_proportionality": map[string]any{"milder": "no", "weight": "yes"},
	}}
}

func hitOn(number string) node.StepRequest {
	return node.StepRequest{Agreement: "northgate", Procedure: "hit", Step: "open", Values: values{
		"register": "stolen documents", "number": number, "answer": "passport",
	}}
}

func because(c casework.CaseID, step agreement.StepID) node.StepRequest {
	return node.StepRequest{Case: c, Step: step, Values: values{"reasons": "necessary and proportionate"}}
}

// requested opens a request of Arland's, and waits until Belmark has it.
func (s *staged) requested(t *testing.T) casework.CaseID {
	t.Helper()
	res, err := s.Node("arland").Step(t.Context(), s.pia, assistance("ordinary"))
	if err != nil || res.Number != 1 {
		t.Fatalf("%+v, %v", res, err)
	}
	err = s.Await(t.Context(), func() (bool, error) {
		v, err := s.Node("belmark").Case(t.Context(), s.oren, res.Case)
		return err == nil && v.Values["facts"] == "two lorries", err
	})
	if err != nil {
		t.Fatal(err)
	}
	return res.Case
}

func document(number string) node.AskRequest {
	return node.AskRequest{Agreement: "northgate", Register: "stolen_documents", Query: "document", Purpose: "border-control", Match: map[agreement.FieldID]string{"number": number, "issuing_state": "XB"}}
}

func (s *staged) hits(t *testing.T, number string) int {
	t.Helper()
	res, err := s.Node("arland").Ask(t.Context(), s.ivo, document(number))
	if err != nil || len(res) != 1 {
		t.Fatalf("%+v, %v", res, err)
	}
	return len(res[0].Hits)
}

func TestOneRequestIsOneAct(t *testing.T) {
	s := together(t)
	for name, do := range map[string]struct {
		party agreement.PartyID
		who   node.Who
		req   func() node.StepRequest
	}{
		"opened at home":        {"arland", s.ivo, func() node.StepRequest { return hitOn("P1") }},
		"opened elsewhere":      {"arland", s.pia, func() node.StepRequest { return assistance("ordinary") }},
		"a step, taken at home": {"belmark", s.vantor, nil},
	} {
		t.Run(name, func(t *testing.T) {
			req := do.req
			if req == nil {
				id := s.requested(t)
				req = func() node.StepRequest { return because(id, "authorise") }
			}
			const at = 16
			var mu sync.Mutex
			acts, cases := map[string]int{}, map[casework.CaseID]bool{}
			var asking sync.WaitGroup
			for range at {
				asking.Go(func() {
					r := req()
					r.Once = "only-" + name
					res, err := s.Node(do.party).Step(t.Context(), do.who, r)
					if err != nil {
						t.Errorf("%v", err)
						return
					}
					mu.Lock()
					defer mu.Unlock()
					acts[string(res.Act)]++
					cases[res.Case] = true
				})
			}
			asking.Wait()
			if len(acts) != 1 || len(cases) != 1 {
				t.Fatalf("%d requests became %v in %v", at, acts, cases)
			}
			r := req()
			r.Once = "only-" + name
			again, err := s.Node(do.party).Step(t.Context(), do.who, r)
			if err != nil || acts[string(again.Act)] != at {
				t.Fatalf("asked once more: %+v, %v", again, err)
			}
			v, err := s.Node(do.party).Case(t.Context(), do.who, again.Case)
			if err != nil {
				t.Fatal(err)
			}
			same := 0
			for _, a := range v.Acts {
				if string(a.Digest) == string(again.Act) {
					same++
				}
			}
			if same != 1 {
				t.Fatalf("the act stands %d times in its case", same)
			}
		})
	}
	// The name is the person's own: another's request under it is another act.
	r := hitOn("P2")
	r.Once = "only-opened at home"
	first, err := s.Node("arland").Step(t.Context(), s.ivo, r)
	if err != nil {
		t.Fatal(err)
	}
	other, err := s.Enrol(t.Context(), "arland", "olaf", "Olaf", "officer")
	if err != nil {
		t.Fatal(err)
	}
	if second, err := s.Node("arland").Step(t.Context(), other, r); err != nil || second.Act == first.Act {
		t.Fatalf("%+v, %v", second, err)
	}
}

func TestAStepThatIsRefusedIsNoAct(t *testing.T) {
	s := together(t)
	id := s.requested(t)
	before, err := s.Node("belmark").Ledger(t.Context(), s.Agreement, 1)
	if err != nil {
		t.Fatal(err)
	}
	r := because(id, "authorise")
	r.Once = "a refused one"
	for range 2 {
		if _, err := s.Node("belmark").Step(t.Context(), s.oren, r); fault.CodeOf(err) != fault.WrongRole {
			t.Fatalf("%v", err)
		}
	}
	after, err := s.Node("belmark").Ledger(t.Context(), s.Agreement, 1)
	if err != nil || after.Size != before.Size {
		t.Fatalf("the log grew from %d to %d entries: %v", before.Size, after.Size, err)
	}
	if res, err := s.Node("belmark").Step(t.Context(), s.vantor, r); err != nil || res.Number != 2 {
		t.Fatalf("%+v, %v", res, err)
	}
}

func TestPagesOfCases(t *testing.T) {
	s := together(t)
	opened := map[casework.CaseID]bool{}
	var opening sync.WaitGroup
	var mu sync.Mutex
	for i := range 11 { // at one frozen instant, so that many stand at the same place in time
		opening.Go(func() {
			res, err := s.Node("arland").Step(t.Context(), s.ivo, hitOn(fmt.Sprint("P", i)))
			if err != nil {
				t.Error(err)
				return
			}
			mu.Lock()
			opened[res.Case] = true
			mu.Unlock()
		})
	}
	opening.Wait()
	if err := s.Rest(t.Context()); err != nil { // an act that home has not answered yet moves its case when it does
		t.Fatal(err)
	}
	for _, most := range []int{1, 2, 3, 5, 1000} {
		seen := map[casework.CaseID]bool{}
		var last node.CaseLine
		for from := (node.Cursor{}); ; {
			page, next, err := s.Node("arland").CasePage(t.Context(), s.ivo, from, most)
			if err != nil || len(page) > most {
				t.Fatalf("%d lines on a page of %d: %v", len(page), most, err)
			}
			for _, l := range page {
				if seen[l.ID] {
					t.Fatalf("%d a page: the case %s twice", most, l.ID)
				}
				if last.ID != "" && last.Updated.Before(l.Updated) {
					t.Fatalf("%d a page: out of order", most)
				}
				seen[l.ID], last = true, l
			}
			if next == (node.Cursor{}) {
				break
			}
			if from, err = node.ParseCursor(next.String()); err != nil || from != next {
				t.Fatalf("%+v: %v", next, err)
			}
		}
		for id := range opened {
			if !seen[id] {
				t.Fatalf("%d a page: the case %s is on none", most, id)
			}
		}
	}
	nobody := &auth.Person{ID: "nobody", Party: "arland", Roles: map[agreement.ID][]agreement.RoleID{}}
	if page, next, err := s.Node("arland").CasePage(t.Context(), nobody, node.Cursor{}, 3); err != nil || len(page) > 0 || next != (node.Cursor{}) {
		t.Fatalf("without a role: %d lines, %v, %v", len(page), next, err)
	}
	admin := &auth.Person{ID: "ada", Party: "arland", Admin: true, Roles: map[agreement.ID][]agreement.RoleID{"northgate": {"officer"}}}
	for name, look := range map[string]func() error{
		"pages": func() error { _, _, err := s.Node("arland").CasePage(t.Context(), admin, node.Cursor{}, 3); return err },
		"cases": func() error { _, err := s.Node("arland").Cases(t.Context(), admin, node.Cursor{}, 3); return err },
		"a case": func() error {
			_, err := s.Node("arland").Case(t.Context(), admin, slices.Collect(maps.Keys(opened))[0])
			return err
		},
		"a step": func() error { _, err := s.Node("arland").Step(t.Context(), admin, hitOn("P")); return err },
	} {
		if err := look(); fault.CodeOf(err) != fault.Forbidden {
			t.Errorf("the administrator and %s: %v", name, err)
		}
	}
}
