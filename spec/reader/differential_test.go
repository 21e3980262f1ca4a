package reader

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

const (
	casesPerProcedure = 100
	opsPerCase        = 16
)

// agreements are the models of every agreement of this repository, and one that the language does not let anyone
// write but the schema does: clocks that silence treats in ways beside those of the language.
func agreements(t testing.TB) map[string]*agreement.Model {
	t.Helper()
	models := map[string]*agreement.Model{}
	for _, glob := range []string{"../../models/*.md", "../../docs/language.md", "../../agreement/testdata/*.md", "../../casework/testdata/*.md", "../../audit/synth/*.md", "testdata/*.md"} {
		files, err := filepath.Glob(glob)
		if err != nil || len(files) == 0 {
			t.Fatalf("no agreements at %s: %v", glob, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if m, _ := agreement.Compile(file, text); m != nil {
				models[strings.TrimPrefix(file, "../../")] = m
			}
		}
	}
	text, err := os.ReadFile("testdata/silences.md")
	if err != nil {
		t.Fatal(err)
	}
	m, findings := agreement.Compile("silences.md", text)
	if m == nil {
		t.Fatal(findings)
	}
	length := func(s string) agreement.Period {
		p, err := agreement.ParsePeriod(s)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	m.Procedure("proceed").Clock("answer").Extends = length("P10D")
	m.Procedure("lapse").Clock("reply").To = ""
	hurry := m.Procedure("lapse").Clock("hurry")
	hurry.Silence, hurry.Erases = agreement.SilenceRestrict, []agreement.FieldID{"words"}
	trust := m.Procedure("restrict").Clock("trust")
	trust.To, trust.Within = "kept", length("P8D") // one of its own states
	m.Procedure("suspend").Clock("begin").To = "stuck"
	m.Procedure("erase").Clock("review").Extends = length("PT6H")
	m.Procedure("explain").Clock("report").Max = agreement.Period{}
	models["silences as the schema lets them be"] = m.Build()
	return models
}

// TestTheEngineAndTheSecondReaderAgree lets both decide the same acts, honest and wrong, at the same times, and
// compares after each what a party would rely upon.
func TestTheEngineAndTheSecondReaderAgree(t *testing.T) {
	total := &tally{codes: map[string]int{}, silences: map[string]int{}}
	models := agreements(t)
	for _, name := range slices.Sorted(maps.Keys(models)) {
		m := models[name]
		t.Run(name, func(t *testing.T) {
			for i := range m.Procedures {
				cases := casesPerProcedure
				if strings.HasPrefix(name, "agreement/testdata/") && !strings.Contains(name, "excerpt") {
					cases = 3 // the base text with a warning
				}
				for n := range cases {
					a, err := Read(m.Canonical())
					if err != nil {
						t.Fatal(err)
					}
					d := &duel{T: t, tally: total, m: m, p: &m.Procedures[i], a: a, rnd: rand.New(rand.NewPCG(uint64(n), uint64(i)))}
					d.name = fmt.Sprintf("%s, procedure %s, case %d", name, d.p.ID, n)
					d.run()
					if t.Failed() {
						return
					}
				}
			}
		})
	}
	total.enough(t)
}

// tally counts what came to pass, so that a comparison of nothing with nothing does not pass for one.
type tally struct {
	cases, taken, seen, hidden, duties int
	codes, silences                    map[string]int
}

func (y *tally) enough(t *testing.T) {
	t.Logf("%d cases, %d acts taken, %d fields seen and %d not, %d duties; silences %v; refusals %v", y.cases, y.taken, y.seen, y.hidden, y.duties, y.silences, y.codes)
	if y.cases < 1000 || y.taken < 3000 || y.seen < 10_000 || y.hidden < 10_000 || y.duties < 1000 {
		t.Error("too little was compared")
	}
	for _, s := range []string{"proceed", "lapse", "suspend", "erase", "explain", "remain", "restrict", "sealed"} {
		if y.silences[s] < 10 {
			t.Errorf("only %d silences of the kind %s", y.silences[s], s)
		}
	}
	for _, code := range []string{
		"invalid", "no-such-step", "side-unbound", "wrong-side", "wrong-role", "not-in-force", "article-ended", "wrong-state", "clock-lapsed", "same-person",
		"not-independent", "personal-missing", "field-missing", "field-unknown", "field-invalid", "reasons-missing", "ground-unknown", "condition-unread",
		"condition-unmet", "sealed", "erased", "not-shared", "conflict",
	} {
		if y.codes[code] < 10 {
			t.Errorf("only %d refusals with %s", y.codes[code], code)
		}
	}
}

// duel is one case in both readers.
type duel struct {
	*testing.T
	*tally
	name   string
	m      *agreement.Model
	p      *agreement.Procedure
	a      *Agreement
	rnd    *rand.Rand
	engine *casework.Case
	reader *Case
	sides  map[agreement.SideID]agreement.PartyID
	now    time.Time
	log    []string
}

// differ ends a case with what led there.
func (d *duel) differ(format string, args ...any) {
	d.Helper()
	d.Fatalf("%s: %s\n%s", d.name, fmt.Sprintf(format, args...), strings.Join(d.log, "\n"))
}

func (d *duel) note(format string, args ...any) { d.log = append(d.log, fmt.Sprintf(format, args...)) }

func (d *duel) chance(percent int) bool { return d.rnd.IntN(100) < percent }

func pick[E any](d *duel, from []E) E { return from[d.rnd.IntN(len(from))] }

func (d *duel) run() {
	d.cases++
	d.now = d.m.Starts.Midnight(d.m.Location()).Add(time.Duration(d.rnd.Int64N(int64(300 * 24 * time.Hour)))).Truncate(time.Microsecond)
	if d.chance(5) {
		d.now = d.m.Starts.Midnight(d.m.Location()).Add(time.Duration(d.rnd.IntN(3)-1) * time.Microsecond)
	}
	for tries := 0; d.engine == nil && tries < 6; tries++ {
		d.open()
	}
	for range opsPerCase {
		if d.engine == nil || d.engine.Over() && d.chance(40) {
			return
		}
		d.wait()
		if d.chance(85) {
			d.settle()
		}
		switch {
		case d.chance(12):
			d.attest()
		default:
			d.act()
		}
		d.compare()
	}
}

// open begins the case, mostly as it should.
func (d *duel) open() {
	d.bind()
	var opening []agreement.StepID
	for i := range d.p.Steps {
		if len(d.p.Steps[i].From) == 0 || d.chance(3) {
			opening = append(opening, d.p.Steps[i].ID)
		}
	}
	mv := d.move(pick(d, opening))
	sides := map[string]string{}
	for s, p := range d.sides {
		sides[string(s)] = string(p)
	}
	c, err := casework.Open(d.m, "c", d.p.ID, d.sides, mv)
	mine, code := Open(d.a, string(d.p.ID), sides, act(mv))
	d.verdict("open "+string(mv.Step), mv, err, code)
	d.engine, d.reader = c, mine
	if c != nil {
		d.compare()
	}
}

func (d *duel) bind() {
	named := map[agreement.SideID]agreement.PartyID{}
	for i := range d.p.Sides {
		s := &d.p.Sides[i]
		fit := slices.DeleteFunc(slices.Clone(s.Any), func(p agreement.PartyID) bool {
			return slices.ContainsFunc(s.Other, func(o agreement.SideID) bool { return named[o] == p })
		})
		if len(fit) == 0 || d.chance(3) {
			fit = []agreement.PartyID{pick(d, d.m.Parties).ID, "nobody"}
		}
		if !d.chance(2) {
			named[s.ID] = pick(d, fit)
		}
	}
	if d.chance(2) {
		named["another"] = d.m.Parties[0].ID
	}
	d.sides = named
}

// wait lets time pass: hardly, a little, much, or to the edge of what is next.
func (d *duel) wait() {
	var edges []time.Time
	if s, ok := d.reader.Next(); ok {
		edges = append(edges, s.At)
	}
	if end, ok := d.reader.KeptUntil(); ok {
		edges = append(edges, end)
	}
	switch n := d.rnd.IntN(20); {
	case n < 9:
		d.now = d.now.Add(time.Duration(d.rnd.Int64N(int64(8 * time.Hour)))).Truncate(time.Microsecond)
	case n < 13:
		d.now = d.now.Add(time.Duration(d.rnd.IntN(6)) * 12 * time.Hour)
	case n < 14:
		d.now = d.now.Add(time.Duration(d.rnd.IntN(40)) * 24 * time.Hour)
	case n == 14 && d.chance(30):
		d.now = d.now.AddDate(0, d.rnd.IntN(15), d.rnd.IntN(3))
	case n < 18 && len(edges) > 0:
		if at := pick(d, edges).Add(time.Duration(d.rnd.IntN(3)-1) * time.Microsecond); at.After(d.now) {
			d.now = at
		}
	}
}

// settle records in both what silence did.
func (d *duel) settle() {
	for range 50 {
		due := d.engine.Due(d.now)
		next, ok := d.reader.Next()
		ok = ok && d.now.After(next.At)
		if ok != (len(due) > 0) || ok && (string(due[0].Clock) != next.Clock || !due[0].At.Equal(next.At) || next.Final != (due[0].Phase == casework.PhaseFinal)) {
			d.differ("due is %+v, and %+v (%v)", due, next, ok)
		}
		if !ok {
			return
		}
		l := due[0]
		c, err := d.engine.Lapse(l)
		code := d.reader.Fall(false, false)
		if string(fault.CodeOf(err)) != code {
			d.differ("the silence of %s: %v, and %q", l.Clock, err, code)
		}
		if err != nil { // only home could read the condition: take its word
			d.codes[code]++
			l.Attested, l.Unmet = true, d.chance(50)
			if c, err = d.engine.Lapse(l); err != nil {
				d.differ("the silence of %s on home's word: %v", l.Clock, err)
			}
			if code := d.reader.Fall(true, l.Unmet); code != "" {
				d.differ("the silence of %s on home's word: %s", l.Clock, code)
			}
		}
		if kind := string(d.p.Clock(l.Clock).Silence); l.Phase == casework.PhaseSealed {
			d.silences["sealed"]++
		} else {
			d.silences[kind]++
		}
		d.engine = c
		d.note("%s: silence of %s (%s), the case stands in %q", l.At.Format(stamp), l.Clock, l.Phase, c.State)
		d.compare()
	}
	d.differ("silence after silence")
}

const stamp = "2006-01-02T15:04:05.999999Z07:00"

func (d *duel) act() {
	var possible, all []agreement.StepID
	for i := range d.p.Steps {
		s := &d.p.Steps[i]
		all = append(all, s.ID)
		if slices.Contains(s.From, d.engine.State) {
			possible = append(possible, s.ID)
		}
	}
	step := pick(d, all)
	if len(possible) > 0 && !d.chance(12) {
		step = pick(d, possible)
	}
	if d.chance(1) {
		step = "nonsense"
	}
	mv := d.move(step)
	c, err := d.engine.Take(mv)
	code := d.reader.Take(act(mv))
	d.verdict(string(step), mv, err, code)
	if err == nil {
		d.engine = c
		d.taken++
	}
}

// verdict compares whether an act was taken, or with which code it was refused.
func (d *duel) verdict(what string, mv casework.Move, err error, code string) {
	d.Helper()
	values := maps.Clone(mv.Values)
	maps.DeleteFunc(values, func(f agreement.FieldID, _ any) bool { return d.p == nil || len(fmt.Sprint(mv.Values[f])) > 200 })
	d.note("%s: %s by %s (%s/%s, %q) proved %s gives %v %v ground %q facts %v attested %v: %s", d.now.Format(stamp), what, mv.Party, mv.Side, mv.Role, mv.Person,
		mv.Proved.Format(stamp), mv.Gives, values, mv.Ground, mv.Facts, mv.Attested, code)
	if got := string(fault.CodeOf(err)); got != code {
		d.differ("the engine says %q (%v), the second reader %q", got, err, code)
	}
	if code != "" {
		d.codes[code]++
	}
}

// act is a move as the second reader takes it.
func act(mv casework.Move) Act {
	a := Act{
		Step: string(mv.Step), Side: string(mv.Side), Party: string(mv.Party), Role: string(mv.Role), Person: string(mv.Person), Ground: mv.Ground,
		Facts: mv.Facts, Signed: mv.Personal, Trusted: mv.Attested, Received: mv.Received, Proved: mv.Proved, Values: map[string]any{},
	}
	for _, f := range mv.Gives {
		a.Gives = append(a.Gives, string(f))
	}
	for f, v := range mv.Values {
		a.Values[string(f)] = v
	}
	return a
}

func (d *duel) attest() {
	party := pick(d, d.m.Parties).ID
	at := casework.Attestation{Party: party, Received: d.now, All: d.chance(20)}
	if owed := d.engine.ErasuresOf(party, d.now); len(owed) > 0 && d.chance(80) {
		e := pick(d, owed)
		at.Fields, at.All = e.Fields, e.All
	} else if given := slices.Sorted(maps.Keys(d.engine.Given)); len(given) > 0 && d.chance(70) {
		at.Fields = []agreement.FieldID{pick(d, given)}
	}
	if at.All {
		at.Fields = nil
	}
	var fields []string
	for _, f := range at.Fields {
		fields = append(fields, string(f))
	}
	c, err := d.engine.Attest(at)
	code := d.reader.Attest(string(party), fields, at.All, d.now)
	d.note("%s: %s attests %v, all %v: %s", d.now.Format(stamp), party, fields, at.All, code)
	if string(fault.CodeOf(err)) != code {
		d.differ("%v, and %q", err, code)
	}
	if code != "" {
		d.codes[code]++
		return
	}
	d.engine = c
}
