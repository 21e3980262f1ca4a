package agreement

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// amends reads what becomes of open cases. The names of the amended text are held against it once it is there: CheckAmendment.
func (c *compiler) amends(b *body) *Amendment {
	a := &Amendment{Version: b.text("version", true), Cases: b.choice("cases", true, CasesStay, CasesMove)}
	if a.Version != "" && a.Version == c.m.Version {
		c.on(CodeValueForm, c.where[b.path+"/version"], "the text amends the version that it is itself").
			mend("give this text a version of its own, and name the one before here")
	}
	for _, x := range b.blocks("move", blockLabel) {
		if a.Cases == CasesStay {
			c.on(CodeAttrNeedless, x.block.DefRange(), "%s says how cases move, and no case does", x.words()).mend("write cases = \"move\" above it, or remove it")
		}
		v := CaseMove{Procedure: ProcedureID(x.label()), Cases: x.choice("cases", false, CasesStay), States: x.renamed("states")}
		if v.Cases == CasesStay && len(v.States) > 0 {
			c.on(CodeAttrNeedless, c.where[x.path+"/states"], "%s leaves its cases behind, so that their states keep their names", x.words()).
				mend("remove states, or cases = \"stay\"")
		}
		if !x.has("cases") && !x.has("states") {
			c.on(CodeAttrMissing, x.block.DefRange(), "%s says nothing of how its cases move", x.words()).mend("add states = { … } or cases = \"stay\", or remove it: its cases move without it")
		}
		x.close()
		a.Moves = append(a.Moves, v)
	}
	b.close()
	return a
}

// renamed gives an object from old to new name of a state, in the order of the text.
func (b *body) renamed(name string) []StateMove {
	e := b.attr(name, false)
	if e == nil {
		return nil
	}
	o, ok := e.(*hclsyntax.ObjectConsExpr)
	if !ok || len(o.Items) == 0 {
		b.wrong(e.Range(), name, "new names by old ones", `{ "asked" = "received" }`)
		return nil
	}
	var out []StateMove
	seen := map[string]bool{}
	for _, item := range o.Items {
		was, is := objectKey(item.KeyExpr), ""
		if is, ok = literal(item.ValueExpr); !ok || was == "" {
			b.wrong(item.KeyExpr.Range(), name, "new names by old ones", `{ "asked" = "received" }`)
			continue
		}
		if seen[was] {
			b.c.on(CodeValueTwice, item.KeyExpr.Range(), "%s gives the state %q two names", b.words(), was).mend("say once what it is called now")
			continue
		}
		seen[was] = true
		if b.c.named(was, item.KeyExpr.Range(), blockLabel) && b.c.named(is, item.ValueExpr.Range(), blockLabel) {
			b.c.where[b.path+"/"+name+"/"+was] = item.ValueExpr.Range()
			out = append(out, StateMove{Old: StateID(was), New: StateID(is)})
		}
	}
	return out
}

// checkAmends asks that cases move to what this text has.
func (c *compiler) checkAmends() {
	a := c.m.Amends
	if a == nil {
		return
	}
	for i := range a.Moves {
		x := &a.Moves[i]
		path := c.movePath(x.Procedure)
		p := c.m.Procedure(x.Procedure)
		if p == nil {
			if x.Cases != CasesStay {
				c.on(CodeNameUnknown, c.place(path), "the text has no procedure %q to which cases could move", x.Procedure).
					mend("write cases = \"stay\" in the block, so that its open cases end under the version that is amended, or mend the name")
			}
			continue
		}
		for _, s := range x.States {
			at := c.place(path + "/states/" + string(s.Old))
			switch is := p.State(s.New); {
			case is == nil:
				c.on(CodeNameUnknown, at, "the procedure %s has no state %q", p.ID, s.New).mend("%s", instead(string(s.New), stateNames(p), "name one of its states"))
			case is.Final:
				c.on(CodeMoveState, at, "cases that are open in %q would be over in %q", s.Old, s.New).mend("name a state from which they can go on")
			}
		}
	}
}

func (c *compiler) amendsPath() string { return "/agreement." + string(c.m.ID) + "/amends" }

func (c *compiler) movePath(p ProcedureID) string { return c.amendsPath() + "/move." + string(p) }

func stateNames(p *Procedure) []string {
	out := make([]string, len(p.States))
	for i := range p.States {
		out[i] = string(p.States[i].ID)
	}
	return out
}
