package agreement

import (
	"slices"
	"time"
)

// maxDrillCases bounds how many cases an exercise opens.
const maxDrillCases = 10_000

// checkDrill asks that an exercise can be played: in its time, by those who may.
func (c *compiler) checkDrill(d *Drill) {
	path := "/drill." + string(d.ID)
	for i := range d.Actors {
		a := &d.Actors[i]
		at := c.place(path+"/actor."+a.ID+"/party", path+"/actor."+a.ID)
		if a.Party != "" && !slices.Contains(c.m.Role(a.Role).Held, a.Party) {
			c.on(CodeDrill, at, "party %q does not fill the role %q", a.Party, a.Role).mend("name a party that does")
		}
		if slices.ContainsFunc(d.Actors[:i], func(b Player) bool { return b.Role == a.Role && b.Party == a.Party }) {
			c.on(CodeDrill, at, "two actors play the same role of the same party").mend("keep one of them, or name another party")
		}
	}
	start := c.m.Starts.Midnight(c.m.Location())
	end := c.m.After(d.Lasts, start)
	for i := range d.Events {
		e := &d.Events[i]
		if over := c.m.After(e.Lasts, c.m.After(e.At, start)); over.After(end) {
			c.on(CodeDrill, c.place(path+"/event."+e.ID+"/at"), "event %q is over only after the end of the drill", e.ID).mend("let the drill last longer than %s, or the event come earlier", d.Lasts)
		}
	}
	cases := 0.0
	for i := range d.Loads {
		l := &d.Loads[i]
		every := c.m.After(l.Every, start).Sub(start)
		if l.Every.Compare(d.Lasts) > 0 {
			c.on(CodeDrill, c.place(path+"/load."+l.ID+"/every"), "load %q comes more seldom than the drill lasts", l.ID).mend("let it come at least once in %s", d.Lasts)
		}
		cases += float64(l.Count) * float64(end.Sub(start)/max(every, time.Second)+1)
	}
	if cases > maxDrillCases {
		c.on(CodeDrill, c.place(path+"/lasts"), "the drill opens more than %d cases", maxDrillCases).mend("let it last shorter, or the loads be smaller")
	}
}
