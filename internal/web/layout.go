package web

import (
	"net/url"

	"github.com/entente-net/entente/agreement"
)

type crumb struct{ text, href string }

type navItem struct {
	text, href string
	count      int
	here       bool
}

// nav is the main list of the desk, or of the portal.
func (p *page) nav(here string) []navItem {
	if p.public {
		return p.portalNav(here)
	}
	if !p.known {
		return nil
	}
	if p.viewer.Admin {
		return []navItem{
			{text: p.T("settings.title"), href: "/settings/health", here: here == "settings"},
			{text: p.T("nav.agreements"), href: "/agreements", here: here == "agreements"},
			{text: p.T("nav.ledger"), href: "/ledger", here: here == "ledger"},
		}
	}
	items := []navItem{
		{text: p.T("nav.today"), href: "/", count: p.frame.Waiting, here: here == "today"},
		{text: p.T("nav.cases"), href: "/cases", here: here == "cases"},
		{text: p.T("nav.check"), href: "/check", here: here == "check"},
		{text: p.T("nav.agreements"), href: "/agreements", here: here == "agreements"},
		{text: p.T("nav.programme"), href: "/programme", here: here == "programme"},
		{text: p.T("figures.nav"), href: "/figures", here: here == "figures"},
		{text: p.T("nav.ledger"), href: "/ledger", here: here == "ledger"},
	}
	return items
}

func (p *page) publicPath() string { return publicPath(p.frame.Agreement.Agreement) }

// publicPath is the public page of an agreement; without one, of all.
func publicPath(id agreement.ID) string {
	if id == "" {
		return "/public"
	}
	return "/public/" + url.PathEscape(string(id))
}

// whoami names the viewer in the header.
func (p *page) whoami() string {
	s := agreement.Isolate(p.Code, p.viewer.Name) + p.T("list.aside")
	if p.viewer.Office != "" {
		s += agreement.Isolate(p.Code, p.viewer.Office) + p.T("list.aside")
	}
	return s
}

// footer says whose node this is, what time it is there, and how far its log is vouched for.
func (p *page) footer() string {
	if p.public {
		return p.T("foot.times", "zone", p.zoneName(), "now", p.instant(p.now))
	}
	if p.frame.Node.Name == "" {
		return p.T("foot.times", "zone", p.zoneName(), "now", p.instant(p.now))
	}
	said := []string{p.T("foot.node", "party", p.frame.Node.Name, "now", p.instant(p.now), "zone", p.zoneName())}
	if !p.known {
		return said[0]
	}
	if p.frame.Log.Size > 0 {
		said = append(said, p.N("foot.log", int(p.frame.Log.Size)))
		for _, c := range p.frame.Log.Cosigned {
			if c.At.IsZero() {
				said = append(said, p.T("foot.awaited", "party", c.By.Name))
			} else {
				said = append(said, p.T("foot.cosigned", "party", c.By.Name, "ago", p.ago(c.At)))
			}
		}
	}
	return p.follow(said...)
}
