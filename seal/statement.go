package seal

import (
	"github.com/entente-net/entente/fault"
)

// Statement is what a party or authority says under its own key: *NodeCertificate, *RoleCertificate, *SealingCertificate,
// *Ratification or *Revocation.
type Statement interface {
	Encode() []byte
	check() error
	head() (typ, world, party string)
}

func nodeCertificateMembers(c *codec, n *NodeCertificate) {
	c.open()
	c.uint("epoch", &n.Epoch)
	c.time("from", &n.From)
	c.name("party", &n.Party)
	list(c, "scope", &n.Scope, 3, func(c *codec, s *string) { c.str("scope", s, limitName) })
	c.text("seal", &n.Seal, limitLine)
	c.text("sign", &n.Sign, limitLine)
	tls := Digest(n.TLS)
	c.digest("tls", &tls, true)
	n.TLS = string(tls)
	c.oneOf("type", &n.Type, TypeNodeCertificate)
	c.time("until", &n.Until)
	c.world(&n.World)
	c.close()
	sorted(c, "scope", n.Scope, func(s *string) string { return *s })
	c.term(n.From, n.Until)
	scope := map[string]string{}
	for _, s := range n.Scope {
		scope[s] = s
	}
	for name, value := range map[string]string{ScopeSign: n.Sign, ScopeSeal: n.Seal, ScopeTLS: n.TLS} {
		if c.err == nil && (scope[name] == "") != (value == "") {
			c.fail("scope and keys disagree on %q", name)
		}
		delete(scope, name)
	}
	if c.err == nil && len(scope) > 0 {
		c.fail("the scope knows %s, %s and %s only", ScopeSeal, ScopeSign, ScopeTLS)
	}
	c.key("sign", n.Sign, KeyNode, n.World, true)
	c.key("seal", n.Seal, KeySeal, n.World, true)
}

// Scopes of a node certificate.
const (
	ScopeSeal = "seal"
	ScopeSign = "sign"
	ScopeTLS  = "tls"
)

// Custodies of a role key.
const (
	CustodyPerson = "person"
	CustodyNode   = "node" // exercise worlds only
)

func roleCertificateMembers(c *codec, r *RoleCertificate) {
	c.open()
	c.name("agreement", &r.Agreement)
	c.oneOf("algorithm", &r.Algorithm, AlgorithmEd25519, AlgorithmPasskey)
	c.name("authority", &r.Authority)
	c.oneOf("custody", &r.Custody, CustodyPerson, CustodyNode)
	c.time("from", &r.From)
	c.text("key", &r.Key, limitLine)
	if c.maybe("origin", r.Origin != "") {
		c.name("origin", &r.Origin)
		c.given("origin", len(r.Origin))
	}
	c.name("party", &r.Party)
	c.name("role", &r.Role)
	if c.maybe("rp", r.RP != "") {
		c.name("rp", &r.RP)
		c.given("rp", len(r.RP))
	}
	c.oneOf("type", &r.Type, TypeRoleCertificate)
	c.time("until", &r.Until)
	c.world(&r.World)
	c.close()
	c.term(r.From, r.Until)
	c.key("key", r.Key, KeyRole, r.World, false)
	c.passkey(r)
	if c.err == nil && r.Custody == CustodyNode && r.World == WorldReal {
		c.fail("only in an exercise may a node keep a person's key")
	}
}

func ratificationMembers(c *codec, r *Ratification) {
	c.open()
	c.digest("agreement", &r.Agreement, false)
	c.name("id", &r.ID)
	c.digest("model", &r.Model, false)
	c.name("party", &r.Party)
	c.time("signed", &r.Signed)
	c.oneOf("type", &r.Type, TypeRatification)
	c.world(&r.World)
	c.close()
}

func revocationMembers(c *codec, r *Revocation) {
	c.open()
	c.time("from", &r.From)
	c.keyID("key", &r.Key)
	c.name("party", &r.Party)
	c.text("reason", &r.Reason, limitLine)
	c.oneOf("type", &r.Type, TypeRevocation)
	c.world(&r.World)
	c.close()
}

func signedStatementMembers(c *codec, s *SignedStatement) {
	c.open()
	c.keyID("key", &s.Key)
	c.signature(&s.Signature)
	c.text("statement", &s.Statement, MaxStatement)
	c.close()
}

// term holds a validity to a beginning before its end.
func (c *codec) term(from, until Time) {
	if c.err == nil && !from.Before(until.Time) {
		c.fail("it ends before it begins")
	}
}

// passkey holds a role certificate to its key: a passkey counts on one site, another key has none.
func (c *codec) passkey(r *RoleCertificate) {
	if c.err != nil {
		return
	}
	if key, err := ParsePublicKey(r.Key); err != nil || key.Algorithm() != r.Algorithm {
		c.fail("the key is not one of %s", r.Algorithm)
		return
	}
	if r.Algorithm != AlgorithmPasskey {
		if r.Origin != "" || r.RP != "" {
			c.fail("only a passkey has an origin and a relying party")
		}
		return
	}
	if r.Custody != CustodyPerson {
		c.fail("no node can keep a passkey")
	}
	if err := (Site{RP: r.RP, Origin: r.Origin}).Check(r.World); c.err == nil && err != nil {
		c.fail("%s", err.Error())
	}
}

