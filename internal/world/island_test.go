package world

import (
	"context"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/island"
	"github.com/entente-net/entente/internal/node"
)

// The same seed makes the same island: every log of every node has the same root. And whoever replays what the nodes
// show finds nothing: each agreement from all sides, and from each alone.
func TestTheStoryOfTheDemonstration(t *testing.T) {
	t.Parallel()
	first, second := played(t), played(t)
	roots, again := rootsOf(t, first), rootsOf(t, second)
	second.Close()
	for log, root := range roots {
		if again[log] != root {
			t.Errorf("%s: %s, and the second time %s", log, root, again[log])
		}
	}
	aWordIsMissing(t, first)
	rowsSayWhatWaits(t, first)
	linesSayWhatCasesDo(t, first)
	if len(roots) < 20 {
		t.Errorf("only %d logs", len(roots))
	}
	for _, id := range island.Agreements {
		t.Run(string(id), func(t *testing.T) {
			figuresAgree(t, first, id)
			audited(t, first.Inside, id)
		})
	}
}

func played(t *testing.T) *Island {
	t.Helper()
	begun := time.Now()
	i, err := MakeIsland(context.Background(), t.TempDir(), Seed, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(i.Close)
	made := time.Since(begun)
	if err := i.Play(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	t.Logf("made in %s, %d stories in %s", made, len(i.Tellings), time.Since(begun)-made)
	return i
}

// BenchmarkTheStory makes the island and plays its eighteen months, as the demonstration does at its first start.
func BenchmarkTheStory(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	for b.Loop() {
		i, err := MakeIsland(context.Background(), b.TempDir(), Seed, nil)
		if err != nil {
			b.Fatal(err)
		}
		if err := i.Play(context.Background(), nil); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(i.Tellings)), "cases")
		i.Close()
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s")
}

func rootsOf(t *testing.T, i *Island) map[string]string {
	t.Helper()
	roots, err := i.Roots(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return roots
}

// What waits for a person is read from rows; the cases themselves, all of them asked, say the same.
func rowsSayWhatWaits(t *testing.T, i *Island) {
	t.Helper()
	ctx, waiting := context.Background(), 0
	for party := range i.Members {
		n := i.Node(party)
		people, err := n.Auth().People(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, who := range people {
			if who.Content() != nil {
				continue
			}
			want := map[casework.CaseID]bool{}
			for from := (node.Cursor{}); ; {
				lines, next, err := n.CasePage(ctx, who, from, node.MaxPage)
				if err != nil {
					t.Fatal(err)
				}
				for _, l := range lines {
					o, err := n.Outline(ctx, who, l.ID)
					if err != nil {
						t.Fatal(err)
					}
					if _, ok := n.Awaits(who, o.Case); ok {
						want[l.ID] = true
					}
				}
				if from = next; from.ID == "" {
					break
				}
			}
			got, total, err := n.AwaitedPage(ctx, who, 0, 10_000)
			if err != nil {
				t.Fatal(err)
			}
			count, err := n.CountAwaited(ctx, who)
			if err != nil {
				t.Fatal(err)
			}
			for _, o := range got {
				if !want[o.ID] {
					t.Errorf("%s of %s: the row says that %s waits, the case does not", who.ID, party, o.ID)
				}
				delete(want, o.ID)
			}
			for id := range want {
				t.Errorf("%s of %s: the case %s waits, and no row says so", who.ID, party, id)
			}
			if count != total || total != len(got) {
				t.Errorf("%s of %s: %d counted, %d in all, %d listed", who.ID, party, count, total, len(got))
			}
			waiting += total
		}
	}
	if waiting < 50 {
		t.Errorf("only %d cases wait for anybody", waiting)
	}
}

// A line in the depth of a list is read from rows; the case itself says the same of its state, its first clock and whether it waits.
func linesSayWhatCasesDo(t *testing.T, i *Island) {
	t.Helper()
	ctx, read, clocks, yours := context.Background(), 0, 0, 0
	for party := range i.Members {
		n := i.Node(party)
		people, err := n.Auth().People(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, who := range people {
			if who.Content() != nil {
				continue
			}
			most := 1 // what heads the list is read from the cases themselves
			for from := (node.Cursor{}); ; most = node.MaxPage {
				lines, next, err := n.GlimpsePage(ctx, who, from, most)
				if err != nil {
					t.Fatal(err)
				}
				for _, l := range lines {
					if l.Outline != nil {
						continue
					}
					o, err := n.Outline(ctx, who, l.ID)
					if err != nil {
						t.Fatal(err)
					}
					standing := o.Case.StandingClocks(n.Now())
					_, waits := n.Awaits(who, o.Case)
					if l.Model != o.Case.Model || l.Procedure != o.Case.Procedure || l.State != o.Case.State || l.Home != o.Home || l.Over != o.Case.Over() || l.Yours != waits ||
						!l.Updated.Equal(o.Updated) || (l.Clock == nil) != (len(standing) == 0) {
						t.Errorf("%s of %s, %s: the line says %+v, the case %s, over %v, waits %v, clocks %+v", who.ID, party, l.ID, l, o.Case.State, o.Case.Over(), waits, standing)
					}
					if l.Clock != nil && len(standing) > 0 {
						clocks++
						a, b := *l.Clock, standing[0]
						if a.Clock != b.Clock || !a.Due.Equal(b.Due) || !a.Started.Equal(b.Started) || !a.Paused.Equal(b.Paused) || a.Status != b.Status {
							t.Errorf("%s, %s: the line says %+v, the case %+v", party, l.ID, a, b)
						}
					}
					read++
					if waits {
						yours++
					}
				}
				if from = next; from.ID == "" {
					break
				}
			}
		}
	}
	if read < 1500 || clocks < 100 || yours < 20 {
		t.Errorf("only %d lines were read from rows, %d with a clock, %d that wait", read, clocks, yours)
	}
}

// What the first page says of the negotiator is so: a text that compiles is proposed, others agree to it, and Caldera's word is missing.
func aWordIsMissing(t *testing.T, i *Island) {
	t.Helper()
	who := i.Person("marzo.belliri")
	lines, err := i.Node("caldera").Negotiations(context.Background(), who)
	if err != nil || len(lines) != 1 || lines[0].Title == "" {
		t.Fatalf("%+v, %v", lines, err)
	}
	v, err := i.Node("caldera").Negotiation(context.Background(), who, string(lines[0].ID))
	if err != nil {
		t.Fatal(err)
	}
	why := strings.Join(v.Obstacles, "\n")
	for _, agreed := range []string{"arland", "free-city", "belmark"} {
		if strings.Contains(why, agreed) {
			t.Errorf("%s has agreed: %s", agreed, why)
		}
	}
	if !strings.Contains(why, "caldera") {
		t.Errorf("Caldera's word is not missing: %s", why)
	}
}
