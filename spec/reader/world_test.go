package reader

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// world is an agreement in both readers, with a few cases that decide about each other.
type world struct {
	*testing.T
	*tally
	name   string
	m      *agreement.Model
	a      *Agreement
	rnd    *rand.Rand
	now    time.Time
	log    []string
	most   int  // cases
	blind  bool // nobody here knows of other cases
	duels  []*duel
	engine *casework.Standing
	reader *Standing

	then     *agreement.Model // to which cases move in the middle; nil: to none
	thenRead *Agreement
	moved    int
}

// differ ends a case with what led there.
func (w *world) differ(format string, args ...any) {
	w.Helper()
	w.Fatalf("%s: %s\n%s", w.name, fmt.Sprintf(format, args...), strings.Join(w.log, "\n"))
}

func (w *world) note(format string, args ...any) { w.log = append(w.log, fmt.Sprintf(format, args...)) }

func (w *world) chance(percent int) bool { return w.rnd.IntN(100) < percent }

func pick[E any](d interface{ below(int) int }, from []E) E { return from[d.below(len(from))] }

func (w *world) below(n int) int { return w.rnd.IntN(n) }

// run plays cases of an agreement, most of them of one procedure.
func (w *world) run(p *agreement.Procedure) {
	first := w.m.Starts.Midnight(w.m.Location())
	w.now = first.Add(time.Duration(w.rnd.Int64N(int64(300 * 24 * time.Hour)))).Truncate(time.Microsecond)
	if w.chance(5) {
		w.now = first.Add(time.Duration(w.rnd.IntN(3)-1) * time.Microsecond)
	}
	w.find()
	w.blind = w.most > 1 && w.chance(15)
	w.compareStanding(w.now)
	for range opsPerCase * min(w.most, 3) {
		d := w.next(p)
		if d == nil || w.most == 1 && d.engine.Over() && w.chance(40) {
			return
		}
		d.wait()
		settles := 85
		if s, ok := d.reader.Next(); ok && !s.Final {
			settles = 45 // what was done in time may come before the sealing is recorded
		}
		if d.chance(settles) {
			d.settle()
		}
		if w.then != nil && d.chance(25) {
			d.goOn()
		}
		switch {
		case d.chance(12):
			d.attest()
		default:
			d.act()
		}
		d.compare()
	}
}

// next is the case that is looked at next: a new one, or one that is open already.
func (w *world) next(p *agreement.Procedure) *duel {
	if n := len(w.duels); n == 0 || n < w.most && w.chance(20) {
		d := &duel{world: w, p: p}
		if n > 0 && w.chance(60) {
			d.p = &w.m.Procedures[w.below(len(w.m.Procedures))]
		}
		w.cases++
		for tries := 0; d.engine == nil && tries < 6; tries++ {
			d.open(fmt.Sprintf("%x", (n+1)*7919%16)) // names in another order than the cases
		}
		if d.engine != nil {
			w.duels = append(w.duels, d)
		}
	}
	if len(w.duels) == 0 {
		return nil
	}
	return pick(w, w.duels)
}

// find notes in both what was found on days of renewal and of phases.
func (w *world) find() {
	for i := range w.m.Phases {
		if p := &w.m.Phases[i]; !p.Starts.IsZero() && !p.Entry.IsZero() && w.chance(70) {
			held := w.chance(70)
			w.engine, w.reader = w.engine.Enter(p.ID, held), w.reader.Enter(string(p.ID), held)
		}
	}
	if w.m.Renewal == nil || w.m.Ends.IsZero() {
		return
	}
	day := w.m.Ends
	for range 3 {
		if w.chance(30) {
			goesOn := w.chance(50)
			w.engine, w.reader = w.engine.Decide(day, goesOn), w.reader.Renewal(day.String(), goesOn)
		}
		day = day.Prolonged(w.m.Renewal.Period)
	}
	facts := map[string]any{}
	for _, f := range w.m.Renewal.Unless.Facts {
		if w.chance(70) {
			facts[f] = float64(w.rnd.IntN(3))
		}
	}
	goesOn, err := casework.Renew(w.m, w.m.Ends, facts)
	mine, code := w.a.Renews(facts)
	if w.m.Renewal.Mode == agreement.RenewalAutomatic && (goesOn != mine || (err != nil) != (code != "")) {
		w.differ("with %v the agreement goes on: %v (%v), and %v (%s)", facts, goesOn, err, mine, code)
	}
}

