package desk_test

import (
	"html"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/auth"
)

// keeps makes somebody look after a node.
func (w *town) keeps(party agreement.PartyID, id auth.PersonID, name string) {
	w.t.Helper()
	if err := w.Node(party).EnrolPerson(w.t.Context(), auth.Person{ID: id, Name: name, Admin: true, Roles: map[agreement.ID][]agreement.RoleID{}}); err != nil {
		w.t.Fatal(err)
	}
}

var secrets = []string{"Ilyan Voss", "Two lorries", "Smuggling of persons", "Location of one telephone", "Necessary and proportionate"}

// Who looks after the node reads nothing of the cases, on whichever page: those that links lead to, those that have an address, and
// those that a form would lead to.
func TestTheAdministratorReadsNothing(t *testing.T) {
	w := newTown(t)
	w.keeps("belmark", "keeper", "Sam Keeper")
	id := w.asked(urgent()...)
	judge := w.as("belmark", "Judge Vantor")
	judge.get("/cases/" + id)
	judge.reads(200, secrets[1])
	b := w.as("belmark", "Sam Keeper")
	seen := map[string]bool{}
	queue := []string{"/", "/cases", "/cases/" + id, "/check", "/agreements", "/ledger", "/settings", "/demo", "/prepared/00112233445566778899aabbccddeeff"}
	for _, p := range []string{"authorise", "refuse", "act-at-once", "execute", "uphold", "withdraw"} {
		queue = append(queue, "/cases/"+id+"/steps/"+p)
	}
	for _, n := range []string{"0", "1", "2", "3"} {
		queue = append(queue, "/cases/"+id+"/proofs/"+n)
	}
	a := string(w.Agreement)
	queue = append(queue, "/agreements/"+a, "/ledger/"+a, "/ledger/"+a+"/audit", "/ledger/"+a+"/proof?entry=1", "/public/"+a, "/open/"+a+"/assistance/request", "/check/"+a+"/stolen_documents/stolen")
	href := regexp.MustCompile(`href="(/[^"#]*)`)
	for len(queue) > 0 && len(seen) < 400 {
		path := queue[0]
		queue = queue[1:]
		if seen[path] || strings.HasPrefix(path, "/assets/") || strings.HasPrefix(path, "/language") {
			continue
		}
		seen[path] = true
		b.get(path)
		b.lacks(secrets...)
		for _, m := range href.FindAllStringSubmatch(b.page, -1) {
			queue = append(queue, html.UnescapeString(m[1]))
		}
	}
	if len(seen) < 30 {
		t.Errorf("only %d pages were looked at", len(seen))
	}
	b.get("/settings")
	token := b.token()
	for _, path := range []string{"/cases/" + id + "/steps/authorise", "/cases/" + id + "/steps/act-at-once", "/check/" + a + "/stolen_documents/stolen", "/ledger/" + a + "/audit", "/ledger/" + a + "/evidence"} {
		b.post(path, url.Values{"form_token": {token}, "f.reasons": {"x"}, "f.evidence": {"x"}, "f.number": {"P1234567"}, "f.issuing_state": {"XB"}})
		if b.res.StatusCode < 400 {
			t.Errorf("%s answers %d", path, b.res.StatusCode)
		}
		b.lacks(append(secrets, "taken on a train")...)
	}
}

