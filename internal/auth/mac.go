package auth

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"strings"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// mac is HMAC-SHA256 under the node's secret. The use stands first, so that no code made for one thing is
// good for another, and every part has its length in front.
func (s *Service) mac(use string, parts ...[]byte) []byte {
	h := hmac.New(sha256.New, s.secret)
	for _, p := range append([][]byte{[]byte("entente/auth/1 " + use)}, parts...) {
		h.Write(binary.AppendUvarint(nil, uint64(len(p))))
		h.Write(p)
	}
	return h.Sum(nil)
}

// Pseudonym stands for a person in one case: the same in every role, so that four eyes can be told from two,
// and another in every other case. "p-" and 16 of a–z, 2–7: 80 bits.
func (s *Service) Pseudonym(p *Person, c casework.CaseID) casework.Pseudonym {
	return s.pseudonym(p, "case", string(c))
}

// QueryPseudonym stands for a person who asks a register, for one asked party and day ("2026-03-01"): enough for
// the cap and for an inquiry at the asker's, too little for a profile at the holder's.
func (s *Service) QueryPseudonym(p *Person, asked, day string) casework.Pseudonym {
	return s.pseudonym(p, "query", asked, day)
}

func (s *Service) pseudonym(p *Person, use string, scope ...string) casework.Pseudonym {
	parts := [][]byte{p.Secret, []byte(p.ID)}
	for _, x := range scope {
		parts = append(parts, []byte(x))
	}
	text := base32.StdEncoding.EncodeToString(s.mac("pseudonym "+use, parts...))
	return casework.Pseudonym("p-" + strings.ToLower(text[:16]))
}

// FormToken is what a form of a session carries, so that no other site can send it (cross-site request forgery).
func (s *Service) FormToken(session *Session) string {
	return base64.RawURLEncoding.EncodeToString(s.mac("form", session.Hash[:]))
}

// CheckForm refuses a form that does not carry its session's token. A bearer's request needs none: no browser
// sends it unasked.
func (s *Service) CheckForm(session *Session, token string) error {
	if session.Kind == KindBearer {
		return nil
	}
	if !hmac.Equal([]byte(s.FormToken(session)), []byte(token)) {
		return fault.New(fault.Forbidden, "this form does not belong to your session").Mend("load the page again and send it from there")
	}
	return nil
}

// CookieName is the name of the session's cookie: each node has its own, so that the desks of several nodes
// live in one browser. The cookie is HttpOnly and SameSite=Lax, its path is "/".
func (s *Service) CookieName() string { return CookieName(s.node) }

// CookieName is "entente-" and the node's name.
func CookieName(node string) string { return "entente-" + node }

func equal(a, b []byte) bool { return hmac.Equal(a, b) }

func checkNode(node string) error {
	ok := node != "" && len(node) <= 64
	for _, r := range node {
		ok = ok && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '_')
	}
	if !ok {
		return fault.New(fault.Invalid, "%q cannot name a node", clip(node)).Mend("take at most 64 of a–z, 0–9, '-' and '_'")
	}
	return nil
}
