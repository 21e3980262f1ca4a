package world

import (
	"context"
	"crypto/sha256"
	"slices"
	"strings"

	"filippo.io/age"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/island"
	"github.com/entente-net/entente/internal/node"
)

// vouchForSealing publishes, under each agreement that has something to be sealed to an office, the key of whoever holds it. Its other
// half is in Identity, and on no node.
func (i *Island) vouchForSealing(ctx context.Context, seed [32]byte) error {
	i.Identity = identityOf(sha256.Sum256(append([]byte("sealing "), seed[:]...)))
	id, err := age.ParseX25519Identity(i.Identity)
	if err != nil {
		return err
	}
	for _, law := range island.Agreements {
		v, err := i.Node("secretariat").Agreement(ctx, law)
		if err != nil {
			return err
		}
		role := sealsTo(v.Model)
		if role == nil {
			continue
		}
		party := role.Held[0]
		home, err := node.OpenHome(i.Members[party].Dir)
		if err != nil {
			return err
		}
		key, err := home.PartyKey()
		if err != nil {
			return err
		}
		st, err := node.MakeSealingCertificate(v.Model, party, role.ID, id.Recipient().String(), key, i.Now())
		if err != nil {
			return err
		}
		if err := i.Node(party).Declare(ctx, law, st); err != nil {
			return err
		}
	}
	return i.Rest(ctx)
}

// sealsTo is the office to which fields of an agreement are sealed, nil where there is none.
func sealsTo(m *agreement.Model) *agreement.Role {
	for r := range m.Records {
		fields := m.Records[r].Fields
		if f := slices.IndexFunc(fields, func(f agreement.Field) bool { return f.SealedTo != "" }); f >= 0 {
			return m.Role(fields[f].SealedTo)
		}
	}
	return nil
}

// identityOf writes 32 bytes as an identity of age: Bech32 (BIP 173) with the prefix that age gives it, in capitals
// (C2SP, age, “The X25519 recipient type”). The library makes identities of random bytes alone, and this world is the same each time.
func identityOf(key [32]byte) string {
	const prefix, letters = "age-secret-key-", "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
	var data []byte // five bits each
	bits, have := 0, 0
	for _, b := range key {
		bits, have = bits<<8|int(b), have+8
		for have >= 5 {
			have -= 5
			data = append(data, byte(bits>>have&31))
		}
	}
	data = append(data, byte(bits<<(5-have)&31))
	check := uint32(1)
	take := func(v byte) {
		top := check >> 25
		check = check&0x1ffffff<<5 ^ uint32(v)
		for i, g := range []uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
			if top>>i&1 == 1 {
				check ^= g
			}
		}
	}
	for _, c := range prefix {
		take(byte(c) >> 5)
	}
	take(0)
	for _, c := range prefix {
		take(byte(c) & 31)
	}
	for _, v := range data {
		take(v)
	}
	for range 6 {
		take(0)
	}
	check ^= 1
	for i := range 6 {
		data = append(data, byte(check>>(5*(5-i))&31))
	}
	var out strings.Builder
	out.WriteString(prefix + "1")
	for _, v := range data {
		out.WriteByte(letters[v])
	}
	return strings.ToUpper(out.String())
}
