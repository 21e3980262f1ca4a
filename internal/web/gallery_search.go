package web

import "github.com/a-h/templ"

// searchStates are the search with what it found, and without.
func searchStates() []galleryState {
	return []galleryState{
		{name: "search", draw: func(p *page) templ.Component {
			p.query = "Voss"
			list := specimenCases()
			v := &SearchView{Query: "Voss", More: true, Checks: specimenQueries()[:1], Opens: list.Opens}
			for i, r := range list.Rows {
				v.Cases = append(v.Cases, FoundCase{Case: r.Case, State: r.State, Updated: r.Updated, Yours: r.Yours, Fields: []string{"Person concerned", "Facts"}[:min(i, 2)]})
			}
			v.Articles = []FoundArticle{{ArticleRef: specimenCase().Article, Of: "Northgate Corridor Partnership"}}
			return searchPage(p, v)
		}},
		{name: "search-nothing", draw: func(p *page) templ.Component { p.query = "Vosz"; return searchPage(p, &SearchView{Query: "Vosz"}) }},
		{name: "search-empty", draw: func(p *page) templ.Component { return searchPage(p, &SearchView{}) }},
	}
}
