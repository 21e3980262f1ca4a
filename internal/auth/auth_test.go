package auth_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/auth/authtest"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func model() *agreement.Model {
	both := []agreement.PartyID{"arland", "belmark"}
	return (&agreement.Model{
		ID:      "northgate",
		Parties: []agreement.Party{{ID: "arland"}, {ID: "belmark"}, {ID: "secretariat"}},
		Roles: []agreement.Role{
			{ID: "officer", Article: "1", Held: both},
			{ID: "prosecutor", Article: "1", Held: both},
			{ID: "judge", Article: "5", Held: both, Independent: true},
			{ID: "auditor", Article: "5", Held: []agreement.PartyID{"secretariat"}, Independent: true},
		},
	}).Build()
}

func models(id agreement.ID) *agreement.Model {
	if id == "northgate" {
		return model()
	}
	return nil
}

func service(t testing.TB, store auth.Store, world string) *auth.Service {
	t.Helper()
	s, err := auth.New(store, auth.Config{Node: "arland", World: world, Secret: []byte("0123456789abcdef0123456789abcdef")})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func person(id auth.PersonID, roles ...agreement.RoleID) auth.Person {
	return auth.Person{ID: id, Name: "Name of " + string(id), Party: "arland", Roles: map[agreement.ID][]agreement.RoleID{"northgate": roles}}
}

func enrolled(t testing.TB, s *auth.Service, p auth.Person) *auth.Person {
	t.Helper()
	if err := s.Enrol(context.Background(), p, models, noon); err != nil {
		t.Fatal(err)
	}
	got, err := s.Person(context.Background(), p.ID)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestMemoryConforms(t *testing.T) { authtest.Conform(t, &authtest.Memory{}) }

func TestWhoMayHoldWhat(t *testing.T) {
	admin := person("a")
	admin.Admin = true
	adminWithRole := person("a", "officer")
	adminWithRole.Admin = true
	stranger := person("a", "officer")
	stranger.Party = "cerland"
	other := person("a")
	other.Roles["southgate"] = []agreement.RoleID{"officer"}
	nobody := person("a", "officer")
	nobody.Party = ""
	nameless := person("a", "officer")
	nameless.Name = "two\nlines"
	for name, c := range map[string]struct {
		p       auth.Person
		code    fault.Code
		article string
	}{
		"one role":                {person("a", "officer"), "", ""},
		"two roles":               {person("a", "officer", "prosecutor"), "", ""},
		"a judge":                 {person("a", "judge"), "", ""},
		"a judge who prosecutes":  {person("a", "prosecutor", "judge"), fault.NotIndependent, "5"},
		"a prosecutor who judges": {person("a", "judge", "prosecutor"), fault.NotIndependent, "5"},
		"a role of other parties": {person("a", "auditor"), fault.WrongRole, "5"},
		"no such role":            {person("a", "wizard"), fault.NotFound, ""},
		"a role twice":            {person("a", "officer", "officer"), fault.Invalid, ""},
		"no party to it":          {stranger, fault.Forbidden, ""},
		"no such agreement":       {other, fault.NotFound, ""},
		"no party":                {nobody, fault.Invalid, ""},
		"no proper name":          {nameless, fault.Invalid, ""},
		"no proper id":            {person("Über/..", "officer"), fault.Invalid, ""},
		"empty id":                {person("", "officer"), fault.Invalid, ""},
		"administrator":           {admin, "", ""},
		"administrator with role": {adminWithRole, fault.Forbidden, ""},
	} {
		t.Run(name, func(t *testing.T) {
			store := &authtest.Memory{}
			err := service(t, store, "").Enrol(t.Context(), c.p, models, noon)
			if fault.CodeOf(err) != c.code {
				t.Fatalf("got %v, want code %q", err, c.code)
			}
			var e *fault.Error
			if errors.As(err, &e) && e.Article != c.article {
				t.Errorf("cites article %q, want %q", e.Article, c.article)
			}
			people, _ := store.People(t.Context())
			if (len(people) == 1) != (c.code == "") {
				t.Errorf("%d people are there after %v", len(people), err)
			}
		})
	}
}

func TestTheAdministratorSeesNoContent(t *testing.T) {
	p := auth.Person{ID: "a", Admin: true, Roles: map[agreement.ID][]agreement.RoleID{"northgate": {"officer"}}}
	if p.Holds("northgate", "officer") || p.RolesIn("northgate") != nil {
		t.Error("an administrator holds a role")
	}
	if err := p.Content(); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("got %v, want forbidden", err)
	}
	if err := (*auth.Person)(nil).Content(); fault.CodeOf(err) != fault.Unauthorised {
		t.Errorf("nobody: got %v, want unauthorised", err)
	}
	p.Admin = false
	if err := p.Content(); err != nil || !p.Holds("northgate", "officer") || p.Holds("northgate", "judge") || p.Holds("southgate", "officer") {
		t.Errorf("an officer: %v", err)
	}
}

func TestEnrollingAgainKeepsTheSecret(t *testing.T) {
	s := service(t, &authtest.Memory{}, "")
	first := enrolled(t, s, person("leila", "officer"))
	second := enrolled(t, s, person("leila", "prosecutor"))
	if len(first.Secret) != 32 || string(first.Secret) != string(second.Secret) || !second.Created.Equal(noon) {
		t.Error("the secret changed: so would every pseudonym")
	}
	moved := person("leila", "officer")
	moved.Party = "belmark"
	if err := s.Enrol(t.Context(), moved, models, noon); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("another party's: got %v, want conflict", err)
	}
	if text := fmt.Sprintf("%v %+v %#v", *first, first, *first); strings.Contains(text, fmt.Sprint(first.Secret)) {
		t.Errorf("the secret is printed: %s", text)
	}
}

