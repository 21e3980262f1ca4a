package register

import (
	"encoding/json"
	"errors"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// The table of spec/register.md: another implementation must give the same.
var normalForms = []struct {
	t    agreement.Type
	in   any
	want string
}{
	{agreement.TypeDocument, "ab-123 456", "AB123456"},
	{agreement.TypeDocument, "AB.123/456\\7", "AB1234567"},
	{agreement.TypeDocument, "ＡＢ１２３", "AB123"},
	{agreement.TypeDocument, "C234897(0)", "C2348970"},
	{agreement.TypeDocument, "AB1234567<", "AB1234567"},
	{agreement.TypeDocument, "#٠١٢٣", "0123"},
	{agreement.TypeDocument, "ш 12–34", "Ш1234"},
	{agreement.TypeDocument, " -/.", ""},
	{agreement.TypeIdentifier, " ab 12/3 ", "AB12/3"},
	{agreement.TypeIdentifier, "9758/1", "9758/1"},
	{agreement.TypeName, "  STRAẞE  de\u00a0l’Été ", "strasse de l’été"},
	{agreement.TypeName, "ΣΊΣΥΦΟΣ", "σίσυφοσ"},
	{agreement.TypeName, "Jose\u0301", "josé"},
	{agreement.TypeName, "Ali\u200bBaba", "alibaba"},
	{agreement.TypeText, " two\n lines ", "two lines"},
	{agreement.TypeChoice, "identity card", "identity card"},
	{agreement.TypeCountry, " xa ", "XA"},
	{agreement.TypeDate, "2026-03-01", "2026-03-01"},
	{agreement.TypeTime, "2026-03-01T14:30:00+02:00", "2026-03-01T12:30:00.000000Z"},
	{agreement.TypeYesNo, true, "true"},
	{agreement.TypeYesNo, "false", "false"},
	{agreement.TypeNumber, json.Number("1.50"), "1.5"},
	{agreement.TypeNumber, json.Number("1e2"), "100"},
	{agreement.TypeNumber, "-0", "0"},
	{agreement.TypeNumber, 7.0, "7"},
	{agreement.TypePerson, "p-abc", "p-abc"},
}

func TestNormalForms(t *testing.T) {
	for _, c := range normalForms {
		got, err := Normalise(c.in, c.t)
		if err != nil || got != c.want {
			t.Errorf("%s %q gives %q, %v; want %q", c.t, c.in, got, err, c.want)
		}
	}
}

func TestValuesWithoutNormalForm(t *testing.T) {
	for _, c := range []struct {
		t    agreement.Type
		in   any
		code fault.Code
	}{
		{agreement.TypeCountry, "Arland", fault.FieldInvalid},
		{agreement.TypeCountry, "X1", fault.FieldInvalid},
		{agreement.TypeDate, "01.03.2026", fault.FieldInvalid},
		{agreement.TypeDate, "2026-02-30", fault.FieldInvalid},
		{agreement.TypeTime, "14:30", fault.FieldInvalid},
		{agreement.TypeNumber, "ten", fault.FieldInvalid},
		{agreement.TypeNumber, json.Number("1e99"), fault.FieldInvalid},
		{agreement.TypeYesNo, "perhaps", fault.FieldInvalid},
		{agreement.TypeDocument, 12, fault.FieldInvalid},
		{agreement.TypeDocument, nil, fault.FieldInvalid},
		{agreement.TypeDocument, "A\xff", fault.FieldInvalid},
		{agreement.TypeDocument, string(make([]byte, maxValue+1)), fault.FieldInvalid},
		{agreement.TypeAmount, map[string]any{}, fault.Invalid},
		{agreement.TypePoint, []any{}, fault.Invalid},
		{agreement.TypeFile, "x", fault.Invalid},
		{"unheard-of", "x", fault.Invalid},
	} {
		if got, err := Normalise(c.in, c.t); fault.CodeOf(err) != c.code {
			t.Errorf("%s %v gives %q, %v; want %s", c.t, c.in, got, err, c.code)
		}
	}
}

// Ten digits of every script come out as 0 to 9.
func TestDigitsOfEveryScript(t *testing.T) {
	for _, r := range unicode.Nd.R16 {
		checkDigits(t, rune(r.Lo), rune(r.Hi))
	}
	for _, r := range unicode.Nd.R32 {
		checkDigits(t, rune(r.Lo), rune(r.Hi))
	}
}

func checkDigits(t *testing.T, lo, hi rune) {
	for r := lo; r <= hi; r++ {
		want := string('0' + (r-lo)%10)
		if got, err := Normalise(string(r), agreement.TypeDocument); err != nil || got != want {
			t.Errorf("U+%04X gives %q, %v; want %q", r, got, err, want)
		}
	}
}

func FuzzNormalise(f *testing.F) {
	for _, c := range normalForms {
		if s, ok := c.in.(string); ok {
			f.Add(string(c.t), s)
		}
	}
	f.Fuzz(func(t *testing.T, typ, s string) {
		got, err := Normalise(s, agreement.Type(typ))
		if err != nil {
			if c := fault.CodeOf(err); c != fault.Invalid && c != fault.FieldInvalid {
				t.Fatalf("code %s", c)
			}
			return
		}
		if !utf8.ValidString(got) {
			t.Fatalf("%q gives %q, which is no text", s, got)
		}
		if again, err := Normalise(got, agreement.Type(typ)); err != nil && got != "" || again != got {
			t.Fatalf("%s %q gives %q, and that gives %q, %v", typ, s, got, again, err)
		}
	})
}

func TestQuestion(t *testing.T) {
	def, rec := watchList()
	q := def.Query("passport")
	match, err := Question(q, rec, map[agreement.FieldID]any{"issuing_state": "xa", "document": "ab-1"})
	if err != nil {
		t.Fatal(err)
	}
	if len(match) != 2 || match[0] != (seal.Match{Field: "document", Value: "AB1"}) || match[1] != (seal.Match{Field: "issuing_state", Value: "XA"}) {
		t.Errorf("got %v", match)
	}
	if err := CheckMatch(q, rec, match); err != nil {
		t.Errorf("what Question makes is refused: %v", err)
	}
	for name, c := range map[string]struct {
		q      *agreement.Query
		values map[agreement.FieldID]any
		code   fault.Code
	}{
		"missing":      {q, map[agreement.FieldID]any{"document": "A1"}, fault.FieldMissing},
		"nothing":      {q, map[agreement.FieldID]any{"document": "A1", "issuing_state": nil}, fault.FieldMissing},
		"says nothing": {q, map[agreement.FieldID]any{"document": "--", "issuing_state": "XA"}, fault.FieldMissing},
		"too much":     {q, map[agreement.FieldID]any{"document": "A1", "issuing_state": "XA", "name": "N"}, fault.FieldUnknown},
		"wrong value":  {q, map[agreement.FieldID]any{"document": "A1", "issuing_state": "Arland"}, fault.FieldInvalid},
		"fuzzy":        {def.Query("likeness"), map[agreement.FieldID]any{"name": "N"}, fault.Invalid},
	} {
		_, err := Question(c.q, rec, c.values)
		var e *fault.Error
		if !errors.As(err, &e) || e.Code != c.code || e.Article != "6" {
			t.Errorf("%s: got %v, want %s under Article 6", name, err, c.code)
		}
	}
	for name, m := range map[string][]seal.Match{
		"not normal": {{Field: "document", Value: "ab1"}, {Field: "issuing_state", Value: "XA"}},
		"not sorted": {{Field: "issuing_state", Value: "XA"}, {Field: "document", Value: "AB1"}},
		"repeated":   {{Field: "document", Value: "AB1"}, {Field: "document", Value: "AB1"}, {Field: "issuing_state", Value: "XA"}},
		"empty":      {{Field: "document", Value: ""}, {Field: "issuing_state", Value: "XA"}},
		"none":       nil,
	} {
		err := CheckMatch(q, rec, m)
		var e *fault.Error
		if !errors.As(err, &e) || e.Article != "6" {
			t.Errorf("%s: got %v, want a refusal under Article 6", name, err)
		}
	}
}

func TestEntryForm(t *testing.T) {
	e := Entry{ID: "7", Fields: map[agreement.FieldID]any{"name": "<é>", "count": json.Number("2"), "list": []any{"a"}}}
	b, err := e.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"fields":{"count":2,"list":["a"],"name":"<é>"},"id":"7"}`; string(b) != want {
		t.Errorf("got %s, want %s", b, want)
	}
	for name, text := range map[string]string{
		"not JSON": `{`, "not canonical": `{"id":"7","fields":{}}`, "more": `{"fields":{},"id":"7","x":1}`, "no id": `{"fields":{}}`,
		"id no text": `{"fields":{},"id":7}`, "an array": `[]`, "twice": `{"fields":{},"id":"7","id":"7"}`,
	} {
		if got, err := ParseEntry([]byte(text)); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: got %v, %v; want malformed", name, got, err)
		}
	}
	if _, err := ParseEntry(make([]byte, MaxBody+1)); fault.CodeOf(err) != fault.TooLarge {
		t.Errorf("too large: %v", err)
	}
}

func FuzzParseEntry(f *testing.F) {
	f.Add([]byte(`{"fields":{"count":2,"list":["a"],"name":"é"},"id":"7"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := ParseEntry(b)
		if err != nil {
			return
		}
		again, err := e.Canonical()
		if err != nil || string(again) != string(b) {
			t.Fatalf("%s comes back as %s, %v", b, again, err)
		}
	})
}
