package agreement

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
	"time"
)

// phrases is what one language has to say. A placeholder stands in braces; another language is another
// value of this type, and a test holds that none lacks a phrase or a placeholder.
type phrases struct {
	says   map[string]string
	months [12]string
	// plural gives the form of a unit for a number.
	plural func(unit string, n int) string
	quote  [2]string
	and    string
	or     string
}

// languages holds the catalogue. English stands in for what is not there yet.
var languages = map[string]*phrases{"en": english}

// together makes one catalogue of its parts.
func together(parts ...map[string]string) map[string]string {
	all := map[string]string{}
	for _, p := range parts {
		maps.Copy(all, p)
	}
	return all
}

func speak(lang string) *phrases {
	if p := languages[lang]; p != nil {
		return p
	}
	return english
}

// say fills a phrase: the arguments are pairs of placeholder and words.
func (p *phrases) say(key string, pairs ...string) string {
	s, ok := p.says[key]
	if !ok {
		return key
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, "{"+pairs[i]+"}", pairs[i+1])
	}
	return s
}

func (p *phrases) quoted(s string) string { return p.quote[0] + s + p.quote[1] }

// list joins words: a, b and c.
func (p *phrases) list(words []string, last string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + last + " " + words[len(words)-1]
}

func (p *phrases) date(d Date) string {
	return fmt.Sprintf("%d %s %d", d.day, p.months[d.month-1], d.year)
}

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
		words[i] = strconv.Itoa(n) + " " + p.plural(units[i], n)
	}
	return p.list(words, p.and)
}

// number groups the digits of a count.
func groupDigits(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// plain turns a name into words: late-answer, late answer.
func plain(id string) string {
	return strings.NewReplacer("-", " ", "_", " ").Replace(id)
}

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
