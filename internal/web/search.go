package web

import (
	"context"
	"net/http"
	"strings"
	"time"
)

// Searcher finds what a viewer may see.
type Searcher interface {
	// Search looks for all the words of a query. Where a field of a case that is not public was found, that is logged as a look at it.
	Search(ctx context.Context, v Viewer, query string) (*SearchView, error)
}

// SearchView is what a search found.
type SearchView struct {
	Query    string
	Cases    []FoundCase // those that moved last first
	More     bool        // there may be other cases
	Articles []FoundArticle
	Opens    []Opening // what the viewer may begin
	Checks   []QueryView
}

// FoundCase is a case with the fields that hold what was looked for; none where its own name was.
type FoundCase struct {
	Case    CaseRef
	State   StateView
	Updated time.Time
	Fields  []string // labels
	Yours   bool
}

// FoundArticle is an article with the sentence in which the words stand.
type FoundArticle struct {
	ArticleRef
	Of string // title of the agreement
}

// None says that nothing was found.
func (v *SearchView) None() bool {
	return len(v.Cases)+len(v.Articles)+len(v.Opens)+len(v.Checks) == 0
}

func (s *server) searchRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /search", s.desk(s.search))
}

func (s *server) search(w http.ResponseWriter, r *http.Request, p *page) error {
	v := &SearchView{Query: strings.TrimSpace(r.URL.Query().Get("q"))}
	if v.Query != "" {
		var err error
		if v, err = s.Searcher.Search(r.Context(), p.viewer, v.Query); err != nil {
			return err
		}
	}
	p.query = v.Query
	return s.send(w, r, http.StatusOK, searchPage(p, v))
}
