package agreement

import (
	"os"
	"strings"
	"testing"
	"time"
)

// What a text says wrongly about dates in fields, and about clocks that begin anew, is found.
func TestFindingsAboutDates(t *testing.T) {
	b, err := os.ReadFile("../spec/reader/testdata/dates.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	if m, fs := Compile("dates.md", b); m == nil || len(fs) > 0 {
		t.Fatal(fs)
	}
	for name, x := range map[string]struct{ old, now, want string }{
		"both ways":             {`before      = "5 working days"`, "before      = \"5 working days\"\n    within      = \"P5D\"", "so long after a date, or so long before it [attribute-needless]"},
		"no date":               {"    counts_from = \"begins\"\n    before ", "    before ", "ends before a date, but names none [attribute-missing]"},
		"no such field":         {`counts_from = "begins"`, `counts_from = "beginning"`, `has no field "beginning" [name-unknown]`},
		"no date in it":         {`counts_from = "arrival"`, `counts_from = "words"`, "neither a date nor a time [clock-times]"},
		"protected":             {"field \"begins\" {\n    type  = \"date\"\n    class = \"official\"", "field \"begins\" {\n    type  = \"date\"\n    class = \"protected\"\n    permits = [purpose.trial]", "counts from the protected field \"begins\" [condition-protected]"},
		"next working day back": {"rounds      = \"end-of-day\"\n    warns", "rounds      = \"next-working-day\"\n    warns", "would shorten what must lie before the date [clock-times]"},
		"may be left out":       {"to    = \"here\"\n    gives = [\"arrival\", \"words\"]", "to    = \"here\"\n    gives = [\"arrival\", \"words\"]\n    optional = [\"arrival\"]", `which may not have been given by then [condition-ungiven]`},
		"not shared":            {`fields  = ["words", "arrival"]`, `fields  = ["words"]`, `not shared with side "asking" by then, so that it would not know when it ends [condition-unshared]`},
		"moved without limit":   {"    extends     = \"P3D\"\n    max         = \"P20D\"\n", "    extends     = \"P3D\"\n", "may be paused or extended without limit [clock-times]"},
		"put off by its ower":   {"  step \"move\" {\n    by    = [asking.clerk]\n    from  = [\"announced\", \"held-up\"]", "  step \"move\" {\n    by    = [asked.clerk]\n    from  = [\"announced\", \"held-up\"]", ""},
		"traces without limit":  {"    erases      = [\"words\"]\n    max         = \"P40D\"\n", "    erases      = [\"words\"]\n", `step "correct" may give another date again and again, and put off the end of clock "traces" without limit [clock-times]`},
		"anew without limit":    {"    ladder  = ladder.late\n    max     = \"P90D\"\n", "    ladder  = ladder.late\n", `step "again" may begin clock "word" anew without limit [clock-times]`},
		"where it does not run": {"restarts = [clock.year]", "to       = \"open\"\n    restarts = [clock.year]", `begins clock "year" anew, which does not run in the state "open" [clock-times]`},
		"anew and paused":       {"restarts = [clock.year]", "restarts = [clock.year]\n    pauses   = [clock.year]", `it can neither pause, resume nor extend it [attribute-needless]`},
		"for ever at once":      {"    within  = \"P1M\"\n    silence = \"proceed\"", "    counts_from = \"begins\"\n    within  = \"P1M\"\n    silence = \"proceed\"", `would do so for ever once its date has passed [clock-times]`},
		"what protects, anew":   {"restarts = [clock.traces, clock.word]", "restarts = [clock.traces, clock.word]\n    reasons  = true", "reasons-unseen"},
		"no clock of this name": {"restarts = [clock.year]", "restarts = [clock.decade]", "[name-unknown]"},
		"in a share":            {"    with    = [asking.clerk, asked.clerk]\n", "    with    = [asking.clerk, asked.clerk]\n    when    = \"done_within('P1D', case.begins)\"\n", "only the condition of a step can ask when an act is done [condition]"},
		"not a length":          {"done_before('P1M', case.begins)", "done_before('a month', case.begins)", "done_before takes a length of time in 'single' quotation marks and a field of the case"},
		"not a field":           {"done_before('P1M', case.begins)", "done_before('P1M', timestamp('2026-01-01T00:00:00Z'))", "done_before takes a length of time in 'single' quotation marks and a field of the case"},
		"not a date":            {"done_within('P1M', case.arrival)", "done_within('P1M', case.words)", "[condition]"},
	} {
		changed := strings.Replace(text, x.old, x.now, 1)
		if changed == text {
			t.Errorf("%s: nothing to change", name)
			continue
		}
		_, fs := Compile("dates.md", []byte(changed))
		if got := fs.String(); (x.want == "") != (got == "") || !strings.Contains(got, x.want) {
			t.Errorf("%s:\n%s\nwant %s", name, got, x.want)
		}
	}
}

