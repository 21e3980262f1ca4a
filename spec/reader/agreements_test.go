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
	for _, glob := range []string{"../../models/*.md", "../../bench/northgate.md", "../../docs/language.md", "../../agreement/testdata/*.md", "../../casework/testdata/*.md", "../../audit/synth/*.md", "testdata/*.md"} {
		files, err := filepath.Glob(glob)
		if err != nil || len(files) == 0 {
			t.Fatalf("no agreements at %s: %v", glob, err)
		}
		for _, file := range files {
			if _, _, translation := agreement.TranslationOf(file); translation {
				continue
			}
			_, m, _, err := agreement.Open(os.DirFS(filepath.Dir(file)), filepath.Base(file), file)
			if err != nil {
				t.Fatal(err)
			}
			if m != nil {
				models[strings.TrimPrefix(file, "../../")] = m
			}
		}
	}
	models["dates as the schema lets them be"] = harsh(t, "testdata/dates.md", dates)
	models["silences as the schema lets them be"] = harsh(t, "testdata/silences.md", silences)
	models["standing as the schema lets it be"] = harsh(t, "testdata/standing.md", standing)
	return models
}

// harsh compiles an agreement of the test's own and lets it be what the language would not let anyone write.
func harsh(t testing.TB, file string, change func(m *agreement.Model, length func(string) agreement.Period)) *agreement.Model {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	m, findings := agreement.Compile(file, text)
	if m == nil {
		t.Fatal(findings)
	}
	change(m, func(s string) agreement.Period {
		p, err := agreement.ParsePeriod(s)
		if err != nil {
			t.Fatal(err)
		}
		return p
	})
	return m.Build()
}

func dates(m *agreement.Model, length func(string) agreement.Period) {
	first := m.Procedure("report").Clock("first")
	first.Rounds, first.Max = agreement.RoundsDay, length("P1M")
	m.Procedure("report").Step("report").Gives = []agreement.FieldID{"words", "begins"}
	m.Procedure("visit").Clock("readiness").Max = agreement.Period{}
	m.Procedure("visit").Clock("readiness").Before = length("P1M1DT3H")
	m.Procedure("stay").Clock("traces").Max = agreement.Period{}
	m.Procedure("stay").Clock("word").Silence, m.Procedure("stay").Clock("word").Erases = agreement.SilenceRestrict, []agreement.FieldID{"words"}
	m.Procedure("stay").Step("again").Quorum = 2
	m.Procedure("stay").Step("correct").Quorum = 2
}

func silences(m *agreement.Model, length func(string) agreement.Period) {
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
}

func standing(m *agreement.Model, length func(string) agreement.Period) {
	m.Phases = append(m.Phases, agreement.Phase{ID: "always", Article: "1", Articles: []agreement.Article{"5"}, Starts: m.Starts})
	m.Phases[0].Ends, _ = agreement.ParseDate("2026-10-15")
	for i, p := range m.Parties[:2] { // who applies what early
		made, _ := agreement.ParseDate([]string{"2025-06-01", "2025-09-15"}[i])
		m.Declarations = append(m.Declarations, agreement.Declaration{
			ID: agreement.DeclarationID("early-" + p.ID), Article: "1", Party: p.ID, Kind: agreement.DeclaresProvisional, Provisional: []agreement.Article{"2", "3", "5"}[i:], Made: made,
		})
	}
	bridge := &m.Funds[0].Windows[0]
	bridge.Ceiling, bridge.Milestone, bridge.Verified = "4", "delivery", []agreement.StateID{"arrived"}
	council, permit, delivery := m.Procedure("council"), m.Procedure("permit"), m.Procedure("delivery")
	council.Step("close").Begins = "narrow" // which follows another phase
	council.Step("try").Begins = "pilot"    // again, and while others are there
	council.Step("prolong").Prolongs = length("PT5H")
	m.Procedure("note").Step("correct").Quorum = 2
	m.Procedure("note").Step("correct").By = []agreement.Actor{{Role: "officer"}}
	pays := func(p *agreement.Procedure, step agreement.StepID, entry string, window agreement.WindowID) {
		p.Step(step).Money = &agreement.Money{Fund: "roads", Entry: entry, Amount: "cost", Window: window}
	}
	pays(permit, "ask", "paid", "")
	pays(permit, "grant", "released", "bridge")
	pays(permit, "route", "spent", "bridge")
	pays(permit, "end", "returned", "")
	permit.Step("pass").Restores = []agreement.Article{"4"}
	permit.Clock("answer").To = "ended"
	permit.Step("pass").To = ""
	permit.Step("ask").To, permit.Clock("life").Rounds = "asked", ""
	delivery.Step("accept").Defers = []agreement.NoticeID{"the public"}
	delivery.Step("again").Erases = []agreement.FieldID{"place", "ground"}
	delivery.Step("forget").By = append(delivery.Step("forget").By, agreement.Actor{Side: "receiving", Role: "judge"})
	delivery.Step("arrive-late").Quorum = 2
	delivery.Clock("way").To = "" // silence closes the case
	delivery.Clock("traces").Max = length("3 working days")
	delivery.Step("hold").Pauses = append(delivery.Step("hold").Pauses, "traces")
}