func TestFourEyesOverPeople(t *testing.T) {
	w := newTown(t)
	w.keeps("belmark", "keeper", "Sam Keeper")
	sam := w.as("belmark", "Sam Keeper")
	sam.get("/settings/people")
	sam.reads(200, "People and roles", "Judge Vantor", "Oren Tal")
	a := string(w.Agreement)
	add := func(b *browser, fill ...string) {
		t.Helper()
		b.get("/settings/people/new")
		f := b.form("Keep")
		f.fields = url.Values{"form_token": {b.token()}}
		for i := 0; i+1 < len(fill); i += 2 {
			f.fields.Add(fill[i], fill[i+1])
		}
		b.post("/settings/people", f.fields)
	}
	add(sam, "person", "both", "name", "Both", "role", a+"/judge", "role", a+"/prosecutor")
	sam.reads(403, "independent", "Article")
	add(sam, "person", "foreign", "name", "Foreign", "role", a+"/auditor")
	sam.reads(403, "cannot hold the role", "Article")
	add(sam, "person", "Über", "name", "X")
	sam.reads(400, "cannot name a person")
	// The only administrator changes people alone, and the page says so.
	add(sam, "person", "ruiz", "name", "Lena Ruiz", "admin", "yes")
	sam.reads(200, "Kept.", "Lena Ruiz", "Sam Keeper changed Lena Ruiz.")
	lena := w.as("belmark", "Lena Ruiz")

	add(sam, "person", "ormond", "name", "Judge Ormond", "role", a+"/judge")
	sam.reads(200, "once another administrator has confirmed it", "Somebody else must confirm it")
	n := w.Node("belmark")
	if _, err := n.Auth().Person(t.Context(), "ormond"); err == nil {
		t.Fatal("one pair of eyes was enough")
	}
	lena.get("/settings/people")
	change := lena.form("Confirm").fields.Get("change")
	sam.post("/settings/people/answer", url.Values{"form_token": {sam.token()}, "change": {change}, "answer": {"yes"}})
	sam.reads(403, "Four eyes")
	lena.press("Confirm")
	lena.reads(200, "it has taken effect", "Lena Ruiz confirmed what Sam Keeper had asked for Judge Ormond.")
	if p, err := n.Auth().Person(t.Context(), "ormond"); err != nil || !p.Holds(w.Agreement, "judge") {
		t.Fatalf("%+v, %v", p, err)
	}
	lena.post("/settings/people/answer", url.Values{"form_token": {lena.token()}, "change": {change}, "answer": {"yes"}})
	lena.reads(404)
	add(sam, "person", "tal", "name", "Oren Tal", "disabled", "yes")
	sam.reads(200, "Kept.", "Sam Keeper ended the access of Oren Tal.")
	add(sam, "person", "keeper", "name", "Sam Keeper")
	sam.reads(403, "from themselves")

	// Nobody else comes here, and an administrator who stops being one is out at once.
	judge := w.as("belmark", "Judge Vantor")
	for _, path := range []string{"people", "people/new", "people/vantor", "parties", "calendars", "retention", "backup", "health"} {
		judge.get("/settings/" + path)
		judge.reads(403, "those who look after the node")
		sam.get("/settings/" + path)
		sam.reads(200)
	}
	judge.get("/settings")
	for _, path := range []string{"people", "people/answer", "parties", "backup"} {
		judge.post("/settings/"+path, url.Values{"form_token": {judge.token()}, "person": {"vantor"}, "name": {"V"}, "admin": {"yes"}})
		judge.reads(403)
		judge.get("/settings")
	}
	sam.get("/settings/parties")
	sam.reads(200, "not tested now", "127.0.0.1", "an authority")
	sam.press("Test all lines now")
	sam.reads(200, "answers in")
	sam.get("/settings/calendars")
	sam.reads(200)
	sam.get("/settings/retention")
	sam.reads(200, "1 year after the case has ended", "Article 7")
	sam.get("/settings/health")
	sam.reads(200, "holds the last signed checkpoint", "is in force", "2 people look after the node")
	sam.get("/settings/backup")
	sam.reads(200, "No copy was made here yet")
	sam.press("Make a copy now")
	sam.reads(200, "The copy is written")
	files, err := filepath.Glob(filepath.Join(w.Members["belmark"].Home.Dir, "backups", "*.db"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	if info, err := os.Stat(files[0]); err != nil || info.Size() == 0 {
		t.Errorf("%v, %v", info, err)
	}
	add(lena, "person", "keeper", "name", "Sam Keeper", "disabled", "yes")
	lena.reads(200, "Lena Ruiz ended the access of Sam Keeper.")
	sam.get("/settings/people")
	sam.reads(200, "Who are you")
}
