package casework

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// The bounds of one simulation.
const (
	maxPlayed = 20_000 // cases
	maxCourse = 1_000  // acts and silences of one case
)

// Report is how an exercise went.
type Report struct {
	Drill   agreement.DrillID `json:"drill"`
	Title   string            `json:"title"`
	Seed    uint64            `json:"seed"`
	From    time.Time         `json:"from"`
	Until   time.Time         `json:"until"`
	Cases   []PlayedCases     `json:"cases"`   // for each procedure of a load, in the order of the loads
	Clocks  []PlayedClock     `json:"clocks"`  // of those procedures, in the order of the text
	Figures []Figure          `json:"figures"` // the drill's measures at its end, without disclosure control: its persons are invented
}

// PlayedCases says where the cases of a procedure stand at the end.
type PlayedCases struct {
	Procedure agreement.ProcedureID `json:"procedure"`
	Title     string                `json:"title"`
	Opened    int                   `json:"opened"`
	Refused   int                   `json:"refused"`           // could not be opened, because …
	Because   string                `json:"because,omitempty"` // … of the first of them
	Stand     []StandsAt            `json:"stand"`             // in the order of the procedure's states
}

// StandsAt is how many cases stand in a state.
type StandsAt struct {
	State agreement.StateID `json:"state"`
	Title string            `json:"title"`
	Cases int               `json:"cases"`
}

// PlayedClock says how often a clock began, and how often it ran out.
type PlayedClock struct {
	Procedure agreement.ProcedureID `json:"procedure"`
	Clock     agreement.ClockID     `json:"clock"`
	Title     string                `json:"title"`
	Began     int                   `json:"began"`
	Lapsed    int                   `json:"lapsed"`
	Running   int                   `json:"running"` // still, at the end of the drill
}

// Simulate plays a drill on the engine, from noon of the agreement's first day on. The same text, drill and seed give
// the same report.
//
// Each load opens its cases at moments drawn evenly from each of its periods, by a drawn party that may. In every state a
// role waits its actor's answering time, plus the time for which its party is cut off, stopped or away meanwhile, and
// takes the first step of the text that it may take, that leads to another state, and that was not taken in this case
// before; who has drawn not to answer stays silent in that state. Nobody who has no actor answers. Every act is another
// person's, choices and grounds are drawn, other values are samples, and outside facts are 0. What is drawn depends on
// the case and the actor alone, so that one changed time limit does not change the luck of all others.
//
// Refused with too-large where more than 20,000 cases would be opened, or a case never ends.
func Simulate(m *agreement.Model, d *agreement.Drill, seed uint64) (Report, error) {
	_, r, err := simulate(m, d, seed)
	return r, err
}

func simulate(m *agreement.Model, d *agreement.Drill, seed uint64) (*simulation, Report, error) {
	loc := m.Location()
	start := m.Starts.Midnight(loc).Add(12 * time.Hour).UTC()
	s := &simulation{model: m, drill: d, seed: seed, start: start, end: m.After(d.Lasts, start), clocks: map[clockKey]*PlayedClock{}, waits: map[CaseID]*waits{}}
	s.outages = s.away()
	r := Report{Drill: d.ID, Title: d.Title, Seed: seed, From: start, Until: s.end, Cases: []PlayedCases{}, Clocks: []PlayedClock{}, Figures: []Figure{}}
	for i := range d.Loads {
		if err := s.load(&r, &d.Loads[i]); err != nil {
			return nil, Report{}, err
		}
	}
	for i := range r.Cases {
		p := m.Procedure(r.Cases[i].Procedure)
		for j := range p.States {
			st := &p.States[j]
			if n := s.standing(p, st.ID); n > 0 {
				r.Cases[i].Stand = append(r.Cases[i].Stand, StandsAt{st.ID, title(st.Title, st.ID), n})
			}
		}
		for j := range p.Clocks {
			k := &p.Clocks[j]
			played := PlayedClock{Procedure: p.ID, Clock: k.ID, Title: title(k.Title, k.ID)}
			if c := s.clocks[clockKey{p.ID, k.ID}]; c != nil {
				played.Began, played.Lapsed, played.Running = c.Began, c.Lapsed, c.Running
			}
			r.Clocks = append(r.Clocks, played)
		}
	}
	for _, id := range d.Measures {
		found := m.Indicator(id)
		if found == nil {
			return nil, Report{}, fault.Refuse(fault.NotFound, string(d.Article), "there is no indicator %q", id).Mend("let the drill measure one of the agreement's indicators")
		}
		x := *found
		x.Minimum, x.Rounds, x.Budget = 0, 0, ""
		f, err := Measure(m, &x, Population{Cases: slices.Values(s.cases)}, s.end, nil)
		if err != nil {
			return nil, Report{}, err
		}
		r.Figures = append(r.Figures, f)
	}
	return s, r, nil
}

