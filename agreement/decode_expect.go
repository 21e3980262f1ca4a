package agreement

import (
	"slices"
	"strings"
	"sync"

	"github.com/entente-net/entente/fault"
	"github.com/hashicorp/hcl/v2"
)

// refusals are the codes with which the engine refuses an act.
var refusals = []string{
	string(fault.WrongRole), string(fault.WrongSide), string(fault.WrongState), string(fault.NoSuchStep), string(fault.ConditionUnmet),
	string(fault.ConditionUnread), string(fault.FieldMissing), string(fault.FieldUnknown), string(fault.FieldInvalid),
	string(fault.GroundUnknown), string(fault.ReasonsMissing), string(fault.SamePerson), string(fault.QuorumTwice), string(fault.NotIndependent),
	string(fault.PersonalMissing), string(fault.PersonalInvalid), string(fault.ArticleEnded), string(fault.NotInForce),
	string(fault.ClockLapsed), string(fault.SideUnbound), string(fault.Sealed), string(fault.Erased),
	string(fault.Suspended), string(fault.Withdrawn), string(fault.QuotaUsed),
}

// expects reads the examples side by side: nothing else is read any more, and each is read by itself. Where they stand in
// the text matters for what is wrong with them alone, so that only an example with a finding is read with its places.
func (c *compiler) expects(rules []rule) {
	type readExpect struct {
		of     *compiler
		expect *Expect
	}
	read := make([]readExpect, len(rules))
	heard := c.heard
	if heard != nil {
		var one sync.Mutex
		heard = func(b *body) {
			one.Lock()
			defer one.Unlock()
			c.heard(b)
		}
	}
	sideBySide(len(rules), func(i int) {
		for _, where := range []map[string]hcl.Range{nil, {}} {
			of := &compiler{
				src: c.src, m: c.m, rules: c.rules, declared: c.declared, ghosts: c.ghosts, recordFields: c.recordFields, implied: c.implied, heard: heard, where: where,
			}
			x := of.expect(of.body(rules[i].block, rules[i].article, ""))
			if read[i] = (readExpect{of, x}); len(of.findings) == 0 {
				break
			}
		}
	})
	c.m.Expects = slices.Grow(c.m.Expects, len(rules))
	for _, r := range read {
		c.findings = append(c.findings, r.of.findings...)
		c.values, c.stated, c.anchored = append(c.values, r.of.values...), append(c.stated, r.of.stated...), append(c.anchored, r.of.anchored...)
		if r.expect != nil {
			c.m.Expects = append(c.m.Expects, *r.expect)
		}
	}
}

// expect reads an example; nil where nothing of it can be held against its procedure. What it expects of the engine is
// checked by running it, in package casework.
func (c *compiler) expect(b *body) *Expect {
	if b.has("record") {
		return c.expectRecord(b)
	}
	x := Expect{
		Title: b.label(), Article: b.article, Procedure: reference[ProcedureID](b, "procedure", true, "procedure"),
		At: b.period("at", false),
	}
	if c.ghosts["procedure "+string(x.Procedure)] {
		return nil
	}
	p := find(c.m.Procedures, func(p *Procedure) bool { return p.ID == x.Procedure })
	if p == nil {
		p = &Procedure{}
	}
	sides := map[string]hcl.Range{}
	for _, s := range p.Sides {
		sides[string(s.ID)] = hcl.Range{}
	}
	x.Given = c.moves(b, "given", p, sides)
	x.Permits = c.moves(b, "permits", p, sides)
	x.Refuses = c.moves(b, "refuses", p, sides)
	if x.State = StateID(b.text("state", false)); x.State != "" && x.Procedure != "" {
		c.knownState(p, x.State, c.where[b.path+"/state"])
	}
	x.Erased = texts[FieldID](b, "erased", false)
	c.only = nil
	x.Sees = c.seen(b, "sees", p, sides)
	x.Exact = c.only
	x.Hidden = c.seen(b, "hidden", p, sides)
	x.Closed = b.flag("closed")
	x.May = c.may(b, p, sides)
	x.Effects = c.expectedEffects(b, p)
	c.expectedDuties(b, &x, p)
	if x.Procedure != "" {
		c.fields(b, "erased", p.Record, x.Erased, c.implicit()...)
		if len(x.Permits)+len(x.Refuses)+len(x.Erased)+len(x.Sees)+len(x.Hidden)+len(x.Effects)+len(x.May)+x.duties() == 0 && x.State == "" {
			c.on(CodeExpectInvalid, b.block.DefRange(), "%s expects nothing", b.words()).mend("say what must come out: state, permits, refuses, may, erased, sees, hidden, effects, owes, kept or told")
		}
		if len(x.Given) == 0 && (x.State != "" || !x.At.IsZero() || len(x.Erased)+len(x.Sees)+len(x.Hidden)+len(x.Effects)+len(x.May)+x.duties() > 0) {
			c.on(CodeExpectInvalid, b.block.DefRange(), "%s: nothing has happened in it", b.words()).mend("add given { act \"…\" { by = side.role } }")
		}
	}
	b.close()
	return &x
}

