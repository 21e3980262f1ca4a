package agreement

import (
	"slices"
	"strings"
	"time"
)

// checkTermBlocks holds the words about time and consent against each other and against the rest.
func (c *compiler) checkTermBlocks() {
	for i := range c.m.Calendars {
		c.checkCalendar(&c.m.Calendars[i])
	}
	c.checkPhases()
	for i := range c.m.Schedules {
		c.checkSchedule(&c.m.Schedules[i])
	}
	for i := range c.m.Declarations {
		c.checkDeclaration(&c.m.Declarations[i])
	}
	for i := range c.m.Annexes {
		c.checkAnnex(&c.m.Annexes[i])
	}
	for i := range c.m.Undertakings {
		c.checkUndertaking(&c.m.Undertakings[i])
	}
	for i := range c.m.Concordances {
		c.checkConcordance(&c.m.Concordances[i])
	}
	for i := range c.m.Parties {
		c.checkCompetence(&c.m.Parties[i])
	}
	for i := range c.m.Procedures {
		c.checkRecognition(&c.m.Procedures[i])
		c.checkProtectedShares(&c.m.Procedures[i])
		c.checkSigned(&c.m.Procedures[i])
		c.checkOnward(&c.m.Procedures[i])
	}
	for i := range c.m.Registers {
		c.checkProtectedQueries(&c.m.Registers[i])
	}
	c.checkPermits()
	c.checkAnchors()
}

// checkCalendar asks that a calendar leaves days to work on, and reaches as far as it is needed.
func (c *compiler) checkCalendar(x *Calendar) {
	path := "/calendar." + string(x.ID)
	if len(x.Weekend) == len(weekdays) {
		c.on(CodeCalendarDays, c.place(path+"/weekend", path), "calendar %q leaves no day to work on", x.ID).mend("take a day out of weekend")
	}
	if x.Until.Compare(x.From) < 0 {
		c.on(CodeTerm, c.place(path+"/until"), "calendar %q ends before it begins", x.ID).mend("let it end after %s", x.From)
		return
	}
	for _, d := range x.Closed {
		if d.Compare(x.From) < 0 || d.Compare(x.Until) > 0 {
			c.on(CodeCalendarDays, c.element(path, "closed", d.String()), "%s is outside of the days that calendar %q lists, %s to %s", d, x.ID, x.From, x.Until).
				mend("remove it, or let the calendar reach further")
		}
	}
	c.checkReach(x, path)
}

// checkReach warns where days will be counted of which the calendar does not know whether anybody works.
func (c *compiler) checkReach(x *Calendar, path string) {
	m, used := c.m, c.m.Calendar == x.ID
	short := func(path, what string, until Date) {
		c.on(CodeCalendarShort, c.place(path), "%s reaches to %s, but calendar %q lists no day after %s", what, until, x.ID, x.Until).
			mend("list the days up to then, and set until")
	}
	var longest struct {
		path, what string
		until      Date
	}
	for i := range m.Procedures {
		p := &m.Procedures[i]
		for j := range p.Clocks {
			k := &p.Clocks[j]
			named := slices.Contains(k.Calendars, x.ID)
			if !named && !(m.Calendar == x.ID && len(k.Calendars) == 0 && (k.Length().working > 0 || k.Rounds == RoundsWorking)) {
				continue
			}
			used = true
			if until := x.reach(m.Ends, k.Within); k.CountsFrom == "" && !m.Ends.IsZero() && until.Compare(x.Until) > 0 && until.Compare(longest.until) > 0 {
				longest.path = "/procedure." + string(p.ID) + "/clock." + string(k.ID) + "/within"
				longest.what, longest.until = "the clock "+quote(string(k.ID)), until
			}
		}
	}
	if !used {
		return
	}
	if m.Starts.Compare(x.From) < 0 {
		c.on(CodeCalendarShort, c.place(path+"/from"), "the agreement starts on %s, but calendar %q lists no day before %s", m.Starts, x.ID, x.From).
			mend("list the days from then on, and set from")
	}
	switch {
	case !m.Ends.IsZero() && m.Ends.Compare(x.Until) > 0:
		short(path+"/until", "the agreement", m.Ends)
	case longest.path != "":
		short(longest.path, longest.what+", started on the last day,", longest.until)
	}
}

// reach gives the earliest day on which a length of time that begins on a day can end: single closed days may put
// it off further.
func (x *Calendar) reach(from Date, p Period) Date {
	days := p.days + int(p.exact/(24*time.Hour))
	if working := 7 - len(x.Weekend); working > 0 {
		days += p.working * 7 / working
	}
	t := time.Date(from.year, from.month+time.Month(p.months), from.day+days, 0, 0, 0, 0, time.UTC)
	return Date{t.Year(), t.Month(), t.Day()}
}

// checkSchedule asks that what falls due can be done by those who owe it, while the agreement is in force.
func (c *compiler) checkSchedule(s *Schedule) {
	path, m := "/schedule."+string(s.ID), c.m
	if s.Starts.IsZero() { // of each party, after it joins
		c.checkEntrySchedule(s, path)
	} else if s.Starts.Compare(m.Starts) < 0 || !m.Ends.IsZero() && s.Starts.Compare(m.Ends) > 0 {
		c.on(CodeTerm, c.place(path+"/starts"), "schedule %q first falls due on %s, when the agreement is not in force", s.ID, s.Starts).
			mend("choose a day of the agreement's term")
	}
	if cl := m.Clause(s.Article); cl != nil && !cl.Ends.IsZero() && !s.Starts.IsZero() && s.Starts.Compare(cl.Ends) > 0 {
		c.on(CodeTerm, c.place(path+"/starts"), "schedule %q first falls due on %s, after Article %s has ended", s.ID, s.Starts, s.Article).
			mend("choose a day by %s", cl.Ends)
	}
	if !s.Every.IsZero() && s.Within.Compare(s.Every) > 0 {
		c.on(CodeTerm, c.place(path+"/within"), "schedule %q falls due again before the time to fulfil it is over", s.ID).
			mend("give less time than %s", s.Every)
	}
	if p := m.Procedure(s.Opens); !slices.ContainsFunc(s.By, func(r RoleID) bool { return c.opens(p, r) }) {
		c.on(CodeScheduleOpens, c.place(path+"/by", path), "schedule %q opens procedure %q, but none of those who owe it can take a step that opens it", s.ID, s.Opens).
			mend("name a role in by that takes a step without from")
	}
}

// opens says whether a role can open a case of the procedure.
func (c *compiler) opens(p *Procedure, role RoleID) bool {
	held := c.m.Role(role).Held
	for i := range p.Steps {
		for _, a := range p.Steps[i].By {
			if len(p.Steps[i].From) == 0 && a.Role == role && (a.Side == "" || overlap(p.Side(a.Side).Any, held)) {
				return true
			}
		}
	}
	return false
}

// citedArticles puts articles into a sentence.
func citedArticles(list []Article) string {
	words := make([]string, len(list))
	for i, a := range list {
		words[i] = string(a)
	}
	if len(words) == 1 {
		return "Article " + words[0]
	}
	return "Articles " + strings.Join(words, ", ")
}
