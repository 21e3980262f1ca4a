package desk_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/internal/indicator"
)

// fetch asks without login, as anybody, and follows nothing.
func fetch(t *testing.T, address string, headers ...string) (*http.Response, []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	res, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, body
}

// Six requests, of which one runs out: the desk counts them all, the public sees them as one pool, and a month later they
// are released, as a page, as open data, as a briefing and as a feed.
func TestFiguresAreSeenAndReleased(t *testing.T) {
	w := newTown(t)
	anselm := w.as("arland", "Pia Anselm")
	public := w.desks["belmark"] + "/public/northgate"
	anybody := newBrowser(t, w.desks["belmark"])
	anybody.get("/public/northgate/figures")
	anybody.reads(200, "No time limit has ended yet", "No release yet.")
	for range 6 {
		anselm.get("/open/northgate/assistance/request")
		anselm.press("Read it over", request...)
		anselm.press("Sign and send")
	}
	w.settle()
	w.pass(60 * 24 * time.Hour)
	vantor := w.as("belmark", "Judge Vantor")
	vantor.get("/figures/northgate")
	vantor.reads(200, "You see whole what your office has a part in")
	anybody.get("/public/northgate/figures")
	anybody.reads(200, "Fewer than 5 cases are not told on their own", "6 cases were opened")
	anybody.get("/public/northgate")
	anybody.reads(200, "Figures and open data")

	r, err := w.Node("belmark").Publish(context.Background(), "northgate", 0, "")
	if err != nil {
		t.Fatal(err)
	}
	anybody.get("/public/northgate/figures/1")
	anybody.reads(200, "never altered", "6 cases were opened")
	anybody.get("/public/northgate/briefing")
	anybody.reads(200, "How the agreement was kept up to the end of June 2026", "Article 7")
	anybody.get("/public/northgate/figures/dictionary")
	anybody.reads(200, "median_minutes")
	w.openData(public, r.Body)
}

func (w *town) openData(public string, body []byte) {
	t := w.t
	t.Helper()
	res, got := fetch(t, public+"/figures/1.json", "Origin", "https://elsewhere.example")
	if res.StatusCode != 200 || !bytes.Equal(got, body) || res.Header.Get("Access-Control-Allow-Origin") != "*" || !strings.Contains(res.Header.Get("Cache-Control"), "immutable") {
		t.Fatalf("%s %v: %s", res.Status, res.Header, got)
	}
	var open indicator.Release
	if err := json.Unmarshal(got, &open); err != nil || open.Number != 1 || len(open.Clocks) == 0 {
		t.Fatalf("%+v, %v", open, err)
	}
	if again, _ := fetch(t, public+"/figures/1.json", "If-None-Match", res.Header.Get("ETag")); again.StatusCode != http.StatusNotModified {
		t.Fatalf("asked again: %s", again.Status)
	}
	if res, got := fetch(t, public+"/figures/1.csv"); res.StatusCode != 200 || !strings.HasPrefix(string(got), strings.Join(indicator.Columns, ",")+"\n") {
		t.Fatalf("%s: %s", res.Status, got)
	}
	for _, wrong := range []string{"/figures/2", "/figures/0.json", "/figures/1.xls", "/figures/x", "/briefing/9"} {
		if res, _ := fetch(t, public+wrong); res.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %s", wrong, res.Status)
		}
	}
	var feed struct {
		Entries []struct {
			Title string `xml:"title"`
		} `xml:"entry"`
	}
	if _, got := fetch(t, public+"/briefing.atom"); xml.Unmarshal(got, &feed) != nil || len(feed.Entries) != 1 || !strings.Contains(feed.Entries[0].Title, "June 2026") {
		t.Fatalf("%s", got)
	}
	// The page is kept as it was drawn, until the agreement's state here is another.
	one, first := fetch(t, public)
	two, second := fetch(t, public)
	if one.StatusCode != 200 || !bytes.Equal(first, second) || one.Header.Get("ETag") == "" || one.Header.Get("ETag") != two.Header.Get("ETag") {
		t.Fatalf("%s, %s", one.Status, two.Status)
	}
	if other, _ := fetch(t, public, "Accept-Language", "ar"); other.Header.Get("ETag") == one.Header.Get("ETag") {
		t.Fatal("the same page in another language")
	}
}
