package agreement

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// partyList gives a list of parties. A role in it stands for the parties that may fill the role, in the order in
// which the text declares them; whom the list already has is not listed again. One reference alone stands for a
// list of one.
func (b *body) partyList(name string, need bool) []PartyID {
	var out []PartyID
	var roles []string
	for _, e := range b.elements(name, need) {
		if parts := dotted(e); len(parts) != 2 || parts[0] != "party" && parts[0] != "role" {
			b.wrong(e.Range(), name, "a reference to a party, or to a role for the parties that hold it", "party.name, or role.name")
			continue
		} else if parts[0] == "role" {
			out = b.roleParties(e, name, &roles, out)
			continue
		}
		id, ok := b.resolve(e, name, "party", b.c.declared["party"])
		if !ok {
			continue
		}
		if at, listed := b.c.where[b.path+"/"+name+"/"+id]; listed && slices.Contains(out, PartyID(id)) && namesParty(b.c.src.text, at) {
			b.c.on(CodeValueTwice, e.Range(), "party.%s stands twice", id).mend("remove one of them")
			continue
		}
		b.note(name, id, e)
		if !slices.Contains(out, PartyID(id)) {
			out = append(out, PartyID(id))
		}
	}
	return out
}

// roleParties adds the parties of a role that a list names.
func (b *body) roleParties(e hclsyntax.Expression, name string, roles *[]string, out []PartyID) []PartyID {
	role, ok := b.resolve(e, name, "role", b.c.declared["role"])
	if !ok {
		return out
	}
	if slices.Contains(*roles, role) {
		b.c.on(CodeValueTwice, e.Range(), "role.%s stands twice", role).mend("remove one of them")
		return out
	}
	*roles = append(*roles, role)
	trail := []string{}
	if b.block.Type == "role" {
		trail = append(trail, b.label())
	}
	held, circle := b.c.holders(role, trail)
	if circle != nil {
		b.c.on(CodeRoleCycle, e.Range(), "the role %q is held by whoever holds it: %s", circle[0], strings.Join(circle, ", ")).
			mend("name parties in one of them")
		return out
	}
	for _, p := range held {
		if !slices.Contains(out, p) {
			out = append(out, p)
			b.note(name, string(p), e)
		}
	}
	return out
}

// namesParty says whether the text at a place names a party, and not a role.
func namesParty(text []byte, at hcl.Range) bool {
	return strings.HasPrefix(string(text[at.Start.Byte:at.End.Byte]), "party")
}

// holders gives the parties that may fill a role, in the order in which the text declares them, straight from the
// text: the block may come later. What is wrong with it is reported where it is read. The trail are the roles on
// the way here; a circle is the roles that name each other.
func (c *compiler) holders(role string, trail []string) (held []PartyID, circle []string) {
	if at := slices.Index(trail, role); at >= 0 {
		return nil, append(slices.Clone(trail[at:]), role)
	}
	if held, known := c.heldBy[role]; known {
		return held, nil
	}
	trail = append(slices.Clone(trail), role)
	found := map[string]bool{}
	for _, r := range c.rules {
		if r.block.Type != "role" || len(r.block.Labels) != 1 || r.block.Labels[0] != role || r.block.Body.Attributes["held_by"] == nil {
			continue
		}
		list := []hclsyntax.Expression{r.block.Body.Attributes["held_by"].Expr}
		if t, ok := list[0].(*hclsyntax.TupleConsExpr); ok {
			list = t.Exprs
		}
		for _, e := range list {
			switch parts := dotted(e); {
			case len(parts) != 2:
			case parts[0] == "party":
				found[parts[1]] = true
			case parts[0] == "role":
				more, circle := c.holders(parts[1], trail)
				if circle != nil {
					return nil, circle
				}
				for _, p := range more {
					found[string(p)] = true
				}
			}
		}
	}
	for _, r := range c.rules {
		if r.block.Type == "party" && found[r.block.Labels[0]] {
			held = append(held, PartyID(r.block.Labels[0]))
		}
	}
	c.heldBy[role] = held
	return held, nil
}
