package desk_test

import (
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/node"
)

var codeForm = regexp.MustCompile(`[0-9A-Z]{4}(-[0-9A-Z]{4}){3}`)

// A person brings a complaint through the pages alone, keeps the code, reads what was decided and asks for a second look.
func TestAPersonComplains(t *testing.T) {
	w, _ := counters(t)
	ctx := t.Context()
	if _, err := w.Enrol(ctx, "ombuds", "ola", "Ola", "ombudsperson"); err != nil {
		t.Fatal(err)
	}
	h, err := w.Members["secretariat"].Desk(desk.Options{})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	b := newBrowser(t, srv.URL)
	b.get("/public/common/complain")
	b.reads(200, "Complaint", "within 10 working days")
	b.follow("Begin: Complaint")
	b.press("Read it over")
	b.reads(422, "things to mend", "What happened")
	b.press("Read it over", "side.concerned", "belmark", "f.complainant", "Mirela Ansov", "f.told_in", "writing", "f.language", "Belmarkian", "f.named", "no",
		"f.grievance", "Nine hours.", "f.matter", "A person was held.", "f.asks", "reasons")
	b.reads(200, "Read it over before you send", "Nine hours.")
	b.press("Send it")
	b.reads(200, "It is filed", "Type the code back")
	code := codeForm.FindString(b.text())
	if code == "" || strings.Contains(b.res.Request.URL.String(), code) {
		t.Fatalf("the code is %q, at %s", code, b.res.Request.URL)
	}
	b.press("I have kept it", "code", strings.ToLower(strings.ReplaceAll(code, "-", " ")))
	b.reads(200, "The code is right.")
	b.press("Close")
	if err := w.Rest(ctx); err != nil {
		t.Fatal(err)
	}
	filing, err := w.Node("secretariat").OpenFiling(ctx, code)
	if err != nil {
		t.Fatal(err)
	}
	ola, err := w.Node("ombuds").Auth().Person(ctx, "ola")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Node("ombuds").Step(ctx, ola, node.StepRequest{Case: filing.Case, Step: "declare-inadmissible", Ground: "not under this text", Values: map[agreement.FieldID]any{"reasons": "Another text."}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Rest(ctx); err != nil {
		t.Fatal(err)
	}
	b.get("/public/mailbox")
	b.press("Open", "code", code)
	b.reads(200, "Decided:", "You can appeal until", "Another text.")
	b.press("Verify it here")
	b.reads(200, "It is true", "What it does not show")
}
