package casework

import (
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// checkForce: the article is in force at the instant, or the case may outlive it (VCLT Art 70: what an
// agreement has created before its end goes on where the agreement says so).
func (c *Case) checkForce(art agreement.Article, at time.Time) error {
	err := inForce(c.Model, art, at)
	if err == nil {
		return nil
	}
	clause := c.Model.Clause(art)
	if clause == nil {
		return err
	}
	if clause.Survive(agreement.SurvivesCases) && inForce(c.Model, art, c.Opened) == nil {
		return nil
	}
	// A remedy may still be sought afterwards: it may be opened anew.
	if c.Procedure.Remedy && clause.Survive(agreement.SurvivesRemedy) && !at.Before(c.Model.Starts.Midnight(c.Model.Location())) {
		return nil
	}
	return err
}

// inForce says whether an article is in force, and if not, why.
func inForce(m *agreement.Model, art agreement.Article, at time.Time) error {
	if m.InForce(art, at) {
		return nil
	}
	loc := m.Location()
	clause := m.Clause(art)
	switch {
	case clause == nil:
		return fault.Refuse(fault.NotInForce, string(art), "the agreement has no such article")
	case at.Before(m.Starts.Midnight(loc)):
		return fault.Refuse(fault.NotInForce, string(art), "the agreement is in force from %s on", m.Starts).
			Mend("wait until then")
	case !clause.Ends.IsZero() && !at.Before(clause.Ends.After().Midnight(loc)):
		return fault.Refuse(fault.ArticleEnded, string(art), "the last day of this article was %s", clause.Ends).
			Mend("use an article that is in force, or agree to renew this one")
	}
	return fault.Refuse(fault.NotInForce, string(art), "the last day of the agreement was %s", m.Ends).
		Mend("agree to renew it")
}
