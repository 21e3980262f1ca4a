package seal

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/fault"
)

// Holder says whose a key is, for what and for how long.
type Holder struct {
	Key       PublicKey
	Party     string
	Role      string    // of a role key
	Authority string    // that a role key was enrolled by, or that an authority key is of
	Agreement string    // the id of the agreement that a role key is for
	Custody   string    // of a role key
	Site      Site      // of a passkey
	Epoch     uint64    // of a node key
	From      time.Time // zero for the keys that the agreement itself names
	Until     time.Time // not included; zero: without end
	Revoked   time.Time // from then on; zero: not revoked
	By        KeyID     // the key that certified it
}

// valid says why a key does not count at an instant.
func (h *Holder) valid(at time.Time) error {
	switch {
	case !h.Revoked.IsZero() && !at.Before(h.Revoked):
		return fault.New(fault.UnknownKey, "the %s key %s of %s is revoked from %s on", h.Key.Kind(), h.Key.ID(), h.Party, h.Revoked.Format(time.RFC3339))
	case !h.From.IsZero() && at.Before(h.From):
		return fault.New(fault.UnknownKey, "the %s key %s of %s is valid from %s on only", h.Key.Kind(), h.Key.ID(), h.Party, h.From.Format(time.RFC3339))
	case !h.Until.IsZero() && !at.Before(h.Until):
		return fault.New(fault.UnknownKey, "the %s key %s of %s was valid until %s", h.Key.Kind(), h.Key.ID(), h.Party, h.Until.Format(time.RFC3339)).
			Mend("let the party certify a new one")
	}
	return nil
}

// KeyRing knows the keys of one agreement: those that the agreement names, and those that statements certify.
// Many may read it at once; whoever adds does so alone, or on a Clone.
type KeyRing struct {
	world     string
	agreement string
	holders   map[KeyID][]*Holder
	parties   map[string]*Holder
	authority map[[2]string]*Holder // by party and authority
	enrols    map[string]string     // the authority that a role's keys must come from
	nodes     map[string][]*node    // by party
	seen      map[Digest]bool
	sealing   []SealingCertificate // in the order in which they came
}

// node is a certificate as far as it is not about one key.
type node struct {
	cert NodeCertificate
	sign *Holder
	seal *Holder
}

// NewKeyRing makes a ring for an agreement's id in a world, without keys.
func NewKeyRing(world, agreement string) *KeyRing {
	return &KeyRing{
		world: world, agreement: agreement,
		holders: map[KeyID][]*Holder{}, parties: map[string]*Holder{}, authority: map[[2]string]*Holder{},
		enrols: map[string]string{}, nodes: map[string][]*node{}, seen: map[Digest]bool{},
	}
}

// World is the world whose keys the ring takes.
func (r *KeyRing) World() string { return r.world }

// Clone copies the ring: adding to one does not change the other.
func (r *KeyRing) Clone() *KeyRing {
	n := &KeyRing{
		world: r.world, agreement: r.agreement,
		holders: make(map[KeyID][]*Holder, len(r.holders)), parties: maps.Clone(r.parties), authority: maps.Clone(r.authority),
		enrols: maps.Clone(r.enrols), nodes: make(map[string][]*node, len(r.nodes)), seen: maps.Clone(r.seen),
		sealing: slices.Clone(r.sealing),
	}
	copies := map[*Holder]*Holder{}
	for id, hs := range r.holders {
		for _, h := range hs {
			c := *h
			copies[h] = &c
			n.holders[id] = append(n.holders[id], &c)
		}
	}
	for p, h := range r.parties {
		n.parties[p] = copies[h]
	}
	for p, h := range r.authority {
		n.authority[p] = copies[h]
	}
	for p, ns := range r.nodes {
		for _, o := range ns {
			n.nodes[p] = append(n.nodes[p], &node{cert: o.cert, sign: copies[o.sign], seal: copies[o.seal]})
		}
	}
	return n
}

// AddParty takes a party key from the agreement. Errors: malformed, wrong-world, unknown-key, conflict.
func (r *KeyRing) AddParty(party, key string) error {
	k, err := ParsePublicKeyAs(key, KeyParty, r.world)
	if err != nil {
		return err
	}
	if old := r.parties[party]; old != nil && old.Key.ID() != k.ID() {
		return fault.New(fault.Conflict, "the party %s has another key already", party).Mend("a new party key needs an amendment")
	}
	h := &Holder{Key: k, Party: party}
	if err := r.conflict(h); err != nil {
		return err
	}
	r.parties[party] = r.put(h)
	return nil
}

