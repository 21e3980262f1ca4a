package casework

import (
	"slices"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// The parties that a concordance is asked about are those that the sides are bound to, each once, in one order.
func TestPartiesOfACase(t *testing.T) {
	m := compiled(t, "../agreement/testdata/covered.md")
	c := &Case{Model: m, Procedure: m.Procedure("request"), Sides: map[agreement.SideID]agreement.PartyID{"asking": "b", "asked": "a", "third": "b"}}
	if got := c.parties(); !slices.Equal(got, []agreement.PartyID{"a", "b"}) {
		t.Errorf("the parties are %v", got)
	}
	when := c.Procedure.Step("grant").When
	for offence, want := range map[string]bool{"theft": true, "desertion": false} {
		c.Values = map[agreement.FieldID]any{"offence": offence}
		if ok, err := when.Eval(c.env(nil)); ok != want || err != nil {
			t.Errorf("%s is covered: %v, %v", offence, ok, err)
		}
	}
	c.Model = &agreement.Model{}
	if got := c.parties(); got != nil {
		t.Errorf("where nothing asks for them, they are gathered: %v", got)
	}
}
