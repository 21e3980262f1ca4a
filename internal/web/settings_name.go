package web

import "strings"

func joined(list []string) string { return strings.Join(list, " ") }

// settingsList is the list of settings' pages that the viewer has.
func (p *page) settingsList() []crumb {
	return []crumb{{p.T("settings.title"), "/settings"}}
}

// browsers and systems by what their agents' texts contain, in the order in which they must be looked for.
var (
	browserMarks = [][2]string{{"Edg", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser", "Samsung Internet"}, {"Firefox/", "Firefox"}, {"FxiOS", "Firefox"}, {"Chrome/", "Chrome"}, {"CriOS", "Chrome"}, {"Safari/", "Safari"}}
	systemMarks  = [][2]string{{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"}, {"Mac OS X", "macOS"}, {"CrOS", "ChromeOS"}, {"Linux", "Linux"}}
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
