package web

import (
	"io"
	"net/http"
	"net/url"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

func (s *server) draftRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /negotiations", s.desk(s.delegate(s.talks)))
	mux.HandleFunc("GET /negotiations/new", s.desk(s.delegate(s.beginForm)))
	mux.HandleFunc("POST /negotiations/new", s.desk(s.delegate(s.begin)))
	mux.HandleFunc("POST /negotiations/contacts", s.desk(s.delegate(s.contact)))
	mux.HandleFunc("GET /negotiations/{id}", s.desk(s.delegate(s.talk)))
	mux.HandleFunc("POST /negotiations/{id}/say", s.desk(s.delegate(s.draftSay)))
	mux.HandleFunc("GET /negotiations/{id}/articles/{article}", s.desk(s.delegate(s.draftArticle)))
	mux.HandleFunc("POST /negotiations/{id}/try", s.desk(s.delegate(s.draftTry)))
	mux.HandleFunc("GET /negotiations/{id}/trials/{trial}", s.desk(s.delegate(s.trial)))
	mux.HandleFunc("POST /negotiations/{id}/trials/{trial}", s.desk(s.delegate(s.propose)))
	mux.HandleFunc("GET /negotiations/{id}/changes", s.desk(s.delegate(s.draftChanges)))
	mux.HandleFunc("POST /negotiations/{id}/play", s.desk(s.delegate(s.play)))
	mux.HandleFunc("GET /negotiations/{id}/text", s.desk(s.delegate(s.draftText)))
	mux.HandleFunc("GET /negotiations/{id}/text.md", s.desk(s.delegate(s.draftFile)))
	mux.HandleFunc("GET /negotiations/{id}/sign", s.desk(s.delegate(s.signForm)))
	mux.HandleFunc("POST /negotiations/{id}/sign", s.desk(s.delegate(s.sign)))
	mux.HandleFunc("POST /negotiations/{id}/playbook", s.desk(s.delegate(s.playbook)))
	mux.HandleFunc("GET /red-lines", s.desk(s.delegate(s.redLines)))
	mux.HandleFunc("POST /red-lines", s.desk(s.delegate(s.redLineAdd)))
	mux.HandleFunc("POST /red-lines/remove", s.desk(s.delegate(s.redLineRemove)))
	mux.HandleFunc("POST /red-lines/load", s.desk(s.delegate(s.redLineLoad)))
}

// delegate serves to those who negotiate for the party: nobody else sees a draft, or a red line.
func (s *server) delegate(h handler) handler {
	return func(w http.ResponseWriter, r *http.Request, p *page) error {
		if !p.viewer.Negotiates {
			return fault.New(fault.Forbidden, "you do not negotiate for this party").Mend("let whoever looks after the node say that you do")
		}
		return h(w, r, p)
	}
}

func to(w http.ResponseWriter, r *http.Request, path string) error {
	http.Redirect(w, r, path, http.StatusSeeOther)
	return nil
}

func (s *server) talks(w http.ResponseWriter, r *http.Request, p *page) error {
	list, err := s.Negotiations.Negotiations(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, talksPage(p, list))
}

func (s *server) talk(w http.ResponseWriter, r *http.Request, p *page) error {
	return s.showTalk(w, r, p, http.StatusOK, nil)
}

func (s *server) showTalk(w http.ResponseWriter, r *http.Request, p *page, code int, f *draftForm) error {
	v, err := s.Negotiations.Negotiation(r.Context(), p.viewer, r.PathValue("id"))
	if err != nil {
		return err
	}
	return s.send(w, r, code, talkPage(p.at(v.Zone), v, f))
}

func (s *server) draftArticle(w http.ResponseWriter, r *http.Request, p *page) error {
	return s.showArticle(w, r, p, agreement.Article(r.PathValue("article")), http.StatusOK, nil)
}

