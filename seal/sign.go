package seal

import (
	"time"

	"github.com/entente-net/entente/fault"
)

// personalMessage is what a person's key signs: the digest of the act and the key's own id, so that the
// signature stands for one act and one key. A passkey signs its SHA-256 as the challenge.
func personalMessage(a *Act, key KeyID) []byte {
	return message(TypePersonal, a.World, []byte(string(a.Digest())+"\n"+string(key)))
}

// SignPersonal signs an act with a person's role key. The act must be complete: Type, Key and all else.
func SignPersonal(a *Act, key PrivateKey) (*Personal, error) {
	if err := key.public.mustBe(KeyRole, a.World); err != nil {
		return nil, err
	}
	if err := a.Check(); err != nil {
		return nil, err
	}
	return &Personal{Algorithm: AlgorithmEd25519, Key: key.ID(), Signature: key.sign(personalMessage(a, key.ID()))}, nil
}

// SignAct fills in Type and Key and signs with the node's key and, where personal is not the zero key, with
// the person's before. Errors: malformed, too-large, wrong-world, unknown-key.
func SignAct(a Act, node, personal PrivateKey) (*SignedAct, error) {
	a.Type, a.Key = TypeAct, node.ID()
	if personal.IsZero() {
		return CountersignAct(a, nil, node)
	}
	p, err := SignPersonal(&a, personal)
	if err != nil {
		return nil, err
	}
	return CountersignAct(a, p, node)
}

// CountersignAct adds the node's signature to an act that its person has signed elsewhere; personal may be nil.
func CountersignAct(a Act, personal *Personal, node PrivateKey) (*SignedAct, error) {
	if err := node.public.mustBe(KeyNode, a.World); err != nil {
		return nil, err
	}
	if a.Key != node.ID() {
		return nil, fault.New(fault.UnknownKey, "the act names another node key than the one that signs")
	}
	s := &SignedAct{Act: a, Personal: personal}
	b, err := encode("act", s, signedByNode)
	if err != nil {
		return nil, err
	}
	if len(b) > MaxAct-128 {
		return nil, fault.New(fault.TooLarge, "the act has %d bytes, more than %d", len(b), MaxAct-128)
	}
	s.Signature = node.sign(message(TypeAct, a.World, b))
	return s, nil
}

// Signers says who signed an act.
type Signers struct {
	Node   *Holder
	Person *Holder // nil where no person signed
}

// VerifyAct verifies both signatures of an act at the instant at which it counts. The node key must be the act's
// party's, the person's key must be certified for the act's party and role.
// Errors: malformed, wrong-world, unknown-key, bad-signature, personal-invalid.
func VerifyAct(s *SignedAct, ring *KeyRing, at time.Time) (Signers, error) {
	node, err := ring.signer("the act", s.Act.World, s.Act.Party, s.Act.Key, at)
	if err != nil {
		return Signers{}, err
	}
	b, err := encode("act", s, signedByNode)
	if err != nil {
		return Signers{}, err
	}
	if !node.Key.verifyText(message(TypeAct, s.Act.World, b), s.Signature) {
		return Signers{}, badSignature("the act")
	}
	if s.Personal == nil {
		return Signers{Node: node}, nil
	}
	person, err := ring.Find(s.Personal.Key, KeyRole, s.Act.Role, at)
	if err != nil {
		return Signers{}, fault.Refuse(fault.PersonalInvalid, s.Act.Article, "the person's key does not count: %s", err.Error()).Wrap(err)
	}
	if person.Party != s.Act.Party {
		return Signers{}, fault.Refuse(fault.PersonalInvalid, s.Act.Article, "the person's key is one of %s, not of %s", person.Party, s.Act.Party)
	}
	if err := verifyPersonal(s, ring, person, at); err != nil {
		return Signers{}, fault.Refuse(fault.PersonalInvalid, s.Act.Article, "the person's signature does not verify: %s", err.Error()).Wrap(err)
	}
	return Signers{Node: node, Person: person}, nil
}

