package agreement

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

func small(t *testing.T, change ...string) *Model {
	t.Helper()
	text, err := os.ReadFile("testdata/translation/small.md")
	if err != nil {
		t.Fatal(err)
	}
	m, fs := Compile("small.md", []byte(strings.NewReplacer(change...).Replace(string(text))))
	if m == nil {
		t.Fatal(fs)
	}
	return m
}

func inLanguage(t *testing.T, lang string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/translation/" + TranslationName("small.md", lang))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTranslationSaysTheSame(t *testing.T) {
	m := small(t)
	before := m.Hash()
	for lang, want := range map[string][]string{
		"fr": {"« Greffier » du côté « demandeur »", "caduque", "« Objet »", "la personne concernée", "« besoin » ou « danger »", "Article 2 — Demandes"},
		"ar": {"كاتب", "الموضوع", "الشخص المعني", "حاجة", "الطلبات"},
	} {
		tr, fs := Translate(m, lang, "small."+lang+".md", []byte(inLanguage(t, lang)))
		if tr == nil || len(fs) > 0 {
			t.Fatalf("%s: %s", lang, fs)
		}
		page := ""
		for _, c := range tr.Model().Articles {
			page += ArticleInWords(c, lang) + "\n" + strings.Join(c.Prose, "\n") + "\n"
		}
		for _, x := range Explain(tr.Model(), lang) {
			page += x.Text + "\n"
		}
		page = strings.NewReplacer("\u2068", "", "\u2069", "", "\u00a0", " ", "\u202f", " ").Replace(page)
		for _, w := range want {
			if !strings.Contains(strings.ToLower(page), strings.ToLower(w)) {
				t.Errorf("%s: nothing says %q in\n%s", lang, w, page)
			}
		}
		if strings.Contains(page, "Clerk") || strings.Contains(page, "Matter") || strings.Contains(page, "asked") {
			t.Errorf("%s: words of the agreement's own language are left:\n%s", lang, page)
		}
	}
	if m.Hash() != before || m.Record("request").Fields[0].Label["fr"] != "" || m.Role("clerk").Title != "Clerk" {
		t.Error("the agreement itself changed")
	}
}

// An example that gives an assessment says its questions and answers, in a translation in its words.
func TestTranslationOfAnswers(t *testing.T) {
	m := small(t, `procedure "request" {`, `assessment "care" {
  title = "Care"

  question "harm" {
    text    = "May it do harm?"
    answers = ["no", "yes"]
    blocks  = ["yes"]
  }
}

procedure "request" {`, `    when = "case.weight > 1.0"`, `    when     = "case.weight > 1.0"
    requires = [assessment.care]`, `act "grant" { by = asked.judge }`, `act "grant" {
      by    = asked.judge
      gives = { assessment_care = { harm = "no" } }
    }`, `    fields  = ["matter", "weight"]`, `    fields  = ["matter", "weight", "assessment_care"]`)
	text := strings.Replace(inLanguage(t, "fr"), `procedure "request" {`, "assessment \"care\" {\n  title = \"Soin\"\n\n  question \"harm\" {\n    text    = \"Peut-il nuire ?\"\n    answers = [\"non\", \"oui\"]\n  }\n}\n\nprocedure \"request\" {", 1)
	tr, fs := Translate(m, "fr", "small.fr.md", []byte(text))
	if tr == nil || len(fs) > 0 {
		t.Fatal(fs)
	}
	for of, want := range map[*Model]string{m: "“May it do harm?”: “no”", tr.Model(): "« Peut-il nuire ? » : « non »"} {
		said, lang := "", "en"
		if of != m {
			lang = "fr"
		}
		for _, x := range Explain(of, lang) {
			if x.Rule == "expect" {
				said += strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(x.Text)
			}
		}
		if !strings.Contains(said, want) {
			t.Errorf("%s: nothing says %q in\n%s", lang, want, said)
		}
	}
}

