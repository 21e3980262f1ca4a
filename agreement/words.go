package agreement

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// phrases is what one language has to say. A placeholder stands in braces; another language is another
// value of this type, and a test holds that none lacks a phrase or a placeholder, and none has one too many.
type phrases struct {
	says   map[string]string
	months [12]string
	quote  [2]string
	and    string
	or     string
	comma  string // between the members of a list
	semi   string // between members that are sentences, or have commas
	space  string // between two sentences
	point  string // of a decimal fraction
	groups string // between the thousands
	rtl    bool   // written from right to left
	// join makes a list of two or more words, the last of them after "and" or "or".
	join func(words []string, last string) string
	// clauses makes a list of conditions; nil: as join.
	clauses func(words []string, last string) string
	date    func(day int, month string, year int) string
	// yearly says a day of every year.
	yearly func(day int, month string) string
	// units says a number of units: "8 days". The number comes as it is written, and as n.
	units func(number, unit string, n int) string
	// spans joins the units of one period; nil: as a list.
	spans func(words []string) string
}

// languages holds the catalogue: the six official languages of the United Nations.
var languages = map[string]*phrases{
	"ar": arabic, "en": english, "es": spanish, "fr": french, "ru": russian, "zh": chinese,
}

// together makes one catalogue of its parts.
func together(parts ...map[string]string) map[string]string {
	all := map[string]string{}
	for _, p := range parts {
		maps.Copy(all, p)
	}
	return all
}

// Languages are the languages in which rules are said in plain words, by their BCP 47 tags, sorted.
func Languages() []string { return sortedKeys(languages) }

// Speaks says whether rules can be said in a language.
func Speaks(lang string) bool { return languages[lang] != nil }

// speak gives a language's phrases; English stands in for a language that is not there.
func speak(lang string) *phrases {
	if p := languages[lang]; p != nil {
		return p
	}
	return english
}

// everywhere gives a phrase in every language, as a label.
func everywhere(key string) map[string]string {
	out := make(map[string]string, len(languages))
	for lang, p := range languages {
		out[lang] = p.says[key]
	}
	return out
}

// say fills a phrase: the arguments are pairs of placeholder and words. What is filled in is not read again,
// so that braces in the words of an agreement stay what they are.
func (p *phrases) say(key string, pairs ...string) string {
	s, ok := p.says[key]
	if !ok {
		return key
	}
	if !strings.Contains(s, "{") {
		return s
	}
	var b strings.Builder
	for s != "" {
		before, rest, open := strings.Cut(s, "{")
		name, after, closed := strings.Cut(rest, "}")
		b.WriteString(before)
		if !open || !closed {
			break // a test holds that no phrase has a brace alone
		}
		words := "{" + name + "}"
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				words = pairs[i+1]
				break
			}
		}
		b.WriteString(words)
		s = after
	}
	return b.String()
}

// The marks that keep words of the other direction in their place among the words around them (UAX 9).
const (
	isolate    = "\u2068"
	endIsolate = "\u2069"
)

// own sets words of the agreement into a sentence. Where they run the other way than the sentence, they are
// isolated, so that neither their order nor that of a list of them is turned about.
func (p *phrases) own(s string) string {
	if other, _ := p.runs(s); !other {
		return s
	}
	return isolate + s + endIsolate
}

// runs says whether a text has letters that run the other way than the language, and letters that run its way;
// what is isolated already does not count.
func (p *phrases) runs(s string) (other, same bool) {
	depth := 0
	for _, r := range s {
		switch {
		case r == '\u2066' || r == '\u2067' || r == '\u2068':
			depth++
		case r == '\u2069':
			depth = max(0, depth-1)
		case depth > 0:
		case r < '\u0590': // before the first such script
			if unicode.IsLetter(r) {
				other, same = other || p.rtl, same || !p.rtl
			}
		case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko):
			other, same = other || !p.rtl, same || p.rtl
		case unicode.IsLetter(r):
			other, same = other || p.rtl, same || !p.rtl
		}
	}
	return other, same
}

// Isolate prepares words for being set into a sentence of a language: where all their letters run the other way,
// they are isolated (UAX 9), so that they turn nothing about. What has letters of the language's own direction is
// a sentence of it, and stays.
func Isolate(lang, s string) string {
	p := speak(lang)
	if other, same := p.runs(s); !other || same {
		return s
	}
	return isolate + s + endIsolate
}

func (p *phrases) quoted(s string) string { return p.quote[0] + p.own(s) + p.quote[1] }

