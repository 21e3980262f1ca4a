package seal

// actMembers lists the members of an Act, in canonical order.
func actMembers(c *codec, a *Act) {
	c.open()
	c.digest("agreement", &a.Agreement, false)
	c.name("article", &a.Article)
	c.digest("basis", &a.Basis, true)
	c.name("case", &a.Case)
	c.name("clock", &a.Clock)
	list(c, "facts", &a.Facts, 256, factMembers)
	list(c, "gives", &a.Gives, 256, commitmentMembers)
	c.text("ground", &a.Ground, limitLine)
	c.digest("head", &a.Head, true)
	if c.maybe("hit", a.Hit != "") {
		c.digest("hit", &a.Hit, true)
		c.given("hit", len(a.Hit))
	}
	c.keyID("key", &a.Key)
	c.oneOf("kind", &a.Kind, KindStep, KindLapse, KindErased, KindStatement, KindFound)
	c.time("made", &a.Made)
	c.digest("model", &a.Model, false)
	c.nonce(&a.Nonce)
	c.name("party", &a.Party)
	c.name("person", &a.Person)
	c.name("phase", &a.Phase)
	c.name("procedure", &a.Procedure)
	c.name("role", &a.Role)
	c.name("side", &a.Side)
	list(c, "sides", &a.Sides, 64, bindingMembers)
	c.text("statement", &a.Statement, limitLarge)
	c.name("step", &a.Step)
	c.oneOf("type", &a.Type, TypeAct)
	c.world(&a.World)
	c.close()

	sorted(c, "facts", a.Facts, func(f *Fact) string { return f.Name })
	sorted(c, "gives", a.Gives, func(g *Commitment) string { return g.Field })
	sorted(c, "sides", a.Sides, func(b *Binding) string { return b.Side })
	if c.err == nil && a.Kind != KindErased {
		for i := range a.Gives {
			if a.Gives[i].Digest == "" {
				c.fail("the field %q is given without a commitment", a.Gives[i].Field)
			}
		}
	}
	if c.err == nil && a.Hit != "" && (a.Kind != KindStep || a.Basis != "") {
		c.fail("a hit is named by the act that opens its case, and by no other")
	}
	if c.err == nil && (a.Kind == KindStatement) != (a.Statement != "") {
		c.fail("a statement stands in an act of the kind statement, and in no other")
	}
}

func factMembers(c *codec, f *Fact) {
	c.open()
	c.name("name", &f.Name)
	c.text("value", &f.Value, limitLarge)
	c.close()
	if c.err != nil || c.again || plainJSON(f.Value) {
		return
	}
	if _, err := CheckCanonical([]byte(f.Value)); err != nil {
		c.fail("the value of the fact %q: %s", f.Name, err.Error())
	}
}

func commitmentMembers(c *codec, g *Commitment) {
	c.open()
	c.binary("digest", &g.Digest, 32, true)
	c.name("field", &g.Field)
	c.close()
}

func bindingMembers(c *codec, b *Binding) {
	c.open()
	c.name("party", &b.Party)
	c.name("side", &b.Side)
	c.close()
}

func personalMembers(c *codec, p *Personal) {
	c.open()
	c.oneOf("algorithm", &p.Algorithm, AlgorithmEd25519, AlgorithmPasskey)
	if c.maybe("authenticator", p.Authenticator != "") {
		c.binary("authenticator", &p.Authenticator, authenticatorSize, false)
	}
	if c.maybe("client", p.Client != "") {
		c.text("client", &p.Client, limitLine)
		c.given("client", len(p.Client))
	}
	if passkey := p.Algorithm == AlgorithmPasskey; c.err == nil && (passkey != (p.Authenticator != "") || passkey != (p.Client != "")) {
		c.fail("a passkey's signature has authenticator and client data, and no other")
	}
	c.keyID("key", &p.Key)
	c.signature(&p.Signature)
	c.close()
}

// signedByNode lists what the node's signature covers.
func signedByNode(c *codec, s *SignedAct) {
	c.open()
	c.member("act")
	actMembers(c, &s.Act)
	optional(c, "personal", &s.Personal, personalMembers)
	c.close()
}

func signedActMembers(c *codec, s *SignedAct) {
	c.open()
	c.member("act")
	actMembers(c, &s.Act)
	optional(c, "personal", &s.Personal, personalMembers)
	c.signature(&s.Signature)
	c.close()
}

// Encode gives the canonical bytes.
func (a *Act) Encode() []byte { b, _ := encode("act", a, actMembers); return b }

// Digest is over the act alone: what a person signs. A receipt names SignedAct.Digest.
func (a *Act) Digest() Digest { return DigestOf(a.Encode()) }

// Check tells why the act cannot be signed: malformed or too-large.
func (a *Act) Check() error { _, err := encode("act", a, actMembers); return err }

// DecodeAct reads an act without signatures.
func DecodeAct(b []byte) (*Act, error) { return decode("act", b, MaxAct, actMembers) }

// Encode gives the canonical bytes.
func (s *SignedAct) Encode() []byte { b, _ := encode("act", s, signedActMembers); return b }

// Digest is over the act and its signatures.
func (s *SignedAct) Digest() Digest { return DigestOf(s.Encode()) }

// DecodeSignedAct reads an act with its signatures, which it does not verify.
func DecodeSignedAct(b []byte) (*SignedAct, error) {
	return decode("act", b, MaxAct, signedActMembers)
}
