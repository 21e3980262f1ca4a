package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/internal/world"
)

// counters is a world under the common articles with the desk of the secretariat, and its filing officer.
func counters(t *testing.T) (*world.Inside, web.Viewer) {
	t.Helper()
	text, err := os.ReadFile("../../models/common/reference.md")
	if err != nil {
		t.Fatal(err)
	}
	whole, findings := agreement.Assemble(os.DirFS("../../models/common"), "reference.md", text)
	if findings.Failed() {
		t.Fatal(findings)
	}
	w, err := world.NewInside(t.Context(), world.Plan{Dir: filepath.Join(t.TempDir(), "world"), Text: whole.Text, Start: time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatalf("%v: %v", err, errors.Unwrap(err))
	}
	t.Cleanup(w.Close)
	if _, err := w.Enrol(t.Context(), "secretariat", "fia", "Fia Oren", "filing-officer"); err != nil {
		t.Fatal(err)
	}
	return w, web.Viewer{ID: "fia"}
}

func TestFilingsAtTheDesk(t *testing.T) {
	w, fia := counters(t)
	d := desk.At(w.Node("secretariat"))
	ctx := t.Context()
	doors, err := d.Doors(ctx, "common")
	if err != nil || len(doors) != 4 {
		t.Fatalf("%+v, %v", doors, err)
	}
	c := doors[0]
	if c.Title != "Complaint" || !strings.HasPrefix(c.What, "Whoever is concerned") || len(c.Tells) == 0 || !strings.Contains(c.Tells[0], "10 working days") || c.Sealed != "" {
		t.Errorf("%+v", c)
	}
	draft := web.Draft{Agreement: "common", Procedure: c.Procedure, Step: c.Step, Nonce: strings.Repeat("n", 32), Sides: map[agreement.SideID]agreement.PartyID{"concerned": "belmark"}}
	form, err := d.FilingForm(ctx, "", draft)
	if err != nil || len(form.Inputs) != 9 || len(form.Outflows) == 0 {
		t.Fatalf("%+v, %v", form, err)
	}
	draft.Values = map[agreement.FieldID]any{"complainant": "two\nlines"}
	review, err := d.FilingPreview(ctx, "", draft)
	if err != nil || len(review.Problems) < 6 {
		t.Errorf("%+v, %v", review, err)
	}
	draft.Values = map[agreement.FieldID]any{
		"complainant": "Mirela Ansov", "told_in": "writing", "language": "Belmarkian", "named": false, "grievance": "Nine hours.", "matter": "A person was held.", "asks": "reasons",
	}
	if review, err = d.FilingPreview(ctx, "", draft); err != nil || len(review.Problems) != 0 || len(review.Outflows) == 0 || len(review.Clocks) == 0 {
		t.Fatalf("%+v, %v", review, err)
	}
	filed, err := d.File(ctx, draft)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Rest(ctx); err != nil {
		t.Fatal(err)
	}
	m, err := d.Mailbox(ctx, filed.Code)
	if err != nil || m.Confirmed || m.Title != "Complaint" || m.State.ID != "filed" || len(m.Clocks) != 1 || len(m.Acts) != 1 || !m.Acts[0].You || !m.Proof.Logged || len(m.Steps) != 1 || m.Steps[0].Step != "add" || m.Appeal != nil || m.Means == "" {
		t.Fatalf("%+v, %v", m, err)
	}
	seen := map[string]string{}
	for _, r := range m.Readers {
		seen[r.Who.Title+"/"+string(r.Who.Party.ID)+"/"+string(r.Sees)] = strings.Join(r.What, ", ")
	}
	if who := seen["Ombudsperson of the agreement/ombuds/yes"]; !strings.Contains(who, "Who complains") {
		t.Errorf("who reads it: %v", seen)
	}
	if who, told := seen["Liaison officer/belmark/later"]; told {
		t.Errorf("who asked not to be named is named later: %s", who)
	}
	for _, o := range review.Outflows {
		if o.To.Party.ID == "belmark" && slices.Contains(o.Fields, "Who complains") {
			t.Errorf("who asked not to be named is named: %+v", o)
		}
	}
	if strings.Contains(m.Means, "Filing officer") || !strings.Contains(m.Means, "mbudsperson") {
		t.Errorf("whom the case waits for: %s", m.Means)
	}
	if who := seen["Liaison officer/belmark/yes"]; strings.Contains(who, "Who complains") || !strings.Contains(who, "What is complained of, without names") {
		t.Errorf("who reads it: %v", seen)
	}
	if err := d.TypedBack(ctx, filed.Code); err != nil {
		t.Fatal(err)
	}
	if err := d.Write(ctx, filed.Code, "When may I come?"); err != nil {
		t.Fatal(err)
	}
	b, err := d.Beside(ctx, fia, filed.Case)
	if err != nil || !b.Mailbox || b.Code || len(b.Messages) != 1 || b.Messages[0].Office != "" {
		t.Fatalf("%+v, %v", b, err)
	}
	for _, do := range []error{d.Reply(ctx, fia, filed.Case, "On Monday."), d.Note(ctx, fia, filed.Case, "Came with her brother.")} {
		if do != nil {
			t.Fatal(do)
		}
	}
	if m, err = d.Mailbox(ctx, filed.Code); err != nil || !m.Confirmed || len(m.Messages) != 2 || m.Messages[1].Office != "Filing officer of the Joint Secretariat" {
		t.Errorf("%+v, %v", m.Messages, err)
	}
	if b, err = d.Beside(ctx, fia, filed.Case); err != nil || len(b.Notes) != 1 || b.Notes[0].By != "Fia Oren" {
		t.Errorf("%+v, %v", b, err)
	}
	if _, err := d.GiveCode(ctx, fia, filed.Case); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("a second code: %v", err)
	}
	verifies(t, w.Node("secretariat"), filed.Code)
	if _, err := d.FilingForm(ctx, filed.Code, web.Draft{Step: "contest"}); fault.CodeOf(err) != fault.WrongState {
		t.Errorf("a step that is not open: %v", err)
	}
	if _, err := d.Add(ctx, filed.Code, web.Draft{Step: "add", Values: map[agreement.FieldID]any{"addition": "He is sixteen."}, Nonce: "n"}); err != nil {
		t.Error(err)
	}
	// The time in which the person may act is told as such.
	if _, err := w.Enrol(ctx, "ombuds", "ola", "Ola", "ombudsperson"); err != nil {
		t.Fatal(err)
	}
	ola, err := w.Node("ombuds").Auth().Person(ctx, "ola")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Node("ombuds").Step(ctx, ola, node.StepRequest{Case: filed.Case, Step: "declare-inadmissible", Ground: "not under this text", Values: map[agreement.FieldID]any{"reasons": "Another text."}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Rest(ctx); err != nil {
		t.Fatal(err)
	}
	if m, err = d.Mailbox(ctx, filed.Code); err != nil || m.Appeal == nil || m.Appeal.Clock != "time-to-contest" || m.Steps[0].Step != "contest" {
		t.Errorf("%+v, %v", m, err)
	}
}

// verifies brings all that the product hands out of a filing to the page that verifies.
func verifies(t *testing.T, n *node.Node, code string) {
	t.Helper()
	d := desk.At(n)
	ctx := t.Context()
	proof, err := d.FilingProof(ctx, code)
	if err != nil {
		t.Fatal(err)
	}
	content, err := d.FilingContent(ctx, code)
	if err != nil {
		t.Fatal(err)
	}
	entry, err := n.Prove(ctx, "common", 0)
	if err != nil {
		t.Fatal(err)
	}
	note, err := n.Checkpoint(ctx, "common")
	if err != nil {
		t.Fatal(err)
	}
	a, err := n.Agreement(ctx, "common")
	if err != nil {
		t.Fatal(err)
	}
	for kind, b := range map[string][]byte{audit.FileFiling: proof.Data, audit.FileContent: content.Data, audit.FileEntry: entry, audit.FileCheckpoint: note, audit.FileAgreement: a.Text} {
		v, err := d.Verify(ctx, b)
		if err != nil || v.Kind != kind && v.Kind != audit.FileAct || !v.Holds || len(v.Facts) < 2 || len(v.Vouched) == 0 || len(v.Not) == 0 {
			t.Errorf("%s: %+v, %v", kind, v, err)
		}
		bad := append([]byte(nil), b...)
		bad[len(bad)/2]++
		// A cosigner's line that was changed vouches for nothing any more, and spoils nothing.
		if w, err := d.Verify(ctx, bad); err == nil && w.Holds && len(w.Vouched) >= len(v.Vouched) {
			t.Errorf("%s holds with another byte: %+v", kind, v)
		}
	}
	if v, err := d.Verify(ctx, []byte("a letter from a friend")); err == nil {
		t.Errorf("%+v", v)
	}
}
