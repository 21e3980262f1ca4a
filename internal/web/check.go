package web

import (
	"net/url"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
)

func queryPath(q *QueryView) string {
	return "/check/" + url.PathEscape(string(q.Agreement)) + "/" + url.PathEscape(string(q.Register)) + "/" + url.PathEscape(string(q.Query))
}

// queryFacts says in one line what a question compares and whom it asks.
func (p *page) queryFacts(q *QueryView) string {
	holders := make([]string, len(q.Holders))
	for i, h := range q.Holders {
		holders[i] = h.Name
	}
	return p.T("check.facts", "register", q.Of, "holders", p.list(holders), "fields", p.list(p.inputLabels(q.On)))
}

func (p *page) inputLabels(list []Input) []string {
	labels := make([]string, len(list))
	for i, in := range list {
		labels[i] = p.label(in.Field)
	}
	return labels
}

// capped says how many questions the agreement permits, and how many are used up where that is known: the
// party that answers counts, not the one that asks.
func (p *page) capped(q *QueryView) string {
	if q.Used < 0 {
		return p.T("check.cap.only", "cap", q.Cap)
	}
	return p.T("check.cap", "used", q.Used, "cap", q.Cap)
}

// shortEntry is enough of an entry's name at its holder to tell it from another aloud.
func shortEntry(s string) string { return s[:min(8, len(s))] }

// checkTitle says what was found.
func (p *page) checkTitle(q *QueryView, res *CheckResult) string {
	if res == nil {
		return q.Title
	}
	if n := len(p.hits(res)); n > 0 {
		return p.N("check.title.hits", n, "count", p.Count(n))
	}
	if res.failed() {
		return p.T("check.title.failed")
	}
	return p.T("check.title.none")
}

func (r *CheckResult) failed() bool {
	return slices.ContainsFunc(r.Answers, func(a AnswerView) bool { return a.Fault != nil })
}

type heldHit struct {
	holder PartyRef
	hit    HitView
}

func (p *page) hits(r *CheckResult) []heldHit {
	var list []heldHit
	for _, a := range r.Answers {
		for _, h := range a.Hits {
			list = append(list, heldHit{a.Holder, h})
		}
	}
	return list
}

type compareCell struct {
	text    string
	differs bool
}

type compareRow struct {
	label, asked string
	cells        []compareCell
}

// compare sets fields of one name beside each other: first what was asked, then what hits reveal.
func (p *page) compare(r *CheckResult) []compareRow {
	hits := p.hits(r)
	var order []*agreement.Field
	note := func(list []Value) {
		for _, v := range list {
			if !slices.ContainsFunc(order, func(f *agreement.Field) bool { return f.ID == v.Field.ID }) {
				order = append(order, v.Field)
			}
		}
	}
	note(r.Asked)
	for _, h := range hits {
		note(h.hit.Reveals)
	}
	rows := make([]compareRow, 0, len(order))
	for _, f := range order {
		row := compareRow{label: p.label(f), asked: p.valueText(r.Asked, f.ID)}
		for _, h := range hits {
			text := p.valueText(h.hit.Reveals, f.ID)
			if text == "" && row.asked != "" {
				text = p.T("check.matches") // what is compared and not revealed: a hit is a hit because of it
			}
			row.cells = append(row.cells, compareCell{text, row.asked != "" && p.valueText(h.hit.Reveals, f.ID) != "" && !strings.EqualFold(text, row.asked)})
		}
		rows = append(rows, row)
	}
	return rows
}

func (p *page) valueText(list []Value, id agreement.FieldID) string {
	for _, v := range list {
		if v.Field.ID == id && v.Value != nil {
			return strings.Join(p.valueLines(v), p.T("list.semi"))
		}
	}
	return ""
}

// versions says of when the lists are.
func (p *page) versions(r *CheckResult) string {
	var parts []string
	for _, a := range r.Answers {
		switch {
		case a.Version == "":
		case a.Loaded.IsZero():
			parts = append(parts, p.T("check.version", "party", a.Holder.Name, "version", shortHash(a.Version)))
		default:
			parts = append(parts, p.T("check.version.at", "party", a.Holder.Name, "version", shortHash(a.Version), "at", p.instant(a.Loaded)))
		}
	}
	return p.follow(parts...)
}