func (s *server) showArticle(w http.ResponseWriter, r *http.Request, p *page, a agreement.Article, code int, f *draftForm) error {
	v, err := s.Negotiations.DraftArticle(r.Context(), p.viewer, r.PathValue("id"), a)
	if err != nil {
		return err
	}
	return s.send(w, r, code, draftArticlePage(p.at(v.Zone), v, f))
}

// draftSay says one thing. What was refused comes back in its form, with why.
func (s *server) draftSay(w http.ResponseWriter, r *http.Request, p *page) error {
	in := r.PostForm
	m := DraftMove{
		Kind: in.Get("kind"), On: in.Get("on"), Article: agreement.Article(in.Get("article")), From: in.Get("from"), To: in.Get("to"), Bracket: in.Get("bracket"),
		Words: in.Get("words"),
	}
	for _, a := range in["articles"] {
		m.Articles = append(m.Articles, agreement.Article(a))
	}
	switch m.Kind {
	case "agree", "reopen", "bracket", "accept", "drop", "comment":
	default:
		return fault.New(fault.Invalid, "nobody says %q on this page", m.Kind).Mend("use the buttons of the page")
	}
	err := s.Drafting.Say(r.Context(), p.viewer, r.PathValue("id"), m)
	if e, ok := isFieldFault(err); ok {
		f := &draftForm{raw: in, err: e}
		if m.Article != "" {
			return s.showArticle(w, r, p, m.Article, status(err), f)
		}
		return s.showTalk(w, r, p, status(err), f)
	} else if err != nil {
		return err
	}
	path := talkPath(r.PathValue("id"))
	if m.Article != "" {
		path = draftArticlePath(r.PathValue("id"), m.Article)
	}
	return to(w, r, path+"?said=draft-"+m.Kind)
}

// upload gives the file of a form, or nil where none was chosen.
func upload(r *http.Request, name string) *Upload {
	if r.MultipartForm == nil {
		return nil
	}
	for _, h := range files(r.MultipartForm.File)[name] {
		return &Upload{Name: h.Filename, Open: func() (io.ReadCloser, error) { return h.Open() }}
	}
	return nil
}

func needed(r *http.Request) (Upload, error) {
	u := upload(r, "file")
	if u == nil {
		return Upload{}, fault.New(fault.Invalid, "no file was chosen").Mend("choose the file, and send the form again")
	}
	return *u, nil
}

func (s *server) draftTry(w http.ResponseWriter, r *http.Request, p *page) error {
	c := DraftChange{Article: agreement.Article(r.PostForm.Get("article")), Text: r.PostForm.Get("text")}
	if c.Article == "" {
		u, err := needed(r)
		if err != nil {
			return err
		}
		b, err := readAll(u)
		if err != nil {
			return err
		}
		c.Text = string(b)
	}
	name, err := s.Trials.Try(r.Context(), p.viewer, r.PathValue("id"), c)
	if e, ok := isFieldFault(err); ok {
		f := &draftForm{raw: r.PostForm, err: e}
		if c.Article != "" {
			return s.showArticle(w, r, p, c.Article, status(err), f)
		}
		return s.showTalk(w, r, p, status(err), f)
	} else if err != nil {
		return err
	}
	return to(w, r, trialPath(r.PathValue("id"), name))
}

func readAll(u Upload) ([]byte, error) {
	f, err := u.Open()
	if err == nil {
		defer func() { _ = f.Close() }()
		var b []byte
		if b, err = io.ReadAll(f); err == nil { // the form as a whole is bounded
			return b, nil
		}
	}
	return nil, fault.New(fault.Invalid, "the file %s cannot be read", u.Name).Mend("choose it again").Wrap(err)
}

// refreshing asks the browser to look again while something runs.
func refreshing(w http.ResponseWriter, running bool) {
	if running {
		w.Header().Set("Refresh", "2")
	}
}

func (s *server) trial(w http.ResponseWriter, r *http.Request, p *page) error {
	return s.showTrial(w, r, p, http.StatusOK, nil)
}