// cited quotes sentences of the agreement at the end of a sentence, which has a full stop of its own.
func (p *phrases) cited(s string) string {
	for _, stop := range []string{".", "。"} {
		if rest, ok := strings.CutSuffix(s, stop); ok && !strings.HasSuffix(rest, stop) {
			return p.quoted(rest)
		}
	}
	return p.quoted(s)
}

// list joins words: a, b and c.
func (p *phrases) list(words []string, last string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return p.join(words, last)
}

// lists gives a language's way to join words: commas, and a last word before which "and" or "or" stands
// between spaces.
func lists(comma string) func([]string, string) string {
	return func(words []string, last string) string {
		n := len(words) - 1
		return strings.Join(words[:n], comma) + " " + last + " " + words[n]
	}
}

// sentences joins sentences, each begun as the language begins one; empty ones are left out.
func (p *phrases) sentences(list ...string) string {
	list = slices.DeleteFunc(list, func(s string) bool { return s == "" })
	for i := range list {
		list[i] = capital(list[i])
	}
	return strings.Join(list, p.space)
}

func (p *phrases) day(d Date) string { return p.date(d.day, p.months[d.month-1], d.year) }

// parts gives a period as numbers and units.
func (p Period) parts() (numbers []int, units []string) {
	add := func(n int, unit string) {
		if n != 0 {
			numbers, units = append(numbers, n), append(units, unit)
		}
	}
	add(p.months/12, "year")
	add(p.months%12, "month")
	add(p.days, "day")
	add(p.working, "working day")
	add(int(p.exact/time.Hour), "hour")
	add(int(p.exact%time.Hour/time.Minute), "minute")
	add(int(p.exact%time.Minute/time.Second), "second")
	return numbers, units
}

func (p *phrases) period(x Period) string {
	numbers, units := x.parts()
	if len(numbers) == 0 {
		return p.say("at once")
	}
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = p.units(p.count(n), units[i], n)
	}
	if p.spans != nil {
		return p.spans(words)
	}
	return p.list(words, p.and)
}

// count writes a whole number with its digits in groups. Digits are Latin in every language, as in the codes
// and hashes beside them.
func (p *phrases) count(n int) string { return grouped(strconv.Itoa(n), p.groups) }

// number writes a number of a condition or an example, with all the digits that it has.
func (p *phrases) number(x float64) string { return p.decimal(strconv.FormatFloat(x, 'f', -1, 64)) }

// decimal writes a decimal number as the language does, with the digits that it is written with.
func (p *phrases) decimal(s string) string {
	whole, fraction, cut := strings.Cut(s, ".")
	whole, negative := strings.CutPrefix(whole, "-")
	s = grouped(whole, p.groups)
	if cut {
		s += p.point + fraction
	}
	if negative {
		s = p.sign("\u2212", s)
	}
	return s
}

// signed writes what is added to a score: +40, −20.
func (p *phrases) signed(n int) string {
	if n < 0 {
		return p.decimal(strconv.Itoa(n))
	}
	return p.sign("+", p.count(n))
}

// sign sets a sign before a number. Among letters that run from right to left it would come to stand behind it.
func (p *phrases) sign(sign, number string) string {
	if p.rtl {
		return isolate + sign + number + endIsolate
	}
	return sign + number
}

// grouped sets a separator between thousands.
func grouped(s, separator string) string {
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + separator + s[i:]
	}
	return s
}

// groupDigits groups the digits of a count as English does.
func groupDigits(n int) string { return english.count(n) }

// plain turns a name into words: late-answer, late answer.
func plain(id string) string { return blanks.Replace(id) }

var blanks = strings.NewReplacer("-", " ", "_", " ")

// titled gives a title, or the name in words where there is none.
func titled(title, id string) string {
	if title != "" {
		return title
	}
	return plain(id)
}

// LabelOf gives a field's label in a language, in the agreement's first language, or its name in words.
func (m *Model) LabelOf(f *Field, lang string) string {
	return m.pick(f.Label, lang, string(f.ID))
}

// TitleOf gives a state's words in a language, its title, or its name in words.
func (m *Model) TitleOf(s *State, lang string) string {
	if l := s.Label[lang]; l != "" {
		return l
	}
	return titled(s.Title, string(s.ID))
}

func (m *Model) pick(label map[string]string, lang, id string) string {
	for _, l := range append([]string{lang}, m.Languages...) {
		if s := label[l]; s != "" {
			return s
		}
	}
	if s := label["en"]; s != "" {
		return s
	}
	return plain(id)
}

// InWords says a period as a person does: "8 days", "1 year and 6 months".
func (p Period) InWords(lang string) string { return speak(lang).period(p) }
