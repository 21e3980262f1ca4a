package seal

import "time"

// DecodeEnvelope reads an envelope without its items and signature, as evidence shows it when the items are gone.
func DecodeEnvelope(b []byte) (*Envelope, error) {
	return decode("envelope", b, MaxEnvelope, envelopeMembers)
}

// VerifyEnvelope verifies that the sender's node signed, with a key that counted at the instant. Whether the
// items are those that it was signed for is not asked. Errors: wrong-world, unknown-key, bad-signature.
func VerifyEnvelope(e *Envelope, signature string, ring *KeyRing, at time.Time) (*Holder, error) {
	return ring.verify("the letter", TypeEnvelope, e.World, e.From, e.Key, at, e.Encode(), signature)
}
