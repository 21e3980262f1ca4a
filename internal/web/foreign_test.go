package web

import (
	"bytes"
	"context"
	"html"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/models"
)

// readings are the model agreements as they are read in a language, by name; "": in their own.
func readings(t *testing.T, language string) map[string]*agreement.Model {
	t.Helper()
	names, err := fs.Glob(models.Files, "*.md")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*agreement.Model{}
	for _, name := range names {
		if _, _, is := agreement.TranslationOf(name); is {
			continue
		}
		_, m, findings, err := agreement.Open(models.Files, name, name)
		if m == nil {
			t.Fatal(findings, err)
		}
		if language == "" {
			out[name] = m
			continue
		}
		tr, findings, err := agreement.OpenTranslation(models.Files, name, name, m, language)
		if tr == nil {
			t.Fatalf("%s has no %s: %v %v", name, language, findings, err)
		}
		out[name] = tr.Reading()
	}
	if len(out) != 4 {
		t.Fatalf("there are %d model agreements", len(out))
	}
	return out
}

// inputOf is a field with its parts, as the desk gives it.
func inputOf(m *agreement.Model, f *agreement.Field, required bool) Input {
	in := Input{Field: f, Required: required, Tongue: m.Tongue()}
	for i := range m.Assessments {
		if a := &m.Assessments[i]; agreement.AssessmentField(a.ID) == f.ID {
			in.Assessment = a
		}
	}
	if r := m.Record(f.Record); r != nil {
		for i := range r.Fields {
			in.Parts = append(in.Parts, inputOf(m, &r.Fields[i], r.Fields[i].Required))
		}
	}
	return in
}

// allForms are the forms of all steps and all questions of an agreement.
func allForms(m *agreement.Model) map[string]StepForm {
	out := map[string]StepForm{}
	for i := range m.Procedures {
		p := &m.Procedures[i]
		for j := range p.Steps {
			s := &p.Steps[j]
			f := StepForm{Agreement: m.ID, Procedure: p.ID, Zone: m.Location(), Step: s, Title: s.Title, Tongue: m.Tongue()}
			for _, in := range casework.Form(m, p, s) {
				f.Inputs = append(f.Inputs, inputOf(m, in.Field, in.Required))
			}
			out[string(p.ID)+"/"+string(s.ID)] = f
		}
	}
	for i := range m.Registers {
		r := &m.Registers[i]
		for j := range r.Queries {
			q := &r.Queries[j]
			f := StepForm{Agreement: m.ID, Zone: m.Location(), Step: &agreement.Step{ID: agreement.StepID(q.ID), Title: q.Title}, Title: q.Title, Tongue: m.Tongue()}
			for _, id := range q.On {
				f.Inputs = append(f.Inputs, inputOf(m, m.Record(r.Record).Field(id), true))
			}
			out[string(r.ID)+"?"+string(q.ID)] = f
		}
	}
	return out
}

// saidBy are the agreement's words in a form.
func saidBy(p *page, f StepForm) []string {
	var out []string
	for _, g := range f.Step.Grounds {
		out = append(out, f.Step.Word(g))
	}
	var input func(i Input)
	input = func(i Input) {
		if i.Assessment != nil {
			out = append(out, i.Assessment.Title)
			for _, q := range i.Assessment.Questions {
				out = append(out, q.Text)
				for _, a := range q.Answers {
					out = append(out, q.Word(a))
				}
			}
			return
		}
		out = append(out, p.label(i.Field))
		if h := p.help(i.Field); h != "" {
			out = append(out, strings.TrimRight(h, "."))
		}
		for _, c := range i.Field.Choices {
			out = append(out, i.Field.Word(c))
		}
		for _, part := range i.Parts {
			input(part)
		}
	}
	for _, i := range f.Inputs {
		input(i)
	}
	return out
}

// latin gives the words of a text in Latin letters, "" where there is none.
func latin(s string) string {
	var out []string
	for _, w := range strings.Fields(s) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// valuesOf are the values among which a form lets one choose.
func valuesOf(page string) []string {
	var out []string
	for _, m := range valueForm.FindAllStringSubmatch(page, -1) {
		out = append(out, html.UnescapeString(m[1]))
	}
	return out
}

var (
	englishForm = regexp.MustCompile(`(?i)\b(the|of|and|is|which|who|was|by|at|for|with)\b`)
	valueForm   = regexp.MustCompile(`<(?:option|input type="radio"[^>]*) value="([^"]*)"`)
	tagForm     = regexp.MustCompile(`<[^>]*>`)
	codeForm    = regexp.MustCompile(`(?i)ISO 3166|ISO 4217|ISO 6346|EUR|UTC[+-]?[0-9:]*|[A-Z]{2,4}[0-9-]*`)
)

// readOf is what of a page people read.
func readOf(page string) string {
	return html.UnescapeString(strings.Join(strings.Fields(tagForm.ReplaceAllString(page, " ")), " "))
}

// Whoever reads Arabic reads every form of every model agreement in Arabic: no word of it is in Latin letters but codes. Whoever
// reads French finds no label, choice, ground or answer of the English text. What is sent is the agreement's own value in both.
func TestEveryFormInTheReadersLanguage(t *testing.T) {
	s := newGallery(t)
	for _, code := range []string{"ar", "fr"} {
		p := s.galleryPage(galleryState{name: "form"})
		p.Language = s.cat.find(code)
		ctx := context.WithValue(context.Background(), languageKey{}, code)
		english := readings(t, "")
		for name, m := range readings(t, code) {
			own := allForms(english[name])
			forms := allForms(m)
			if len(forms) != len(own) || len(forms) < 20 {
				t.Fatalf("%s has %d forms, and %d in its own language", name, len(forms), len(own))
			}
			for at, f := range forms {
				var b bytes.Buffer
				st := newStepState(f, "")
				if err := stepForm(p, st).Render(ctx, &b); err != nil {
					t.Fatal(err)
				}
				page := b.String()
				if faults := checkMarkup("<!DOCTYPE html><html><head><title>x</title></head><body><h1 id=\"" + st.id("h") + "\">x</h1>" + page + "</body></html>"); len(faults) > 0 {
					t.Errorf("%s %s: %v", name, at, faults)
				}
				words := readOf(page)
				if code == "ar" {
					if left := latin(codeForm.ReplaceAllString(words, "")); left != "" {
						t.Errorf("%s %s, in Arabic: %s", name, at, left)
					}
				}
				if strings.Contains(page, ` lang="`) {
					t.Errorf("%s %s: words are marked as foreign in %s: %s", name, at, code, page[strings.Index(page, ` lang="`):][:60])
				}
				for _, said := range saidBy(p, f) {
					if code == "fr" && englishForm.MatchString(said) {
						t.Errorf("%s %s, in French, says %q", name, at, said)
					}
					if !strings.Contains(words, strings.Join(strings.Fields(said), " ")) {
						t.Errorf("%s %s, in %s, does not show %q", name, at, code, said)
					}
				}
				if sent, want := valuesOf(page), valuesOf(drawnIn(t, p, ctx, own[at])); !slices.Equal(sent, want) {
					t.Errorf("%s %s, in %s, would send %q, and the agreement says %q", name, at, code, sent, want)
				}
			}
		}
	}
}

func drawnIn(t *testing.T, p *page, ctx context.Context, f StepForm) string {
	t.Helper()
	var b bytes.Buffer
	if err := stepForm(p, newStepState(f, "")).Render(ctx, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
