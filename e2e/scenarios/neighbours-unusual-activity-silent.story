Story: No answer, no meeting: all Parties meet, late
Given ../../models/neighbours.md
Case unusual-activity between asking belmark and answering arland and convening secretariat

At 2026-06-01 20:00
  asking.liaison takes ask
After PT48H
After PT1S
  clock answer has lapsed
  state is unanswered
  asking.liaison takes ask-meeting
  role.envoy takes attend
After PT49H
  clock meeting has lapsed
  state is not-met
  asking.liaison takes ask-all
After PT49H
  clock meeting-of-all has lapsed
  state is all-asked
  convening.watch-officer takes convene
After P31D
  clock recommendation has lapsed
  state is closed
