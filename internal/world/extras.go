package world

import (
	"context"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/scenario"
)

// Extras casts people who are there for the stories alone: one for each role, one who looks on, and one for each name that a story gives
// somebody, with all roles in which it lets them act.
func (w *Inside) Extras() Casting {
	known := map[string]*auth.Person{}
	return func(ctx context.Context, p Part) (*auth.Person, error) {
		if w.Members[p.Party] == nil {
			return nil, fault.New(fault.NotFound, "nobody plays %q", p.Party)
		}
		model, err := w.library.Compile(w.Texts[p.Agreement])
		if err != nil {
			return nil, err
		}
		var name string
		roles := []agreement.RoleID{p.Role}
		switch p.Alias {
		case "":
			name = fmt.Sprintf("onlooker.%s.%s", p.Agreement, p.Role)
		case p.who():
			name = fmt.Sprintf("%s.%s", p.Agreement, strings.ReplaceAll(p.Alias, "_", "-"))
		default:
			name = fmt.Sprintf("%x.%s", crc32.ChecksumIEEE([]byte(p.Story.Title)), strings.ToLower(p.Alias))
			for _, l := range p.Story.Lines {
				also := append(slices.Clone(roles), l.Who.Role)
				if l.Person == p.Alias && l.Verb == scenario.Takes && !slices.Contains(roles, l.Who.Role) && auth.CheckRoles(model, p.Party, also) == nil {
					roles = also
				}
			}
		}
		key := string(p.Party) + "/" + name
		if who := known[key]; who != nil && who.Holds(p.Agreement, p.Role) {
			return who, nil
		}
		who, err := Enrol(ctx, w.Node(p.Party), p.Agreement, auth.PersonID(name), name, roles...)
		known[key] = who
		return who, err
	}
}
