package agreement

import (
	"os"
	"strings"
	"testing"
)

// Words about who decides, what is given back and how long single fields stay, each in its right place and out of it.
func TestWhoDecides(t *testing.T) {
	b, err := os.ReadFile("../docs/language.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	swap := func(pairs ...string) string {
		t.Helper()
		for i := 0; i < len(pairs); i += 2 {
			if strings.Count(text, pairs[i]) < 1 {
				t.Fatalf("the reference does not say %q", pairs[i])
			}
		}
		return strings.NewReplacer(pairs...).Replace(text)
	}
	const (
		look   = "by        = [reporting.judge]\n    from      = [\"listed\"]\n    own_party = true"
		back   = "to      = \"given-up\"\n    returns = quota.seasonal_work"
		named  = "fields = [\"person\"]\n    for    = \"P210D\"\n    after  = [\"executed\", \"refused\", \"not-upheld\", \"contested\"]"
		choose = "for      = step.accept\n    against  = step.reject\n    abstain  = step.abstain"
		voting = "silence = \"proceed\"\n    decides = vote.adoption\n    to      = \"adjourned\""
		reject = "title = \"Vote against\"\n    by    = [proposing.delegate, second.delegate, third.delegate]\n    from  = [\"open\"]\n    to    = \"rejected\""
		agree  = "to     = \"adopted\"\n    quorum = \"all\""
	)
	for what, x := range map[string]struct {
		text string
		code FindingCode // "": nothing is wrong
	}{
		"as it stands":                         {text, ""},
		"an own party's office unsaid":         {swap(look, strings.Replace(look, "    own_party = true", "", 1)), CodeSelfApproval},
		"an own party's office not alone":      {swap(look, strings.Replace(look, "[reporting.judge]", "[reporting.judge, reporting.officer]", 1)), CodeSelfApproval},
		"an own party's request of the office": {swap("step \"report\" {\n    by    = [reporting.officer]", "step \"report\" {\n    by    = [reporting.officer, reporting.judge]"), CodeSelfApproval},
		"an own party's opening":               {swap("step \"report\" {\n", "step \"report\" {\n    own_party = true\n"), CodeAttrNeedless},
		"another party's office":               {swap("step \"refuse\" {\n", "step \"refuse\" {\n    own_party = true\n"), CodeAttrNeedless},

		"nothing to give back":    {swap(back, strings.Replace(back, "seasonal_work", "clinics", 1), "returns seasonal_work\"", "returns clinics\""), CodeEffect},
		"used and given back":     {swap("uses   = quota.seasonal_work\n", "uses   = quota.seasonal_work\n    returns = quota.seasonal_work\n"), CodeEffect},
		"given back what is none": {swap(back, strings.Replace(back, "seasonal_work", "nothing", 1)), CodeNameUnknown},

		"kept twice":             {swap(named, named+"\n  }\n\n  keep \"again\" {\n    "+named), CodeValueTwice},
		"kept without fields":    {swap(named, "for = \"P1Y\"\n    after = [\"executed\", \"refused\", \"not-upheld\", \"contested\"]"), CodeAttrMissing},
		"kept no fields":         {swap(named, strings.Replace(named, "[\"person\"]", "[]", 1)), CodeValueForm},
		"kept another's field":   {swap(named, strings.Replace(named, "\"person\"", "\"findings\"", 1)), CodeNameUnknown},
		"kept on one way alone":  {swap(named, strings.Replace(named, ", \"contested\"", "", 1)), CodeKeptForEver},
		"kept, and the rest not": {swap("  keep {\n    for   = \"P1Y\"\n    after = [\"executed\", \"refused\", \"not-upheld\", \"contested\"]\n  }\n", ""), CodeKeptForEver},
		"kept shorter than told": {swap(named, strings.Replace(named, "P210D", "P100D", 1)), CodeContradict},

		"a quorum of nothing":            {swap(agree, strings.Replace(agree, "all", "3/2", 1)), CodeValueForm},
		"a quorum in other words":        {swap(agree, strings.Replace(agree, "all", "most", 1)), CodeValueForm},
		"a quorum of two thirds":         {swap(agree, strings.Replace(agree, "all", "2/3", 1)), ""},
		"a part of one party alone":      {swap("step \"inspect\" {\n", "step \"inspect\" {\n    quorum = \"all\"\n"), CodeQuorum},
		"a vote of one half":             {swap("majority = \"2/3\"", "majority = \"1/2\""), CodeValueForm},
		"a vote with a choice twice":     {swap(choose, strings.Replace(choose, "abstain  = step.abstain", "abstain  = step.reject", 1)), CodeVote},
		"a vote of others":               {swap(reject, strings.Replace(reject, "proposing.delegate, ", "", 1)), CodeVote},
		"a vote that leads nowhere":      {swap(reject, strings.Replace(reject, "to    = \"rejected\"", "", 1)), CodeVote},
		"a vote that nobody decides":     {swap(voting, "silence = \"lapse\"\n    to      = \"adjourned\""), CodeVote},
		"a vote without a way out":       {swap(voting, strings.Replace(voting, "    to      = \"adjourned\"", "", 1)), CodeVote},
		"a vote and a step":              {swap(voting, voting+"\n    takes = step.accept"), CodeAttrNeedless},
		"a vote that lapses":             {swap(voting, strings.Replace(voting, "proceed", "lapse", 1)), CodeAttrNeedless},
		"a vote on a condition":          {swap(reject, reject+"\n    when  = \"indicator('refusals') < 1.0\""), CodeVote},
		"a time that may not vary":       {swap("    varies {\n      least = \"P5D\"\n      most  = \"P20D\"\n    }\n", ""), CodeReservation},
		"a time beyond what may vary":    {swap("within    = \"P15D\"", "within    = \"P21D\""), CodeReservation},
		"a time at the end of the range": {swap("within    = \"P15D\"", "within    = \"P20D\""), ""},
		"a range beside its own time":    {swap("least = \"P5D\"", "least = \"P9D\""), CodeClockTimes},
		"a range below the warning":      {swap("least = \"P5D\"", "least = \"P2D\""), CodeClockTimes},
		"a time of who owes nothing":     {swap("party = party.arland\n  kind  = \"statement\"", "party = party.caldera\n  kind  = \"statement\""), CodeReservation},
		"a time declared twice":          {swap("within    = \"P15D\"\n  }", "within    = \"P15D\"\n  }\n\n  varies {\n    procedure = procedure.assistance\n    clock     = clock.decision\n    within    = \"P15D\"\n  }"), CodeContradict},
		"a time of another kind":         {swap("kind        = \"territorial\"", "kind        = \"territorial\"\n\n  varies {\n    procedure = procedure.assistance\n    clock     = clock.decision\n    within    = \"P9D\"\n  }"), CodeAttrNeedless},
		"a reservation about a time":     {swap("kind  = \"statement\"", "kind  = \"reservation\""), ""},
		"a vote that withdraws":          {swap(reject, reject+"\n    withdraws = true"), CodeUntested},
	} {
		m, fs := Compile("x.md", []byte(x.text))
		switch {
		case x.code == "" && (m == nil || len(fs) > 0):
			t.Errorf("%s: %s", what, fs)
		case x.code != "" && !hasCode(fs, x.code):
			t.Errorf("%s: %s, want %s", what, fs, x.code)
		}
	}
}