// verifyPersonal verifies as the key signs, and never as the signature says that it was made.
func verifyPersonal(s *SignedAct, ring *KeyRing, person *Holder, at time.Time) error {
	p := s.Personal
	if p.Algorithm != person.Key.Algorithm() {
		return fault.New(fault.BadSignature, "the key signs by %s, not by %s", person.Key.Algorithm(), p.Algorithm)
	}
	if p.Algorithm == AlgorithmEd25519 {
		if !person.Key.verifyText(personalMessage(&s.Act, p.Key), p.Signature) {
			return badSignature("the person")
		}
		return nil
	}
	x := Assertion{Authenticator: p.Authenticator, Client: p.Client, Signature: p.Signature}
	// One passkey may be certified for the site's old address and for its new one.
	var first error
	for _, h := range ring.holders[p.Key] {
		if h.Role != person.Role || h.valid(at) != nil {
			continue
		}
		err := VerifyAssertion(x, h.Key, h.Site, s.Act.Challenge(p.Key))
		if err == nil {
			return nil
		}
		if first == nil {
			first = err
		}
	}
	return first
}

// signer finds the node key that may sign for a party.
func (r *KeyRing) signer(what, world, party string, key KeyID, at time.Time) (*Holder, error) {
	if world != r.world {
		return nil, wrongWorld(what, world, r.world)
	}
	h, err := r.Find(key, KeyNode, "", at)
	if err != nil {
		return nil, err
	}
	if h.Party != party {
		return nil, fault.New(fault.UnknownKey, "%s names %s, but the key is one of %s", what, party, h.Party)
	}
	return h, nil
}

// signed signs one canonical value with a node key.
func signed[T any](what, typ, world string, v *T, members func(*codec, *T), node PrivateKey) (string, error) {
	if err := node.public.mustBe(KeyNode, world); err != nil {
		return "", err
	}
	b, err := encode(what, v, members)
	if err != nil {
		return "", err
	}
	return node.sign(message(typ, world, b)), nil
}

// SignReceipt fills in Type and Key and signs.
func SignReceipt(r Receipt, node PrivateKey) (*SignedReceipt, error) {
	r.Type, r.Key = TypeReceipt, node.ID()
	sig, err := signed("receipt", r.Type, r.World, &r, receiptMembers, node)
	if err != nil {
		return nil, err
	}
	return &SignedReceipt{Receipt: r, Signature: sig}, nil
}

// SignRefusal fills in Type and Key and signs.
func SignRefusal(r Refusal, node PrivateKey) (*SignedRefusal, error) {
	r.Type, r.Key = TypeRefusal, node.ID()
	sig, err := signed("refusal", r.Type, r.World, &r, refusalMembers, node)
	if err != nil {
		return nil, err
	}
	return &SignedRefusal{Refusal: r, Signature: sig}, nil
}

// SignRelay fills in Type and Key and signs.
func SignRelay(r Relay, node PrivateKey) (*SignedRelay, error) {
	r.Type, r.Key = TypeRelay, node.ID()
	sig, err := signed("relay evidence", r.Type, r.World, &r, relayMembers, node)
	if err != nil {
		return nil, err
	}
	return &SignedRelay{Relay: r, Signature: sig}, nil
}

// VerifyReceipt verifies that home's node signed, with a key that counted at the instant.
// Errors: wrong-world, unknown-key, bad-signature.
func VerifyReceipt(s *SignedReceipt, ring *KeyRing, at time.Time) (*Holder, error) {
	r := &s.Receipt
	return ring.verify("the receipt", TypeReceipt, r.World, r.Home, r.Key, at, r.Encode(), s.Signature)
}

// VerifyRefusal verifies that home's node signed.
func VerifyRefusal(s *SignedRefusal, ring *KeyRing, at time.Time) (*Holder, error) {
	r := &s.Refusal
	return ring.verify("the refusal", TypeRefusal, r.World, r.Home, r.Key, at, r.Encode(), s.Signature)
}

// VerifyRelay verifies that the node of Relay.By signed; that it is the depositary's the caller knows.
func VerifyRelay(s *SignedRelay, ring *KeyRing, at time.Time) (*Holder, error) {
	r := &s.Relay
	return ring.verify("the relay evidence", TypeRelay, r.World, r.By, r.Key, at, r.Encode(), s.Signature)
}

func (r *KeyRing) verify(what, typ, world, party string, key KeyID, at time.Time, b []byte, sig string) (*Holder, error) {
	h, err := r.signer(what, world, party, key, at)
	if err != nil {
		return nil, err
	}
	if !h.Key.verifyText(message(typ, world, b), sig) {
		return nil, badSignature(what)
	}
	return h, nil
}
