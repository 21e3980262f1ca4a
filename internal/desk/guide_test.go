package desk_test

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/internal/web"
)

// A guided tour leads over real pages: the bar says where one is, stays while one looks around, and is gone when one leaves.
func TestAGuidedTour(t *testing.T) {
	w := newTown(t)
	stop := func(at, title string) web.TourStop {
		return web.TourStop{At: at, Title: web.Said{"en": title, "ar": "محطة"}, Look: web.Said{"en": "Look at " + title, "ar": "انظر"}}
	}
	view := &web.TourView{Guides: []web.TourGuide{{
		Who: "judge", Name: "Judge Vantor", URL: "/login", Office: web.Said{"en": "Judge"},
		Stops: []web.TourStop{stop("/", "what waits"), stop("/no/such/page", "nothing"), stop("waits#sees", "who sees what"), stop("/agreements/northgate", "the agreement")},
	}}}
	if err := serve.WriteTour(w.Members["belmark"].Dir, view); err != nil {
		t.Fatal(err)
	}
	h, err := w.Members["belmark"].Desk(desk.Options{Personas: true})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	w.desks["belmark"] = srv.URL

	b := newBrowser(t, srv.URL)
	b.get("/demo")
	b.reads(200, "A guided tour: Three stops")
	b = w.as("belmark", "Judge Vantor")
	b.lacks("Stop 1 of")
	b.get("/demo/judge/1")
	b.reads(200, "Stop 1 of 3.", "Look at what waits", "Next stop", "Leave the tour")
	b.follow("Next stop")
	b.reads(200, "Stop 2 of 3.", "Look at who sees what") // nothing waits, and there is no case yet: the list
	if b.res.Request.URL.Path != "/cases" {
		t.Errorf("the stop leads to %s", b.res.Request.URL)
	}
	b.get("/check")
	b.reads(200, "Stop 2 of 3.", "To this stop’s page")
	b.follow("Next stop")
	b.reads(200, "Stop 3 of 3.", "first page of the demonstration")
	if !strings.HasPrefix(b.res.Request.URL.Path, "/agreements/northgate") {
		t.Errorf("the last stop leads to %s", b.res.Request.URL)
	}
	b.follow("Leave the tour")
	b.lacks("Stop 3 of", "Leave the tour")
	if !strings.HasPrefix(b.res.Request.URL.Path, "/agreements/northgate") {
		t.Errorf("who leaves is led to %s", b.res.Request.URL)
	}
	for _, path := range []string{"/demo/judge/0", "/demo/judge/4", "/demo/nobody/1", "/demo/judge/x"} {
		b.get(path)
		b.reads(404)
	}
}
