package safeguard_test

import (
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
)

func TestBorder(t *testing.T) {
	run(t, "border", time.Date(2026, 3, 2, 6, 0, 0, 0, time.UTC), played["border"].attacks)
}

var borderAttacks = []attack{
	{"question-without-purpose", fault.PurposeMissing, "5", `
Case hit between checking arland
At 2026-03-02 08:00
belmark.registrar puts /api/registers/{agreement}/stolen_documents number,issuing_state,kind,reported,circumstances;B1234567,XB,passport,2026-02-11,
arland.officer is refused POST /api/checks {"agreement":"border","register":"stolen_documents","query":"document","match":{"number":"B1234567","issuing_state":"XB"}} because purpose-missing (Article 5)
arland.officer posts /api/checks {"agreement":"border","register":"stolen_documents","query":"document","purpose":"border-control","match":{"number":"B1234567","issuing_state":"XB"}}
`},
	{"question-by-another-office", fault.WrongRole, "5", `
Case hit between checking arland
At 2026-03-02 08:00
belmark.registrar puts /api/registers/{agreement}/stolen_documents number,issuing_state,kind,reported,circumstances;B1234567,XB,passport,2026-02-11,
arland.employers-desk is refused POST /api/checks {"agreement":"border","register":"stolen_documents","query":"document","purpose":"border-control","match":{"number":"B1234567","issuing_state":"XB"}} because wrong-role (Article 5)
arland.officer posts /api/checks {"agreement":"border","register":"stolen_documents","query":"document","purpose":"border-control","match":{"number":"B1234567","issuing_state":"XB"}}
`},
	{"register-carried-off", fault.WrongRole, "5", `
Case hit between checking arland
At 2026-03-02 08:00
belmark.registrar puts /api/registers/{agreement}/stolen_documents number,issuing_state,kind,reported,circumstances;B1234567,XB,passport,2026-02-11,
belmark.officer is refused GET /api/registers/{agreement}/stolen_documents because wrong-role (Article 5)
belmark.registrar gets /api/registers/{agreement}/stolen_documents
`},
	{"evidence-carried-off", fault.WrongRole, "35", `
Case hit between checking arland
At 2026-03-02 08:00
arland.liaison is refused GET /api/evidence/{agreement} because wrong-role (Article 35)
court.auditor gets /api/evidence/{agreement}
`},
	{"hit-one-officer-twice", fault.SamePerson, "6", `
Case hit between checking arland
At 2026-03-02 08:10
checking.officer takes open as first
checking.officer takes compare as first with comparison = "the same"
checking.officer is refused confirm as first because same-person (Article 6)
checking.officer takes confirm as second
state is confirmed
`},
	{"hit-one-officer-in-two-offices", fault.SamePerson, "6", `
Case hit between checking arland
At 2026-03-02 08:10
checking.officer takes open as first
checking.officer takes compare as first with comparison = "the same"
checking.supervisor is refused confirm as first because same-person (Article 6)
checking.supervisor takes confirm as second
state is confirmed
`},
	{"hit-is-no-refusal", fault.NoSuchStep, "6", `
Case hit between checking arland
At 2026-03-02 08:10
checking.officer takes open as first
checking.officer takes compare as first with comparison = "the same"
checking.supervisor is refused refuse because no-such-step (Article 6)
checking.supervisor takes confirm
state is confirmed
`},
	{"hit-nationality-read", fault.NotShared, "6", `
Case hit between checking arland
At 2026-03-02 08:10
checking.officer takes open with nationality = "XB"
checking.supervisor does not see nationality because not-shared (Article 6)
checking.data-officer sees nationality
checking.officer takes compare
`},
	{"correction-by-who-asks", fault.WrongSide, "6", `
Case correction between asking arland and holding belmark
At 2026-03-02 08:10
asking.supervisor takes ask
asking.registrar is refused retain because wrong-side (Article 6)
holding.registrar takes correct
asking.supervisor sees correction, error, number, reasons, register, assessment_may-be-told
state is corrected
`},
	{"refusal-because-of-a-hit", fault.GroundUnknown, "7", `
Case entry between deciding arland and aid ombuds and court court
At 2026-03-02 08:10
deciding.supervisor is refused propose on the ground "a hit" because ground-unknown (Article 7)
deciding.supervisor takes propose on the ground "ban on entry in force"
`},
	{"refusal-of-who-fears", fault.ConditionUnmet, "7", `
Case entry between deciding arland and aid ombuds and court court
At 2026-03-02 08:10
deciding.supervisor is refused propose with assessment_fear = {"protection": "yes", "understood": "yes", "trafficked": "no"} because condition-unmet (Article 7)
deciding.supervisor takes propose with assessment_fear = {"protection": "no", "understood": "yes", "trafficked": "no"}
`},
	{"refusal-by-who-proposed", fault.SamePerson, "7", `
Case entry between deciding arland and aid ombuds and court court
At 2026-03-02 08:10
deciding.supervisor takes propose as both
deciding.officer is refused refuse as both because same-person (Article 7)
deciding.officer takes refuse
state is refused
`},
	{"refusal-affirmed-at-home", fault.WrongSide, "7", `
Case entry between deciding arland and aid ombuds and court court
At 2026-03-02 08:10
deciding.supervisor takes propose
deciding.officer takes refuse
aid.counsel takes appeal
deciding.judge is refused dismiss because wrong-side (Article 7)
court.bench takes allow
state is entered
`},
	{"passenger-by-the-machine-alone", fault.ReasonsMissing, "8", `
Case passenger between receiving arland and left belmark
At 2026-03-02 08:10
receiving.registrar takes receive
receiving.passenger-unit is refused propose with reasons = null because reasons-missing (Article 8)
receiving.passenger-unit takes propose
state is proposed
`},
	{"passenger-unit-looks-itself", fault.WrongRole, "8", `
Case passenger between receiving arland and left belmark
At 2026-03-02 08:10
receiving.registrar takes receive
receiving.passenger-unit takes propose
receiving.passenger-unit is refused look because wrong-role (Article 8)
receiving.officer takes look
state is looked
`},
	{"template-passed-on", fault.FieldUnknown, "9", `
Case recognition between checking arland and issuing belmark
At 2026-03-02 08:10
checking.officer is refused pass-on with template = "Z5N0ZW1wbGF0ZQ" because field-unknown (Article 9)
checking.officer takes pass-on
issuing.officer takes recognise
`},
	{"template-after-comparison", fault.Erased, "9", `
Case scan between checking arland
At 2026-03-02 08:10
checking.officer takes capture
checking.supervisor sees document, kind, template
arland holds template
checking.officer takes compare
checking.supervisor does not see template because erased (Article 9)
After PT1M
arland does not hold template
belmark does not hold template, document
belmark.officer finds no case
`},
	{"scan-confirmed-by-who-compared", fault.SamePerson, "9", `
Case scan between checking arland
At 2026-03-02 08:10
checking.officer takes capture as both
checking.officer takes compare as both with outcome = "not the same"
checking.officer takes refer as both
checking.supervisor is refused find-other as both because same-person (Article 9)
checking.supervisor takes find-same
state is released-by-eye
`},
	{"goods-seized-by-who-examined", fault.SamePerson, "10", `
Case consignment between entered arland and left belmark and court court
At 2026-03-02 08:10
left.traders-desk takes lodge
entered.customs takes examine as first
entered.customs takes find as first
entered.customs is refused seize as first because same-person (Article 10)
entered.customs takes seize as second
left.traders-desk takes appeal
entered.customs is refused affirm because wrong-side (Article 10)
court.bench takes restore
state is released
`},
	{"goods-seized-on-a-ground-of-ones-own", fault.GroundUnknown, "10", `
Case consignment between entered arland and left belmark and court court
At 2026-03-02 08:10
left.traders-desk takes lodge
entered.customs takes examine as first
entered.customs takes find as first
entered.customs is refused seize as second on the ground "a dispute about duties" because ground-unknown (Article 10)
entered.customs takes seize as second on the ground "stolen goods"
state is seized
`},
	{"trader-suspended-unheard", fault.WrongState, "11", `
Case trusted between applying arland and recognising belmark
At 2026-03-02 08:10
applying.traders-desk takes apply with number = "T-0042"
applying.customs takes validate
applying.customs is refused recognise because wrong-side (Article 11)
recognising.customs takes recognise
applying.customs takes give-notice as first
applying.customs is refused suspend as first because wrong-state (Article 11)
applying.traders-desk takes answer
applying.customs takes suspend as first
applying.customs is refused revoke as first because same-person (Article 11)
applying.customs takes revoke as second
state is revoked
`},
	{"protection-told-to-the-other-state", fault.NotFound, "", `
Case protection between receiving arland and aid ombuds
At 2026-03-02 08:10
receiving.officer takes note with language = "the dialect of Quell" and waits = "room four of the mill"
belmark.protection-officer finds no case
belmark does not hold language, waits
receiving.officer takes refer
receiving.protection-officer takes register with person = "Iliyan Maarouf Desar"
belmark.officer finds no case
belmark does not hold person, language, waits
aid.counsel sees language, number, person, waits
`},
	{"protection-officer-at-the-crossing-reads-on", fault.NotShared, "12", `
Case protection between receiving arland and aid ombuds
At 2026-03-02 08:10
receiving.officer takes note as one with language = "French"
receiving.supervisor sees language, waits
receiving.officer takes refer as one
receiving.supervisor does not see language, waits because not-shared (Article 12)
receiving.protection-officer takes register
receiving.supervisor does not see person, number because not-shared (Article 12)
`},
	{"child-registered-without-guardian", fault.WrongState, "12", `
Case protection between receiving arland and aid ombuds
At 2026-03-02 08:10
receiving.officer takes note-child
receiving.protection-officer is refused register because wrong-state (Article 12)
receiving.protection-officer is refused register-child because wrong-state (Article 12)
aid.guardian takes stand-by
receiving.protection-officer takes register-child
state is registered
`},
	{"readmission-of-a-claimant", fault.ConditionUnmet, "13", `
Case readmission between requesting arland and requested belmark and aid ombuds and court court
At 2026-03-02 08:10
requesting.returns-officer is refused request with assessment_may-be-asked = {"open_claim": "yes", "victim": "no", "again": "no", "family": "no"} because condition-unmet (Article 13)
requesting.returns-officer takes request with assessment_may-be-asked = {"open_claim": "no", "victim": "no", "again": "no", "family": "no"}
`},
	{"readmission-into-torture", fault.ConditionUnmet, "13", `
Case readmission between requesting arland and requested belmark and aid ombuds and court court
At 2026-03-02 08:10
requesting.returns-officer takes request with child_alone = false
requested.returns-officer takes identify
requesting.returns-officer is refused assess because wrong-role (Article 13)
requesting.protection-officer is refused assess with assessment_non-refoulement = {"torture": "yes", "persecution": "no", "onward": "no", "health": "no", "heard": "yes"} because condition-unmet (Article 13)
requesting.protection-officer takes assess
state is assessed
`},
	{"readmission-refused-without-consultation", fault.WrongState, "13", `
Case readmission between requesting arland and requested belmark and aid ombuds and court court
At 2026-03-02 08:10
requesting.returns-officer takes request with child_alone = false
requested.returns-officer takes identify
requesting.protection-officer takes assess
requested.returns-officer is refused refuse because wrong-state (Article 13)
requested.returns-officer takes consult
requested.returns-officer is refused refuse on the ground "too many already" because ground-unknown (Article 13)
requested.returns-officer takes refuse
state is refused
`},
	{"readmission-during-appeal", fault.WrongState, "13", `
Case readmission between requesting arland and requested belmark and aid ombuds and court court
At 2026-03-02 08:10
requesting.returns-officer takes request with child_alone = false
requested.returns-officer takes identify
requesting.protection-officer takes assess
requested.returns-officer takes accept
requesting.returns-officer takes order
requesting.returns-officer is refused transfer because wrong-state (Article 13)
aid.counsel takes appeal
requesting.returns-officer is refused transfer because wrong-state (Article 13)
aid.monitor is refused attend because wrong-state (Article 13)
requesting.judge is refused dismiss because wrong-side (Article 13)
court.bench takes dismiss
aid.monitor takes attend
requesting.returns-officer takes transfer
state is transferred
`},
	{"readmission-unwatched", fault.WrongState, "13", `
Case readmission between requesting arland and requested belmark and aid ombuds and court court
At 2026-03-02 08:10
requesting.returns-officer takes request with child_alone = false
requested.returns-officer takes identify
requesting.protection-officer takes assess
requested.returns-officer takes accept
requesting.returns-officer takes order
aid.counsel takes appeal
court.bench takes dismiss
requesting.returns-officer is refused transfer because wrong-state (Article 13)
requesting.returns-officer is refused attend because wrong-side (Article 13)
aid.monitor takes attend
aid.monitor takes halt
requesting.returns-officer is refused transfer because wrong-state (Article 13)
aid.monitor takes attend
requesting.returns-officer takes transfer
state is transferred
`},
	{"readmission-of-a-child-alone", fault.ConditionUnmet, "13", `
Case readmission between requesting arland and requested belmark and aid ombuds and court court
At 2026-03-02 08:10
requesting.returns-officer takes request with child_alone = true
requested.returns-officer takes identify
requesting.protection-officer takes assess
requested.returns-officer takes accept
requesting.returns-officer is refused order because condition-unmet (Article 13)
requesting.returns-officer is refused order-child because wrong-state (Article 13)
aid.guardian takes clear-child
requesting.returns-officer takes order-child
state is ordered
`},
	{"victim-hurried", fault.WrongSide, "14", `
Case victim between caring arland and aid ombuds
At 2026-03-02 08:10
caring.officer takes indicate
caring.case-worker takes identify
caring.case-worker takes shelter with shelter = "Willow House, Tavel, door 3"
caring.case-worker is refused end-early because wrong-side (Article 14)
caring.case-worker is refused assist because wrong-state (Article 14)
aid.counsel takes end-early
caring.case-worker takes assist
state is assisted
`},
	{"victim-doubted-away-by-one", fault.SamePerson, "14", `
Case victim between caring arland and aid ombuds
At 2026-03-02 08:10
caring.officer takes indicate
caring.case-worker takes doubt as first
caring.case-worker is refused find-none as first because same-person (Article 14)
caring.case-worker takes find-none as second
state is no-victim
`},
	{"victim-found-by-an-officer", fault.NotShared, "14", `
Case victim between caring arland and aid ombuds
At 2026-03-02 08:10
caring.officer takes indicate
caring.case-worker takes identify
caring.case-worker takes shelter with shelter = "Willow House, Tavel, door 3" and person = "Runa Feldmann-Osk"
caring.officer does not see shelter, person because not-shared (Article 14)
caring.labour-inspector does not see shelter, person because not-shared (Article 14)
aid.guardian does not see shelter because not-shared (Article 14)
aid.counsel sees child, found_at, person, reasons, shelter, signs
belmark.case-worker finds no case
belmark does not hold shelter, person
`},
	{"detention-of-a-child", fault.ConditionUnmet, "15", `
Case detention between detaining arland and aid ombuds and court court
At 2026-03-02 08:10
detaining.officer takes propose with adult = false
detaining.officer is refused hold-at-once because condition-unmet (Article 15)
detaining.supervisor is refused consider because condition-unmet (Article 15)
aid.guardian takes take-into-care
state is in-care
`},
	{"detention-without-alternative", fault.WrongState, "15", `
Case detention between detaining arland and aid ombuds and court court
At 2026-03-02 08:10
detaining.officer takes propose as both with adult = true and interpreter_needed = false
court.bench is refused order because wrong-state (Article 15)
detaining.supervisor is refused consider as both because same-person (Article 15)
detaining.supervisor is refused consider with assessment_alternatives = {"report": "yes", "stay": "no", "again": "no", "vulnerable": "no", "child": "no"} because condition-unmet (Article 15)
detaining.supervisor takes consider
court.bench is refused order because wrong-state (Article 15)
aid.counsel takes speak
court.bench takes order
state is ordered
`},
	{"detention-ordered-by-the-own-judge", fault.WrongSide, "15", `
Case detention between detaining arland and aid ombuds and court court
At 2026-03-02 08:10
detaining.officer takes propose with adult = true and interpreter_needed = true
detaining.supervisor takes consider
aid.counsel is refused speak because condition-unmet (Article 15)
aid.interpreter takes interpret
aid.counsel takes speak-interpreted
detaining.judge is refused order because wrong-side (Article 15)
court.bench takes order
state is ordered
`},
	{"permit-below-the-wage", fault.ConditionUnmet, "16", `
Case season between asking arland and granting belmark
At 2026-03-02 08:10
asking.permit-officer takes apply with number = "S-0042"
granting.permit-officer is refused grant with assessment_equal-conditions = {"wage": "no", "lodging": "yes", "contract": "yes", "papers": "yes"} because condition-unmet (Article 16)
granting.permit-officer takes grant
granting.officer takes enter
granting.employers-desk is refused change-employer because wrong-role (Article 16)
granting.labour-inspector takes change-employer
`},
	{"complaint-told-to-the-employer", fault.NotFound, "", `
Case worker-complaint between aid ombuds and inspecting belmark
At 2026-03-02 08:10
aid.workers-adviser takes file with may_be_named = false and workplace = "the pear orchard at Tavel" and worker = "Tessa Korvin-Lund"
inspecting.labour-inspector sees grievance, may_be_named, workplace
inspecting.employers-desk finds no case
inspecting.employers-desk counts no worker-complaint
inspecting.employers-desk is refused GET /api/cases/{case}/fields/workplace because not-found
`},
	{"complaint-worker-named", fault.NotShared, "18", `
Case worker-complaint between aid ombuds and inspecting belmark
At 2026-03-02 08:10
aid.workers-adviser takes file with may_be_named = false and worker = "Tessa Korvin-Lund"
inspecting.labour-inspector does not see worker because not-shared (Article 18)
ombuds holds worker
belmark does not hold worker
inspecting.labour-inspector takes admit
`},
	{"employer-penalised-unheard", fault.WrongState, "18", `
Case inspection between inspecting belmark
At 2026-03-02 08:10
inspecting.labour-inspector takes inspect as first
inspecting.labour-inspector takes require as first
After P31D
state is unmended
inspecting.labour-inspector is refused penalise as second because wrong-state (Article 18)
inspecting.employers-desk takes hear
inspecting.labour-inspector is refused penalise as first because same-person (Article 18)
inspecting.labour-inspector takes penalise as second
state is penalised
`},
}
