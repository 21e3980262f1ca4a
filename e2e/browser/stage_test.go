package browser

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/api"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/world"
)

// begin is a Monday within the term of the model agreements.
var begin = time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)

// role is somebody of a stage.
type role struct {
	party    agreement.PartyID
	id, name string
	roles    []agreement.RoleID
	delegate bool
}

// stage is a world with a desk for each node, and what a script needs to know of it.
type stage struct {
	*world.Inside `json:"-"`

	Desks   map[agreement.PartyID]string `json:"desks"`
	Control string                       `json:"control"`
	Title   string                       `json:"title"` // of the agreement
	ID      agreement.ID                 `json:"agreement"`
	// Links lead in those who stand in no list of whom one can be: they hold no office, and negotiate.
	Links map[string]string `json:"links"`
	// Identity opens what is sealed to an office, and Stranger does not.
	Identity string `json:"identity,omitempty"`
	Stranger string `json:"stranger,omitempty"`
	// Fields are the labels of what a procedure's forms ask, by language, so that a journey can be told once.
	Fields map[agreement.ProcedureID]map[agreement.FieldID]map[string]string `json:"fields"`
}

// newStage makes a world of an agreement's parties, whose nodes work by themselves, and enters people.
func newStage(t *testing.T, text []byte, people []role, opt desk.Options) *stage {
	t.Helper()
	ctx := context.Background()
	w, err := world.NewInside(ctx, world.Plan{Dir: filepath.Join(t.TempDir(), "world"), Text: text, Start: begin})
	if err != nil {
		t.Fatalf("%v: %v", err, errors.Unwrap(err))
	}
	t.Cleanup(w.Close)
	s := &stage{Inside: w, Desks: map[agreement.PartyID]string{}, Links: map[string]string{}, ID: w.Agreement}
	s.enter(t, people)
	for p := range w.Members {
		s.serve(t, p, opt)
	}
	v, err := w.Node(people[0].party).Agreement(ctx, w.Agreement)
	if err != nil {
		t.Fatal(err)
	}
	s.Title = v.Model.Title
	s.Fields = map[agreement.ProcedureID]map[agreement.FieldID]map[string]string{}
	for _, p := range v.Model.Procedures {
		labels := map[agreement.FieldID]map[string]string{}
		for _, r := range v.Model.Records {
			if r.ID != p.Record {
				continue
			}
			for _, f := range r.Fields {
				labels[f.ID] = f.Label
			}
		}
		s.Fields[p.ID] = labels
	}
	s.control(t)
	return s
}

func (s *stage) enter(t *testing.T, people []role) {
	t.Helper()
	ctx := context.Background()
	for _, p := range people {
		n := s.Node(p.party)
		if !p.delegate {
			if _, err := s.Enrol(ctx, p.party, auth.PersonID(p.id), p.name, p.roles...); err != nil {
				t.Fatalf("%s: %v", p.name, err)
			}
			continue
		}
		if err := n.EnrolPerson(ctx, auth.Person{ID: auth.PersonID(p.id), Name: p.name, Delegate: true}); err != nil {
			t.Fatalf("%s: %v", p.name, err)
		}
		token, err := n.Auth().Link(ctx, auth.PersonID(p.id), time.Now(), 0, true)
		if err != nil {
			t.Fatal(err)
		}
		s.Links[p.name] = "/login?token=" + token
	}
}

// serve opens a party's desk, with its interface for programs, as `entente node serve` does.
func (s *stage) serve(t *testing.T, p agreement.PartyID, opt desk.Options) {
	t.Helper()
	h, err := s.Members[p].Desk(opt)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/api/", api.Handler(s.Node(p), api.Options{Log: slog.New(slog.DiscardHandler)}))
	mux.Handle("/", h)
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	s.Desks[p] = srv.URL
}

// control lets a script do what no person does: wait until nothing is under way between nodes, and let time pass.
func (s *stage) control(t *testing.T) {
	t.Helper()
	var one sync.Mutex
	mux := http.NewServeMux()
	do := func(path string, fn func(context.Context, map[string]any) error) {
		mux.HandleFunc("POST "+path, func(w http.ResponseWriter, r *http.Request) {
			one.Lock()
			defer one.Unlock()
			in := map[string]any{}
			err := json.NewDecoder(r.Body).Decode(&in)
			if err == nil {
				err = fn(r.Context(), in)
			}
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			_ = json.NewEncoder(w).Encode(map[string]any{"now": s.Now()})
		})
	}
	do("/settle", func(ctx context.Context, _ map[string]any) error { return s.Rest(ctx) })
	do("/pass", func(ctx context.Context, in map[string]any) error {
		hours, _ := in["hours"].(float64)
		if hours <= 0 {
			return errors.New("hours must be more than none")
		}
		if err := s.SetClock(ctx, s.Now().Add(time.Duration(hours*float64(time.Hour)))); err != nil {
			return err
		}
		return s.Rest(ctx)
	})
	// Until a checkpoint covers each log and the others have vouched for it.
	do("/vouched", func(ctx context.Context, _ map[string]any) error {
		return s.Await(ctx, func() (bool, error) {
			for p := range s.Members {
				l, err := s.Node(p).Ledger(ctx, s.Agreement, 0)
				if err != nil || l.CheckpointSize != l.Size {
					return false, err
				}
			}
			return true, nil
		})
	})
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	s.Control = srv.URL
}
