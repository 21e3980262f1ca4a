package auth

import (
	"context"
	"crypto/hmac"
	"encoding/base64"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// linkPrefix begins a reusable link's token; one that works once begins as KindLink says.
const linkPrefix = "el1."

// Link gives the token of a login link: whoever has it is that person. Only a node of an exercise world gives
// or takes such links; people of a real one log in with what they alone have. A link that works once
// lies in the store until it is used; a reusable one is signed, and good until it expires.
func (s *Service) Link(ctx context.Context, id PersonID, now time.Time, life time.Duration, reusable bool) (string, error) {
	if err := s.exercise(); err != nil {
		return "", err
	}
	if _, err := s.Person(ctx, id); err != nil {
		return "", err
	}
	if !reusable {
		token, _, err := s.open(ctx, id, KindLink, now, life, LinkLife)
		return token, err
	}
	life, err := lifetime(life, LinkLife)
	if err != nil {
		return "", err
	}
	payload := strconv.FormatInt(now.Add(life).Unix(), 10) + "." + string(id)
	return linkPrefix + base64.RawURLEncoding.EncodeToString([]byte(payload)) + "." +
		base64.RawURLEncoding.EncodeToString(s.linkMAC(payload)), nil
}

// The node's name is in the code: a link of one desk opens no other, even where two nodes were set up with
// one secret.
func (s *Service) linkMAC(payload string) []byte {
	return s.mac("link", []byte(s.node), []byte(payload))
}

// Login takes a login link and begins a browser's session.
func (s *Service) Login(ctx context.Context, link string, now time.Time) (string, *Session, error) {
	if err := s.exercise(); err != nil {
		return "", nil, err
	}
	id, err := s.redeem(ctx, link, now)
	if err != nil {
		return "", nil, err
	}
	return s.Begin(ctx, id, KindCookie, now, 0)
}

func (s *Service) redeem(ctx context.Context, link string, now time.Time) (PersonID, error) {
	if strings.HasPrefix(link, linkPrefix) {
		return s.reusable(link, now)
	}
	if !wellFormed(link, KindLink) {
		return "", unauthorised()
	}
	session, err := s.store.SessionByHash(ctx, HashOf(link))
	if err != nil {
		if fault.CodeOf(err) == fault.NotFound {
			return "", unauthorised()
		}
		return "", err
	}
	if session.Kind != KindLink {
		return "", unauthorised()
	}
	// Whoever deletes it has it; a second one finds nothing.
	had, err := s.store.DeleteSession(ctx, session.Hash)
	if err != nil {
		return "", err
	}
	if !had || !now.Before(session.Expires) {
		return "", unauthorised()
	}
	return session.Person, nil
}

func (s *Service) reusable(link string, now time.Time) (PersonID, error) {
	if len(link) > 512 {
		return "", unauthorised()
	}
	body, code, _ := strings.Cut(strings.TrimPrefix(link, linkPrefix), ".")
	payload, err1 := base64.RawURLEncoding.Strict().DecodeString(body)
	given, err2 := base64.RawURLEncoding.Strict().DecodeString(code)
	if err1 != nil || err2 != nil || !hmac.Equal(given, s.linkMAC(string(payload))) {
		return "", unauthorised()
	}
	expires, id, ok := strings.Cut(string(payload), ".")
	until, err := strconv.ParseInt(expires, 10, 64)
	if !ok || err != nil || now.Unix() >= until {
		return "", unauthorised()
	}
	return PersonID(id), nil
}

func (s *Service) exercise() error {
	if s.world != agreement.WorldExercise {
		return fault.New(fault.Forbidden, "login links exist in exercises only").
			Mend("log in with what your party gave you")
	}
	return nil
}
