package agreement

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func compiledText(t *testing.T, text string) *Model {
	t.Helper()
	m, fs := Compile("x.md", []byte(text))
	if m == nil {
		t.Fatalf("%s", fs)
	}
	return m
}

func TestDiffInWords(t *testing.T) {
	text := string(northgate(t))
	old := compiledText(t, text)
	if d := Diff(old, compiledText(t, text)); len(d) != 0 {
		t.Errorf("a text differs from itself: %v", d)
	}
	for _, c := range []struct{ from, to, want string }{
		{`within  = "PT48H"`, `within  = "PT72H"`, "Article 7: The time for the clock “A judge reviews the urgent measure” rises from 48 to 72 hours."},
		{`for   = "P1Y"` + "\n" + `    after = ["executed"`, `for   = "P6M"` + "\n" + `    after = ["executed"`, "Article 7: The time for the keeping falls from 1 year to 6 months."},
		{"cap     = 200000\n", "cap     = 100000\n", "Article 4: Cap of the query “Is this vehicle reported stolen?” falls from 200,000 to 100,000."},
		{"title       = \"Auditor\"\n  held_by     = [party.secretariat]\n  independent = true", "title       = \"Auditor\"\n  held_by     = [party.secretariat]", "Article 5: The office “Auditor”: independent no longer holds."},
		{"      \"fundamental rights\",\n      \"essential interests\",\n    ]\n    personal = true\n  }\n\n  step \"contest\"", "      \"essential interests\",\n    ]\n    personal = true\n  }\n\n  step \"contest\"", "Article 7: Grounds of the step “Refuse the measure” no longer includes fundamental rights."},
		{`ends     = "2027-02-28"`, `ends     = "2027-06-30"`, "Article 4: Ends of the article changes from “2027-02-28” to “2027-06-30”."},
		{"## Article 6 — When an answer stays away", "## Article 6 — Late answers", "Article 6: The title changes from “When an answer stays away” to “Late answers”."},
		{"3. A Party may withdraw upon ninety days' notice", "3. Either Party may withdraw upon ninety days' notice", "Article 1: Paragraph 3 now reads"},
		{`silence = "lapse"` + "\n    to      = \"lapsed\"", `silence = "restrict"` + "\n    erases  = [\"answer\"]\n    to      = \"lapsed\"", "Article 3: Silence of the clock “Two officers decide” changes from “lapse” to “restrict”."},
		{`deferred_max = "P180D"`, `deferred_max = "P90D"`, "Article 7: Deferred max of the duty to tell “the person concerned” falls from 180 to 90 days."},
		{`handling = "in court with consent; no onward transfer"`, `handling = "in court"`, "Article 7: Handling of the share “the answer” changes from “in court with consent; no onward transfer” to “in court”."},
		{`title   = "Border officer"`, `title   = "Frontier officer"`, "Article 2: Title of the office “Frontier officer” changes from “Border officer” to “Frontier officer”."},
		{`unless = "indicator('established-violations') > indicator('remedied-violations')"`, `unless = "indicator('established-violations') > 1.0"`, "Article 1: Unless of the renewal changes from “indicator('established-violations') > indicator('remedied-violations')” to “indicator('established-violations') > 1.0”."},
	} {
		if !strings.Contains(text, c.from) {
			t.Fatalf("the model no longer says %q", c.from)
		}
		m, fs := Compile("x.md", []byte(strings.Replace(text, c.from, c.to, 1)))
		if m == nil {
			t.Fatalf("%s", fs)
		}
		d := Diff(old, m)
		if !slices.ContainsFunc(d, func(x Change) bool { return strings.HasPrefix(x.String(), c.want) }) {
			t.Errorf("%q to %q gives\n%v, want\n%s", c.from, c.to, d, c.want)
		}
	}
}

func TestDiffOfBlocksAndArticles(t *testing.T) {
	text := string(northgate(t))
	old := compiledText(t, text)
	now := text[:strings.Index(text, "## Article 4")] + text[strings.Index(text, "## Article 5"):]
	now = strings.ReplaceAll(now, `"withdraw"`, `"retract"`)
	d := Diff(old, compiledText(t, now))
	var said []string
	for _, x := range d {
		said = append(said, x.String())
	}
	for _, want := range []string{
		"Article 4: The article “Stolen vehicles (pilot)” is gone.", "Article 4: The register “Stolen vehicles” is gone.",
		"Article 4: The query “Is this vehicle reported stolen?” is gone.",
		"Article 7: The step “Withdraw the request” is new.", "Article 7: The step “Withdraw the request” is gone.",
	} {
		if !slices.Contains(said, want) {
			t.Errorf("missing: %s\nin\n%s", want, strings.Join(said, "\n"))
		}
	}
	if back := Diff(compiledText(t, now), old); len(back) != len(d) {
		t.Errorf("there are %d changes one way and %d the other", len(d), len(back))
	}
}

