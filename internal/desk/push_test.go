package desk_test

import (
	"context"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/internal/push"
)

// pushService stands between the node and a browser, and holds the browser's keys too, to see what it shows.
type pushService struct {
	t       *testing.T
	url     string
	key     string // the node's, as the page gives it
	browser *ecdh.PrivateKey
	secret  []byte

	mu     sync.Mutex
	status int
	tries  int
	shown  []string
}

func newPushService(t *testing.T) *pushService {
	t.Helper()
	s := &pushService{t: t, secret: make([]byte, 16), status: http.StatusCreated}
	_, _ = rand.Read(s.secret)
	var err error
	if s.browser, err = ecdh.P256().GenerateKey(rand.Reader); err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(s)
	t.Cleanup(srv.Close)
	s.url = srv.URL
	return s
}

func (s *pushService) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tries++
	s.checkWord(r.Header.Get("Authorization"))
	if r.Header.Get("TTL") == "" || r.Header.Get("Content-Encoding") != "aes128gcm" || r.URL.Path != "/browser/1" {
		s.t.Errorf("%s with %v", r.URL, r.Header)
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		s.t.Error(err)
	}
	plain, err := push.Decrypt(body, s.browser, s.secret)
	if err != nil {
		s.t.Errorf("the browser cannot read it: %v", err)
	}
	if s.status == http.StatusCreated {
		s.shown = append(s.shown, string(plain))
	}
	w.WriteHeader(s.status)
}

// checkWord checks the node's word as RFC 8292 has it: a JWT for this service alone, of the key with which the browser subscribed.
func (s *pushService) checkWord(h string) {
	rest, ok := strings.CutPrefix(h, "vapid t=")
	token, key, ok2 := strings.Cut(rest, ", k=")
	parts := strings.Split(token, ".")
	if !ok || !ok2 || key != s.key || len(parts) != 3 {
		s.t.Errorf("authorization %q, want the key %s", h, s.key)
		return
	}
	var raw [4][]byte
	for i, text := range append(parts, key) {
		var err error
		if raw[i], err = base64.RawURLEncoding.DecodeString(text); err != nil {
			s.t.Errorf("authorization %q: %v", h, err)
			return
		}
	}
	public, err := ecdsa.ParseUncompressedPublicKey(elliptic.P256(), raw[3])
	sum := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	if err != nil || len(raw[2]) != 64 || !ecdsa.Verify(public, sum[:], new(big.Int).SetBytes(raw[2][:32]), new(big.Int).SetBytes(raw[2][32:])) {
		s.t.Errorf("the word is not signed by the node's key: %v", err)
	}
	var head struct{ Typ, Alg string }
	var claims struct {
		Aud, Sub string
		Exp      int64
	}
	if json.Unmarshal(raw[0], &head) != nil || head.Alg != "ES256" || json.Unmarshal(raw[1], &claims) != nil || claims.Aud != s.url || !strings.HasPrefix(claims.Sub, "https://") {
		s.t.Errorf("the word says %s %s", raw[0], raw[1])
	}
	if left := time.Until(time.Unix(claims.Exp, 0)); left <= 0 || left > 24*time.Hour {
		s.t.Errorf("the word is good for %s", left)
	}
}

func (s *pushService) answer(status int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.status = status
}

func (s *pushService) state() (tries int, shown []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tries, append([]string(nil), s.shown...)
}

// A browser is told one sentence that its push service cannot read, for as long as its session lasts and the browser is there.
func TestPush(t *testing.T) {
	ctx := context.Background()
	w := newTown(t)
	s := newPushService(t)
	judge := w.as("belmark", "Judge Vantor")
	judge.get("/settings/notices")
	judge.reads(200, "Messages of this browser", "needs a browser that runs scripts")
	_, rest, _ := strings.Cut(judge.page, `data-push="`)
	s.key, _, _ = strings.Cut(rest, `"`)
	b64 := base64.RawURLEncoding.EncodeToString
	judge.press("Tell me in this browser", "endpoint", "https://10.0.0.1/browser", "key", b64(s.browser.PublicKey().Bytes()), "secret", b64(s.secret))
	judge.reads(403, "no address of the public network")
	subscribe := func() {
		t.Helper()
		judge.get("/settings/notices")
		judge.press("Tell me in this browser", "endpoint", s.url+"/browser/1", "key", b64(s.browser.PublicKey().Bytes()), "secret", b64(s.secret))
		judge.reads(200, "This browser will tell you.", "One of your browsers is told.", "no more")
	}
	subscribe()

	n := w.Node("belmark")
	asking := w.as("arland", "Pia Anselm")
	open := func() {
		t.Helper()
		asking.get("/open/northgate/assistance/request")
		asking.press("Read it over", request...)
		asking.press("Sign and send")
		asking.reads(200)
		w.settle()
		for range 2 { // each thing once
			if err := n.Tell(ctx); err != nil {
				t.Fatal(err)
			}
		}
	}
	send := func(after time.Duration) {
		t.Helper()
		if err := n.SendPushes(ctx, time.Now().Add(after)); err != nil {
			t.Fatal(err)
		}
	}
	comes := func(want int) []string {
		t.Helper()
		var shown []string
		err := w.Await(ctx, func() (bool, error) {
			_, shown = s.state()
			return len(shown) >= want, nil
		})
		if err != nil || len(shown) != want {
			t.Fatalf("the browser shows %d messages and not %d: %v, %v", len(shown), want, shown, err)
		}
		return shown
	}
	// A service that is busy is asked again.
	s.answer(http.StatusServiceUnavailable)
	open()
	err := w.Await(ctx, func() (bool, error) {
		tries, _ := s.state()
		return tries > 0, nil
	})
	if err != nil {
		t.Fatal("nothing was sent:", err)
	}
	s.answer(http.StatusCreated)
	send(2 * time.Minute)
	shown := comes(1)[0]
	var said struct{ Say, Lang, Open string }
	if err := json.Unmarshal([]byte(shown), &said); err != nil || said.Lang != "en" || said.Open != "/notices" ||
		!strings.HasPrefix(said.Say, "Something waits for you at the desk of Kingdom of Belmark, under Article 7") {
		t.Errorf("shown: %s, %v", shown, err)
	}
	for _, secret := range []string{"Ilyan", "Voss", "lorries", "Vantor", "Anselm", "Smuggling"} {
		if strings.Contains(shown, secret) {
			t.Errorf("the message says %q", secret)
		}
	}

	// A browser that is gone is forgotten.
	s.answer(http.StatusGone)
	tries, _ := s.state()
	open()
	err = w.Await(ctx, func() (bool, error) {
		judge.get("/settings/notices")
		return !strings.Contains(judge.page, "browsers is told"), nil
	})
	after, _ := s.state()
	if err != nil || after > tries+1 {
		t.Errorf("a browser that is gone: %v, %d tries and %d", err, tries, after)
	}

	// Whoever ends it, and whoever logs out, is told no more.
	s.answer(http.StatusCreated)
	subscribe()
	judge.press("Tell me in this browser no more")
	judge.reads(200, "This browser tells you no more.")
	judge.lacks("browsers is told")
	open()
	send(2 * time.Minute)
	comes(1)
	subscribe()
	judge.press("Log out")
	open()
	send(2 * time.Minute)
	comes(1)
}
