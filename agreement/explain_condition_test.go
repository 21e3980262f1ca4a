package agreement

import (
	"strings"
	"testing"
)

// said puts a condition of typed() into words.
func said(t *testing.T, source, lang string) string {
	t.Helper()
	m := compiledText(t, typed(source))
	e := &explainer{m: m, p: speak(lang), lang: lang}
	return e.condition(m.Procedure("p").Step("do").When, "all")
}

func TestConditionsInWords(t *testing.T) {
	for source, want := range map[string]string{
		"case.text == 'a'":                        "“text” is “a”",
		"'a' == case.text":                        "“text” is “a”",
		"case.text != 'a'":                        "“text” is not “a”",
		"!(case.text == 'a')":                     "“text” is not “a”",
		"!(case.text != 'a')":                     "“text” is “a”",
		"case.number < 2.5":                       "“number” is less than 2.5",
		"2.5 < case.number":                       "“number” is greater than 2.5",
		"2.5 >= case.number":                      "“number” is at most 2.5",
		"!(case.number < 2.5)":                    "“number” is at least 2.5",
		"case.number >= 1200000.0":                "“number” is at least 1,200,000",
		"case.number > -0.5":                      "“number” is greater than −0.5",
		"case.number < 3":                         "“number” is less than 3",
		"case.yes":                                "“yes” is answered with yes",
		"!case.yes":                               "“yes” is answered with no",
		"!!case.yes":                              "“yes” is answered with yes",
		"case.yes == true":                        "“yes” is answered with yes",
		"case.yes != true":                        "“yes” is answered with no",
		"false == case.yes":                       "“yes” is answered with no",
		"!(case.yes == false)":                    "“yes” is answered with yes",
		"case.kind in ['one', 'two']":             "“kind” is one of these: “one” or “two”",
		"!(case.kind in ['one', 'two'])":          "“kind” is none of these: “one” or “two”",
		"case.yes && case.kind in ['one', 'two']": "“yes” is answered with yes and (“kind” is one of these: “one” or “two”)",
		"'x' in case.words":                       "“words” includes “x”",
		"!('x' in case.words)":                    "“words” does not include “x”",
		"case.part.good":                          "“good” (in “part”) is answered with yes",
		"case.part.name == case.text":             "“name” (in “part”) is “text”",
		"case.amount.currency == 'EUR' && case.amount.value == 12.5": "the currency of “amount” is “EUR” and the value of “amount” is 12.5",
		"case.quantity.unit == 'kg' || case.quantity.value > 3.0":    "the unit of “quantity” is “kg” or the value of “quantity” is greater than 3",
		"case.file.media == 'text/plain'":                            "the media type of “file” is “text/plain”",
		"case.day < timestamp('2026-03-02T00:00:00Z')":               "“day” is before 2 March 2026",
		"timestamp('2026-03-02T00:00:00Z') < case.day":               "“day” is after 2 March 2026",
		"case.day <= timestamp('2026-03-02T12:30:00Z')":              "“day” is not after 2 March 2026 at 12:30 UTC",
		"case.at >= timestamp('2026-03-02T01:00:00+02:00')":          "“at” is not before 1 March 2026 at 23:00 UTC",
		"case.yes && !(case.yes || case.part.good)":                  "“yes” is answered with yes and (it does not hold that (“yes” is answered with yes or “good” (in “part”) is answered with yes))",
		"case.at > case.day":                                         "“at” is after “day”",
		"case.yes && case.kind == 'one' && case.number > 1.0":        "“yes” is answered with yes, “kind” is “one” and “number” is greater than 1",
		"case.yes && (case.kind == 'one' || case.number > 1.0)":      "“yes” is answered with yes and (“kind” is “one” or “number” is greater than 1)",
		"case.yes && case.part.good || case.number > 1.0":            "(“yes” is answered with yes and “good” (in “part”) is answered with yes) or “number” is greater than 1",
		"!(case.yes && case.number > 1.0)":                           "it does not hold that (“yes” is answered with yes and “number” is greater than 1)",
		"case.yes || !!(case.part.good && case.number > 1.0)":        "“yes” is answered with yes or (“good” (in “part”) is answered with yes and “number” is greater than 1)",
		"case.yes || !(!(case.part.good && case.number > 1.0))":      "“yes” is answered with yes or (“good” (in “part”) is answered with yes and “number” is greater than 1)",
		"indicator('late') > 2.0":                                    "the indicator “Late” is greater than 2",
		"quota('visits') <= indicator('late')":                       "the number of grants taken from the quota “Visits” in its present period is at most the indicator “Late”",
		"case.text == '{condition}'":                                 "“text” is “{condition}”",
	} {
		if got := said(t, source, "en"); got != want {
			t.Errorf("%s: %s, want %s", source, got, want)
		}
	}
}

