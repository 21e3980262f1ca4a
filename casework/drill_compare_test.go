package casework

import (
	"testing"

	"github.com/entente-net/entente/agreement"
)

// compared plays the drill of the figures on two texts, of which the second gives another time to decide.
func compared(t *testing.T, answers, within string) Comparison {
	t.Helper()
	both := [2]*agreement.Model{figuresModel(t), figuresModel(t)}
	for _, m := range both {
		plain28(answers)(m, m.Drill("spring"))
	}
	both[1].Procedure("permit").Clock("decision").Within = period(within)
	c, err := Compare(both[0], both[0].Drill("spring"), both[1], both[1].Drill("spring"), 1)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCompareNothing(t *testing.T) {
	if c := compared(t, "P40D", "P10D"); len(c.Waits)+len(c.Clocks)+len(c.Figures) != 0 {
		t.Errorf("the same text differs from itself: %+v", c)
	}
	// Who answers in seven days is not moved by a time that was longer anyhow.
	if c := compared(t, "P7D", "P9D"); len(c.Waits)+len(c.Clocks)+len(c.Figures) != 0 {
		t.Errorf("a time that nobody needed makes a difference: %+v", c)
	}
}

// Nobody answers in time. With twice the time those who asked wait ten days more, and who could decide does not wait for anybody.
func TestCompareWhoWaits(t *testing.T) {
	const tenDays = 10 * 24 * 3600
	c := compared(t, "P40D", "P20D")
	if len(c.Waits) == 0 {
		t.Fatalf("nobody waits: %+v", c)
	}
	for _, w := range c.Waits {
		if w.Procedure != "permit" || w.Longer == 0 || w.Shorter != 0 || w.Most != tenDays || w.Least != 0 || w.Longer > w.Cases {
			t.Errorf("%+v", w)
		}
	}
	if len(c.Clocks) != 1 || c.Clocks[0].Old.Clock != "decision" || c.Clocks[0].Now.Lapsed >= c.Clocks[0].Old.Lapsed {
		t.Errorf("the times are %+v", c.Clocks)
	}
	// Half the time: they wait less, and what was decided in time no longer is.
	c = compared(t, "P7D", "P5D")
	if len(c.Waits) == 0 || c.Waits[0].Longer != 0 || c.Waits[0].Shorter == 0 || c.Waits[0].Least != -2*24*3600 {
		t.Errorf("who waits less: %+v", c.Waits)
	}
	if len(c.Clocks) == 0 || c.Clocks[0].Old.Lapsed != 0 || c.Clocks[0].Now.Lapsed == 0 {
		t.Errorf("the times are %+v", c.Clocks)
	}
	if len(c.Figures) == 0 {
		t.Error("the measures are the same, although nothing is granted any more")
	}
}

// A clock that only one of two texts has never began under the other.
func TestCompareAnAddedClock(t *testing.T) {
	old, now := figuresModel(t), figuresModel(t)
	for _, m := range []*agreement.Model{old, now} {
		plain28("P40D")(m, m.Drill("spring"))
	}
	p := old.Procedure("permit")
	p.Clocks = p.Clocks[1:]
	old.Build()
	missing := now.Procedure("permit").Clocks[0].ID
	c, err := Compare(old, old.Drill("spring"), now, now.Drill("spring"), 1)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, k := range c.Clocks {
		found = found || k.Now.Clock == missing && k.Old.Clock == missing && k.Old.Began == 0 && k.Now.Began > 0
	}
	if !found {
		t.Errorf("%s is not named: %+v", missing, c.Clocks)
	}
}
