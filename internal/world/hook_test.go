package world

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/internal/webhook"
	"github.com/entente-net/entente/seal"
)

// receiver is another program that is told what happens: it takes nothing that the node did not sign.
type receiver struct {
	t   *testing.T
	key seal.PublicKey
	url string

	mu      sync.Mutex
	refuses bool
	holds   chan struct{} // answers nobody before it is closed; nil: at once
	tries   int
	took    []told            // in the order in which they came, each once
	bodies  map[string]string // by id, refused ones too
}

type told struct{ ID, Time, Node, World, Event, Agreement, Article, Case, Negotiation, State, Due, Type string }

func newReceiver(t *testing.T, key seal.PublicKey) *receiver {
	t.Helper()
	r := &receiver{t: t, key: key, bodies: map[string]string{}}
	srv := httptest.NewServer(r)
	t.Cleanup(srv.Close)
	r.url = srv.URL + "/entente"
	return r
}

func (r *receiver) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	body, err := io.ReadAll(q.Body)
	if err != nil {
		return // the node died while it sent
	}
	var e told
	d := json.NewDecoder(strings.NewReader(string(body)))
	d.DisallowUnknownFields()
	if err := d.Decode(&e); err != nil || len(e.ID) != 32 || e.Type != "entente/event/1" {
		r.t.Errorf("%s: %v", body, err)
	}
	if err := webhook.Verify(r.key, q.Header.Get(webhook.Header), body, time.Now(), time.Minute); err != nil {
		r.t.Errorf("what came is not signed by the node: %v", err)
	}
	for _, secret := range []string{"Ilyan", "Dessar", "lorries", "Penal", "smuggling", "pia", "vantor", "oren"} {
		if strings.Contains(string(body), secret) {
			r.t.Errorf("%s tells %q", body, secret)
		}
	}
	r.mu.Lock()
	r.tries++
	if was, had := r.bodies[e.ID]; had && was != string(body) {
		r.t.Errorf("%s came with two bodies:\n%s\n%s", e.ID, was, body)
	}
	r.bodies[e.ID] = string(body)
	holds, refuses := r.holds, r.refuses
	r.mu.Unlock()
	if holds != nil {
		<-holds
		return
	}
	if refuses {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if !slices.ContainsFunc(r.took, func(x told) bool { return x.ID == e.ID }) {
		r.took = append(r.took, e)
	}
}

func (r *receiver) set(refuses bool, holds chan struct{}) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.refuses, r.holds = refuses, holds
}

func (r *receiver) state() (tries int, took []told) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.tries, slices.Clone(r.took)
}

func (r *receiver) of(event string) (out []told) {
	_, took := r.state()
	for _, e := range took {
		if e.Event == event {
			out = append(out, e)
		}
	}
	return out
}

