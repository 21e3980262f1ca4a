package audit

import (
	"encoding/json"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// statedFact is one outside fact that a home stated.
type statedFact struct {
	ct       *contract
	home     agreement.PartyID
	id       casework.CaseID
	number   uint64
	step     agreement.StepID
	article  agreement.Article
	at       time.Time // just before which it was counted
	received time.Time // by when home knew what it counted
	fact     seal.Fact
}

// counted is a case over which facts are counted, as it was after each of its receipts.
type counted struct {
	parties  []agreement.PartyID
	home     agreement.PartyID
	received []time.Time
	states   []*casework.Case // nil where the replay could not go on
}

// moneyMoved is an effect that a fund counts, and when home received the act that had it.
type moneyMoved struct {
	effect   casework.Effect
	received time.Time
	id       casework.CaseID
}

// foundDay is what the depositary found on a day of renewal, or of a phase.
type foundDay struct {
	entry    *entry
	day      casework.Day
	facts    map[string]any
	received time.Time
}

// reads gives the indicators and funds that decide about something in an agreement, and that a home therefore states.
func reads(m *agreement.Model) (names []string, over map[agreement.ProcedureID]bool) {
	for i := range m.Procedures {
		for j := range m.Procedures[i].Steps {
			names = append(names, casework.HomeFacts(m, &m.Procedures[i].Steps[j])...)
		}
	}
	for i := range m.Phases {
		names = append(names, casework.OfHome(m.Phases[i].Entry.Facts)...)
	}
	if m.Renewal != nil {
		names = append(names, casework.OfHome(m.Renewal.Unless.Facts)...)
	}
	over = map[agreement.ProcedureID]bool{}
	for _, name := range names {
		if x := m.Indicator(indicatorOf(name)); x != nil && x.Procedure != "" {
			over[x.Procedure] = true
		}
	}
	return names, over
}

func indicatorOf(name string) agreement.IndicatorID {
	id, ok := strings.CutPrefix(name, casework.FactIndicator(""))
	if !ok {
		return ""
	}
	return agreement.IndicatorID(id)
}

func factsOf(list []seal.Fact) map[string]any {
	var facts map[string]any
	for _, f := range list {
		if v, err := seal.ParseJSON([]byte(f.Value)); err == nil {
			if facts == nil {
				facts = map[string]any{}
			}
			facts[f.Name] = v
		}
	}
	return facts
}

// stated keeps the facts that home stated with an act or a silence of this case.
func (r *caseRun) stated(c *casework.Case, e *entry, article agreement.Article, step agreement.StepID, list []seal.Fact, at time.Time) {
	for _, f := range list {
		if len(casework.OfHome([]string{f.Name})) == 0 {
			continue
		}
		r.a.stands.state(statedFact{
			ct: r.ct, home: c.Home(), id: c.ID, number: e.number, step: step, article: article, at: at, received: e.received(), fact: f,
		})
	}
}

func (s *stands) state(f statedFact) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.facts = append(s.facts, f)
}

// countable keeps a case over which facts are counted.
func (r *caseRun) countable() {
	c := r.last()
	if c == nil || !r.ct.over[c.Procedure.ID] {
		return
	}
	x := &counted{parties: c.Parties(), home: c.Home(), states: r.states}
	for _, e := range r.list[:len(r.states)] {
		x.received = append(x.received, e.received())
	}
	s := &r.a.stands
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.counted == nil {
		s.counted = map[*contract][]*counted{}
	}
	s.counted[r.ct] = append(s.counted[r.ct], x)
}

