package agreement

import (
	"strings"
	"sync"
)

// French, Spanish and Arabic write numbers in several words: "vingt et un", "soixante-douze", "cent quatre-vingts",
// "cuarenta y ocho", "خمسة وأربعين". Up to 999 (in Arabic to 199), which is more than any law counts in words; they are
// joined with hyphens before the text is read.
var (
	frenchNumbers, frenchForm   = spelt(french999, 999, map[string]int{"une": 1, "vingt-et-une": 21})
	spanishNumbers, spanishForm = spelt(spanish999, 999, map[string]int{"una": 1, "un": 1, "veintiún": 21, "veintiuna": 21, "ciento": 100})
	arabicNumbers, arabicForm   = spelt(arabic199, 199, map[string]int{})
)

// spelt gives the numbers by their words, joined, and the form of those that a text may write with blanks.
func spelt(words func(n int) []string, most int, more map[string]int) (map[string]int, func() *sequences) {
	var spaced []string
	for n := 1; n <= most; n++ {
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
	return more, sync.OnceValue(func() *sequences { // not before a text in the language is read
		all := &sequences{}
		for _, w := range spaced {
			all.add(w)
		}
		return all
	})
}

// sequences are words that follow each other, byte by byte: what a text has at one place is found in one pass, however many there are.
type sequences struct {
	next map[byte]*sequences
	ends bool
}

func (s *sequences) add(w string) {
	for i := range len(w) {
		n := s.next[w[i]]
		if n == nil {
			if n = (&sequences{}); s.next == nil {
				s.next = map[byte]*sequences{}
			}
			s.next[w[i]] = n
		}
		s = n
	}
	s.ends = true
}

// longest is how many bytes of a text in small letters the longest sequence has with which it begins; words are parted by a blank, the
// end of a line or a hyphen.
func (s *sequences) longest(text string) (n int) {
	for i := 0; i < len(text) && s != nil; i++ {
		b := text[i]
		if b == ' ' || b == '\n' {
			b = '-'
		}
		if s = s.next[b]; s != nil && s.ends {
			n = i + 1
		}
	}
	return n
}

// join writes hyphens into every sequence of a text.
func (s *sequences) join(text string) string {
	small := strings.ToLower(text)
	if len(small) != len(text) { // a letter that is longer when it is small: none of these languages' own
		small = text
	}
	var out strings.Builder
	for i := 0; i < len(text); {
		if n := s.longest(small[i:]); n > 0 {
			out.WriteString(hyphens.Replace(text[i : i+n]))
			i += n
			continue
		}
		out.WriteByte(text[i])
		i++
	}
	return out.String()
}

var hyphens = strings.NewReplacer(" ", "-", "\n", "-")

// joinedNumbers writes hyphens into numbers of several words, which may stand on two lines.
func joinedNumbers(text, language string) string {
	form := map[string]func() *sequences{"fr": frenchForm, "es": spanishForm, "ar": arabicForm}[language]
	if form == nil {
		return text
	}
	if language == "ar" {
		text = strings.ReplaceAll(text, "يومي عمل", "يومين عمل") // the dual before another noun
	}
	return form().join(text)
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

// Arabic numbers, each in its genders and cases. One and two have none: the unit stands alone, or in the dual.
var (
	arabicDigits = [][]string{
		nil,
		{"واحد", "واحدة", "إحدى"},
		{"اثنان", "اثنين", "اثنتان", "اثنتين"},
		{"ثلاثة", "ثلاث"},
		{"أربعة", "أربع"},
		{"خمسة", "خمس"},
		{"ستة", "ست"},
		{"سبعة", "سبع"},
		{"ثمانية", "ثماني", "ثمان", "ثمانٍ"},
		{"تسعة", "تسع"},
	}
	arabicTeens = [][]string{
		{"عشرة", "عشر"},
		{"أحد عشر", "إحدى عشرة"},
		{"اثنا عشر", "اثني عشر", "اثنتا عشرة", "اثنتي عشرة"},
		{"ثلاثة عشر", "ثلاث عشرة"},
		{"أربعة عشر", "أربع عشرة"},
		{"خمسة عشر", "خمس عشرة"},
		{"ستة عشر", "ست عشرة"},
		{"سبعة عشر", "سبع عشرة"},
		{"ثمانية عشر", "ثماني عشرة"},
		{"تسعة عشر", "تسع عشرة"},
	}
	arabicTens     = strings.Fields("- - عشر ثلاث أربع خمس ست سبع ثمان تسع")
	arabicHundreds = []string{"مائة", "مئة"}
)

func arabic199(n int) []string {
	if n < 100 {
		return arabic99(n)
	}
	if n == 100 {
		return arabicHundreds
	}
	var out []string
	for _, h := range arabicHundreds {
		for _, rest := range arabic99(n - 100) {
			out = append(out, h+" و"+rest)
		}
	}
	return out
}

func arabic99(n int) []string {
	switch {
	case n < 3: // no number stands before its unit: يوم واحد, يومان
		return nil
	case n < 10:
		return arabicDigits[n]
	case n < 20:
		return arabicTeens[n-10]
	}
	var out []string
	for _, end := range []string{"ون", "ين"} {
		tens := arabicTens[n/10] + end
		if n%10 == 0 {
			out = append(out, tens)
		}
		for _, one := range arabicDigits[n%10] {
			out = append(out, one+" و"+tens)
		}
	}
	return out
}
