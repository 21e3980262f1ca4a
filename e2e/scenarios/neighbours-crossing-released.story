Story: The Duty judge does not hold a person, and nobody was handed over where the other side waited
Given ../../models/neighbours.md
Case inadvertent-crossing between holding arland and home belmark and court court and oversight ombuds

At 2026-05-04 06:00
  holding.border-officer takes find
  holding.border-officer takes wish
  holding.border-officer takes tell
  holding.border-officer takes hold-at-once
  court.duty-judge takes release
  state is to-be-returned
  holding.border-officer takes hand-over
  home.border-officer takes not-received with reasons = "Nobody came to the bridge."
  state is to-be-returned
  holding.border-officer takes let-go with reasons = "A ship took the person on."
  state is stayed
