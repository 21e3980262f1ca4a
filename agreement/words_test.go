package agreement

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

// Another language is another catalogue: it has the phrases and placeholders of the English one, no fewer and no
// more.
func TestCatalogues(t *testing.T) {
	if got, want := strings.Join(Languages(), " "), "ar en es fr ru zh"; got != want {
		t.Errorf("the languages are %s, want %s", got, want)
	}
	for lang, p := range languages {
		for key, words := range english.says {
			if p.says[key] == "" {
				t.Errorf("%s: %s is missing", lang, key)
				continue
			}
			want, have := placeholder.FindAllString(words, -1), placeholder.FindAllString(p.says[key], -1)
			slices.Sort(want)
			slices.Sort(have)
			if !slices.Equal(want, have) {
				t.Errorf("%s: %s has the placeholders %v, want %v", lang, key, have, want)
			}
			if rest := placeholder.ReplaceAllString(p.says[key], ""); strings.ContainsAny(rest, "{}") {
				t.Errorf("%s: %s has a brace that closes nothing", lang, key)
			}
		}
		for key := range p.says {
			if english.says[key] == "" {
				t.Errorf("%s: %s is not in English", lang, key)
			}
		}
		if p.join == nil || p.date == nil || p.yearly == nil || p.units == nil || slices.Contains(p.months[:], "") || p.quote[0] == "" || p.quote[1] == "" || p.and == "" || p.or == "" {
			t.Errorf("%s: the catalogue is not whole", lang)
		}
	}
	for _, s := range []Silence{SilenceProceed, SilenceLapse, SilenceSuspend, SilenceErase, SilenceExplain, SilenceRemain, SilenceRestrict} {
		if english.says["silence."+string(s)] == "" {
			t.Errorf("no words for silence = %s", s)
		}
	}
	for _, rule := range kinds {
		if english.says["block."+rule] == "" {
			t.Errorf("no words for the block %s", rule)
		}
	}
	for _, typ := range append(slices.Clone(scalars), "list", "record") {
		if english.says["type."+typ] == "" {
			t.Errorf("no words for the type %s", typ)
		}
	}
}

// Words of one language must not be left over in another: no catalogue but the English has an English phrase,
// and those that are not written in Latin letters have none of them outside what is isolated.
func TestCataloguesAreTranslated(t *testing.T) {
	same := map[string]bool{"cond.group": true, "act.details": true, "field": true, "diff.of": true}
	letters := regexp.MustCompile(`[A-Za-z]{2,}`)
	for lang, p := range languages {
		if lang == "en" {
			continue
		}
		for key, words := range p.says {
			bare := placeholder.ReplaceAllString(words, "")
			if words == english.says[key] && letters.MatchString(bare) && !same[key] && !cognates[lang+" "+key] {
				t.Errorf("%s: %s is what English says: %s", lang, key, words)
			}
			if (lang == "ru" || lang == "zh" || lang == "ar") && letters.MatchString(strings.NewReplacer("SHA-256", "", "UTC", "").Replace(bare)) {
				t.Errorf("%s: %s has Latin letters: %s", lang, key, words)
			}
		}
	}
}

// cognates are the same word in two languages.
var cognates = map[string]bool{"fr type.date": true, "es no": true, "fr page.article": true, "fr page.named": true, "fr agreement": true, "fr kind.organisation": true}

func TestPeriodsInWords(t *testing.T) {
	for source, want := range map[string]map[string]string{
		"P1D":             {"en": "1 day", "fr": "1 jour", "es": "1 día", "ru": "1 день", "zh": "1天", "ar": "يوم واحد"},
		"P2D":             {"en": "2 days", "fr": "2 jours", "es": "2 días", "ru": "2 дня", "zh": "2天", "ar": "يومين"},
		"P5D":             {"ru": "5 дней", "ar": "5 أيام"},
		"P10D":            {"ru": "10 дней", "ar": "10 أيام"},
		"P11D":            {"ru": "11 дней", "ar": "11 يوماً"},
		"P21D":            {"fr": "21 jours", "ru": "21 день", "ar": "21 يوماً"},
		"P22D":            {"ru": "22 дня"},
		"P100D":           {"ru": "100 дней", "ar": "100 يوم"},
		"P101D":           {"ru": "101 день", "ar": "101 يوم"},
		"P103D":           {"ru": "103 дня", "ar": "103 أيام"},
		"P111D":           {"ru": "111 дней", "ar": "111 يوماً"},
		"P1000D":          {"en": "1,000 days", "fr": "1\u202f000 jours", "ru": "1 000 дней", "zh": "1,000天", "ar": "1,000 يوم"},
		"P1M":             {"fr": "1 mois", "es": "1 mes", "ru": "1 месяц", "zh": "1个月", "ar": "شهر واحد"},
		"P1Y6M":           {"en": "1 year and 6 months", "fr": "1 an et 6 mois", "es": "1 año y 6 meses", "ru": "1 год и 6 месяцев", "zh": "1年6个月", "ar": "سنة واحدة و6 أشهر"},
		"P5Y":             {"ru": "5 лет", "ar": "5 سنوات"},
		"P2Y":             {"es": "2 años", "ru": "2 года", "ar": "سنتين"},
		"PT48H":           {"en": "48 hours", "ru": "48 часов", "zh": "48小时", "ar": "48 ساعة"},
		"PT15M":           {"zh": "15分钟", "ar": "15 دقيقة", "es": "15 minutos"},
		"PT2S":            {"ru": "2 секунды", "ar": "ثانيتين", "zh": "2秒"},
		"1 working day":   {"en": "1 working day", "fr": "1 jour ouvré", "ru": "1 рабочий день", "ar": "يوم عمل واحد"},
		"3 working days":  {"fr": "3 jours ouvrés", "es": "3 días hábiles", "ru": "3 рабочих дня", "zh": "3个工作日", "ar": "3 أيام عمل"},
		"20 working days": {"ru": "20 рабочих дней", "ar": "20 يوم عمل"},
		"P1DT2H30M":       {"en": "1 day, 2 hours and 30 minutes", "zh": "1天2小时30分钟", "ar": "يوم واحد وساعتين و30 دقيقة"},
		"P0D":             {"en": "no time at all", "zh": "零时限"},
	} {
		p, err := ParsePeriod(source)
		if err != nil {
			t.Fatal(err)
		}
		for lang, w := range want {
			if got := strings.ReplaceAll(p.InWords(lang), "\u00a0", " "); got != w {
				t.Errorf("%s in %s is %q, want %q", source, lang, got, w)
			}
		}
	}
}

