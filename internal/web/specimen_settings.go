package web

import (
	"time"

	"github.com/entente-net/entente/fault"
)

func specimenWays() *Ways {
	return &Ways{
		Passkey:   &PasskeyAsk{Challenge: "Y2hhbGxlbmdl", RP: "desk.belmark.example", Origin: "https://desk.belmark.example", IDs: []string{"cGFzc2tleQ"}},
		Providers: []ProviderRef{{ID: "justice", Name: "Ministry of Justice of Belmark"}},
	}
}

func specimenProfile() *ProfileView {
	ask := KeyAsk{
		Ref: "1", Passkey: "cGFzc2tleQ", Name: "security key in the safe", Agreement: ArticleRef{Agreement: "northgate", Number: "5", Title: "Courts and offices"},
		Role: judgeB, Fingerprint: "7KQ2 M9TD 4XWA HB3N",
	}
	asked := ask
	asked.Name, asked.Asked = "Judge Ormond", before(20*time.Minute)
	return &ProfileView{
		Roles: []string{"judge"}, Zones: []string{"Europe/Athens", "Europe/Paris", "UTC"},
		Devices: []DeviceView{
			{ID: "1", Agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", Since: before(3 * time.Hour), Used: before(time.Minute), Method: "passkey", This: true},
			{ID: "2", Agent: "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36", Since: before(9 * time.Hour), Used: before(90 * time.Minute), Method: "openid"},
			{ID: "3", Since: before(9 * time.Hour)},
		},
		Passkeys: []PasskeyView{
			{ID: "cGFzc2tleQ", Name: "office laptop", Origin: "https://desk.belmark.example", Here: true, Created: before(40 * day), Used: before(time.Hour)},
			{ID: "cGFzc2tleR", Name: "old telephone", Origin: "https://old.belmark.example", Created: before(400 * day)},
		},
		Make: &PasskeyMake{PasskeyAsk: *specimenWays().Passkey, User: "dXNlcg", Name: "Judge Vantor"},
		Keys: []SigningRole{{
			Role: judgeB, Agreement: ask.Agreement, Authority: "Court registry of Belmark", Asks: []KeyAsk{ask},
			Keys: []SigningKey{
				{Name: "office laptop", Kind: "passkey", ID: "q8Zf2mJ0T3yB1nLw5cVhRA", Until: after(1700 * day)},
				{Kind: "file", ID: "Zk1mJ0T3yB1nLw5cVhRAq8", Until: after(20 * day), Problem: &Problem{Fault: fault.New(fault.UnknownKey, "the role key is revoked from 2026-11-01 on")}},
				{Kind: "node", ID: "T3yB1nLw5cVhRAq8Zf2mJ0", Until: after(1000 * day)},
				{Kind: "passkey", ID: "B1nLw5cVhRAq8Zf2mJ0T3y", Until: after(900 * day)},
			},
		}},
		Registry: []KeyAsk{asked},
	}
}
