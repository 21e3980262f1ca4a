package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/seal"
)

func nodeSite(origin, world string) (seal.Site, error) { return node.SiteOf(origin, world) }

// plainFault is what an error says, without its remedy.
func (t tongue) plainFault(err error) string {
	if e, ok := err.(*fault.Error); ok {
		if e.Remedy != "" {
			return e.Message + ": " + e.Remedy
		}
		return e.Message
	}
	return err.Error()
}

// Profile gives the page of a person's own settings.
func (d *desk) Profile(ctx context.Context, v web.Viewer) (*web.ProfileView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	out := &web.ProfileView{Roles: v.Roles, Zones: zones}
	if out.Devices, err = d.devices(ctx, v); err != nil {
		return nil, err
	}
	site, siteErr := d.site()
	mine, err := d.n.Auth().Passkeys(ctx, who.ID)
	if err != nil {
		return nil, err
	}
	for _, k := range mine {
		out.Passkeys = append(out.Passkeys, web.PasskeyView{
			ID: b64.EncodeToString(k.ID), Name: k.Name, Origin: k.Site.Origin, Here: siteErr == nil && k.Site == site, Created: k.Created, Used: k.Used,
		})
	}
	if siteErr != nil {
		out.Why = speak(ctx).plainFault(siteErr)
	} else if out.Make, err = d.passkeyMake(who, v, site, mine); err != nil {
		return nil, err
	}
	if out.Keys, err = d.signingRoles(ctx, who, mine); err != nil {
		return nil, err
	}
	out.Registry, err = d.registry(ctx, who)
	return out, err
}

func (d *desk) devices(ctx context.Context, v web.Viewer) ([]web.DeviceView, error) {
	all, err := d.n.Auth().Browsers(ctx, auth.PersonID(v.ID), time.Now())
	if err != nil {
		return nil, err
	}
	var out []web.DeviceView
	// The machine's time, in which sessions live, is shown by its distance from the node's, which an exercise may have set.
	shift := time.Until(d.n.Now())
	for _, s := range all {
		name := b64.EncodeToString(s.Hash[:])
		x := web.DeviceView{ID: name, Agent: s.Use.Agent, Since: s.Created.Add(shift), Used: s.Use.Used.Add(shift), Method: string(s.Use.Method), This: name == v.Session}
		if s.Use.Used.IsZero() {
			x.Used = x.Since
		}
		out = append(out, x)
	}
	return out, nil
}

func (d *desk) passkeyMake(who *auth.Person, v web.Viewer, site seal.Site, mine []*auth.Passkey) (*web.PasskeyMake, error) {
	c, err := d.n.Auth().Challenge(auth.PurposeCreate, v.Session, time.Now())
	if err != nil {
		return nil, err
	}
	// The device must not learn the person's name at the node, nor whom else it serves.
	user := sha256.Sum256([]byte("passkey user " + d.opt.Name + " " + string(who.ID) + hex.EncodeToString(who.Secret)))
	out := &web.PasskeyMake{PasskeyAsk: web.PasskeyAsk{Challenge: b64.EncodeToString(c), RP: site.RP, Origin: site.Origin}, User: b64.EncodeToString(user[:16]), Name: who.Name}
	for _, k := range mine {
		if k.Site == site {
			out.IDs = append(out.IDs, b64.EncodeToString(k.ID))
		}
	}
	return out, nil
}

// Kinds of what is kept about people.
const (
	recordPreference = "preference"
	recordKeyAsk     = "key-request"
)

type preference struct {
	Language string `json:"language,omitempty"`
	Zone     string `json:"zone,omitempty"`
}

func (d *desk) preference(ctx context.Context, id auth.PersonID) preference {
	var p preference
	if r, err := d.n.Auth().Record(ctx, recordPreference, string(id)); err == nil {
		_ = json.Unmarshal(r.Body, &p) // a preference that cannot be read is none
	}
	return p
}

// Prefer keeps a language and a time zone.
func (d *desk) Prefer(ctx context.Context, v web.Viewer, language, zone string) error {
	if zone != "" && !slices.Contains(zones, zone) {
		return fault.New(fault.Invalid, "this is no time zone that can be chosen").Mend("choose one of the list")
	}
	b, err := json.Marshal(preference{language, zone})
	if err != nil {
		return err
	}
	return d.n.Auth().Keep(ctx, auth.Record{Kind: recordPreference, Ref: v.ID, Person: auth.PersonID(v.ID), Body: b, Created: d.n.Now()})
}

