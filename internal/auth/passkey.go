package auth

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// Passkey is the public half of a key that a person's device keeps. It opens the desk; whether it signs acts too is
// the second authority's word.
type Passkey struct {
	ID      []byte // of the credential, as the device named it
	Person  PersonID
	Name    string // the person's own: "this laptop"
	Key     seal.PublicKey
	Site    seal.Site
	Counter uint32 // of the last use; 0: the device does not count
	Created time.Time
	Used    time.Time // zero: never
}

// Passkeys is where a node keeps them.
type Passkeys interface {
	// AddPasskey gives a *fault.Error conflict where the credential is known.
	AddPasskey(context.Context, *Passkey) error
	// PasskeyByID gives a *fault.Error not-found where there is none.
	PasskeyByID(context.Context, []byte) (*Passkey, error)
	PasskeysOf(context.Context, PersonID) ([]*Passkey, error)
	// CountPasskey notes a use; false where the counter did not rise.
	CountPasskey(ctx context.Context, id []byte, counter uint32, used time.Time) (bool, error)
	DeletePasskey(ctx context.Context, id []byte, owner PersonID) (bool, error)
	// UseChallenge is true once for each hash, until expires.
	UseChallenge(ctx context.Context, hash [32]byte, expires time.Time) (bool, error)
}

// Purpose says what a challenge is for: the answer to one is none to another.
type Purpose string

// Purposes.
const (
	PurposeLogin   Purpose = "login"
	PurposeConfirm Purpose = "confirm" // again, by somebody who is logged in
	PurposeCreate  Purpose = "create"
)

// ChallengeLife is how long a challenge may be answered.
const ChallengeLife = 10 * time.Minute

const (
	challengeSize = 16 + 8 + 32
	maxPasskeys   = 16
)

// Challenge makes what a passkey is to sign: for one purpose and one binding (a session's name, or a browser's). It is kept
// nowhere; whoever answers it brings it along.
func (s *Service) Challenge(p Purpose, binding string, now time.Time) ([]byte, error) {
	raw, err := s.draw()
	if err != nil {
		return nil, err
	}
	b := binary.BigEndian.AppendUint64(raw[:16:16], uint64(now.Add(ChallengeLife).Unix()))
	return append(b, s.mac("challenge", []byte(s.node), []byte(p), []byte(binding), b)...), nil
}

// checkChallenge says whether this node made it for this, and until when it is good.
func (s *Service) checkChallenge(c []byte, p Purpose, binding string, now time.Time) (time.Time, error) {
	if len(c) != challengeSize || !hmac.Equal(c[24:], s.mac("challenge", []byte(s.node), []byte(p), []byte(binding), c[:24])) {
		return time.Time{}, fault.New(fault.Unauthorised, "the passkey answered something that this page did not ask").Mend("load the page again and use the passkey from there")
	}
	until := time.Unix(int64(binary.BigEndian.Uint64(c[16:24])), 0)
	if !now.Before(until) {
		return time.Time{}, fault.New(fault.Unauthorised, "the page lay open too long").Mend("load it again and use the passkey within %d minutes", ChallengeLife/time.Minute)
	}
	return until, nil
}

// once uses a challenge up, after its answer was verified.
func (s *Service) once(ctx context.Context, c []byte, until time.Time) error {
	fresh, err := s.store.UseChallenge(ctx, sha256.Sum256(c), until)
	if err == nil && !fresh {
		err = fault.New(fault.Unauthorised, "this answer of a passkey was used already").Mend("load the page again and use the passkey anew")
	}
	return err
}

// Answer is what a browser brings from navigator.credentials.get.
type Answer struct {
	Challenge []byte // that the page gave
	ID        []byte // of the credential
	Assertion seal.Assertion
}

// AddPasskey takes a passkey that a person who is logged in has just made, for the site at which it was made.
func (s *Service) AddPasskey(ctx context.Context, who PersonID, name string, site seal.Site, challenge, authenticator []byte, client, binding string, now time.Time) (*Passkey, error) {
	name = strings.TrimSpace(name)
	if name == "" || len(name) > MaxName || !utf8.ValidString(name) || strings.ContainsFunc(name, unicode.IsControl) {
		return nil, fault.New(fault.Invalid, "a passkey needs a name of one line, at most %d bytes", MaxName).Mend("name it after the device that keeps it")
	}
	if err := site.Check(s.world); err != nil {
		return nil, err
	}
	until, err := s.checkChallenge(challenge, PurposeCreate, binding, now)
	if err != nil {
		return nil, err
	}
	id, key, err := seal.NewCredential(s.world, authenticator, client, site, challenge)
	if err != nil {
		return nil, fault.New(fault.Invalid, "%s", err.Error()).Mend("load the page again, and make the passkey there").Wrap(err)
	}
	if err := s.once(ctx, challenge, until); err != nil {
		return nil, err
	}
	if have, err := s.store.PasskeysOf(ctx, who); err != nil {
		return nil, err
	} else if len(have) >= maxPasskeys {
		return nil, fault.New(fault.Conflict, "a person has at most %d passkeys", maxPasskeys).Mend("remove one that is no longer used")
	}
	p := &Passkey{ID: id, Person: who, Name: name, Key: key, Site: site, Counter: counterOf(authenticator), Created: now.UTC()}
	return p, s.store.AddPasskey(ctx, p)
}

