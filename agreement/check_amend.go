package agreement

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// CheckAmendment holds a text against the one that it says it takes the place of, and finds why it is no amendment of it, and
// why a case that is open under the old text could not move: whatever state it stands in, whatever it was given, whoever its
// parties are. Findings are placed in the new text, whose own findings are Compile's and come back alone where it has errors.
// A text without findings here moves every open case that it says it moves.
func CheckAmendment(old *Model, name string, text []byte) Findings {
	c := newCompiler(name, text)
	c.run()
	if c.failed() {
		return c.all()
	}
	c.findings = nil
	c.replaces(old)
	if a := c.m.Amends; a != nil {
		for _, x := range a.Moves {
			if old.Procedure(x.Procedure) == nil {
				c.on(CodeMoveProcedure, c.place(c.movePath(x.Procedure)), "the text that is amended has no procedure %q whose cases could move", x.Procedure).
					mend("mend the name, or remove the block")
			}
		}
		for i := range old.Procedures {
			if p := &old.Procedures[i]; a.Moving(p.ID) {
				c.movesCases(old, p)
			}
		}
	}
	return c.all()
}

// replaces asks that the text amends the one that is given.
func (c *compiler) replaces(old *Model) {
	m := c.m
	head := c.place("/agreement." + string(m.ID))
	if m.ID != old.ID {
		c.on(CodeAmendment, head, "an amendment keeps the agreement's name %q; the text says %q", old.ID, m.ID).mend("write agreement %q", old.ID)
	}
	if m.Version == old.Version {
		c.on(CodeAmendment, c.place("/agreement."+string(m.ID)+"/version"), "an amendment has a version of its own; the text still says %q", old.Version).
			mend("give it another version")
	}
	switch {
	case m.Amends == nil:
		c.on(CodeAmendment, head, "the text does not say what it amends").mend("write amends { version = %q, cases = \"stay\" } into the block agreement, or cases = \"move\"", old.Version)
	case m.Amends.Version != old.Version:
		c.on(CodeAmendment, c.place(c.amendsPath()+"/version"), "the text says that it amends version %q; in force is %q", m.Amends.Version, old.Version).
			mend("write version = %q", old.Version)
	}
}

// movesCases asks whether any case that is open in a procedure of the old text can go on in the new one.
func (c *compiler) movesCases(old *Model, p *Procedure) {
	at := c.place(c.movePath(p.ID), c.amendsPath()+"/cases", c.amendsPath())
	q := c.m.Procedure(p.ID)
	if q == nil {
		c.on(CodeMoveProcedure, at, "the procedure %s is gone, and its open cases would move", p.ID).
			mend("write move %q { cases = \"stay\" } into the block amends", p.ID)
		return
	}
	here := "/procedure." + string(q.ID)
	if p.Home != q.Home || p.Home == "" && old.Depositary != c.m.Depositary {
		c.on(CodeMoveHome, c.place(here+"/home", here), "the home of %s is another, and nobody can take over the order of acts that others keep", p.ID).
			mend("leave the home as it is, or leave its open cases behind")
	}
	c.movesSides(old, p, q)
	c.movesStates(p, q)
	c.movesFields(old, p, q)
	c.movesClocks(p, q, at)
	c.movesOn(p, q)
}

func (c *compiler) movesSides(old *Model, p, q *Procedure) {
	for i := range q.Sides {
		if s := &q.Sides[i]; p.Side(s.ID) == nil {
			c.on(CodeMoveSide, c.sidePlace(q, s.ID), "the side %s is new, and open cases have nobody on it", s.ID).mend("leave the sides as they are, or leave its open cases behind")
		}
	}
	for i := range p.Sides {
		was := &p.Sides[i]
		is := q.Side(was.ID)
		if is == nil {
			c.on(CodeMoveSide, c.sidePlace(q, was.ID), "the side %s is gone, and open cases have a party on it", was.ID).mend("leave the sides as they are, or leave its open cases behind")
			continue
		}
		for _, party := range standOn(old, was) {
			if c.m.Party(party) == nil || len(is.Any) > 0 && !slices.Contains(is.Any, party) {
				c.on(CodeMoveSide, c.sidePlace(q, is.ID), "%s could no longer stand on the side %s, on which it may stand in open cases", party, is.ID).
					mend("let it stand there, or leave its open cases behind")
			}
		}
		for _, o := range is.Other {
			if x := p.Side(o); x != nil && !slices.Contains(was.Other, o) && !slices.Contains(x.Other, is.ID) {
				c.on(CodeMoveSide, c.sidePlace(q, is.ID), "the sides %s and %s must be two parties now, and in open cases one may stand on both", is.ID, o).
					mend("remove other, or leave its open cases behind")
			}
		}
	}
}

