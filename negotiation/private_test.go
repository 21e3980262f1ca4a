package negotiation

import (
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

func draft(t *testing.T, text string) *Version {
	t.Helper()
	v, err := newVersion([]byte(text))
	return must(t, v, err)
}

func TestRedLines(t *testing.T) {
	text := excerpt(t)
	v := draft(t, text)
	slower := draft(t, replaced(t, text, eight, ten))
	for name, c := range map[string]struct {
		condition string
		want      Outcome
	}{
		"a year at most":           {"draft.kept().all(k, k.class in ['public', 'official'] || k.days <= 366)", Crossed}, // a complaint is kept for two
		"two years at most":        {"draft.kept().all(k, k.class in ['public', 'official'] || k.days <= 731)", Holds},
		"judges of the asked":      {"draft.actors('judge').all(a, a.side == 'requested')", Holds},
		"an office nobody holds":   {"draft.actors('king').size() == 0", Holds},
		"evidence to prosecutors":  {"draft.shares('evidence').all(s, s.with.all(w, w.role == 'prosecutor'))", Crossed},
		"the decision in 8 days":   {"draft.procedures.all(p, p.clocks.all(c, c.id != 'decision' || p.id != 'assistance' || period_days(c.within) <= 8))", Holds},
		"hours are begun days":     {"period_days('PT49H') == 3 && period_days('P1Y') == 365 && period_days('5 working days') == 7", Holds},
		"as the model has it":      {"draft.title.startsWith('Northgate') && draft.parties.size() == 3", Holds},
		"what no model has":        {"draft.nothing.at == 'all'", Unclear},
		"a length that is none":    {"period_days('soon') > 1", Unclear},
		"no yes or no":             {"draft.title", Unclear},
		"what would take for ever": {"draft.procedures.all(a, draft.procedures.all(b, draft.procedures.all(c, draft.kept().all(d, draft.kept().all(e, draft.kept().all(f, draft.kept().all(g, draft.kept().all(h, draft.kept().all(i, draft.kept().all(j, j.days > 0))))))))))", Unclear},
	} {
		r, err := NewRedLine("line", c.condition, "")
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, why := r.Check(v); got != c.want {
			t.Errorf("%s: %s (%s)", name, got, why)
		}
	}
	r, err := NewRedLine("eight-days", "draft.procedures.all(p, p.clocks.all(c, c.id != 'decision' || p.id != 'assistance' || period_days(c.within) <= 8))", "")
	if got, _ := must(t, r, err).Check(slower); got != Crossed {
		t.Errorf("ten days: %s", got)
	}
	if got, why := r.Check(draft(t, "## Article 1 — Nothing yet\n")); got != Unclear || !strings.Contains(why, "does not compile") {
		t.Errorf("%s, %s", got, why)
	}
	for what, bad := range map[string][2]string{
		"no name":           {"", "true"},
		"a name with words": {"Our Line", "true"},
		"no condition":      {"x", ""},
		"no CEL":            {"x", "draft.("},
		"a number":          {"x", "1 + 1"},
		"an unknown word":   {"x", "counterparty.title == 'x'"},
		"too long":          {"x", "true" + strings.Repeat(" ", MaxCondition)},
	} {
		if _, err := NewRedLine(bad[0], bad[1], ""); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: %v", what, err)
		}
	}
}

const book = `# How we negotiate

` + "```hcl" + `
playbook "northgate" {
  milestone "time" {
    by       = "2026-02-01"
    agreed   = ["7"]
    verified = "draft.kept().all(k, k.days <= 731)"
    words    = "the time for a decision"

    fallback "ten" {
      article = "7"
      from    = "within  = \"P8D\""
      to      = "within  = \"P10D\""
      words   = "ten days, if they insist"
    }

    fallback "twelve" {
      article = "7"
      from    = "within  = \"P8D\""
      to      = "within  = \"P12D\""
    }
  }

  milestone "parties" {
    verified = "draft.parties.size() == 3"
  }
}
` + "```\n"

