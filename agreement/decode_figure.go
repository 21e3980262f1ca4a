package agreement

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// figure reads the blocks about figures.
func (c *compiler) figure(b *body) {
	switch b.block.Type {
	case "indicator":
		c.indicator(b)
	case "quota":
		c.m.Quotas = append(c.m.Quotas, Quota{
			ID: QuotaID(b.label()), Article: b.article, Title: b.text("title", true),
			Number: b.positive("number", true), Per: b.length("per", true), Each: b.flag("each"),
			Pair: b.flag("pair"), Of: reference[QuotaID](b, "of", false, "quota"),
		})
		b.close()
	case "fund":
		c.fund(b)
	case "risk":
		c.risk(b)
	case "drill":
		c.drill(b)
	}
}

var (
	positiveForm = regexp.MustCompile(`^(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?$`)
	targetForm   = regexp.MustCompile(`^(<=|>=|<|>) (0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?$`)
)

// positive gives a whole number from 1 on.
func (b *body) positive(name string, need bool) int {
	if !b.has(name) {
		b.attr(name, need)
		return 0
	}
	before := len(b.c.findings)
	n := b.count(name)
	if n == 0 && len(b.c.findings) == before {
		b.c.on(CodeValueForm, b.c.where[b.path+"/"+name], "%s: %s must be at least 1", b.words(), name).mend("write a number from 1 on, or leave it out")
	}
	return n
}

// decimal gives a decimal number above 0, or from 0 on where none is allowed, as text: no float decides over money
// or chances.
func (b *body) decimal(name string, need, none bool) string {
	s := b.text(name, need)
	if s == "" {
		return ""
	}
	if !positiveForm.MatchString(s) {
		b.c.on(CodeValueForm, b.c.where[b.path+"/"+name], "%s: %s = %q is not a decimal number", b.words(), name, s).
			mend("write \"2.5\": digits, a point, at most nine digits after it, no sign")
		return ""
	}
	if !none && strings.Trim(s, "0.") == "" {
		b.c.on(CodeValueForm, b.c.where[b.path+"/"+name], "%s: %s must be above 0", b.words(), name).mend("write a number above 0, or leave it out")
		return ""
	}
	return s
}

// blockOf gives a top-level block straight from the text: what it holds may be read only later.
func (c *compiler) blockOf(kind, id string) *hclsyntax.Block {
	for _, r := range c.rules {
		if r.block.Type == kind && id != "" && len(r.block.Labels) == 1 && r.block.Labels[0] == id {
			return r.block
		}
	}
	return nil
}

// recordIn gives the record that a procedure, register or risk method is about, "" where its block does not say.
func (c *compiler) recordIn(kind, id string) RecordID {
	b := c.blockOf(kind, id)
	if b == nil || b.Body.Attributes["record"] == nil {
		return ""
	}
	parts := dotted(b.Body.Attributes["record"].Expr)
	if len(parts) != 2 || parts[0] != "record" {
		return ""
	}
	return RecordID(parts[1])
}

// stateNames gives the states of a procedure straight from the text: those it declares and those that its steps
// and clocks lead to.
func (c *compiler) stateNames(p ProcedureID) []string {
	b := c.blockOf("procedure", string(p))
	if b == nil {
		return nil
	}
	names := map[string]bool{}
	for _, k := range b.Body.Blocks {
		if k.Type == "state" && len(k.Labels) == 1 {
			names[k.Labels[0]] = true
		}
		if a := k.Body.Attributes["to"]; a != nil && (k.Type == "step" || k.Type == "clock") {
			if s, ok := literal(a.Expr); ok && s != "" {
				names[s] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// statesOf gives an attribute's states of a procedure that may stand later in the text.
func (c *compiler) statesOf(b *body, name string, p ProcedureID) []StateID {
	list := texts[StateID](b, name, false)
	if p == "" || c.blockOf("procedure", string(p)) == nil {
		return list
	}
	known := c.stateNames(p)
	for _, s := range list {
		if !slices.Contains(known, string(s)) {
			c.on(CodeNameUnknown, c.where[b.path+"/"+name+"/"+string(s)], "procedure.%s has no state %q", p, s).
				mend("%s", instead(string(s), known, "name a state that a step or clock leads to"))
		}
	}
	return list
}

// fieldOf gives an attribute that names one field of a record.
func (c *compiler) fieldOf(b *body, name string, record RecordID) FieldID {
	f := FieldID(b.text(name, false))
	if f != "" {
		c.where[b.path+"/"+name+"/"+string(f)] = c.where[b.path+"/"+name]
		c.fields(b, name, record, []FieldID{f})
	}
	return f
}

// pendOver notes a condition over the fields of a record. watch, where there is one, is told of every field that the
// condition reads, at any depth, and where.
func (c *compiler) pendOver(b *body, cond *Condition, record RecordID, watch func(f *Field, offset int)) {
	if cond.Source == "" || record == "" {
		return
	}
	c.pending = append(c.pending, pendingCondition{cond: cond, at: c.where[b.path+"/when"], record: record, ofCase: true, watch: watch})
}

func (c *compiler) fund(b *body) {
	f := Fund{
		ID: FundID(b.label()), Article: b.article, Title: b.text("title", true), Currency: b.text("currency", true),
		Donors: b.partyList("donors", true),
	}
	if f.Currency != "" && !currencyForm.MatchString(f.Currency) {
		c.on(CodeValueForm, c.where[b.path+"/currency"], "%q is not a currency", f.Currency).mend("write the three capital letters of ISO 4217, such as \"EUR\"")
	}
	if b.has("donors") && b.empty("donors") {
		c.on(CodeRoleUnheld, c.where[b.path+"/donors"], "%s: nobody gives to it", b.words()).mend("name the parties that pledge and pay")
	}
	for _, w := range b.blocks("window", blockLabel) {
		x := Window{
			ID: WindowID(w.label()), Title: w.text("title", true), Ceiling: w.decimal("ceiling", false, false),
			Milestone: reference[ProcedureID](w, "milestone", false, "procedure"),
		}
		x.Verified = c.statesOf(w, "verified", x.Milestone)
		if w.has("milestone") != w.has("verified") || w.has("verified") && len(x.Verified) == 0 {
			c.on(CodeAttrMissing, w.block.DefRange(), "%s: a milestone and the states in which it is verified belong together", w.words()).
				mend("state both: milestone = procedure.x, verified = [\"…\"]; or neither")
		}
		w.close()
		f.Windows = append(f.Windows, x)
	}
	b.close()
	c.m.Funds = append(c.m.Funds, f)
}

// labelsIn gives the names of the blocks of a kind inside a top-level block.
func (c *compiler) labelsIn(kind, id, inner string) map[string]hcl.Range {
	b := c.blockOf(kind, id)
	if b == nil {
		return map[string]hcl.Range{}
	}
	return labelsOf(&body{c: c, block: b}, inner)
}
