package reader

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/parser"
)

// The outcomes of a condition.
const (
	holds  = "holds"
	fails  = "fails"
	broken = "broken" // it ended with an error
	unread = "unread" // its outcome hangs on what is not open here
)

// notOpen marks the error that stands for what cannot be read. CEL's own rules then say whether the outcome
// hangs on it: false && error is false, true || error is true.
const notOpen = "not open here"

// judge evaluates a condition over the values that can be read and the facts of an act.
func (a *Agreement) judge(p *Procedure, c *Condition, values map[string]any, facts map[string]any) string {
	if c == nil {
		return holds
	}
	program, err := a.program(c.Source)
	if err != nil {
		return broken
	}
	a.facts = map[string]float64{}
	for name, v := range facts {
		if x, ok := numeral(v); ok {
			a.facts[name] = x
		}
	}
	seen := map[string]any{}
	for id, v := range values {
		if f := a.field(p, id); f != nil && v != nil {
			seen[id] = a.shown(f, f.Type, v)
		}
	}
	out, _, err := program.Eval(map[string]any{"case": seen})
	switch {
	case err == nil && out == types.True:
		return holds
	case err == nil && out == types.False:
		return fails
	case err != nil && (strings.Contains(err.Error(), notOpen) || strings.Contains(err.Error(), "no such key")):
		return unread
	}
	return broken
}

// program compiles a condition once, without knowing the types of its fields.
func (a *Agreement) program(source string) (cel.Program, error) {
	if p := a.conditions[source]; p != nil {
		return p, nil
	}
	fact := func(kind string) cel.EnvOption {
		return cel.Function(kind, cel.Overload(kind+"_of", []*cel.Type{cel.StringType}, cel.DoubleType, cel.UnaryBinding(func(name ref.Val) ref.Val {
			if x, ok := a.facts[kind+":"+string(name.(types.String))]; ok {
				return types.Double(x)
			}
			return types.NewErr(notOpen)
		})))
	}
	env, err := cel.NewEnv(cel.Variable("case", cel.DynType), fact("indicator"), fact("quota"), fact("fund"), a.covered(), a.done("done_before"), a.done("done_within"), cel.CrossTypeNumericComparisons(true), cel.DefaultUTCTimeZone(true))
	if err != nil {
		return nil, err
	}
	tree, issues := env.Compile(source)
	if issues.Err() != nil {
		return nil, issues.Err()
	}
	p, err := env.Program(tree, cel.CostLimit(1_000_000))
	if err == nil {
		a.conditions[source] = p
	}
	return p, err
}

// done asks when the act counts: so long before the value of a field, or no later than so long after it.
func (a *Agreement) done(name string) cel.EnvOption {
	call := "@" + name
	macro := parser.NewGlobalMacro(name, 2, func(eh parser.ExprHelper, _ ast.Expr, args []ast.Expr) (ast.Expr, *common.Error) {
		if args[1].Kind() != ast.SelectKind {
			return nil, eh.NewError(args[1].ID(), "a field is expected")
		}
		return eh.NewCall(call, args[0], eh.NewLiteral(types.String(args[1].AsSelect().FieldName())), args[1]), nil
	})
	decide := func(args ...ref.Val) ref.Val {
		field := string(args[1].(types.String))
		last, ok := a.doneBy(a.field(a.of, field), a.raw[field], string(args[0].(types.String)), name == "done_before")
		if !ok {
			return types.NewErr(notOpen)
		}
		return types.Bool(!a.moment.After(last))
	}
	function := cel.Function(call, cel.Overload(call+"_of", []*cel.Type{cel.StringType, cel.StringType, cel.DynType}, cel.BoolType, cel.FunctionBinding(decide)))
	return func(env *cel.Env) (*cel.Env, error) {
		env, err := cel.Macros(macro)(env)
		if err != nil {
			return nil, err
		}
		return function(env)
	}
}

// covered asks a concordance between the parties of the case.
func (a *Agreement) covered() cel.EnvOption {
	return cel.Function("covered", cel.Overload("covered_of", []*cel.Type{cel.StringType, cel.StringType}, cel.BoolType, cel.BinaryBinding(func(name, concept ref.Val) ref.Val {
		x := one(a.Concordances, func(x *Concordance) bool { return x.ID == string(name.(types.String)) })
		if x == nil {
			return types.False
		}
		k := one(x.Concepts, func(k *Concept) bool { return k.ID == string(concept.(types.String)) })
		asked := 0
		for _, p := range x.Between {
			if slices.Contains(a.parties, p) {
				if asked++; k == nil || k.Texts[p] == "" {
					return types.False
				}
			}
		}
		return types.Bool(asked > 1 && !k.Excluded)
	})))
}

// shown is a value as a condition sees it.
func (a *Agreement) shown(f *Field, kind string, v any) any {
	switch x := v.(type) {
	case string:
		layout := map[string]string{"date": time.DateOnly, "time": time.RFC3339Nano}[kind]
		if at, err := time.Parse(layout, x); layout != "" && err == nil {
			return at.UTC()
		}
	case []any:
		if kind == "list" {
			list := make([]any, len(x))
			for i, e := range x {
				list[i] = a.shown(f, f.Of, e)
			}
			return list
		}
	case map[string]any:
		o := map[string]any{}
		for name, part := range x {
			switch kind {
			case "record":
				if sub := one(a.record(f.Record).Fields, func(s *Field) bool { return s.ID == name }); sub != nil {
					part = a.shown(sub, sub.Type, part)
				}
			case "amount", "quantity":
				if s, ok := part.(string); ok && name == "value" {
					part, _ = strconv.ParseFloat(s, 64)
				}
			}
			if kind != "file" || name != "data" {
				o[name] = part
			}
		}
		return o
	}
	return v
}
