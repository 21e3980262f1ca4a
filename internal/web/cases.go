package web

import "net/url"

func (v *CaseList) titleKey() string {
	if v.Waiting {
		return "cases.waiting.title"
	}
	return "cases.title"
}

func (v *CaseList) nextPath() string {
	q := url.Values{"from": {v.Next}}
	if v.Waiting {
		q.Set("show", "waiting")
	}
	return "/cases?" + q.Encode()
}
