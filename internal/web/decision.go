package web

import (
	"encoding/xml"
	"net/http"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
)

func (s *server) decisionFeed(w http.ResponseWriter, r *http.Request) {
	r = told(r, s.cat.choose(r))
	p, err := s.publicPage(r)
	var v *DecisionList
	if err == nil {
		v, err = s.Decisions.Decisions(r.Context(), agreementOf(r), "")
	}
	if err != nil {
		w.Header().Set("Cache-Control", "no-store")
		s.problem(w, r, p, err)
		return
	}
	b, err := xml.MarshalIndent(p.at(v.Zone).feed(v), "", " ")
	if err != nil {
		s.problem(w, r, p, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "application/atom+xml; charset=utf-8")
	h.Set("Cache-Control", "public, max-age=300")
	s.cat.varies(h, r)
	_, _ = w.Write(append([]byte(xml.Header), b...)) // the reader has gone: nobody is left to tell
}

func (p *page) feed(v *DecisionList) *atomFeed {
	path := decisionsPath(v.Agreement)
	out := &atomFeed{
		Lang: p.Code, ID: feedTag(v.Agreement, ""), Title: p.T("portal.feed.title", "title", v.Title), Author: v.Title,
		Links: []atomLink{{Rel: "self", Type: "application/atom+xml", Href: path + ".atom"}, {Rel: "alternate", Type: "text/html", Href: path}},
	}
	var newest time.Time
	for i := range v.Rows {
		d := &v.Rows[i]
		at := d.At
		lines := []string{d.State.Title + "."}
		for _, x := range d.Values {
			lines = append(lines, p.label(x.Field)+": "+strings.Join(p.valueLines(x), "; "))
		}
		for _, f := range d.Followed {
			lines = append(lines, p.date(f.At)+": "+f.What)
			at = later(at, f.At)
		}
		if d.Changed != nil {
			lines = append(lines, p.T("decisions.changed", "version", d.Changed.Version, "from", p.date(d.Changed.Starts)))
			at = later(at, d.Changed.Starts)
		}
		newest = later(newest, at)
		out.Entries = append(out.Entries, atomEntry{
			ID: feedTag(v.Agreement, d.ID), Title: d.Title, Updated: at.UTC().Format(time.RFC3339),
			Link: atomLink{Rel: "alternate", Type: "text/html", Href: path + "#d" + d.ID}, Content: &atomText{Type: "text", Text: strings.Join(lines, "\n")},
		})
	}
	if newest.IsZero() {
		newest = p.now
	}
	out.Updated = newest.UTC().Format(time.RFC3339)
	return out
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func feedTag(id agreement.ID, entry string) string {
	tag := "tag:entente,2026:" + string(id) + "/decisions"
	if entry != "" {
		tag += "/" + entry
	}
	return tag
}
