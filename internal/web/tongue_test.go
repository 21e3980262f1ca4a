package web

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/typography"
)

// Every language that is offered says everything that English says, in every plural form that CLDR
// knows of it and in no other; the places of a translation are those of the English.
func TestLanguagesKeepUp(t *testing.T) {
	cat, err := loadCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	if len(cat.list) != 6 {
		t.Fatalf("%d languages are offered, not six", len(cat.list))
	}
	for _, l := range cat.list {
		for key, en := range cat.english.messages {
			own, ok := l.messages[key]
			switch {
			case !ok || own.text == "" && own.forms == nil && key != "list.space":
				t.Errorf("%s lacks %q", l.Code, key)
			case (en.forms == nil) != (own.forms == nil):
				t.Errorf("%s: %q has plural forms in one language alone", l.Code, key)
			case own.forms != nil:
				keepsForms(t, l.Code, key, en, own)
			default:
				if got, want := places(own), places(en); !maps.Equal(got, want) {
					t.Errorf("%s: %q has the places %v, not %v", l.Code, key, got, want)
				}
			}
		}
		for key := range l.messages {
			if _, ok := cat.english.messages[key]; !ok {
				t.Errorf("%s has %q, which English lacks", l.Code, key)
			}
		}
	}
}

// keepsForms holds one plural against the forms that its language has.
func keepsForms(t *testing.T, code, key string, en, own message) {
	t.Helper()
	if got, want := slices.Sorted(maps.Keys(own.forms)), slices.Sorted(slices.Values(pluralForms[code])); !slices.Equal(got, want) {
		t.Errorf("%s: %q has the forms %v, not %v", code, key, got, want)
	}
	allowed := places(en)
	allowed["n"] = true // every plural is given its number
	numbered := func(text string) bool { return strings.Contains(text, "{n}") || strings.Contains(text, "{count}") }
	for form, text := range own.forms {
		for place := range places(message{text: text}) {
			if !allowed[place] {
				t.Errorf("%s: %q names the unknown place {%s}", code, key, place)
			}
		}
		// A form that stands for several numbers must say which of them it is.
		alone := form == "zero" || form == "two" || form == "one" && code != "ru"
		if !alone && numbered(own.forms["other"]) && !numbered(text) {
			t.Errorf("%s: %q does not say the number in the form %s", code, key, form)
		}
		if !alone && text == "" {
			t.Errorf("%s: %q is empty in the form %s", code, key, form)
		}
		for place := range places(en) {
			if place != "n" && place != "count" && !alone && !places(message{text: text})[place] {
				t.Errorf("%s: %q leaves out {%s} in the form %s", code, key, place, form)
			}
		}
	}
}

// same are the values that may be what they are in English: names, signs, patterns of places alone, and
// words that both languages write alike.
var same = map[string][]string{
	"":   {"settings.restore.cmd", "settings.doctor.cmd", "access.sign.cmd", "product", "document", "field.row", "value.file", "value.point", "role.of", "figures.json"},
	"fr": {"article", "menu", "col.article", "col.articles", "col.parties", "agreement.version", "agreement.articles", "agreement.signatures", "field.lat", "field.lon", "audit.heading", "problem.code", "span.minutes", "help.class.public.word", "decisions.version"},
	"es": {"size.b", "help.class.personal.word"},
}

// A translation that says what English says has been forgotten, or stands in the list above.
func TestTranslationsAreTranslated(t *testing.T) {
	cat, err := loadCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	word := regexp.MustCompile(`\p{L}{4,}`)
	for code, keys := range same {
		for _, key := range keys {
			if _, ok := cat.english.messages[key]; !ok {
				t.Errorf("%s: the list of what may be alike names %q, which is no message", code, key)
			}
		}
	}
	for _, l := range cat.list {
		for key, en := range cat.english.messages {
			if l == cat.english || slices.Contains(same[""], key) || slices.Contains(same[l.Code], key) {
				continue
			}
			texts := []string{en.text}
			for _, f := range en.forms {
				texts = append(texts, f)
			}
			own := []string{l.messages[key].text}
			for _, f := range l.messages[key].forms {
				own = append(own, f)
			}
			for _, text := range texts {
				if word.MatchString(placeForm.ReplaceAllString(text, "")) && slices.Contains(own, text) {
					t.Errorf("%s says %q in English: %q", l.Code, key, text)
				}
			}
		}
	}
}

// Each language sets its marks as it does.
func TestTypography(t *testing.T) {
	cat, err := loadCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range cat.list {
		for key, m := range l.messages {
			texts := []string{m.text}
			for _, f := range m.forms {
				texts = append(texts, f)
			}
			for _, text := range texts {
				if text == "" {
					continue
				}
				set := text
				if strings.HasPrefix(key, "list.") {
					set = strings.TrimSpace(text) // what joins brings its spaces along
				}
				if found := typography.Slips(l.Code, set); len(found) > 0 && key != "value.point" {
					t.Errorf("%s: %q has %q in %q", l.Code, key, found, text)
				}
				if l.Dir == "rtl" && typography.Bare(text) && !slices.Contains(latinBare, key) {
					t.Errorf("%s: %q has Latin letters that are not isolated: %q", l.Code, key, text)
				}
			}
		}
	}
}