// AddAuthority takes the key of a party's second authority from the agreement. Errors as AddParty.
func (r *KeyRing) AddAuthority(party, authority, key string) error {
	k, err := ParsePublicKeyAs(key, KeyAuthority, r.world)
	if err != nil {
		return err
	}
	at := [2]string{party, authority}
	if old := r.authority[at]; old != nil && old.Key.ID() != k.ID() {
		return fault.New(fault.Conflict, "the authority %s of %s has another key already", authority, party).Mend("a new key needs an amendment")
	}
	h := &Holder{Key: k, Party: party, Authority: authority}
	if err := r.conflict(h); err != nil {
		return err
	}
	r.authority[at] = r.put(h)
	return nil
}

// Enrols says which authority a role's keys must come from. For a role of which nothing is said the party key certifies.
func (r *KeyRing) Enrols(role, authority string) { r.enrols[role] = authority }

// conflict holds a key to one party: a signature never says two names.
func (r *KeyRing) conflict(h *Holder) error {
	for _, o := range r.holders[h.Key.ID()] {
		if o.Party != h.Party || o.Authority != h.Authority {
			return fault.New(fault.Conflict, "the key %s belongs to %s already", h.Key.ID(), o.Party)
		}
	}
	return nil
}

// put files a holder that is in no conflict, or gives the one that says the same already.
func (r *KeyRing) put(h *Holder) *Holder {
	h.Revoked = r.revoked(h.Key.ID())
	for _, o := range r.holders[h.Key.ID()] {
		if o.Role == h.Role && o.Site == h.Site && o.From.Equal(h.From) && o.Until.Equal(h.Until) && o.Epoch == h.Epoch {
			return o
		}
	}
	r.holders[h.Key.ID()] = append(r.holders[h.Key.ID()], h)
	return h
}

// Add takes a certificate, revocation or ratification, verifies that the right key signed it, and gives what it says.
// The same statement twice does nothing. Errors: malformed, wrong-world, unknown-key, bad-signature, conflict.
func (r *KeyRing) Add(s *SignedStatement) (Statement, error) {
	st, err := DecodeStatement([]byte(s.Statement))
	if err != nil {
		return nil, err
	}
	typ, world, party := st.head()
	if world != r.world {
		return nil, wrongWorld("the statement", world, r.world)
	}
	by, err := r.certifier(st, party, s.Key)
	if err != nil {
		return nil, err
	}
	if !by.Key.verifyText(message(typ, world, []byte(s.Statement)), s.Signature) {
		return nil, badSignature("the statement")
	}
	if d := DigestOf([]byte(s.Statement)); !r.seen[d] {
		if err := r.take(st, by.Key.ID()); err != nil {
			return nil, err
		}
		r.seen[d] = true
	}
	return st, nil
}

// certifier gives the only key that may say such a thing.
func (r *KeyRing) certifier(st Statement, party string, key KeyID) (*Holder, error) {
	by := r.parties[party]
	switch st := st.(type) {
	case *RoleCertificate:
		if st.Agreement != r.agreement {
			return nil, fault.New(fault.UnknownKey, "the role certificate is for the agreement %q, not for %q", st.Agreement, r.agreement)
		}
		if want := r.enrols[st.Role]; st.Authority != want {
			return nil, fault.New(fault.UnknownKey, "keys of the role %s are enrolled by %s, not by %s", st.Role, orParty(want), orParty(st.Authority))
		}
		if st.Authority != "" {
			by = r.authority[[2]string{party, st.Authority}]
		}
	case *SealingCertificate:
		if st.Agreement != r.agreement {
			return nil, fault.New(fault.UnknownKey, "the sealing certificate is for the agreement %q, not for %q", st.Agreement, r.agreement)
		}
		if want := r.enrols[st.Role]; st.Authority != want {
			return nil, fault.New(fault.UnknownKey, "to whom is sealed as %s is vouched for by %s, not by %s", st.Role, orParty(want), orParty(st.Authority))
		}
		if st.Authority != "" {
			by = r.authority[[2]string{party, st.Authority}]
		}
	case *Revocation:
		hs := r.holders[st.Key]
		if len(hs) == 0 || hs[0].By == "" || hs[0].Party != party {
			return nil, fault.New(fault.UnknownKey, "%s has no certified key %s to revoke", party, st.Key)
		}
		by = nil
		if up := r.holders[hs[0].By]; len(up) > 0 {
			by = up[0]
		}
	}
	if by == nil || by.Key.ID() != key {
		return nil, fault.New(fault.UnknownKey, "the statement of %s is not signed by the key that the agreement names for it", party)
	}
	return by, nil
}

func orParty(authority string) string {
	if authority == "" {
		return "the party itself"
	}
	return "the authority " + authority
}

