package agreement

import (
	"slices"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
)

// choicesNamed: what a condition compares a choice with is one of its choices. A name that is spelt wrongly would make the
// condition false for ever, and nobody would see it.
func (c *compiler) choicesNamed(e ast.Expr, p pendingCondition, offset func(ast.Expr) int) bool {
	if e.Kind() != ast.CallKind || len(e.AsCall().Args()) != 2 {
		return true
	}
	a, b := e.AsCall().Args()[0], e.AsCall().Args()[1]
	switch e.AsCall().FunctionName() {
	case operators.Equals, operators.NotEquals:
		if c.choicesOf(a, p) == nil {
			a, b = b, a
		}
	case operators.In:
	default:
		return true
	}
	choices := c.choicesOf(a, p)
	if choices == nil {
		return true
	}
	named := []ast.Expr{b}
	if b.Kind() == ast.ListKind {
		named = b.AsList().Elements()
	}
	ok := true
	for _, x := range named {
		if x.Kind() != ast.LiteralKind {
			continue
		}
		if s, text := x.AsLiteral().(types.String); text && !slices.Contains(choices, string(s)) {
			c.at(CodeCondition, offset(x), "%q is none of the choices", string(s)).mend("%s", instead(string(s), choices, "add it to choices"))
			ok = false
		}
	}
	return ok
}

// choicesOf gives the choices of a field that an expression names, through records in the case's record; nil for all else.
func (c *compiler) choicesOf(e ast.Expr, p pendingCondition) []string {
	var path []string
	for e.Kind() == ast.SelectKind && !e.AsSelect().IsTestOnly() {
		path = append(path, e.AsSelect().FieldName())
		e = e.AsSelect().Operand()
	}
	if len(path) == 0 || e.Kind() != ast.IdentKind || e.AsIdent() != caseName {
		return nil
	}
	slices.Reverse(path)
	r := c.m.Record(p.record)
	for i, name := range path {
		if r == nil {
			return nil
		}
		f := r.Field(FieldID(name))
		switch {
		case f == nil:
			return nil
		case i == len(path)-1 && f.Type == TypeChoice && len(f.Choices) > 0:
			return f.Choices
		}
		r = c.m.Record(f.Record)
	}
	return nil
}
