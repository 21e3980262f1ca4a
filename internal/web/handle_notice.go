package web

import (
	"net/http"
	"strconv"
	"strings"
)

func (s *server) noticeRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /notices", s.desk(s.notices))
	mux.HandleFunc("POST /notices", s.desk(s.noticesSeen))
	mux.HandleFunc("GET /settings/notices", s.desk(s.noticeSetting))
	mux.HandleFunc("POST /settings/notices", s.desk(s.noticeSet))
	mux.HandleFunc("POST /settings/notices/browser", s.desk(s.pushSet))
	mux.HandleFunc("GET /sw.js", s.worker)
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

// pushSet lets this browser be told while no page is open, or ends it.
func (s *server) pushSet(w http.ResponseWriter, r *http.Request, p *page) error {
	in := r.PostForm
	if in.Get("end") != "" {
		if err := s.Notices.EndPush(r.Context(), p.viewer); err != nil {
			return err
		}
		return to(w, r, "/settings/notices?said=push-ended")
	}
	err := s.Notices.SetPush(r.Context(), p.viewer, in.Get("endpoint"), in.Get("key"), in.Get("secret"))
	if e, ok := isFieldFault(err); ok {
		v, err := s.Notices.NoticeSetting(r.Context(), p.viewer)
		if err != nil {
			return err
		}
		return s.send(w, r, status(e), noticeSettingPage(p, v, &draftForm{raw: in, err: e}))
	} else if err != nil {
		return err
	}
	return to(w, r, "/settings/notices?said=push-set")
}

// worker serves the script that shows messages while no page is open. It has one address for ever, so a browser asks each time
// whether it is still the same.
func (s *server) worker(w http.ResponseWriter, r *http.Request) {
	f, ok := s.assets.files[strings.TrimPrefix(s.assets.scripts["worker"], "/assets/")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", f.media)
	h.Set("Cache-Control", "no-cache")
	h.Set("Service-Worker-Allowed", "/")
	_, _ = w.Write(f.plain) // the reader has gone: nobody is left to tell
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