// key holds a member to the text of a public key of one kind and world.
func (c *codec) key(name, text string, kind KeyKind, world string, optional bool) {
	if c.err != nil || text == "" && optional {
		return
	}
	if _, err := ParsePublicKeyAs(text, kind, world); err != nil {
		c.err = fault.New(fault.CodeOf(err), "%s: %s: %s", c.what, name, err.Error())
	}
}

// Encode gives the canonical bytes.
func (n *NodeCertificate) Encode() []byte {
	b, _ := encode("node certificate", n, nodeCertificateMembers)
	return b
}

func (n *NodeCertificate) check() error {
	_, err := encode("node certificate", n, nodeCertificateMembers)
	return err
}

func (n *NodeCertificate) head() (typ, world, party string) {
	return TypeNodeCertificate, n.World, n.Party
}

// Encode gives the canonical bytes.
func (r *RoleCertificate) Encode() []byte {
	b, _ := encode("role certificate", r, roleCertificateMembers)
	return b
}

func (r *RoleCertificate) check() error {
	_, err := encode("role certificate", r, roleCertificateMembers)
	return err
}

func (r *RoleCertificate) head() (typ, world, party string) {
	return TypeRoleCertificate, r.World, r.Party
}

// Encode gives the canonical bytes.
func (r *Ratification) Encode() []byte {
	b, _ := encode("ratification", r, ratificationMembers)
	return b
}

func (r *Ratification) check() error {
	_, err := encode("ratification", r, ratificationMembers)
	return err
}

func (r *Ratification) head() (typ, world, party string) {
	return TypeRatification, r.World, r.Party
}

// Encode gives the canonical bytes.
func (r *Revocation) Encode() []byte { b, _ := encode("revocation", r, revocationMembers); return b }

func (r *Revocation) check() error { _, err := encode("revocation", r, revocationMembers); return err }

func (r *Revocation) head() (typ, world, party string) { return TypeRevocation, r.World, r.Party }

// DecodeStatement reads the canonical JSON of a statement; its type says which it is.
func DecodeStatement(b []byte) (Statement, error) {
	v, err := CheckCanonical(b)
	if err != nil {
		return nil, err
	}
	m, _ := v.(map[string]any)
	switch m["type"] {
	case TypeNodeCertificate:
		return asStatement(decode("node certificate", b, MaxStatement, nodeCertificateMembers))
	case TypeRoleCertificate:
		return asStatement(decode("role certificate", b, MaxStatement, roleCertificateMembers))
	case TypeSealing:
		return asStatement(decode("sealing certificate", b, MaxStatement, sealingMembers))
	case TypeRatification:
		return asStatement(decode("ratification", b, MaxStatement, ratificationMembers))
	case TypeRevocation:
		return asStatement(decode("revocation", b, MaxStatement, revocationMembers))
	}
	return nil, fault.New(fault.Malformed, "no statement of a type that is known here")
}

// asStatement keeps a nil pointer from becoming a statement that is not nil.
func asStatement[S Statement](s S, err error) (Statement, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}

// Encode gives the canonical bytes: what stands in an act of the kind statement, and in files.
func (s *SignedStatement) Encode() []byte {
	b, _ := encode("statement", s, signedStatementMembers)
	return b
}

// Digest is over statement and signature.
func (s *SignedStatement) Digest() Digest { return DigestOf(s.Encode()) }

// DecodeSignedStatement reads a statement with its signature, which it does not verify; the statement within is well formed.
func DecodeSignedStatement(b []byte) (*SignedStatement, error) {
	s, err := decode("statement", b, 2*MaxStatement, signedStatementMembers)
	if err != nil {
		return nil, err
	}
	if _, err := DecodeStatement([]byte(s.Statement)); err != nil {
		return nil, err
	}
	return s, nil
}

// SignStatement signs with a party key, or an authority key for role certificates and their revocation.
// Errors: malformed, wrong-world, unknown-key.
func SignStatement(st Statement, key PrivateKey) (*SignedStatement, error) {
	typ, world, _ := st.head()
	if key.World() != world {
		return nil, wrongWorld("the key", key.World(), world)
	}
	if key.Kind() != KeyParty && (key.Kind() != KeyAuthority || typ == TypeNodeCertificate || typ == TypeRatification) {
		return nil, fault.New(fault.UnknownKey, "a %s key signs no statement of the type %s", key.Kind(), typ)
	}
	if err := st.check(); err != nil {
		return nil, err
	}
	b := st.Encode()
	return &SignedStatement{Key: key.ID(), Signature: key.sign(message(typ, world, b)), Statement: string(b)}, nil
}

// VerifyStatement checks a statement under a key that the caller knows to be right, and gives what it says.
func VerifyStatement(s *SignedStatement, key PublicKey) (Statement, error) {
	st, err := DecodeStatement([]byte(s.Statement))
	if err != nil {
		return nil, err
	}
	typ, world, _ := st.head()
	if key.World() != world {
		return nil, wrongWorld("the key", key.World(), world)
	}
	if s.Key != key.ID() {
		return nil, fault.New(fault.UnknownKey, "the statement is signed by another key")
	}
	if !key.verifyText(message(typ, world, []byte(s.Statement)), s.Signature) {
		return nil, badSignature("the statement")
	}
	return st, nil
}

func badSignature(what string) *fault.Error {
	return fault.New(fault.BadSignature, "the signature of %s does not verify", what)
}

// verifyText verifies a signature in text form.
func (k PublicKey) verifyText(m []byte, signature string) bool {
	if !isBase64(signature, 64) {
		return false
	}
	raw, err := b64.DecodeString(signature)
	return err == nil && k.Verify(m, raw)
}
