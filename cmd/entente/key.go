package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

type keyCmd struct {
	New     keyNewCmd     `cmd:"" help:"Make a person's role key; the person keeps it."`
	Certify keyCertifyCmd `cmd:"" help:"As an authority: certify a person's role key, or a passkey by its request."`
	Sign    keySignCmd    `cmd:"" help:"Sign a prepared act with your role key."`

	Identity keyIdentityCmd `cmd:"" help:"Make the identity that opens what is sealed to an office; the person keeps it."`
	Vouch    keyVouchCmd    `cmd:"" help:"As an authority or party: say to whom what is for an office alone is sealed."`
}

type keyNewCmd struct {
	File  string `arg:"" name:"FILE" help:"Where to write the key; nothing may be there."`
	World string `help:"exercise: the key is good in exercises alone." placeholder:"WORLD"`
}

func (c keyNewCmd) Run(a *app) error {
	if c.World != agreement.WorldReal && c.World != agreement.WorldExercise {
		return usage("there is no world %q; say --world %s, or nothing", c.World, agreement.WorldExercise)
	}
	key, err := node.NewRoleKey(c.World)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(c.File, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return usage("%s cannot be made: %s", c.File, reason(err))
	}
	_, err = f.WriteString(key.Secret() + "\n")
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fault.New(fault.StoreFull, "%s cannot be written", c.File).Wrap(err)
	}
	public := key.PublicKey().String()
	return a.print(map[string]any{"file": c.File, "key": public, "id": key.ID()}, func(w io.Writer) { fmt.Fprintln(w, public) })
}

type keyCertifyCmd struct {
	Key         string            `arg:"" name:"PUBLIC" help:"The person's public key, as key new prints it, or the file of a passkey's request."`
	By          string            `required:"" help:"The authority's key." placeholder:"FILE"`
	Agreement   string            `required:"" help:"The text of the agreement." placeholder:"FILE"`
	Party       agreement.PartyID `help:"The person's party; a request says it." placeholder:"PARTY"`
	Role        agreement.RoleID  `help:"For which role; a request says it." placeholder:"ROLE"`
	Fingerprint string            `help:"Of a request: as the person read it out to you." placeholder:"TEXT"`
	At          time.Time         `help:"The instant of the certificate; now unless stated." placeholder:"INSTANT"`
	Out         string            `short:"o" help:"Where to write the certificate." placeholder:"FILE"`
}

func (c keyCertifyCmd) Run(a *app) error {
	_, m, err := a.sound(c.Agreement)
	if err != nil {
		return err
	}
	var site seal.Site
	if !strings.Contains(c.Key, ":") || strings.HasSuffix(c.Key, ".json") {
		q, err := c.request(m)
		if err != nil {
			return err
		}
		c.Key, c.Party, c.Role, site = q.Key, q.Party, q.Role, q.Site()
	}
	if c.Party == "" || c.Role == "" {
		return usage("say whose key it is: --party and --role")
	}
	public, err := seal.ParsePublicKeyAs(c.Key, seal.KeyRole, m.World)
	if err != nil {
		return err
	}
	if public.Algorithm() == seal.AlgorithmPasskey && site.Origin == "" {
		return usage("a passkey is certified by its request: it says on which site the passkey signs")
	}
	by, err := readPrivateKey(c.By)
	if err != nil {
		return err
	}
	p, r := m.Party(c.Party), m.Role(c.Role)
	switch {
	case p == nil:
		return fault.New(fault.NotFound, "%s is no party to the agreement", c.Party)
	case r == nil:
		return fault.New(fault.NotFound, "the agreement has no role %s", c.Role)
	case r.Enrolled == "":
		return fault.Refuse(fault.NotFound, string(r.Article), "no authority enrols keys of the role %s", c.Role)
	}
	authority := p.Authority(r.Enrolled)
	if authority == nil || authority.Key != by.PublicKey().String() {
		return fault.Refuse(fault.UnknownKey, string(r.Article), "the keys of %s of %s are enrolled by %s, and this is not its key", c.Role, c.Party, r.Enrolled).
			Mend("certify with the key that the agreement names")
	}
	if c.At.IsZero() {
		c.At = time.Now()
	}
	word := func() (*seal.SignedStatement, error) {
		if site.Origin != "" {
			return node.MakePasskeyCertificate(m.ID, c.Party, c.Role, r.Enrolled, public, site, by, c.At)
		}
		return node.MakeRoleCertificate(m.ID, c.Party, c.Role, r.Enrolled, public, seal.CustodyPerson, by, c.At)
	}
	st, err := word()
	if err != nil {
		return err
	}
	return a.product(c.Out, st.Encode(), "certificate")
}

// request reads a passkey's request, and says what is to be compared with what the person reads out.
func (c keyCertifyCmd) request(m *agreement.Model) (*node.KeyRequest, error) {
	b, err := readFile(c.Key, 64<<10)
	if err != nil {
		return nil, err
	}
	q, err := node.ParseKeyRequest(b, m.World)
	if err != nil {
		return nil, err
	}
	if q.Agreement != m.ID || c.Party != "" && c.Party != q.Party || c.Role != "" && c.Role != q.Role {
		return nil, fault.New(fault.Invalid, "the request is for the role %s of %s under %s", q.Role, q.Party, q.Agreement).Mend("certify what was asked for, or ask for another request")
	}
	if c.Fingerprint == "" {
		return nil, usage("compare the fingerprint with the person, by voice or face to face, and repeat it: --fingerprint %q", q.Fingerprint())
	}
	if strings.Join(strings.Fields(c.Fingerprint), "") != strings.Join(strings.Fields(q.Fingerprint()), "") {
		return nil, fault.New(fault.PersonalInvalid, "the request's fingerprint is %s, not what the person read out", q.Fingerprint()).Mend("certify nothing: somebody may have exchanged the request")
	}
	return q, nil
}

type keySignCmd struct {
	Act string `arg:"" name:"ACT" help:"The act, as the desk's page of the step gives it."`
	By  string `required:"" help:"Your role key." placeholder:"FILE"`
	Out string `short:"o" help:"Where to write the signature." placeholder:"FILE"`
}

func (c keySignCmd) Run(a *app) error {
	b, err := readFile(c.Act, seal.MaxAct)
	if err != nil {
		return err
	}
	act, err := seal.DecodeAct([]byte(strings.TrimSuffix(string(b), "\n")))
	if err != nil {
		return err
	}
	key, err := readPrivateKey(c.By)
	if err != nil {
		return err
	}
	p, err := seal.SignPersonal(act, key)
	if err != nil {
		return err
	}
	out, err := json.Marshal(p)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.errs, "entente: signs %s of the case %s as %s of %s\n", act.Step, act.Case, act.Role, act.Party)
	return a.product(c.Out, out, "signature")
}
