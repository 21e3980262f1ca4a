package web

// saidList joins texts in the page's language.
func (p *page) saidList(list []Said) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = s.In(p.Code)
	}
	return p.list(out)
}
