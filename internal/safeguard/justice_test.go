package safeguard_test

import (
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
)

func TestJustice(t *testing.T) {
	run(t, "justice", time.Date(2026, 3, 2, 6, 0, 0, 0, time.UTC), justiceAttacks)
}

var justiceAttacks = []attack{
	{"challenge-decided-twice-by-one-judge", fault.SamePerson, "5", `
Case challenge between defence secretariat and deciding arland
At 2026-03-02 08:00
defence.counsel takes lodge
deciding.prosecutor is refused affirm because wrong-role (Article 5)
deciding.judge takes affirm as first
defence.counsel takes appeal
deciding.judge is refused affirm-on-appeal as first because same-person (Article 5)
deciding.judge takes lift-on-appeal as second
state is lifted
`},
	{"question-out-of-curiosity", fault.PurposeMissing, "6", `
Case hit between checking arland and holding belmark
At 2026-03-02 08:00
belmark.registrar puts /api/registers/{agreement}/wanted_persons entry,name,born,document,issuing_state,warrant,caution;W-1,Ilyan Dessar,1980-01-01,B7654321,XB,Royal Court 4,
arland.officer is refused POST /api/checks {"agreement":"justice","register":"wanted_persons","query":"document","match":{"document":"B7654321","issuing_state":"XB"}} because purpose-missing (Article 6)
arland.officer is refused POST /api/checks {"agreement":"justice","register":"wanted_persons","query":"document","purpose":"redress","match":{"document":"B7654321","issuing_state":"XB"}} because purpose-wrong (Article 6)
arland.prosecutor is refused POST /api/checks {"agreement":"justice","register":"wanted_persons","query":"document","purpose":"criminal-justice","match":{"document":"B7654321","issuing_state":"XB"}} because wrong-role (Article 6)
arland.officer posts /api/checks {"agreement":"justice","register":"wanted_persons","query":"document","purpose":"criminal-justice","match":{"document":"B7654321","issuing_state":"XB"}}
`},
	{"hit-confirmed-by-one", fault.SamePerson, "7", `
Case hit between checking arland and holding belmark
At 2026-03-02 08:00
checking.officer takes open as first
checking.officer takes compare as first with comparison = "the same"
checking.officer is refused confirm as first because same-person (Article 7)
checking.officer takes confirm as second
state is confirmed
`},
	{"core-data-before-the-facts", fault.WrongState, "7", `
Case hit between checking arland and holding belmark
At 2026-03-02 08:00
checking.officer takes open as first with asked = "Ilyan Dessar-Quell, 1980" and nationality = "XB"
holding.contact-point does not see asked, answer, nationality because not-shared (Article 7)
checking.officer takes compare as first with comparison = "the same"
checking.officer takes confirm as second
holding.contact-point is refused give-core because wrong-state (Article 7)
checking.officer takes state-facts as first
checking.judge is refused authorise because wrong-side (Article 7)
holding.contact-point takes give-core
checking.contact-point does not see nationality because not-shared (Article 7)
belmark does not hold asked, nationality
state is answered
`},
	{"innocent-kept", fault.Erased, "7", `
Case hit between checking arland and holding belmark
At 2026-03-02 08:00
checking.officer takes open as first with asked = "Ilyan Dessar-Quell, 1980" and answer = "entry 4 of the index"
arland holds asked, answer
checking.officer takes compare as first with comparison = "another"
checking.officer takes clear as second
checking.officer does not see asked, answer because erased (Article 7)
After PT1M
arland does not hold asked, answer
belmark does not hold asked, answer
`},
	{"information-past-the-contact-point", fault.WrongRole, "8", `
Case information between asking arland and asked belmark
At 2026-03-02 09:00
asking.officer is refused ask because wrong-role (Article 8)
asking.contact-point takes ask
asked.officer is refused give because wrong-role (Article 8)
asked.contact-point takes give
state is given
`},
	{"information-refused-without-a-word", fault.WrongState, "8", `
Case information between asking arland and asked belmark
At 2026-03-02 09:00
asking.contact-point takes ask
asked.contact-point is refused refuse because wrong-state (Article 8)
asked.contact-point takes consult
asking.contact-point takes reply
asked.contact-point is refused refuse on the ground "we would rather not" because ground-unknown (Article 8)
asked.contact-point takes refuse
state is refused
`},
	{"information-authorised-by-the-askers-judge", fault.WrongSide, "8", `
Case information between asking arland and asked belmark
At 2026-03-02 09:00
asking.contact-point takes ask
asked.contact-point takes refer
asking.judge is refused authorise because wrong-side (Article 8)
asked.contact-point is refused give because wrong-state (Article 8)
asked.judge takes authorise
asked.contact-point takes give
state is given
`},
	{"information-used-as-evidence", fault.NotShared, "8", `
Case information between asking arland and asked belmark
At 2026-03-02 09:00
asking.contact-point takes ask
asked.contact-point takes give with answer = "seen at the mill at Quell on two nights"
asking.prosecutor does not see answer, reliability because not-shared (Article 8)
caldera does not hold answer, subject, facts
asking.contact-point takes ask-evidence
asking.contact-point is refused agree-evidence because wrong-side (Article 8)
asking.prosecutor does not see answer because not-shared (Article 8)
asked.contact-point takes agree-evidence
asking.prosecutor sees answer, reliability
`},
	{"information-handed-to-a-third-state", fault.NotShared, "8", `
Case handing-on between receiving arland and giving belmark and third caldera
At 2026-03-02 09:00
receiving.contact-point takes ask with answer = "seen at the mill at Quell on two nights" and subject = "Ilyan Dessar-Quell"
third.contact-point does not see answer, subject because not-shared (Article 8)
caldera does not hold answer, subject, reliability
receiving.contact-point is refused agree because wrong-side (Article 8)
third.contact-point is refused agree because wrong-side (Article 8)
giving.contact-point takes agree
third.contact-point sees answer, reliability, subject
caldera does not hold onward_why
`},
	{"information-given-to-a-third-by-silence", fault.ClockLapsed, "8", `
Case handing-on between receiving arland and giving belmark and third caldera
At 2026-03-02 09:00
receiving.contact-point takes ask with answer = "seen at the mill at Quell on two nights" and subject = "Ilyan Dessar-Quell"
After P31D
receiving.contact-point is refused agree because wrong-side (Article 8)
giving.contact-point is refused agree because clock-lapsed (Article 8)
third.contact-point does not see answer, subject because not-shared (Article 8)
caldera does not hold answer, subject
`},
	{"order-out-of-proportion", fault.ConditionUnmet, "5", `
Case evidence between issuing arland and executing belmark
At 2026-04-02 09:00
issuing.prosecutor is refused issue with assessment_proportionality = {"necessary": "yes", "milder": "yes", "weight": "yes", "home": "yes", "child": "no child is concerned"} because condition-unmet (Article 5)
issuing.prosecutor takes issue with assessment_proportionality = {"necessary": "yes", "milder": "no", "weight": "yes", "home": "yes", "child": "no child is concerned"}
state is ordered
`},
	{"order-executed-unvalidated", fault.WrongState, "9", `
Case evidence between issuing arland and executing belmark
At 2026-04-02 09:00
issuing.prosecutor takes issue with offence = "robbery" and person = "Ilyan Dessar-Quell"
executing.judge is refused recognise because wrong-state (Article 9)
executing.prosecutor is refused execute because wrong-state (Article 9)
executing.judge does not see person, facts because not-shared (Article 9)
belmark does not hold person, facts
issuing.prosecutor is refused validate because wrong-role (Article 9)
issuing.validating-judge takes validate
executing.prosecutor is refused execute because wrong-state (Article 9)
issuing.judge is refused recognise because wrong-side (Article 9)
executing.judge takes recognise
executing.prosecutor takes execute
state is executed
`},
	{"order-for-a-political-offence", fault.ConditionUnmet, "9", `
Case evidence between issuing arland and executing belmark
At 2026-04-02 09:00
issuing.prosecutor takes issue with offence = "political"
issuing.validating-judge takes validate
executing.judge is refused recognise because condition-unmet (Article 9)
executing.judge is refused refuse because wrong-state (Article 9)
executing.judge takes consult
issuing.prosecutor takes reply
executing.judge is refused refuse on the ground "too much work" because ground-unknown (Article 9)
executing.judge takes refuse
state is refused
`},
	{"defence-refused-by-the-prosecutor", fault.WrongRole, "10", `
Case defence-request between defence secretariat and prosecuting arland
At 2026-04-02 09:00
defence.counsel takes ask
prosecuting.prosecutor is refused decline because wrong-role (Article 10)
prosecuting.prosecutor is refused order because wrong-state (Article 10)
prosecuting.judge is refused decline as first on the ground "the prosecution objects" because ground-unknown (Article 10)
prosecuting.judge takes decline as first
defence.counsel takes appeal
prosecuting.judge is refused decline-on-appeal as first because same-person (Article 10)
prosecuting.judge takes grant-on-appeal as second
prosecuting.prosecutor takes order
state is ordered
`},
	{"emergency-without-danger", fault.ConditionUnmet, "11", `
Case emergency-evidence between ordering arland and addressed belmark
At 2026-04-02 09:00
ordering.prosecutor is refused order with assessment_emergency = {"danger": "no", "wait": "yes"} because condition-unmet (Article 11)
ordering.prosecutor takes order with assessment_emergency = {"danger": "yes", "wait": "yes"}
addressed.provider does not see facts, danger because not-shared (Article 11)
ordering.prosecutor is refused validate because wrong-role (Article 11)
addressed.validating-judge is refused validate because wrong-side (Article 11)
ordering.validating-judge takes validate
state is awaited
`},
	{"emergency-data-kept-unvalidated", fault.Erased, "11", `
Case emergency-evidence between ordering arland and addressed belmark
At 2026-04-02 09:00
ordering.prosecutor takes order
addressed.provider takes deliver with data = "calls of one telephone on 1 April"
arland holds data
ordering.validating-judge takes decline-validation
ordering.prosecutor does not see data because erased (Article 11)
After PT1M
arland does not hold data
belmark does not hold data
`},
	{"emergency-data-after-the-objection", fault.Erased, "11", `
Case emergency-evidence between ordering arland and addressed belmark
At 2026-04-02 09:10
ordering.prosecutor takes order
addressed.provider takes deliver with data = "calls of one telephone on 1 April"
ordering.judge is refused object because wrong-side (Article 11)
ordering.validating-judge takes validate-delivered
ordering.prosecutor is refused release because wrong-side (Article 11)
addressed.judge takes object
ordering.prosecutor does not see data because erased (Article 11)
After PT1M
arland does not hold data
`},
	{"surrender-before-the-decision-is-final", fault.WrongState, "12", `
Case extradition between requesting arland and requested belmark and defence secretariat
At 2026-04-02 09:20
requesting.prosecutor takes ask-arrest with child = false and offence = "robbery"
defence.counsel does not see warrant because not-shared (Article 12)
requested.officer takes arrest
requested.officer is refused hand-over because wrong-state (Article 12)
requested.officer takes inform with needs_interpreter = false
requesting.prosecutor takes request
requested.judge is refused grant as first because wrong-state (Article 12)
requesting.judge is refused hear because wrong-side (Article 12)
requested.judge takes hear as first
requested.judge is refused grant as first with assessment_bars = {"judged": "no", "age": "no", "persecution": "no", "risk": "yes", "time": "no"} because condition-unmet (Article 12)
requested.judge takes grant as first
requested.officer is refused hand-over because wrong-state (Article 12)
defence.counsel takes appeal
requested.officer is refused hand-over because wrong-state (Article 12)
requested.judge is refused affirm as first because same-person (Article 12)
requested.judge takes affirm as second
requested.officer takes hand-over
state is surrendered
`},
	{"surrender-for-desertion", fault.ConditionUnmet, "12", `
Case extradition between requesting arland and requested belmark and defence secretariat
At 2026-04-02 09:20
requesting.prosecutor takes ask-arrest with child = false and offence = "desertion"
requested.officer takes arrest
requested.officer takes inform with needs_interpreter = false
requesting.prosecutor takes request
requested.judge takes hear
requested.judge is refused grant because condition-unmet (Article 12)
requested.judge takes consult
requesting.prosecutor takes reply
requested.judge takes refuse
state is refused
`},
	{"child-heard-without-guardian", fault.ConditionUnmet, "12", `
Case extradition between requesting arland and requested belmark and defence secretariat
At 2026-04-02 09:20
requesting.prosecutor takes ask-arrest with child = true and offence = "robbery"
requested.officer takes arrest
requested.officer is refused inform because condition-unmet (Article 12)
requested.officer takes call-guardian with needs_interpreter = false
requesting.prosecutor is refused request because wrong-state (Article 12)
defence.counsel is refused attend because wrong-role (Article 12)
defence.guardian takes attend
requesting.prosecutor takes request
state is requested
`},
	{"consent-to-surrender-in-anothers-name", fault.WrongRole, "12", `
Case extradition between requesting arland and requested belmark and defence secretariat
At 2026-04-02 09:20
requesting.prosecutor takes ask-arrest with child = false and offence = "robbery"
requested.officer takes arrest
requested.officer takes inform with needs_interpreter = false
requesting.prosecutor takes request
defence.counsel is refused consent because wrong-role (Article 12)
requested.officer is refused consent because wrong-side (Article 12)
defence.person takes consent
requested.judge is refused record-consent with assessment_voluntary = {"aware": "yes", "counsel": "no"} because condition-unmet (Article 12)
requested.judge takes record-consent
state is heard
`},
	{"arrest-beyond-forty-days", fault.WrongState, "12", `
Case extradition between requesting caldera and requested belmark and defence secretariat
At 2026-04-02 09:20
requesting.prosecutor takes ask-arrest with child = false and offence = "robbery"
requested.officer takes arrest
requested.officer takes inform with needs_interpreter = false
After P41D
state is released
requested.judge is refused detain-anew because wrong-state (Article 12)
requested.officer is refused hand-over because wrong-state (Article 12)
requesting.prosecutor takes request
state is requested
`},
	{"prosecuted-for-another-offence", fault.WrongSide, "13", `
Case speciality between holding arland and surrendering belmark and defence secretariat
At 2026-05-20 09:00
holding.prosecutor takes ask with offence = "robbery"
holding.judge is refused consent because wrong-side (Article 13)
holding.officer is refused tell-open because wrong-state (Article 13)
defence.counsel is refused renounce because wrong-role (Article 13)
surrendering.judge is refused consent with assessment_bars = {"judged": "no", "age": "no", "persecution": "yes", "risk": "no", "time": "no"} because condition-unmet (Article 12)
surrendering.judge takes consent
holding.officer takes tell-open
state is told-open
`},
	{"ledger-read-unverified", fault.NotShared, "14", `
Case tracing between asking arland and asked belmark
At 2026-05-20 09:00
asking.asset-office takes ask
asked.asset-office takes analyse as first with holder = "Tessa Korvin-Lund" and ledger = "forty transfers through one exchange"
asking.asset-office does not see holder, ledger because not-shared (Article 14)
arland does not hold holder, ledger, certainty
asked.asset-office is refused verify as first because same-person (Article 14)
asking.asset-office is refused verify because wrong-side (Article 14)
asked.asset-office takes verify as second
asking.asset-office sees assessment_proportionality, certainty, facts, holder, ledger, offence, reasons
`},
	{"frozen-by-the-askers-judge", fault.WrongSide, "15", `
Case freezing between issuing arland and executing belmark
At 2026-05-20 09:00
issuing.prosecutor takes order with offence = "fraud"
executing.asset-office is refused execute because wrong-state (Article 15)
executing.asset-office is refused freeze-at-once because wrong-state (Article 15)
issuing.validating-judge takes validate
issuing.judge is refused recognise because wrong-side (Article 15)
executing.asset-office is refused execute because wrong-state (Article 15)
executing.judge takes recognise
executing.asset-office takes execute
issuing.judge is refused lift because wrong-side (Article 15)
executing.judge takes release-needs
executing.judge takes lift
state is lifted
`},
	{"frozen-at-once-and-kept-by-the-office", fault.WrongRole, "15", `
Case freezing between issuing arland and executing belmark
At 2026-05-20 09:00
issuing.prosecutor takes order with offence = "fraud"
issuing.validating-judge takes validate
executing.asset-office takes freeze-at-once
executing.asset-office is refused uphold because wrong-role (Article 15)
issuing.validating-judge is refused uphold because wrong-side (Article 15)
executing.asset-office is refused note-upheld because wrong-state (Article 15)
executing.judge takes uphold
executing.asset-office takes note-upheld
state is frozen
`},
	{"assets-returned-past-the-victims", fault.WrongState, "16", `
Case restitution between asking arland and holding belmark and claiming secretariat
At 2026-05-20 09:00
asking.prosecutor takes ask
holding.asset-office takes pay-in
holding.judge is refused decide as first because wrong-state (Article 16)
holding.asset-office is refused release-rest because wrong-state (Article 16)
holding.judge is refused hear as first because wrong-state (Article 16)
claiming.clerk takes close-claims
holding.asset-office is refused release-rest because wrong-state (Article 16)
holding.judge takes hear as first
holding.judge takes decide as first
state is decided
`},
	{"owner-turned-away-on-a-ground-of-ones-own", fault.GroundUnknown, "16", `
Case claim between claiming secretariat and holding belmark
At 2026-05-20 09:00
claiming.counsel takes bring
holding.judge is refused reject as first because wrong-state (Article 16)
holding.judge takes hear as first
holding.judge is refused reject as first on the ground "a foreigner" because ground-unknown (Article 16)
holding.judge takes reject as first
claiming.counsel takes appeal
holding.judge is refused reject-anew as first because same-person (Article 16)
holding.judge takes award-anew as second
state is final
`},
	{"team-measure-by-the-guests-judge", fault.WrongSide, "17", `
Case team between proposing arland and host belmark
At 2026-05-20 09:00
proposing.prosecutor takes propose
proposing.prosecutor is refused agree because wrong-side (Article 17)
host.prosecutor takes agree
proposing.prosecutor takes ask-measure
proposing.judge is refused authorise because wrong-side (Article 17)
host.prosecutor is refused authorise because wrong-role (Article 17)
host.judge takes authorise
state is agreed
`},
	{"pursuit-of-a-child", fault.ConditionUnmet, "18", `
Case pursuit between pursuing arland and entered belmark
At 2026-05-20 09:00
pursuing.officer is refused cross with child = true and offence = "robbery or extortion" because condition-unmet (Article 18)
pursuing.officer takes cross with child = false and offence = "robbery or extortion"
state is crossed
`},
	{"pursuit-without-a-call", fault.WrongState, "18", `
Case pursuit between pursuing arland and entered belmark
At 2026-05-20 09:00
pursuing.officer is refused cross with child = false and offence = "an insult" because field-invalid (Article 18)
pursuing.officer takes cross with child = false
pursuing.officer is refused hold because wrong-state (Article 18)
pursuing.officer takes call
pursuing.officer takes hold
pursuing.officer is refused take-over because wrong-side (Article 18)
pursuing.judge is refused detain because wrong-side (Article 18)
entered.officer takes take-over
pursuing.judge is refused detain because wrong-side (Article 18)
entered.judge takes free
state is freed
`},
	{"listed-unheard", fault.WrongState, "19", `
Case listing between proposing arland and second belmark and third caldera and oversight ombuds and court court and defence secretariat
At 2026-05-20 09:00
proposing.listing-member takes propose
second.listing-member is refused list because wrong-state (Article 19)
proposing.listing-member takes give-notice
defence.counsel sees document, entry, issuing_state, name, statement, support
second.listing-member is refused list because wrong-state (Article 19)
defence.counsel takes answer
second.listing-member sees answer, assessment_proportionality, document, entry, issuing_state, name, statement, support
second.listing-member is refused list with reasons = null because reasons-missing (Article 19)
proposing.listing-member is refused list because wrong-side (Article 19)
second.listing-member takes list
second.listing-member is refused list as another because quorum-twice (Article 19)
state is answered
third.listing-member takes list
state is listed
`},
	{"listed-with-the-answer-passed-over", fault.ConditionUnmet, "19", `
Case listing between proposing arland and second belmark and third caldera and oversight ombuds and court court and defence secretariat
At 2026-05-20 09:00
proposing.listing-member takes propose with entry = "L-78"
proposing.listing-member takes give-notice
defence.counsel takes answer with answer = "The lorries were ambulances."
second.listing-member is refused list with reasons = "The statement stands." and assessment_answered = {"points": "no"} because condition-unmet (Article 19)
second.listing-member is refused list with reasons = "The statement stands." and assessment_answered = null because field-missing (Article 19)
second.listing-member takes list with reasons = "No ambulance has such axles." and assessment_answered = {"points": "yes"}
third.listing-member is refused list with reasons = "We agree." and assessment_answered = {"points": "no"} because condition-unmet (Article 19)
state is answered
third.listing-member takes list with reasons = "No ambulance has such axles." and assessment_answered = {"points": "yes"}
defence.counsel sees answer, assessment_answered, document, entry, issuing_state, name, reasons, statement, support
defence.counsel takes ask-delisting with request = "The maker says what the axles are of."
oversight.ombudsperson takes advise
second.listing-member is refused retain with reasons = "As before." and assessment_answered = {"points": "no"} because condition-unmet (Article 19)
state is advised
`},
	{"listing-kept-without-the-report", fault.WrongState, "19", `
Case listing between proposing arland and second belmark and third caldera and oversight ombuds and court court and defence secretariat
At 2026-05-20 09:00
proposing.listing-member takes propose with entry = "L-77"
proposing.listing-member takes give-notice
defence.counsel takes answer
second.listing-member takes list
third.listing-member takes list
defence.person takes ask-delisting
second.listing-member is refused retain because wrong-state (Article 19)
second.listing-member is refused advise because wrong-side (Article 19)
oversight.ombudsperson takes advise
second.listing-member takes retain
third.listing-member takes retain
state is listed
`},
	{"listing-frozen-and-kept-by-who-froze", fault.WrongSide, "19", `
Case listing between proposing arland and second belmark and third caldera and oversight ombuds and court court and defence secretariat
At 2026-05-20 09:00
proposing.listing-member takes propose with entry = "L-78"
proposing.listing-member is refused freeze with assessment_surprise = {"defeat": "no"} because condition-unmet (Article 19)
proposing.listing-member takes freeze
proposing.listing-member is refused uphold because wrong-side (Article 19)
proposing.judge is refused uphold because wrong-side (Article 19)
defence.counsel sees document, entry, issuing_state, name, reasons, statement, support
court.court-judge takes not-uphold
state is not-listed
`},
	{"correction-confirmed-by-who-erred", fault.WrongSide, "20", `
Case correction between reporting arland and holding belmark and third caldera and oversight ombuds
At 2026-05-20 09:00
reporting.officer takes report
reporting.registrar is refused correct because wrong-side (Article 20)
holding.registrar takes correct
holding.registrar is refused confirm because wrong-side (Article 20)
reporting.registrar takes confirm as one
reporting.registrar is refused confirm as another because quorum-twice (Article 20)
state is corrected
third.registrar takes confirm
state is everywhere
`},
	{"algorithm-that-decides-alone", fault.ConditionUnmet, "21", `
Case algorithm between declaring arland and oversight ombuds
At 2026-05-20 09:00
declaring.liaison is refused declare with assessment_rights-impact = {"human": "no", "groups": "yes", "explained": "yes"} because condition-unmet (Article 21)
declaring.liaison takes declare with number = "A-042"
declaring.liaison is refused register because wrong-side (Article 21)
oversight.data-authority takes register
state is registered
`},
}