func (d *desk) hashOf(id string) (h auth.TokenHash, err error) {
	b, err := b64.DecodeString(id)
	if err != nil || len(b) != len(h) {
		return h, fault.New(fault.NotFound, "you have no such session, or no longer").Mend("see the list of your devices")
	}
	return auth.TokenHash(b), nil
}

// EndDevice ends one of the viewer's sessions.
func (d *desk) EndDevice(ctx context.Context, v web.Viewer, id string) error {
	h, err := d.hashOf(id)
	if err != nil {
		return err
	}
	return d.n.Auth().EndBrowser(ctx, auth.PersonID(v.ID), h, time.Now())
}

// EndOthers ends all but this one.
func (d *desk) EndOthers(ctx context.Context, v web.Viewer) error {
	h, err := d.hashOf(v.Session)
	if err != nil {
		return err
	}
	_, err = d.n.Auth().EndOthers(ctx, auth.PersonID(v.ID), h, time.Now())
	return err
}

// AddPasskey keeps what the viewer's device has made.
func (d *desk) AddPasskey(ctx context.Context, v web.Viewer, name string, made web.PasskeyAnswer) error {
	site, err := d.site()
	if err != nil {
		return err
	}
	challenge, err1 := b64.DecodeString(made.Challenge)
	authenticator, err2 := b64.DecodeString(made.Authenticator)
	if err1 != nil || err2 != nil || len(authenticator) > 4096 {
		return fault.New(fault.Invalid, "what the device made did not come whole").Mend("load the page again; it needs script")
	}
	_, err = d.n.Auth().AddPasskey(ctx, auth.PersonID(v.ID), name, site, challenge, authenticator, made.Client, v.Session, time.Now())
	return err
}

// RemovePasskey forgets one of the viewer's.
func (d *desk) RemovePasskey(ctx context.Context, v web.Viewer, id string) error {
	b, err := b64.DecodeString(id)
	if err != nil {
		return fault.New(fault.NotFound, "you have no such passkey").Mend("see the list of your passkeys")
	}
	return d.n.Auth().RemovePasskey(ctx, auth.PersonID(v.ID), b)
}

// signingRoles gives the viewer's roles whose keys a second authority enrols.
func (d *desk) signingRoles(ctx context.Context, who *auth.Person, mine []*auth.Passkey) ([]web.SigningRole, error) {
	var out []web.SigningRole
	for _, m := range d.n.Models() {
		for _, id := range who.RolesIn(m.ID) {
			r := m.Role(id)
			if r == nil || r.Enrolled == "" {
				continue
			}
			keys, err := d.n.RoleKeys(who, m.ID, id)
			if err != nil {
				return nil, err
			}
			x := web.SigningRole{
				Role: web.RoleRef{ID: id, Title: roleTitle(m, id), Party: d.ownParty(speak(ctx))}, Agreement: article(m, r.Article), Authority: authorityName(m, d.n.Party(), r.Enrolled),
			}
			for _, k := range keys {
				x.Keys = append(x.Keys, signingKey(k, mine))
			}
			for _, p := range mine {
				if slices.ContainsFunc(keys, func(k node.RoleKey) bool {
					return k.Err == nil && k.Holder.Key.ID() == p.Key.ID() && k.Holder.Site == p.Site
				}) {
					continue
				}
				q := d.request(m, who, p, id)
				ask := web.KeyAsk{Passkey: b64.EncodeToString(p.ID), Name: p.Name, Agreement: x.Agreement, Role: x.Role, Fingerprint: q.Fingerprint()}
				if rec, err := d.n.Auth().Record(ctx, recordKeyAsk, askRef(q)); err == nil {
					ask.Asked = rec.Created
				}
				x.Asks = append(x.Asks, ask)
			}
			out = append(out, x)
		}
	}
	return out, nil
}

func signingKey(k node.RoleKey, mine []*auth.Passkey) web.SigningKey {
	out := web.SigningKey{Kind: "file", ID: string(k.Holder.Key.ID()), Until: k.Holder.Until}
	if k.Holder.Custody == seal.CustodyNode {
		out.Kind = "node"
	}
	if k.Holder.Key.Algorithm() == seal.AlgorithmPasskey {
		out.Kind = "passkey"
		for _, p := range mine {
			if p.Key.ID() == k.Holder.Key.ID() {
				out.Name = p.Name
			}
		}
	}
	if e, ok := k.Err.(*fault.Error); ok {
		out.Problem = &web.Problem{Fault: e}
	}
	return out
}

func authorityName(m *agreement.Model, party agreement.PartyID, id agreement.AuthorityID) string {
	if p := m.Party(party); p != nil {
		if a := p.Authority(id); a != nil {
			return titled(a.Name, id)
		}
	}
	return inWords(id)
}

