package api

import (
	"encoding/json"
	"io"
	"mime"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/entente-net/entente/client"
)

// streamer writes an answer as it is made.
type streamer func(w io.Writer) error

// lateHeader sets the answer's head with its first byte, so that an error before it is still a problem.
type lateHeader struct {
	c     huma.Context
	kind  string
	begun bool
}

func (w *lateHeader) Write(b []byte) (int, error) {
	if !w.begun {
		w.begun = true
		w.c.SetHeader("Content-Type", w.kind)
		w.c.SetStatus(http.StatusOK)
	}
	return w.c.BodyWriter().Write(b)
}

func (s *server) broken(w *lateHeader, err error) {
	p := problem(s.log, err)
	if w.begun {
		s.log.Warn("an answer broke off", "path", w.c.URL().Path, "err", err)
		panic(http.ErrAbortHandler)
	}
	w.c.SetHeader("Content-Type", client.ProblemType)
	w.c.SetStatus(p.Status)
	_ = json.NewEncoder(w.c.BodyWriter()).Encode(p)
}

func cutMedia(kind string) (string, map[string]string, error) { return mime.ParseMediaType(kind) }
