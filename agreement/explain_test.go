package agreement

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestExplain(t *testing.T) {
	m := compiledText(t, string(northgate(t)))
	byName := map[string]string{}
	for _, e := range Explain(m, "en") {
		byName[e.Rule+" "+e.Name] = e.Text
	}
	for name, want := range map[string]string{
		"clock assistance.review": "A judge reviews the urgent measure: 48 hours from when the case comes to stand at “Urgent measure in force, waits for the judge”. This time stops when the case no longer stands there. It waits for the Judge of the requested side. A warning comes 12 hours before it runs out. If nobody acts, what was given as “What was obtained” and “Attachment” may not be used from that moment on, and is destroyed on every node 24 hours later. The case then stands at “Urgent measure not upheld”.",
		"keep complaint":          "What was given is destroyed 2 years after the case came to “Inadmissible”, “Dismissed” or “Remedied”. Months and years are counted on the calendar; a day which the month lacks becomes its last day.",
		"article 4":               "This article ends at the end of 28 February 2027. After its end, or the agreement's, there go on: cases that were opened before and keeping times and erasing.",
		"role ombudsperson":       "Ombudsperson of the partnership: an office of Joint Secretariat. Whoever holds it holds no other office of this agreement.",
	} {
		if byName[name] != want {
			t.Errorf("%s:\n%s, want\n%s", name, byName[name], want)
		}
	}
	rules := 0
	for _, p := range m.Procedures {
		rules += len(p.Steps) + len(p.Clocks) + len(p.Shares) + len(p.Notices)
	}
	if len(byName) < rules {
		t.Errorf("%d explanations for more than %d rules", len(byName), rules)
	}
	if a, b := Explain(m, "xx"), Explain(m, "en"); !reflect.DeepEqual(a, b) {
		t.Error("an unknown language is not answered in English")
	}
}

// In every language: the same rules in the same order, no placeholder left open, no phrase missing, the sentences
// together are the text, and a clock's silence is one of them. Outside what the agreement holds in English, which
// is isolated there, Arabic has no English word.
func TestExplainInEveryLanguage(t *testing.T) {
	texts := map[string]*Model{"northgate": compiledText(t, string(northgate(t))), "reference": referenceModel(t)}
	isolated := regexp.MustCompile("\u2068[^\u2068\u2069]*\u2069")
	for name, m := range texts {
		want := Explain(m, "en")
		for _, lang := range Languages() {
			got := Explain(m, lang)
			if len(got) != len(want) {
				t.Fatalf("%s in %s: %d rules, want %d", name, lang, len(got), len(want))
			}
			for i, e := range got {
				if e.Article != want[i].Article || e.Rule != want[i].Rule || e.Name != want[i].Name || len(e.Sentences) != len(want[i].Sentences) {
					t.Errorf("%s in %s: %s %s is not what English has there", name, lang, e.Rule, e.Name)
				}
				if m.Clause(e.Article) == nil {
					t.Errorf("%s %s stands under no article", e.Rule, e.Name)
				}
				if strings.ContainsAny(e.Text, "{}") || strings.Contains(e.Text, "cond.") || strings.Contains(e.Text, "type.") {
					t.Errorf("%s in %s: a placeholder is left open: %s", name, lang, e.Text)
				}
				if e.Text != speak(lang).sentences(slices.Clone(e.Sentences)...) || (e.Rule == "clock") != (e.Silence != "") || e.Silence != "" && !slices.Contains(e.Sentences, e.Silence) {
					t.Errorf("%s in %s: the sentences are not the text: %s", name, lang, e.Text)
				}
				if left := isolated.ReplaceAllString(e.Text, ""); lang == "ar" && regexp.MustCompile(`[A-Za-z]`).MatchString(left) {
					t.Errorf("%s: English is left in %s", name, left)
				}
			}
		}
	}
}

func referenceModel(t *testing.T) *Model {
	t.Helper()
	text, err := os.ReadFile("../docs/language.md")
	if err != nil {
		t.Fatal(err)
	}
	return compiledText(t, string(text))
}