func (d *desk) request(m *agreement.Model, who *auth.Person, p *auth.Passkey, role agreement.RoleID) *node.KeyRequest {
	return &node.KeyRequest{
		Agreement: m.ID, Key: p.Key.String(), Origin: p.Site.Origin, Party: d.n.Party(), Person: who.Name, Role: role, RP: p.Site.RP, Type: node.TypeKeyRequest,
	}
}

// askRef names a request by what is asked.
func askRef(q *node.KeyRequest) string {
	sum := sha256.Sum256(q.Encode())
	return hex.EncodeToString(sum[:])
}

// KeyRequest is the file that the second authority certifies. In an exercise it lies here too, for another person to stand in.
func (d *desk) KeyRequest(ctx context.Context, v web.Viewer, passkey string, id agreement.ID, role agreement.RoleID) (*web.File, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	m, err := d.model(id)
	if err != nil {
		return nil, err
	}
	if r := m.Role(role); r == nil || !who.Holds(m.ID, role) || r.Enrolled == "" {
		return nil, fault.New(fault.WrongRole, "you hold no role %s whose keys are certified", string(role)).Mend("see your roles under Settings")
	}
	mine, err := d.n.Auth().Passkeys(ctx, who.ID)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(mine, func(p *auth.Passkey) bool { return b64.EncodeToString(p.ID) == passkey })
	if i < 0 {
		return nil, fault.New(fault.NotFound, "you have no such passkey").Mend("see the list of your passkeys")
	}
	q := d.request(m, who, mine[i], role)
	if d.n.World() == agreement.WorldExercise {
		if err := d.n.Auth().Keep(ctx, auth.Record{Kind: recordKeyAsk, Ref: askRef(q), Person: who.ID, Body: q.Encode(), Created: d.n.Now()}); err != nil {
			return nil, err
		}
	}
	return &web.File{Name: "key-request-" + string(role) + ".json", Media: "application/json", Data: q.Encode()}, nil
}

// Certificate takes what the authority gave for a passkey of the viewer.
func (d *desk) Certificate(ctx context.Context, v web.Viewer, text string) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	st, err := seal.DecodeSignedStatement([]byte(strings.TrimSpace(text)))
	if err != nil {
		return fault.New(fault.Invalid, "this is no certificate").Mend("paste the whole file that the authority gave you, and nothing else").Wrap(err)
	}
	return d.n.EnrolOwnPasskey(ctx, who, st)
}

const mostAsks = 200

// registry gives the requests of others, in an exercise.
func (d *desk) registry(ctx context.Context, who *auth.Person) ([]web.KeyAsk, error) {
	if d.n.World() != agreement.WorldExercise {
		return nil, nil
	}
	all, err := d.n.Auth().Records(ctx, recordKeyAsk, mostAsks)
	if err != nil {
		return nil, err
	}
	var out []web.KeyAsk
	for _, r := range all {
		if r.Person == who.ID {
			continue
		}
		q, err := node.ParseKeyRequest(r.Body, d.n.World())
		if err != nil {
			continue
		}
		m, err := d.model(q.Agreement)
		if err != nil {
			continue
		}
		x := web.KeyAsk{Ref: r.Ref, Name: q.Person, Role: web.RoleRef{ID: q.Role, Title: roleTitle(m, q.Role), Party: d.ownParty(speak(ctx))}, Fingerprint: q.Fingerprint(), Asked: r.Created}
		if role := m.Role(q.Role); role != nil {
			x.Agreement = article(m, role.Article)
		}
		out = append(out, x)
	}
	return out, nil
}

// Certify stands in for the second authority: never for oneself.
func (d *desk) Certify(ctx context.Context, v web.Viewer, ref string) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	if d.n.World() != agreement.WorldExercise {
		return fault.New(fault.WrongWorld, "keys are certified by the second authority itself").Mend("let it certify the request on its own machine: entente key certify")
	}
	r, err := d.n.Auth().Record(ctx, recordKeyAsk, ref)
	if err != nil {
		return fault.New(fault.NotFound, "there is no such request, or no longer").Mend("see the list of requests")
	}
	if r.Person == who.ID {
		return fault.New(fault.Forbidden, "nobody certifies their own key").Mend("let another person do it")
	}
	q, err := node.ParseKeyRequest(r.Body, d.n.World())
	if err != nil {
		return err
	}
	key, err := seal.ParsePublicKey(q.Key)
	if err != nil {
		return err
	}
	if err := d.n.CertifyPasskey(ctx, q.Agreement, r.Person, q.Role, key, q.Site()); err != nil {
		return err
	}
	return d.n.Auth().Drop(ctx, recordKeyAsk, ref)
}
