package desk_test

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/internal/world"
)

const publishes = `  publish {
    fields = ["order", "done"]
    after  = ["upheld", "remedied"]
    within = "P7D"
  }

  share "for the ombudsperson" {`

// What an agreement publishes of a complaint stands on the public page from the state on that it names; the person does not.
func TestDecisionsArePublished(t *testing.T) {
	raw, err := os.ReadFile("../../bench/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(raw), `  share "for the ombudsperson" {`, publishes, 1)
	ctx := context.Background()
	w, err := world.NewInside(ctx, world.Plan{Dir: filepath.Join(t.TempDir(), "world"), Text: []byte(text), Start: begin})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	contact, err := w.Enrol(ctx, "arland", "wren", "Ada Wren", "contact-point")
	if err != nil {
		t.Fatal(err)
	}
	ombuds, err := w.Enrol(ctx, "secretariat", "osric", "Mara Osric", "ombudsperson")
	if err != nil {
		t.Fatal(err)
	}
	pages := map[agreement.PartyID]*browser{}
	for p, m := range w.Members {
		h, err := m.Desk(desk.Options{})
		if err != nil {
			t.Fatal(err)
		}
		srv := httptest.NewServer(h)
		t.Cleanup(srv.Close)
		pages[p] = newBrowser(t, srv.URL)
	}
	path := "/public/" + string(w.Agreement) + "/decisions"
	pages["secretariat"].get(path)
	pages["secretariat"].reads(200, "Nothing is published yet.", "What must be done and What was done; within 7 days.")

	step := func(p agreement.PartyID, who node.Who, req node.StepRequest) casework.CaseID {
		t.Helper()
		res, err := w.Node(p).Step(ctx, who, req)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Rest(ctx); err != nil {
			t.Fatal(err)
		}
		return res.Case
	}
	type values = map[agreement.FieldID]any
	id := step("arland", contact, node.StepRequest{Agreement: w.Agreement, Procedure: "complaint", Step: "file", Values: values{
		"complainant": "Ilyan Voss", "grievance": "Held for three hours.", "asks": "reasons",
	}})
	if err := w.SetClock(ctx, w.Now().Add(web.Fresh)); err != nil {
		t.Fatal(err)
	}
	pages["secretariat"].get(path)
	pages["secretariat"].reads(200, "Nothing is published yet.")

	step("secretariat", ombuds, node.StepRequest{Case: id, Step: "uphold", Values: values{"order": "Give the reasons in writing.", "reasons": "None were given to Mr Voss."}})
	if err := w.SetClock(ctx, w.Now().Add(web.Fresh)); err != nil {
		t.Fatal(err)
	}
	pages["secretariat"].get(path)
	pages["secretariat"].reads(200, "One decision is published", "Give the reasons in writing.", "Upheld, waits for the remedy", "Uphold the complaint")
	if !strings.Contains(pages["secretariat"].page, `id="d`+web.DecisionID(id)+`"`) {
		t.Error("nothing bears the name to which a mailbox leads")
	}
	step("arland", contact, node.StepRequest{Case: id, Step: "remedy", Values: values{"done": "A letter was handed over."}})
	if err := w.SetClock(ctx, w.Now().Add(web.Fresh)); err != nil {
		t.Fatal(err)
	}
	pages["secretariat"].get(path)
	pages["secretariat"].reads(200, "A letter was handed over.", "Remedied", "Report the remedy")
	pages["secretariat"].get(path + ".atom")
	pages["secretariat"].reads(200, "A letter was handed over.")
	for p, b := range pages {
		b.get(path)
		for _, secret := range []string{"Voss", "three hours", "Osric", string(id)} {
			if strings.Contains(b.page, secret) {
				t.Errorf("%s publishes %q", p, secret)
			}
		}
	}
	pages["belmark"].reads(200, "Nothing is published yet.")
	if list, total, err := w.Node("arland").Published(ctx, w.Agreement, 1, 10); err != nil || len(list) != 0 || total != 1 {
		t.Errorf("after the first: %d of %d, %v", len(list), total, err)
	}
}
