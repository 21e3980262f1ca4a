package seal

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// SealingCertificate says to whom is sealed what only the holder of a role may read: an X25519 recipient of age
// (https://age-encryption.org/v1). The authority that enrols the role's keys vouches for it, or the party key where the
// agreement names none; the newest that counts is the one in use.
type SealingCertificate struct {
	Agreement string `json:"agreement"`
	Authority string `json:"authority"` // "": the party key
	From      Time   `json:"from"`
	Party     string `json:"party"`
	Recipient string `json:"recipient"` // "age1…"; "": from then on nothing is sealed to the role
	Role      string `json:"role"`
	Type      string `json:"type"` // entente/sealing-certificate/1
	Until     Time   `json:"until"`
	World     string `json:"world"`
}

// recipientForm is Bech32 with age's prefix and 32 bytes; age itself checks the sum when something is sealed.
var recipientForm = regexp.MustCompile(`^age1[02-9ac-hj-np-z]{58}$`)

func sealingMembers(c *codec, s *SealingCertificate) {
	c.open()
	c.name("agreement", &s.Agreement)
	c.name("authority", &s.Authority)
	c.time("from", &s.From)
	c.name("party", &s.Party)
	c.text("recipient", &s.Recipient, limitLine)
	c.name("role", &s.Role)
	c.oneOf("type", &s.Type, TypeSealing)
	c.time("until", &s.Until)
	c.world(&s.World)
	c.close()
	c.term(s.From, s.Until)
	if c.err == nil && s.Recipient != "" && !recipientForm.MatchString(s.Recipient) {
		c.fail("the recipient is not an X25519 recipient of age")
	}
}

// Encode gives the canonical bytes.
func (s *SealingCertificate) Encode() []byte {
	b, _ := encode("sealing certificate", s, sealingMembers)
	return b
}

func (s *SealingCertificate) check() error {
	_, err := encode("sealing certificate", s, sealingMembers)
	return err
}

func (s *SealingCertificate) head() (typ, world, party string) { return TypeSealing, s.World, s.Party }

// Recipients gives to whom is sealed at the instant what only the holders of a role may read: of each party that has
// vouched for one the recipient of its newest certificate that counts, the newest first.
func (r *KeyRing) Recipients(role string, at time.Time) []string {
	newest := map[string]*SealingCertificate{}
	for i := range r.sealing {
		s := &r.sealing[i]
		if s.Role != role || at.Before(s.From.Time) || !at.Before(s.Until.Time) {
			continue
		}
		if o := newest[s.Party]; o == nil || !s.From.Before(o.From.Time) { // of two from one instant the later said
			newest[s.Party] = s
		}
	}
	var list []*SealingCertificate
	for _, s := range newest {
		if s.Recipient != "" {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(a, b *SealingCertificate) int {
		if c := b.From.Compare(a.From.Time); c != 0 {
			return c
		}
		return strings.Compare(a.Party, b.Party)
	})
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = s.Recipient
	}
	return out
}
