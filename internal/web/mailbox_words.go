package web

import (
	"strings"

	"github.com/entente-net/entente/casework"
)

func errorIf(wrong bool) string {
	if wrong {
		return "has-error"
	}
	return "asked"
}

// mailboxHeading is what the person is to know first: what was decided, or that it was filed.
func (p *page) mailboxHeading(v *MailboxView) string {
	switch {
	case !v.Confirmed && len(v.told()) == 0:
		return p.T("mailbox.heading.filed")
	case len(v.told()) > 0 || v.State.Final || v.Appeal != nil:
		return p.T("mailbox.heading.decided", "state", v.State.Title)
	default:
		return p.T("mailbox.heading.waits", "state", v.State.Title)
	}
}

// given are the values that the person gave; told are those that came back.
func (v *MailboxView) given() (out []Value) {
	for _, x := range v.Values {
		if x.Sight.Sees == SeesGave {
			out = append(out, x)
		}
	}
	return out
}

func (v *MailboxView) told() (out []Value) {
	for _, x := range v.Values {
		if x.Sight.Sees != SeesGave && (x.Value != nil || len(x.Parts) > 0) {
			out = append(out, x)
		}
	}
	return out
}

// slipWhere names the place where the code that was typed back differs.
func (p *page) slipWhere(s *slip) string {
	switch {
	case s.Group > 0:
		return p.T("mailbox.slip.place", "group", s.Group, "place", s.Place)
	case s.Short:
		return p.T("mailbox.slip.short")
	default:
		return p.T("mailbox.slip.long")
	}
}

func (p *page) slipWhat(s *slip) string {
	if s.Group == 0 {
		return p.N("mailbox.slip.count", s.Given, "of", s.Length)
	}
	return p.T("mailbox.slip.typed", "one", s.One, "instead", s.Instead)
}

func (p *page) slipMend(s *slip) string {
	if s.Group == 0 {
		return p.N("mailbox.slip.count", s.Given, "of", s.Length)
	}
	return p.T("mailbox.slip.mend", "group", s.Group, "typed", s.Typed, "right", s.Right, "place", s.Place)
}

// readerSees says what a reader sees: the fields by name where not all or nothing.
func (p *page) readerSees(r ReaderView) string {
	if len(r.What) > 0 {
		return p.T("mailbox.sees.what", "sees", p.T("sees."+string(r.Sees)), "fields", p.list(r.What))
	}
	return p.T("sees." + string(r.Sees))
}

// paragraphs cuts a message at its line breaks.
func paragraphs(s string) []string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// appealUntil says until when one can appeal, or that the time is over.
func (p *page) appealUntil(c *ClockView) string {
	if !c.Due.After(p.now) || c.Status == casework.StatusLapsed || c.Status == casework.StatusStopped {
		return p.T("mailbox.appeal.over", "due", p.instant(c.Due), "zone", p.zoneName())
	}
	return p.T("mailbox.appeal.until", "due", p.instant(c.Due), "zone", p.zoneName(), "left", p.left(*c))
}
