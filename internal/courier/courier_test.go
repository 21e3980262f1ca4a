package courier_test

import (
	"crypto/x509"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/courier"
	"github.com/entente-net/entente/seal"
)

const exercise = "exercise"

func TestPost(t *testing.T) {
	var reached atomic.Int64
	mux := http.NewServeMux()
	mux.HandleFunc("/take", func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		if string(b) != "body" || r.Header.Get("X-Mark") != "m" || r.Method != http.MethodPost {
			t.Errorf("%s %q %v", r.Method, b, r.Header)
		}
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/reached", http.StatusTemporaryRedirect)
	})
	mux.HandleFunc("/reached", func(http.ResponseWriter, *http.Request) { reached.Add(1) })
	mux.HandleFunc("/flood", func(w http.ResponseWriter, _ *http.Request) {
		for range 10_000 { // far more than is read; the line is cut
			if _, err := w.Write(make([]byte, 64<<10)); err != nil {
				return
			}
		}
		t.Error("all of it was read")
	})
	mux.HandleFunc("/heads", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("X-Long", strings.Repeat("x", 64<<10)) })
	srv := httptest.NewTLSServer(mux)
	defer srv.Close()
	roots := x509.NewCertPool()
	roots.AddCert(srv.Certificate())
	c := courier.New(exercise, roots)
	post := func(c *courier.Courier, address string) (int, error) {
		return c.Post(t.Context(), address, map[string]string{"X-Mark": "m"}, []byte("body"))
	}
	if status, err := post(c, srv.URL+"/take"); status != 204 || err != nil {
		t.Errorf("%d, %v", status, err)
	}
	if status, err := post(c, srv.URL+"/away"); status != 307 || err != nil || reached.Load() > 0 {
		t.Errorf("a redirection: %d, %v, followed %d times", status, err, reached.Load())
	}
	if status, err := post(c, srv.URL+"/flood"); status != 200 || err != nil {
		t.Errorf("a flood: %d, %v", status, err)
	}
	if _, err := post(c, srv.URL+"/heads"); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("endless headers: %v", err)
	}
	if _, err := post(courier.New(exercise, nil), srv.URL+"/take"); fault.CodeOf(err) != fault.Unavailable || !strings.Contains(err.Error(), "certificate") {
		t.Errorf("an unknown certificate: %v", err)
	}
	// In a real world this machine is reached neither by its number nor by a name that leads to it, which is seen at dialling.
	real := courier.New(seal.WorldReal, roots)
	if _, err := post(real, srv.URL+"/take"); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("this machine in a real world: %v", err)
	}
	named := strings.Replace(srv.URL, "127.0.0.1", "localhost", 1)
	if _, err := post(real, named+"/take"); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("a name of this machine in a real world: %v", err)
	}
	t.Setenv("HTTPS_PROXY", srv.URL) // no proxy of the environment leads around it
	if _, err := post(courier.New(seal.WorldReal, roots), named+"/take"); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("by a proxy: %v", err)
	}
	srv.Close()
	if _, err := post(c, srv.URL+"/take"); fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("nobody: %v", err)
	}
}
