package web

import (
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

var (
	article8 = ArticleRef{
		Agreement: "northgate", Number: "8", Title: "Complaints and remedies",
		Quote: "The person receives a code that opens the file and a signed proof of filing. Who holds the code is the complainant.",
	}
	ombudsperson = RoleRef{ID: "ombudsperson", Title: "Ombudsperson", Party: secretariat}

	fieldGrievance = specimenField("grievance", agreement.TypeText, agreement.ClassSensitive, "What happened", "In your own words.")
	fieldAsks      = choiceField("asks", "What is asked for", "reasons", "correction", "erasure", "apology")
	fieldReached   = specimenField("reached", agreement.TypeText, agreement.ClassPersonal, "How to reach you", "Nobody needs an address.")
	fieldFinding   = specimenField("finding", agreement.TypeText, agreement.ClassPublic, "Finding", "")
	fieldAnswer    = specimenField("answer", agreement.TypeText, agreement.ClassPublic, "Answer of the Party", "")
)

var specimenArmor = armorHead + "\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBzcGVjaW1lbg==\n" + armorFoot + "\n"

const (
	specimenCode   = "K7RD-29XM-HT4P-6WQA"
	specimenSealTo = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
	specimenDigest = "3c16009dd1dae1a20d7541a2cb98c7258eda9504b0aba05baf8fef0eb7f3bbbd"
)

func specimenDoor() Door {
	return Door{
		Opening: Opening{Agreement: "northgate", Procedure: "complaint", Step: "file", Title: "Complain", Article: article8},
		What:    "Anyone may complain, ask what is held about them, and have it corrected or erased.",
		Tells:   []string{"the ombudsperson answers within 30 days", "a second look can be asked for within 60 days"},
	}
}

func specimenDoors() []Door {
	report := specimenDoor()
	report.Procedure, report.Title, report.Sealed, report.Tells = "disclosure", "Report a wrong in confidence", "Inspector of the partnership", nil
	report.What = ""
	return []Door{specimenDoor(), report}
}

func specimenFilingForm(sealed bool) StepForm {
	f := StepForm{
		Agreement: "northgate", Procedure: "complaint", Zone: specimenZone, Title: "Complain", Article: article8,
		Step: &agreement.Step{ID: "file", Article: "8", Title: "Complain"},
		Inputs: []Input{
			{Field: fieldGrievance, Required: true, Readers: []string{"the ombudsperson"}},
			{Field: fieldAsks, Required: true, Readers: []string{"the ombudsperson", "the liaison officer of Belmark"}},
			{Field: fieldReached, Readers: []string{"the ombudsperson"}},
			{Field: fieldEvidence},
		},
		Outflows: []Outflow{{To: ombudsperson, Fields: []string{"What happened", "What is asked for", "How to reach you"}, Purpose: "redress", Kept: "1 year after the answer", Article: article8}},
	}
	if sealed {
		f.Title, f.Procedure = "Report a wrong in confidence", "disclosure"
		f.Inputs[0].SealTo, f.Inputs[0].SealRole = specimenSealTo, "Inspector of the partnership"
		f.Inputs = f.Inputs[:3]
	}
	return f
}

func specimenAnswerClock() ClockView {
	return ClockView{
		Clock: "answer", Title: "for an answer", Started: before(13 * time.Hour), Due: after(29 * day), Status: casework.StatusRuns, Silence: agreement.SilenceRemain,
		Effect: "On day 31 the Joint Secretariat takes the file and the delay is made public.", Owed: []RoleRef{ombudsperson}, Article: article8,
	}
}

func specimenAppealClock() ClockView {
	return ClockView{
		Clock: "second-look", Title: "to ask for a second look", Started: before(2 * day), Due: after(58 * day), Status: casework.StatusRuns, Silence: agreement.SilenceLapse,
		Effect: "The decision stands. Nothing stands in the way of a court.", Yours: true, Article: article8,
	}
}

// specimenMailbox is just filed: the code was not typed back yet.
func specimenMailbox() *MailboxView {
	return &MailboxView{
		Code: specimenCode, Reference: "C-8-0251", Title: "Complaint", Agreement: "northgate", Article: article8, Zone: specimenZone, Filed: before(13 * time.Hour),
		State: StateView{ID: "filed", Title: "Received, waits for the ombudsperson"}, Means: "The ombudsperson has it and answers here, with reasons.",
		Clocks: []ClockView{specimenAnswerClock()},
		Values: []Value{
			{Field: fieldGrievance, Value: "On Monday 16 November I was taken out of the line at Northgate, lane 2, and held for three hours.", Sight: Sight{Sees: SeesGave}},
			{Field: fieldAsks, Value: "reasons", Sight: Sight{Sees: SeesGave}},
		},
		Acts: []ActView{{
			Number: 1, Title: "The complaint was filed", Party: secretariat, You: true, At: before(13 * time.Hour), Article: article8, Gives: []string{"What happened", "What is asked for"},
			Proof: ProofState{Signed: true, Received: true, Logged: true, Index: 40196, Cosigned: []Cosigning{{By: arland, At: before(12 * time.Hour)}, {By: belmark}}},
		}},
		Next: []NextView{
			{Party: secretariat, Title: "You are answered, here", By: after(29 * day), Effect: "With reasons. If your complaint is upheld, the erasure is done on every node and proved to you."},
		},
		Readers: []ReaderView{
			{Who: ombudsperson, Sees: SeesIt, Until: "1 year after the answer"},
			{Who: RoleRef{ID: "liaison", Title: "liaison officer", Party: belmark}, Sees: SeesLater, What: []string{"What is asked for"}, Until: "1 year after the answer"},
			{Who: RoleRef{ID: "auditor", Title: "auditor", Party: arland}, Sees: SeesSealed},
		},
		Proof: FilingProofState{Digest: specimenDigest, Log: "secretariat/northgate", Index: 40196, Logged: true, Cosigned: []Cosigning{{By: arland, At: before(12 * time.Hour)}, {By: belmark}}},
	}
}

func specimenWaiting() *MailboxView {
	v := specimenMailbox()
	v.Confirmed = true
	v.Messages = []Message{
		{At: before(3 * time.Hour), Office: "Filing officer of the Joint Secretariat", Text: "Was the officer in uniform?\nYou need not answer."},
		{At: before(time.Hour), Text: "Yes, a blue one."},
	}
	v.Proof.Logged, v.Proof.Cosigned = false, nil
	v.Steps = []Opening{{Agreement: "northgate", Procedure: "complaint", Step: "add", Title: "Add something", Article: article8}}
	return v
}

func specimenDecided(appeal bool) *MailboxView {
	v := specimenWaiting()
	v.State = StateView{ID: "dismissed", Title: "dismissed"}
	v.Means = "The ombudsperson found that the check kept to Article 2. You may ask for a second look."
	v.Clocks = nil
	v.Values = append(v.Values, Value{
		Field: fieldReasons, Value: "The officer compared the hit within twelve minutes and noted why. The telephone was not copied.", Sight: Sight{Sees: SeesIt, Article: "8"},
	})
	clock := specimenAppealClock()
	v.Appeal = &clock
	v.Steps = []Opening{{Agreement: "northgate", Procedure: "complaint", Step: "second-look", Title: "Ask for a second look", Article: article8}}
	v.Links = []Link{{Text: "The published decision", URL: "/public/northgate/decisions#d0a1b2c3d4e5f"}}
	if !appeal {
		v.State.Final, v.Means = true, "The decision is final under this agreement. A court may still be asked."
		v.Appeal, v.Steps, v.Next = nil, nil, nil
	}
	return v
}

func specimenVerified() foundFile {
	return foundFile{Name: "proof-C-8-0251.json", Size: 4011, View: &VerifyView{
		Kind: "proof-of-filing", Holds: true,
		Facts: []Fact{{"Filed", "22 November 2026, 20:41"}, {"Number", "C-8-0251"}, {"Log entry", "secretariat/northgate 40,196"}},
		Vouched: []Vouch{
			{Party: secretariat, What: "signed the receipt, and keeps the log", At: before(13 * time.Hour)},
			{Party: arland, What: "cosigned the log", At: before(12 * time.Hour)},
		},
		Not: []string{"what the complaint says, or who wrote it: the proof holds neither"},
	}}
}

func specimenFalse() foundFile {
	return foundFile{Name: "agreement-old.md", Size: 61000, View: &VerifyView{
		Kind: "agreement", Facts: []Fact{{"Text", "c3b87ee3 … 7c6b"}}, Failed: "no text with this hash was signed by the parties that this node knows",
		Not: []string{"that another agreement of that text exists elsewhere"},
	}}
}

func specimenDecisions() *DecisionList {
	version := VersionView{Version: "1.3", Starts: before(20 * day), Articles: []ArticleRef{{Agreement: "northgate", Number: "3"}}}
	return &DecisionList{
		Agreement: "northgate", Title: "Northgate Corridor Partnership", Zone: specimenZone, Total: 2, Next: "c2",
		Promises: []Promise{{Procedure: "Complaint", What: "Finding and Answer of the Party", Within: "30 days", Article: article8}},
		Rows: []DecisionView{
			{
				ID: "0a1b2c3d4e5f", Title: "Complaint", Article: article8, State: StateView{ID: "answered", Title: "recommendation answered", Final: true}, Parties: []PartyRef{belmark},
				At: before(40 * day), Published: article8,
				Values: []Value{
					{Field: fieldFinding, Value: "Hits on names in Arabic script were confirmed without the second officer.", Sight: Sight{Sees: SeesIt}},
					{Field: fieldAnswer, Value: "The second officer is called by the system from now on.", Sight: Sight{Sees: SeesIt}},
				},
				Followed: []Follow{{At: before(30 * day), What: "The Party answered the recommendation", By: belmark}},
				Changed:  &version,
			},
			{ID: "1a1b2c3d4e5f", Title: "Complaint", Article: article8, State: StateView{ID: "dismissed", Title: "dismissed"}, Parties: []PartyRef{arland, belmark}, At: before(60 * day), Published: article8},
		},
		Versions: []VersionView{version},
	}
}

func specimenBeside() *BesideView {
	return &BesideView{
		Notes:    []Note{{At: before(5 * time.Hour), By: "Clerk Amsel", Text: "She came with her sister, who interprets.\nCall before ten."}},
		Mailbox:  true,
		Messages: specimenWaiting().Messages,
		Code:     true,
		Given:    before(4 * time.Hour),
	}
}

func specimenSlip() *Slip {
	return &Slip{
		Filed: Filed{Code: specimenCode, Reference: "C-8-0251", At: before(time.Hour), Case: caseA.ID}, Title: "Complaint", Clocks: []ClockView{specimenAnswerClock()},
		Zone: specimenZone, Office: "Filing officer of the Joint Secretariat",
	}
}

func specimenFilingProblems() []Problem {
	return []Problem{{Field: "asks", Fault: fault.Refuse(fault.FieldMissing, "8", "what is asked for is missing").Mend("choose one of the four")}}
}

func specimenCheckpoints() []CheckpointView {
	return []CheckpointView{
		{Agreement: ArticleRef{Agreement: "northgate", Title: "Northgate Corridor Partnership"}, Log: "belmark/northgate", Size: 184612, At: specimenNow, Cosigned: []Cosigning{{By: arland, Size: 184612, At: before(time.Minute)}, {By: secretariat}}, Note: "belmark/northgate\n184612\nPBYMnh8yTrM=\n"},
		{Agreement: ArticleRef{Agreement: "southmere", Title: "Southmere Waters Agreement"}, Size: 12, At: specimenNow, Cosigned: []Cosigning{{By: arland, Size: 12, At: before(time.Minute)}}},
	}
}