func (s *server) showTrial(w http.ResponseWriter, r *http.Request, p *page, code int, f *draftForm) error {
	v, err := s.Trials.Trial(r.Context(), p.viewer, r.PathValue("id"), r.PathValue("trial"))
	if err != nil {
		return err
	}
	refreshing(w, v.Compare.Play.Running)
	return s.send(w, r, code, trialPage(p.at(v.Compare.Zone), v, f))
}

func (s *server) propose(w http.ResponseWriter, r *http.Request, p *page) error {
	err := s.Trials.Propose(r.Context(), p.viewer, r.PathValue("id"), r.PathValue("trial"), r.PostForm.Get("as"), r.PostForm.Get("words"))
	if e, ok := isFieldFault(err); ok {
		return s.showTrial(w, r, p, status(err), &draftForm{raw: r.PostForm, err: e})
	} else if err != nil {
		return err
	}
	said := "draft-version"
	if r.PostForm.Get("as") == "bracket" {
		said = "draft-bracket"
	}
	return to(w, r, talkPath(r.PathValue("id"))+"?said="+said)
}

func (s *server) draftChanges(w http.ResponseWriter, r *http.Request, p *page) error {
	q := r.URL.Query()
	v, err := s.Negotiations.Compare(r.Context(), p.viewer, r.PathValue("id"), q.Get("from"), q.Get("to"))
	if err != nil {
		return err
	}
	refreshing(w, v.Play.Running)
	return s.send(w, r, http.StatusOK, comparePage(p.at(v.Zone), v))
}

func (s *server) play(w http.ResponseWriter, r *http.Request, p *page) error {
	from, till := r.PostForm.Get("from"), r.PostForm.Get("to")
	if err := s.Trials.Play(r.Context(), p.viewer, r.PathValue("id"), from, till); err != nil {
		return err
	}
	return to(w, r, draftChangesPath(r.PathValue("id"), from, till)+"#play")
}

func (s *server) draftText(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Negotiations.DraftText(r.Context(), p.viewer, r.PathValue("id"), r.URL.Query().Get("version"))
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, draftTextPage(p.at(v.Zone), v))
}

func (s *server) draftFile(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Negotiations.DraftText(r.Context(), p.viewer, r.PathValue("id"), r.URL.Query().Get("version"))
	if err != nil {
		return err
	}
	return download(w, &v.File)
}

func (s *server) signForm(w http.ResponseWriter, r *http.Request, p *page) error {
	return s.showSign(w, r, p, http.StatusOK, nil)
}

func (s *server) showSign(w http.ResponseWriter, r *http.Request, p *page, code int, f *draftForm) error {
	v, err := s.Negotiations.Negotiation(r.Context(), p.viewer, r.PathValue("id"))
	if err != nil {
		return err
	}
	return s.send(w, r, code, signPage(p.at(v.Zone), v, f))
}

func (s *server) sign(w http.ResponseWriter, r *http.Request, p *page) error {
	id, on := r.PathValue("id"), r.PostForm.Get("on")
	err := func() error {
		if r.PostForm.Get("here") == "yes" {
			return s.Drafting.SignHere(r.Context(), p.viewer, id, on)
		}
		u, err := needed(r)
		if err != nil {
			return err
		}
		b, err := readAll(u)
		if err != nil {
			return err
		}
		return s.Drafting.Say(r.Context(), p.viewer, id, DraftMove{Kind: "sign", On: on, Statement: string(b)})
	}()
	if e, ok := isFieldFault(err); ok {
		return s.showSign(w, r, p, status(err), &draftForm{raw: r.PostForm, err: e})
	} else if err != nil {
		return err
	}
	return to(w, r, talkPath(id)+"?said=draft-sign")
}