func (r *KeyRing) take(st Statement, by KeyID) error {
	switch st := st.(type) {
	case *NodeCertificate:
		return r.takeNode(st, by)
	case *RoleCertificate:
		key, err := ParsePublicKeyAs(st.Key, KeyRole, r.world)
		if err != nil {
			return err
		}
		h := &Holder{
			Key: key, Party: st.Party, Role: st.Role, Authority: st.Authority, Agreement: st.Agreement, Custody: st.Custody, Site: Site{RP: st.RP, Origin: st.Origin},
			From: st.From.Time, Until: st.Until.Time, By: by,
		}
		if err := r.conflict(h); err != nil {
			return err
		}
		r.put(h)
	case *SealingCertificate:
		r.sealing = append(r.sealing, *st)
	case *Revocation:
		for _, h := range r.holders[st.Key] {
			if h.Revoked.IsZero() || st.From.Before(h.Revoked) {
				h.Revoked = st.From.Time
			}
		}
	}
	return nil // a ratification names no key
}

func (r *KeyRing) takeNode(st *NodeCertificate, by KeyID) error {
	n := &node{cert: *st}
	parts := []struct {
		text string
		kind KeyKind
		to   **Holder
	}{{st.Sign, KeyNode, &n.sign}, {st.Seal, KeySeal, &n.seal}}
	for _, p := range parts {
		if p.text == "" {
			continue
		}
		key, err := ParsePublicKeyAs(p.text, p.kind, r.world)
		if err != nil {
			return err
		}
		h := &Holder{Key: key, Party: st.Party, Epoch: st.Epoch, From: st.From.Time, Until: st.Until.Time, By: by}
		if err := r.conflict(h); err != nil {
			return err
		}
		*p.to = h
	}
	// Only now, when nothing can be refused any more, does the ring change.
	for _, p := range parts {
		if *p.to != nil {
			*p.to = r.put(*p.to)
		}
	}
	r.nodes[st.Party] = append(r.nodes[st.Party], n)
	slices.SortStableFunc(r.nodes[st.Party], func(a, b *node) int { return cmp.Compare(a.cert.Epoch, b.cert.Epoch) })
	return nil
}

// revoked carries a revocation over to a later certificate of the same key: what is revoked stays so.
func (r *KeyRing) revoked(id KeyID) (from time.Time) {
	for _, h := range r.holders[id] {
		if !h.Revoked.IsZero() && (from.IsZero() || h.Revoked.Before(from)) {
			from = h.Revoked
		}
	}
	return from
}

// Find gives the holder of a key of a kind that counts at an instant; role may be "" where any will do. Error: unknown-key.
func (r *KeyRing) Find(id KeyID, kind KeyKind, role string, at time.Time) (*Holder, error) {
	var why error
	for _, h := range r.holders[id] {
		if h.Key.Kind() != kind || role != "" && h.Role != role {
			continue
		}
		if err := h.valid(at); err != nil {
			why = err
			continue
		}
		return h, nil
	}
	if why != nil {
		return nil, why
	}
	if role != "" {
		return nil, fault.New(fault.UnknownKey, "no certificate covers the %s key %s for the role %s", kind, id, role)
	}
	return nil, fault.New(fault.UnknownKey, "no certificate covers the %s key %s", kind, id)
}

// Holders gives all that is known of a key, for findings and displays.
func (r *KeyRing) Holders(id KeyID) []Holder {
	var out []Holder
	for _, h := range r.holders[id] {
		out = append(out, *h)
	}
	return out
}

// SealKey gives the key that a bundle to a party is sealed to: of the highest epoch that counts at the instant. Error: unknown-key.
func (r *KeyRing) SealKey(party string, at time.Time) (PublicKey, error) {
	return r.current(party, KeySeal, at)
}

// SignKey gives the key with which a party's node signs at the instant. Error: unknown-key.
func (r *KeyRing) SignKey(party string, at time.Time) (PublicKey, error) {
	return r.current(party, KeyNode, at)
}

func (r *KeyRing) current(party string, kind KeyKind, at time.Time) (PublicKey, error) {
	for _, n := range slices.Backward(r.nodes[party]) {
		h := n.sign
		if kind == KeySeal {
			h = n.seal
		}
		if h != nil && h.valid(at) == nil {
			return h.Key, nil
		}
	}
	return PublicKey{}, fault.New(fault.UnknownKey, "%s has no valid %s key", party, kind)
}

// TLSPins gives the digests of the TLS keys that a party's node may show at the instant, newest epoch first.
func (r *KeyRing) TLSPins(party string, at time.Time) []Digest {
	var out []Digest
	for _, n := range slices.Backward(r.nodes[party]) {
		term := Holder{From: n.cert.From.Time, Until: n.cert.Until.Time}
		// A revoked signing key takes its certificate's TLS key with it.
		revoked := n.sign != nil && !n.sign.Revoked.IsZero() && !at.Before(n.sign.Revoked)
		if n.cert.TLS != "" && term.valid(at) == nil && !revoked {
			out = append(out, Digest(n.cert.TLS))
		}
	}
	return out
}
