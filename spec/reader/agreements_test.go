package reader

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// agreements are the models of every agreement of this repository, and one that the language does not let anyone
// write but the schema does: clocks that silence treats in ways beside those of the language.
func agreements(t testing.TB) map[string]*agreement.Model {
	t.Helper()
	models := map[string]*agreement.Model{}
	for _, glob := range []string{"../../models/*.md", "../../docs/language.md", "../../agreement/testdata/*.md", "../../casework/testdata/*.md", "../../audit/synth/*.md", "testdata/*.md"} {
		files, err := filepath.Glob(glob)
		if err != nil || len(files) == 0 {
			t.Fatalf("no agreements at %s: %v", glob, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if m, _ := agreement.Compile(file, text); m != nil {
				models[strings.TrimPrefix(file, "../../")] = m
			}
		}
	}
	text, err := os.ReadFile("testdata/silences.md")
	if err != nil {
		t.Fatal(err)
	}
	m, findings := agreement.Compile("silences.md", text)
	if m == nil {
		t.Fatal(findings)
	}
	length := func(s string) agreement.Period {
		p, err := agreement.ParsePeriod(s)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	m.Procedure("proceed").Clock("answer").Extends = length("P10D")
	m.Procedure("lapse").Clock("reply").To = ""
	hurry := m.Procedure("lapse").Clock("hurry")
	hurry.Silence, hurry.Erases = agreement.SilenceRestrict, []agreement.FieldID{"words"}
	trust := m.Procedure("restrict").Clock("trust")
	trust.To, trust.Within = "kept", length("P8D") // one of its own states
	m.Procedure("suspend").Clock("begin").To = "stuck"
	m.Procedure("erase").Clock("review").Extends = length("PT6H")
	m.Procedure("erase").Step("again").Gives = nil // so that what is destroyed stays so
	m.Procedure("restrict").Step("lend-again").Gives = []agreement.FieldID{"names"}
	m.Procedure("restrict").Step("use").From = []agreement.StateID{"lent", "late"}
	m.Procedure("explain").Clock("report").Max = agreement.Period{}
	models["silences as the schema lets them be"] = m.Build()
	return models
}
