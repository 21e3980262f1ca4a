package casework

import (
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

func TestMay(t *testing.T) {
	m := frame()
	query := func(art agreement.Article) agreement.Query {
		return agreement.Query{ID: "check", Article: art, Title: "Is it stolen?", By: []agreement.RoleID{"officer", "clerk"}, Purpose: []agreement.PurposeID{"border-control"}}
	}
	m.Registers = []agreement.Register{
		{ID: "stolen", Holders: []agreement.PartyID{arland, belmark}, Queries: []agreement.Query{query("7"), query("8")}},
		{ID: "own", Holders: []agreement.PartyID{arland}, Queries: []agreement.Query{query("7")}},
	}
	m.Build()
	stolen, pilot, own := &m.Registers[0].Queries[0], &m.Registers[0].Queries[1], &m.Registers[1].Queries[0]
	stray := query("7")
	officer := Actor{Party: arland, Role: "officer"}
	ended := instant("2026-06-30T22:00:00Z")
	for _, x := range []struct {
		name    string
		q       *agreement.Query
		asker   Actor
		purpose agreement.PurposeID
		at      time.Time
		code    fault.Code
	}{
		{"permitted", stolen, officer, "border-control", start, ""},
		{"asked by who holds nothing", own, Actor{Party: belmark, Role: "officer"}, "border-control", start, ""},
		{"another role", stolen, Actor{Party: arland, Role: "prosecutor"}, "border-control", start, fault.WrongRole},
		{"a role the party does not fill", stolen, Actor{Party: arland, Role: "clerk"}, "border-control", start, fault.WrongRole},
		{"no purpose", stolen, officer, "", start, fault.PurposeMissing},
		{"another purpose", stolen, officer, "criminal-justice", start, fault.PurposeWrong},
		{"only its own register", own, officer, "border-control", start, fault.WrongSide},
		{"a query of no register", &stray, officer, "border-control", start, fault.NoSuchStep},
		{"the last second of the pilot", pilot, officer, "border-control", ended.Add(-micro), ""},
		{"midnight after the pilot", pilot, officer, "border-control", ended, fault.ArticleEnded},
		{"before the agreement", stolen, officer, "border-control", instant("2026-02-28T22:59:59Z"), fault.NotInForce},
	} {
		t.Run(x.name, func(t *testing.T) {
			err := May(m, x.q, x.asker, x.purpose, x.at)
			if fault.CodeOf(err) != x.code {
				t.Fatalf("got %v, want %q", err, x.code)
			}
			if e, ok := err.(*fault.Error); ok && e.Article != string(x.q.Article) {
				t.Errorf("article %q", e.Article)
			}
		})
	}
}