func TestWebhooks(t *testing.T) {
	ctx := context.Background()
	w, err := NewInside(ctx, Plan{Dir: t.TempDir(), Text: model(t), Start: time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	pia := w.must(t, "arland", "pia", "prosecutor")
	vantor := w.must(t, "belmark", "vantor", "judge")
	b := w.Node("belmark")
	r := newReceiver(t, w.Members["belmark"].Home.Sign.PublicKey())
	r.set(true, nil)

	for address, want := range map[string]fault.Code{"https://10.0.0.1/x": fault.Forbidden, "http://receiver.example/": fault.Forbidden, "nowhere": fault.Invalid} {
		if _, err := b.AddHook(ctx, address, nil); fault.CodeOf(err) != want {
			t.Errorf("%s: %v", address, err)
		}
	}
	if _, err := b.AddHook(ctx, r.url, []string{"weather"}); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("an event that there is not: %v", err)
	}
	h, err := b.AddHook(ctx, r.url, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.AddHook(ctx, r.url, nil); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("twice: %v", err)
	}
	only := newReceiver(t, w.Members["belmark"].Home.Sign.PublicKey())
	if _, err := b.AddHook(ctx, only.url, []string{webhook.Moved}); err != nil {
		t.Fatal(err)
	}

	// It refuses first.
	open, err := w.Node("arland").Step(ctx, pia, node.StepRequest{Agreement: w.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary")})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Rest(ctx); err != nil {
		t.Fatal(err)
	}
	for range 2 { // each thing once, however often is asked
		if err := b.Tell(ctx); err != nil {
			t.Fatal(err)
		}
	}
	hook := func() node.Hook {
		t.Helper()
		list, err := b.Hooks(ctx)
		if err != nil || len(list) == 0 {
			t.Fatal(list, err)
		}
		return list[slices.IndexFunc(list, func(x node.Hook) bool { return x.ID == h.ID })]
	}
	err = w.Await(ctx, func() (bool, error) {
		x := hook()
		return x.Waiting == 2 && len(x.Trouble) == 2, nil
	})
	x := hook()
	if err != nil || x.Taken != 0 || x.Trouble[0].Why != "the receiver answered 503" || x.Trouble[0].Tries == 0 || x.Trouble[0].Next.IsZero() {
		t.Fatalf("refused: %+v, %v", x, err)
	}
	// It accepts later, when the node tries again.
	r.set(false, nil)
	if err := b.SendHooks(ctx, time.Now().Add(2*time.Minute)); err != nil {
		t.Fatal(err)
	}
	_, took := r.state()
	opened, waits := r.of(webhook.Opened), r.of(webhook.Waits)
	if len(took) != 2 || len(opened) != 1 || len(waits) != 1 {
		t.Fatalf("told: %+v", took)
	}
	if o := opened[0]; o.Case != string(open.Case) || o.Agreement != string(w.Agreement) || o.State == "" || o.Article == "" || o.Node != "belmark" || o.World != "exercise" || o.Due == "" {
		t.Errorf("opened: %+v", o)
	}
	if o := waits[0]; o.Case != string(open.Case) || o.Article != "7" || o.Due == "" {
		t.Errorf("waits: %+v", o)
	}
	if x := hook(); x.Taken != 2 || x.Waiting != 0 || len(x.Trouble) != 0 {
		t.Errorf("taken: %+v", x)
	}

	// A second case goes on; the time of the first comes near and runs out.
	second, err := w.Node("arland").Step(ctx, pia, node.StepRequest{Agreement: w.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary")})
	if err == nil {
		err = w.Rest(ctx)
	}
	if err == nil {
		_, err = b.Step(ctx, vantor, node.StepRequest{Case: second.Case, Step: "authorise", Values: map[agreement.FieldID]any{"reasons": "necessary"}})
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []time.Duration{7*24*time.Hour + 12*time.Hour, 5 * 24 * time.Hour} {
		if err := w.SetClock(ctx, w.Now().Add(d)); err != nil {
			t.Fatal(err)
		}
		if err := w.Rest(ctx); err != nil {
			t.Fatal(err)
		}
		if err := b.Tell(ctx); err != nil {
			t.Fatal(err)
		}
	}
	err = w.Await(ctx, func() (bool, error) {
		return len(r.of(webhook.Near)) > 0 && len(r.of(webhook.Over)) > 0 && len(only.of(webhook.Moved)) > 0, nil
	})
	near, over := r.of(webhook.Near), r.of(webhook.Over)
	_, took = r.state()
	if err != nil || near[0].Case != string(open.Case) || near[0].Due != waits[0].Due || over[0].Case != string(open.Case) || over[0].Article == "" {
		t.Errorf("near: %+v, over: %+v, %v in %+v", near, over, err, took)
	}
	if i := slices.IndexFunc(r.of(webhook.Moved), func(e told) bool { return e.Case == string(second.Case) && e.State != opened[0].State }); i < 0 {
		t.Errorf("moved: %+v", r.of(webhook.Moved))
	}
	if _, took := only.state(); slices.ContainsFunc(took, func(e told) bool { return e.Event != webhook.Moved }) {
		t.Errorf("one that asked for moves alone was told: %+v", took)
	}

	// What is refused for a day is given up, and the list says so.
	r.set(true, nil)
	if _, err := w.Node("arland").Step(ctx, pia, node.StepRequest{Agreement: w.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary")}); err != nil {
		t.Fatal(err)
	}
	if err := w.Rest(ctx); err != nil {
		t.Fatal(err)
	}
	err = w.Await(ctx, func() (bool, error) { return hook().Waiting > 0, nil })
	for hours := 1; err == nil && hours < 30 && hook().GivenUp == 0; hours++ {
		err = b.SendHooks(ctx, time.Now().Add(time.Duration(hours)*time.Hour))
	}
	if x := hook(); err != nil || x.GivenUp == 0 || x.Waiting > 0 || len(x.Trouble) == 0 || !x.Trouble[0].Next.IsZero() {
		t.Errorf("given up: %+v, %v", x, err)
	}
	if err := b.RemoveHook(ctx, h.ID); err != nil {
		t.Fatal(err)
	}
	if err := b.RemoveHook(ctx, h.ID); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("removed twice: %v", err)
	}
}

// A node is killed between the commit of what happened and the sending: nothing is lost, and what comes twice comes the same.
func TestWebhooksOfAKilledNode(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	f := newFront(t, t.TempDir())
	home, err := node.OpenHome(f.w.Members["belmark"].Dir)
	if err != nil {
		t.Fatal(err)
	}
	r := newReceiver(t, home.Sign.PublicKey())
	held := make(chan struct{})
	t.Cleanup(func() { close(held) })
	r.set(false, held)
	f.processes["belmark"].Kill()
	still := func() *serve.Serving { // open, without anything that works in the background
		t.Helper()
		s, err := serve.Open(ctx, home.Dir, serve.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := still()
	if _, err := s.Node.AddHook(ctx, r.url, []string{webhook.Opened, webhook.Moved}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.processes["belmark"].Start(); err != nil {
		t.Fatal(err)
	}
	// The first request is held without an answer, so everything after it is written down and not sent.
	open := f.insist(ctx, "arland", "pia", node.StepRequest{Agreement: f.w.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary"), Once: "a"})
	f.insist(ctx, "belmark", "vantor", node.StepRequest{Case: open.Case, Step: "authorise", Values: map[agreement.FieldID]any{"reasons": "necessary"}, Once: "b"})
	err = Await(ctx, 20*time.Second, func() (bool, error) {
		tries, _ := r.state()
		return tries > 0, nil
	})
	if err != nil {
		t.Fatal("nothing came:", err)
	}
	f.processes["belmark"].Kill()
	if _, took := r.state(); len(took) != 0 {
		t.Fatalf("taken before the node died: %+v", took)
	}
	r.set(false, nil)
	s = still()
	defer func() { _ = s.Close() }()
	for range 2 { // the second finds nothing more to send
		if err := s.Node.SendHooks(ctx, time.Now().Add(2*time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	if opened, moved := r.of(webhook.Opened), r.of(webhook.Moved); len(opened) != 1 || len(moved) != 1 || opened[0].Case != string(open.Case) || moved[0].Case != string(open.Case) {
		t.Errorf("opened: %+v, moved: %+v", opened, moved)
	}
	if tries, _ := r.state(); tries != 3 {
		t.Errorf("%d requests came for two events, the first of them twice", tries)
	}
	list, err := s.Node.Hooks(ctx)
	if err != nil || len(list) != 1 || list[0].Taken != 2 || list[0].Waiting != 0 {
		t.Errorf("%+v, %v", list, err)
	}
}