func TestSessions(t *testing.T) {
	store := &authtest.Memory{}
	s := service(t, store, "")
	enrolled(t, s, person("leila", "officer"))
	cookie, session, err := s.Begin(t.Context(), "leila", auth.KindCookie, noon, 0)
	if err != nil {
		t.Fatal(err)
	}
	bearer, _, err := s.Begin(t.Context(), "leila", auth.KindBearer, noon, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	who := func(token string, kind auth.Kind, at time.Time) fault.Code {
		t.Helper()
		p, _, err := s.Authenticate(t.Context(), token, kind, at)
		if err == nil && p.ID != "leila" {
			t.Errorf("the token is %s's", p.ID)
		}
		return fault.CodeOf(err)
	}
	for name, c := range map[string]struct{ got, want fault.Code }{
		"cookie":           {who(cookie, auth.KindCookie, noon), ""},
		"bearer":           {who(bearer, auth.KindBearer, noon), ""},
		"last instant":     {who(bearer, auth.KindBearer, noon.Add(time.Minute-1)), ""},
		"expired":          {who(bearer, auth.KindBearer, noon.Add(time.Minute)), fault.Unauthorised},
		"cookie as bearer": {who(cookie, auth.KindBearer, noon), fault.Unauthorised},
		"bearer as cookie": {who(bearer, auth.KindCookie, noon), fault.Unauthorised},
		"renamed":          {who("eb1_"+cookie[4:], auth.KindBearer, noon), fault.Unauthorised},
		"changed":          {who(cookie[:len(cookie)-2]+"AA", auth.KindCookie, noon), fault.Unauthorised},
		"cut":              {who(cookie[:10], auth.KindCookie, noon), fault.Unauthorised},
		"empty":            {who("", auth.KindCookie, noon), fault.Unauthorised},
		"as a link":        {who(cookie, auth.KindLink, noon), fault.Unauthorised},
		"of no kind":       {who(cookie, "", noon), fault.Unauthorised},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", name, c.got, c.want)
		}
	}
	for _, h := range store.Hashes() {
		if strings.Contains(cookie+bearer, string(h[:])) {
			t.Error("the store holds a token itself")
		}
	}
	if cookie == bearer || session.Hash != auth.HashOf(cookie) {
		t.Error("the session is not known by the hash of its token")
	}
	if err := s.End(t.Context(), cookie); err != nil {
		t.Fatal(err)
	}
	if code := who(cookie, auth.KindCookie, noon); code != fault.Unauthorised {
		t.Errorf("ended: got %q", code)
	}
	gone := person("leila", "officer")
	gone.Disabled = true
	enrolled(t, s, gone)
	if code := who(bearer, auth.KindBearer, noon); code != fault.Unauthorised {
		t.Errorf("a person who left still gets in: %q", code)
	}
	if _, _, err := s.Begin(t.Context(), "leila", auth.KindCookie, noon, 0); fault.CodeOf(err) != fault.Unauthorised {
		t.Errorf("a person who left begins a session: %v", err)
	}
	if _, _, err := s.Begin(t.Context(), "nobody", auth.KindCookie, noon, 0); fault.CodeOf(err) != fault.Unauthorised {
		t.Errorf("nobody begins a session: %v", err)
	}
	if _, _, err := s.Begin(t.Context(), "leila", auth.KindLink, noon, 0); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a session of a link's kind: %v", err)
	}
}

