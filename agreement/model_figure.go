package agreement

// The words about figures: what is counted, limited, paid, scored and exercised.
type (
	IndicatorID string
	FundID      string
	WindowID    string // unique within its fund
	QuotaID     string
	RiskID      string
	RiskRuleID  string // unique within its risk method
	LaneID      string // unique within its risk method
	DrillID     string
)

// Indicator is a measure.
type Indicator struct {
	ID        IndicatorID `json:"id"`
	Article   Article     `json:"article"`
	Title     string      `json:"title"`
	Measure   string      `json:"measure"`             // count, share, duration, sum, disparity
	Procedure ProcedureID `json:"procedure,omitempty"` // over its cases; of procedure, register, query and fund exactly one is stated
	Register  RegisterID  `json:"register,omitempty"`  // over its entries
	Query     QueryID     `json:"query,omitempty"`     // with Register: over questions asked
	Fund      FundID      `json:"fund,omitempty"`      // over its payments
	Reached   []StateID   `json:"reached"`             // counted is what has come to one of these; empty: all
	Among     []StateID   `json:"among"`               // share, disparity: of those that have come to one of these; empty: all
	From      []StateID   `json:"from"`                // duration: from the first entry into one of these
	To        []StateID   `json:"to"`                  // to the first entry into one of these
	Statistic string      `json:"statistic,omitempty"` // duration: median, p90
	Field     FieldID     `json:"field,omitempty"`     // sum: of this number, amount or quantity
	When      Condition   `json:"when,omitzero"`       // only cases for which it holds
	By        []FieldID   `json:"by"`                  // dimensions
	Groups    FieldID     `json:"groups,omitempty"`    // disparity: between the groups of this field
	Over      Period      `json:"over,omitzero"`       // a window that ends now; zero: since the beginning
	Target    string      `json:"target,omitempty"`    // "<= 0.05", ">= 100", in the measure's unit; days for a duration
	Publishes Period      `json:"publishes,omitzero"`  // how often it is published; zero: it is not
	Minimum   int         `json:"minimum,omitempty"`   // disclosure control: no figure over fewer than this
	Rounds    int         `json:"rounds,omitempty"`    // disclosure control: counts are rounded to multiples of this
	Budget    string      `json:"budget,omitempty"`    // differential privacy: epsilon per publication, decimal
}

// Quota is a number of grants per period.
type Quota struct {
	ID      QuotaID `json:"id"`
	Article Article `json:"article"`
	Title   string  `json:"title"`
	Number  int     `json:"number"`
	Per     Period  `json:"per"`            // periods follow one another from the agreement's first day
	Each    bool    `json:"each,omitempty"` // the number is each acting party's own
	Pair    bool    `json:"pair,omitempty"` // the number is each acting party's own towards each party that opened the case
	Of      QuotaID `json:"of,omitempty"`   // it takes none of its own: each grant of this quota counts here too
}

// Counted gives the quota whose grants count: that of which it is, or itself.
func (q *Quota) Counted() QuotaID {
	if q.Of != "" {
		return q.Of
	}
	return q.ID
}

// Drawn gives the quotas from which a step takes a grant: that which it uses, and those that count its grants too.
func (m *Model) Drawn(s *Step) []*Quota {
	var out []*Quota
	for i := range m.Quotas {
		if q := &m.Quotas[i]; s.Uses != "" && (q.ID == s.Uses || q.Of == s.Uses) {
			out = append(out, q)
		}
	}
	return out
}

// Fund is money pledged, paid, released and spent.
type Fund struct {
	ID       FundID    `json:"id"`
	Article  Article   `json:"article"`
	Title    string    `json:"title"`
	Currency string    `json:"currency"` // ISO 4217
	Donors   []PartyID `json:"donors"`
	Windows  []Window  `json:"windows"`
}

// Window is a part of a fund, earmarked.
type Window struct {
	ID        WindowID    `json:"id"`
	Title     string      `json:"title"`
	Ceiling   string      `json:"ceiling,omitempty"`   // decimal, in the fund's currency
	Milestone ProcedureID `json:"milestone,omitempty"` // nothing is released before a case of this procedure …
	Verified  []StateID   `json:"verified"`            // … has come to one of these states
}

// Risk is a published, versioned method over a record. It never reads a protected field.
type Risk struct {
	ID      RiskID     `json:"id"`
	Article Article    `json:"article"`
	Title   string     `json:"title"`
	Version string     `json:"version"`
	Record  RecordID   `json:"record"`
	Rules   []RiskRule `json:"rules"`
	Lanes   []Lane     `json:"lanes"`             // by rising score; the first begins at 0
	Random  string     `json:"random,omitempty"`  // the share of random checks, in per cent, decimal: so that hit rates can be judged without bias
	Checked LaneID     `json:"checked,omitempty"` // the lane of those drawn at random
}

// RiskRule adds its score where its condition holds, and says why.
type RiskRule struct {
	ID      RiskRuleID `json:"id"`
	When    Condition  `json:"when"`
	Score   int        `json:"score"`
	Because string     `json:"because"`
}

// Lane is where a score leads.
type Lane struct {
	ID    LaneID `json:"id"`
	Title string `json:"title"`
	From  int    `json:"from"`
}

// Drill is an exercise: it runs in a world of its own at any speed.
type Drill struct {
	ID       DrillID       `json:"id"`
	Article  Article       `json:"article"`
	Title    string        `json:"title"`
	Lasts    Period        `json:"lasts"`
	Actors   []Player      `json:"actors"`
	Loads    []Load        `json:"loads"`
	Events   []Event       `json:"events"`
	Measures []IndicatorID `json:"measures"`
}

// Player is how long a role of a party takes to answer in a drill.
type Player struct {
	ID      string  `json:"id"`
	Role    RoleID  `json:"role"`
	Party   PartyID `json:"party,omitempty"` // "": every party that fills it
	Answers Period  `json:"answers"`
	Share   int     `json:"share,omitempty"` // per cent of the cases in which it answers at all; 0: all
}

// Load is how many cases of a procedure are opened, and how often.
type Load struct {
	ID        string      `json:"id"`
	Procedure ProcedureID `json:"procedure"`
	Count     int         `json:"count"`
	Every     Period      `json:"every"`
}

// Event is something that happens in a drill.
type Event struct {
	ID    string  `json:"id"`
	At    Period  `json:"at"`
	Kind  string  `json:"kind"` // cut (a party's line), stop (a party's node), absent (a party's people), note
	Party PartyID `json:"party,omitempty"`
	Lasts Period  `json:"lasts,omitzero"`
	Text  string  `json:"text"`
}
