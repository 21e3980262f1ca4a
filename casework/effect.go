package casework

import (
	"cmp"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
)

// EffectKind is what an act did beside its case.
type EffectKind string

// The kinds of effects. Their names are the words of the language, which examples use: "adds stolen-documents".
const (
	EffectAdds      EffectKind = "adds"      // an entry to the register Target
	EffectStrikes   EffectKind = "strikes"   // the entry from the register Target
	EffectIssues    EffectKind = "issues"    // the credential Target, valid until Until
	EffectRevokes   EffectKind = "revokes"   // the credential Target
	EffectOpens     EffectKind = "opens"     // offers a case of the procedure Target, with Fields and Sides filled in
	EffectSuspends  EffectKind = "suspends"  // the article Target
	EffectRestores  EffectKind = "restores"  // the article Target
	EffectRenews    EffectKind = "renews"    // the article Target, by Prolongs
	EffectBegins    EffectKind = "begins"    // the phase Target
	EffectWithdraws EffectKind = "withdraws" // the party Target, from From on
	EffectUses      EffectKind = "uses"      // one grant of the quota Target
	EffectReturns   EffectKind = "returns"   // the grant of the quota Target that its case used last
	EffectPays      EffectKind = "pays"      // an entry in the fund Target
	EffectDisputes  EffectKind = "disputes"  // the article Target, until the case is over; "": which one cannot be read here
	EffectSettles   EffectKind = "settles"   // what its case had put into dispute
	EffectVerifies  EffectKind = "verifies"  // the milestone of the window Target (Milestone), in whose states the case now is
)

// FieldArticle is the field in which a procedure with discrepancy = true names the article that is in dispute.
const FieldArticle agreement.FieldID = "article"

// Effect is one thing that an act did beside its case.
type Effect struct {
	Kind     EffectKind
	Target   string // of what the kind says: a register, a credential, an article, …
	Case     CaseID
	Entry    int // index into Taken of the act that had it: of a quorum, the act that completed it
	Nth      int // which effect of that entry
	Article  agreement.Article
	Step     agreement.StepID
	Party    agreement.PartyID // "" where silence took the step
	Role     agreement.RoleID
	At       time.Time // when the act counts as done
	From     time.Time // from when on the effect holds: At, or later where notice must run
	Until    time.Time // of issues: the last instant of its validity; zero: without end
	Prolongs agreement.Period

	// Fields are, of adds, strikes, issues, revokes and opens, those that the case has by then for it, in the
	// order of the record of Target; Values are those of them that this evaluator can read as they were then.
	Fields []agreement.FieldID
	Values map[agreement.FieldID]any
	Sides  map[agreement.SideID]agreement.PartyID // of opens: the sides of the same name that may stand there
	Asker  agreement.PartyID                      // of uses: who opened the case
	Money  *agreement.Money
	Amount any               // of pays: the value of its field, nil where it cannot be read here
	Donor  agreement.PartyID // of pays: whose money it is, "" where it is no single donor's
}

// String gives the effect in the words of the language: "suspends 7".
func (e Effect) String() string {
	if e.Target == "" {
		return string(e.Kind)
	}
	return string(e.Kind) + " " + e.Target
}

// compareEffects orders effects as they fold: by instant, then case, then place in the case.
func compareEffects(a, b Effect) int {
	return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Case, b.Case), cmp.Compare(a.Entry, b.Entry), cmp.Compare(a.Nth, b.Nth))
}

