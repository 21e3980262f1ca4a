package node

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// Auth is who may log in.
func (n *Node) Auth() *auth.Service { return n.people }

// EnrolPerson adds a person of this party's staff, after the rules of the agreements: a role that the party
// may fill, and no independent role beside another.
func (n *Node) EnrolPerson(ctx context.Context, p auth.Person) error {
	p.Party = n.party
	return n.people.Enrol(ctx, p, n.modelOf, n.Now())
}

func (n *Node) modelOf(id agreement.ID) *agreement.Model {
	d, err := n.deal(id)
	if err != nil {
		return nil
	}
	return d.model
}

// EnrolRoleKey certifies a person's role key by the authority that the agreement names, and says so in the
// agreement case. Without a certificate, in an exercise, the node makes the key and keeps it for the person.
func (n *Node) EnrolRoleKey(ctx context.Context, id agreement.ID, person auth.PersonID, role agreement.RoleID, certificate *seal.SignedStatement) error {
	d, err := n.deal(id)
	if err != nil {
		return err
	}
	p, err := n.people.Person(ctx, person)
	if err != nil {
		return err
	}
	if !p.Holds(id, role) {
		return fault.New(fault.WrongRole, "%s does not hold the role %s", person, role).Mend("enter the role first")
	}
	if certificate == nil {
		if certificate, err = n.custodyKey(d, person, role); err != nil {
			return err
		}
	}
	said, err := seal.DecodeStatement([]byte(certificate.Statement))
	if err != nil {
		return err
	}
	cert, ok := said.(*seal.RoleCertificate)
	if !ok || cert.Role != string(role) || cert.Party != string(n.party) {
		return fault.New(fault.PersonalInvalid, "the certificate is not for the role %s of %s", role, n.party)
	}
	key, err := seal.ParsePublicKey(cert.Key)
	if err != nil {
		return err
	}
	if err := n.declareAll(ctx, id, StepEnrol, certificate); err != nil {
		return err
	}
	n.awaitKey(ctx, d, key.ID(), role)
	return n.keepRoleKey(ctx, d, person, role, key)
}