// saidIn are the blocks that are said in the rule of another.
var saidIn = map[string]string{
	"renewal": "agreement", "authority": "party", "field": "record", "rung": "ladder", "question": "assessment", "side": "procedure", "state": "procedure",
	"given": "expect", "permits": "expect", "refuses": "expect", "sees": "expect", "hidden": "expect", "act": "expect", "may": "expect", "amends": "agreement", "move": "agreement",
	"money": "step", "varies": "declaration", "objection": "declaration", "concept": "concordance", "window": "fund", "rule": "risk", "lane": "risk",
	"actor": "drill", "load": "drill", "event": "drill",
}

// Each kind of block has beside it, in each language, the words for its examples. They come from the reference,
// and, for what a clock's silence may be, from the small agreement.
func TestExplainGolden(t *testing.T) {
	base, err := os.ReadFile("testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	lapse := compiledText(t, string(base))
	restrict := compiledText(t, strings.Replace(string(base), "silence = \"lapse\"\n", "silence = \"restrict\"\n    erases  = [\"matter\"]\n", 1))
	heard := map[string]bool{}
	text, err := os.ReadFile("../docs/language.md")
	if err != nil {
		t.Fatal(err)
	}
	c := newCompiler("docs/language.md", text)
	c.heard = func(b *body) { heard[b.block.Type] = true }
	c.run()
	files := map[string]bool{}
	silences := map[Silence]bool{}
	for _, lang := range Languages() {
		words := map[string]*bytes.Buffer{}
		say := func(list []Explanation, only string) {
			for _, e := range list {
				if only != "" && e.Rule != only {
					continue
				}
				if words[e.Rule] == nil {
					words[e.Rule] = &bytes.Buffer{}
				}
				fmt.Fprintf(words[e.Rule], "%s %s\n", e.Article, e.Name)
				for _, s := range e.Sentences {
					fmt.Fprintf(words[e.Rule], "  %s\n", s)
				}
				for _, s := range e.Conditions {
					fmt.Fprintf(words[e.Rule], "  = %s\n", s)
				}
			}
		}
		say(Explain(compiledText(t, string(text)), lang), "")
		say(Explain(lapse, lang), "clock")
		say(Explain(restrict, lang), "clock")
		for rule, b := range words {
			file := rule + "." + lang + ".txt"
			files[file] = true
			golden(t, filepath.Join("testdata/explain", file), b.Bytes())
		}
		for block := range heard {
			if words[block] == nil && words[saidIn[block]] == nil {
				t.Errorf("%s: no words for the block %s", lang, block)
			}
		}
	}
	for _, m := range []*Model{compiledText(t, string(text)), lapse, restrict} {
		for _, p := range m.Procedures {
			for _, k := range p.Clocks {
				silences[k.Silence] = true
			}
		}
	}
	if len(silences) != 7 {
		t.Errorf("only %d meanings of silence are shown", len(silences))
	}
	there, err := filepath.Glob("testdata/explain/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range there {
		if !files[filepath.Base(f)] {
			t.Errorf("%s shows no block that there is", f)
		}
	}
}

// unsaid are the members of the model that need no words, and why.
var unsaid = map[string]string{
	"format":   "it is the form of the file",
	"id":       "what has a title goes by it, and the name stands beside the words",
	"article":  "the words stand under it",
	"declared": "the words stand under it",
	"line":     "it is a place in the file",
	"key":      "it is a public key",
	"help":     "it stands beside the field in a form",
	"match":    "there is one way to compare",
	"prose":    "it stands beside the words",
	"affects":  "it follows from the record",
	"reads":    "it follows from the condition",
	"facts":    "it follows from the condition",
}

// isUnsaid says so of a member below a path: some names mean something else in another block.
func isUnsaid(path, name string) bool {
	switch {
	case strings.HasPrefix(path, "/articles/"):
		return unsaid[name] != "" || name == "title" || name == "number" // the heading, which the reader has before the words
	case name == "key" && strings.HasPrefix(path, "/registers/"), name == "facts" && strings.HasPrefix(path, "/expects/"), strings.HasSuffix(path, "/gives"):
		return false
	}
	return unsaid[name] != ""
}

// A lawyer holds the words against the prose, so that nothing may go unsaid: whatever is changed in the model changes
// the words. Every leaf of the model is changed in turn.
func TestExplainLeavesNothingOut(t *testing.T) {
	m := referenceModel(t)
	var tree map[string]any
	if err := json.Unmarshal(m.Canonical(), &tree); err != nil {
		t.Fatal(err)
	}
	words := func(m *Model, lang string) string { return allWords(Explain(m, lang)) }
	before := map[string]string{"en": words(m, "en"), "fr": words(m, "fr")}
	tried := 0
	var walk func(path string, v any, set func(any))
	try := func(path string, set func(any), was, now any) {
		set(now)
		defer set(was)
		changed := retold(t, m, tree, path)
		tried++
		lang := "en"
		if strings.HasSuffix(path, "/label/fr") {
			lang = "fr"
		}
		if partInWords(changed, lang, path) != partInWords(m, lang, path) {
			return // and with the part the whole
		}
		if words(changed, lang) == before[lang] {
			t.Errorf("%s: %v becomes %v, and the words stay", path, was, now)
		}
	}
	walk = func(path string, v any, set func(any)) {
		switch x := v.(type) {
		case map[string]any:
			for _, k := range sortedKeys(x) {
				if !isUnsaid(path, k) {
					walk(path+"/"+k, x[k], func(n any) { x[k] = n })
				}
			}
		case []any:
			for i := range x {
				walk(fmt.Sprintf("%s/%d", path, i), x[i], func(n any) { x[i] = n })
			}
			if len(x) > 0 {
				try(path, set, v, x[1:])
			}
		case bool:
			try(path, set, v, !x)
		case float64:
			try(path, set, v, x+1)
		case string:
			now := x + "x"
			if _, err := ParsePeriod(x); err == nil {
				now = "PT77H"
			} else if _, err := ParseDate(x); err == nil {
				now = "2031-07-07"
			}
			try(path, set, v, now)
		}
	}
	walk("", tree, nil)
	if tried < 1500 {
		t.Errorf("only %d changes were tried", tried)
	}
	for _, name := range topMembers() {
		if tree[name] == nil && unsaid[name] == "" {
			t.Errorf("the reference shows no %s", name)
		}
	}
}

func allWords(list []Explanation) string {
	var b strings.Builder
	for _, e := range list {
		b.WriteString(e.Text)
		b.WriteString(e.Prose)
	}
	return b.String()
}

// partInWords says the one block that a path leads into, "" where it is none of those that are many or long. It
// saves the words of all the others, which the change of most leaves does not touch.
func partInWords(m *Model, lang, path string) string {
	parts := strings.Split(path, "/")
	if len(parts) < 4 {
		return ""
	}
	i, err := strconv.Atoi(parts[2])
	if err != nil {
		return ""
	}
	e := &explainer{m: m, p: speak(lang), lang: lang}
	switch parts[1] {
	case "procedures":
		e.procedure(&m.Procedures[i])
	case "records":
		e.record(&m.Records[i])
	case "expects":
		e.expect(&m.Expects[i])
	case "indicators":
		e.indicator(&m.Indicators[i])
	case "risks":
		e.risk(&m.Risks[i])
	case "drills":
		e.drill(&m.Drills[i])
	case "calendars":
		e.calendar(&m.Calendars[i])
	case "declarations":
		e.declaration(&m.Declarations[i])
	}
	return allWords(e.out)
}

// topMembers are the members of a model, by their names in its JSON form.
func topMembers() []string {
	var out []string
	for i := range reflect.TypeFor[Model]().NumField() {
		if f := reflect.TypeFor[Model]().Field(i); f.IsExported() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			out = append(out, name)
		}
	}
	return out
}

