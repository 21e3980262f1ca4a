package negotiation

import (
	"slices"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

const version = "  version    = \"1.0\"\n"

// amended is the excerpt as an amendment of itself.
func amended(t *testing.T, text string) string {
	t.Helper()
	text = replaced(t, text, version, "  version    = \"1.1\"\n")
	return replaced(t, text, "  prevails   = \"rules\"\n", "  prevails   = \"rules\"\n\n  amends {\n    version = \"1.0\"\n    cases   = \"stay\"\n  }\n\n")
}

// joined lets Cordova join.
func joined(t *testing.T, text string) string {
	t.Helper()
	text = replaced(t, text, "role \"prosecutor\" {", "party \"cordova\" {\n  name    = \"Free State of Cordova\"\n  kind    = \"state\"\n  country = \"XC\"\n}\n\nrole \"prosecutor\" {")
	text = replaced(t, text, "The Parties establish a partnership", "Arland, Belmark and Cordova establish a partnership")
	text = strings.ReplaceAll(text, "held_by     = [party.arland, party.belmark]", "held_by     = [party.arland, party.belmark, party.cordova]")
	text = strings.ReplaceAll(text, "held_by = [party.arland, party.belmark]", "held_by = [party.arland, party.belmark, party.cordova]")
	return strings.ReplaceAll(text, "any   = [party.arland, party.belmark]", "any   = [party.arland, party.belmark, party.cordova]")
}

func compile(t *testing.T, text string) *agreement.Model {
	t.Helper()
	m, fs := agreement.Compile("x.md", []byte(text))
	if m == nil {
		t.Fatalf("%s", fs)
	}
	return m
}

func TestAmendment(t *testing.T) {
	b := newTable(t, three...)
	base := b.keyed(excerpt(t))
	b.base = []byte(base)
	amends := func(d *seal.Dispatch) { d.Amends = seal.DigestOf(b.base) }
	s := b.open("belmark", base, amends)
	for _, p := range three {
		b.say(p, b.all(p))
	}
	why := strings.Join(s.Obstacles(), "\n")
	if !strings.Contains(why, "version of its own") || !strings.Contains(why, "does not say what it amends") {
		t.Errorf("%s", why)
	}
	b.say("belmark", seal.Dispatch{Kind: seal.DispatchVersion, Text: replaced(t, amended(t, base), "within  = \"P8D\"", "within  = \"P9D\"")})
	b.stands("1", StatusProposed, "belmark")
	b.stands("7", StatusProposed, "belmark")
	b.stands("8", StatusAgreed)
	for _, p := range three {
		b.say(p, b.all(p))
		if p == "secretariat" {
			break
		}
		b.unwise("signing before all agree", p, b.sign(p), fault.AgreementOpen)
	}
	for _, p := range three {
		b.say(p, b.sign(p))
	}
	if s.Concluded() == nil {
		t.Error("not concluded")
	}

	// Who is a party must be asked, under the key that the agreement names.
	d := b.opening("belmark", base)
	amends(&d)
	d.Parties = d.Parties[:2]
	if _, err := Begin(&d, b.base); fault.CodeOf(err) != fault.Malformed {
		t.Errorf("without the secretariat: %v", err)
	}
	other := newTable(t, "zembla", "secretariat", "belmark", "arland")
	d = other.opening("belmark", base)
	amends(&d)
	if _, err := Begin(&d, b.base); fault.CodeOf(err) != fault.UnknownKey {
		t.Errorf("with other keys: %v", err)
	}
	if _, err := Begin(&d, []byte(excerpt(t))); fault.CodeOf(err) != fault.WrongModel {
		t.Errorf("over another text: %v", err)
	}
}

func TestAccession(t *testing.T) {
	b := newTable(t, append([]string{"cordova"}, three...)...)
	text := joined(t, amended(t, excerpt(t)))
	b.base = []byte(b.keyed(excerpt(t)))
	base := string(b.base)
	joins := func(d *seal.Dispatch) { d.Amends, d.Accedes = seal.DigestOf([]byte(base)), "cordova" }
	d := b.opening("arland", b.keyed(text))
	joins(&d)
	if _, err := Begin(&d, b.base); fault.CodeOf(err) != fault.WrongModel {
		t.Errorf("an accession that does not begin from the text in force: %v", err)
	}
	b.base = nil // whoever joins has not got it
	s := b.open("arland", base, joins)
	b.say("arland", seal.Dispatch{Kind: seal.DispatchVersion, Text: b.keyed(text)})
	for _, p := range append([]string{"cordova"}, three...) {
		b.say(p, b.all(p))
	}
	if why := s.Obstacles(); len(why) > 0 {
		t.Fatal(why)
	}
	for _, p := range append([]string{"cordova"}, three...) {
		b.say(p, b.sign(p))
	}
	if s.Concluded() == nil {
		t.Error("not concluded")
	}

	old := compile(t, excerpt(t))
	for what, x := range map[string]struct{ old, now, says string }{
		"a time changed on the way":     {"within  = \"PT48H\"", "within  = \"PT24H\"", "Article 7"},
		"a share widened on the way":    {"fields  = [\"reasons\"]", "fields  = [\"reasons\", \"facts\"]", "Article 7"},
		"words changed elsewhere":       {"within thirty days", "within sixty days", "Article 8"},
		"another depositary":            {"depositary = party.secretariat", "depositary = party.cordova", "nothing"},
		"another end of the agreement":  {"ends       = \"2029-02-28\"", "ends       = \"2030-02-28\"", "nothing"},
		"another name of an office":     {"title       = \"Ombudsperson\"", "title       = \"Umpire\"", "Article 1"},
		"another party's country":       {"country = \"XB\"", "country = \"XD\"", "Article 1"},
		"an article more":               {"## Article 9 — Examples", "## Article 8a — More\n\nMore.\n\n## Article 9 — Examples", "Article 8a"},
		"what is kept is kept for ever": {"  keep {\n    for   = \"P1Y\"", "  keep {\n    for   = \"P9Y\"", "Article 7"},
	} {
		why := Accedes(old, compile(t, replaced(t, text, x.old, x.now)), "cordova")
		if len(why) == 0 || !strings.Contains(strings.Join(why, "\n"), x.says) {
			t.Errorf("%s: %q", what, why)
		}
	}
	if why := Accedes(old, compile(t, text), "cordova"); len(why) > 0 {
		t.Error(why)
	}
	// Who joins under a role is then in each list of parties that names the role.
	lists := func(text string) string {
		return replaced(t, text, "purpose \"criminal-justice\" {", `calendar "common" {
  title   = "Working days"
  of      = role.prosecutor
  weekend = ["sunday"]
  from    = "2026-01-01"
  until   = "2030-12-31"
}

annex "routes" {
  title      = "Routes"
  sha256     = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  classified = true
  held       = role.prosecutor
  governs    = ["1"]
}

fund "roads" {
  title    = "Roads"
  currency = "EUR"
  donors   = role.prosecutor

  window "all" { title = "All" }
}

concordance "offences" {
  title   = "Offences"
  between = role.prosecutor

  concept "forgery" {
    title = "Forgery"
    texts = { arland = "s. 1", belmark = "s. 2" }
  }
}

purpose "criminal-justice" {`)
	}
	before, after := compile(t, lists(excerpt(t))), compile(t, lists(text))
	if why := Accedes(before, after, "cordova"); len(why) > 0 || !slices.Contains(after.Funds[0].Donors, "cordova") {
		t.Error(why, after.Funds[0].Donors)
	}
	if why := Accedes(old, old, "cordova"); len(why) == 0 {
		t.Error("who is not in the text has joined it")
	}
	if why := Accedes(old, compile(t, text), "belmark"); len(why) == 0 {
		t.Error("a party has joined")
	}
}

// What would keep an open case from moving keeps the text from being signed.
func TestAmendmentThatCannotMoveCases(t *testing.T) {
	b := newTable(t, three...)
	base := b.keyed(excerpt(t))
	b.base = []byte(base)
	moves := replaced(t, amended(t, base), "    cases   = \"stay\"\n", "    cases   = \"move\"\n")
	s := b.open("belmark", moves, func(d *seal.Dispatch) { d.Amends = seal.DigestOf(b.base) })
	for _, p := range three {
		b.say(p, b.all(p))
	}
	if why := s.Obstacles(); len(why) > 0 {
		t.Fatalf("%q", why)
	}
	b.say("belmark", seal.Dispatch{Kind: seal.DispatchVersion, Text: replaced(t, moves, "field \"facts\" {\n    type  = \"text\"", "field \"facts\" {\n    type  = \"name\"")})
	for _, p := range three {
		b.say(p, b.all(p))
	}
	if why := strings.Join(s.Obstacles(), "\n"); !strings.Contains(why, "the field facts is of another type, and it may have been given in open cases") {
		t.Errorf("%q", why)
	}
	b.unwise("signing what cannot move", "belmark", b.sign("belmark"), fault.AgreementOpen)
}
