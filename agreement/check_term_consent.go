package agreement

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// checkDeclaration holds one party's word against what it may be about.
func (c *compiler) checkDeclaration(d *Declaration) {
	path, m := "/declaration."+string(d.ID), c.m
	if d.Kind == DeclaresReservation && m.Reservations == ReservationsNone {
		c.on(CodeReservation, c.place(path+"/kind"), "%s makes a reservation, and the agreement is open to none (VCLT Art 19(a))", d.Party).
			mend("take it back, or make a statement that excludes nothing")
	}
	for _, number := range d.Excludes {
		at := c.element(path, "excludes", string(number))
		if why := c.untouchable(number); why != "" {
			c.on(CodeReservation, at, "%s cannot exclude Article %s, which %s: that would be against the object and purpose of the agreement (VCLT Art 19(c))", d.Party, number, why).
				mend("take the article out of excludes")
		}
		if slices.ContainsFunc(m.Declarations, func(o Declaration) bool { return o.Party == d.Party && slices.Contains(o.Provisional, number) }) {
			c.on(CodeContradict, at, "%s excludes Article %s, and applies it provisionally by another declaration", d.Party, number).mend("strike one of the two")
		}
	}
	for _, id := range d.Authorities {
		if m.Party(d.Party).Authority(id) == nil {
			c.on(CodeNameUnknown, c.element(path, "authorities", string(id)), "party %q has no authority %q", d.Party, id).
				mend("add authority %q to the party, or name one that it has", id)
		}
	}
	if d.Kind == DeclaresProvisional && d.Made.Compare(m.Starts) >= 0 {
		c.on(CodeTerm, c.place(path+"/made"), "declaration %q is about the time before the agreement starts, but was made on or after that day, %s", d.ID, m.Starts).
			mend("strike it: the articles are in force")
	}
	c.checkVariations(d, path)
	seen := map[PartyID]bool{}
	for i := range d.Objects {
		o := &d.Objects[i]
		c.checkObjection(d, o, path+"/objection."+strconv.Itoa(i+1), seen[o.Party])
		seen[o.Party] = true
	}
}

// untouchable says why an article can be neither excluded nor taken away, "" where it can.
func (c *compiler) untouchable(number Article) string {
	switch {
	case number == c.m.Declared:
		return "holds the block agreement"
	case c.m.Clause(number).Untouchable:
		return "is untouchable"
	case c.remedyUnder(number) != "":
		return "holds a remedy, " + c.remedyUnder(number)
	}
	return ""
}

// remedyUnder names a remedy that stands under an article, or a duty to tell of one.
func (c *compiler) remedyUnder(number Article) string {
	for i := range c.m.Procedures {
		p := &c.m.Procedures[i]
		if p.Article != number {
			continue
		}
		if p.Remedy {
			return "procedure " + quote(string(p.ID))
		}
		for j := range p.Notices {
			if p.Notices[j].Remedy != "" {
				return "the duty of procedure " + quote(string(p.ID)) + " to tell of one"
			}
		}
	}
	return ""
}

// objectionPeriod counts where a declaration states none (VCLT Art 20(5): twelve months).
var objectionPeriod, _ = ParsePeriod("P1Y")

func (c *compiler) checkObjection(d *Declaration, o *Objection, path string, twice bool) {
	period := d.Objections
	if period.IsZero() {
		period = objectionPeriod
	}
	last := lastDay(d.Made, period)
	switch {
	case o.Party == d.Party:
		c.on(CodeObjection, c.place(path+"/party"), "%s objects to its own declaration", o.Party).mend("strike the objection, or the declaration")
	case twice:
		c.on(CodeObjection, c.place(path+"/party"), "%s already objects to this declaration", o.Party).mend("put both into one objection")
	}
	switch {
	case o.Made.Compare(d.Made) < 0:
		c.on(CodeObjection, c.place(path+"/made"), "%s objected on %s, before the declaration was made on %s", o.Party, o.Made, d.Made).mend("mend one of the days")
	case o.Made.Compare(last) > 0:
		c.on(CodeObjection, c.place(path+"/made"), "%s objected on %s, after the time for it was over on %s: the declaration counts as accepted", o.Party, o.Made, last).
			mend("strike the objection (VCLT Art 20(5))")
	}
}

// lastDay gives the last day of a length of time that begins on a day.
func lastDay(from Date, p Period) Date {
	t := p.AddTo(from.Midnight(time.UTC), time.UTC)
	return Date{t.Year(), t.Month(), t.Day()}
}