type clockKey struct {
	procedure agreement.ProcedureID
	clock     agreement.ClockID
}

type simulation struct {
	model      *agreement.Model
	drill      *agreement.Drill
	seed       uint64
	start, end time.Time
	outages    map[agreement.PartyID][]outage
	cases      []*Case
	tried      int // cases that were to be opened
	clocks     map[clockKey]*PlayedClock
	waits      map[CaseID]*waits
}

// outage is a time in which a party does nothing.
type outage struct{ from, until time.Time }

// away gives the outages of each party in their order, those that touch as one.
func (s *simulation) away() map[agreement.PartyID][]outage {
	all := map[agreement.PartyID][]outage{}
	for _, e := range s.drill.Events {
		if e.Party != "" {
			from := s.model.After(e.At, s.start)
			all[e.Party] = append(all[e.Party], outage{from, s.model.After(e.Lasts, from)})
		}
	}
	for _, p := range slices.Sorted(maps.Keys(all)) {
		list := all[p]
		slices.SortFunc(list, func(a, b outage) int { return a.from.Compare(b.from) })
		merged := list[:1]
		for _, o := range list[1:] {
			if last := &merged[len(merged)-1]; !o.from.After(last.until) {
				if o.until.After(last.until) {
					last.until = o.until
				}
				continue
			}
			merged = append(merged, o)
		}
		all[p] = merged
	}
	return all
}

// ready is when a party that begins at an instant has done what takes it so long.
func (s *simulation) ready(p agreement.PartyID, since time.Time, takes agreement.Period) time.Time {
	at := s.model.After(takes, since)
	for _, o := range s.outages[p] {
		if o.until.After(since) && !o.from.After(at) {
			begins := o.from
			if begins.Before(since) {
				begins = since
			}
			at = at.Add(o.until.Sub(begins))
		}
	}
	return at
}

// draw gives a source of chance that depends on the seed and on what it is drawn for, and on nothing else.
func (s *simulation) draw(what ...any) *rand.Rand {
	h := sha256.New()
	_ = binary.Write(h, binary.BigEndian, s.seed)
	fmt.Fprintf(h, "%q", what)
	return rand.New(rand.NewChaCha8([32]byte(h.Sum(nil))))
}

// load opens and plays the cases of a load.
func (s *simulation) load(r *Report, l *agreement.Load) error {
	p := s.model.Procedure(l.Procedure)
	if p == nil {
		return fault.Refuse(fault.NoSuchStep, string(s.drill.Article), "there is no procedure %q", l.Procedure).Mend("let the load name one of the agreement's procedures")
	}
	i := slices.IndexFunc(r.Cases, func(c PlayedCases) bool { return c.Procedure == l.Procedure })
	if i < 0 {
		i, r.Cases = len(r.Cases), append(r.Cases, PlayedCases{Procedure: p.ID, Title: title(p.Title, p.ID), Stand: []StandsAt{}})
	}
	for from := s.start; from.Before(s.end); {
		_, until, ok := s.model.Row(l.Every, s.start, from)
		if !ok {
			break
		}
		for range l.Count {
			if s.tried++; s.tried > maxPlayed {
				return fault.Refuse(fault.TooLarge, string(s.drill.Article), "the drill opens more than %d cases", maxPlayed).Mend("let it last shorter, or the loads be smaller")
			}
			chance := s.draw("open", l.ID, s.tried)
			at := from.Add(time.Duration(chance.Int64N(max(1, int64(until.Sub(from)/tick)))) * tick)
			if at.After(s.end) {
				continue
			}
			c, step, err := s.open(p, at, chance)
			if err != nil {
				if r.Cases[i].Refused++; r.Cases[i].Because == "" {
					r.Cases[i].Because = err.Error()
				}
				continue
			}
			r.Cases[i].Opened++
			if c, err = s.play(c, step); err != nil {
				return err
			}
			s.cases = append(s.cases, c)
		}
		from = until
	}
	return nil
}

