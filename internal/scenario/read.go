package scenario

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
)

// maxStory bounds a story, in bytes.
const maxStory = 1 << 20

const (
	name  = `[a-z][a-z0-9_-]*`
	actor = `(` + name + `)\.(` + name + `)`
	names = `(` + name + `(?:, ` + name + `)*|nothing)`
	wall  = `[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(?::[0-9]{2})?`
)

// The forms of lines, whole: what fits none of them is an error.
var (
	storyForm   = regexp.MustCompile(`^Story: (\S.*)$`)
	amendedForm = regexp.MustCompile(`^Amended by (\S+)$`)
	givenForm   = regexp.MustCompile(`^Given (\S+)$`)
	caseForm    = regexp.MustCompile(`^Case (` + name + `) between (` + name + ` ` + name + `(?:(?:, | and )` + name + ` ` + name + `)*?)(?: called (` + name + `))?$`)
	inForm      = regexp.MustCompile(`^In (` + name + `)$`)
	forceForm   = regexp.MustCompile(`^Article ([0-9]{1,4}[a-z]?) is (not )?in force between (` + name + `(?:(?:, | and )` + name + `)*?)(?: because (` + name + `))?$`)
	lastDayForm = regexp.MustCompile(`^last day is (\S+)$`)
	atForm      = regexp.MustCompile(`^At (` + wall + `)$`)
	afterForm   = regexp.MustCompile(`^After (P\S+|[0-9]+ working days?)$`)
	takesForm   = regexp.MustCompile(`^` + actor + ` takes (` + name + `)(?: as (\S+))?((?: with| on the ground| given that) .*)?$`)
	refusedForm = regexp.MustCompile(`^` + actor + ` is refused (` + name + `)(?: as (\S+))?((?: with| on the ground| given that) .*?)? because (` + name + `)(?: \(Article ([0-9]{1,4}[a-z]?)\))?$`)
	mayForm     = regexp.MustCompile(`^` + actor + ` may ` + names + `$`)
	seesForm    = regexp.MustCompile(`^` + actor + ` sees ` + names + `$`)
	stateForm   = regexp.MustCompile(`^state is (` + name + `)$`)
	endsForm    = regexp.MustCompile(`^clock (` + name + `) ends (` + wall + `)$`)
	clockForm   = regexp.MustCompile(`^clock (` + name + `) (runs|stands still|has stopped|is sealed|has lapsed|never began)$`)
	goneForm    = regexp.MustCompile(`^destroyed: ` + names + `$`)
	effectsForm = regexp.MustCompile(`^effects: (.+)$`)
)

// Read reads one story. An error names the line.
func Read(r io.Reader) (*Story, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxStory+1))
	if err != nil {
		return nil, err
	}
	if len(b) > maxStory {
		return nil, fmt.Errorf("the story is longer than %d bytes", maxStory)
	}
	s := &Story{}
	for i, l := range strings.Split(string(b), "\n") {
		l = strings.TrimSpace(l)
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		if err := s.line(i+1, l); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	switch {
	case s.Title == "" || s.Agreement == "" || len(s.Cases) == 0:
		return nil, fmt.Errorf("a story begins with its title, its agreement and its case: Story: …, Given FILE, Case PROCEDURE between SIDE PARTY and SIDE PARTY")
	case len(s.Lines) == 0 || s.Lines[0].Verb != At:
		return nil, fmt.Errorf("nothing happens in the story: write At 2026-03-02 10:00 and what happens then")
	}
	return s, nil
}

func (s *Story) line(number int, text string) error {
	if m := storyForm.FindStringSubmatch(text); m != nil {
		return once(&s.Title, m[1])
	}
	if m := givenForm.FindStringSubmatch(text); m != nil {
		return once(&s.Agreement, m[1])
	}
	if m := amendedForm.FindStringSubmatch(text); m != nil {
		if slices.Contains(s.Amended, m[1]) {
			return fmt.Errorf("%q is said already", m[1])
		}
		s.Amended = append(s.Amended, m[1])
		return nil
	}
	if m := caseForm.FindStringSubmatch(text); m != nil {
		return s.begin(m[1], m[2], m[3])
	}
	l := Line{Number: number, Text: text}
	if err := l.read(text); err != nil {
		return err
	}
	switch l.Verb {
	case In:
		if !slices.ContainsFunc(s.Cases, func(c Case) bool { return c.Name == l.Case }) {
			return fmt.Errorf("no case of the story is called %q", l.Case)
		}
	case InForce, NotInForce, LastDay:
		if !s.named() {
			return fmt.Errorf("how the agreement stands is said of cases that have names: Case PROCEDURE between SIDE PARTY and SIDE PARTY called NAME")
		}
	}
	s.Lines = append(s.Lines, l)
	return nil
}

// partsForm parts what is joined by commas and "and".
var partsForm = regexp.MustCompile(`, | and `)

// begin reads a case.
func (s *Story) begin(procedure, sides, called string) error {
	switch {
	case len(s.Cases) > 0 && (called == "" || !s.named()):
		return fmt.Errorf("a story is about one case, or each of them is called something: Case … called NAME")
	case slices.ContainsFunc(s.Cases, func(c Case) bool { return c.Name == called }):
		return fmt.Errorf("two cases are called %q", called)
	case len(s.Lines) > 0:
		return fmt.Errorf("the cases stand before what happens")
	}
	c := Case{Name: called, Procedure: agreement.ProcedureID(procedure), Sides: map[agreement.SideID]agreement.PartyID{}}
	for _, pair := range partsForm.Split(sides, -1) {
		side, party, _ := strings.Cut(pair, " ")
		if _, twice := c.Sides[agreement.SideID(side)]; twice {
			return fmt.Errorf("the side %s stands twice", side)
		}
		c.Sides[agreement.SideID(side)] = agreement.PartyID(party)
	}
	s.Cases = append(s.Cases, c)
	return nil
}

