package agreement

import (
	"os"
	"strings"
	"testing"
)

// What the steps, clocks and shares of the reference do reads as a negotiator would say it.
func TestExplainOfEffects(t *testing.T) {
	text, err := os.ReadFile("../docs/language.md")
	if err != nil {
		t.Fatal(err)
	}
	m := compiledText(t, string(text))
	said := map[string]string{}
	for _, e := range Explain(m, "en") {
		if strings.ContainsAny(e.Text, "{}") {
			t.Errorf("a placeholder is left open: %s", e.Text)
		}
		said[e.Rule+" "+e.Name] = e.Text
	}
	for name, want := range map[string]string{
		"step assistance.act-at-once": "This may be done at once. It is lawful only if the Judge of the requested side upholds it within 48 hours; otherwise " +
			"what was given as “evidence” may not be used from that moment on, and is destroyed on every node 24 hours later.",
		"step assistance.execute-late": "It records that “execute” was done otherwise than agreed, and names one of these pleas: “too late” or “by force majeure”. It counts unless it is contested: " +
			"the Public prosecutor of the requesting side may do so, or accept it, within 10 working days.",
		"step assistance.explain":       "It gives the reasons that are owed since the time of “execution” ran out.",
		"step assistance.defer":         "It puts off telling “the person concerned”, to the latest day that is agreed.",
		"step breach.protect":           "What was given as “source” is destroyed on every node at once.",
		"step breach.suspend":           "Article 4 rests until a step restores it.",
		"step breach.restore":           "It takes effect once 2 different parties have done it. Article 4 is in force again.",
		"step season.grant":             "It uses one grant of “",
		"step season.contribute":        "What is given as “contribution” is paid into “",
		"step review.renew":             "The last day of the agreement moves by 1 year.",
		"step review.expand":            "The phase “",
		"step review.leave":             "The party that does so leaves the agreement 90 days later.",
		"clock assistance.objection":    "A working day is a day that is one in all of these calendars: “Working days of Arland” and “Working days of Belmark”.",
		"clock assistance.decision":     "It ends with the last hour of its last day.",
		"clock breach.notice":           "It ends with the last hour of its last day or, where that is no working day, of the next one.",
		"share breach.for the decision": "Handling: ",
		"share breach.where it was, roughly": "No longer once the case has stood at “settled” or “dismissed”. For 90 days at most from when it was opened. " +
			"Places are shown no finer than 10 kilometres.",
		"share breach.to the prosecutor": "It hands on what “the allegation” gave, for that purpose alone.",
		"publish breach":                 "“article” and “Reasons” are published within 30 days after the case came to “dismissed” or “settled”.",
		"procedure breach":               "At “alleged” it is an allegation, and nothing follows from it. At “admissible” it has been found worth examining; nothing follows from it yet. At “established” it is established.",
		"procedure discrepancy":          "While a case of it is open, the automatic effects of the article that it names rest.",
	} {
		if !strings.Contains(said[name], want) {
			t.Errorf("%s:\n%s, want in it\n%s", name, said[name], want)
		}
	}
}

// Every word that a block may state has a phrase.
func TestEffectPhrases(t *testing.T) {
	for prefix, list := range map[string][]string{
		"effect.": effectVerbs, "target.": {"<=", ">=", "<", ">"}, "drill.": {"cut", "stop", "absent", "note"},
		"declaration.":    {DeclaresReservation, DeclaresProvisional, DeclaresTerritorial, DeclaresAuthorities, DeclaresStatement},
		"handling.court.": {"yes", "consent", "no"}, "handling.onward.": {"yes", "consent", "no"}, "indicator.duration.": {"median", "p90"},
		"indicator.": {"count", "share", "sum", "disparity", "money"}, "cond.": {"indicator", "quota", "fund"},
		"weekday.": {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
		"plea.":    pleas, "stage.": {StageAlleged, StageAdmissible, StageEstablished}, "clock.": {RoundsDay, RoundsWorking},
		"urgent.": {"erase", "restrict", "lapse"}, "step.money.": {"pledged", "paid", "released", "spent", "returned"},
	} {
		for _, w := range list {
			if english.says[prefix+w] == "" {
				t.Errorf("no words for %s%s", prefix, w)
			}
		}
	}
}