func TestLifetimesAreBounded(t *testing.T) {
	s := service(t, &authtest.Memory{}, agreement.WorldExercise)
	enrolled(t, s, person("leila", "officer"))
	for _, life := range []time.Duration{-1, auth.MaxLife + 1} {
		if _, _, err := s.Begin(t.Context(), "leila", auth.KindBearer, noon, life); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("a session of %v: %v", life, err)
		}
		for _, reusable := range []bool{false, true} {
			if _, err := s.Link(t.Context(), "leila", noon, life, reusable); fault.CodeOf(err) != fault.Invalid {
				t.Errorf("a link of %v: %v", life, err)
			}
		}
	}
}

func TestLinks(t *testing.T) {
	s := service(t, &authtest.Memory{}, agreement.WorldExercise)
	enrolled(t, s, person("leila", "officer"))
	link := func(reusable bool) string {
		t.Helper()
		l, err := s.Link(t.Context(), "leila", noon, time.Hour, reusable)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	login := func(l string, at time.Time) fault.Code {
		t.Helper()
		token, session, err := s.Login(t.Context(), l, at)
		if err != nil {
			return fault.CodeOf(err)
		}
		if p, _, err := s.Authenticate(t.Context(), token, auth.KindCookie, at); err != nil || p.ID != "leila" || session.Kind != auth.KindCookie {
			t.Errorf("the session of the link: %v, %v", p, err)
		}
		return ""
	}
	once, again := link(false), link(true)
	flip := func(l string, at int) string {
		b := []byte(l)
		b[at] ^= 1
		return string(b)
	}
	for _, c := range []struct {
		name string
		got  fault.Code
		want fault.Code
	}{
		{"once", login(once, noon), ""},
		{"once, again", login(once, noon), fault.Unauthorised},
		{"reusable", login(again, noon), ""},
		{"reusable, again", login(again, noon.Add(time.Hour-time.Second)), ""},
		{"reusable, expired", login(again, noon.Add(time.Hour)), fault.Unauthorised},
		{"once, expired", login(link(false), noon.Add(time.Hour)), fault.Unauthorised},
		{"another expiry", login(flip(again, 5), noon), fault.Unauthorised},
		{"another code", login(flip(again, len(again)-3), noon), fault.Unauthorised},
		{"no code", login(again[:strings.LastIndex(again, ".")], noon), fault.Unauthorised},
		{"long", login("el1."+strings.Repeat("A", 1000), noon), fault.Unauthorised},
		{"empty", login("", noon), fault.Unauthorised},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
	if _, err := s.Link(t.Context(), "nobody", noon, 0, true); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a link for nobody: %v", err)
	}
	elsewhere, err := auth.New(&authtest.Memory{}, auth.Config{Node: "belmark", World: agreement.WorldExercise, Secret: []byte("0123456789abcdef0123456789abcdef")})
	if err != nil {
		t.Fatal(err)
	}
	enrolled(t, elsewhere, person("leila", "officer"))
	if _, _, err := elsewhere.Login(t.Context(), again, noon); fault.CodeOf(err) != fault.Unauthorised {
		t.Errorf("a link opens another node's desk: %v", err)
	}
	token, _, err := s.Begin(t.Context(), "leila", auth.KindCookie, noon, 0)
	if err != nil {
		t.Fatal(err)
	}
	if code := login(token, noon); code != fault.Unauthorised {
		t.Errorf("a session's token is taken for a link: %q", code)
	}
}

func TestALinkThatWorksOnceWorksOnce(t *testing.T) {
	s := service(t, &authtest.Memory{}, agreement.WorldExercise)
	enrolled(t, s, person("leila", "officer"))
	link, err := s.Link(t.Context(), "leila", noon, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	var in atomic.Int32
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			if _, _, err := s.Login(context.Background(), link, noon); err == nil {
				in.Add(1)
			}
		})
	}
	wg.Wait()
	if in.Load() != 1 {
		t.Errorf("%d logged in by one link", in.Load())
	}
}

func TestNoLinksOutsideExercises(t *testing.T) {
	store := &authtest.Memory{}
	exercise := service(t, store, agreement.WorldExercise)
	enrolled(t, exercise, person("leila", "officer"))
	link, err := exercise.Link(t.Context(), "leila", noon, 0, true)
	if err != nil {
		t.Fatal(err)
	}
	earnest := service(t, store, agreement.WorldReal)
	if _, err := earnest.Link(t.Context(), "leila", noon, 0, true); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("a link is given: %v", err)
	}
	if _, _, err := earnest.Login(t.Context(), link, noon); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("a link is taken: %v", err)
	}
}

