package agreement

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// French and Spanish write numbers in several words: "vingt et un", "soixante-douze", "cent quatre-vingts", "cuarenta y
// ocho". Up to 999, which is more than any law counts in words; they are joined with hyphens before the text is read.
var (
	frenchNumbers, frenchForm   = spelt(french999, map[string]int{"une": 1, "vingt-et-une": 21})
	spanishNumbers, spanishForm = spelt(spanish999, map[string]int{"una": 1, "un": 1, "veintiún": 21, "veintiuna": 21, "ciento": 100})
)

// spelt gives the numbers by their words, joined, and the form of those that a text may write with blanks.
func spelt(words func(n int) []string, more map[string]int) (map[string]int, func() *regexp.Regexp) {
	var spaced []string
	for n := 1; n < 1000; n++ {
		for _, w := range words(n) {
			joined := strings.ReplaceAll(w, " ", "-")
			if _, there := more[joined]; !there {
				more[joined] = n
			}
			if strings.ContainsAny(w, " -") {
				spaced = append(spaced, joined)
			}
		}
	}
	slices.SortFunc(spaced, func(a, b string) int { return len(b) - len(a) })
	for i, w := range spaced {
		spaced[i] = strings.ReplaceAll(regexp.QuoteMeta(w), "-", `[ -]`)
	}
	return more, sync.OnceValue(func() *regexp.Regexp { // not before a text in the language is read
		return regexp.MustCompile(`(?i)(?:` + strings.Join(spaced, "|") + `)`)
	})
}

// joinedNumbers writes hyphens into numbers of several words.
func joinedNumbers(text, language string) string {
	form := map[string]func() *regexp.Regexp{"fr": frenchForm, "es": spanishForm}[language]
	if form == nil {
		return text
	}
	return form().ReplaceAllStringFunc(text, func(s string) string { return strings.ReplaceAll(s, " ", "-") })
}

var (
	frenchSmall  = strings.Fields("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf")
	frenchTens   = strings.Fields("- - vingt trente quarante cinquante soixante")
	spanishSmall = strings.Fields("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve")
	spanishTens  = strings.Fields("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
	spanishCents = strings.Fields("- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos")
)

func french99(n int) string {
	switch {
	case n < 20:
		return frenchSmall[n]
	case n >= 80:
		if n == 80 {
			return "quatre-vingts"
		}
		return "quatre-vingt-" + frenchSmall[n-80]
	case n >= 60 && n < 80 && n != 60:
		if n == 61 || n == 71 {
			return "soixante et " + frenchSmall[n-60]
		}
		return "soixante-" + frenchSmall[n-60]
	}
	tens, one := frenchTens[n/10], n%10
	switch one {
	case 0:
		return tens
	case 1:
		return tens + " et un"
	}
	return tens + "-" + frenchSmall[one]
}

func french999(n int) []string {
	if n < 100 {
		return []string{french99(n)}
	}
	cents := "cent"
	if n >= 200 {
		cents = frenchSmall[n/100] + " cent"
	}
	if n%100 == 0 {
		return []string{cents, cents + "s"}
	}
	return []string{cents + " " + french99(n%100)}
}

func spanish99(n int) string {
	if n < 30 {
		return spanishSmall[n]
	}
	if n%10 == 0 {
		return spanishTens[n/10]
	}
	return spanishTens[n/10] + " y " + spanishSmall[n%10]
}

func spanish999(n int) []string {
	switch {
	case n < 100:
		return []string{spanish99(n)}
	case n == 100:
		return []string{"cien"}
	case n%100 == 0:
		return []string{spanishCents[n/100]}
	}
	return []string{spanishCents[n/100] + " " + spanish99(n%100)}
}