// Conditions and examples name choices and grounds in the agreement's own words, which nobody should read in a translation.
func TestTranslationOfChoicesAndGrounds(t *testing.T) {
	m := small(t, `  field "weight" {
    type  = "number"`, `  field "kind" {
    type    = "choice"
    choices = ["urgent", "ordinary"]
    class   = "official"
    label   = "Kind"
  }

  field "weight" {
    type  = "number"`, `gives = ["matter", "weight"]`, `gives = ["matter", "kind", "weight"]`, `fields  = ["matter", "weight"]`, `fields  = ["matter", "kind", "weight"]`,
		`when = "case.weight > 1.0"`, `when = "case.kind == 'urgent' || case.kind in ['ordinary', 'urgent']"`,
		`gives = { weight = 2.5 }`, "ground = \"danger\"\n      gives = { kind = \"urgent\" }")
	text := strings.Replace(inLanguage(t, "fr"), `  field "weight" {`, "  field \"kind\" {\n    label   = \"Nature\"\n    choices = [\"pressant\", \"courant\"]\n  }\n\n  field \"weight\" {", 1)
	tr, fs := Translate(m, "fr", "small.fr.md", []byte(text))
	if tr == nil || len(fs) > 0 {
		t.Fatal(fs)
	}
	said := map[string]string{}
	for _, x := range Explain(tr.Model(), "fr") {
		said[x.Rule] += strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(x.Text)
	}
	for rule, want := range map[string][]string{"step": {"« pressant »", "« courant »"}, "expect": {"« Nature » : « pressant »", "« danger »"}} {
		for _, w := range want {
			if !strings.Contains(said[rule], w) {
				t.Errorf("no %s says %q in\n%s", rule, w, said[rule])
			}
		}
	}
	for rule, s := range said {
		if strings.Contains(s, "urgent") || strings.Contains(s, "ordinary") {
			t.Errorf("%s: words of the agreement's own language are left: %s", rule, s)
		}
	}
}

func TestTranslationIsHeldAgainstTheAgreement(t *testing.T) {
	for name, c := range map[string]struct {
		was, now string
		code     FindingCode
		says     string
	}{
		"other length":    {"cinq jours", "six jours", CodeTranslationDiffers, "says 6 working days, and the agreement does not"},
		"a unit":          {"cinq jours ouvrables", "cinq jours", CodeTranslationDiffers, "says 5 working days, and the translation does not"},
		"article missing": {"## Article 3 — Registre", "## Registre", CodeTranslation, "Article 3 is missing"},
		"article more":    {"## Article 3", "## Article 4", CodeTranslation, "no Article 4"},
		"a paragraph":     {"\n\nLa personne", "\nLa personne", CodeTranslation, "1 paragraph"},
		"untitled":        {"## Article 3 — Registre", "## Article 3", CodeTranslationMissing, "has no title"},
		"label missing":   {"    label = \"Objet\"\n", "", CodeTranslationMissing, "record.request, field.matter: there is no translation of label"},
		"side missing":    {"  side \"asking\" { title = \"demandeur\" }\n", "", CodeTranslationMissing, "side.asking"},
		"no such block":   {`field "matter"`, `field "mater"`, CodeTranslation, "no such block"},
		"a rule":          {`side "asking" { title = "demandeur" }`, `side "asking" { other = "x" }`, CodeTranslation, "no word that could be said"},
		"fewer grounds":   {`["besoin", "danger"]`, `["besoin"]`, CodeTranslation, "as many words"},
		"twice":           {`record "item" {`, "record \"item\" { title = \"Chose\" }\n\nrecord \"item\" {", CodeTranslation, "said twice"},
		"empty":           {`title = "Juge"`, `title = ""`, CodeAttrType, "must be text"},
		"not text":        {`title = "Juge"`, `title = 5`, CodeAttrType, "must be text"},
		"nothing to say":  {`label = "Objet"`, "label = \"Objet\"\n    help = \"Aide\"", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			text := inLanguage(t, "fr")
			if !strings.Contains(text, c.was) {
				t.Fatalf("the translation does not say %q", c.was)
			}
			tr, fs := Translate(small(t), "fr", "small.fr.md", []byte(strings.Replace(text, c.was, c.now, 1)))
			if c.code == "" {
				if tr == nil || len(fs) > 0 {
					t.Fatal(fs)
				}
				return
			}
			for _, f := range fs {
				if f.Code == c.code && strings.Contains(f.Message, c.says) {
					if (tr == nil) != fs.Failed() {
						t.Error("a translation with an error was taken, or one without refused")
					}
					return
				}
			}
			t.Errorf("found %s, want %s: %q", fs, c.code, c.says)
		})
	}
}

