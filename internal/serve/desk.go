package serve

import (
	"net/http"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/desk"
)

// Desk gives the pages of the node: the desk of its people, and the public ones.
func (s *Serving) Desk(o desk.Options) (http.Handler, error) {
	if o.Name == "" {
		o.Name = s.Home.Name
	}
	if s.Home.World == agreement.WorldExercise {
		o.Tour, o.Personas = tourIn(s.Home.Dir), true
	}
	return desk.New(s.Node, o)
}
