package agreement

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// length is a period without the form in which it was written: twelve months are a year.
type length struct {
	months, days, working int
	exact                 time.Duration
}

func lengthOf(p Period) length { return length{p.months, p.days, p.working, p.exact} }

func (l length) period() Period {
	return Period{months: l.months, days: l.days, working: l.working, exact: l.exact}
}

// times gives n of a unit.
func (l length) times(n int) length {
	return length{l.months * n, l.days * n, l.working * n, l.exact * time.Duration(n)}
}

var (
	oneSecond  = length{exact: time.Second}
	oneMinute  = length{exact: time.Minute}
	oneHour    = length{exact: time.Hour}
	oneDay     = length{days: 1}
	oneWorking = length{working: 1}
	oneWeek    = length{days: 7}
	oneMonth   = length{months: 1}
	oneYear    = length{months: 12}
)

// lexicon is how a language writes lengths of time.
type lexicon struct {
	numbers map[string]int
	units   []unitWord        // the first that fits counts: longer stems first
	whole   map[string]length // one word for both: يومين
	working []string          // stems of the word that makes a day a working day, before or after it
	each    []string          // words that make a unit return: every year
	often   []unitWord        // stems that say the same in one word: yearly
	joined  []string          // what is written before a word as one with it: السنوي
	single  []string          // "one" after its unit: سنة واحدة
	of      string            // the word between days and the working days that they are: يومين من أيام العمل
	others  []string          // words that only look like a unit
}

type unitWord struct {
	stem string
	is   length
}

// classWords name the classes of data by the beginnings of words, by language: so much of each that no other word
// (a person, an office) begins so.
var classWords = map[string]map[string]Class{
	"en": {"sensitive": ClassSensitive, "protected": ClassProtected, "personal": ClassPersonal, "official": ClassOfficial, "public": ClassPublic},
	"fr": {"sensible": ClassSensitive, "protégé": ClassProtected, "personnel": ClassPersonal, "officiel": ClassOfficial, "publi": ClassPublic},
	"es": {"sensible": ClassSensitive, "protegid": ClassProtected, "personal": ClassPersonal, "oficial": ClassOfficial, "públic": ClassPublic},
}

var lexicons = map[string]*lexicon{
	"en": {
		numbers: englishNumbers(),
		units: []unitWord{
			{"second", oneSecond}, {"minute", oneMinute}, {"hour", oneHour}, {"day", oneDay}, {"week", oneWeek}, {"month", oneMonth}, {"year", oneYear},
		},
		working: []string{"working", "business"},
		each:    []string{"every", "each", "per"},
		often:   []unitWord{{"annual", oneYear}, {"yearly", oneYear}, {"monthly", oneMonth}, {"weekly", oneWeek}, {"daily", oneDay}},
	},
	"fr": {
		numbers: frenchNumbers,
		units: []unitWord{
			{"seconde", oneSecond}, {"minute", oneMinute}, {"heure", oneHour}, {"jour", oneDay}, {"semaine", oneWeek}, {"mois", oneMonth}, {"année", oneYear}, {"an", oneYear}, {"semestre", oneMonth.times(6)},
		},
		working: []string{"ouvrable", "ouvré"},
		each:    []string{"chaque", "par"},
		often:   []unitWord{{"annuel", oneYear}, {"mensuel", oneMonth}, {"hebdomadaire", oneWeek}, {"quotidien", oneDay}},
	},
	"es": {
		numbers: spanishNumbers,
		units: []unitWord{
			{"segundo", oneSecond}, {"minuto", oneMinute}, {"hora", oneHour}, {"día", oneDay}, {"semana", oneWeek}, {"mes", oneMonth}, {"año", oneYear},
		},
		working: []string{"hábil", "laborable"},
		each:    []string{"cada", "por"},
		often:   []unitWord{{"anual", oneYear}, {"mensual", oneMonth}, {"semanal", oneWeek}, {"diari", oneDay}},
	},
	"ru": {
		numbers: map[string]int{
			"один": 1, "одного": 1, "одна": 1, "одной": 1, "два": 2, "двух": 2, "две": 2, "три": 3, "трёх": 3, "трех": 3, "четырёх": 4, "четырех": 4, "пяти": 5, "пять": 5,
			"шести": 6, "шесть": 6, "семи": 7, "семь": 7, "восьми": 8, "восемь": 8, "девяти": 9, "девять": 9, "десяти": 10, "десять": 10, "двенадцати": 12,
			"пятнадцати": 15, "двадцати": 20, "тридцати": 30, "сорока": 40, "шестидесяти": 60, "девяноста": 90, "ста": 100,
		},
		units: []unitWord{
			{"секунд", oneSecond},
			{"минут", oneMinute},
			{"час", oneHour},
			{"день", oneDay},
			{"дня", oneDay},
			{"дней", oneDay},
			{"сут", oneDay},
			{"недел", oneWeek},
			{"месяц", oneMonth},
			{"год", oneYear},
			{"лет", oneYear},
		},
		working: []string{"рабоч"},
		each:    []string{"каждый", "каждого", "каждую", "в"},
		often:   []unitWord{{"ежегодн", oneYear}, {"ежемесячн", oneMonth}, {"еженедельн", oneWeek}, {"ежедневн", oneDay}},
	},
	"zh": {
		units: []unitWord{
			{"个工作日", oneWorking},
			{"工作日", oneWorking},
			{"秒", oneSecond},
			{"分钟", oneMinute},
			{"个小时", oneHour},
			{"小时", oneHour},
			{"日", oneDay},
			{"天", oneDay},
			{"周", oneWeek},
			{"星期", oneWeek},
			{"个月", oneMonth},
			{"年", oneYear},
		},
		often: []unitWord{{"每年", oneYear}, {"每月", oneMonth}, {"每周", oneWeek}, {"每日", oneDay}, {"每天", oneDay}},
	},
	"ar": {
		numbers: arabicNumbers,
		units: []unitWord{
			{"ثانية", oneSecond},
			{"ثوان", oneSecond},
			{"دقيقة", oneMinute},
			{"دقائق", oneMinute},
			{"ساعة", oneHour},
			{"ساعات", oneHour},
			{"يوم", oneDay},
			{"أيام", oneDay},
			{"أسبوع", oneWeek},
			{"أسابيع", oneWeek},
			{"شهر", oneMonth},
			{"أشهر", oneMonth},
			{"سنة", oneYear},
			{"سنوات", oneYear},
			{"عام", oneYear},
			{"أعوام", oneYear},
		},
		whole: map[string]length{
			"يومين": oneDay.times(2), "يومان": oneDay.times(2), "ساعتين": oneHour.times(2), "أسبوعين": oneWeek.times(2), "شهرين": oneMonth.times(2),
			"سنتين": oneYear.times(2), "عامين": oneYear.times(2),
			"ساعتان": oneHour.times(2), "أسبوعان": oneWeek.times(2), "شهران": oneMonth.times(2), "سنتان": oneYear.times(2), "عامان": oneYear.times(2),
			"دقيقتين": oneMinute.times(2), "دقيقتان": oneMinute.times(2),
			"ثانيتين": oneSecond.times(2), "ثانيتان": oneSecond.times(2),
		},
		working: []string{"عمل", "العمل"},
		each:    []string{"كل"},
		joined:  []string{"وال", "بال", "ال", "و", "ب", "ل"},
		single:  []string{"واحد", "واحدة"},
		of:      "من",
		others:  []string{"عامة", "عامل", "عاملا"},
		often:   []unitWord{{"سنوي", oneYear}, {"شهري", oneMonth}, {"أسبوعي", oneWeek}, {"يومي", oneDay}},
	},
}

