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

// caseOfStory names the case in which a story plays.
const caseOfStory casework.CaseID = "00000000000000000000000000000001"

// Play plays a story on the engine and gives every sentence that does not come out. After an act that could not be
// taken the rest is not played: it would speak of another case. amended are the texts of Story.Amended; each comes into force with
// its first day, and the case moves there where the text says so.
func Play(m *agreement.Model, s *Story, amended ...*agreement.Model) []Wrong {
	p := &player{m: m, s: s, proc: m.Procedure(s.Procedure)}
	for i, a := range amended {
		before := m
		if i > 0 {
			before = amended[i-1]
		}
		if !a.TakesPlaceOf(before) {
			return []Wrong{{Line: 1, Text: s.Title, Message: fmt.Sprintf("%s does not say that it amends version %q of %q", s.Amended[i], before.Version, before.ID)}}
		}
		p.later = append(p.later, casework.Successor{Model: a, From: casework.InForceFrom(a, time.Time{})})
	}
	if p.proc == nil {
		return []Wrong{{Line: 1, Text: s.Title, Message: fmt.Sprintf("the agreement has no procedure %q", s.Procedure)}}
	}
	for i := range s.Lines {
		l := &s.Lines[i]
		if err := p.line(l); err != nil {
			p.out = append(p.out, Wrong{l.Number, l.Text, err.Error()})
			if l.Verb == Takes || l.Verb == At || l.Verb == After {
				break
			}
		}
	}
	return p.out
}

type player struct {
	m     *agreement.Model
	s     *Story
	proc  *agreement.Procedure
	c     *casework.Case
	now   time.Time
	later []casework.Successor
	last  int // index into Taken of the last act
	out   []Wrong
}

func (p *player) line(l *Line) error {
	if p.c == nil && l.Verb != At && l.Verb != After && l.Verb != Takes && l.Verb != Refused {
		return errors.New("no act has opened the case yet")
	}
	switch l.Verb {
	case Takes, Refused, May, Sees:
		_, bound := p.s.Sides[l.Who.Side]
		if p.m.Role(l.Who.Role) == nil || l.Who.Side != "role" && !bound {
			return fmt.Errorf("there is nobody called %s: a side of the case and a role of the agreement, or role and a role", l.Who)
		}
	}
	switch l.Verb {
	case At:
		return p.moveTo(l.When)
	case After:
		p.now = p.m.After(l.After, p.now)
		p.settle()
		return nil
	case Takes:
		c, err := p.try(l)
		if err != nil {
			return fmt.Errorf("it is refused: %s [%s]", err.Error(), fault.CodeOf(err))
		}
		p.c, p.last = c, len(c.Taken)-1
		return nil
	case Refused:
		return p.refused(l)
	case May:
		return p.may(l)
	case Sees:
		return p.sees(l)
	case StateIs:
		return same("the case stands at", string(p.c.State), string(l.State))
	case ClockEnds, ClockIs:
		return p.clock(l)
	case Destroyed:
		return p.destroyed(l)
	case Effects:
		return p.effects(l)
	}
	return fmt.Errorf("nothing is known about %q", l.Verb)
}

func same(what, got, want string) error {
	if got != want {
		return fmt.Errorf("%s %q", what, got)
	}
	return nil
}

func (p *player) wall(s string) (time.Time, error) {
	form := "2006-01-02 15:04"
	if strings.Count(s, ":") == 2 {
		form += ":05"
	}
	return time.ParseInLocation(form, s, p.m.Location())
}

func (p *player) moveTo(when string) error {
	at, err := p.wall(when)
	if err != nil {
		return err
	}
	if at.Before(p.now) {
		return errors.New("a story does not go back in time")
	}
	p.now = at.UTC()
	p.settle()
	return nil
}

func (p *player) settle() {
	if p.c == nil {
		for _, s := range p.later { // whoever opens a case opens it under the text that is in force
			if !p.now.Before(s.From) {
				p.use(s.Model)
			}
		}
		return
	}
	for {
		at := p.c.NextMove(p.later)
		if at.IsZero() || at.After(p.now) {
			break
		}
		settled := p.c.Settled(at)
		moved := settled.Carried(at, p.later)
		if p.c = moved; moved.Model == settled.Model {
			break // silence ended the case before, or it stays
		}
		p.use(moved.Model)
	}
	p.c = p.c.Settled(p.now)
}

