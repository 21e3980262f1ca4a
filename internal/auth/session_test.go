package auth_test

import (
	"encoding/base64"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/auth/authtest"
	"github.com/entente-net/entente/seal"
	"github.com/entente-net/entente/seal/sealtest"
)

func TestSessionsEndByThemselves(t *testing.T) {
	s := service(t, &authtest.Memory{}, agreement.WorldExercise)
	enrolled(t, s, person("leila", "officer"))
	begin := func() string {
		t.Helper()
		token, x, err := s.Begin(t.Context(), "leila", auth.KindCookie, noon, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Note(t.Context(), x, auth.MethodLink, "Firefox\x00\n", noon); err != nil {
			t.Fatal(err)
		}
		return token
	}
	in := func(token string, at time.Duration) *auth.Session {
		_, x, err := s.Authenticate(t.Context(), token, auth.KindCookie, noon.Add(at))
		if err != nil && fault.CodeOf(err) != fault.Unauthorised {
			t.Fatal(err)
		}
		return x
	}
	idle := begin()
	if in(idle, auth.CookieIdle-time.Second) == nil {
		t.Error("it ends before its time")
	}
	if in(idle, 2*auth.CookieIdle-2*time.Second) == nil {
		t.Error("its use does not keep it")
	}
	if in(idle, 4*auth.CookieIdle) != nil {
		t.Error("it lives without being used")
	}
	busy := begin()
	for at := time.Duration(0); at < auth.CookieLife; at += time.Hour {
		if x := in(busy, at); x == nil {
			t.Fatalf("it ends after %v", at)
		} else if x.IsFresh(noon.Add(at)) != (at < auth.FreshFor) {
			t.Errorf("after %v: fresh %v", at, x.IsFresh(noon.Add(at)))
		} else if x.Use.Agent != "Firefox" {
			t.Errorf("the browser is %q", x.Use.Agent)
		}
	}
	if in(busy, auth.CookieLife) != nil {
		t.Error("its use keeps it for ever")
	}
}

func TestDevices(t *testing.T) {
	s := service(t, &authtest.Memory{}, agreement.WorldExercise)
	enrolled(t, s, person("leila", "officer"))
	enrolled(t, s, person("omar", "judge"))
	var tokens []string
	var sessions []*auth.Session
	for i, who := range []auth.PersonID{"leila", "leila", "leila", "omar"} {
		token, x, err := s.Begin(t.Context(), who, auth.KindCookie, noon.Add(time.Duration(i)*time.Second), 0)
		if err != nil {
			t.Fatal(err)
		}
		tokens, sessions = append(tokens, token), append(sessions, x)
	}
	now := noon.Add(time.Minute)
	if l, err := s.Browsers(t.Context(), "leila", now); err != nil || len(l) != 3 || l[0].Hash != sessions[0].Hash {
		t.Fatalf("%v, %v", l, err)
	}
	if err := s.EndBrowser(t.Context(), "leila", sessions[3].Hash, now); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("another's session: %v", err)
	}
	if err := s.EndBrowser(t.Context(), "leila", sessions[0].Hash, now); err != nil {
		t.Fatal(err)
	}
	if n, err := s.EndOthers(t.Context(), "leila", sessions[1].Hash, now); err != nil || n != 1 {
		t.Fatalf("%d, %v", n, err)
	}
	for i, want := range []bool{false, true, false, true} {
		if _, _, err := s.Authenticate(t.Context(), tokens[i], auth.KindCookie, now); (err == nil) != want {
			t.Errorf("session %d: %v", i, err)
		}
	}
	link, err := s.Link(t.Context(), "omar", noon, 0, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Confirm(t.Context(), sessions[1], link, "", now); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("confirmed by another's link: %v", err)
	}
	if err := s.Confirm(t.Context(), sessions[3], link, "", now); err != nil {
		t.Error(err)
	}
}

