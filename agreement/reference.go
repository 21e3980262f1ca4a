package agreement

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// declare collects the names of all blocks before any is read, so that a rule may name what comes later.
func (c *compiler) declare() {
	c.declared = map[string]map[string]hcl.Range{}
	known := []string{}
	for _, k := range topBlocks {
		c.declared[k] = map[string]hcl.Range{}
		known = append(known, k)
	}
	c.declared["authority"] = map[string]hcl.Range{}
	valid := c.rules[:0]
	for _, r := range c.rules {
		b := c.body(r.block, r.article, "")
		if !slices.Contains(topBlocks, r.block.Type) {
			c.on(CodeBlockUnknown, r.block.TypeRange, "the language has no block %q", r.block.Type).mend("%s", instead(r.block.Type, known, "remove it"))
			c.ghosts[nearest(r.block.Type, known)+" "+b.label()] = true
			continue
		}
		label := blockLabel
		switch r.block.Type {
		case "article":
			label = noLabel
		case "expect":
			label = titleLabel
		}
		if !b.labelled(label) {
			continue
		}
		if label == blockLabel {
			if first, twice := c.declared[r.block.Type][b.label()]; twice {
				line, _ := c.src.place(first.Start.Byte)
				c.on(CodeNameTwice, r.block.LabelRanges[0], "%s already stands in line %d", b.words(), line).mend("give each a name of its own")
				continue
			}
			c.declared[r.block.Type][b.label()] = r.block.LabelRanges[0]
		}
		for _, k := range r.block.Body.Blocks {
			if r.block.Type == "party" && k.Type == "authority" && len(k.Labels) == 1 {
				c.declared["authority"][k.Labels[0]] = k.LabelRanges[0]
			}
		}
		valid = append(valid, r)
	}
	c.rules = valid
	c.noteFields()
}

// dotted gives the parts of a plain reference: party.arland, role.judge.
func dotted(e hclsyntax.Expression) []string {
	t, ok := e.(*hclsyntax.ScopeTraversalExpr)
	if !ok {
		return nil
	}
	parts := []string{t.Traversal.RootName()}
	for _, step := range t.Traversal[1:] {
		a, ok := step.(hcl.TraverseAttr)
		if !ok {
			return nil
		}
		parts = append(parts, a.Name)
	}
	return parts
}

// resolve gives the name that a reference of a kind names, if known holds it.
func (b *body) resolve(e hclsyntax.Expression, name, kind string, known map[string]hcl.Range) (string, bool) {
	parts := dotted(e)
	if len(parts) != 2 || parts[0] != kind {
		b.wrong(e.Range(), name, "a reference to a "+kind, kind+".name")
		return "", false
	}
	if _, ok := known[parts[1]]; !ok && !b.c.ghosts[kind+" "+parts[1]] {
		b.c.on(CodeNameUnknown, e.Range(), "there is no %s %q", kind, parts[1]).
			mend("%s", instead(parts[1], slices.Sorted(maps.Keys(known)), "declare "+kind+" \""+parts[1]+"\""))
		return "", false
	}
	return parts[1], true
}

// reference gives a reference to a top-level block.
func reference[T ~string](b *body, name string, need bool, kind string) T {
	return referenceIn[T](b, name, need, kind, b.c.declared[kind])
}

// referenceIn gives a reference to one of the known names.
func referenceIn[T ~string](b *body, name string, need bool, kind string, known map[string]hcl.Range) T {
	e := b.attr(name, need)
	if e == nil {
		return ""
	}
	id, _ := b.resolve(e, name, kind, known)
	return T(id)
}

// references gives a list of references; one reference alone stands for a list of one.
func references[T ~string](b *body, name string, need bool, kind string) []T {
	return referencesIn[T](b, name, need, kind, b.c.declared[kind])
}

func referencesIn[T ~string](b *body, name string, need bool, kind string, known map[string]hcl.Range) []T {
	var out []T
	for _, e := range b.elements(name, need) {
		id, ok := b.resolve(e, name, kind, known)
		if !ok {
			continue
		}
		if slices.Contains(out, T(id)) {
			b.c.on(CodeValueTwice, e.Range(), "%s.%s stands twice", kind, id).mend("remove one of them")
			continue
		}
		b.note(name, id, e)
		if kind == "role" {
			b.states(stated{name: name, role: RoleID(id)})
		}
		out = append(out, T(id))
	}
	return out
}

