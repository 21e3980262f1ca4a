package agreement

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/parser"
	"github.com/entente-net/entente/fault"
	"github.com/hashicorp/hcl/v2"
)

const (
	caseName     = "case"
	factsName    = "@facts" // no source can name it
	maxCondition = 4096
	// maxCost bounds one evaluation, so that a list of ten thousand cannot stop a node.
	maxCost = 1_000_000
)

// pendingCondition is compiled once all records are read.
type pendingCondition struct {
	cond   *Condition
	at     hcl.Range
	record RecordID // "": only outside facts
	ofCase bool     // reads the fields of a case
	act    bool     // judges an act, and so knows when it is done
	before int      // so many characters of the source stand before what the text says

	watch func(f *Field, offset int) // is told of every field that is read, at any depth; such a condition reads no outside facts
}

// pend notes a condition over outside facts alone.
func (c *compiler) pend(b *body, name string, cond *Condition) {
	if cond.Source != "" {
		c.pending = append(c.pending, pendingCondition{cond: cond, at: c.where[b.path+"/"+name]})
	}
}

// pendProcedure notes the conditions of the procedure that was read last.
func (c *compiler) pendProcedure(b *body) {
	p := &c.m.Procedures[len(c.m.Procedures)-1]
	for i := range p.Steps {
		if s := &p.Steps[i]; s.When.Source != "" {
			c.pending = append(c.pending, pendingCondition{cond: &s.When, at: c.where[b.path+"/step."+string(s.ID)+"/when"], record: p.Record, ofCase: true, act: true})
		}
	}
	for i := range p.Shares {
		if s := &p.Shares[i]; s.When.Source != "" {
			c.pending = append(c.pending, pendingCondition{cond: &s.When, at: c.where[b.path+"/share."+string(s.ID)+"/when"], record: p.Record, ofCase: true})
		}
	}
}

// conditions type-checks and compiles what was noted.
func (c *compiler) conditions() {
	if len(c.pending) == 0 {
		return
	}
	ts, err := newTypeSystem(c.m)
	if err != nil {
		c.at(CodeCondition, 0, "conditions cannot be checked: %v", err)
		return
	}
	base, err := ts.environment()
	if err != nil {
		c.at(CodeCondition, 0, "conditions cannot be checked: %v", err)
		return
	}
	envs := map[RecordID]*cel.Env{"": base}
	for _, p := range c.pending {
		if p.ofCase && c.m.Record(p.record) == nil {
			continue // reported where the procedure names it
		}
		env := envs[p.record]
		if env == nil {
			if env, err = base.Extend(cel.Variable(caseName, types.NewObjectType(recordPrefix+string(p.record)))); err != nil {
				c.on(CodeCondition, p.at, "the condition cannot be checked: %v", err)
				continue
			}
			envs[p.record] = env
		}
		c.compileCondition(env, p)
	}
}

func (c *compiler) compileCondition(env *cel.Env, p pendingCondition) {
	checked, iss := env.Compile(p.cond.Source)
	if iss.Err() != nil {
		for _, e := range iss.Errors() {
			c.at(CodeCondition, c.inCondition(p, e.Location.Column()), "%s", plainCEL(e.Message)).mend("%s", c.mendCEL(e.Message, p))
		}
		return
	}
	if !checked.OutputType().IsExactType(types.BoolType) {
		c.on(CodeCondition, p.at, "the condition gives %s and must give true or false", checked.OutputType()).mend("compare it with something")
		return
	}
	reads, facts, on, ok := c.dependencies(checked, p)
	if !ok {
		return
	}
	c.readsInside(checked, p)
	program, err := env.Program(checked, cel.EvalOptions(cel.OptOptimize), cel.CostLimit(maxCost))
	if err != nil {
		c.on(CodeCondition, p.at, "the condition cannot be compiled: %v", err).mend("simplify it")
		return
	}
	p.cond.Reads, p.cond.Facts = reads, facts
	p.cond.program = &compiled{source: p.cond.Source, program: program, facts: facts, on: on, record: p.record, typ: types.NewObjectType(recordPrefix + string(p.record))}
}

// inCondition gives the text's offset of a column of a condition. The source is one line without
// escapes, so that only characters of several bytes need counting.
func (c *compiler) inCondition(p pendingCondition, column int) int {
	runes := []rune(p.cond.Source)
	column = min(max(column, p.before), len(runes))
	return p.at.Start.Byte + 1 + len(string(runes[p.before:column]))
}

