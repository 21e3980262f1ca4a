package node

import (
	"context"
	"net"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// Site is where this node's people use their passkeys: the origin of its settings; in an exercise, where none is set, this machine's own.
func (n *Node) Site() (seal.Site, error) {
	origin := n.home.Origin
	if origin == "" && n.world == agreement.WorldExercise {
		if _, port, err := net.SplitHostPort(n.home.Desk); err == nil {
			origin = "http://localhost:" + port
		}
	}
	return SiteOf(origin, n.world)
}

// SiteOf gives the site of an origin: its relying party is the origin's host, so that no sister of it can use the passkeys.
func SiteOf(origin, world string) (seal.Site, error) {
	if origin == "" {
		return seal.Site{}, fault.New(fault.Unavailable, "this node does not know at which address browsers reach its desk").
			Mend("write it into node.json as \"origin\": \"https://desk.example\", and start the node again")
	}
	_, host, _ := strings.Cut(origin, "://")
	host, _, _ = strings.Cut(host, ":")
	s := seal.Site{RP: host, Origin: origin}
	return s, s.Check(world)
}

// RoleKey is a key with which a person signs in a role.
type RoleKey struct {
	Agreement agreement.ID
	Role      agreement.RoleID
	Holder    seal.Holder
	Err       error // why it does not count now
}

// RoleKeys gives the keys that were enrolled for a person, under one agreement and in one role, the newest last.
func (n *Node) RoleKeys(who Who, id agreement.ID, role agreement.RoleID) ([]RoleKey, error) {
	d, err := n.deal(id)
	if err != nil {
		return nil, err
	}
	keys, err := n.roleKeysOf(d.id, who.ID, role)
	if err != nil {
		return nil, err
	}
	var out []RoleKey
	for _, k := range keys {
		for _, h := range d.ring().Holders(k) {
			if h.Role != string(role) {
				continue
			}
			_, err := d.ring().Find(k, seal.KeyRole, string(role), n.Now())
			out = append(out, RoleKey{Agreement: d.id, Role: role, Holder: h, Err: err})
		}
	}
	return out, nil
}

// SigningPasskeys gives those of a person's passkeys that an authority certified for the role and this site, and that count now.
func (n *Node) SigningPasskeys(ctx context.Context, who Who, id agreement.ID, role agreement.RoleID, site seal.Site) ([]*auth.Passkey, error) {
	keys, err := n.RoleKeys(who, id, role)
	if err != nil {
		return nil, err
	}
	mine, err := n.people.Passkeys(ctx, who.ID)
	if err != nil {
		return nil, err
	}
	var out []*auth.Passkey
	for _, p := range mine {
		if slices.ContainsFunc(keys, func(k RoleKey) bool {
			return k.Err == nil && k.Holder.Key.ID() == p.Key.ID() && k.Holder.Site == site
		}) {
			out = append(out, p)
		}
	}
	return out, nil
}

// SignsByPasskey makes the personal signature over a prepared act from a passkey's answer, and counts the use: an answer
// counts once, whatever becomes of the act.
func (n *Node) SignsByPasskey(ctx context.Context, who Who, prepared string, a auth.Answer) (*seal.Personal, error) {
	dr, err := n.drafts.look(prepared, who, n.Now())
	if err != nil {
		return nil, err
	}
	mine, err := n.people.Passkeys(ctx, who.ID)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(mine, func(p *auth.Passkey) bool { return string(p.ID) == string(a.ID) })
	if i < 0 {
		return nil, fault.Refuse(fault.PersonalInvalid, string(dr.step.Article), "this passkey is not one of yours").Mend("sign with the one that was certified for you")
	}
	p := mine[i]
	if err := seal.VerifyAssertion(a.Assertion, p.Key, p.Site, dr.act.Challenge(p.Key.ID())); err != nil {
		return nil, fault.Refuse(fault.PersonalInvalid, string(dr.step.Article), "the passkey did not sign this act: %s", err.Error()).Mend("open the step again and sign it from there").Wrap(err)
	}
	if err := n.people.Count(ctx, p, a.Assertion, time.Now()); err != nil {
		return nil, err
	}
	return seal.PasskeyPersonal(p.Key.ID(), a.Assertion), nil
}

// Prepared gives the act of a preparation again, for its person alone.
func (n *Node) Prepared(who Who, name string) (*seal.Act, error) {
	dr, err := n.drafts.look(name, who, n.Now())
	if err != nil {
		return nil, err
	}
	a := dr.act
	return &a, nil
}

// MakePasskeyCertificate is an authority's word for a person's passkey on one site, for five years.
func MakePasskeyCertificate(id agreement.ID, party agreement.PartyID, role agreement.RoleID, authority agreement.AuthorityID, key seal.PublicKey, site seal.Site, by seal.PrivateKey, now time.Time) (*seal.SignedStatement, error) {
	return makeRoleCertificate(id, party, role, authority, key, seal.CustodyPerson, site, by, now)
}

// CertifyPasskey has the authority of an exercise certify a passkey with the key that lies in the node's folder. Outside an exercise the
// authority does so on its own machine, or its word would be the party's.
func (n *Node) CertifyPasskey(ctx context.Context, id agreement.ID, person auth.PersonID, role agreement.RoleID, key seal.PublicKey, site seal.Site) error {
	if n.world != agreement.WorldExercise {
		return fault.New(fault.WrongWorld, "the authority's key is not this node's to use").Mend("let the authority certify the request on its own machine: entente key certify")
	}
	d, err := n.deal(id)
	if err != nil {
		return err
	}
	r := d.model.Role(role)
	if r == nil || r.Enrolled == "" {
		return fault.New(fault.NotFound, "the role %s has no authority that enrols keys", role)
	}
	by, err := n.home.AuthorityKey(r.Enrolled)
	if err != nil {
		return err
	}
	st, err := MakePasskeyCertificate(d.id, n.party, role, r.Enrolled, key, site, by, n.Now())
	if err != nil {
		return err
	}
	return n.EnrolRoleKey(ctx, id, person, role, st)
}

// EnrolOwnPasskey takes the certificate that a person brings for a passkey of their own.
func (n *Node) EnrolOwnPasskey(ctx context.Context, who Who, certificate *seal.SignedStatement) error {
	said, err := seal.DecodeStatement([]byte(certificate.Statement))
	if err != nil {
		return err
	}
	cert, ok := said.(*seal.RoleCertificate)
	if !ok || cert.Algorithm != seal.AlgorithmPasskey {
		return fault.New(fault.Invalid, "this is no certificate of a passkey").Mend("bring the file that the authority gave you")
	}
	mine, err := n.people.Passkeys(ctx, who.ID)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(mine, func(p *auth.Passkey) bool {
		return p.Key.String() == cert.Key && p.Site == seal.Site{RP: cert.RP, Origin: cert.Origin}
	}) {
		return fault.New(fault.PersonalInvalid, "the certificate is for a passkey that is none of yours, or for another site").Mend("compare the fingerprint with the one of your request")
	}
	return n.EnrolRoleKey(ctx, agreement.ID(cert.Agreement), who.ID, agreement.RoleID(cert.Role), certificate)
}

// roleKeysOf gives whose role keys this node knows to be a person's, the newest last.
func (n *Node) roleKeysOf(id agreement.ID, person auth.PersonID, role agreement.RoleID) (keys []seal.KeyID, err error) {
	err = n.db.View(ctxBackground, func(tx *store.Tx) error {
		keys = nil
		b, err := tx.GetMeta(ctxBackground, roleKeyMeta(id, person, role))
		if store.Missing(err) {
			return nil
		}
		for k := range strings.FieldsSeq(string(b)) {
			keys = append(keys, seal.KeyID(k))
		}
		return err
	})
	return keys, err
}

// keepRoleKey notes whose a new key is. A key in a file takes the place of the one before; passkeys stand beside it, and
// beside each other: each is on another device.
func (n *Node) keepRoleKey(ctx context.Context, d *deal, person auth.PersonID, role agreement.RoleID, key seal.PublicKey) error {
	before, err := n.roleKeysOf(d.id, person, role)
	if err != nil {
		return err
	}
	ring := d.ring()
	before = slices.DeleteFunc(before, func(k seal.KeyID) bool {
		if k == key.ID() {
			return true
		}
		hs := ring.Holders(k)
		passkey := len(hs) > 0 && hs[0].Key.Algorithm() == seal.AlgorithmPasskey
		return !passkey && key.Algorithm() != seal.AlgorithmPasskey
	})
	var text []string
	for _, k := range append(before, key.ID()) {
		text = append(text, string(k))
	}
	return n.db.Update(ctx, func(tx *store.Tx) error {
		return tx.PutMeta(ctx, store.PutMetaParams{Key: roleKeyMeta(d.id, person, role), Value: []byte(strings.Join(text, "\n"))})
	})
}

// ByOpenID enters what the party's own provider says of a person, and says who it is.
func (n *Node) ByOpenID(ctx context.Context, p *auth.Provider, subject string, claims map[string]any) (auth.PersonID, error) {
	return n.people.ByOpenID(ctx, p, subject, claims, n.party, n.modelOf, n.Now())
}
