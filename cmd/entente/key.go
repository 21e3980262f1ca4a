package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

type keyCmd struct {
	New     keyNewCmd     `cmd:"" help:"Make a person's role key; the person keeps it."`
	Certify keyCertifyCmd `cmd:"" help:"As an authority: certify a person's role key."`

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
	Key       string            `arg:"" name:"PUBLIC" help:"The person's public key, as key new prints it."`
	By        string            `required:"" help:"The authority's key." placeholder:"FILE"`
	Agreement string            `required:"" help:"The text of the agreement." placeholder:"FILE"`
	Party     agreement.PartyID `required:"" help:"The person's party." placeholder:"PARTY"`
	Role      agreement.RoleID  `required:"" help:"For which role." placeholder:"ROLE"`
	At        time.Time         `help:"The instant of the certificate; now unless stated." placeholder:"INSTANT"`
	Out       string            `short:"o" help:"Where to write the certificate." placeholder:"FILE"`
}

func (c keyCertifyCmd) Run(a *app) error {
	_, m, err := a.sound(c.Agreement)
	if err != nil {
		return err
	}
	public, err := seal.ParsePublicKeyAs(c.Key, seal.KeyRole, m.World)
	if err != nil {
		return err
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
	st, err := node.MakeRoleCertificate(m.ID, c.Party, c.Role, r.Enrolled, public, seal.CustodyPerson, by, c.At)
	if err != nil {
		return err
	}
	return a.product(c.Out, st.Encode(), "certificate")
}