// A part has its translation in a part of its own, which takes the numbers that the part has in this text.
func TestTranslationHasParts(t *testing.T) {
	including := func(path string) string { return "\n```hcl\ninclude \"" + path + "\" {\n  article = 4\n}\n```\n" }
	text, err := os.ReadFile("testdata/translation/small.md")
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{
		"small.md":            {Data: append(text, including("common/leave.md")...)},
		"small.fr.md":         {Data: []byte(inLanguage(t, "fr") + including("common/leave.fr.md"))},
		"common/leave.md":     {Data: []byte("## Article A — Leave\n\nLeave under Article A is asked for within five days, and under Article B not at all.\n\n## Article B — Rest\n\nArticles A and B rest.\n")},
		"common/leave.fr.md":  {Data: []byte("## Article A — Congé\n\nLe congé prévu à l'article A se demande dans les cinq jours, celui de l'article B jamais.\n\n## Article B — Repos\n\nLes articles A et B reposent.\n")},
		"common/leave.bad.md": {Data: []byte("## Article A — Congé\n\nDans les cinq jours.\n\n## Article B — Repos\n\nReposent.\n\nEncore.\n")},
	}
	_, m, fs, err := Open(folder, "small.md", "models/small.md")
	if err != nil || m == nil {
		t.Fatal(fs, err)
	}
	tr, fs, err := OpenTranslation(folder, "small.md", "models/small.md", m, "fr")
	if err != nil || tr == nil || len(fs) > 0 {
		t.Fatal(fs, err)
	}
	for article, want := range map[Article]string{"4": "Le congé prévu à l'article 4 se demande dans les cinq jours, celui de l'article 5 jamais.", "5": "Les articles 4 et 5 reposent."} {
		if got := tr.Model().Clause(article).Prose; len(got) != 1 || got[0] != want {
			t.Errorf("Article %s says %q, want %q", article, got, want)
		}
	}
	if tr, fs, err := OpenTranslation(folder, "small.md", "models/small.md", m, "ar"); tr != nil || len(fs) > 0 || err != nil {
		t.Errorf("a translation that is not there: %v %v %v", tr, fs, err)
	}
	// What is wrong with a part's translation stands where somebody can mend it.
	folder["small.fr.md"] = &fstest.MapFile{Data: []byte(inLanguage(t, "fr") + including("common/leave.bad.md"))}
	_, fs, err = OpenTranslation(folder, "small.md", "models/small.md", m, "fr")
	if err != nil || len(fs) != 1 || fs[0].Code != CodeTranslation || fs[0].File != "models/common/leave.bad.md" || fs[0].Line != 5 {
		t.Errorf("found %v %v", fs, err)
	}
	folder["small.fr.md"] = &fstest.MapFile{Data: []byte(inLanguage(t, "fr") + including("common/absent.fr.md"))}
	if tr, fs, err := OpenTranslation(folder, "small.md", "models/small.md", m, "fr"); err != nil || tr != nil || len(fs) != 1 || fs[0].Code != CodeInclude {
		t.Errorf("found %v %v", fs, err)
	}
}

