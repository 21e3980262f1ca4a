package auth

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// How long tokens last unless the caller says otherwise, and at most.
const (
	CookieLife = 12 * time.Hour
	BearerLife = 30 * 24 * time.Hour
	LinkLife   = 30 * 24 * time.Hour
	MaxLife    = 366 * 24 * time.Hour
)

// secretSize is the length of a node's secret, of a person's, and of a token, in bytes.
const secretSize = 32

// Config sets a service up.
type Config struct {
	Node   string           // the node's name: stands in its cookie's
	World  string           // agreement.WorldReal or WorldExercise
	Secret []byte           // of the node, 32 bytes, from its key directory
	Random io.Reader        // nil: crypto/rand
	Now    func() time.Time // by which roles are lent; nil: the machine's
}

// Service answers who somebody is. It is safe for concurrent use.
type Service struct {
	store  Store
	node   string
	world  string
	secret []byte
	random io.Reader
	now    func() time.Time
}

// New makes a service.
func New(store Store, c Config) (*Service, error) {
	if len(c.Secret) != secretSize {
		return nil, fault.New(fault.Internal, "the secret of the node has %d bytes, not %d", len(c.Secret), secretSize)
	}
	if c.World != agreement.WorldReal && c.World != agreement.WorldExercise {
		return nil, fault.New(fault.Internal, "there is no world %q", c.World)
	}
	if err := checkNode(c.Node); err != nil {
		return nil, err
	}
	if c.Random == nil {
		c.Random = rand.Reader
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return &Service{now: c.Now, store: store, node: c.Node, world: c.World, secret: append([]byte(nil), c.Secret...), random: c.Random}, nil
}

// Enrol adds a person, or exchanges what is known of them, after Check. The secret of a person who
// is known already stays as it is: their pseudonyms must not change in the middle of a case.
func (s *Service) Enrol(ctx context.Context, p Person, models func(agreement.ID) *agreement.Model, now time.Time) error {
	if err := p.Check(models); err != nil {
		return err
	}
	known, err := s.store.PersonByID(ctx, p.ID)
	switch {
	case err == nil && known.Party != p.Party:
		return fault.New(fault.Conflict, "%s belongs to %s already", p.ID, known.Party).Mend("choose another id")
	case err == nil:
		p.Secret, p.Created = known.Secret, known.Created
	case fault.CodeOf(err) == fault.NotFound:
		p.Created = now.UTC()
		if len(p.Secret) == 0 {
			if p.Secret, err = s.draw(); err != nil {
				return err
			}
		} else if len(p.Secret) != secretSize {
			return fault.New(fault.Invalid, "the secret of a person has %d bytes", secretSize)
		}
	default:
		return err
	}
	if err := s.store.PutPerson(ctx, &p); err != nil || !p.Disabled {
		return err
	}
	return s.EndAll(ctx, p.ID, time.Now())
}

// People gives all people of the node, by id.
func (s *Service) People(ctx context.Context) ([]*Person, error) { return s.store.People(ctx) }

// Person gives one person, or not-found.
func (s *Service) Person(ctx context.Context, id PersonID) (*Person, error) {
	if err := checkID(id); err != nil {
		return nil, err
	}
	p, err := s.store.PersonByID(ctx, id)
	if err == nil {
		err = s.lend(ctx, p)
	}
	return p, err
}

// Begin starts a session for a person who has proved who they are, and gives its token: the only
// copy there is. life 0 is the usual one of its kind.
func (s *Service) Begin(ctx context.Context, id PersonID, kind Kind, now time.Time, life time.Duration) (string, *Session, error) {
	if kind != KindCookie && kind != KindBearer {
		return "", nil, fault.New(fault.Invalid, "a session is a cookie's or a bearer's, not %q", kind)
	}
	if _, err := s.active(ctx, id); err != nil {
		return "", nil, err
	}
	usual := CookieLife
	if kind == KindBearer {
		usual = BearerLife
	}
	return s.open(ctx, id, kind, now, life, usual)
}

func (s *Service) open(ctx context.Context, id PersonID, kind Kind, now time.Time, life, usual time.Duration) (string, *Session, error) {
	life, err := lifetime(life, usual)
	if err != nil {
		return "", nil, err
	}
	raw, err := s.draw()
	if err != nil {
		return "", nil, err
	}
	token := prefix[kind] + base64.RawURLEncoding.EncodeToString(raw)
	session := &Session{Hash: HashOf(token), Person: id, Kind: kind, Created: now.UTC(), Expires: now.UTC().Add(life)}
	if err := s.store.PutSession(ctx, session); err != nil {
		return "", nil, err
	}
	return token, session, nil
}

// Authenticate gives the person and session of a token of one kind. Whatever is wrong with a token, the
// answer is the same unauthorised: it teaches nobody which tokens, links or people exist.
func (s *Service) Authenticate(ctx context.Context, token string, kind Kind, now time.Time) (*Person, *Session, error) {
	if !wellFormed(token, kind) {
		return nil, nil, unauthorised()
	}
	session, err := s.store.SessionByHash(ctx, HashOf(token))
	if err != nil {
		if fault.CodeOf(err) == fault.NotFound {
			return nil, nil, unauthorised()
		}
		return nil, nil, err
	}
	if session.Kind != kind || !now.Before(session.Expires) || session.idle(now) {
		return nil, nil, unauthorised()
	}
	p, err := s.active(ctx, session.Person)
	if err != nil {
		return nil, nil, err
	}
	s.touch(ctx, session, now)
	return p, session, nil
}

// End ends the session of a token. One that is over already is no error.
func (s *Service) End(ctx context.Context, token string) error {
	_, err := s.store.DeleteSession(ctx, HashOf(token))
	return err
}

// active gives a person who may log in.
func (s *Service) active(ctx context.Context, id PersonID) (*Person, error) {
	p, err := s.store.PersonByID(ctx, id)
	if err != nil {
		if fault.CodeOf(err) == fault.NotFound {
			return nil, unauthorised()
		}
		return nil, err
	}
	if p.Disabled {
		return nil, unauthorised()
	}
	return p, s.lend(ctx, p)
}

// HashOf is what the store knows a token by. Looking a hash up needs no constant time: who can choose
// tokens cannot choose their hashes.
func HashOf(token string) TokenHash { return sha256.Sum256([]byte(token)) }

// prefix tells kinds of tokens apart, for people and for programs that look for leaked secrets.
var prefix = map[Kind]string{KindCookie: "ec1_", KindBearer: "eb1_", KindLink: "eo1_"}

func wellFormed(token string, kind Kind) bool {
	p, known := prefix[kind]
	rest, ok := strings.CutPrefix(token, p)
	if !known || !ok || len(rest) != base64.RawURLEncoding.EncodedLen(secretSize) {
		return false
	}
	_, err := base64.RawURLEncoding.Strict().DecodeString(rest)
	return err == nil
}

func lifetime(life, usual time.Duration) (time.Duration, error) {
	if life == 0 {
		life = usual
	}
	if life < 0 || life > MaxLife {
		return 0, fault.New(fault.Invalid, "a token lasts at most %d days", MaxLife/(24*time.Hour))
	}
	return life, nil
}

func (s *Service) draw() ([]byte, error) {
	b := make([]byte, secretSize)
	if _, err := io.ReadFull(s.random, b); err != nil {
		return nil, fault.New(fault.Internal, "no randomness can be had").Wrap(err)
	}
	return b, nil
}

func unauthorised() error {
	return fault.New(fault.Unauthorised, "nobody is logged in, or no longer").Mend("log in again")
}
