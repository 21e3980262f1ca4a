package agreement

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for name, c := range map[string]struct {
		prose string
		want  []string
	}{
		"numbered paragraphs": {
			"1. The Parties agree. They say so.\n\n2. Each Party\nkeeps its word.",
			[]string{"The Parties agree.", "They say so.", "Each Party keeps its word."},
		},
		"numbered lines": {"1. One.\n2. Two.\n3. Three", []string{"One.", "Two.", "Three"}},
		"a list inside a sentence": {
			"The Parties shall:\n1. Inform each other;\n2. Consult each other.\nNobody waits.",
			[]string{"The Parties shall: 1. Inform each other; 2. Consult each other.", "Nobody waits."},
		},
		"letters": {"The Parties shall:\n(a) inform;\n(b) consult. They are friends.", []string{"The Parties shall: (a) inform; (b) consult.", "They are friends."}},
		"abbreviations": {
			"As Art. 7 and No. 3 of Reg. 1182 say, cf. Annex, Dr. Who may ask (e.g. at once). See U.N. Charter, para. IV. The answer is no. It stays.",
			[]string{"As Art. 7 and No. 3 of Reg. 1182 say, cf. Annex, Dr. Who may ask (e.g. at once).", "See U.N. Charter, para. IV.", "The answer is no.", "It stays."},
		},
		"numbers":        {"It is 3.5 km. In the year 2026. Then 10 more days.", []string{"It is 3.5 km.", "In the year 2026.", "Then 10 more days."}},
		"a number first": {"10 days pass. The line\n30 is long.", []string{"10 days pass.", "The line 30 is long."}},
		"a year alone":   {"It begins in the year\n202. The Parties wait.", []string{"It begins in the year 202.", "The Parties wait."}},
		"small letters":  {"It ends... and goes on. so it is", []string{"It ends... and goes on. so it is"}},
		"quotations":     {"He said “Stop.” She did (at once). **Bold.** End!", []string{"He said “Stop.”", "She did (at once).", "**Bold.**", "End!"}},
		"tables and code": {
			"Before it\n| a. B | c. D |\n| --- | --- |\nAfter it. Yes.\n\n```text\nNo. Sentence. Here.\n\nNor. Here.\n```\n\nLast.",
			[]string{"Before it", "After it.", "Yes.", "Last."},
		},
		"quotes and items": {"> - One thing. Another.\n> - A third.", []string{"One thing.", "Another.", "A third."}},
		"nothing":          {"1. \n\n---\n\n…", nil},
		"chinese":          {"双方应当合作。任何一方不得拒绝！好吗？好", []string{"双方应当合作。", "任何一方不得拒绝！", "好吗？", "好"}},
		"arabic":           {"يجب على الطرفين التعاون. هل يجوز الرفض؟ لا.", []string{"يجب على الطرفين التعاون.", "هل يجوز الرفض؟", "لا."}},
		"russian":          {"Согласно ст. 5 и п. 2, т.е. всегда, Стороны обязаны. В 2026 г. они ждут.", []string{"Согласно ст. 5 и п. 2, т.е. всегда, Стороны обязаны.", "В 2026 г. они ждут."}},
		"french":           {"Voir l'art. 3 et l'al. 2. Les Parties doivent attendre ! Bien.", []string{"Voir l'art. 3 et l'al. 2.", "Les Parties doivent attendre !", "Bien."}},
		"spanish":          {"¿Debe la Parte (núm. 4) esperar? Sí. Según el art. 2, no.", []string{"¿Debe la Parte (núm. 4) esperar?", "Sí.", "Según el art. 2, no."}},
	} {
		cl := Clause{Prose: strings.Split(c.prose, "\n\n")}
		got := cl.Sentences()
		if len(got)+len(c.want) > 0 && !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%q, want\n%q", name, got, c.want)
		}
	}
}

// Every sentence stands where it says, so that a finding points at it.
func TestSentencesStandInTheText(t *testing.T) {
	for _, cl := range compiledText(t, string(northgate(t))).Articles {
		for _, s := range sentences(cl.Prose) {
			first := strings.Fields(s.text)[0]
			if !strings.HasPrefix(cl.Prose[s.paragraph][s.offset:], first) {
				t.Errorf("Article %s: %q does not stand at %d of paragraph %d", cl.Number, s.text, s.offset, s.paragraph)
			}
		}
	}
}

func TestObliges(t *testing.T) {
	for _, c := range []struct {
		lang, sentence, word string
	}{
		{"en", "The Party Shall answer.", "shall"},
		{"en-GB", "It must not be late.", "must"},
		{"en", "Each Party is bound to answer.", "is bound to"},
		{"en", "The parcel was marshalled; mustard is bound together.", ""},
		{"fr", "La Partie doit répondre.", "doit"},
		{"fr", "Elle est tenue d'attendre.", "est tenue d"},
		{"fr", "L'endroit est beau.", ""},
		{"es", "Las Partes deberán esperar.", "deberán"},
		{"es", "La Parte tiene que esperar, sin deberes.", "tiene que"},
		{"es", "Los deberes son muchos.", ""},
		{"ru", "Сторона обязана ответить.", "обязана"},
		{"ru", "Обязанность есть.", ""},
		{"zh", "双方应合作。", "应"},
		{"zh-Hans", "该方必须答复。", "必须"},
		{"zh", "该规则的应用与反应相适应。", ""},
		{"ar", "ويجب على الطرف الرد.", "يجب"},
		{"ar", "على كل طرف متعاقد أن يرد.", "على * أن"},
		{"ar", "وَعَلى الطرف أن يرد.", "على * أن"},
		{"ar", "اتفق الطرفان على هذا.", ""},
		{"sw", "Lazima ajibu; shall.", ""},
		{"", "It shall.", ""},
	} {
		word, ok := obliges(c.sentence, c.lang)
		if word != c.word || ok != (c.word != "") {
			t.Errorf("%s: %q obliges by %q, want %q", c.lang, c.sentence, word, c.word)
		}
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("1. One. Two (e.g. so).\n2. 三。四", "en")
	f.Add("```\n|\n> - (a) x:\n1. y", "ar")
	f.Fuzz(func(t *testing.T, prose, lang string) {
		list := sentences([]string{prose, prose})
		for i, s := range list {
			if s.offset < 0 || s.paragraph > 1 || s.offset >= len(prose) || s.text == "" || strings.Contains(s.text, "\n") {
				t.Fatalf("%d: %+v", i, s)
			}
			if i > 0 && list[i-1].paragraph == s.paragraph && list[i-1].offset >= s.offset {
				t.Fatalf("%d does not come after the one before: %+v", i, s)
			}
			obliges(s.text, lang)
		}
	})
}