func once(to *string, s string) error {
	if *to != "" {
		return fmt.Errorf("%q is said already", *to)
	}
	*to = s
	return nil
}

func (l *Line) read(text string) error {
	who := func(m []string) { l.Who = agreement.Actor{Side: agreement.SideID(m[1]), Role: agreement.RoleID(m[2])} }
	if m := atForm.FindStringSubmatch(text); m != nil {
		l.Verb, l.When = At, m[1]
		return nil
	}
	if m := afterForm.FindStringSubmatch(text); m != nil {
		p, err := agreement.ParsePeriod(m[1])
		l.Verb, l.After = After, p
		return err
	}
	if m := refusedForm.FindStringSubmatch(text); m != nil {
		who(m)
		l.Verb, l.Step, l.Person, l.Code, l.Article = Refused, agreement.StepID(m[3]), m[4], m[6], agreement.Article(m[7])
		return l.details(m[5])
	}
	if m := takesForm.FindStringSubmatch(text); m != nil {
		who(m)
		l.Verb, l.Step, l.Person = Takes, agreement.StepID(m[3]), m[4]
		return l.details(m[5])
	}
	if m := mayForm.FindStringSubmatch(text); m != nil {
		who(m)
		l.Verb, l.Names = May, listed(m[3])
		return nil
	}
	if m := seesForm.FindStringSubmatch(text); m != nil {
		who(m)
		l.Verb, l.Names = Sees, listed(m[3])
		return nil
	}
	if m := stateForm.FindStringSubmatch(text); m != nil {
		l.Verb, l.State = StateIs, agreement.StateID(m[1])
		return nil
	}
	if m := endsForm.FindStringSubmatch(text); m != nil {
		l.Verb, l.Clock, l.When = ClockEnds, agreement.ClockID(m[1]), m[2]
		return nil
	}
	if m := clockForm.FindStringSubmatch(text); m != nil {
		l.Verb, l.Clock, l.Status = ClockIs, agreement.ClockID(m[1]), m[2]
		return nil
	}
	if m := inForm.FindStringSubmatch(text); m != nil {
		l.Verb, l.Case = In, m[1]
		return nil
	}
	if m := forceForm.FindStringSubmatch(text); m != nil {
		l.Verb, l.Article, l.Names, l.Code = InForce, agreement.Article(m[1]), partsForm.Split(m[3], -1), m[4]
		if m[2] != "" {
			l.Verb = NotInForce
		}
		if (l.Verb == NotInForce) != (l.Code != "") {
			return fmt.Errorf("what is not in force is so because of a code, and what is in force has none: Article 7 is not in force between a and b because article-suspended")
		}
		return nil
	}
	if m := lastDayForm.FindStringSubmatch(text); m != nil {
		day, err := agreement.ParseDate(m[1])
		l.Verb, l.Day = LastDay, day
		return err
	}
	if m := goneForm.FindStringSubmatch(text); m != nil {
		l.Verb, l.Names = Destroyed, listed(m[1])
		return nil
	}
	if m := effectsForm.FindStringSubmatch(text); m != nil {
		l.Verb, l.Names = Effects, strings.Split(m[1], ", ")
		if m[1] == "nothing" {
			l.Names = nil
		}
		return nil
	}
	return fmt.Errorf("%q is no sentence of a story", text)
}

func listed(s string) []string {
	if s == "nothing" {
		return nil
	}
	return strings.Split(s, ", ")
}

var detailForm = regexp.MustCompile(`^ ?(with|on the ground|given that) `)

// details reads what an act carries: with field = JSON and field = JSON, on the ground "…", given that fact = number.
func (l *Line) details(s string) error {
	for s != "" {
		m := detailForm.FindStringSubmatch(s)
		if m == nil {
			return fmt.Errorf("%q: an act goes on with: with field = value, on the ground \"…\", given that fact = number", s)
		}
		s = s[len(m[0]):]
		var err error
		switch m[1] {
		case "on the ground":
			var v any
			if v, s, err = value(s); err != nil {
				return err
			}
			ground, ok := v.(string)
			if !ok {
				return fmt.Errorf("a ground is text")
			}
			l.Ground = ground
		case "with":
			if l.Values == nil {
				l.Values = map[string]any{}
			}
			if s, err = pairs(s, l.Values); err != nil {
				return err
			}
		default:
			if l.Facts == nil {
				l.Facts = map[string]any{}
			}
			if s, err = pairs(s, l.Facts); err != nil {
				return err
			}
		}
	}
	return nil
}

var pairForm = regexp.MustCompile(`^([a-z][a-z0-9_:-]*) = `)

// pairs reads name = JSON, joined by " and ".
func pairs(s string, into map[string]any) (rest string, err error) {
	for {
		m := pairForm.FindStringSubmatch(s)
		if m == nil {
			return "", fmt.Errorf("%q: write field = value", s)
		}
		if _, twice := into[m[1]]; twice {
			return "", fmt.Errorf("%s is said twice", m[1])
		}
		v, rest, err := value(s[len(m[0]):])
		if err != nil {
			return "", err
		}
		into[m[1]] = v
		next, more := strings.CutPrefix(rest, " and ")
		if !more {
			return rest, nil
		}
		s = next
	}
}

// value reads one JSON value from the beginning of a text.
func value(s string) (v any, rest string, err error) {
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return nil, "", fmt.Errorf("%q: a value is written as in JSON: \"text\", 12, true, null", s)
	}
	return v, s[d.InputOffset():], nil
}
