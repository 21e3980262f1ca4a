package agreement

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// celReserved are the words that CEL keeps for itself; no field may have such a name.
var celReserved = map[string]bool{
	"as": true, "break": true, "const": true, "continue": true, "else": true, "false": true, "for": true, "function": true,
	"if": true, "import": true, "in": true, "let": true, "loop": true, "namespace": true, "null": true, "package": true,
	"return": true, "true": true, "var": true, "void": true, "while": true,
}

// typeSystem gives CEL the agreement's records as types, so that a misspelt field or a number compared
// with text is found when the text is checked. Amounts, quantities and files are small groups of their own.
type typeSystem struct {
	*types.Registry
	groups map[string]map[string]*member
	model  *Model // for what a condition asks of the agreement itself
}

// member is one field of a group.
type member struct {
	name string
	typ  *types.Type
	conv func(v any) (ref.Val, error)
}

const (
	groupAmount   = "amount"
	groupQuantity = "quantity"
	groupFile     = "file"
	recordPrefix  = "record."
)

func newTypeSystem(m *Model) (*typeSystem, error) {
	reg, err := types.NewRegistry()
	if err != nil {
		return nil, err
	}
	ts := &typeSystem{Registry: reg, model: m, groups: map[string]map[string]*member{
		groupAmount:   {"currency": textMember("currency"), "value": decimalMember()},
		groupQuantity: {"unit": textMember("unit"), "value": decimalMember()},
		groupFile:     {"media": textMember("media"), "name": textMember("name"), "sha256": textMember("sha256")},
	}}
	for i := range m.Records {
		r := &m.Records[i]
		fields := map[string]*member{}
		for j := range r.Fields {
			f := &r.Fields[j]
			if f.Type == "" {
				continue
			}
			fields[string(f.ID)] = &member{string(f.ID), celType(f, f.Type), ts.converter(f, f.Type)}
		}
		ts.groups[recordPrefix+string(r.ID)] = fields
	}
	return ts, nil
}

func textMember(name string) *member {
	return &member{name, types.StringType, convertText}
}

func decimalMember() *member {
	return &member{"value", types.DoubleType, func(v any) (ref.Val, error) {
		s, ok := v.(string)
		x, err := strconv.ParseFloat(s, 64)
		if !ok || err != nil {
			return nil, fmt.Errorf("%v is not a decimal number", v)
		}
		return types.Double(x), nil
	}}
}

// celType says as what a condition sees a field.
func celType(f *Field, t Type) *types.Type {
	switch t {
	case TypeNumber:
		return types.DoubleType
	case TypeYesNo:
		return types.BoolType
	case TypeDate, TypeTime:
		return types.TimestampType
	case TypeAmount, TypeQuantity, TypeFile:
		return types.NewObjectType(string(t))
	case TypePoint:
		return types.NewListType(types.DoubleType)
	case TypeLine:
		return types.NewListType(types.NewListType(types.DoubleType))
	case TypeArea:
		return types.NewListType(types.NewListType(types.NewListType(types.DoubleType)))
	case TypeList:
		return types.NewListType(celType(f, f.Of))
	case TypeRecord:
		return types.NewObjectType(recordPrefix + string(f.Record))
	default:
		return types.StringType
	}
}

// converter gives the function from a field's JSON value to what a condition sees.
func (ts *typeSystem) converter(f *Field, t Type) func(any) (ref.Val, error) {
	switch t {
	case TypeNumber:
		return convertNumber
	case TypeYesNo:
		return func(v any) (ref.Val, error) {
			b, ok := v.(bool)
			if !ok {
				return nil, fmt.Errorf("%v is neither yes nor no", v)
			}
			return types.Bool(b), nil
		}
	case TypeDate:
		return func(v any) (ref.Val, error) { return convertTime(v, time.DateOnly) }
	case TypeTime:
		return func(v any) (ref.Val, error) { return convertTime(v, time.RFC3339Nano) }
	case TypeAmount, TypeQuantity, TypeFile:
		return ts.convertGroup(string(t))
	case TypePoint:
		return ts.convertList(convertNumber)
	case TypeLine:
		return ts.convertList(ts.convertList(convertNumber))
	case TypeArea:
		return ts.convertList(ts.convertList(ts.convertList(convertNumber)))
	case TypeList:
		return ts.convertList(ts.converter(f, f.Of))
	case TypeRecord:
		return ts.convertGroup(recordPrefix + string(f.Record))
	default:
		return convertText
	}
}

func convertText(v any) (ref.Val, error) {
	s, ok := v.(string)
	if !ok {
		return nil, fmt.Errorf("%v is not text", v)
	}
	return types.String(s), nil
}

func convertNumber(v any) (ref.Val, error) {
	x, ok := number(v)
	if !ok {
		return nil, fmt.Errorf("%v is not a number", v)
	}
	return types.Double(x), nil
}

func convertTime(v any, layout string) (ref.Val, error) {
	s, _ := v.(string)
	t, err := time.Parse(layout, s)
	if err != nil {
		return nil, fmt.Errorf("%v is not a date or time", v)
	}
	return types.Timestamp{Time: t.UTC()}, nil
}

