package casework

import (
	"maps"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// asFineAs stands in the name of a coarser value between the field and the precision. No field has it in its name.
const asFineAs = "~"

// CoarseName is under what an act commits to the value of a field no finer than a precision: near_road~500 m.
func CoarseName(f agreement.FieldID, precision string) agreement.FieldID {
	return f + asFineAs + agreement.FieldID(precision)
}

// FieldOf is the field whose value an act commits to under a name, and how fine: "" is the value as it was given.
func FieldOf(name agreement.FieldID) (f agreement.FieldID, precision string) {
	field, fine, _ := strings.Cut(string(name), asFineAs)
	return agreement.FieldID(field), fine
}

// CoarseNames are the names of the coarser values that an act which gives a field commits to beside it, sorted: one for each
// precision with which a share of the procedure opens the field. A commitment is to one value, so that of the exact value alone
// a coarser one could not be proved.
func CoarseNames(m *agreement.Model, p *agreement.Procedure, f agreement.FieldID) []agreement.FieldID {
	var names []agreement.FieldID
	for i := range p.Shares {
		s := &p.Shares[i]
		if s.Precision == "" || !slices.Contains(s.Fields, f) {
			continue
		}
		name := CoarseName(f, s.Precision)
		if field := m.ProcedureField(p, f); field != nil && field.Coarsens(s.Precision) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// WithCoarser are values by the names under which an act commits to them: each field, and beside it its coarser values.
func WithCoarser(m *agreement.Model, p *agreement.Procedure, values map[agreement.FieldID]any) map[agreement.FieldID]any {
	all := own(values)
	for f, v := range values {
		for _, name := range CoarseNames(m, p, f) {
			_, precision := FieldOf(name)
			all[name] = Coarsen(m.ProcedureField(p, f), v, precision)
		}
	}
	return all
}

// Commits enters into the move of a step what its act commits to, by name, and those values of it that can be read. It is
// refused unless the act commits to the coarser values of each field that it gives (field-missing), to none besides
// (field-unknown), and, where both can be read, each is what Coarsen makes of the exact one (commitment). What can be entered
// is entered all the same: an audit goes on.
func (mv *Move) Commits(m *agreement.Model, p *agreement.Procedure, names []agreement.FieldID, values map[agreement.FieldID]any) error {
	exact := func(name agreement.FieldID) bool { return !strings.Contains(string(name), asFineAs) }
	var coarse []agreement.FieldID
	for _, name := range names {
		if exact(name) {
			mv.Gives = append(mv.Gives, name)
		} else {
			coarse = append(coarse, name)
		}
	}
	mv.Values, mv.Coarse = maps.Clone(values), maps.Clone(values)
	maps.DeleteFunc(mv.Values, func(name agreement.FieldID, _ any) bool { return !exact(name) })
	maps.DeleteFunc(mv.Coarse, func(name agreement.FieldID, _ any) bool { return exact(name) })
	if p == nil {
		return nil // there is no such procedure: that is said elsewhere
	}
	art := string(p.Article)
	if step := p.Step(mv.Step); step != nil {
		art = string(step.Article)
	}
	due := map[agreement.FieldID]bool{}
	for _, f := range mv.Gives {
		for _, name := range CoarseNames(m, p, f) {
			due[name] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(due)) {
		if f, precision := FieldOf(name); !slices.Contains(coarse, name) {
			return fault.Refuse(fault.FieldMissing, art, "the act gives the field %s and does not commit to it no finer than %s, as a share opens it", f, precision).
				Mend("commit to the coarser value in the same act")
		}
	}
	for _, name := range coarse {
		f, precision := FieldOf(name)
		if !due[name] {
			return fault.Refuse(fault.FieldUnknown, art, "the act commits to the field %s no finer than %s, and no share opens what it gives so", f, precision).
				Mend("leave it out")
		}
		given, known := mv.Values[f]
		if said, read := mv.Coarse[name]; known && read && !equal(said, Coarsen(m.ProcedureField(p, f), given, precision)) {
			return fault.Refuse(fault.Commitment, art, "what the act commits to as the field %s no finer than %s does not follow from the value that it gives", f, precision).
				Mend("coarsen the value as the agreement says")
		}
	}
	return nil
}

// equal says whether two values are the same, whichever form their numbers have.
func equal(a, b any) bool {
	x, isList := a.([]any)
	y, both := b.([]any)
	if isList || both {
		return isList && both && slices.EqualFunc(x, y, equal)
	}
	if n, is := number(a); is {
		o, too := number(b)
		return too && n == o
	}
	s, isText := a.(string)
	o, too := b.(string)
	return isText && too && s == o || a == nil && b == nil
}
