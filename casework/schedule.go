package casework

import (
	"time"

	"github.com/entente-net/entente/agreement"
)

// Occasion is one turn of a schedule: from Day on the case is owed, and by Due it must be open.
type Occasion struct {
	Schedule *agreement.Schedule
	Number   int // from 0
	Day      agreement.Date
	At       time.Time // midnight of Day in the agreement's zone
	Due      time.Time // the last instant in time: of a year's turn that lasts three months, that of 31 March
}

// maxOccasions bounds what one question about a schedule can cost: a day's schedule over 270 years.
const maxOccasions = 100_000

// Occasions gives the turns of a schedule whose day begins in [from, until) and on which its article is in
// force, in order, for a party for which the agreement entered into force at an instant (see InForceFrom). A schedule opens
// nothing by itself: a person of a role that owes it does, and whether one did in time is what the Due of the turn is for.
func Occasions(m *agreement.Model, s *agreement.Schedule, entered, from, until time.Time) []Occasion {
	var all []Occasion
	loc := m.Location()
	first := FirstDay(m, s, entered)
	for n := range maxOccasions {
		day := first.Plus(s.Every, n)
		at := day.Midnight(loc)
		if !at.Before(until) {
			break
		}
		if !at.Before(from) && m.InForce(s.Article, at) {
			all = append(all, Occasion{Schedule: s, Number: n, Day: day, At: at, Due: m.After(s.Within, at).Add(-tick)})
		}
		if s.Every.IsZero() || s.Every.Empty() {
			break
		}
	}
	return all
}

// FirstDay is the first day of a schedule for a party: the one that it states or, where it counts from each party's
// own entry, the one after the day that lies so long after that on which the agreement entered into force for it: the
// day of an event is not counted (Regulation (EEC, Euratom) 1182/71 Art 3(1)).
func FirstDay(m *agreement.Model, s *agreement.Schedule, entered time.Time) agreement.Date {
	if !s.Starts.IsZero() {
		return s.Starts
	}
	loc := m.Location()
	return agreement.DayOf(m.After(s.AfterEntry, agreement.DayOf(entered, loc).Midnight(loc)), loc).After()
}
