package audit_test

import (
	"crypto/sha256"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/audit/synth"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// spot is where something was found: the other side learns of it to ten kilometres.
var spot = []any{12.5, 48.1}

const roughly = "spot~10 km"

func executed() synth.Action {
	return prosecutor("execute", map[agreement.FieldID]any{"evidence": "found in a barn", "spot": spot})
}

// found plays a request up to its answer, which says where.
func (f *fixture) found(edit func(*seal.Act)) *synth.Case {
	f.Helper()
	c := f.open("ordinary")
	f.do(c, f.judge("authorise"))
	x := executed()
	x.Edit = edit
	f.do(c, x)
	return c
}

func disclosed(p *synth.CasePart) []string {
	var out []string
	for _, d := range p.Disclosures {
		out = append(out, d.Field)
	}
	slices.Sort(out)
	return out
}

func TestCoarseValues(t *testing.T) {
	f := world(t, 5)
	c := f.found(nil)
	f.settle(time.Hour)
	home, peer := f.both()
	if got := disclosed(home.Case(c.ID)); !slices.Contains(got, "spot") || !slices.Contains(got, roughly) {
		t.Errorf("the giver shows %v", got)
	}
	if got := disclosed(peer.Case(c.ID)); slices.Contains(got, "spot") || !slices.Contains(got, roughly) {
		t.Errorf("the other side shows %v", got)
	}
	f.clean(f.replay(home, peer))
	f.clean(f.replay(peer))
}

func TestWrongCoarseValues(t *testing.T) {
	arland, belmark := synth.Arland, synth.Belmark
	drawn := sha256.Sum256([]byte("salts"))
	commit := func(f *fixture, name string, value any) (string, seal.Commitment) {
		d, g, err := seal.Commit(name, value, &repeat{drawn[:], 0})
		f.ok(err)
		text, err := d.Text()
		f.ok(err)
		return text, g
	}
	for name, do := range map[string]func(f *fixture) want{
		"there is none": func(f *fixture) want {
			c := f.found(func(a *seal.Act) {
				a.Gives = slices.DeleteFunc(a.Gives, func(g seal.Commitment) bool { return g.Field == roughly })
			})
			return want{code: fault.FieldMissing, party: belmark, c: c, number: 3, step: "execute", article: "2"}
		},
		"there is one besides": func(f *fixture) want {
			_, finer := commit(f, "spot~1 km", []any{12.5, 48.1})
			c := f.found(func(a *seal.Act) {
				a.Gives = append(a.Gives, finer)
				slices.SortFunc(a.Gives, func(x, y seal.Commitment) int { return strings.Compare(x.Field, y.Field) })
			})
			return want{code: fault.FieldUnknown, party: belmark, c: c, number: 3, step: "execute", article: "2"}
		},
		"there is one of a field that is not given": func(f *fixture) want {
			_, more := commit(f, roughly, []any{12.5, 48.1})
			c := f.open("ordinary")
			x := f.judge("authorise")
			x.Edit = func(a *seal.Act) { a.Gives = append(a.Gives, more) }
			f.do(c, x)
			return want{code: fault.FieldUnknown, party: belmark, c: c, number: 2, step: "authorise", article: "2"}
		},
		"it does not follow from the exact one": func(f *fixture) want {
			text, lie := commit(f, roughly, []any{13.07, 48.11364})
			c := f.found(func(a *seal.Act) {
				for i := range a.Gives {
					if a.Gives[i].Field == roughly {
						a.Gives[i] = lie
					}
				}
			})
			c.Entries[2].Disclosures[roughly] = text
			return want{code: fault.Commitment, party: belmark, c: c, number: 3, step: "execute", article: "2"}
		},
		"the exact one went to whom the coarse one is open": func(f *fixture) want {
			c := f.found(nil)
			c.Entries[2].Deliveries = append(c.Entries[2].Deliveries, synth.Delivery{To: arland, Fields: []string{"spot"}, When: f.w.Now})
			return want{code: fault.NotShared, party: belmark, c: c, number: 3, step: "execute", article: "2"}
		},
		"it is held after its time": func(f *fixture) want {
			c := f.open("danger to life")
			f.do(c, prosecutor("act-at-once", map[agreement.FieldID]any{"evidence": "heard on the telephone", "spot": spot}))
			f.w.Tick(80 * time.Hour)
			f.ok(f.w.Settle(c))
			f.w.Keep(c, arland)
			f.w.Drop(c, arland, "evidence")
			f.w.Tick(48 * time.Hour)
			return want{code: audit.KeptTooLong, party: arland, c: c, number: 2, step: "act-at-once"}
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := world(t, 13)
			w := do(f)
			f.settle(10 * time.Minute)
			home, other := f.both()
			f.only(f.replay(home, other), w)
		})
	}
}

// A refusal of what could not be taken either way is no wrong of home's.
func TestRefusedForItsCoarseValues(t *testing.T) {
	f := world(t, 17)
	c := f.open("ordinary")
	f.do(c, f.judge("authorise"))
	f.w.Tick(time.Minute)
	x := executed()
	x.Edit = func(a *seal.Act) {
		a.Gives = slices.DeleteFunc(a.Gives, func(g seal.Commitment) bool { return g.Field == roughly })
	}
	f.ok(f.w.Refuse(c, x, string(fault.WrongState)))
	f.settle(time.Hour)
	home, other := f.both()
	f.clean(f.replay(home, other))
}
