package auth

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Provider is a party's own OpenID Connect provider, as the node's settings state it. What it says of a person
// becomes the person's name and roles here, and nothing more: it makes nobody an administrator or a negotiator.
type Provider struct {
	ID         string   `json:"id"`                    // in addresses: "justice"
	Name       string   `json:"name"`                  // on the login page: "Ministry of Justice"
	Issuer     string   `json:"issuer"`                // "https://id.justice.example"
	Client     string   `json:"client"`                // client id that the provider gave this node
	SecretFile string   `json:"secret_file,omitempty"` // below the node's folder; empty: a public client, with PKCE alone
	Scopes     []string `json:"scopes,omitempty"`      // besides openid; empty: profile
	Person     string   `json:"person,omitempty"`      // the claim that names the person; empty: preferred_username
	Display    string   `json:"display,omitempty"`     // the claim that others call the person by; empty: name
	Claim      string   `json:"claim"`                 // the claim whose values give roles: "groups"; its value is a text or a list of texts
	Roles      []Grant  `json:"roles"`
}

// Grant gives a role to whoever has a value among those of the claim.
type Grant struct {
	Value     string           `json:"value"`
	Agreement agreement.ID     `json:"agreement"`
	Role      agreement.RoleID `json:"role"`
}

// Check refuses settings under which nobody could log in, or the wrong people could.
func (p *Provider) Check(world string) error {
	bad := func(format string, args ...any) error {
		return fault.New(fault.Invalid, "the OpenID Connect provider %q: "+format, append([]any{clip(p.ID)}, args...)...).Mend("correct it in node.json, and start the node again")
	}
	if checkNode(p.ID) != nil {
		return bad("its id is not one of a–z, 0–9, '-' and '_'")
	}
	tls := strings.HasPrefix(p.Issuer, "https://")
	if !tls && (world != agreement.WorldExercise || !loopback(p.Issuer)) {
		return bad("its issuer is not reached over https")
	}
	if p.Client == "" || p.Claim == "" || p.Name == "" {
		return bad("it needs a name, a client and a claim")
	}
	for _, g := range p.Roles {
		if g.Value == "" || g.Agreement == "" || g.Role == "" {
			return bad("each of its roles needs a value, an agreement and a role")
		}
	}
	return nil
}

// loopback says whether an address without TLS stays on this machine.
func loopback(issuer string) bool {
	rest, ok := strings.CutPrefix(issuer, "http://")
	host, _, _ := strings.Cut(rest, "/")
	if i := strings.LastIndexByte(host, ':'); i >= 0 {
		host = host[:i]
	}
	return ok && (host == "127.0.0.1" || host == "localhost" || host == "[::1]")
}

// PersonOf reads a person out of the claims that a provider signed.
func (p *Provider) PersonOf(claims map[string]any, party agreement.PartyID) (Person, error) {
	text := func(name, usual string) string {
		if name == "" {
			name = usual
		}
		s, _ := claims[name].(string)
		return strings.TrimSpace(s)
	}
	id := PersonID(strings.ToLower(text(p.Person, "preferred_username")))
	if name, _, ok := strings.Cut(string(id), "@"); ok {
		id = PersonID(name)
	}
	if err := checkID(id); err != nil {
		return Person{}, fault.New(fault.Forbidden, "%s does not say by which name it knows you", p.Name).Mend("whoever looks after the node names the right claim in its settings").Wrap(err)
	}
	out := Person{ID: id, Name: text(p.Display, "name"), Party: party, Roles: map[agreement.ID][]agreement.RoleID{}}
	if out.Name == "" {
		out.Name = string(id)
	}
	values := valuesOf(claims[p.Claim])
	for _, g := range p.Roles {
		if have := out.Roles[g.Agreement]; slices.Contains(values, g.Value) && !slices.Contains(have, g.Role) {
			out.Roles[g.Agreement] = append(have, g.Role)
		}
	}
	return out, nil
}

func valuesOf(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			if s, ok := x.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// recordOpenID ties a provider's subject to a person: names can be given anew, subjects cannot.
const recordOpenID = "openid"

func subjectRef(issuer, subject string) string {
	sum := sha256.Sum256([]byte(issuer + "\x00" + subject))
	return hex.EncodeToString(sum[:])
}

// ByOpenID enters what a provider says of a person, after the rules of the agreements, and says who it is. A person whom another
// subject is, or an administrator, is not taken over by a name.
func (s *Service) ByOpenID(ctx context.Context, p *Provider, subject string, claims map[string]any, party agreement.PartyID, models func(agreement.ID) *agreement.Model, now time.Time) (PersonID, error) {
	if subject == "" {
		return "", unauthorised()
	}
	said, err := p.PersonOf(claims, party)
	if err != nil {
		return "", err
	}
	ref := subjectRef(p.Issuer, subject)
	tied, err := s.store.RecordByRef(ctx, recordOpenID, ref)
	switch {
	case err == nil:
		said.ID = tied.Person
	case fault.CodeOf(err) != fault.NotFound:
		return "", err
	}
	known, err := s.store.PersonByID(ctx, said.ID)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		if len(said.Roles) == 0 {
			return "", fault.New(fault.Forbidden, "%s gives you no role here", p.Name).Mend("ask whoever gives the groups there, or whoever looks after this node")
		}
	case err != nil:
		return "", err
	case known.Disabled:
		return "", unauthorised()
	case tied == nil:
		if known.Admin || s.isTied(ctx, said.ID) {
			return "", fault.New(fault.Conflict, "the name %s belongs to somebody else here", said.ID).Mend("ask whoever looks after the node")
		}
	}
	if known != nil {
		said.Admin, said.Delegate = known.Admin, known.Delegate
		if said.Admin {
			said.Roles = nil // who looks after the node holds none, whatever the provider says
		}
	}
	// The roles of agreements of which the settings say nothing stay as the node's own people gave them.
	if known != nil && !said.Admin {
		for id, roles := range known.Roles {
			if !slices.ContainsFunc(p.Roles, func(g Grant) bool { return g.Agreement == id }) {
				said.Roles[id] = roles
			}
		}
	}
	if err := s.Enrol(ctx, said, models, now); err != nil {
		return "", err
	}
	if tied == nil {
		return said.ID, s.store.PutRecord(ctx, &Record{Kind: recordOpenID, Ref: ref, Person: said.ID, Body: []byte("{}"), Created: now})
	}
	return said.ID, nil
}

func (s *Service) isTied(ctx context.Context, id PersonID) bool {
	all, err := s.store.RecordsOf(ctx, recordOpenID, 1_000_000)
	return err != nil || slices.ContainsFunc(all, func(r *Record) bool { return r.Person == id })
}

// State seals what a browser carries to a provider and back; nobody else can make or change it.
func (s *Service) State(body []byte) []byte {
	return append(s.mac("openid", []byte(s.node), body), body...)
}

// OpenState gives it back, or false.
func (s *Service) OpenState(b []byte) ([]byte, bool) {
	if len(b) < 32 {
		return nil, false
	}
	return b[32:], equal(b[:32], s.mac("openid", []byte(s.node), b[32:]))
}

// UseOnce is true the first time for a text, until it expires.
func (s *Service) UseOnce(ctx context.Context, text string, expires time.Time) (bool, error) {
	return s.store.UseChallenge(ctx, sha256.Sum256([]byte("openid "+text)), expires)
}
