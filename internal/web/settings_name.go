package web

import (
	"strings"
	"time"
)

func joined(list []string) string { return strings.Join(list, " ") }

// settingsList is the list of settings' pages that the viewer has.
func (p *page) settingsList() []crumb {
	list := []crumb{{p.T("settings.own"), "/settings"}, {p.T("settings.deputies"), "/settings/deputies"}}
	if !p.viewer.Admin { // who looks after the machine has nothing waiting
		list = append(list, crumb{p.T("notices.set"), "/settings/notices"})
	}
	if p.viewer.Admin {
		list = append(list,
			crumb{p.T("settings.people"), "/settings/people"}, crumb{p.T("settings.parties"), "/settings/parties"}, crumb{p.T("settings.calendars"), "/settings/calendars"},
			crumb{p.T("settings.retention"), "/settings/retention"}, crumb{p.T("settings.backup"), "/settings/backup"}, crumb{p.T("settings.health"), "/settings/health"})
	}
	return list
}

// browsers and systems by what their agents' texts contain, in the order in which they must be looked for.
var (
	browserMarks = [][2]string{{"Edg", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"FxiOS", "Firefox"}, {"Chrome/", "Chrome"}, {"CriOS", "Chrome"}, {"Safari/", "Safari"}}
	systemMarks  = [][2]string{{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"}, {"Macintosh", "macOS"}, {"CrOS", "ChromeOS"}, {"Linux", "Linux"}}
)

// browserName says what an agent's text means to a person: "Firefox, Windows". It is a name and no proof.
func (p *page) browserName(agent string) string {
	var out []string
	for _, marks := range [][][2]string{browserMarks, systemMarks} {
		for _, m := range marks {
			if strings.Contains(agent, m[0]) {
				out = append(out, m[1])
				break
			}
		}
	}
	if len(out) == 0 {
		return p.T("settings.browser.unknown")
	}
	return strings.Join(out, p.T("list.comma"))
}

func (p *page) methodName(m string) string {
	switch m {
	case "link":
		return p.T("settings.method.link")
	case "passkey":
		return p.T("settings.method.passkey")
	case "openid":
		return p.T("settings.method.openid")
	default:
		return p.T("settings.method.unknown")
	}
}

func (p *page) staffRoles(x StaffRow) string {
	out := append([]string(nil), x.Roles...)
	if x.Admin {
		out = append(out, p.T("settings.person.admin.short"))
	}
	if x.Delegate {
		out = append(out, p.T("settings.person.delegate.short"))
	}
	if len(out) == 0 {
		return p.T("settings.person.norole")
	}
	return sentence(p.list(out))
}

func (p *page) personTitle(x StaffRow) string {
	if x.Held == nil || x.Name == "" {
		return p.T("settings.person.add")
	}
	return x.Name
}

func (p *page) staffEntry(e StaffEntry) string {
	pairs := []any{"by", e.By, "name", e.Name, "second", e.Second}
	switch e.What {
	case "asked":
		return p.T("settings.log.asked", pairs...)
	case "confirmed":
		return p.T("settings.log.confirmed", pairs...)
	case "refused":
		return p.T("settings.log.refused", pairs...)
	case "disabled":
		return p.T("settings.log.disabled", pairs...)
	case "lending-asked":
		return p.T("settings.log.lend", pairs...)
	case "lending-accepted":
		return p.T("settings.log.lent", pairs...)
	case "lending-refused":
		return p.T("settings.log.notlent", pairs...)
	case "lending-ended":
		return p.T("settings.log.unlent", pairs...)
	default:
		return p.T("settings.log.changed", pairs...)
	}
}

// apart says whether two clocks differ by more than a letter's way explains.
func (p *page) apart(skew time.Duration) bool { return skew.Abs() > 30*time.Second }

func (p *page) keyKind(k HouseKey) string {
	switch k.Kind {
	case "party":
		return p.T("settings.keyof.party", "name", k.Of)
	case "node":
		return p.T("settings.keyof.node", "name", k.Of)
	default:
		return p.T("settings.keyof.authority", "name", k.Of)
	}
}

func (p *page) healthLede(v *HouseView) string {
	bad, doubts := 0, 0
	for _, s := range v.Sights {
		switch s.Level {
		case "error":
			bad++
		case "warning":
			doubts++
		}
	}
	switch {
	case bad > 0:
		return p.N("settings.health.bad", bad)
	case doubts > 0:
		return p.N("settings.health.doubts", doubts)
	default:
		return p.T("settings.health.well")
	}
}

// sighting says what was found, by what was looked at.
func (p *page) sighting(s Sighting) string {
	if s.Fault != nil {
		return sentence(s.Fault.Message)
	}
	switch s.What {
	case "behind":
		return p.T("settings.sight.behind")
	case "card":
		return p.T("settings.sight.card", "day", p.date(s.At))
	case "force":
		return p.T("settings.sight.force", "title", s.Of)
	case "admins":
		return p.N("settings.sight.admins", s.Count)
	case "partykey":
		return p.T("settings.sight.partykey")
	case "partykey-here":
		return p.T("settings.sight.partykey.here")
	case "origin":
		return p.T("settings.sight.origin", "origin", s.Of)
	case "backup":
		return p.T("settings.sight.backup", "ago", p.ago(s.At))
	case "backup-never":
		return p.T("settings.sight.backup.never")
	case "heard":
		return p.T("settings.sight.heard", "party", s.Of, "ago", p.ago(s.At))
	default:
		return p.T("settings.sight.silent", "party", s.Of)
	}
}

func tickID(name, value string) string {
	return "t-" + name + "-" + strings.ReplaceAll(value, "/", "-")
}