// Every code of an error is said in every language, in English as spec/errors.json says it; a reader of
// another language reads the error's own words beneath, as what they are.
func TestRefusalsAreSaid(t *testing.T) {
	cat, err := loadCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile("../../spec/errors.json")
	if err != nil {
		t.Fatal(err)
	}
	var codes []struct{ Code, Meaning, Remedy string }
	if err := json.Unmarshal(b, &codes); err != nil || len(codes) == 0 {
		t.Fatal(err)
	}
	curly := strings.NewReplacer("'", "’")
	for _, c := range codes {
		for _, l := range cat.list {
			key := "fault." + c.Code
			if l.messages[key].text == "" || l.messages[key+".mend"].text == "" {
				t.Errorf("%s does not say what %s means and how it is mended", l.Code, c.Code)
			}
			if l == cat.english && (l.T(key) != curly.Replace(c.Meaning) || l.T(key+".mend") != curly.Replace(c.Remedy)) {
				t.Errorf("English says of %s what spec/errors.json does not", c.Code)
			}
		}
	}
	given := fault.Refuse(fault.WrongRole, "7", "a prosecutor may not authorise").Mend("let a judge take it")
	for _, l := range cat.list {
		q := (&page{Language: l}).problemOf("northgate", given)
		own := l == cat.english
		if own != (q.message == "A prosecutor may not authorise.") || own != (q.detail == "") || q.article.Number != "7" {
			t.Errorf("%s: %+v", l.Code, q)
		}
		if !own && (q.lang != "en" || q.detail != "A prosecutor may not authorise. Let a judge take it." || q.remedy != l.T("fault.wrong-role.mend")) {
			t.Errorf("%s: %+v", l.Code, q)
		}
		if q := (&page{Language: l}).problemOf("", errors.New("secret")); strings.Contains(q.message+q.remedy+q.detail, "secret") {
			t.Errorf("%s tells what nobody may know: %+v", l.Code, q)
		}
		if q := (&page{Language: l}).problemOf("", fault.New(fault.StoreFull, "the disk is full")); q.detail != "" {
			t.Errorf("%s: the words of the node add nothing here: %+v", l.Code, q)
		}
	}
	p := &page{Language: cat.find("fr")}
	if q := p.problemOf("", p.refused(fault.NotFound, "page")); q.message != "Il n’y a aucune page à cette adresse." || q.detail != "" {
		t.Errorf("%+v", q)
	}
}

// Every code that an audit may find is said in every language, and so is what no audit can know; both are
// read from where the auditor has them.
func TestFindingsAreSaid(t *testing.T) {
	cat, err := loadCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	codes := regexp.MustCompile(`fault\.Code = "([a-z-]+)"`)
	source, err := os.ReadFile("../../audit/finding.go")
	if err != nil {
		t.Fatal(err)
	}
	all := codes.FindAllStringSubmatch(string(source), -1)
	if len(all) < 20 {
		t.Fatalf("only %d codes are found", len(all))
	}
	for _, m := range all {
		for _, l := range cat.list {
			if l.messages["finding."+m[1]].text == "" {
				t.Errorf("%s does not say what %s is", l.Code, m[1])
			}
		}
	}
	report, err := os.ReadFile("../../audit/report.go")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(report), "var limits = []string{")
	list, _, _ = strings.Cut(list, "\n}")
	limits := regexp.MustCompile(`"(.*)",`).FindAllStringSubmatch(list, -1)
	if len(limits) == 0 {
		t.Fatal("no limits are found")
	}
	fr := &page{Language: cat.find("fr")}
	for i, m := range limits {
		if got := cat.english.T("limit." + strconv.Itoa(i+1)); got != strings.ReplaceAll(m[1], "'", "’") {
			t.Errorf("English says %q, the auditor %q", got, m[1])
		}
		if fr.limit(i, m[1]) != fr.T("limit."+strconv.Itoa(i+1)) {
			t.Errorf("the limit %q is not said in French", m[1])
		}
	}
	if fr.limit(0, "something else") != "something else" || cat.english.Has("limit."+strconv.Itoa(len(limits)+1)) {
		t.Error("a limit is said that the auditor does not have")
	}
	q := fr.finding(AuditFinding{Code: "short-log", Message: "the log of belmark lacks 3 leaves"})
	if q.message != fr.T("finding.short-log") || q.detail != "The log of belmark lacks 3 leaves." {
		t.Errorf("%+v", q)
	}
	if q := (&page{Language: cat.english}).finding(AuditFinding{Code: "short-log", Message: "the log lacks 3 leaves"}); q.message != "The log lacks 3 leaves." || q.detail != "" {
		t.Errorf("%+v", q)
	}
}

// latinBare are the messages that are a Latin name and nothing else, or where nothing stands that it could turn about.
var latinBare = []string{"product", "document", "agreement.text", "agreement.text.whole", "agreement.model.whole"}
