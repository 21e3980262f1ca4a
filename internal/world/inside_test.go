package world

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
)

// begin is a Monday within the term of the model agreement.
var begin = time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)

func model(t testing.TB) []byte {
	t.Helper()
	text, err := os.ReadFile("../../bench/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func northgate(t testing.TB) *Inside {
	t.Helper()
	return newWorld(t, model(t), node.Config{})
}

func newWorld(t testing.TB, text []byte, cfg node.Config) *Inside {
	t.Helper()
	var log *slog.Logger
	if os.Getenv("ENTENTE_LOG") != "" {
		log = slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelDebug}))
	}
	w, err := NewInside(context.Background(), Plan{Dir: filepath.Join(t.TempDir(), "world"), Text: text, Start: begin, Log: log, Node: cfg})
	if err != nil {
		t.Fatalf("%v: %v", err, errors.Unwrap(err))
	}
	t.Cleanup(w.Close)
	return w
}

func (w *Inside) must(t *testing.T, p agreement.PartyID, id string, roles ...agreement.RoleID) node.Who {
	t.Helper()
	who, err := w.Enrol(context.Background(), p, auth.PersonID(id), id, roles...)
	if err != nil {
		t.Fatalf("enrol %s: %v: %v", id, err, errors.Unwrap(err))
	}
	return who
}

// request are the fields of a request for assistance.
func request(urgency string) map[agreement.FieldID]any {
	return map[agreement.FieldID]any{
		"offence": map[string]any{"description": "smuggling of persons", "provision": "Penal Code 201", "punishable_in_both": true},
		"facts":   "two lorries", "measure": "location of one telephone for seven days", "person": "Ilyan Dessar", "urgency": urgency,
		"assessment_proportionality": map[string]any{"milder": "no", "weight": "yes"},
	}
}

// awaitState waits until a node's case is in a state.
func (w *Inside) awaitState(t *testing.T, p agreement.PartyID, who node.Who, id casework.CaseID, want agreement.StateID) *node.CaseView {
	t.Helper()
	var v *node.CaseView
	err := w.Await(context.Background(), func() (bool, error) {
		var err error
		v, err = w.Node(p).Case(context.Background(), who, id)
		return err == nil && v.State == want, err
	})
	if err != nil {
		got := agreement.StateID("nothing")
		if v != nil {
			got = v.State
		}
		t.Fatalf("%s: case %s is in %q, not %q: %v", p, id, got, want, err)
	}
	return v
}

// The nodes of one process hold one model of the text that they all run under.
func TestNodesOfAProcessShareAModel(t *testing.T) {
	ctx := context.Background()
	w := newWorld(t, model(t), node.Config{Library: node.NewLibrary()})
	var first *agreement.Model
	for p := range w.Members {
		if err := w.Stop(p); err != nil { // the model is compiled at the start of a node too, not when it takes the agreement alone
			t.Fatal(err)
		}
		if err := w.Start(ctx, p); err != nil {
			t.Fatal(err)
		}
		v, err := w.Node(p).Agreement(ctx, w.Agreement)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = v.Model
		}
		if v.Model == nil || v.Model != first {
			t.Errorf("%s has a model of its own", p)
		}
	}
}

func TestAssistanceFromRequestToAnswer(t *testing.T) {
	ctx := context.Background()
	w := northgate(t)
	asking := w.must(t, "arland", "pia", "prosecutor")
	judge := w.must(t, "belmark", "vantor", "judge")
	executing := w.must(t, "belmark", "oren", "prosecutor")

	res, err := w.Node("arland").Step(ctx, asking, node.StepRequest{Agreement: w.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary")})
	if err != nil {
		t.Fatal(err)
	}
	if res.Queued || res.Number != 1 || res.State != "requested" {
		t.Fatalf("the request: %+v", res)
	}
	v := w.awaitState(t, "belmark", judge, res.Case, "requested")
	if v.Values["facts"] != "two lorries" {
		t.Fatalf("the judge sees %v, withheld %v", v.Values, v.Withheld)
	}
	if _, err := w.Node("belmark").Step(ctx, executing, node.StepRequest{Case: res.Case, Step: "authorise", Values: map[agreement.FieldID]any{"reasons": "x"}}); fault.CodeOf(err) != fault.WrongRole || !strings.Contains(err.Error(), "Article 7") {
		t.Fatalf("a prosecutor signs what a judge must: %v", err)
	}
	dec, err := w.Node("belmark").Step(ctx, judge, node.StepRequest{Case: res.Case, Step: "authorise", Values: map[agreement.FieldID]any{"reasons": "necessary and proportionate"}})
	if err != nil {
		t.Fatal(err)
	}
	if dec.State != "authorised" || dec.Number != 2 {
		t.Fatalf("the decision: %+v", dec)
	}
	if _, err := w.Node("belmark").Step(ctx, executing, node.StepRequest{Case: res.Case, Step: "execute", Values: map[agreement.FieldID]any{"evidence": "the telephone was at Quell"}}); err != nil {
		t.Fatal(err)
	}
	v = w.awaitState(t, "arland", asking, res.Case, "executed")
	err = w.Await(ctx, func() (bool, error) {
		v, err = w.Node("arland").Case(ctx, asking, res.Case)
		return err == nil && v.Values["evidence"] == "the telephone was at Quell", err
	})
	if err != nil {
		t.Fatalf("the answer did not arrive: %v, withheld %v", err, v.Withheld)
	}
	if len(v.Acts) != 3 {
		t.Fatalf("%d acts", len(v.Acts))
	}
}