func TestTranslationOf(t *testing.T) {
	for name, want := range map[string]string{
		"border.fr.md": "border.md fr", "models/border.ar.md": "models/border.md ar", "border.md": " ", ".fr.md": " ", "README.md": " ", "border.fr.txt": " ", "mine.ban.md": " ",
	} {
		text, language, ok := TranslationOf(name)
		if text+" "+language != want || ok != (text != "") {
			t.Errorf("%s is a translation of %q into %q", name, text, language)
		}
	}
	if text, language, _ := TranslationOf(TranslationName("x/y.md", "zh")); text != "x/y.md" || language != "zh" {
		t.Errorf("the name of a translation reads as %q in %q", text, language)
	}
}

func TestTranslationIsBound(t *testing.T) {
	text := inLanguage(t, "fr")
	if _, fs := Translate(small(t, `authentic  = ["en"]`, `authentic  = ["en", "fr"]`), "fr", "small.fr.md", []byte(text)); len(fs) != 1 || fs[0].Code != CodeTranslationUnbound {
		t.Errorf("an authentic translation that nobody signed: %s", fs)
	}
	bound := small(t, `authentic  = ["en"]`, "authentic  = [\"en\", \"fr\"]\n  translations = { fr = \""+hexHash([]byte(text))+"\" }")
	if tr, fs := Translate(bound, "fr", "small.fr.md", []byte(text)); tr == nil || !tr.Bound || len(fs) > 0 {
		t.Errorf("the translation that was signed: %s", fs)
	}
	if tr, fs := Translate(bound, "fr", "small.fr.md", []byte(strings.Replace(text, "danger", "péril", 1))); tr != nil || fs[0].Code != CodeTranslationHash {
		t.Errorf("another translation than the one that was signed: %s", fs)
	}
	if _, fs := Translate(small(t), "es", "small.es.md", []byte(text)); !fs.Failed() {
		t.Error("a translation into a language that the agreement does not have")
	}
	said := false
	for _, x := range Explain(bound, "en") {
		said = said || strings.Contains(x.Text, "Translations that are signed with it: French")
	}
	if !said {
		t.Error("nothing says that a translation is signed")
	}
}

// A side is called as its own procedure calls it, also where another has one of the same name.
func TestSidesAreCalledAsTheirProcedureCallsThem(t *testing.T) {
	const protest = `procedure "protest" {
  title  = "Protest"
  record = record.request
  home   = side.asking

  side "asking" {
    any = [party.a, party.b]
  }

  state "made" {
    title = "Made"
    final = true
  }

  step "make" {
    title = "Protest"
    by    = [asking.clerk]
    to    = "made"
    gives = ["matter"]
  }
}

register "items" {`
	m := small(t, `register "items" {`, protest)
	words := `procedure "protest" {
  title = "Protestation"

  side "asking" { title = "protestataire" }
  state "made" { title = "Faite" }
  step "make" { title = "Protester" }
}

register "items" {`
	tr, fs := Translate(m, "fr", "small.fr.md", []byte(strings.Replace(inLanguage(t, "fr"), `register "items" {`, words, 1)))
	if tr == nil || len(fs) > 0 {
		t.Fatal(fs)
	}
	said := map[string]string{}
	for _, x := range Explain(tr.Model(), "fr") {
		said[x.Rule+" "+x.Name] = x.Text
	}
	for rule, side := range map[string]string{"step request.ask": "demandeur", "step protest.make": "protestataire"} {
		if !strings.Contains(said[rule], side) {
			t.Errorf("%s: nothing says %q in %q", rule, side, said[rule])
		}
	}
	if tr.Model().Called("request", "side", "asking") != "demandeur" || tr.Model().Called("protest", "side", "asking") != "protestataire" {
		t.Error("two sides of one name are called alike")
	}
}

