package browser

import (
	"bytes"
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/desk"
)

// TestPasskey makes a passkey on a device that the browser plays, has it certified by another person who stands in for the registry,
// signs a judge's decision with it, and audits what came of it.
func TestPasskey(t *testing.T) {
	text, err := os.ReadFile("../../bench/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	s := newStage(t, text, []role{
		{party: "arland", id: "anselm", name: "Pia Anselm", roles: []agreement.RoleID{"prosecutor"}},
		{party: "arland", id: "dessar", name: "Officer Dessar", roles: []agreement.RoleID{"officer"}},
		{party: "belmark", id: "vantor", name: "Judge Vantor", roles: []agreement.RoleID{"judge"}},
		{party: "belmark", id: "tal", name: "Oren Tal", roles: []agreement.RoleID{"prosecutor"}},
	}, desk.Options{Personas: true})
	// Passkeys know domains alone: this desk is served under the name by which browsers call their own machine.
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, err := net.SplitHostPort(ln.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	origin := "http://localhost:" + port
	h, err := s.Members["belmark"].Desk(desk.Options{Personas: true, Origin: origin})
	if err != nil {
		t.Fatal(err)
	}
	srv := &httptest.Server{Listener: ln, Config: &http.Server{Handler: h}}
	srv.Start()
	t.Cleanup(srv.Close)
	s.Desks["belmark"] = origin
	run(t, "passkey.mjs", s)

	var in []audit.Input
	for _, p := range []agreement.PartyID{"arland", "belmark"} {
		var b bytes.Buffer
		if err := s.Node(p).Evidence(context.Background(), s.ID, &b); err != nil {
			t.Fatal(err)
		}
		in = append(in, audit.Input{Name: string(p), From: &b})
	}
	r, err := audit.Replay(context.Background(), in, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Verified.Personal == 0 {
		t.Error("the audit verified no personal signature")
	}
	for _, f := range r.Findings {
		if f.Code == fault.PersonalInvalid || f.Code == fault.BadSignature || f.Code == fault.PersonalMissing {
			t.Errorf("the audit finds %+v", f)
		}
	}
}
