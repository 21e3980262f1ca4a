package web

import (
	"encoding/xml"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/internal/indicator"
)

// A briefing is a release of figures in sentences. It is drawn from what was published, and so stays as it was.

// briefingTitle is what a person would say of the period.
func (p *page) briefingTitle(v *FiguresView) string {
	if v.Release == nil {
		return p.T("figures.briefing.none")
	}
	return p.T("figures.briefing.title", "period", p.month(v.Release.Until))
}

// inPeriod gives the part of a clock's series that belongs to the last month of a release: the pool that ends with it.
func inPeriod(c ClockFigure, month indicator.Month) (indicator.ClockPeriod, bool) {
	if n := len(c.Periods); n > 0 && c.Periods[n-1].To == month && c.Periods[n-1].Ended > 0 {
		return c.Periods[n-1], true
	}
	return indicator.ClockPeriod{}, false
}

// briefSentence says how a clock was kept in the period, and how before.
func (p *page) briefSentence(c ClockFigure, month indicator.Month) string {
	x, ok := inPeriod(c, month)
	if !ok {
		return p.T("figures.brief.quiet", "clock", c.Title, "share", p.shareWord(c.All))
	}
	when := p.period(x.From, x.To)
	switch {
	case x.InTime == x.Ended:
		return p.N("figures.brief.all", x.Ended, "clock", c.Title, "when", when, "whole", p.shareWord(c.All))
	case x.InTime == 0:
		return p.N("figures.brief.none", x.Ended, "clock", c.Title, "when", when, "whole", p.shareWord(c.All))
	default:
		return p.N("figures.brief.share", x.Ended, "clock", c.Title, "when", when, "share", p.percent(x.Share().Value()), "whole", p.shareWord(c.All))
	}
}

// indicatorSentence says what an indicator came to, with its interval.
func (p *page) indicatorSentence(x IndicatorFigure) string {
	s := p.indicatorTitle(x)
	if r := p.ranged(x, x.Cells[0]); r != "" {
		s += " " + p.T("figures.brief.interval", "interval", r, "of", max(0, x.Cells[0].Of))
	}
	return s + p.T("figures.stop")
}

// casesSentence says how many cases were opened, and what became of them.
func (p *page) casesSentence(c CaseFigure) string {
	s := p.casesTitle(c) + p.T("figures.stop")
	for _, o := range c.Outcomes {
		if o.Total > 0 {
			s += " " + p.N("figures.brief.outcome", o.Total, "outcome", o.Title)
		}
	}
	return s
}

// byArticle groups clocks under their articles, in the order of the text.
type articleClocks struct {
	ref    ArticleRef
	clocks []ClockFigure
}

func byArticle(list []ClockFigure) []articleClocks {
	var out []articleClocks
	for _, c := range list {
		i := 0
		for i < len(out) && out[i].ref.Number != c.Article {
			i++
		}
		if i == len(out) {
			out = append(out, articleClocks{ref: c.Reference})
		}
		out[i].clocks = append(out[i].clocks, c)
	}
	return out
}

func briefingPath(v *FiguresView, number int) string {
	path := publicPath(v.Agreement.Agreement) + "/briefing"
	if number > 0 {
		path += "/" + strconv.Itoa(number)
	}
	return path
}

func (s *server) briefingFeed(w http.ResponseWriter, r *http.Request) {
	l := s.cat.choose(r)
	r = told(r, l)
	p, err := s.publicPage(r)
	var v *FiguresView
	if err == nil {
		v, err = s.Figures.Figures(r.Context(), Viewer{}, agreementOf(r))
	}
	if err != nil {
		s.problem(w, r, p, err)
		return
	}
	p = p.counted(v)
	// A name that no other feed has and that does not change with the address of the node.
	name := "tag:entente," + p.machine(v.From.Begins(v.Zone))[:10] + ":" + url.PathEscape(string(v.By.ID)) + "/" + url.PathEscape(string(v.Agreement.Agreement))
	feed := atomFeed{
		Lang: p.Code, Title: p.T("figures.briefing.feed", "title", v.Agreement.Title), ID: name, Updated: v.From.Begins(time.UTC).Format(time.RFC3339),
		Links: []atomLink{{Rel: "self", Href: r.URL.Path}, {Rel: "alternate", Href: briefingPath(v, 0)}}, Author: v.By.Name,
	}
	if len(v.Releases) > 0 {
		feed.Updated = v.Releases[0].Made.UTC().Format(time.RFC3339)
	}
	for _, x := range v.Releases {
		one, err := s.Figures.Release(r.Context(), v.Agreement.Agreement, x.Number)
		if err != nil {
			s.problem(w, r, p, err)
			return
		}
		feed.Entries = append(feed.Entries, atomEntry{
			Title: p.briefingTitle(one), ID: name + "/" + strconv.Itoa(x.Number), Updated: x.Made.UTC().Format(time.RFC3339),
			Link: atomLink{Href: briefingPath(v, x.Number)}, Summary: strings.TrimSpace(p.figuresTitle(one) + p.T("figures.stop") + " " + x.Note),
		})
		if len(feed.Entries) == 24 {
			break
		}
	}
	body, err := xml.MarshalIndent(feed, "", " ")
	if err != nil {
		s.problem(w, r, p, err)
		return
	}
	h := w.Header()
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set("Cache-Control", "public, max-age=300")
	s.cat.varies(h, r)
	h.Add("Vary", "Accept-Encoding")
	keep("application/atom+xml; charset=utf-8", append([]byte(xml.Header), body...)).write(w, r)
}
