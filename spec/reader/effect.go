package reader

import (
	"slices"
	"time"
)

// Effect is one thing that an act or a silence did beside its case; see spec/standing.md.
type Effect struct {
	Kind, Target    string
	Case            string
	Entry, Nth      int
	Party           string // who acted, "" where nobody did
	Asker           string // of uses: who opened the case
	At, From, Until time.Time
	Prolongs        string
	Fields          []string
	Values          map[string]any
	Sides           map[string]string
	Amount          any
	Money           *Money // of pays
	Donor           string
}

// String is the effect as examples write it.
func (e Effect) String() string {
	if e.Target == "" {
		return e.Kind
	}
	return e.Kind + " " + e.Target
}

// Effects are those of the last entry of the history, asked right after it.
func (c *Case) Effects() (all []Effect) {
	e := c.history[len(c.history)-1]
	add := func(x Effect) {
		x.Case, x.Entry, x.Nth, x.Party, x.At = c.Name, len(c.history)-1, len(all), e.act.Party, e.at
		if x.From.IsZero() {
			x.From = e.at
		}
		all = append(all, x)
	}
	if s := c.did(&e); s != nil {
		c.beside(s, &e, add)
	}
	c.reach(&e, add)
	if c.Procedure.Discrepancy {
		c.quarrel(&e, add)
	}
	return all
}

func (c *Case) beside(s *Step, e *entry, add func(Effect)) {
	a := c.Agreement
	if r := one(a.Registers, func(r *Register) bool { return r.ID == s.Adds }); r != nil {
		var all []string
		for _, f := range a.record(r.Record).Fields {
			all = append(all, f.ID)
		}
		add(c.taking(Effect{Kind: "adds", Target: r.ID}, r.Record, all))
	}
	if r := one(a.Registers, func(r *Register) bool { return r.ID == s.Strikes }); r != nil {
		add(c.taking(Effect{Kind: "strikes", Target: r.ID}, r.Record, r.Key))
	}
	if k := one(a.Credentials, func(k *Credential) bool { return k.ID == s.Issues }); k != nil {
		x := Effect{Kind: "issues", Target: k.ID}
		if k.Valid != "" {
			x.Until = a.after(e.at, k.Valid)
		}
		add(c.taking(x, k.Record, k.Fields))
	}
	if k := one(a.Credentials, func(k *Credential) bool { return k.ID == s.Revokes }); k != nil {
		add(c.taking(Effect{Kind: "revokes", Target: k.ID}, k.Record, k.Fields))
	}
	if p := a.Procedure(s.Opens); p != nil {
		c.offer(p, add)
	}
	named := func(n string) bool { return s.Named == "" || c.values[s.Named] == n }
	for _, n := range s.Suspends {
		if named(n) && !one(a.Articles, func(x *Article) bool { return x.Number == n }).Untouchable {
			add(Effect{Kind: "suspends", Target: n})
		}
	}
	for _, n := range s.Restores {
		if named(n) {
			add(Effect{Kind: "restores", Target: n})
		}
	}
	for _, n := range s.Renews {
		add(Effect{Kind: "renews", Target: n, Prolongs: s.Prolongs})
	}
	if s.Begins != "" {
		add(Effect{Kind: "begins", Target: s.Begins})
	}
	if s.Withdraws {
		add(Effect{Kind: "withdraws", Target: e.act.Party, From: a.after(e.at, a.Notice)})
	}
	if s.Uses != "" {
		add(Effect{Kind: "uses", Target: s.Uses, Asker: c.history[0].act.Party})
	}
	if s.Returns != "" {
		held := 0
		for i := range c.history[:len(c.history)-1] {
			if d := c.did(&c.history[i]); d != nil && d.Uses == s.Returns {
				held++
			} else if d != nil && d.Returns == s.Returns {
				held = max(0, held-1)
			}
		}
		if held > 0 {
			add(Effect{Kind: "returns", Target: s.Returns})
		}
	}
	if s.Money != nil {
		f := one(a.Funds, func(f *Fund) bool { return f.ID == s.Money.Fund })
		add(Effect{Kind: "pays", Target: s.Money.Fund, Amount: c.values[s.Money.Amount], Money: s.Money, Donor: c.donor(f, s.Money, e.act.Party)})
	}
}