func numbered(words string, more map[string]int) map[string]int {
	for i, w := range strings.Fields(words) {
		more[w] = i + 1
	}
	return more
}

func englishNumbers() map[string]int {
	m := numbered("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", map[string]int{"a": 1, "an": 1})
	for i, tens := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		m[tens] = 20 + 10*i
		for j, one := range strings.Fields("one two three four five six seven eight nine") {
			m[tens+"-"+one] = 20 + 10*i + j + 1
		}
	}
	return m
}

// lengthsIn gives the lengths of time that a text states in words or digits. A number counts with the unit that
// follows it within three words of its sentence, so that "30 or 60 days" are two; a number that follows a unit by the
// word of an ellipsis ("ten years, … for two") is none, nor is that of a paragraph ("(6) Every year").
func lengthsIn(text, language string) []length {
	x := lexicons[language]
	if x == nil {
		return nil
	}
	var out []length
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimPrefix(l, itemForm.FindString(l))
	}
	for _, s := range pointForm.Split(joinedNumbers(strings.Join(lines, "\n"), language), -1) {
		out = append(out, x.lengths(wordsOf(s, language == "zh"))...)
	}
	return out
}

// pointForm is a mark at which a number and its unit part: "no more than three. Every year" states no length.
var pointForm = regexp.MustCompile(`[.!?;:…]\s|[。！？؟۔；：]`)

// citesForm is a word whose number counts nothing: "under Article 6, and for thirty days".
var citesForm = regexp.MustCompile(`^(?:articles?|paragraph(?:e?s?)|artículos?|párrafos?|стать[яиюе]|пункт[аеу]?|(?:وال|بال|ال|لل)?(?:مادة|فقرة))$`)

// lengths reads one sentence.
func (x *lexicon) lengths(words []string) []length {
	var out []length
	for i, w := range words {
		if l, ok := x.wholly(w); ok {
			if l == oneDay.times(2) && x.isWorking(words, i) {
				l = oneWorking.times(2)
			}
			out = append(out, l)
			continue
		}
		if l, ok := x.one(words, i); ok {
			out = append(out, l)
			continue
		}
		n, ok := x.number(w)
		if !ok || i > 0 && citesForm.MatchString(words[i-1]) {
			continue
		}
		if i+1 < len(words) && words[i+1] == "hundred" {
			n *= 100
		}
		reach := 3
		if w == "a" || w == "an" {
			reach = 1
		}
		for j := i + 1; j < len(words) && j <= i+reach; j++ {
			if n >= 1900 && n < 2200 && j > i+1 {
				break // a year: "from 1 March 2026, and every year"
			}
			unit, ok := x.unit(words[j])
			if !ok || passing(w, unit, j > i+1) {
				continue
			}
			if unit == oneDay && x.isWorking(words, j) {
				unit = oneWorking
			}
			out = append(out, unit.times(n))
			break
		}
	}
	return out
}

