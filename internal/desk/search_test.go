package desk_test

import (
	"context"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
)

// Who may see a field finds its case by its words; who may not finds nothing, and not even that there is a case. That somebody
// looked is logged, and what was destroyed is found by nobody.
func TestSearch(t *testing.T) {
	w := newTown(t)
	anselm := w.as("arland", "Pia Anselm")
	anselm.follow("Cases")
	anselm.follow("Ask for assistance")
	anselm.press("Read it over", request...)
	anselm.press("Sign and send")
	w.settle()

	ctx := context.Background()
	who := func(party agreement.PartyID, id string) node.Who {
		p, err := w.Node(party).Auth().Person(ctx, auth.PersonID(id))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	found := func(party agreement.PartyID, id, query string) []node.Found {
		t.Helper()
		list, more, err := w.Node(party).Search(ctx, who(party, id), query, 10)
		if err != nil || more {
			t.Fatalf("%q: more %t, %v", query, more, err)
		}
		return list
	}
	one := found("arland", "anselm", "lorries")
	if len(one) != 1 || len(one[0].Fields) != 1 || one[0].Fields[0] != "facts" {
		t.Fatalf("lorries: %+v", one)
	}
	id := one[0].ID
	for _, q := range []string{"LORRIES night", "voss", "Ilyan voss", "teleph", string(id[:8]), "smuggling 201"} {
		if l := found("arland", "anselm", q); len(l) != 1 || l[0].ID != id {
			t.Errorf("%q: %+v", q, l)
		}
	}
	wrong := "0"
	if id[8] == '0' {
		wrong = "1"
	}
	for _, q := range []string{"lorr1es", "vos", "voss otherword", "zz", "", "…", string(id[:8]) + wrong} {
		if l := found("arland", "anselm", q); len(l) != 0 {
			t.Errorf("%q: %+v", q, l)
		}
	}
	if l := found("arland", "dessar", "lorries"); len(l) != 0 { // may know of the case, and not see the facts
		t.Errorf("the officer: %+v", l)
	}
	for _, q := range []string{"lorries", string(id[:8])} {
		if l := found("arland", "keeper", q); len(l) != 0 { // no part in it
			t.Errorf("who has no part finds %q: %+v", q, l)
		}
	}
	if l := found("belmark", "vantor", "lorries"); len(l) != 1 || l[0].ID != id { // shared with the judge, by the other node
		t.Errorf("the judge: %+v", l)
	}
	reads, err := w.Node("belmark").Reads(ctx, w.Agreement, 10)
	if err != nil || len(reads) != 1 || reads[0].Field != "facts" || reads[0].Person != "vantor" {
		t.Errorf("the judge's look: %+v, %v", reads, err)
	}

	anselm.get("/search?q=lorries")
	anselm.reads(200, "Found for “lorries”", "One case", string(id[:8]), "Facts")
	anselm.get("/search?q=assistance")
	anselm.reads(200, "What you can begin", "Ask for assistance", "Article")
	anselm.get("/search?q=nonesuch")
	anselm.reads(200, "Nothing found for “nonesuch”", "What you may not see is not found")
	dessar := w.as("arland", "Officer Dessar")
	dessar.get("/search?q=lorries")
	dessar.reads(200, "Nothing found for “lorries”")

	if _, err := w.Node("arland").Step(ctx, who("arland", "anselm"), node.StepRequest{Agreement: w.Agreement, Case: id, Step: "withdraw"}); err != nil {
		t.Fatal(err)
	}
	w.settle()
	w.pass(6 * 366 * 24 * time.Hour)
	w.pass(24 * time.Hour)
	erased := func() bool {
		c, err := w.Node("arland").Case(ctx, who("arland", "anselm"), id)
		return err == nil && len(c.Values) == 0
	}
	if !erased() {
		t.Fatal("the case is still kept: its end is not in this test")
	}
	for party, id := range map[agreement.PartyID]string{"arland": "anselm", "belmark": "vantor"} {
		if l := found(party, id, "lorries"); len(l) != 0 {
			t.Errorf("%s finds what was destroyed: %+v", id, l)
		}
	}
}
