package agreement

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// effectsText is a text with a step for every effect that another block takes part in.
const effectsText = `
handling "court_only" {
  title  = "For the court"
  court  = "yes"
  onward = "no"
}

credential "permit" {
  title   = "Permit"
  record  = record.request
  fields  = ["matter"]
  valid   = "P6M"
  issuers = [role.judge]
}

fund "relief" {
  title    = "Relief"
  currency = "EUR"
  donors   = [party.a]

  window "north" {
    title = "North"
  }
}

phase "second" {
  title    = "Second phase"
  articles = ["3"]
  review   = "P1Y"
}
`

const effectSteps = `
  step "issue" {
    by     = [asked.judge]
    from   = ["asked"]
    issues = credential.permit
  }

  step "take-back" {
    by      = [asked.judge]
    from    = ["asked"]
    revokes = credential.permit
  }

  step "pay" {
    by    = [role.clerk]
    from  = ["asked"]
    gives = ["sum"]

    money {
      fund   = fund.relief
      entry  = "paid"
      amount = "sum"
      window = "north"
    }
  }

  step "begin" {
    by     = [asked.judge]
    from   = ["asked"]
    begins = phase.second
  }

  step "release" {
    by   = [asking.clerk]
    from = ["asked"]
    to   = "released"
  }

  step "end" {
    by   = [asking.clerk]
    from = ["released"]
    to   = "lapsed"
  }

  share "the sum" {
    fields  = ["sum"]
    with    = [role.judge, role.clerk]
    purpose = purpose.justice
  }

  share "to a clerk" {
    fields  = ["matter"]
    with    = [asked.clerk]
    from    = ["released"]
    purpose = purpose.justice
    onward  = "for the decision"
  }
`

// effects gives the small agreement with these blocks and steps, changed.
func effects(t *testing.T, changes ...string) string {
	t.Helper()
	b, err := os.ReadFile("testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(b), "purpose \"justice\"", effectsText+"\npurpose \"justice\"", 1)
	text = strings.Replace(text, "  clock \"decision\" {", effectSteps+"\n  clock \"decision\" {", 1)
	text = strings.Replace(text, "  field \"weight\" {", "  field \"sum\" {\n    type  = \"amount\"\n    class = \"official\"\n  }\n\n  field \"weight\" {", 1)
	for i := 0; i+1 < len(changes); i += 2 {
		if !strings.Contains(text, changes[i]) {
			t.Fatalf("the text does not say %q", changes[i])
		}
		text = strings.Replace(text, changes[i], changes[i+1], 1)
	}
	return text
}

// checkedOver compiles a text over a model with these blocks, wherever they come from.
func checkedOver(text string, blocks func(*Model)) Findings {
	c := newCompiler("x.md", []byte(text))
	c.parse(c.readText())
	c.declare()
	c.decode()
	blocks(c.m)
	c.m.Build()
	c.checkValues()
	c.conditions()
	if !c.failed() {
		declared := c.declaredFinal()
		c.derive()
		c.m.Build()
		c.check(declared)
	}
	return c.all()
}