// Effects gives what the entry i of the history did beside the case, in a fixed order; nil where it did
// nothing. An act that waits for its quorum does nothing; the act that completes it has the effects. A silence has
// those of the step that it takes by default. Values that were given anew or destroyed since are not read any more:
// what an act did to a register is asked right after the act.
func (c *Case) Effects(i int) []Effect {
	if i < 0 || i >= len(c.Taken) {
		return nil
	}
	if u := c.under(i); u != c { // by the text under which it was taken, with the values that are here now
		v := *c
		v.Model, v.Procedure, v.Taken, v.Before = u.Model, u.Procedure, u.Taken, u.Before
		c = &v
	}
	t := &c.Taken[i]
	x := effects{c: c, t: t, entry: i}
	if step := c.did(i); step != nil && (t.Takes == "" || !c.beyondSilence(step)) {
		x.step(step)
	}
	if t.From != t.To {
		x.now = nil
		for window := range milestones(c.Model, c.Procedure.ID, t.To) {
			x.add(Effect{Kind: EffectVerifies, Target: window, Step: erasing(t), Article: c.Procedure.Article})
		}
	}
	if c.Procedure.Discrepancy {
		x.dispute()
	}
	return x.list
}

// effects gathers those of one entry.
type effects struct {
	c     *Case
	t     *Taken
	entry int
	now   *agreement.Step
	list  []Effect
}

func (x *effects) add(e Effect) {
	e.Case, e.Entry, e.Nth, e.At, e.Party, e.Role = x.c.ID, x.entry, len(x.list), x.t.At, x.t.Party, x.t.Role
	if e.From.IsZero() {
		e.From = e.At
	}
	if x.now != nil {
		e.Step, e.Article = x.now.ID, x.now.Article
	}
	x.list = append(x.list, e)
}

func (x *effects) step(s *agreement.Step) {
	x.now = s
	m := x.c.Model
	if r := m.Register(s.Adds); r != nil {
		x.entryOf(EffectAdds, r, nil)
	}
	if r := m.Register(s.Strikes); r != nil {
		x.entryOf(EffectStrikes, r, r.Key)
	}
	if k := m.Credential(s.Issues); k != nil {
		e := x.read(Effect{Kind: EffectIssues, Target: string(k.ID)}, k.Record, k.Fields)
		if !k.Valid.IsZero() {
			e.Until = m.After(k.Valid, x.t.At)
		}
		x.add(e)
	}
	if k := m.Credential(s.Revokes); k != nil {
		x.add(x.read(Effect{Kind: EffectRevokes, Target: string(k.ID)}, k.Record, k.Fields))
	}
	if p := m.Procedure(s.Opens); p != nil {
		x.opens(p)
	}
	for _, a := range s.Suspends {
		if cl := m.Clause(a); cl != nil && !cl.Untouchable && x.names(s, a) { // VCLT Art 60(5): some articles protect people, whatever a party does
			x.add(Effect{Kind: EffectSuspends, Target: string(a)})
		}
	}
	for _, a := range s.Restores {
		if !x.names(s, a) {
			continue
		}
		x.add(Effect{Kind: EffectRestores, Target: string(a)})
	}
	for _, a := range s.Renews {
		x.add(Effect{Kind: EffectRenews, Target: string(a), Prolongs: s.Prolongs})
	}
	if s.Begins != "" {
		x.add(Effect{Kind: EffectBegins, Target: string(s.Begins)})
	}
	if s.Withdraws && x.t.Party != "" {
		x.add(Effect{Kind: EffectWithdraws, Target: string(x.t.Party), From: m.After(m.Notice, x.t.At)})
	}
	if s.Uses != "" {
		x.add(Effect{Kind: EffectUses, Target: string(s.Uses), Asker: x.c.Opener("")})
	}
	if s.Returns != "" && x.holds(s.Returns) {
		x.add(Effect{Kind: EffectReturns, Target: string(s.Returns)})
	}
	if s.Money != nil {
		e := Effect{Kind: EffectPays, Target: string(s.Money.Fund), Money: s.Money, Donor: x.c.donor(s.Money, x.t.Party)}
		e.Amount, _ = x.value(s.Money.Amount)
		x.add(e)
	}
}

// names says whether a step suspends or restores an article of its list: each of them, or that which a field of the case names.
func (x *effects) names(s *agreement.Step, a agreement.Article) bool {
	if s.Named == "" {
		return true
	}
	v, ok := x.value(s.Named)
	return ok && v == string(a)
}

