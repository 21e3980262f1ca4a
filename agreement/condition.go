package agreement

import (
	"errors"
	"time"

	"github.com/entente-net/entente/fault"
)

// ErrUnread marks the error of a condition that depends on a field or an outside fact that is not
// open to the evaluator. Whoever cannot read it can neither confirm nor deny the step.
var ErrUnread = errors.New("the condition reads what is not open here")

// Condition is a compiled CEL expression of type bool. The zero value means "no condition".
type Condition struct {
	Source string    `json:"source"`
	Reads  []FieldID `json:"reads"` // fields of the case, sorted
	Facts  []string  `json:"facts"` // outside facts, sorted: "indicator:late-answers", "quota:seasonal-work", "fund:reconstruction"

	program evaluator
}

// evaluator is what the compiler makes of the source; nil in a condition that was not compiled.
type evaluator interface {
	eval(env Env) (bool, error)
}

// Env is what a condition is evaluated over.
type Env struct {
	Case  map[FieldID]any // values as decoded by encoding/json (numbers as float64 or json.Number)
	Facts map[string]any  // by the names of Condition.Facts

	Parties []PartyID // those that the case's sides are bound to: between them a concordance covers a concept

	At time.Time // when the act is done that a step's condition judges
}

// IsZero says that there is no condition.
func (c Condition) IsZero() bool { return c.Source == "" }

// Eval evaluates the condition; without one the answer is yes. What the outcome depends on and Env lacks
// gives an error that is ErrUnread. It may be called by any number of goroutines.
func (c Condition) Eval(env Env) (bool, error) {
	if c.Source == "" {
		return true, nil
	}
	if c.program == nil {
		return false, fault.New(fault.Internal, "the condition %q was not compiled", c.Source).
			Mend("compile the agreement's text instead of reading its model")
	}
	return c.program.eval(env)
}