func TestRedLinesOfAFile(t *testing.T) {
	const one = "redline \"four-eyes\" {\n  party     = \"arland\"\n  words     = \"One officer alone confirms nothing.\"\n  condition = \"draft.id == 'x'\"\n}\n"
	lines, err := ReadRedLines("r.hcl", []byte("# notes\n"+one+strings.NewReplacer("four-eyes", "other", "arland", "belmark").Replace(one)))
	if err != nil || len(lines) != 2 || lines[0].Name != "four-eyes" || lines[0].Party != "arland" || lines[1].Party != "belmark" ||
		lines[0].Words != "One officer alone confirms nothing." || lines[0].Condition != "draft.id == 'x'" || lines[0].program == nil {
		t.Fatalf("%+v %v", lines, err)
	}
	if _, err := ReadRedLines("r.md", []byte("Our lines.\n\n```hcl\n"+one+"```\n")); err != nil {
		t.Errorf("of a Markdown file: %v", err)
	}
	for name, c := range map[string]struct{ was, now, says string }{
		"no party":      {"  party     = \"arland\"\n", "", "does not say its party"},
		"no words":      {"  words     = \"One officer alone confirms nothing.\"\n", "", "does not say its words"},
		"no condition":  {"  condition = \"draft.id == 'x'\"\n", "", "does not say its condition"},
		"condition":     {"draft.id == 'x'", "draft.(", "r.hcl:1:1: the condition cannot be read"},
		"no name":       {"redline \"four-eyes\"", "redline \"Four Eyes\"", "one name"},
		"more":          {"  words ", "  article = \"7\"\n  words ", "nothing here is called \"article\""},
		"another block": {"redline \"", "milestone \"", "no block \"milestone\" stands here"},
		"no text":       {"\"arland\"", "5", "party is a text"},
		"no HCL":        {"{", "{{", "r.hcl:1"},
	} {
		if _, err := ReadRedLines("r.hcl", []byte(strings.Replace(one, c.was, c.now, 1))); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", name, err, c.says)
		}
	}
	if _, err := ReadRedLines("r.hcl", []byte(one+one)); err == nil || !strings.Contains(err.Error(), "stands twice") {
		t.Errorf("one name for two: %v", err)
	}
	if _, err := ReadRedLines("r.hcl", []byte("# none\n")); err == nil || !strings.Contains(err.Error(), "has no block redline") {
		t.Errorf("no red line: %v", err)
	}
	if _, err := ReadRedLines("r.hcl", make([]byte, maxPlaybook+1)); fault.CodeOf(err) != fault.TooLarge {
		t.Errorf("a file without bounds: %v", err)
	}
}

func TestPlaybook(t *testing.T) {
	pb, err := ReadPlaybook("book.md", []byte(book))
	if err != nil {
		t.Fatal(err)
	}
	b := newTable(t, three...)
	s := b.open("arland", b.keyed(excerpt(t)), nil)
	on := func(d string) agreement.Date { x, err := agreement.ParseDate(d); return must(t, x, err) }
	got := pb.Progress(s, "belmark", on("2026-01-22"))
	if len(got) != 2 || got[0].Met || got[0].Late || got[0].Left != 10 || got[0].Why != "Article 7 is proposed" || got[0].Fallback.Name != "ten" || !got[1].Met || got[1].Fallback != nil {
		t.Errorf("%+v", got)
	}
	if got := pb.Progress(s, "belmark", on("2026-02-02")); !got[0].Late {
		t.Errorf("%+v", got[0])
	}
	f := got[0].Fallback
	b.say("belmark", seal.Dispatch{Kind: seal.DispatchBracket, Article: string(f.Article), From: f.From, To: f.To})
	if got := pb.Progress(s, "belmark", on("2026-02-02")); got[0].Fallback.Name != "twelve" || got[0].Why != "Article 7 is bracketed" {
		t.Errorf("%+v", got[0])
	}
	if got := pb.Progress(s, "arland", on("2026-02-02")); got[0].Fallback.Name != "ten" {
		t.Errorf("another party's bracket is not one's own: %+v", got[0])
	}
	b.say("belmark", seal.Dispatch{Kind: seal.DispatchDrop, Bracket: b.s.Brackets()[0].Dispatch})
	for _, p := range three {
		b.say(p, b.agree(p, "7"))
	}
	if got := pb.Progress(s, "belmark", on("2026-02-02")); !got[0].Met || got[0].Late || got[0].Fallback != nil {
		t.Errorf("%+v", got[0])
	}

	for what, bad := range map[string]string{
		"no playbook":          "milestone \"x\" {}",
		"an unknown attribute": strings.Replace(book, "words    =", "colour   =", 1),
		"an unknown block":     strings.Replace(book, "fallback \"ten\"", "retreat \"ten\"", 1),
		"a name twice":         strings.Replace(book, "\"twelve\"", "\"ten\"", 1),
		"a date that is none":  strings.Replace(book, "2026-02-01", "2026-02-31", 1),
		"a number for a text":  strings.Replace(book, "\"2026-02-01\"", "20260201", 1),
		"no condition":         strings.Replace(book, "draft.parties.size() == 3", "draft.(", 1),
		"nothing to meet":      strings.Replace(book, "verified = \"draft.parties.size() == 3\"", "", 1),
		"a reference":          strings.Replace(book, "\"2026-02-01\"", "party.arland", 1),
		"no HCL":               "playbook \"x\" {",
		"nested beyond reason": "playbook \"x\" {" + strings.Repeat("[", 100_000),
		"a list for a text":    strings.Replace(book, "agreed   = [\"7\"]", "agreed   = \"7\"", 1),
	} {
		if _, err := ReadPlaybook("book.md", []byte(bad)); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := ReadPlaybook("b", make([]byte, maxPlaybook+1)); fault.CodeOf(err) != fault.TooLarge {
		t.Error(err)
	}
}

func FuzzPlaybook(f *testing.F) {
	f.Add([]byte(book))
	f.Add([]byte("playbook \"x\" {}"))
	f.Fuzz(func(_ *testing.T, b []byte) { _, _ = ReadPlaybook("f", b) })
}
