package safeguard_test

import (
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
)

func TestAccess(t *testing.T) {
	run(t, "access", time.Date(2026, 3, 2, 6, 0, 0, 0, time.UTC), accessAttacks)
}

var accessAttacks = []attack{
	{"corridor-refused-without-naming-a-difficulty", fault.WrongState, "6", `
Case arrangement between proposing lantern and carrying secretariat and verifying ombuds and near arland and far highland-council
At 2026-03-02 08:00
proposing.liaison takes propose
near.liaison does not see road because not-shared (Article 6)
arland does not hold road, aim
carrying.coordinator takes put-forward
near.liaison is refused refuse because wrong-state (Article 6)
near.liaison takes name-difficulty
proposing.liaison takes offer
near.liaison is refused refuse on the ground "no relief for that valley" because ground-unknown (Article 6)
near.liaison takes refuse
state is refused
`},
	{"corridor-refused-at-the-cost-of-survival", fault.ConditionUnmet, "6", `
Case arrangement between proposing lantern and carrying secretariat and verifying ombuds and near arland and far highland-council
At 2026-03-02 08:00
proposing.liaison takes propose
carrying.coordinator takes put-forward
near.liaison takes name-difficulty
proposing.liaison takes offer
near.liaison is refused refuse with assessment_denial = {"survival": "yes", "milder": "no"} because condition-unmet (Article 6)
near.liaison takes refuse with assessment_denial = {"survival": "no", "milder": "no"}
state is refused
`},
	{"corridor-opened-on-one-word", fault.WrongState, "6", `
Case arrangement between proposing lantern and carrying secretariat and verifying ombuds and near arland and far highland-council
At 2026-03-02 08:00
proposing.liaison takes propose
carrying.coordinator takes put-forward
near.liaison takes consent as one
near.liaison is refused consent as another because quorum-twice (Article 6)
carrying.coordinator is refused open because wrong-state (Article 6)
far.liaison takes consent
carrying.coordinator takes open
state is open
`},
	{"corridor-halted-and-upheld-by-the-same-side", fault.WrongSide, "6", `
Case arrangement between proposing lantern and carrying secretariat and verifying ombuds and near arland and far highland-council
At 2026-03-02 08:00
proposing.liaison takes propose
carrying.coordinator takes put-forward
near.liaison takes consent
far.liaison takes consent
carrying.coordinator takes open
near.checkpoint takes halt
near.liaison is refused uphold because wrong-side (Article 6)
carrying.coordinator is refused uphold because wrong-side (Article 6)
verifying.verifier takes uphold
state is paused
`},
	{"route-shown-before-its-release", fault.NotShared, "7", `
Case movement between moving lantern and coordinating secretariat and near arland and far highland-council
At 2026-03-02 08:00
moving.leader takes lodge with convoy = "LR-7" and near_from = "2026-03-05T07:20:00+02:00" and delivery = "the school at Upper Quell"
near.liaison does not see convoy, near_road, near_from, delivery because not-shared (Article 7)
far.liaison does not see convoy, far_road, delivery because not-shared (Article 7)
arland does not hold near_road, near_from, near_until, far_road, delivery
highland-council does not hold near_road, far_road, far_from, delivery
secretariat holds near_road, far_road, delivery
coordinating.coordinator takes release
near.liaison sees near_from = "2026-03-05T05:00:00Z"
near.liaison does not see far_road, delivery because not-shared (Article 7)
arland does not hold near_from, far_road, delivery
far.liaison sees delivery = "the school at Upper Quell"
`},
	{"route-shown-too-exactly", fault.NotShared, "7", `
Case movement between moving lantern and coordinating secretariat and near arland and far highland-council
At 2026-03-02 08:00
moving.leader takes lodge with near_road = [[22.12345, 38.54321], [22.2, 38.6]] and far_road = [[22.2, 38.6], [22.31415, 38.71828]] and delivery = "the school at Upper Quell"
coordinating.coordinator takes release
near.liaison does not see far_road, far_from, far_until, delivery because not-shared (Article 7)
far.liaison does not see near_road, near_from, near_until because not-shared (Article 7)
far.checkpoint does not see delivery because not-shared (Article 7)
arland does not hold near_road, near_from, far_road, delivery
highland-council does not hold near_road, far_road, far_from
coordinating.coordinator sees far_road = [[22.2, 38.6], [22.31415, 38.71828]]
near.liaison sees near_road = [[22.12309, 38.54487], [22.19725, 38.59883]]
far.liaison sees far_road = [[22.19725, 38.59883], [22.3156, 38.72024]]
near.liaison takes receive
`},
	{"silence-taken-for-consent", fault.WrongState, "7", `
Case movement between moving lantern and coordinating secretariat and near arland and far highland-council
At 2026-03-02 08:00
moving.leader takes lodge
coordinating.coordinator takes release
near.liaison takes receive
far.liaison takes receive
moving.leader is refused set-out because wrong-state (Article 7)
After PT49H
moving.leader is refused set-out because wrong-state (Article 7)
near.liaison takes acknowledge
moving.leader is refused set-out because wrong-state (Article 7)
far.liaison takes acknowledge
moving.leader takes set-out
state is under-way
`},
	{"objection-to-leave-the-convoy-unprotected", fault.WrongSide, "7", `
Case movement between moving lantern and coordinating secretariat and near arland and far highland-council
At 2026-03-05 08:00
moving.leader takes lodge with mark = "LR 70"
coordinating.coordinator takes release
near.liaison is refused object on the ground "they help the other side" because ground-unknown (Article 7)
near.liaison takes object
near.liaison is refused return because wrong-side (Article 7)
near.liaison is refused sign-off-return because wrong-side (Article 7)
near.checkpoint posts /api/checks {"agreement":"access","register":"protected_movements","query":"mark","purpose":"protection","match":{"mark":"LR 70"}}
moving.liaison takes call-off
coordinating.coordinator takes sign-off-return
state is aborted
`},
	{"acknowledged-and-then-objected", fault.SamePerson, "7", `
Case movement between moving lantern and coordinating secretariat and near arland and far highland-council
At 2026-03-05 08:00
moving.leader takes lodge
coordinating.coordinator takes release
near.liaison takes acknowledge as one
near.liaison is refused object as one because same-person (Article 7)
far.liaison takes object
state is objected
`},
	{"notice-that-names-people", fault.FieldUnknown, "7", `
Case movement between moving lantern and coordinating secretariat and near arland and far highland-council
At 2026-03-05 08:00
moving.leader is refused lodge with recipients = ["Ada Arling", "Ben Arling"] because field-unknown (Article 7)
moving.leader takes lodge
`},
	{"notice-that-endangers-those-on-the-road", fault.ConditionUnmet, "7", `
Case movement between moving lantern and coordinating secretariat and near arland and far highland-council
At 2026-03-05 08:00
moving.leader is refused lodge with assessment_route-harm = {"known": "no more than on any road", "civilians": "yes"} because condition-unmet (Article 7)
moving.leader takes lodge with assessment_route-harm = {"known": "no more than on any road", "civilians": "no"}
`},
	{"list-of-beneficiaries-asked-for", fault.FieldUnknown, "8", `
Case cargo between sending lantern and inspecting secretariat and watching highland-council
At 2026-03-05 08:00
sending.leader takes seal
watching.checkpoint is refused ask-opening with beneficiaries = ["Ada Arling"] because field-unknown (Article 8)
watching.checkpoint is refused ask-opening on the ground "to see who it is for" because ground-unknown (Article 8)
inspecting.inspector is refused inspect with beneficiaries = ["Ada Arling"] because field-unknown (Article 8)
watching.checkpoint sees consignment, manifest, seals, weight
watching.checkpoint takes ask-opening on the ground "a seal is broken"
inspecting.inspector takes open-and-inspect
state is inspected
`},
	{"cargo-taken-by-those-in-control", fault.WrongSide, "8", `
Case cargo between sending lantern and inspecting secretariat and watching highland-council
At 2026-03-05 08:00
sending.leader takes seal
watching.checkpoint is refused inspect because wrong-side (Article 8)
inspecting.inspector takes inspect as first with found = "as in the manifest"
watching.checkpoint is refused set-aside because wrong-side (Article 8)
inspecting.inspector is refused clear as first because same-person (Article 8)
inspecting.inspector takes clear as second
state is cleared
`},
	{"cargo-held-beyond-six-hours", fault.ClockLapsed, "8", `
Case cargo between sending lantern and inspecting secretariat and watching highland-council
At 2026-03-05 08:00
sending.leader takes seal
After PT7H
state is under-seal
inspecting.inspector is refused inspect because clock-lapsed (Article 8)
watching.checkpoint is refused ask-opening because clock-lapsed (Article 8)
`},
	{"patient-asked-for-at-the-crossing", fault.NotShared, "9", `
Case passage between bringing lantern and receiving waterbearers and coordinating secretariat and passing highland-council
At 2026-03-06 08:00
bringing.medic takes call with patient = "Cid Arling-Ferris" and condition = "wound of the left leg"
coordinating.coordinator does not see patient, condition because not-shared (Article 9)
coordinating.coordinator takes tell
passing.checkpoint sees crossing, hour, kind, patients
passing.checkpoint does not see patient, condition because not-shared (Article 9)
passing.checkpoint is refused wait with patient = "who is it" because field-unknown (Article 9)
highland-council does not hold patient, condition
secretariat does not hold patient, condition
receiving.medic sees condition, crossing, hour, kind, patient, patients
passing.checkpoint takes pass
state is passed
`},
	{"ambulance-refused", fault.WrongSide, "9", `
Case passage between bringing lantern and receiving waterbearers and coordinating secretariat and passing highland-council
At 2026-03-06 08:00
bringing.medic takes call
coordinating.coordinator takes tell
passing.checkpoint is refused end because wrong-side (Article 9)
passing.checkpoint is refused refuse because no-such-step (Article 9)
passing.checkpoint is refused wait on the ground "no permit" because ground-unknown (Article 9)
passing.checkpoint takes wait on the ground "fighting at the crossing"
bringing.medic takes go-through
state is passed
`},
	{"evacuation-without-the-persons-word", fault.WrongState, "10", `
Case evacuation between asking lantern and hearing ombuds and coordinating secretariat and leaving highland-council and entering arland
At 2026-03-06 08:00
asking.caseworker takes request
coordinating.coordinator is refused announce because wrong-state (Article 10)
asking.caseworker is refused consent because wrong-side (Article 10)
hearing.advocate takes consent
coordinating.coordinator takes announce
state is announced
`},
	{"evacuation-under-pressure", fault.ConditionUnmet, "10", `
Case evacuation between asking lantern and hearing ombuds and coordinating secretariat and leaving highland-council and entering arland
At 2026-03-06 08:00
asking.caseworker takes request
hearing.advocate is refused consent with assessment_free-wish = {"alone": "yes", "told": "yes", "family": "yes", "pressed": "yes"} because condition-unmet (Article 10)
hearing.advocate is refused consent with assessment_free-wish = {"alone": "yes", "told": "yes", "family": "no", "pressed": "no"} because condition-unmet (Article 10)
hearing.advocate takes consent with assessment_free-wish = {"alone": "yes", "told": "yes", "family": "yes", "pressed": "no"}
state is consented
`},
	{"evacuated-looked-up-at-the-checkpoint", fault.NotShared, "10", `
Case evacuation between asking lantern and hearing ombuds and coordinating secretariat and leaving highland-council and entering arland
At 2026-03-06 08:00
asking.caseworker takes request with person = "Ada Arling-Ferris" and origin = "the upper village of Quell"
hearing.advocate takes consent
coordinating.coordinator takes announce with hour = "2026-03-07T09:40:00+02:00"
leaving.checkpoint does not see person, family, origin, wish, who because not-shared (Article 10)
highland-council does not hold person, family, origin, wish, who, hour
arland does not hold person, family, origin, wish, who, hour
leaving.checkpoint is refused report-taken-out because wrong-side (Article 10)
asking.leader sees hour = "2026-03-07T09:40:00+02:00"
asking.leader takes set-out
state is moving
`},
	{"child-evacuated-on-an-advocates-word", fault.WrongRole, "10", `
Case evacuation between asking lantern and hearing ombuds and coordinating secretariat and leaving highland-council and entering arland
At 2026-03-06 08:00
asking.caseworker is refused request-for-child on the ground "better schools" because ground-unknown (Article 10)
asking.caseworker takes request-for-child
hearing.advocate is refused consent-for-child because wrong-role (Article 10)
hearing.advocate is refused consent because wrong-state (Article 10)
hearing.guardian takes consent-for-child
state is consented
`},
	{"site-of-recipients-found-out", fault.NotFound, "", `
Case verification between ordering secretariat and verifying ombuds and going-along lantern and visited highland-council
At 2026-03-06 08:00
ordering.coordinator is refused order with assessment_visit-harm = {"seen": "yes"} because condition-unmet (Article 11)
ordering.coordinator takes order with place = [22.12345, 38.54321]
highland-council does not hold place
visited.liaison sees place = [22.13183, 38.53588]
visited.checkpoint finds no case
going-along.liaison sees place = [22.12345, 38.54321]
verifying.verifier takes see
`},
	{"voice-read-before-it-was-let-go", fault.NotShared, "12", `
Case feedback between hearing ombuds and delivering lantern and planning secretariat
At 2026-03-06 08:00
hearing.listener takes hear with words = "The sacks were half empty." and reach = "ask for the miller's aunt"
delivering.caseworker does not see words, reach because not-shared (Article 12)
lantern does not hold words, reach
hearing.listener takes pass-on
delivering.caseworker sees came, site, words
delivering.caseworker does not see reach because not-shared (Article 12)
lantern does not hold reach
`},
	{"voice-kept-after-it-was-taken-back", fault.Erased, "12", `
Case feedback between hearing ombuds and delivering lantern and planning secretariat
At 2026-03-06 08:00
hearing.listener takes hear with words = "The sacks were half empty." and reach = "ask for the miller's aunt"
hearing.listener takes pass-on
delivering.caseworker sees came, site, words
hearing.listener takes take-back
delivering.caseworker does not see words because erased (Article 12)
delivering.caseworker is refused answer because wrong-state (Article 12)
After PT1M
lantern does not hold words
ombuds does not hold words, reach
hearing.listener takes bring
`},
	{"witness-of-an-attack-named", fault.NotShared, "13", `
Case incident between claiming lantern and inquiring court and answering arland
At 2026-03-06 09:00
claiming.liaison is refused claim with assessment_claim-harm = {"source": "yes", "agreed": "yes"} because condition-unmet (Article 13)
claiming.liaison takes claim with source = "Runa Feldmann-Osk, driver" and account = "two shells in the yard" and place = [22.12345, 38.54321] and seen = "2026-03-05T07:20:00+02:00"
arland does not hold source, account, place, kind
inquiring.inquirer takes corroborate as first
answering.liaison does not see source, account because not-shared (Article 13)
arland does not hold source, account, place, seen
inquiring.inquirer takes seal-too as first
inquiring.inquirer does not see source because erased (Article 13)
After PT1M
court does not hold source
lantern does not hold source
answering.liaison takes answer
inquiring.inquirer is refused establish as first because same-person (Article 13)
inquiring.inquirer takes establish as second
state is established
`},
	{"attack-established-by-who-is-accused", fault.WrongSide, "13", `
Case incident between claiming lantern and inquiring court and answering arland
At 2026-03-06 09:30
claiming.liaison takes claim
inquiring.inquirer takes corroborate as first
answering.liaison takes answer
answering.liaison is refused leave-open because wrong-side (Article 13)
claiming.liaison is refused establish because wrong-side (Article 13)
inquiring.inquirer takes establish as second
state is established
`},
	{"inquiry-without-consent", fault.WrongState, "14", `
Case obstruction between logging lantern and raising secretariat and answering arland and inquiring court
At 2026-03-06 09:30
logging.liaison takes log
raising.coordinator takes raise
inquiring.inquirer is refused attribute because wrong-state (Article 14)
raising.coordinator takes propose-inquiry
inquiring.inquirer is refused attribute because wrong-state (Article 14)
raising.coordinator is refused consent-to-inquiry because wrong-side (Article 14)
raising.coordinator is refused make-known because wrong-state (Article 14)
answering.liaison takes consent-to-inquiry
inquiring.inquirer takes attribute
state is attributed
`},
	{"allocation-as-a-reward", fault.ConditionUnmet, "15", `
Case allocation between planning secretariat and verifying ombuds and delivering lantern and told arland
At 2026-03-06 09:30
planning.coordinator takes state-needs
planning.coordinator is refused plan with assessment_impartial = {"other": "yes", "heard": "yes", "harm": "no"} because condition-unmet (Article 15)
planning.coordinator takes plan with assessment_impartial = {"other": "no", "heard": "yes", "harm": "no"}
delivering.liaison takes contest
planning.coordinator is refused adopt because wrong-state (Article 15)
planning.coordinator is refused uphold because wrong-side (Article 15)
told.liaison does not see goods, women because not-shared (Article 15)
verifying.verifier takes uphold
state is adopted
`},
	{"abuse-investigated-against-the-survivors-wish", fault.WrongState, "16", `
Case abuse between hearing ombuds and concerned lantern and helping waterbearers and inquiring court
At 2026-03-06 09:30
hearing.listener takes tell
inquiring.inquirer is refused find because wrong-state (Article 16)
concerned.liaison is refused wish-investigation because wrong-side (Article 16)
inquiring.inquirer is refused wish-investigation because wrong-side (Article 16)
hearing.listener takes refer
hearing.listener takes wish-investigation
hearing.listener takes stop-investigation
inquiring.inquirer is refused find because wrong-state (Article 16)
state is care-again
`},
	{"survivor-named", fault.NotShared, "16", `
Case abuse between hearing ombuds and concerned lantern and helping waterbearers and inquiring court
At 2026-03-06 09:30
hearing.listener takes tell with survivor = "Tessa Korvin-Lund" and words = "what was done to me" and help = "a doctor, a woman"
concerned.liaison sees kind
concerned.liaison does not see survivor, words, help because not-shared (Article 16)
lantern does not hold survivor, words, help
inquiring.inquirer does not see survivor, words because not-shared (Article 16)
court does not hold survivor, words, help
waterbearers does not hold survivor, help
hearing.listener takes refer
helping.medic sees help, survivor
waterbearers does not hold words
hearing.listener takes wish-investigation
inquiring.inquirer sees kind, survivor, words
hearing.listener takes stop-investigation
inquiring.inquirer does not see survivor, words because not-shared (Article 16)
hearing.listener takes end
helping.medic does not see survivor, help because erased (Article 16)
After PT1M
waterbearers does not hold survivor, help
ombuds does not hold survivor, words, help
`},
	{"abuse-read-at-the-accuseds-desk", fault.NotFound, "", `
Case abuse between hearing ombuds and concerned lantern and helping waterbearers and inquiring court
At 2026-03-06 10:00
hearing.listener takes tell with survivor = "Tessa Korvin-Lund"
concerned.liaison sees kind
concerned.leader finds no case
concerned.caseworker finds no case
concerned.leader counts no abuse
`},
	{"diversion-source-named", fault.NotShared, "17", `
Case diversion between reporting waterbearers and inquiring court and concerned lantern
At 2026-03-06 10:00
reporting.caseworker takes report with source = "Runa Feldmann-Osk, driver" and report = "two sacks in three were sold"
lantern does not hold source, report
inquiring.inquirer takes look-into as first
inquiring.inquirer is refused establish as first because same-person (Article 17)
inquiring.inquirer takes establish as second
concerned.liaison does not see source, report because not-shared (Article 17)
lantern does not hold source, report
lantern holds established
`},
	{"money-withheld-because-of-sanctions", fault.GroundUnknown, "18", `
Case instalment between paying arland and keeping secretariat and spending lantern and auditing court
At 2026-03-06 10:00
paying.liaison takes pledge with window = "relief"
paying.liaison takes pay
keeping.treasurer is refused refuse-release on the ground "sanctions against those who receive" because ground-unknown (Article 18)
keeping.treasurer is refused release-relief with beneficiaries = ["Ada Arling"] because field-unknown (Article 18)
keeping.treasurer takes release-relief
spending.caseworker is refused account with beneficiaries = ["Ada Arling"] because field-unknown (Article 18)
spending.caseworker takes account
state is accounted
`},
	{"recovery-paid-before-its-milestone", fault.ConditionUnmet, "18", `
Case instalment between paying arland and keeping secretariat and spending lantern and auditing court
At 2026-03-06 10:00
paying.liaison takes pledge with window = "recovery"
paying.liaison takes pay
keeping.treasurer is refused release-recovery because condition-unmet (Article 18)
keeping.treasurer takes refuse-release on the ground "the milestone is not verified"
state is paid
`},
	{"milestone-without-those-who-are-served", fault.WrongState, "19", `
Case milestone between building lantern and verifying ombuds and keeping secretariat
At 2026-03-06 10:00
building.caseworker takes state
verifying.verifier is refused verify because wrong-state (Article 19)
verifying.listener takes hear
building.caseworker is refused verify because wrong-side (Article 19)
verifying.verifier takes verify
state is verified
`},
	{"rumour-answered-by-one", fault.SamePerson, "20", `
Case rumour between hearing lantern and checking ombuds and answering secretariat
At 2026-03-06 10:00
hearing.caseworker takes hear
checking.verifier takes check
answering.coordinator takes draft as first
answering.coordinator is refused answer as first because same-person (Article 20)
answering.coordinator takes answer as second
state is answered
`},
	{"counts-copied-from-the-other", fault.NotShared, "21", `
Case counts between opening secretariat and bringing lantern and controlling highland-council
At 2026-03-06 10:00
opening.coordinator takes open
bringing.liaison takes count-first
controlling.liaison does not see collected, arrived because not-shared (Article 21)
highland-council does not hold collected, arrived
controlling.liaison takes control
controlling.liaison sees arrived, collected, kept_back, month, offloaded, passed
`},
}