func TestPasskeysOpenTheDesk(t *testing.T) {
	ctx := t.Context()
	site := seal.Site{RP: "desk.example", Origin: "https://desk.example"}
	store := &authtest.Memory{}
	s := service(t, store, "")
	elsewhere, err := auth.New(store, auth.Config{Node: "belmark", Secret: []byte("0123456789abcdef0123456789abcdef")})
	if err != nil {
		t.Fatal(err)
	}
	enrolled(t, s, person("leila", "officer"))
	now := time.Now()
	phone := sealtest.New("leila", site.RP, site.Origin)
	phone.Count = 7
	c, err := s.Challenge(auth.PurposeCreate, "session", now)
	if err != nil {
		t.Fatal(err)
	}
	a, client := phone.Create(c)
	for name, x := range map[string]struct {
		binding, name string
		now           time.Time
	}{"another session": {"other", "phone", now}, "no name": {"session", " ", now}, "too late": {"session", "phone", now.Add(auth.ChallengeLife)}} {
		if _, err := s.AddPasskey(ctx, "leila", x.name, site, c, a, client, x.binding, x.now); err == nil {
			t.Errorf("made with %s", name)
		}
	}
	if _, err := s.AddPasskey(ctx, "leila", "phone", site, c, a, client, "session", now); err != nil {
		t.Fatal(err)
	}
	if _, err := s.AddPasskey(ctx, "leila", "phone", site, c, a, client, "session", now); fault.CodeOf(err) != fault.Unauthorised {
		t.Errorf("made twice by one answer: %v", err)
	}
	b := base64.RawURLEncoding
	ask := func(svc *auth.Service, p auth.Purpose, change func(*sealtest.Passkey)) auth.Answer {
		t.Helper()
		c, err := svc.Challenge(p, "", now)
		if err != nil {
			t.Fatal(err)
		}
		if change != nil {
			change(phone)
		}
		a, client, sig := phone.Get(c)
		phone.RP, phone.Origin, phone.Flags = site.RP, site.Origin, 0
		x, err := auth.ParseAnswer(b.EncodeToString(c), b.EncodeToString(phone.ID), b.EncodeToString(a), client, b.EncodeToString(sig))
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	in := func(x auth.Answer, at time.Time) fault.Code {
		token, _, err := s.LoginByPasskey(ctx, x, "", site, at)
		if err == nil {
			if p, _, err := s.Authenticate(ctx, token, auth.KindCookie, at); err != nil || p.ID != "leila" {
				t.Errorf("%v, %v", p, err)
			}
		}
		return fault.CodeOf(err)
	}
	first := ask(s, auth.PurposeLogin, nil)
	lagging := ask(s, auth.PurposeLogin, func(p *sealtest.Passkey) { p.Count = 3 })
	phone.Count = 20
	for _, x := range []struct {
		name string
		got  fault.Code
		want fault.Code
	}{
		{"right", in(first, now), ""},
		{"the same answer again", in(first, now), fault.Unauthorised},
		{"a counter that fell behind", in(lagging, now), fault.Unauthorised},
		{"an answer to confirm with", in(ask(s, auth.PurposeConfirm, nil), now), fault.Unauthorised},
		{"another node's challenge", in(ask(elsewhere, auth.PurposeLogin, nil), now), fault.Unauthorised},
		{"another origin", in(ask(s, auth.PurposeLogin, func(p *sealtest.Passkey) { p.Origin = "https://desk.example.evil.example" }), now), fault.Unauthorised},
		{"another relying party", in(ask(s, auth.PurposeLogin, func(p *sealtest.Passkey) { p.RP = "evil.example" }), now), fault.Unauthorised},
		{"not verified", in(ask(s, auth.PurposeLogin, func(p *sealtest.Passkey) { p.Flags = sealtest.Present }), now), fault.Unauthorised},
		{"too late", in(ask(s, auth.PurposeLogin, nil), now.Add(auth.ChallengeLife)), fault.Unauthorised},
		{"right again", in(ask(s, auth.PurposeLogin, nil), now), ""},
	} {
		if x.got != x.want {
			t.Errorf("%s: %q, want %q", x.name, x.got, x.want)
		}
	}
	if _, _, err := s.LoginByPasskey(ctx, ask(s, auth.PurposeLogin, nil), "", seal.Site{RP: "desk.example", Origin: "https://desk.example:444"}, now); fault.CodeOf(err) != fault.Unauthorised {
		t.Errorf("at a desk that moved: %v", err)
	}
	gone := person("leila", "officer")
	gone.Disabled = true
	enrolled(t, s, gone)
	if code := in(ask(s, auth.PurposeLogin, nil), now); code != fault.Unauthorised {
		t.Errorf("somebody who left: %q", code)
	}
	if err := s.RemovePasskey(ctx, "omar", phone.ID); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("another's passkey is removed: %v", err)
	}
	if err := s.RemovePasskey(ctx, "leila", phone.ID); err != nil {
		t.Error(err)
	}
}

func FuzzAnswer(f *testing.F) {
	f.Add("AA", "AA", "AA", "{}", "MAYCAQECAQE")
	f.Fuzz(func(t *testing.T, challenge, id, authenticator, client, signature string) {
		a, err := auth.ParseAnswer(challenge, id, authenticator, client, signature)
		if err == nil && base64.RawURLEncoding.EncodeToString(a.ID) != id {
			t.Fatalf("%q is taken for %x", id, a.ID)
		}
	})
}
