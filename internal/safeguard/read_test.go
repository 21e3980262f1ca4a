package safeguard_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/scenario"
)

// Sentences about the API, beside those of stories.
const (
	getsVerb   scenario.Verb = "gets"    // SIDE.ROLE gets PATH; posts PATH JSON; puts PATH LINE;LINE of a list
	barredVerb scenario.Verb = "barred"  // SIDE.ROLE is refused GET PATH because CODE (Article 7)
	exactVerb  scenario.Verb = "exact"   // SIDE.ROLE sees FIELD = JSON
	unseenVerb scenario.Verb = "unseen"  // SIDE.ROLE does not see FIELD, FIELD because CODE (Article 7)
	noCaseVerb scenario.Verb = "no case" // SIDE.ROLE finds no case
	anewVerb   scenario.Verb = "anew"    // A second case: what follows is about another one, between the same
	noneVerb   scenario.Verb = "none"    // SIDE.ROLE counts no PROCEDURE: not in the figures of the agreement, either
	holdsVerb  scenario.Verb = "holds"   // PARTY holds FIELD, FIELD: its node has the values
	lacksVerb  scenario.Verb = "lacks"   // PARTY does not hold FIELD, FIELD: nor any copy in its files
)

// line is one sentence; of those about the API with what no sentence of a story has.
type line struct {
	scenario.Line
	method, path, body string
	party              agreement.PartyID
	value              any
}

const (
	someone = `([a-z][a-z0-9_-]*)\.([a-z][a-z0-9_-]*)(?: as (\S+))?`
	because = ` because ([a-z-]+)(?: \(Article ([0-9]+[a-z]?)\))?$`
	several = `([a-z][a-z0-9_]*(?:, [a-z][a-z0-9_]*)*)`
)

var (
	getsForm   = regexp.MustCompile(`^` + someone + ` (gets|posts|puts) (/\S+)(?: (.*))?$`)
	barredForm = regexp.MustCompile(`^` + someone + ` is refused (GET|POST|PUT|DELETE) (/\S+)(?: (\{.*\}))?` + because)
	exactForm  = regexp.MustCompile(`^` + someone + ` sees ([a-z][a-z0-9_]*) = (.*)$`)
	unseenForm = regexp.MustCompile(`^` + someone + ` does not see ` + several + because)
	noCaseForm = regexp.MustCompile(`^` + someone + ` finds no case$`)
	noneForm   = regexp.MustCompile(`^` + someone + ` counts no ([a-z][a-z0-9-]*)$`)
	holdsForm  = regexp.MustCompile(`^([a-z][a-z0-9-]*) (holds|does not hold) ` + several + `$`)
)

// read reads an attack. A sentence about the API leaves its place to the story's parser, which does not know it.
func read(model string, a attack) (*tale, error) {
	x := &tale{attack: a.name}
	own := map[int]line{}
	var rest []string
	for i, text := range strings.Split(strings.TrimSpace(a.story), "\n") {
		text = strings.TrimSpace(text)
		l, ok, err := readOwn(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", text, err)
		}
		if i == 1 && !strings.HasPrefix(text, "At ") {
			return nil, fmt.Errorf("the story says no instant")
		}
		if ok {
			l.Number, l.Text = i+3, text
			own[l.Number] = l
			text = "# " + text
		}
		rest = append(rest, text)
	}
	s, err := scenario.Read(strings.NewReader("Story: " + a.name + "\nGiven " + model + ".md\n" + strings.Join(rest, "\n")))
	if err != nil {
		return nil, err
	}
	x.Case = s.Cases[0]
	at := 0
	for n := range len(rest) + 3 {
		if l, ok := own[n]; ok {
			x.lines = append(x.lines, l)
		}
		if at < len(s.Lines) && s.Lines[at].Number == n {
			x.lines = append(x.lines, line{Line: s.Lines[at]})
			at++
		}
	}
	return x, nil
}

func readOwn(text string) (l line, ok bool, err error) {
	who := func(m []string) {
		l.Who, l.Person = agreement.Actor{Side: agreement.SideID(m[1]), Role: agreement.RoleID(m[2])}, m[3]
	}
	refused := func(code, article string) { l.Code, l.Article = code, agreement.Article(article) }
	switch {
	case getsForm.MatchString(text):
		m := getsForm.FindStringSubmatch(text)
		who(m)
		l.Verb, l.method, l.path, l.body = getsVerb, map[string]string{"gets": "GET", "posts": "POST", "puts": "PUT"}[m[4]], m[5], m[6]
	case barredForm.MatchString(text):
		m := barredForm.FindStringSubmatch(text)
		who(m)
		l.Verb, l.method, l.path, l.body = barredVerb, m[4], m[5], m[6]
		refused(m[7], m[8])
	case exactForm.MatchString(text):
		m := exactForm.FindStringSubmatch(text)
		who(m)
		l.Verb, l.Names = exactVerb, []string{m[4]}
		err = json.Unmarshal([]byte(m[5]), &l.value)
	case unseenForm.MatchString(text):
		m := unseenForm.FindStringSubmatch(text)
		who(m)
		l.Verb, l.Names = unseenVerb, strings.Split(m[4], ", ")
		refused(m[5], m[6])
	case noCaseForm.MatchString(text):
		who(noCaseForm.FindStringSubmatch(text))
		l.Verb = noCaseVerb
	case text == "A second case":
		l.Verb = anewVerb
	case noneForm.MatchString(text):
		m := noneForm.FindStringSubmatch(text)
		who(m)
		l.Verb, l.Names = noneVerb, []string{m[4]}
	case holdsForm.MatchString(text):
		m := holdsForm.FindStringSubmatch(text)
		l.Verb, l.party, l.Names = holdsVerb, agreement.PartyID(m[1]), strings.Split(m[3], ", ")
		if m[2] != "holds" {
			l.Verb = lacksVerb
		}
	default:
		return l, false, nil
	}
	return l, true, err
}
