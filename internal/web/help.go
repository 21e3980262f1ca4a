package web

// helpOf is what the agreement says beside the label, as a sentence.
func (p *page) helpOf(i Input) string {
	if h := p.help(i.Field); h != "" {
		return sentence(h)
	}
	return ""
}
