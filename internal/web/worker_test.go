package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// The script that shows messages has one address, is asked for anew each time, and governs the whole site; a program that was built
// without scripts has none.
func TestWorker(t *testing.T) {
	s := &server{assets: &assets{files: map[string]asset{}, scripts: map[string]string{}}}
	get := func() *http.Response {
		w := httptest.NewRecorder()
		s.worker(w, httptest.NewRequest(http.MethodGet, "/sw.js", nil))
		return w.Result()
	}
	if res := get(); res.StatusCode != http.StatusNotFound {
		t.Errorf("without scripts: %d", res.StatusCode)
	}
	s.assets.scripts["worker"] = s.assets.add("worker", "js", "text/javascript; charset=utf-8", []byte("self"))
	res := get()
	if h := res.Header; res.StatusCode != http.StatusOK || h.Get("Service-Worker-Allowed") != "/" || h.Get("Cache-Control") != "no-cache" || h.Get("Content-Type") != "text/javascript; charset=utf-8" {
		t.Errorf("%d %v", res.StatusCode, h)
	}
}