// retold gives the model of a tree in which something was changed below a path. What is below one member of a list
// is read alone, since there are many changes and the whole is large.
func retold(t *testing.T, m *Model, tree map[string]any, path string) *Model {
	t.Helper()
	read := func(from, to any) {
		b, err := json.Marshal(from)
		if err == nil {
			err = json.Unmarshal(b, to)
		}
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
	}
	changed := &Model{}
	parts := strings.Split(path, "/")
	list, ok := tree[parts[1]].([]any)
	if !ok || len(parts) < 4 {
		read(tree, changed)
		changed.Build()
		return changed
	}
	*changed = *m
	at, err := strconv.Atoi(parts[2])
	if err != nil {
		t.Fatal(err)
	}
	member := reflect.ValueOf(changed).Elem().Field(slices.Index(topMembers(), parts[1]))
	others := reflect.MakeSlice(member.Type(), member.Len(), member.Len())
	reflect.Copy(others, member)
	others.Index(at).SetZero()
	member.Set(others)
	read(list[at], others.Index(at).Addr().Interface())
	changed.Build()
	return changed
}

// What a broken reference leads to is named by its own name: words never fail.
func TestExplainOfNothing(t *testing.T) {
	m := &Model{
		Articles: []Clause{{Number: "1"}}, Starts: Date{2026, 1, 1}, Prevails: "prose", Declared: "1",
		Registers:  []Register{{Record: "none", Key: []FieldID{"a"}, Queries: []Query{{By: []RoleID{"r"}, Purpose: []PurposeID{"p"}, On: []FieldID{"a"}, Opens: "x"}}}},
		Roles:      []Role{{ID: "r", Held: []PartyID{"nobody"}, Enrolled: "none"}},
		Procedures: []Procedure{{Steps: []Step{{Requires: []AssessmentID{"a"}, OtherThan: []StepID{"s"}, Pauses: []ClockID{"k"}, Adds: "r", When: Condition{Source: "case.a == 'b'"}}}, Clocks: []Clock{{Silence: SilenceProceed, Takes: "s"}}, Shares: []Share{{Purpose: "p"}}}},
		Expects:    []Expect{{Procedure: "none", Given: []Move{{Step: "s", Gives: map[FieldID]any{"f": nil}}}}},
	}
	for _, lang := range Languages() {
		if len(Explain(m, lang)) < 8 {
			t.Errorf("%s: too few words", lang)
		}
	}
}