// taking fills in the fields of a record that the case has under the same name and type.
func (c *Case) taking(x Effect, record string, fields []string) Effect {
	for _, id := range fields {
		is := func(f *Field) bool { return f.ID == id }
		to, from := one(c.Agreement.record(record).Fields, is), one(c.Agreement.record(c.Procedure.Record).Fields, is)
		_, given := c.giver[id]
		if to == nil || from == nil || !given || to.Type != from.Type || to.Of != from.Of || to.Record != from.Record {
			continue
		}
		x.Fields = append(x.Fields, id)
		if v, readable := c.values[id]; readable {
			if x.Values == nil {
				x.Values = map[string]any{}
			}
			x.Values[id] = v
		}
	}
	return x
}

func (c *Case) offer(p *Procedure, add func(Effect)) {
	var fields []string
	for _, s := range p.Steps {
		for _, f := range s.Gives {
			if len(s.From) == 0 && !slices.Contains(fields, f) {
				fields = append(fields, f)
			}
		}
	}
	x := c.taking(Effect{Kind: "opens", Target: p.ID, Sides: map[string]string{}}, p.Record, fields)
	for _, s := range p.Sides {
		if party, has := c.Sides[s.ID]; has && (len(s.Any) == 0 || slices.Contains(s.Any, party)) {
			x.Sides[s.ID] = party
		}
	}
	add(x)
}

// quarrel: what a case of a discrepancy procedure puts into dispute, and settles.
func (c *Case) quarrel(e *entry, add func(Effect)) {
	final := func(st string) bool {
		s := one(c.Procedure.States, func(s *State) bool { return s.ID == st })
		return s != nil && s.Final
	}
	switch v, readable := c.values["article"]; {
	case e.from != e.to && final(e.to), e.closes:
		add(Effect{Kind: "settles"})
	case e.act.Step == "" || e.lacks > 0 || !slices.Contains(e.act.Gives, "article"):
	case !readable:
		add(Effect{Kind: "disputes"})
	default:
		number, _ := v.(string)
		if one(c.Agreement.Articles, func(x *Article) bool { return x.Number == number }) != nil {
			add(Effect{Kind: "disputes", Target: number})
		}
	}
}

// did is the step whose effect an entry of the history had, nil where it had none.
func (c *Case) did(e *entry) *Step {
	id := e.takes
	if id == "" && e.lacks == 0 {
		id = e.act.Step
	}
	return one(e.under.Steps, func(s *Step) bool { return s.ID == id })
}

// byNobody says that silence can take a step.
func (c *Case) byNobody(s *Step) bool {
	return len(s.Suspends) == 0 && s.Adds+s.Strikes+s.Revokes+s.Uses+s.Irregular == "" && !s.Withdraws && c.quorum(s) == 0
}

// QuotaUsed is how many grants of a quota count when a party acts at an instant in a case that the asker opened.
func (a *Agreement) QuotaUsed(s *Standing, quota, party, asker string, at time.Time) int {
	q := one(a.Quotas, func(q *Quota) bool { return q.ID == quota })
	begin := a.begins(a.Starts)
	l := parseLength(q.Per)
	period := func(t time.Time) (n int) { // which one: the periods are all counted from the first day
		if t.Before(begin) {
			return -1 // what is applied provisionally until then
		}
		for ; ; n++ {
			if n == len(a.periods[quota]) {
				k := n + 1
				end := add(begin, length{l.months * k, l.days * k, l.working * k, l.exact * time.Duration(k)}, a.zone, a.working(nil))
				a.periods[quota] = append(a.periods[quota], end)
			}
			if t.Before(a.periods[quota][n]) {
				return n
			}
		}
	}
	used, now := 0, period(at)
	from := quota
	if q.Of != "" {
		from = q.Of
	}
	returns, done := s.of("returns", from), map[int]bool{}
	uses := s.of("uses", from)
	back := make([]bool, len(uses))
	for _, r := range returns { // each takes away the latest grant of its case that is still there
		last := -1
		for i, e := range uses {
			if e.Case == r.Case && e.Entry < r.Entry && !done[i] && (last < 0 || e.Entry > uses[last].Entry) {
				last = i
			}
		}
		if last >= 0 {
			done[last], back[last] = true, !r.At.After(at)
		}
	}
	for i, e := range uses {
		if !back[i] && !e.At.After(at) && period(e.At) == now && (!q.Each && !q.Pair || e.Party == party) && (!q.Pair || e.Asker == asker) {
			used++
		}
	}
	return used
}
