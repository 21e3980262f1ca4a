package web

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
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
	"":   {"product", "document", "field.row", "value.file", "value.point", "role.of"},
	"fr": {"article", "menu", "col.article", "col.articles", "col.parties", "agreement.version", "agreement.articles", "agreement.signatures", "field.lat", "field.lon", "audit.heading", "problem.code", "span.minutes"},
	"es": {"size.b"},
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

// slip is a mark that a language does not set so.
type slip struct {
	form *regexp.Regexp
	says string
}

func slips(pairs ...string) []slip {
	out := make([]slip, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		out = append(out, slip{regexp.MustCompile(pairs[i]), pairs[i+1]})
	}
	return out
}

// typography is what no message of a language may hold.
var typography = map[string][]slip{
	"": slips(
		`["'`+"`"+`]`, "a quotation mark of a typewriter",
		`\.\.\.`, "three full stops for an ellipsis",
		`[ \x{a0}\x{202f}]{2,}`, "two spaces",
		`\x{2019}\x{2019}`, "two apostrophes",
	),
	"ar": slips(`[,;?]`, "a mark that Arabic writes otherwise (، ؛ ؟)", `[“”]`, "quotation marks that are not «»"),
	"en": slips(`[«»]`, "quotation marks that are not “”", ` [:;?!,.]`, "a space before a mark"),
	"es": slips(
		`[“”]`, "quotation marks that are not «»", ` [:;?!,.]`, "a space before a mark",
		`^[^¿]*\?`, "a question without ¿", `^[^¡]*!`, "an exclamation without ¡",
		`\d%|[ ]%`, "a sign of percent without its no-break space",
	),
	"fr": slips(
		`[“”]`, "quotation marks that are not «»",
		`[^\x{202f}\d][:;?!»%]`, "a mark without its narrow no-break space",
		`«[^\x{202f}]`, "a quotation without its narrow no-break space",
		` [,.]`, "a space before a mark",
	),
	"ru": slips(
		`[“”]`, "quotation marks that are not «»", ` [:;?!,.]`, "a space before a mark",
		` —`, "a dash that may begin a line", `[ \d}]%`, "a sign of percent without its no-break space",
		`(?:^|[^\p{L}])(?:вы|вас|вам|вами|ваш[а-я]*)(?:[^\p{L}]|$)`, "a small letter where a person is addressed",
	),
	"zh": slips(
		`\p{Han}[,;:?!()]|[,;:?!()]\p{Han}|\p{Han}\.`, "a mark that Chinese writes in full width",
		`[«»]`, "quotation marks that are not “”", `\p{Han} +\p{Han}`, "a space between characters",
		`[，。；：？！、] `, "a space after a full-width mark",
		`你`, "a familiar address",
	),
}

// isolated is what another language's letters stand in: its marks are its own.
var isolated = regexp.MustCompile("\u2068[^\u2069]*\u2069")

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
				held := isolated.ReplaceAllString(text, "\u2068\u2069")
				for _, s := range append(slices.Clone(typography[""]), typography[l.Code]...) {
					if found := s.form.FindString(held); found != "" && key != "value.point" {
						t.Errorf("%s: %q has %s: %q in %q", l.Code, key, s.says, found, text)
					}
				}
				if open := strings.HasPrefix(key, "list."); !open && strings.TrimSpace(text) != text {
					t.Errorf("%s: %q begins or ends with a space", l.Code, key)
				}
				if l.Dir == "rtl" && strings.IndexFunc(placeForm.ReplaceAllString(held, ""), func(r rune) bool { return unicode.Is(unicode.Latin, r) }) >= 0 && !slices.Contains(latinBare, key) {
					t.Errorf("%s: %q has Latin letters that are not isolated: %q", l.Code, key, text)
				}
			}
		}
	}
}

// latinBare are the messages that are a Latin name and nothing else, or where nothing stands that it could turn about.
var latinBare = []string{"product", "document", "agreement.text", "agreement.text.whole", "agreement.model.whole"}
