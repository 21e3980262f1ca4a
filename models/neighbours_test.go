package models_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/entente-net/entente/negotiation"
)

// Each red line of the neighbours is crossed by a draft that a counterpart might well send.
func TestRedLinesOfNeighboursAreCrossed(t *testing.T) {
	text := assembled(t, "neighbours")
	drafts := map[string][]string{
		"belmark-no-silence-consents":       {"    silence = \"lapse\"\n    to      = \"not-accepted\"", "    silence = \"proceed\"\n    takes   = step.accept"},
		"arland-three-inspections":          {"  title  = \"Inspections that a Party must accept in a year\"\n  number = 3", "  title  = \"Inspections that a Party must accept in a year\"\n  number = 4"},
		"free-city-duty-judge-of-the-court": {"  title       = \"Duty judge of the Court of the Island\"\n  held_by     = [party.court]", "  title       = \"Duty judge of the Court of the Island\"\n  held_by     = [party.court, party.arland]"},
		"caldera-routes-stay-coarse":        {"    with      = [role.liaison]\n    from      = [\"reported\", \"unreported\", \"broken-off\"]", "    with      = [role.liaison]\n    from      = [\"cleared\"]"},
		"belmark-names-go-in-two-years":     {"    for   = \"P2Y\"\n    after = [\"refused\", \"lapsed\", \"ended\"]", "    for   = \"P5Y\"\n    after = [\"refused\", \"lapsed\", \"ended\"]"},
		"arland-remedies-stay":              {"suspends = [\"16\"]", "suspends = [\"15\"]", "restores = [\"16\"]", "restores = [\"15\"]"},
	}
	lines := book(t, "neighbours/redlines.hcl").Milestones
	if len(lines) != len(drafts) {
		t.Errorf("%d red lines, %d drafts that cross one", len(lines), len(drafts))
	}
	for _, m := range lines {
		t.Run(m.Name, func(t *testing.T) {
			pairs := drafts[m.Name]
			if len(pairs) == 0 {
				t.Fatal("no draft crosses it")
			}
			for i := 0; i < len(pairs); i += 2 {
				if !bytes.Contains(text, []byte(pairs[i])) {
					t.Fatalf("%q does not stand in the text", pairs[i])
				}
			}
			draft := []byte(strings.NewReplacer(pairs...).Replace(string(text)))
			if out, why := line(t, m, draft); out != negotiation.Crossed {
				t.Errorf("%s %s", out, why)
			}
		})
	}
}
