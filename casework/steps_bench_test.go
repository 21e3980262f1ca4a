package casework

import (
	"syscall"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
)

// walked is one step of BenchmarkSteps: the move, and who asks and looks after it.
type walked struct {
	mv     Move
	after  time.Duration
	asks   Actor
	viewer Actor
	field  agreement.FieldID
}

// northgateWay is a whole request for assistance: asked, questioned, answered, refused, contested, authorised
// by a second judge and carried out.
func northgateWay(m *agreement.Model) (*agreement.Procedure, map[agreement.SideID]agreement.PartyID, []walked) {
	p := m.Procedure("assistance")
	sides := map[agreement.SideID]agreement.PartyID{asking: arland, asked: belmark}
	judge, prosecutor := Actor{Party: belmark, Role: "judge", Person: "j"}, Actor{Party: belmark, Role: "prosecutor", Person: "p"}
	other := Actor{Party: arland, Role: "prosecutor", Person: "a"}
	second := Actor{Party: belmark, Role: "judge", Person: "k"}
	var way []walked
	add := func(id agreement.StepID, by, asks, viewer Actor, f agreement.FieldID) {
		mv := sampleMove(m, p, sides, id, start)
		mv.Person = by.Person
		way = append(way, walked{mv: mv, after: time.Hour, asks: asks, viewer: viewer, field: f})
	}
	add("request", other, judge, judge, "facts")
	add("ask", judge, other, other, "question")
	add("clarify", other, judge, judge, "clarification")
	add("refuse", judge, other, other, "reasons")
	add("contest", other, second, judge, "contention")
	add("authorise-on-review", second, prosecutor, prosecutor, "person")
	add("execute", prosecutor, prosecutor, other, "evidence")
	return p, sides, way
}

// BenchmarkSteps takes cases of the model agreement through their procedure: guards and clocks, and after each step a
// viewer who looks at a field; in the second the next actor asks beside that what it may do, with the form of each
// step and with what would leave to whom.
func BenchmarkSteps(b *testing.B) {
	m := compiled(b, "../bench/northgate.md")
	p, sides, way := northgateWay(m)
	b.Run("take and look", func(b *testing.B) { benchmarkSteps(b, m, p, sides, way, false) })
	b.Run("take, look and ask", func(b *testing.B) { benchmarkSteps(b, m, p, sides, way, true) })
}

func benchmarkSteps(b *testing.B, m *agreement.Model, p *agreement.Procedure, sides map[agreement.SideID]agreement.PartyID, way []walked, all bool) {
	b.ReportAllocs()
	steps, begun := 0, cpuTime()
	for b.Loop() {
		var c *Case
		now := start
		for i := range way {
			w := &way[i]
			now = now.Add(w.after)
			w.mv.Received = now
			var err error
			if c == nil {
				c, err = Open(m, "c", p.ID, sides, w.mv)
			} else {
				c, err = c.Take(w.mv)
			}
			if err != nil {
				b.Fatalf("%s: %v", w.mv.Step, err)
			}
			steps++
			if err := c.Sees(w.viewer, w.field, now); err != nil {
				b.Fatalf("after %s: %v", w.mv.Step, err)
			}
			if all && i+1 < len(way) && len(c.Options(w.asks, now)) == 0 {
				b.Fatalf("after %s nothing is offered", w.mv.Step)
			}
		}
	}
	b.ReportMetric(float64(steps)/b.Elapsed().Seconds(), "steps/s")
	b.ReportMetric(float64(steps)/(cpuTime()-begun).Seconds(), "steps/cpu-s") // on a machine that others use as well
}

// cpuTime is what this process has used of its processors, the collector of memory included.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