// moves reads the acts of given, permits or refuses.
func (c *compiler) moves(b *body, name string, p *Procedure, sides map[string]hcl.Range) []Move {
	list := b.one(name)
	if list == nil {
		return nil
	}
	list.nested = append(list.nested, "act")
	var out []Move
	for _, k := range list.block.Body.Blocks {
		if k.Type != "act" {
			continue
		}
		a := c.body(k, b.article, list.path) // the same act may happen twice: labels need not differ
		if a.labelled(blockLabel) {
			out = append(out, c.move(a, name, p, sides))
		}
	}
	list.close()
	return out
}

func (c *compiler) move(a *body, in string, p *Procedure, sides map[string]hcl.Range) Move {
	mv := Move{Step: StepID(a.label()), Person: a.text("person", false), After: a.period("after", false), Ground: a.text("ground", false)}
	mv.By, _ = a.oneActor("by", true, sides)
	mv.Gives = a.values("gives")
	mv.Facts = c.statedFacts(a, p, mv.Step)
	if in == "refuses" {
		mv.Because = a.choice("because", true, refusals...)
	}
	a.close()
	s := p.Step(mv.Step)
	if s == nil {
		if p.ID != "" && mv.Because != string(fault.NoSuchStep) {
			known := make([]string, len(p.Steps))
			for i := range p.Steps {
				known[i] = string(p.Steps[i].ID)
			}
			c.on(CodeNameUnknown, a.block.LabelRanges[0], "procedure.%s has no step %q", p.ID, mv.Step).mend("%s", instead(string(mv.Step), known, "name a step"))
		}
		return mv
	}
	if mv.Ground != "" && in != "refuses" && !slices.Contains(s.Grounds, mv.Ground) {
		c.on(CodeValueUnknown, c.where[a.path+"/ground"], "step %q knows no ground %q", s.ID, mv.Ground).mend("%s", instead(mv.Ground, s.Grounds, "leave it out"))
	}
	if in != "refuses" {
		c.givenValues(a, mv, s, p)
	}
	return mv
}

// givenValues holds an example's values against the fields, so that an example cannot prove too much.
func (c *compiler) givenValues(a *body, mv Move, s *Step, p *Procedure) {
	ids := make([]FieldID, 0, len(mv.Gives))
	for id := range mv.Gives {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		at := a.member("gives", string(id))
		carried := slices.Contains(s.Gives, id) || s.Reasons && id == FieldReasons ||
			slices.ContainsFunc(s.Requires, func(r AssessmentID) bool { return AssessmentField(r) == id })
		if !carried {
			known := make([]string, len(s.Gives))
			for i := range s.Gives {
				known[i] = string(s.Gives[i])
			}
			c.on(CodeNameUnknown, at, "step %q does not give %q", s.ID, id).mend("%s", instead(string(id), known, "leave it out"))
			continue
		}
		c.values = append(c.values, pendingValue{at, p, id, mv.Gives[id]})
	}
}

// pendingValue is a value that is checked once all records are read.
type pendingValue struct {
	at        hcl.Range
	procedure *Procedure
	field     FieldID
	value     any
}

func (c *compiler) checkValues() {
	for _, v := range c.values {
		f := c.m.ProcedureField(v.procedure, v.field)
		if f == nil || f.Type == "" || v.value == nil {
			continue
		}
		if err := c.m.CheckValue(f, v.value); err != nil {
			e := err.(*fault.Error)
			c.on(CodeExpectInvalid, v.at, "%s", e.Message).mend("%s", strings.TrimSpace(e.Remedy+" "))
		}
	}
}

// seen reads blocks of one viewer and the fields in question.
func (c *compiler) seen(b *body, name string, p *Procedure, sides map[string]hcl.Range) []Seen {
	var out []Seen
	for i, s := range b.blocks(name, noLabel) {
		s.path += "#" + string(rune('a'+i%26))
		by, ok := s.oneActor("by", true, sides)
		fields := texts[FieldID](s, "fields", true)
		if name == "sees" && s.flag("only") && ok {
			c.only = append(c.only, by)
		}
		if p.ID != "" {
			c.fields(s, "fields", p.Record, fields, c.implicit()...)
		}
		s.close()
		for _, f := range fields {
			if ok {
				out = append(out, Seen{Field: f, By: by})
			}
		}
	}
	return out
}
