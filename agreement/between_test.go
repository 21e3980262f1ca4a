package agreement

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
)

// withDeclarations is the small agreement with a third party, a register that opens a procedure, and what is declared.
func withDeclarations(t *testing.T, declarations string) *Model {
	t.Helper()
	base, err := os.ReadFile("testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer(
		"role \"clerk\" {", "party \"c\" {\n  name = \"C\"\n  kind = \"state\"\n}\n\nrole \"clerk\" {",
		"    reveals = [\"number\"]\n", "    reveals = [\"number\"]\n    opens   = procedure.request\n",
	).Replace(string(base))
	return compiledText(t, text+"\n## Article 4 — Declarations\n\nA Party may declare.\n\n```hcl\n"+declarations+"\n```\n")
}

func declared(id, party, kind, what string, objections ...string) string {
	s := "declaration \"" + id + "\" {\n  title = \"D\"\n  party = party." + party + "\n  kind = \"" + kind + "\"\n  text = \"D\"\n  made = \"2025-12-01\"\n  " + what + "\n"
	for _, o := range objections {
		by, opposes, _ := strings.Cut(o, " ")
		s += "  objection {\n    party = party." + by + "\n    made = \"2025-12-02\"\n    text = \"O\"\n"
		if opposes != "" {
			s += "    opposes = true\n"
		}
		s += "  }\n"
	}
	return s + "}\n"
}

func TestBinds(t *testing.T) {
	m := withDeclarations(t, declared("no-cases", "b", "reservation", `excludes = ["2"]`, "a", "c opposes")+
		declared("early", "a", "provisional", `provisional = ["3"]`)+declared("too", "b", "provisional", `provisional = ["3"]`))
	for _, c := range []struct {
		article Article
		parties string
		by      DeclarationID
	}{
		{"2", "a b", "no-cases"}, // who only objected is not bound by the article either (VCLT Art 21(3))
		{"2", "b a", "no-cases"},
		{"3", "a b", ""},
		{"2", "a c", ""},
		{"3", "b c", "no-cases"}, // nothing binds where the other opposed
		{"1", "c b", "no-cases"},
		{"3", "a b c", "no-cases"},
		{"2", "b", ""},
		{"2", "b b", ""},
		{"2", "", ""},
		{"9", "a b", ""},
	} {
		var parties []PartyID
		for _, p := range strings.Fields(c.parties) {
			parties = append(parties, PartyID(p))
		}
		ok, by := m.Binds(c.article, parties)
		if ok != (c.by == "") || by == nil != (c.by == "") || by != nil && by.ID != c.by {
			t.Errorf("Article %s between %s: %v by %+v", c.article, c.parties, ok, by)
		}
	}
	for parties, want := range map[string]bool{"a": true, "a b": true, "a c": false, "": false} {
		var ids []PartyID
		for _, p := range strings.Fields(parties) {
			ids = append(ids, PartyID(p))
		}
		made := m.Declarations[0].Made.Midnight(m.Location())
		if m.Provisionally("3", ids, made) != want || m.Provisionally("2", ids, made) || m.Provisionally("3", ids, made.Add(-1)) {
			t.Errorf("provisional application between %q", parties)
		}
	}
}

func TestBetween(t *testing.T) {
	m := withDeclarations(t, declared("no-cases", "b", "reservation", `excludes = ["2"]`, "c opposes"))
	whole := bytes.Clone(m.Canonical())
	if m.Between("a", "c") != m || m.Between("b", "b") != m {
		t.Error("where everything binds, it is not the model itself")
	}
	ab := m.Between("a", "b")
	if ab == m || ab != m.Between("b", "a") || ab != m.Between("a", "b") {
		t.Error("between two parties there are several models")
	}
	if ab.Clause("2") != nil || ab.Procedure("request") != nil || len(ab.Expects) != 0 {
		t.Error("the excluded article, or a rule of it, is still there")
	}
	if ab.Clause("3") == nil || ab.Register("items") == nil || ab.Record("request") == nil || ab.Role("judge") == nil {
		t.Error("more is gone than what is excluded")
	}
	if q := ab.Register("items").Query("number"); q.Opens != "" {
		t.Errorf("a hit still opens %q", q.Opens)
	}
	if m.Register("items").Query("number").Opens != "request" || !bytes.Equal(m.Canonical(), whole) {
		t.Error("the model itself was changed")
	}
	bc := m.Between("c", "b")
	if len(bc.Articles)+len(bc.Procedures)+len(bc.Registers)+len(bc.Expects) != 0 || bc.Party("c") == nil {
		t.Errorf("something binds between who reserved and who opposed: %+v", bc.Articles)
	}
	bare := *m
	bare.index = nil
	if got := bare.Between("a", "b"); !bytes.Equal(got.Canonical(), ab.Canonical()) {
		t.Error("a model that nobody built gives something else")
	}
}

