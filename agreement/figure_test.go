package agreement

import (
	"os"
	"strings"
	"testing"
)

func figures(t *testing.T) *compiler {
	t.Helper()
	text, err := os.ReadFile("testdata/figures.md")
	if err != nil {
		t.Fatal(err)
	}
	c := newCompiler("figures.md", text)
	c.run()
	if fs := c.all(); len(fs) > 0 {
		t.Fatal(fs)
	}
	return c
}

// A release that does not wait for its own milestone would pay out what nobody has verified.
func TestReleasesWaitForTheirMilestone(t *testing.T) {
	for name, x := range map[string]struct {
		procedure ProcedureID
		step      StepID
		money     Money
		want      string
	}{
		"before it":              {"home", "report", Money{Fund: "homes", Entry: "released", Window: "walls"}, `step "report" releases money of window "walls" in the state ""`},
		"with it":                {"home", "inspect", Money{Fund: "homes", Entry: "released", Window: "walls"}, ""},
		"without a milestone":    {"home", "report", Money{Fund: "homes", Entry: "released", Window: "roofs"}, ""},
		"past the windows":       {"permit", "grant", Money{Fund: "homes", Entry: "released"}, `releases money of the whole fund "homes"`},
		"in another case":        {"permit", "grant", Money{Fund: "homes", Entry: "released", Window: "walls"}, ""},
		"another entry":          {"home", "report", Money{Fund: "homes", Entry: "pledged"}, ""},
		"of another fund's name": {"home", "report", Money{Fund: "others", Entry: "released"}, ""},
	} {
		c := figures(t)
		c.m.Procedure(x.procedure).Step(x.step).Money = &x.money
		c.checkFigures()
		got := c.all().String()
		if (x.want == "") != (got == "") || !strings.Contains(got, x.want) || x.want != "" && !strings.Contains(got, "[fund-milestone]") {
			t.Errorf("%s: %s, want %q", name, got, x.want)
		}
	}
}

// A step that takes a grant uses the quota as well as a condition does.
func TestAStepUsesAQuota(t *testing.T) {
	c := figures(t)
	s := c.m.Procedure("permit").Step("grant")
	s.When = Condition{}
	c.checkFigures()
	if !hasCode(c.all(), CodeQuotaUnused) {
		t.Fatal("a quota that nothing uses is not found")
	}
	c.findings, s.Uses = nil, "permits"
	c.checkFigures()
	if fs := c.all(); len(fs) > 0 {
		t.Error(fs)
	}
}

func TestFiguresInWords(t *testing.T) {
	said := map[string]string{}
	for _, x := range Explain(figures(t).m, "en") {
		said[x.Rule+" "+x.Name] = x.Text
		if strings.ContainsAny(x.Text, "{}") {
			t.Errorf("%s %s: %s", x.Rule, x.Name, x.Text)
		}
	}
	for name, want := range map[string]string{
		"indicator granted":           "Permits granted: the number of the cases of “Seasonal permit” that have come to “granted”. It is also shown for each value of “kind”. It is taken over 90 days up to now. Target: at least 2.",
		"indicator refused":           "Share refused: of the cases of “Seasonal permit” that have come to “asked”, the share that has come to “refused” or “lapsed”. Target: at most 0.25.",
		"indicator time":              "Time to decide: the time in which half of the cases of “Seasonal permit” come from “asked” to “granted” or “refused”. Target, in days: at most 5.",
		"indicator granted-in-public": "Permits granted, as the public sees it: the number of the cases of “Seasonal permit” that have come to “granted”. It is also shown for each value of “kind” and “origin”. It is published once in 3 months. No figure stands on fewer than 3. Counts are rounded to multiples of 5. Months and years are counted on the calendar; a day which the month lacks becomes its last day.",
		"indicator noisy":             "Permits by kind, with noise: the number of the cases of “Seasonal permit”. It is also shown for each value of “kind”. It is published once in 1 year. Noise hides each single one (differential privacy; epsilon for each publication: 0.5). Months and years are counted on the calendar; a day which the month lacks becomes its last day.",
		"indicator paid":              "Paid into the fund: the sum of the payments into “Homes”.",
		"indicator debts":             "Debts of employers: the sum of “debts” of the entries of “Employers”. Counted is only where “debts” is greater than 0.",
		"indicator asked":             "Questions: the number of the questions “Is this employer known?”. It is taken over 1 day up to now.",
		"quota permits":               "Permits: 3 in each period of 1 month, counted from the first day of the agreement. Each party has this number to itself. Months and years are counted on the calendar; a day which the month lacks becomes its last day.",
		"fund homes":                  "Homes: money in EUR, given by Arland and Belmark. One part is for “Walls”. At most 100.50 EUR go there. Nothing of it is released before a case of “Home for workers” has come to “inspected”. One part is for “Roofs”.",
		"risk permits":                "Risk of a permit, version 2026-1: a score over “Permit”. +40 if “debts” (in “employer”) is greater than 1,000; a person then reads: “The employer owes wages”. +20 if “days” is greater than 90; a person then reads: “The stay is long”. −30 if “returned before” is answered with yes; a person then reads: “Whoever came back before comes back again”. From a score of 0 on it leads to “Goes on”. From a score of 20 on it leads to “Is looked at”. From a score of 60 on it leads to “The employer is visited”. 2.5 per cent are drawn at random and go to “Is looked at”, unless their score leads further: so that hits can be judged.",
		"drill spring":                "Permits in spring: an exercise of 60 days. Cases of “Seasonal permit” that are opened in each period of 7 days: 4. The Clerk of every party answers after 200 days. The Permit officer of every party answers after 7 days. The Permit officer of Arland answers after 9 days. An answer comes in 75 of 100 cases. After 20 days the people of Belmark are away for 6 days. The river floods the office. After 30 days: The newspapers write about it. Measured are “Share refused” and “Time to decide”.",
	} {
		if said[name] != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, said[name], want)
		}
	}
}