func (c *compiler) sidePlace(q *Procedure, s SideID) hcl.Range {
	return c.place("/procedure."+string(q.ID)+"/side."+string(s), "/procedure."+string(q.ID))
}

// standOn are the parties that may stand on a side.
func standOn(m *Model, s *Side) []PartyID {
	if len(s.Any) > 0 {
		return s.Any
	}
	var all []PartyID
	for i := range m.Parties {
		all = append(all, m.Parties[i].ID)
	}
	return all
}

// movesStates asks for a counterpart of every state in which a case can be open.
func (c *compiler) movesStates(p, q *Procedure) {
	a := c.m.Amends
	for i := range p.States {
		s := &p.States[i]
		if s.Final {
			continue
		}
		to := a.State(p.ID, s.ID)
		switch is := q.State(to); {
		case is == nil:
			c.on(CodeMoveState, c.place(c.movePath(p.ID)+"/states", c.movePath(p.ID), c.amendsPath()+"/cases"), "the state %q of %s has no counterpart, and a case may stand in it", s.ID, p.ID).
				mend("write move %q { states = { %q = \"…\" } } into the block amends", p.ID, s.ID)
		case is.Final && to == s.ID:
			c.on(CodeMoveState, c.place("/procedure."+string(q.ID)+"/state."+string(to), "/procedure."+string(q.ID)), "the state %q is final now, and cases that are open in it would be over", to).
				mend("give those cases a state from which they can go on: move %q { states = { %q = \"…\" } }", p.ID, s.ID)
		}
	}
	if x := a.Of(p.ID); x != nil {
		for _, s := range x.States {
			if was := p.State(s.Old); was == nil || was.Final {
				c.on(CodeMoveState, c.place(c.movePath(p.ID)+"/states/"+string(s.Old)), "no case of %s can be open in a state %q", p.ID, s.Old).
					mend("%s", instead(string(s.Old), openStates(p), "name a state of the text that is amended"))
			}
		}
	}
}

// movesFields asks that whatever may have been given can be kept as what it is.
func (c *compiler) movesFields(old *Model, p, q *Procedure) {
	for _, f := range givable(p) {
		was, is := old.ProcedureField(p, f), c.m.ProcedureField(q, f)
		at := c.place("/record."+string(q.Record)+"/field."+string(f), "/record."+string(q.Record))
		switch why := differs(old, c.m, was, is, map[RecordID]bool{}); {
		case is == nil:
			c.on(CodeMoveField, at, "the field %s of %s is gone, and it may have been given in open cases", f, p.ID).mend("leave the field, or leave the open cases behind")
		case why != "":
			c.on(CodeMoveField, at, "the field %s %s, and it may have been given in open cases", f, why).mend("leave it as it was, give the field another name, or leave the open cases behind")
		}
	}
}

// givable are the fields that steps of a procedure give, reasons and assessments with them, in the order of the text.
func givable(p *Procedure) []FieldID {
	var all []FieldID
	add := func(f FieldID) {
		if !slices.Contains(all, f) {
			all = append(all, f)
		}
	}
	for i := range p.Steps {
		s := &p.Steps[i]
		for _, f := range s.Gives {
			add(f)
		}
		for _, a := range s.Requires {
			add(AssessmentField(a))
		}
	}
	return all
}

var classOrder = []Class{ClassPublic, ClassOfficial, ClassPersonal, ClassSensitive, ClassProtected}

// differs says in words why a value of one field could not stand in another; "" where it can.
func differs(old, now *Model, was, is *Field, seen map[RecordID]bool) string {
	switch {
	case was == nil || is == nil:
		return ""
	case was.Type != is.Type || was.Of != is.Of || (was.Record == "") != (is.Record == ""):
		return "is of another type"
	case slices.Index(classOrder, is.Class) < slices.Index(classOrder, was.Class):
		return "is of a lower class"
	}
	for _, x := range was.Choices {
		if !slices.Contains(is.Choices, x) {
			return "has lost the choice “" + x + "”"
		}
	}
	a, b := old.Record(was.Record), now.Record(is.Record)
	if a == nil || b == nil || seen[a.ID] {
		return ""
	}
	seen[a.ID] = true
	for i := range a.Fields {
		f := &a.Fields[i]
		in := b.Field(f.ID)
		if in == nil {
			return "has lost its field " + string(f.ID)
		}
		if why := differs(old, now, f, in, seen); why != "" {
			return "has a field " + string(f.ID) + " that " + why
		}
	}
	return ""
}

