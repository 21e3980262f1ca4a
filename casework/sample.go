package casework

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"slices"

	"github.com/entente-net/entente/agreement"
)

// sampleDepth bounds samples of records that hold each other.
const sampleDepth = 8

// Sample invents a value that fits a field, the same every time: the first choice, yes, the first answer
// of an assessment that blocks nothing. It serves examples and the placeholders of forms.
func Sample(m *agreement.Model, f *agreement.Field) any { return sample(m, f, f.Type, sampleDepth) }

func sample(m *agreement.Model, f *agreement.Field, t agreement.Type, depth int) any {
	switch t {
	case agreement.TypeName, agreement.TypePerson:
		return "Sample Person"
	case agreement.TypeDocument, agreement.TypeIdentifier:
		return "X0000001"
	case agreement.TypeDate:
		return "2026-01-15"
	case agreement.TypeTime:
		return "2026-01-15T12:00:00Z"
	case agreement.TypeNumber:
		return 1.0
	case agreement.TypeAmount:
		return map[string]any{"currency": "EUR", "value": "1.00"}
	case agreement.TypeQuantity:
		return map[string]any{"unit": "kg", "value": "1"}
	case agreement.TypeCountry:
		return "XA"
	case agreement.TypeChoice:
		if len(f.Choices) > 0 {
			return f.Choices[0]
		}
		return ""
	case agreement.TypeYesNo:
		return true
	case agreement.TypePoint:
		return samplePoint(0, 0)
	case agreement.TypeLine:
		return []any{samplePoint(0, 0), samplePoint(1, 1)}
	case agreement.TypeArea:
		return []any{[]any{samplePoint(0, 0), samplePoint(1, 0), samplePoint(1, 1), samplePoint(0, 0)}}
	case agreement.TypeFile:
		return sampleFile()
	case agreement.TypeList:
		return []any{sample(m, f, f.Of, depth)}
	case agreement.TypeRecord:
		return sampleRecord(m, f, depth)
	}
	return "sample"
}

func samplePoint(lon, lat float64) []any { return []any{lon, lat} }

func sampleFile() map[string]any {
	data := []byte("sample\n")
	sum := sha256.Sum256(data)
	return map[string]any{
		"media": "text/plain", "name": "sample.txt",
		"sha256": hex.EncodeToString(sum[:]), "data": base64.StdEncoding.EncodeToString(data),
	}
}

func sampleRecord(m *agreement.Model, f *agreement.Field, depth int) map[string]any {
	o := map[string]any{}
	if f.Record == "" {
		for i := range m.Assessments {
			if a := &m.Assessments[i]; agreement.AssessmentField(a.ID) == f.ID {
				for _, q := range a.Questions {
					o[q.ID] = harmless(q)
				}
			}
		}
		return o
	}
	r := m.Record(f.Record)
	if r == nil || depth == 0 {
		return o
	}
	for i := range r.Fields {
		o[string(r.Fields[i].ID)] = sample(m, &r.Fields[i], r.Fields[i].Type, depth-1)
	}
	return o
}

// harmless is the first answer that does not block, or the first where all do.
func harmless(q agreement.Question) string {
	for _, a := range q.Answers {
		if !slices.Contains(q.Blocks, a) {
			return a
		}
	}
	if len(q.Answers) > 0 {
		return q.Answers[0]
	}
	return ""
}
