package reader

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// duel is one case in both readers.
type duel struct {
	*world
	p      *agreement.Procedure
	engine *casework.Case
	reader *Case
	sides  map[agreement.SideID]agreement.PartyID
}

// open begins the case, mostly as it should.
func (d *duel) open(name string) {
	d.bind()
	var opening []agreement.StepID
	for i := range d.p.Steps {
		if len(d.p.Steps[i].From) == 0 || d.chance(3) {
			opening = append(opening, d.p.Steps[i].ID)
		}
	}
	mv := d.move(pick(d, opening))
	sides := map[string]string{}
	for s, p := range d.sides {
		sides[string(s)] = string(p)
	}
	stands, mineStands := d.world.engine, d.world.reader
	if d.blind {
		stands, mineStands = nil, nil
	}
	c, err := stands.Open(d.m, casework.CaseID(name), d.p.ID, d.sides, mv)
	mine, code := Open(d.a, mineStands, name, string(d.p.ID), sides, act(mv))
	d.verdict("open "+string(mv.Step), mv, err, code)
	d.engine, d.reader = c, mine
	if c != nil {
		d.tell()
		d.compare()
	}
}

func (d *duel) bind() {
	named := map[agreement.SideID]agreement.PartyID{}
	for i := range d.p.Sides {
		s := &d.p.Sides[i]
		fit := slices.DeleteFunc(slices.Clone(s.Any), func(p agreement.PartyID) bool {
			return slices.ContainsFunc(s.Other, func(o agreement.SideID) bool { return named[o] == p })
		})
		if len(fit) == 0 || d.chance(3) {
			fit = []agreement.PartyID{pick(d, d.m.Parties).ID, "nobody"}
		}
		if !d.chance(2) {
			named[s.ID] = pick(d, fit)
		}
	}
	if d.chance(2) {
		named["another"] = d.m.Parties[0].ID
	}
	d.sides = named
}

// wait lets time pass: hardly, a little, much, or to the edge of what is next.
func (d *duel) wait() {
	var edges []time.Time
	if s, ok := d.reader.Next(); ok {
		edges = append(edges, s.At)
	}
	if end, ok := d.reader.KeptUntil(); ok {
		edges = append(edges, end)
	}
	if d.most > 1 && d.chance(40) { // what cases do to each other happens within days
		d.now = d.now.Add(time.Duration(d.rnd.IntN(30)) * time.Hour)
		return
	}
	if len(edges) > 0 && d.chance(6) { // into what a grace may be
		if at := edges[0].Add(time.Duration(d.rnd.IntN(120)) * time.Hour); at.After(d.now) {
			d.now = at
			return
		}
	}
	switch n := d.rnd.IntN(20); {
	case n < 9:
		d.now = d.now.Add(time.Duration(d.rnd.Int64N(int64(8 * time.Hour)))).Truncate(time.Microsecond)
	case n < 13:
		d.now = d.now.Add(time.Duration(d.rnd.IntN(6)) * 12 * time.Hour)
	case n < 14:
		d.now = d.now.Add(time.Duration(d.rnd.IntN(40)) * 24 * time.Hour)
	case n == 14 && d.chance(30):
		d.now = d.now.AddDate(0, d.rnd.IntN(15), d.rnd.IntN(3))
	case n < 18 && len(edges) > 0:
		if at := pick(d, edges).Add(time.Duration(d.rnd.IntN(3)-1) * time.Microsecond); at.After(d.now) {
			d.now = at
		}
	}
}

// settle records in both what silence did.
func (d *duel) settle() {
	for range 800 { // a daily silence over two years
		due := d.engine.Due(d.now)
		next, ok := d.reader.Next()
		ok = ok && d.now.After(next.At)
		if ok != (len(due) > 0) || ok && (string(due[0].Clock) != next.Clock || !due[0].At.Equal(next.At) || next.Final != (due[0].Phase == casework.PhaseFinal)) {
			d.differ("due is %+v, and %+v (%v)", due, next, ok)
		}
		if !ok {
			d.say()
			return
		}
		l := due[0]
		if rests := d.reader.Rests(next.Clock, next.At) && next.Final; rests != l.Rests {
			d.differ("the silence of %s rests: %v, and %v", l.Clock, l.Rests, rests)
		}
		word := Word{}
		if d.most > 1 && d.chance(20) || d.chance(2) {
			word = Word{Trusted: true, Unmet: d.chance(40), Rests: d.chance(20)}
		}
		if step := d.p.Step(d.p.Clock(l.Clock).Takes); step != nil && d.chance(50) { // what home states with the silence
			word.Facts = map[string]any{}
			for _, name := range casework.HomeFacts(d.m, step) {
				word.Facts[name] = float64(d.rnd.IntN(3))
			}
		}
		c, code := d.fall(l, word)
		if code != "" { // only home could read the condition: take its word
			d.codes[code]++
			word = Word{Trusted: true, Unmet: d.chance(50), Rests: l.Rests, Facts: word.Facts}
			if c, code = d.fall(l, word); code != "" {
				d.differ("the silence of %s on home's word: %s", l.Clock, code)
			}
		}
		if kind := string(d.p.Clock(l.Clock).Silence); l.Phase == casework.PhaseSealed {
			d.silences["sealed"]++
		} else {
			d.silences[kind]++
		}
		d.engine = c
		if c.Taken[len(c.Taken)-1].Rests {
			d.silences["rests"]++
		}
		d.note("%s: silence of %s (%s) in %s, word %+v, the case stands in %q", l.At.Format(stamp), l.Clock, l.Phase, c.ID, word, c.State)
		d.tell()
		d.compare()
	}
	d.differ("silence after silence")
}

