package negotiation

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// Bounds of what one author says in one negotiation.
const (
	MaxDispatches = 10_000
	MaxTexts      = 64 << 20 // bytes of whole texts, those that its acceptances make among them, and of words
)

// State is what the dispatches of one negotiation amount to. It is not safe for concurrent use.
type State struct {
	ID      seal.Digest
	Opening seal.Dispatch
	Parties []agreement.PartyID // who negotiate, sorted
	Base    *agreement.Model    // of the text that is amended; nil for a first agreement

	keys     map[agreement.PartyID]seal.PublicKey
	said     map[agreement.PartyID][]*Said
	texts    map[agreement.PartyID]int // bytes
	history  []*Said
	versions map[seal.Digest]*Version
	brackets map[seal.Digest]*Bracket
	signed   map[agreement.PartyID]map[seal.Digest]*seal.SignedStatement // by text

	standing *standing // what follows; nil: to be found again
}

// Said is one dispatch in its place. A text is left out of it: it is the version's.
type Said struct {
	seal.Dispatch
	Digest seal.Digest
}

// Bracket is a passage for which a party wants other words.
type Bracket struct {
	Dispatch seal.Digest
	Party    agreement.PartyID
	Article  agreement.Article
	From, To string
	Words    string // why
	dropped  bool
}

// Begin makes the state that an opening leads to. base is the text that it says it amends; nil where it says none, or where the
// opening brings it itself, since a party joins.
// The signature is the caller's to verify. Errors: malformed, forbidden, not-found (the base), wrong-model, agreement-open,
// wrong-world, too-large.
func Begin(d *seal.Dispatch, base []byte) (*State, error) {
	s := &State{
		ID: d.Digest(), Opening: *d, keys: map[agreement.PartyID]seal.PublicKey{}, said: map[agreement.PartyID][]*Said{}, texts: map[agreement.PartyID]int{},
		versions: map[seal.Digest]*Version{}, brackets: map[seal.Digest]*Bracket{}, signed: map[agreement.PartyID]map[seal.Digest]*seal.SignedStatement{},
	}
	if d.Kind != seal.DispatchOpen {
		return nil, fault.New(fault.Malformed, "a negotiation begins with an opening, not with a dispatch of the kind %s", d.Kind)
	}
	ring := seal.NewKeyRing(d.World, "")
	for _, p := range d.Parties {
		if err := ring.AddParty(p.Party, p.Key); err != nil {
			return nil, err
		}
		key, err := seal.ParsePublicKeyAs(p.Key, seal.KeyParty, d.World)
		if err != nil {
			return nil, err
		}
		if err := certifies(ring, p); err != nil {
			return nil, err
		}
		s.keys[agreement.PartyID(p.Party)] = key
		s.Parties = append(s.Parties, agreement.PartyID(p.Party))
	}
	if !s.negotiates(agreement.PartyID(d.Party)) || len(s.Parties) < 2 {
		return nil, fault.New(fault.Malformed, "an opening names who negotiate: its author, and others")
	}
	if err := s.begun(d, base); err != nil {
		return nil, err
	}
	v, err := newVersion([]byte(d.Text))
	if err != nil {
		return nil, err
	}
	if !plainWords(d.Words) {
		return nil, fault.New(fault.Malformed, "the words hold characters that cannot be read").Mend("write plain text")
	}
	s.enter(&Said{Dispatch: *d, Digest: s.ID}, v)
	s.Opening.Text = ""
	return s, nil
}

// certifies holds a negotiator's certificate to its party key.
func certifies(ring *seal.KeyRing, p seal.Negotiator) error {
	st, err := seal.DecodeSignedStatement([]byte(p.Certificate))
	if err != nil {
		return err
	}
	said, err := ring.Add(st)
	if err != nil {
		return err
	}
	if cert, ok := said.(*seal.NodeCertificate); !ok || cert.Party != p.Party {
		return fault.New(fault.UnknownKey, "the opening names no certificate of the node of %s", p.Party).Mend("ask for its card again")
	}
	return nil
}

// begun holds an amendment to the text that it amends.
func (s *State) begun(d *seal.Dispatch, base []byte) error {
	if d.Amends == "" {
		return nil
	}
	if d.Accedes != "" { // whoever joins has no text yet: an accession begins from the one in force
		base = []byte(d.Text)
	}
	if base == nil {
		return fault.New(fault.NotFound, "the text that is to be amended is not here").Mend("take the agreement onto the node first")
	}
	if seal.DigestOf(base) != d.Amends {
		return fault.New(fault.WrongModel, "the opening amends another text than the one that is here").Mend("compare the hashes of the texts")
	}
	m, findings := agreement.Compile("agreement.md", base)
	if m == nil {
		return fault.New(fault.AgreementOpen, "the text that is to be amended has findings: %s", findings.String())
	}
	s.Base = m
	joins := agreement.PartyID(d.Accedes) // its text is the one in force, byte for byte: the digests are the same
	if joins != "" && (m.Party(joins) != nil || !s.negotiates(joins)) {
		return fault.New(fault.Malformed, "%s cannot accede: who does is no party yet, and negotiates", joins).Mend("name one that is no party, and give its card")
	}
	for i := range m.Parties {
		p := &m.Parties[i]
		if !s.negotiates(p.ID) {
			return fault.Refuse(fault.Malformed, string(p.Article), "%s is a party to the agreement and does not negotiate its amendment", p.ID).Mend("open it with every party")
		}
		if s.keys[p.ID].String() != p.Key {
			return fault.Refuse(fault.UnknownKey, string(p.Article), "the opening names another key of %s than the agreement", p.ID).Mend("compare the cards with the agreement")
		}
	}
	return nil
}

