package seal

// FilingProof is what a node says of something that was filed with it: that under this digest an entry stands in its log.
// It shows neither what was filed nor by whom, and who holds it need not be who filed.
type FilingProof struct {
	Agreement    Digest   `json:"agreement"`    // of the text
	Certificates []string `json:"certificates"` // signed statements about the node keys of the party and of those who cosigned
	Digest       Digest   `json:"digest"`       // of the signed act
	Entry        string   `json:"entry"`        // the proof file of the log's entry (package ledger)
	Key          KeyID    `json:"key"`
	Made         Time     `json:"made"` // when this was written
	Party        string   `json:"party"`
	Received     Time     `json:"received"` // when the node took the filing
	Type         string   `json:"type"`     // entente/filing-proof/1
	World        string   `json:"world"`
}

// SignedFilingProof is one with its node's signature.
type SignedFilingProof struct {
	Proof     FilingProof `json:"proof"`
	Signature string      `json:"signature"`
}

func filingProofMembers(c *codec, p *FilingProof) {
	c.open()
	c.digest("agreement", &p.Agreement, false)
	list(c, "certificates", &p.Certificates, 256, func(c *codec, s *string) { c.str("certificates", s, 2*MaxStatement) })
	c.digest("digest", &p.Digest, false)
	c.text("entry", &p.Entry, MaxExcerpt)
	c.keyID("key", &p.Key)
	c.time("made", &p.Made)
	c.name("party", &p.Party)
	c.time("received", &p.Received)
	c.oneOf("type", &p.Type, TypeFilingProof)
	c.world(&p.World)
	c.close()
	if c.err == nil && p.Made.Before(p.Received.Time) {
		c.fail("it was written before what it is about")
	}
}

func signedFilingProofMembers(c *codec, s *SignedFilingProof) {
	c.open()
	c.member("proof")
	filingProofMembers(c, &s.Proof)
	c.signature(&s.Signature)
	c.close()
}

// SignFilingProof fills in Type and Key and signs. Errors: malformed, wrong-world, unknown-key.
func SignFilingProof(p FilingProof, node PrivateKey) (*SignedFilingProof, error) {
	p.Type, p.Key = TypeFilingProof, node.ID()
	sig, err := signed("proof of filing", p.Type, p.World, &p, filingProofMembers, node)
	if err != nil {
		return nil, err
	}
	return &SignedFilingProof{Proof: p, Signature: sig}, nil
}

// Encode gives the canonical bytes.
func (s *SignedFilingProof) Encode() []byte {
	b, _ := encode("proof of filing", s, signedFilingProofMembers)
	return b
}

// DecodeFilingProof reads a proof of filing, which it does not verify.
func DecodeFilingProof(b []byte) (*SignedFilingProof, error) {
	return decode("proof of filing", b, MaxFiling, signedFilingProofMembers)
}

// Verify checks the signature with a key of the party's node that counted when it was written. Errors: wrong-world,
// unknown-key, bad-signature. What the entry proves is the log's business.
func (s *SignedFilingProof) Verify(ring *KeyRing) (*Holder, error) {
	p := &s.Proof
	b, err := encode("proof of filing", p, filingProofMembers)
	if err != nil {
		return nil, err
	}
	return ring.verify("the proof of filing", TypeFilingProof, p.World, p.Party, p.Key, p.Made.Time, b, s.Signature)
}

// FilingContent is what whoever filed keeps to show later what they filed: the signed act with its commitments, and the
// fields with the salts that open them. Nobody else gets it.
type FilingContent struct {
	Act         string   `json:"act"`         // the signed act, whose digest a proof of filing names
	Disclosures []string `json:"disclosures"` // each field with its value and salt, sorted by field
	Type        string   `json:"type"`        // entente/filing-content/1
}

func filingContentMembers(c *codec, f *FilingContent) {
	c.open()
	c.text("act", &f.Act, MaxExcerpt)
	list(c, "disclosures", &f.Disclosures, 256, func(c *codec, s *string) { c.str("disclosures", s, MaxDisclosure) })
	c.oneOf("type", &f.Type, TypeFilingContent)
	c.close()
}

// Encode gives the canonical bytes, and nothing where it cannot be written.
func (f *FilingContent) Encode() []byte {
	b, _ := encode("content of a filing", f, filingContentMembers)
	return b
}

// DecodeFilingContent reads the content of a filing, which it does not verify.
func DecodeFilingContent(b []byte) (*FilingContent, error) {
	return decode("content of a filing", b, MaxSealed, filingContentMembers)
}

// Open holds each field to the act's commitments, and gives the act with its digest and the fields. That the act was
// signed, and stands in a log, is for VerifyAct and a proof of filing to show. Errors: malformed, commitment.
func (f *FilingContent) Open() (*SignedAct, map[string]any, error) {
	s, err := DecodeSignedAct([]byte(f.Act))
	if err != nil {
		return nil, nil, err
	}
	b := &Bundle{Act: s.Digest(), Agreement: s.Act.Agreement, Case: s.Act.Case, From: s.Act.Party, World: s.Act.World, Disclosures: f.Disclosures}
	open, err := CheckBundle(b, s)
	if err != nil {
		return nil, nil, err
	}
	out := map[string]any{}
	for name, d := range open {
		out[name] = d.Value
	}
	return s, out, nil
}
