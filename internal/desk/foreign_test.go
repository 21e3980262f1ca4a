package desk_test

import (
	"context"
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/world"
)

// court is a world under the agreement on justice, which can be read in English, French and Arabic.
func court(t *testing.T) (*town, *auth.Person) {
	t.Helper()
	ctx := context.Background()
	text, said, err := world.Model("justice")
	if err != nil {
		t.Fatal(err)
	}
	w, err := world.NewInside(ctx, world.Plan{
		Dir: filepath.Join(t.TempDir(), "world"), Text: text, Start: begin, Translations: map[agreement.ID][]node.Translation{"justice": said},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	out := &town{Inside: w, t: t, desks: map[agreement.PartyID]string{}}
	prosecutor, err := w.Enrol(ctx, "arland", "anselm", "Pia Anselm", "prosecutor")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Enrol(ctx, "arland", "roy", "Juge Roy", "validating-judge"); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Enrol(ctx, "secretariat", "salma", "سلمى", "filing-officer"); err != nil {
		t.Fatal(err)
	}
	for _, p := range []agreement.PartyID{"arland", "secretariat"} {
		h, err := w.Members[p].Desk(desk.Options{Personas: true})
		if err != nil {
			t.Fatal(err)
		}
		srv := httptest.NewServer(h)
		t.Cleanup(srv.Close)
		out.desks[p] = srv.URL
	}
	return out, prosecutor
}

// reader logs a person in who reads a language.
func (w *town) reader(party agreement.PartyID, language string) *browser {
	w.t.Helper()
	b := newBrowser(w.t, w.desks[party])
	b.get("/language?to=" + language)
	b.get("/login")
	return b
}

func (b *browser) be(name string) {
	b.t.Helper()
	for _, m := range regexp.MustCompile(`(?s)<form\b[^>]*>(.*?)</form>`).FindAllStringSubmatch(b.page, -1) {
		if button := regexp.MustCompile(`(?s)<button[^>]*>(.*?)</button>`).FindStringSubmatch(m[1]); button != nil && strings.Contains(button[1], name) {
			b.press(tags.ReplaceAllString(button[1], ""))
			return
		}
	}
	b.t.Fatalf("%s: nobody is %s", b.res.Request.URL, name)
}

// The French judge reads an evidence order of an English text in French, and the Arabic officer fills in a complaint in Arabic.
// What goes into the case are the agreement's own values.
func TestReadersOfOtherLanguages(t *testing.T) {
	w, prosecutor := court(t)
	ctx := context.Background()
	n := w.Node("arland")
	v, err := n.Agreement(ctx, "justice")
	if err != nil {
		t.Fatal(err)
	}
	p := v.Model.Procedure("evidence")
	values := map[agreement.FieldID]any{}
	for _, in := range casework.Form(v.Model, p, p.Step("issue")) {
		values[in.Field.ID] = casework.Sample(v.Model, in.Field)
	}
	res, err := n.Step(ctx, prosecutor, node.StepRequest{
		Agreement: "justice", Procedure: "evidence", Step: "issue", Role: "prosecutor", Values: values,
		Sides: map[agreement.SideID]agreement.PartyID{"issuing": "arland", "executing": "belmark"},
	})
	if err != nil {
		t.Fatal(err)
	}
	w.settle()

	judge := w.reader("arland", "fr")
	judge.be("Juge Roy")
	french := n.In(v.Model, "fr")
	decline := french.Procedure("evidence").Step("decline-validation")
	judge.get("/cases/" + string(res.Case))
	judge.reads(200, french.Procedure("evidence").Title, decline.Title, french.Procedure("evidence").Step("validate").Title, french.Clause(p.Article).Title)
	judge.lacks(p.Title, p.Step("decline-validation").Title, v.Model.Clause(p.Article).Title)
	for _, x := range french.Record(p.Record).Fields {
		if own := v.Model.Record(p.Record).Field(x.ID); own.Label["en"] != x.Label["fr"] && len(own.Label["en"]) > 20 {
			judge.lacks(own.Label["en"])
		}
	}
	judge.get("/cases/" + string(res.Case) + "/steps/decline-validation")
	for _, g := range decline.Grounds {
		judge.reads(200, decline.Word(g))
		if !strings.Contains(judge.page, `value="`+g+`"`) {
			t.Errorf("the form would not send the agreement's own ground %q", g)
		}
	}
	judge.get("/agreements/justice")
	judge.reads(200, french.Title, french.Articles[0].Title, french.Articles[4].Title)
	judge.lacks("exists in", v.Model.Articles[4].Title)

	officer := w.reader("secretariat", "ar")
	officer.be("سلمى")
	officer.get("/open/justice/complaint/file")
	if left := latinWords(officer.text()); left != "" {
		t.Errorf("the form of a complaint, in Arabic, says %s", left)
	}
	if !strings.Contains(officer.page, `dir="rtl"`) {
		t.Error("the page is not set from right to left")
	}
	for _, path := range []string{"/", "/cases", "/check", "/agreements"} {
		officer.get(path)
		if left := latinWords(officer.text()); left != "" {
			t.Errorf("%s, in Arabic, says %s", path, left)
		}
	}

	// Who reads a language that the agreement does not have reads the agreement's own, marked as such, and is told so.
	russian := w.reader("secretariat", "ru")
	russian.be("سلمى")
	russian.get("/open/justice/complaint/file")
	russian.reads(200, v.Model.Procedure("complaint").Step("file").Title)
	if !strings.Contains(russian.page, `dir="ltr" lang="en"`) || !strings.Contains(russian.text(), "Соглашение") {
		t.Error("English words on a Russian page are not marked as English, or it is not said why")
	}
}

// latinWords gives the words in Latin letters that are no codes.
func latinWords(s string) string {
	var out []string
	for _, word := range strings.Fields(s) {
		if word = codes.ReplaceAllString(word, ""); strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
			out = append(out, word)
		}
	}
	return strings.Join(out, " ")
}

var codes = regexp.MustCompile(`\b[A-Z]{1,4}[0-9+:-]*\b|\b[0-9a-f]{8,}\b`)
