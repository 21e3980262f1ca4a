package web

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
)

// The plural forms of the six languages as CLDR 45 gives them, for the numbers by which they differ.
func TestPluralForms(t *testing.T) {
	numbers := []int{0, 1, 2, 3, 5, 11, 14, 21, 22, 100, 101, 103, 111, 1_000_000}
	for code, want := range map[string][]string{
		"ar": {"zero", "one", "two", "few", "few", "many", "many", "many", "many", "other", "other", "few", "many", "other"},
		"en": {"other", "one", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other"},
		"es": {"other", "one", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "many"},
		"fr": {"one", "one", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "many"},
		"ru": {"many", "one", "few", "few", "many", "many", "many", "one", "few", "many", "one", "few", "many", "many"},
		"zh": {"other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other", "other"},
	} {
		for i, n := range numbers {
			if got := pluralForm(code, n); got != want[i] {
				t.Errorf("%s: %d is %s, not %s", code, n, got, want[i])
			}
			if got := pluralForm(code, -n); got != want[i] {
				t.Errorf("%s: %d is %s, not %s", code, -n, got, want[i])
			}
		}
	}
}

func TestPluralsAreSaid(t *testing.T) {
	cat, err := loadCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	numbers := []int{1, 2, 3, 5, 11, 21, 100, 1_000_000}
	for code, want := range map[string][]string{
		"ar": {"قبل يوم واحد", "قبل يومين", "قبل 3 أيام", "قبل 5 أيام", "قبل 11 يوماً", "قبل 21 يوماً", "قبل 100 يوم", "قبل 1,000,000 يوم"},
		"en": {"1 day ago", "2 days ago", "3 days ago", "5 days ago", "11 days ago", "21 days ago", "100 days ago", "1,000,000 days ago"},
		"es": {"hace 1 día", "hace 2 días", "hace 3 días", "hace 5 días", "hace 11 días", "hace 21 días", "hace 100 días", "hace 1.000.000 de días"},
		"fr": {"il y a 1 jour", "il y a 2 jours", "il y a 3 jours", "il y a 5 jours", "il y a 11 jours", "il y a 21 jours", "il y a 100 jours", "il y a 1\u202f000\u202f000 de jours"},
		"ru": {"1 день назад", "2 дня назад", "3 дня назад", "5 дней назад", "11 дней назад", "21 день назад", "100 дней назад", "1\u00a0000\u00a0000 дней назад"},
		"zh": {"1天前", "2天前", "3天前", "5天前", "11天前", "21天前", "100天前", "1,000,000天前"},
	} {
		for i, n := range numbers {
			if got := cat.find(code).N("ago.days", n); got != want[i] {
				t.Errorf("%s: %d days ago: %q, not %q", code, n, got, want[i])
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	cat, err := loadCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]string{
		"ar": "0 999 1,000 12,345 1,234,567 0.5 1,234.50 94 %",
		"en": "0 999 1,000 12,345 1,234,567 0.5 1,234.50 94 %",
		"es": "0 999 1000 12.345 1.234.567 0,5 1234,50 94\u00a0%",
		"fr": "0 999 1\u202f000 12\u202f345 1\u202f234\u202f567 0,5 1\u202f234,50 94\u202f%",
		"ru": "0 999 1\u00a0000 12\u00a0345 1\u00a0234\u00a0567 0,5 1\u00a0234,50 94\u00a0%",
		"zh": "0 999 1,000 12,345 1,234,567 0.5 1,234.50 94%",
	} {
		l := cat.find(code)
		got := fmt.Sprint(l.Num(0), " ", l.Num(999), " ", l.Num(1000), " ", l.Num(12345), " ", l.Num(1234567), " ", l.Decimal(0.5, 1), " ", l.Decimal(1234.5, 2), " ", l.Percent(94, 0))
		if got != want {
			t.Errorf("%s: %q, not %q", code, got, want)
		}
	}
	if got := cat.english.Decimal(-1234.5, 1); got != "\u22121,234.5" {
		t.Errorf("below nothing: %q", got)
	}
}

// What a field holds is written as the language writes it, and nothing is lost of it.
func TestValuesAreWritten(t *testing.T) {
	field := func(t agreement.Type) *agreement.Field { return &agreement.Field{ID: "x", Type: t} }
	amount := Value{Field: field(agreement.TypeAmount), Value: map[string]any{"value": "1234567.50", "currency": "EUR"}}
	weight := Value{Field: field(agreement.TypeQuantity), Value: map[string]any{"value": "-0.125", "unit": "kg"}}
	date := Value{Field: field(agreement.TypeDate), Value: "2026-05-01"}
	list := Value{Field: &agreement.Field{ID: "x", Type: agreement.TypeList, Of: agreement.TypeYesNo}, Value: []any{true, false}}
	odd := Value{Field: field(agreement.TypeNumber), Value: "about 1200"}
	for code, want := range map[string]string{
		"ar": "1,234,567.50\u00a0EUR|\u22120.125\u00a0kg|1 مايو 2026|نعم؛ لا|about 1200|12,345",
		"en": "1,234,567.50\u00a0EUR|\u22120.125\u00a0kg|1 May 2026|Yes; No|about 1200|12,345",
		"es": "1.234.567,50\u00a0EUR|\u22120,125\u00a0kg|1 de mayo de 2026|Sí; No|about 1200|12.345",
		"fr": "1\u202f234\u202f567,50\u00a0EUR|\u22120,125\u00a0kg|1er mai 2026|Oui\u202f; Non|about 1200|12\u202f345",
		"ru": "1\u00a0234\u00a0567,50\u00a0EUR|\u22120,125\u00a0kg|1 мая 2026 года|Да; Нет|about 1200|12\u00a0345",
		"zh": "1,234,567.50\u00a0EUR|\u22120.125\u00a0kg|2026年5月1日|是；否|about 1200|12,345",
	} {
		var got []string
		for _, v := range []Value{amount, weight, date, list, odd} {
			got = append(got, ValueIn(code, time.UTC, v))
		}
		got = append(got, NumberIn(code, 12345))
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s: %q, not %q", code, s, want)
		}
	}
	if ValueIn("tlh", time.UTC, date) != "1 May 2026" {
		t.Error("a language that is not there is not English")
	}
}

// Dates in the order, the case and the capitals of each language.
func TestDates(t *testing.T) {
	cat, err := loadCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	zone := time.FixedZone("UTC+2", 2*3600)
	now := time.Date(2026, 11, 23, 9, 40, 0, 0, zone)
	for code, want := range map[string][]string{
		"ar": {"الاثنين 23 نوفمبر 2026، الساعة 09:40", "1 مايو 2027", "السبت 1 مايو، 06:05 (2027)", "غداً، الساعة 06:00", "4 أيام و9 ساعات", "بعد 4 أيام", "بعد دقيقتين", "قبل ساعتين", "الآن", "أ، ب وج"},
		"en": {"Monday 23 November 2026, 09:40", "1 May 2027", "Sat 1 May, 06:05 (2027)", "tomorrow, 06:00", "4 days 9 hours", "in 4 days", "in 2 minutes", "2 hours ago", "just now", "a, b and c"},
		"es": {"lunes, 23 de noviembre de 2026, 09:40", "1 de mayo de 2027", "sáb, 1 may, 06:05 (2027)", "mañana, 06:00", "4 días y 9 horas", "dentro de 4 días", "dentro de 2 minutos", "hace 2 horas", "ahora mismo", "a, b y c"},
		"fr": {"lundi 23 novembre 2026 à 09:40", "1er mai 2027", "sam. 1er mai, 06:05 (2027)", "demain à 06:00", "4 jours 9 heures", "dans 4 jours", "dans 2 minutes", "il y a 2 heures", "à l’instant", "a, b et c"},
		"ru": {"понедельник, 23 ноября 2026 года, 09:40", "1 мая 2027 года", "сб, 1 мая, 06:05 (2027)", "завтра, 06:00", "4 дня 9 часов", "через 4 дня", "через 2 минуты", "2 часа назад", "только что", "a, b и c"},
		"zh": {"2026年11月23日星期一 09:40", "2027年5月1日", "2027年5月1日周六 06:05", "明日 06:00", "4天9小时", "4天后", "2分钟后", "2小时前", "刚刚", "a、b和c"},
	} {
		p := &page{Language: cat.find(code), now: now, zone: zone}
		letters := []string{"a", "b", "c"}
		if p.Dir == "rtl" {
			letters = []string{"أ", "ب", "ج"}
		}
		later := time.Date(2027, 5, 1, 6, 5, 0, 0, zone)
		for i, got := range []string{
			p.instant(now), p.date(later), p.short(later), p.near(time.Date(2026, 11, 24, 6, 0, 0, 0, zone)),
			p.span(4*24*time.Hour + 9*time.Hour + 59*time.Minute), p.ago(now.Add(4*24*time.Hour + 9*time.Hour)),
			p.ago(now.Add(2*time.Minute + time.Second)), p.ago(now.Add(-2*time.Hour - time.Minute)), p.ago(now.Add(-time.Second)), p.list(letters),
		} {
			if got != want[i] {
				t.Errorf("%s, %d: %q, not %q", code, i, got, want[i])
			}
		}
	}
}

// What is set behind one another keeps to the marks of its language.
func TestSentences(t *testing.T) {
	cat, err := loadCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ got, want string }{
		{sentence("no case of this name"), "No case of this name."},
		{sentence("为时已晚"), "为时已晚。"},
		{sentence("请选择“是”"), "请选择“是”。"},
		{sentence("Кто Вы?"), "Кто Вы?"},
		{sentence("这是什么？"), "这是什么？"},
		{(&page{Language: cat.find("zh")}).follow("一。", "", "二。"), "一。二。"},
		{(&page{Language: cat.find("fr")}).follow("Un.", "Deux."), "Un. Deux."},
		{(&page{Language: cat.find("zh")}).joint(0, 2) + (&page{Language: cat.find("zh")}).joint(1, 2), "和。"},
		{cat.english.T("list.end"), ". "},
		{(&page{Language: cat.find("es")}).list([]string{"Motivos", "Identidad"}), "Motivos e Identidad"},
		{(&page{Language: cat.find("es")}).list([]string{"agua", "hielo", "hijos"}), "agua, hielo e hijos"},
		{(&page{Language: cat.find("es")}).list([]string{"agua", "hielo"}), "agua y hielo"},
		{Joint("es", " o ", "«otra»") + Joint("es", " o ", "esta") + Joint("fr", " et ", "ils"), " u  o  et "},
		{(&page{Language: cat.find("zh")}).stop("第7条"), "第7条。"},
		{(&page{Language: cat.find("zh")}).stop("今日 18:05"), "今日 18:05。"},
		{(&page{Language: cat.find("zh")}).stop("Mutual assistance"), "Mutual assistance."},
		{(&page{Language: cat.find("ar")}).stop("انتهى."), "انتهى."},
		{(&page{Language: cat.find("fr")}).stop("Article 7"), "Article 7."},
		{(&page{Language: cat.english}).joint(0, 3) + (&page{Language: cat.english}).joint(1, 3), ",  and "},
	} {
		if c.got != c.want {
			t.Errorf("%q, not %q", c.got, c.want)
		}
	}
}
