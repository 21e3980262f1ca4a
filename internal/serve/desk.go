package serve

import (
	"net/http"

	"github.com/entente-net/entente/internal/desk"
)

// Desk gives the pages of the node: the desk of its people, and the public ones.
func (s *Serving) Desk(o desk.Options) (http.Handler, error) {
	if o.Name == "" {
		o.Name = s.Home.Name
	}
	return desk.New(s.Node, o)
}
