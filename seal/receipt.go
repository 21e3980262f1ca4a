package seal

func receiptMembers(c *codec, r *Receipt) {
	c.open()
	c.digest("act", &r.Act, false)
	c.digest("agreement", &r.Agreement, false)
	c.digest("before", &r.Before, true)
	c.name("case", &r.Case)
	c.digest("evidence", &r.Evidence, true)
	if c.maybe("facts", len(r.Facts) > 0) {
		list(c, "facts", &r.Facts, 256, factMembers)
		c.given("facts", len(r.Facts))
	}
	c.name("home", &r.Home)
	c.keyID("key", &r.Key)
	c.uint("number", &r.Number)
	c.time("proved", &r.Proved)
	c.time("received", &r.Received)
	c.oneOf("type", &r.Type, TypeReceipt)
	c.world(&r.World)
	c.close()
	sorted(c, "facts", r.Facts, func(f *Fact) string { return f.Name })
	if c.err == nil && r.Number == 0 {
		c.fail("receipts are numbered from 1")
	}
	if c.err == nil && (r.Number == 1) != (r.Before == "") {
		c.fail("a receipt names the one before, unless it is number 1")
	}
	if c.err == nil && r.Proved.After(r.Received.Time) {
		c.fail("an act is proved at the latest when it is received")
	}
	if c.err == nil && r.Evidence == "" && !r.Proved.Equal(r.Received.Time) {
		c.fail("an act counts earlier only by evidence")
	}
}

func refusalMembers(c *codec, r *Refusal) {
	c.open()
	c.digest("act", &r.Act, false)
	c.digest("agreement", &r.Agreement, false)
	c.name("article", &r.Article)
	c.name("case", &r.Case)
	c.name("code", &r.Code)
	c.name("home", &r.Home)
	c.keyID("key", &r.Key)
	c.text("message", &r.Message, limitLine)
	c.time("received", &r.Received)
	c.text("remedy", &r.Remedy, limitLine)
	c.oneOf("type", &r.Type, TypeRefusal)
	c.world(&r.World)
	c.close()
	if c.err == nil && r.Code == "" {
		c.fail("a refusal says its code")
	}
}

func relayMembers(c *codec, r *Relay) {
	c.open()
	c.digest("act", &r.Act, false)
	c.digest("agreement", &r.Agreement, false)
	c.name("by", &r.By)
	c.name("case", &r.Case)
	c.time("held", &r.Held)
	c.keyID("key", &r.Key)
	c.oneOf("type", &r.Type, TypeRelay)
	c.world(&r.World)
	c.close()
}

func signedReceiptMembers(c *codec, s *SignedReceipt) {
	c.open()
	c.member("receipt")
	receiptMembers(c, &s.Receipt)
	c.signature(&s.Signature)
	c.close()
}

func signedRefusalMembers(c *codec, s *SignedRefusal) {
	c.open()
	c.member("refusal")
	refusalMembers(c, &s.Refusal)
	c.signature(&s.Signature)
	c.close()
}

func signedRelayMembers(c *codec, s *SignedRelay) {
	c.open()
	c.member("relay")
	relayMembers(c, &s.Relay)
	c.signature(&s.Signature)
	c.close()
}

// Encode gives the canonical bytes.
func (r *Receipt) Encode() []byte { b, _ := encode("receipt", r, receiptMembers); return b }

// Encode gives the canonical bytes.
func (s *SignedReceipt) Encode() []byte { b, _ := encode("receipt", s, signedReceiptMembers); return b }

// Digest is what the next receipt and the log name: over receipt and signature.
func (s *SignedReceipt) Digest() Digest { return DigestOf(s.Encode()) }

// DecodeSignedReceipt reads a receipt, whose signature it does not verify.
func DecodeSignedReceipt(b []byte) (*SignedReceipt, error) {
	return decode("receipt", b, MaxReceipt, signedReceiptMembers)
}

// Encode gives the canonical bytes.
func (r *Refusal) Encode() []byte { b, _ := encode("refusal", r, refusalMembers); return b }

// Encode gives the canonical bytes.
func (s *SignedRefusal) Encode() []byte { b, _ := encode("refusal", s, signedRefusalMembers); return b }

// Digest is over refusal and signature.
func (s *SignedRefusal) Digest() Digest { return DigestOf(s.Encode()) }

// DecodeSignedRefusal reads a refusal, whose signature it does not verify.
func DecodeSignedRefusal(b []byte) (*SignedRefusal, error) {
	return decode("refusal", b, MaxReceipt, signedRefusalMembers)
}

// Encode gives the canonical bytes.
func (r *Relay) Encode() []byte { b, _ := encode("relay evidence", r, relayMembers); return b }

// Encode gives the canonical bytes.
func (s *SignedRelay) Encode() []byte {
	b, _ := encode("relay evidence", s, signedRelayMembers)
	return b
}

// Digest is what a receipt names as its evidence: over relay evidence and signature.
func (s *SignedRelay) Digest() Digest { return DigestOf(s.Encode()) }

// DecodeSignedRelay reads relay evidence, whose signature it does not verify.
func DecodeSignedRelay(b []byte) (*SignedRelay, error) {
	return decode("relay evidence", b, MaxReceipt, signedRelayMembers)
}