// movesClocks asks that what somebody is protected by is not lost on the way: a time limit at whose end data are destroyed
// or restricted.
func (c *compiler) movesClocks(p, q *Procedure, at hcl.Range) {
	for i := range p.Clocks {
		was := &p.Clocks[i]
		if was.Silence != SilenceErase && was.Silence != SilenceRestrict {
			continue
		}
		is := q.Clock(was.ID)
		if is == nil {
			c.on(CodeMoveClock, at, "the time limit %s of %s is gone, and in open cases it would have protected somebody (silence = %q)", was.ID, p.ID, was.Silence).
				mend("leave it, or leave its open cases behind")
			continue
		}
		here := c.place("/procedure."+string(q.ID)+"/clock."+string(is.ID)+"/silence", "/procedure."+string(q.ID)+"/clock."+string(is.ID))
		if is.Silence != was.Silence {
			c.on(CodeMoveClock, here, "the silence of %s means %q, and in open cases it would have protected somebody (%q)", is.ID, is.Silence, was.Silence).
				mend("leave what silence means, or leave its open cases behind")
			continue
		}
		for _, f := range was.Erases {
			if !slices.Contains(is.Erases, f) {
				c.on(CodeMoveClock, here, "the time limit %s no longer covers the field %s, which it protects in open cases", is.ID, f).
					mend("name it in erases, or leave its open cases behind")
			}
		}
	}
}

// movesOn asks that the new text's own ways hold for cases that began on those of the old one: that what its conditions read
// has been given, and that what was given is destroyed one day.
func (c *compiler) movesOn(p, q *Procedure) {
	a, was := c.m.Amends, flowFrom(p, map[StateID]map[FieldID]bool{"": {}})
	starts := map[StateID]map[FieldID]bool{}
	for i := range p.States {
		s := &p.States[i]
		to := a.State(p.ID, s.ID)
		if is := q.State(to); s.Final || is == nil || is.Final || !was.reached[s.ID] {
			continue
		}
		if g, ok := starts[to]; ok {
			starts[to] = shared(g, was.given[s.ID])
		} else {
			starts[to] = was.given[s.ID]
		}
		c.movesKept(was, s.ID, q, to)
	}
	f := flowFrom(q, starts)
	for i := range q.Steps {
		s := &q.Steps[i]
		if len(s.From) == 0 {
			continue
		}
		for _, id := range s.When.Reads {
			if !f.certain(s, id) {
				c.on(CodeMoveField, c.place(f.path+"/step."+string(s.ID)+"/when"), "the condition of step %q reads the field %q, which may not have been given in cases that move", s.ID, id).
					mend("let a step that they can still take give it, or leave the open cases behind")
			}
		}
	}
}

// movesKept asks that a case in a state comes by one that begins the keeping time, or has been in one.
func (c *compiler) movesKept(was *flow, from StateID, q *Procedure, to StateID) {
	k := q.Keep
	if k == nil || slices.Contains(k.After, to) {
		return
	}
	var begun []StateID
	for i := range was.p.States {
		if s := was.p.States[i].ID; slices.Contains(k.After, c.m.Amends.State(was.p.ID, s)) {
			begun = append(begun, s)
		}
	}
	if len(begun) > 0 && was.through(begun, from) {
		return
	}
	f := flowFrom(q, map[StateID]map[FieldID]bool{to: {}})
	beside := f.spread(to, func(s StateID) bool { return !slices.Contains(k.After, s) })
	for i := range q.States {
		if s := &q.States[i]; s.Final && beside[s.ID] {
			c.on(CodeMoveState, c.place(f.path+"/keep/after", f.path+"/keep"), "a case that moves into %q and ends in %q would be kept for ever", to, s.ID).
				mend("let keep begin in a state to which such cases still come, or leave the open cases behind")
			return
		}
	}
}

func openStates(p *Procedure) []string {
	var out []string
	for i := range p.States {
		if s := &p.States[i]; !s.Final {
			out = append(out, string(s.ID))
		}
	}
	return out
}
