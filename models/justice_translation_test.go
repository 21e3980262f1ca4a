package models_test

import (
	"os"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// A rule names the sentence that it carries out by its number. In a translation the same number must find the same
// sentence, so each paragraph has as many there as in the text.
func TestJusticeSentencesInTranslation(t *testing.T) {
	folder := os.DirFS(".")
	_, m, fs, err := agreement.Open(folder, "justice.md", "justice.md")
	if err != nil || m == nil {
		t.Fatal(fs, err)
	}
	for _, lang := range []string{"fr", "ar"} {
		tr, fs, err := agreement.OpenTranslation(folder, "justice.md", "justice.md", m, lang)
		if err != nil || tr == nil {
			t.Fatal(lang, fs, err)
		}
		for i, there := range tr.Model().Articles {
			of := m.Articles[i]
			for k, p := range of.Prose {
				want, has := agreement.Clause{Prose: []string{p}}, agreement.Clause{Prose: []string{there.Prose[k]}}
				if len(has.Sentences()) != len(want.Sentences()) {
					t.Errorf("%s: Article %s, paragraph %d has %d sentences, and the text's has %d", lang, of.Number, k+1, len(has.Sentences()), len(want.Sentences()))
				}
			}
		}
	}
}
