package web

import (
	"time"
)

func specimenAgreement() *AgreementView {
	v := &AgreementView{
		AgreementRow: AgreementRow{
			ID: "northgate", Title: "Northgate Corridor Partnership", Version: "1.0", Parties: []PartyRef{arland, belmark, secretariat},
			Standing: StandingInForce, Starts: time.Date(2026, 3, 1, 0, 0, 0, 0, specimenZone), Ends: time.Date(2029, 3, 1, 0, 0, 0, 0, specimenZone), Articles: 4, Cases: 412,
		},
		Zone: specimenZone, World: "exercise", Depositary: secretariat, Languages: []string{"en"}, Authentic: []string{"en", "fr"}, Prevails: "prose",
		Text: "sha256:ls5zXmuUJcHTxeb2xKvLHmYFJW1r6Kzj0TDeVd0hS3o", Model: "sha256:Xq1lD0G2uYp5sJw4nB7vKcR9tZmHfEa3oViLgMd8PyA",
		Signed:  []Signing{{Party: arland, At: before(270 * day)}, {Party: belmark, At: before(269 * day)}, {Party: secretariat, At: before(269 * day)}},
		Renewal: "renewed for one year at a time",
		Articles: []ArticleView{
			{Number: "1", Title: "Parties and term", Standing: StandingInForce, Prose: []string{
				"1. The Republic of Arland and the Kingdom of Belmark (the Parties) establish a partnership for the Northgate crossing. The Joint Secretariat is the depositary.",
				"2. The partnership is in force for three years. It is renewed for one year at a time, unless a violation is unresolved on the day of renewal.",
			}, Rules: []Rule{{Text: "Ends on 28 February 2029, then renews itself year by year."}, {Text: "Notice to withdraw: 90 days."}}},
			{
				Number: "2", Title: "One check at the crossing", Standing: StandingInForce, Prose: []string{
					"A person crosses upon one check, made by the officer of the Party of entry. The officer may ask the registers of both Parties whether the document is reported stolen and whether the person is sought, and nothing else.",
				}, Rules: []Rule{{Text: "Officers of either Party may ask two registers, for border control alone."}, {Text: "A hit reveals four fields. No other field leaves."}},
				Kept: []Kept{{Count: 1284310, Of: 1284410, Says: "questions answered within 2 seconds since 1 March 2026.", Target: "99 %", Verdict: "on"}},
			},
			{Number: "4", Title: "Vetted traders", Standing: StandingEnds, Ends: time.Date(2027, 1, 3, 0, 0, 0, 0, specimenZone), Prose: []string{
				"A trader whom both Parties have vetted uses the green lane. This article ends on 2 January 2027, unless a joint review of its figures renews it.",
			}, Rules: []Rule{{Text: "If the review says nothing, the article ends and all traders use the ordinary lane.", Heavy: true}}, Survives: []string{"pending cases", "erasure"}},
			{Number: "7", Title: "Mutual assistance", Standing: StandingInForce, Prose: []string{
				"A prosecutor of one Party may ask the other for evidence. A judge of the requested Party decides, alone and within eight days, whether the measure is necessary and proportionate.",
				"In an emergency the measure may go ahead at once; a judge then reviews it within 48 hours, and what was obtained is destroyed if the judge does not uphold it.",
			}, Rules: []Rule{
				{Text: "Only a prosecutor may ask; only a judge of the other side, who holds no role on the asking side, may decide."},
				{Text: "Clock: 8 days. Silence means the duty remains, and a ladder begins.", Heavy: true},
				{Text: "Urgent measure: 48 hours to review. Silence means what was obtained is erased.", Heavy: true},
			}, Kept: []Kept{{Count: 387, Of: 412, Says: "answers within 8 days.", Target: "95 %", Verdict: "short"}, {Count: 3, Of: 3, Says: "erasures done on the day they were due."}}},
		},
	}
	return v
}

func specimenProposed() *AgreementView {
	v := specimenAgreement()
	v.ID, v.Title, v.Standing, v.Cases = "southmere", "Southmere Waters Agreement", StandingProposed, 0
	v.Starts, v.Ends, v.Renewal = after(40*day), time.Time{}, ""
	v.Signed[1].At, v.Signed[2].At = time.Time{}, time.Time{}
	v.Articles = v.Articles[:1]
	v.Articles[0].Standing, v.Articles[0].Rules = StandingAwaits, nil
	return v
}

func specimenLedger() *LedgerView {
	entry := func(index, count uint64, ago time.Duration, kind string, c CaseRef) EntryView {
		return EntryView{Index: index, Count: count, At: before(ago), Kind: kind, Case: c, Leaf: "sha256:b41c7Kz0uF4xqkq0v3p2bZ8aLw"}
	}
	return &LedgerView{
		Agreement: "northgate", Title: "Northgate Corridor Partnership", Origin: "belmark/northgate", Zone: specimenZone, Size: 184612,
		Root: "q0v3p2bZ8aLwb41c7Kz0uF4xXq1lD0G2uYp5sJw4nB4=", Signed: before(2 * time.Minute),
		Checkpoint: "belmark/northgate\n184612\nq0v3p2bZ8aLwb41c7Kz0uF4xXq1lD0G2uYp5sJw4nB4=\n\n— belmark/northgate 7Kz0uF4xXq1lD0G2uYp5sJw4nB\n",
		Cosigned:   []Cosigning{{By: arland, Size: 184612, At: before(2 * time.Minute)}, {By: secretariat, Size: 184240, At: before(30 * time.Minute)}},
		Seen:       []Witnessed{{Of: arland, Size: 191045, At: before(time.Minute), Held: true}, {Of: secretariat}},
		Entries: []EntryView{
			entry(184612, 1, time.Minute, "act: Answer", caseA), entry(184412, 200, 3*time.Minute, "questions answered", CaseRef{}), entry(184411, 1, time.Hour, "receipt", caseB),
		},
		Reads: []ReadView{{At: before(2 * time.Hour), Person: "Judge Vantor", Role: "judge", Field: "Person", Case: caseA}},
	}
}

func specimenAudit() *AuditView {
	return &AuditView{
		Agreement: "northgate", Title: "Northgate Corridor Partnership", Zone: specimenZone, Ran: before(time.Minute), Took: 1400 * time.Millisecond,
		Bundles:  []BundleView{{Party: belmark, Made: before(time.Minute), Lines: 21400, Bytes: 6_300_000}},
		Verified: []Verified{{What: "Acts replayed", Count: 8800}, {What: "Signatures", Count: 17600}, {What: "Log entries", Count: 184612, Of: 184612}},
		Attested: []AuditFinding{{Code: "erased", Party: belmark, Article: "6", Case: caseB, Where: "act 3", Message: "The value was destroyed as the agreement says; Belmark attests the verdict made before.", At: before(3 * day)}},
		Limits:   []string{"What never entered a log or a counterparty’s receipts.", "Whether what was written in a field is true."},
	}
}

func specimenFindings() []AuditFinding {
	return []AuditFinding{
		{Code: "personal-invalid", Party: belmark, Article: "7", Case: caseA, Where: "act 4", Message: "The act of the judge is not signed by a key that the court registry enrolled.", At: before(day)},
		{Code: "forked", Party: arland, Where: "log entry 1,204", Message: "Two checkpoints of one size have two roots."},
	}
}
