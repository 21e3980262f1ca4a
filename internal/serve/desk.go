package serve

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/openid"
)

// Desk gives the pages of the node: the desk of its people, and the public ones.
func (s *Serving) Desk(o desk.Options) (http.Handler, error) {
	if o.Name == "" {
		o.Name = s.Home.Name
	}
	if s.Home.World == agreement.WorldExercise {
		o.Tour, o.Personas = tourIn(s.Home.Dir), true
	}
	// Where browsers come over TLS, their cookies go over nothing else.
	o.Secure = o.Secure || strings.HasPrefix(s.Home.Origin, "https://")
	for i := range s.Home.OpenID {
		p, err := s.provider(i)
		if err != nil {
			return nil, err
		}
		o.OpenID = append(o.OpenID, p)
	}
	return desk.New(s.Node, o)
}

// provider reads one of the settings' providers of logins, and its secret from the file that the settings name.
func (s *Serving) provider(i int) (*openid.Provider, error) {
	p := &openid.Provider{Provider: s.Home.OpenID[i]}
	if err := p.Check(s.Home.World); err != nil {
		return nil, err
	}
	if p.SecretFile == "" {
		return p, nil
	}
	if !filepath.IsLocal(p.SecretFile) {
		return nil, fault.New(fault.Invalid, "the secret of the provider %s does not lie in the node's folder", p.ID).Mend("name a file below it")
	}
	b, err := os.ReadFile(filepath.Join(s.Home.Dir, p.SecretFile))
	if err != nil {
		return nil, fault.New(fault.NotFound, "the secret of the provider %s is not there", p.ID).Mend("put it into %s", p.SecretFile).Wrap(err)
	}
	p.Secret = strings.TrimSpace(string(b))
	return p, nil
}
