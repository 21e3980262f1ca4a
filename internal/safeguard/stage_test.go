package safeguard_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/api"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/scenario"
	"github.com/entente-net/entente/internal/world"
	"github.com/entente-net/entente/models"
)

// attack is a story in which somebody tries what an article forbids. Its sentences are those of internal/scenario and of
// read_test.go; what is refused in it is the attack, and what is then taken is the same by whoever may, so that nothing but
// the safeguard can have been the reason.
type attack struct {
	name    string
	code    fault.Code        // of the refusal that the page names
	article agreement.Article // likewise
	story   string            // from its Case on
}

// stage is a world on one model agreement: a node for each party, with its API on loopback.
type stage struct {
	*world.Inside
	model  *agreement.Model
	apis   map[agreement.PartyID]*httptest.Server
	tokens map[actor]string
}

// actor is a person of a party, as the API knows them.
type actor struct {
	party  agreement.PartyID
	person auth.PersonID
}

// The examples of a text are played elsewhere, on every run; a node that compiles them again would take seconds.
var examples = regexp.MustCompile(`(?ms)^expect ".*?^}\n`)

// wholeText is a model agreement with its parts in place, without its examples.
func wholeText(t *testing.T, name string) []byte {
	t.Helper()
	text, err := models.Files.ReadFile(name + ".md")
	if err != nil {
		t.Fatal(err)
	}
	whole, findings := agreement.Assemble(models.Files, name+".md", text)
	if findings.Failed() {
		t.Fatal(findings)
	}
	return examples.ReplaceAll(whole.Text, nil)
}

// newStage makes the world, and gives everybody who stands in the stories a login and the keys of their offices.
func newStage(t *testing.T, name string, start time.Time, stories []*tale) *stage {
	t.Helper()
	ctx := context.Background()
	w, err := world.NewInside(ctx, world.Plan{Dir: filepath.Join(t.TempDir(), "world"), Text: wholeText(t, name), Start: start, Log: verbose(), Node: node.Config{Cadence: time.Second}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	s := &stage{Inside: w, apis: map[agreement.PartyID]*httptest.Server{}, tokens: map[actor]string{}}
	for p, m := range w.Members {
		s.apis[p] = httptest.NewServer(api.Handler(m.Node, api.Options{}))
		t.Cleanup(s.apis[p].Close)
		v, err := m.Node.Agreement(ctx, w.Agreement)
		if err != nil {
			t.Fatal(err)
		}
		s.model = v.Model
	}
	offices := map[actor][]agreement.RoleID{}
	for _, x := range stories {
		for who, roles := range x.people() {
			for _, r := range roles {
				if !slices.Contains(offices[who], r) {
					offices[who] = append(offices[who], r)
				}
			}
		}
	}
	for _, who := range slices.SortedFunc(maps.Keys(offices), compareActors) {
		if s.Members[who.party] == nil {
			t.Fatalf("%s: there is no party %q", who.person, who.party)
		}
		if _, err := w.Enrol(ctx, who.party, who.person, string(who.person), offices[who]...); err != nil {
			t.Fatalf("%s of %s as %v: %v", who.person, who.party, offices[who], err)
		}
		token, _, err := w.Node(who.party).Auth().Begin(ctx, who.person, auth.KindBearer, time.Now(), 0)
		if err != nil {
			t.Fatal(err)
		}
		s.tokens[who] = token
	}
	if err := w.Rest(ctx); err != nil {
		t.Fatal(err)
	}
	return s
}

func compareActors(a, b actor) int {
	return cmp.Or(cmp.Compare(a.party, b.party), cmp.Compare(a.person, b.person))
}

// send asks a party's API as one of its people.
func (s *stage) send(who actor, method, path, body string) (int, []byte, error) {
	req, err := http.NewRequest(method, s.apis[who.party].URL+path, strings.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	token := s.tokens[who]
	if token == "" {
		return 0, nil, fmt.Errorf("%s of %s has no login", who.person, who.party)
	}
	req.Header.Set("Authorization", "Bearer "+token)
	switch {
	case method == http.MethodPut:
		req.Header.Set("Content-Type", "text/csv")
	case body != "":
		req.Header.Set("Content-Type", "application/json")
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	b, err := io.ReadAll(resp.Body)
	return resp.StatusCode, b, err
}

// as reads an answer of success.
func as[T any](status int, b []byte, err error) (*T, error) {
	if err != nil {
		return nil, err
	}
	if status >= 300 {
		return nil, fmt.Errorf("%d: %s", status, b)
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	v := new(T)
	return v, d.Decode(v)
}

// run plays the attacks on one world, each in a case of its own. Clocks go forward alone: each begins where the one before ended.
func run(t *testing.T, name string, start time.Time, attacks []attack) {
	t.Parallel() // each world waits most of the time
	t.Helper()
	var stories []*tale
	for _, a := range attacks {
		x, err := read(name, a)
		if err != nil {
			t.Fatalf("%s: %v", a.name, err)
		}
		stories = append(stories, x)
	}
	s := newStage(t, name, start, stories)
	for i, a := range attacks {
		t.Run(a.name, func(t *testing.T) {
			x := &player{stage: s, tale: stories[i]}
			for _, l := range x.lines {
				if err := x.play(l); err != nil {
					t.Fatalf("line %d: %s: %v", l.Number, l.Text, err)
				}
			}
			if !slices.Contains(x.refusals, refusal{a.code, a.article}) {
				t.Fatalf("the story has %v, and nothing of it is %s of Article %s", x.refusals, a.code, a.article)
			}
			if x.taken == 0 {
				t.Fatal("nobody may do anything in this story: it would come out in an agreement that does not work")
			}
		})
	}
}

// tale is an attack as it is read.
type tale struct {
	scenario.Case
	attack string
	lines  []line
}

// people are all who act or look in a story, with the roles as which they do. A person whom it names is that story's alone.
func (x *tale) people() map[actor][]agreement.RoleID {
	out := map[actor][]agreement.RoleID{}
	for _, l := range x.lines {
		if l.Who.Role == "" {
			continue
		}
		who := x.actor(l)
		if !slices.Contains(out[who], l.Who.Role) {
			out[who] = append(out[who], l.Who.Role)
		}
	}
	return out
}

func (x *tale) actor(l line) actor {
	id := string(l.Who.Role)
	if l.Person != "" {
		id = x.attack + "-" + l.Person
	}
	party, bound := x.Sides[l.Who.Side]
	if !bound { // whoever has no side in the case is called by their party
		party = agreement.PartyID(l.Who.Side)
	}
	return actor{party, auth.PersonID(id)}
}

// verbose lets nodes say what they do where somebody asks for it.
func verbose() *slog.Logger {
	if os.Getenv("ENTENTE_LOG") == "" {
		return nil
	}
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelDebug}))
}
