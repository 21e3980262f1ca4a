package agreement

import (
	"fmt"
	"reflect"
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/parser"
)

// The two questions that a step's condition can ask about when its act is done: so long before a date or time in a
// field, or no later than so long after it.
const (
	momentName     = "@moment" // when the act is done; no source can name it
	doneBeforeName = "done_before"
	doneWithinName = "done_within"
	doneBeforeCall = "@done_before"
	doneWithinCall = "@done_within"
	doneTakes      = " takes a length of time in 'single' quotation marks and a field of the case: "
)

// moment is an act's instant, and in which record the field is that a call names.
type moment struct {
	at     time.Time
	record RecordID
}

// ConvertToNative refuses: nothing but the two questions takes a moment.
func (m moment) ConvertToNative(t reflect.Type) (any, error) {
	return nil, fmt.Errorf("when an act is done is no %s", t)
}

// ConvertToType refuses, as ConvertToNative does.
func (m moment) ConvertToType(ref.Type) ref.Val {
	return types.NewErr("when an act is done cannot be converted")
}

// Equal refuses, as ConvertToNative does.
func (m moment) Equal(ref.Val) ref.Val { return types.NewErr("when an act is done cannot be compared") }

// Type gives a type of its own.
func (m moment) Type() ref.Type { return momentType }

// Value gives the moment.
func (m moment) Value() any { return m }

var momentType = types.NewOpaqueType("moment")

// isDone says whether an expression asks when the act is done.
func isDone(e ast.Expr) bool {
	return e.Kind() == ast.CallKind && (e.AsCall().FunctionName() == doneBeforeCall || e.AsCall().FunctionName() == doneWithinCall)
}

// doneMacro turns done_before('P42D', case.begins) into a call that also takes when the act is done and the name of
// the field, whose type says whether it is a day or an instant.
func doneMacro(name, call string) cel.Macro {
	return parser.NewGlobalMacro(name, 2, func(eh parser.ExprHelper, _ ast.Expr, args []ast.Expr) (ast.Expr, *common.Error) {
		s, ok := constant(args[0])
		if _, err := ParsePeriod(s); !ok || err != nil {
			return nil, eh.NewError(args[0].ID(), name+doneTakes+name+"('P42D', case.begins)")
		}
		f := args[1]
		if f.Kind() != ast.SelectKind || f.AsSelect().Operand().Kind() != ast.IdentKind || f.AsSelect().Operand().AsIdent() != caseName || f.AsSelect().IsTestOnly() {
			return nil, eh.NewError(f.ID(), name+doneTakes+name+"('P42D', case.begins)")
		}
		return eh.NewCall(call, eh.NewIdent(momentName), args[0], f, eh.NewLiteral(types.String(f.AsSelect().FieldName()))), nil
	})
}

// doneFunctions judge the instant of an act.
func doneFunctions(m *Model) cel.EnvOption {
	function := func(call string, judge func(at, from time.Time, p Period, day bool) bool) cel.EnvOption {
		return cel.Function(call, cel.Overload(call+"_string_timestamp_string",
			[]*cel.Type{cel.DynType, cel.StringType, cel.TimestampType, cel.StringType}, cel.BoolType,
			cel.FunctionBinding(func(args ...ref.Val) ref.Val {
				now, ok := args[0].Value().(moment)
				source, ok1 := args[1].(types.String)
				from, ok2 := args[2].(types.Timestamp)
				name, ok3 := args[3].(types.String)
				p, err := ParsePeriod(string(source))
				if !ok || !ok1 || !ok2 || !ok3 || err != nil {
					return types.NewErr("it takes a length of time and a date")
				}
				f := m.Record(now.record).Field(FieldID(name))
				return types.Bool(judge(now.at, from.Time, p, f != nil && f.Type == TypeDate))
			})))
	}
	return cel.Lib(library{
		function(doneBeforeCall, func(at, from time.Time, p Period, day bool) bool { return !at.After(m.doneBy(p, from, day, -1)) }),
		function(doneWithinCall, func(at, from time.Time, p Period, day bool) bool { return !at.After(m.doneBy(p, from, day, 1)) }),
	})
}

// library is a list of options as one.
type library []cel.EnvOption

// CompileOptions gives the list.
func (l library) CompileOptions() []cel.EnvOption { return l }

// ProgramOptions gives none.
func (l library) ProgramOptions() []cel.ProgramOption { return nil }

// doneBy gives the last instant that lies a length before (way -1) or after (way 1) a date or time, by the calendar of
// the agreement. A day is whole: a length in days or more from a day ends with the last hour of its last day, as
// Regulation (EEC, Euratom) 1182/71 Art 3(2) has it; one in hours counts from the midnight at which the day begins.
func (m *Model) doneBy(p Period, from time.Time, day bool, way int) time.Time {
	if day {
		from = Date{from.Year(), from.Month(), from.Day()}.Midnight(m.Location())
	}
	end := m.AfterOn(&plainClock, p, from)
	if way < 0 {
		end = m.BeforeOn(&plainClock, p, from)
	}
	if day && p.exact == 0 {
		end = m.Rounded(&Clock{Rounds: RoundsDay}, end)
	}
	return end
}

// done checks the calls of done_before and done_within in a condition.
func (c *compiler) done(e ast.Expr, p pendingCondition, at int) bool {
	if !isDone(e) {
		return true
	}
	if p.act {
		if s, ok := constant(e.AsCall().Args()[1]); ok { // a length that a rule states, as any other
			if length, err := ParsePeriod(s); err == nil {
				line, _ := c.src.place(at)
				c.spoken = append(c.spoken, stated{article: c.articleAt(line - 1), at: p.at, words: "the condition", name: "when", period: length})
			}
		}
		return true
	}
	c.at(CodeCondition, at, "only the condition of a step can ask when an act is done").mend("compare the date with another, or move the condition to a step")
	return false
}
