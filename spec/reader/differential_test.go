package reader

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/entente-net/entente/casework"
)

const (
	casesPerProcedure = 80
	opsPerCase        = 16
)

// TestTheEngineAndTheSecondReaderAgree lets both decide the same acts, honest and wrong, at the same times, and
// compares after each what a party would rely upon.
func TestTheEngineAndTheSecondReaderAgree(t *testing.T) {
	total := &tally{codes: map[string]int{}, silences: map[string]int{}, effects: map[string]int{}, forces: map[string]int{}}
	models := agreements(t)
	for _, name := range slices.Sorted(maps.Keys(models)) {
		m := models[name]
		t.Run(name, func(t *testing.T) {
			a, err := Read(m.Canonical())
			if err != nil {
				t.Fatal(err)
			}
			moving := len(m.Phases) > 0
			for i := range m.Procedures {
				moving = moving || casework.Moves(m, &m.Procedures[i])
			}
			for i := range m.Procedures {
				for n := range casesOf(name, moving) {
					w := &world{T: t, tally: total, m: m, a: a, rnd: rand.New(rand.NewPCG(uint64(n), uint64(i))), most: 1}
					if moving {
						w.most = 4
					}
					w.name = fmt.Sprintf("%s, procedure %s, case %d", name, m.Procedures[i].ID, n)
					w.run(&m.Procedures[i])
					if t.Failed() {
						return
					}
				}
			}
		})
	}
	total.enough(t)
}

// casesOf is how many worlds of each procedure are tried: fewer where a text is one of many alike.
func casesOf(name string, moving bool) int {
	switch {
	case strings.HasPrefix(name, "agreement/testdata/") && !strings.Contains(name, "excerpt"):
		return 3 // the base text with a warning
	case strings.HasPrefix(name, "models/") && !strings.Contains(name, "northgate"):
		return 2 // of thirty procedures each
	case moving:
		return 25 // of several cases each
	case strings.HasSuffix(name, "deadlines.md"):
		return 8 // one procedure for each law
	}
	return casesPerProcedure
}

// tally counts what came to pass, so that a comparison of nothing with nothing does not pass for one.
type tally struct {
	cases, taken, seen, hidden, duties, coarse int
	ends                                       int
	codes, silences, effects, forces           map[string]int
}

func (y *tally) enough(t *testing.T) {
	t.Logf("%d cases, %d acts taken, %d fields seen and %d not, %d duties, %d coarse; silences %v; effects %v; in force %v; refusals %v",
		y.cases, y.taken, y.seen, y.hidden, y.duties, y.coarse, y.silences, y.effects, y.forces, y.codes)
	if y.cases < 1000 || y.taken < 3000 || y.seen < 10_000 || y.hidden < 10_000 || y.duties < 1000 || y.coarse < 1000 || y.ends < 10 {
		t.Error("too little was compared")
	}
	for _, s := range []string{"proceed", "lapse", "suspend", "erase", "explain", "remain", "restrict", "sealed", "rests"} {
		if y.silences[s] < 10 {
			t.Errorf("only %d silences of the kind %s", y.silences[s], s)
		}
	}
	for _, kind := range []string{
		"adds", "strikes", "issues", "revokes", "opens", "suspends", "restores", "renews", "begins", "withdraws", "uses", "pays", "disputes", "settles", "verifies",
	} {
		if y.effects[kind] < 10 {
			t.Errorf("only %d effects of the kind %s", y.effects[kind], kind)
		}
	}
	for _, code := range []string{
		"invalid", "no-such-step", "side-unbound", "wrong-side", "wrong-role", "not-in-force", "article-ended", "wrong-state", "clock-lapsed", "same-person",
		"not-independent", "personal-missing", "field-missing", "field-unknown", "field-invalid", "reasons-missing", "ground-unknown", "condition-unread",
		"condition-unmet", "sealed", "erased", "not-shared", "conflict",
		"article-suspended", "party-withdrawn", "quorum-twice", "quota-used",
	} {
		if y.codes[code] < 10 {
			t.Errorf("only %d refusals with %s", y.codes[code], code)
		}
	}
}
