package browser

import (
	"context"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/models"
)

const stolen = `number,issuing_state,kind,reported,circumstances
P1234567,XB,passport,2026-02-03,taken on a train
`

func northgate(t *testing.T) []byte {
	t.Helper()
	text, err := os.ReadFile("../../bench/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// north is the crossing at Northgate: two states and their secretariat, and a list of stolen documents.
func north(t *testing.T) *stage {
	t.Helper()
	s := newStage(t, northgate(t), []role{
		{party: "arland", id: "dessar", name: "Officer Dessar", roles: []agreement.RoleID{"officer"}},
		{party: "arland", id: "ilves", name: "Officer Ilves", roles: []agreement.RoleID{"officer"}},
		{party: "arland", id: "anselm", name: "Pia Anselm", roles: []agreement.RoleID{"prosecutor"}},
		{party: "belmark", id: "vantor", name: "Judge Vantor", roles: []agreement.RoleID{"judge"}},
		{party: "belmark", id: "tal", name: "Oren Tal", roles: []agreement.RoleID{"prosecutor"}},
		{party: "secretariat", id: "marrow", name: "Ilse Marrow", roles: []agreement.RoleID{"auditor"}},
	}, desk.Options{})
	if _, err := s.Node("belmark").Import(context.Background(), s.Agreement, "stolen_documents", node.ImportCSV, "stolen.csv", strings.NewReader(stolen)); err != nil {
		t.Fatal(err)
	}
	return s
}

// An officer checks a document, sees the hit, asks the other side, and reads its answer.
func TestOfficer(t *testing.T) {
	t.Parallel()
	run(t, "officer.mjs", north(t))
}

// A judge reads what silence means in an urgent matter and decides it; and what follows where no judge does.
func TestJudge(t *testing.T) {
	t.Parallel()
	run(t, "judge.mjs", north(t))
}

// A convoy from the notice to the verified delivery: those who move, the neutral, and those who hold the road.
func TestConvoy(t *testing.T) {
	t.Parallel()
	text, err := models.Files.ReadFile("access.md")
	if err != nil {
		t.Fatal(err)
	}
	whole, findings := agreement.Assemble(models.Files, "access.md", text)
	if findings.Failed() {
		t.Fatal(findings.String())
	}
	run(t, "convoy.mjs", newStage(t, whole.Text, []role{
		{party: "lantern", id: "berg", name: "Ada Berg", roles: []agreement.RoleID{"leader"}},
		{party: "secretariat", id: "vale", name: "Nora Vale", roles: []agreement.RoleID{"coordinator"}},
		{party: "arland", id: "holt", name: "Rhea Holt", roles: []agreement.RoleID{"liaison"}},
		{party: "arland", id: "brandt", name: "Ivo Brandt", roles: []agreement.RoleID{"checkpoint"}},
		{party: "caldera", id: "reyl", name: "Tomas Reyl", roles: []agreement.RoleID{"liaison"}},
	}, desk.Options{}))
}

// common is the agreement of the articles that all models share.
func common(t *testing.T) []byte {
	t.Helper()
	folder := os.DirFS("../../models/common")
	text, err := fs.ReadFile(folder, "reference.md")
	if err != nil {
		t.Fatal(err)
	}
	whole, findings := agreement.Assemble(folder, "reference.md", text)
	if findings.Failed() {
		t.Fatal(findings.String())
	}
	return whole.Text
}

// A report of corruption that is sealed in the browser, and opened in the investigator's.
func TestReport(t *testing.T) {
	t.Parallel()
	s := newStage(t, common(t), []role{
		{party: "secretariat", id: "oren", name: "Fia Oren", roles: []agreement.RoleID{"filing-officer"}},
		{party: "ombuds", id: "faro", name: "Dina Faro", roles: []agreement.RoleID{"investigator"}},
		{party: "arland", id: "holt", name: "Rhea Holt", roles: []agreement.RoleID{"liaison"}},
	}, desk.Options{})
	ctx := context.Background()
	own, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	other, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	home, err := node.OpenHome(s.Members["ombuds"].Dir)
	if err != nil {
		t.Fatal(err)
	}
	key, err := home.PartyKey()
	if err != nil {
		t.Fatal(err)
	}
	v, err := s.Node("ombuds").Agreement(ctx, s.ID)
	if err != nil {
		t.Fatal(err)
	}
	st, err := node.MakeSealingCertificate(v.Model, "ombuds", "investigator", own.Recipient().String(), key, begin.Add(-time.Hour))
	if err == nil {
		err = s.Node("ombuds").Declare(ctx, s.ID, st)
	}
	if err == nil {
		err = s.Rest(ctx)
	}
	if err != nil {
		t.Fatal(err)
	}
	s.Identity, s.Stranger = own.String(), other.String()
	run(t, "report.mjs", s)
}

// A complaint, from somebody without an account to a change of practice, with the proof of filing verified by strangers.
func TestComplaint(t *testing.T) {
	t.Parallel()
	run(t, "complaint.mjs", newStage(t, common(t), []role{
		{party: "secretariat", id: "oren", name: "Fia Oren", roles: []agreement.RoleID{"filing-officer"}},
		{party: "ombuds", id: "renn", name: "Ola Renn", roles: []agreement.RoleID{"ombudsperson"}},
		{party: "arland", id: "holt", name: "Rhea Holt", roles: []agreement.RoleID{"liaison"}},
	}, desk.Options{}))
}

// fenced are examples, which whoever amends a text draws anew.
var fenced = regexp.MustCompile("(?ms)^```hcl\nexpect .*?^```\n")

// From a draft to signature, with a red line that only one side sees.
func TestNegotiation(t *testing.T) {
	t.Parallel()
	run(t, "negotiation.mjs", newStage(t, fenced.ReplaceAll(northgate(t), nil), []role{
		{party: "arland", id: "orr", name: "Nadia Orr", delegate: true},
		{party: "belmark", id: "vell", name: "Omar Vell", delegate: true},
		{party: "secretariat", id: "ames", name: "Sol Ames", delegate: true},
	}, desk.Options{}))
}
