package agreement

import (
	"strings"
	"sync"
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
)

// sourceReader parses conditions for their words alone. Types do not matter here: the compiler has checked them.
var sourceReader = sync.OnceValues(func() (*cel.Env, error) {
	return cel.NewEnv(
		cel.Macros(factMacro("indicator"), factMacro("quota"), factMacro("fund"), coveredMacro()),
		cel.Macros(doneMacro(doneBeforeName, doneBeforeCall), doneMacro(doneWithinName, doneWithinCall)),
		cel.ParserExpressionSizeLimit(maxCondition), cel.ParserRecursionLimit(maxNesting),
	)
})

// condition puts a condition into words. Words must never say less or more than the source, so that whatever
// is not one of the plain forms below leaves the whole condition as it is written, in quotation marks.
func (e *explainer) condition(c Condition, record RecordID) string {
	env, err := sourceReader()
	if err == nil {
		if parsed, iss := env.Parse(c.Source); iss.Err() == nil {
			x := &sayer{explainer: e, record: e.m.Record(record)}
			if s, ok := x.clause(parsed.NativeRep().Expr(), true); ok {
				return s
			}
		}
	}
	return e.p.say("cond.raw", "source", e.p.quoted(c.Source))
}

// sayer says one condition. Each method gives false for what has no plain words.
type sayer struct {
	*explainer
	record *Record
	of     *Field // whose value is written out beside it; nil where none is
}

// comparison is an operator in words: of numbers and of times, and its opposite.
type comparison struct {
	words, ofTimes string
	opposite       string
	turned         string // the same with its sides exchanged
}

var comparisons = map[string]comparison{
	operators.Equals:        {"eq", "eq", operators.NotEquals, operators.Equals},
	operators.NotEquals:     {"ne", "ne", operators.Equals, operators.NotEquals},
	operators.Less:          {"lt", "before", operators.GreaterEquals, operators.Greater},
	operators.LessEquals:    {"le", "notafter", operators.Greater, operators.GreaterEquals},
	operators.Greater:       {"gt", "after", operators.LessEquals, operators.Less},
	operators.GreaterEquals: {"ge", "notbefore", operators.Less, operators.LessEquals},
}

// clause says what is true or false; holds is false inside a negation, which is said in the verb.
func (x *sayer) clause(n ast.Expr, holds bool) (string, bool) {
	switch n.Kind() {
	case ast.SelectKind:
		return x.answered(n, holds)
	case ast.CallKind:
	default:
		return "", false
	}
	call := n.AsCall()
	if call.IsMemberFunction() {
		return "", false
	}
	name, args := call.FunctionName(), call.Args()
	switch name {
	case operators.LogicalAnd, operators.LogicalOr:
		return x.joined(n, name, holds)
	case operators.LogicalNot:
		return x.clause(args[0], !holds)
	case operators.In, operators.OldIn:
		return x.contained(args[0], args[1], holds)
	case coveredCall:
		return x.covered(args[1], args[2], holds)
	case doneBeforeCall, doneWithinCall:
		return x.done(strings.TrimPrefix(name, "@"), args[1], args[2], holds)
	}
	if _, ok := comparisons[name]; !ok {
		return "", false
	}
	return x.compared(name, args[0], args[1], holds)
}

// joined says "and" and "or". What has an "and" or "or" of its own stands in brackets, as prose alone would leave
// open which of them binds first; so does the whole of it where it is denied.
func (x *sayer) joined(n ast.Expr, name string, holds bool) (string, bool) {
	var parts []string
	for _, part := range flat(n, name) {
		s, ok := x.clause(part, true)
		if !ok {
			return "", false
		}
		if isJoined(part) {
			s = x.p.say("cond.group", "condition", s)
		}
		parts = append(parts, s)
	}
	last := x.p.and
	if name == operators.LogicalOr {
		last = x.p.or
	}
	s := x.p.list(parts, last)
	if x.p.clauses != nil {
		s = x.p.clauses(parts, last)
	}
	if !holds {
		s = x.p.say("cond.not", "condition", x.p.say("cond.group", "condition", s))
	}
	return s, true
}

// flat gives the members of a chain of one operator, however the parser has balanced it.
func flat(n ast.Expr, name string) []ast.Expr {
	if n.Kind() != ast.CallKind || n.AsCall().FunctionName() != name {
		return []ast.Expr{n}
	}
	var out []ast.Expr
	for _, arg := range n.AsCall().Args() {
		out = append(out, flat(arg, name)...)
	}
	return out
}

