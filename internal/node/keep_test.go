package node

import (
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// Where single fields have a keeping time of their own, each disclosure has a key of its own: what ends sooner is
// destroyed, and the rest can still be read. The word about each is said once.
func TestSingleFieldsHaveKeysOfTheirOwn(t *testing.T) {
	p := &agreement.Procedure{Keep: &agreement.Keep{After: []agreement.StateID{"ended"}}}
	if a, b := compartmentOf(p, "c", "sha256:0123456789abcdef0123", "name"), compartmentOf(p, "c", "sha256:0123456789abcdef0123", "text"); a != "case/c" || a != b {
		t.Errorf("a case that ends as a whole has the keys %s and %s", a, b)
	}
	p.Keeps = []agreement.Keep{{ID: "names", Fields: []agreement.FieldID{"name"}}}
	if a, b := compartmentOf(p, "c", "sha256:0123456789abcdef0123", "name"), compartmentOf(p, "c", "sha256:0123456789abcdef0123", "text"); a == "case/c" || b == "case/c" || a == b {
		t.Errorf("fields that end by themselves have the keys %s and %s", a, b)
	}
	seen := map[string]bool{}
	for _, e := range []casework.Erasure{{Keep: "names"}, {Keep: "places"}, {All: true}} {
		seen[saidKey("c", e)] = true
	}
	if len(seen) != 3 {
		t.Errorf("the words about three destructions at one instant are %d", len(seen))
	}
}
