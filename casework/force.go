package casework

import (
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// checkForce: the step's article is in force at the instant between the parties of the case and whoever acts, or
// the case may outlive it (VCLT Art 70: what an agreement has created before its end goes on where the agreement says
// so). attested: home took the act, and where other cases decide about the article, which this evaluator need
// not know, that is enough.
func (c *Case) checkForce(step *agreement.Step, acts agreement.PartyID, at time.Time, attested bool) error {
	art, trusts := step.Article, attested || c.Standing != nil && c.Standing.trusts
	err := c.inForce(art, acts, at, trusts)
	if err == nil {
		return nil
	}
	clause := c.Model.Clause(art)
	switch {
	case clause == nil:
		return err
	case fault.CodeOf(err) == fault.Suspended:
		if slices.Contains(step.Restores, art) {
			return nil // there is always a way back
		}
		return err // a suspension ends nothing, so that nothing outlives it
	}
	if clause.Survive(agreement.SurvivesCases) && c.inForce(art, acts, c.begun(), trusts) == nil {
		return nil
	}
	// A remedy may still be sought afterwards: it may be opened anew.
	if c.Procedure.Remedy && clause.Survive(agreement.SurvivesRemedy) && !at.Before(c.Model.Starts.Midnight(c.Model.Location())) {
		return nil
	}
	return err
}

// inForce refuses where the article is not in force at an instant. Who trusts home's word still holds it against the
// text: where no case could have left the article in force, home cannot have known better.
func (c *Case) inForce(art agreement.Article, acts agreement.PartyID, at time.Time, trusts bool) error {
	err := c.Standing.inForce(c.Model, art, c.standing(acts), at)
	if err == nil || !trusts || !Movable(c.Model, art, at) || !undecided(c.Model, art, at) {
		return err
	}
	if ok, _ := c.Model.Binds(art, c.standing(acts)()); !ok {
		return err // declarations stand in the text
	}
	return nil
}

// standing gives the parties between whom the case is, each once: those on its sides in the order of the text, and
// whoever acts. It is asked only where it matters who they are.
func (c *Case) standing(acts agreement.PartyID) func() []agreement.PartyID {
	return func() []agreement.PartyID {
		var in []agreement.PartyID
		for i := range c.Procedure.Sides {
			if p := c.Sides[c.Procedure.Sides[i].ID]; p != "" && !slices.Contains(in, p) {
				in = append(in, p)
			}
		}
		if acts != "" && !slices.Contains(in, acts) {
			in = append(in, acts)
		}
		return in
	}
}

// Force refuses a step for its article as Take would, in a case of these sides that was opened then, as the agreement
// stands. Of the case only model, procedure, sides and opening are asked.
func (s *Standing) Force(c *Case, step *agreement.Step, acts agreement.PartyID, at time.Time) error {
	n := *c
	n.Standing = s
	return n.checkForce(step, acts, at, false)
}

// Movable says that a step of some case could have decided whether the article is in force at the instant: then it is
// home who knows, as of a condition that cannot be read here. What the text alone decides nobody's word changes.
func Movable(m *agreement.Model, art agreement.Article, at time.Time) bool {
	if at.Before(m.Starts.Midnight(m.Location())) {
		return false
	}
	for i := range m.Phases {
		if slices.Contains(m.Phases[i].Articles, art) {
			return true
		}
	}
	if anyStep(m, func(s *agreement.Step) bool {
		return s.Withdraws || slices.Contains(s.Suspends, art) || slices.Contains(s.Renews, art) || slices.Contains(s.Renews, m.Declared)
	}) {
		return true
	}
	// An exception to the renewal may have been established, but not before the first day of renewal.
	return m.Renewal != nil && !m.Renewal.Unless.IsZero() && !m.Ends.IsZero() && !at.Before(m.Ends.After().Midnight(m.Location()))
}

// undecided says that other cases could have left an article in force at an instant: only steps that renew move a last
// day that is over, and only a phase that has begun on its day, or that a step begins, can be there.
func undecided(m *agreement.Model, art agreement.Article, at time.Time) bool {
	loc := m.Location()
	over := func(last agreement.Date) bool { return !last.IsZero() && !at.Before(last.After().Midnight(loc)) }
	clause := m.Clause(art)
	if clause == nil || at.Before(m.Starts.Midnight(loc)) {
		return false
	}
	if over(clause.Ends) && (art == m.Declared || !renewed(m, art)) || over(m.LastDay(at)) && !renewed(m, m.Declared) {
		return false
	}
	phased := false
	for i := range m.Phases {
		p := &m.Phases[i]
		if !slices.Contains(p.Articles, art) {
			continue
		}
		phased = true
		byDay := !p.Starts.IsZero() && !at.Before(p.Starts.Midnight(loc))
		if (byDay || anyStep(m, func(s *agreement.Step) bool { return s.Begins == p.ID })) && !over(p.Ends) {
			return true
		}
	}
	return !phased
}

func renewed(m *agreement.Model, art agreement.Article) bool {
	return anyStep(m, func(s *agreement.Step) bool { return slices.Contains(s.Renews, art) })
}

// anyStep says whether a step of the agreement is so.
func anyStep(m *agreement.Model, is func(*agreement.Step) bool) bool {
	for i := range m.Procedures {
		for j := range m.Procedures[i].Steps {
			if is(&m.Procedures[i].Steps[j]) {
				return true
			}
		}
	}
	return false
}

// InForce refuses where an article is not in force at an instant between parties; nil where it is. nil: the parties
// do not matter, as before a case is opened. Refused with not-in-force, article-ended, article-suspended and
// party-withdrawn. The nil Standing is the agreement as it was signed. Before the first day an article is in force between
// parties that all apply it provisionally (VCLT Art 25).
func (s *Standing) InForce(m *agreement.Model, art agreement.Article, parties []agreement.PartyID, at time.Time) error {
	return s.inForce(m, art, func() []agreement.PartyID { return parties }, at)
}

func (s *Standing) inForce(m *agreement.Model, art agreement.Article, parties func() []agreement.PartyID, at time.Time) error {
	loc := m.Location()
	clause := m.Clause(art)
	switch {
	case clause == nil:
		return fault.Refuse(fault.NotInForce, string(art), "the agreement has no such article")
	case at.Before(m.Starts.Midnight(loc)) && !(provisional(m) && m.Provisionally(art, parties(), at)):
		return fault.Refuse(fault.NotInForce, string(art), "the agreement is in force from %s on", m.Starts).
			Mend("wait until then; before, it applies only between parties that have all declared that they apply the article provisionally")
	}
	if last := s.lastDay(m, clause, at); !last.IsZero() && !at.Before(last.After().Midnight(loc)) {
		return fault.Refuse(fault.ArticleEnded, string(art), "the last day of this article was %s", last).
			Mend("use an article that is in force, or agree to renew this one")
	}
	if last := Term(m, s, at); !last.IsZero() && !at.Before(last.After().Midnight(loc)) {
		return fault.Refuse(fault.NotInForce, string(art), "the last day of the agreement was %s", last).
			Mend("agree to renew it")
	}
	if len(m.Phases) > 0 {
		if err := s.inPhase(m, art, at); err != nil {
			return err
		}
	}
	if s != nil {
		if by := s.SuspendedBy(art, at); by != "" {
			return fault.Refuse(fault.Suspended, string(art), "this article is suspended by the case %s", by).
				Mend("it applies again once a step restores it")
		}
		if len(s.Withdrawn) > 0 {
			if p, since := s.left(parties(), at); p != "" {
				return fault.Refuse(fault.Withdrawn, string(art), "%s has been no party to this agreement since %s", p, since.In(loc).Format(minute)).
					Mend("only what survives the article goes on")
			}
		}
	}
	if len(m.Declarations) > 0 {
		if ok, d := m.Binds(art, parties()); !ok {
			return fault.Refuse(fault.NotInForce, string(art), "by the declaration of %s, %q, this article does not bind these parties to each other", d.Party, d.Title).
				Mend("see the declarations for what does")
		}
	}
	return nil
}

// provisional says that somebody applies something of the agreement before its first day.
func provisional(m *agreement.Model) bool {
	return slices.ContainsFunc(m.Declarations, func(d agreement.Declaration) bool { return d.Kind == agreement.DeclaresProvisional })
}

// minute is how an instant is written where the case's own words are not at hand.
const minute = "2 January 2006 15:04 MST"

// lastDay is the article's own last day, with what steps prolonged it by before the instant; zero: none.
func (s *Standing) lastDay(m *agreement.Model, clause *agreement.Clause, at time.Time) agreement.Date {
	last := clause.Ends
	if s == nil || last.IsZero() || clause.Number == m.Declared {
		return last
	}
	return prolonged(last, s.Renewed[clause.Number], at)
}

func prolonged(last agreement.Date, by []Renewed, at time.Time) agreement.Date {
	for _, r := range by {
		if r.At.After(at) {
			break
		}
		last = last.Prolonged(r.By)
	}
	return last
}

// Term gives the last day of the agreement as it stands at an instant, zero for one without end: the day of the text,
// prolonged by steps that renew the article of the block agreement, and taken up again by an automatic renewal
// term after term. A renewal fails only on a day for which it was found that its exception holds (Decide): an
// exception must be established, so that where nothing was found the agreement goes on.
func Term(m *agreement.Model, s *Standing, at time.Time) agreement.Date {
	last := m.Ends
	if last.IsZero() {
		return last
	}
	if s == nil {
		return m.LastDayFrom(last, at)
	}
	last = prolonged(last, s.Renewed[m.Declared], at)
	end := m.LastDayFrom(last, at)
	for day, goesOn := range s.Renewals {
		if !goesOn && day.Compare(end) < 0 && m.RenewsOn(last, day) {
			end = day
		}
	}
	return end
}

// Renew says whether the agreement goes on after a day of automatic renewal, by the outside facts of that day: it does
// unless the exception holds. An error is ErrUnread where a fact is missing. What was found is noted with
// Standing.Decide.
func Renew(m *agreement.Model, day agreement.Date, facts map[string]any) (bool, error) {
	if m.Renewal == nil || m.Renewal.Mode != agreement.RenewalAutomatic || day.Compare(m.Ends) < 0 {
		return false, fault.Refuse(fault.ConditionUnmet, string(m.Declared), "the agreement is not renewed by itself on %s", day).
			Mend("agree to renew it")
	}
	if m.Renewal.Unless.IsZero() {
		return true, nil
	}
	excepted, err := m.Renewal.Unless.Eval(agreement.Env{Facts: facts})
	return err == nil && !excepted, err
}

// inPhase: an article that phases name is in force only while one of them is.
func (s *Standing) inPhase(m *agreement.Model, art agreement.Article, at time.Time) error {
	var first *agreement.Phase
	for i := range m.Phases {
		if p := &m.Phases[i]; first == nil && slices.Contains(p.Articles, art) {
			first = p
		}
	}
	if first == nil {
		return nil
	}
	var begun *running
	all := s.phases(m)
	for i := range all {
		r := &all[i]
		if at.Before(r.from) || !slices.Contains(m.Phase(r.phase).Articles, art) {
			continue
		}
		if r.until.IsZero() || at.Before(r.until) {
			return nil
		}
		begun = r
	}
	if begun != nil {
		p := m.Phase(begun.phase)
		return fault.Refuse(fault.NotInForce, string(art), "the phase %s, in which this article is in force, ended on %s", title(p.Title, p.ID), begun.until.In(m.Location()).Format(minute)).
			Mend("use an article that is in force in the present phase")
	}
	e := fault.Refuse(fault.NotInForce, string(art), "the phase %s, in which this article is in force, has not begun", title(first.Title, first.ID))
	if first.Starts.IsZero() || !first.Entry.IsZero() {
		return e.Mend("it begins by a step, under Article %s", first.Article)
	}
	return e.Mend("it begins on %s", first.Starts)
}
