package agreement

import (
	"slices"
	"strings"
	"unicode"

	"github.com/hashicorp/hcl/v2"
)

// Where the prose prevails, a rule that the prose does not say would lose against it in every dispute. So the two
// are held against each other where both are exact: lengths of time, offices that may act or see, and classes of
// data. These are warnings: prose can say the same in words that no table of words knows.

// stated is a length of time or an office, as a rule states it.
type stated struct {
	article Article
	at      hcl.Range
	words   string // the block: clock "review"
	name    string // the attribute
	period  Period
	role    RoleID
}

// checkSaid holds the prose of each article against its rules.
func (c *compiler) checkSaid() {
	if c.m.Prevails == "rules" || len(c.m.Languages) == 0 {
		return
	}
	language := c.m.Languages[0]
	said, returns := map[Article][]length{}, map[Article][]length{}
	prose := map[Article]string{}
	for _, cl := range c.m.Articles {
		prose[cl.Number] = strings.ToLower(cl.Title + "\n" + strings.Join(cl.Prose, "\n"))
		said[cl.Number] = lengthsIn(strings.Join(cl.Prose, "\n"), language)
		returns[cl.Number] = returnsIn(strings.Join(cl.Prose, "\n"), language)
	}
	if lexicons[language] != nil {
		c.checkLengths(said, returns)
	}
	c.checkOffices(prose)
	c.checkIndependence(language)
	if w := classWords[language]; w != nil {
		for i := range c.m.Records {
			c.checkClassesSaid(&c.m.Records[i], w)
		}
	}
}

// checkLengths: each length of time that a rule states is in the prose of its article, and each one that the
// prose of an article with rules states is in one of them.
func (c *compiler) checkLengths(said, returns map[Article][]length) {
	ruled := map[Article][]length{}
	for _, s := range c.spoken {
		if s.period.IsZero() || s.name == "warns" { // a warning beforehand is a matter of the desk, not of the law
			continue
		}
		l := lengthOf(s.period)
		ruled[s.article] = append(ruled[s.article], l)
		if !slices.Contains(said[s.article], l) && !slices.Contains(returns[s.article], l) {
			c.on(CodePeriodUnsaid, s.at, "%s: %s = %q, but the prose of Article %s does not say %s", s.words, s.name, s.period, s.article, s.period.InWords(c.m.Languages[0])).
				mend("say it in the prose, where it prevails, or correct the rule")
		}
	}
	ruled[c.m.Declared] = append(ruled[c.m.Declared], c.termLengths()...)
	for _, cl := range c.m.Articles {
		if len(ruled[cl.Number]) == 0 {
			continue
		}
		told := map[length]bool{}
		for _, l := range said[cl.Number] {
			if slices.Contains(ruled[cl.Number], l) || told[l] {
				continue
			}
			told[l] = true
			c.at(CodePeriodUnruled, c.src.lines[cl.Line-1], "the prose of Article %s says %s, and no rule of the article does", cl.Number, l.period().InWords(c.m.Languages[0])).
				mend("add the rule that carries it out, or correct the prose")
		}
	}
}

// termLengths gives how long the agreement is in force, where that is a whole number of months.
func (c *compiler) termLengths() []length {
	from, last := c.m.Starts, c.m.Ends
	if from.IsZero() || last.IsZero() {
		return nil
	}
	end := last.After()
	months := (end.year-from.year)*12 + int(end.month) - int(from.month)
	if months <= 0 || from.Plus(Period{months: 1}, months) != end {
		return nil
	}
	return []length{{months: months}}
}

// checkOffices: an office that may act, see or be told is named by the article's prose.
func (c *compiler) checkOffices(prose map[Article]string) {
	type told struct {
		article Article
		role    RoleID
	}
	done := map[told]bool{}
	for _, s := range c.spoken {
		r := c.m.Role(s.role)
		if r == nil || s.article == r.Article || done[told{s.article, s.role}] || names(prose[s.article], r) {
			continue
		}
		done[told{s.article, s.role}] = true
		c.on(CodeRoleUnsaid, s.at, "%s: %s names the office %q, but the prose of Article %s does not", s.words, s.name, r.Title, s.article).
			mend("name it in the prose, or correct the rule")
	}
}

