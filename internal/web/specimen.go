package web

import (
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// Invented views for the gallery and the tests. All names, numbers and hashes are made up.

var (
	arland      = PartyRef{ID: "arland", Name: "Republic of Arland", Kind: "state"}
	belmark     = PartyRef{ID: "belmark", Name: "Kingdom of Belmark", Kind: "state"}
	secretariat = PartyRef{ID: "secretariat", Name: "Joint Secretariat", Kind: "organisation"}

	prosecutorA = RoleRef{ID: "prosecutor", Title: "prosecutor", Party: arland}
	prosecutorB = RoleRef{ID: "prosecutor", Title: "prosecutor", Party: belmark}
	judgeB      = RoleRef{ID: "judge", Title: "judge", Party: belmark}

	article7 = ArticleRef{
		Agreement: "northgate", Number: "7", Title: "Mutual assistance",
		Quote: "A judge of the requested Party decides, alone and within eight days, whether the measure is necessary and proportionate.",
	}
	article2 = ArticleRef{
		Agreement: "northgate", Number: "2", Title: "One check at the crossing",
		Quote: "The officer may ask the registers of both Parties whether the document is reported stolen and whether the person is sought, and nothing else.",
	}
	article3 = ArticleRef{
		Agreement: "northgate", Number: "3", Title: "A hit is a question to a person",
		Quote: "No consequence follows from a hit until an officer has compared it with the traveller and has given reasons.",
	}
	caseA = CaseRef{ID: "4f1c09ab77e24d0c8a51b2c3d4e5f607", Reference: "4f1c09ab", Title: "Where one telephone was, for seven days in November", Procedure: "Request for assistance in a criminal matter"}
	caseB = CaseRef{ID: "9b03e8ce90c241c7a52fd1e2c3b4a596", Reference: "9b03e8ce", Title: "", Procedure: "Hit on a stolen document"}
)

func before(d time.Duration) time.Time { return specimenNow.Add(-d) }

func after(d time.Duration) time.Time { return specimenNow.Add(d) }

const day = 24 * time.Hour

func specimenJudge() Viewer {
	return Viewer{ID: "vantor", Session: "specimen", Name: "Judge Vantor", Office: "District Court of Quell", Party: belmark, Roles: []string{"judge"}, Audits: true}
}

func specimenFrame() FrameView {
	return FrameView{
		Node: belmark, World: agreement.WorldExercise, Now: specimenNow, Zone: specimenZone, Waiting: 3,
		Agreement: ArticleRef{Agreement: "northgate", Title: "Northgate Corridor Partnership"},
		Log:       LogState{Size: 184612, Cosigned: []Cosigning{{By: arland, Size: 184612, At: before(2 * time.Minute)}, {By: secretariat}}},
	}
}

func specimenReviewClock() ClockView {
	return ClockView{
		Clock: "review", Title: "to review the measure", Started: before(40 * time.Hour), Due: after(8*time.Hour + 25*time.Minute),
		Grace: after(32*time.Hour + 25*time.Minute), Warn: after(2 * time.Hour), Status: casework.StatusRuns, Silence: agreement.SilenceErase,
		Effect: "What was obtained is sealed at once, and destroyed on every node a day later.", Owed: []RoleRef{judgeB}, Yours: true, Article: article7,
	}
}

func specimenDecisionClock() ClockView {
	return ClockView{
		Clock: "decision", Title: "to decide", Started: before(3*day + 15*time.Hour), Due: after(4*day + 9*time.Hour),
		Warn: after(2 * day), Status: casework.StatusRuns, Silence: agreement.SilenceRemain,
		Effect: "The duty to decide stays, and the ladder “late answer” begins with the liaison officers.", Owed: []RoleRef{judgeB}, Yours: true, Article: article7,
	}
}

func specimenToday() *TodayView {
	review, decision := specimenReviewClock(), specimenDecisionClock()
	late := ClockView{
		Clock: "execution", Title: "to execute", Started: before(2 * day), Due: after(25 * day), Status: casework.StatusRuns,
		Silence: agreement.SilenceExplain, Effect: "Reasons are owed, and the time is extended once, by 30 days.", Owed: []RoleRef{prosecutorB}, Article: article7,
	}
	return &TodayView{
		Waits: []Wait{
			{Case: caseB, Asks: "Review the urgent measure", From: arland, Article: article7, Clock: &review},
			{Case: caseA, Asks: "Decide on the request", From: arland, Article: article7, Clock: &decision},
			{Case: caseA, Asks: "Wait for the execution", From: belmark, Article: article7, Clock: &late},
			{Case: caseB, Asks: "Second opinion on a hit", From: belmark, Article: article3},
		},
		Lapsed: []Lapsed{{Case: caseB, Clock: specimenLapsedClock(), At: before(3 * day), Effect: "What was obtained was destroyed on both nodes.", Article: article7}},
		Since:  before(2*day + 16*time.Hour + 35*time.Minute),
		News: []News{
			{At: before(12 * time.Hour), What: "Question answered", Case: caseA, By: arland, Article: article7},
			{At: before(day + 15*time.Hour), What: "Urgent measure carried out", Case: caseB, By: belmark, Article: article7},
		},
		Lines: []Line{
			{Party: arland, Heard: before(20 * time.Second), Cosign: Cosigning{By: arland, Size: 184612, At: before(2 * time.Minute)}},
			{Party: secretariat, Heard: before(28 * time.Minute), Waiting: 3, Cosign: Cosigning{By: secretariat}},
		},
	}
}

func specimenLapsedClock() ClockView {
	c := specimenReviewClock()
	c.Started, c.Due, c.Grace, c.Status = before(6*day), before(4*day), before(3*day), casework.StatusLapsed
	c.Effect = "What was obtained was destroyed on both nodes."
	return c
}

func specimenCases() *CaseList {
	review, decision := specimenReviewClock(), specimenDecisionClock()
	return &CaseList{
		Rows: []CaseRow{
			{Case: caseA, State: StateView{ID: "requested", Title: "requested"}, Home: belmark, Updated: before(12 * time.Hour), Clock: &decision, Yours: true},
			{Case: caseB, State: StateView{ID: "measure-in-force", Title: "measure in force"}, Home: belmark, Updated: before(39 * time.Hour), Clock: &review, Yours: true},
			{Case: CaseRef{ID: "00aa", Reference: "00aa1122", Procedure: "Complaint"}, State: StateView{ID: "decided", Title: "decided", Final: true}, Home: secretariat, Updated: before(400 * day)},
		},
		Next: "c2", Total: 412, Number: 1,
		Opens: []Opening{{Agreement: "northgate", Procedure: "assistance", Step: "request", Title: "Request assistance", Article: article7}},
	}
}

func specimenPersonas() []Persona {
	return []Persona{
		{Token: "t1", Name: "Officer Dessar", Office: "Northgate, lane 4", Roles: []string{"border officer"}, Does: "Checks a document and sees a hit."},
		{Token: "t2", Name: "Judge Vantor", Office: "District Court of Quell", Roles: []string{"judge"}, Does: "Decides on requests and reviews urgent measures."},
		{Token: "t3", Name: "Ilse Marrow", Roles: []string{"auditor"}, Does: "Collects the evidence and runs the audit."},
	}
}

func specimenTour() *TourView {
	en := func(s string) Said { return Said{"en": s} }
	return &TourView{
		Today: time.Date(2027, 9, 1, 7, 0, 0, 0, time.UTC), Map: en(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60" role="img" aria-label="Map of the island" fill="none" stroke="currentColor"><path d="M10 10h80v40h-80z"/></svg>`),
		Guides: []TourGuide{
			{Name: "Officer Dessar", Office: en("Border officer of Arland"), Waits: en("A traveller stands at the counter."), Does: en("Check the document, open what a hit leads to."), URL: "http://127.0.0.1:8441/login?token=x"},
			{Who: "judge", Stops: []TourStop{{At: "/", Title: en("What waits"), Look: en("By the clock.")}, {At: "waits", Title: en("The case"), Look: en("Its acts.")}}, Name: "Judge Vantor", Office: en("Judge of Belmark"), Waits: en("An evidence order waits for her decision."), Does: en("Recognise it, or refuse it on a ground that the text names."), URL: "http://127.0.0.1:8442/login?token=x"},
			{Office: en("Somebody who crosses, without a login"), Waits: en("Nothing asks for an account."), Does: en("Read the agreements and how they are kept."), URL: "/public/northgate"},
		},
		Parties: []TourParty{
			{ID: arland.ID, Kind: arland.Kind, Name: Said{"en": arland.Name, "ar": "جمهورية أرلاند"}, About: en("Holds the north-west of the island."), URL: "http://127.0.0.1:8441/", People: []TourPerson{{Name: "Officer Dessar", Roles: "Border officer", URL: "http://127.0.0.1:8441/login?token=x"}}},
			{ID: secretariat.ID, Kind: secretariat.Kind, Name: en(secretariat.Name), About: en("Keeps the texts."), URL: "http://127.0.0.1:8443/"},
		},
		Agreements: []TourAgreement{{Title: "Northgate Corridor Partnership", Parties: []Said{en(arland.Name), en(belmark.Name)}, URL: "/public/northgate"}},
	}
}
