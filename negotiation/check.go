package negotiation

import (
	"strings"
	"unicode"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// check holds a dispatch to its chain and to what it names, and gives the version that it would bring.
func (s *State) check(d *seal.Dispatch) (v *Version, known bool, err error) {
	p := agreement.PartyID(d.Party)
	digest := d.Digest()
	if digest == s.ID {
		return nil, true, nil
	}
	switch {
	case d.World != s.Opening.World:
		return nil, false, fault.New(fault.WrongWorld, "the dispatch is of the world %q, the negotiation of %q", d.World, s.Opening.World)
	case d.Negotiation != s.ID:
		return nil, false, fault.New(fault.WrongModel, "the dispatch is of another negotiation")
	case !s.negotiates(p):
		return nil, false, fault.New(fault.Forbidden, "%s does not negotiate here", p)
	}
	last, before := s.Last(p)
	switch here := s.At(p, d.Number); {
	case here != nil && here.Digest == digest:
		return nil, true, nil
	case here != nil:
		return nil, false, fault.New(fault.Forked, "%s has said two things under the number %d", p, d.Number).Mend("both are kept as proof; ask %s which of them it means", p)
	case d.Number > last+1:
		return nil, false, fault.New(fault.Conflict, "dispatch %d of %s came before dispatch %d", d.Number, p, last+1).Mend("what lies between is sent again")
	case d.Before != before:
		return nil, false, fault.New(fault.Forked, "dispatch %d of %s follows another one than that which is here", d.Number, p).Mend("both are kept as proof; ask %s which of them it means", p)
	case d.Number > MaxDispatches:
		return nil, false, fault.New(fault.TooLarge, "%s has said more than %d things in this negotiation", p, MaxDispatches).Mend("open a new one from the text as it stands")
	}
	for _, on := range d.On {
		if s.versions[on] == nil {
			return nil, false, fault.New(fault.Conflict, "the version that the dispatch is about is not here yet").Mend("it comes from its author; the dispatch is sent again")
		}
	}
	if !plainWords(d.Words) || !plainWords(d.Person) || strings.Contains(d.Person, "\n") {
		return nil, false, fault.New(fault.Malformed, "the words hold characters that cannot be read, or that change the order of reading").Mend("write plain text")
	}
	v, err = s.fits(d)
	if err == nil && s.texts[p]+size(d, v) > MaxTexts {
		err = fault.New(fault.TooLarge, "the texts of %s in this negotiation have more than %d bytes", p, MaxTexts).Mend("open a new one from the text as it stands")
	}
	return v, false, err
}

// size is what a dispatch takes up, with the version that it brings.
func size(d *seal.Dispatch, v *Version) int {
	n := len(d.From) + len(d.To) + len(d.Words) + len(d.Statement) + 64*len(d.Articles)
	if v != nil {
		n += len(v.Text)
	}
	return n
}

// plainWords says whether words can be shown as they are: they come from others, and go to screens.
func plainWords(s string) bool {
	for _, r := range s {
		switch {
		case r == '\n':
		case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069: // bidirectional controls (Unicode TR 36)
			return false
		}
	}
	return true
}

// fits holds what a dispatch says to what it names.
func (s *State) fits(d *seal.Dispatch) (*Version, error) {
	p := agreement.PartyID(d.Party)
	var on *Version
	if len(d.On) > 0 {
		on = s.versions[d.On[0]]
	}
	switch d.Kind {
	case seal.DispatchVersion:
		return newVersion([]byte(d.Text))
	case seal.DispatchAgree:
		for _, x := range d.Articles {
			if have := on.Digest(agreement.Article(x.Article)); have == "" || have != x.Digest {
				return nil, fault.Refuse(fault.Malformed, x.Article, "%s agrees to bytes that Article %s of that version does not have", p, x.Article).
					Mend("agree to the article as it stands")
			}
		}
	case seal.DispatchBracket:
		_, err := on.exchange(agreement.Article(d.Article), d.From, d.To)
		return nil, asMalformed(err)
	case seal.DispatchAccept, seal.DispatchDrop:
		return s.fitsBracket(d, on)
	case seal.DispatchComment:
		return nil, s.fitsComment(d, on)
	case seal.DispatchSign:
		return nil, s.fitsSignature(d, on)
	case seal.DispatchOpen:
		return nil, fault.New(fault.Malformed, "the negotiation is open already")
	}
	return nil, nil
}

func (s *State) fitsBracket(d *seal.Dispatch, on *Version) (*Version, error) {
	b := s.brackets[d.Bracket]
	if b == nil {
		return nil, fault.New(fault.Conflict, "the bracket is not here yet").Mend("it comes from its author; the dispatch is sent again")
	}
	own := b.Party == agreement.PartyID(d.Party)
	if d.Kind == seal.DispatchDrop {
		if !own {
			return nil, fault.Refuse(fault.Malformed, string(b.Article), "only %s can drop its bracket", b.Party).Mend("accept it, or ask for it to be dropped")
		}
		return nil, nil
	}
	if own {
		return nil, fault.Refuse(fault.Malformed, string(b.Article), "nobody accepts their own bracket").Mend("bring the words as a version: entente draft send")
	}
	text, err := on.exchange(b.Article, b.From, b.To)
	if err != nil {
		return nil, asMalformed(err)
	}
	return newVersion(text)
}

func (s *State) fitsComment(d *seal.Dispatch, on *Version) error {
	a := agreement.Article(d.Article)
	switch {
	case a == "" && d.From == "":
		return nil
	case on.Digest(a) == "":
		return fault.New(fault.Malformed, "the version that is commented on has no Article %s", d.Article).Mend("see entente draft show for its articles")
	case d.From != "" && !strings.Contains(string(on.Article(a)), d.From):
		return fault.Refuse(fault.Malformed, d.Article, "the words %s do not stand in Article %s", quoted(d.From), a).Mend("copy them as they stand")
	}
	return nil
}

func (s *State) fitsSignature(d *seal.Dispatch, on *Version) error {
	st, err := seal.DecodeSignedStatement([]byte(d.Statement))
	if err != nil {
		return err
	}
	said, err := seal.VerifyStatement(st, s.keys[agreement.PartyID(d.Party)])
	if err != nil {
		return err
	}
	r, ok := said.(*seal.Ratification)
	if !ok || r.Party != d.Party || r.World != d.World {
		return fault.New(fault.Malformed, "the signature of %s is no ratification of its own", d.Party)
	}
	m, _ := on.Model()
	if m == nil {
		return fault.New(fault.WrongModel, "%s signed a text that does not compile", d.Party).Mend("compare the versions of the software")
	}
	if r.Agreement != on.Hash || r.Model != seal.DigestFrom(m.Hash()) || r.ID != string(m.ID) {
		return fault.New(fault.WrongModel, "%s signed another text or model than that version's", d.Party).Mend("compare the hashes")
	}
	return nil
}

// asMalformed makes a refusal of somebody else's words what it is: not ours to mend.
func asMalformed(err error) error {
	if err == nil || fault.CodeOf(err) == fault.TooLarge {
		return err
	}
	return fault.New(fault.Malformed, "%s", err.Error()).Wrap(err)
}