// Whatever changes the signed model must show in the differences: every member of every type is either
// compared or known to follow from others.
func TestDiffSeesEveryMember(t *testing.T) {
	m := compiledText(t, string(northgate(t)))
	if len(facts(m)) < 100 {
		t.Fatalf("only %d blocks", len(facts(m)))
	}
	known := map[string]bool{}
	for _, b := range facts(m) {
		for _, a := range b.attrs {
			known[b.rule+"."+a.name] = true
		}
	}
	for _, c := range []struct {
		rule string
		typ  reflect.Type
	}{
		{"step", reflect.TypeFor[Step]()},
		{"clock", reflect.TypeFor[Clock]()},
		{"share", reflect.TypeFor[Share]()},
		{"notify", reflect.TypeFor[Notice]()},
		{"keep", reflect.TypeFor[Keep]()},
		{"query", reflect.TypeFor[Query]()},
		{"register", reflect.TypeFor[Register]()},
		{"role", reflect.TypeFor[Role]()},
		{"party", reflect.TypeFor[Party]()},
		{"field", reflect.TypeFor[Field]()},
		{"procedure", reflect.TypeFor[Procedure]()},
		{"side", reflect.TypeFor[Side]()},
		{"state", reflect.TypeFor[State]()},
		{"agreement", reflect.TypeFor[Model]()},
	} {
		for i := range c.typ.NumField() {
			f := c.typ.Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if !f.IsExported() || skipped[name] || skipped[c.rule+"."+name] || kinds[name] != "" && f.Type.Kind() != reflect.Map {
				continue
			}
			if !known[c.rule+"."+name] {
				t.Errorf("%s.%s is never compared", c.rule, name)
			}
		}
	}
}

// In every language the same changes are found, with no placeholder left open; in Arabic what is not Arabic is isolated.
func TestDiffInEveryLanguage(t *testing.T) {
	text := string(northgate(t))
	old := compiledText(t, text)
	now := compiledText(t, strings.NewReplacer(
		`within  = "PT48H"`, `within  = "PT72H"`, "cap     = 200000\n", "cap     = 100000\n", `ends     = "2027-02-28"`, `ends     = "2027-06-30"`,
		"## Article 6 — When an answer stays away", "## Article 6 — Late answers", "3. A Party may withdraw", "3. Either Party may withdraw",
		`title   = "Border officer"`, `title   = "Frontier officer"`, `"withdraw"`, `"retract"`,
		"      \"fundamental rights\",\n      \"essential interests\",\n    ]\n    personal = true\n  }\n\n  step \"contest\"", "      \"essential interests\",\n    ]\n    personal = true\n  }\n\n  step \"contest\"",
		"title       = \"Auditor\"\n  held_by     = [party.secretariat]\n  independent = true", "title       = \"Auditor\"\n  held_by     = [party.secretariat]",
	).Replace(text))
	sameInEveryLanguage(t, old, now, 9)
	text = string(reference12(t))
	old = compiledText(t, text)
	now = compiledText(t, strings.NewReplacer(
		`weekend = ["friday", "saturday"]`, `weekend = ["friday"]`, `review   = "P9M"`, `review   = "P6M"`, `every  = "P1M"`, `every  = "P2M"`,
		`onward  = "no"`, `onward  = "consent"`, `valid   = "P6M"`, `valid   = "P3M"`, `objections = "P6M"`, `objections = "P8M"`, "opposes = true", "opposes = false",
		"classified = true", "classified = false", "oral      = true", "oral      = false", `section 201`, `section 202`, `budget    = "0.5"`, `budget    = "0.25"`,
		"number = 500", "number = 400", `ceiling   = "2500000.00"`, `ceiling   = "1500000.00"`, "score   = 40", "score   = 50", "share   = 90", "share   = 80",
		"count     = 3", "count     = 4", `at   = "P30D"`, `at   = "P31D"`, `entry  = "paid"`, `entry  = "pledged"`, "carries = [7]", "carries = [7]\n  ladder  = ladder.late-answer",
		`    within = "P30D"`+"\n  }\n}\n\nprocedure \"discrepancy\"", `    within = "P60D"`+"\n  }\n}\n\nprocedure \"discrepancy\"",
		`precision = "10 km"`, `precision = "20 km"`, `calendars = [calendar.arland, calendar.belmark]`, `calendars = [calendar.arland]`,
	).Replace(text))
	sameInEveryLanguage(t, old, now, 22)
}

// sameInEveryLanguage holds that each language finds the changes that English finds, at least so many.
func sameInEveryLanguage(t *testing.T, old, now *Model, least int) {
	t.Helper()
	want := Diff(old, now)
	if len(want) < least {
		t.Fatalf("only %d changes: %v", len(want), want)
	}
	isolated := regexp.MustCompile("\u2068[^\u2068\u2069]*\u2069")
	for _, lang := range Languages() {
		got := DiffIn(old, now, lang)
		if len(got) != len(want) {
			t.Fatalf("%s: %d changes, want %d", lang, len(got), len(want))
		}
		for i, c := range got {
			if c.Rule != want[i].Rule || c.Name != want[i].Name || strings.ContainsAny(c.Text, "{}") || strings.Contains(c.Text, "diff.") || strings.Contains(c.Text, "block.") {
				t.Errorf("%s: %s", lang, c.Text)
			}
			if left := isolated.ReplaceAllString(c.Cited(lang), ""); lang == "ar" && regexp.MustCompile("[A-Za-z]").MatchString(left) {
				t.Errorf("English is left in %s", left)
			}
		}
	}
}
