package register

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// maxElements bounds a list in one cell.
const maxElements = 10_000

var numberForm = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// parseCell reads a cell as a value of a field's type, nil where it is empty. What it cannot read it hands
// on as text, so that CheckValue says in its words what is wrong.
func parseCell(f *agreement.Field, cell string) (any, error) {
	// Trimmed here, since no value begins or ends with white space that means anything.
	cell = strings.TrimSpace(cell)
	if cell == "" {
		return nil, nil
	}
	if f.Type != agreement.TypeList {
		return parseValue(f.Type, cell)
	}
	elements, err := splitList(cell)
	if err != nil {
		return nil, err
	}
	list := make([]any, len(elements))
	for i, e := range elements {
		if list[i], err = parseValue(f.Of, strings.TrimSpace(e)); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func parseValue(t agreement.Type, s string) (any, error) {
	switch t {
	case agreement.TypeNumber:
		if numberForm.MatchString(s) {
			return json.Number(s), nil
		}
	case agreement.TypeYesNo:
		switch s {
		case "true", "yes":
			return true, nil
		case "false", "no":
			return false, nil
		}
	case agreement.TypeAmount:
		return measured(s, "currency"), nil
	case agreement.TypeQuantity:
		return measured(s, "unit"), nil
	case agreement.TypePoint, agreement.TypeLine, agreement.TypeArea, agreement.TypeFile:
		v, err := seal.ParseJSON([]byte(s))
		if err != nil {
			return nil, fault.New(fault.FieldInvalid, "a value of type %s is not JSON", t).Mend("write it as JSON, such as [12.5, 48.1] for a point").Wrap(err)
		}
		return v, nil
	}
	return s, nil
}

// measured reads "12.50 EUR".
func measured(s, of string) any {
	value, unit, ok := strings.Cut(s, " ")
	if !ok {
		return s
	}
	return map[string]any{of: strings.TrimSpace(unit), "value": value}
}

// splitList divides at "|"; "\|" and "\\" stand for the signs themselves.
func splitList(s string) ([]string, error) {
	var list []string
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && (s[i+1] == '|' || s[i+1] == '\\'):
			i++
			b.WriteByte(s[i])
		case s[i] == '|':
			list = append(list, b.String())
			b.Reset()
			if len(list) == maxElements {
				return nil, fault.New(fault.FieldInvalid, "a list has more than %d elements", maxElements)
			}
		default:
			b.WriteByte(s[i])
		}
	}
	return append(list, b.String()), nil
}

var escapeList = strings.NewReplacer(`\`, `\\`, `|`, `\|`)

// formatCell writes a value as parseCell reads it.
func formatCell(f *agreement.Field, v any) (string, error) {
	if v == nil {
		return "", nil
	}
	if f.Type != agreement.TypeList {
		return formatValue(f.Type, v)
	}
	list, _ := v.([]any)
	parts := make([]string, len(list))
	for i, e := range list {
		s, err := formatValue(f.Of, e)
		if err != nil {
			return "", err
		}
		parts[i] = escapeList.Replace(s)
	}
	return strings.Join(parts, "|"), nil
}

func formatValue(t agreement.Type, v any) (string, error) {
	switch v := v.(type) {
	case string:
		return v, nil
	case map[string]any:
		if of := map[agreement.Type]string{agreement.TypeAmount: "currency", agreement.TypeQuantity: "unit"}[t]; of != "" {
			value, _ := v["value"].(string)
			unit, _ := v[of].(string)
			return value + " " + unit, nil
		}
	}
	b, err := seal.Canonical(v)
	return string(b), err
}
