package casework

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// May says whether a question to a register is permitted: by this role of this party, for this purpose,
// under an article in force. It is refused with wrong-role, wrong-side (nobody but the asking party holds
// the register), purpose-missing, purpose-wrong, not-in-force, article-ended, article-suspended or party-withdrawn.
// The cap per day is the caller's to count.
func May(m *agreement.Model, q *agreement.Query, asker Actor, purpose agreement.PurposeID, now time.Time) error {
	return (*Standing)(nil).May(m, q, asker, purpose, now)
}

// May says whether a question to a register is permitted as the agreement stands.
func (s *Standing) May(m *agreement.Model, q *agreement.Query, asker Actor, purpose agreement.PurposeID, now time.Time) error {
	art, name := string(q.Article), title(q.Title, q.ID)
	if !slices.Contains(q.By, asker.Role) {
		return fault.Refuse(fault.WrongRole, art, "the %s may not ask %q", roleTitle(m, asker.Role), name).
			Mend("these roles may: %s", list(q.By))
	}
	if !holds(m, asker.Role, asker.Party) {
		return fault.Refuse(fault.WrongRole, art, "%s does not fill the role %s", asker.Party, roleTitle(m, asker.Role)).
			Mend("only these parties do: %s", list(m.Role(asker.Role).Held))
	}
	r := registerOf(m, q)
	if r == nil {
		return fault.Refuse(fault.NoSuchStep, art, "no register of this agreement answers %q", name)
	}
	if !slices.ContainsFunc(r.Holders, func(p agreement.PartyID) bool { return p != asker.Party }) {
		return fault.Refuse(fault.WrongSide, art, "%q is asked of another party, and only %s holds %s", name, asker.Party, title(r.Title, r.ID)).
			Mend("look into your own register")
	}
	switch {
	case purpose == "":
		return fault.Refuse(fault.PurposeMissing, art, "%q is asked without a purpose", name).
			Mend("name one of: %s", list(q.Purpose))
	case !slices.Contains(q.Purpose, purpose):
		return fault.Refuse(fault.PurposeWrong, art, "%q may not be asked for the purpose %s", name, words(purpose)).
			Mend("name one of: %s", list(q.Purpose))
	}
	return s.InForce(m, q.Article, []agreement.PartyID{asker.Party}, now)
}

// MayAsk is May of one holder: the query's article must be in force between the two.
func (s *Standing) MayAsk(m *agreement.Model, q *agreement.Query, asker Actor, holder agreement.PartyID, purpose agreement.PurposeID, now time.Time) error {
	if err := s.May(m, q, asker, purpose, now); err != nil {
		return err
	}
	return s.InForce(m, q.Article, []agreement.PartyID{asker.Party, holder}, now)
}

// registerOf finds the register that a query belongs to by its place in the model: queries of two
// registers may bear one name.
func registerOf(m *agreement.Model, q *agreement.Query) *agreement.Register {
	for i := range m.Registers {
		for j := range m.Registers[i].Queries {
			if &m.Registers[i].Queries[j] == q {
				return &m.Registers[i]
			}
		}
	}
	return nil
}