// isJoined says whether the words of a clause hold a list: two conditions, or several values.
func isJoined(n ast.Expr) bool {
	if n.Kind() != ast.CallKind {
		return false
	}
	call := n.AsCall()
	switch call.FunctionName() {
	case operators.LogicalAnd, operators.LogicalOr:
		return true
	case operators.LogicalNot:
		return isJoined(call.Args()[0])
	case operators.In, operators.OldIn:
		list := call.Args()[1]
		return list.Kind() == ast.ListKind && list.AsList().Size() > 1
	}
	return false
}

// answered says a yes/no field that stands alone.
func (x *sayer) answered(n ast.Expr, holds bool) (string, bool) {
	a, typ, ok := x.path(n)
	if !ok || typ != TypeYesNo {
		return "", false
	}
	key := "cond.no"
	if holds {
		key = "cond.yes"
	}
	return x.p.say(key, "a", a), true
}

func (x *sayer) compared(name string, left, right ast.Expr, holds bool) (string, bool) {
	if writtenOut(left) && !writtenOut(right) {
		left, right, name = right, left, comparisons[name].turned
	}
	if !holds {
		name = comparisons[name].opposite
	}
	if b, ok := truth(right); ok && (name == operators.Equals || name == operators.NotEquals) {
		return x.answered(left, b == (name == operators.Equals))
	}
	a, typ, ok := x.term(left, "")
	if !ok {
		return "", false
	}
	defer x.beside(left)()
	b, _, ok := x.term(right, typ)
	if !ok {
		return "", false
	}
	how := comparisons[name].words
	if typ == TypeDate || typ == TypeTime {
		how = comparisons[name].ofTimes
	}
	return x.p.say("cond."+how, "a", a, "b", b), true
}

// writtenOut says that a value stands in the condition itself: words begin with what it is compared with.
func writtenOut(n ast.Expr) bool {
	return n.Kind() == ast.LiteralKind || n.Kind() == ast.CallKind && n.AsCall().FunctionName() == "timestamp"
}

func truth(n ast.Expr) (value, ok bool) {
	if n.Kind() != ast.LiteralKind {
		return false, false
	}
	b, ok := n.AsLiteral().(types.Bool)
	return bool(b), ok
}

// beside lets what is written out be read as a value of the field that an expression names, until the result is called.
func (x *sayer) beside(n ast.Expr) func() {
	was := x.of
	if _, f, part, ok := x.field(n); ok && part == "" {
		x.of = f
	}
	return func() { x.of = was }
}

// contained says that a field has one of several values, or that a field that is a list has a value.
func (x *sayer) contained(item, list ast.Expr, holds bool) (string, bool) {
	defer x.beside(list)()
	a, typ, ok := x.term(item, "")
	if !ok {
		return "", false
	}
	defer x.beside(item)()
	if list.Kind() == ast.SelectKind {
		whole, of, ok := x.path(list)
		if !ok || of != TypeList {
			return "", false
		}
		key := "cond.excludes"
		if holds {
			key = "cond.includes"
		}
		return x.p.say(key, "a", whole, "b", a), true
	}
	if list.Kind() != ast.ListKind || list.AsList().Size() == 0 || len(list.AsList().OptionalIndices()) > 0 {
		return "", false
	}
	var words []string
	for _, n := range list.AsList().Elements() {
		s, _, ok := x.term(n, typ)
		if !ok {
			return "", false
		}
		words = append(words, s)
	}
	key := "cond.notin"
	if holds {
		key = "cond.in"
	}
	return x.p.say(key, "a", a, "list", x.p.list(words, x.p.or)), true
}

// covered says that an entry of a concordance corresponds in the orders of the case's parties.
func (x *sayer) covered(concordance, concept ast.Expr, holds bool) (string, bool) {
	id, ok := constant(concordance)
	if !ok {
		return "", false
	}
	a, _, ok := x.term(concept, "")
	if !ok {
		return "", false
	}
	key := "cond.uncovered"
	if holds {
		key = "cond.covered"
	}
	return x.p.say(key, "a", a, "name", x.concordanceTitle(ConcordanceID(id))), true
}

// done says that the act lies so long before, or not so long after, a date.
func (x *sayer) done(name string, length, date ast.Expr, holds bool) (string, bool) {
	s, _ := constant(length)
	p, err := ParsePeriod(s)
	a, _, ok := x.path(date)
	if err != nil || !ok {
		return "", false
	}
	key := "cond." + name
	if p.Empty() {
		key += ".day"
	}
	if !holds {
		key += ".not"
	}
	return x.p.say(key, "a", a, "length", x.period(p)), true
}