func counterOf(authenticator []byte) uint32 {
	return binary.BigEndian.Uint32(authenticator[sha256.Size+1:])
}

// Passkeys gives a person's, the oldest first.
func (s *Service) Passkeys(ctx context.Context, who PersonID) ([]*Passkey, error) {
	return s.store.PasskeysOf(ctx, who)
}

// RemovePasskey forgets one of a person's. What it signed stays signed; that it signs no more acts is the authority's revocation.
func (s *Service) RemovePasskey(ctx context.Context, who PersonID, id []byte) error {
	had, err := s.store.DeletePasskey(ctx, id, who)
	if err == nil && !had {
		err = fault.New(fault.NotFound, "you have no such passkey").Mend("see the list of your passkeys")
	}
	return err
}

// ByPasskey says whose answer this is. Whatever is wrong with it, nobody learns which passkeys exist.
func (s *Service) ByPasskey(ctx context.Context, a Answer, p Purpose, binding string, site seal.Site, now time.Time) (PersonID, error) {
	until, err := s.checkChallenge(a.Challenge, p, binding, now)
	if err != nil {
		return "", err
	}
	k, err := s.verified(ctx, a.ID, a.Assertion, site, a.Challenge)
	if err != nil {
		return "", err
	}
	if err := s.once(ctx, a.Challenge, until); err != nil {
		return "", err
	}
	if err := s.Count(ctx, k, a.Assertion, now); err != nil {
		return "", err
	}
	return k.Person, nil
}

func (s *Service) verified(ctx context.Context, id []byte, x seal.Assertion, site seal.Site, challenge []byte) (*Passkey, error) {
	unknown := fault.New(fault.Unauthorised, "this passkey opens no desk here").Mend("use another, or log in another way")
	k, err := s.store.PasskeyByID(ctx, id)
	if fault.CodeOf(err) == fault.NotFound {
		return nil, unknown
	} else if err != nil {
		return nil, err
	}
	// A passkey that was made when the desk had another address does not open it at its new one.
	if k.Site != site {
		return nil, unknown
	}
	if err := seal.VerifyAssertion(x, k.Key, k.Site, challenge); err != nil {
		return nil, unknown.Wrap(err)
	}
	return k, nil
}

// Count notes that a passkey was used, and refuses one whose counter fell behind: it was copied, or the answer is an old one.
func (s *Service) Count(ctx context.Context, k *Passkey, x seal.Assertion, now time.Time) error {
	rose, err := s.store.CountPasskey(ctx, k.ID, x.Counter(), now)
	if err == nil && !rose {
		err = fault.New(fault.Unauthorised, "the passkey counted backwards: it may have been copied").Mend("remove it under Settings, have its certificate revoked, and make a new one")
	}
	return err
}

// LoginByPasskey begins a browser's session for whoever has the passkey.
func (s *Service) LoginByPasskey(ctx context.Context, a Answer, binding string, site seal.Site, now time.Time) (string, *Session, error) {
	id, err := s.ByPasskey(ctx, a, PurposeLogin, binding, site, now)
	if err != nil {
		return "", nil, err
	}
	return s.Begin(ctx, id, KindCookie, now, 0)
}

// ParseAnswer reads the four texts that a page's form brings, each base64url but the client data. Errors: invalid.
func ParseAnswer(challenge, id, authenticator, client, signature string) (Answer, error) {
	var a Answer
	var err error
	bad := fault.New(fault.Invalid, "what the passkey answered did not come whole").Mend("load the page again and use the passkey from there")
	for _, x := range []struct {
		text string
		to   *[]byte
	}{{challenge, &a.Challenge}, {id, &a.ID}} {
		if *x.to, err = base64.RawURLEncoding.Strict().DecodeString(x.text); err != nil || len(x.text) > 2048 {
			return a, bad
		}
	}
	der, err := base64.RawURLEncoding.Strict().DecodeString(signature)
	if err != nil || len(der) > 100 {
		return a, bad
	}
	if a.Assertion.Signature, err = seal.PasskeySignature(der); err != nil {
		return a, bad.Wrap(err)
	}
	a.Assertion.Authenticator, a.Assertion.Client = authenticator, client
	return a, nil
}
