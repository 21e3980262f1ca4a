package negotiation

import (
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// May says why a party should not say something now, beyond what Check holds every dispatch to: what others must take, since they may
// know less or more, its author need not say. Errors: invalid, conflict, agreement-open.
func (s *State) May(d *seal.Dispatch) error {
	if v := s.Concluded(); v != nil && d.Kind != seal.DispatchComment {
		return fault.New(fault.Conflict, "the text is signed by all").Mend("change it by an amendment: entente draft amend")
	}
	current := s.Current()
	if len(s.Beside()) > 0 && d.Kind != seal.DispatchVersion && d.Kind != seal.DispatchComment && d.Kind != seal.DispatchDrop {
		return fault.New(fault.Conflict, "%d drafts stand beside each other", len(s.Beside())+1).Mend("bring a version that is built on all of them: entente draft send")
	}
	if len(d.On) == 1 && d.Kind != seal.DispatchComment && d.Kind != seal.DispatchVersion && s.versions[d.On[0]] != current {
		return fault.New(fault.Conflict, "the draft has a newer version").Mend("look at it first: entente draft show")
	}
	p := agreement.PartyID(d.Party)
	switch d.Kind {
	case seal.DispatchVersion:
		if seal.DigestOf([]byte(d.Text)) == current.Hash && len(s.Beside()) == 0 {
			return fault.New(fault.Invalid, "the text is the current version already").Mend("change it, or agree to it")
		}
	case seal.DispatchAgree:
		for _, x := range d.Articles {
			if pos := s.Position(agreement.Article(x.Article)); pos.Status == StatusBracketed {
				return fault.Refuse(fault.Conflict, x.Article, "%s is bracketed by %s", named(pos.Article), names(pos.By)).Mend("accept the bracket, or wait until it is dropped")
			}
		}
	case seal.DispatchReopen:
		for _, x := range d.Articles {
			if pos := s.Position(agreement.Article(x.Article)); pos == nil || !slices.Contains(pos.Agreed, p) {
				return fault.Refuse(fault.Invalid, x.Article, "%s has no agreement to %s to take back", p, named(agreement.Article(x.Article))).Mend("see entente draft show for who agrees to what")
			}
		}
	case seal.DispatchBracket:
		for _, b := range s.Brackets() {
			if b.Party == p && string(b.Article) == d.Article && b.From == d.From {
				return fault.Refuse(fault.Conflict, d.Article, "%s has a bracket on these words already", p).Mend("drop it first")
			}
		}
	case seal.DispatchAccept, seal.DispatchDrop:
		b := s.brackets[d.Bracket]
		if b == nil || !slices.Contains(s.Brackets(), b) {
			return fault.New(fault.NotFound, "there is no such open bracket").Mend("see entente draft show for the brackets")
		}
	case seal.DispatchSign:
		if why := s.Obstacles(); len(why) > 0 {
			return fault.New(fault.AgreementOpen, "the draft may not be signed: %s", why[0]).Mend("entente draft show lists all that is in the way")
		}
		if s.signed[p][current.Hash] != nil {
			return fault.New(fault.Conflict, "%s has signed this text already", p)
		}
	}
	return nil
}
