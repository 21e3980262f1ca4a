package seal

import (
	"crypto/sha256"
	"crypto/subtle"
	"io"

	"github.com/entente-net/entente/fault"
)

// Commit draws a salt and commits to the value of a field: the disclosure stays with its giver and goes to whom a
// share names, the commitment stands in the act. The value is JSON as Canonical takes it.
func Commit(field string, value any, rand io.Reader) (Disclosure, Commitment, error) {
	salt, err := NewNonce(rand)
	if err != nil {
		return Disclosure{}, Commitment{}, err
	}
	d := Disclosure{Salt: salt, Field: field, Value: value}
	text, err := d.Text()
	if err != nil {
		return Disclosure{}, Commitment{}, err
	}
	return d, Commitment{Digest: commitmentTo(text), Field: field}, nil
}

// Text is base64url of the canonical [salt, field, value].
func (d Disclosure) Text() (string, error) {
	if !isBase64(d.Salt, 16) {
		return "", fault.New(fault.Malformed, "the salt of the field %q is not 16 bytes in base64url", d.Field)
	}
	b, err := Canonical([]any{d.Salt, d.Field, d.Value})
	if err != nil {
		return "", err
	}
	text := b64.EncodeToString(b)
	if len(text) > MaxDisclosure {
		return "", fault.New(fault.TooLarge, "the field %q has %d bytes, more than %d", d.Field, len(text), MaxDisclosure)
	}
	return text, nil
}

// Commitment is what an act carries for this disclosure.
func (d Disclosure) Commitment() (Commitment, error) {
	text, err := d.Text()
	if err != nil {
		return Commitment{}, err
	}
	return Commitment{Digest: commitmentTo(text), Field: d.Field}, nil
}

// commitmentTo hashes the text, not what it decodes to (RFC 9901 section 4.2.3).
func commitmentTo(text string) string {
	sum := sha256.Sum256([]byte(text))
	return b64.EncodeToString(sum[:])
}

// ParseDisclosure reads the text of a disclosure. Errors: malformed, too-large.
func ParseDisclosure(text string) (Disclosure, error) {
	if len(text) > MaxDisclosure {
		return Disclosure{}, fault.New(fault.TooLarge, "the disclosure has %d bytes, more than %d", len(text), MaxDisclosure)
	}
	b, err := b64.DecodeString(text)
	// The decoder skips line ends; nothing may be skipped in what is hashed.
	if err != nil || len(text) != b64.EncodedLen(len(b)) {
		return Disclosure{}, fault.New(fault.Malformed, "the disclosure is not base64url")
	}
	v, err := CheckCanonical(b)
	if err != nil {
		return Disclosure{}, err
	}
	parts, ok := v.([]any)
	if ok && len(parts) == 3 {
		salt, isText := parts[0].(string)
		field, isName := parts[1].(string)
		if isText && isName && isBase64(salt, 16) && field != "" && len(field) <= limitName {
			return Disclosure{Salt: salt, Field: field, Value: parts[2]}, nil
		}
	}
	return Disclosure{}, fault.New(fault.Malformed, "the disclosure is not a salt, a field and a value")
}

// CheckDisclosure reads a disclosure and holds it against what was committed to. Errors: malformed, too-large, commitment.
func CheckDisclosure(text string, c Commitment) (Disclosure, error) {
	d, err := ParseDisclosure(text)
	if err != nil {
		return Disclosure{}, err
	}
	if d.Field != c.Field || subtle.ConstantTimeCompare([]byte(commitmentTo(text)), []byte(c.Digest)) != 1 {
		return Disclosure{}, fault.New(fault.Commitment, "the value of the field %q is not the one that was committed to", c.Field)
	}
	return d, nil
}

// CheckBundle holds every disclosure of a bundle against the act it belongs to, and gives them by field.
// Errors: malformed, too-large, commitment, wrong-world.
func CheckBundle(b *Bundle, s *SignedAct) (map[string]Disclosure, error) {
	if b.World != s.Act.World {
		return nil, fault.New(fault.WrongWorld, "the bundle and the act are of two worlds")
	}
	if b.Act != s.Digest() || b.Agreement != s.Act.Agreement || b.Case != s.Act.Case {
		return nil, fault.New(fault.Commitment, "the bundle belongs to another act")
	}
	given := make(map[string]Commitment, len(s.Act.Gives))
	for _, g := range s.Act.Gives {
		given[g.Field] = g
	}
	out := make(map[string]Disclosure, len(b.Disclosures))
	for _, text := range b.Disclosures {
		d, err := ParseDisclosure(text)
		if err != nil {
			return nil, err
		}
		g, ok := given[d.Field]
		if !ok {
			return nil, fault.New(fault.Commitment, "the act does not give the field %q", d.Field)
		}
		if _, twice := out[d.Field]; twice {
			return nil, fault.New(fault.Malformed, "the bundle discloses the field %q twice", d.Field)
		}
		if _, err := CheckDisclosure(text, g); err != nil {
			return nil, err
		}
		out[d.Field] = d
	}
	return out, nil
}