func (s *server) playbook(w http.ResponseWriter, r *http.Request, p *page) error {
	u, err := needed(r)
	var v *PlaybookView
	if err == nil {
		v, err = s.OwnLines.Playbook(r.Context(), p.viewer, r.PathValue("id"), u)
	}
	if e, ok := isFieldFault(err); ok {
		return s.showTalk(w, r, p, status(err), &draftForm{raw: r.PostForm, err: e})
	} else if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, playbookPage(p, v))
}

func (s *server) redLines(w http.ResponseWriter, r *http.Request, p *page) error {
	return s.showLines(w, r, p, http.StatusOK, nil)
}

func (s *server) showLines(w http.ResponseWriter, r *http.Request, p *page, code int, f *draftForm) error {
	v, err := s.OwnLines.RedLines(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	return s.send(w, r, code, redLinesPage(p, v, f))
}

// ownLine does something with red lines and comes back to them, with what was typed where it was refused.
func (s *server) ownLine(w http.ResponseWriter, r *http.Request, p *page, said string, do func() error) error {
	err := do()
	if e, ok := isFieldFault(err); ok {
		return s.showLines(w, r, p, status(err), &draftForm{raw: r.PostForm, err: e})
	} else if err != nil {
		return err
	}
	return to(w, r, "/red-lines?said="+said)
}

func (s *server) redLineAdd(w http.ResponseWriter, r *http.Request, p *page) error {
	in := r.PostForm
	return s.ownLine(w, r, p, "line-added", func() error {
		return s.OwnLines.AddRedLine(r.Context(), p.viewer, RedLineView{Name: in.Get("name"), Condition: in.Get("condition"), Words: in.Get("words")})
	})
}

func (s *server) redLineRemove(w http.ResponseWriter, r *http.Request, p *page) error {
	return s.ownLine(w, r, p, "line-removed", func() error {
		return s.OwnLines.RemoveRedLine(r.Context(), p.viewer, r.PostForm.Get("name"))
	})
}

func (s *server) redLineLoad(w http.ResponseWriter, r *http.Request, p *page) error {
	return s.ownLine(w, r, p, "line-loaded", func() error {
		u, err := needed(r)
		if err != nil {
			return err
		}
		_, err = s.OwnLines.LoadRedLines(r.Context(), p.viewer, u)
		return err
	})
}

func (s *server) beginForm(w http.ResponseWriter, r *http.Request, p *page) error {
	f := &draftForm{raw: url.Values{}}
	if a := r.URL.Query().Get("amends"); a != "" {
		f.raw.Set("from", "amend")
		f.raw.Set("amends", a)
	}
	return s.showBegin(w, r, p, http.StatusOK, f)
}

func (s *server) showBegin(w http.ResponseWriter, r *http.Request, p *page, code int, f *draftForm) error {
	v, err := s.Drafting.Beginnings(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	return s.send(w, r, code, beginPage(p, v, f))
}

func (s *server) begin(w http.ResponseWriter, r *http.Request, p *page) error {
	in := r.PostForm
	b := Beginning{From: in.Get("from"), File: upload(r, "file"), Model: in.Get("model"), Amends: agreement.ID(in.Get("amends")), Accedes: partyID(in.Get("accedes")), Words: in.Get("words")}
	for _, x := range in["with"] {
		b.With = append(b.With, partyID(x))
	}
	id, err := s.Drafting.Begin(r.Context(), p.viewer, b)
	if e, ok := isFieldFault(err); ok {
		return s.showBegin(w, r, p, status(err), &draftForm{raw: in, err: e})
	} else if err != nil {
		return err
	}
	return to(w, r, talkPath(id)+"?said=draft-open")
}

func (s *server) contact(w http.ResponseWriter, r *http.Request, p *page) error {
	u, err := needed(r)
	if err == nil {
		err = s.Drafting.Contact(r.Context(), p.viewer, u)
	}
	if e, ok := isFieldFault(err); ok {
		return s.showBegin(w, r, p, status(err), &draftForm{raw: r.PostForm, err: e})
	} else if err != nil {
		return err
	}
	return to(w, r, "/negotiations/new?said=draft-contact")
}
