package node

import (
	"fmt"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

func on(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// versions are two texts of one agreement: caldera joins by the second.
func versions(t *testing.T, self agreement.PartyID, signed ...string) *Node {
	t.Helper()
	starts, err := agreement.ParseDate("2026-03-01")
	if err != nil {
		t.Fatal(err)
	}
	length := func(s string) agreement.Period {
		p, err := agreement.ParsePeriod(s)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	n, d := nodeWithout(t)
	n.party = self
	n.clock = NewClock(true)
	both := []agreement.PartyID{"arland", "belmark"}
	first := &agreement.Model{
		ID: "pact", Version: "1", Timezone: "Etc/UTC", Starts: starts, Declared: "1", Articles: []agreement.Clause{{Number: "1"}},
		Parties: []agreement.Party{{ID: "arland"}, {ID: "belmark"}}, Roles: []agreement.Role{{ID: "officer", Held: both}},
		Schedules: []agreement.Schedule{
			{ID: "report", Article: "1", Opens: "report", By: []agreement.RoleID{"officer"}, AfterEntry: length("P6M"), Every: length("P1Y"), Within: length("P30D")},
			{ID: "others", Article: "1", Opens: "report", By: []agreement.RoleID{"nobody"}, Starts: starts, Within: length("P30D")},
		},
	}
	first.Roles = append(first.Roles, agreement.Role{ID: "nobody"})
	second := *first
	second.Version, second.Amends = "2", &agreement.Amendment{Version: "1", Cases: "stay"}
	second.Parties = append([]agreement.Party{}, append(first.Parties, agreement.Party{ID: "caldera"})...)
	second.Roles = []agreement.Role{{ID: "officer", Held: append(both[:2:2], "caldera")}, {ID: "nobody"}}
	n.byID = map[agreement.ID][]*deal{}
	for i, m := range []*agreement.Model{first, &second} {
		v := &deal{id: m.ID, model: m.Build(), textHash: d.textHash, signed: map[agreement.PartyID]time.Time{}}
		if i >= len(signed) || m.Party(self) == nil {
			continue
		}
		for _, p := range m.Parties {
			v.parties = append(v.parties, p.ID)
			if signed[i] != "" {
				v.signed[p.ID] = on(t, signed[i])
			}
		}
		n.byID[m.ID] = append(n.byID[m.ID], v)
	}
	return n
}

// Who was there from the beginning owes from the first day, or the last signature; who joins, from its own.
func TestTurnsCountFromEntry(t *testing.T) {
	const joined = "2028-05-10T16:00:00Z"
	for _, x := range []struct {
		self        agreement.PartyID
		first, then string
		now         string
		want        string
	}{
		{"arland", "2026-02-01T09:00:00Z", joined, "2026-08-15T00:00:00Z", "[2026-09-02 false false]"},
		{"arland", "2026-02-01T09:00:00Z", joined, "2027-10-03T00:00:00Z", "[2026-09-02 true true 2027-09-02 true true 2028-09-02 false false]"},
		{"belmark", "2026-04-20T09:00:00Z", joined, "2026-10-22T00:00:00Z", "[2026-10-21 true false 2027-10-21 false false]"},
		{"caldera", "2026-02-01T09:00:00Z", joined, "2028-11-20T00:00:00Z", "[2028-11-11 true false 2029-11-11 false false]"},
		{"caldera", "2026-02-01T09:00:00Z", "", "2028-11-20T00:00:00Z", "[]"}, // not all have signed
	} {
		n := versions(t, x.self, x.first, x.then)
		if err := n.clock.Set(on(t, x.now), true); err != nil {
			t.Fatal(err)
		}
		turns, err := n.Turns(t.Context(), "pact")
		if err != nil {
			t.Fatal(err)
		}
		got := []any{}
		for _, u := range turns {
			got = append(got, u.Day, u.Begun, u.Late)
		}
		if fmt.Sprint(got) != x.want {
			t.Errorf("%s on %s owes %v, want %s", x.self, x.now, got, x.want)
		}
	}
}

// A turn is answered by a case that is opened between its day and the next one's.
func TestTurnsAreAnswered(t *testing.T) {
	var all []casework.Occasion
	for i, day := range []string{"2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"} {
		at := on(t, day)
		all = append(all, casework.Occasion{Number: i, At: at, Due: at.AddDate(0, 0, 5)})
	}
	show := func(turns []Turn) (s string) {
		for _, u := range turns {
			s += fmt.Sprint(u.Number, u.Begun, u.Late, " ")
		}
		return s
	}
	opened := []time.Time{on(t, "2026-01-20T00:00:00Z"), on(t, "2026-01-21T00:00:00Z"), on(t, "2025-12-31T00:00:00Z")}
	for now, want := range map[string]string{
		"2025-12-01T00:00:00Z": "0 false false ",
		"2026-01-25T00:00:00Z": "1 false false ",
		"2026-02-03T00:00:00Z": "1 true false 2 false false ",
		"2026-03-07T00:00:00Z": "1 true true 2 true true 3 false false ",
		"2026-04-06T00:00:01Z": "1 true true 2 true true 3 true true ",
	} {
		if got := show(turnsOf(all, opened, on(t, now))); got != want {
			t.Errorf("%s: %q, want %q", now, got, want)
		}
	}
}
