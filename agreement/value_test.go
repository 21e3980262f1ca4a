package agreement

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func decode(t *testing.T, s string) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader([]byte(s)))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return v
}

func TestCheckValue(t *testing.T) {
	m, fs := Compile("northgate.md", northgate(t))
	if m == nil {
		t.Fatal(fs)
	}
	assistance := m.Procedure("assistance")
	file := `{"media":"text/plain","name":"a.txt","sha256":"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824","data":"aGVsbG8="}`
	for _, c := range []struct {
		field     *Field
		good, bad []string
	}{
		{&Field{ID: "x", Type: TypeText}, []string{`"a"`, `"two\nlines"`}, []string{`""`, `"  "`, `5`, `null`, `"\u0000"`, `"` + strings.Repeat("a", maxText+1) + `"`}},
		{&Field{ID: "x", Type: TypeName}, []string{`"Ámi Ö"`}, []string{`"two\nlines"`, `"` + strings.Repeat("a", maxLine+1) + `"`}},
		{&Field{ID: "x", Type: TypeCountry}, []string{`"XA"`}, []string{`"xa"`, `"XAX"`, `""`, `1`}},
		{&Field{ID: "x", Type: TypeChoice, Choices: []string{"a", "b"}}, []string{`"a"`}, []string{`"A"`, `"c"`, `["a"]`}},
		{&Field{ID: "x", Type: TypeYesNo}, []string{`true`, `false`}, []string{`"true"`, `1`, `null`}},
		{&Field{ID: "x", Type: TypeDate}, []string{`"2026-02-28"`}, []string{`"2026-02-29"`, `"28.2.2026"`, `20260228`}},
		{&Field{ID: "x", Type: TypeTime}, []string{`"2026-02-28T10:00:00Z"`, `"2026-02-28T10:00:00.5+02:00"`}, []string{`"2026-02-28T10:00:00"`, `"10:00"`}},
		{&Field{ID: "x", Type: TypeNumber}, []string{`1`, `-1.5`, `9007199254740992`}, []string{`"1"`, `9007199254740994`, `1e400`, `true`}},
		{&Field{ID: "x", Type: TypeAmount}, []string{`{"currency":"EUR","value":"12.50"}`}, []string{`{"currency":"EUR","value":12.5}`, `{"currency":"eur","value":"1"}`, `{"currency":"EUR"}`, `{"currency":"EUR","value":"1","x":1}`, `"12 EUR"`}},
		{&Field{ID: "x", Type: TypeQuantity}, []string{`{"unit":"kg","value":"-3"}`}, []string{`{"unit":"","value":"3"}`, `{"unit":"kg","value":"03"}`, `{"unit":"kg","value":"3,5"}`}},
		{&Field{ID: "x", Type: TypePoint}, []string{`[0,0]`, `[-180,90]`}, []string{`[181,0]`, `[0,91]`, `[0]`, `[0,0,0]`, `["0","0"]`, `{"lon":0}`}},
		{&Field{ID: "x", Type: TypeLine}, []string{`[[0,0],[1,1]]`}, []string{`[[0,0]]`, `[0,0]`, `[]`}},
		{&Field{ID: "x", Type: TypeArea}, []string{`[[[0,0],[1,0],[1,1],[0,0]]]`}, []string{`[[[0,0],[1,0],[1,1],[0,1]]]`, `[[[0,0],[1,0],[0,0]]]`, `[]`, `[[]]`}},
		{&Field{ID: "x", Type: TypeFile}, []string{file}, []string{
			strings.Replace(file, "aGVsbG8=", "aGVsbG9v", 1), strings.Replace(file, "a.txt", "../a.txt", 1),
			strings.Replace(file, "text/plain", "plain", 1), strings.Replace(file, "aGVsbG8=", "aGVsbG8", 1), `{}`, `"a"`,
		}},
		{&Field{ID: "x", Type: TypeList, Of: TypeCountry}, []string{`[]`, `["XA","XB"]`}, []string{`["XA","x"]`, `"XA"`}},
		{assistance0(m, "offence"), []string{`{"description":"d","provision":"p","punishable_in_both":true}`}, []string{
			`{"description":"d","provision":"p"}`, `{"description":"d","provision":"p","punishable_in_both":"yes"}`,
			`{"description":"d","provision":"p","punishable_in_both":true,"more":1}`, `[]`,
		}},
		{m.ProcedureField(assistance, "assessment_proportionality"), []string{`{"milder":"no","weight":"yes"}`, `{"milder":"yes","weight":"no"}`}, []string{
			`{"milder":"no"}`, `{"milder":"maybe","weight":"yes"}`, `{"milder":"no","weight":"yes","more":"x"}`, `"no"`,
		}},
		{m.ProcedureField(assistance, FieldReasons), []string{`"because"`}, []string{`""`, `1`}},
		{&Field{ID: "x", Type: "colour"}, nil, []string{`"red"`}},
	} {
		for _, s := range c.good {
			if err := m.CheckValue(c.field, decode(t, s)); err != nil {
				t.Errorf("%s %s: %v", c.field.Type, s, err)
			}
		}
		for _, s := range c.bad {
			err := m.CheckValue(c.field, decode(t, s))
			if fault.CodeOf(err) != fault.FieldInvalid {
				t.Errorf("%s %.60s: %v", c.field.Type, s, err)
				continue
			}
			if !strings.Contains(err.Error(), string(c.field.ID)) {
				t.Errorf("%s %.60s: the refusal does not name the field: %v", c.field.Type, s, err)
			}
		}
	}
	if m.ProcedureField(assistance, "nothing") != nil {
		t.Error("a field that nobody declared was found")
	}
}

func assistance0(m *Model, id FieldID) *Field {
	return m.ProcedureField(m.Procedure("assistance"), id)
}

// Whole numbers take a short way, to the very text of the long one.
func TestNumbersAreWrittenAsTheyAlwaysWere(t *testing.T) {
	for _, n := range []string{"0", "1", "7", "10", "100", "1200", "99999", "100000", "123456", "999999", "1000000", "1000001", "12345678", "0.5", "1.50", "2.0", "1e3", "1e5", "1e6", "123456.5", "9007199254740992"} {
		file, diags := hclsyntax.ParseConfig([]byte("x = "+n+"\n"), "x", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		e := file.Body.(*hclsyntax.Body).Attributes["x"].Expr
		got, ok := jsonValue(e)
		if want := json.Number(e.(*hclsyntax.LiteralValueExpr).Val.AsBigFloat().Text('g', -1)); !ok || got != want {
			t.Errorf("%s is written %v, and should be %v", n, got, want)
		}
	}
}
