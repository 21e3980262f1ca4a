package world

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/indicator"
	"github.com/entente-net/entente/internal/node"
)

// figuresAgree holds the counts that a node keeps as cases move to what a look at every case gives: opened and ended by
// month, and of each clock how often it ran out and how many run.
func figuresAgree(t *testing.T, i *Island, id agreement.ID) {
	t.Helper()
	opened, lapsed := 0, 0
	for party, m := range i.Members {
		f, err := m.Node.Figures(t.Context(), id)
		if err != nil {
			continue // no party to it
		}
		for f.Behind > 0 {
			if f, err = m.Node.Figures(t.Context(), id); err != nil {
				t.Fatal(err)
			}
		}
		kept := keptCounts(f)
		seen, err := lookedAt(t, m.Node, party, f)
		if err != nil {
			t.Fatal(err)
		}
		if !maps.Equal(kept, seen) {
			for _, k := range slices.Sorted(maps.Keys(kept)) {
				if kept[k] != seen[k] {
					t.Errorf("%s, %s: %s: kept %d, seen %d", party, id, k, kept[k], seen[k])
				}
			}
			for _, k := range slices.Sorted(maps.Keys(seen)) {
				if _, ok := kept[k]; !ok {
					t.Errorf("%s, %s: %s: not kept, seen %d", party, id, k, seen[k])
				}
			}
		}
		for k, n := range kept {
			switch k[:3] {
			case "ope":
				opened += n
			case "lap":
				lapsed += n
			}
		}
	}
	t.Logf("%s: over all nodes %d cases opened, %d clocks ran out", id, opened, lapsed)
	if opened == 0 {
		t.Errorf("%s: the story opens no case", id)
	}
}

func keptCounts(f *node.Figures) map[string]int {
	out := map[string]int{}
	add := func(n int, words ...any) {
		if n != 0 {
			out[fmt.Sprintln(words...)] += n
		}
	}
	for _, p := range f.Procedures {
		for m, c := range p.Months {
			add(c.Opened, "opened", p.Procedure.ID, m)
			for s, n := range c.Outcomes {
				add(n, "outcome", p.Procedure.ID, s, m)
			}
			for id, k := range c.Clocks {
				add(k.Lapsed, "lapsed", p.Procedure.ID, id, m)
				add(k.Running, "running", p.Procedure.ID, id)
			}
		}
	}
	return out
}

func lookedAt(t *testing.T, n *node.Node, party agreement.PartyID, f *node.Figures) (map[string]int, error) {
	id, zone := f.Model.ID, f.Model.Location()
	who := &auth.Person{ID: "recounter", Party: party, Roles: map[agreement.ID][]agreement.RoleID{id: {node.RoleAuditor}}}
	out := map[string]int{}
	for from := (node.Cursor{}); ; {
		page, next, err := n.CasePage(t.Context(), who, from, 200)
		if err != nil {
			return nil, err
		}
		for _, l := range page {
			v, err := n.Case(t.Context(), who, l.ID)
			if err != nil {
				return nil, err
			}
			if v.Agreement == id && f.Model.Procedure(v.Procedure.ID) != nil {
				look(out, v.Case, v.Closed, v.Opened, zone)
			}
		}
		if next == (node.Cursor{}) {
			return out, nil
		}
		from = next
	}
}

func look(out map[string]int, c *casework.Case, closed bool, opened time.Time, zone *time.Location) {
	p := c.Procedure
	out[fmt.Sprintln("opened", p.ID, indicator.MonthOf(opened, zone))]++
	var ended time.Time
	for i, x := range c.Taken {
		if x.To == c.State && x.From != x.To {
			ended = x.At
		}
		if x.Clock != "" && x.Phase == casework.PhaseFinal && !explained(c, i) {
			out[fmt.Sprintln("lapsed", p.ID, x.Clock, indicator.MonthOf(lapseAt(c, x), zone))]++
		}
	}
	if closed {
		out[fmt.Sprintln("outcome", p.ID, c.State, indicator.MonthOf(ended, zone))]++
	}
	for _, r := range c.Clocks {
		if over := p.Clock(r.Clock).Silence == agreement.SilenceExplain && !r.Fired.IsZero(); over {
			continue // what runs is the time to say why
		}
		if r.Status == casework.StatusRuns || r.Status == casework.StatusSealed {
			out[fmt.Sprintln("running", p.ID, r.Clock)]++
		}
	}
}

// lapseAt is when the time was over: of a silence that destroys, before its grace.
func lapseAt(c *casework.Case, final casework.Taken) time.Time {
	at := final.At
	for _, x := range c.Taken {
		if x.Clock == final.Clock && x.Phase == casework.PhaseSealed && !x.At.After(final.At) {
			at = x.At
		}
	}
	return at
}

// explained says whether a silence is the second of one run: the first asked for an explanation, which did not come either.
func explained(c *casework.Case, i int) bool {
	cl := c.Procedure.Clock(c.Taken[i].Clock)
	if cl == nil || cl.Silence != agreement.SilenceExplain {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		switch t := c.Taken[j]; {
		case t.Clock == cl.ID && t.Phase == casework.PhaseFinal:
			return true
		case t.To != t.From && slices.Contains(cl.Starts, t.To):
			return false
		}
	}
	return false
}
