package scenario

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// Wrong is a sentence that does not come out, or one that cannot be played.
type Wrong struct {
	Line    int    `json:"line"`
	Text    string `json:"text"`
	Message string `json:"message"`
}

func (w Wrong) String() string { return fmt.Sprintf("line %d: %s: %s", w.Line, w.Text, w.Message) }

// Stage is where a story is played: the engine, or the nodes of a world. Instants come in order; cases are named by their
// places in Story.Cases.
type Stage interface {
	// Model is the text under which a case is now, or would be opened.
	Model(of int) *agreement.Model
	// At lets an instant come, and all that is due by then happen.
	At(t time.Time) error
	// Take takes an act, and says why it is refused.
	Take(of int, a *Act) error
	// Case is a case as it stands; nil before the act that opens it.
	Case(of int) *casework.Case
	// Last is the index of the last act that was taken, among the case's.
	Last(of int) int
	// Open are the steps that are open to somebody.
	Open(of int, a casework.Actor) ([]agreement.StepID, error)
	// Seen are the fields that somebody sees.
	Seen(of int, a casework.Actor) ([]agreement.FieldID, error)
	// Now is the stage's instant: on nodes acts that follow each other have instants of their own, however still the story's stands.
	Now() time.Time
	// Stands is how the agreement stands beside its cases; asked of stories whose cases have names alone.
	Stands() *casework.Standing
}

// Act is an act of a story, whole: what the story does not say is invented.
type Act struct {
	Step     agreement.StepID
	Side     agreement.SideID // "": of no side
	Party    agreement.PartyID
	Role     agreement.RoleID
	Person   string
	Ground   string
	Values   map[agreement.FieldID]any
	Facts    map[string]any // that the story states
	Unsigned bool           // the story is about the missing signature
}

// Play plays a story on the engine and gives every sentence that does not come out. After an act that could not be
// taken the rest is not played: it would speak of another case. amended are the texts of Story.Amended; each comes into force with
// its first day, and the case moves there where the text says so.
func Play(m *agreement.Model, s *Story, amended ...*agreement.Model) []Wrong {
	e := newEngine(m, s)
	for i, a := range amended {
		before := m
		if i > 0 {
			before = amended[i-1]
		}
		if !a.TakesPlaceOf(before) {
			return []Wrong{{Line: 1, Text: s.Title, Message: fmt.Sprintf("%s does not say that it amends version %q of %q", s.Amended[i], before.Version, before.ID)}}
		}
		e.later = append(e.later, casework.Successor{Model: a, From: casework.InForceFrom(a, time.Time{})})
	}
	p := NewPlayer(s, e)
	for p.More() {
		p.Next()
	}
	return p.Wrong()
}

// Player plays a story on a stage, instant by instant, so that several stories can be played beside each other.
type Player struct {
	s      *Story
	stage  Stage
	now    time.Time
	of     int // the case that the story is about
	line   int // the next
	out    []Wrong
	broken bool
}

// NewPlayer begins a story.
func NewPlayer(s *Story, stage Stage) *Player {
	p := &Player{s: s, stage: stage}
	for i, c := range s.Cases {
		if stage.Model(i).Procedure(c.Procedure) == nil {
			p.out, p.broken = []Wrong{{Line: 1, Text: s.Title, Message: fmt.Sprintf("the agreement has no procedure %q", c.Procedure)}}, true
		}
	}
	return p
}

// More says whether something of the story is still to come. After an act that could not be taken nothing is.
func (p *Player) More() bool { return !p.broken && p.line < len(p.s.Lines) }

// Wrong are the sentences that did not come out so far.
func (p *Player) Wrong() []Wrong { return p.out }

// When is the instant of what comes next; false where the story's next line names none that can be read.
func (p *Player) When() (time.Time, bool) {
	at, err := p.instant(&p.s.Lines[p.line])
	return at, err == nil
}

