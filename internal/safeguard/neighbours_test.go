package safeguard_test

import (
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
)

func TestNeighbours(t *testing.T) {
	run(t, "neighbours", time.Date(2026, 3, 2, 6, 0, 0, 0, time.UTC), neighboursAttacks)
}

var neighboursAttacks = []attack{
	{"exchange-answered-for-another", fault.SideUnbound, "3", `
Case annual-exchange between giving arland
At 2026-03-02 08:00
giving.verification-officer takes give with strength = 4711
belmark.liaison takes ask
belmark.verification-officer is refused answer because side-unbound (Article 3)
giving.liaison is refused answer because wrong-role (Article 3)
giving.verification-officer takes answer
state is given
`},
	{"activity-begun-unnotified", fault.WrongState, "4", `
Case activity between notifying arland and watching belmark and neutral secretariat
At 2026-03-02 08:00
notifying.verification-officer is refused inform with troops = 4000 and tanks = 1 and guns = 1 because condition-unmet (Article 4)
notifying.verification-officer takes notify with troops = 4000 and tanks = 1 and guns = 1
notifying.verification-officer is refused begin because wrong-state (Article 4)
notifying.verification-officer is refused begin-early on the ground "the weather is good" because ground-unknown (Article 4)
notifying.verification-officer takes begin-early
watching.liaison takes contest-early
state is contested
`},
	{"observers-sent-three", fault.ConditionUnmet, "4", `
Case observation between host arland and observing belmark
At 2026-03-02 08:00
host.verification-officer takes invite
observing.verification-officer is refused accept with observers = 3 because condition-unmet (Article 4)
observing.verification-officer takes accept with observers = 2
state is accepted
`},
	{"unusual-activity-closed-by-who-is-asked", fault.WrongSide, "5", `
Case unusual-activity between asking belmark and answering arland and convening secretariat
At 2026-03-02 08:00
asking.liaison takes ask
asking.liaison is refused answer because wrong-side (Article 5)
answering.liaison takes answer
answering.liaison is refused close because wrong-side (Article 5)
caldera.envoy is refused attend because wrong-state (Article 5)
caldera.liaison is refused ask-meeting because side-unbound (Article 5)
asking.liaison takes ask-meeting
caldera.envoy takes attend
answering.liaison takes meet
asking.liaison takes meet
state is met
`},
	{"incident-account-rewritten-by-the-other", fault.WrongSide, "6", `
Case hazardous-incident between first arland and second belmark and neutral secretariat
At 2026-03-02 08:00
first.duty-officer takes call
second.duty-officer is refused add-first because wrong-side (Article 6)
second.duty-officer takes acknowledge
first.duty-officer is refused give-account because wrong-side (Article 6)
second.duty-officer takes give-account
first.liaison takes reconcile as one
first.liaison is refused reconcile as another because quorum-twice (Article 6)
second.liaison takes reconcile
state is reconciled
`},
	{"place-of-an-incident-stated-in-harm", fault.ConditionUnmet, "6", `
Case hazardous-incident between first arland and second belmark and neutral secretariat
At 2026-03-02 08:00
first.duty-officer takes call
first.duty-officer is refused state-place with assessment_harm = {"known": "yes", "coarser": "no"} because condition-unmet (Article 6)
first.duty-officer takes state-place with place = [22.12345, 38.54321]
second.duty-officer sees place = [22.12345, 38.54321]
caldera does not hold place
free-city does not hold place
`},
	{"inspection-refused-within-the-quota", fault.ConditionUnmet, "7", `
Case inspection between requesting caldera and receiving arland
At 2026-03-02 08:00
requesting.verification-officer is refused request with inspectors = 5 because condition-unmet (Article 7)
requesting.verification-officer takes request with inspectors = 4
receiving.verification-officer is refused refuse because condition-unmet (Article 7)
receiving.verification-officer is refused plead-force-majeure on the ground "a public holiday" because ground-unknown (Article 7)
receiving.verification-officer takes accept
state is accepted
`},
	{"inspectors-named-to-all", fault.NotShared, "7", `
Case inspection between requesting caldera and receiving belmark
At 2026-03-02 08:00
requesting.verification-officer takes request with inspectors = 2 and names = ["Ada Arling-Ferris", "Ben Arling-Ferris"]
receiving.escort sees doubt, inspectors, names, point_of_entry, specified_area
receiving.liaison does not see names because not-shared (Article 7)
belmark holds names
arland does not hold names
free-city does not hold names
secretariat does not hold names
receiving.verification-officer takes accept
receiving.verification-officer takes let-in
`},
	{"inspection-beyond-the-quota-of-one", fault.QuotaUsed, "7", `
Case inspection between requesting free-city and receiving belmark
At 2026-03-02 08:00
requesting.verification-officer takes request with inspectors = 2
receiving.verification-officer takes accept
receiving.verification-officer takes let-in
A second case
requesting.verification-officer takes request with inspectors = 2
receiving.verification-officer takes accept
receiving.verification-officer is refused let-in because quota-used (Article 7)
`},
	{"patrol-route-spread", fault.NotShared, "8", `
Case patrol between scheduling arland and joining belmark and neutral secretariat
At 2026-03-02 08:00
scheduling.commander is refused schedule with assessment_harm = {"known": "yes", "coarser": "no"} because condition-unmet (Article 6)
scheduling.commander takes schedule with route = [[22.12345, 38.54321], [22.2, 38.6]]
joining.liaison does not see route because not-shared (Article 8)
caldera does not hold route
free-city does not hold route
scheduling.commander is refused clear because wrong-side (Article 8)
joining.commander takes clear
scheduling.commander takes start
joining.commander takes start
state is under-way
`},
	{"minutes-written-by-one", fault.QuorumTwice, "8", `
Case patrol between scheduling arland and joining belmark and neutral secretariat
At 2026-03-02 08:00
scheduling.commander takes schedule
joining.commander takes clear
scheduling.commander takes start
joining.commander takes start
scheduling.commander takes return
scheduling.commander takes agree-minutes as one
scheduling.commander is refused agree-minutes as another because quorum-twice (Article 8)
joining.commander takes agree-minutes
state is reported
`},
	{"herder-named-before-wishing-to-return", fault.NotShared, "9", `
Case inadvertent-crossing between holding belmark and home arland and court court and oversight ombuds
At 2026-03-02 08:00
holding.border-officer takes find with person = "Ilyan Dessar-Quell" and health = "a fever since Tuesday"
home.border-officer does not see person, found_at because not-shared (Article 9)
arland does not hold person, found_at, health
caldera does not hold person, found_at, health
holding.border-officer takes wish
arland does not hold person
holding.border-officer takes tell
home.border-officer sees belongings, found_at, livelihood, person
home.border-officer does not see health because not-shared (Article 9)
arland does not hold health
home.border-officer takes identify
holding.border-officer takes refer
home.border-officer does not see person because not-shared (Article 9)
`},
	{"herder-handed-over-in-fear", fault.ConditionUnmet, "9", `
Case inadvertent-crossing between holding belmark and home arland and court court and oversight ombuds
At 2026-03-02 08:00
holding.border-officer takes find
holding.border-officer takes wish
holding.border-officer takes tell
holding.border-officer is refused hand-over because wrong-state (Article 9)
home.border-officer takes identify
holding.border-officer is refused hand-over with assessment_fear = {"fears": "yes", "family": "no"} because condition-unmet (Article 9)
holding.border-officer takes hand-over
state is handed-over
`},
	{"herder-held-by-an-officer", fault.WrongSide, "9", `
Case inadvertent-crossing between holding belmark and home arland and court court and oversight ombuds
At 2026-03-02 08:00
holding.border-officer takes find
holding.border-officer takes wish
holding.border-officer takes tell
holding.border-officer is refused hold because wrong-side (Article 9)
holding.judge is refused hold because wrong-side (Article 9)
court.duty-judge is refused hold on the ground "a herd across the line" because ground-unknown (Article 9)
holding.border-officer takes hold-at-once
court.duty-judge takes release
state is to-be-returned
`},
	{"grant-paid-before-the-ground-is-cleared", fault.ConditionUnmet, "17", `
Case clearance-grant between giving caldera and receiving arland and keeping secretariat
At 2026-03-02 08:00
giving.liaison takes pledge with pledged = {"currency": "EUR", "value": "1000.00"}
giving.liaison takes pay with paid = {"currency": "EUR", "value": "1000.00"}
keeping.fund-manager is refused release with released = {"currency": "EUR", "value": "1000.00"} because condition-unmet (Article 17)
receiving.liaison is refused release because wrong-side (Article 17)
state is paid
`},
	{"mined-field-checked-by-who-cleared", fault.SamePerson, "10", `
Case mined-area between clearing arland and accepting belmark and neutral secretariat
At 2026-03-02 08:00
clearing.demining-officer takes suspect with area = [[[22.1, 38.5], [22.2, 38.5], [22.2, 38.6], [22.1, 38.5]]]
accepting.liaison does not see assessment_harm because not-shared (Article 10)
caldera does not hold area
clearing.demining-officer takes mark
clearing.demining-officer takes survey
clearing.demining-officer takes clear as first
clearing.demining-officer is refused check as first because same-person (Article 10)
clearing.demining-officer takes check as second
clearing.demining-officer is refused accept because wrong-side (Article 10)
accepting.demining-officer takes accept
clearing.demining-officer is refused give-back because wrong-state (Article 10)
neutral.filing-officer takes hear
clearing.demining-officer takes give-back
state is given-back
`},
	{"line-marked-before-residents-are-heard", fault.WrongState, "11", `
Case demarcation between asking arland and agreeing belmark and neutral secretariat
At 2026-03-02 08:00
asking.liaison takes ask
agreeing.liaison takes agree-to-open
asking.surveyor takes survey
agreeing.surveyor takes survey
asking.liaison is refused mark because wrong-state (Article 11)
neutral.filing-officer takes hear
asking.liaison is refused mark with assessment_residents = {"fields": "yes", "schools": "yes", "families": "yes"} because condition-unmet (Article 11)
asking.liaison takes mark
state is heard
asking.liaison is refused mark as another because quorum-twice (Article 11)
agreeing.liaison takes mark
state is provisional
`},
	{"line-drawn-for-who-is-bound-to-nothing", fault.SideUnbound, "11", `
Case demarcation between asking arland and agreeing free-city and neutral secretariat
At 2026-03-02 08:00
asking.liaison is refused ask because side-unbound (Article 11)
arland.liaison posts /api/cases {"agreement":"neighbours","procedure":"demarcation","step":"ask","side":"asking","role":"liaison","sides":{"asking":"arland","agreeing":"belmark","neutral":"secretariat"},"values":{"segment_name":"Mill to ford"}}
`},
	{"trader-of-foreign-goods", fault.ConditionUnmet, "12", `
Case trader between registering arland and other belmark
At 2026-03-02 08:00
registering.customs-officer takes apply with island_share = 30 and number = "Z-0042"
registering.customs-officer is refused register because condition-unmet (Article 12)
registering.customs-officer takes refuse
state is refused
`},
	{"trader-judged-by-who-alleges", fault.WrongSide, "12", `
Case misuse between alleging belmark and registering arland
At 2026-03-02 08:00
alleging.customs-officer takes allege
registering.customs-officer is refused revoke because wrong-state (Article 12)
alleging.judge is refused admit because wrong-side (Article 12)
registering.judge takes admit
alleging.judge is refused establish because wrong-side (Article 12)
registering.judge is refused establish because wrong-state (Article 12)
registering.customs-officer takes hear
registering.judge takes establish
registering.customs-officer takes revoke
state is revoked
`},
	{"panel-appointed-by-a-party", fault.WrongSide, "13", `
Case trade-disruption between affected arland and measure belmark and tribunal court
At 2026-03-02 08:00
affected.liaison is refused ask with spoil = true because condition-unmet (Article 13)
affected.liaison takes ask-fast with spoil = true
After P8D
measure.liaison is refused appoint-fast because wrong-side (Article 13)
tribunal.president takes appoint-fast
state is panel-fast
`},
	{"restraint-acknowledged-by-oneself", fault.WrongSide, "14", `
Case acknowledgement between stating arland and acknowledging belmark
At 2026-03-10 08:00
stating.liaison takes state
stating.liaison is refused acknowledge because wrong-side (Article 14)
acknowledging.liaison takes acknowledge
state is acknowledged
`},
	{"figure-adjusted-to-the-other", fault.NotShared, "15", `
Case statistics between first arland and second belmark
At 2026-03-10 08:00
first.statistician takes give-first with figure_first = 4711
second.statistician does not see figure_first because not-shared (Article 15)
second.liaison does not see figure_first because not-shared (Article 15)
belmark does not hold figure_first
second.statistician takes give-second with figure_second = 4000
second.statistician sees figure_first = 4711
first.statistician is refused find-same because condition-unmet (Article 15)
first.statistician takes find-different
state is explained
`},
	{"survey-of-the-few", fault.ConditionUnmet, "16", `
Case trust-survey between asking arland and agreeing belmark
At 2026-03-10 08:00
asking.statistician takes draft
asking.statistician is refused agree because wrong-side (Article 16)
agreeing.statistician takes agree
asking.statistician is refused give with asked_persons = 120 and answers = 60 and trusting = 30 because condition-unmet (Article 16)
asking.statistician takes give with asked_persons = 400 and answers = 200 and trusting = 90
state is given
`},
	{"zone-suspended-on-an-allegation", fault.WrongState, "18", `
Case suspension between proposing arland and answering belmark and deciding court
At 2026-03-10 08:00
proposing.liaison takes propose
proposing.liaison is refused rest-zone because wrong-state (Article 18)
proposing.liaison is refused give-notice because wrong-state (Article 18)
proposing.liaison is refused establish because wrong-side (Article 18)
deciding.president takes admit
deciding.president takes establish
proposing.liaison takes give-notice with scope = "trade zone"
proposing.liaison is refused rest-zone because wrong-state (Article 18)
answering.liaison takes mend
deciding.president takes ascertain
state is mended
`},
	{"zone-closed-by-a-vote-without-cause", fault.ConditionUnread, "19", `
Case phase-review between convening secretariat and one arland and two belmark and three caldera
At 2026-03-10 08:00
convening.watch-officer takes open
one.liaison is refused close-zone because condition-unread (Article 19)
three.envoy takes speak
`},
}