// What has no plain words stands as it is written, the whole of it: half a condition in words would say another one.
func TestConditionsWithoutWords(t *testing.T) {
	for _, source := range []string{
		"case.at - case.day > duration('10h')",
		"case.point[0] == 1.5",
		"case.file.media.startsWith('text/')",
		"has(case.part.name)",
		"case.parts.exists(p, p.good && p.name == 'm')",
		"size(case.words) == 2 && case.yes",
		"quota('visits') + indicator('late') == 5.0",
		"case.yes ? case.number > 1.0 : case.number > 2.0",
		"case.yes && true",
		"true",
		"1 == 1 || case.text.matches('a+')",
		"case.words == ['x']",
	} {
		if got, want := said(t, source, "en"), "the condition “"+source+"” holds"; got != want {
			t.Errorf("%s: %s, want %s", source, got, want)
		}
	}
	m := compiledText(t, typed("case.yes"))
	e := &explainer{m: m, p: english, lang: "en"}
	for _, source := range []string{"case.", "case.none == 'a'", "", strings.Repeat("!", 5000) + "case.yes", "case.yes", "other.yes == true"} {
		record := RecordID("all")
		if source == "case.yes" {
			record = "none"
		}
		if got := e.condition(Condition{Source: source}, record); got != "the condition “"+source+"” holds" {
			t.Errorf("%q: %s", source, got)
		}
	}
}

func TestConditionsInEveryLanguage(t *testing.T) {
	source := "!(case.kind in ['one', 'two']) && (case.number >= 1200.5 || case.day < timestamp('2026-03-01T00:00:00Z')) && case.part.good"
	for lang, want := range map[string]string{
		"fr": "(la valeur de « kind » n’est aucune des suivantes : « one » ou « two »), (la valeur de « number » est supérieure ou égale à 1 200,5 ou la valeur de « day » est antérieure à la date suivante : 1er mars 2026) et la valeur de « good » (dans « part ») est « oui »",
		"es": "(el valor de «kind» no es ninguno de los siguientes: «one» o «two»), (el valor de «number» es superior o igual a 1 200,5 o el valor de «day» es anterior a la fecha siguiente: 1 de marzo de 2026) y el valor de «good» (en «part») es «sí»",
		"ru": "(значение поля «kind» не совпадает ни с одним из следующих: «one» или «two»), (значение поля «number» не меньше, чем 1 200,5 или значение поля «day» — ранее, чем 1 марта 2026 года) и значение поля «good» (в составе «part») — «да»",
		"zh": "（“kind”不属于下列任何一项：“one”或“two”），且（“number”不小于1,200.5，或“day”早于2026年3月1日），且“part”中的“good”的答复为“是”",
		"ar": "(قيمة «kind» ليست أياً من القيم التالية: «one» أو «two») و(قيمة «number» لا تقل عن 1,200.5 أو قيمة «day» سابقة على 1 آذار/مارس 2026) وقيمة «good» (ضمن «part») هي «نعم»",
	} {
		got := strings.NewReplacer("\u00a0", " ", "\u202f", " ", isolate, "", endIsolate, "").Replace(said(t, source, lang))
		if got != want {
			t.Errorf("%s:\n%s, want\n%s", lang, got, want)
		}
	}
}