// entryOf is an entry of a register: all its fields, or only those named (its key), that the case has.
func (x *effects) entryOf(kind EffectKind, r *agreement.Register, only []agreement.FieldID) {
	if only == nil {
		if rec := x.c.Model.Record(r.Record); rec != nil {
			for i := range rec.Fields {
				only = append(only, rec.Fields[i].ID)
			}
		}
	}
	x.add(x.read(Effect{Kind: kind, Target: string(r.ID)}, r.Record, only))
}

// read fills in the fields of a record that the case has under the same name and type.
func (x *effects) read(e Effect, of agreement.RecordID, fields []agreement.FieldID) Effect {
	rec, own := x.c.Model.Record(of), x.c.Model.Record(x.c.Procedure.Record)
	if rec == nil || own == nil {
		return e
	}
	for _, id := range fields {
		x.fill(&e, rec.Field(id), own.Field(id))
	}
	return e
}

func (x *effects) fill(e *Effect, to, from *agreement.Field) {
	if to == nil || from == nil || to.Type != from.Type || to.Of != from.Of || to.Record != from.Record {
		return
	}
	if !x.had(to.ID) {
		return
	}
	e.Fields = append(e.Fields, to.ID)
	if v, ok := x.value(to.ID); ok {
		if e.Values == nil {
			e.Values = map[agreement.FieldID]any{}
		}
		e.Values[to.ID] = v
	}
}

// had says that the field had been given by the entry.
func (x *effects) had(f agreement.FieldID) bool {
	for i := x.entry; i >= 0; i-- {
		if t := &x.c.Taken[i]; t.Step != "" && slices.Contains(t.Gives, f) {
			return true
		}
	}
	return false
}

// value reads a field as it was after the entry, if it can still be read.
func (x *effects) value(f agreement.FieldID) (any, bool) {
	if given, ok := x.c.Given[f]; !ok || given > x.entry {
		return nil, false
	}
	v, ok := x.c.Values[f]
	return v, ok
}

// opens offers another case: fields and sides of the same name go over.
func (x *effects) opens(p *agreement.Procedure) {
	e := Effect{Kind: EffectOpens, Target: string(p.ID)}
	var fields []agreement.FieldID
	for i := range p.Steps {
		if s := &p.Steps[i]; len(s.From) == 0 {
			for _, f := range s.Gives {
				if !slices.Contains(fields, f) {
					fields = append(fields, f)
				}
			}
		}
	}
	e = x.read(e, p.Record, fields)
	for i := range p.Sides {
		s := &p.Sides[i]
		if party := x.c.Sides[s.ID]; party != "" && (len(s.Any) == 0 || slices.Contains(s.Any, party)) {
			if e.Sides == nil {
				e.Sides = map[agreement.SideID]agreement.PartyID{}
			}
			e.Sides[s.ID] = party
		}
	}
	x.add(e)
}

// dispute: a case of a discrepancy procedure puts the article that it names into dispute, and its end settles it.
func (x *effects) dispute() {
	if x.over() {
		x.add(Effect{Kind: EffectSettles, Step: erasing(x.t), Article: x.c.Procedure.Article})
		return
	}
	if x.t.Step == "" || x.t.Lacks > 0 || !slices.Contains(x.t.Gives, FieldArticle) {
		return
	}
	e := Effect{Kind: EffectDisputes, Step: x.t.Step, Article: x.c.Procedure.Article}
	x.now = nil
	v, readable := x.value(FieldArticle)
	if s, ok := v.(string); ok && x.c.Model.Clause(agreement.Article(s)) != nil {
		e.Target = s
	} else if readable {
		return // it names no article of the text
	}
	x.add(e)
}

// over says that this very entry ended the case.
func (x *effects) over() bool {
	if x.t.From != x.t.To {
		s := x.c.Procedure.State(x.t.To)
		return s != nil && s.Final
	}
	cl := x.c.Procedure.Clock(x.t.Clock)
	return cl != nil && cl.Silence == agreement.SilenceLapse && cl.To == "" && !x.t.Rests
}
