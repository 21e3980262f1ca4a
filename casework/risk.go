package casework

import (
	"math/big"

	"github.com/entente-net/entente/agreement"
)

// Assessment is what a risk method says of one record. It decides nothing: a lane is where a person looks first.
type Assessment struct {
	Risk      agreement.RiskID       `json:"risk"`
	Version   string                 `json:"version"`
	Score     int                    `json:"score"` // the sum of the rules that applied, never below 0
	Lane      agreement.LaneID       `json:"lane"`
	Reasons   []string               `json:"reasons"`   // the sentence of each rule that applied, in the order of the text
	Fired     []agreement.RiskRuleID `json:"fired"`     // the rules that applied
	Undecided []agreement.RiskRuleID `json:"undecided"` // rules whose field was not given, or could not be read
	Random    bool                   `json:"random"`    // drawn by chance, whatever the score: of these alone are hit rates without bias
}

// Assess scores the values of a record. The same values and draw give the same answer on every node. draw is a number
// drawn evenly from all of uint64 by whoever the parties trust with it, and recorded, so that the draw can be checked.
// Who is drawn goes to the lane for it, or stays in a further one. A rule that reads what is not there, or what does
// not fit, is undecided and never counts.
func Assess(r *agreement.Risk, values map[agreement.FieldID]any, draw uint64) Assessment {
	a := Assessment{
		Risk: r.ID, Version: r.Version, Reasons: []string{}, Fired: []agreement.RiskRuleID{}, Undecided: []agreement.RiskRuleID{},
		Random: drawn(r.Random, draw),
	}
	for i := range r.Rules {
		rule := &r.Rules[i]
		applies, err := rule.When.Eval(agreement.Env{Case: values})
		switch {
		case err != nil:
			a.Undecided = append(a.Undecided, rule.ID)
		case applies:
			a.Score += rule.Score
			a.Fired, a.Reasons = append(a.Fired, rule.ID), append(a.Reasons, rule.Because)
		}
	}
	a.Score = max(0, a.Score)
	for i := range r.Lanes {
		if l := &r.Lanes[i]; i == 0 || a.Score >= l.From || a.Random && l.ID == r.Checked {
			a.Lane = l.ID
		}
	}
	return a
}

// drawn says whether a number is among the first so many per cent of all numbers.
func drawn(perCent string, draw uint64) bool {
	share, ok := decimal(perCent)
	if !ok {
		return false
	}
	limit := new(big.Rat).Mul(share, new(big.Rat).SetFrac(new(big.Int).Lsh(big.NewInt(1), 64), big.NewInt(100)))
	return new(big.Rat).SetInt(new(big.Int).SetUint64(draw)).Cmp(limit) < 0
}
