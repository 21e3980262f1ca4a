package agreement

import (
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
)

// insideRead is where a condition reads a protected field of a record that stands inside the case's own.
type insideRead struct {
	offset int
	record RecordID
	field  FieldID
}

// readsInside notes the protected fields that a condition reaches through other fields, or through the elements
// of a list: what it reads of the case by name, Condition.Reads, says nothing of them.
func (c *compiler) readsInside(checked *cel.Ast, p pendingCondition) {
	native := checked.NativeRep()
	ast.PreOrderVisit(native.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		if e.Kind() != ast.SelectKind {
			return
		}
		s := e.AsSelect()
		if s.Operand().Kind() == ast.IdentKind && s.Operand().AsIdent() == caseName {
			return
		}
		typ := native.GetType(s.Operand().ID())
		if typ == nil {
			return
		}
		id, ok := strings.CutPrefix(typ.TypeName(), recordPrefix)
		if !ok {
			return
		}
		if f := c.m.lookups().fields[RecordID(id)][FieldID(s.FieldName())]; f != nil && f.Class == ClassProtected {
			if c.inside == nil {
				c.inside = map[*Condition][]insideRead{}
			}
			at := c.inCondition(p, int(native.SourceInfo().GetStartLocation(e.ID()).Column()))
			c.inside[p.cond] = append(c.inside[p.cond], insideRead{at, RecordID(id), f.ID})
		}
	}))
}

// checkNested refuses conditions that decide over a person by a protected field inside another.
func (c *compiler) checkNested(cond *Condition, what, name string) {
	for _, r := range c.inside[cond] {
		c.at(CodeGuardProtected, r.offset, "the condition of %s %q reads the protected field %q of record.%s", what, name, r.field, r.record).
			mend("decide by something else: a protected field never decides over a person")
	}
}
