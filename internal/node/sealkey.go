package node

import (
	"io"
	"strings"
	"time"

	"filippo.io/age"
	"filippo.io/age/armor"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// SealKeys are the age recipients to which what is sealed to a role is sealed now, the newest first; none where nobody
// has published one.
func (n *Node) SealKeys(id agreement.ID, role agreement.RoleID) []string {
	d, err := n.deal(id)
	if err != nil || role == "" {
		return nil
	}
	return n.sealKeys(d, role)
}

func (n *Node) sealKeys(d *deal, role agreement.RoleID) []string {
	return d.ring().Recipients(string(role), n.Now())
}

// MakeSealingCertificate is the word for a recipient: of the authority that enrols the role's keys, or of the party where
// the agreement names none. For five years; an empty recipient says that nothing is sealed to the role any more.
func MakeSealingCertificate(m *agreement.Model, party agreement.PartyID, role agreement.RoleID, recipient string, by seal.PrivateKey, now time.Time) (*seal.SignedStatement, error) {
	p, r := m.Party(party), m.Role(role)
	switch {
	case p == nil:
		return nil, fault.New(fault.NotFound, "%s is no party to the agreement", party)
	case r == nil:
		return nil, fault.New(fault.NotFound, "the agreement has no role %s", role)
	}
	if recipient != "" {
		if _, err := age.ParseX25519Recipient(recipient); err != nil {
			return nil, fault.New(fault.Invalid, "%q is no X25519 recipient of age", recipient).Mend("give what entente key identity printed: age1…").Wrap(err)
		}
	}
	want := p.Key
	if r.Enrolled != "" {
		want = ""
		if a := p.Authority(r.Enrolled); a != nil {
			want = a.Key
		}
	}
	if want != by.PublicKey().String() {
		return nil, fault.Refuse(fault.UnknownKey, string(r.Article), "this is not the key that vouches for the %s of %s", role, party).
			Mend("sign with the key of the authority that enrols the role, or of the party where the agreement names none")
	}
	return seal.SignStatement(&seal.SealingCertificate{
		Agreement: string(m.ID), Authority: string(r.Enrolled), From: sealTime(now), Party: string(party), Recipient: recipient, Role: string(role),
		Type: seal.TypeSealing, Until: sealTime(now.AddDate(5, 0, 0)), World: m.World,
	}, by)
}

// Unseal opens a sealed text with the identities of a file of age: on the machine of who holds the role, never on a node.
func Unseal(sealed string, identities io.Reader) (string, error) {
	ids, err := age.ParseIdentities(identities)
	if err != nil {
		return "", fault.New(fault.Invalid, "this is no file of identities of age").Mend("give the file that entente key identity wrote").Wrap(err)
	}
	r, err := age.Decrypt(armor.NewReader(strings.NewReader(sealed)), ids...)
	if err != nil {
		return "", fault.New(fault.Forbidden, "this identity does not open it").Mend("use the one to whose recipient it was sealed; an older one may").Wrap(err)
	}
	b, err := io.ReadAll(io.LimitReader(r, 1<<20))
	if err != nil {
		return "", fault.New(fault.Malformed, "the sealed text is damaged").Wrap(err)
	}
	return string(b), nil
}
