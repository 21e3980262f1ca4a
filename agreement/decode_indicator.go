package agreement

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// measures are what an indicator can be.
var measures = []string{"count", "share", "duration", "sum", "disparity"}

func (c *compiler) indicator(b *body) {
	if c.m.Indicators == nil {
		// Conditions are compiled in place later: the list must not move when it grows.
		c.m.Indicators = make([]Indicator, 0, len(c.rules))
	}
	x := Indicator{
		ID: IndicatorID(b.label()), Article: b.article, Title: b.text("title", true), Measure: b.choice("measure", true, measures...),
		Procedure: reference[ProcedureID](b, "procedure", false, "procedure"), Register: reference[RegisterID](b, "register", false, "register"),
		Fund: reference[FundID](b, "fund", false, "fund"),
	}
	if b.has("register") {
		x.Query = referenceIn[QueryID](b, "query", false, "query", c.labelsIn("register", string(x.Register), "query"))
	} else {
		b.attr("query", false) // said below: without its register it names nothing
	}
	record := c.recordIn("procedure", string(x.Procedure))
	if x.Register != "" {
		record = c.recordIn("register", string(x.Register))
	}
	x.Reached, x.Among = c.statesOf(b, "reached", x.Procedure), c.statesOf(b, "among", x.Procedure)
	x.From, x.To = c.statesOf(b, "from", x.Procedure), c.statesOf(b, "to", x.Procedure)
	x.Statistic = b.choice("statistic", false, "median", "p90")
	x.Field, x.Groups = c.fieldOf(b, "field", record), c.fieldOf(b, "groups", record)
	x.By = texts[FieldID](b, "by", false)
	c.fields(b, "by", record, x.By)
	x.When = b.condition("when")
	x.Over, x.Publishes = b.length("over", false), b.length("publishes", false)
	x.Target = b.text("target", false)
	x.Minimum, x.Rounds, x.Budget = b.positive("minimum", false), b.positive("rounds", false), b.decimal("budget", false, false)
	c.target(b, &x)
	if c.source(b) {
		c.suits(b, &x)
	}
	b.close()
	c.m.Indicators = append(c.m.Indicators, x)
	i := len(c.m.Indicators) - 1
	c.pendOver(b, &c.m.Indicators[i].When, record, func(f *Field, _ int) {
		if c.heeded == nil {
			c.heeded = map[IndicatorID]bool{}
		}
		c.heeded[x.ID] = c.heeded[x.ID] || f.Class == ClassProtected
	})
}

func (c *compiler) target(b *body, x *Indicator) {
	if x.Target == "" {
		return
	}
	at := c.where[b.path+"/target"]
	if !targetForm.MatchString(x.Target) {
		c.on(CodeValueForm, at, "%s: %q is not a target", b.words(), x.Target).
			mend("write a comparison and a decimal number, such as \"<= 0.05\" or \">= 100\"; days for a duration")
		x.Target = ""
		return
	}
	_, number, _ := strings.Cut(x.Target, " ")
	if whole, fraction, _ := strings.Cut(number, "."); x.Measure == "share" && whole != "0" && (whole != "1" || strings.Trim(fraction, "0") != "") {
		c.on(CodeValueForm, at, "%s: a share is never above 1", b.words()).mend("write five per cent as 0.05")
	}
}

// source asks that exactly one thing is counted over.
func (c *compiler) source(b *body) bool {
	var stated []string
	for _, name := range []string{"procedure", "register", "fund"} {
		if b.has(name) {
			stated = append(stated, name)
		}
	}
	if len(stated) == 0 {
		c.on(CodeAttrMissing, b.block.DefRange(), "%s does not say over what it is measured", b.words()).
			mend("add procedure = procedure.x, register = register.x or fund = fund.x")
		return false
	}
	for _, name := range stated[1:] {
		c.on(CodeAttrNeedless, c.where[b.path+"/"+name], "%s is measured over a %s already", b.words(), stated[0]).mend("make two indicators of it")
	}
	if b.has("query") && !b.has("register") {
		c.on(CodeAttrMissing, b.block.DefRange(), "%s names a query, but not its register", b.words()).mend("add register = register.x")
	}
	return len(stated) == 1
}

// suits asks for what the measure needs, and for nothing that it has no use for.
func (c *compiler) suits(b *body, x *Indicator) {
	if x.Measure == "" {
		return
	}
	rate := x.Measure == "share" || x.Measure == "disparity"
	duration, sum, cases := x.Measure == "duration", x.Measure == "sum", b.has("procedure")
	if (rate || duration) && !cases {
		c.on(CodeAttrMissing, b.block.DefRange(), "%s: a %s is measured over cases", b.words(), x.Measure).mend("name a procedure, or count instead")
		return
	}
	for _, n := range []struct {
		name            string
		belongs, needed bool
		add             string
	}{
		{"reached", cases && !duration, rate, "[\"…\"], the states that are counted"},
		{"among", rate, false, ""},
		{"from", duration, duration, "[\"…\"], the states in which it begins"},
		{"to", duration, duration, "[\"…\"], the states in which it ends"},
		{"statistic", duration, duration, "\"median\" or \"p90\""},
		{"field", sum && !b.has("fund"), sum && !b.has("fund"), "\"…\", the number that is added up"},
		{"groups", x.Measure == "disparity", x.Measure == "disparity", "\"…\", the field that makes the groups"},
		{"query", !sum, false, ""},
		{"when", !b.has("fund"), false, ""},
		{"by", !b.has("fund"), false, ""},
		{"budget", x.Measure == "count" || x.Measure == "share", false, ""},
	} {
		switch {
		case n.needed && (!b.has(n.name) || b.empty(n.name)):
			c.on(CodeAttrMissing, b.block.DefRange(), "%s: a %s must say its %s", b.words(), x.Measure, n.name).mend("add %s = %s", n.name, n.add)
		case !n.belongs && b.has(n.name):
			c.on(CodeAttrNeedless, c.where[b.path+"/"+n.name], "%s: %s has no meaning for a %s over a %s", b.words(), n.name, x.Measure, c.over(b)).mend("remove it")
		}
	}
}

// empty says that a list stands there without elements.
func (b *body) empty(name string) bool {
	t, ok := b.block.Body.Attributes[name].Expr.(*hclsyntax.TupleConsExpr)
	return ok && len(t.Exprs) == 0
}

func (c *compiler) over(b *body) string {
	for _, name := range []string{"procedure", "query", "register"} {
		if b.has(name) {
			return name
		}
	}
	return "fund"
}
