package node

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// KeyRequest asks an authority to certify a passkey. Nothing in it is secret, and nothing in it is proved: the authority
// compares the fingerprint with the person whose key it is.
type KeyRequest struct {
	Agreement agreement.ID      `json:"agreement"`
	Key       string            `json:"key"`
	Origin    string            `json:"origin"`
	Party     agreement.PartyID `json:"party"`
	Person    string            `json:"person"` // as others call them
	Role      agreement.RoleID  `json:"role"`
	RP        string            `json:"rp"`
	Type      string            `json:"type"` // entente/key-request/1
}

// TypeKeyRequest stands in every request.
const TypeKeyRequest = "entente/key-request/1"

// Site is where the passkey signs.
func (q *KeyRequest) Site() seal.Site { return seal.Site{RP: q.RP, Origin: q.Origin} }

// Fingerprint is what two people compare: 80 bits of the SHA-256 over all that would be certified, in four groups of four
// letters and digits without those that sound or look alike.
func (q *KeyRequest) Fingerprint() string {
	const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
	sum := sha256.Sum256([]byte(strings.Join([]string{TypeKeyRequest, string(q.Agreement), q.Key, q.Origin, string(q.Party), string(q.Role), q.RP}, "\n")))
	var out strings.Builder
	acc, bits, n := uint(0), 0, 0
	for _, b := range sum[:] {
		acc, bits = acc<<8|uint(b), bits+8
		for bits >= 5 && n < 16 {
			bits -= 5
			if n > 0 && n%4 == 0 {
				out.WriteByte(' ')
			}
			out.WriteByte(letters[acc>>bits&31])
			n++
		}
	}
	return out.String()
}

// Encode gives the file.
func (q *KeyRequest) Encode() []byte {
	b, _ := json.MarshalIndent(q, "", "  ") // texts alone
	return append(b, '\n')
}

// ParseKeyRequest reads a request for a world. Errors: malformed, wrong-world.
func ParseKeyRequest(b []byte, world string) (*KeyRequest, error) {
	if _, err := seal.ParseJSON(b); err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	q := &KeyRequest{}
	if err := d.Decode(q); err != nil || q.Type != TypeKeyRequest || q.Party == "" || q.Role == "" || q.Agreement == "" {
		return nil, fault.New(fault.Malformed, "this is no request for a certificate").Mend("take the file that the desk gave the person under Settings").Wrap(err)
	}
	key, err := seal.ParsePublicKeyAs(q.Key, seal.KeyRole, world)
	if err != nil {
		return nil, err
	}
	if key.Algorithm() != seal.AlgorithmPasskey {
		return nil, fault.New(fault.Malformed, "the request is not for a passkey")
	}
	return q, q.Site().Check(world)
}