func plainCEL(message string) string {
	message = strings.TrimPrefix(message, "ERROR: ")
	message = strings.TrimPrefix(message, "Syntax error: ")
	message, _, _ = strings.Cut(message, " expecting ")
	if strings.Contains(message, "'<EOF>'") {
		message = "it ends too early"
	}
	return "the condition cannot be read: " + strings.ReplaceAll(message, "\n", " ")
}

func (c *compiler) mendCEL(message string, p pendingCondition) string {
	switch {
	case strings.Contains(message, "undefined field"):
		name := strings.Trim(message[strings.LastIndex(message, " ")+1:], "'")
		return instead(name, c.fieldNames(p.record), "declare the field in record."+string(p.record))
	case strings.Contains(message, doneTakes), strings.Contains(message, "'"+doneBeforeCall+"'"), strings.Contains(message, "'"+doneWithinCall+"'"):
		return "name a field of type \"date\" or \"time\", and a length of time such as 'P42D' or '5 working days'"
	case strings.Contains(message, "undeclared reference"):
		return "write case.field for a field of the case, indicator('name'), quota('name') or fund('name') for an outside fact, text in 'single' marks"
	case strings.Contains(message, "double") && strings.Contains(message, "int"):
		return "numbers of the case are decimal: write 5.0 instead of 5"
	default:
		return "write a CEL expression that gives true or false, such as case.urgency == 'danger to life'"
	}
}

// dependencies finds what a condition reads. A case's field must be named, and may not be tested for
// presence: who cannot read a field would take it for one that was not given, and come to another state.
// It also says whether the condition depends on who the case's parties are, and on when the act is done.
func (c *compiler) dependencies(checked *cel.Ast, p pendingCondition) (reads []FieldID, facts []string, on depends, ok bool) {
	native, ok := checked.NativeRep(), true
	named, timed := map[int64]bool{}, false
	reads, facts = []FieldID{}, []string{}
	offset := func(e ast.Expr) int {
		return c.inCondition(p, int(native.SourceInfo().GetStartLocation(e.ID()).Column()))
	}
	covered := &coverage{c: c, p: p, offset: offset, bound: map[string]*Field{}, ok: true}
	ast.PreOrderVisit(native.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		covered.visit(e)
		ok = c.done(e, p, offset(e)) && ok
		timed = timed || isDone(e)
		ok = c.watched(native, e, p, offset) && ok
		ok = c.choicesNamed(e, p, offset) && ok
		switch e.Kind() {
		case ast.SelectKind:
			s := e.AsSelect()
			if s.Operand().Kind() != ast.IdentKind || s.Operand().AsIdent() != caseName {
				return
			}
			named[s.Operand().ID()] = true
			if s.IsTestOnly() {
				c.at(CodeConditionHas, offset(e), "has(case.%s) would mean something else for who cannot read the field", s.FieldName()).
					mend("let the step give the field always, or ask it as a choice with an answer for \"none\"")
				ok = false
			}
			reads = append(reads, FieldID(s.FieldName()))
		case ast.IdentKind:
			if e.AsIdent() == caseName && !named[e.ID()] {
				c.at(CodeCondition, offset(e), "a condition reads the case field by field").mend("write case.field")
				ok = false
			}
		case ast.CallKind:
			if call := e.AsCall(); call.FunctionName() == operators.Index && call.Args()[0].Kind() == ast.IdentKind && call.Args()[0].AsIdent() == factsName {
				fact := string(call.Args()[1].AsLiteral().(types.String))
				facts = append(facts, fact)
				ok = c.knownFact(fact, offset(e), p) && ok
			}
		}
	}))
	slices.Sort(reads)
	slices.Sort(facts)
	return slices.Compact(reads), slices.Compact(facts), depends{parties: covered.calls > 0, moment: timed}, ok && covered.ok
}

// factMacro turns indicator('name') into a read of the fact "indicator:name", whose name the model states.
func factMacro(kind string) cel.Macro {
	return parser.NewGlobalMacro(kind, 1, func(eh parser.ExprHelper, _ ast.Expr, args []ast.Expr) (ast.Expr, *common.Error) {
		var name ref.Val
		if args[0].Kind() == ast.LiteralKind {
			name = args[0].AsLiteral()
		}
		s, ok := name.(types.String)
		if !ok || !blockName.MatchString(string(s)) {
			return nil, eh.NewError(args[0].ID(), kind+" takes one name in 'single' quotation marks")
		}
		return eh.NewCall(operators.Index, eh.NewIdent(factsName), eh.NewLiteral(types.String(kind+":"+string(s)))), nil
	})
}