func TestDatesAndLists(t *testing.T) {
	first, third := Date{2026, 3, 1}, Date{2026, 8, 3}
	for lang, want := range map[string][5]string{
		"en": {"1 March 2026", "3 August 2026", "a, b and c", "“x”", "1,234,567.5"},
		"fr": {"1er mars 2026", "3 août 2026", "a, b et c", "«\u00a0x\u00a0»", "1\u202f234\u202f567,5"},
		"es": {"1 de marzo de 2026", "3 de agosto de 2026", "a, b y c", "«x»", "1\u00a0234\u00a0567,5"},
		"ru": {"1 марта 2026 года", "3 августа 2026 года", "a, b и c", "«x»", "1\u00a0234\u00a0567,5"},
		"zh": {"2026年3月1日", "2026年8月3日", "a、b和c", "“x”", "1,234,567.5"},
		"ar": {"1 آذار/مارس 2026", "3 آب/أغسطس 2026", "a وb وc", "«\u2068x\u2069»", "1,234,567.5"},
	} {
		p := speak(lang)
		got := [5]string{p.day(first), p.day(third), p.list([]string{"a", "b", "c"}, p.and), p.quoted("x"), p.number(1234567.5)}
		if got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
		if p.list(nil, p.and) != "" || p.list([]string{"a"}, p.or) != "a" {
			t.Errorf("%s: a list of none or one is not what it should be", lang)
		}
	}
	if got := spanish.list([]string{"uno", "otro"}, spanish.or); got != "uno u otro" {
		t.Errorf("got %q", got)
	}
	if got := spanish.list([]string{"padre", "«hijo»"}, spanish.and); got != "padre e «hijo»" {
		t.Errorf("got %q", got)
	}
	if got := spanish.list([]string{"agua", "hielo"}, spanish.and); got != "agua y hielo" {
		t.Errorf("got %q", got)
	}
	if got := english.number(-0.25); got != "\u22120.25" {
		t.Errorf("got %q", got)
	}
}

// What an agreement says is set in as it stands, even where it looks like a placeholder; and words of the other
// direction are isolated.
func TestOwnWords(t *testing.T) {
	if got := english.say("act.gives", "label", "{value}", "value", "x"); got != "{value}: x" {
		t.Errorf("got %q", got)
	}
	for _, c := range []struct {
		p       *phrases
		s, want string
	}{
		{arabic, "Judge", "\u2068Judge\u2069"},
		{arabic, "Ярмарка", "\u2068Ярмарка\u2069"},
		{arabic, "قاضٍ", "قاضٍ"},
		{arabic, "2026", "2026"},
		{english, "قاضٍ", "\u2068قاضٍ\u2069"},
		{english, "Judge", "Judge"},
		{chinese, "Judge", "Judge"},
	} {
		if got := c.p.own(c.s); got != c.want {
			t.Errorf("%q gives %q", c.s, got)
		}
	}
}

// A sentence of the language stays as it is; words that run the other way, and stand in the open, are isolated.
func TestIsolate(t *testing.T) {
	for _, c := range []struct{ lang, s, want string }{
		{"ar", "Judge", "\u2068Judge\u2069"},
		{"ar", "\u2068Judge\u2069", "\u2068Judge\u2069"},
		{"ar", "\u2068Judge\u2069، و\u2068Clerk\u2069", "\u2068Judge\u2069، و\u2068Clerk\u2069"},
		{"ar", "القاضي Judge", "القاضي Judge"},
		{"ar", "12:30", "12:30"},
		{"en", "Judge", "Judge"},
		{"en", "قاضٍ", "\u2068قاضٍ\u2069"},
		{"xx", "Judge", "Judge"},
		{"ar", "", ""},
	} {
		if got := Isolate(c.lang, c.s); got != c.want {
			t.Errorf("%s: %q gives %q, want %q", c.lang, c.s, got, c.want)
		}
	}
}
