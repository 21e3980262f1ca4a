package register

import (
	"os"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// The model agreement's watch list takes the real list as it is.
func TestModelAgreementTakesTheRealList(t *testing.T) {
	text, err := os.ReadFile("../../bench/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	m, findings := agreement.Compile("northgate.md", text)
	if m == nil {
		t.Fatal(findings)
	}
	def := m.Register("watch_list")
	rec := m.Record(def.Record)
	s, found, err := Load(def, rec, "", FromSDN(realList(t), def, rec))
	if err != nil {
		t.Fatalf("%v\n%s", err, found)
	}
	people := map[any]bool{}
	q := def.Query("passport")
	for e := range s.All() {
		if e.Fields["document"] == nil || e.Fields["issuing_state"] == nil {
			continue
		}
		match, err := Question(q, rec, map[agreement.FieldID]any{"document": e.Fields["document"], "issuing_state": e.Fields["issuing_state"]})
		if err != nil {
			t.Fatal(err)
		}
		for _, hit := range s.Lookup(q, match) {
			if hit.ID == e.ID {
				people[e.Fields["entry"]] = true
			}
		}
		for _, f := range []agreement.FieldID{"name", "kind", "programme", "reason", "remarks"} {
			if e.Fields[f] == nil {
				t.Errorf("entry %s lacks %s", e.ID, f)
			}
		}
	}
	// The other 160 have passports of which the list states no issuing state.
	if len(people) != 1032 {
		t.Errorf("%d people are found by passport and state, want 1,032", len(people))
	}
}