// awaitKey waits a moment until the agreement case has the key, so that whoever was enrolled can sign at once. Where the
// depositary is away the key counts later, by itself.
func (n *Node) awaitKey(ctx context.Context, d *deal, key seal.KeyID, role agreement.RoleID) {
	if n.cfg.Deliver != nil {
		if err := n.cfg.Deliver(ctx); err != nil {
			n.log.Warn("the post could not be delivered", "err", err)
		}
		return
	}
	end := time.Now().Add(answerTime)
	for time.Now().Before(end) && ctx.Err() == nil && n.running.Err() == nil {
		if _, err := d.ring().Find(key, seal.KeyRole, string(role), n.Now()); err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// custodyKey makes a role key that the node keeps: marked as such in its certificate, and possible in an
// exercise alone, since nobody could tell the node's hand from the person's.
func (n *Node) custodyKey(d *deal, person auth.PersonID, role agreement.RoleID) (*seal.SignedStatement, error) {
	if n.world != agreement.WorldExercise {
		return nil, fault.New(fault.WrongWorld, "a real node keeps no person's key").Mend("let the person make the key, and the authority certify it")
	}
	r := d.model.Role(role)
	if r == nil || r.Enrolled == "" {
		return nil, fault.New(fault.NotFound, "the role %s has no authority that enrols keys", role)
	}
	authority, err := n.home.AuthorityKey(r.Enrolled)
	if err != nil {
		return nil, err
	}
	key, err := n.keyFor(d.id, person, role)
	if err != nil {
		return nil, err
	}
	return MakeRoleCertificate(d.id, n.party, role, r.Enrolled, key.PublicKey(), seal.CustodyNode, authority, n.Now())
}

// keyFor is the key that the node keeps for a person's role. It is one for all agreements, since whoever is judge under two of
// them signs with one hand; who is enrolled in the same agreement again gets another.
func (n *Node) keyFor(id agreement.ID, person auth.PersonID, role agreement.RoleID) (seal.PrivateKey, error) {
	if before, err := n.roleKeysOf(id, person, role); err != nil || len(before) == 0 {
		if key, err := n.home.RoleKey(string(person), role); err == nil {
			return key, nil
		}
	}
	return newKey(n.home.roleKeyFile(string(person), role), seal.KeyRole, n.world, n.cfg.Random)
}

// MakeRoleCertificate is an authority's word for a person's key, for five years.
func MakeRoleCertificate(id agreement.ID, party agreement.PartyID, role agreement.RoleID, authority agreement.AuthorityID, key seal.PublicKey, custody string, by seal.PrivateKey, now time.Time) (*seal.SignedStatement, error) {
	return makeRoleCertificate(id, party, role, authority, key, custody, seal.Site{}, by, now)
}

func makeRoleCertificate(id agreement.ID, party agreement.PartyID, role agreement.RoleID, authority agreement.AuthorityID, key seal.PublicKey, custody string, site seal.Site, by seal.PrivateKey, now time.Time) (*seal.SignedStatement, error) {
	from := now.Add(-time.Hour)
	if key.World() == agreement.WorldExercise {
		from = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return seal.SignStatement(&seal.RoleCertificate{
		Agreement: string(id), Algorithm: key.Algorithm(), Authority: string(authority), Custody: custody, From: sealTime(from),
		Key: key.String(), Origin: site.Origin, Party: string(party), Role: string(role), RP: site.RP, Type: seal.TypeRoleCertificate, Until: sealTime(now.AddDate(5, 0, 0)), World: key.World(),
	}, by)
}

// roleKeyMeta is where this node keeps whose a role key is; the agreement case knows keys, not people.
func roleKeyMeta(id agreement.ID, person auth.PersonID, role agreement.RoleID) string {
	return "rolekey/" + string(id) + "/" + string(person) + "/" + string(role)
}

var ctxBackground = context.Background()

// peopleStore fills auth.Store from the node's database.
type peopleStore struct{ db *store.DB }

type personRoles struct {
	Roles    map[agreement.ID][]agreement.RoleID `json:"roles"`
	Party    agreement.PartyID                   `json:"party"`
	Admin    bool                                `json:"admin"`
	Delegate bool                                `json:"delegate,omitempty"`
}

func (s peopleStore) PersonByID(ctx context.Context, id auth.PersonID) (p *auth.Person, err error) {
	err = s.db.View(ctx, func(tx *store.Tx) error {
		row, err := tx.GetPerson(ctx, store.PersonID(id))
		if store.Missing(err) {
			return fault.New(fault.NotFound, "there is no person %q here", string(id)).Mend("see the list of people")
		} else if err != nil {
			return err
		}
		p, err = personOf(row)
		return err
	})
	return p, err
}

func personOf(row store.Person) (*auth.Person, error) {
	var r personRoles
	if err := json.Unmarshal([]byte(row.Roles), &r); err != nil {
		return nil, fault.New(fault.Internal, "the roles of %s are damaged", row.ID).Wrap(err)
	}
	return &auth.Person{
		ID: auth.PersonID(row.ID), Name: row.Name, Party: r.Party, Roles: r.Roles, Admin: r.Admin, Delegate: r.Delegate, Disabled: row.Disabled, Secret: row.Secret, Created: row.Created.Time(),
	}, nil
}

func (s peopleStore) PutPerson(ctx context.Context, p *auth.Person) error {
	roles, err := json.Marshal(personRoles{p.Roles, p.Party, p.Admin, p.Delegate})
	if err != nil {
		return err
	}
	return s.db.Update(ctx, func(tx *store.Tx) error {
		return tx.PutPerson(ctx, store.PutPersonParams{
			ID: store.PersonID(p.ID), Name: p.Name, Roles: string(roles), Secret: p.Secret, Created: store.MicrosOf(p.Created), Disabled: p.Disabled,
		})
	})
}

func (s peopleStore) People(ctx context.Context) (all []*auth.Person, err error) {
	err = s.db.View(ctx, func(tx *store.Tx) error {
		all = nil
		rows, err := tx.ListPersons(ctx)
		if err != nil {
			return err
		}
		for _, row := range rows {
			p, err := personOf(row)
			if err != nil {
				return err
			}
			all = append(all, p)
		}
		return nil
	})
	return all, err
}

func (s peopleStore) PutSession(ctx context.Context, x *auth.Session) error {
	return s.db.Update(ctx, func(tx *store.Tx) error {
		return tx.AddSession(ctx, store.AddSessionParams{
			TokenHash: x.Hash[:], Person: store.PersonID(x.Person), Kind: string(x.Kind), Created: store.MicrosOf(x.Created), Expires: store.MicrosOf(x.Expires),
		})
	})
}

func (s peopleStore) SessionByHash(ctx context.Context, h auth.TokenHash) (x *auth.Session, err error) {
	err = s.db.View(ctx, func(tx *store.Tx) error {
		row, err := tx.GetSession(ctx, store.GetSessionParams{TokenHash: h[:], Now: 0})
		if store.Missing(err) {
			return fault.New(fault.NotFound, "there is no such session")
		} else if err != nil {
			return err
		}
		x, err = sessionOf(ctx, tx, row)
		return err
	})
	return x, err
}

func (s peopleStore) DeleteSession(ctx context.Context, h auth.TokenHash) (was bool, err error) {
	err = s.db.Update(ctx, func(tx *store.Tx) error {
		rows, err := tx.DeleteSession(ctx, h[:])
		was = rows > 0
		return err
	})
	return was, err
}

// NewRoleKey makes a person's role key, for the person to keep.
func NewRoleKey(world string) (seal.PrivateKey, error) {
	return seal.GenerateKey(seal.KeyRole, world, rand.Reader)
}