func (s *simulation) standing(p *agreement.Procedure, state agreement.StateID) int {
	n := 0
	for _, c := range s.cases {
		if c.Procedure.ID == p.ID && c.State == state {
			n++
		}
	}
	return n
}

// open lets a drawn party open a case against drawn others.
func (s *simulation) open(p *agreement.Procedure, at time.Time, chance *rand.Rand) (*Case, agreement.StepID, error) {
	type opener struct {
		step  *agreement.Step
		by    agreement.Actor
		party agreement.PartyID
	}
	var all []opener
	for i := range p.Steps {
		for _, by := range p.Steps[i].By {
			for _, party := range s.model.Role(by.Role).Held {
				if len(p.Steps[i].From) == 0 && canStand(s.model, p, by.Side, party) {
					all = append(all, opener{&p.Steps[i], by, party})
				}
			}
		}
	}
	if len(all) == 0 {
		return nil, "", fault.Refuse(fault.NoSuchStep, string(p.Article), "nobody can open a case of %s", title(p.Title, p.ID))
	}
	o := all[chance.IntN(len(all))]
	bound := map[agreement.SideID]agreement.PartyID{}
	if o.by.Side != "" {
		bound[o.by.Side] = o.party
	}
	s.bind(p, bound, chance)
	at = s.ready(o.party, at, agreement.Period{})
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %d", s.seed, s.tried))
	mv := s.move(p, o.step, o.by.Side, Actor{o.party, o.by.Role, Pseudonym("opener")}, at, chance)
	c, err := Open(s.model, CaseID(hex.EncodeToString(sum[:16])), p.ID, bound, mv)
	return c, o.step.ID, err
}

// bind fills the sides that are open with drawn parties; false where they cannot be filled.
func (s *simulation) bind(p *agreement.Procedure, bound map[agreement.SideID]agreement.PartyID, chance *rand.Rand) bool {
	i := slices.IndexFunc(p.Sides, func(x agreement.Side) bool { return bound[x.ID] == "" })
	if i < 0 {
		return true
	}
	fit := slices.Clone(candidates(s.model, p, &p.Sides[i], bound))
	chance.Shuffle(len(fit), func(i, j int) { fit[i], fit[j] = fit[j], fit[i] })
	for _, party := range fit {
		if bound[p.Sides[i].ID] = party; s.bind(p, bound, chance) {
			return true
		}
	}
	delete(bound, p.Sides[i].ID)
	return false
}

// move fills in a step.
func (s *simulation) move(p *agreement.Procedure, step *agreement.Step, side agreement.SideID, a Actor, at time.Time, chance *rand.Rand) Move {
	mv := Move{
		Step: step.ID, Side: side, Party: a.Party, Role: a.Role, Person: a.Person, Personal: true, Received: at,
		Values: map[agreement.FieldID]any{}, Facts: map[string]any{},
	}
	for _, in := range Form(s.model, p, step) {
		f := in.Field
		mv.Gives, mv.Values[f.ID] = append(mv.Gives, f.ID), Sample(s.model, f)
		if f.Type == agreement.TypeChoice && len(f.Choices) > 0 {
			mv.Values[f.ID] = f.Choices[chance.IntN(len(f.Choices))]
		}
	}
	if len(step.Grounds) > 0 {
		mv.Ground = step.Grounds[chance.IntN(len(step.Grounds))]
	}
	for _, name := range step.When.Facts {
		mv.Facts[name] = 0.0
	}
	return mv
}