func TestTheTimeOfAnActorIsNoWord(t *testing.T) {
	const drill = `drill "week" {
  title = "A week"
  lasts = "P7D"

  actor "clerks" {
    role    = role.clerk
    answers = "P1D"
  }

  load "requests" {
    procedure = procedure.request
    count     = 1
    every     = "P2D"
  }
}

register "items" {`
	m := small(t, `register "items" {`, drill)
	said := strings.Replace(inLanguage(t, "fr"), `register "items" {`, "drill \"week\" {\n  title = \"Une semaine\"\n}\n\nregister \"items\" {", 1)
	if tr, fs := Translate(m, "fr", "small.fr.md", []byte(said)); tr == nil || len(fs) > 0 {
		t.Errorf("a translation without the time in which an actor answers: %s", fs)
	}
	said = strings.Replace(said, "semaine\"\n", "semaine\"\n\n  actor \"clerks\" {\n    answers = \"P1D\"\n  }\n", 1)
	if _, fs := Translate(m, "fr", "small.fr.md", []byte(said)); !fs.Failed() || fs[0].Code != CodeTranslation {
		t.Errorf("a translation that states it: %s", fs)
	}
}

func TestTranslationsAreWellFormed(t *testing.T) {
	text, err := os.ReadFile("testdata/translation/small.md")
	if err != nil {
		t.Fatal(err)
	}
	for value, code := range map[string]FindingCode{`{ fr = "abc" }`: CodeValueForm, `{ es = "` + strings.Repeat("a", 64) + `" }`: CodeValueUnknown, `{ en = "` + strings.Repeat("a", 64) + `" }`: CodeValueUnknown} {
		_, fs := Compile("small.md", []byte(strings.Replace(string(text), `authentic  = ["en"]`, "authentic  = [\"en\"]\n  translations = "+value, 1)))
		if !fs.Failed() || fs[0].Code != code {
			t.Errorf("%s: %s", value, fs)
		}
	}
}

// Two procedures may have sides, duties to tell and times of keeping of one name, which a translation calls by other words.
func TestTranslationCallsBySurroundings(t *testing.T) {
	_, block, _ := strings.Cut(inLanguage(t, "fr"), "procedure \"request\" {")
	block, _, _ = strings.Cut(block, "\n}\n")
	again := strings.NewReplacer(`"demandeur"`, `"appelant"`, `"la personne concernée"`, `"l'intimé"`).Replace(block) + "\n\n  keep \"weighing\" { title = \"pesée\" }"
	text, err := os.ReadFile("testdata/translation/small.md")
	if err != nil {
		t.Fatal(err)
	}
	_, of, _ := strings.Cut(string(text), "procedure \"request\" {")
	of, _, _ = strings.Cut(of, "\n}\n")
	of += "\n\n  keep {\n    for   = \"P1Y\"\n    after = [\"granted\", \"lapsed\"]\n  }\n\n  keep \"weighing\" {\n    fields = [\"weight\"]\n    for    = \"P30D\"\n    after  = [\"granted\", \"lapsed\"]\n  }"
	m := small(t, "\n## Article 3", "\n```hcl\nprocedure \"appeal\" {"+of+"\n}\n```\n\n## Article 3")
	tr, fs := Translate(m, "fr", "small.fr.md", []byte(strings.Replace(inLanguage(t, "fr"), "\n## Article 3", "\n```hcl\nprocedure \"appeal\" {"+again+"\n}\n```\n\n## Article 3", 1)))
	if tr == nil || len(fs) > 0 {
		t.Fatal(fs)
	}
	said := map[string]string{}
	for _, x := range Explain(tr.Model(), "fr") {
		said[x.Rule+" "+x.Name] = x.Text
	}
	for rule, want := range map[string]string{
		"step request.ask": "« demandeur »", "step appeal.ask": "« appelant »",
		"notify request.the person concerned": "la personne concernée", "notify appeal.the person concerned": "l'intimé",
		"keep appeal.weighing": "pesée",
	} {
		if text := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(strings.ToLower(said[rule])); !strings.Contains(text, want) {
			t.Errorf("%s does not say %s: %s", rule, want, text)
		}
	}
}
