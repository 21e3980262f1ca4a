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

func specimenStaff() *StaffView {
	five := ArticleRef{Agreement: "northgate", Number: "5", Title: "Courts and offices"}
	return &StaffView{
		Second: true,
		People: []StaffRow{
			{ID: "sam.keeper", Name: "Sam Keeper", Held: map[string]bool{}, Admin: true, Passkeys: 2},
			{ID: "vantor", Name: "Judge Vantor", Roles: []string{"judge"}, Held: map[string]bool{"northgate/judge": true}, Passkeys: 1, Away: after(9 * day)},
			{ID: "oren.tal", Name: "Oren Tal", Roles: []string{"prosecutor"}, Held: map[string]bool{"northgate/prosecutor": true}, Delegate: true},
			{ID: "p.brandt", Name: "Petra Brandt", Held: map[string]bool{}, Disabled: true},
		},
		Changes: []StaffChange{
			{ID: "1", Name: "Judge Ormond", Gives: []string{"judge"}, By: "Lena Ruiz", Asked: before(2 * time.Hour)},
			{ID: "2", Name: "Ada Kern", Gives: []string{"prosecutor", "negotiates"}, By: "Sam Keeper", Asked: before(26 * time.Hour), Own: true},
		},
		Log: []StaffEntry{
			{At: before(2 * time.Hour), By: "Lena Ruiz", Name: "Judge Ormond", What: "asked"},
			{At: before(50 * time.Hour), By: "Lena Ruiz", Name: "Oren Tal", What: "confirmed", Second: "Sam Keeper"},
			{At: before(51 * time.Hour), By: "Sam Keeper", Name: "Ada Kern", What: "refused", Second: "Lena Ruiz"},
			{At: before(90 * day), By: "Sam Keeper", Name: "Petra Brandt", What: "disabled"},
			{At: before(91 * day), By: "Sam Keeper", Name: "Petra Brandt", What: "changed"},
		},
		Agreements: []StaffAgreement{{
			ID: "northgate", Title: "Northgate Corridor Partnership",
			Roles: []StaffRole{{Role: judgeB, Article: five, Independent: true, Enrolled: "Court registry of Belmark"}, {Role: prosecutorB, Article: five}},
		}},
	}
}

func specimenHouse() *HouseView {
	gone := &Problem{Fault: fault.New(fault.Unavailable, "the node of secretariat does not answer").Mend("see whether it runs, and whether its address is still right")}
	return &HouseView{
		Tested: true, CanBackup: true,
		Lines: []HouseLine{
			{Party: arland, Address: "node.arland.example:7443", Heard: before(3 * time.Minute), Took: 4 * time.Millisecond, Skew: 75 * time.Second},
			{Party: secretariat, Address: "203.0.113.9:7443", Problem: gone},
		},
		Keys: []HouseKey{
			{Kind: "party", Of: arland.Name, ID: "q8Zf2mJ0T3yB1nLw5cVhRA"},
			{Kind: "authority", Of: "Court registry of Belmark", ID: "T3yB1nLw5cVhRAq8Zf2mJ0"},
			{Kind: "node", Of: belmark.Name, ID: "Zk1mJ0T3yB1nLw5cVhRAq8", Until: after(3000 * day)},
		},
		Calendars: []HouseCalendar{{
			Agreement: "Northgate Corridor Partnership", Title: "working days of Belmark", Article: article7, Of: []string{belmark.Name}, Weekend: []time.Weekday{time.Friday, time.Saturday},
			Closed: []time.Time{after(40 * day)}, Yearly: []time.Time{after(9 * day)}, From: before(300 * day), Until: after(800 * day), Common: true,
		}},
		Keeps: []HouseKeep{
			{Agreement: "Northgate Corridor Partnership", What: "request for assistance", Kept: "1 year after the case", Article: article7},
			{Agreement: "Northgate Corridor Partnership", What: "hit on a document", Fields: "answer and reasons", Kept: "30 days after the case", Article: article3},
		},
		Due: []HouseDue{{Day: after(2 * day), Count: 14}, {Day: after(30 * day), Count: 2}},
		Sights: []Sighting{
			{What: "behind", Level: "ok"},
			{What: "card", Level: "warning", At: after(40 * day)},
			{What: "partykey", Level: "ok"},
			{What: "partykey-here", Level: "warning"},
			{What: "origin", Level: "ok", Of: "https://desk.belmark.example"},
			{What: "admins", Level: "warning", Count: 1},
			{What: "force", Level: "ok", Of: "Northgate Corridor Partnership"},
			{What: "line", Level: "error", Fault: gone.Fault},
			{What: "silent", Level: "warning", Of: secretariat.Name},
			{What: "heard", Level: "ok", Of: arland.Name, At: before(time.Minute)},
			{What: "backup", Level: "ok", At: before(20 * time.Hour)},
			{What: "backup-never", Level: "warning"},
		},
		Backups: []HouseBackup{{At: before(20 * time.Hour), File: "backups/20261122T110000.000Z.db", By: "Sam Keeper"}},
	}
}

func specimenDeputies() *DeputyView {
	lent := LendingView{
		ID: "1", Role: judgeB, Article: ArticleRef{Agreement: "northgate", Number: "5", Title: "Courts and offices"}, From: "Judge Ormond", To: "Ada Kern", First: after(day), Last: after(9 * day), MayAccept: true,
	}
	later, works := lent, lent
	later.ID, later.Second, later.MayAccept, later.MayEnd = "2", "Judge Ormond", false, true
	works.ID, works.Second, works.MayAccept, works.MayEnd, works.Works, works.First = "3", "Judge Ormond", false, true, true, before(day)
	return &DeputyView{
		People: []DeputyPerson{{"ormond", "Judge Ormond"}, {"kern", "Ada Kern"}},
		Roles:  []DeputyRole{{Agreement: "northgate", Title: "Northgate Corridor Partnership", Role: judgeB}},
		First:  before(day), Last: after(6 * day), StandIn: "Judge Ormond",
		For: []DeputyAway{
			{Name: "Judge Ormond", Last: after(3 * day), Waits: []Wait{{Case: caseA, Asks: "Decide on the request", From: arland, Article: article7}}, Others: 2},
			{Name: "Ada Kern", Last: after(4 * day)},
		},
		Lendings: []LendingView{lent, later, works},
	}
}
