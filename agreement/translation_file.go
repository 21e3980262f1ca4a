package agreement

import (
	"errors"
	"io/fs"
	"regexp"
	"strings"
)

// TranslationName is the name of the file that holds a text's translation: northgate.md, northgate.fr.md.
func TranslationName(name, language string) string {
	return strings.TrimSuffix(name, ".md") + "." + language + ".md"
}

var translationName = regexp.MustCompile(`^(.+)\.([a-z]{2})\.md$`)

// TranslationOf gives the text and the language of a file that is called as a translation is; ok says whether it is.
func TranslationOf(name string) (text, language string, ok bool) {
	m := translationName.FindStringSubmatch(name)
	if m == nil {
		return "", "", false
	}
	return m[1] + ".md", m[2], true
}

// OpenTranslation reads the translation that stands beside a text in its folder, puts the parts that it includes into
// their places as Assemble does, and holds it against the agreement. There is neither translation nor finding where there
// is no such file. The name is the text's, as it stands in findings.
func OpenTranslation(folder fs.FS, file, name string, m *Model, language string) (*Translation, Findings, error) {
	beside := TranslationName(name, language)
	text, err := fs.ReadFile(folder, TranslationName(file, language))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, nil
	case err != nil:
		return nil, nil, err
	}
	whole, found := Assemble(folder, beside, text)
	if found.Failed() {
		return nil, found, nil
	}
	t, found := Translate(m, language, beside, whole.Text)
	return t, whole.Place(found), nil
}

// OpenTranslations reads every translation that stands beside a text in its folder, by the agreement's languages. Findings are of all
// of them; a translation in which one is an error is left out.
func OpenTranslations(folder fs.FS, file, name string, m *Model) ([]*Translation, Findings, error) {
	var out []*Translation
	var all Findings
	for _, language := range m.Languages[min(1, len(m.Languages)):] {
		t, found, err := OpenTranslation(folder, file, name, m, language)
		if err != nil {
			return nil, nil, err
		}
		all = append(all, found...)
		if t != nil {
			out = append(out, t)
		}
	}
	return out, all, nil
}
