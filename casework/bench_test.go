package casework

import (
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
)

// BenchmarkTake takes one step with reasons that starts and stops clocks, from the same case each time.
func BenchmarkTake(b *testing.B) {
	m := fixture()
	p := &m.Procedures[0]
	c, err := Open(m, "c", "assistance", sidesOf, sampleMove(m, p, sidesOf, "request", start))
	if err != nil {
		b.Fatal(err)
	}
	mv := sampleMove(m, p, sidesOf, "authorise", start.Add(time.Hour))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Take(mv); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTakeUnderACondition takes one step whose condition reads the case.
func BenchmarkTakeUnderACondition(b *testing.B) {
	m := compiled(b, "testdata/passage.md")
	p := m.Procedure("movement")
	sides := map[agreement.SideID]agreement.PartyID{"notifying": arland, "notified": belmark}
	c, err := Open(m, "c", "movement", sides, sampleMove(m, p, sides, "notify", start))
	if err != nil {
		b.Fatal(err)
	}
	mv := sampleMove(m, p, sides, "acknowledge", start.Add(time.Hour))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Take(mv); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLongCase is one case of a thousand acts, taken one after another.
func BenchmarkLongCase(b *testing.B) {
	m := fixture()
	p := &m.Procedures[0]
	c, err := Open(m, "c", "assistance", sidesOf, sampleMove(m, p, sidesOf, "request", start))
	if err != nil {
		b.Fatal(err)
	}
	mv := sampleMove(m, p, sidesOf, "answer", start.Add(time.Hour))
	b.ReportAllocs()
	begun := c
	for n := 1; b.Loop(); n++ {
		if n%1000 == 0 {
			c = begun
		}
		if c, err = c.Take(mv); err != nil {
			b.Fatal(err)
		}
	}
}
