package agreement

import (
	"encoding/json"
	"math"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/entente-net/entente/fault"
)

// The bounds of one value. What is longer belongs into a file.
const (
	maxText = 64 << 10
	maxLine = 1024
	maxList = 10_000
	maxFile = 16 << 20
)

// maxSafe is the largest whole number that every JSON reader holds exactly (RFC 8785 section 3.2.2.3).
const maxSafe = 1 << 53

var (
	countryForm  = regexp.MustCompile(`^[A-Z]{2}$`)
	currencyForm = regexp.MustCompile(`^[A-Z]{3}$`)
	decimalForm  = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?$`)
	mediaForm    = regexp.MustCompile(`^[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+$`)
)

func invalid(id FieldID, format string, args ...any) *fault.Error {
	e := fault.New(fault.FieldInvalid, format, args...)
	e.Message = "the field " + string(id) + " " + e.Message
	return e
}

// CheckValue says whether a value fits a field: v as encoding/json decodes it (numbers as float64 or
// json.Number). The error is a *fault.Error with the code field-invalid, without an article.
func (m *Model) CheckValue(f *Field, v any) error {
	if e := m.checkValue(f, f.ID, f.Type, v); e != nil {
		return e
	}
	return nil
}

// checkValue returns the concrete type so that nil stays nil; id is the path to the value for the message.
func (m *Model) checkValue(f *Field, id FieldID, t Type, v any) *fault.Error {
	if s, ok := v.(string); ok && f.SealedTo != "" && hasSealHead(s) {
		return checkSealedText(id, s)
	}
	switch t {
	case TypeText, TypeName, TypePerson, TypeDocument, TypeIdentifier:
		return checkString(id, t, v)
	case TypeCountry:
		if s, ok := v.(string); !ok || !countryForm.MatchString(s) {
			return invalid(id, "is not a country").Mend("give the two capital letters of ISO 3166-1, such as \"XA\"")
		}
	case TypeChoice:
		if s, ok := v.(string); !ok || !slices.Contains(f.Choices, s) {
			return invalid(id, "is none of its choices").Mend("choose one of: %s", strings.Join(f.Choices, ", "))
		}
	case TypeYesNo:
		if _, ok := v.(bool); !ok {
			return invalid(id, "is neither yes nor no").Mend("give true or false")
		}
	case TypeDate:
		s, _ := v.(string)
		if _, err := ParseDate(s); err != nil {
			return invalid(id, "is not a date").Mend("give year, month and day, such as \"2026-03-01\"")
		}
	case TypeTime:
		s, _ := v.(string)
		if _, err := time.Parse(time.RFC3339Nano, s); err != nil {
			return invalid(id, "is not a time").Mend("give date, time and zone, such as \"2026-03-01T14:30:00Z\"")
		}
	case TypeNumber:
		if _, ok := number(v); !ok {
			return invalid(id, "is not a number").Mend("give a number; whole numbers up to 2^53")
		}
	case TypeAmount:
		return checkMeasured(id, v, "currency", currencyForm, "three capital letters of ISO 4217, such as \"EUR\"")
	case TypeQuantity:
		return checkMeasured(id, v, "unit", nil, "a unit, such as \"kg\"")
	case TypePoint, TypeLine, TypeArea:
		return checkPlace(id, t, v)
	case TypeFile:
		return checkFile(id, v)
	case TypeList:
		return m.checkList(f, id, v)
	case TypeRecord:
		return m.checkRecord(f, id, v)
	default:
		return invalid(id, "has the unknown type %q", t)
	}
	return nil
}

func checkString(id FieldID, t Type, v any) *fault.Error {
	s, ok := v.(string)
	if !ok {
		return invalid(id, "is not text").Mend("give text")
	}
	if !utf8.ValidString(s) || strings.TrimSpace(s) == "" {
		return invalid(id, "is empty").Mend("give text, or leave the field out")
	}
	limit := maxLine
	if t == TypeText {
		limit = maxText
	}
	if len(s) > limit {
		return invalid(id, "is longer than %d bytes", limit).Mend("shorten it, or attach a file")
	}
	for _, r := range s {
		if unicode.IsControl(r) && (t != TypeText || r != '\n' && r != '\t') {
			return invalid(id, "holds the control character U+%04X", r).Mend("write plain text; only fields of type text may have several lines")
		}
	}
	return nil
}

// number gives the value of a JSON number that every reader understands alike.
func number(v any) (float64, bool) {
	var x float64
	switch n := v.(type) {
	case float64:
		x = n
	case json.Number:
		var err error
		if x, err = n.Float64(); err != nil {
			return 0, false
		}
	case int:
		x = float64(n)
	case int64:
		x = float64(n)
	default:
		return 0, false
	}
	if math.IsNaN(x) || math.IsInf(x, 0) || math.Abs(x) > maxSafe {
		return 0, false
	}
	return x, true
}

// members gives an object that has exactly these members.
func members(v any, names ...string) (map[string]any, bool) {
	o, ok := v.(map[string]any)
	if !ok || len(o) != len(names) {
		return nil, false
	}
	for _, n := range names {
		if _, ok := o[n]; !ok {
			return nil, false
		}
	}
	return o, true
}

func checkMeasured(id FieldID, v any, of string, form *regexp.Regexp, words string) *fault.Error {
	o, ok := members(v, of, "value")
	if !ok {
		return invalid(id, "does not have exactly the members %s and value", of).Mend("give {%q: …, \"value\": \"12.50\"}", of)
	}
	u, ok := o[of].(string)
	if !ok || u == "" || len(u) > 32 || form != nil && !form.MatchString(u) {
		return invalid(id, "does not name its %s", of).Mend("give %s", words)
	}
	if d, ok := o["value"].(string); !ok || !decimalForm.MatchString(d) {
		return invalid(id, "has no decimal value").Mend("give the value as text, such as \"12.50\"")
	}
	return nil
}

func checkFile(id FieldID, v any) *fault.Error {
	o, ok := members(v, "media", "name", "sha256", "data")
	if !ok {
		return invalid(id, "is not a file").Mend("give exactly media, name, sha256 and data")
	}
	if s, ok := o["media"].(string); !ok || !mediaForm.MatchString(s) {
		return invalid(id, "has no media type").Mend("give one such as \"application/pdf\"")
	}
	if s, ok := o["name"].(string); !ok || s == "" || len(s) > maxLine || strings.ContainsAny(s, "/\\\x00\n") {
		return invalid(id, "has no proper file name").Mend("give a name without folders")
	}
	return checkFileData(id, o["data"], o["sha256"])
}

func (m *Model) checkList(f *Field, id FieldID, v any) *fault.Error {
	list, ok := v.([]any)
	if !ok {
		return invalid(id, "is not a list").Mend("give a list")
	}
	if len(list) > maxList {
		return invalid(id, "has more than %d elements", maxList).Mend("attach a file")
	}
	for i, e := range list {
		if err := m.checkValue(f, elementID(id, i), f.Of, e); err != nil {
			return err
		}
	}
	return nil
}

func (m *Model) checkRecord(f *Field, id FieldID, v any) *fault.Error {
	o, ok := v.(map[string]any)
	if !ok {
		return invalid(id, "is not a group of fields").Mend("give an object with the record's fields")
	}
	if f.Record == "" {
		return m.checkAssessment(id, o)
	}
	r := m.Record(f.Record)
	if r == nil {
		return invalid(id, "is of the unknown record %q", f.Record)
	}
	for name := range o {
		if r.Field(FieldID(name)) == nil {
			return invalid(id, "has no part %q", name).Mend("its parts are: %s", fieldNames(r))
		}
	}
	for i := range r.Fields {
		part := &r.Fields[i]
		x, given := o[string(part.ID)]
		if !given {
			if part.Required {
				return invalid(id, "lacks its part %s", part.ID).Mend("give %s", part.ID)
			}
			continue
		}
		if err := m.checkValue(part, id+"."+part.ID, part.Type, x); err != nil {
			return err
		}
	}
	return nil
}

// checkAssessment takes an object from question to answer, every question answered by one of its answers.
func (m *Model) checkAssessment(id FieldID, o map[string]any) *fault.Error {
	a := m.Assessment(AssessmentID(strings.TrimPrefix(string(id), assessmentPrefix)))
	if a == nil {
		return invalid(id, "is no assessment of this agreement")
	}
	for name := range o {
		if !slices.ContainsFunc(a.Questions, func(q Question) bool { return q.ID == name }) {
			return invalid(id, "answers %q, which nobody asked", name).Mend("answer the questions of the assessment only")
		}
	}
	for _, q := range a.Questions {
		if s, ok := o[q.ID].(string); !ok || !slices.Contains(q.Answers, s) {
			return invalid(id, "does not answer %q", q.Text).Mend("answer %s with one of: %s", q.ID, strings.Join(q.Answers, ", "))
		}
	}
	return nil
}

func fieldNames(r *Record) string {
	names := make([]string, len(r.Fields))
	for i := range r.Fields {
		names[i] = string(r.Fields[i].ID)
	}
	return strings.Join(names, ", ")
}
