package scenario

import (
	"errors"
	"fmt"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// standing holds how the agreement stands beside its cases against what the story says.
func (p *Player) standing(l *Line) error {
	m, stands := p.model(), p.stage.Stands()
	if l.Verb == LastDay {
		return same("it is", casework.Term(m, stands, p.stage.Now()).String(), l.Day.String())
	}
	parties := make([]agreement.PartyID, len(l.Names))
	for i, name := range l.Names {
		if parties[i] = agreement.PartyID(name); m.Party(parties[i]) == nil {
			return fmt.Errorf("the agreement has no party %q", name)
		}
	}
	if m.Clause(l.Article) == nil {
		return fmt.Errorf("the agreement has no Article %s", l.Article)
	}
	err := stands.InForce(m, l.Article, parties, p.stage.Now())
	switch {
	case l.Verb == InForce && err != nil:
		return fmt.Errorf("it is not: %s [%s]", err, fault.CodeOf(err))
	case l.Verb == NotInForce && err == nil:
		return errors.New("it is in force")
	case l.Verb == NotInForce && string(fault.CodeOf(err)) != l.Code:
		return fmt.Errorf("it is not in force because of %s: %w", fault.CodeOf(err), err)
	}
	return nil
}
