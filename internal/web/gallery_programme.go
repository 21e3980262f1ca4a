package web

import (
	"time"

	"github.com/a-h/templ"
)

// The programme's states.
func galleryProgramme() []galleryState {
	state := func(name string, draw func(p *page) templ.Component) galleryState {
		return galleryState{name: name, draw: draw}
	}
	return []galleryState{
		state("programme", func(p *page) templ.Component { return programmePage(p, specimenProgramme()) }),
		state("programme-quiet", func(p *page) templ.Component {
			v := specimenProgramme()
			v.Months, v.Phases, v.Ends, v.Funds, v.Missed, v.Due = nil, nil, nil, nil, 0, 0
			return programmePage(p, v)
		}),
		state("programme-part", func(p *page) templ.Component {
			v := specimenProgramme()
			v.Missed = 0
			v.Funds[0].Whole, v.Funds[0].Entries, v.Funds[0].Donors = false, 0, nil
			return programmePage(p, v)
		}),
		state("programme-empty", func(p *page) templ.Component { return programmePage(p, &ProgrammeView{}) }),
	}
}

func specimenProgramme() *ProgrammeView {
	month := func(m time.Month) time.Time { return time.Date(2026, m, 1, 0, 0, 0, 0, specimenZone) }
	turn := func(day int, parties ...TurnParty) TurnView {
		at := month(11).AddDate(0, 0, day-1)
		return TurnView{Day: at, Due: at.AddDate(0, 0, 7), Parties: parties}
	}
	return &ProgrammeView{
		ID: "northgate", Title: "Northgate Corridor Partnership", Zone: specimenZone, Own: belmark, From: month(8), Until: month(8).AddDate(1, 0, 0), Earlier: "2025-08", Later: "2027-08",
		All: []AgreementRef{{"northgate", "Northgate Corridor Partnership"}, {"neighbours", "Confidence between Neighbours"}}, Missed: 1, Due: 1,
		Months: []ProgrammeMonth{
			{Month: month(11), Rows: []ProgrammeRow{
				{Kind: "turn", Title: "Test of the hotline", Article: article7, Says: "The watch officer must open a test every seven days. If that is not done, the ladder “late” begins.", Turns: []TurnView{
					turn(2, TurnParty{Party: belmark, Own: true, State: "met", Case: caseA, At: month(11).AddDate(0, 0, 2)}, TurnParty{Party: arland, State: "met", At: month(11).AddDate(0, 0, 3)}),
					turn(9, TurnParty{Party: belmark, Own: true, State: "missed"}, TurnParty{Party: arland, State: "unseen"}, TurnParty{Party: secretariat, State: "unseen"}),
					turn(20, TurnParty{Party: belmark, Own: true, State: "due"}, TurnParty{Party: arland, State: "late", At: month(11).AddDate(0, 0, 30)}),
				}},
				{Kind: "review", Title: "Pilot", Article: article2, At: month(11).AddDate(0, 0, 12), Past: true},
			}},
			{Month: month(12), Rows: []ProgrammeRow{
				{Kind: "phase", Title: "Full service", Article: article2, At: month(12).AddDate(0, 0, 5)},
				{Kind: "sunset", Title: "Urgent measures", Article: article3, At: month(12).AddDate(0, 0, 20)},
				{Kind: "end", Title: "Northgate Corridor Partnership", Says: "Then renewed by one year at a time.", At: month(12).AddDate(0, 0, 31)},
				{Kind: "turn", Title: "Yearly figures", Article: article7, Turns: []TurnView{{Day: month(12), Due: month(12).AddDate(0, 1, 0), Parties: []TurnParty{{Party: belmark, Own: true, State: "coming"}, {Party: arland, State: "coming"}}}}},
			}},
		},
		Phases: []PhaseView{
			{Title: "Pilot", Article: article2, Says: "It begins with the agreement.", Present: true, Began: before(200 * day), Review: after(40 * day)},
			{Title: "Full service", Article: article2, Says: "It may begin when nine in ten answers come in time.", Ends: after(900 * day), Unmet: true},
			{Title: "Preparation", Article: article2, Began: before(400 * day)},
		},
		Ends: []EndView{{Title: "Northgate Corridor Partnership", Ends: after(800 * day), Renewal: "then renewed by one year at a time"}, {Article: article3, Title: "Urgent measures", Ends: after(28 * day)}},
		Funds: []FundView{{
			Title: "Fund for the crossing", Article: article7, Currency: "EUR", Whole: true, Entries: 6,
			Total: SumsView{"1200000", "800000", "350000", "125000.50", "0", "224999.50"},
			Windows: []WindowView{
				{Title: "The lanes", Ceiling: "600000", Milestone: "Baseline", Reached: true, SumsView: SumsView{"600000", "500000", "350000", "125000.50", "0", "224999.50"}},
				{Title: "The roof", Milestone: "Works accepted", SumsView: SumsView{"400000", "200000", "0", "0", "0", "0"}},
				{SumsView: SumsView{"200000", "100000", "0", "0", "0", "0"}},
			},
			Donors: []DonorView{{arland, SumsView{Pledged: "700000", Paid: "500000", Returned: "0"}}, {belmark, SumsView{Pledged: "500000", Paid: "300000", Returned: "0"}}},
		}},
	}
}
