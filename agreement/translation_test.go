package agreement

import (
	"os"
	"strings"
	"testing"
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
