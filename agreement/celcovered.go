package agreement

import (
	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/parser"
)

const (
	partiesName = "@parties" // of the case; no source can name it
	coveredName = "covered"
	coveredCall = "@covered"
)

// coveredMacro turns covered('offences', case.offence) into a call that also takes the case's parties, which
// the source does not name.
func coveredMacro() cel.Macro {
	return parser.NewGlobalMacro(coveredName, 2, func(eh parser.ExprHelper, _ ast.Expr, args []ast.Expr) (ast.Expr, *common.Error) {
		if _, ok := constant(args[0]); !ok {
			return nil, eh.NewError(args[0].ID(), "covered takes the name of a concordance in 'single' quotation marks")
		}
		return eh.NewCall(coveredCall, eh.NewIdent(partiesName), args[0], args[1]), nil
	})
}

// coveredFunction asks the agreement's concordances.
func coveredFunction(m *Model) cel.EnvOption {
	return cel.Function(coveredCall, cel.Overload("covered_parties_string_string",
		[]*cel.Type{cel.ListType(cel.StringType), cel.StringType, cel.StringType}, cel.BoolType,
		cel.FunctionBinding(func(args ...ref.Val) ref.Val {
			parties, ok := args[0].Value().([]PartyID)
			id, ok1 := args[1].(types.String)
			concept, ok2 := args[2].(types.String)
			if !ok || !ok1 || !ok2 {
				return types.NewErr("covered takes a concordance and a choice of it")
			}
			return types.Bool(m.Covered(ConcordanceID(id), ConceptID(concept), parties))
		})))
}

func constant(e ast.Expr) (string, bool) {
	if e.Kind() != ast.LiteralKind {
		return "", false
	}
	s, ok := e.AsLiteral().(types.String)
	return string(s), ok
}

// coverage checks the calls of covered in a condition: the concordance must be one, and what is asked about a
// choice of it or one of its entries.
type coverage struct {
	c      *compiler
	p      pendingCondition
	offset func(ast.Expr) int
	bound  map[string]*Field // the elements of lists that the condition goes through
	calls  int
	ok     bool
}

func (v *coverage) visit(e ast.Expr) {
	switch e.Kind() {
	case ast.ComprehensionKind:
		x := e.AsComprehension()
		f := v.field(x.IterRange())
		if old, twice := v.bound[x.IterVar()]; twice && old != f {
			f = nil // one name for the elements of two lists: which is meant could be mistaken
		}
		v.bound[x.IterVar()] = f
	case ast.CallKind:
		if call := e.AsCall(); call.FunctionName() == coveredCall {
			v.calls++
			v.call(e, call.Args()[1], call.Args()[2])
		}
	}
}

func (v *coverage) call(e, name, asked ast.Expr) {
	id, _ := constant(name)
	x := v.c.m.Concordance(ConcordanceID(id))
	switch concept, isText := constant(asked); {
	case x == nil:
		v.fail(CodeNameUnknown, name, "there is no concordance "+quote(id), instead(id, v.c.concordances(), "declare concordance "+quote(id)))
	case !v.p.ofCase:
		v.fail(CodeCondition, e, "only a condition over a case can ask what is covered: it depends on the case's parties", "use it in a step or a share")
	case isText && x.Concept(ConceptID(concept)) == nil:
		v.fail(CodeNameUnknown, asked, "concordance."+id+" has no entry "+quote(concept), instead(concept, v.c.concepts(x.ID), "add concept "+quote(concept)))
	case isText:
	default:
		if f := v.field(asked); f == nil || f.Type != TypeChoice && f.Of != TypeChoice || f.Concordance != x.ID {
			v.fail(CodeCondition, asked, "covered('"+id+"', …) takes a choice whose entries are those of concordance."+id,
				"name a field with concordance = concordance."+id)
		}
	}
}

func (v *coverage) fail(code FindingCode, e ast.Expr, message, mend string) {
	v.c.at(code, v.offset(e), "%s", message).mend("%s", mend)
	v.ok = false
}

// field gives the field that an expression reads, nil where it is none. The element of a list stands for the
// list's field.
func (v *coverage) field(e ast.Expr) *Field {
	switch e.Kind() {
	case ast.IdentKind:
		return v.bound[e.AsIdent()]
	case ast.SelectKind:
		s := e.AsSelect()
		if o := s.Operand(); o.Kind() == ast.IdentKind && o.AsIdent() == caseName {
			return v.in(v.p.record, s.FieldName())
		}
		if f := v.field(s.Operand()); f != nil {
			return v.in(f.Record, s.FieldName())
		}
	}
	return nil
}

func (v *coverage) in(record RecordID, name string) *Field {
	if r := v.c.m.Record(record); r != nil {
		return r.Field(FieldID(name))
	}
	return nil
}

func (c *compiler) concordances() []string {
	out := make([]string, len(c.m.Concordances))
	for i := range c.m.Concordances {
		out[i] = string(c.m.Concordances[i].ID)
	}
	return out
}

func quote(s string) string { return "\"" + s + "\"" }
