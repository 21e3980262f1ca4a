package desk

import (
	"encoding/json"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/web"
)

// value shows what a field holds; a record and an assessment part by part.
func value(m *agreement.Model, f *agreement.Field, v any, s web.Sight) web.Value {
	out := web.Value{Field: f, Value: v, Sight: s}
	o, ok := v.(map[string]any)
	if !ok || f.Type != agreement.TypeRecord {
		return out
	}
	if a := assessmentOf(m, f); a != nil {
		for _, q := range a.Questions {
			if answer, given := o[q.ID]; given {
				part := &agreement.Field{ID: agreement.FieldID(q.ID), Type: agreement.TypeText, Class: f.Class, Label: map[string]string{m.Tongue(): q.Text}}
				if word, ok := answer.(string); ok {
					answer = q.Word(word)
				}
				out.Parts = append(out.Parts, web.Value{Field: part, Value: answer, Sight: s})
			}
		}
		return out
	}
	if r := m.Record(f.Record); r != nil {
		for i := range r.Fields {
			part := &r.Fields[i]
			if x, given := o[string(part.ID)]; given {
				out.Parts = append(out.Parts, value(m, part, x, s))
			}
		}
	}
	return out
}

func assessmentOf(m *agreement.Model, f *agreement.Field) *agreement.Assessment {
	if f.Type != agreement.TypeRecord || f.Record != "" {
		return nil
	}
	for i := range m.Assessments {
		if a := &m.Assessments[i]; agreement.AssessmentField(a.ID) == f.ID {
			return a
		}
	}
	return nil
}

// line writes a value as a register is asked for it.
func line(v any) string {
	switch x := v.(type) {
	case string:
		return x
	case json.Number:
		return x.String()
	case bool:
		if x {
			return "yes"
		}
		return "no"
	default:
		b, _ := json.Marshal(x)
		return strings.Trim(string(b), `"`)
	}
}
