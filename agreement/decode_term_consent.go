package agreement

import (
	"maps"
	"regexp"
	"slices"
	"strconv"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Kinds of declarations.
const (
	DeclaresReservation = "reservation" // VCLT Art 2(1)(d), 19
	DeclaresProvisional = "provisional" // VCLT Art 25
	DeclaresTerritorial = "territorial" // VCLT Art 29
	DeclaresAuthorities = "authorities"
	DeclaresStatement   = "statement" // interprets, and changes nothing
)

func (c *compiler) declaration(b *body) {
	d := Declaration{
		ID: DeclarationID(b.label()), Article: b.article, Title: b.text("title", true),
		Party: reference[PartyID](b, "party", true, "party"),
		Kind: b.choice("kind", true, DeclaresReservation, DeclaresProvisional, DeclaresTerritorial, DeclaresAuthorities,
			DeclaresStatement),
		Text: b.text("text", true), Excludes: b.articleList("excludes", false), Provisional: b.articleList("provisional", false),
		Territories: texts[string](b, "territories", false), Authorities: references[AuthorityID](b, "authorities", false, "authority"),
		Made: b.date("made", true), Objections: b.length("objections", false),
	}
	some(b, "territories", d.Territories)
	some(b, "authorities", d.Authorities)
	c.variations(b, &d)
	c.declares(b, d.Kind, len(d.Varies) > 0)
	for i, o := range b.blocks("objection", noLabel) {
		o.path += "." + strconv.Itoa(i+1) // an objection has no name, and each its own place
		c.where[o.path] = o.block.DefRange()
		d.Objects = append(d.Objects, Objection{
			Party: reference[PartyID](o, "party", true, "party"), Made: o.date("made", true), Opposes: o.flag("opposes"), Text: o.text("text", true),
		})
		if o.has("opposes") && d.Kind != "" && d.Kind != DeclaresReservation {
			c.on(CodeAttrNeedless, c.where[o.path+"/opposes"], "only who objects to a reservation can oppose that the agreement enters into force between the two").
				mend("remove opposes")
		}
		o.close()
	}
	b.close()
	c.m.Declarations = append(c.m.Declarations, d)
}

// declares checks that a declaration says what its kind needs, and nothing that another kind would need.
func (c *compiler) declares(b *body, kind string, varies bool) {
	if kind == "" {
		return
	}
	for _, x := range []struct{ name, kind, what, example string }{
		{"excludes", DeclaresReservation, "which articles do not bind the party", `["7"]`},
		{"provisional", DeclaresProvisional, "which articles the party applies before the start", `["7"]`},
		{"territories", DeclaresTerritorial, "where the agreement applies", `["…"]`},
		{"authorities", DeclaresAuthorities, "which authorities are competent", "[authority.name]"},
	} {
		switch {
		case kind == x.kind && !b.has(x.name) && !varies:
			c.on(CodeAttrMissing, b.block.DefRange(), "%s does not say %s", b.words(), x.what).mend("add %s = %s", x.name, x.example)
		case kind != x.kind && b.has(x.name):
			c.on(CodeAttrNeedless, c.where[b.path+"/"+x.name], "%s: with kind = %q, %s has no meaning", b.words(), kind, x.name).
				mend("remove it, or write kind = %q", x.kind)
		}
	}
}

var sha256Form = regexp.MustCompile(`^[0-9a-f]{64}$`)

func (c *compiler) annex(b *body) {
	a := Annex{
		ID: AnnexID(b.label()), Article: b.article, Title: b.text("title", true), SHA256: b.text("sha256", true),
		Classified: b.flag("classified"), Held: b.partyList("held", true), Governs: b.articleList("governs", true),
	}
	some(b, "held", a.Held)
	if a.SHA256 != "" && !sha256Form.MatchString(a.SHA256) {
		c.on(CodeValueForm, c.where[b.path+"/sha256"], "%s: this is not a SHA-256", b.words()).mend("write the 64 small hex digits that sha256sum gives for the annex")
	}
	b.close()
	c.m.Annexes = append(c.m.Annexes, a)
}

func (c *compiler) undertaking(b *body) {
	u := Undertaking{
		ID: UndertakingID(b.label()), Article: b.article, Title: b.text("title", true),
		By: reference[PartyID](b, "by", true, "party"), Deposited: reference[PartyID](b, "deposited", true, "party"),
		Text: b.text("text", true), Oral: b.flag("oral"), Covers: b.articleList("covers", true),
	}
	b.close()
	c.m.Undertakings = append(c.m.Undertakings, u)
}

func (c *compiler) concordance(b *body) {
	x := Concordance{
		ID: ConcordanceID(b.label()), Article: b.article, Title: b.text("title", true), Between: b.partyList("between", true),
	}
	some(b, "between", x.Between)
	for _, e := range b.blocks("concept", blockLabel) {
		x.Concepts = append(x.Concepts, Concept{
			ID: ConceptID(e.label()), Title: e.text("title", true), Texts: e.byParty("texts"), Evidence: e.byParty("evidence"), Excluded: e.flag("excluded"),
		})
		e.close()
	}
	if len(x.Concepts) == 0 {
		c.on(CodeBlockMissing, b.block.DefRange(), "%s maps nothing", b.words()).mend("add concept \"name\" { title = …, texts = { party = \"…\" } }")
	}
	b.close()
	c.m.Concordances = append(c.m.Concordances, x)
}

// byParty gives texts by party: { arland = "…", belmark = "…" }.
func (b *body) byParty(name string) map[PartyID]string {
	out := map[PartyID]string{}
	e := b.attr(name, false)
	if e == nil {
		return out
	}
	o, ok := e.(*hclsyntax.ObjectConsExpr)
	if !ok {
		b.wrong(e.Range(), name, "text by party", `{ arland = "…", belmark = "…" }`)
		return out
	}
	for _, item := range o.Items {
		key := objectKey(item.KeyExpr)
		text, ok := literal(item.ValueExpr)
		switch _, twice := out[PartyID(key)]; {
		case key == "" || !ok:
			b.wrong(item.KeyExpr.Range(), name, "text by party", `{ arland = "…", belmark = "…" }`)
		case twice:
			b.c.on(CodeValueTwice, item.KeyExpr.Range(), "%q stands twice", key).mend("remove one of them")
		case !b.c.known("party", key):
			b.c.on(CodeNameUnknown, item.KeyExpr.Range(), "there is no party %q", key).
				mend("%s", instead(key, slices.Sorted(maps.Keys(b.c.declared["party"])), "declare party \""+key+"\""))
		default:
			b.c.where[b.path+"/"+name+"/"+key] = item.KeyExpr.Range()
			out[PartyID(key)] = text
		}
	}
	return out
}

func (c *compiler) known(kind, name string) bool {
	_, ok := c.declared[kind][name]
	return ok || c.ghosts[kind+" "+name]
}

// concepts gives the names of a concordance's entries straight from the text: fields that name it as their
// choices may stand before it.
func (c *compiler) concepts(id ConcordanceID) []string {
	for _, r := range c.rules {
		if r.block.Type != "concordance" || r.block.Labels[0] != string(id) {
			continue
		}
		var out []string
		for _, k := range r.block.Body.Blocks {
			if k.Type == "concept" && len(k.Labels) == 1 && !slices.Contains(out, k.Labels[0]) {
				out = append(out, k.Labels[0])
			}
		}
		return out
	}
	return nil
}
