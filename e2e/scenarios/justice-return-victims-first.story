Story: Victims are heard, a second judge awards otherwise, and every step is late
Given ../../models/justice.md
Case restitution between asking arland and holding belmark and claiming secretariat

At 2026-03-02 10:00
  asking.prosecutor takes ask with amount = {"currency": "EUR", "value": "90000"}
At 2026-05-01 10:01
  clock paying has lapsed
  holding.asset-office takes pay-in
  effects: pays recovered
At 2026-07-30 10:02
  clock claims has lapsed
  state is closed-claims
At 2026-09-28 10:03
  clock decision has lapsed
  holding.judge takes hear
  holding.judge takes decide as one with to_victims = {"currency": "EUR", "value": "50000"} and to_owners = {"currency": "EUR", "value": "10000"} and rest = {"currency": "EUR", "value": "30000"}
  holding.asset-office is refused release-victims because wrong-state (Article 16)
  claiming.victims-counsel takes appeal
At 2026-11-27 10:04
  clock second-decision has lapsed
  holding.judge is refused affirm as one because same-person (Article 16)
  holding.judge takes decide-anew as two with to_victims = {"currency": "EUR", "value": "70000"} and to_owners = {"currency": "EUR", "value": "10000"} and rest = {"currency": "EUR", "value": "10000"}
At 2026-12-27 10:05
  clock release has lapsed
  holding.asset-office takes release-victims
  holding.asset-office takes release-owners
  holding.asset-office takes release-rest
At 2027-01-26 10:06
  clock arrival has lapsed
  claiming.clerk takes arrive
  state is returned