func TestCovered(t *testing.T) {
	text, err := os.ReadFile("testdata/covered.md")
	if err != nil {
		t.Fatal(err)
	}
	m := compiledText(t, string(text))
	ab := []PartyID{"a", "b"}
	for _, c := range []struct {
		id      ConcordanceID
		concept ConceptID
		parties []PartyID
		want    bool
	}{
		{"offences", "theft", ab, true},
		{"offences", "theft", []PartyID{"b", "neutral", "a"}, true},
		{"offences", "theft", []PartyID{"a"}, false},
		{"offences", "theft", []PartyID{"a", "a"}, false},
		{"offences", "theft", []PartyID{"a", "neutral"}, false},
		{"offences", "theft", nil, false},
		{"offences", "desertion", ab, false},
		{"offences", "arson", ab, false},
		{"crimes", "theft", ab, false},
	} {
		if got := m.Covered(c.id, c.concept, c.parties); got != c.want {
			t.Errorf("covered(%s, %s) between %v is %v", c.id, c.concept, c.parties, got)
		}
	}
	x := m.Correspondence("offences", "desertion", ab)
	if x == nil || x.Covered || len(x.Orders) != 2 || x.Orders[0] != (Order{"a", "Code of A, 3", "The roll"}) || x.Orders[1] != (Order{Party: "b"}) {
		t.Errorf("shown is %+v", x)
	}
	if m.Correspondence("offences", "arson", ab) != nil || m.Correspondence("crimes", "theft", ab) != nil {
		t.Error("something is shown of what is not there")
	}
	if f := m.Record("request").Field("offence"); !slices.Equal(f.Choices, []string{"theft", "desertion"}) {
		t.Errorf("the choices are %v", f.Choices)
	}
}

// A condition asks the concordance for the parties that the case has, and nobody's case is covered.
func TestCoveredInACondition(t *testing.T) {
	text, err := os.ReadFile("testdata/covered.md")
	if err != nil {
		t.Fatal(err)
	}
	when := compiledText(t, string(text)).Procedure("request").Step("grant").When
	if !slices.Equal(when.Reads, []FieldID{"offence"}) || len(when.Facts) != 0 {
		t.Errorf("it reads %v and %v", when.Reads, when.Facts)
	}
	for offence, want := range map[string]bool{"theft": true, "desertion": false} {
		ok, err := when.Eval(Env{Case: map[FieldID]any{"offence": offence}, Parties: []PartyID{"a", "b"}})
		if err != nil || ok != want {
			t.Errorf("%s: %v, %v", offence, ok, err)
		}
	}
	if ok, err := when.Eval(Env{Case: map[FieldID]any{"offence": "theft"}, Parties: []PartyID{"a", "c"}}); ok || err != nil {
		t.Errorf("covered with a party that has no text: %v, %v", ok, err)
	}
	for name, e := range map[string]Env{
		"no parties": {Case: map[FieldID]any{"offence": "theft"}},
		"no offence": {Parties: []PartyID{"a", "b"}},
	} {
		if ok, err := when.Eval(e); ok || !errorIs(err, ErrUnread) {
			t.Errorf("%s: %v, %v", name, ok, err)
		}
	}
	list := strings.NewReplacer("    type        = \"choice\"", "    type        = \"list of choice\"",
		"covered('offences', case.offence)", "case.offence.all(o, covered('offences', o)) && size(case.offence) > 0").Replace(string(text))
	when = compiledText(t, list).Procedure("request").Step("grant").When
	for _, c := range []struct {
		offences []any
		want     bool
	}{{[]any{"theft"}, true}, {[]any{"theft", "desertion"}, false}, {[]any{}, false}} {
		if ok, err := when.Eval(Env{Case: map[FieldID]any{"offence": c.offences}, Parties: []PartyID{"a", "b"}}); ok != c.want || err != nil {
			t.Errorf("%v: %v, %v", c.offences, ok, err)
		}
	}
	for name, condition := range map[string]string{
		"a list":            "covered('offences', case.offence)",
		"another list":      "case.words.all(o, covered('offences', o))",
		"one name for two":  "case.words.all(o, case.offence.all(o, covered('offences', o)))",
		"a computed choice": "case.offence.all(o, covered('offences', o + ''))",
	} {
		bad := strings.NewReplacer("    type        = \"choice\"", "    type        = \"list of choice\"", "covered('offences', case.offence)", condition,
			"  field \"weight\" {\n    type  = \"number\"", "  field \"words\" {\n    type  = \"list of text\"\n    class = \"official\"\n  }\n\n  field \"weight\" {\n    type  = \"number\"",
			`gives = ["matter", "offence", "weight"]`, `gives = ["matter", "offence", "words", "weight"]`,
			`fields  = ["matter", "offence", "weight"]`, `fields  = ["matter", "offence", "words", "weight"]`).Replace(string(text))
		if m, fs := Compile("x.md", []byte(bad)); m != nil || !hasCode(fs, CodeCondition) {
			t.Errorf("%s: taken, %s", name, fs)
		}
	}
}