// term says a value: a field, a fact, or what is written out; beside is the type of what it is compared with.
func (x *sayer) term(n ast.Expr, beside Type) (words string, typ Type, ok bool) {
	switch n.Kind() {
	case ast.SelectKind:
		return x.path(n)
	case ast.LiteralKind:
		switch v := n.AsLiteral().(type) {
		case types.String:
			return x.p.quoted(x.m.chosen(x.of, string(v))), TypeText, true
		case types.Double:
			return x.p.number(float64(v)), TypeNumber, true
		case types.Int:
			return x.p.count(int(v)), TypeNumber, true
		}
	case ast.CallKind:
		call := n.AsCall()
		switch call.FunctionName() {
		case operators.Negate:
			return x.negative(call.Args()[0])
		case operators.Index:
			return x.fact(call.Args()[0], call.Args()[1])
		case "timestamp":
			return x.instant(call, beside)
		}
	}
	return "", "", false
}

func (x *sayer) negative(n ast.Expr) (string, Type, bool) {
	if n.Kind() == ast.LiteralKind {
		switch v := n.AsLiteral().(type) {
		case types.Double:
			return x.p.number(-float64(v)), TypeNumber, true
		case types.Int:
			return x.p.number(-float64(v)), TypeNumber, true
		}
	}
	return "", "", false
}

// fact names an outside fact: the macro has made indicator('x') a read of "indicator:x".
func (x *sayer) fact(of, key ast.Expr) (string, Type, bool) {
	if of.Kind() != ast.IdentKind || of.AsIdent() != factsName || key.Kind() != ast.LiteralKind {
		return "", "", false
	}
	s, ok := key.AsLiteral().(types.String)
	if !ok {
		return "", "", false
	}
	return x.factTitle(string(s)), TypeNumber, true
}

// instant says timestamp('…'): beside a date, midnight is that day.
func (x *sayer) instant(call ast.CallExpr, beside Type) (string, Type, bool) {
	if len(call.Args()) != 1 || call.Args()[0].Kind() != ast.LiteralKind {
		return "", "", false
	}
	s, ok := call.Args()[0].AsLiteral().(types.String)
	if !ok {
		return "", "", false
	}
	t, err := time.Parse(time.RFC3339, string(s))
	if err != nil {
		return "", "", false
	}
	t = t.UTC()
	day := x.p.day(Date{t.Year(), t.Month(), t.Day()})
	if beside == TypeDate && t.Equal(t.Truncate(24*time.Hour)) {
		return day, TypeDate, true
	}
	clock := t.Format("15:04:05.999999999")
	if t.Second() == 0 && t.Nanosecond() == 0 {
		clock = t.Format("15:04")
	}
	return x.p.say("cond.time", "date", day, "time", clock), TypeTime, true
}

// partsOf says which parts a value has, by the type of its field.
var partsOf = map[Type]map[string]string{
	TypeAmount:   {"value": "value", "currency": "money"},
	TypeQuantity: {"value": "value", "unit": "unit"},
	TypeFile:     {"media": "media", "name": "name", "sha256": "sha256"},
}

// path says case.field, case.group.field or a part of a value.
func (x *sayer) path(n ast.Expr) (words string, typ Type, ok bool) {
	words, f, part, ok := x.field(n)
	switch {
	case !ok:
		return "", "", false
	case part == "value":
		return words, TypeNumber, true
	case part != "":
		return words, TypeText, true
	default:
		return x.p.say("cond.field", "label", words), f.Type, true
	}
}

// field follows a chain of selections from the case down; part is the member of the field's value, if any.
func (x *sayer) field(n ast.Expr) (words string, f *Field, part string, ok bool) {
	if n.Kind() != ast.SelectKind || n.AsSelect().IsTestOnly() {
		return "", nil, "", false
	}
	s := n.AsSelect()
	if of := s.Operand(); of.Kind() == ast.IdentKind {
		if of.AsIdent() != caseName || x.record == nil {
			return "", nil, "", false
		}
		return x.inRecord(x.record, s.FieldName())
	}
	whole, outer, part, ok := x.field(s.Operand())
	if !ok || part != "" {
		return "", nil, "", false
	}
	if outer.Type == TypeRecord {
		r := x.m.Record(outer.Record)
		if r == nil {
			return "", nil, "", false
		}
		inner, f, _, ok := x.inRecord(r, s.FieldName())
		if !ok {
			return "", nil, "", false
		}
		return x.p.say("cond.part", "part", inner, "whole", whole), f, "", true
	}
	member, ok := partsOf[outer.Type][s.FieldName()]
	if !ok {
		return "", nil, "", false
	}
	return x.p.say("cond.member."+member, "a", whole), outer, s.FieldName(), true
}

func (x *sayer) inRecord(r *Record, name string) (string, *Field, string, bool) {
	f := r.Field(FieldID(name))
	if f == nil {
		return "", nil, "", false
	}
	return x.p.quoted(x.m.LabelOf(f, x.lang)), f, "", true
}
