package safeguard_test

import (
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
)

var borderAttacks = []attack{
	{"hit-one-officer-twice", fault.SamePerson, "6", `
Case hit between checking arland
At 2026-03-02 08:10
checking.officer takes open as first
checking.officer takes compare as first with comparison = "the same"
checking.officer is refused confirm as first because same-person (Article 6)
checking.officer takes confirm as second
state is confirmed
`},
}

func TestBorder(t *testing.T) {
	run(t, "border", time.Date(2026, 3, 2, 6, 0, 0, 0, time.UTC), borderAttacks)
}