// How many a part of the parties is: no fewer than it says, and at least one.
func TestAmong(t *testing.T) {
	for of, want := range map[string][5]int{ // of 1, 2, 3, 4 and 5 parties
		"all": {1, 2, 3, 4, 5}, "majority": {1, 2, 2, 3, 3}, "1/2": {1, 1, 2, 2, 3}, "2/3": {1, 2, 2, 3, 4}, "3/4": {1, 2, 3, 3, 4}, "1/3": {1, 1, 1, 2, 2},
	} {
		for i, n := range want {
			if got := Among(0, of, i+1); got != n {
				t.Errorf("%s of %d are %d, want %d", of, i+1, got, n)
			}
		}
	}
	if Among(2, "", 9) != 2 || Among(0, "", 9) != 0 {
		t.Error("a number is not itself")
	}
	for _, s := range []string{"", "2", "3/2", "1/1", "0/2", "-1/2", "01/2", "1/ 2", "1/2/3", "1/100"} {
		if _, _, ok := fraction(s); ok {
			t.Errorf("%q is a fraction", s)
		}
	}
	for _, x := range []struct {
		majority string
		yes, no  int
		want     bool
	}{
		{"simple", 2, 1, true},
		{"simple", 1, 1, false},
		{"simple", 0, 0, false},
		{"simple", 1, 0, true},
		{"2/3", 2, 1, true},
		{"2/3", 3, 2, false},
		{"2/3", 0, 0, false},
		{"2/3", 4, 2, true},
	} {
		if v := (&Vote{Majority: x.majority}); v.Carries(x.yes, x.no) != x.want {
			t.Errorf("%s with %d to %d: %v", x.majority, x.yes, x.no, !x.want)
		}
	}
}
