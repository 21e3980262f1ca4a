package models_test

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"slices"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// Every model text must compile without a finding, and every promise that it states by example must come
// out on the engine as stated.
func TestModels(t *testing.T) {
	for _, name := range append(texts(t), "common/reference.md", "../docs/language.md", "../agreement/testdata/excerpt.md") {
		t.Run(name, func(t *testing.T) {
			_, m, fs, err := agreement.Open(os.DirFS(path.Dir(name)), path.Base(name), name)
			if err != nil {
				t.Fatal(err)
			}
			if len(fs) > 0 {
				t.Fatalf("%s", fs)
			}
			for _, f := range casework.Expectations(m) {
				t.Errorf("%s", f)
			}
		})
	}
}

// Every translation that stands beside a text says all that the text says, and nothing else, with its parts in place.
func TestTranslations(t *testing.T) {
	found := 0
	for _, name := range append(texts(t), "common/reference.md") {
		var m *agreement.Model
		for _, lang := range []string{"fr", "ar"} {
			if _, err := os.Stat(agreement.TranslationName(name, lang)); err != nil {
				continue
			}
			found++
			folder := os.DirFS(path.Dir(name))
			if m == nil {
				_, of, fs, err := agreement.Open(folder, path.Base(name), name)
				if err != nil || of == nil {
					t.Fatal(fs, err)
				}
				m = of
			}
			tr, fs, err := agreement.OpenTranslation(folder, path.Base(name), name, m, lang)
			if err != nil || tr == nil || len(fs) > 0 {
				t.Errorf("%s, %s: %v %s", name, lang, err, fs)
			}
		}
	}
	if found < 2 {
		t.Error("the articles that every model shares have no translation into French and Arabic")
	}
}

// texts are the agreements of this folder; translations stand beside them.
func texts(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no models: %v", err)
	}
	return slices.DeleteFunc(files, func(f string) bool {
		_, _, translation := agreement.TranslationOf(f)
		return translation
	})
}

// What the project ships has the layout that entente agreement fmt gives, so that a copy that was laid out
// differs from it by what its authors changed.
func TestModelsAreLaidOut(t *testing.T) {
	files, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	parts, err := filepath.Glob("*/*.md")
	if err != nil || len(parts) == 0 {
		t.Fatalf("no parts: %v", err)
	}
	for _, name := range parts {
		if path.Base(name) != "README.md" {
			files = append(files, name)
		}
	}
	for _, name := range append(files, "../docs/language.md", "../agreement/testdata/excerpt.md") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		laid, err := agreement.Format(text)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(laid, text) {
			t.Errorf("%s has another layout: run entente agreement fmt --write on it", name)
		}
	}
}