// say lets home say, now and then, when a clock ended whose date cannot be read here.
func (d *duel) say() {
	for _, r := range d.engine.Clocks {
		if !r.Unread || r.Status != casework.StatusRuns || !d.chance(30) {
			continue
		}
		phase := casework.PhaseFinal
		if d.p.Clock(r.Clock).Silence == agreement.SilenceErase {
			phase = casework.PhaseSealed
		}
		at := r.Started.Add(time.Duration(d.rnd.Int64N(int64(d.now.Sub(r.Started)) + 2))).Truncate(time.Microsecond)
		if d.chance(5) {
			at = r.Started.Add(-time.Microsecond)
		}
		l, known := d.engine.Unread(r.Clock, phase, at)
		word := Word{Trusted: d.chance(80), Ended: string(r.Clock), At: at}
		if !known {
			l = casework.Lapse{Clock: r.Clock, Phase: phase, At: at}
		}
		if due := d.engine.Due(at.AddDate(100, 0, 0)); len(due) > 0 && due[0].Clock == r.Clock || !known && len(due) > 0 {
			continue // of another run
		}
		if next, ok := d.reader.Next(); ok && next.At.Before(at) {
			continue
		}
		c, code := d.fall(l, word)
		d.codes[code]++
		d.note("home says that %s ended at %s: %+v, %q", r.Clock, at.Format(stamp), word, code)
		if code == "" {
			d.engine = c
			d.ends++
			d.tell()
			d.compare()
			d.settle()
		}
		return
	}
}

// fall lets a silence fall in both.
func (d *duel) fall(l casework.Lapse, home Word) (*casework.Case, string) {
	d.Helper()
	l.Attested, l.Unmet, l.Facts = home.Trusted, home.Unmet, home.Facts
	if home.Trusted {
		l.Rests = home.Rests
	}
	c, err := d.engine.Lapse(l)
	code := d.reader.Fall(home)
	if string(fault.CodeOf(err)) != code {
		d.differ("the silence of %s in %s, word %+v: %v, and %q", l.Clock, d.engine.ID, home, err, code)
	}
	return c, code
}

const stamp = "2006-01-02T15:04:05.999999Z07:00"

func (d *duel) act() {
	var possible, all []agreement.StepID
	for i := range d.p.Steps {
		s := &d.p.Steps[i]
		all = append(all, s.ID)
		if slices.Contains(s.From, d.engine.State) {
			possible = append(possible, s.ID)
		}
	}
	step := pick(d, all)
	if len(possible) > 0 && !d.chance(12) {
		step = pick(d, possible)
	}
	if d.chance(1) {
		step = "nonsense"
	}
	mv := d.move(step)
	c, err := d.engine.Take(mv)
	code := d.reader.Take(act(mv))
	d.verdict(string(step), mv, err, code)
	if err == nil {
		d.engine = c
		d.taken++
		d.tell()
	}
}

// verdict compares whether an act was taken, or with which code it was refused.
func (d *duel) verdict(what string, mv casework.Move, err error, code string) {
	d.Helper()
	values := maps.Clone(mv.Values)
	maps.DeleteFunc(values, func(f agreement.FieldID, _ any) bool { return d.p == nil || len(fmt.Sprint(mv.Values[f])) > 200 })
	d.note("%s: %s by %s (%s/%s, %q) proved %s gives %v %v ground %q facts %v attested %v: %s", d.now.Format(stamp), what, mv.Party, mv.Side, mv.Role, mv.Person,
		mv.Proved.Format(stamp), mv.Gives, values, mv.Ground, mv.Facts, mv.Attested, code)
	if got := string(fault.CodeOf(err)); got != code {
		d.differ("the engine says %q (%v), the second reader %q", got, err, code)
	}
	if code != "" {
		d.codes[code]++
	}
}

// act is a move as the second reader takes it.
func act(mv casework.Move) Act {
	a := Act{
		Step: string(mv.Step), Side: string(mv.Side), Party: string(mv.Party), Role: string(mv.Role), Person: string(mv.Person), Ground: mv.Ground,
		Facts: mv.Facts, Signed: mv.Personal, Trusted: mv.Attested, Received: mv.Received, Proved: mv.Proved, Values: map[string]any{},
	}
	for _, f := range mv.Gives {
		a.Gives = append(a.Gives, string(f))
	}
	for f, v := range mv.Values {
		a.Values[string(f)] = v
	}
	return a
}

func (d *duel) attest() {
	party := pick(d, d.m.Parties).ID
	at := casework.Attestation{Party: party, Received: d.now, All: d.chance(20)}
	if owed := d.engine.ErasuresOf(party, d.now); len(owed) > 0 && d.chance(80) {
		e := pick(d, owed)
		at.Fields, at.All = e.Fields, e.All
	} else if given := slices.Sorted(maps.Keys(d.engine.Given)); len(given) > 0 && d.chance(70) {
		at.Fields = []agreement.FieldID{pick(d, given)}
	}
	if at.All {
		at.Fields = nil
	}
	var fields []string
	for _, f := range at.Fields {
		fields = append(fields, string(f))
	}
	c, err := d.engine.Attest(at)
	code := d.reader.Attest(string(party), fields, at.All, d.now)
	d.note("%s: %s attests %v, all %v: %s", d.now.Format(stamp), party, fields, at.All, code)
	if string(fault.CodeOf(err)) != code {
		d.differ("%v, and %q", err, code)
	}
	if code != "" {
		d.codes[code]++
		return
	}
	d.engine = c
}
