package web

import (
	"encoding/json"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

func specimenField(id string, t agreement.Type, class agreement.Class, label, help string) *agreement.Field {
	return &agreement.Field{ID: agreement.FieldID(id), Type: t, Class: class, Label: map[string]string{"en": label}, Help: map[string]string{"en": help}}
}

var (
	fieldOffence  = specimenField("offence", agreement.TypeText, agreement.ClassOfficial, "Offence", "")
	fieldMeasure  = specimenField("measure", agreement.TypeText, agreement.ClassOfficial, "Measure asked for", "What is to be done, for how long")
	fieldPerson   = specimenField("person", agreement.TypeRecord, agreement.ClassPersonal, "Person", "")
	fieldName     = specimenField("name", agreement.TypeName, agreement.ClassPersonal, "Name", "")
	fieldBorn     = specimenField("born", agreement.TypeDate, agreement.ClassPersonal, "Date of birth", "")
	fieldEvidence = specimenField("evidence", agreement.TypeFile, agreement.ClassSensitive, "Evidence", "")
	fieldReasons  = specimenField("reasons", agreement.TypeText, agreement.ClassOfficial, "Reasons", "")
	fieldNumber   = specimenField("number", agreement.TypeDocument, agreement.ClassPersonal, "Document number", "")
	fieldState    = specimenField("issuing_state", agreement.TypeCountry, agreement.ClassOfficial, "Issuing state", "")
	fieldKind     = choiceField("kind", "Kind of document", "passport", "identity card", "travel document")
	fieldReported = specimenField("reported", agreement.TypeDate, agreement.ClassOfficial, "Reported on", "")
)

func choiceField(id, label string, choices ...string) *agreement.Field {
	f := specimenField(id, agreement.TypeChoice, agreement.ClassOfficial, label, "")
	f.Choices = choices
	return f
}

func listField(id string, of agreement.Type, label string) *agreement.Field {
	f := specimenField(id, agreement.TypeList, agreement.ClassOfficial, label, "")
	f.Of = of
	return f
}

func specimenAssessment() *agreement.Assessment {
	return &agreement.Assessment{ID: "proportionality", Article: "7", Title: "Proportionality", Questions: []agreement.Question{
		{ID: "necessary", Text: "Would no milder measure do?", Answers: []string{"yes, none would", "no, a milder one would"}, Blocks: []string{"no, a milder one would"}},
		{ID: "proportionate", Text: "Is it proportionate to the offence?", Answers: []string{"yes", "no"}, Blocks: []string{"no"}},
	}}
}

func specimenCase() *CaseView {
	signed := ProofState{Signed: true, Received: true, Logged: true, Index: 183977, Cosigned: []Cosigning{{By: arland, At: before(time.Hour)}, {By: secretariat}}}
	personal := signed
	personal.Personal, personal.Index = true, 184131
	return &CaseView{
		Case: caseA, Agreement: "northgate", Article: article7, State: StateView{ID: "requested", Title: "requested"}, Zone: specimenZone, Home: belmark,
		Sides:  []SideView{{Side: "requesting", Title: "Requesting", Party: arland}, {Side: "requested", Title: "Requested", Party: belmark, You: true}},
		Clocks: []ClockView{specimenDecisionClock()},
		Values: []Value{
			{Field: fieldOffence, Value: "Theft in company of goods in transit; punishable in both.", Sight: Sight{Sees: SeesIt, Article: "7"}},
			{Field: fieldMeasure, Value: "The operator states the location of one telephone, from 3 to 9 November 2026, by cell, on the hour.", Sight: Sight{Sees: SeesIt, Article: "7"}},
			{Field: fieldPerson, Sight: Sight{Sees: SeesSealed, Article: "7"}},
			{Field: fieldEvidence, Sight: Sight{Sees: SeesUngiven}},
		},
		Acts: []ActView{
			{Number: 1, Title: "Request", Party: arland, Role: "prosecutor", Person: "p-a90c2", At: before(3*day + 15*time.Hour), Article: article7, Gives: []string{"Offence", "Measure asked for", "Person"}, To: StateView{ID: "requested", Title: "requested"}, Proof: signed},
			{Number: 2, Title: "Question to the asking side", Party: belmark, Role: "judge", Person: "p-b41c7", You: true, At: before(2*day + 22*time.Hour), Article: article7, Gives: []string{"Reasons"}, Proof: personal},
			{Number: 3, Title: "Answer", Party: arland, Role: "prosecutor", Person: "p-a90c2", At: before(2*day + 17*time.Hour), Article: article7, Proof: ProofState{Signed: true}},
		},
		Next: []NextView{{Party: belmark, Title: "Your decision is due", By: specimenDecisionClock().Due, Effect: "If nothing is decided, the duty stays and the liaison officers are told."}},
		Columns: []Column{
			{Role: prosecutorA}, {Role: judgeB, You: true}, {Role: prosecutorB}, {Role: RoleRef{ID: "clerk", Title: "clerk", Party: secretariat}},
		},
		Rows: []Row{
			{Field: fieldOffence, Cells: []Sight{{Sees: SeesGave}, {Sees: SeesIt, Article: "7"}, {Sees: SeesLater, When: "authorised"}, {Sees: SeesNone}}},
			{Field: fieldPerson, Cells: []Sight{{Sees: SeesGave}, {Sees: SeesSealed}, {Sees: SeesLater, When: "authorised"}, {Sees: SeesNone}}},
			{Field: fieldEvidence, Cells: []Sight{{Sees: SeesLater, When: "executed"}, {Sees: SeesNone}, {Sees: SeesUngiven}, {Sees: SeesNone}}},
		},
		Offers: []StepForm{specimenDecide("authorise", "Authorise the measure", "authorised", nil), specimenDecide("refuse", "Refuse the request", "refused", specimenGrounds)},
	}
}

var specimenGrounds = []string{"political offence", "same facts already judged", "not an offence in both", "fundamental rights", "essential interests"}

func specimenDecide(id, title, to string, grounds []string) StepForm {
	f := StepForm{
		Agreement: "northgate", Case: caseA, Procedure: "assistance", Zone: specimenZone, Title: title, Role: judgeB, Article: article7,
		Step:    &agreement.Step{ID: agreement.StepID(id), Article: "7", Title: title, Reasons: true, Personal: true, Grounds: grounds},
		Becomes: StateView{ID: agreement.StateID(to), Title: to},
		Inputs: []Input{
			{Field: fieldReasons, Required: true, Readers: []string{"the prosecutor of Arland", "the prosecutor of Belmark"}},
		},
		Outflows: specimenOutflows(),
	}
	if grounds == nil {
		a := specimenAssessment()
		f.Inputs = append([]Input{{Field: specimenField("assessment_proportionality", agreement.TypeRecord, agreement.ClassOfficial, a.Title, ""), Required: true, Assessment: a}}, f.Inputs...)
	}
	return f
}

func specimenOutflows() []Outflow {
	return []Outflow{
		{To: prosecutorA, Fields: []string{"Reasons"}, Purpose: "criminal justice", Handling: "May be used in court", Kept: "1 year after the case", Article: article7},
		{To: prosecutorB, Fields: []string{"Measure asked for", "Person"}, Purpose: "criminal justice", Handling: "To execute only", Kept: "1 year after the case", When: "authorised", Article: article7},
	}
}

// specimenForm asks for one field of every type there is.
func specimenForm() StepForm {
	parts := []Input{{Field: fieldName, Required: true}, {Field: fieldBorn}}
	f := specimenDecide("refuse", "Refuse the request", "refused", specimenGrounds)
	f.Sides = []SideChoice{{Side: "requested", Title: "Requested", Parties: []PartyRef{arland, belmark}}, {Side: "requesting", Title: "Requesting", Parties: []PartyRef{belmark}}}
	f.Inputs = append([]Input{
		{Field: fieldNumber, Required: true},
		{Field: fieldState, Required: true},
		{Field: fieldKind, Required: true},
		{Field: choiceField("lane", "Lane", "1", "2", "3", "4", "5", "6", "7")},
		{Field: fieldReported, Required: true},
		{Field: specimenField("seen", agreement.TypeTime, agreement.ClassOfficial, "Last seen", "")},
		{Field: specimenField("count", agreement.TypeNumber, agreement.ClassOfficial, "Number of persons", "")},
		{Field: specimenField("worth", agreement.TypeAmount, agreement.ClassOfficial, "Worth", "")},
		{Field: specimenField("weight", agreement.TypeQuantity, agreement.ClassOfficial, "Weight", "")},
		{Field: specimenField("urgent", agreement.TypeYesNo, agreement.ClassOfficial, "Is life in danger?", ""), Required: true},
		{Field: specimenField("place", agreement.TypePoint, agreement.ClassOfficial, "Place", "")},
		{Field: specimenField("route", agreement.TypeLine, agreement.ClassOfficial, "Route", "")},
		{Field: specimenField("zone", agreement.TypeArea, agreement.ClassOfficial, "Zone", "")},
		{Field: fieldPerson, Parts: parts},
		{Field: listField("plates", agreement.TypeText, "Number plates")},
		{Field: listField("witnesses", agreement.TypeRecord, "Witness"), Parts: parts},
		{Field: fieldEvidence},
		{Field: specimenField("assessment_proportionality", agreement.TypeRecord, agreement.ClassOfficial, "Proportionality", ""), Required: true, Assessment: specimenAssessment()},
	}, f.Inputs...)
	f.Values = map[agreement.FieldID]any{"number": "N48201763", "issuing_state": "XB", "count": json.Number("2"), "urgent": true}
	return f
}

func specimenReview() *Review {
	f := specimenDecide("authorise", "Authorise the measure", "authorised", nil)
	return &Review{
		Form: f, Values: []Value{{Field: fieldReasons, Value: "No milder measure would show where the goods went.", Sight: Sight{Sees: SeesGave}}},
		Outflows: specimenOutflows(), Witnesses: []PartyRef{secretariat}, Personal: true, Becomes: f.Becomes,
		Clocks: []ClockView{{
			Clock: "execution", Title: "to execute", Started: specimenNow, Due: after(90 * day), Status: casework.StatusRuns, Silence: agreement.SilenceExplain,
			Effect: "Reasons are owed, and the time is extended once, by 30 days.", Owed: []RoleRef{prosecutorB}, Article: article7,
		}},
	}
}

// specimenErased is a case whose urgent measure nobody upheld.
func specimenErased() *CaseView {
	v := specimenCase()
	v.Case, v.State = caseB, StateView{ID: "not-upheld", Title: "not upheld", Final: true}
	v.Clocks, v.Offers, v.Next = []ClockView{specimenLapsedClock()}, nil, nil
	v.Queued = 1
	for i := range v.Values {
		v.Values[i].Value, v.Values[i].Sight = nil, Sight{Sees: SeesErased, Article: "7"}
	}
	for i := range v.Rows {
		for j := range v.Rows[i].Cells {
			v.Rows[i].Cells[j] = Sight{Sees: SeesErased}
		}
	}
	v.Acts = append(v.Acts, ActView{
		Number: 4, Title: "The time to review ran out", Party: belmark, At: before(3 * day), Article: article7, Lapse: true, Silence: agreement.SilenceErase,
		Effect: "What was obtained was destroyed on both nodes.", To: v.State, Proof: v.Acts[0].Proof,
	})
	return v
}

func specimenQueries() []QueryView {
	q := QueryView{
		Agreement: "northgate", Register: "stolen_documents", Query: "is-stolen", Title: "Is this document reported stolen?", Of: "Stolen documents",
		Article: article2, Role: RoleRef{ID: "officer", Title: "border officer", Party: arland}, Holders: []PartyRef{belmark},
		Purposes: []Purpose{{ID: "border-control", Title: "border control", Basis: "Article 2 and the border acts of both Parties"}},
		On:       []Input{{Field: fieldNumber, Required: true}, {Field: fieldState, Required: true}},
		Reveals:  []string{"Document number", "Issuing state", "Kind of document", "Reported on"}, Within: "2 seconds", Cap: 600, Used: 14, Keep: "1 year",
	}
	w := q
	w.Register, w.Query, w.Title, w.Of = "watch_list", "is-sought", "Is the holder of this document sought?", "Watch list"
	w.Purposes = append(w.Purposes, Purpose{ID: "criminal-justice", Title: "criminal justice", Basis: "Article 7"})
	w.Holders = []PartyRef{belmark, secretariat}
	return []QueryView{q, w}
}

func specimenHit() *CheckResult {
	q := specimenQueries()[0]
	reveal := func(f *agreement.Field, v any) Value { return Value{Field: f, Value: v, Sight: Sight{Sees: SeesIt}} }
	return &CheckResult{
		Query: q, Purpose: q.Purposes[0], At: specimenNow, Took: 43 * time.Millisecond, Index: 184612, Logged: true,
		Asked: []Value{reveal(fieldNumber, "N48201763"), reveal(fieldState, "XB")},
		Answers: []AnswerView{{
			Holder: belmark, Version: "sha256:4Jz0uF4xqkq0v3p2bZ8aLw", Loaded: before(11 * time.Hour),
			Hits: []HitView{{
				Entry:   "D-20418",
				Reveals: []Value{reveal(fieldNumber, "N48201763"), reveal(fieldState, "XB"), reveal(fieldKind, "passport"), reveal(fieldReported, "2026-10-02")},
				Opens: &Opening{
					Agreement: "northgate", Procedure: "hit", Step: "report", Title: "Compare the hit and report it", Article: article3,
					Values: map[agreement.FieldID]any{"number": "N48201763", "issuing_state": "XB"},
				},
			}},
		}},
	}
}