func TestEffectsNeedTheirBlocks(t *testing.T) {
	period, err := ParsePeriod("P6M")
	if err != nil {
		t.Fatal(err)
	}
	good := func(m *Model) {
		m.Handlings = []Handling{{ID: "court_only", Court: "yes", Onward: "no"}}
		m.Credentials = []Credential{{ID: "permit", Record: "request", Fields: []FieldID{"matter"}, Valid: period, Issuers: []RoleID{"judge"}}}
		m.Funds = []Fund{{ID: "relief", Currency: "EUR", Donors: []PartyID{"a", "b"}, Windows: []Window{{ID: "north"}}}}
		m.Phases = []Phase{{ID: "second", Articles: []Article{"3"}, Review: period}}
	}
	if fs := checkedOver(effects(t), good); len(fs) > 0 {
		t.Fatalf("%s", fs)
	}
	start, err := ParseDate("2026-02-01")
	if err != nil {
		t.Fatal(err)
	}
	for name, x := range map[string]struct {
		change  []string
		blocks  func(*Model)
		code    FindingCode
		message string
	}{
		"an issuer of no credential": {nil, func(m *Model) { m.Credentials[0].Issuers = []RoleID{"clerk"} }, CodeEffect, "the judge is not among the issuers of credential.permit"},
		"another record":             {nil, func(m *Model) { m.Credentials[0].Record = "item" }, CodeEffect, "credential.permit is of record.item, and the case of record.request"},
		"a field not given": {
			nil, func(m *Model) { m.Credentials[0].Fields = []FieldID{"sum"} }, CodeEffect,
			"credential.permit states the field \"sum\", which may not have been given when step \"issue\" issues it",
		},
		"an unknown window": {nil, func(m *Model) { m.Funds[0].Windows = nil }, CodeNameUnknown, "fund.relief has no window \"north\""},
		"no donor":          {nil, func(m *Model) { m.Funds[0].Donors = []PartyID{"c"} }, CodeEffect, "role.clerk enters what is paid in fund.relief, and is of no donor"},
		"spent by no donor": {[]string{`entry  = "paid"`, `entry  = "spent"`}, func(m *Model) { m.Funds[0].Donors = []PartyID{"c"} }, "", ""},
		"a dated phase": {
			nil, func(m *Model) { m.Phases[0].Starts = start }, CodeEffect,
			"step \"begin\" begins the phase \"second\", which begins by itself on 2026-02-01",
		},
		"a code that permits": {
			[]string{
				"    with    = [asked.judge]\n    purpose = purpose.justice\n", "    with    = [asked.judge]\n    purpose = purpose.justice\n    code    = handling.court_only\n",
				"    from    = [\"released\"]\n", "    from    = [\"granted\"]\n",
			},
			func(m *Model) { m.Handlings[0].Onward = "yes" }, "", "",
		},
		"a code that asks for consent": {
			[]string{
				"    with    = [asked.judge]\n    purpose = purpose.justice\n", "    with    = [asked.judge]\n    purpose = purpose.justice\n    code    = handling.court_only\n",
				"    from    = [\"released\"]\n", "    from    = [\"granted\"]\n",
			},
			func(m *Model) { m.Handlings[0].Onward = "consent" }, CodeOnward, "the share \"to a clerk\" hands on the field \"matter\" from the state \"granted\", to which others than the side that gave it may lead",
		},
		"an untouchable article": {
			[]string{"    by     = [asked.judge]\n    from   = [\"asked\"]\n    begins = phase.second", "    by       = [asked.judge]\n    from     = [\"asked\"]\n    suspends = [\"3\"]\n  }\n\n  step \"restore\" {\n    by       = [asked.judge]\n    from     = [\"asked\"]\n    restores = [\"3\"]"},
			func(m *Model) { m.Articles[2].Untouchable = true }, CodeUntouchable, "step \"begin\" suspends Article 3, which is untouchable",
		},
	} {
		fs := checkedOver(effects(t, x.change...), func(m *Model) { good(m); x.blocks(m) })
		if x.code == "" {
			if len(fs) > 0 {
				t.Errorf("%s: %s", name, fs)
			}
		} else if !slices.ContainsFunc(fs, func(f Finding) bool { return f.Code == x.code && f.Message == x.message && f.Line > 1 }) {
			t.Errorf("%s: want [%s] %s, have\n%s", name, x.code, x.message, fs)
		}
	}
}

// A place that could do harm is shared without a finding once somebody weighs it.
func TestHarmIsWeighed(t *testing.T) {
	b, err := os.ReadFile("testdata/harm-missing.md")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(b), "record \"request\" {", "assessment \"risk\" {\n  title = \"Risk\"\n\n  question \"who\" {\n    text    = \"Who is near?\"\n    answers = [\"nobody\", \"somebody\"]\n  }\n}\n\nrecord \"request\" {", 1)
	text = strings.Replace(text, "    gives = [\"matter\", \"weight\", \"place\"]", "    gives    = [\"matter\", \"weight\", \"place\"]\n    requires = assessment.risk", 1)
	text = strings.Replace(text, "\"weight\", \"place\"]\n    with", "\"weight\", \"place\", \"assessment_risk\"]\n    with", 1)
	if fs := checkedOver(text, func(m *Model) { m.Assessments[0].Harm = false }); !hasCode(fs, CodeHarm) || fs.Failed() {
		t.Errorf("an assessment that weighs no harm: %s", fs)
	}
	if fs := checkedOver(text, func(m *Model) { m.Assessments[0].Harm = true }); len(fs) > 0 {
		t.Errorf("%s", fs)
	}
}