// A page holds the prose beside the rules. Its golden files are the small agreement in each language.
func TestExplainPages(t *testing.T) {
	base, err := os.ReadFile("testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	m := compiledText(t, string(base))
	for _, lang := range Languages() {
		golden(t, "testdata/explain/page."+lang+".md", ExplainMarkdown(m, lang, ""))
		html, err := ExplainHTML(m, lang, "")
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "testdata/explain/page."+lang+".html", html)
		dir := `dir="ltr"`
		if lang == "ar" {
			dir = `dir="rtl"`
		}
		if !strings.Contains(string(html), `<html lang="`+lang+`" `+dir+`>`) {
			t.Errorf("%s: the page does not say its language and direction", lang)
		}
	}
	one, err := ExplainHTML(m, "en", "3")
	if err != nil || strings.Contains(string(one), `id="a2"`) || !strings.Contains(string(one), `id="a3"`) {
		t.Errorf("one article alone: %v\n%s", err, one)
	}
}

// What an agreement says stays words: no mark of it is read as HTML or Markdown, and nothing is loaded.
func TestExplainPagesEscape(t *testing.T) {
	base, err := os.ReadFile("testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer(
		`title      = "A small agreement"`, `title      = "<script>alert(1)</script> & *x*"`,
		`title = "Justice"`, `title = "1. <img src=x> [a](javascript:b)"`,
		"Two Parties agree.", "Two <script>alert(2)</script> Parties [agree](javascript:alert(3)).",
		"## Article 2 — Requests", "## Article 2 — <b>Requests</b>",
	).Replace(string(base))
	m := compiledText(t, text)
	html, err := ExplainHTML(m, "en", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script", "<img", "javascript:alert", "<b>", `href="javascript`} {
		if strings.Contains(string(html), bad) {
			t.Errorf("the page holds %s", bad)
		}
	}
	md := string(ExplainMarkdown(m, "en", ""))
	for _, want := range []string{`# \<script\>alert(1)\</script\> \& \*x\*`, `## Article 2 — \<b\>Requests\</b\>`, `“1. \<img src=x\> \[a\](javascript:b)”`} {
		if !strings.Contains(md, want) {
			t.Errorf("the Markdown lacks %s:\n%s", want, md)
		}
	}
	if got := markdown("1. one\n- two"); got != `1\. one - two` {
		t.Errorf("got %s", got)
	}
	if got := markdown("- x"); got != `\- x` {
		t.Errorf("got %s", got)
	}
}