func (s *State) negotiates(p agreement.PartyID) bool { return slices.Contains(s.Parties, p) }

// Key is a negotiator's party key.
func (s *State) Key(p agreement.PartyID) seal.PublicKey { return s.keys[p] }

// Last is the number and digest of a party's last dispatch; 0 and "" before its first.
func (s *State) Last(p agreement.PartyID) (uint64, seal.Digest) {
	list := s.said[p]
	if len(list) == 0 {
		return 0, ""
	}
	return uint64(len(list)), list[len(list)-1].Digest
}

// At is a party's dispatch of a number; nil where there is none.
func (s *State) At(p agreement.PartyID, number uint64) *Said {
	if list := s.said[p]; number > 0 && number <= uint64(len(list)) {
		return list[number-1]
	}
	return nil
}

// Count is how many dispatches the state holds.
func (s *State) Count() int { return len(s.history) }

// History gives the dispatches in the order in which they came here.
func (s *State) History() []*Said { return s.history }

// Seen is what a party's next dispatch says of the others'.
func (s *State) Seen(self agreement.PartyID) []seal.Seen {
	var out []seal.Seen
	for _, p := range s.Parties {
		if n, d := s.Last(p); p != self && n > 0 {
			out = append(out, seal.Seen{Dispatch: d, Number: n, Party: string(p)})
		}
	}
	return out
}

// Contradicted lists those of a dispatch's Seen that name another dispatch than the one that is here under that number: then
// somebody said two things, or the dispatch's author says so of somebody.
func (s *State) Contradicted(d *seal.Dispatch) []seal.Seen {
	var out []seal.Seen
	for _, x := range d.Seen {
		if here := s.At(agreement.PartyID(x.Party), x.Number); here != nil && here.Digest != x.Dispatch {
			out = append(out, x)
		}
	}
	return out
}

// Missing lists, for each party, how far its dispatches have come to others but not here.
func (s *State) Missing() []seal.Seen {
	far := map[string]seal.Seen{}
	for _, h := range s.history {
		for _, x := range h.Seen {
			if n, _ := s.Last(agreement.PartyID(x.Party)); x.Number > n && x.Number > far[x.Party].Number {
				far[x.Party] = x
			}
		}
	}
	return slices.SortedFunc(maps.Values(far), func(a, b seal.Seen) int { return strings.Compare(a.Party, b.Party) })
}

// enter puts a dispatch that was checked into its place; v is the version that it brings, or nil.
func (s *State) enter(x *Said, v *Version) {
	p := agreement.PartyID(x.Party)
	if v != nil {
		v.Dispatch, v.On, v.Author, v.Words, v.Number = x.Digest, x.On, p, x.Words, 1
		for _, on := range x.On {
			v.Number = max(v.Number, s.versions[on].Number+1)
		}
		if x.Kind == seal.DispatchAccept {
			v.Accepts = x.Bracket
		}
		s.versions[x.Digest] = v
	}
	s.texts[p] += size(&x.Dispatch, v)
	x.Text = ""
	switch x.Kind {
	case seal.DispatchBracket:
		s.brackets[x.Digest] = &Bracket{
			Dispatch: x.Digest, Party: p, Article: agreement.Article(x.Article), From: x.From, To: x.To, Words: x.Words,
		}
	case seal.DispatchDrop:
		s.brackets[x.Bracket].dropped = true
	case seal.DispatchSign:
		st, err := seal.DecodeSignedStatement([]byte(x.Statement))
		if err == nil { // it was read when it was checked
			if s.signed[p] == nil {
				s.signed[p] = map[seal.Digest]*seal.SignedStatement{}
			}
			s.signed[p][s.versions[x.On[0]].Hash] = st
		}
	}
	s.said[p] = append(s.said[p], x)
	s.history = append(s.history, x)
	s.standing = nil
}

// Take holds a dispatch to the rules and enters it. Its signature is the caller's to verify. A dispatch that is here already
// gives false and no error. Errors as Check.
func (s *State) Take(d *seal.Dispatch) (bool, error) {
	v, known, err := s.check(d)
	if err != nil || known {
		return false, err
	}
	s.enter(&Said{Dispatch: *d, Digest: d.Digest()}, v)
	return true, nil
}

// Check says what Take would say, and changes nothing. Errors: forbidden (no negotiator), too-large, forked (with the author's
// dispatch here it is proof), conflict (what it needs is not here yet), malformed, bad-signature, wrong-model, wrong-world.
func (s *State) Check(d *seal.Dispatch) (known bool, err error) {
	_, known, err = s.check(d)
	return known, err
}

// Versions gives all texts, by how far they are from the opening.
func (s *State) Versions() []*Version {
	return slices.SortedFunc(maps.Values(s.versions), func(a, b *Version) int {
		return cmp.Or(cmp.Compare(a.Number, b.Number), strings.Compare(string(a.Dispatch), string(b.Dispatch)))
	})
}

// Version finds a text by the dispatch that brought it, or nil.
func (s *State) Version(by seal.Digest) *Version { return s.versions[by] }