// Next plays the next line that names an instant, and what happens then.
func (p *Player) Next() {
	for first := true; p.More(); first = false {
		l := &p.s.Lines[p.line]
		if names := l.Verb == At || l.Verb == After; names && !first {
			return
		}
		p.line++
		if err := p.play(l); err != nil {
			p.out = append(p.out, Wrong{l.Number, l.Text, err.Error()})
			p.broken = l.Verb == Takes || l.Verb == At || l.Verb == After
		}
	}
}

func (p *Player) model() *agreement.Model { return p.stage.Model(p.of) }
func (p *Player) procedure() *agreement.Procedure {
	return p.model().Procedure(p.s.Cases[p.of].Procedure)
}

func (p *Player) sides() map[agreement.SideID]agreement.PartyID {
	return p.s.Cases[p.of].Sides
}

func (p *Player) play(l *Line) error {
	if p.stage.Case(p.of) == nil {
		switch l.Verb {
		case At, After, In, Takes, Refused, InForce, NotInForce, LastDay:
		default:
			return errors.New("no act has opened the case yet")
		}
	}
	switch l.Verb {
	case Takes, Refused, May, Sees:
		_, bound := p.sides()[l.Who.Side]
		if p.model().Role(l.Who.Role) == nil || l.Who.Side != "role" && !bound {
			return fmt.Errorf("there is nobody called %s: a side of the case and a role of the agreement, or role and a role", l.Who)
		}
	}
	switch l.Verb {
	case At, After:
		at, err := p.instant(l)
		if err != nil {
			return err
		}
		if at.Before(p.now) {
			return errors.New("a story does not go back in time")
		}
		p.now = at
		return p.stage.At(at)
	case Takes:
		if err := p.try(l); err != nil {
			return fmt.Errorf("it is refused: %s [%s]", err.Error(), fault.CodeOf(err))
		}
		return nil
	case In:
		p.of = slices.IndexFunc(p.s.Cases, func(c Case) bool { return c.Name == l.Case })
		return nil
	case InForce, NotInForce, LastDay:
		return p.standing(l)
	case Refused:
		return p.refused(l)
	case May:
		open, err := p.stage.Open(p.of, p.actor(l))
		if err != nil {
			return err
		}
		return exactly("what may be done is", words(open), l.Names)
	case Sees:
		open, err := p.stage.Seen(p.of, p.actor(l))
		if err != nil {
			return err
		}
		return exactly("what is seen is", words(open), l.Names)
	case StateIs:
		return same("the case stands at", string(p.stage.Case(p.of).State), string(l.State))
	case ClockEnds, ClockIs:
		return p.clock(l)
	case Destroyed:
		return p.destroyed(l)
	case Effects:
		return p.effects(l)
	}
	return fmt.Errorf("nothing is known about %q", l.Verb)
}

func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}

func same(what, got, want string) error {
	if got != want {
		return fmt.Errorf("%s %q", what, got)
	}
	return nil
}

// instant is when a line says that something happens.
func (p *Player) instant(l *Line) (time.Time, error) {
	if l.Verb == After {
		return p.model().After(l.After, p.now), nil
	}
	at, err := p.wall(l.When)
	return at.UTC(), err
}

func (p *Player) wall(s string) (time.Time, error) { return wallIn(s, p.model().Location()) }

func wallIn(s string, zone *time.Location) (time.Time, error) {
	form := "2006-01-02 15:04"
	if strings.Count(s, ":") == 2 {
		form += ":05"
	}
	return time.ParseInLocation(form, s, zone)
}

