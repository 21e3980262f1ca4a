package desk_test

import (
	"context"
	"errors"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/notice"
	"github.com/entente-net/entente/internal/world"
)

// begin is a Monday within the term of the model agreement.
var begin = time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)

const stolen = `number,issuing_state,kind,reported,circumstances
P1234567,XB,passport,2026-02-03,taken on a train
`

// town is a world of three nodes with a desk each, and people.
type town struct {
	*world.Inside
	t     *testing.T
	desks map[agreement.PartyID]string
	links map[string]string // by person
}

func newTown(t *testing.T) *town {
	t.Helper()
	return newTownOf(t, northgate(t))
}

// northgate is the text that the towns of these tests sign.
func northgate(t *testing.T) []byte {
	t.Helper()
	text, err := os.ReadFile("../../bench/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func newTownOf(t *testing.T, text []byte) *town { return newTownWith(t, text, nil) }

// newTownWith gives every node a mail server; nil: none.
func newTownWith(t *testing.T, text []byte, mail *notice.Server) *town {
	t.Helper()
	ctx := context.Background()
	w, err := world.NewInside(ctx, world.Plan{Dir: filepath.Join(t.TempDir(), "world"), Text: text, Start: begin, Node: node.Config{Mail: mail}})
	if err != nil {
		t.Fatalf("%v: %v", err, errors.Unwrap(err))
	}
	t.Cleanup(w.Close)
	out := &town{Inside: w, t: t, desks: map[agreement.PartyID]string{}, links: map[string]string{}}
	for _, p := range []struct {
		party    agreement.PartyID
		id, name string
		roles    []agreement.RoleID
	}{
		{"arland", "dessar", "Officer Dessar", []agreement.RoleID{"officer"}},
		{"arland", "ilves", "Officer Ilves", []agreement.RoleID{"officer"}},
		{"arland", "anselm", "Pia Anselm", []agreement.RoleID{"prosecutor"}},
		{"arland", "keeper", "Sam Keeper", nil},
		{"belmark", "vantor", "Judge Vantor", []agreement.RoleID{"judge"}},
		{"belmark", "tal", "Oren Tal", []agreement.RoleID{"prosecutor"}},
		{"secretariat", "marrow", "Ilse Marrow", []agreement.RoleID{"auditor"}},
	} {
		if _, err := w.Enrol(ctx, p.party, auth.PersonID(p.id), p.name, p.roles...); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Node("belmark").Import(ctx, w.Agreement, "stolen_documents", node.ImportCSV, "stolen.csv", strings.NewReader(stolen)); err != nil {
		t.Fatal(err)
	}
	for p, m := range w.Members {
		h, err := m.Desk(desk.Options{Personas: true})
		if err != nil {
			t.Fatal(err)
		}
		srv := httptest.NewServer(h)
		t.Cleanup(srv.Close)
		out.desks[p] = srv.URL
	}
	return out
}

// as logs in by the page that lists whom one can be.
func (w *town) as(party agreement.PartyID, name string) *browser {
	w.t.Helper()
	b := newBrowser(w.t, w.desks[party])
	b.get("/")
	b.reads(200, "Who are you", name)
	b.press("Be " + name)
	b.reads(200)
	return b
}

// settle waits until nothing is under way between the nodes.
func (w *town) settle() {
	w.t.Helper()
	if err := w.Rest(context.Background()); err != nil {
		w.t.Fatal(err)
	}
}

func (w *town) pass(d time.Duration) {
	w.t.Helper()
	if err := w.SetClock(context.Background(), w.Now().Add(d)); err != nil {
		w.t.Fatal(err)
	}
	w.settle()
}

var request = []string{
	"f.offence.description", "Smuggling of persons", "f.offence.provision", "Penal Code, section 201", "f.offence.punishable_in_both", "yes",
	"f.facts", "Two lorries crossed at night.", "f.measure", "Location of one telephone for seven days.", "f.person", "Ilyan Voss", "f.urgency", "ordinary",
	"f.assessment_proportionality.milder", "no", "f.assessment_proportionality.weight", "yes",
}

func urgent() []string {
	out := append([]string(nil), request...)
	for i := range out {
		if out[i] == "ordinary" {
			out[i] = "danger to life"
		}
	}
	return out
}

// awaitProofs waits until a checkpoint covers what the log of Arland holds.
func (w *town) awaitProofs() {
	w.t.Helper()
	err := w.Await(context.Background(), func() (bool, error) {
		l, err := w.Node("arland").Ledger(context.Background(), w.Agreement, 0)
		return err == nil && l.CheckpointSize == l.Size, err
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

// The newcomer's path: an officer finds a document that the other side reported stolen, opens what the hit
// opens and asks for assistance; a judge of the other side decides; the answer arrives; the auditor finds nothing.
func TestNewcomersPath(t *testing.T) {
	w := newTown(t)
	officer := w.as("arland", "Officer Dessar")
	officer.reads(200, "Nothing waits for you")
	officer.get("/check")
	officer.follow("Is this document reported stolen?")
	officer.reads(200, "A border officer of either Party may ask", "Kingdom of Belmark", "2,000,000")
	officer.press("Ask", "f.number", "P 1234567", "f.issuing_state", "XB")
	officer.reads(200, "One hit to compare", "taken on a train", "3 February 2026", "No consequence follows from a hit", "in our log", "Ask for assistance")

	officer.press("Open the review of a hit")
	if f := officer.form("Read it over").fields; f.Get("f.number") != "P 1234567" || f.Get("f.register") != "stolen documents" || !strings.Contains(f.Get("f.answer"), "taken on a train") {
		t.Fatalf("the hit did not fill the form: %v", f)
	}
	officer.press("Read it over")
	officer.reads(200, "Not sent yet", "Republic of Arland, Shift supervisor", "Only once the case is: “Compared, waits for the second officer”")
	officer.press("Sign and send")
	officer.reads(200, "Hit, waits for comparison", "If you stay silent: lapse", "“Lapsed: the traveller went on”", "signed")

	officer.get("/cases")
	officer.follow("Ask for assistance")
	officer.press("Read it over", request...)
	officer.reads(200, "Kingdom of Belmark, Judge", "Only once the case is: “Authorised, waits for execution” or “Urgent measure in force, waits for the judge”", "“The judge decides” starts")
	officer.press("Sign and send")
	officer.reads(200, "Waits for the judge", "If nobody acts: remain")
	path := officer.res.Request.URL.Path
	w.settle()

	judge := w.as("belmark", "Judge Vantor")
	judge.reads(200, "One thing waits for you", "Authorise the measure or refuse the measure", "If you stay silent: remain", "8 days left")
	judge.follow("Authorise the measure")
	if judge.res.Request.URL.Path != path {
		t.Fatalf("the judge came to %s, the case is %s", judge.res.Request.URL.Path, path)
	}
	judge.lacks("Ilyan Voss") // not before it must be known
	judge.reads(200, "Two lorries crossed at night.", "Would a milder measure do? no")
	judge.get(path + "/steps/authorise")
	judge.reads(200, "A judge of the requested Party decides, alone and within eight days")
	judge.press("Read it over")
	judge.reads(422, "One thing to mend", "Reasons", "Article 7")
	judge.press("Read it over", "f.reasons", "Necessary and proportionate: no other trace leads to the driver.")
	judge.reads(200, "Not sent yet", "Republic of Arland, Public prosecutor gets: Reasons", "Kingdom of Belmark, Public prosecutor (your own side) gets: Person concerned", "In this exercise the node keeps the key for you")
	judge.press("Sign and send")
	judge.reads(200, "Authorised, waits for execution", "signed by the person’s own key")
	w.settle()

	prosecutor := w.as("belmark", "Oren Tal")
	prosecutor.follow("Carry out the measure and answer")
	prosecutor.reads(200, "Ilyan Voss")
	prosecutor.get(path + "/steps/execute")
	prosecutor.upload("Read it over", "f.attachment", nil)
	prosecutor.reads(422, "“What was obtained” is missing", "Article 7")
	prosecutor.press("Read it over", "f.evidence", "The telephone was at Quell on 21 May.")
	prosecutor.press("Sign and send")
	prosecutor.reads(200, "Executed and answered", "Note what the person concerned was told")
	w.settle()

	officer.get("/")
	officer.reads(200, "Carry out the measure and answer")
	officer.get(path)
	officer.reads(200, "The telephone was at Quell on 21 May.", "Executed and answered", "cosigned by Kingdom of Belmark")
	for column, want := range map[string]string{"Kingdom of Belmark, Judge": "sees", "Kingdom of Belmark, Public prosecutor": "gave it", "Republic of Arland, Border officer (you)": "sees"} {
		if got := officer.cell("What was obtained", column); got != want {
			t.Errorf("%s sees what was obtained: %q, want %q", column, got, want)
		}
	}
	w.awaitProofs()
	officer.follow("Proof of act 3")
	if officer.res.StatusCode != 200 || !strings.Contains(officer.page, "entente") {
		t.Errorf("the proof: %d %.200s", officer.res.StatusCode, officer.page)
	}

	w.audited(officer, prosecutor)
}

// audited lets the auditor run the audit over all three nodes' evidence, brought together by hand.
func (w *town) audited(arland, belmark *browser) {
	w.t.Helper()
	bundles := map[string]string{}
	for name, b := range map[string]*browser{"arland.jsonl": arland, "belmark.jsonl": belmark} {
		b.get("/ledger/northgate/audit")
		b.press("Save the evidence")
		if b.res.StatusCode != 200 || !strings.HasPrefix(b.page, `{"kind":"`) {
			w.t.Fatalf("%s: %d %.200s", name, b.res.StatusCode, b.page)
		}
		bundles[name] = b.page
	}
	auditor := w.as("secretariat", "Ilse Marrow")
	auditor.get("/ledger")
	auditor.follow("Collect evidence and audit")
	auditor.reads(200, "No audit has been run yet", "What no audit can know")
	auditor.upload("Run the audit", "bundle", bundles)
	auditor.awaitAudit()
	auditor.reads(200, "0 findings", "Everything was permitted", "Republic of Arland", "Kingdom of Belmark", "Joint Secretariat")

	bundles["belmark.jsonl"] = strings.Replace(bundles["belmark.jsonl"], `"step":"authorise"`, `"step":"refuse"`, 1)
	auditor.upload("Run the audit", "bundle", bundles)
	auditor.awaitAudit()
	auditor.lacks("Everything was permitted")
}

func (b *browser) awaitAudit() {
	b.t.Helper()
	for range 200 {
		if !strings.Contains(b.page, "The audit is running") {
			return
		}
		time.Sleep(50 * time.Millisecond)
		b.get(b.res.Request.URL.Path)
	}
	b.t.Fatal("the audit does not end")
}

// What the agreement does not permit is refused with its article, whatever address is typed in.
func TestRefusalsCiteTheArticle(t *testing.T) {
	w := newTown(t)
	asking := w.as("arland", "Pia Anselm")
	asking.get("/open/northgate/assistance/request")
	asking.press("Read it over", request...)
	asking.press("Sign and send")
	path := asking.res.Request.URL.Path
	w.settle()

	prosecutor := w.as("belmark", "Oren Tal")
	prosecutor.get(path + "/steps/authorise")
	prosecutor.reads(403, "The agreement does not permit this", "Article 7", "Judge")
	prosecutor.get(path + "/steps/act-at-once")
	prosecutor.reads(409, "Article 7")
	prosecutor.get(path + "/steps/execute")
	prosecutor.reads(409, "Article 7")

	judge := w.as("belmark", "Judge Vantor")
	judge.get("/open/northgate/assistance/request")
	judge.reads(403, "Article 7")
	judge.get("/check/northgate/stolen_documents/document")
	judge.reads(403, "No article lets you ask this question")
	judge.get("/cases/00000000000000000000000000000000")
	judge.reads(404)
	judge.get("/ledger/northgate/proof?entry=999999")
	judge.reads(404)

	officer := w.as("arland", "Officer Dessar")
	officer.get("/check/northgate/stolen_documents/document")
	f := officer.form("Ask").fields
	f.Set("f.number", "P1234567")
	f.Set("f.issuing_state", "XB")
	f.Set("purpose", "criminal-justice")
	officer.post("/check/northgate/stolen_documents/document", f)
	officer.reads(403, "Article 2")
	f.Del("purpose")
	officer.post("/check/northgate/stolen_documents/document", f)
	officer.reads(422, "purpose")
	f.Set("purpose", "border-control")
	f.Set("f.issuing_state", "Belmark")
	officer.post("/check/northgate/stolen_documents/document", f)
	officer.reads(422, "“Issuing state” is not a country", "Article 2")

	// One person is not two.
	f.Set("f.issuing_state", "XB")
	officer.post("/check/northgate/stolen_documents/document", f)
	officer.press("Open the review of a hit")
	officer.press("Read it over")
	officer.press("Sign and send")
	hit := officer.res.Request.URL.Path
	officer.press("Read it over", "f.comparison", "the same", "f.reasons", "Number and photograph agree.")
	officer.press("Sign and send")
	officer.reads(200, "Compared, waits for the second officer", "Now it is for the border officer of Republic of Arland or the shift supervisor at the crossing of Republic of Arland to act.")
	officer.get(hit + "/steps/confirm")
	officer.reads(403, "Article 3")
	second := w.as("arland", "Officer Ilves")
	second.follow("Confirm, as the second officer")
	second.get(hit + "/steps/confirm")
	second.press("Read it over", "f.reasons", "I compared them again.")
	second.press("Sign and send")
	second.reads(200, "Confirmed by two officers")
}

// A measure that no judge upholds is closed to everybody at once and destroyed after the grace; the desk says so.
func TestSilenceIsTold(t *testing.T) {
	w := newTown(t)
	asking := w.as("arland", "Pia Anselm")
	asking.get("/open/northgate/assistance/request")
	asking.press("Read it over", urgent()...)
	asking.press("Sign and send")
	path := asking.res.Request.URL.Path
	w.settle()
	acting := w.as("belmark", "Oren Tal")
	acting.get(path + "/steps/act-at-once")
	acting.press("Read it over", "f.evidence", "The van is at the ferry of Hale.", "f.reasons", "Life is in danger.")
	acting.press("Sign and send")
	w.settle()
	asking.get(path)
	asking.reads(200, "The van is at the ferry of Hale.", "If Kingdom of Belmark (Judge) stays silent: erase", "is destroyed on every node 24 hours later")

	w.pass(49 * time.Hour)
	asking.get(path)
	asking.lacks("The van is at the ferry of Hale.")
	asking.reads(200, "A judge reviews the urgent measure: the time ran out", "may no longer be used", "Time is over, sealed")
	if got := asking.cell("What was obtained", "Kingdom of Belmark, Judge"); got != "closed" {
		t.Errorf("the judge sees %q", got)
	}
	judge := w.as("belmark", "Judge Vantor")
	judge.reads(200, "Lapsed", "A judge reviews the urgent measure")
	judge.get(path + "/steps/uphold")
	judge.reads(409, "Article 7", "ran out")

	w.pass(30 * time.Hour)
	asking.get(path)
	asking.reads(200, "what was sealed was destroyed", "Urgent measure not upheld", "Kingdom of Belmark attests that it has destroyed", "Republic of Arland attests that it has destroyed")
	if got := asking.cell("What was obtained", "Kingdom of Belmark, Public prosecutor"); got != "erased" {
		t.Errorf("the prosecutor sees %q", got)
	}
	acting.get("/")
	acting.reads(200, "Note what the person concerned was told", "If nobody does it:")
}

// Whoever holds no office sees nothing of the cases, and nobody sends a form for somebody else.
func TestDoor(t *testing.T) {
	w := newTown(t)
	stranger := newBrowser(t, w.desks["arland"])
	stranger.get("/cases")
	if stranger.res.Request.URL.Path != "/login" {
		t.Fatalf("a stranger came to %s", stranger.res.Request.URL)
	}
	stranger.lacks("Sam Keeper") // without an office there is nobody to be
	stranger.get("/login?token=el1.nonsense.nonsense")
	stranger.reads(401)

	token, err := w.Node("arland").Auth().Link(context.Background(), "keeper", time.Now(), 0, true)
	if err != nil {
		t.Fatal(err)
	}
	keeper := newBrowser(t, w.desks["arland"])
	keeper.get("/login?token=" + url.QueryEscape(token))
	keeper.reads(200, "Nothing waits for you")
	asking := w.as("arland", "Pia Anselm")
	asking.get("/open/northgate/assistance/request")
	asking.press("Read it over", request...)
	review := asking.page
	asking.press("Sign and send")
	path := asking.res.Request.URL.Path
	keeper.get(path)
	keeper.reads(403, "You hold no role under this agreement")
	keeper.get("/cases")
	keeper.lacks(path)
	keeper.get("/ledger/northgate/audit")
	keeper.reads(403)

	// The same form once more is the same act; a changed token is refused.
	asking.page = review
	asking.press("Sign and send")
	asking.reads(200)
	if asking.res.Request.URL.Path != path {
		t.Errorf("the form made another case: %s", asking.res.Request.URL.Path)
	}
	asking.page = review
	f := asking.form("Sign and send")
	f.fields.Set("form_token", "AAAA")
	asking.post(f.action, f.fields)
	asking.reads(403)
	f.fields.Del("form_token")
	asking.post(f.action, f.fields)
	asking.reads(403)

	if got := strings.Join(asking.cookies(), " "); !strings.Contains(got, "entente-arland") {
		t.Errorf("the cookies are %s", got)
	}
	asking.get("/")
	asking.press("Log out")
	asking.get("/cases")
	if asking.res.Request.URL.Path != "/login" {
		t.Errorf("after logging out one comes to %s", asking.res.Request.URL)
	}

	// A desk of one node gives nothing for the cookie of another.
	judge := w.as("belmark", "Judge Vantor")
	judge.base = w.desks["arland"]
	judge.get("/cases")
	if judge.res.Request.URL.Path != "/login" {
		t.Errorf("Belmark's judge came into Arland's desk: %s", judge.res.Request.URL)
	}
}

// The living agreement is there for everyone; the rest of the desk speaks the reader's language.
func TestAgreementsAndLedger(t *testing.T) {
	w := newTown(t)
	w.settle()
	public := newBrowser(t, w.desks["belmark"])
	public.get("/public/northgate")
	public.reads(200, "Northgate Corridor Partnership", "In force", "A judge of the requested Party decides", "If nobody acts, the duty remains", "ends in 273 days", "3 of 3 parties have signed")
	public.lacks("Log out")
	public.get("/public/southmere")
	public.reads(404)
	public.get("/language?to=ar&back=/public/northgate")
	if !strings.Contains(public.page, `dir="rtl"`) {
		t.Error("the page is not turned for its reader")
	}

	judge := w.as("belmark", "Judge Vantor")
	judge.get("/agreements")
	judge.reads(200, "Northgate Corridor Partnership", "In force")
	judge.follow("Northgate Corridor Partnership")
	judge.reads(200, "Article 8", "One of the 8 articles is not simply in force")
	// Witnesses cosign a checkpoint once it has reached them: the page says so as it comes.
	vouched := regexp.MustCompile(`[0-9]+ entries; 2 of 2 witnesses`)
	for range 200 {
		if judge.get("/ledger"); vouched.MatchString(judge.text()) {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	judge.reads(200, "Joint Secretariat", "signature under the agreement", "Register loaded: Stolen, lost and revoked documents", "extends all we saw")
	if !vouched.MatchString(judge.text()) {
		t.Errorf("who vouches is not said: %s", judge.text())
	}
	judge.get("/ledger/northgate/proof?entry=0")
	if judge.res.StatusCode != 200 || !strings.HasPrefix(judge.res.Header.Get("Content-Disposition"), "attachment") {
		t.Errorf("the proof: %d %v", judge.res.StatusCode, judge.res.Header)
	}
}

func TestPersonasAreForExercises(t *testing.T) {
	w := newTown(t)
	h, err := desk.New(w.Node("arland"), desk.Options{})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	defer srv.Close()
	b := newBrowser(t, srv.URL)
	b.get("/login")
	b.reads(200)
	b.lacks("Be Officer Dessar")
	b.get("/demo")
	b.reads(404)
	b.get("/gallery")
	b.reads(404)
}