// day reads what the depositary found on a day; whether there was such a day is judged once all cases are known.
func (r *caseRun) day(e *entry) {
	a := &e.act.Act
	m := r.ct.model
	x := foundDay{entry: e, facts: factsOf(a.Facts), received: e.received()}
	said, _ := x.facts["day"].(string)
	switch p := m.Phase(agreement.PhaseID(a.Phase)); {
	case a.Party != string(m.Depositary) || a.Procedure != "agreement":
	case a.Step == "enter" && p != nil:
		x.day = casework.Day{Phase: p.ID, Day: p.Starts, At: p.Starts.Midnight(m.Location())}
	case a.Step == "renew" && a.Phase == "":
		if d, err := agreement.ParseDate(said); err == nil {
			x.day = casework.Day{Day: d, At: d.After().Midnight(m.Location())}
		}
	}
	if x.day.At.IsZero() {
		r.breach(e, fault.NoSuchStep, agreement.PartyID(a.Party), "the act says nothing about a day of which something was to be found")
		return
	}
	r.ct.days = append(r.ct.days, x)
	for _, f := range a.Facts {
		if f.Name != "day" {
			r.a.stands.state(statedFact{
				ct: r.ct, home: m.Depositary, id: r.key.id, number: e.number, step: agreement.StepID(a.Step), article: agreement.Article(a.Article),
				at: x.day.At, received: x.received, fact: f,
			})
		}
	}
}

// days lets what was found on its days have its effect, in the order in which it was found, and gives the standing after
// the first n of them for every n. Of a day of which nothing was found though it had come, the depositary is asked.
func (s *stands) days(a *auditor, ct *contract, standing *casework.Standing) []*casework.Standing {
	all := []*casework.Standing{standing}
	find := func(f Finding) {
		f.Agreement, f.Case = ct.model.ID, ct.ownCase
		a.col.add(f)
	}
	for _, x := range ct.days {
		i := slices.IndexFunc(standing.DueDays(ct.model, x.received), func(d casework.Day) bool { return d.Phase == x.day.Phase && d.Day == x.day.Day })
		if i < 0 {
			find(Finding{
				Code: fault.Conflict, Severity: Breach, Party: ct.model.Depositary, Number: x.entry.number, Step: stepOf(x.entry), At: x.received,
				Message: sprintf("nothing was to be found then about %s", x.day.Day),
			})
			continue
		}
		standing = standing.Found(ct.model, x.day, x.facts)
		all = append(all, standing)
	}
	for _, b := range a.bundles {
		if b.header.Party != ct.model.Depositary || !slices.Contains(b.header.Agreements, ct.digest) || len(ct.ratified) < len(ct.model.Parties) {
			continue
		}
		for _, d := range standing.DueDays(ct.model, b.header.Made.Add(-a.opts.Late)) {
			find(Finding{
				Code: LapseMissing, Severity: Breach, Party: b.header.Party, Article: ct.model.Declared, At: d.At,
				Message: sprintf("by %s nothing was found about %s, which had come at %s", formatTime(b.header.Made), dayWords(d), formatTime(d.At)),
			})
		}
	}
	return all
}

func dayWords(d casework.Day) string {
	if d.Phase != "" {
		return "the day of the phase " + string(d.Phase)
	}
	return "the renewal after " + d.Day.String()
}

// recount holds what homes stated against what their cases come to. What a home knew are the cases in which it has part;
// those that it orders it knows at once, those of others when it has heard of them.
func (s *stands) recount(a *auditor) {
	type word struct {
		ct   *contract
		home agreement.PartyID
		name string
	}
	attested := map[word]int{}
	first := map[word]*statedFact{}
	for i := range s.facts {
		f := &s.facts[i]
		value, whole := s.count(f, time.Time{})
		switch {
		case !whole || !s.sees(a, f):
			k := word{f.ct, f.home, f.fact.Name}
			if attested[k]++; first[k] == nil || f.received.Before(first[k].received) {
				first[k] = f
			}
		case value == f.fact.Value || s.heardLess(a, f):
			a.col.count(func(n *Counts) { n.Facts++ })
		default:
			if value == "" {
				value = "nothing"
			}
			a.col.add(Finding{
				Code: FactWrong, Severity: Breach, Party: f.home, Agreement: f.ct.model.ID, Article: f.article, Case: f.id, Number: f.number, Step: f.step, At: f.received,
				Message: sprintf("%s states that %s comes to %s; by the cases in which it has part it comes to %s", f.home, f.fact.Name, f.fact.Value, value),
			})
		}
	}
	for k, n := range attested {
		f := first[k]
		a.col.add(Finding{
			Code: FactAttested, Severity: Attested, Party: k.home, Agreement: k.ct.model.ID, Article: f.article, At: f.received,
			Message: sprintf("what %s came to, as %s stated it %d times, rests on its word: what it counted is not all open to the auditor", k.name, k.home, n),
		})
	}
}