// try takes an act, with what the story does not say about it.
func (p *Player) try(l *Line) error {
	m, proc := p.model(), p.procedure()
	step := proc.Step(l.Step)
	if step == nil {
		return fault.New(fault.NoSuchStep, "procedure %s has no step %q", proc.ID, l.Step)
	}
	a := &Act{
		Step: l.Step, Side: l.Who.Side, Party: p.party(l.Who), Role: l.Who.Role, Person: cmp.Or(l.Person, l.Who.String()), Ground: l.Ground,
		Values: map[agreement.FieldID]any{}, Facts: l.Facts, Unsigned: l.Code == string(fault.PersonalMissing),
	}
	if l.Who.Side == "role" {
		a.Side = ""
	}
	for f, v := range l.Values {
		if v != nil {
			a.Values[agreement.FieldID(f)] = v
		}
	}
	for _, in := range casework.Form(m, proc, step) {
		if _, said := l.Values[string(in.Field.ID)]; !said && in.Required {
			a.Values[in.Field.ID] = casework.Sample(m, in.Field)
		}
	}
	if a.Ground == "" && len(step.Grounds) > 0 && l.Code != string(fault.GroundUnknown) {
		a.Ground = step.Grounds[0]
	}
	return p.stage.Take(p.of, a)
}

// party is who an actor of the story is. "role.name" stands for the first party that fills the role.
func (p *Player) party(a agreement.Actor) agreement.PartyID {
	if party, bound := p.sides()[a.Side]; bound {
		return party
	}
	if r := p.model().Role(a.Role); a.Side == "role" && r != nil && len(r.Held) > 0 {
		return r.Held[0]
	}
	return ""
}

func (p *Player) actor(l *Line) casework.Actor {
	return casework.Actor{Party: p.party(l.Who), Role: l.Who.Role}
}

func (p *Player) refused(l *Line) error {
	err := p.try(l)
	var e *fault.Error
	switch {
	case err == nil:
		return errors.New("it is permitted")
	case !errors.As(err, &e) || string(e.Code) != l.Code:
		return fmt.Errorf("it is refused because of %s: %w", fault.CodeOf(err), err)
	case l.Article != "" && e.Article != string(l.Article):
		return fmt.Errorf("it is refused under Article %s", e.Article)
	}
	return nil
}

// exactly compares two lists as sets.
func exactly(what string, got, want []string) error {
	g, w := slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))
	if slices.Equal(g, w) {
		return nil
	}
	if len(g) == 0 {
		return fmt.Errorf("%s nothing", what)
	}
	return fmt.Errorf("%s %s", what, strings.Join(g, ", "))
}

func (p *Player) clock(l *Line) error {
	if p.procedure().Clock(l.Clock) == nil {
		return fmt.Errorf("there is no clock %q", l.Clock)
	}
	status := "never began"
	for _, r := range p.stage.Case(p.of).Clocks {
		if r.Clock != l.Clock {
			continue
		}
		if l.Verb == ClockEnds {
			want, err := p.wall(l.When)
			if err != nil {
				return err
			}
			// A limit that is rounded ends with the last instant of its day, which a story writes as the next midnight.
			// Nodes order what happens in one instant by a microsecond each.
			if off := r.Due.Sub(want); off < -time.Microsecond || off > time.Millisecond {
				return fmt.Errorf("it ends %s", r.Due.In(p.model().Location()).Format("2006-01-02 15:04:05.999999"))
			}
			return nil
		}
		status = map[casework.Status]string{
			casework.StatusRuns: "runs", casework.StatusStopped: "has stopped", casework.StatusSealed: "is sealed", casework.StatusLapsed: "has lapsed",
		}[r.Status]
		if !r.Paused.IsZero() {
			status = "stands still"
		}
	}
	if l.Verb == ClockEnds {
		return errors.New("it never began")
	}
	return same("it", status, l.Status)
}

func (p *Player) destroyed(l *Line) error {
	var gone []string
	c := p.stage.Case(p.of)
	for f := range c.Given {
		// Nobody sees what is destroyed, its giver no more than others.
		t := c.Taken[c.Given[f]]
		if fault.CodeOf(c.Sees(casework.Actor{Party: t.Party, Role: t.Role}, f, p.now)) == fault.Erased {
			gone = append(gone, string(f))
		}
	}
	return exactly("what is destroyed is", gone, l.Names)
}
