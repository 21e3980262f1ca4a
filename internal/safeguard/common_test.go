package safeguard_test

import "github.com/entente-net/entente/fault"

// commonAttacks are on the articles that the four agreements share, as they stand in the border partnership.
var commonAttacks = []attack{
	{"complaint-decided-by-who-is-complained-of", fault.WrongSide, "27", `
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court
At 2026-04-03 09:00
filing.filing-officer takes file with named = false
concerned.liaison is refused declare-inadmissible because wrong-side (Article 27)
oversight.ombudsperson is refused declare-inadmissible on the ground "in no language that we speak" because ground-unknown (Article 27)
oversight.ombudsperson takes admit
concerned.liaison is refused dismiss because wrong-side (Article 27)
oversight.ombudsperson takes uphold
concerned.liaison takes carry-out
concerned.liaison is refused ascertain because wrong-side (Article 27)
oversight.ombudsperson takes ascertain
state is remedied
`},
	{"complainant-named-to-the-party", fault.NotShared, "27", `
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court
At 2026-04-03 09:00
filing.filing-officer takes file with named = false and complainant = "Tessa Korvin-Lund" and grievance = "stopped three times in one week" and representative = "Runa Feldmann-Osk"
oversight.ombudsperson takes admit
concerned.liaison does not see complainant, grievance, representative because not-shared (Article 27)
arland does not hold complainant, grievance, representative
ombuds holds complainant, grievance
oversight.ombudsperson takes uphold
`},
	{"complaint-looked-at-again-by-the-same-eyes", fault.SamePerson, "27", `
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court
At 2026-04-03 09:00
filing.filing-officer takes file with named = false
oversight.ombudsperson takes admit as first
oversight.ombudsperson takes dismiss as first
filing.filing-officer takes contest
oversight.ombudsperson is refused affirm because wrong-side (Article 27)
appeal.president takes refer-back
oversight.ombudsperson is refused affirm-anew as first because same-person (Article 27)
oversight.ombudsperson takes uphold-anew as second
state is upheld
`},
	{"source-of-a-report-read", fault.NotShared, "28", `
Case integrity-report between filing secretariat and concerned arland and oversight ombuds
At 2026-04-03 09:00
filing.filing-officer takes report with source = "Tessa Korvin-Lund" and account = "permits were sold in the office"
concerned.liaison does not see source, subject, account because not-shared (Article 28)
oversight.ombudsperson does not see source because not-shared (Article 28)
arland does not hold source, account
ombuds holds source
oversight.investigator takes seal
oversight.investigator does not see source because erased (Article 28)
After PT1M
ombuds does not hold source
secretariat does not hold source
oversight.investigator takes acknowledge
concerned.liaison is refused sanction because wrong-state (Article 28)
oversight.investigator takes hear
arland does not hold source, account
`},
	{"source-kept-by-not-sealing", fault.Erased, "28", `
Case integrity-report between filing secretariat and concerned arland and oversight ombuds
At 2026-04-03 10:00
filing.filing-officer takes report with source = "Tessa Korvin-Lund"
After P9D
oversight.investigator does not see source because erased (Article 28)
ombuds does not hold source
oversight.investigator takes acknowledge
`},
	{"inquiry-closed-in-the-accuseds-office", fault.WrongSide, "28", `
Case integrity-report between filing secretariat and concerned arland and oversight ombuds
At 2026-04-12 09:00
filing.filing-officer takes report
oversight.investigator takes seal
concerned.liaison is refused close because wrong-side (Article 28)
oversight.investigator takes acknowledge
oversight.ombudsperson is refused close because wrong-role (Article 28)
oversight.investigator is refused close on the ground "the office is short of people" because ground-unknown (Article 28)
oversight.investigator takes hear
oversight.investigator takes find
oversight.investigator is refused confirm because wrong-role (Article 28)
oversight.ombudsperson takes confirm
concerned.liaison takes sanction
state is sanctioned
`},
	{"reprisal-judged-by-the-employer", fault.WrongSide, "28", `
Case retaliation between filing secretariat and concerned arland and oversight ombuds
At 2026-04-12 09:00
filing.filing-officer takes claim
concerned.liaison is refused not-hold-off because wrong-side (Article 28)
oversight.ombudsperson takes hold-off
concerned.liaison takes show-cause
concerned.liaison is refused decide-none because wrong-side (Article 28)
oversight.ombudsperson takes decide-reprisal
state is reprisal
`},
	{"access-to-data-refused-alone", fault.WrongSide, "30", `
Case data-request between entering secretariat and holding arland and oversight ombuds
At 2026-04-12 09:00
entering.filing-officer takes ask with asks = "access"
holding.data-officer is refused propose-refusal on the ground "too much work" because ground-unknown (Article 30)
holding.data-officer takes propose-refusal
holding.data-officer is refused approve-refusal because wrong-side (Article 30)
oversight.data-authority takes disapprove-refusal
holding.data-officer is refused propose-refusal because wrong-state (Article 30)
holding.data-officer is refused change because condition-unmet (Article 30)
holding.data-officer takes give
state is given
`},
	{"access-to-data-put-off-alone", fault.WrongSide, "30", `
Case data-request between entering secretariat and holding arland and oversight ombuds
At 2026-04-12 09:00
entering.filing-officer takes ask with asks = "access"
holding.data-officer takes defer
holding.data-officer is refused uphold-deferral because wrong-side (Article 30)
After P15D
state is answer-due
oversight.data-authority is refused uphold-deferral because clock-lapsed (Article 30)
holding.data-officer is refused defer because wrong-state (Article 30)
holding.data-officer takes give
`},
	{"correction-that-stays-at-home", fault.WrongState, "30", `
Case data-request between entering secretariat and holding arland and oversight ombuds
At 2026-04-28 08:00
entering.filing-officer takes ask with asks = "correction" and person = "Tessa Korvin-Lund"
belmark.data-officer does not see person because not-shared (Article 30)
belmark does not hold person
holding.data-officer takes change
oversight.data-authority is refused close because wrong-state (Article 30)
holding.data-officer is refused close because wrong-side (Article 30)
holding.data-officer takes pass-on
belmark.data-officer takes confirm
holding.data-officer is refused close because wrong-side (Article 30)
oversight.data-authority takes close
state is closed
`},
	{"breach-called-small-by-who-lost-the-data", fault.WrongSide, "31", `
Case data-breach between holding arland and oversight ombuds
At 2026-04-28 09:00
holding.data-officer takes record
holding.data-officer takes notify
holding.data-officer is refused decide-other because wrong-side (Article 31)
holding.data-officer is refused defer-telling because wrong-side (Article 31)
oversight.data-authority takes decide-high
holding.data-officer takes mend
holding.data-officer is refused close because wrong-side (Article 31)
oversight.data-authority takes close
state is closed
`},
	{"breach-told-after-three-days-as-if-in-time", fault.ClockLapsed, "31", `
Case data-breach between holding arland and oversight ombuds
At 2026-04-28 09:00
holding.data-officer takes record
After PT72H
After PT10M
holding.data-officer is refused notify because clock-lapsed (Article 31)
holding.data-officer is refused notify-late with reasons = null because reasons-missing (Article 31)
holding.data-officer takes notify-late
state is notified
`},
	{"performance-withheld-on-an-allegation", fault.WrongState, "32", `
Case breach between alleging arland and answering belmark and deciding court
At 2026-05-04 09:00
alleging.liaison takes allege
alleging.liaison is refused withhold because wrong-state (Article 32)
alleging.liaison is refused establish because wrong-side (Article 32)
deciding.president takes admit
deciding.president is refused establish because wrong-state (Article 32)
answering.liaison takes answer
deciding.president takes establish
alleging.liaison is refused withhold because wrong-state (Article 32)
alleging.liaison takes give-notice
alleging.liaison is refused withhold because wrong-state (Article 32)
answering.liaison takes mend
answering.liaison is refused ascertain because wrong-side (Article 32)
deciding.president takes ascertain
state is mended
`},
	{"settlement-by-one", fault.QuorumTwice, "33", `
Case dispute between claiming arland and responding belmark and mediation secretariat and tribunal court
At 2026-05-04 09:00
claiming.liaison takes raise
claiming.liaison takes settle as one
claiming.liaison is refused settle as another because quorum-twice (Article 33)
claiming.liaison is refused award because wrong-side (Article 33)
state is negotiation
responding.liaison takes settle
state is settled
`},
	{"reading-of-the-text-by-one", fault.QuorumTwice, "34", `
Case discrepancy between noting arland and differing belmark and deciding court
At 2026-05-04 09:00
noting.liaison takes note
deciding.president is refused explain because wrong-state (Article 34)
noting.liaison takes settle as one
noting.liaison is refused settle as another because quorum-twice (Article 34)
state is noted
differing.liaison takes settle
state is settled
`},
	{"audit-written-by-the-audited", fault.WrongSide, "35", `
Case audit between asking secretariat and auditing court and audited arland
At 2026-05-04 09:00
asking.depositary-officer takes ask
audited.liaison is refused begin because wrong-side (Article 35)
auditing.auditor takes begin
auditing.auditor takes close-evidence
auditing.auditor takes draft
audited.liaison takes comment
audited.liaison is refused report because wrong-side (Article 35)
audited.liaison is refused close-comments because wrong-side (Article 35)
auditing.auditor takes close-comments
auditing.auditor takes report
audited.liaison takes answer
audited.liaison is refused close because wrong-side (Article 35)
auditing.auditor takes close
state is closed
`},
	{"renewed-by-silence", fault.ClockLapsed, "36", `
Case review between depositary-side secretariat and moving arland and second belmark
At 2026-05-04 09:00
depositary-side.depositary-officer takes open
depositary-side.depositary-officer takes close-views
depositary-side.depositary-officer takes minute
moving.liaison takes propose-renewal
moving.liaison takes consent as one
moving.liaison is refused consent as another because quorum-twice (Article 36)
state is renewal-proposed
After P61D
state is not-renewed
second.liaison is refused consent because clock-lapsed (Article 36)
`},
	{"full-operation-before-the-communities-are-heard", fault.WrongState, "20", `
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds
At 2026-07-06 09:00
keeping.secretary takes open
one.liaison is refused expand because wrong-state (Article 20)
keeping.secretary takes hear-operators
rights.ombudsperson is refused review because wrong-state (Article 20)
one.liaison is refused expand because wrong-state (Article 20)
keeping.secretary takes hear-communities
one.liaison is refused expand because wrong-state (Article 20)
rights.ombudsperson is refused review with assessment_rights = {"equal": "no", "remedies": "yes", "afraid": "no", "heard": "no"} because condition-unmet (Article 20)
rights.ombudsperson takes review
one.liaison takes stay as one
one.liaison is refused stay as another because quorum-twice (Article 20)
state is reviewed
two.liaison takes stay
state is stays
`},
	{"incident-described-so-that-somebody-is-hurt", fault.ConditionUnmet, "19", `
Case incident between reporting arland and other belmark and watching ombuds
At 2026-07-06 09:00
reporting.liaison is refused report with assessment_harm = {"named": "yes", "danger": "no"} because condition-unmet (Article 19)
reporting.liaison takes report
reporting.liaison is refused account because wrong-side (Article 19)
other.liaison takes account
reporting.liaison takes agree as one
reporting.liaison is refused agree as another because quorum-twice (Article 19)
other.liaison takes stand-apart
state is apart
`},
	{"passenger-opened-by-the-askers-own-judge", fault.WrongSide, "8", `
Case passenger between receiving arland and left belmark
At 2026-07-06 09:00
receiving.registrar takes receive with name = "Tessa Korvin-Lund"
receiving.passenger-unit takes leave
receiving.passenger-unit sees born, detour, document, document_reported, journey, journeys, name, paid_by_another
After P6M1D
state is closed
receiving.passenger-unit does not see name, document because not-shared (Article 8)
receiving.officer does not see name because not-shared (Article 8)
receiving.passenger-unit is refused ask-opening with assessment_necessity = {"occasion": "yes", "otherwise": "yes", "again": "no"} because condition-unmet (Article 8)
receiving.passenger-unit takes ask-opening
receiving.judge is refused open because wrong-side (Article 8)
left.judge takes open
receiving.passenger-unit is refused open because wrong-side (Article 8)
`},
}