// knownFact asks that a fact is of a block that the text declares: a misspelt figure would be unknown for ever.
func (c *compiler) knownFact(fact string, offset int, p pendingCondition) bool {
	kind, name, _ := strings.Cut(fact, ":")
	if p.watch != nil {
		c.at(CodeCondition, offset, "%s('%s') is an outside fact, and a condition over a record reads the record alone", kind, name).mend("write case.field")
		return false
	}
	if _, known := c.declared[kind][name]; known || c.ghosts[kind+" "+name] {
		return true
	}
	c.at(CodeNameUnknown, offset, "there is no %s %q", kind, name).
		mend("%s", instead(name, slices.Sorted(maps.Keys(c.declared[kind])), "declare "+kind+" \""+name+"\""))
	return false
}

// watched tells whoever watches a condition which field of which record an expression reads. What has no type of its
// own could hide one.
func (c *compiler) watched(native *ast.AST, e ast.Expr, p pendingCondition, offset func(ast.Expr) int) bool {
	if p.watch == nil {
		return true
	}
	if native.GetType(e.ID()).Kind() == types.DynKind {
		c.at(CodeCondition, offset(e), "what a condition over a record reads must be of a stated type").mend("leave dyn out")
		return false
	}
	if e.Kind() != ast.SelectKind {
		return true
	}
	s := e.AsSelect()
	record, ok := strings.CutPrefix(native.GetType(s.Operand().ID()).TypeName(), recordPrefix)
	if !ok {
		return true
	}
	if r := c.m.Record(RecordID(record)); r != nil {
		if f := r.Field(FieldID(s.FieldName())); f != nil {
			p.watch(f, offset(e))
		}
	}
	return true
}

// compiled evaluates one condition. It is safe for concurrent use.
type compiled struct {
	source  string
	program cel.Program
	facts   []string
	on      depends
	record  RecordID
	typ     *types.Type
}

// depends says on what a condition depends beside fields and facts.
type depends struct {
	parties bool // who the case's parties are
	moment  bool // when the act is done
}

// activation gives the program its two variables.
type activation struct {
	group   group
	facts   map[string]float64
	parties []PartyID
	moment  moment
}

// ResolveName gives a variable's value.
func (a *activation) ResolveName(name string) (any, bool) {
	switch name {
	case caseName:
		return &a.group, true
	case factsName:
		return a.facts, true
	case partiesName:
		return types.NewDynamicList(types.DefaultTypeAdapter, a.parties), true
	case momentName:
		return a.moment, true
	}
	return nil, false
}

// Parent gives nil: there is no outer scope.
func (a *activation) Parent() cel.Activation { return nil }

func (p *compiled) eval(env Env) (bool, error) {
	a := &activation{group: group{p.typ, caseFields(env.Case)}, parties: env.Parties, moment: moment{env.At, p.record}}
	if p.on.moment && env.At.IsZero() {
		return false, fault.New(fault.ConditionUnread, "the condition %q depends on when the act is done, which is not known here", p.source).
			Mend("say when it is done").Wrap(ErrUnread)
	}
	if p.on.parties && len(env.Parties) == 0 {
		return false, fault.New(fault.ConditionUnread, "the condition %q depends on the case's parties, which are not known here", p.source).
			Mend("bind the case's sides first").Wrap(ErrUnread)
	}
	if len(p.facts) > 0 {
		a.facts = make(map[string]float64, len(p.facts))
		for _, name := range p.facts {
			if x, ok := number(env.Facts[name]); ok {
				a.facts[name] = x
			}
		}
	}
	out, _, err := p.program.Eval(a)
	if err == nil {
		b, ok := out.(types.Bool)
		if !ok {
			return false, fault.New(fault.Internal, "the condition %q gave %T", p.source, out)
		}
		return bool(b), nil
	}
	if errors.Is(err, ErrUnread) || len(a.facts) < len(p.facts) {
		return false, p.unread(env, a, err)
	}
	return false, fault.New(fault.ConditionUnmet, "the condition %q cannot be decided: its values do not fit together", p.source).
		Mend("check the values that it reads").Wrap(err)
}

// unread names what the evaluator would have had to read.
func (p *compiled) unread(env Env, a *activation, err error) error {
	for _, name := range p.facts {
		if _, ok := a.facts[name]; !ok {
			return fault.New(fault.ConditionUnread, "the condition %q depends on %s, which is not known here", p.source, name).
				Mend("state the fact with the act").Wrap(ErrUnread)
		}
	}
	return fault.New(fault.ConditionUnread, "the condition %q depends on a field that is not open here", p.source).
		Mend("the field must be given, and shared, first").Wrap(errors.Join(ErrUnread, err))
}