// elements gives the elements of a list of references, or the one reference that stands alone.
func (b *body) elements(name string, need bool) []hclsyntax.Expression {
	e := b.attr(name, need)
	switch e := e.(type) {
	case nil:
		return nil
	case *hclsyntax.TupleConsExpr:
		return e.Exprs
	case *hclsyntax.ScopeTraversalExpr:
		return []hclsyntax.Expression{e}
	default:
		b.wrong(e.Range(), name, "a list of references", "[kind.name]")
		return nil
	}
}

// actors gives a list of side.role, or role.name for a role of any party.
func (b *body) actors(name string, need bool, sides map[string]hcl.Range) []Actor {
	var out []Actor
	for _, e := range b.elements(name, need) {
		a, ok := b.actor(e, name, sides)
		if !ok {
			continue
		}
		if slices.Contains(out, a) {
			b.c.on(CodeValueTwice, e.Range(), "%s stands twice", a).mend("remove one of them")
			continue
		}
		b.noteActor(name, a, e)
		out = append(out, a)
	}
	return out
}

// oneActor gives the actor of an attribute that names one.
func (b *body) oneActor(name string, need bool, sides map[string]hcl.Range) (Actor, bool) {
	e := b.attr(name, need)
	if e == nil {
		return Actor{}, false
	}
	a, ok := b.actor(e, name, sides)
	b.noteActor(name, a, e)
	return a, ok
}

func (b *body) noteActor(name string, a Actor, e hclsyntax.Expression) {
	if b.c.where != nil {
		b.note(name, a.String(), e)
	}
}

func (b *body) actor(e hclsyntax.Expression, name string, sides map[string]hcl.Range) (Actor, bool) {
	parts := dotted(e)
	if len(parts) != 2 {
		b.wrong(e.Range(), name, "a role on a side", "requesting.prosecutor, or role.prosecutor for any party")
		return Actor{}, false
	}
	if _, ok := sides[parts[0]]; !ok && parts[0] != "role" {
		b.c.on(CodeNameUnknown, e.Range(), "there is no side %q here", parts[0]).
			mend("%s", instead(parts[0], append(slices.Sorted(maps.Keys(sides)), "role"), "declare side \""+parts[0]+"\""))
		return Actor{}, false
	}
	if _, ok := b.c.declared["role"][parts[1]]; !ok && !b.c.ghosts["role "+parts[1]] {
		b.c.on(CodeNameUnknown, e.Range(), "there is no role %q", parts[1]).
			mend("%s", instead(parts[1], slices.Sorted(maps.Keys(b.c.declared["role"])), "declare role \""+parts[1]+"\""))
		return Actor{}, false
	}
	a := Actor{Role: RoleID(parts[1])}
	b.states(stated{name: name, role: a.Role})
	if parts[0] != "role" {
		a.Side = SideID(parts[0])
	}
	return a, true
}

// String gives the actor as a rule writes it.
func (a Actor) String() string {
	if a.Side == "" {
		return "role." + string(a.Role)
	}
	return string(a.Side) + "." + string(a.Role)
}

// entering gives the states of a clock's starts: entering("a", "b").
func (b *body) entering(name string) []StateID {
	e := b.attr(name, true)
	if e == nil {
		return nil
	}
	call, ok := e.(*hclsyntax.FunctionCallExpr)
	if !ok || call.Name != "entering" || call.ExpandFinal || len(call.Args) == 0 {
		b.wrong(e.Range(), name, "the entering of states", `entering("requested")`)
		return nil
	}
	var out []StateID
	for _, a := range call.Args {
		s, ok := literal(a)
		if !ok || slices.Contains(out, StateID(s)) {
			b.wrong(a.Range(), name, "the entering of states, each once", `entering("requested")`)
			continue
		}
		b.note(name, s, a)
		out = append(out, StateID(s))
	}
	return out
}

// condition gives a condition's source; it is compiled once all records are known.
func (b *body) condition(name string) Condition {
	e := b.attr(name, false)
	if e == nil {
		return Condition{}
	}
	s, ok := literal(e)
	if !ok {
		b.wrong(e.Range(), name, "a condition in quotation marks", `"case.urgency == 'danger to life'"`)
		return Condition{}
	}
	raw := string(b.c.src.text[e.Range().Start.Byte:e.Range().End.Byte])
	if raw != `"`+s+`"` || strings.Contains(s, `\`) {
		b.c.on(CodeExpression, e.Range(), "a condition is plain text without escapes, so that columns in errors are true").
			mend("use 'single' quotation marks inside, and no backslash")
		return Condition{}
	}
	if strings.TrimSpace(s) == "" {
		b.c.on(CodeCondition, e.Range(), "the condition is empty").mend("write the condition, or remove the attribute")
		return Condition{}
	}
	return Condition{Source: s}
}
