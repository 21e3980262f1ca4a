package casework

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// TestExpectedEffects: an example says what the last given act does beside its case, all of it, and under which
// outside facts.
func TestExpectedEffects(t *testing.T) {
	for _, x := range []struct {
		name    string
		effects []string
		facts   map[string]any
		want    string // of the only finding; "": none
	}{
		{"not asked", nil, nil, ""},
		{"in any order", []string{"uses visits", "suspends 8"}, nil, ""},
		{"one is not stated", []string{"suspends 8"}, nil, "no effect says so: uses visits"},
		{"one does not happen", []string{"suspends 8", "uses visits", "adds list"}, nil, "should do this beside its case, and does not: adds list"},
		{"facts as stated", []string{"suspends 8", "uses visits"}, map[string]any{"quota:visits": json.Number("2")}, ""},
		{"facts that forbid it", []string{"suspends 8", "uses visits"}, map[string]any{"quota:visits": json.Number("3")}, `given act 2, "endorse", is refused`},
	} {
		m := changed(func(m *agreement.Model, p *agreement.Procedure) {
			m.Quotas = []agreement.Quota{{ID: "visits", Article: "7", Number: 3}}
			s := p.Step("endorse")
			s.OtherThan, s.Uses, s.Suspends = nil, "visits", []agreement.Article{"8"}
			m.Expects = []agreement.Expect{{
				Title: "it", Article: "7", Procedure: "assistance", Effects: x.effects, State: "requested",
				Given: []agreement.Move{{Step: "request", By: by(asking, "prosecutor")}, {Step: "endorse", By: by(asking, "prosecutor"), Facts: x.facts}},
				Refuses: []agreement.Move{{
					Step: "endorse", By: by(asking, "prosecutor"), Facts: map[string]any{"quota:visits": 3.0}, Because: string(fault.QuotaUsed),
				}},
			}}
		})
		found := Expectations(m)
		switch {
		case x.want == "" && len(found) != 0:
			t.Errorf("%s: %v", x.name, found)
		case x.want != "" && (len(found) != 1 || !strings.Contains(found[0].Message, x.want)):
			t.Errorf("%s: %v, want %q", x.name, found, x.want)
		}
	}
}
