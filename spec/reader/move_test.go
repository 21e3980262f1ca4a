package reader

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// TestBothMoveACaseAlike lets cases of every agreement move, at any time, to a text that changes what can be changed: names of
// states, clocks, duties, shares, the keeping time. What follows is compared as ever.
func TestBothMoveACaseAlike(t *testing.T) {
	total := &tally{codes: map[string]int{}, silences: map[string]int{}, effects: map[string]int{}, forces: map[string]int{}}
	models, changed := agreements(t), agreements(t)
	moved := 0
	for _, name := range slices.Sorted(maps.Keys(models)) {
		m, to := models[name], changed[name]
		amend(to, m, rand.New(rand.NewPCG(uint64(len(name)), 11)))
		a, err := Read(m.Canonical())
		if err != nil {
			t.Fatal(err)
		}
		b, err := Read(to.Canonical())
		if err != nil {
			t.Fatal(err)
		}
		for i := range m.Procedures {
			for n := range min(casesOf(name, false), 25) {
				w := &world{T: t, tally: total, m: m, a: a, rnd: rand.New(rand.NewPCG(uint64(n), uint64(100+i))), most: 1}
				w.name = fmt.Sprintf("%s, procedure %s, case %d", name, m.Procedures[i].ID, n)
				w.then, w.thenRead = to, b
				w.run(&m.Procedures[i])
				moved += w.moved
			}
		}
	}
	t.Logf("%d cases moved; refused %v", moved, total.codes)
	if moved < 300 || total.codes["conflict"] < 20 {
		t.Errorf("only %d cases moved, and %d could not", moved, total.codes["conflict"])
	}
}

// amend lets a model take the place of another that is its like, and be different.
func amend(m, old *agreement.Model, rnd *rand.Rand) {
	chance := func(percent int) bool { return rnd.IntN(100) < percent }
	m.Version = old.Version + "b"
	m.Amends = &agreement.Amendment{Version: old.Version, Cases: agreement.CasesMove}
	for i := range m.Procedures {
		p := &m.Procedures[i]
		if chance(5) {
			m.Amends.Moves = append(m.Amends.Moves, agreement.CaseMove{Procedure: p.ID, Cases: agreement.CasesStay})
			continue
		}
		var open []agreement.StateID
		for j := range p.States {
			if !p.States[j].Final {
				open = append(open, p.States[j].ID)
			}
		}
		length := func() agreement.Period {
			x, err := agreement.ParsePeriod([]string{"PT6H", "P1D", "P3D", "P7D", "P30D", "4 working days", "P2M"}[rnd.IntN(7)])
			if err != nil {
				panic(err)
			}
			return x
		}
		for j := range p.Clocks {
			k := &p.Clocks[j]
			if chance(50) {
				k.Within = length()
			}
			if chance(20) {
				k.Starts = append(slices.Clone(k.Starts), open[rnd.IntN(len(open))])
			}
			if chance(15) && (k.Silence == agreement.SilenceLapse || k.Silence == agreement.SilenceSuspend) {
				k.Silence = agreement.SilenceRemain
			}
			if chance(15) {
				k.Max = length()
			}
		}
		if n := len(p.Clocks); n > 0 && chance(40) && !mentioned(p, p.Clocks[n-1].ID) {
			p.Clocks = slices.Clone(p.Clocks[:n-1])
		}
		if len(open) > 0 { // one that is over as soon as it is opened has no time to run
			p.Clocks = append(p.Clocks, agreement.Clock{
				ID: "added", Article: p.Article, Starts: open[:1+rnd.IntN(len(open))], Within: length(), Silence: agreement.SilenceRemain,
			})
		}
		for j := range p.Steps {
			if chance(20) {
				p.Steps[j].Resumes = nil
			}
		}
		if p.Keep != nil && chance(50) {
			p.Keep.For = length()
			p.Keep.After = append(slices.Clone(p.Keep.After), open[rnd.IntN(len(open))])
		}
		for j := range p.Notices {
			if p.Notices[j].Within = length(); chance(30) {
				p.Notices[j].ID += " anew"
			}
		}
		for j := range p.Steps {
			p.Steps[j].Defers = nil
		}
		if len(p.Shares) > 0 && chance(30) {
			p.Shares = p.Shares[1:]
		}
		move := agreement.CaseMove{Procedure: p.ID}
		for j := range p.States {
			if s := &p.States[j]; !s.Final && chance(40) {
				move.States = append(move.States, agreement.StateMove{Old: s.ID, New: s.ID + "-b"})
			}
		}
		if len(move.States) > 0 {
			m.Amends.Moves = append(m.Amends.Moves, move)
			rename(p, func(s agreement.StateID) agreement.StateID { return m.Amends.State(p.ID, s) })
		}
	}
	m.Build()
}

func mentioned(p *agreement.Procedure, id agreement.ClockID) bool {
	return slices.ContainsFunc(p.Steps, func(s agreement.Step) bool {
		return s.Urgent == id || slices.Contains(slices.Concat(s.Pauses, s.Resumes, s.Extends, s.Explains), id)
	})
}

// rename gives the states of a procedure other names.
func rename(p *agreement.Procedure, to func(agreement.StateID) agreement.StateID) {
	all := func(list []agreement.StateID) []agreement.StateID {
		out := make([]agreement.StateID, len(list))
		for i, s := range list {
			out[i] = to(s)
		}
		return out
	}
	for i := range p.States {
		p.States[i].ID = to(p.States[i].ID)
	}
	for i := range p.Steps {
		s := &p.Steps[i]
		s.From, s.To = all(s.From), to(s.To)
	}
	for i := range p.Clocks {
		k := &p.Clocks[i]
		k.Starts, k.Stops, k.To = all(k.Starts), all(k.Stops), to(k.To)
	}
	for i := range p.Shares {
		p.Shares[i].From, p.Shares[i].Until = all(p.Shares[i].From), all(p.Shares[i].Until)
	}
	for i := range p.Notices {
		p.Notices[i].After = all(p.Notices[i].After)
	}
	if p.Keep != nil {
		p.Keep.After = all(p.Keep.After)
	}
}

// goOn lets the case move in both.
func (d *duel) goOn() {
	d.Helper()
	c, err := d.engine.Move(d.then, d.now)
	code := d.reader.Move(d.thenRead, d.now)
	d.note("%s: the case in %q moves: %s", d.now.Format(stamp), d.engine.State, code)
	if got := string(fault.CodeOf(err)); got != code {
		d.differ("the engine moves it: %q (%v), and the second reader: %q", got, err, code)
	}
	if code != "" {
		d.codes[code]++
		return
	}
	d.world.moved++
	d.engine, d.m, d.a, d.then = c, d.then, d.thenRead, nil
	d.p = d.m.Procedure(d.p.ID)
	d.compare()
}
