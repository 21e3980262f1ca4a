package agreement

import (
	"slices"
	"strconv"
)

// Varies bounds the time that a party may declare for a clock, both ends included.
type Varies struct {
	Least Period `json:"least"`
	Most  Period `json:"most"`
}

// Variation is the time that a party declares for a clock where it is the one that owes the act.
type Variation struct {
	Procedure ProcedureID `json:"procedure"`
	Clock     ClockID     `json:"clock"`
	Within    Period      `json:"within"`
}

// WithinFor gives the time of a clock for a party that owes the act: what it declared, or else the clock's own.
func (m *Model) WithinFor(p *Procedure, k *Clock, party PartyID) Period {
	if k.Varies == nil {
		return k.Within
	}
	for i := range m.Declarations {
		d := &m.Declarations[i]
		for _, v := range d.Varies {
			if d.Party == party && v.Procedure == p.ID && v.Clock == k.ID {
				return v.Within
			}
		}
	}
	return k.Within
}

// Owing gives the parties that owe the act for which a clock waits, where sides are bound so, each once, in the
// order of Owed. Whoever may act for any party owes nothing by itself.
func (k *Clock) Owing(sides map[SideID]PartyID) []PartyID {
	var out []PartyID
	for _, a := range k.Owed {
		if p := sides[a.Side]; a.Side != "" && p != "" && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

func (c *compiler) clockVaries(b *body, k *Clock) {
	if v := b.one("varies"); v != nil {
		k.Varies = &Varies{Least: v.length("least", true), Most: v.length("most", true)}
		v.close()
	}
}

func (c *compiler) variations(b *body, d *Declaration) {
	blocks := b.blocks("varies", noLabel)
	for i, v := range blocks {
		v.path += "." + strconv.Itoa(i+1) // it has no name, and each its own place
		c.where[v.path] = v.block.DefRange()
		x := Variation{Procedure: reference[ProcedureID](v, "procedure", true, "procedure")}
		x.Clock = referenceIn[ClockID](v, "clock", true, "clock", c.labelsIn("procedure", string(x.Procedure), "clock"))
		x.Within = v.length("within", true)
		v.close()
		d.Varies = append(d.Varies, x)
	}
	if len(blocks) > 0 && d.Kind != "" && d.Kind != DeclaresReservation && d.Kind != DeclaresStatement {
		c.on(CodeAttrNeedless, blocks[0].block.DefRange(), "%s: with kind = %q, varies has no meaning", b.words(), d.Kind).
			mend("remove it, or write kind = %q", DeclaresStatement)
	}
}

// checkVaries asks that a clock which may vary does so for somebody, around its own time.
func (c *compiler) checkVaries(f *flow) {
	for i := range f.p.Clocks {
		k := &f.p.Clocks[i]
		if k.Varies == nil {
			continue
		}
		at := c.place(f.path+"/clock."+string(k.ID)+"/varies", f.path+"/clock."+string(k.ID))
		if k.Varies.Least.Compare(k.Within) > 0 || k.Varies.Most.Compare(k.Within) < 0 {
			c.on(CodeClockTimes, at, "the clock %q may vary from %s to %s, and runs for %s", k.ID, k.Varies.Least, k.Varies.Most, k.Within).
				mend("let its own time lie between the two")
		}
		if !k.Warns.IsZero() && k.Warns.Compare(k.Varies.Least) >= 0 {
			c.on(CodeClockTimes, at, "the warning of clock %q could be due before the clock starts", k.ID).mend("warn later than %s before the end", k.Varies.Least)
		}
		if len(k.Owed) == 0 || slices.ContainsFunc(k.Owed, func(a Actor) bool { return a.Side == "" }) {
			c.on(CodeReservation, at, "the clock %q waits for nobody on a side, so that no party's declaration could vary it", k.ID).
				mend("let sides take the steps that stop it, or remove varies")
		}
	}
}

// checkVariations asks that a declaration keeps within what may vary, for a party that can owe the act, once.
func (c *compiler) checkVariations(d *Declaration, path string) {
	for i, v := range d.Varies {
		at := c.place(path + "/varies." + strconv.Itoa(i+1))
		p := c.m.Procedure(v.Procedure)
		k := p.Clock(v.Clock)
		switch {
		case k.Varies == nil:
			c.on(CodeReservation, at, "the time of clock %q of procedure %q may not vary", k.ID, p.ID).mend("add varies { least = … most = … } to the clock, or take the variation back")
			continue
		case v.Within.Compare(k.Varies.Least) < 0 || v.Within.Compare(k.Varies.Most) > 0:
			c.on(CodeReservation, at, "%s declares %s, and the clock %q may vary from %s to %s", d.Party, v.Within, k.ID, k.Varies.Least, k.Varies.Most).mend("declare a time between the two")
		}
		if !slices.ContainsFunc(k.Owed, func(a Actor) bool { s := p.Side(a.Side); return s != nil && slices.Contains(s.Any, d.Party) }) {
			c.on(CodeReservation, at, "%s can never owe the act for which the clock %q waits", d.Party, k.ID).mend("let a party declare it that can")
		}
		twice := func(o *Declaration, before int) bool {
			at := slices.IndexFunc(o.Varies, func(w Variation) bool { return w.Procedure == v.Procedure && w.Clock == v.Clock })
			return o.Party == d.Party && at >= 0 && at < before
		}
		for j := range c.m.Declarations {
			o := &c.m.Declarations[j]
			if o != d && twice(o, len(o.Varies)) || o == d && twice(o, i) {
				c.on(CodeContradict, at, "%s declares a time for clock %q twice", d.Party, k.ID).mend("strike one of the two")
			}
			if o == d {
				break
			}
		}
	}
}