// sees says whether the bundles hold every case that home could count: home's own bundle does, and so does that of any party
// that has part in each case of the procedure.
func (s *stands) sees(a *auditor, f *statedFact) bool {
	m := f.ct.model
	return slices.ContainsFunc(a.bundles, func(b *stream) bool {
		if !slices.Contains(b.header.Agreements, f.ct.digest) {
			return false
		}
		if b.header.Party == f.home {
			return true
		}
		x := m.Indicator(indicatorOf(f.fact.Name))
		return x != nil && x.Procedure != "" && casework.Everywhere(m, m.Procedure(x.Procedure), b.header.Party)
	})
}

// heardLess says whether a fact is right if home had not yet heard the latest that other homes had received: up to an hour
// before (Options.Late), and by their clocks a little after.
func (s *stands) heardLess(a *auditor, f *statedFact) bool {
	var cuts []time.Time
	for _, c := range s.counted[f.ct] {
		if c.home == f.home {
			continue
		}
		for _, t := range c.received {
			if t.After(f.received.Add(-a.opts.Late)) && !t.After(f.received.Add(a.opts.Skew)) {
				cuts = append(cuts, t, t.Add(time.Microsecond))
			}
		}
	}
	slices.SortFunc(cuts, time.Time.Compare)
	const most = 200
	cuts = slices.Compact(cuts)
	for _, cut := range cuts[max(0, len(cuts)-most):] {
		if value, whole := s.count(f, cut); whole && value == f.fact.Value {
			return true
		}
	}
	return false
}

// count finds a fact anew: of cases that home orders from what it had received before, of others from what their homes had
// received before cut (zero: as home itself). "" where it comes to nothing. whole says that everything could be read.
func (s *stands) count(f *statedFact, cut time.Time) (value string, whole bool) {
	if cut.IsZero() {
		cut = f.received
	}
	before := func(home agreement.PartyID, received time.Time) bool {
		if home == f.home {
			return received.Before(f.received)
		}
		return received.Before(cut)
	}
	readable := true
	cases := func(p agreement.ProcedureID) iter.Seq[*casework.Case] {
		return func(yield func(*casework.Case) bool) {
			for _, c := range s.counted[f.ct] {
				if !slices.Contains(c.parties, f.home) {
					continue
				}
				n := 0
				for n < len(c.received) && before(c.home, c.received[n]) {
					n++
				}
				if n == 0 {
					continue
				}
				if c.states[n-1] == nil {
					readable = false
					continue
				}
				if c.states[n-1].Procedure.ID == p && !yield(c.states[n-1]) {
					return
				}
			}
		}
	}
	var standing *casework.Standing
	for _, x := range s.moved[f.ct] {
		if slices.Contains(s.parties[x.id], f.home) && before(s.homes[x.id], x.received) {
			standing = standing.Apply(x.effect)
		}
	}
	known := casework.Known{
		Cases: cases, Standing: standing,
		Entries: func(*agreement.Indicator) (iter.Seq[casework.Entry], bool) { return nil, false },
	}
	v, whole, found := known.Find(f.ct.model, f.fact.Name, f.at)
	if !found {
		return "", whole && readable
	}
	b, err := seal.Canonical(json.Number(v))
	return string(b), whole && readable && err == nil
}
