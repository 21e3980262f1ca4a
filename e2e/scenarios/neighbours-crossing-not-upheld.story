Story: A holding that the Duty judge does not uphold has ended, and fear comes last
Given ../../models/neighbours.md
Case inadvertent-crossing between holding arland and home belmark and court court and oversight ombuds

At 2026-05-04 06:00
  holding.border-officer takes find with livelihood = "fisher"
  holding.border-officer takes wish
  holding.border-officer takes tell
  holding.border-officer takes hold-at-once
After PT24H
  court.duty-judge may hold, release
After PT1S
  clock judge has lapsed
  state is to-be-returned
  court.duty-judge is refused hold because clock-lapsed (Article 9)
  holding.border-officer is refused hand-over with assessment_fear = {"fears": "no", "family": "yes"} because condition-unmet (Article 9)
  holding.border-officer takes refer
  state is referred
  home.border-officer sees nothing