// A length back is not always the length on: each is counted from where it starts.
func TestLengthsBack(t *testing.T) {
	lisbon, err := time.LoadLocation("Europe/Lisbon")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		zone               *time.Location
		from, length, want string
	}{
		{time.UTC, "2026-03-31T12:00:00Z", "P1M", "2026-02-28T12:00:00Z"},
		{time.UTC, "2024-02-29T12:00:00Z", "P1Y", "2023-02-28T12:00:00Z"},
		{time.UTC, "2026-01-15T12:00:00Z", "P1M2DT13H", "2025-12-12T23:00:00Z"},
		{time.UTC, "2026-06-15T00:00:00Z", "P42D", "2026-05-04T00:00:00Z"},
		{time.UTC, "2026-06-08T09:00:00Z", "1 working day", "2026-06-05T09:00:00Z"},
		{time.UTC, "2026-06-06T09:00:00Z", "5 working days", "2026-06-01T09:00:00Z"}, // a Saturday
		{lisbon, "2026-03-30T01:30:00Z", "P1D", "2026-03-29T01:30:00Z"},
		{lisbon, "2026-03-30T00:30:00Z", "P1D", "2026-03-29T01:30:00Z"}, // half past one is skipped that day
		{lisbon, "2026-03-30T00:30:00Z", "PT24H", "2026-03-29T00:30:00Z"},
		{lisbon, "2026-10-26T12:00:00Z", "P1D", "2026-10-25T12:00:00Z"},
	} {
		p, err := ParsePeriod(x.length)
		if err != nil {
			t.Fatal(err)
		}
		from, _ := time.Parse(time.RFC3339, x.from)
		if got := p.SubFrom(from, x.zone).Format(time.RFC3339); got != x.want {
			t.Errorf("%s before %s in %s is %s, want %s", x.length, x.from, x.zone, got, x.want)
		}
	}
}

// When an act is done: a day is whole, a time is an instant, and without an instant nobody knows.
func TestDone(t *testing.T) {
	at := func(s string) time.Time {
		x, err := time.Parse(time.RFC3339Nano, s)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	b, err := os.ReadFile("../spec/reader/testdata/dates.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		source string
		at     string
		want   bool
	}{ // in Chatham, 12:45 ahead of UTC in winter
		{"done_before('P42D', case.begins)", "2026-05-04T11:14:59.999999Z", true}, // the last instant of 4 May
		{"done_before('P42D', case.begins)", "2026-05-04T11:15:00Z", false},
		{"!done_before('P42D', case.begins)", "2026-05-04T11:15:00Z", true},
		{"done_within('P10D', case.begins)", "2026-06-25T11:14:59.999999Z", true},
		{"done_within('P10D', case.begins)", "2026-06-25T11:15:00Z", false},
		{"done_before('PT48H', case.begins)", "2026-06-12T11:15:00Z", true}, // from the midnight at which 15 June begins
		{"done_before('PT48H', case.begins)", "2026-06-12T11:15:00.000001Z", false},
		{"done_before('P0D', case.begins)", "2026-06-15T11:14:59.999999Z", true},
		{"done_before('P0D', case.begins)", "2026-06-15T11:15:00Z", false},
		{"done_before('2 working days', case.begins)", "2026-06-11T11:14:59.999999Z", true}, // Friday and Saturday are days off, 15 June a Monday
		{"done_before('2 working days', case.begins)", "2026-06-11T11:15:00Z", false},
		{"done_within('P1M', case.arrival)", "2026-02-28T09:30:00Z", true},
		{"done_within('P1M', case.arrival)", "2026-02-28T09:30:00.000001Z", false},
		{"done_before('P1D', case.arrival) || done_within('P1D', case.begins)", "2026-01-30T09:30:00Z", true},
	} {
		text := strings.Replace(string(b), "done_within('P1M', case.arrival)", x.source, 1)
		text = strings.Replace(text, "gives = [\"arrival\", \"words\"]", "gives = [\"arrival\", \"words\", \"begins\"]", 1)
		text = strings.Replace(text, `fields  = ["words", "arrival"]`, `fields  = ["words", "arrival", "begins"]`, 1)
		m, fs := Compile("dates.md", []byte(text))
		if m == nil {
			t.Fatal(fs)
		}
		when := m.Procedure("stay").Step("leave").When
		env := Env{Case: map[FieldID]any{"begins": "2026-06-15", "arrival": "2026-01-31T09:30:00Z"}, At: at(x.at)}
		if got, err := when.Eval(env); got != x.want || err != nil {
			t.Errorf("%s at %s: %v, %v", x.source, x.at, got, err)
		}
		env.At = time.Time{}
		if _, err := when.Eval(env); !errorIs(err, ErrUnread) {
			t.Errorf("%s without an instant: %v", x.source, err)
		}
		env.At, env.Case = at(x.at), nil
		if _, err := when.Eval(env); !errorIs(err, ErrUnread) {
			t.Errorf("%s without a date: %v", x.source, err)
		}
	}
}
