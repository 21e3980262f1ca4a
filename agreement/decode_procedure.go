package agreement

import (
	"cmp"
	"math"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// reservedSides are the words that begin a reference, so that side.role can never be mistaken.
var reservedSides = []string{
	"party", "role", "purpose", "record", "register", "ladder", "assessment", "procedure", "side", "step", "clock", "state",
	"authority", "depositary", "share", "article", "case", "calendar", "phase", "schedule", "declaration", "annex",
	"undertaking", "concordance", "handling", "credential",
	"indicator", "quota", "fund", "risk", "drill", "vote",
}

// local holds the names inside one procedure.
type local struct {
	sides, steps, clocks, shares, notices, votes map[string]hcl.Range
}

func labelsOf(b *body, kind string) map[string]hcl.Range {
	out := map[string]hcl.Range{}
	for _, k := range b.block.Body.Blocks {
		if k.Type == kind && len(k.Labels) == 1 {
			out[k.Labels[0]] = k.LabelRanges[0]
		}
	}
	return out
}

func (c *compiler) procedure(b *body) {
	in := local{labelsOf(b, "side"), labelsOf(b, "step"), labelsOf(b, "clock"), labelsOf(b, "share"), labelsOf(b, "notify"), labelsOf(b, "vote")}
	p := Procedure{
		ID: ProcedureID(b.label()), Article: b.article, Title: b.text("title", true),
		Record: reference[RecordID](b, "record", true, "record"), Home: b.home(in), Remedy: b.flag("remedy"),
		Discrepancy: b.flag("discrepancy"),
	}
	for _, s := range b.blocks("side", blockLabel) {
		if slices.Contains(reservedSides, s.label()) {
			c.on(CodeNameReserved, s.block.LabelRanges[0], "a side cannot be named %q", s.label()).mend("choose another name")
		}
		p.Sides = append(p.Sides, Side{
			ID: SideID(s.label()), Any: s.partyList("any", true), Other: referencesIn[SideID](s, "other", false, "side", in.sides),
		})
		s.close()
	}
	for _, s := range b.blocks("state", blockLabel) {
		p.States = append(p.States, State{
			ID: StateID(s.label()), Title: s.text("title", false), Label: s.labels("label"), Final: s.flag("final"),
			Stage: s.choice("stage", false, StageAlleged, StageAdmissible, StageEstablished),
		})
		s.close()
	}
	for _, s := range b.blocks("step", blockLabel) {
		p.Steps = append(p.Steps, c.step(s, &p, in))
	}
	for _, k := range b.blocks("clock", blockLabel) {
		p.Clocks = append(p.Clocks, c.clock(k, &p, in))
	}
	c.votes(b, &p, in)
	c.states(b, &p)
	for _, s := range b.blocks("share", titleLabel) {
		p.Shares = append(p.Shares, c.share(s, &p, in))
	}
	c.keeps(b, &p)
	if k := b.one("publish"); k != nil {
		p.Publish = c.publish(k, &p)
	}
	for _, n := range b.blocks("notify", titleLabel) {
		p.Notices = append(p.Notices, c.notice(n, &p, in))
	}
	if len(p.Steps) == 0 {
		c.on(CodeBlockMissing, b.block.DefRange(), "%s has no step", b.words()).mend("add step \"name\" { by = [side.role], to = \"state\" }")
	}
	b.close()
	c.m.Procedures = append(c.m.Procedures, p)
	c.pendProcedure(b)
}

// home gives the side that orders a case's acts; "" stands for the depositary.
func (b *body) home(in local) SideID {
	e := b.attr("home", true)
	if e == nil {
		return ""
	}
	if parts := dotted(e); len(parts) == 1 && parts[0] == "depositary" {
		return ""
	}
	if parts := dotted(e); len(parts) != 2 || parts[0] != "side" {
		b.wrong(e.Range(), "home", "a side, or the depositary", "side.requested")
		return ""
	}
	id, _ := b.resolve(e, "home", "side", in.sides)
	return SideID(id)
}

// names gives an attribute's state names, checked for their form.
func (b *body) names(name string, need bool) []StateID {
	list := texts[StateID](b, name, need)
	for _, s := range list {
		b.c.named(string(s), b.c.where[b.path+"/"+name+"/"+string(s)], blockLabel)
	}
	return list
}

func (b *body) state(name string) StateID {
	s := b.text(name, false)
	if s != "" {
		b.c.named(s, b.c.where[b.path+"/"+name], blockLabel)
	}
	return StateID(s)
}

func (c *compiler) step(b *body, p *Procedure, in local) Step {
	s := Step{
		ID: StepID(b.label()), Article: b.article, Title: b.text("title", false), By: b.actors("by", true, in.sides),
		From: b.names("from", false), To: b.state("to"),
		Gives: texts[FieldID](b, "gives", false), Requires: references[AssessmentID](b, "requires", false, "assessment"),
		When: b.condition("when"), Reasons: b.flag("reasons"), Grounds: texts[string](b, "grounds", false),
		OtherThan: referencesIn[StepID](b, "other_than", false, "step", in.steps), Personal: b.flag("personal"),
		Pauses: referencesIn[ClockID](b, "pauses", false, "clock", in.clocks), Resumes: referencesIn[ClockID](b, "resumes", false, "clock", in.clocks),
		Extends: referencesIn[ClockID](b, "extends", false, "clock", in.clocks),
		Adds:    reference[RegisterID](b, "adds", false, "register"), Strikes: reference[RegisterID](b, "strikes", false, "register"),
		Opens: reference[ProcedureID](b, "opens", false, "procedure"),
	}
	given := make([]string, len(s.Gives))
	for i, f := range s.Gives {
		given[i] = string(f)
	}
	s.Optional = choices[FieldID](b, "optional", false, given...)
	c.fields(b, "gives", p.Record, s.Gives)
	c.effects(b, &s, p, in)
	if len(s.By) == 0 && b.has("by") && !c.failed() {
		c.on(CodeRoleUnheld, c.where[b.path+"/by"], "%s: nobody may take it", b.words()).mend("name a role on a side")
	}
	if len(s.From) == 0 && s.To == "" {
		c.on(CodeAttrMissing, b.block.DefRange(), "%s opens the case, but leads to no state", b.words()).mend("add to = \"…\", or from = […]")
	}
	b.close()
	return s
}

func (c *compiler) clock(b *body, p *Procedure, in local) Clock {
	k := Clock{
		ID: ClockID(b.label()), Article: b.article, Title: b.text("title", false), Starts: b.entering("starts"),
		Stops: b.names("stops", false), Within: b.length("within", !b.has("before")), Warns: b.length("warns", false),
		Silence: Silence(b.choice("silence", true, string(SilenceProceed), string(SilenceLapse), string(SilenceSuspend),
			string(SilenceErase), string(SilenceExplain), string(SilenceRemain), string(SilenceRestrict))),
		To: b.state("to"), Takes: referenceIn[StepID](b, "takes", false, "step", in.steps),
		Erases: texts[FieldID](b, "erases", false), Grace: b.period("grace", false), Extends: b.length("extends", false),
		Decides: referenceIn[VoteID](b, "decides", false, "vote", in.votes),
		Ladder:  reference[LadderID](b, "ladder", false, "ladder"), Max: b.length("max", false),
		Calendars: references[CalendarID](b, "calendars", false, "calendar"), Rounds: b.choice("rounds", false, RoundsDay, RoundsWorking),
	}
	c.fields(b, "erases", p.Record, k.Erases, c.implicit()...)
	c.countsFrom(b, &k, p.Record)
	k.Owed = b.actors("owed_by", false, in.sides)
	c.silence(b, &k, slices.ContainsFunc(p.Steps, func(s Step) bool { return slices.Contains(s.Extends, k.ID) }))
	c.clockVaries(b, &k)
	b.close()
	return k
}

// silence checks that a clock says what its silence needs, and nothing that another silence would need. A clock that a
// step extends may say by how much, whatever its silence means.
func (c *compiler) silence(b *body, k *Clock, extended bool) {
	if k.Silence == "" {
		return
	}
	for _, x := range []struct {
		name     string
		belongs  bool
		needed   bool
		why, add string
	}{
		{"to", k.Silence != SilenceSuspend && k.Silence != SilenceExplain && k.Silence != SilenceRemain && (k.Silence != SilenceProceed || b.has("decides")), k.Silence == SilenceLapse, "where the case stands after the lapse", "\"…\""},
		{"decides", k.Silence == SilenceProceed, false, "", ""},
		{"takes", k.Silence == SilenceProceed && !b.has("decides"), k.Silence == SilenceProceed && !b.has("decides"), "which step is taken by default", "step.name"},
		{"ladder", k.Silence == SilenceRemain, k.Silence == SilenceRemain, "which ladder begins", "ladder.name"},
		{"extends", k.Silence == SilenceExplain || extended, k.Silence == SilenceExplain, "by how much the time is extended", "\"P30D\""},
		{"erases", k.Silence == SilenceErase || k.Silence == SilenceRestrict, false, "", ""},
		{"grace", k.Silence == SilenceErase, false, "", ""},
	} {
		switch {
		case x.needed && !b.has(x.name):
			c.on(CodeSilenceNeeds, c.where[b.path+"/silence"], "%s: silence = %q must say %s", b.words(), k.Silence, x.why).
				mend("add %s = %s", x.name, x.add)
		case !x.belongs && b.has(x.name):
			c.on(CodeAttrNeedless, c.where[b.path+"/"+x.name], "%s: with silence = %q, %s has no meaning", b.words(), k.Silence, x.name).mend("remove it")
		}
	}
}

func (c *compiler) share(b *body, p *Procedure, in local) Share {
	s := Share{
		ID: ShareID(b.label()), Article: b.article, Fields: texts[FieldID](b, "fields", true),
		With: b.actors("with", true, in.sides), From: c.stateList(b, "from", false, p),
		When: b.condition("when"), Purpose: reference[PurposeID](b, "purpose", true, "purpose"), Handling: b.text("handling", false),
	}
	c.fields(b, "fields", p.Record, s.Fields, c.implicit()...)
	c.limits(b, &s, p, in)
	b.close()
	return s
}

func (c *compiler) notice(b *body, p *Procedure, in local) Notice {
	n := Notice{
		ID: NoticeID(b.label()), Article: b.article, Within: b.length("within", true), After: c.someStates(b, "after", p),
		By: referenceIn[StepID](b, "by", false, "step", in.steps), DeferredMax: b.length("deferred_max", false),
		Remedy: reference[ProcedureID](b, "remedy", false, "procedure"),
	}
	if a, ok := b.oneActor("deferred_by", false, in.sides); ok {
		n.DeferredBy = &a
	}
	if b.has("deferred_by") != b.has("deferred_max") {
		c.on(CodeAttrMissing, b.block.DefRange(), "%s: who may defer it and for how long belong together", b.words()).
			mend("state both deferred_by and deferred_max, or neither")
	}
	b.close()
	return n
}

// stateList gives names of states that the procedure has.
func (c *compiler) stateList(b *body, name string, need bool, p *Procedure) []StateID {
	list := texts[StateID](b, name, need)
	for _, s := range list {
		c.knownState(p, s, c.where[b.path+"/"+name+"/"+string(s)])
	}
	return list
}

func (c *compiler) knownState(p *Procedure, s StateID, r hcl.Range) bool {
	if p.State(s) != nil {
		return true
	}
	known := make([]string, len(p.States))
	for i := range p.States {
		known[i] = string(p.States[i].ID)
	}
	c.on(CodeNameUnknown, r, "the procedure has no state %q", s).mend("%s", instead(string(s), known, "let a step lead there"))
	return false
}

// states collects the states that a step or clock leads to, beside those that are declared, and holds
// every other mention of a state against them.
func (c *compiler) states(b *body, p *Procedure) {
	add := func(id StateID) {
		if id != "" && p.State(id) == nil {
			p.States = append(p.States, State{ID: id, Label: map[string]string{}})
		}
	}
	for _, s := range p.Steps {
		add(s.To)
	}
	for _, k := range p.Clocks {
		add(k.To)
	}
	for _, s := range p.Steps {
		path := b.path + "/step." + string(s.ID)
		for _, from := range s.From {
			c.knownState(p, from, c.where[path+"/from/"+string(from)])
		}
	}
	for _, k := range p.Clocks {
		path := b.path + "/clock." + string(k.ID)
		for _, s := range k.Starts {
			c.knownState(p, s, c.where[path+"/starts/"+string(s)])
		}
		for _, s := range k.Stops {
			c.knownState(p, s, c.where[path+"/stops/"+string(s)])
		}
	}
	first := c.firstMentions(b)
	slices.SortStableFunc(p.States, func(a, x State) int { return cmp.Compare(first.of(a.ID), first.of(x.ID)) })
}

// firsts are the offsets at which a procedure first names its states.
type firsts map[string]int

// of gives a state's; behind everything where it is never named.
func (m firsts) of(id StateID) int {
	if at, ok := m[string(id)]; ok {
		return at
	}
	return math.MaxInt
}

func (c *compiler) firstMentions(b *body) firsts {
	first := firsts{}
	note := func(state string, r hcl.Range) {
		if at, ok := first[state]; !ok || r.Start.Byte < at {
			first[state] = r.Start.Byte
		}
	}
	for _, k := range b.block.Body.Blocks {
		if len(k.Labels) != 1 {
			continue
		}
		if k.Type == "state" {
			note(k.Labels[0], k.LabelRanges[0])
		}
		path := b.path + "/" + k.Type + "." + k.Labels[0]
		for _, name := range []string{"from", "starts", "stops"} {
			a := k.Body.Attributes[name]
			if a == nil {
				continue
			}
			for _, e := range namedIn(a.Expr) {
				if s, ok := literal(e); ok {
					if r, read := c.where[path+"/"+name+"/"+s]; read {
						note(s, r)
					}
				}
			}
		}
		if a := k.Body.Attributes["to"]; a != nil {
			if s, ok := literal(a.Expr); ok {
				note(s, a.Expr.Range())
			}
		}
	}
	return first
}

// namedIn gives what a list or a call holds.
func namedIn(e hclsyntax.Expression) []hclsyntax.Expression {
	switch e := e.(type) {
	case *hclsyntax.TupleConsExpr:
		return e.Exprs
	case *hclsyntax.FunctionCallExpr:
		return e.Args
	}
	return nil
}