func (ts *typeSystem) convertList(element func(any) (ref.Val, error)) func(any) (ref.Val, error) {
	return func(v any) (ref.Val, error) {
		list, ok := v.([]any)
		if !ok {
			return nil, fmt.Errorf("%v is not a list", v)
		}
		out := make([]ref.Val, len(list))
		for i, x := range list {
			e, err := element(x)
			if err != nil {
				return nil, err
			}
			out[i] = e
		}
		return types.NewRefValList(ts, out), nil
	}
}

func (ts *typeSystem) convertGroup(name string) func(any) (ref.Val, error) {
	typ := types.NewObjectType(name)
	return func(v any) (ref.Val, error) {
		o, ok := v.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("%v is not a group of fields", v)
		}
		return &group{typ, nestedFields(o)}, nil
	}
}

// fields gives a group's member, "not given" as false.
type fields interface {
	get(name string) (any, bool)
}

type nestedFields map[string]any

func (n nestedFields) get(name string) (any, bool) { v, ok := n[name]; return v, ok }

type caseFields map[FieldID]any

func (c caseFields) get(name string) (any, bool) { v, ok := c[FieldID(name)]; return v, ok }

// group is a record's value inside a condition.
type group struct {
	typ *types.Type
	in  fields
}

func (g *group) ConvertToNative(t reflect.Type) (any, error) {
	return nil, fmt.Errorf("%s is not a %s", g.typ.TypeName(), t)
}

func (g *group) ConvertToType(ref.Type) ref.Val {
	return types.NewErr("%s cannot be converted", g.typ.TypeName())
}

func (g *group) Equal(ref.Val) ref.Val {
	return types.NewErr("%s can only be compared field by field", g.typ.TypeName())
}

func (g *group) Type() ref.Type { return g.typ }

func (g *group) Value() any { return g }

// FindStructType is the type provider's answer for a group's name.
func (ts *typeSystem) FindStructType(name string) (*types.Type, bool) {
	if _, ok := ts.groups[name]; ok {
		return types.NewTypeTypeWithParam(types.NewObjectType(name)), true
	}
	return ts.Registry.FindStructType(name)
}

// FindStructFieldNames is the type provider's list of a group's members.
func (ts *typeSystem) FindStructFieldNames(name string) ([]string, bool) {
	g, ok := ts.groups[name]
	if !ok {
		return ts.Registry.FindStructFieldNames(name)
	}
	var out []string
	for m := range g {
		out = append(out, m)
	}
	slices.Sort(out)
	return out, true
}

// FindStructFieldType says how a group's member is read. What is not there gives ErrUnread.
func (ts *typeSystem) FindStructFieldType(name, field string) (*types.FieldType, bool) {
	g, ok := ts.groups[name]
	if !ok {
		return ts.Registry.FindStructFieldType(name, field)
	}
	m, ok := g[field]
	if !ok {
		return nil, false
	}
	return &types.FieldType{
		Type: m.typ,
		IsSet: func(target any) bool {
			o, ok := target.(*group)
			if !ok {
				return false
			}
			_, ok = o.in.get(m.name)
			return ok
		},
		GetFrom: func(target any) (any, error) {
			o, ok := target.(*group)
			if !ok {
				return nil, fmt.Errorf("%T has no fields", target)
			}
			v, ok := o.in.get(m.name)
			if !ok || v == nil {
				return nil, fmt.Errorf("%w: %s", ErrUnread, m.name)
			}
			return m.conv(v)
		},
	}, true
}

// NewValue refuses to make records inside a condition.
func (ts *typeSystem) NewValue(name string, values map[string]ref.Val) ref.Val {
	if _, ok := ts.groups[name]; ok {
		return types.NewErr("a condition cannot make a %s", name)
	}
	return ts.Registry.NewValue(name, values)
}

// environment is what all conditions of an agreement share.
func (ts *typeSystem) environment() (*cel.Env, error) {
	return cel.NewEnv(
		cel.CustomTypeProvider(ts), cel.CustomTypeAdapter(ts),
		cel.CrossTypeNumericComparisons(true), cel.DefaultUTCTimeZone(true),
		cel.Variable(factsName, cel.MapType(cel.StringType, cel.DoubleType)),
		cel.Variable(partiesName, cel.ListType(cel.StringType)), coveredFunction(ts.model), cel.Macros(coveredMacro()),
		cel.Macros(factMacro("indicator"), factMacro("quota"), factMacro("fund")),
		cel.Variable(momentName, cel.DynType), doneFunctions(ts.model), cel.Macros(doneMacro(doneBeforeName, doneBeforeCall), doneMacro(doneWithinName, doneWithinCall)),
		cel.ExtendedValidations(),
		cel.ParserExpressionSizeLimit(maxCondition), cel.ParserRecursionLimit(maxNesting), cel.RegexProgramSizeLimit(1000),
	)
}
