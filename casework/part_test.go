package casework

import (
	"testing"

	"github.com/entente-net/entente/agreement"
)

func TestHasPart(t *testing.T) {
	m := compiled(t, "../bench/northgate.md")
	for _, x := range []struct {
		procedure agreement.ProcedureID
		role      agreement.RoleID
		want      bool
	}{
		{"assistance", "prosecutor", true}, // takes steps
		{"assistance", "clerk", true},      // is told by a ladder alone
		{"assistance", "registrar", false},
		{"assistance", "nobody", false},
		{"hit", "officer", true},
		{"hit", "prosecutor", false},
		{"complaint", "ombudsperson", true},
		{"complaint", "officer", false},
	} {
		if got := HasPart(m, m.Procedure(x.procedure), x.role); got != x.want {
			t.Errorf("%s in %s: %v", x.role, x.procedure, got)
		}
	}
	// Who is shown something has a part, although no step is theirs.
	p := *m.Procedure("assistance")
	p.Shares = append([]agreement.Share{{With: []agreement.Actor{{Side: "asking", Role: "registrar"}}}}, p.Shares...)
	if !HasPart(m, &p, "registrar") {
		t.Error("a share gives no part")
	}
}
