package agreement

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-net/entente/fault"
)

// Adopted is a party that takes the place of one of a model agreement.
type Adopted struct {
	ID      PartyID
	Name    string // in full: "Kingdom of Belmark"
	Short   string // as prose calls it after the first time: "Belmark"; "": what stands after the last "of" of the name
	Country string // ISO 3166-1 alpha-2; "": that of the model
}

// Terms are what else must be decided before a model agreement is one's own. What is empty stays as it is.
type Terms struct {
	ID      ID
	Title   string
	Version string
	World   string
}

// shortName is what prose calls a party after the first time.
func shortName(name string) string {
	if i := strings.LastIndex(name, " of "); i >= 0 {
		return strings.TrimPrefix(name[i+4:], "the ")
	}
	return name
}

// Adopt lets other parties take the places of those of a model agreement: in names, prose and rules, all at once, so that two
// may change places. Title, name and version are set in the block agreement. The text must compile, and must compile afterwards:
// else the error wraps its Findings.
func Adopt(text []byte, parties map[PartyID]Adopted, terms Terms) ([]byte, error) {
	c, err := readForRewrite(text)
	if err != nil {
		return nil, err
	}
	taken := map[PartyID]bool{}
	for i := range c.m.Parties {
		id := c.m.Parties[i].ID
		if a, ok := parties[id]; ok {
			id = a.ID
		}
		if taken[id] {
			return nil, fault.New(fault.Invalid, "two parties would be called %s", id).Mend("give each a name of its own")
		}
		taken[id] = true
	}
	var pairs []string // one pass over the text: what was put in is not read again
	for _, id := range sortedKeys(parties) {
		p, a := c.m.Party(id), parties[id]
		switch {
		case p == nil:
			return nil, fault.New(fault.Invalid, "the model has no party %q", id).Mend("its parties are: %s", strings.Join(partyIDs(c.m), ", "))
		case !blockName.MatchString(string(a.ID)) || len(a.ID) > maxName:
			return nil, fault.New(fault.Invalid, "%q cannot name a party in the rules", a.ID).Mend("small letters, digits and hyphens, beginning with a letter")
		case strings.TrimSpace(a.Name) == "" || strings.ContainsAny(a.Name+a.Short, "\"\\\n$%"):
			return nil, fault.New(fault.Invalid, "%q cannot be a party's name", a.Name).Mend("write it in plain words")
		}
		if a.Short == "" {
			a.Short = shortName(a.Name)
		}
		pairs = append(pairs, p.Name, a.Name)
		if short := shortName(p.Name); short != p.Name {
			pairs = append(pairs, short, a.Short)
		}
		if p.Country != "" && a.Country != "" {
			pairs = append(pairs, `"`+p.Country+`"`, `"`+a.Country+`"`)
		}
		for _, around := range []struct{ before, after string }{{"party.", ""}, {`party "`, `"`}, {"{ ", " = "}, {", ", " = "}} {
			pairs = append(pairs, around.before+string(id)+around.after, around.before+string(a.ID)+around.after)
		}
	}
	w := &rewriter{c: c}
	b := w.find("agreement", string(c.m.ID))
	for _, s := range []struct{ name, value string }{{"title", terms.Title}, {"version", terms.Version}, {"world", terms.World}} {
		if s.value != "" {
			w.set(b, s.name, s.value)
		}
	}
	if terms.ID != "" {
		r := b.LabelRanges[0]
		w.edits = append(w.edits, edit{r.Start.Byte, r.End.Byte, `"` + string(terms.ID) + `"`})
	}
	out, err := w.done()
	if err != nil {
		return nil, err
	}
	if out, err = Format([]byte(swapped(string(out), pairs))); err != nil {
		return nil, err
	}
	if _, fs := Compile("agreement", out); fs.Failed() {
		return nil, fault.New(fault.AgreementOpen, "with these parties the text has findings, the first of them: %s", fs[0].Message).
			Mend("choose other names").Wrap(fs)
	}
	return out, nil
}

// AdoptTranslation gives the translation of a model agreement to the agreement that was begun from it with the same parties:
// it gets the name and, where that is another, the title. With other parties there is none: what they are called in that
// language nobody has said, and its prose bends to their names.
func AdoptTranslation(text []byte, language string, was, now *Model) ([]byte, error) {
	for i := range was.Parties {
		if p := now.Party(was.Parties[i].ID); p == nil || p.Name != was.Parties[i].Name {
			return nil, fault.New(fault.Invalid, "%s is no party of the agreement, and the translation speaks of it", was.Parties[i].Name).
				Mend("translate the agreement anew")
		}
	}
	c := newCompiler(TranslationName("agreement", language), text)
	if c.opened() {
		c.parse(c.readText())
	}
	if fs := c.all(); fs.Failed() {
		return nil, fault.New(fault.Invalid, "the translation does not read: %s", fs[0].Message).Wrap(fs)
	}
	w := &rewriter{c: c}
	if b := w.find("agreement", string(was.ID)); b != nil {
		r := b.LabelRanges[0]
		w.edits = append(w.edits, edit{r.Start.Byte, r.End.Byte, `"` + string(now.ID) + `"`})
		if now.Title != was.Title {
			w.set(b, "title", now.Title)
		}
	}
	out := applyEdits(text, w.edits)
	if _, fs := Translate(now, language, TranslationName("agreement", language), out); fs.Failed() {
		return nil, fault.New(fault.Invalid, "the translation does not fit the agreement: %s", fs[0].Message).Wrap(fs)
	}
	return out, nil
}

func partyIDs(m *Model) []string {
	out := make([]string, len(m.Parties))
	for i := range m.Parties {
		out[i] = string(m.Parties[i].ID)
	}
	return out
}

// swapped replaces whole words in one pass, the longest first where several begin at one place.
func swapped(text string, pairs []string) string {
	to := map[string]string{}
	var all []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if _, twice := to[pairs[i]]; !twice {
			to[pairs[i]] = pairs[i+1]
			all = append(all, pairs[i])
		}
	}
	if len(all) == 0 {
		return text
	}
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	for i, s := range all {
		all[i] = regexp.QuoteMeta(s)
	}
	form := regexp.MustCompile(`(^|[^\pL\pN_])(` + strings.Join(all, "|") + `)`)
	var out strings.Builder
	for text != "" {
		m := form.FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		rest := text[m[1]:]
		was := text[m[4]:m[5]]
		out.WriteString(text[:m[4]])
		if continues(was, rest) {
			out.WriteString(was)
		} else {
			out.WriteString(to[was])
		}
		text = rest
	}
	out.WriteString(text)
	return out.String()
}

// continues says that a word goes on where a match ends. A hyphen goes on with a name of the rules, and parts two of prose.
func continues(was, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(was)
	next, _ := utf8.DecodeRuneInString(rest)
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return letter(last) && (letter(next) || next == '_' || next == '-' && strings.HasPrefix(was, "party."))
}
