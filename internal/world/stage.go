package world

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/scenario"
)

// Part is somebody of a story.
type Part struct {
	Story     *scenario.Story
	Agreement agreement.ID
	Party     agreement.PartyID
	Role      agreement.RoleID
	Alias     string // as whom the story lets them act; "side.role" where it does not say, "" for somebody who only looks on
}

func (p Part) who() string {
	for _, c := range p.Story.Cases {
		for side, party := range c.Sides {
			if party == p.Party && p.Alias == string(side)+"."+string(p.Role) {
				return p.Alias
			}
		}
	}
	return "role." + string(p.Role)
}

// Casting says who of a party's people plays a part.
type Casting func(ctx context.Context, p Part) (*auth.Person, error)

// Scene is a story played on the nodes of a world, by its people.
type Scene struct {
	w     *Inside
	ctx   context.Context //nolint:containedctx // of the playing
	story *scenario.Story
	casts Casting
	deal  agreement.ID
	model *agreement.Model
	cases []onNodes // as the story's
}

// onNodes is one case of a scene.
type onNodes struct {
	id     casework.CaseID // "" before it is opened
	last   int
	opened *auth.Person
}

// NewScene begins a story under one of the world's agreements.
func (w *Inside) NewScene(ctx context.Context, id agreement.ID, s *scenario.Story, casts Casting) (*Scene, error) {
	text, ok := w.Texts[id]
	if !ok {
		return nil, fault.New(fault.NotFound, "nobody in this world has signed the agreement %s", id)
	}
	m, err := w.library.Compile(text)
	if err != nil {
		return nil, err
	}
	return &Scene{w: w, ctx: ctx, story: s, casts: casts, deal: id, model: m, cases: make([]onNodes, len(s.Cases))}, nil
}

// Model is the agreement's.
func (s *Scene) Model(int) *agreement.Model { return s.model }

// Last is the index of the last act.
func (s *Scene) Last(of int) int { return s.cases[of].last }

// At lets time pass in the whole world.
func (s *Scene) At(t time.Time) error {
	if !t.After(s.w.Now()) {
		return nil
	}
	return s.w.SetClock(s.ctx, t)
}

// Take lets one of the cast take a step at the own node.
func (s *Scene) Take(of int, a *scenario.Act) error {
	for f := range a.Facts {
		return fmt.Errorf("nodes find %s themselves", f)
	}
	if a.Unsigned {
		return fault.New(fault.PersonalMissing, "a node of an exercise signs for its people")
	}
	who, err := s.casts(s.ctx, Part{s.story, s.deal, a.Party, a.Role, a.Person})
	if err != nil {
		return err
	}
	c := &s.cases[of]
	req := node.StepRequest{Agreement: s.deal, Case: c.id, Step: a.Step, Side: a.Side, Role: a.Role, Values: a.Values, Ground: a.Ground}
	if c.id == "" {
		req.Procedure, req.Sides = s.story.Cases[of].Procedure, s.story.Cases[of].Sides
	}
	res, err := s.w.Node(a.Party).Step(s.ctx, who, req)
	if err != nil {
		return err
	}
	if res.Number == 0 {
		return fault.New(fault.PeerAway, "home has not answered")
	}
	if c.id == "" {
		c.id, c.opened = res.Case, who
	}
	if err := s.w.Rest(s.ctx); err != nil {
		return err
	}
	if s.story.Cases[of].Name != "" {
		// Acts of one case have instants of their own, however still the clock stands; what they do to the agreement counts from then on.
		if err := s.w.SetClock(s.ctx, s.w.Now().Add(20*time.Microsecond)); err != nil {
			return err
		}
	}
	if now := s.Case(of); now != nil {
		c.last = len(now.Taken) - 1
	}
	return nil
}

// Case is a case as its opener's node has it.
func (s *Scene) Case(of int) *casework.Case {
	c := &s.cases[of]
	if c.id == "" {
		return nil
	}
	v, err := s.w.Node(c.opened.Party).Case(s.ctx, c.opened, c.id)
	if err != nil {
		return nil
	}
	return v.Case
}

// ID is a case's name, "" before it is opened.
func (s *Scene) ID(of int) casework.CaseID { return s.cases[of].id }

// Now is what the world's clocks show.
func (s *Scene) Now() time.Time { return s.w.Now() }

// Stands is how the agreement stands, as the depositary's node knows it.
func (s *Scene) Stands() *casework.Standing {
	return s.w.Node(s.model.Depositary).Standing(s.deal)
}

// look is a case as somebody who has done nothing in it sees it; nil where their node does not have it.
func (s *Scene) look(of int, a casework.Actor) (*node.CaseView, error) {
	who, err := s.casts(s.ctx, Part{s.story, s.deal, a.Party, a.Role, ""})
	if err != nil {
		return nil, err
	}
	v, err := s.w.Node(a.Party).Case(s.ctx, who, s.cases[of].id)
	if fault.CodeOf(err) == fault.NotFound {
		return nil, nil
	}
	return v, err
}

// Open are the steps that the own node offers somebody.
func (s *Scene) Open(of int, a casework.Actor) (open []agreement.StepID, err error) {
	v, err := s.look(of, a)
	if v == nil || err != nil {
		return nil, err
	}
	for _, o := range v.Options {
		if !slices.Contains(open, o.Step.ID) {
			open = append(open, o.Step.ID)
		}
	}
	return open, nil
}

// Seen are the fields whose values the own node shows somebody.
func (s *Scene) Seen(of int, a casework.Actor) (open []agreement.FieldID, err error) {
	v, err := s.look(of, a)
	if v == nil || err != nil {
		return nil, err
	}
	for f := range v.Values {
		open = append(open, f)
	}
	return open, nil
}