// use lets the rest of the story be about another text.
func (p *player) use(m *agreement.Model) {
	if proc := m.Procedure(p.s.Procedure); proc != nil {
		p.m, p.proc = m, proc
	}
}

// try takes an act on the case as it stands, or on none.
func (p *player) try(l *Line) (*casework.Case, error) {
	step := p.proc.Step(l.Step)
	if step == nil {
		return nil, fault.New(fault.NoSuchStep, "procedure %s has no step %q", p.proc.ID, l.Step)
	}
	mv := casework.Move{
		Step: l.Step, Side: l.Who.Side, Role: l.Who.Role, Party: p.party(l.Who), Person: casework.Pseudonym(cmp.Or(l.Person, l.Who.String())),
		Ground: l.Ground, Personal: l.Code != string(fault.PersonalMissing), Received: p.now, Values: map[agreement.FieldID]any{}, Facts: map[string]any{},
	}
	if l.Who.Side == "role" {
		mv.Side = ""
	}
	for _, f := range sortedNames(l.Values) {
		if v := l.Values[f]; v != nil {
			mv.Gives, mv.Values[agreement.FieldID(f)] = append(mv.Gives, agreement.FieldID(f)), v
		}
	}
	for _, in := range casework.Form(p.m, p.proc, step) {
		if _, said := l.Values[string(in.Field.ID)]; !said && in.Required {
			mv.Gives, mv.Values[in.Field.ID] = append(mv.Gives, in.Field.ID), casework.Sample(p.m, in.Field)
		}
	}
	if mv.Ground == "" && len(step.Grounds) > 0 && l.Code != string(fault.GroundUnknown) {
		mv.Ground = step.Grounds[0]
	}
	for _, f := range step.When.Facts {
		mv.Facts[f] = 0.0
	}
	for f, v := range l.Facts {
		mv.Facts[f] = v
	}
	if p.c == nil {
		return casework.Open(p.m, caseOfStory, p.proc.ID, p.s.Sides, mv)
	}
	return p.c.Take(mv)
}

func sortedNames(m map[string]any) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// party is who an actor of the story is. "role.name" stands for the first party that fills the role.
func (p *player) party(a agreement.Actor) agreement.PartyID {
	if party, bound := p.s.Sides[a.Side]; bound {
		return party
	}
	if r := p.m.Role(a.Role); a.Side == "role" && r != nil && len(r.Held) > 0 {
		return r.Held[0]
	}
	return ""
}

func (p *player) actor(l *Line) casework.Actor {
	return casework.Actor{Party: p.party(l.Who), Role: l.Who.Role}
}

func (p *player) refused(l *Line) error {
	_, err := p.try(l)
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

func (p *player) may(l *Line) error {
	var open []string
	for _, o := range p.c.Options(p.actor(l), p.now) {
		open = append(open, string(o.Step.ID))
	}
	return exactly("what may be done is", open, l.Names)
}

func (p *player) sees(l *Line) error {
	var open []string
	for f := range p.c.Given {
		if p.c.Sees(p.actor(l), f, p.now) == nil {
			open = append(open, string(f))
		}
	}
	return exactly("what is seen is", open, l.Names)
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

func (p *player) clock(l *Line) error {
	if p.proc.Clock(l.Clock) == nil {
		return fmt.Errorf("there is no clock %q", l.Clock)
	}
	status := "never began"
	for _, r := range p.c.Clocks {
		if r.Clock != l.Clock {
			continue
		}
		if l.Verb == ClockEnds {
			want, err := p.wall(l.When)
			if err != nil {
				return err
			}
			// A limit that is rounded ends with the last instant of its day, which a story writes as the next midnight.
			if got := r.Due; !got.Equal(want) && !got.Add(time.Microsecond).Equal(want) {
				return fmt.Errorf("it ends %s", got.In(p.m.Location()).Format("2006-01-02 15:04:05.999999"))
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

func (p *player) destroyed(l *Line) error {
	var gone []string
	for f := range p.c.Given {
		// Nobody sees what is destroyed, its giver no more than others.
		t := p.c.Taken[p.c.Given[f]]
		if fault.CodeOf(p.c.Sees(casework.Actor{Party: t.Party, Role: t.Role}, f, p.now)) == fault.Erased {
			gone = append(gone, string(f))
		}
	}
	return exactly("what is destroyed is", gone, l.Names)
}
