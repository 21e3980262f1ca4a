package casework

import (
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
)

// title gives a thing's title, or its identifier in words where the text gives none.
func title[T ~string](t string, id T) string {
	if t != "" {
		return t
	}
	return words(id)
}

// words writes an identifier as a person reads it: "act-at-once" as "act at once".
func words[T ~string](id T) string { return plain.Replace(string(id)) }

var plain = strings.NewReplacer("-", " ", "_", " ")

// list writes identifiers one after another for a remedy.
func list[T ~string](ids []T) string {
	if len(ids) == 0 {
		return "none"
	}
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = string(id)
	}
	return strings.Join(parts, ", ")
}

func sideIDs(p *agreement.Procedure) []agreement.SideID {
	ids := make([]agreement.SideID, len(p.Sides))
	for i := range p.Sides {
		ids[i] = p.Sides[i].ID
	}
	return ids
}

func (c *Case) roleTitle(id agreement.RoleID) string { return roleTitle(c.Model, id) }

func roleTitle(m *agreement.Model, id agreement.RoleID) string {
	if r := m.Role(id); r != nil {
		return title(r.Title, id)
	}
	return words(id)
}

// actors names who a step belongs to: "judge of the side requested".
func (c *Case) actors(by []agreement.Actor) string {
	parts := make([]string, len(by))
	for i, a := range by {
		parts[i] = c.roleTitle(a.Role)
		if a.Side != "" {
			parts[i] += " of the side " + words(a.Side)
		}
	}
	return strings.Join(parts, " or ")
}

func (c *Case) stateTitle(id agreement.StateID) string {
	if s := c.Procedure.State(id); s != nil {
		return title(s.Title, id)
	}
	return words(id)
}

// states names several states, quoted.
func (c *Case) states(ids []agreement.StateID) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = "“" + c.stateTitle(id) + "”"
	}
	return strings.Join(parts, " or ")
}

// instant writes a time in the agreement's zone, to the second that a person acts upon.
func (c *Case) instant(t time.Time) string {
	return t.In(c.Model.Location()).Format("2 January 2006 15:04:05 MST")
}
