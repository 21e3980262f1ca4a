package world

import (
	"context"
	"time"

	"github.com/entente-net/entente/internal/scenario"
)

// Strand is one of several things that happen beside each other in a world: a case, or what somebody does every week.
type Strand interface {
	// When is the instant of what comes next; false: nothing does.
	When() (time.Time, bool)
	// Next lets it happen. The world's clock may be anywhere before.
	Next(ctx context.Context) error
}

// Perform lets strands happen, each thing at its instant, in the order of the strands where two fall together. The
// world's clock is never set back: a strand that begins before now is played now. progress, where it is not nil, hears how far it is.
func (w *Inside) Perform(ctx context.Context, strands []Strand, progress func(at time.Time)) error {
	for {
		var first Strand
		var when time.Time
		for _, s := range strands {
			if at, ok := s.When(); ok && (first == nil || at.Before(when)) {
				first, when = s, at
			}
		}
		if first == nil {
			return nil
		}
		if err := first.Next(ctx); err != nil {
			return err
		}
		if progress != nil {
			progress(when)
		}
	}
}

// Telling is a story on its way through a world.
type Telling struct {
	Name   string
	Scene  *Scene
	player *scenario.Player
}

// NewTelling begins a story on the nodes.
func NewTelling(name string, s *scenario.Story, scene *Scene) *Telling {
	return &Telling{Name: name, Scene: scene, player: scenario.NewPlayer(s, scene)}
}

// When is the story's next instant.
func (t *Telling) When() (time.Time, bool) {
	if !t.player.More() {
		return time.Time{}, false
	}
	return t.player.When()
}

// Next plays the story up to the instant after. Sentences that do not come out are no errors: see Wrong.
func (t *Telling) Next(context.Context) error {
	t.player.Next()
	return nil
}

// Wrong are the sentences that did not come out.
func (t *Telling) Wrong() []scenario.Wrong { return t.player.Wrong() }

// Beats are things that happen at instants of their own, in order.
type Beats []Beat

// Beat is one of them.
type Beat struct {
	At   time.Time
	Does func(ctx context.Context) error
}

// rehearsed is a strand of beats.
type rehearsed struct {
	w     *Inside
	beats Beats
}

// Strand makes beats, which stand in the order of their instants, one of the things that happen.
func (w *Inside) Strand(beats Beats) Strand { return &rehearsed{w, beats} }

func (r *rehearsed) When() (time.Time, bool) {
	if len(r.beats) == 0 {
		return time.Time{}, false
	}
	return r.beats[0].At, true
}

func (r *rehearsed) Next(ctx context.Context) error {
	b := r.beats[0]
	r.beats = r.beats[1:]
	if b.At.After(r.w.Now()) {
		if err := r.w.SetClock(ctx, b.At); err != nil {
			return err
		}
	}
	if err := b.Does(ctx); err != nil {
		return err
	}
	return r.w.Rest(ctx)
}