// independentWords are the stems by which a language calls somebody independent.
var independentWords = map[string]string{"en": "independent", "fr": "indépendan", "es": "independiente", "ru": "независим", "zh": "独立", "ar": "مستقل"}

// checkIndependence: an office that a sentence calls independent is so by the rules.
func (c *compiler) checkIndependence(language string) {
	word := independentWords[language]
	for _, cl := range c.m.Articles {
		for _, s := range clausesOf(strings.ToLower(strings.Join(cl.Prose, "\n"))) {
			if word == "" || !strings.Contains(s, word) {
				continue
			}
			for i := range c.m.Roles {
				if r := &c.m.Roles[i]; !r.Independent && names(s, r) {
					c.on(CodeIndependence, c.place("/role."+string(r.ID)), "the prose of Article %s calls the %s independent, the rules do not", cl.Number, r.ID).
						mend("add independent = true, or correct the prose")
				}
			}
		}
	}
}

// names says whether a text (in small letters) names an office: by its title or by its name in the rules, whatever
// ending the words have there.
func names(text string, r *Role) bool {
	return mentions(text, r.Title) || mentions(text, plain(string(r.ID)))
}

// mentions says whether each word of a phrase stands in a text, but for words of three letters and less, which
// join the others.
func mentions(text, phrase string) bool {
	found := false
	for _, w := range strings.FieldsFunc(strings.ToLower(phrase), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		letters := []rune(w)
		if han(letters[0]) {
			if !strings.Contains(text, w) {
				return false
			}
			found = true
			continue
		}
		if len(letters) <= 3 {
			continue
		}
		// The ending of a word changes with number and case; its beginning hardly does.
		if !begins(text, string(letters[:max(4, len(letters)-2)])) {
			return false
		}
		found = true
	}
	return found
}

func han(r rune) bool { return unicode.Is(unicode.Han, r) }

// begins says whether a word of the text begins so. Arabic words may carry an article or a particle before them.
func begins(text, stem string) bool {
	for i := 0; ; {
		at := strings.Index(text[i:], stem)
		if at < 0 {
			return false
		}
		i += at
		before := []rune(text[max(0, i-16):i])
		if n := len(before); n == 0 || !unicode.IsLetter(before[n-1]) || unicode.Is(unicode.Arabic, before[n-1]) {
			return true
		}
		i += len(stem)
	}
}

// checkClassesSaid: where a sentence of the record's article says a class and names a field by its label, the
// field is of that class.
func (c *compiler) checkClassesSaid(r *Record, classes map[string]Class) {
	cl := c.m.Clause(r.Article)
	if cl == nil {
		return
	}
	for _, s := range clausesOf(strings.Join(cl.Prose, "\n")) {
		s = strings.ToLower(s)
		var said Class
		for w, class := range classes {
			if begins(s, w) {
				if said != "" && said != class {
					said = "" // it speaks of several at once
					break
				}
				said = class
			}
		}
		if said == "" {
			continue
		}
		for i := range r.Fields {
			f := &r.Fields[i]
			label := strings.ToLower(c.m.LabelOf(f, c.m.Languages[0]))
			if f.Class != said && strings.Contains(s, label) && !called(s, label, classes) {
				c.on(CodeClassContradicts, c.place("/record."+string(r.ID)+"/field."+string(f.ID)+"/class"), "field %q is %s, but the prose of Article %s calls it %s", f.ID, f.Class, r.Article, said).
					mend("let rule and prose say the same")
			}
		}
	}
}

// called says whether the word of a class is part of the field's own name wherever the sentence says it: "sensitive
// points" are called so, whatever their class.
func called(s, label string, classes map[string]Class) bool {
	rest := strings.ReplaceAll(s, label, " ")
	for w := range classes {
		if mentions(rest, w) {
			return false
		}
	}
	return true
}

// clausesOf cuts a text at full stops and semicolons: within one, a class belongs to the fields that are named.
func clausesOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".;。；؛", r) })
}
