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
// force, in order. A schedule opens nothing by itself: a person of a role that owes it does, and whether one
// did in time is what the Due of the turn is for.
func Occasions(m *agreement.Model, s *agreement.Schedule, from, until time.Time) []Occasion {
	var all []Occasion
	loc := m.Location()
	for n := range maxOccasions {
		day := s.Starts.Plus(s.Every, n)
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