// tell lets both standings know what the last entry of a case did.
func (d *duel) tell() {
	d.Helper()
	entry := len(d.engine.Taken) - 1
	effects, mine := d.engine.Effects(entry), d.reader.Effects()
	if len(effects)+len(mine) == 0 {
		return
	}
	var engine, reader []string
	for _, e := range effects {
		d.world.effects[string(e.Kind)]++
		values, sides := map[string]any{}, map[string]string{}
		for f, v := range e.Values {
			values[string(f)] = v
		}
		for s, p := range e.Sides {
			sides[string(s)] = string(p)
		}
		engine = append(engine, fmt.Sprintln(e, e.Case, e.Entry, e.Nth, e.Party, e.At.UTC(), e.From.UTC(), e.Until.UTC(), e.Prolongs, e.Fields, values, sides, e.Amount, e.Donor))
	}
	for _, e := range mine {
		sides, values := e.Sides, e.Values
		if sides == nil {
			sides = map[string]string{}
		}
		if values == nil {
			values = map[string]any{}
		}
		reader = append(reader, fmt.Sprintln(e, e.Case, e.Entry, e.Nth, e.Party, e.At.UTC(), e.From.UTC(), e.Until.UTC(), e.Prolongs, e.Fields, values, sides, e.Amount, e.Donor))
	}
	if !slices.Equal(engine, reader) {
		d.differ("the last entry did\n%q, and\n%q", engine, reader)
	}
	d.note("    effects: %q", effects)
	d.world.engine, d.world.reader = d.world.engine.Apply(effects...), d.world.reader.Note(mine...)
	if !d.blind {
		for _, o := range d.duels {
			o.stand()
		}
		d.stand()
	}
	d.compareStanding(d.now)
}

// stand lets a case know how the agreement stands.
func (d *duel) stand() {
	c := *d.engine
	c.Standing = d.world.engine
	d.engine, d.reader.Standing = &c, d.world.reader
}

// compareStanding: what is in force between whom, now and at other times.
func (w *world) compareStanding(now time.Time) {
	w.Helper()
	for _, at := range []time.Time{now, now.AddDate(0, 0, w.rnd.IntN(1500)-300), now.Add(-time.Duration(w.rnd.IntN(2)) * time.Microsecond)} {
		var parties [][]agreement.PartyID
		for range 2 {
			parties = append(parties, []agreement.PartyID{pick(w, w.m.Parties).ID, pick(w, w.m.Parties).ID})
		}
		for _, in := range append(parties, nil) {
			for i := range w.m.Articles {
				number := w.m.Articles[i].Number
				err := w.engine.InForce(w.m, number, in, at)
				code := w.a.Force(w.reader, string(number), texts(in), at)
				if string(fault.CodeOf(err)) != code {
					w.differ("at %s between %v article %s is in force: %v, and %q", at.Format(stamp), in, number, err, code)
				}
				w.forces[code]++
				if got, mine := w.engine.Disputed(number, at), w.reader.Disputed(string(number), at); got != mine {
					w.differ("at %s article %s is in dispute: %v, and %v", at.Format(stamp), number, got, mine)
				}
			}
		}
		if got, mine := texts(w.engine.Phases(w.m, at)), w.a.Present(w.reader, at); !slices.Equal(got, mine) && len(got)+len(mine) > 0 {
			w.differ("at %s the phases are %v, and %v", at.Format(stamp), got, mine)
		}
		if got, mine := casework.Term(w.m, w.engine, at).String(), w.a.LastDay(w.reader, at); got != mine {
			w.differ("at %s the last day is %s, and %s", at.Format(stamp), got, mine)
		}
		w.compareQuotas(at)
	}
}

func (w *world) compareQuotas(at time.Time) {
	w.Helper()
	var effects []casework.Effect
	if w.engine != nil {
		effects = w.engine.Grants
	}
	for i := range w.m.Quotas {
		q, p, o := &w.m.Quotas[i], pick(w, w.m.Parties).ID, pick(w, w.m.Parties).ID
		got, mine := casework.QuotaUsed(w.m, q, casework.GrantsOf(effects, q.Counted()), p, o, at), w.a.QuotaUsed(w.reader, string(q.ID), string(p), string(o), at)
		if got != mine {
			w.differ("at %s of the quota %s %d are used, and %d", at.Format(stamp), q.ID, got, mine)
		}
	}
}

// texts are names as text.
func texts[S ~string](names []S) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = string(n)
	}
	return out
}
