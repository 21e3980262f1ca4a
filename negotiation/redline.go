package negotiation

import (
	"regexp"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Outcome is how a draft stands to a condition.
type Outcome string

// Outcomes.
const (
	Holds   Outcome = "holds"
	Crossed Outcome = "crossed"
	Unclear Outcome = "unclear" // it cannot be decided; why is said beside it
)

// Bounds of conditions over drafts.
const (
	MaxCondition = 4096
	maxCost      = 2_000_000 // of one evaluation, in the evaluator's steps: no condition stops a node
)

// RedLine is what a party will not accept. It stays on the party's own node.
type RedLine struct {
	Name      string
	Condition string // CEL over the draft: what must hold
	Words     string // in words, for the party's own people

	program cel.Program
}

var nameForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// NewRedLine compiles a red line. Errors: invalid, with what is wrong in the condition.
func NewRedLine(name, condition, words string) (*RedLine, error) {
	if !nameForm.MatchString(name) || len(name) > 80 {
		return nil, fault.New(fault.Invalid, "%q does not name a red line", name).Mend("use small letters, digits and hyphens, beginning with a letter; at most 80 characters")
	}
	if len(words) > MaxCondition {
		return nil, fault.New(fault.TooLarge, "the words have %d bytes, more than %d", len(words), MaxCondition)
	}
	p, err := compileCondition(condition)
	if err != nil {
		return nil, err
	}
	return &RedLine{Name: name, Condition: condition, Words: words, program: p}, nil
}

// Check holds a draft to the red line.
func (r *RedLine) Check(v *Version) (Outcome, string) { return evaluate(r.program, v) }

// compileCondition compiles a CEL condition over the variable draft, the canonical model as it is. Besides CEL's own there are:
//
//	period_days(text) int       how many days a length of time lasts, counted from a plain day, begun days as whole ones
//	draft.kept() list           every field of every record that a procedure or register keeps: {article, where, record, field, class, days}; what is kept for ever, 10^9 days
//	draft.actors(role) list     who acts in that role: {article, procedure, step, side}
//	draft.shares(field) list    what opens a field: {article, procedure, share, with: [{role, side}], from, purpose, handling}
func compileCondition(source string) (cel.Program, error) {
	if source == "" || len(source) > MaxCondition {
		return nil, fault.New(fault.Invalid, "a condition has 1 to %d bytes", MaxCondition).Mend("write what must hold: draft.procedures.all(p, …)")
	}
	env, err := environment()
	if err != nil {
		return nil, err
	}
	checked, iss := env.Compile(source)
	if err := iss.Err(); err != nil {
		e := iss.Errors()[0]
		message, _, _ := strings.Cut(e.Message, "\n")
		return nil, fault.New(fault.Invalid, "the condition cannot be read at character %d: %s", e.Location.Column()+1, message).
			Mend("write a CEL expression over draft that gives true or false")
	}
	if t := checked.OutputType(); !t.IsExactType(types.BoolType) && !t.IsExactType(types.DynType) {
		return nil, fault.New(fault.Invalid, "the condition gives %s and must give true or false", t).Mend("compare it with something")
	}
	p, err := env.Program(checked, cel.CostLimit(maxCost))
	if err != nil {
		return nil, fault.New(fault.Invalid, "the condition cannot be compiled").Wrap(err)
	}
	return p, nil
}

func environment() (*cel.Env, error) {
	draft, text, list := cel.DynType, cel.StringType, cel.ListType(cel.DynType)
	lookup := func(index string) func(...ref.Val) ref.Val {
		return func(args ...ref.Val) ref.Val {
			m, ok := args[0].Value().(map[string]any)
			if !ok {
				return types.NewErr("%s is asked of draft", index)
			}
			found := m["@"+index]
			if len(args) > 1 {
				by, _ := found.(map[string]any)
				if found, ok = by[string(args[1].(types.String))]; !ok {
					found = []any{}
				}
			}
			return types.DefaultTypeAdapter.NativeToValue(found)
		}
	}
	return cel.NewEnv(
		cel.Variable("draft", draft), cel.CrossTypeNumericComparisons(true), cel.DefaultUTCTimeZone(true),
		cel.Function("period_days", cel.Overload("period_days_string", []*cel.Type{text}, cel.IntType, cel.UnaryBinding(func(v ref.Val) ref.Val {
			s, ok := v.(types.String)
			if !ok {
				return types.NewErr("period_days takes a text")
			}
			days, err := periodDays(string(s))
			if err != nil {
				return types.NewErr("%s", err)
			}
			return types.Int(days)
		}))),
		cel.Function("kept", cel.MemberOverload("draft_kept", []*cel.Type{draft}, list, cel.FunctionBinding(lookup("kept")))),
		cel.Function("actors", cel.MemberOverload("draft_actors", []*cel.Type{draft, text}, list, cel.FunctionBinding(lookup("actors")))),
		cel.Function("shares", cel.MemberOverload("draft_shares", []*cel.Type{draft, text}, list, cel.FunctionBinding(lookup("shares")))),
	)
}

// evaluate holds a version to a condition. The reason stands beside what is unclear.
func evaluate(p cel.Program, v *Version) (Outcome, string) {
	m, findings := v.Model()
	if m == nil {
		why := "the draft does not compile"
		if len(findings) > 0 {
			why += ": " + findings[0].Message
		}
		return Unclear, why
	}
	out, _, err := p.Eval(map[string]any{"draft": v.facts(m)})
	if err != nil {
		why, _, _ := strings.Cut(err.Error(), "\n")
		return Unclear, "it cannot be decided: " + why
	}
	b, ok := out.(types.Bool)
	switch {
	case !ok:
		return Unclear, "it gives neither true nor false"
	case bool(b):
		return Holds, ""
	}
	return Crossed, ""
}

// forEver is how many days something is kept of which nothing says how long.
const forEver = 1_000_000_000

func daysOf(p agreement.Period) any {
	if p.IsZero() {
		return int64(forEver)
	}
	n, err := periodDays(p.String())
	if err != nil {
		return int64(forEver)
	}
	return n
}