// checkAnnex asks that a text which not everybody may read fills in nothing that touches people.
func (c *compiler) checkAnnex(a *Annex) {
	path := "/annex." + string(a.ID)
	for _, number := range a.Governs {
		why := ""
		if remedy := c.remedyUnder(number); remedy != "" {
			why = "holds a remedy, " + remedy + ", which an annex could narrow"
		} else if shared := c.personalUnder(number); shared != "" {
			why = "shares personal data, by " + shared + ", which an annex could widen"
		}
		if why != "" {
			c.on(CodeAnnexWidens, c.element(path, "governs", string(number)), "annex %q cannot govern Article %s, which %s", a.ID, number, why).
				mend("say it in the article, or take the article out of governs")
		}
	}
}

// personalUnder names a share or a query under an article that opens personal data.
func (c *compiler) personalUnder(number Article) string {
	for i := range c.m.Procedures {
		p := &c.m.Procedures[i]
		for j := range p.Shares {
			if s := &p.Shares[j]; s.Article == number && slices.ContainsFunc(s.Fields, func(f FieldID) bool { return c.ofPerson(c.m.ProcedureField(p, f)) }) {
				return "the share " + quote(string(s.ID)) + " of procedure " + quote(string(p.ID))
			}
		}
	}
	for i := range c.m.Registers {
		r := &c.m.Registers[i]
		for j := range r.Queries {
			if q := &r.Queries[j]; q.Article == number && slices.ContainsFunc(q.Reveals, func(f FieldID) bool { return c.ofPerson(c.m.Record(r.Record).Field(f)) }) {
				return "the query " + quote(string(q.ID)) + " of register " + quote(string(r.ID))
			}
		}
	}
	return ""
}

// ofPerson says whether a field is about a person, or holds one that is.
func (c *compiler) ofPerson(f *Field) bool {
	return f != nil && (f.Class == ClassPersonal || f.Class == ClassSensitive || f.Class == ClassProtected || f.Record != "" && c.personal(f.Record))
}

// checkUndertaking asks that an undertaking is deposited with a neutral (Geneva Conventions common Art 3(4): it
// does not affect the legal status of those who give it).
func (c *compiler) checkUndertaking(u *Undertaking) {
	path, with := "/undertaking."+string(u.ID)+"/deposited", c.m.Party(u.Deposited)
	not := ""
	switch {
	case u.Deposited == u.By:
		not = "is the party that gives it"
	case with.Kind == "state":
		not = "is a state"
	case with.Kind == "armed-actor":
		not = "is an armed actor"
	case slices.Contains(c.m.Party(u.By).Unrecognised, u.Deposited):
		not = "is not recognised by the party that gives it"
	}
	if not != "" {
		c.on(CodeUndertakingNeutral, c.place(path), "undertaking %q is deposited with %q, which is no neutral: it %s", u.ID, u.Deposited, not).
			mend("deposit it with an organisation, an agency or a civil-society party that its giver recognises")
	}
	for _, number := range u.Covers {
		if slices.ContainsFunc(c.m.Declarations, func(d Declaration) bool { return d.Party == u.By && slices.Contains(d.Excludes, number) }) {
			c.on(CodeContradict, c.element("/undertaking."+string(u.ID), "covers", string(number)), "%s undertakes what is in Article %s, and excludes the article by a reservation", u.By, number).
				mend("strike one of the two")
		}
	}
}

// checkConcordance asks that what is mapped has two sides.
func (c *compiler) checkConcordance(x *Concordance) {
	path := "/concordance." + string(x.ID)
	if len(x.Between) < 2 {
		c.on(CodeConcordance, c.place(path+"/between"), "concordance %q is between fewer than two parties", x.ID).mend("name the parties whose orders it maps")
	}
	for i := range x.Concepts {
		e := &x.Concepts[i]
		own := path + "/concept." + string(e.ID)
		for _, of := range []struct {
			name  string
			texts map[PartyID]string
		}{{"texts", e.Texts}, {"evidence", e.Evidence}} {
			for _, party := range sortedKeys(of.texts) {
				at := c.element(own, of.name, string(party))
				if !slices.Contains(x.Between, party) {
					c.on(CodeConcordance, at, "concordance %q is not between others and %q", x.ID, party).mend("add party.%s to between, or take its text out", party)
				} else if strings.TrimSpace(of.texts[party]) == "" {
					c.on(CodeConcordance, at, "concept %q: the text of %q is empty", e.ID, party).mend("write the definition with its source, or take it out")
				}
			}
		}
		if len(e.Texts) < 2 && !e.Excluded {
			words := "nobody has a text"
			if len(e.Texts) == 1 {
				words = "only " + string(sortedKeys(e.Texts)[0]) + " has a text"
			}
			c.on(CodeConcordance, c.place(own), "concept %q can never be covered: %s for it", e.ID, words).
				mend("add the text of each party to texts or, if it is agreed not to correspond, excluded = true")
		}
	}
}
