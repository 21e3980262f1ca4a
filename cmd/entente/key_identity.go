package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"filippo.io/age"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
)

type keyIdentityCmd struct {
	File string `arg:"" name:"FILE" help:"Where to write the identity; nothing may be there. No node ever gets it."`
}

func (c keyIdentityCmd) Run(a *app) error {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		return fault.New(fault.Internal, "no random bytes are to be had").Wrap(err)
	}
	f, err := os.OpenFile(c.File, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return usage("%s cannot be made: %s", c.File, reason(err))
	}
	recipient := id.Recipient().String()
	_, err = fmt.Fprintf(f, "# public key: %s\n%s\n", recipient, id)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fault.New(fault.StoreFull, "%s cannot be written", c.File).Wrap(err)
	}
	return a.print(map[string]any{"file": c.File, "recipient": recipient}, func(w io.Writer) { fmt.Fprintln(w, recipient) })
}

type keyVouchCmd struct {
	Recipient string            `arg:"" name:"RECIPIENT" help:"What key identity printed: age1…. An empty one says that nothing is sealed to the office any more."`
	By        string            `required:"" help:"The key of the authority that enrols the role, or of the party where the agreement names none." placeholder:"FILE"`
	Agreement string            `required:"" help:"The text of the agreement." placeholder:"FILE"`
	Party     agreement.PartyID `required:"" help:"The person's party." placeholder:"PARTY"`
	Role      agreement.RoleID  `required:"" help:"For which role." placeholder:"ROLE"`
	At        time.Time         `help:"The instant of the certificate; now unless stated." placeholder:"INSTANT"`
	Out       string            `short:"o" help:"Where to write the certificate; entente node statement puts it into the agreement's case." placeholder:"FILE"`
}

func (c keyVouchCmd) Run(a *app) error {
	_, m, err := a.sound(c.Agreement)
	if err != nil {
		return err
	}
	by, err := readPrivateKey(c.By)
	if err != nil {
		return err
	}
	if c.At.IsZero() {
		c.At = time.Now()
	}
	st, err := node.MakeSealingCertificate(m, c.Party, c.Role, c.Recipient, by, c.At)
	if err != nil {
		return err
	}
	return a.product(c.Out, st.Encode(), "certificate")
}

type caseUnsealCmd struct {
	Args     []string `arg:"" optional:"" name:"DIR CASE FIELD" help:"The node's folder, the case, and the field."`
	Identity string   `required:"" help:"The file that key identity wrote." placeholder:"FILE"`
	target
}

// Run gets the sealed text and opens it here: the identity stays on this machine, and no node sees what was written.
func (c caseUnsealCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "CASE", "FIELD")
	if err != nil {
		return err
	}
	f, err := api.Field(a.ctx, args[0], args[1])
	if err != nil {
		return err
	}
	sealed, _ := f.Value.(string)
	if !agreement.IsSealed(sealed) {
		return fault.New(fault.Conflict, "the field %s is not sealed", args[1]).Mend("read it with entente case show --field %s", args[1])
	}
	ids, err := os.Open(c.Identity)
	if err != nil {
		return usage("%s cannot be read: %s", c.Identity, reason(err))
	}
	defer func() { _ = ids.Close() }()
	text, err := node.Unseal(sealed, ids)
	if err != nil {
		return err
	}
	return a.print(map[string]any{"case": args[0], "field": args[1], "text": text}, func(w io.Writer) { fmt.Fprintln(w, text) })
}
