package auth

import (
	"context"
	"strings"
	"time"

	"github.com/entente-net/entente/fault"
)

// How long a browser's session lives without being used, and how long its person counts as having just proved who they are.
const (
	CookieIdle = 2 * time.Hour
	FreshFor   = 5 * time.Minute
)

// touchEvery spares a write for each page: a session's last use is known to the minute.
const touchEvery = time.Minute

// Method says how a person proved who they are.
type Method string

// Methods.
const (
	MethodLink    Method = "link"    // an exercise's login link
	MethodPasskey Method = "passkey" //
	MethodOpenID  Method = "openid"  // by the party's own provider
)

// Use is where and when a browser's session was used.
type Use struct {
	Used   time.Time
	Fresh  time.Time // the last proof of who the person is
	Method Method    // of that proof
	Agent  string    // what the browser calls itself
}

// IsFresh says whether the person proved lately who they are.
func (s *Session) IsFresh(now time.Time) bool {
	age := now.Sub(s.Use.Fresh)
	return !s.Use.Fresh.IsZero() && age < FreshFor && age > -time.Minute // a clock that was set back makes nobody fresh for long
}

// idle says whether a browser's session was left alone for too long.
func (s *Session) idle(now time.Time) bool {
	last := s.Use.Used
	if last.IsZero() {
		last = s.Created
	}
	return s.Kind == KindCookie && now.Sub(last) >= CookieIdle
}

// Note says where a session is used, and by what its person has just proved who they are.
func (s *Service) Note(ctx context.Context, session *Session, m Method, agent string, now time.Time) error {
	session.Use = Use{Used: now.UTC(), Fresh: now.UTC(), Method: m, Agent: clipAgent(agent)}
	return s.store.PutUse(ctx, session.Hash, session.Use)
}

// touch notes the last use, where it is worth a write. That it could not be noted ends nobody's session.
func (s *Service) touch(ctx context.Context, session *Session, now time.Time) {
	if session.Kind == KindCookie && now.Sub(session.Use.Used) >= touchEvery {
		session.Use.Used = now.UTC()
		_ = s.store.PutUse(ctx, session.Hash, session.Use)
	}
}

// Browsers gives a person's sessions that go on, the oldest first.
func (s *Service) Browsers(ctx context.Context, who PersonID, now time.Time) ([]*Session, error) {
	all, err := s.store.SessionsOf(ctx, who, KindCookie, now)
	var out []*Session
	for _, x := range all {
		if !x.idle(now) {
			out = append(out, x)
		}
	}
	return out, err
}

// EndBrowser ends one of a person's sessions, by its hash.
func (s *Service) EndBrowser(ctx context.Context, who PersonID, h TokenHash, now time.Time) error {
	all, err := s.store.SessionsOf(ctx, who, KindCookie, now)
	if err != nil {
		return err
	}
	for _, x := range all {
		if x.Hash == h {
			_, err := s.store.DeleteSession(ctx, h)
			return err
		}
	}
	return fault.New(fault.NotFound, "you have no such session, or no longer").Mend("see the list of your devices")
}

// EndOthers ends all of a person's sessions in browsers but one, and says how many.
func (s *Service) EndOthers(ctx context.Context, who PersonID, keep TokenHash, now time.Time) (int, error) {
	all, err := s.store.SessionsOf(ctx, who, KindCookie, now)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, x := range all {
		if x.Hash == keep {
			continue
		}
		if _, err := s.store.DeleteSession(ctx, x.Hash); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// EndAll ends everything by which a person is logged in, programs' tokens too: for one who is disabled.
func (s *Service) EndAll(ctx context.Context, who PersonID, now time.Time) error {
	for _, k := range []Kind{KindCookie, KindBearer, KindLink} {
		all, err := s.store.SessionsOf(ctx, who, k, now)
		if err != nil {
			return err
		}
		for _, x := range all {
			if _, err := s.store.DeleteSession(ctx, x.Hash); err != nil {
				return err
			}
		}
	}
	return nil
}

// Confirm takes a login link of the person who is logged in already, and makes the session fresh.
func (s *Service) Confirm(ctx context.Context, session *Session, link, agent string, now time.Time) error {
	if err := s.exercise(); err != nil {
		return err
	}
	id, err := s.redeem(ctx, link, now)
	if err != nil {
		return err
	}
	return s.ConfirmAs(ctx, session, id, MethodLink, agent, now)
}

// ConfirmAs makes a session fresh after its person proved who they are; anybody else's proof is none.
func (s *Service) ConfirmAs(ctx context.Context, session *Session, id PersonID, m Method, agent string, now time.Time) error {
	if id != session.Person {
		return fault.New(fault.Forbidden, "this proves that you are somebody else than who is logged in").Mend("log out, and log in as that person")
	}
	return s.Note(ctx, session, m, agent, now)
}

func clipAgent(s string) string {
	s = strings.ToValidUTF8(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, s), "?")
	if len(s) > 300 {
		s = strings.ToValidUTF8(s[:300], "")
	}
	return s
}
