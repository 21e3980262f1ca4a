package bench

import _ "embed"

// Northgate is northgate.md: a border and assistance agreement between two states and a secretariat, small enough to measure with. The tests
// of the exchange run on it too.
//
//go:embed northgate.md
var Northgate []byte
