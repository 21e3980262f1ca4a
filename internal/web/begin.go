package web

// The commands by which a node comes to its first agreement.
const (
	beginDraft = "entente draft open DIR FILE --as PERSON"
	beginAdopt = "entente node adopt DIR --agreement FILE --card CARD"
	beginModel = "entente agreement new --from border"
)

// begins says whether a page of the desk has nothing to show since the node has no agreement yet.
func (p *page) begins(nav string) bool {
	return p.known && !p.public && p.frame.Agreement.Agreement == "" && p.Has("begin.page."+nav)
}
