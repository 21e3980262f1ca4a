package agreement

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// weekdays are the days of the week as a calendar names them.
var weekdays = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// term reads the blocks about time and consent.
func (c *compiler) term(b *body) {
	if c.tooMany(b) {
		return
	}
	switch b.block.Type {
	case "calendar":
		c.calendar(b)
	case "phase":
		c.phase(b)
	case "schedule":
		c.schedule(b)
	case "handling":
		c.m.Handlings = append(c.m.Handlings, Handling{
			ID: HandlingID(b.label()), Article: b.article, Title: b.text("title", true),
			Court: b.choice("court", true, "yes", "consent", "no"), Onward: b.choice("onward", true, "yes", "consent", "no"),
			Marking: b.text("marking", false),
		})
		b.close()
	case "credential":
		c.credential(b)
	case "declaration":
		c.declaration(b)
	case "annex":
		c.annex(b)
	case "undertaking":
		c.undertaking(b)
	case "concordance":
		c.concordance(b)
	}
}

// termKinds are the blocks that are held against each other: there may be maxBlocks of a kind, as inside a block.
var termKinds = []string{"calendar", "phase", "schedule", "handling", "credential", "declaration", "annex", "undertaking", "concordance"}

func (c *compiler) tooMany(b *body) bool {
	kind := b.block.Type
	if !slices.Contains(termKinds, kind) {
		return false
	}
	c.numbers[kind]++
	if c.numbers[kind] == maxBlocks+1 {
		c.on(CodeSize, b.block.DefRange(), "the text has more than %d blocks %s", maxBlocks, kind).mend("split it into several agreements")
	}
	return c.numbers[kind] > maxBlocks
}

func (c *compiler) calendar(b *body) {
	x := Calendar{
		ID: CalendarID(b.label()), Article: b.article, Title: b.text("title", true), Of: b.partyList("of", true),
		Weekend: choices[string](b, "weekend", true, weekdays...), Closed: b.days("closed"), Yearly: b.yearly("yearly"),
		From: b.date("from", true), Until: b.date("until", true),
	}
	some(b, "of", x.Of)
	b.close()
	c.m.Calendars = append(c.m.Calendars, x)
}

// days gives a list of dates, sorted.
func (b *body) days(name string) []Date {
	var out []Date
	for _, s := range texts[string](b, name, false) {
		d, err := ParseDate(s)
		if err != nil {
			b.c.on(CodeValueForm, b.c.where[b.path+"/"+name+"/"+s], "%s: %v", b.words(), err).mend("write year, month and day: \"2026-03-01\"")
			continue
		}
		out = append(out, d)
	}
	slices.SortFunc(out, Date.Compare)
	return out
}

var yearlyForm = regexp.MustCompile(`^[0-9]{2}-[0-9]{2}$`)

// yearly gives days of every year, sorted. The last day of February of a leap year is one.
func (b *body) yearly(name string) []string {
	list := texts[string](b, name, false)
	list = slices.DeleteFunc(list, func(s string) bool {
		if _, err := time.Parse(time.DateOnly, "2024-"+s); err == nil && yearlyForm.MatchString(s) {
			return false
		}
		b.c.on(CodeValueForm, b.c.where[b.path+"/"+name+"/"+s], "%s: %q is not a day of every year", b.words(), s).
			mend("write month and day: \"05-01\" for the first of May")
		return true
	})
	slices.Sort(list)
	return list
}

// some reports a list that must name something and does not.
func some[T any](b *body, name string, list []T) {
	if t, ok := attributeTuple(b, name); ok && len(t.Exprs) == 0 && len(list) == 0 {
		b.c.on(CodeValueForm, b.c.where[b.path+"/"+name], "%s: %s names nothing", b.words(), name).mend("name at least one")
	}
}

func attributeTuple(b *body, name string) (*hclsyntax.TupleConsExpr, bool) {
	a := b.block.Body.Attributes[name]
	if a == nil {
		return nil, false
	}
	t, ok := a.Expr.(*hclsyntax.TupleConsExpr)
	return t, ok
}

// articleList gives numbers of articles that the text has.
func (b *body) articleList(name string, need bool) []Article {
	list := texts[Article](b, name, need)
	some(b, name, list)
	return slices.DeleteFunc(list, func(number Article) bool {
		if _, ok := b.c.clauseLine(number); ok {
			return false
		}
		known := make([]string, len(b.c.m.Articles))
		for i := range b.c.m.Articles {
			known[i] = string(b.c.m.Articles[i].Number)
		}
		r := b.c.on(CodeNameUnknown, b.c.where[b.path+"/"+name+"/"+string(number)], "the text has no Article %s", number)
		if len(known) > 20 {
			r.mend("write an article's number as its heading does")
		} else {
			r.mend("write an article's number as its heading does; known are: %s", strings.Join(known, ", "))
		}
		return true
	})
}

func (c *compiler) phase(b *body) {
	if c.m.Phases == nil {
		c.m.Phases = make([]Phase, 0, len(c.rules)) // the pending conditions point into it: it may not move
	}
	c.m.Phases = append(c.m.Phases, Phase{
		ID: PhaseID(b.label()), Article: b.article, Title: b.text("title", true), Articles: b.articleList("articles", true),
		Starts: b.date("starts", false), Ends: b.date("ends", false), After: reference[PhaseID](b, "after", false, "phase"),
		Entry: b.condition("entry"), Exit: b.condition("exit"), ExitTo: reference[PhaseID](b, "exit_to", false, "phase"),
		Review: b.length("review", false),
	})
	p := &c.m.Phases[len(c.m.Phases)-1]
	c.pend(b, "entry", &p.Entry)
	c.pend(b, "exit", &p.Exit)
	if b.has("exit_to") && !b.has("exit") {
		c.on(CodeAttrNeedless, c.where[b.path+"/exit_to"], "%s: a ramp without a condition is never open", b.words()).
			mend("add exit = \"…\", the condition on which the phase may be left, or remove exit_to")
	}
	b.close()
}

func (c *compiler) schedule(b *body) {
	s := Schedule{
		ID: ScheduleID(b.label()), Article: b.article, Title: b.text("title", true),
		Opens: reference[ProcedureID](b, "opens", true, "procedure"), By: references[RoleID](b, "by", true, "role"),
		Starts: b.date("starts", !b.has("after_entry")), AfterEntry: b.period("after_entry", false), Every: b.length("every", false), Within: b.length("within", true),
		Ladder: reference[LadderID](b, "ladder", false, "ladder"),
	}
	if b.has("starts") && b.has("after_entry") {
		c.on(CodeAttrNeedless, c.where[b.path+"/after_entry"], "%s has one first day for all, or one for each party", b.words()).mend("remove starts, or after_entry")
	}
	some(b, "by", s.By)
	b.close()
	c.m.Schedules = append(c.m.Schedules, s)
}

func (c *compiler) credential(b *body) {
	x := Credential{
		ID: CredentialID(b.label()), Article: b.article, Title: b.text("title", true),
		Record: reference[RecordID](b, "record", true, "record"), Fields: texts[FieldID](b, "fields", true),
		Valid: b.length("valid", true), Issuers: references[RoleID](b, "issuers", true, "role"),
	}
	c.fields(b, "fields", x.Record, x.Fields)
	some(b, "fields", x.Fields)
	some(b, "issuers", x.Issuers)
	b.close()
	c.m.Credentials = append(c.m.Credentials, x)
}

// range of an attribute's element, or of the attribute.
func (c *compiler) element(path, name, id string) hcl.Range {
	return c.place(path+"/"+name+"/"+id, path+"/"+name, path)
}