// forms are a word, and what is left of it without that which is written as one with it.
func (x *lexicon) forms(w string) []string {
	out := []string{w}
	for _, before := range x.joined {
		if rest, ok := strings.CutPrefix(w, before); ok {
			out = append(out, rest)
		}
	}
	return out
}

// wholly reads a word that is number and unit.
func (x *lexicon) wholly(w string) (length, bool) {
	for _, f := range x.forms(w) {
		if l, ok := x.whole[f]; ok {
			return l, true
		}
	}
	return length{}, false
}

// one reads "one" after its unit, with a word between them at most: يوم عمل واحد.
func (x *lexicon) one(words []string, i int) (length, bool) {
	if !slices.Contains(x.single, words[i]) {
		return length{}, false
	}
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		for _, f := range x.forms(words[j]) {
			if unit, ok := x.unit(f); ok {
				if unit == oneDay && x.isWorking(words, j) {
					unit = oneWorking
				}
				return unit, true
			}
		}
	}
	return length{}, false
}

// returnsIn gives the lengths of time after which a text says that something returns: every year, monthly. They can say
// what a rule states, but a text says much by them that no rule need state.
func returnsIn(text, language string) []length {
	x := lexicons[language]
	if x == nil {
		return nil
	}
	var out []length
	words := wordsOf(text, false)
	for i, w := range words {
		_, whole := x.wholly(w)
		for _, u := range x.often {
			if whole || language == "ar" && x.isWorking(words, i) { // يومين, يومي عمل
				break
			}
			if slices.ContainsFunc(x.forms(w), func(f string) bool { return strings.HasPrefix(f, u.stem) }) || language == "zh" && strings.Contains(w, u.stem) {
				out = append(out, u.is)
			}
		}
		if i+1 < len(words) && slices.Contains(x.each, w) {
			if unit, ok := x.unit(words[i+1]); ok {
				out = append(out, unit)
			}
		}
	}
	return out
}

// passing says that a unit is none here: "twice a day" states no length, nor does "a second person".
func passing(number string, unit length, apart bool) bool {
	if unit == oneSecond && apart {
		return true
	}
	return (number == "a" || number == "an") && (unit == oneDay || unit == oneSecond || unit == oneMinute)
}

func (x *lexicon) number(w string) (int, bool) {
	for _, f := range x.forms(w) {
		if n, ok := x.numbers[f]; ok {
			return n, true
		}
		if n, err := strconv.Atoi(f); err == nil && n > 0 && n <= maxPeriodNumber {
			return n, true
		}
	}
	n := chineseNumber(w)
	return n, n > 0
}

func (x *lexicon) unit(w string) (length, bool) {
	if slices.Contains(x.others, w) {
		return length{}, false
	}
	for _, u := range x.units {
		if rest, ok := strings.CutPrefix(w, u.stem); ok && len([]rune(rest)) <= 2 {
			return u.is, true
		}
	}
	return length{}, false
}

func (x *lexicon) isWorking(words []string, j int) bool {
	for _, stem := range x.working {
		if j > 0 && strings.HasPrefix(words[j-1], stem) || j+1 < len(words) && strings.HasPrefix(words[j+1], stem) {
			return true
		}
	}
	if x.of != "" && j+3 < len(words) && words[j+1] == x.of {
		day, _ := x.unit(words[j+2])
		return day == oneDay && slices.Contains(x.working, words[j+3])
	}
	return false
}

// wordsOf cuts a text into words in small letters. Chinese is cut where numbers and other characters meet.
func wordsOf(text string, chinese bool) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && !unicode.Is(unicode.Mn, r)
	}) {
		if !chinese {
			out = append(out, strings.Trim(w, "-"))
			continue
		}
		runes, from := []rune(w), 0
		for i := 1; i <= len(runes); i++ {
			if i == len(runes) || numeral(runes[i]) != numeral(runes[i-1]) {
				out = append(out, string(runes[from:i]))
				from = i
			}
		}
	}
	return out
}

const chineseDigits = "〇一二三四五六七八九"

func numeral(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune(chineseDigits+"两十百", r)
}

// chineseNumber reads numbers below a thousand as they are written in characters; 0 for what is none.
func chineseNumber(w string) int {
	total, digit := 0, 0
	for _, r := range w {
		switch {
		case r == '两':
			digit = 2
		case r == '十':
			total, digit = total+10*max(1, digit), 0
		case r == '百':
			total, digit = total+100*max(1, digit), 0
		case strings.ContainsRune(chineseDigits, r):
			digit = strings.Index(chineseDigits, string(r)) / len("一")
		default:
			return 0
		}
	}
	return total + digit
}
