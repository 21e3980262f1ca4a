package store

import "time"

// Micros is an instant in microseconds since 1970 in UTC; 0 means none. Databases differ in how they
// keep time, and in what they round; both keep integers.
type Micros int64

// MicrosOf gives the instant in microseconds, cut off below; the zero time gives 0.
func MicrosOf(t time.Time) Micros {
	if t.IsZero() {
		return 0
	}
	return Micros(t.UnixMicro())
}

// Time gives the instant in UTC; 0 gives the zero time.
func (m Micros) Time() time.Time {
	if m == 0 {
		return time.Time{}
	}
	return time.UnixMicro(int64(m)).UTC()
}

// Identifiers that only the store and those above it know.
type (
	// PersonID names a person of this party's staff; it never leaves the node.
	PersonID string
	// Compartment names the key in the key store under which something is encrypted.
	Compartment string
	// LogID names a ledger: one for each agreement.
	LogID string
	// ActStatus says what became of an act.
	ActStatus string
	// Direction of an envelope.
	Direction string
)

// What became of an act.
const (
	ActQueued   ActStatus = "queued"   // known here, without a receipt or refusal yet
	ActTaken    ActStatus = "taken"    // home's receipt is here
	ActRefused  ActStatus = "refused"  // home's refusal is here
	ActDisputed ActStatus = "disputed" // home's word about it contradicts what is here
)

// Directions.
const (
	Incoming Direction = "in"
	Outgoing Direction = "out"
)
