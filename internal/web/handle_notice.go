package web

import (
	"net/http"
	"strconv"
)

func (s *server) noticeRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /notices", s.desk(s.notices))
	mux.HandleFunc("POST /notices", s.desk(s.noticesSeen))
	mux.HandleFunc("GET /settings/notices", s.desk(s.noticeSetting))
	mux.HandleFunc("POST /settings/notices", s.desk(s.noticeSet))
}

func (s *server) notices(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Notices.Notices(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, noticesPage(p, v))
}

func (s *server) noticesSeen(w http.ResponseWriter, r *http.Request, p *page) error {
	upto, err := strconv.ParseInt(r.PostForm.Get("upto"), 10, 64)
	if err == nil {
		err = s.Notices.Seen(r.Context(), p.viewer, upto)
	}
	if err != nil {
		return err
	}
	return to(w, r, "/notices?said=notices-seen")
}

func (s *server) noticeSetting(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Notices.NoticeSetting(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, noticeSettingPage(p, v, nil))
}

func (s *server) noticeSet(w http.ResponseWriter, r *http.Request, p *page) error {
	in := r.PostForm
	err := s.Notices.SetNotices(r.Context(), p.viewer, NoticeSettingView{Address: in.Get("address"), Mode: in.Get("mode")})
	if e, ok := isFieldFault(err); ok {
		v, err := s.Notices.NoticeSetting(r.Context(), p.viewer)
		if err != nil {
			return err
		}
		v.Address, v.Mode = in.Get("address"), in.Get("mode")
		return s.send(w, r, status(e), noticeSettingPage(p, v, &draftForm{raw: in, err: e}))
	} else if err != nil {
		return err
	}
	return to(w, r, "/settings/notices?said=notices-set")
}

func noticeGlyph(kind string) string {
	switch kind {
	case "over":
		return "late"
	case "near":
		return "sunset"
	default:
		return "wait"
	}
}

// noticeModes are the ways in which letters come.
var noticeModes = []string{"none", "now", "daily"}

func noticeClass(seen bool) string {
	if seen {
		return "plain"
	}
	return ""
}
