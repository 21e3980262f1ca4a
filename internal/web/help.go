package web

import "net/url"

// helpOf is what the agreement says beside the label, as a sentence.
func (p *page) helpOf(i Input) string {
	if h := p.help(i.Field); h != "" {
		return sentence(h)
	}
	return ""
}

// hidden is an address without the password that may stand in it.
func hidden(address string) string {
	if u, err := url.Parse(address); err == nil {
		return u.Redacted()
	}
	return address
}
