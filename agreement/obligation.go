package agreement

import (
	"slices"
	"strings"
	"unicode"
)

// duties are the words of obligation of each language, as whole words: one word, or several that follow each other,
// where "*" stands for one to four words between.
var duties = map[string][]string{
	"en": {"shall", "must", "is bound to", "are bound to"},
	"fr": {
		"doit", "doivent", "devra", "devront", "est tenu de", "est tenue de", "est tenu d", "est tenue d", "sont tenus de", "sont tenues de", "sont tenus d", "sont tenues d",
	},
	"es": {"debe", "deben", "deberá", "deberán", "tiene que", "tienen que"},
	"ru": {"должен", "должна", "должно", "должны", "обязан", "обязана", "обязано", "обязаны", "обязуется", "обязуются"},
	"ar": {"يجب", "يتعين", "تلتزم", "يلتزم", "تلتزمان", "يلتزمان", "على * أن", "على * ان"},
}

// chineseDuties are the words of obligation of a language that puts no space between words, and those of its words that
// hold the sign 应 and oblige to nothing: to use, to answer, to meet, corresponding, supply, reaction.
var (
	chineseDuties = []string{"应当", "必须", "应该", "务必", "应"}
	chineseOther  = []string{
		"应用", "应答", "应对", "应急", "应邀", "应付", "应变", "应请求", "应要求", "相应", "对应", "反应", "响应", "适应", "供应", "效应", "回应", "感应", "呼应",
	}
)

// obliges says whether a sentence has a word of obligation in a language, and which. Languages whose words are not
// known oblige nobody to anchor anything.
func obliges(sentence, lang string) (string, bool) {
	lang, _, _ = strings.Cut(lang, "-")
	if lang == "zh" {
		for _, w := range chineseOther {
			sentence = strings.ReplaceAll(sentence, w, " ")
		}
		for _, w := range chineseDuties {
			if strings.Contains(sentence, w) {
				return w, true
			}
		}
		return "", false
	}
	words := spelled(sentence, lang)
	for _, duty := range duties[lang] {
		for i := range words {
			if follows(words[i:], strings.Fields(duty)) {
				return duty, true
			}
		}
	}
	return "", false
}

// spelled gives a sentence's words in small letters, without the marks that Arabic may write above and below its
// letters, and without the "and" that it writes onto the next word.
func spelled(sentence, lang string) []string {
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) && lang == "ar" || r == 'ـ' {
			return -1
		}
		return unicode.ToLower(r)
	}, sentence)
	words := strings.FieldsFunc(bare, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) })
	if lang == "ar" {
		for i, w := range words {
			for _, and := range []string{"و", "ف"} {
				if rest, ok := strings.CutPrefix(w, and); ok && (rest == "على" || slices.Contains(duties["ar"], rest)) {
					words[i] = rest
				}
			}
		}
	}
	return words
}

// follows says whether words begin with those of a duty.
func follows(words, duty []string) bool {
	for len(duty) > 0 {
		if duty[0] == "*" {
			for skip := 1; skip <= 4 && skip < len(words); skip++ {
				if follows(words[skip:], duty[1:]) {
					return true
				}
			}
			return false
		}
		if len(words) == 0 || words[0] != duty[0] {
			return false
		}
		words, duty = words[1:], duty[1:]
	}
	return true
}