func TestPseudonyms(t *testing.T) {
	s := service(t, &authtest.Memory{}, "")
	leila, omar := enrolled(t, s, person("leila", "officer")), enrolled(t, s, person("omar", "judge"))
	const one, two casework.CaseID = "00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100"
	p := s.Pseudonym(leila, one)
	if len(p) != 18 || !strings.HasPrefix(string(p), "p-") || strings.Trim(string(p[2:]), "abcdefghijklmnopqrstuvwxyz234567") != "" {
		t.Errorf("the form of %q", p)
	}
	changed := enrolled(t, s, person("leila", "prosecutor"))
	if s.Pseudonym(changed, one) != p {
		t.Error("another role gives another pseudonym: one person would be four eyes")
	}
	seen := map[casework.Pseudonym]string{p: "leila in one"}
	for name, other := range map[string]casework.Pseudonym{
		"leila in two": s.Pseudonym(leila, two), "omar in one": s.Pseudonym(omar, one), "omar in two": s.Pseudonym(omar, two),
		"leila asks": s.QueryPseudonym(leila, "belmark", "2026-03-01"), "leila asks next day": s.QueryPseudonym(leila, "belmark", "2026-03-02"),
		"leila asks another": s.QueryPseudonym(leila, "secretariat", "2026-03-01"),
	} {
		if before, twice := seen[other]; twice {
			t.Errorf("%s and %s have one pseudonym", name, before)
		}
		seen[other] = name
	}
	elsewhere, err := auth.New(&authtest.Memory{}, auth.Config{Node: "arland", Secret: []byte("another secret of thirty-two byt")})
	if err != nil {
		t.Fatal(err)
	}
	if elsewhere.Pseudonym(leila, one) == p {
		t.Error("the pseudonym does not depend on the node's secret")
	}
	without := *leila
	without.Secret = nil
	if s.Pseudonym(&without, one) == p {
		t.Error("a person without their secret is still linked to the pseudonym")
	}
}

func TestForms(t *testing.T) {
	s := service(t, &authtest.Memory{}, "")
	enrolled(t, s, person("leila", "officer"))
	_, a, err := s.Begin(t.Context(), "leila", auth.KindCookie, noon, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, b, err := s.Begin(t.Context(), "leila", auth.KindCookie, noon, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.CheckForm(a, s.FormToken(a)); err != nil {
		t.Errorf("the session's own form: %v", err)
	}
	for name, token := range map[string]string{"none": "", "another session's": s.FormToken(b), "cut": s.FormToken(a)[:10]} {
		if err := s.CheckForm(a, token); fault.CodeOf(err) != fault.Forbidden {
			t.Errorf("%s: got %v, want forbidden", name, err)
		}
	}
	_, bearer, err := s.Begin(t.Context(), "leila", auth.KindBearer, noon, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.CheckForm(bearer, ""); err != nil {
		t.Errorf("a bearer's request: %v", err)
	}
}

func TestSettingUp(t *testing.T) {
	good := auth.Config{Node: "arland", Secret: make([]byte, 32)}
	for name, change := range map[string]func(*auth.Config){
		"short secret": func(c *auth.Config) { c.Secret = c.Secret[:16] },
		"no node":      func(c *auth.Config) { c.Node = "" },
		"bad node":     func(c *auth.Config) { c.Node = "a;b" },
		"other world":  func(c *auth.Config) { c.World = "game" },
	} {
		c := good
		change(&c)
		if _, err := auth.New(&authtest.Memory{}, c); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	s, err := auth.New(&authtest.Memory{}, good)
	if err != nil || s.CookieName() != "entente-arland" {
		t.Errorf("the cookie's name: %v", err)
	}
	good.Random = strings.NewReader("too little")
	if s, err = auth.New(&authtest.Memory{}, good); err != nil {
		t.Fatal(err)
	}
	if err := s.Enrol(t.Context(), person("leila", "officer"), models, noon); fault.CodeOf(err) != fault.Internal {
		t.Errorf("without randomness: got %v, want internal", err)
	}
}

func FuzzLogin(f *testing.F) {
	s := service(f, &authtest.Memory{}, agreement.WorldExercise)
	enrolled(f, s, person("leila", "officer"))
	link, err := s.Link(context.Background(), "leila", noon, 0, true)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(link)
	f.Add("eo1_" + strings.Repeat("A", 43))
	f.Fuzz(func(t *testing.T, token string) {
		_, _, err := s.Login(context.Background(), token, noon)
		if (err == nil) != (token == link) {
			t.Fatalf("%q: %v", token, err)
		}
		if err != nil && fault.CodeOf(err) != fault.Unauthorised {
			t.Fatalf("code %s tells more than that nobody is logged in", fault.CodeOf(err))
		}
	})
}
