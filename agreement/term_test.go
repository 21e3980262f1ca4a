package agreement

import (
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func errorIs(err, target error) bool { return errors.Is(err, target) }

func reference12(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../docs/language.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// checked runs the checks about time and consent on a text whose model something was done to.
func checked(t *testing.T, text string, change func(*Model)) Findings {
	t.Helper()
	c := newCompiler("x.md", []byte(text))
	c.run()
	if c.failed() {
		t.Fatal(c.all())
	}
	c.findings = nil
	change(c.m)
	c.m.Build()
	c.checkTermBlocks()
	return c.all()
}

func TestHandlingForbidsWhatAShareDoes(t *testing.T) {
	text := reference12(t)
	if fs := checked(t, text, func(*Model) {}); len(fs) != 0 {
		t.Fatal(fs)
	}
	on := func(onward string) func(*Model) {
		return func(m *Model) {
			m.Handling("restricted").Onward = onward
			p := m.Procedure("assistance")
			p.Share("the answer").Code = "restricted"
			p.Share("for the decision").Onward = "the answer"
		}
	}
	if fs := checked(t, text, on("no")); !hasCode(fs, CodeContradict) {
		t.Errorf("what may not be passed on is: %s", fs)
	}
	if fs := checked(t, text, on("consent")); len(fs) != 0 {
		t.Errorf("what may be passed on by consent is not: %s", fs)
	}
}

// A step begins a phase, unless its own article is in force only in that phase.
func TestPhaseBegunByAStep(t *testing.T) {
	text := reference12(t)
	begins := func(articles ...Article) func(*Model) {
		return func(m *Model) {
			m.Phase("full").Starts, m.Phase("full").Articles = Date{}, articles
			m.Procedure("surrender").Step("grant").Begins = "full"
		}
	}
	if fs := checked(t, text, begins("4")); len(fs) != 0 {
		t.Errorf("begun by a step that is always in force: %s", fs)
	}
	fs := checked(t, text, begins("4", "10"))
	if !hasCode(fs, CodePhaseUnreachable) || !strings.Contains(fs.String(), "in force only in it") {
		t.Errorf("begun by a step of its own: %s", fs)
	}
	both := func(m *Model) {
		begins("4", "10")(m)
		m.Phase("pilot").Articles = []Article{"10"}
	}
	if fs := checked(t, text, both); len(fs) != 0 {
		t.Errorf("begun by a step of the phase before: %s", fs)
	}
}

func TestExplainTerms(t *testing.T) {
	m := compiledText(t, reference12(t))
	byName := map[string]Explanation{}
	for _, e := range Explain(m, "en") {
		if strings.ContainsAny(e.Text+e.Prose, "{}") {
			t.Errorf("a placeholder is left open: %s", e.Text)
		}
		byName[e.Rule+" "+e.Name] = e
	}
	for name, want := range map[string]string{
		"calendar common":                 "Every week nobody works on Saturday and Sunday.",
		"phase full":                      "It may be left for “Pilot” if the indicator “Complaints that were decided” is greater than 2.",
		"schedule monthly-list":           "the Border officer must open “Report of a stolen document” within 5 days from 1 February 2026. It falls due again each time 1 month later. If that is not done, the ladder “Late answer” begins.",
		"declaration belmark-credentials": "is not bound by Article 11. Made on 1 December 2025, in these words: “Belmark",
		"annex marks":                     "It is classified.",
		"undertaking safe-passage":        "towards Joint Secretariat, and towards no other party",
		"concordance offences":            "This is agreed not to correspond.",
		"handling restricted":             "It may not be passed on.",
		"credential frontier-pass":        "valid for 1 year. What it states is of the record “Frontier pass”. It is issued by the Border officer.",
		"agreement reference":             "working days are those of “Working days of both capitals”",
		"party northern-council":          "It does not recognise the status of Republic of Caldera.",
		"record pass":                     "“needs help” may be shared or compared for",
		"assessment harm":                 "It may be answered by the Judge alone.",
		"purpose safeguard":               "and never suspicion.",
		"article 12":                      "Carried out by people, and by no rule: sentence 3 and sentence 6.",
	} {
		if !strings.Contains(byName[name].Text, want) {
			t.Errorf("%s:\n%s, want in it\n%s", name, byName[name].Text, want)
		}
	}
	if got, want := byName["schedule yearly-report"].Prose, "Article 12, sentence 7: The Secretariat shall report every year."; got != want {
		t.Errorf("the rule carries out %q, want %q", got, want)
	}
	if byName["schedule monthly-list"].Prose != "" {
		t.Error("a rule without an anchor shows a sentence")
	}
	text := strings.Replace(reference12(t), "    silence = \"suspend\"\n", "    silence = \"suspend\"\n    carries = [2]\n", 1)
	text = strings.Replace(text, "  side \"filing\" {\n", "  side \"filing\" {\n    carries = [1]\n", 1)
	text = strings.Replace(text, "  keep {\n    for   = \"P2Y\"\n", "  keep {\n    carries = [3]\n    for   = \"P2Y\"\n", 1)
	text = strings.Replace(text, "  share \"the report\" {\n", "  share \"the report.\" {\n    carries = [4]\n", 1)
	m = compiledText(t, text)
	said := 0
	for _, e := range Explain(m, "en") {
		if e.Prose != "" {
			said++
		}
		switch e.Rule + " " + e.Name {
		case "clock complaint.answer":
			if !strings.HasPrefix(e.Prose, "Article 6, sentence 2: ") {
				t.Errorf("the clock carries out %q", e.Prose)
			}
		case "procedure complaint": // a side has no words of its own
			if !strings.HasPrefix(e.Prose, "Article 6, sentence 1: ") {
				t.Errorf("the procedure carries out %q", e.Prose)
			}
		case "keep complaint":
			if !strings.HasPrefix(e.Prose, "Article 6, sentence 3: ") {
				t.Errorf("the keeping carries out %q", e.Prose)
			}
		case "share report.the report.":
			if !strings.HasPrefix(e.Prose, "Article 6, sentence 4: ") {
				t.Errorf("the share carries out %q", e.Prose)
			}
		}
	}
	if said != 5 {
		t.Errorf("%d rules show sentences, want 5", said)
	}
	rules := []string{}
	for _, a := range m.Anchors {
		rules = append(rules, a.Rule)
	}
	if want := []string{"procedure.complaint/side.filing", "procedure.complaint/clock.answer", "procedure.complaint/keep", "procedure.report/share.the report.", "schedule.yearly-report"}; !slices.Equal(rules, want) {
		t.Errorf("the anchors are %v, want %v", rules, want)
	}
}

func TestDiffOfTerms(t *testing.T) {
	text := reference12(t)
	old := compiledText(t, text)
	for _, c := range []struct{ from, to, want string }{
		{`articles = ["4", "11"]`, `articles = ["4", "10", "11"]`, "Article 8: Articles of the phase “Full operation” now includes 10."},
		{`closed  = ["2026-04-03",`, `closed  = ["2026-04-02", "2026-04-03",`, "Article 8: Closed of the calendar “Working days of both capitals”"},
		{`    opposes = true` + "\n", ``, "Article 9: The objection “caldera”: opposes no longer holds."},
		{`excludes   = ["11"]`, `excludes   = ["8"]`, "Article 9: Excludes of the declaration “Reservation of Belmark” now includes 8."},
		{`texts    = { arland = "Military Code, section 4" }`, `texts    = { arland = "Military Code, section 5" }`, "Article 10: Texts of the entry “Desertion” changes from “arland: Military Code, section 4” to “arland: Military Code, section 5”."},
		{`onward  = "no"`, `onward  = "consent"`, "Article 11: Onward of the handling code “Restricted” changes from “no” to “consent”."},
		{"{\n  untouchable = true", "{\n  untouchable = false", "Article 12: The article: untouchable no longer holds."},
		{`by_people   = [3, 6]`, `by_people   = [3, 5, 6]`, "Article 12: By people of the article changes from “3, 6” to “3, 5, 6”."},
		{`carries = [7]`, `carries = [1, 7]`, "Article 12: Sentences of the anchor “schedule.yearly-report” changes from “7” to “1, 7”."},
		{"  within  = \"P30D\"\n  carries", "  within  = \"P20D\"\n  carries", "Article 12: The time for the schedule “Yearly report” falls from 30 to 20 days."},
		{`unrecognised = [party.caldera]`, `unrecognised = []`, "Article 9: Unrecognised of the party “northern council” no longer includes caldera."},
		{`  harm   = true` + "\n", ``, "Article 11: The assessment “What the data could do”: harm no longer holds."},
	} {
		if !strings.Contains(text, c.from) {
			t.Fatalf("the reference no longer says %q", c.from)
		}
		m, fs := Compile("x.md", []byte(strings.Replace(text, c.from, c.to, 1)))
		if m == nil {
			t.Fatalf("%q: %s", c.to, fs)
		}
		d := Diff(old, m)
		if !slices.ContainsFunc(d, func(x Change) bool { return strings.HasPrefix(x.String(), c.want) }) {
			t.Errorf("%q to %q gives\n%v, want\n%s", c.from, c.to, d, c.want)
		}
	}
}

// Every member of the blocks about time and consent is compared.
func TestDiffSeesEveryTerm(t *testing.T) {
	known := map[string]bool{}
	for _, b := range facts(compiledText(t, reference12(t))) {
		for _, a := range b.attrs {
			known[b.rule+"."+a.name] = true
		}
	}
	for rule, typ := range map[string]reflect.Type{
		"article": reflect.TypeFor[Clause](), "authority": reflect.TypeFor[Authority](), "calendar": reflect.TypeFor[Calendar](),
		"phase": reflect.TypeFor[Phase](), "schedule": reflect.TypeFor[Schedule](), "declaration": reflect.TypeFor[Declaration](),
		"objection": reflect.TypeFor[Objection](), "annex": reflect.TypeFor[Annex](), "undertaking": reflect.TypeFor[Undertaking](),
		"concordance": reflect.TypeFor[Concordance](), "concept": reflect.TypeFor[Concept](), "handling": reflect.TypeFor[Handling](),
		"credential": reflect.TypeFor[Credential](), "anchor": reflect.TypeFor[Anchor](), "purpose": reflect.TypeFor[Purpose](),
		"assessment": reflect.TypeFor[Assessment](),
	} {
		for i := range typ.NumField() {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if nested := kinds[name] != "" && typ.Field(i).Type.Elem().Kind() == reflect.Struct; !nested && !skipped[name] && !skipped[rule+"."+name] && !known[rule+"."+name] {
				t.Errorf("%s.%s is never compared", rule, name)
			}
		}
	}
}

// TestProlongedByHours: hours move no day, not even at the end of a year.
func TestProlongedByHours(t *testing.T) {
	for _, x := range []struct{ last, by, want string }{
		{"2030-12-31", "PT5H", "2030-12-31"},
		{"2030-06-30", "PT5H", "2030-06-30"},
		{"2030-12-31", "5 working days", "2030-12-31"},
		{"2030-12-31", "P1M", "2031-01-31"},
		{"9999-06-30", "P1Y", "9999-12-31"},
	} {
		last, err := ParseDate(x.last)
		if err != nil {
			t.Fatal(err)
		}
		by, err := ParsePeriod(x.by)
		if err != nil {
			t.Fatal(err)
		}
		if got := last.Prolonged(by).String(); got != x.want {
			t.Errorf("%s by %s is %s, want %s", x.last, x.by, got, x.want)
		}
	}
}
