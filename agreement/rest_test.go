package agreement

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func resting(t *testing.T, change ...string) (*Model, Findings) {
	t.Helper()
	text, err := os.ReadFile("../casework/testdata/rest.md")
	if err != nil {
		t.Fatal(err)
	}
	text = text[:strings.Index(string(text), "\n```hcl\nexpect ")]
	for i := 0; i+1 < len(change); i += 2 {
		if !strings.Contains(string(text), change[i]) {
			t.Fatalf("the text does not say %q", change[i])
		}
	}
	return Compile("rest.md", []byte(strings.NewReplacer(change...).Replace(string(text))))
}

// Which articles a field may name stands under the articles; the step has its own condition beside.
func TestNamedArticleRests(t *testing.T) {
	m, fs := resting(t)
	if m == nil || len(fs) > 0 {
		t.Fatal(fs)
	}
	p := m.Procedure("breach")
	rest, back := p.Step("let-rest"), p.Step("restore")
	if !slices.Equal(rest.Suspends, []Article{"2", "3"}) || rest.Named != "article" || rest.When.Source != "case.article in ['2', '3'] && (case.grave)" ||
		!slices.Equal(rest.When.Reads, []FieldID{"article", "grave"}) || len(rest.Restores) > 0 {
		t.Errorf("%+v", rest)
	}
	if !slices.Equal(back.Restores, []Article{"2", "3"}) || back.Named != "article" || !back.When.IsZero() {
		t.Errorf("%+v", back)
	}
	// Where none may rest the step is there, and nobody can take it.
	m, fs = resting(t, "article {\n  may_rest = true\n}\n", "", "    when           = \"case.grave\"\n", "")
	if m == nil || len(fs) > 0 {
		t.Fatal(fs)
	}
	if s := m.Procedure("breach").Step("let-rest"); len(s.Suspends) > 0 || s.When.Source != "case.article in []" {
		t.Errorf("%+v", s)
	}
	if ok, err := m.Procedure("breach").Step("let-rest").When.Eval(Env{Case: map[FieldID]any{"article": "2"}}); ok || err != nil {
		t.Errorf("a step that suspends no article is possible: %v", err)
	}
	for _, lang := range Languages() {
		never := false
		for _, x := range Explain(m, lang) {
			never = never || x.Name == "breach.let-rest" && !strings.Contains(x.Text, "[]")
		}
		if !never {
			t.Errorf("%s: the condition that is never fulfilled is not said in words", lang)
		}
	}
}

func TestNamedArticleFindings(t *testing.T) {
	const suspends, restores = `suspends_named = "article"`, `restores_named = "article"`
	for name, c := range map[string]struct {
		was, now string
		code     FindingCode
		says     string
	}{
		"both":        {suspends, "suspends_named = \"article\"\n    suspends = [\"2\"]", CodeAttrNeedless, "lists articles, and lets a field name one"},
		"no field":    {suspends, `suspends_named = "artikel"`, CodeNameUnknown, `no field "artikel"`},
		"no article":  {suspends, `suspends_named = "grave"`, CodeEffect, "is of type yes/no, and names no article"},
		"two fields":  {restores, `restores_named = "article"` + "\n    suspends_named = \"grave\"", CodeEffect, "restores what another does"},
		"changed":     {"    by   = [deciding.president]\n    from = [\"alleged\"]\n    to   = \"established\"", "    by   = [deciding.president]\n    from = [\"alleged\"]\n    to   = \"established\"\n    gives = [\"article\"]", CodeEffect, `step "establish" can change the field`},
		"nothing":     {"    " + suspends + "\n", "", CodeAttrNeedless, "no step suspends the article that a field names"},
		"no way back": {"    " + restores + "\n", "", CodeSuspendReturn, "no step of an article that stays in force restores it"},
		"untouchable": {"article {\n  untouchable = true", "article {\n  may_rest = true\n  untouchable = true", CodeUntouchable, "suspends Article 4, which is untouchable"},
		"hidden":      {"fields  = [\"article\", \"grave\"]\n    with    = [answering.clerk, deciding.president]", "fields  = [\"grave\"]\n    with    = [answering.clerk, deciding.president]", CodeGuardUnshared, "not shared with side"},
		"a condition": {`when           = "case.grave"`, `when           = "case.grav"`, CodeCondition, "undefined field"},
	} {
		t.Run(name, func(t *testing.T) {
			_, fs := resting(t, c.was, c.now)
			for _, f := range fs {
				if f.Code == c.code && strings.Contains(f.Message, c.says) {
					if c.code == CodeCondition && !strings.HasPrefix(string([]rune(f.SourceLine)[f.Column-1:]), "grav") && !strings.HasPrefix(string([]rune(f.SourceLine)[f.Column-1:]), ".grav") {
						t.Errorf("the finding stands at column %d of %q", f.Column, f.SourceLine)
					}
					return
				}
			}
			t.Errorf("found %s, want %s: %q", fs, c.code, c.says)
		})
	}
}
