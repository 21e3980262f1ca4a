package agreement

import (
	"regexp"
	"strings"
	"testing"
)

// The form of every step in every language: nothing is left open, and in Arabic no English is left but the agreement's own
// words.
func TestFormsInEveryLanguage(t *testing.T) {
	isolated := regexp.MustCompile("\u2068[^\u2068\u2069]*\u2069")
	for name, m := range map[string]*Model{"northgate": compiledText(t, string(northgate(t))), "reference": referenceModel(t)} {
		for i := range m.Procedures {
			p := &m.Procedures[i]
			for j := range p.Steps {
				s := &p.Steps[j]
				for _, lang := range Languages() {
					text := string(FormMarkdown(m, p, s, lang))
					page, err := FormHTML(m, p, s, lang)
					if err != nil {
						t.Fatal(err)
					}
					for _, x := range []string{text, string(page)} {
						if strings.Contains(x, "form.") || strings.Contains(x, "type.") || !strings.Contains(x, speak(lang).say("form.signature")) {
							t.Errorf("%s in %s: the form of %s.%s is not whole: %s", name, lang, p.ID, s.ID, x)
						}
					}
					if strings.ContainsAny(text, "{}") {
						t.Errorf("%s in %s: a placeholder is left open: %s", name, lang, text)
					}
					if left := isolated.ReplaceAllString(text, ""); lang == "ar" && regexp.MustCompile(`[A-Za-z]{2,}`).MatchString(left) {
						t.Errorf("%s: English is left in %s", name, left)
					}
				}
			}
		}
	}
}

// What a step asks for stands on its form: fields, reasons, each ground and each answer with a box, and the times.
func TestFormIsWhole(t *testing.T) {
	m := compiledText(t, string(northgate(t)))
	p := m.Procedure("assistance")
	for _, step := range []StepID{"request", "refuse"} {
		s := p.Step(step)
		text := string(FormMarkdown(m, p, s, "en"))
		for _, g := range s.Grounds {
			if !strings.Contains(text, "- ☐ “"+g+"”\n") {
				t.Errorf("%s: the ground %q has no box", step, g)
			}
		}
		for _, id := range s.Requires {
			for _, q := range m.Assessment(id).Questions {
				for _, a := range q.Answers {
					if !strings.Contains(text, markdown(q.Text)) || !strings.Contains(text, "- ☐ "+a+"\n") {
						t.Errorf("%s: %q has no box for %q", step, q.Text, a)
					}
				}
			}
		}
		if s.Reasons != strings.Contains(text, "\n- Reasons: ") {
			t.Errorf("%s: reasons are asked for where none are, or not where they are", step)
		}
		if opens := len(s.From) == 0; opens == strings.Contains(text, "Number of the case") {
			t.Errorf("%s: a case that is not open has no number", step)
		}
		silences := 0
		for i := range p.Clocks {
			k := &p.Clocks[i]
			said := strings.Contains(text, markdown(SilenceInWords(m, p, k, "en")))
			if bounds(s, k) && !said {
				t.Errorf("%s: what silence means at %s is not said", step, k.ID)
			}
			if bounds(s, k) {
				silences++
			}
		}
		if silences == 0 && step == "request" {
			t.Error("no time begins with a request")
		}
	}
	// A record within is asked for part by part.
	text := string(FormMarkdown(m, p, p.Step("request"), "en"))
	if strings.Contains(text, "the record") || !strings.Contains(text, " (in ") {
		t.Error("a record is asked for as a whole")
	}
}
